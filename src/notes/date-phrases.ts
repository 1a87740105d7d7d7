// A sentence and the day it was published -> the phrases in it that name a later day, and which day that is.
// English only, by a grammar of our own: what a library guesses of "may" and "march" cannot be trusted here.

import { countDays, isCalendarDate } from "../input/calendar-date.ts";

/** A phrase such as "by the end of March 2024", with its place in the sentence. */
export interface DatePhrase {
  readonly start: number;
  readonly end: number;
  /** The day, YYYY-MM-DD: the last of a month, season or year; the first where something begins. */
  readonly date: string;
  /** True if the words alone lie in the future, as a year to come does or "next month". */
  readonly isFuture: boolean;
  /** True for "by", "from", "until": something is to happen then, whatever the verb. */
  readonly isTerm: boolean;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const MONTH =
  "(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?";
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const NUMBER = `(\\d{1,2}|an?|${NUMBERS.join("|")})`;
const YEAR = "(20\\d\\d)(?!\\d|,\\d|-)";
const PREPOSITION =
  "(?:\\b([Bb]y|[Bb]efore|[Ii]n|[Oo]n|[Ff]rom|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Ff]or|[Aa]t|[Oo]ver|[Ww]ithin|[Ss]tarting(?: in| from)?)\\s+)";
const PART =
  "(?:(?:[Tt]he\\s+)?([Ee]arly|[Mm]id|[Ll]ate|later in|(?:very\\s+)?(?:beginning|start|middle|end) of|(?:first|second|third|fourth|last|final) (?:half|quarter) of)[\\s-]+(?:in\\s+)?)";
const SEASON = "(spring|summer|autumn|winter)";

/** What a pattern has found: the preposition and the part of a span that go before, and its own groups. */
interface Words {
  readonly text: string;
  readonly preposition: string;
  readonly part: string;
  readonly groups: readonly string[];
}

/** Days from `first` to `last`, both included. */
interface Span {
  readonly first: string;
  readonly last: string;
  readonly isFuture: boolean;
}

interface Pattern {
  readonly pattern: RegExp;
  readonly span: (words: Words, published: string) => Span | null;
}

/** In the order in which they are tried: what a longer one has taken is not read again. */
const PATTERNS: readonly Pattern[] = [
  {
    pattern: make(`\\b(20\\d\\d-\\d\\d-\\d\\d)(?![\\d-])`),
    span: ({ groups: [date = ""] }) =>
      isCalendarDate(date) ? { first: date, last: date, isFuture: true } : null,
  },
  {
    pattern: make(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?!\\p{L})(?:,? ${YEAR})?`),
    span: ({ groups: [day, month, year] }, published) => readDay(day, month, year, published),
  },
  {
    pattern: make(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d%:.])(?:,? ${YEAR})?`),
    span: ({ groups: [month, day, year] }, published) => readDay(day, month, year, published),
  },
  {
    pattern: make(`${PART}?\\b${MONTH},? ${YEAR}`),
    span: ({ groups: [month = "", year] }) => monthSpan(Number(year), monthOf(month), true),
  },
  {
    pattern: make(
      `${PART}?(?:(next|this|coming) )?\\b${MONTH}(?! \\p{Lu}|['’]s\\b|\\p{L}| (?:of )?last year)(?: (?:of )?(next year))?`,
    ),
    span: ({ preposition, part, groups: [which, month = "", nextYear] }, published) => {
      // Alone it may be a name, or begin a sentence as a verb.
      if (preposition === "" && part === "" && which === "") return null;
      const year = yearOf(published);
      if (nextYear !== "") return monthSpan(year + 1, monthOf(month), true);
      const isPast = monthSpan(year, monthOf(month), false).last <= published;
      return monthSpan(isPast ? year + 1 : year, monthOf(month), which === "next" || which === "coming");
    },
  },
  {
    pattern: make(
      `${PART}?(?:the )?(?:(next|this|coming) )?\\b${SEASON}\\b(?!['’]s)(?:,? (?:of )?${YEAR}(?:/\\d\\d)?)?`,
    ),
    span: ({ preposition, part, groups: [which, season = "", written] }, published) => {
      if (preposition === "" && part === "" && which === "" && written === "") return null;
      const month = 3 * ["winter", "spring", "summer", "autumn"].indexOf(season) || 12;
      const inYear = (year: number, isFuture: boolean) => ({
        first: day(year, month, 1),
        last: day(year, month + 3, 0),
        isFuture,
      });
      if (written !== "") return inYear(Number(written), true);
      const year = yearOf(published);
      // "Next spring" said in spring is another one; "this spring" is not.
      const candidates = [inYear(year - 1, false), inYear(year, false), inYear(year + 1, false)];
      const coming = candidates.find(({ first, last }) => (which === "next" ? first : last) > published);
      return coming ? { ...coming, isFuture: which === "next" || which === "coming" } : null;
    },
  },
  {
    pattern: make(
      `${PART}?(?:the )?(?:financial year |fiscal year )?\\b(20\\d\\d)[/–-](\\d\\d)\\b(?![-\\d])`,
    ),
    span: ({ preposition, part, groups: [year] }) =>
      preposition === "" && part === ""
        ? null
        : { first: day(Number(year), 4, 1), last: day(Number(year) + 1, 3, 31), isFuture: true },
  },
  {
    pattern: make(`\\bQ([1-4]) (?:of )?${YEAR}`),
    span: ({ groups: [quarter, year] }) => ({
      first: day(Number(year), 3 * Number(quarter) - 2, 1),
      last: day(Number(year), 3 * Number(quarter) + 1, 0),
      isFuture: true,
    }),
  },
  {
    pattern: make(`${PART}?\\b${YEAR}(?!['’]s|\\/)`),
    span: ({ text, preposition, part, groups: [year] }, published) => {
      // "The 2024 intake" is a name more than a day.
      if ((preposition === "" && part === "") || /\bthe 20\d\d$/i.test(text)) return null;
      return yearSpan(Number(year), Number(year) > yearOf(published));
    },
  },
  {
    pattern: make("\\blater this (week|month|quarter|year)\\b"),
    span: ({ groups: [unit = ""] }, published) => ({ ...unitSpan(published, unit, 0), isFuture: true }),
  },
  {
    pattern: make(`${PART}?\\b(?:(the|this|next) )(week|month|quarter|year|financial year)\\b(?!['’]s)`),
    span: ({ text, part, groups: [which = "", unit = ""] }, published) => {
      const isEnd = /end of|later/.test(part);
      // "The year" is one to come only by its end; "the next month" is told by the durations below.
      if (which === "the" && !isEnd) return null;
      if (/\bthe next\b/i.test(text)) return null;
      const span = unitSpan(published, unit, which === "next" ? 1 : 0);
      return { ...span, isFuture: which === "next" };
    },
  },
  {
    pattern: make(
      `(?:the )?(?:(next|coming|following) )?\\b${NUMBER} (day|week|month|year)s?(['’]? time)?\\b`,
    ),
    span: ({ preposition, groups: [which, number = "", unit = "", time] }, published) => {
      if (!/^(?:in|within|over|during|for|by|throughout)$/.test(preposition)) return null;
      if (preposition !== "in" && preposition !== "within" && which === "") return null;
      return {
        ...after(published, countOf(number), unit),
        isFuture: (which !== "" && which !== "following") || time !== "",
      };
    },
  },
  {
    pattern: make(`(?:the )?(next|coming) (week|month|year)\\b(?!['’]s)`),
    span: ({ preposition, groups: [, unit = ""] }, published) =>
      preposition === "" ? null : { ...after(published, 1, unit), isFuture: true },
  },
  {
    pattern: make("\\b(Christmas|year[- ]end|(?:the )?new year|(?:the )?New Year)\\b(?!['’]s)"),
    span: ({ preposition, groups: [which = ""] }, published) => {
      const year = yearOf(published);
      if (preposition === "") return null;
      if (/new/i.test(which)) return monthSpan(year + 1, 1, false);
      const date = day(year, 12, which === "Christmas" ? 25 : 31);
      return { first: date, last: date, isFuture: false };
    },
  },
];

