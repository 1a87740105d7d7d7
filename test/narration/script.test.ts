import { describe, expect, test } from "vitest";
import { joinRunIns, readingOf } from "../../src/narration/script.ts";
import {
  type EpisodeParts,
  makeBuiltInScript,
  makeEpisode,
  makeScriptOf,
  writeEpisode,
  writeStory,
} from "../support/make-episode.ts";

const STORIES = {
  one: writeStory({ segment: "central", order: 1 }, "First story.\n\nIts end."),
  two: writeStory({ segment: "central", order: 2 }, "Second story."),
  three: writeStory({ segment: "nhs" }, "Third story."),
};

const NARRATION = `## Intro

Hello.

## central

To the first.

## one

First up,

## two

Next,

## three

And now,

## Outro

Goodbye.
`;

const kindsOf = (parts: EpisodeParts & { narration?: string }) =>
  makeScriptOf(parts).passages.map(({ kind, place }) => `${kind} ${place}`);

const printed = (parts: EpisodeParts & { narration?: string }) =>
  joinRunIns(makeScriptOf(parts).passages).map(({ text }) => text);

describe("what is spoken", () => {
  test("stands in the order of the episode, each passage with its segment and story", () => {
    const { passages } = makeScriptOf({ stories: STORIES, narration: NARRATION });
    expect(passages.map(({ kind, place, segment, story }) => [kind, place, segment, story])).toEqual([
      ["intro", "intro", null, null],
      ["segment", "central", "central", null],
      ["segue", "one", "central", "one"],
      ["story", "one", "central", "one"],
      ["segue", "two", "central", "two"],
      ["story", "two", "central", "two"],
      ["segue", "three", "nhs", "three"],
      ["story", "three", "nhs", "three"],
      ["outro", "outro", null, null],
    ]);
  });

  test("has nothing at a place without narration, or with a heading alone", () => {
    expect(kindsOf({ stories: STORIES })).toEqual(["story one", "story two", "story three"]);
    expect(
      kindsOf({ stories: STORIES, narration: "## Intro\n\n## nhs\n\nNow.\n\n## three\n\n<!-- x -->\n" }),
    ).toEqual(["story one", "story two", "segment nhs", "story three"]);
  });

  test("has nothing of a held story, nor of a segment without a story", () => {
    const stories = { ...STORIES, held: writeStory({ status: "held" }, "SECRET story.") };
    const script = makeScriptOf({
      stories,
      narration: "## held\n\nSECRET segue,\n\n## local\n\nSECRET segment.\n",
    });
    expect(JSON.stringify(script.passages)).not.toContain("SECRET");
    expect(script.passages).toHaveLength(3);
  });

  test("has the segue alone of a story without words", () => {
    const stories = { one: writeStory({}, "## Notes\n\nLater."), two: writeStory({}, "Words.") };
    expect(kindsOf({ stories, narration: "## one\n\nFirst up,\n" })).toEqual(["segue one", "story two"]);
  });

  test("says who wrote it: a story is a person's", () => {
    const { passages } = makeBuiltInScript({ stories: STORIES });
    expect(passages.filter(({ kind }) => kind === "story").every(({ origin }) => origin === "person")).toBe(
      true,
    );
  });
});

describe("a segue runs in", () => {
  const runIn = (segue: string, story: string) =>
    printed({
      stories: { one: writeStory({}, story) },
      narration: `## Intro\n\nHello.\n\n## one\n\n${segue}\n`,
    });

  test("where both are plain paragraphs, with one space between", () => {
    expect(runIn("First up,", "London's boroughs have guidance.\n\nMore.")).toEqual([
      "Hello.",
      "First up, London's boroughs have guidance.",
      "More.",
    ]);
  });

  test("with its last paragraph only", () => {
    expect(runIn("One.\n\nTwo,", "three.")).toEqual(["Hello.", "One.", "Two, three."]);
  });

  test.each([
    ["a quotation opens the story", "First up,", "> Quoted.", ["First up,", "Quoted."]],
    ["a list opens the story", "First up,", "- Item", ["First up,", "Item"]],
    ["a list closes the segue", "- Item", "Words.", ["Item", "Words."]],
    ["a quotation closes the segue", "> Quoted,", "words.", ["Quoted,", "words."]],
  ])("not where %s", (_, segue, story, paragraphs) => {
    expect(runIn(segue, story)).toEqual(["Hello.", ...paragraphs]);
  });

  test("keeping stress, links and references of both", () => {
    const stories = {
      one: writeStory({ sources: { id: "s", title: "S" } }, "*Two*[^s] [b](https://example.org/b)."),
    };
    const { passages } = makeScriptOf({
      stories,
      narration: "## one\n\n[A](https://example.org/a) **one**,\n",
    });
    const [joined] = joinRunIns(passages);
    expect(joined?.text).toBe("A one, Two b.");
    expect(joined?.links.map(({ url }) => url)).toEqual(["https://example.org/a", "https://example.org/b"]);
    expect(joined?.references).toEqual(["s"]);
    expect(joined?.phrasing.map(({ type }) => type)).toEqual([
      "link",
      "text",
      "strong",
      "text",
      "emphasis",
      "text",
      "link",
      "text",
    ]);
  });

  test("into its own story alone: intro, segment and outro are paragraphs of their own", () => {
    expect(printed({ stories: STORIES, narration: NARRATION })).toEqual([
      "Hello.",
      "To the first.",
      "First up, First story.",
      "Its end.",
      "Next, Second story.",
      "And now, Third story.",
      "Goodbye.",
    ]);
  });

  test("and not into the next story where its own has no words", () => {
    const stories = { one: writeStory({}, ""), two: writeStory({}, "Words.") };
    expect(printed({ stories, narration: "## one\n\nFirst up,\n" })).toEqual(["First up,", "Words."]);
  });
});

