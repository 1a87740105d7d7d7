// The kinds of value that the format knows -> schemas, each saying what it expects.
// Used by every schema of a file, so that a date or an address is the same everywhere.

import * as z from "zod";
import { readAddress } from "./address.ts";
import { isCalendarDate } from "./calendar-date.ts";
import { parseDuration } from "./duration.ts";
import { SLUG } from "./slug.ts";

// Nothing is compiled at run time: the files are small, and start-up is what a user waits for.
z.config({ jitless: true });

/** Text that is not empty. */
export const textField = () => z.string().regex(/\S/, "text");

/** Text of one or more, or a list of them. */
export const textsField = () => z.union([textField(), z.array(textField()).min(1)]);

/** Text of a kind; `expected` says which, to an author whose text, or number, is not of it. */
export const kindField = (expected: string, isSound: (text: string) => boolean) =>
  z.string(expected).refine(isSound, expected);

/** A slug. */
export const slugField = () => {
  const expected = "small letters, digits and hyphens, such as local-government";
  return z.string(expected).regex(SLUG, expected);
};

/** A calendar date, kept as the text YYYY-MM-DD. */
export const dateField = () =>
  kindField("a calendar date as YYYY-MM-DD (year, month, day), such as 2026-10-03", isCalendarDate).meta({
    format: "date",
  });

/** A running time, kept as text: m:ss or h:mm:ss. */
export const durationField = () =>
  kindField(
    'a running time as "m:ss" or "h:mm:ss", such as "9:00"',
    (text) => (parseDuration(text) ?? 0) > 0,
  ).meta({ pattern: "^(\\d{1,2}:)?\\d{1,3}:[0-5]\\d$" });

/** An address of a page, http or https. */
export const webField = () =>
  kindField(
    "an address that begins with http:// or https://",
    (text) => readAddress(text)?.kind === "web",
  ).meta({ format: "uri" });

/** An address of a page or of a mailbox. */
export const addressField = () =>
  kindField(
    "an address that begins with http://, https:// or mailto:",
    (text) => readAddress(text) !== null,
  ).meta({ format: "uri" });

/** A whole number from `least`. */
export const wholeField = (least: number) =>
  z.int(`a whole number from ${least}`).min(least, `a whole number from ${least}`);
