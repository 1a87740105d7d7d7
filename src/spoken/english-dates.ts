// Dates and years as written -> as they are said: "3 October 2023" is "the third of October twenty twenty-three".
// Figures alone are day and month in the British order.

import { makePlural, sayCardinal, sayOrdinal, sayYear } from "./english-numbers.ts";
import {
  COUNTED,
  END,
  findWordAfter,
  findWordBefore,
  listOf,
  makeRule,
  NO_NOUNS,
  type Place,
  type Rule,
} from "./english-rules.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

const MONTH = String.raw`(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)${END}(?:\.(?=\s*\d))?`;
const WEEKDAY = `(Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?:day|nesday|rsday|urday|sday)?${END}`;
const DAY = String.raw`([12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?${END}`;
const YEAR = String.raw`((?:1\d|20|21)\d\d)(?!\d|[.,]\d)${END}`;

/** The words with which a date may begin. */
export const DATE_WORDS: readonly string[] = [
  ...MONTHS,
  ...WEEKDAYS,
  ..."Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun".split(
    " ",
  ),
];

/** The whole name of what begins with the same three letters. */
function nameOf(names: readonly string[], written = ""): string {
  return names.find((name) => name.startsWith(written.slice(0, 3))) ?? written;
}

function sayMonth(written: string | undefined): string {
  return nameOf(MONTHS, written);
}

/** " twenty twenty-three", or nothing. */
function addYear(year: string | undefined): string {
  return year === undefined ? "" : ` ${sayYear(Number(year))}`;
}

function sayDay(day: string | undefined): string {
  return `the ${sayOrdinal(day ?? "")}`;
}

/** Without its "the" where the text has one, or another word in its stead. */
function dropArticle(date: string, place: Place): string {
  const isThere = /^(?:the|an?|this|that|each|every|its|our|his|her|their)$/i.test(findWordBefore(place));
  return isThere ? date.slice("the ".length) : date;
}

function sayJoin(join: string | undefined): string {
  return join === "and" || join === "&" ? "and" : join === "or" ? "or" : "to";
}

function sayDate(day: number, month: number, year: string): string | null {
  // 10/25/2023 can only be American.
  const [d, m] = month > 12 && day <= 12 ? [month, day] : [day, month];
  const name = MONTHS[m - 1];
  if (name === undefined || d < 1 || d > 31) return null;
  const century = year.length > 2 ? "" : Number(year) < 70 ? "20" : "19";
  const whole = Number(century + year);
  return whole < 1000 || whole > 2199 ? null : `${sayDay(String(d))} of ${name} ${sayYear(whole)}`;
}

/** Dates that begin with a figure. */
export const DATES: readonly Rule[] = [
  makeRule(String.raw`(\d{4})-(\d\d)-(\d\d)(?![\d-])`, ([, year, month, day], place) => {
    if (Number(month) > 12) return null;
    const date = sayDate(Number(day), Number(month), year ?? "");
    return date && dropArticle(date, place);
  }),
  makeRule(String.raw`(\d\d?)([/.-])(\d\d?)\2(\d{4}|\d\d)(?![\d/]|[.-]\d)${END}`, (match, place) => {
    const [, day, sign, month, year = ""] = match;
    if (sign !== "/" && year.length < 4) return null;
    const date = sayDate(Number(day), Number(month), year);
    return date && dropArticle(date, place);
  }),
  makeRule(
    String.raw`${DAY}(?:\s?([–&-]|to|and|or)\s?${DAY})?\s(?:of\s)?${MONTH}(?:,?\s${YEAR})?(?:\s?[–-]\s?${DAY}\s${MONTH}(?:,?\s${YEAR})?)?`,
    ([, day, join, lastDay, month, year, endDay, endMonth, endYear], place) => {
      const days = lastDay === undefined ? sayDay(day) : `${sayDay(day)} ${sayJoin(join)} ${sayDay(lastDay)}`;
      const first = `${days} of ${sayMonth(month)}${addYear(year)}`;
      const last = endDay ? ` to ${sayDay(endDay)} of ${sayMonth(endMonth)}${addYear(endYear)}` : "";
      return dropArticle(first + last, place);
    },
  ),
];

/** True in "In October 15 boroughs signed up", but not in "the October 15 deadline" or "on October 15 the". */
function countsNext(place: Place, year: string | undefined): boolean {
  const after = findWordAfter(place);
  const isNoun = /^[a-z]{3}/.test(after) && !NO_NOUNS.has(after);
  const hasOrdinal = /[a-z]$/.test(place.text.slice(0, place.end));
  return isNoun && year === undefined && !hasOrdinal && /^in$/i.test(findWordBefore(place));
}

