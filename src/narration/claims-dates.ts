// Text -> the dates in it, with whatever each of them says: day, month, year, weekday, how long ago.
// "3 October 2023", "October the third" and "last autumn" are dates; the month of a march is not.

import { makePlain } from "./claims-words.ts";

/** A date and where it stands. What it does not say is null. */
export interface DateClaim {
  readonly year: number | null;
  /** From 1 to 12. */
  readonly month: number | null;
  readonly day: number | null;
  /** In small letters. */
  readonly weekday: string | null;
  /** "year", "month", "week", "summer", for a date that is counted from today. */
  readonly unit: string | null;
  /** How many of the unit from today: -1 is "last year" or "a year ago". */
  readonly offset: number | null;
  /** Whether it is the beginning, the middle or the end of it that is meant. */
  readonly part: "early" | "mid" | "late" | null;
  /** Whether what is told lies before the date ("by March") or after it ("since March"). */
  readonly side: "before" | "after" | null;
  /** The date as written, without words before it. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const UNITS = NUMBERS.slice(0, 9);
const DAYS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(
    " ",
  );

const MONTH =
  "(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![\\p{L}\\p{N}])\\.?";
const WEEKDAY = "(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?(?![\\p{L}])";
const SAID_DAY = [...DAYS]
  .sort((a, b) => b.length - a.length)
  .join("|")
  .replaceAll("-", "[- ]");
const DAY = `(?:the )?(?<day>(?:3[01]|[12]?\\d)(?:st|nd|rd|th)?|${SAID_DAY})(?![\\p{L}\\p{N}])`;
const SAID_REST = `oh[- ](?:${UNITS.join("|")})|hundred|${TEENS.join("|")}|(?:${TENS.join("|")})(?:[- ](?:${UNITS.join("|")}))?`;
const SAID_YEAR = `(?:seventeen|eighteen|nineteen|twenty)[- ](?:${SAID_REST})|two thousand(?: and)?(?: (?:${NUMBERS.join("|")}|${TEENS.join("|")}|${TENS.join("|")}))?`;
const YEAR = `(?<year>(?:1[5-9]|20|21)\\d\\d(?![\\d,]*\\d|\\.\\d|%)|${SAID_YEAR})(?![\\p{L}])`;
const SPAN = "(?:[-–/](?:\\d{4}|\\d\\d)(?!\\d))?";

const UNIT =
  "day|week|fortnight|month|quarter|year|decade|century|weekend|spring|summer|autumn|winter|christmas|easter";

/** Forms of dates, tried in turn at each place. A month has its capital letter, for it may be a word as well. */
const FORMS: readonly RegExp[] = [
  /(?<year>\d{4})-(?<figure>\d\d)-(?<day>\d\d)(?!\d)/uy,
  /(?<day>\d\d?)[/.](?<figure>\d\d?)[/.](?<year>\d{4})(?!\d)/uy,
  new RegExp(`(?:${WEEKDAY},? )?${DAY}(?: of|,)? ${MONTH}(?:,? ${YEAR})?`, "uy"),
  new RegExp(`(?:${WEEKDAY},? )?${MONTH} ${DAY}(?:,? ${YEAR})?`, "uy"),
  new RegExp(`${MONTH}(?: of|,)? ${YEAR}`, "uy"),
  new RegExp(`(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Ll]ast) ${MONTH}`, "uy"),
  new RegExp(`(?:(?<which>[Ll]ast|[Tt]his|[Nn]ext) )?${WEEKDAY}`, "uy"),
  new RegExp(MONTH, "uy"),
  /(?<decade>(?:1[5-9]|20)\d0)'?s(?!\p{L})/uy,
  new RegExp(`${YEAR}${SPAN}`, "uy"),
  /(?<spoken>yesterday|tomorrow|tonight|today|this morning|this afternoon|this evening|last night|the day before|overnight)(?!\p{L})/iuy,
  new RegExp(
    `(?<count>\\d{1,4}|an?|${NUMBERS.join("|")}|${TEENS.join("|")}|twenty|some|several|many|a few|a couple of) (?<long>day|week|fortnight|month|year|decade|centurie|century)s? (?<ago>ago|earlier|from now|later)(?!\\p{L})`,
    "iuy",
  ),
  /(?<vague>(?:years|weeks|months|decades|days|centuries) ago|(?:for|after|over|in recent|recent|in the past|in the last|for the past|for the last|of) (?:weeks|months|years|decades|centuries)|years of|decades of|months of|weeks of)(?!\p{L})/iuy,
  new RegExp(
    `(?:the )?(?<which>last|this|next|past|previous|coming|current|every|each) (?<long>${UNIT})(?!\\p{L}|-)`,
    "iuy",
  ),
  /(?:by|in|until|since|from|over|during|before|after|come|late|early|come the)(?: the)? (?<season>spring|summer|autumn|winter)(?!\p{L})/iuy,
  /(?:(?:in|over|during|of|before|after|by|since) )?(?<season>christmas|easter|new year)(?!\p{L}|'s resolution)/iuy,
];

const BEGINS = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;

/** Every date of a text, in order. */
export function findDates(text: string): DateClaim[] {
  const plain = makePlain(text);
  const dates: DateClaim[] = [];
  let end = 0;
  for (const { index } of plain.matchAll(BEGINS)) {
    if (index < end) continue;
    const date = readDate(plain, index);
    if (date === null) continue;
    dates.push(date);
    end = date.end;
  }
  return dates;
}

function readDate(plain: string, at: number): DateClaim | null {
  for (const form of FORMS) {
    form.lastIndex = at;
    const match = form.exec(plain);
    if (match === null) continue;
    const groups = match.groups ?? {};
    if (groups.month !== undefined && !isMonth(plain, match, groups)) continue;
    return describe(plain, match, groups);
  }
  return null;
}

/** "May" and "March" at the start of a sentence may be words: "March on", "May we…". */
function isMonth(plain: string, match: RegExpExecArray, groups: Record<string, string | undefined>): boolean {
  if (
    groups.day ||
    groups.year ||
    groups.which ||
    !/^(?:May|March|Mar|Jan|Jun|Sep|Dec)$/.test(groups.month ?? "")
  )
    return true;
  const before = plain.slice(Math.max(0, match.index - 12), match.index);
  if (/^(?:Mar|Jan|Jun|Sep|Dec)$/.test(groups.month ?? ""))
    return /(?:^|\s)(?:in|by|since|of|last|next|from|until) $/i.test(before);
  return (
    !/(?:^|[.!?:;"\n–—([]\s*|^['-])$/.test(before) ||
    /^(?:'s| (?:is|was|will|saw|brought|brings)\b)/.test(plain.slice(match.index + match[0].length))
  );
}

function describe(
  plain: string,
  match: RegExpExecArray,
  groups: Record<string, string | undefined>,
): DateClaim {
  const { month, figure, day, year, weekday, which, long, count, ago, spoken, vague, decade, season } =
    groups;
  const before = plain.slice(Math.max(0, match.index - 40), match.index).toLowerCase();
  return {
    year: year === undefined ? (decade === undefined ? null : Number(decade)) : readYear(year),
    month:
      month !== undefined
        ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
        : figure === undefined
          ? null
          : Number(figure),
    day: day === undefined ? null : readDay(day),
    weekday: weekday?.toLowerCase() ?? null,
    unit: nameUnit({ long, spoken, vague, season, which, month, weekday, decade }),
    offset: countOffset(which, count, ago, spoken),
    part: readPart(before),
    side: readSide(before),
    words: match[0],
    start: match.index,
    end: match.index + match[0].length,
  };
}

function nameUnit(groups: Readonly<Record<string, string | undefined>>): string | null {
  const { long, spoken, vague, season, which, month, weekday, decade } = groups;
  if (long !== undefined) return long.toLowerCase().replace(/centurie$/, "century");
  if (spoken !== undefined)
    return /morning|afternoon|evening|night|tonight/i.test(spoken) ? spoken.toLowerCase() : "day";
  if (vague !== undefined) return vague.toLowerCase().replace(/^(?:in|for) (?:the )?/, "");
  if (season !== undefined) return season.toLowerCase();
  if (decade !== undefined) return "decade";
  return which === undefined
    ? null
    : month === undefined
      ? weekday === undefined
        ? null
        : "weekday"
      : "month";
}

function countOffset(which = "", count = "", ago = "", spoken = ""): number | null {
  if (count !== "") {
    const size = /^an?$/i.test(count) ? 1 : (readSmall(count.toLowerCase()) ?? Number.NaN);
    const amount = Number.isNaN(size) ? 99 : size;
    return /^(?:ago|earlier)$/i.test(ago) ? -amount : amount;
  }
  if (spoken !== "")
    return /yesterday|last night|before/i.test(spoken) ? -1 : /tomorrow/i.test(spoken) ? 1 : 0;
  if (/^(?:last|past|previous|this past)$/i.test(which)) return -1;
  if (/^(?:next|coming)$/i.test(which)) return 1;
  return which === "" ? null : 0;
}

function readSmall(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === "a couple of") return 2;
  if (word === "twenty") return 20;
  const unit = NUMBERS.indexOf(word);
  if (unit >= 0) return unit + 1;
  const teen = TEENS.indexOf(word);
  return teen >= 0 ? teen + 10 : null;
}

function readDay(written: string): number {
  const said = DAYS.indexOf(written.toLowerCase().replace(" ", "-"));
  return said >= 0 ? said + 1 : Number.parseInt(written, 10);
}

/** A year in digits or as it is said: "2023", "twenty twenty-three", "two thousand and four". */
function readYear(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const words = written.toLowerCase().split(/[- ]/);
  if (words[0] === "two")
    return (
      2000 +
      words
        .slice(2)
        .filter((word) => word !== "and")
        .reduce((sum, word) => sum + sumOf(word), 0)
    );
  const century = { seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20 }[words[0] ?? ""] ?? 0;
  return century * 100 + words.slice(1).reduce((sum, word) => sum + sumOf(word), 0);
}

function sumOf(word: string): number {
  const ten = TENS.indexOf(word);
  return ten >= 0 ? 20 + 10 * ten : (readSmall(word) ?? 0);
}

function readPart(before: string): DateClaim["part"] {
  if (/(?:early|start of|beginning of|start to|first half of|dawn of)(?: in)?[ -](?:the )?$/.test(before))
    return "early";
  if (/(?:mid|middle of)[ -](?:the )?$/.test(before)) return "mid";
  if (/(?:late|end of|close of|second half of|tail end of)(?: in)?[ -](?:the )?$/.test(before)) return "late";
  return null;
}

function readSide(before: string): DateClaim["side"] {
  const phrase = before.replace(
    /(?:(?:the )?(?:start|beginning|middle|end|close) of |early |late |mid-?)$/,
    "",
  );
  if (/(?:^|\s)(?:since|from|after)(?: the)? $/.test(phrase)) return "after";
  return /(?:^|\s)(?:by|before|until|till|up to)(?: the)? $/.test(phrase) ? "before" : null;
}
