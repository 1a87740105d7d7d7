import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareCodePoints,
  hasErrors,
  makeError,
  makeWarning,
  nearestWord,
  sortProblems,
  UserError,
} from "../src/problem.ts";

const place = (line: number, column: number) => ({ line, column });

describe("making problems", () => {
  test("an error has its place, and none where the whole file is meant", () => {
    expect(makeError("a.md", place(3, 7), "rule", "Text")).toEqual({
      file: "a.md",
      line: 3,
      column: 7,
      severity: "error",
      rule: "rule",
      text: "Text",
    });
    expect(makeWarning("a.md", null, "rule", "Text")).toMatchObject({
      line: null,
      column: null,
      severity: "warning",
    });
  });

  test("warnings alone are no errors", () => {
    const warning = makeWarning("a.md", null, "rule", "Text");
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([warning])).toBe(false);
    expect(hasErrors([warning, makeError("a.md", null, "rule", "Text")])).toBe(true);
  });

  test("a user error says what to do and ends with status 1 unless told otherwise", () => {
    expect(new UserError("No")).toMatchObject({ message: "No", hint: "", exitStatus: 1, name: "UserError" });
    expect(new UserError("No", "Do", 2)).toMatchObject({ hint: "Do", exitStatus: 2 });
  });
});

describe("sorting problems", () => {
  const problems = [
    makeWarning("b.md", place(1, 1), "z", "Z"),
    makeError("a.md", place(10, 1), "z", "Z"),
    makeError("a.md", place(2, 9), "z", "Z"),
    makeError("a.md", place(2, 9), "a", "Z"),
    makeError("a.md", place(2, 9), "a", "A"),
    makeError("a.md", place(2, 1), "z", "Z"),
    makeError("a.md", null, "z", "Z"),
  ];

  test("goes by file, line, column, rule and text, the whole file first", () => {
    expect(
      sortProblems(problems).map(({ file, line, column, rule, text }) => [file, line, column, rule, text]),
    ).toEqual([
      ["a.md", null, null, "z", "Z"],
      ["a.md", 2, 1, "z", "Z"],
      ["a.md", 2, 9, "a", "A"],
      ["a.md", 2, 9, "a", "Z"],
      ["a.md", 2, 9, "z", "Z"],
      ["a.md", 10, 1, "z", "Z"],
      ["b.md", 1, 1, "z", "Z"],
    ]);
  });

  test("drops repeats, but keeps a warning beside an error of the same words", () => {
    const error = makeError("a.md", null, "rule", "Text");
    const warning = makeWarning("a.md", null, "rule", "Text");
    expect(sortProblems([error, { ...error }, warning])).toHaveLength(2);
  });

  test("gives the same however the problems come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(problems, { minLength: problems.length }), (shuffled) => {
        expect(sortProblems(shuffled)).toEqual(sortProblems(problems));
      }),
      { numRuns: 30 },
    );
  });
});

describe("comparing by code point", () => {
  test("a character beyond the first plane follows every other, unlike in UTF-16", () => {
    expect(compareCodePoints("\u{1F600}", "\uFFFD")).toBeGreaterThan(0);
    expect("\u{1F600}" > "\uFFFD").toBe(false);
  });

  test("capitals come before small letters, and a prefix before the whole", () => {
    expect(["b", "a", "B", "ab", ""].sort(compareCodePoints)).toEqual(["", "B", "a", "ab", "b"]);
    expect(compareCodePoints("é", "é")).toBe(0);
  });
});

describe("the nearest word", () => {
  const known = ["title", "segment", "sources", "order"];

  test.each([
    ["titel", "title"],
    ["Title", "title"],
    ["source", "sources"],
    ["segmnet", "segment"],
    ["oder", "order"],
  ])("%s is taken for %s", (word, near) => expect(nearestWord(word, known)).toBe(near));

  test.each(["colour", "x", ""])("nothing is near to “%s”", (word) =>
    expect(nearestWord(word, known)).toBeNull(),
  );

  test("of two the nearer is chosen, and of equals the first", () => {
    expect(nearestWord("pausa", ["pauses", "pause"])).toBe("pause");
    expect(nearestWord("ab", ["ax", "ay"])).toBe("ax");
  });

  test("a very long word is compared without taking long", () => {
    expect(nearestWord("x".repeat(100_000), known)).toBeNull();
  });
});
