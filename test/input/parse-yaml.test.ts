import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/input/parse-yaml.ts";
import { describeProblems } from "../support/make-episode.ts";

const readValue = (text: string) => parseYaml("a.md", text, 2).value;
/** What is said of a text that begins, as frontmatter does, at line 2. */
const saidOf = (text: string) => describeProblems(parseYaml("a.md", text, 2).problems);

describe("plain data", () => {
  test("lists, maps, text of several lines and comments are read", () => {
    expect(
      readValue('a: [x, {y: "z"}]\nb: |\n  one\n  two\nc: >-\n  one\n  two\n# remark\nd:\n  - e\n'),
    ).toEqual({
      a: ["x", { y: "z" }],
      b: "one\ntwo\n",
      c: "one two",
      d: ["e"],
    });
  });

  test("dates, times and words of YAML 1.1 stay text", () => {
    expect(readValue("a: 2026-10-03\nb: 12:30\nc: yes\nd: No\ne: off\nf: 1_000\ng: 0o7x")).toEqual({
      a: "2026-10-03",
      b: "12:30",
      c: "yes",
      d: "No",
      e: "off",
      f: "1_000",
      g: "0o7x",
    });
  });

  test("numbers, true, false and nothing are what they are in the core schema", () => {
    expect(readValue("a: 1\nb: 1.50\nc: true\nd: ~\ne:\nf: 0x1F\ng: -3")).toEqual({
      a: 1,
      b: 1.5,
      c: true,
      d: null,
      e: null,
      f: 31,
      g: -3,
    });
  });

  test("keys are text, and << merges nothing", () => {
    expect(readValue("2026: a\ntrue: b\n<<: c")).toEqual({ "2026": "a", true: "b", "<<": "c" });
  });

  test("nothing, and comments alone, are null without a problem", () => {
    expect(parseYaml("a.md", "", 2)).toMatchObject({ value: null, problems: [] });
    expect(parseYaml("a.md", "# remark\n", 2)).toMatchObject({ value: null, problems: [] });
  });
});

describe("places", () => {
  const yaml = parseYaml("a.md", "title: A\nsources:\n  - url: x\n    author: [Ann, Bo]\n", 5);

  test("a value and a key have theirs, counted from the first line of the file", () => {
    expect(yaml.placeOf(["title"])).toEqual({ line: 5, column: 8 });
    expect(yaml.placeOf(["sources", 0, "url"])).toEqual({ line: 7, column: 10 });
    expect(yaml.placeOf(["sources", 0, "author", 1])).toEqual({ line: 8, column: 19 });
    expect(yaml.placeOfKey(["sources", 0, "author"])).toEqual({ line: 8, column: 5 });
    expect(yaml.placeOfKey(["sources"])).toEqual({ line: 6, column: 1 });
  });

  test("what is not there has that of what it would stand in", () => {
    expect(yaml.placeOf(["sources", 0, "title"])).toEqual({ line: 7, column: 5 });
    expect(yaml.placeOf(["segment"])).toEqual({ line: 5, column: 1 });
    expect(parseYaml("a.md", "", 5).placeOf(["title"])).toEqual({ line: 5, column: 1 });
  });

  test("columns count UTF-16 units", () => {
    expect(parseYaml("a.md", "a: {b: 😀, c: d}", 1).placeOf(["a", "c"])).toEqual({ line: 1, column: 15 });
  });
});

const UNREADABLE =
  'The line cannot be read, expected "key: value": look for a missing colon, blank, quote or bracket';
const SET_IN = "Unexpected indentation, expected the line to stand under the one above it";
const BRACKET =
  "Unexpected bracket that is never closed, expected another after its last value, or quotes round the whole of it";
const ANCHOR = 'Unexpected anchor (a word that begins with "&"), expected plain text';
const ALIAS = 'Unexpected alias (a word that begins with "*"), expected the value itself';

