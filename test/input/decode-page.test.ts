// Bytes with right, wrong and missing declarations -> the text that was meant.

import { describe, expect, test } from "vitest";
import { decodePage } from "../../src/input/decode-page.ts";

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const concat = (...parts: readonly (readonly number[] | Uint8Array)[]) =>
  new Uint8Array(parts.flatMap((part) => [...part]));
const HTML = "text/html";

describe("a declaration that is right", () => {
  test("is the header's, whatever the page says itself", () => {
    const page = concat(bytesOf('<meta charset="koi8-r"><p>'), [0xe4, 0xe2]);
    expect(decodePage(page, "text/html; charset=windows-1250")).toEqual({
      text: '<meta charset="koi8-r"><p>äâ',
      charset: "windows-1250",
      lost: 0,
    });
    for (const header of [
      'text/html;charset="windows-1251"',
      "text/html; Charset = windows-1251 ; x=y",
      "text/html; x=y; CHARSET=CP1251",
      "text/html; charset='windows-1251'",
    ])
      expect([header, decodePage(concat([0xcf, 0xf0, 0xe8]), header).text]).toEqual([header, "При"]);
  });

  test.each([
    '<!doctype html><html><head><meta charset="windows-1251">',
    "<meta charset=windows-1251>",
    "<META name=x><meta content='text/html; charset=windows-1251' http-equiv='Content-Type'>",
    '<meta http-equiv="Content-Type" content="text/html;charset=windows-1251" />',
    "<?xml version='1.0' encoding='windows-1251'?>",
  ])("is the page's own: %s", (head) => {
    const page = decodePage(concat(latin(head), [0xcf, 0xf0, 0xe8]), HTML);
    expect(page).toEqual({ text: `${head}При`, charset: "windows-1251", lost: 0 });
  });

  test("in a comment, or far into the page, is none", () => {
    const comment = latin('<!-- <meta charset="windows-1251"> --><p>');
    expect(decodePage(concat(comment, [0xa3]), HTML).text).toMatch(/£$/);
    const far = latin(`${" ".repeat(5000)}<meta charset="windows-1251">`);
    expect(decodePage(concat(far, [0xa3]), HTML).text).toMatch(/£$/);
  });

  test("is the byte order mark above all others, and is not part of the text", () => {
    const utf8 = concat([0xef, 0xbb, 0xbf], bytesOf("£5m"));
    expect(decodePage(utf8, "text/html; charset=windows-1251")).toEqual({
      text: "£5m",
      charset: "utf-8",
      lost: 0,
    });
    const little = concat([0xff, 0xfe], Buffer.from("£5m ŵ", "utf16le"));
    expect(decodePage(little, "text/html; charset=utf-8").text).toBe("£5m ŵ");
    const big = concat([0xfe, 0xff], Buffer.from("£5m ŵ", "utf16le").swap16());
    expect(decodePage(big, "")).toEqual({ text: "£5m ŵ", charset: "utf-16be", lost: 0 });
  });

  test("of several bytes a character is read as such", () => {
    expect(decodePage(concat([0x93, 0xfa, 0x96, 0x7b]), "text/html; charset=Shift_JIS").text).toBe("日本");
  });
});

describe("windows-1252", () => {
  // “£5m” – it’s €1…
  const written = [
    0x93, 0xa3, 0x35, 0x6d, 0x94, 0x20, 0x96, 0x20, 0x69, 0x74, 0x92, 0x73, 0x20, 0x80, 0x31, 0x85,
  ];

  test.each(["iso-8859-1", "ISO_8859-1", "latin1", "us-ascii", "windows-1252", "cp1252"])(
    "is what the label %s means",
    (label) => {
      expect(decodePage(concat(written), `text/html; charset=${label}`)).toEqual({
        text: "“£5m” – it’s €1…",
        charset: "windows-1252",
        lost: 0,
      });
    },
  );

  test("is what bytes are that say nothing and are not UTF-8, or that lie", () => {
    for (const header of [
      HTML,
      "",
      "text/html; charset=utf-8",
      "text/html; charset=",
      "text/html; charset=klingon",
    ])
      expect([header, decodePage(concat(written), header).text]).toEqual([header, "“£5m” – it’s €1…"]);
  });

  test("is not what UTF-8 is, whatever the server says", () => {
    for (const header of ["text/html; charset=iso-8859-1", "text/html; charset=windows-1252"])
      expect(decodePage(bytesOf("£5m – it’s"), header)).toEqual({
        text: "£5m – it’s",
        charset: "utf-8",
        lost: 0,
      });
  });

  test("has a character for each byte", () => {
    const all = decodePage(new Uint8Array(Array.from({ length: 256 }, (_, byte) => byte)), HTML);
    expect(all.text.length).toBe(256);
    expect(all.text.slice(0x80, 0xa0)).toBe("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ");
  });
});

describe("a declaration that is wrong", () => {
  test("an unknown set is passed over, and so is one that does not fit", () => {
    expect(decodePage(bytesOf("£5m"), "text/html; charset=klingon").text).toBe("£5m");
    expect(decodePage(bytesOf('<meta charset="x-nothing">£5m'), HTML).charset).toBe("utf-8");
    const page = concat(latin('<meta charset="windows-1251">'), [0xcf, 0xf0, 0xe8]);
    expect(decodePage(page, "text/html; charset=utf-8").text).toMatch(/При$/);
  });

  test("a page that says within itself that it is UTF-16 is not", () => {
    for (const text of ['<meta charset="utf-16">£5m', '<meta charset="utf-16le">£5m.'])
      expect(decodePage(bytesOf(text), HTML)).toEqual({ text, charset: "utf-8", lost: 0 });
  });

  test("a stray byte in UTF-8 costs one character, which is counted", () => {
    const page = decodePage(concat(bytesOf("£5m for Caffè Nero’s "), [0xa3], bytesOf("2m")), HTML);
    expect(page).toEqual({ text: "£5m for Caffè Nero’s \uFFFD2m", charset: "utf-8", lost: 1 });
  });
});

test("nothing is the empty text", () => {
  expect(decodePage(new Uint8Array(), HTML)).toEqual({ text: "", charset: "utf-8", lost: 0 });
});

test("half a megabyte of declarations that never end is read in a moment", () => {
  const started = performance.now();
  decodePage(bytesOf("<meta ".repeat(100_000)), HTML);
  decodePage(bytesOf(`<?xml ${" encoding".repeat(60_000)}`), HTML);
  decodePage(bytesOf("<!--".repeat(120_000)), HTML);
  decodePage(bytesOf("x"), `text/html${"; charset".repeat(5_000)}`);
  expect(performance.now() - started).toBeLessThan(1000);
});
