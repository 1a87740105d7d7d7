// Any text in any field comes out as that text and changes no structure: an episode with plain words in its
// fields is rendered beside the same with nasty ones, and the two differ in those words alone.

import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { removeUnseenCharacters } from "../../src/input/characters.ts";
import { NO_DISCLOSURE } from "../../src/narration/disclosure.ts";
import type { Document } from "../../src/render/document.ts";
import { renderEpisode } from "../../src/render/render-episode.ts";
import { oneLine } from "../../src/show.ts";
import { endSentence } from "../../src/spoken/phrases.ts";
import { makeBuiltInScript, templates, writeEpisode, writeStory } from "../support/make-episode.ts";
import { fold, type Skeleton, skeletonOfGfm, skeletonOfHtml, skeletonOfMarkdown } from "./skeleton.ts";

const FIELDS = [
  "show",
  "description",
  "host",
  "publisher",
  "segment",
  "spoken",
  "edition",
  "summary",
  "first",
  "second",
  "brief",
  "source",
  "author",
  "publication",
  "disclosure",
] as const;

type Fields = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Headlines are also told as sentences, which get a stop where they have none. */
const HEADLINES: readonly string[] = ["edition", "first", "second"];

function render(fields: Fields): Document[] {
  const show = {
    show: {
      title: fields.show,
      description: fields.description,
      host: fields.host,
      publisher: fields.publisher,
    },
    segments: [{ id: "one", title: fields.segment, spoken: fields.spoken }],
  };
  const url = "https://example.org/";
  const script = makeBuiltInScript({
    show: JSON.stringify(show),
    episode: writeEpisode({ title: fields.edition, summary: fields.summary, number: 2 }, "Public *words*."),
    stories: {
      a: writeStory(
        {
          title: fields.first,
          segment: "one",
          brief: fields.brief,
          sources: [
            {
              title: fields.source,
              url,
              author: fields.author,
              publication: fields.publication,
              archive: `${url}x`,
            },
            { title: fields.source },
          ],
        },
        "Told.",
      ),
      b: writeStory({ title: fields.second, segment: "one", sources: [] }, `Told with [a link](${url}b).`),
    },
  });
  const line = oneLine(fields.disclosure);
  const disclosure = { ...NO_DISCLOSURE, text: line, headlineText: line };
  return renderEpisode(script, disclosure, templates);
}

const plain = Object.fromEntries(FIELDS.map((field) => [field, `Plain${field}`])) as Fields;
const plainDocuments = render(plain);

/** A text of the plain episode as it must be with other fields. */
function replaceFields(text: string, fields: Fields): string {
  return text.replace(/Plain([a-z]+)(\.?)/g, (_, field: keyof Fields, stop: string) => {
    const value = fold(fields[field]);
    return stop !== "" && HEADLINES.includes(field) ? endSentence(value) : value + stop;
  });
}

function skeletonsOf({ name, content }: Document): Skeleton[] {
  if (name.endsWith(".html")) return [skeletonOfHtml(content)];
  if (name.endsWith(".md")) return [skeletonOfMarkdown(content), skeletonOfGfm(content)];
  if (name.endsWith(".json")) return [{ structure: [mapJson(content, (text) => text)], words: [] }];
  return [{ structure: [], words: [fold(content)] }];
}

const plainSkeletons = plainDocuments.map(skeletonsOf);

function checkFields(given: Fields): void {
  // A publication that is its own author is not named.
  const isOwn = fold(given.author) === fold(given.publication);
  const fields = isOwn ? { ...given, publication: `${given.publication}x` } : given;
  render(fields).forEach((document, index) => {
    const found = skeletonsOf(document);
    plainSkeletons[index]?.forEach(({ structure, words }, which) => {
      const isJson = document.name.endsWith(".json");
      const replace = (text: string) => replaceFields(text, fields);
      expect(found[which]?.structure, document.name).toEqual(
        isJson ? structure.map((json) => mapJson(json, replace)) : structure,
      );
      expect(found[which]?.words, document.name).toEqual(words.map((text) => fold(replace(text))));
    });
  });
}