/** Dates that begin with the name of a month or a weekday. */
export const NAMED_DATES: readonly Rule[] = [
  makeRule(
    String.raw`${MONTH}\s${DAY}(?:\s?([–-])\s?${DAY})?(?![:.,/–-]\d|\s?(?:%|[ap]\.?m))(?:,?\s${YEAR})?`,
    ([, month, day, , lastDay, year], place) => {
      if (COUNTED.has(findWordAfter(place)) || countsNext(place, year)) return null;
      const last = lastDay === undefined ? "" : ` to ${sayDay(lastDay)}`;
      return `${sayMonth(month)} ${sayDay(day)}${last}${addYear(year)}`;
    },
  ),
  makeRule(`${MONTH}[–-]${MONTH}`, ([, from, to]) => `${sayMonth(from)} to ${sayMonth(to)}`),
  makeRule(String.raw`${MONTH}(?=\s${YEAR})`, ([written, month]) =>
    written === sayMonth(month) ? null : sayMonth(month),
  ),
  makeRule(
    `${WEEKDAY}[–-]${WEEKDAY}`,
    ([, from, to]) => `${nameOf(WEEKDAYS, from)} to ${nameOf(WEEKDAYS, to)}`,
  ),
  makeRule(String.raw`${WEEKDAY}\.?(?=,?\s${DAY}\s${MONTH})`, ([written, day]) =>
    written === nameOf(WEEKDAYS, day) ? null : nameOf(WEEKDAYS, day),
  ),
];

const BEFORE_YEARS = listOf(
  `in since until till by before after from during circa year early late mid spring summer autumn winter
   ${MONTHS.join(" ").toLowerCase()} jan feb mar apr jun jul aug sep sept oct nov dec`,
);
const BEFORE_YEARS_OF_COUNTED = listOf("the this in since by until during");
const BEFORE_COUNTS = listOf("nearly almost than least most some to approximately only exactly total");
const ERAS = listOf("BC AD BCE CE");

/**
 * A bare figure is a year from 1900 to 2099, unless what follows is counted ("1950 people") or what stands before
 * counts ("more than 1950"); from 1000 to 1899 only after a word such as "in", or with BC or AD.
 */
function isYear(year: number, place: Place): boolean {
  const before = findWordBefore(place).toLowerCase();
  const after = findWordAfter(place);
  const isAbout = /(?<!\p{L})ca?\.\s?$/u.test(place.text.slice(Math.max(0, place.start - 5), place.start));
  if (ERAS.has(after) || before === "ad" || isAbout) return true;
  if (COUNTED.has(after)) return year >= 1900 && BEFORE_YEARS_OF_COUNTED.has(before);
  if (year >= 1900) return !BEFORE_COUNTS.has(before) || before === "to";
  return BEFORE_YEARS.has(before);
}

/** The second year of a pair: "24" is "twenty-four", "09" is said whole. */
function saySecondYear(first: number, second: string): string {
  const rest = Number(second);
  if (second.length === 4) return sayYear(rest);
  const century = Math.floor(first / 100) + (rest < first % 100 ? 1 : 0);
  return rest < 10 ? sayYear(century * 100 + rest) : sayCardinal(second);
}

/** Pairs of years, and decades. */
export const YEAR_SPANS: readonly Rule[] = [
  makeRule(
    String.raw`(\d{4})([–/-])(\d{4}|\d\d)(?![\d%–/]|[,.:-]\d)${END}`,
    ([, from = "", sign, to = ""], place) => {
      const first = Number(from);
      const second = Number(to);
      if (first > 2099 || COUNTED.has(findWordAfter(place))) return null;
      if (to.length === 2) {
        if (first < 1500 || (second <= first % 100 && second !== (first + 1) % 100)) return null;
      } else {
        const isPlain = first >= 1500 || BEFORE_YEARS.has(findWordBefore(place).toLowerCase());
        if (!isPlain || second <= first || second > 2199) return null;
      }
      // 2023/24 is one year, of money or of school.
      return `${sayYear(first)} ${sign === "/" ? "" : "to "}${saySecondYear(first, to)}`;
    },
  ),
  makeRule(String.raw`(\d{1,2})[–-](\d{1,2})s${END}`, ([, from = "", to = ""]) =>
    makePlural(`${sayCardinal(from)} to ${sayCardinal(to)}`),
  ),
  makeRule(String.raw`[‘’']?(\d{1,3}(?:,\d{3})+|\d{1,4})s${END}`, ([, written = ""]) => {
    const year = Number(written);
    const isDecade = written.length === 4 && year % 10 === 0 && year >= 1000 && year < 2200;
    return makePlural(isDecade ? sayYear(year) : sayCardinal(written));
  }),
];

/** Years by themselves. */
export const YEARS: readonly Rule[] = [
  makeRule(String.raw`((?:1\d|20)\d\d)(?!\d|[,.:/]\d)${END}`, ([, year], place) =>
    isYear(Number(year), place) ? sayYear(Number(year)) : null,
  ),
];