describe("a text that cannot be read is told of in the author's words", () => {
  test.each([
    [
      "a second colon",
      "title: Glasgow: bin lorries",
      "2:8",
      'Unexpected second colon in title, expected quotes round it: title: "Glasgow: bin lorries"',
    ],
    [
      "a second colon after quotes",
      'title: "Big" council: cuts',
      "2:8",
      "Unexpected second colon in title, expected quotes round it: title: '\"Big\" council: cuts'",
    ],
    [
      "a second colon with quotes after it",
      'title: Council: "cuts"',
      "2:8",
      "Unexpected second colon in title, expected quotes round it: title: 'Council: \"cuts\"'",
    ],
    [
      "a tab before a key",
      "title: A\n\tsegment: b",
      "3:1",
      "Unexpected tab at the start of the line, expected spaces: YAML is indented with spaces alone",
    ],
    [
      "a key given twice",
      "title: A\nsegment: b\ntitle: C",
      "4:1",
      "Unexpected second title, expected each key once: delete one of the two",
    ],
    [
      "a quotation mark without another",
      'title: "A\nsegment: b\n',
      "2:8",
      "Unexpected quotation mark that is never closed in title, expected another at the end of the value",
    ],
    [
      "an apostrophe without another",
      "say: {A: b}\ntitle: 'tis",
      "3:8",
      "Unexpected quotation mark that is never closed in title, expected another at the end of the value",
    ],
    ["a list without an end", "title: A\nsegments: [local, nhs\ndate: 2026-10-03", "3:11", BRACKET],
    ["a map without an end", "say: {A: b", "2:6", BRACKET],
    ["an inner list without an end", "a: [b, [c, d]", "2:4", BRACKET],
    ["a whole text that is a list without an end", "[a, b", "2:1", BRACKET],
    ["a line set in too far", "title: A\n  segment: b\norder: 1", "3:3", SET_IN],
    ["a line of a list set in too far", "sources:\n  - title: A\n     url: b\n", "4:6", SET_IN],
    ["a key without its colon", "title: A\nsegment\norder: 1", "3:1", UNREADABLE],
    ["a last line without a colon", "title: A\nsegment local", "3:1", UNREADABLE],
    ["a line of a list set in too little", "sources:\n  - title: A\n   url: b\n", "4:4", SET_IN],
    ["a line of a map set in too little", "a:\n  b: c\n d: e", "4:2", SET_IN],
    [
      "a backslash between double quotes",
      'path: "C:\\q"',
      "2:10",
      "Unexpected backslash in path, expected single quotes round a value that holds one",
    ],
    [
      "a value that begins with @",
      "author: @ann",
      "2:9",
      "Unexpected first character of author, expected quotes round a value that begins with a mark",
    ],
    [
      "a value that begins with a backtick",
      "title: `A`",
      "2:8",
      "Unexpected first character of title, expected quotes round a value that begins with a mark",
    ],
    [
      "a tag",
      "title: !python/object A",
      "2:8",
      'Unexpected tag (a word that begins with "!") in title, expected plain text: put quotes round it',
    ],
    [
      "a second document",
      "title: A\n---\ntitle: B",
      "3:1",
      "Unexpected second document, expected one: delete the line of hyphens or dots",
    ],
    [
      "words after the end of a document",
      "title: A\n...\ntitle: B",
      "4:1",
      "Unexpected second document, expected one: delete the line of hyphens or dots",
    ],
    ["words after a quotation", 'title: "A" b', "2:12", UNREADABLE],
    ["a list in the line of its key", "a: - b", "2:4", UNREADABLE],
    ["a list as a key", "[a, b]: c", "2:1", UNREADABLE],
  ])("%s", (_, text, place, words) => {
    expect(saidOf(text)).toEqual([`${place} error yaml: ${words}`]);
    expect(readValue(text)).toBeUndefined();
  });

  test("every key that is given twice is told of, at each level", () => {
    const said = saidOf("a: 1\nb: {c: 1, c: 2}\na: 2\na: 3");
    expect(said.map((one) => one.split(",")[0])).toEqual([
      "4:1 error yaml: Unexpected second a",
      "5:1 error yaml: Unexpected second a",
      "3:11 error yaml: Unexpected second c",
    ]);
  });
});

describe("what only a program writes is refused", () => {
  test.each([
    ["an anchor", "a: &x 1", `2:7 error yaml: ${ANCHOR}`],
    ["an anchor of a map", "a: &x\n  b: 1", `3:3 error yaml: ${ANCHOR}`],
    [
      "a tag that YAML knows",
      "a: !!str 1",
      '2:10 error yaml: Unexpected tag (a word that begins with "!"), expected plain text: put quotes round it',
    ],
    [
      "a tag without a name",
      "a: ! b",
      '2:6 error yaml: Unexpected tag (a word that begins with "!"), expected plain text: put quotes round it',
    ],
  ])("%s", (_, text, said) => {
    expect(saidOf(text)).toEqual([said]);
    expect(readValue(text)).toBeUndefined();
  });

  test("an alias or its anchor, whichever comes first", () => {
    expect(saidOf("a: &x 1\nb: *x")).toEqual([`2:7 error yaml: ${ANCHOR}`]);
    expect(saidOf("a: *x")).toEqual([`2:4 error yaml: ${ALIAS}`]);
  });

  test("a character that nobody can see, with its code, in values and in keys", () => {
    expect(saidOf('title: "a\\u202eb"')).toEqual([
      "2:8 error yaml: Unexpected U+202E in title (a mark that changes the direction of writing), expected text: delete it",
    ]);
    expect(saidOf("authors:\n  - An\u200Bn")[0]).toMatch(/^3:5 error yaml: Unexpected U\+200B in the value/);
    expect(saidOf("ti\u00ADtle: a")[0]).toMatch(/^2:1 error yaml: Unexpected U\+00AD/);
  });
});

describe("a value that a comment cuts", () => {
  test.each([
    ["in a map", "title: Council spends £1m #digital\nb: c", "2:8", "title", "digital"],
    ["at the end", "title: a #b", "2:8", "title", "b"],
    ["in a list", "author:\n  - Ann #one\n  - Bo", "3:5", "the value", "one"],
    ["in a list in brackets", "author: [Ann #one\n  ]", "2:10", "the value", "one"],
  ])("%s is a warning, and the rest is read", (_, text, place, field, cut) => {
    expect(saidOf(text)).toEqual([
      `${place} warning yaml-comment: ${field} ends before "#${cut}", since a blank and "#" begin a comment: put quotes round the whole of it, or a blank after "#"`,
    ]);
    expect(readValue(text)).not.toBeUndefined();
  });

  test.each([
    "title: a # remark",
    "title: a ## remark",
    'title: "a #b"',
    "title: a#b",
    "# remark\ntitle: a",
    "a: >\n  b #c",
  ])("is none in %j", (text) => expect(saidOf(text)).toEqual([]));
});
