// script.docx as programs that are not ours read it: LibreOffice, poppler and libxml2.

import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Recording } from "../../src/render/recording.ts";
import { renderDocx } from "../../src/render/script-docx.ts";
import type { ScriptOptions } from "../../src/render/script-options.ts";
import {
  changeFirst,
  FULL_TEXT,
  HOSTILE,
  makeFullRecording,
  makeLongRecording,
  makeRunningRecording,
  sayInstead,
} from "../support/make-recording.ts";
import { findMissing } from "../support/outside-programs.ts";
import {
  keep,
  listWords,
  printDocx,
  readBody,
  readPages,
  readParts,
  readReport,
  run,
  squeeze,
  usual,
} from "../support/read-paper.ts";

async function render(recording: Recording, options: Partial<ScriptOptions> = {}) {
  return (await renderDocx(recording, { ...usual, ...options })).content;
}

function makeHostile(): Recording {
  const recording = makeFullRecording();
  const title = HOSTILE.title;
  const named = { ...recording, title, showTitle: title, hostsText: title, label: title };
  const [first] = sayInstead(named, HOSTILE.words).parts;
  const [passage] = first?.passages ?? [];
  const [paragraph] = passage?.paragraphs ?? [];
  if (!passage || !paragraph) throw new Error("the recording has no words");
  const runs = [...paragraph.runs, { kind: "pronunciation", text: "<\u000Bw:t>]]>" } as const];
  return changeFirst(named, {
    title,
    slug: title,
    passages: [{ ...passage, paragraphs: [{ ...paragraph, runs }] }],
    sources: [title],
  });
}

/** The names of the elements that stand directly in some XML. */
function listChildren(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name = "", empty] of xml.matchAll(/<(\/?)w:(\w+)[^>]*?(\/?)>/g)) {
    if (close) depth -= 1;
    else {
      if (depth === 0) names.push(name);
      if (!empty) depth += 1;
    }
  }
  return names;
}

describe("script.docx", () => {
  let parts: Record<string, string>;
  beforeAll(async () => {
    parts = readParts(await render(makeFullRecording()));
  });
  const part = (name: string) => parts[name] ?? "";

  test("has a title, the day of the episode and the show's language", () => {
    expect(part("docProps/core.xml")).toContain("<dc:title>Frost &amp; thaw</dc:title>");
    const dates = [...part("docProps/core.xml").matchAll(/>(\d{4}-[^<]*)</g)].map((match) => match[1]);
    expect(dates).toEqual(["2026-10-03T00:00:00Z", "2026-10-03T00:00:00Z"]);
    expect(part("word/styles.xml")).toContain('<w:lang w:val="en-GB"/>');
  });

  test("names each style once, and every style that it uses", () => {
    const styles = [...part("word/styles.xml").matchAll(/w:styleId="([^"]+)"/g)].map((match) => match[1]);
    expect(styles).toEqual([...new Set(styles)]);
    const text = part("word/document.xml") + part("word/header1.xml") + part("word/footer1.xml");
    const used = [...text.matchAll(/<w:[pr]Style w:val="([^"]+)"/g)].map((match) => match[1]);
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((style) => !styles.includes(style))).toEqual([]);
  });

  test("marks headings as headings, stories below their segment", () => {
    const paragraphs = part("word/document.xml").match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const headings = paragraphs.flatMap((paragraph) => {
      const style = /<w:pStyle w:val="(Title|Heading\d)"/.exec(paragraph)?.[1];
      return style === undefined ? [] : [`${style}: ${paragraph.replace(/<[^>]+>/g, "")}`];
    });
    expect(headings).toEqual([
      "Title: Frost &amp; thaw",
      "Heading1: Rundown",
      "Heading1: Intro",
      "Heading1: Central government",
      "Heading2: Ice on the pond",
      "Heading1: NHS",
      "Heading2: A new ward",
      "Heading1: Outro",
    ]);
  });

  // ECMA-376, part 1: CT_PPr and CT_RPr are sequences, and Word repairs a file that breaks them.
  test.each([
    [
      "paragraphs",
      "pPr",
      "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc",
    ],
    ["runs", "rPr", "rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang"],
  ])("names each property of %s once, in the order of the standard", (_, tag, known) => {
    const order = known.split(" ");
    const owners = Object.values(parts).flatMap((text) => [
      ...text.matchAll(new RegExp(`<w:${tag}>(.*?)</w:${tag}>`, "gs")),
    ]);
    expect(owners.length).toBeGreaterThan(20);
    const lists = owners.map(([, inner = ""]) => listChildren(inner));
    for (const names of lists) {
      expect(names).toEqual([...new Set(names)].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    }
  });

  test("sets what is said in 14 pt at one and a half lines, whole on a page", () => {
    for (const id of ["Spoken", "SpokenQuote", "SpokenItem", "Segue", "SegueQuote", "SegueItem"]) {
      const style = new RegExp(`w:styleId="${id}".*?</w:style>`, "s").exec(part("word/styles.xml"))?.[0];
      expect(style).toContain('<w:sz w:val="28"/>');
      expect(style).toMatch(/w:line="360" w:lineRule="auto"|w:lineRule="auto"[^>]*w:line="360"/);
      expect(style).toContain("<w:keepLines/>");
    }
  });

  test("lets a paragraph break that may be longer than a page with what it is kept with, and no other", async () => {
    const say = (times: number) => "Some words. ".repeat(times).trim();
    const listKept = async (...texts: string[]) => {
      const recording = sayInstead(makeFullRecording(), ...texts);
      const body = readParts(await render(recording))["word/document.xml"] ?? "";
      const spoken = (body.match(/<w:p>.*?<\/w:p>/gs) ?? []).filter((text) => text.includes("Some words."));
      return spoken.map((paragraph) => !paragraph.includes('<w:keepLines w:val="false"/>'));
    };
    expect(await listKept(say(100), say(150), say(151), say(1))).toEqual([true, true, false, true]);
    // The head of the part is kept with its first words.
    expect(await listKept(say(101))).toEqual([false]);
  });

  test("is the same bytes whatever the clock says and chance brings", async () => {
    const recording = makeFullRecording();
    const first = await render(recording);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2040-02-29T12:34:56Z") });
    const chance = vi.spyOn(Math, "random").mockReturnValue(0.123);
    try {
      expect(Buffer.from(await render(recording)).equals(first)).toBe(true);
    } finally {
      chance.mockRestore();
      vi.useRealTimers();
    }
  });

  test("begins with the part that tells its kind, and holds no folders", async () => {
    const names = Object.keys(unzipSync(await render(makeFullRecording())));
    expect(names[0]).toBe("[Content_Types].xml");
    expect(names.filter((name) => name.endsWith("/"))).toEqual([]);
  });
});

