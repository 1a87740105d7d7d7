// The rows of the inbox: their order, their age, and what is told of words and captures.

import { describe, expect, test } from "vitest";
import { type InboxRow, listInbox } from "../../src/episode/list-inbox.ts";
import { parseStory } from "../../src/notes/story-note.ts";
import { DEFAULT_SHOW } from "../../src/show.ts";
import { type Keys, writeStory } from "../support/make-episode.ts";

const TODAY = "2026-10-03";
/** Another order than that of the alphabet. */
const SEGMENTS = DEFAULT_SHOW.segments.toReversed();

function list(stories: Readonly<Record<string, Keys>>, names: readonly string[] = []): InboxRow[] {
  const notes = Object.entries(stories).map(([slug, keys]) => {
    const { note, problems } = parseStory(
      `inbox/${slug}.md`,
      writeStory(keys, slug === "bare" ? "" : undefined),
    );
    if (!note) throw new Error(JSON.stringify(problems));
    return note;
  });
  return listInbox(notes, SEGMENTS, names, TODAY);
}

const read = (accessed: string) => ({ sources: [{ title: "A page", accessed }] });

describe("listInbox", () => {
  test("orders by the show's segments, an unknown one last, then by age, then by slug", () => {
    const rows = list({
      "z-nhs": { segment: "nhs" },
      "a-other": { segment: "other" },
      "b-new": { segment: "local", ...read("2026-09-30") },
      "c-old": { segment: "local", ...read("2026-08-30") },
      "d-undated": { segment: "local" },
      "a-new": { segment: "local", ...read("2026-09-30") },
      central: { segment: "central" },
    });
    expect(rows.map(({ slug }) => slug)).toEqual([
      "z-nhs",
      "c-old",
      "a-new",
      "b-new",
      "d-undated",
      "central",
      "a-other",
    ]);
  });

  test.each<[string, Keys, string | null, number | null]>([
    ["the day on which the source was read", read("2026-09-01"), "2026-09-01", 32],
    [
      "that day and not the one of publication",
      { sources: { title: "A", accessed: "2026-10-02", published: "2020-01-01" } },
      "2026-10-02",
      1,
    ],
    [
      "the day of publication, where no source was read",
      { sources: { title: "A", published: "2026-10-01" } },
      "2026-10-01",
      2,
    ],
    [
      "the first of several",
      {
        sources: [
          { title: "A", accessed: "2026-10-02" },
          { title: "B", accessed: "2026-09-03" },
        ],
      },
      "2026-09-03",
      30,
    ],
    ["no day at all", {}, null, null],
    ["a day to come, which is no age below none", read("2026-10-05"), "2026-10-05", 0],
  ])("counts the age from %s", (_, keys, since, days) => {
    expect(list({ story: keys })[0]).toMatchObject({ since, days });
  });

  test("tells whether there are words, and of whom", () => {
    const sources = [{ title: "An interview" }, { title: "A page", publication: "The Post" }];
    const [bare, whole] = list({ bare: { status: "draft" }, whole: { sources } });
    expect(bare).toMatchObject({ words: 0, status: "draft", publication: null });
    expect(whole).toMatchObject({ words: 5, status: "ready", publication: "The Post" });
  });

  test.each<[string, object[], string, string | null]>([
    ["none", [{ title: "A" }], "none", null],
    ["saved", [{ title: "A", capture: "./captures/a.md" }], "saved", null],
    [
      "missing",
      [
        { title: "A", capture: "captures/a.md" },
        { title: "B", capture: "captures/b.md" },
      ],
      "missing",
      null,
    ],
    [
      "doubtful",
      [{ title: "A", capture: "captures/b.md", doubtful: "a machine reworded it" }],
      "doubtful",
      "a machine reworded it",
    ],
  ])("tells of captures that they are %s", (_, sources, captures, doubtful) => {
    expect(list({ story: { sources } }, ["captures/a.md"])[0]).toMatchObject({ captures, doubtful });
  });
});
