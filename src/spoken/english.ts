// English text -> the stretches that are not said as written, and the words that are said for them.
// The text is gone through once: where a word, a figure or a sign begins, the rules for it are tried in order.

import { ABBREVIATIONS, SHORT_WORDS } from "./english-abbreviations.ts";
import { findShouting } from "./english-acronyms.ts";
import { ADDRESSES, TAGS } from "./english-addresses.ts";
import { DATE_WORDS, DATES, NAMED_DATES, YEAR_SPANS, YEARS } from "./english-dates.ts";
import { FRACTIONS, VULGAR_FRACTIONS, VULGAR_SIGNS } from "./english-fractions.ts";
import { CODES, INITIALS, RUNS } from "./english-initials.ts";
import { isJoined, isJoint, joinPieces, type Piece } from "./english-joints.ts";
import { FORMULAS, MEASURES } from "./english-measures.ts";
import { sayOrdinal } from "./english-numbers.ts";
import { FIGURES, PHONES, QUANTITIES } from "./english-quantities.ts";
import { ROMANS } from "./english-romans.ts";
import { END, makeRule, type Rule } from "./english-rules.ts";
import { SECTIONS } from "./english-sections.ts";
import { SIGNS } from "./english-signs.ts";
import { DOTTED_TIMES, TIMES } from "./english-times.ts";
import { CURRENCIES } from "./english-units.ts";
import { replaceBySayings, type Saying } from "./saying.ts";

const ORDINALS: readonly Rule[] = [
  makeRule(
    String.raw`(\d{1,3}(?:,\d{3}){1,4}|\d{1,9})(?:st|nd|rd|th)(s?)${END}`,
    ([written = "", digits = "", s]) =>
      /(?:(?<!1)(?:1st|2nd|3rd)|th)s?$/.test(written) ? sayOrdinal(digits) + s : null,
  ),
];

/** The first rule that fits is taken, so that the longer sense comes before the shorter. */
const AT_FIGURE: readonly Rule[] = [
  ...ADDRESSES,
  ...DATES,
  ...TIMES,
  ...SECTIONS,
  ...MEASURES,
  ...YEAR_SPANS,
  ...ORDINALS,
  ...VULGAR_FRACTIONS,
  ...FRACTIONS,
  ...QUANTITIES,
  ...YEARS,
  ...DOTTED_TIMES,
  ...CODES,
  ...FIGURES,
  ...RUNS,
];
/** Words by what they may be the first of; the more seldom rules are not even compiled where none is. */
const AT_WORD: readonly Rule[] = [...INITIALS, ...RUNS];
const AT_ADDRESS: readonly Rule[] = [...ADDRESSES, ...AT_WORD];
const AT_DATE: readonly Rule[] = [...ADDRESSES, ...NAMED_DATES, ...AT_WORD];
const AT_SHORT_WORD: readonly Rule[] = [...ADDRESSES, ...ABBREVIATIONS, ...AT_WORD];
const AT_FORMULA: readonly Rule[] = [...FORMULAS, ...AT_WORD];
const AT_NUMERAL: readonly Rule[] = [...ADDRESSES, ...ROMANS, ...AT_WORD];
const AT_CURRENCY: readonly Rule[] = [...QUANTITIES, ...AT_WORD];
const AT_SIGN: readonly Rule[] = [
  ...TAGS,
  ...PHONES,
  ...YEAR_SPANS,
  ...VULGAR_FRACTIONS,
  ...QUANTITIES,
  ...SIGNS,
];

/** For a word that is said as written. */
const PLAIN: readonly Rule[] = [];

const SIGN_STARTS = `£$€¥₹#@&%=§№.‘’'(−+~≈<>≤≥±×÷${VULGAR_SIGNS}-`;

/** Words, each whole, and the signs that a rule may begin with. */
const STARTS = new RegExp(String.raw`[\p{L}\d][\p{L}\p{M}\d]*|(?<![\p{L}\p{M}\d])[${SIGN_STARTS}]`, "gu");

/** Small words between blanks and commas, which are most of a text: gone over at once, for speed. */
const SMALL_WORDS = new RegExp(
  `(?: (?!(?:${[...SHORT_WORDS].filter((word) => /^[a-z]{2}/.test(word)).join("|")})[ ,])(?:[a-z]{2,}|a)(?=[ ,]),?)+`,
  "y",
);

/** A word with a capital or a figure past its first letter. */
const UNUSUAL = /^.+[A-Z\d]/;

