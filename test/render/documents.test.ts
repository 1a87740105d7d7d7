import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { NO_DISCLOSURE } from "../../src/narration/disclosure.ts";
import { episodeJsonSchema } from "../../src/render/episode-json.ts";
import { checkNewsletterSize } from "../../src/render/newsletter.ts";
import { renderEpisode } from "../../src/render/render-episode.ts";
import {
  type EpisodeParts,
  makeBuiltInScript,
  makeScriptOf,
  templates,
  writeEpisode,
  writeStory,
} from "../support/make-episode.ts";

const SHOW = `show:
  title: The Show
  host: [{ name: Ann Lee, role: presenter, url: 'https://example.org/ann' }, { name: Bo Roe }]
  publisher: The Publisher
  url: https://example.org/show
  email: a@example.org
`;

const FULL = {
  id: "loti",
  title: "Guidance for boroughs",
  url: "https://Example.org/guidance?utm_source=x",
  author: ["Mark Say", "Jo Fox"],
  authorRole: "journalist",
  publication: "UKAuthority",
  published: "2023-09-12",
  accessed: "2023-09-20",
  access: "paywall",
  archive: "https://archive.example/x",
  capture: "captures/SECRET.md",
};

const WHOLE: EpisodeParts = {
  show: SHOW,
  episode: writeEpisode(
    {
      number: 2,
      summary: "What it is about.",
      target: "9:00",
      audio: { url: "https://example.org/2.mp3", bytes: 1, duration: "1:00", type: "audio/mpeg" },
    },
    "Come to [the event](https://example.org/event), or write to [us](mailto:a@example.org).\n\n## Notes\n\nSECRET\n",
  ),
  stories: {
    one: writeStory(
      { title: "The first", sources: [FULL, { title: "An interview" }], status: "draft" },
      "One *is* told, with [a link](https://example.org/link).[^loti]\n\n## Notes\n\nSECRET\n",
    ),
    two: writeStory(
      { title: "The second", segment: "nhs", brief: "In brief.", sources: [] },
      "> Two is told.",
    ),
    held: writeStory({ title: "SECRET", status: "held", sources: [{ title: "SECRET" }] }, "SECRET"),
  },
};

const script = makeBuiltInScript(WHOLE);
const documents = renderEpisode(script, NO_DISCLOSURE, templates);
const contentOf = (name: string, all = documents) => all.find((one) => one.name === name)?.content ?? "";
const jsonOf = (name: string, all = documents): unknown => JSON.parse(contentOf(name, all));

