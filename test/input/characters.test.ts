import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findUnseenCharacters,
  removeUnseenCharacters,
  showUnseenCharacters,
} from "../../src/input/characters.ts";

describe("characters that nobody can see", () => {
  test.each([
    ["\u0000", "U+0000", "a control character"],
    ["\u0007", "U+0007", "a control character"],
    ["\u000B", "U+000B", "a vertical tab, as word processors paste for a soft line break"],
    ["\r", "U+000D", "a control character"],
    ["\u007F", "U+007F", "a control character"],
    ["\u0085", "U+0085", "a control character"],
    ["\u00AD", "U+00AD", "a soft hyphen"],
    ["\u200B", "U+200B", "a character of no width"],
    ["\u2060", "U+2060", "a character of no width"],
    ["\uFEFF", "U+FEFF", "a character of no width"],
    ["\u2028", "U+2028", "a separator of lines or paragraphs"],
    ["\u202E", "U+202E", "a mark that changes the direction of writing"],
    ["\u2066", "U+2066", "a mark that changes the direction of writing"],
    ["\uFFFE", "U+FFFE", "a character that is not seen"],
    ["\uFFF9", "U+FFF9", "a character that is not seen"],
    ["\uD800", "U+D800", "half of a surrogate pair"],
    ["\uDC00", "U+DC00", "half of a surrogate pair"],
    ["\u{E0041}", "U+E0041", "a hidden tag letter"],
  ])("%j is found, with its code and its name", (character, code, name) => {
    expect(findUnseenCharacters(`ab${character}c`)).toEqual([{ index: 2, code, name }]);
  });

  test.each([
    ["letters, tabs and line feeds", "a\tb\nc"],
    ["a no-break space", "a\u00A0b"],
    ["joiners, as Indic and Persian writing needs", "\u0645\u06CC\u200C\u062E \u0915\u094D\u200D\u0937"],
    ["marks of direction beside mixed writing", "a\u200Eb\u200Fc"],
    ["a family of several signs", "👩\u200D👧"],
    ["a sign beyond the first plane", "😀"],
    [
      "the flag of Scotland, which is spelt with tag letters",
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    ],
  ])("%s are seen", (_, text) => {
    expect(findUnseenCharacters(text)).toEqual([]);
    expect(removeUnseenCharacters(text)).toBe(text);
  });

  test("tag letters that are no flag's are found, each of them", () => {
    const hidden = "x\u{E0068}\u{E0069}";
    expect(findUnseenCharacters(hidden).map(({ index }) => index)).toEqual([1, 3]);
    expect(removeUnseenCharacters(`${hidden}y`)).toBe("xy");
  });

  test("taking them out joins what they stood in, and parts what they parted", () => {
    expect(removeUnseenCharacters("Coun\u00ADcil\u200B")).toBe("Council");
    expect(removeUnseenCharacters("one\u000Btwo\u2028three\u0085four")).toBe("one two three four");
    expect(removeUnseenCharacters("a\uD800b\uDC00c")).toBe("abc");
  });

  test("for a terminal they are spelt out, with line feeds and tabs", () => {
    expect(showUnseenCharacters("a\u001B[31mb\u202Ec\nd\te\u{E0041}")).toBe(
      "a\\u{001B}[31mb\\u{202E}c\\nd\\te\\u{E0041}",
    );
    expect(showUnseenCharacters("Zürich 😀")).toBe("Zürich 😀");
  });

  test("of any mixture only they are found and taken", () => {
    const unseen = fc.constantFrom("\u0007", "\u00AD", "\u200B", "\u202E", "\u2063", "\uFEFF", "\u{E0041}");
    const piece = fc.record({ seen: fc.string({ unit: "grapheme-ascii", maxLength: 4 }), unseen });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.map((one) => one.seen + one.unseen).join("");
        expect(removeUnseenCharacters(text)).toBe(pieces.map((one) => one.seen).join(""));
        expect(findUnseenCharacters(text).map(({ code }) => code)).toEqual(
          pieces.map((one) => `U+${one.unseen.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`),
        );
      }),
      { numRuns: 100 },
    );
  });
});
