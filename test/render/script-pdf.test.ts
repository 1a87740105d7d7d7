// script.pdf as programs that are not ours read it: poppler, qpdf and libxml2.

import { beforeAll, describe, expect, test, vi } from "vitest";
import { readFonts } from "../../src/io/read-fonts.ts";
import { type Fonts, findMissingCharacters, hasRightToLeft } from "../../src/render/pdf-fonts.ts";
import type { Recording } from "../../src/render/recording.ts";
import type { ScriptOptions } from "../../src/render/script-options.ts";
import { renderPdf } from "../../src/render/script-pdf.ts";
import {
  addSound,
  changeFirst,
  FULL_TEXT,
  HOSTILE,
  makeFullRecording,
  makeLongRecording,
  sayInstead,
} from "../support/make-recording.ts";
import { findMissing } from "../support/outside-programs.ts";
import {
  keep,
  listWords,
  readBody,
  readPages,
  readReport,
  run,
  squeeze,
  usual,
} from "../support/read-paper.ts";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await readFonts();
});

async function render(recording: Recording, options: Partial<ScriptOptions> = {}): Promise<string> {
  return keep("script.pdf", (await renderPdf(recording, { ...usual, ...options }, fonts)).content);
}

/** The words that a reader of the tags hears, in order, without blanks. */
function readTags(path: string): string {
  const lines = run("pdfinfo", "-struct-text", path).split("\n");
  return squeeze(lines.flatMap((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? []).join(""));
}

/** Every word of a PDF on A4 stands between the margins. */
function expectBetweenMargins(path: string): void {
  const edges = [...run("pdftotext", "-bbox", path, "-").matchAll(/xMin="([\d.]+)".*xMax="([\d.]+)"/g)];
  expect(edges.length).toBeGreaterThan(100);
  expect(Math.min(...edges.map(([, left]) => Number(left)))).toBeGreaterThan(60);
  expect(Math.max(...edges.map(([, , right]) => Number(right)))).toBeLessThan(595.28 - 60);
}

/** The titles of bookmarks, those below others in lists of their own. */
type Outline = readonly { readonly title: string; readonly kids: Outline }[];
function listBookmarks(outline: Outline): unknown[] {
  return outline.map(({ title, kids }) => (kids.length === 0 ? title : [title, ...listBookmarks(kids)]));
}

const why = findMissing("pdfinfo", "pdftotext", "pdffonts", "qpdf", "xmllint");

describe.skipIf(why !== "")(`script.pdf${why}`, () => {
  let full: string;
  beforeAll(async () => {
    full = await render(makeFullRecording());
  });

  test("is tagged, in the show's language, with a title, the day of the episode and no fault", () => {
    expect(readReport(run("pdfinfo", "-isodates", full))).toMatchObject({
      Title: "Frost & thaw",
      Tagged: "yes",
      CreationDate: "2026-10-03T00:00:00Z",
      ModDate: "2026-10-03T00:00:00Z",
      "PDF version": "1.7",
      "Page size": "595.28 x 841.89 pts (A4)",
    });
    expect(run("qpdf", "--check", full)).toContain("No syntax or stream encoding errors found");
    expect(run("qpdf", "--json", "--json-key=qpdf", full)).toMatch(/"\/Lang": "u:en-GB"/);
  });

  test("embeds every font that it uses", async () => {
    const path = await render(sayInstead(makeFullRecording(), "Plain ✓"));
    const rows = run("pdffonts", path).trim().split("\n").slice(2);
    expect(rows.map((row) => /\+(\S+)/.exec(row)?.[1]).sort()).toEqual([
      "AtkinsonHyperlegibleNext-Bold",
      "AtkinsonHyperlegibleNext-Italic",
      "AtkinsonHyperlegibleNext-Regular",
      "DejaVuSans",
    ]);
    for (const row of rows) expect(row).toMatch(/Identity-H +yes yes yes/);
  });

  test("holds title block, rundown and script in order, each word once, for eye and ear alike", () => {
    expect(readBody(full)).toBe(squeeze(FULL_TEXT));
    expect(readTags(full)).toBe(squeeze(FULL_TEXT));
  });

  test("tags headings, the head of the rundown, and lists as what they are", () => {
    const tags = run("pdfinfo", "-struct", full).split("\n");
    const count = (tag: string) => tags.filter((line) => line.trim().split(/[ :]/)[0] === tag).length;
    const names = ["H1", "H2", "H3", "Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody"];
    expect(names.map((name) => `${name} ${count(name)}`)).toEqual([
      "H1 1",
      "H2 5",
      "H3 2",
      "Table 1",
      "TR 7",
      "TH 4",
      "TD 24",
      "L 1",
      "LI 2",
      "Lbl 2",
      "LBody 2",
    ]);
  });

  test("has a bookmark for each part, stories below their segment", () => {
    const { outlines } = JSON.parse(run("qpdf", "--json", "--json-key=outlines", full));
    expect(listBookmarks(outlines)).toEqual([
      "Rundown",
      "Intro",
      ["Central government", "Ice on the pond"],
      ["NHS", "A new ward"],
      "Outro",
    ]);
  });

  test("says on each page which it is, and of which story it is the rest", async () => {
    const pages = readPages(await render(makeLongRecording(2)));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page.at(-1)).toBe(`3 October 2026 Page ${index + 1} of ${pages.length}`);
    });
    expect(pages.map(([head]) => head).join("\n")).toContain("STORY-2 CONTINUED");
  });

  test("prints the head of a long rundown again on each page, for the eye alone", async () => {
    const recording = makeFullRecording();
    const parts = Array.from({ length: 12 }, () => recording.parts).flat();
    const path = await render({ ...recording, parts });
    const tops = readPages(path).map((lines) => lines[1]);
    expect(tops.slice(0, 3)).toEqual([
      "The Mill Post · Episode 3",
      "Start Slug Title Time",
      expect.anything(),
    ]);
    expect(readTags(path).split("StartSlugTitleTime")).toHaveLength(2);
  });

  test("keeps paragraphs whole on a page, and headings with what follows", async () => {
    const recording = makeLongRecording(12);
    const pages = readPages(await render(recording)).map((lines) => lines.slice(1, -1));
    const texts = pages.map((lines) => squeeze(lines.join("")));
    const apart = listWords(recording).filter(
      (words) => !texts.some((page) => page.includes(squeeze(words))),
    );
    expect(apart).toEqual([]);
    const last = pages.map((lines) => lines.at(-1) ?? "");
    expect(last.filter((line) => /^(Headline|SEGUE|STORY|SOURCES|PAUSE)|starts/.test(line))).toEqual([]);
  });

  test("keeps a segue that runs in on the page of the words that it runs into", async () => {
    // With so many paragraphs before it, the segue is the last that fits on its page.
    for (const count of [16, 17, 18, 19, 20]) {
      const recording = sayInstead(makeFullRecording(), ...Array<string>(count).fill("Some words."));
      const pages = readPages(await render(recording)).map((lines) => lines.join(" "));
      expect(pages.find((page) => page.includes("It was cold, and"))).toContain("The ice at");
    }
  });

  test("ends the pages of a paragraph that is longer than a page with a sentence", async () => {
    const text = Array.from(
      { length: 400 },
      (_, index) => `Sentence ${index} of a speech that has no end.`,
    ).join(" ");
    const path = await render(sayInstead(makeFullRecording(), text));
    expect(readBody(path).includes(squeeze(text))).toBe(true);
    const bodies = readPages(path).map((lines) => lines.slice(1, -1));
    const parted = bodies.filter((lines) => lines[0]?.startsWith("Sentence"));
    expect(parted.length).toBeGreaterThan(4);
    for (const lines of parted.slice(0, -1)) expect(lines.at(-1)).toMatch(/\.$/);
  });

  test("goes on over pages with a sentence that is longer than one", async () => {
    const text = "words without a stop ".repeat(1000).trim();
    const body = readBody(await render(sayInstead(makeFullRecording(), text)));
    expect(body.includes(squeeze(text))).toBe(true);
  });

  test("wraps a word that is wider than the page, and loses no letter of it", async () => {
    const text = `Before ${"Llanfairpwll".repeat(500)} after.`;
    const path = await render(sayInstead({ ...makeFullRecording(), title: "W".repeat(300) }, text));
    expect(readBody(path)).toContain(squeeze(text));
    expectBetweenMargins(path);
  });

  // Letters whose kerning parts them are wider together than one by one.
  test.each(["j", "f", "V", "j-", "y\u0302", "https://www.example.org/jj_?page=ffi&V=A/"])(
    "wraps many of “%s” wherever they stand",
    async (letters) => {
      const word = letters.repeat(Math.ceil(300 / letters.length));
      const titled = changeFirst({ ...makeFullRecording(), title: word }, { title: word, sources: [word] });
      const recording = sayInstead(titled, word, `Before ${word} after.`);
      const path = await render(addSound(recording, "pooth-HEL-ee", word));
      expect(readBody(path)).toContain(squeeze(`[pooth-HEL-ee]${word}`));
      expectBetweenMargins(path);
    },
  );

  test("writes hostile words as words, and stays sound", async () => {
    const recording = sayInstead(
      { ...makeFullRecording(), title: HOSTILE.title, showTitle: HOSTILE.title },
      HOSTILE.words,
    );
    const path = await render(recording);
    expect(run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found");
    expect(readReport(run("pdfinfo", path)).Title).toBe(HOSTILE.titleAsRead);
    expect(readBody(path)).toContain(squeeze(HOSTILE.wordsAsRead));
    run("xmllint", "--noout", keep("meta.xml", new TextEncoder().encode(run("pdfinfo", "-meta", path))));
  });

  test("writes letters that its first font lacks in another, and gives those that it lacks to who reads it out", async () => {
    const text = "H₂O → tea ✓ Ελλάδα Москва שלום مرحبا 日本語 👩‍👩‍👧 y\u0302 – all said.";
    const path = await render(sayInstead(makeFullRecording(), text));
    const body = readBody(path);
    for (const word of ["H₂O→tea✓ΕλλάδαМосква", "日本語", "👩", "ŷ–allsaid."]) expect(body).toContain(word);
  });

  test("has a part without words or sources, as its head alone", async () => {
    const recording = changeFirst(makeFullRecording(), { passages: [], sources: [] });
    expect(readBody(await render(recording))).toContain(squeeze("runs 0:02 Intro PAUSE 2 SECONDS"));
  });

  test("leaves sources out, begins each story on a page with its segment's words, and fits Letter, if asked", async () => {
    const recording = makeFullRecording();
    const path = await render(recording, { sources: false, pagePerStory: true, paper: "letter" });
    expect(readReport(run("pdfinfo", path))["Page size"]).toBe("612 x 792 pts (letter)");
    expect(readBody(path)).not.toMatch(/SOURCES|Apageabout/);
    expect(readPages(path).map((lines) => lines[1])).toEqual([
      "The Mill Post · Episode 3",
      "EPISODE 3 starts 0:00 · runs 0:02",
      "PAUSE 2 SECONDS",
      "PAUSE 2 SECONDS",
      "PAUSE 2 SECONDS",
    ]);
    expect(readPages(path)[2]?.join(" ")).toMatch(
      /Central government First the centre\. ICE-POND .* Two boots/,
    );
  });
});