/** What makes more than a word of the word before it. */
const JOINED_ON = /^(?:[.@&+/=:_][^\s]|[–-][\dA-Z]|\$\d|[+#*])/;

const RAISED_OR_LOWERED = "²³₀₁₂₃₄₅₆₇₈₉";
const DATE_STARTS = new Set(DATE_WORDS);
const NUMERAL = /^[IVX]+$/;

/**
 * Figures, money, dates, times, initials, addresses and signs of an English text, in order, none over another.
 * `names` are stretches that are said already: they come first, but for one that is only a part of an address or a code.
 */
export function findEnglishSayings(text: string, names: readonly Saying[] = []): Saying[] {
  const sayings: Saying[] = [];
  const isShouted = followShouting(text);
  let joined: Piece[] = [];
  let at = 0;
  let nextName = 0;
  for (;;) {
    while ((names[nextName]?.start ?? at) < at) nextName += 1;
    const name = names[nextName] ?? null;
    SMALL_WORDS.lastIndex = at;
    if (SMALL_WORDS.test(text) && SMALL_WORDS.lastIndex <= (name?.start ?? text.length))
      at = SMALL_WORDS.lastIndex;
    STARTS.lastIndex = at;
    const found = STARTS.exec(text);
    if (found === null && name === null) break;
    const start = Math.min(found?.index ?? text.length, name?.start ?? text.length);
    const word = found?.index === start ? found[0] : "";
    const end = start + word.length;
    const rules = chooseRules(text, start, end);
    const isAlone =
      !isJoint(text.charAt(end)) && !isJoint(text.charAt(start - 1)) && joined.at(-1)?.end !== start;
    if (rules === PLAIN && isAlone && name?.start !== start) {
      at = end;
      continue;
    }
    const saying = applyRules(rules, text, start, name, isShouted);
    const own = name?.start === start && (saying === null || saying.end <= name.end) ? name : saying;
    const piece: Piece = own ?? { start, end, spoken: null, name: null };
    at = piece.end;
    if (own === null && rules === AT_SIGN) continue;
    if (!isJoined(text, joined.at(-1), piece)) {
      pushJoined(sayings, text, joined);
      joined = [];
    }
    joined.push(piece);
  }
  pushJoined(sayings, text, joined);
  return sayings;
}

function chooseRules(text: string, start: number, end: number): readonly Rule[] {
  const first = text.charAt(start);
  if (first >= "0" && first <= "9") return AT_FIGURE;
  if (SIGN_STARTS.includes(first)) return AT_SIGN;
  const word = text.slice(start, end);
  const next = text.charAt(end);
  if (next !== "" && RAISED_OR_LOWERED.includes(next)) return AT_FORMULA;
  if (DATE_STARTS.has(word)) return AT_DATE;
  if (SHORT_WORDS.has(word) && (word.length > 1 || next === "." || word === "v")) return AT_SHORT_WORD;
  if (NUMERAL.test(word)) return AT_NUMERAL;
  if (next === "$" || CURRENCIES.has(word)) return AT_CURRENCY;
  const isMore = next !== " " && JOINED_ON.test(text.slice(end, end + 2));
  if (isMore && ".@:-_".includes(next)) return AT_ADDRESS;
  return isMore || UNUSUAL.test(word) ? AT_WORD : PLAIN;
}

/** The first rule that fits, and that does not end within the next name. */
function applyRules(
  rules: readonly Rule[],
  text: string,
  start: number,
  name: Saying | null,
  isShouted: (at: number) => boolean,
): Saying | null {
  for (const { pattern, say } of rules) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = start + match[0].length;
    if (name !== null && end > name.start && end < name.end) continue;
    const spoken = say(match, { text, start, end, say: sayEnglish, isShouted: () => isShouted(start) });
    if (spoken !== null) return { start, end, spoken, name: null };
  }
  return null;
}

function pushJoined(sayings: Saying[], text: string, pieces: readonly Piece[]): void {
  const saying = joinPieces(text, pieces);
  if (saying !== null) sayings.push(saying);
}

/** Says a part of a match by itself. */
function sayEnglish(text: string): string {
  return replaceBySayings(text, findEnglishSayings(text));
}

/** Whether a place is shouted; it is asked for places in order, so that a long text is gone through once. */
function followShouting(text: string): (at: number) => boolean {
  let stretches: ReturnType<typeof findShouting> | null = null;
  let next = 0;
  return (at) => {
    stretches ??= findShouting(text);
    while ((stretches[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    return (stretches[next]?.start ?? Number.POSITIVE_INFINITY) <= at;
  };
}
