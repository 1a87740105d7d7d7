// Signs that stand by themselves -> the words for them: "Digital & Data" is "Digital and Data".

import { LETTERS, makeRule, type Rule } from "./english-rules.ts";

const ALONE = String.raw`(?<=^|\s)`;
const ALONE_AFTER = String.raw`(?=\s)`;

const WORDS: Readonly<Record<string, string>> = {
  "&": "and",
  "@": "at",
  "=": "equals",
  "%": "per cent",
};

const SUMS: Readonly<Record<string, string>> = {
  "+": "plus",
  "−": "minus",
  "×": "times",
  "÷": "divided by",
  "<": "less than",
  ">": "greater than",
  "±": "plus or minus",
  "≈": "is about",
};

/** Signs, tried where one stands first. Marks of a sum are words only between blanks, and most only before a figure. */
export const SIGNS: readonly Rule[] = [
  makeRule(`${ALONE}[&@=%]${ALONE_AFTER}`, ([sign = ""]) => WORDS[sign] ?? null),
  makeRule(`${ALONE}[+−×÷<>±≈](?=\\s[£$€]?\\d)`, ([sign = ""]) => SUMS[sign] ?? null),
  makeRule(`${ALONE}\\+${ALONE_AFTER}`, () => "plus"),
  makeRule(
    String.raw`#(\d{1,6})(?![${LETTERS}\d])`,
    ([, digits = ""], place) => `number ${place.say(digits)}`,
  ),
  makeRule(
    String.raw`№\s?(\d{1,6})(?![${LETTERS}\d])`,
    ([, digits = ""], place) => `number ${place.say(digits)}`,
  ),
  makeRule(
    String.raw`§\s?(\d{1,4}(?:\.\d{1,4})?)(?![${LETTERS}\d]|\.\d)`,
    ([, digits = ""], place) => `section ${place.say(digits)}`,
  ),
  makeRule(String.raw`\.(\d{1,12})(?![\d${LETTERS}]|\.\d)`, ([, digits = ""], place) => {
    if (/[^\s(]/.test(place.text.slice(Math.max(0, place.start - 1), place.start))) return null;
    return `point ${[...digits]
      .map((digit) => place.say(digit))
      .join(" ")
      .replaceAll("zero", "oh")}`;
  }),
];