/** Every phrase of a sentence that names a day after the one it was published on, in order. */
export function findDatePhrases(sentence: string, published: string): DatePhrase[] {
  const taken: { readonly start: number; readonly end: number }[] = [];
  const phrases: DatePhrase[] = [];
  for (const { pattern, span } of PATTERNS) {
    for (const match of sentence.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some((other) => start < other.end && other.start < end)) continue;
      const words = readWords(match, pattern);
      const found = span(words, published);
      if (!found) continue;
      taken.push({ start, end });
      const date = chooseDay(found, words);
      if (date <= published) continue;
      const isTerm = /^(?:by|from|until|till|before|starting)/.test(words.preposition);
      phrases.push({ start, end, date, isFuture: found.isFuture, isTerm });
    }
  }
  return phrases.sort((a, b) => a.start - b.start);
}

/** Each pattern may have a preposition before it, which belongs to the phrase. */
function make(pattern: string): RegExp {
  return new RegExp(
    `${PREPOSITION}?(?:(?:on|[Tt]he|a) )*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?${pattern}`,
    "gu",
  );
}

function readWords(match: RegExpMatchArray, { source }: RegExp): Words {
  const [, preposition = "", ...rest] = match.map((group) => group ?? "");
  const hasPart = source.includes(PART);
  return {
    text: match[0],
    preposition: preposition.toLowerCase(),
    part: hasPart ? (rest[0] ?? "").toLowerCase() : "",
    groups: hasPart ? rest.slice(1) : rest,
  };
}

