// The words before a figure -> on which side of its number it is: "more than", "nearly", "up to".
// A bound that is turned round is a false figure, though its number is right.

import type { Word } from "./claims-words.ts";

/** Which side of its number a figure is on. */
export type Bound = "over" | "at-least" | "under" | "at-most" | "nearly" | "just-over" | "far-over" | "about";

/** What says so. */
const PHRASES: Readonly<Record<Bound, string>> = {
  "just-over":
    "just over; just above; slightly more than; a little more than; a little over; slightly over; barely",
  "far-over": "well over; far more than; many more than; much more than; well above",
  "at-most": "no more than; not more than; at most; at the most; up to; as many as; as much as; maximum of",
  "at-least": "no fewer than; no less than; not less than; at least; minimum of",
  nearly:
    "just under; just below; just short of; just shy of; shy of; slightly less than; slightly fewer than; not quite; nearly; almost; virtually; close to; approaching; nearing",
  under: "fewer than; less than; lower than; smaller than; not even; short of; under; below",
  over: "more than; greater than; higher than; larger than; bigger than; in excess of; upwards of; north of; over; above; beyond; past; passed; passes; passing; exceeded; exceeds; exceeding; topped; tops; topping; surpassed; surpasses; surpassing; crossed",
  about: "about; around; roughly; approximately; circa; some; in the region of",
};

/** A phrase as its words. */
type Phrase = readonly [words: readonly string[], bound: Bound];

/** Phrases by their last word, the longer first. */
const BY_LAST = new Map<string, Phrase[]>();
for (const [bound, phrases] of Object.entries(PHRASES)) {
  for (const phrase of phrases.split("; ")) {
    const words = phrase.split(" ");
    const last = words.at(-1) ?? "";
    const known = [...(BY_LAST.get(last) ?? []), [words, bound as Bound] as const];
    BY_LAST.set(
      last,
      known.sort(([one], [other]) => other.length - one.length),
    );
  }
}

/** Words that may stand between: "passed the £100 million mark". */
const BETWEEN = /^(?:the|a|an|its|their|only|just)$/;
/** Bounds that are something else with a word between: "over the two". */
const NOT_BETWEEN = /^(?:over|under|some|past|about|around)$/;

/** The bound of a figure that begins at a word, and where the bound begins; the figure's own place where there is none. */
export function findBound(
  words: readonly Word[],
  at: number,
): { readonly bound: Bound | null; readonly from: number } {
  const sentence = words[at]?.sentence;
  const hasBetween = BETWEEN.test(words[at - 1]?.lower ?? "");
  for (const end of hasBetween ? [at, at - 1] : [at]) {
    for (const [phrase, bound] of BY_LAST.get(words[end - 1]?.lower ?? "") ?? []) {
      const from = end - phrase.length;
      const isThere = phrase.every((part, index) => {
        const word = words[from + index];
        return word?.lower === part && word.sentence === sentence;
      });
      const isOther = end !== at && phrase.length === 1 && NOT_BETWEEN.test(phrase[0] ?? "");
      if (isThere && !isOther) return { bound, from };
    }
  }
  return { bound: null, from: at };
}
