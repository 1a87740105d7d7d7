import { describe, expect, test } from "vitest";
import { writeKeys, writeNote } from "../../src/notes/write-note.ts";

describe("writing a note", () => {
  test("gives frontmatter, an empty line, the body and a line feed at the end", () => {
    expect(writeNote({ keys: { title: "A", segment: "local" }, body: "Words.\n\nMore." })).toBe(
      "---\ntitle: A\nsegment: local\n---\n\nWords.\n\nMore.\n",
    );
  });

  test("has comments above the keys and hints under them", () => {
    expect(writeNote({ comments: ["one", "", "two"], keys: { a: 1 }, hints: ["b: 2"], body: "" })).toBe(
      "---\n# one\n#\n# two\na: 1\n# b: 2\n---\n",
    );
  });

  test("leaves out keys without a value, and frontmatter's keys where there are none", () => {
    expect(writeNote({ keys: { a: undefined }, body: "Words." })).toBe("---\n---\n\nWords.\n");
    expect(writeKeys({ a: undefined, b: null, c: false })).toBe("b: null\nc: false\n");
  });

  test("cuts empty lines at both ends of the body, and none within it", () => {
    expect(writeNote({ keys: { a: 1 }, body: "\n\nA\n\n\nB\n\n" })).toBe("---\na: 1\n---\n\nA\n\n\nB\n");
  });

  test("keeps a long text on one line, and writes lists and maps as an author would", () => {
    const long = "word ".repeat(60).trim();
    expect(writeKeys({ summary: long, sources: [{ title: "A", author: ["B", "C"] }] })).toBe(
      `summary: ${long}\nsources:\n  - title: A\n    author:\n      - B\n      - C\n`,
    );
  });

  test.each([
    "9:00",
    "1:02:03",
    "yes",
    "No",
    "on",
    "OFF",
    "y",
    "2026",
    "1.5",
    "true",
    "null",
    "~",
    "",
    " a",
    "a ",
    "a: b",
    "a #b",
    "- a",
    "@a",
    "#a",
    "*a",
    "&a",
    "!a",
    "|",
    ">",
    "%a",
    "`a`",
    "[a",
    "{a",
    "a\nb",
    "'a",
    '"a"',
  ])("puts quotes round %j", (text) => expect(writeKeys({ a: text })).toMatch(/^a: "(?:[^"\\]|\\.)*"\n$/));

  test.each(["2026-10-03", "a:b", "a#b", "it's", "a - b", "£1m", "Zürich"])("puts none round %j", (text) =>
    expect(writeKeys({ a: text })).toBe(`a: ${text}\n`),
  );
});
