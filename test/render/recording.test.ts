import { describe, expect, test } from "vitest";
import {
  describeLength,
  labelPassage,
  makeRecording,
  type Run,
  writeRuns,
} from "../../src/render/recording.ts";
import { makeScriptOf, writeEpisode, writeStory } from "../support/make-episode.ts";

const SHOW = `show: { title: The Show, host: Ann Lee }
segments:
  - { id: central, title: Central government }
  - { id: nhs, title: NHS }
reading: { wordsPerMinute: 60, pause: { paragraph: 0.5, story: 1.5, segment: 2 } }
`;

const script = makeScriptOf({
  show: SHOW,
  episode: writeEpisode({ number: 4, target: "1:00" }),
  stories: {
    mill: writeStory(
      { order: 1, say: { Ynys: "UN-iss", "The Mill": "thuh mill" } },
      "At Ynys, *The Mill* turns.\n\nYnys is **glad of The\nMill**.\n\n> So is Ynys.",
    ),
    pond: writeStory(
      { order: 2, say: { Ynys: "UN-iss" }, sources: [{ title: "A talk", author: "Bo Roe" }] },
      "Ynys froze.",
    ),
    ward: writeStory({ segment: "nhs" }, "Ynys has a ward."),
  },
  narration:
    "## Intro\n\nHello.\n\n## central\n\nTo Whitehall.\n\n## mill\n\nFirst to Ynys,\n\n## Outro\n\nGoodbye.\n",
});
const recording = makeRecording(script);
const [intro, central, mill, pond, ward, outro] = recording.parts;
const wordsOf = (runs: readonly Run[]) =>
  runs.flatMap((run) => (run.kind === "words" ? run.text : [])).join("");
const seen = (part: typeof mill) =>
  part?.passages.flatMap(({ paragraphs }) =>
    paragraphs.map(({ runs }) => writeRuns(runs, ({ text }) => text)),
  );

