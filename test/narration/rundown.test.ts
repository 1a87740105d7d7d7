import { describe, expect, test } from "vitest";
import { describeOver, makeRundown } from "../../src/narration/rundown.ts";
import { makeScriptOf, writeEpisode, writeStory } from "../support/make-episode.ts";

const SHOW = "reading: { wordsPerMinute: 60, pause: { paragraph: 0.5, story: 1.5, segment: 2 } }";

describe("the rundown", () => {
  test("has a row for each place, a segue being part of its story's", () => {
    const script = makeScriptOf({
      show: SHOW,
      episode: writeEpisode({ target: "0:20" }),
      stories: {
        one: writeStory({ title: "The first", order: 1 }, "One two three.\n\nFour."),
        two: writeStory({ title: "The second", order: 2 }, "> One two."),
        three: writeStory({ title: "The third", segment: "nhs" }, "One."),
      },
      narration:
        "## Intro\n\nHello.\n\n## central\n\nTo it.\n\n## one\n\nFirst,\n\n## two\n\nNext,\n\n## Outro\n\nBye.\n",
    });
    const rundown = makeRundown(script);
    expect(rundown.rows).toEqual([
      {
        kind: "intro",
        segment: null,
        slug: null,
        title: "Intro",
        words: 1,
        seconds: 1,
        start: 0,
        end: 1,
        drafted: null,
      },
      {
        kind: "segment",
        segment: "central",
        slug: null,
        title: "Central government",
        words: 2,
        seconds: 2,
        start: 3,
        end: 5,
        drafted: null,
      },
      {
        kind: "story",
        segment: "central",
        slug: "one",
        title: "The first",
        words: 5,
        seconds: 5.5,
        start: 5.5,
        end: 11,
        drafted: null,
      },
      {
        kind: "story",
        segment: "central",
        slug: "two",
        title: "The second",
        words: 3,
        seconds: 3.5,
        start: 12.5,
        end: 16,
        drafted: null,
      },
      {
        kind: "story",
        segment: "nhs",
        slug: "three",
        title: "The third",
        words: 1,
        seconds: 1,
        start: 18,
        end: 19,
        drafted: null,
      },
      {
        kind: "outro",
        segment: null,
        slug: null,
        title: "Outro",
        words: 1,
        seconds: 1,
        start: 21,
        end: 22,
        drafted: null,
      },
    ]);
    expect(rundown).toMatchObject({ words: 13, seconds: 22, target: 20, over: 2 });
    expect(rundown.rows.reduce((sum, { words }) => sum + words, 0)).toBe(script.words);
  });

  test("is over nothing without a target", () => {
    expect(makeRundown(makeScriptOf())).toMatchObject({ target: null, over: null });
  });
});

test.each([
  [512, 540, "0:28 under the target of 9:00"],
  [612.4, 540, "1:12 over the target of 9:00"],
  [540.4, 540, "on the target of 9:00"],
  [0, 3600, "1:00:00 under the target of 1:00:00"],
  [540, null, ""],
])("%d seconds against a target of %s are told as “%s”", (seconds, target, words) => {
  expect(describeOver(seconds, target)).toBe(words);
});