describe("the documents of an episode", () => {
  test("are those of the format, each ending in one line feed", () => {
    expect(documents.map(({ name }) => name).sort()).toEqual([
      "episode.json",
      "newsletter.html",
      "newsletter.txt",
      "show-notes.html",
      "show-notes.md",
      "sources.html",
      "sources.json",
      "sources.md",
      "transcript.html",
      "transcript.md",
      "transcript.txt",
    ]);
    for (const { name, content } of documents) expect(content, name).toMatch(/[^\n]\n$/);
  });

  test("are the same bytes each time", () => {
    expect(renderEpisode(makeBuiltInScript(WHOLE), NO_DISCLOSURE, templates)).toEqual(documents);
  });

  test("hold nothing private, nothing held and no capture", () => {
    for (const { name, content } of documents) expect(content, name).not.toMatch(/SECRET|captures/);
  });

  test("hold no blanks at the ends of lines, and no tab", () => {
    for (const { name, content } of documents) expect(content, name).not.toMatch(/[ \t]\n|\t/);
  });

  test("are whole pages in HTML but for the show notes, which are a fragment of few tags", () => {
    for (const name of ["transcript.html", "sources.html", "newsletter.html"]) {
      expect(contentOf(name)).toMatch(/^<!doctype html>\n<html lang="en-GB">/i);
    }
    const tags = [...contentOf("show-notes.html").matchAll(/<\/?([a-z0-9]+)/g)].map(
      (match) => match[1] ?? "",
    );
    expect([...new Set(tags)].sort()).toEqual(["a", "li", "ol", "p", "ul"]);
  });

  test("of an episode without anything that is optional are rendered, too", () => {
    const bare = renderEpisode(
      makeScriptOf({ stories: { one: writeStory({ sources: [] }, "") } }),
      NO_DISCLOSURE,
      templates,
    );
    expect(bare).toHaveLength(11);
    expect(contentOf("transcript.txt", bare).trim()).toBe("");
    expect(contentOf("sources.json", bare)).toBe("[]\n");
    for (const { name, content } of bare) expect(content, name).not.toMatch(/undefined|null,? ·|\[object/);
  });
});

describe("episode.json", () => {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(z.toJSONSchema(episodeJsonSchema));

  test.each([
    ["everything", documents],
    ["nothing that is optional", renderEpisode(makeScriptOf(), NO_DISCLOSURE, templates)],
    [
      "stories without words",
      renderEpisode(makeScriptOf({ stories: { a: writeStory({}, "") } }), NO_DISCLOSURE, templates),
    ],
  ])("keeps to its own schema with %s", (_, all) => {
    validate(jsonOf("episode.json", all));
    expect(validate.errors).toBeNull();
  });

  test("would not keep to it with a key more, or with one less", () => {
    const data = jsonOf("episode.json") as Record<string, unknown>;
    const { show: _, ...less } = data;
    expect(validate({ ...data, more: 1 })).toBe(false);
    expect(validate(less)).toBe(false);
  });

  test("lists every document of the build, itself too, in order", () => {
    expect(jsonOf("episode.json")).toMatchObject({
      formatVersion: 1,
      documents: documents.map(({ name }) => name).sort(),
    });
  });

  test("holds the script in spoken order with its clock, and stories with their sources' numbers", () => {
    const data = jsonOf("episode.json") as Record<string, unknown>;
    expect(data.script).toMatchObject(
      script.passages.map(({ kind, place, words, start, end, paragraphs }) => ({
        kind,
        place,
        words,
        start,
        end,
        paragraphs: paragraphs.map(({ text }) => text),
      })),
    );
    expect(data.stories).toMatchObject([
      { slug: "one", status: "draft", brief: "One is told, with a link.", sources: [1, 2, 3] },
      { slug: "two", status: "ready", brief: "In brief.", sources: [] },
    ]);
    expect(data.episode).toMatchObject({
      number: 2,
      target: 540,
      words: script.words,
      seconds: script.seconds,
    });
    expect(data.segments).toMatchObject([
      { id: "central", stories: ["one"] },
      { id: "nhs", stories: ["two"] },
    ]);
  });
});

describe("sources.json", () => {
  // The keys and types of csl-data.json 1.0.2 that a source of ours can need.
  const KEYS = [
    "id",
    "type",
    "title",
    "author",
    "container-title",
    "issued",
    "accessed",
    "URL",
    "archive_location",
  ];
  const TYPES = ["article-newspaper", "webpage", "document"];
  const items = jsonOf("sources.json") as Record<string, unknown>[];

  test("is CSL-JSON of every source, with its date-parts", () => {
    expect(items).toEqual([
      {
        id: "edition-1",
        type: "article-newspaper",
        title: "Guidance for boroughs",
        author: [{ literal: "Mark Say" }, { literal: "Jo Fox" }],
        "container-title": "UKAuthority",
        issued: { "date-parts": [[2023, 9, 12]] },
        accessed: { "date-parts": [[2023, 9, 20]] },
        URL: "https://Example.org/guidance?utm_source=x",
        archive_location: "https://archive.example/x",
      },
      { id: "edition-2", type: "document", title: "An interview" },
      { id: "edition-3", type: "webpage", title: "a link", URL: "https://example.org/link" },
    ]);
  });

  test("has no key and no type that CSL does not know", () => {
    for (const item of items) {
      expect(Object.keys(item).filter((key) => !KEYS.includes(key))).toEqual([]);
      expect(TYPES).toContain(item.type);
    }
  });
});

describe("newsletter.txt", () => {
  const long = "word ".repeat(60).trim();
  const address = `https://example.org/${"long/".repeat(30)}`;
  const wide = renderEpisode(
    makeScriptOf({
      show: `show: { title: '${long}', publisher: '${long}' }\nsegments: [{ id: central, title: '${long}' }]`,
      episode: writeEpisode(
        { title: long, summary: long },
        `${long} [${long}](${address})\n\n- ${long}\n\n> ${long}`,
      ),
      stories: {
        a: writeStory({
          title: long,
          brief: long,
          sources: [{ title: long, author: long, publication: long, url: address }],
        }),
        b: writeStory({ title: "x".repeat(100) }),
      },
    }),
    NO_DISCLOSURE,
    templates,
  );

  test("is wrapped at 78 columns but for single long words and addresses", () => {
    const tooWide = contentOf("newsletter.txt", wide)
      .split("\n")
      .filter((line) => [...line].length > 78);
    expect(tooWide.map((line) => line.trim()).filter((line) => line.includes(" "))).toEqual([]);
    expect(tooWide).toContain(`    ${address}`);
    expect(tooWide).toContain("x".repeat(100));
  });

  test("sets the address of a link in under its number, and the lines after its first as well", () => {
    const text = contentOf("newsletter.txt");
    expect(text).toContain(
      "\n[1] Guidance for boroughs, Mark Say and Jo Fox, UKAuthority, 12 September 2023\n    https://Example.org/guidance?utm_source=x\n",
    );
    expect(contentOf("newsletter.txt", wide)).toMatch(/\n\[1\] word [^\n]*\n {4}word /);
  });

  test("numbers the links of the public text after the sources, one that is a source by its number", () => {
    const text = contentOf("newsletter.txt");
    expect(text).toContain("Come to the event [4], or write to us <a@example.org>.");
    expect(text).toContain("\n[4] the event\n    https://example.org/event\n");
    const same = renderEpisode(
      makeScriptOf({
        episode: writeEpisode({}, "See [this](https://example.org/a#x)."),
        stories: { a: writeStory({ sources: [{ title: "A", url: "https://example.org/a" }] }) },
      }),
      NO_DISCLOSURE,
      templates,
    );
    expect(contentOf("newsletter.txt", same)).toContain("See this [1].");
  });
});

describe("newsletter.html", () => {
  test("is told of where a mail program would cut it", () => {
    expect(checkNewsletterSize(documents, "e.md")).toEqual([]);
    const large = [{ name: "newsletter.html", content: "é".repeat(41 * 1024) }];
    expect(checkNewsletterSize(large, "e.md")).toMatchObject([
      {
        file: "e.md",
        line: null,
        severity: "warning",
        rule: "newsletter-size",
        text: expect.stringContaining("is 82 KB"),
      },
    ]);
    expect(
      checkNewsletterSize([{ name: "newsletter.html", content: "x".repeat(80 * 1024) }], "e.md"),
    ).toEqual([]);
  });
});
