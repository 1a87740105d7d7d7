// Parsing what was written gives what was to be written, for keys and bodies of every kind.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { removeUnseenCharacters } from "../../src/input/characters.ts";
import { parseYaml } from "../../src/input/parse-yaml.ts";
import { splitFrontmatter } from "../../src/notes/split-frontmatter.ts";
import { parseStory } from "../../src/notes/story-note.ts";
import { writeNote } from "../../src/notes/write-note.ts";
import { oneLine } from "../../src/show.ts";
import { describeProblems, storyFile } from "../support/make-episode.ts";

const AWKWARD = [
  ...[
    "",
    " ",
    "a: b",
    "a:b",
    "a:",
    ":",
    ": ",
    "a #b",
    "#b",
    "a#b",
    "- a",
    "-",
    "--",
    "---",
    "--- a",
    "...",
    "a\n---\nb",
  ],
  ...[
    "? a",
    "?",
    "@a",
    "`a`",
    "%a",
    "!a",
    "!!str a",
    "&a",
    "*a",
    "|",
    ">",
    "|-\n a",
    "[a",
    "]",
    "{a",
    "}",
    ",",
    "a, b",
  ],
  ...[
    "yes",
    "No",
    "ON",
    "off",
    "y",
    "N",
    "true",
    "False",
    "null",
    "~",
    "Null",
    "<<",
    "=",
    ".nan",
    ".inf",
    "-.INF",
  ],
  ...[
    "9:00",
    "1:02:03",
    "190:20:30",
    "2026-10-03",
    "2026-10-03T10:00:00Z",
    "0",
    "007",
    "1e3",
    "0x1F",
    "0o7",
    "1_000",
  ],
  ...[
    "+1",
    "-1",
    "1.",
    ".5",
    "it's",
    "'a'",
    '"a"',
    'a "b" c',
    "a\\b",
    "\\",
    "\\n",
    "a\nb",
    "a\n\nb\n",
    "\na",
    "a\n",
  ],
  ...[
    " a",
    "a ",
    "\ta",
    "a\tb",
    "a\u00A0",
    "\u00A0a",
    "é",
    "e\u0301",
    "日本語",
    "😀",
    "👩\u200D👧",
    "ß",
    "İ",
    "\u200Ea",
  ],
  ...["{{x}}", "<b>", "a # b", "a\n# b", "x".repeat(200), "word ".repeat(40), "constructors", "__proto__x"],
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
  fc.string({ unit: "grapheme", maxLength: 20 }).map((one) => removeUnseenCharacters(one)),
  fc.stringMatching(/^[-?:,[\]{}#&*!|>'"%@`\\ \n.~0-9a-z]{0,8}$/),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0)),
);
const scalar = fc.oneof({ weight: 5, arbitrary: text }, number, fc.boolean(), fc.constant(null));
const key = text.filter((one) => !["__proto__", "constructors", "prototype"].includes(one));

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const keys = fc.dictionary(key, value, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
const line = fc.oneof(
  fc.constantFrom("", "---", "--- ", "...", "# a", "- b", "    c", "\td", "<!-- e -->", "a\\", "£", "a: b"),
  fc.string({ unit: "grapheme", maxLength: 12 }).map((one) => one.replace(/[\r\n]/g, "")),
);
const body = fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n").replace(/^\n+|\n+$/g, ""));

describe("a note that was written", () => {
  test("has, when it is read, the keys and the words that it was written from", () => {
    fc.assert(
      fc.property(keys, body, (written, words) => {
        const { note, problems } = splitFrontmatter("a.md", writeNote({ keys: written, body: words }), true);
        expect(problems).toEqual([]);
        const yaml = parseYaml("a.md", note?.frontmatter ?? "", 2);
        expect(describeProblems(yaml.problems)).toEqual([]);
        expect(yaml.value).toEqual(written);
        expect(note?.body).toBe(words === "" ? "" : `\n${words}\n`);
      }),
      { numRuns: 200 },
    );
  });

  test("keeps each awkward text, as a value and as a key", () => {
    for (const one of AWKWARD) {
      const { note } = splitFrontmatter(
        "a.md",
        writeNote({ keys: { [one]: one, list: [one] }, body: "" }),
        true,
      );
      const yaml = parseYaml("a.md", note?.frontmatter ?? "", 2);
      expect(describeProblems(yaml.problems), JSON.stringify(one)).toEqual([]);
      expect(yaml.value, JSON.stringify(one)).toEqual({ [one]: one, list: [one] });
    }
  });

  test("is the same bytes when what was read is written again", () => {
    fc.assert(
      fc.property(keys, body, (written, words) => {
        const first = writeNote({ keys: written, body: words });
        const { note } = splitFrontmatter("a.md", first, true);
        const read = parseYaml("a.md", note?.frontmatter ?? "", 2).value as Record<string, unknown>;
        expect(writeNote({ keys: read, body: note?.body ?? "" })).toBe(first);
      }),
      { numRuns: 50 },
    );
  });
});

const words = text.filter((one) => oneLine(one) !== "");
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);
const date = fc.constantFrom("2023-09-12", "2024-02-29", "1999-12-31");
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const source = fc.record({
  id: optional(slug),
  title: words,
  url: optional(fc.webUrl()),
  author: optional(fc.oneof(words, fc.array(words, { minLength: 1, maxLength: 3 }))),
  publication: optional(words),
  published: optional(date),
  access: optional(fc.constantFrom("open", "registration", "paywall")),
});
const story = fc.record({
  title: words,
  segment: slug,
  order: optional(number),
  status: optional(fc.constantFrom("draft", "ready", "held")),
  brief: optional(words),
  sources: optional(
    fc.oneof(source, fc.uniqueArray(source, { maxLength: 3, selector: ({ id }) => id ?? {} })),
  ),
  say: optional(fc.dictionary(key, words, { maxKeys: 3, noNullPrototype: true })),
});

test("a story that was written is read with the same title, segment, sources and words", () => {
  fc.assert(
    fc.property(story, fc.constantFrom("Words.", "Words.\n\nMore *words*."), (written, spoken) => {
      const { note, problems } = parseStory(storyFile("a"), writeNote({ keys: written, body: spoken }));
      expect(describeProblems(problems)).toEqual([]);
      expect(note).toMatchObject({
        title: oneLine(written.title),
        segment: written.segment,
        order: written.order ?? null,
        status: written.status ?? "ready",
        brief: written.brief === undefined ? null : oneLine(written.brief),
        say: written.say ?? {},
      });
      const sources = [written.sources ?? []].flat();
      expect(note?.sources).toHaveLength(sources.length);
      sources.forEach((one, index) => {
        expect(note?.sources[index]).toMatchObject({
          id: one.id ?? null,
          title: oneLine(one.title),
          url: one.url ?? null,
          authors: [one.author ?? []].flat().map(oneLine),
          publication: one.publication === undefined ? null : oneLine(one.publication),
          published: one.published ?? null,
          access: one.access ?? null,
        });
      });
      expect(note?.paragraphs.map((one) => one.text).join(" ")).toMatch(/^Words\.( More words\.)?$/);
    }),
    { numRuns: 80 },
  );
});