const noXml = findMissing("xmllint");

describe.skipIf(noXml !== "")(`the parts of script.docx${noXml}`, () => {
  test.each([
    ["a script with everything", makeFullRecording],
    ["a script of hostile words", makeHostile],
  ])("are XML, for %s", async (_, make) => {
    const parts = readParts(await render(make()));
    expect(Object.keys(parts).length).toBeGreaterThan(10);
    for (const [name, text] of Object.entries(parts)) {
      run("xmllint", "--noout", "--nonet", keep(name.replaceAll("/", "-"), new TextEncoder().encode(text)));
    }
  });
});

const noOffice = findMissing("soffice", "pdftotext", "pdfinfo");

describe.skipIf(noOffice !== "")(`script.docx in LibreOffice${noOffice}`, { timeout: 90_000 }, () => {
  test("prints title block, rundown and script in order, each word once, and numbers its pages", async () => {
    const path = printDocx(await render(makeFullRecording()));
    expect(readBody(path)).toBe(squeeze(FULL_TEXT));
    const pages = readPages(path);
    expect(readReport(run("pdfinfo", path)).Pages).toBe(String(pages.length));
    pages.forEach((lines, index) => {
      expect(lines.join("\n")).toContain(`Page ${index + 1} of ${pages.length}`);
    });
  });

  test("keeps paragraphs whole on a page, and loses no word of one that is longer", async () => {
    const long = "Words of a speech that has no end, it seems to all. ".repeat(400).trim();
    const recording = sayInstead(makeLongRecording(4), long, "W".repeat(300));
    const path = printDocx(await render(recording));
    const pages = readPages(path).map((lines) => squeeze(lines.join("")));
    const words = listWords(recording).map(squeeze);
    const apart = words.filter((text) => !pages.some((page) => page.includes(text)));
    expect(apart.map((text) => text.slice(0, 20))).toEqual(["Wordsofaspeechthatha"]);
    expect(readBody(path).includes(squeeze(long))).toBe(true);
  });

  test("parts a segue and its story that are longer than a page, rather than leave a head or a label alone", async () => {
    const path = printDocx(await render(makeRunningRecording(16)));
    const last = readPages(path).map((lines) => lines.at(-2) ?? "");
    expect(last.length).toBeGreaterThan(16);
    expect(last.filter((line) => /^(Headline|SEGUE|STORY|SOURCES|PAUSE)|starts/.test(line))).toEqual([]);
  });

  test("prints hostile words as words, without sources, each story on a page with its segment's words, on Letter", async () => {
    const path = printDocx(
      await render(makeHostile(), { sources: false, pagePerStory: true, paper: "letter" }),
    );
    const info = readReport(run("pdfinfo", path));
    expect(info["Page size"]).toBe("612 x 792 pts (letter)");
    expect(info.Pages).toBe("5");
    expect(info.Title).toBe(HOSTILE.titleAsRead);
    const body = readBody(path);
    expect(body).toContain(squeeze(`${HOSTILE.wordsAsRead} [< w:t>]]>]`));
    expect(body).not.toContain("SOURCES");
  });
});
