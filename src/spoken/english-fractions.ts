// Fractions, marks out of ten and other figures with a slash -> as they are said.

import { makePlural, sayCardinal, sayNumber, sayOrdinal } from "./english-numbers.ts";
import {
  END,
  findWordAfter,
  findWordBefore,
  listOf,
  makeRule,
  type Place,
  type Rule,
} from "./english-rules.ts";

const VULGAR: Readonly<Record<string, readonly [number, number]>> = {
  "½": [1, 2],
  "¼": [1, 4],
  "¾": [3, 4],
  "⅓": [1, 3],
  "⅔": [2, 3],
  "⅕": [1, 5],
  "⅖": [2, 5],
  "⅗": [3, 5],
  "⅘": [4, 5],
  "⅙": [1, 6],
  "⅚": [5, 6],
  "⅛": [1, 8],
  "⅜": [3, 8],
  "⅝": [5, 8],
  "⅞": [7, 8],
};

/** The characters that are fractions. */
export const VULGAR_SIGNS = Object.keys(VULGAR).join("");

/** Pairs of figures that are names. */
const NAMED: Readonly<Record<string, string>> = {
  "24/7": "twenty-four seven",
  "9/11": "nine eleven",
  "7/7": "seven seven",
  "20/20": "twenty twenty",
};

/** "half", "three quarters", "two thirds" */
function namePart(top: number, bottom: number): string {
  const part = bottom === 2 ? "half" : bottom === 4 ? "quarter" : sayOrdinal(String(bottom));
  if (top === 1) return part;
  return `${sayCardinal(String(top))} ${part === "half" ? "halves" : makePlural(part)}`;
}

/** What half of is said without an article between: "half a mile". */
const HALVED = listOf("hour mile million billion pint dozen");

/** With its whole number, or with an article where the text has none: "two and a half", "an eighth". */
function sayFraction(whole: string, top: number, bottom: number, place: Place): string {
  const part = namePart(top, bottom);
  const after = findWordAfter(place);
  const isNamed = /^(?:an?|one|the|this|that|first|second|other|each)$/i.test(findWordBefore(place));
  if (whole === "" && !isNamed) {
    if (part === "half" && HALVED.has(after)) return after === "hour" ? "half an" : "half a";
    if (part === "half" && /^(?:an?|the|of|its|their|his|her|our|my|your)$/.test(after)) return "half";
  }
  const of = whole === "" && part !== "half" && /^an?$/.test(after) ? " of" : "";
  const article = top === 1 && !(whole === "" && isNamed) ? (part === "eighth" ? "an " : "a ") : "";
  return `${whole === "" ? "" : `${sayNumber(whole)} and `}${article}${part}${of}`;
}

/** "½", "2½" and "2½%". */
export const VULGAR_FRACTIONS: readonly Rule[] = [
  makeRule(
    String.raw`(\d{0,6})\s?([${VULGAR_SIGNS}])(\s?%)?`,
    ([, whole = "", sign = "", percent], place) => {
      const [top = 1, bottom = 2] = VULGAR[sign] ?? [];
      return sayFraction(whole, top, bottom, place) + (percent === undefined ? "" : " per cent");
    },
  ),
];

/** Figures with a slash. */
export const FRACTIONS: readonly Rule[] = [
  makeRule(`24/7/365${END}`, () => "twenty-four seven three six five"),
  makeRule(String.raw`(?:(\d{1,3})\s)?(\d{1,3})/(\d{1,3})(?![\d/]|[.,:]\d)${END}`, (match, place) => {
    const [written = "", whole = "", first = "", second = ""] = match;
    const named = NAMED[written];
    if (named !== undefined) return named;
    const [top, bottom] = [Number(first), Number(second)];
    const isFraction = top > 0 && top < bottom && (bottom <= 9 || bottom === 12 || bottom === 16);
    if (isFraction && findWordAfter(place) !== "stars") return sayFraction(whole, top, bottom, place);
    if (whole !== "") return `${sayCardinal(whole)} ${place.say(`${first}/${second}`)}`;
    const both = [sayCardinal(first), sayCardinal(second)] as const;
    // 60/40 shares out a whole; 24/25 is a pair of years.
    if (top + bottom === 100 || (bottom === top + 1 && top > 10)) return both.join(" ");
    return both.join(top <= bottom ? " out of " : " over ");
  }),
];
