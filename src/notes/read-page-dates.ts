// A date as a page writes it -> YYYY-MM-DD, the day that stands there, whatever the time zone.
// Pages write dates in a dozen ways; a day that is shifted or guessed would be a false fact.

import { countDays, isCalendarDate } from "../input/calendar-date.ts";

/** The first three letters or more of each month: English, Welsh, German. */
const MONTHS: readonly string[] = [
  "jan(?:uary|uar)?|ionawr",
  "feb(?:ruary|ruar)?|chwefror",
  "mar(?:ch)?|mawrth|märz",
  "apr(?:il)?|ebrill",
  "may|mai",
  "june?|mehefin|juni",
  "july?|gorffennaf|juli",
  "aug(?:ust)?|awst",
  "sept?(?:ember)?|medi",
  "oct(?:ober)?|hydref|oktober|okt",
  "nov(?:ember)?|tachwedd",
  "dec(?:ember)?|rhagfyr|dezember|dez",
];
const MONTH = `(${MONTHS.join("|")})`;
const DAY = "(\\d{1,2})(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?";
const YEAR = "((?:19|20|21)\\d{2})";

const FORMS: readonly (readonly [pattern: RegExp, order: string])[] = [
  [new RegExp(`(?<!\\d)${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`), "ymd"],
  [/^\s*((?:19|20|21)\d{2})(\d{2})(\d{2})(?:T|\s|$)/, "ymd"],
  [new RegExp(`(?<![\\d£$€.])${DAY}\\.?[ -](?:of )?${MONTH}\\.?,?[ -]${YEAR}(?!\\d)`, "i"), "dMy"],
  [new RegExp(`\\b${MONTH}\\.? ${DAY},? ${YEAR}(?!\\d)`, "i"), "Mdy"],
  [new RegExp(`(?<![\\d/.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.${YEAR}(?!\\d)`), "dmy"],
  [new RegExp(`(?<![\\d/])(\\d{1,2})[/-](\\d{1,2})[/-]${YEAR}(?!\\d)`), "?"],
];

/** How far a date may lie after today: magazines are dated ahead. In days. */
const AHEAD = 62;

/** The first date in a text, or null. `language` (BCP 47) decides between 3/4 and 4/3. */
export function findDate(text: string, language: string | null): string | null {
  const plain = text.replace(/\s+/g, " ");
  for (const [pattern, order] of FORMS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const date = assemble(match.slice(1), order, language);
    if (date !== null) return date;
  }
  return null;
}

function assemble(parts: readonly string[], order: string, language: string | null): string | null {
  const [a = "", b = "", c = ""] = parts;
  if (order === "ymd") return checked(a, Number(b), Number(c));
  if (order === "dMy") return checked(c, monthNumber(b), Number(a));
  if (order === "Mdy") return checked(c, monthNumber(a), Number(b));
  if (order === "dmy") return checked(c, Number(b), Number(a));
  const [first, second] = [Number(a), Number(b)];
  const isAmerican = /^en-(?:US|PH)\b/i.test(language ?? "");
  // Without a country a day of 12 or less could be a month.
  if (first <= 12 && second <= 12 && first !== second && (language === null || /^en$/i.test(language)))
    return null;
  const monthFirst = second > 12 || (isAmerican && first <= 12);
  return monthFirst ? checked(c, first, second) : checked(c, second, first);
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((pattern) => new RegExp(`^(?:${pattern})$`, "i").test(name)) + 1;
}

function checked(year: string, month: number, day: number): string | null {
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

/**
 * True for a day on which something on the web may have been published: after the 1980s (machines write
 * 1970 for "unknown") and not far after `today` (null: no later than 2100).
 */
export function isLikelyDate(date: string, today: string | null): boolean {
  if (date < "1990-01-01") return false;
  return today === null ? date < "2100" : countDays(date) - countDays(today) <= AHEAD;
}

/** The day in an address such as /2023/05/16/title or /2023-05-16-title; null without a whole date. */
export function findDateInAddress(address: string): string | null {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/, "");
  const match = /[/_-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(path);
  return match ? checked(match[1] ?? "", Number(match[2]), Number(match[3])) : null;
}
