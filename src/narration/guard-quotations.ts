// The quotations of a passage -> an objection to each that stands in no text word for word.

import { findWords, makePlain } from "./claims-words.ts";
import type { Notice, Objection } from "./guard.ts";
import { type Evidence, findRun } from "./guard-evidence.ts";
import { object, type Passage } from "./guard-passage.ts";

/** Judges every quotation: its words stand in one paragraph of the evidence, one after the other, none changed. */
export function judgeQuotations(
  passage: Passage,
  evidence: Evidence,
): { objections: Objection[]; notices: Notice[] } {
  const objections: Objection[] = [];
  const notices: Notice[] = [];
  for (const quotation of passage.quotations) {
    const plain = makePlain(quotation.inner);
    const run = findWords(plain).map(asSaid);
    const places = run.length === 0 ? [] : findQuoted(evidence, run);
    const reason = `${quotation.words} is not word for word what you were given: quote it exactly or not at all`;
    if (places.length === 0)
      objections.push(object(passage, "quotation", quotation.start, quotation.end, reason));
    else if (run.length > 3) {
      const isQuoted = places.some(([text, at]) => isWithinMarks(evidence, text, at));
      if (!isQuoted)
        notices.push({
          words: quotation.words,
          reason: "are the note's words and were not quoted there: see that nobody is made to say them",
        });
    }
  }
  return { objections: [...objections, ...judgeWordsOf(passage, evidence)], notices };
}

/** "In the words of Ada Moss, it works": quoted without marks, and to the letter all the same. */
function judgeWordsOf(passage: Passage, evidence: Evidence): Objection[] {
  const pattern = /(?:^|[.!?] )((?:In the words of|To quote) [^,:.!?"]{2,60}[,:] )([^.!?"]{3,200})/g;
  return [...passage.plain.matchAll(pattern)].flatMap((match) => {
    const start = match.index + match[0].length - (match[2] ?? "").length;
    const run = findWords(match[2] ?? "").map(({ lower }) => lower);
    if (run.length === 0 || findRun(evidence, run, 1).length > 0) return [];
    const end = match.index + match[0].length;
    const words = passage.source.slice(start, end);
    return [
      object(
        passage,
        "quotation",
        start,
        end,
        `“${words}” is not word for word what you were given: quote it exactly or not at all`,
      ),
    ];
  });
}

/** Words with their possessive endings, which a quotation keeps. */
function asSaid({
  lower,
  text,
  possessive,
}: {
  lower: string;
  text: string;
  possessive: boolean;
}): readonly [string, boolean] {
  return [lower, possessive && !text.endsWith("s")];
}

function findQuoted(
  evidence: Evidence,
  run: readonly (readonly [string, boolean])[],
): (readonly [number, number])[] {
  const places = findRun(
    evidence,
    run.map(([lower]) => lower),
  );
  return places.filter(([text, at]) =>
    run.every(([, possessive], step) => {
      const word = evidence.texts[text]?.words[at + step];
      return word !== undefined && (step === run.length - 1 || asSaid(word)[1] === possessive);
    }),
  );
}

function isWithinMarks(evidence: Evidence, text: number, at: number): boolean {
  const { plain = "", words = [] } = evidence.texts[text] ?? {};
  const before = plain.slice(0, words[at]?.start ?? 0);
  return (before.split('"').length - 1) % 2 === 1;
}
