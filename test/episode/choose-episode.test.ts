import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chooseEpisode,
  type EpisodeEntry,
  findSharedNumbers,
  latestEpisode,
} from "../../src/episode/choose-episode.ts";
import { UserError } from "../../src/problem.ts";
import { describeProblems, makeEpisodeNote, writeEpisode } from "../support/make-episode.ts";

function entry(slug: string, date: string, number?: number): EpisodeEntry {
  return { slug, note: makeEpisodeNote(writeEpisode({ date, number }), slug) };
}

const unsound = (slug: string): EpisodeEntry => ({ slug, note: null });

function refusalOf(asked: string, entries: readonly EpisodeEntry[]): string {
  try {
    return `chosen: ${chooseEpisode(asked, entries).slug}`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.message}. ${error.hint} (${error.exitStatus})`;
  }
}

describe("the latest episode", () => {
  test.each([
    [
      "the greatest date",
      [entry("a", "2026-10-03", 9), entry("b", "2026-11-01", 1), entry("c", "2025-12-31", 10)],
      "b",
    ],
    ["a date to come", [entry("a", "2026-10-03"), entry("b", "2999-01-01")], "b"],
    ["of one date the greatest number", [entry("c", "2026-10-03", 2), entry("a", "2026-10-03", 10)], "a"],
    ["a number before none", [entry("z", "2026-10-03"), entry("a", "2026-10-03", 0)], "a"],
    [
      "of one date and number the greatest slug",
      [entry("b", "2026-10-03", 1), entry("a", "2026-10-03", 1)],
      "b",
    ],
    [
      "of one date without numbers the greatest slug",
      [entry("2", "2026-10-03"), entry("10", "2026-10-03")],
      "2",
    ],
    ["a sound one before one that cannot be read", [entry("a", "1999-01-01"), unsound("z")], "a"],
    ["one that cannot be read where there is no other", [unsound("a"), unsound("b")], "b"],
  ])("is that of %s", (_, entries, slug) => {
    expect(latestEpisode(entries)?.slug).toBe(slug);
    expect(latestEpisode([...entries].reverse())?.slug).toBe(slug);
  });

  test("is none where there is no episode", () => expect(latestEpisode([])).toBeNull());

  test("is the same in whatever order they are given, and these stay as they are", () => {
    const all = [
      ...["a", "b", "c"].map((slug) => entry(slug, "2026-10-03", 1)),
      ...["d", "e"].map((slug) => entry(slug, "2026-10-03")),
      unsound("f"),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (entries) => {
        const before = [...entries];
        expect(latestEpisode(entries)?.slug).toBe("c");
        expect(entries).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe("an episode that is asked for", () => {
  const entries = [
    entry("2023-10-skills", "2023-10-03", 2),
    entry("7", "2023-11-03", 3),
    entry("unnumbered", "2023-12-03"),
    entry("seven", "2024-01-03", 7),
    unsound("broken"),
  ];

  test.each([
    ["by slug", "2023-10-skills", "2023-10-skills"],
    ["by number", "2", "2023-10-skills"],
    ["by number with noughts before it", "002", "2023-10-skills"],
    ["by slug before number", "7", "7"],
    ["by slug though it cannot be read", "broken", "broken"],
  ])("is found %s", (_, asked, slug) => expect(chooseEpisode(asked, entries).slug).toBe(slug));

  test.each([
    ["skils", "2023-10-skils", 'There is no episode "2023-10-skils". Did you mean 2023-10-skills? (1)'],
    [
      "a number that none has",
      "9000",
      'There is no episode "9000". There is seven (7), unnumbered, 7 (3), 2023-10-skills (2), broken. (1)',
    ],
    ["a number that is half", "2.5", expect.stringContaining('There is no episode "2.5"')],
    ["a number below nothing", "-2", expect.stringContaining('There is no episode "-2"')],
    ["nothing", "", expect.stringContaining('There is no episode ""')],
  ])("is not there: %s", (_, asked, refusal) => expect(refusalOf(asked, entries)).toEqual(refusal));

  test("by a number that two have is refused, and both are named", () => {
    expect(refusalOf("1", [entry("a", "2026-10-03", 1), entry("b", "2026-11-03", 1)])).toBe(
      "More than one episode has the number 1: a, b. Name one by its folder. (1)",
    );
  });

  test("in a long list is told the five latest and how many more there are", () => {
    const many = Array.from({ length: 9 }, (_, index) => entry(`e${index}`, `2026-0${index + 1}-01`));
    expect(refusalOf("nothing-like-it", many)).toBe(
      'There is no episode "nothing-like-it". There is e8, e7, e6, e5, e4 and 4 more. (1)',
    );
  });
});

describe("a number that several episodes share", () => {
  const entries = [
    entry("a", "2026-10-03", 1),
    entry("b", "2026-11-03", 1),
    entry("c", "2026-12-03"),
    entry("d", "2026-12-03"),
  ];

  test("is an error at its place that names both files", () => {
    const built = entries.slice(0, 1).flatMap(({ note }) => note ?? []);
    const problems = findSharedNumbers(built, [...entries, unsound("e")]);
    expect(problems.map(({ file }) => file)).toEqual(["episodes/a/episode.md"]);
    expect(describeProblems(problems)).toEqual([
      "4:9 error duplicate-number: Unexpected number 1, which episodes/b/episode.md has too, expected each number once: change one of the two",
    ]);
  });

  test("is none where no number is given", () => {
    const built = entries.slice(2).flatMap(({ note }) => note ?? []);
    expect(findSharedNumbers(built, entries)).toEqual([]);
  });
});