describe("the clock", () => {
  const SHOW = "reading: { wordsPerMinute: 60, pause: { paragraph: 0.5, story: 1.5, segment: 2 } }";
  const clockOf = (parts: EpisodeParts & { narration?: string }) =>
    makeScriptOf({ show: SHOW, ...parts }).passages.map(({ kind, words, seconds, start, end }) => [
      kind,
      words,
      seconds,
      start,
      end,
    ]);

  test("counts a second a word at 60 words a minute, and every pause", () => {
    expect(clockOf({ stories: STORIES, narration: NARRATION })).toEqual([
      ["intro", 1, 1, 0, 1],
      ["segment", 3, 3, 3, 6],
      ["segue", 2, 2, 6.5, 8.5],
      ["story", 4, 4.5, 8.5, 13],
      ["segue", 1, 1, 14.5, 15.5],
      ["story", 2, 2, 15.5, 17.5],
      ["segue", 2, 2, 19.5, 21.5],
      ["story", 2, 2, 21.5, 23.5],
      ["outro", 1, 1, 25.5, 26.5],
    ]);
  });

  test("pauses for a paragraph before a story that its segue does not run into", () => {
    expect(
      clockOf({ stories: { one: writeStory({}, "> One two.") }, narration: "## one\n\nFirst,\n" }),
    ).toEqual([
      ["segue", 1, 1, 0, 1],
      ["story", 2, 2, 1.5, 3.5],
    ]);
  });

  test("pauses for a story after one without words, too", () => {
    const stories = { one: writeStory({}, ""), two: writeStory({}, "Word.") };
    expect(clockOf({ stories, narration: "## one\n\nFirst,\n" })).toEqual([
      ["segue", 1, 1, 0, 1],
      ["story", 1, 1, 2.5, 3.5],
    ]);
  });

  test("sums to the running time, words and all, at the show's own rate", () => {
    const script = makeBuiltInScript({ stories: STORIES });
    const { passages } = script;
    expect(script.words).toBe(passages.reduce((sum, { words }) => sum + words, 0));
    expect(script.seconds).toBe(passages.at(-1)?.end);
    passages.forEach(({ seconds, start, end }, index) => {
      expect(end).toBeCloseTo(start + seconds, 6);
      expect(start).toBeGreaterThanOrEqual(passages[index - 1]?.end ?? 0);
      for (const value of [seconds, start, end]) expect(value).toBe(Math.round(value * 10) / 10);
    });
  });

  test("goes by the rate of the first host where that has one", () => {
    const rateOf = (show: string, episode = {}) =>
      readingOf(makeEpisode({ show, episode: writeEpisode(episode) })).wordsPerMinute;
    const host = "show: { host: [{ name: A, wordsPerMinute: 120 }, { name: B, wordsPerMinute: 90 }] }";
    expect(rateOf("")).toBe(160);
    expect(rateOf(host)).toBe(120);
    expect(rateOf(host, { host: "C" })).toBe(160);
    expect(rateOf(SHOW, { host: [{ name: "C", wordsPerMinute: 200 }] })).toBe(200);
  });
});

describe("the sources of a script", () => {
  const link = (name: string) => `[${name}](https://example.org/${name})`;
  const stories = {
    one: writeStory(
      { order: 1, sources: [{ title: "L1", url: "https://example.org/l1" }] },
      `Words ${link("s1")}.`,
    ),
    two: writeStory({ order: 2, sources: [] }, `Words ${link("s2")} and [mail](mailto:a@example.org).`),
    three: writeStory({ segment: "nhs", sources: [{ title: "L3" }] }, "Words."),
  };
  const narration = ["Intro", "central", "one", "two", "nhs", "three", "Outro"]
    .map((place) => `## ${place}\n\nSaid ${link(place.toLowerCase())}\n`)
    .join("\n");

  test("are numbered in the order heard; those of narration belong to what they precede", () => {
    const { sources } = makeScriptOf({
      stories,
      narration,
      episode: writeEpisode({}, "A [public](https://example.org/public) link."),
    });
    expect(
      sources.map(({ number, segment, listed, source, stories: of }) => [
        number,
        source.title,
        segment,
        listed,
        of,
      ]),
    ).toEqual([
      [1, "intro", "central", false, []],
      [2, "central", "central", false, []],
      [3, "one", "central", false, ["one"]],
      [4, "L1", "central", true, ["one"]],
      [5, "s1", "central", false, ["one"]],
      [6, "two", "central", false, ["two"]],
      [7, "s2", "central", false, ["two"]],
      [8, "nhs", "nhs", false, []],
      [9, "three", "nhs", false, ["three"]],
      [10, "L3", "nhs", true, ["three"]],
      [11, "outro", null, false, []],
    ]);
  });
});
