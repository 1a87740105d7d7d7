// A passage and the words of notes that give orders -> whether an order was obeyed.
// Text that speaks to the model is content like any other, but a model that repeats it is not to be believed.

import { findWords, makePlain, stem } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import type { Evidence } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isPresenters } from "./guard-ordinary.ts";
import { object, type Passage } from "./guard-passage.ts";

/** An objection to each word that stands in an order and nowhere in what the passage may rest on. */
export function judgeOrders(passage: Passage, evidence: Evidence): Objection[] {
  const ordered = new Set(
    evidence.grounds.orders
      .flatMap((text) => findWords(makePlain(text)))
      .filter(({ lower }) => lower.length > 2 && !FUNCTION_WORDS.has(lower) && !isPresenters(lower))
      .map(({ lower }) => stem(lower))
      .filter((one) => !evidence.stems.has(one)),
  );
  return passage.words
    .filter(({ lower }) => ordered.has(stem(lower)))
    .map(({ start, end }) =>
      object(
        passage,
        "order",
        start,
        end,
        "stands only in words of a note that give orders, and nothing may rest on those",
      ),
    );
}
