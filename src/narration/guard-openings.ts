// Passages in the order heard -> which of them open as another does.
// A list of stories is dull to hear when each begins with the same words.

import { findWords, makePlain } from "./claims-words.ts";
import type { Objection } from "./guard.ts";

/** How many words make an opening. */
const OPENING = 2;

/** How a passage opens: its first words, up to the first stop. Two that are equal sound alike. */
function openingOf(text: string): string {
  const words = findWords(makePlain(text.slice(0, 400)));
  const stop = words.findIndex((word, at) => at > 0 && !/^[\s-]+$/.test(word.gap));
  const count = stop > 0 ? Math.min(stop, OPENING) : OPENING;
  return words
    .slice(0, count)
    .map(({ lower }) => lower)
    .join(" ");
}

/** An objection for each passage that opens as one before it, or as one that is fixed. */
export function findSameOpenings(
  passages: readonly { readonly place: string; readonly text: string; readonly fixed: boolean }[],
): ReadonlyMap<string, Objection> {
  const taken = new Map<string, string>();
  for (const { place, text, fixed } of passages)
    if (fixed && openingOf(text) !== "" && !taken.has(openingOf(text))) taken.set(openingOf(text), place);
  const objections = new Map<string, Objection>();
  for (const { place, text, fixed } of passages) {
    const opening = openingOf(text);
    if (fixed || opening === "") continue;
    const other = taken.get(opening);
    if (other === undefined) taken.set(opening, place);
    else {
      const words = text.normalize("NFC").trimStart().slice(0, lengthOf(text, opening));
      objections.set(place, {
        rule: "opening",
        words,
        reason: `“${words}” opens ${other} too: begin in another way`,
      });
    }
  }
  return objections;
}

/** How many characters of a text its opening takes. */
function lengthOf(text: string, opening: string): number {
  const plain = makePlain(text).trimStart();
  const words = findWords(plain.slice(0, 400));
  return words[opening.split(" ").length - 1]?.end ?? 0;
}