/** JSON with every text replaced, and without the figures that go by the number of words. */
function mapJson(json: string, replace: (text: string) => string): string {
  const figures = ["words", "seconds", "start", "end"];
  const data: unknown = JSON.parse(json, (key, value: unknown) => {
    if (typeof value === "number" && figures.includes(key)) return 0;
    return typeof value === "string" ? replace(value) : value;
  });
  return JSON.stringify(data, null, 1);
}

/** What may stand in a field of a sound file: something that is seen, and no password in an address. */
function isPossible(text: string): boolean {
  return fold(text) !== "" && removeUnseenCharacters(text) === text && !/:\/\/[^\s/?#\\]*@/.test(text);
}

/** Fields with texts dealt out in turn, from another field on each time. */
function dealOut(texts: readonly string[], from: number): Fields {
  const entries = FIELDS.map((field, index) => [field, texts[(from + index) % texts.length]]);
  return Object.fromEntries(entries) as Fields;
}

const MARKS = [
  ..."* ** _ __ ` `` [ ] ( ) ![ ]( < > <b> </p> <br/> <script> </script> </title> </style> --> <!-- ]]> & &amp; &lt; &#60;".split(
    " ",
  ),
  ..."\\ \\\\ | || # ## ~ ~~ ^ [^1] : :// - -- --- + = === 1. 2) 1986. > >> ! ? . … \" ' ` {{ }} {{x}} {{{x}}} {{#if}} %s".split(
    " ",
  ),
  ..."https://example.org www.example.org a@example.org mailto:a@b.org javascript:alert(1) http:// x:y [x]: /x [x](y) <https://e.org>".split(
    " ",
  ),
  ..."a b word Notes ## Intro é 日本語 😀 👩‍👧 ‏ 5*3*2 a_b_c **x** *x* ~~x~~ `x` <i>x</i> &copy; &nosuch; \u00A0 \u3000 ﷽ Z͑ͫ".split(
    " ",
  ),
];

describe("any text in any field", () => {
  test("comes out as it stands, each mark alone in field after field", () => {
    const marks = MARKS.filter(isPossible);
    expect(marks.length).toBeGreaterThan(90);
    for (let from = 0; from < marks.length; from += 7) checkFields(dealOut(marks, from));
  });

  test("comes out as it stands, whatever marks stand together", () => {
    const mark = fc.constantFrom(...MARKS);
    const gap = fc.constantFrom("", "", " ", "\n");
    const text = fc
      .array(fc.tuple(mark, gap), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.flat().join(""))
      .filter(isPossible);
    const fields = fc.record(
      Object.fromEntries(FIELDS.map((field) => [field, text])) as Record<keyof Fields, typeof text>,
    );
    fc.assert(fc.property(fields, checkFields), { numRuns: 15 });
  });

  const foreign = "/work/shared/hostile/third-party/blns.json";

  test.skipIf(!existsSync(foreign))("comes out as it stands, each of the Big List of Naughty Strings", () => {
    const all = (JSON.parse(readFileSync(foreign, "utf8")) as string[]).filter(isPossible);
    expect(all.length).toBeGreaterThan(300);
    for (let from = 0; from < all.length; from += FIELDS.length) checkFields(dealOut(all, from));
  });
});

test("a text that is not escaped would be seen by these tests", () => {
  expect(() => skeletonOfHtml("<p>a < b</p>")).toThrow("unescaped");
  expect(() => skeletonOfHtml("<p>a &nosuch; b</p>")).toThrow("unescaped");
  expect(skeletonOfHtml("<p>a <b>b</b></p>").structure).not.toEqual(skeletonOfHtml("<p>a b</p>").structure);
  expect(skeletonOfMarkdown("a *b*").structure).not.toEqual(skeletonOfMarkdown("a b").structure);
  expect(skeletonOfGfm("a ~~b~~").structure).not.toEqual(skeletonOfGfm("a b").structure);
});
