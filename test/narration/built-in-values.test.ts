// What built-in narration takes from an episode: names, headlines, and markdown in them, which is text.

import { describe, expect, test } from "vitest";
import { writeBuiltInNarration } from "../../src/narration/built-in.ts";
import {
  type Keys,
  makeBuiltInScript,
  makeEpisode,
  templates,
  writeEpisode,
  writeStory,
} from "../support/make-episode.ts";

const BYLINE = { title: "A page", author: "Ann Lee", publication: "The Paper" };

describe("attribution", () => {
  const segueOf = (source: Keys | readonly Keys[]) => {
    const stories = { a: writeStory({ order: 1, sources: source }), b: writeStory({ order: 2 }) };
    const text = writeBuiltInNarration(makeEpisode({ stories }), templates);
    return /## a\n\n(.*)\n/.exec(text)?.[1] ?? "";
  };

  test("names author and publication in the order that is said on air", () => {
    expect(segueOf(BYLINE)).toContain("Ann Lee, of The Paper");
  });

  test("is that of the first source", () => {
    expect(segueOf([{ ...BYLINE, author: "First" }, BYLINE])).toContain("First, of The Paper");
  });

  test.each([
    ["the author is not known", { title: "A", publication: "The Paper" }],
    ["the publication is not known", { title: "A", author: "Ann Lee" }],
    ["the publication is its own author", { title: "A", author: "The Paper", publication: "The Paper" }],
    ["there are two authors, for whom no verb would be right", { ...BYLINE, author: ["Ann Lee", "Bo"] }],
    ["there is no source", []],
  ])("is left out where %s", (_, source) => expect(segueOf(source)).not.toMatch(/Ann Lee|The Paper/));
});

describe("the host", () => {
  test("is the first of several, since one person says “I”", () => {
    const show = "show: { host: [{ name: Ann Lee }, { name: Bo Roe }] }";
    for (let number = 0; number < 8; number += 1) {
      const text = writeBuiltInNarration(makeEpisode({ show, episode: writeEpisode({ number }) }), templates);
      expect(text).toContain("Ann Lee");
      expect(text).not.toContain("Bo Roe");
    }
  });
});

describe("markdown in a title", () => {
  const NASTY = [
    "*Stars* and _lines_ in a_b_c",
    "[Link](https://example.org) and https://example.org",
    "<b>Tags</b> & &amp; <!-- remarks -->",
    "## Notes",
    "1. First",
    "- A dash",
    "> Said",
    "`Code` and \\ and |",
    "![An image](x.png)",
    "A footnote[^1]",
    "{{headline}} and {{#if x}}",
    "~~Struck~~ 5*3*2",
    "Ends with !",
    "www.example.org and ann@example.org",
    "Are they “quoted”?",
  ];

  test.each(NASTY)("is spoken as it stands: %s", (title) => {
    const told = endsInStop(title) ? title : `${title}.`;
    const source = { title: "A", author: title, publication: `P ${title}` };
    const script = makeBuiltInScript({
      show: `show: { title: ${JSON.stringify(title)}, host: ${JSON.stringify(title)} }\nsegments: [{ id: central, title: S, spoken: ${JSON.stringify(title)} }]`,
      episode: writeEpisode({ title }),
      stories: { a: writeStory({ title, sources: source }), b: writeStory({ title }) },
    });
    const spoken = Object.fromEntries(
      script.passages.map(({ kind, place, paragraphs }) => [
        `${kind} ${place}`,
        paragraphs.map(({ text }) => text),
      ]),
    );
    expect(script.passages.filter(({ origin }) => origin !== "person")).toEqual([]);
    expect(spoken["intro intro"]).toHaveLength(1);
    expect(spoken["intro intro"]?.[0]).toContain(told);
    expect(spoken["segment central"]?.[0]).toContain(title);
    expect(spoken["segue a"]?.[0]).toContain(`${title}, of P ${title}`);
    expect(spoken["segue b"]?.[0]?.endsWith(told)).toBe(true);
    expect(script.sources.every(({ listed }) => listed)).toBe(true);
  });
});

const endsInStop = (text: string) => /[.!?]$/.test(text);