describe("the script for recording", () => {
  test("has a part for the intro, a segment's own words, each story with its segue, and the outro", () => {
    expect(recording.parts.map(({ kind, id, title }) => [kind, id, title])).toEqual([
      ["intro", "intro", "Intro"],
      ["segment", "segment-central", "Central government"],
      ["story", "story-mill", "A headline"],
      ["story", "story-pond", "A headline"],
      ["story", "story-ward", "A headline"],
      ["outro", "outro", "Outro"],
    ]);
    expect(mill?.passages.map(({ kind }) => kind)).toEqual(["segue", "story"]);
  });

  test("keeps the script's own clock, pauses included", () => {
    const last = script.passages.at(-1);
    expect(outro?.end).toBe(last?.end);
    expect(recording.seconds).toBe(script.seconds);
    for (const part of recording.parts) {
      expect(part.seconds).toBeCloseTo(part.end - part.start, 5);
      const [first] = part.passages[0]?.paragraphs ?? [];
      expect(first?.start).toBe(part.start);
      expect(part.passages.at(-1)?.paragraphs.at(-1)?.end).toBe(part.end);
    }
    expect(recording.parts.map(({ pause }) => pause)).toEqual([0, 2, 0.5, 1.5, 2, 2]);
  });

  test("gives each paragraph its time by its words as they are said", () => {
    const [first, second] = mill?.passages[1]?.paragraphs ?? [];
    expect(first?.words).toBe(5);
    expect((first?.end ?? 0) - (first?.start ?? 0)).toBeCloseTo(5, 5);
    expect((second?.start ?? 0) - (first?.end ?? 0)).toBeCloseTo(0.5, 5);
  });

  test("keeps the times of many short paragraphs in order, within their passage", () => {
    const items = Array.from({ length: 41 }, () => "- Two words").join("\n");
    const { parts } = makeRecording(makeScriptOf({ stories: { one: writeStory({}, items) } }));
    const times = parts.flatMap((part) => part.passages.flatMap(({ paragraphs }) => paragraphs));
    expect(times).toHaveLength(41);
    times.forEach(({ start, end }, index) => {
      expect(end).toBeGreaterThanOrEqual(start);
      expect(start).toBeGreaterThanOrEqual(times[index - 1]?.end ?? 0);
    });
    expect(times.at(-1)?.end).toBe(parts[0]?.end);
  });

  test("names a pause only where it is longer than between paragraphs", () => {
    expect(recording.parts.map(({ pauseCue }) => pauseCue)).toEqual([
      "",
      "Pause 2 seconds",
      "",
      "Pause 1.5 seconds",
      "Pause 2 seconds",
      "Pause 2 seconds",
    ]);
  });

  test("knows which part opens a segment", () => {
    expect(recording.parts.filter(({ opensSegment }) => opensSegment)).toEqual([central, ward]);
  });

  test("shows a pronunciation right after the first time that a name occurs in a story, segue included", () => {
    expect(seen(mill)).toEqual([
      "First to Ynys [UN-iss],",
      "At Ynys, The Mill [thuh mill] turns.",
      "Ynys is glad of The Mill.",
      "So is Ynys.",
    ]);
    expect(seen(pond)).toEqual(["Ynys [UN-iss] froze."]);
  });

  test("shows it after a possessive, in stress and out of it", () => {
    const keys = { say: { Ynys: "UN-iss", LOTI: "LOH-tee" } };
    const said = makeScriptOf({
      stories: { one: writeStory(keys, "Ynys’s pond and *LOTI*'s plan: LOTI's.") },
    });
    expect(seen(makeRecording(said).parts[0])).toEqual([
      "Ynys’s [UN-iss] pond and LOTI's [LOH-tee] plan: LOTI's.",
    ]);
  });

  test("shows each of two names that a slash joins, after itself", () => {
    const keys = { say: { LOTI: "LOH-tee", Socitm: "SOCK-it-em" } };
    const said = makeScriptOf({ stories: { one: writeStory(keys, "The LOTI/Socitm bid. Socitm won.") } });
    expect(seen(makeRecording(said).parts[0])).toEqual([
      "The LOTI [LOH-tee]/Socitm [SOCK-it-em] bid. Socitm won.",
    ]);
  });

  test("shows a story's own pronunciation in no other story", () => {
    expect(seen(ward)).toEqual(["Ynys has a ward."]);
  });

  test("keeps every word, with its stress, around the pronunciations", () => {
    for (const part of recording.parts) {
      for (const { text, runs } of part.passages.flatMap(({ paragraphs }) => paragraphs)) {
        expect(wordsOf(runs)).toBe(text);
      }
    }
    expect(mill?.passages[1]?.paragraphs[0]?.runs).toEqual([
      { kind: "words", text: "At Ynys, ", stress: "none" },
      { kind: "words", text: "The Mill", stress: "emphasis" },
      { kind: "pronunciation", text: "thuh mill" },
      { kind: "words", text: " turns.", stress: "none" },
    ]);
  });

  test("has a line for each source of a story", () => {
    expect(pond?.sources).toEqual(["A talk, Bo Roe"]);
    expect(intro?.sources).toEqual([]);
  });

  test("says its length in words, at which rate, against the target", () => {
    expect(describeLength(recording)).toBe(
      "27 words at 60 a minute, 0:36 in all, 0:24 under the target of 1:00",
    );
  });
});

describe("a passage's label", () => {
  type Kind = "segue" | "story" | "intro";
  type Author = "person" | "drafted" | "edited" | "built-in";
  const passage = (kind: Kind, origin: Author, runsIn = false) => ({ kind, origin, runsIn, paragraphs: [] });
  const label = (kind: Kind, origin: Author) => labelPassage(passage(kind, origin), undefined);

  test.each([
    ["segue", "person", "Segue"],
    ["segue", "drafted", "Segue, drafted by a model"],
    ["intro", "edited", "Intro, drafted by a model and edited"],
    ["segue", "built-in", "Segue"],
    ["intro", "person", ""],
    ["story", "person", ""],
  ] as const)("of a %s by %s is “%s”", (kind, origin, text) => expect(label(kind, origin)).toBe(text));

  test("of a story says that a segue goes before, and whether it runs in", () => {
    expect(labelPassage(passage("story", "person"), passage("segue", "person", true))).toBe(
      "Story, read straight on",
    );
    expect(labelPassage(passage("story", "person"), passage("segue", "person"))).toBe("Story");
  });
});
