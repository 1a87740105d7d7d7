// Digits -> English words: how many, which one, which year, digit by digit.
// n2words knows the numbers; what a British newsreader does with them is ours.

import { toCardinal } from "n2words/en-GB";

/** More digits than this make no number that anyone would hear; they are read one by one. */
const LONGEST_CARDINAL = 15;

const DIGITS = ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Digits one by one, a nought as "oh" unless told otherwise: "020" is "oh two oh". Other characters are left out. */
export function sayDigits(written: string, nought = "oh"): string {
  return [...written.replace(/\D/g, "")]
    .map((digit) => (digit === "0" ? nought : (DIGITS[Number(digit)] ?? "")))
    .join(" ");
}

/** A whole number of digits and commas: "2,500" is "two thousand five hundred", "007" and the endless digit by digit. */
export function sayCardinal(written: string): string {
  const digits = written.replace(/[,\s]/g, "");
  if (digits.length > LONGEST_CARDINAL || /^0\d/.test(digits)) return sayDigits(digits);
  return toCardinal(Number(digits));
}

/** A number that may have a point: "3.14" is "three point one four", "0.05" is "nought point nought five". */
export function sayNumber(written: string): string {
  const [whole = "", decimals] = written.split(".");
  if (decimals === undefined) return sayCardinal(whole);
  const isSmall = /^0*$/.test(whole);
  return `${isSmall ? "nought" : sayCardinal(whole)} point ${sayDigits(decimals, isSmall ? "nought" : "oh")}`;
}

const LAST_WORDS: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

/** Which one: "103" is "one hundred and third" (n2words leaves out the "and"). */
export function sayOrdinal(written: string): string {
  return sayCardinal(written.replace(/^0+(?=\d)/, "")).replace(
    /[a-z]+$/,
    (last) => LAST_WORDS[last] ?? `${last.replace(/y$/, "ie")}th`,
  );
}

/** A year from 1000 to 2199 as newsreaders say it: "nineteen oh five", "two thousand and one", "twenty ten". */
export function sayYear(year: number): string {
  if (year % 1000 < 10) return toCardinal(year);
  const century = toCardinal(Math.floor(year / 100));
  const rest = year % 100;
  if (rest === 0) return `${century} hundred`;
  return `${century} ${rest < 10 ? "oh " : ""}${toCardinal(rest)}`;
}

/** More than one of a number: "eighty" is "eighties", "six" is "sixes". */
export function makePlural(words: string): string {
  if (words.endsWith("y")) return `${words.slice(0, -1)}ies`;
  return words.endsWith("x") ? `${words}es` : `${words}s`;
}
