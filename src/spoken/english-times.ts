// Times of day, lengths and ratios with a colon -> as they are said: "9:30am" is "nine thirty A M".
// A figure such as 8:51 may be a time or a length; "eight fifty-one" is said for both.

import { sayCardinal } from "./english-numbers.ts";
import { END, findWordBefore, makeRule, type Rule, STOP } from "./english-rules.ts";

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

/** Times, lengths and ratios. */
export const TIMES: readonly Rule[] = [
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
