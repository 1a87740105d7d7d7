import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, placeAt } from "../../src/input/decode-text.ts";

const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === "number" ? part : [...new TextEncoder().encode(part)])),
  );

const faultOf = (input: Uint8Array) => decodeText("a.md", input).problem;

describe("decoding", () => {
  test("UTF-8 is read as it is", () => {
    expect(decodeText("a.md", bytes("£5m für Ŷ 😀\n"))).toEqual({ text: "£5m für Ŷ 😀\n", problem: null });
    expect(decodeText("a.md", bytes()).text).toBe("");
  });

  test("a byte order mark is dropped, one inside the text is not", () => {
    expect(decodeText("a.md", bytes(0xef, 0xbb, 0xbf, "a")).text).toBe("a");
    expect(decodeText("a.md", bytes(0xef, 0xbb, 0xbf)).text).toBe("");
    expect(decodeText("a.md", bytes("a", 0xef, 0xbb, 0xbf)).text).toBe("a\uFEFF");
  });

  test("line ends of Windows, of old Macs and of both together become line feeds", () => {
    expect(decodeText("a.md", bytes("a\r\nb\rc\n\r\n\r\rd")).text).toBe("a\nb\nc\n\n\n\nd");
  });

  test("any text comes back, its line ends apart", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF"));
        expect(decodeText("a.md", bytes(text)).text).toBe(text.replace(/\r\n?/g, "\n"));
      }),
      { numRuns: 100 },
    );
  });
});

describe("bytes that are not UTF-8", () => {
  test.each([
    ["Latin-1", bytes("title: x\nab", 0xa3, "5m"), 2, 3, "Byte 12 of the file (0xA3)"],
    ["a character that the file's end cuts", bytes("ab", 0xe2, 0x82), 1, 3, "Byte 3 of the file (0xE2)"],
    ["a character that another cuts", bytes("a\n", 0xe2, 0x82, "b"), 2, 1, "Byte 3 of the file (0xE2)"],
    ["a byte that can begin nothing", bytes("é", 0x80), 1, 2, "Byte 3 of the file (0x80)"],
    ["an overlong slash", bytes("a", 0xc0, 0xaf), 1, 2, "Byte 2 of the file (0xC0)"],
    ["half of a surrogate pair", bytes("a", 0xed, 0xa0, 0x80), 1, 2, "Byte 2 of the file (0xED)"],
    ["the very first byte", bytes(0xff, "a"), 1, 1, "Byte 1 of the file (0xFF)"],
    ["a byte after a byte order mark", bytes(0xef, 0xbb, 0xbf, "a", 0xff), 1, 2, "Byte 5 of the file (0xFF)"],
    ["a byte after line ends of Windows", bytes("a\r\nb\r\n😀", 0xff), 3, 3, "Byte 11 of the file (0xFF)"],
  ])("%s: the first wrong one is named with its place", (_, input, line, column, words) => {
    expect(faultOf(input)).toEqual({
      file: "a.md",
      line,
      column,
      severity: "error",
      rule: "not-utf-8",
      text: `${words} is not UTF-8: save the file again as UTF-8`,
    });
  });

  test.each([
    ["little", bytes(0xff, 0xfe, "a", 0)],
    ["big", bytes(0xfe, 0xff, 0, "a")],
  ])("UTF-16 with the %s end first is called so", (_, input) => {
    expect(faultOf(input)).toMatchObject({ line: 1, column: 1, text: expect.stringContaining("UTF-16") });
  });

  test("a NUL is refused with its place, as in UTF-16 without a mark", () => {
    expect(faultOf(bytes("ab\r\nc", 0, "d"))).toMatchObject({ line: 2, column: 2, rule: "not-utf-8" });
    expect(faultOf(bytes("a", 0, "b", 0))).toMatchObject({ line: 1, column: 2 });
  });

  test("the first wrong byte is found wherever it stands", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 30 });
    fc.assert(
      fc.property(text, text, fc.constantFrom(0x80, 0xbf, 0xc1, 0xf5, 0xff), (before, after, byte) => {
        fc.pre(!/[\0\uFEFF]/.test(before));
        const sound = bytes(before).length;
        expect(faultOf(bytes(before, byte, after))?.text).toContain(`Byte ${sound + 1} of the file (0x`);
      }),
      { numRuns: 100 },
    );
  });
});

test("a place counts lines and UTF-16 units from 1", () => {
  expect(placeAt("ab\ncd", 0)).toEqual({ line: 1, column: 1 });
  expect(placeAt("ab\ncd", 2)).toEqual({ line: 1, column: 3 });
  expect(placeAt("ab\ncd", 3)).toEqual({ line: 2, column: 1 });
  expect(placeAt("😀a", 2)).toEqual({ line: 1, column: 3 });
});
