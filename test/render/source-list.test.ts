import { describe, expect, test } from "vitest";
import { groupSources, titleOf, writeByline } from "../../src/render/source-list.ts";
import { describeStories } from "../../src/render/story-briefs.ts";
import { feedWriter, markdownWriter, pageWriter, textWriter, type Written } from "../../src/render/writer.ts";
import { type Keys, makeScriptOf, writeEpisode, writeStory } from "../support/make-episode.ts";

function entryOf(source: Keys) {
  const [entry] = makeScriptOf({ stories: { a: writeStory({ sources: source }) } }).sources;
  if (!entry) throw new Error("no source");
  return entry;
}

const plain = (written: Written | null) => (written === null ? null : String(written));

describe("a byline", () => {
  test.each([
    [{ title: "T" }, ""],
    [{ title: "T", author: "Mark Say" }, "Mark Say"],
    [{ title: "T", author: ["Ann", "Bo"] }, "Ann and Bo"],
    [{ title: "T", author: ["Ann", "Bo", "Cy"] }, "Ann, Bo and Cy"],
    [{ title: "T", publication: "UKAuthority" }, "UKAuthority"],
    [{ title: "T", published: "2023-09-12" }, "12 September 2023"],
    [
      { title: "T", author: "Mark Say", publication: "UKAuthority", published: "2023-09-12" },
      "Mark Say, UKAuthority, 12 September 2023",
    ],
    [{ title: "T", authorRole: "journalist", accessed: "2023-09-20" }, ""],
  ])("of %j is “%s”", (source, byline) => expect(writeByline(entryOf(source), "en-GB")).toBe(byline));

  test("has its date in the show's language", () => {
    expect(writeByline(entryOf({ title: "T", published: "2023-09-12" }), "de")).toBe("12. September 2023");
  });
});

test("a source is called by its title, else by its address without what every address has", () => {
  expect(titleOf(entryOf({ title: "T", url: "https://example.org" }))).toBe("T");
  expect(titleOf(entryOf({ url: "https://www.example.org/A/?b=1" }))).toBe("example.org/A/?b=1");
  expect(titleOf(entryOf({ url: "HTTP://example.org/" }))).toBe("example.org");
});

describe("the list of sources", () => {
  const link = (name: string) => `[${name}](https://example.org/${name})`;
  const script = makeScriptOf({
    stories: {
      one: writeStory(
        {
          title: "The *first*",
          segment: "nhs",
          sources: [{ title: "A", access: "paywall", archive: "https://archive.example/a" }],
        },
        `See ${link("here")} and ${link("both")}.`,
      ),
      two: writeStory(
        {
          title: "The second",
          sources: [
            { title: "B", access: "registration" },
            { title: "C", access: "open" },
          ],
        },
        `See ${link("both")}.`,
      ),
    },
    narration: `## Intro\n\nSee ${link("intro")}.\n\n## Outro\n\nSee ${link("outro")}.\n`,
  });

  test("is grouped by the segment in which each is first heard, and goes on counting", () => {
    const groups = groupSources(script, textWriter);
    expect(
      groups.map(({ heading, first, entries }) => [heading, first, entries.map(({ number }) => number)]),
    ).toEqual([
      ["Central government", 1, [1, 2, 3, 4]],
      ["NHS", 5, [5, 6]],
      ["Also mentioned", 7, [7]],
    ]);
  });

  test("says of each what a reader needs: access, a copy, and the stories that only mention it", () => {
    const entries = groupSources(script, markdownWriter).flatMap((group) => group.entries);
    expect(
      entries.map(({ link: written, access, archive, mentionedIn }) => [
        plain(written),
        access,
        plain(archive),
        plain(mentionedIn),
      ]),
    ).toEqual([
      ["[intro](https://example.org/intro)", null, null, "the narration"],
      ["B", "registration needed", null, null],
      ["C", null, null, null],
      ["[both](https://example.org/both)", null, null, "“The second” and “The \\*first\\*”"],
      ["A", "subscription needed", "[archived copy](https://archive.example/a)", null],
      ["[here](https://example.org/here)", null, null, "“The \\*first\\*”"],
      ["[outro](https://example.org/outro)", null, null, "the narration"],
    ]);
  });

  test("is empty where nothing is named", () => {
    expect(groupSources(makeScriptOf({ stories: { a: writeStory({ sources: [] }) } }), pageWriter)).toEqual(
      [],
    );
  });
});

describe("stories in short", () => {
  const briefsOf = (keys: Keys, body: string) =>
    describeStories(makeScriptOf({ stories: { a: writeStory(keys, body) } }), textWriter)[0]?.stories[0];

  test("are their own brief, else their first two sentences, else nothing", () => {
    expect(briefsOf({ brief: "In brief." }, "One. Two. Three.")?.brief).toBe("In brief.");
    expect(briefsOf({}, "One *two*. Three. Four.\n\nFive.")?.brief).toBe("One two. Three.");
    expect(briefsOf({}, "")?.brief).toBeNull();
  });

  test("have their title as it is, and as a sentence", () => {
    expect(briefsOf({ title: "Is it?" }, "One.")).toMatchObject({ title: "Is it?", headline: "Is it?" });
    expect(briefsOf({ title: "It is" }, "One.")).toMatchObject({ title: "It is", headline: "It is." });
  });

  test("have the sources that they list, and not those that they only mention", () => {
    const brief = briefsOf(
      { sources: [{ title: "A", publication: "P" }, { url: "https://example.org/b" }] },
      "See [c](https://example.org/c).",
    );
    expect(brief?.sources).toEqual([
      { number: 1, link: "A", byline: "P" },
      { number: 2, link: "example.org/b <https://example.org/b>", byline: null },
    ]);
  });

  test("share a source of two stories by its number", () => {
    const source = { title: "A", url: "https://example.org/a" };
    const script = makeScriptOf({
      stories: { a: writeStory({ sources: source }), b: writeStory({ sources: source }) },
    });
    const stories = describeStories(script, textWriter)[0]?.stories ?? [];
    expect(stories.map(({ sources }) => sources.map(({ number }) => number))).toEqual([[1], [1]]);
  });
});

describe("a writer", () => {
  test.each([
    ["a page", pageWriter, '<a href="https://example.org/a">A &#x3C;b></a>'],
    ["markdown", markdownWriter, "[A \\<b\\>](https://example.org/a)"],
    ["plain text", textWriter, "A <b> <https://example.org/a>"],
  ])("of %s writes a link with its words and address", (_, writer, written) => {
    expect(plain(writer.link("A <b>", "https://example.org/a"))?.replace("&lt;", "&#x3C;")).toBe(written);
  });

  test("writes the words alone without an address", () => {
    for (const writer of [pageWriter, feedWriter, textWriter])
      expect(plain(writer.link("A", null))).toBe("A");
    expect(plain(markdownWriter.link("*A*", null))).toBe("\\*A\\*");
    expect(textWriter.link("https://example.org", "https://example.org")).toBe("https://example.org");
  });

  test("of plain text writes a line for each paragraph, quotation and heading, and for each item with its mark", () => {
    const script = makeScriptOf({
      episode: writeEpisode({}, "# Head\n\nOne *two*\nthree.\n\n- a\n- b\n\n  c\n\n> d\n"),
    });
    expect(textWriter.blocks(script.episode.note.publicText.children)).toBe(
      "Head\n\nOne two three.\n\n- a\n- b c\n\nd",
    );
  });
});
