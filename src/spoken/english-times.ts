// Times of day, lengths and ratios with a colon -> as they are said: "9:30am" is "nine thirty A M".
// A figure such as 8:51 may be a time or a length; "eight fifty-one" is said for both.

import { sayCardinal } from "./english-numbers.ts";
import { END, findWordBefore, listOf, makeRule, type Place, type Rule, STOP } from "./english-rules.ts";

const HALF = String.raw`(?:\s?([AaPp])(?:\.[Mm]${STOP}|[Mm]${END}))`;
const CLOCK = String.raw`([01]?\d|2[0-4])(?:[:.]([0-5]\d))?(?!\d)`;

/** "five", "oh five" */
function sayMinutes(minutes: string): string {
  return `${minutes.startsWith("0") ? "oh " : ""}${sayCardinal(String(Number(minutes)))}`;
}

function sayClock(hour = "", minutes: string | undefined, half: string | undefined, isSure: boolean): string {
  const hours = Number(hour);
  const rest = half === undefined ? "" : ` ${half.toUpperCase()} M`;
  if (minutes !== undefined && minutes !== "00")
    return `${sayCardinal(String(hours))} ${sayMinutes(minutes)}${rest}`;
  if (minutes === undefined || isSure) return sayCardinal(String(hours)) + rest;
  if (hours % 24 === 0) return "midnight";
  return sayCardinal(String(hours)) + (hours > 12 ? " hundred" : " o'clock");
}

/** Between two times: a dash without blanks, or one with blanks before what must be a time. */
const DASH = String.raw`(?:[–-]|\s[–-]\s(?=\d[\d:.]{0,4}\s?[AaPp]\.?[Mm]))`;

const HOURS = String.raw`([01]\d|2[0-3])([0-5]\d)`;

/** "oh nine fifteen", "fourteen hundred" */
function sayHundreds(hours: string, minutes: string): string {
  if (hours === "00") return minutes === "00" ? "zero hundred" : `oh oh ${sayMinutes(minutes)}`;
  return `${sayMinutes(hours)} ${minutes === "00" ? "hundred" : sayMinutes(minutes)}`;
}

const AT = listOf("at until till from before after");
const BEFORE_COUNTS =
  listOf(`over under nearly almost than least most some spent spend worked work works to total logged
  took takes take saved save saves saving by for of about around approximately exactly only`);

/** "1430 hours" and "at 2000 hours" are times; "2000 hours" and "1430 hours of work" may be counted. */
function isCounted(hours: string, minutes: string, place: Place): boolean {
  if (hours.startsWith("0")) return false;
  const before = findWordBefore(place).toLowerCase();
  if (AT.has(before)) return false;
  const isOf = /^\s?(?:hours|hrs)\s(?:of|an?|per|in|each|worked|spent|saved)\s/.test(
    place.text.slice(place.end, place.end + 16),
  );
  return minutes === "00" || isOf || BEFORE_COUNTS.has(before);
}

/** Hours of the day in four figures, before the word for them. */
const HOURS_OF_DAY: readonly Rule[] = [
  makeRule(
    String.raw`${HOURS}(?:[–-]${HOURS})?(?=\shours${END})|${HOURS}(?:[–-]${HOURS})?\s?hrs?${END}`,
    (match, place) => {
      const [hours = "", minutes = "", lastHours, lastMinutes = ""] =
        match[1] === undefined ? match.slice(5) : match.slice(1);
      if (lastHours === undefined && isCounted(hours, minutes, place)) return null;
      const last = lastHours === undefined ? "" : ` to ${sayHundreds(lastHours, lastMinutes)}`;
      return `${sayHundreds(hours, minutes)}${last}${match[1] === undefined ? " hours" : ""}`;
    },
  ),
];

/** Times, lengths and ratios. */
export const TIMES: readonly Rule[] = [
  ...HOURS_OF_DAY,
  makeRule(
    String.raw`(\d{1,3}):([0-5]\d):([0-5]\d)(?![\d:])`,
    ([, hours = "", minutes = "", seconds = ""]) =>
      `${sayCardinal(String(Number(hours)))} ${sayMinutes(minutes)} ${sayMinutes(seconds)}`,
  ),
  makeRule(
    String.raw`${CLOCK}${HALF}?(?:${DASH}${CLOCK}${HALF}?)?(?!:\d)`,
    ([written = "", hour, minutes, half, endHour, endMinutes, endHalf]) => {
      const isSure = half !== undefined || endHalf !== undefined;
      if (!isSure && !/^\d\d?:\d\d(?:$|[–-]\d\d?:\d\d$)/.test(written)) return null;
      const from = sayClock(hour, minutes, half, isSure);
      return endHour === undefined ? from : `${from} to ${sayClock(endHour, endMinutes, endHalf, isSure)}`;
    },
  ),
  makeRule(
    String.raw`(\d{1,4}):(\d{1,4})(?![\d:]|[.,]\d)`,
    ([, first = "", second = ""]) =>
      `${sayCardinal(first)} ${second.length === 2 ? "" : "to "}${sayCardinal(second)}`,
  ),
];

/** "at 9.30": a time only where the word before says so, and where nothing that is measured follows. */
export const DOTTED_TIMES: readonly Rule[] = [
  makeRule(
    String.raw`([1-9]|1\d|2[0-3])\.([0-5]\d)(?!\d|\.\d|\s?(?:%|per\b))${END}`,
    ([, hour, minutes], place) =>
      /^(?:at|until|till)$/i.test(findWordBefore(place)) ? sayClock(hour, minutes, undefined, true) : null,
  ),
];
