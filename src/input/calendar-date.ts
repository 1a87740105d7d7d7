// A calendar date as written -> itself, checked, and its words in the show's language.
// A date is never an instant: no time zone can move it, and English is written from our own table.

import { isEnglish } from "./language.ts";

const ENGLISH_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** True for a day that exists, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year > 0 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}

/**
 * The date in the words of a language (BCP 47): "3 October 2023", "October 3, 2023" in en-US.
 * Languages other than English are written by Intl.
 */
export function formatDate(date: string, language: string): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  if (isEnglish(language)) {
    const name = ENGLISH_MONTHS[month - 1] ?? "";
    return /^en-US\b/i.test(language) ? `${name} ${day}, ${year}` : `${day} ${name} ${year}`;
  }
  // A language that Intl does not know would be written in the machine's own.
  return new Intl.DateTimeFormat([language, "en-GB"], { dateStyle: "long", timeZone: "UTC" }).format(
    Date.UTC(year, month - 1, day),
  );
}

/** Days from 1 January 1970, for counting from one date to another. */
export function countDays(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}
