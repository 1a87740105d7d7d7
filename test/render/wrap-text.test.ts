import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wrapText } from "../../src/render/wrap-text.ts";

describe("wrapping", () => {
  test("breaks a line at blanks so that none is wider than asked", () => {
    expect(wrapText("one two three four", 9)).toBe("one two\nthree\nfour");
    expect(wrapText("one two", 7)).toBe("one two");
    expect(wrapText("one two", 6)).toBe("one\ntwo");
  });

  test("leaves lines and empty lines as they are", () => {
    expect(wrapText("one\n\ntwo three\n", 5)).toBe("one\n\ntwo\nthree\n");
    expect(wrapText("", 5)).toBe("");
  });

  test("breaks no word, however long", () => {
    expect(wrapText("a verylongword b", 5)).toBe("a\nverylongword\nb");
    expect(wrapText("verylongword", 5)).toBe("verylongword");
  });

  test("sets in the lines that it makes", () => {
    expect(wrapText("[1] one two three", 9, "    ")).toBe("[1] one\n    two\n    three");
    expect(wrapText("[1] verylongword", 9, "    ")).toBe("[1]\n    verylongword");
  });

  test("keeps the blanks at the start of a line, also in the lines that it makes", () => {
    expect(wrapText("    https://example.org/a/long/address", 20)).toBe(
      "    https://example.org/a/long/address",
    );
    expect(wrapText("  one two three", 9)).toBe("  one two\n  three");
    expect(wrapText("  one two", 7, "  ")).toBe("  one\n    two");
    expect(wrapText("   ", 2)).toBe("   ");
  });

  test("counts characters, and not units of UTF-16", () => {
    expect(wrapText("😀😀😀 b", 5)).toBe("😀😀😀 b");
  });

  test("is done once and for all", () => {
    const once = wrapText("[1] one two three four five", 12, "    ");
    expect(wrapText(once, 12)).toBe(once);
  });

  test("keeps every word in order, and only a word alone on its line is wider", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "é", "😀", "-"), minLength: 1, maxLength: 12 });
    const line = fc.tuple(fc.nat(4), fc.array(word, { maxLength: 8 }));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 4, max: 20 }),
        (lines, width) => {
          const text = lines.map(([blanks, words]) => " ".repeat(blanks) + words.join(" ")).join("\n");
          const wrapped = wrapText(text, width);
          expect(wrapped.split(/\s+/)).toEqual(text.split(/\s+/));
          for (const one of wrapped.split("\n")) {
            expect([...one].length <= width || !one.trim().includes(" ")).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
