import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { digestScript, holdSignOff, warnVoidSignOff, writeSignOff } from "../../src/narration/sign-off.ts";
import { describeProblems, makeScriptOf, writeEpisode, writeStory } from "../support/make-episode.ts";

const STORIES = {
  a: writeStory({ order: 1 }, "One.\n\nTwo.\n\n## Notes\n\nPrivate."),
  b: writeStory({ order: 2 }, "Caf\u00e9."),
};
const NARRATION = "## Intro\n\nHello.\n\n## a\n\nFirst,\n";
const digestOf = (parts: Parameters<typeof makeScriptOf>[0] = {}) =>
  digestScript(makeScriptOf({ stories: STORIES, narration: NARRATION, ...parts }));
const usual = digestOf();

describe("the digest of all that is spoken", () => {
  test("is SHA-256 of a list of each passage's kind and paragraphs, in order", () => {
    const json = '[["intro","Hello."],["segue","First,"],["story","One.","Two."],["story","Café."]]';
    expect(usual).toBe(createHash("sha256").update(json, "utf8").digest("hex"));
  });

  test.each([
    ["a word of a story", { stories: { ...STORIES, a: writeStory({ order: 1 }, "One.\n\nToo.") } }],
    ["a word of the narration", { narration: NARRATION.replace("Hello", "Welcome") }],
    ["a mark", { narration: NARRATION.replace("Hello.", "Hello!") }],
    ["the order", { stories: { ...STORIES, a: writeStory({ order: 3 }, "One.\n\nTwo.") } }],
    ["a paragraph that is cut", { stories: { ...STORIES, a: writeStory({ order: 1 }, "One. Two.") } }],
    [
      "a paragraph that is dropped",
      { stories: { ...STORIES, a: writeStory({ order: 1 }, "One.\n\n<!-- fit: dropped -->\nTwo.") } },
    ],
    [
      "a story that is held",
      { stories: { ...STORIES, b: writeStory({ order: 2, status: "held" }, "Café.") } },
    ],
    ["a segue that becomes an outro", { narration: "## Intro\n\nHello.\n\n## Outro\n\nFirst,\n" }],
  ])("is another with another %s", (_, parts) => expect(digestOf(parts)).not.toBe(usual));

  test.each([
    ["notes", { stories: { ...STORIES, a: writeStory({ order: 1 }, "One.\n\nTwo.") } }],
    [
      "the slugs",
      {
        stories: { c: writeStory({ order: 1 }, "One.\n\nTwo."), b: STORIES.b },
        narration: NARRATION.replace("## a", "## c"),
      },
    ],
    ["a comment", { narration: NARRATION.replace("Hello.", "Hello.<!-- fine -->") }],
    [
      "frontmatter",
      {
        episode: writeEpisode({ title: "Another", summary: "More." }),
        narration: `---\ndrafts: { intro: { model: m, sha256: ${"a".repeat(64)} } }\n---\n${NARRATION}`,
      },
    ],
    [
      "marks of what can go",
      { stories: { ...STORIES, a: writeStory({ order: 1 }, "One.\n\n<!-- fit: can go -->\nTwo.") } },
    ],
    [
      "Unicode's two ways to write a letter",
      { stories: { ...STORIES, b: writeStory({ order: 2 }, "Cafe\u0301.") } },
    ],
    ["stress and links", { narration: NARRATION.replace("Hello", "*[Hello](https://example.org/)*") }],
  ])("is the same whatever %s", (_, parts) => expect(digestOf(parts)).toBe(usual));
});

describe("a sign-off", () => {
  const script = makeScriptOf({ stories: STORIES, narration: NARRATION });
  const place = { line: 4, column: 1 };
  const sound = { by: "Ann Lee", date: "2026-10-03", sha256: usual, place };

  test("is written as YAML with the digest of what is spoken now", () => {
    expect(writeSignOff(script, "Lee: Ann", "2026-10-03")).toEqual([
      "signedOff:",
      '  by: "Lee: Ann"',
      "  date: 2026-10-03",
      `  sha256: ${usual}`,
    ]);
  });

  test("holds for those words and no others", () => {
    expect(holdSignOff(script, sound)).toBe(sound);
    expect(holdSignOff(script, { ...sound, sha256: "a".repeat(64) })).toBe(null);
    expect(holdSignOff(script, null)).toBe(null);
  });

  test("that is void is a warning at its key that names who signed, when, and what signs anew", () => {
    const void_ = { ...sound, sha256: "a".repeat(64) };
    const [problem, ...more] = warnVoidSignOff(script, void_, "roundup sign-off 2 --as 'Ann Lee'");
    expect(more).toEqual([]);
    expect(problem?.file).toBe("episodes/edition/narration.md");
    expect(describeProblems(problem ? [problem] : [])).toEqual([
      "4:1 warning sign-off-void: What is spoken has changed since Ann Lee signed it off on 3 October 2026: read it again, then sign it off with roundup sign-off 2 --as 'Ann Lee'",
    ]);
    expect(warnVoidSignOff(script, sound, "")).toEqual([]);
    expect(warnVoidSignOff(script, null, "")).toEqual([]);
  });
});
