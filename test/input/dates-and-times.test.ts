import { describe, expect, test } from "vitest";
import { countDays, formatDate, isCalendarDate } from "../../src/input/calendar-date.ts";
import { formatDuration, parseDuration } from "../../src/input/duration.ts";

describe("a calendar date", () => {
  test.each(["2026-10-03", "2024-02-29", "2000-02-29", "1999-12-31", "9999-01-01"])("%s is one", (text) =>
    expect(isCalendarDate(text)).toBe(true),
  );

  test.each([
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-10-00",
    "2026-1-3",
    "26-10-03",
    "2026/10/03",
    "03.10.2026",
    "2026-10-03T00:00:00Z",
    " 2026-10-03",
    "2026-10-03\n",
    "٢٠٢٦-١٠-٠٣",
    "0000-01-01",
    "",
  ])("“%s” is none", (text) => expect(isCalendarDate(text)).toBe(false));

  test.each([
    ["en-GB", "3 October 2026"],
    ["en", "3 October 2026"],
    ["en-US", "October 3, 2026"],
    ["en-us", "October 3, 2026"],
    ["EN-AU", "3 October 2026"],
    ["de", "3. Oktober 2026"],
    ["cy", "3 Hydref 2026"],
    ["fr-CA", "3 octobre 2026"],
  ])("is written in %s as “%s”", (language, words) => expect(formatDate("2026-10-03", language)).toBe(words));

  test("is written in English where Intl does not know the language, and not in the machine's own", () => {
    expect(formatDate("2026-10-03", "tlh")).toBe("3 October 2026");
  });

  test("has every English month", () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      formatDate(`2026-${String(index + 1).padStart(2, "0")}-01`, "en-GB"),
    );
    expect(months.map((words) => words.split(" ")[1])).toEqual(
      "January February March April May June July August September October November December".split(" "),
    );
  });

  test.each(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"])("is the same day in %s", (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(formatDate("2026-03-29", "en-GB")).toBe("29 March 2026");
      expect(formatDate("2026-03-29", "de")).toBe("29. März 2026");
      expect(isCalendarDate("2026-03-29")).toBe(true);
      expect(countDays("2026-03-30") - countDays("2026-03-29")).toBe(1);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test("is counted in days from 1970, over leap days too", () => {
    expect(countDays("1970-01-01")).toBe(0);
    expect(countDays("2024-03-01") - countDays("2024-02-28")).toBe(2);
    expect(countDays("2026-03-01") - countDays("2026-02-28")).toBe(1);
  });
});

describe("a running time", () => {
  test.each([
    ["9:00", 540],
    ["0:05", 5],
    ["00:05", 5],
    ["90:00", 5400],
    ["120:30", 7230],
    ["1:02:03", 3723],
    ["01:00:00", 3600],
    ["0:00", 0],
  ])("%s is %i seconds", (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  test.each([
    "9",
    "9:0",
    "9:60",
    "9:000",
    "1:60:00",
    "1:2:03",
    "1:120:00",
    "-9:00",
    "9:00 ",
    "9.00",
    "1:2:3:4",
    "",
  ])("“%s” is none", (text) => expect(parseDuration(text)).toBeNull());

  test.each([
    [0, "0:00"],
    [5, "0:05"],
    [59.4, "0:59"],
    [59.5, "1:00"],
    [540, "9:00"],
    [3599.6, "1:00:00"],
    [3723, "1:02:03"],
    [36_000, "10:00:00"],
    [-28, "0:28"],
  ])("%d seconds are written %s", (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  test("what is written is read as the same", () => {
    for (let seconds = 0; seconds < 40_000; seconds += 37) {
      expect(parseDuration(formatDuration(seconds))).toBe(seconds);
    }
  });
});