test("script.pdf is the same bytes whatever the clock says and chance brings", async () => {
  const recording = makeFullRecording();
  const first = await renderPdf(recording, usual, fonts);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2040-02-29T12:34:56Z") });
  const chance = vi.spyOn(Math, "random").mockReturnValue(0.123);
  try {
    const second = await renderPdf(recording, usual, fonts);
    expect(Buffer.from(second.content).equals(first.content)).toBe(true);
  } finally {
    chance.mockRestore();
    vi.useRealTimers();
  }
});

test("characters that no font has are found once, with the part in which they stand", () => {
  const recording = sayInstead(makeFullRecording(), "日 Tŷ → ✓ ₂ é שלום", "日 👍🏽 e\u0301");
  expect(findMissingCharacters({ ...recording, title: "Frost 本" }, fonts, usual)).toEqual([
    { character: "本", code: "U+672C", part: null },
    { character: "日", code: "U+65E5", part: "intro" },
    { character: "👍", code: "U+1F44D", part: "intro" },
    { character: "🏽", code: "U+1F3FD", part: "intro" },
  ]);
  expect(findMissingCharacters(makeFullRecording(), fonts, usual)).toEqual([]);
});

test("characters are looked for only in sources that are printed", () => {
  const recording = changeFirst(makeFullRecording(), { sources: ["日"] });
  expect(findMissingCharacters(recording, fonts, usual).map(({ character }) => character)).toEqual(["日"]);
  expect(findMissingCharacters(recording, fonts, { ...usual, sources: false })).toEqual([]);
});

test("letters from right to left are found in all that is printed, and nothing else is taken for them", () => {
  const full = makeFullRecording();
  for (const text of ["Say שלום here", "مرحبا", "ﷺ", "ߒ"]) {
    expect(hasRightToLeft(sayInstead(full, "One.", text), usual), text).toBe(true);
    expect(hasRightToLeft({ ...full, title: text }, usual), text).toBe(true);
  }
  for (const text of ["Ελλάδα Москва 日本 é", "٣٤", "a\u200Fb", "←"]) {
    expect(hasRightToLeft(sayInstead(full, text), usual), text).toBe(false);
  }
  const sourced = changeFirst(full, { sources: ["شعر"] });
  expect(hasRightToLeft(sourced, usual)).toBe(true);
  expect(hasRightToLeft(sourced, { ...usual, sources: false })).toBe(false);
});