/** The day within a span that the words before it mean. */
function chooseDay({ first, last }: Span, { preposition, part }: Words): string {
  const days = countDays(last) - countDays(first);
  const at = (share: number) => writeDays(countDays(first) + Math.round(days * share));
  const [, which = "", unit = ""] = /(first|second|third|fourth|last|final) (half|quarter)/.exec(part) ?? [];
  if (unit === "half") return which === "first" ? at(0.5) : last;
  if (unit === "quarter") return at({ first: 0.25, second: 0.5, third: 0.75 }[which] ?? 1);
  if (/beginning|start/.test(part)) return first;
  if (/early/.test(part)) return at(0.33);
  if (/mid/.test(part)) return at(0.5);
  if (part === "" && /^(?:from|before|starting)/.test(preposition)) return first;
  return last;
}

function readDay(dayOfMonth = "", month = "", year = "", published: string): Span | null {
  const number = Number(dayOfMonth);
  if (number < 1 || number > 31) return null;
  const at = (year: number) => day(year, monthOf(month), number);
  const own = yearOf(published);
  const date = year !== "" ? at(Number(year)) : at(own) > published ? at(own) : at(own + 1);
  return { first: date, last: date, isFuture: year !== "" };
}

function monthSpan(year: number, month: number, isFuture: boolean): Span {
  return { first: day(year, month, 1), last: day(year, month + 1, 0), isFuture };
}

function yearSpan(year: number, isFuture: boolean): Span {
  return { first: day(year, 1, 1), last: day(year, 12, 31), isFuture };
}

/** The week (to Sunday), month, quarter or year of a day, or the one after it. */
function unitSpan(published: string, unit: string, ahead: 0 | 1): Span {
  const [year = 0, month = 1] = published.split("-").map(Number);
  const isFuture = false;
  if (unit === "year") return yearSpan(year + ahead, isFuture);
  if (unit === "financial year") {
    const from = year + ahead - (month < 4 ? 1 : 0);
    return { first: day(from, 4, 1), last: day(from + 1, 3, 31), isFuture };
  }
  if (unit === "month") return monthSpan(year, month + ahead, isFuture);
  if (unit === "quarter") {
    const from = month - ((month - 1) % 3) + 3 * ahead;
    return { first: day(year, from, 1), last: day(year, from + 3, 0), isFuture };
  }
  const days = countDays(published);
  // 1 January 1970, day 0, was a Thursday.
  const monday = days - ((days + 3) % 7) + 7 * ahead;
  return { first: writeDays(monday), last: writeDays(monday + 6), isFuture };
}

/** So many days, weeks, months or years after a day, as a span of that day alone. */
function after(published: string, count: number, unit: string): Span {
  const [year = 0, month = 1, dayOfMonth = 1] = published.split("-").map(Number);
  const months = unit === "month" ? count : unit === "year" ? 12 * count : 0;
  const lastDay = Number(day(year, month + months + 1, 0).slice(8));
  const days = unit === "day" ? count : unit === "week" ? 7 * count : 0;
  const date =
    months > 0
      ? day(year, month + months, Math.min(dayOfMonth, lastDay))
      : writeDays(countDays(published) + days);
  return { first: date, last: date, isFuture: false };
}

function countOf(number: string): number {
  return /^an?$/.test(number) ? 1 : Number(number) || NUMBERS.indexOf(number) + 1;
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** A day by numbers; a month beyond twelve and a day 0 are counted on. */
function day(year: number, month: number, dayOfMonth: number): string {
  return new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10);
}

function writeDays(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
