// What falls due and when: the next episode's day, the order of promises, and the sentence that was spoken.

import { describe, expect, test } from "vitest";
import { findNextEpisode, listPromises } from "../../src/episode/due-promises.ts";
import type { Cadence } from "../../src/show.ts";
import { type Keys, makeEpisodeNote, makeStory, writeEpisode, writeStory } from "../support/make-episode.ts";

const TODAY = "2026-10-03";
const entry = (slug: string, date: string) => ({ slug, note: makeEpisodeNote(writeEpisode({ date }), slug) });

describe("findNextEpisode", () => {
  test.each<[string, string[], Cadence, string, string | null]>([
    [
      "the first that is to come",
      ["2026-12-01", "2026-11-01", "2026-09-01"],
      "monthly",
      "2026-11-01",
      "2026-11-01",
    ],
    ["today's", ["2026-10-03", "2026-11-01"], "monthly", "2026-10-03", "2026-10-03"],
    ["the latest's date and a month", ["2026-09-10", "2026-08-10"], "monthly", "2026-10-10", null],
    ["a month later at its last day, where it is shorter", ["2026-08-31"], "monthly", "2026-10-31", null],
    ["so many months as lead to today", ["2024-02-29"], "monthly", "2026-10-29", null],
    ["so many weeks", ["2026-09-30"], "weekly", "2026-10-07", null],
    ["so many fortnights", ["2026-09-05"], "fortnightly", "2026-10-03", null],
    ["a day", ["2026-09-30"], "daily", "2026-10-03", null],
  ])("is %s", (_, dates, cadence, date, episode) => {
    const entries = dates.map((one) => entry(one, one));
    expect(findNextEpisode(entries, cadence, TODAY)).toEqual({ date, episode });
  });

  test("takes the last day of a shorter month, and the same day again in a longer one", () => {
    expect(findNextEpisode([entry("a", "2026-01-31")], "monthly", "2026-02-01")?.date).toBe("2026-02-28");
    expect(findNextEpisode([entry("a", "2026-01-31")], "monthly", "2026-03-01")?.date).toBe("2026-03-31");
  });

  test("is none where no episode can be read", () => {
    expect(findNextEpisode([{ slug: "a", note: null }], "monthly", TODAY)).toBeNull();
  });
});

function promise(slug: string, keys: Keys, body?: string) {
  return { episode: "winter", note: makeStory(slug, writeStory(keys, body)) };
}

describe("listPromises", () => {
  test("gives those until a day, that day among them, the oldest first, with the overdue told", () => {
    const stories = [
      promise("b", {
        follow: [
          { date: "2026-11-01", about: "the vote" },
          { date: "2026-10-02", about: "a" },
        ],
      }),
      promise("a", {
        follow: [
          { date: "2026-11-02", about: "too late" },
          { date: "2026-10-03", about: "b" },
        ],
      }),
      promise("c", { follow: [{ date: "2026-10-01", about: "held" }], status: "held" }),
      promise("d", {}),
    ];
    const found = listPromises(stories, TODAY, "2026-11-01");
    expect(found.map(({ slug, date, isOverdue }) => [slug, date, isOverdue])).toEqual([
      ["b", "2026-10-02", true],
      ["a", "2026-10-03", false],
      ["b", "2026-11-01", false],
    ]);
    expect(listPromises(stories, TODAY, null)).toHaveLength(4);
    expect(found[0]?.place.line).toBeGreaterThan(5);
  });

  test.each<[string, string, string, string]>([
    [
      "shares most words",
      "The council will report in March.",
      "whether the council has reported",
      "The council will report in March.",
    ],
    [
      "shares a word and the month",
      "A report came. The report is due in March.",
      "the report",
      "The report is due in March.",
    ],
    ["is the first of two alike", "The vote is near. The vote is far.", "the vote", "The vote is near."],
    ["is there at all: else the headline", "Nothing of the kind, in March.", "the bridge", "A headline"],
  ])("gives the sentence that %s", (_, body, about, sentence) => {
    const story = promise("a", { follow: [{ date: "2026-03-31", about }] }, `An opening. ${body} A close.`);
    expect(listPromises([story], TODAY, null)[0]?.sentence).toBe(sentence);
  });
});
