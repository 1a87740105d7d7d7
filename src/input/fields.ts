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

/** A slug. */
export const slugField = () =>
  z.string().regex(SLUG, "small letters, digits and hyphens, such as local-government");

/** A calendar date, kept as the text YYYY-MM-DD. */
export const dateField = () =>
  z
    .string()
    .refine(isCalendarDate, "a calendar date as YYYY-MM-DD (year, month, day), such as 2026-10-03")
    .meta({ format: "date" });

/** A running time, kept as text: m:ss or h:mm:ss. */
export const durationField = () =>
  z
    .string()
    .refine((text) => (parseDuration(text) ?? 0) > 0, 'a running time as "m:ss" or "h:mm:ss", such as "9:00"')
    .meta({ pattern: "^(\\d{1,2}:)?\\d{1,3}:[0-5]\\d$" });

/** An address of a page, http or https. */
export const webField = () =>
  z
    .string()
    .refine((text) => readAddress(text)?.kind === "web", "an address that begins with http:// or https://")
    .meta({ format: "uri" });

/** An address of a page or of a mailbox. */
export const addressField = () =>
  z
    .string()
    .refine((text) => readAddress(text) !== null, "an address that begins with http://, https:// or mailto:")
    .meta({ format: "uri" });

/** A whole number from `least`. */
export const wholeField = (least: number) =>
  z.int(`a whole number from ${least}`).min(least, `a whole number from ${least}`);
