// Roman numerals after names -> as they are said: "Henry VIII" the eighth, "World War II" two.

import { sayCardinal, sayOrdinal } from "./english-numbers.ts";
import { END, LETTERS, listOf, makeRule, type Rule } from "./english-rules.ts";

/** Kings, queens and popes are counted by which one; all other things (wars, parts, phases) by how many. */
const REGNAL =
  listOf(`Albert Alexander Alfonso Baudouin Benedict Boniface Carl Catherine Charles Christian Clement Constantine
  Edward Elizabeth Felipe Ferdinand Francis Frederick George Gregory Gustaf Harald Henry Innocent Ivan James John Juan
  Leo Leopold Louis Ludwig Margrethe Mary Maximilian Napoleon Nicholas Olav Oscar Otto Paul Pedro Peter Philip Philippe Pius
  Rama Ramesses Richard Robert Umberto Urban Victor Wilhelm William`);

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** The number of a numeral from 1 to 39; null for letters that make none. */
function readRoman(numeral: string): number | null {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(numeral)) return null;
  const values = [...numeral].map((letter) => VALUES[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** Roman numerals of two letters and more, and V and X after a king; I is left to the pronoun, but for World War I. */
export const ROMANS: readonly Rule[] = [
  makeRule(
    String.raw`[IVX]{1,7}${END}(?![-&/+][${LETTERS}]|\.[${LETTERS}])`,
    ([numeral = ""], { text, start, isShouted }) => {
      const before = /([A-Z][a-z]+|[A-Z]{3,20})\s$/.exec(text.slice(Math.max(0, start - 24), start))?.[1];
      const number = readRoman(numeral);
      if (before === undefined || number === null) return null;
      const isRegnal = REGNAL.has(before);
      const isWar = text.slice(start - 10, start) === "World War ";
      if (numeral.length === 1 && !isWar && !(isRegnal && numeral !== "I")) return null;
      const said = isRegnal ? `the ${sayOrdinal(String(number))}` : sayCardinal(String(number));
      return isShouted() ? said.toUpperCase() : said;
    },
  ),
];
