// Recording -> script.docx: the script for a word processor, with styles, headings, rundown and page numbers.
// docx writes the clock into its file, so the parts are put together anew with the episode's date.

import {
  AlignmentType,
  BorderStyle,
  Document as DocxDocument,
  Footer,
  Header,
  HeadingLevel,
  type IBordersOptions,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { compareCodePoints } from "../problem.ts";
import type { Document } from "./document.ts";
import type { Recording } from "./recording.ts";
import type { ScriptOptions } from "./script-options.ts";
import {
  makeSheet,
  type Piece,
  type RundownLine,
  type SheetParagraph,
  type SheetPart,
} from "./script-sheet.ts";

// Lengths are in twips (a twentieth of a point), letters in half points.
const POINT = 20;
const PAPER = { a4: { width: 11906, height: 16838 }, letter: { width: 12240, height: 15840 } };
const MARGIN = 62 * POINT;
const GREY = "595959";
const RULE = { style: BorderStyle.SINGLE, size: 4, space: 1, color: "808080" };
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: "auto" };
/** As many letters as surely fit on a page, and as many as the head of a part has the room of. */
const PAGE_LETTERS = 1800;
const HEAD_LETTERS = 600;
/** The widths of the rundown's columns but the title's, which has the rest. */
const COLUMNS = [52 * POINT, 120 * POINT, null, 52 * POINT] as const;

/**
 * Writes script.docx: WordprocessingML with real heading styles, the language, 14 pt words at 1.5 spacing,
 * paragraphs whole on a page, and "Page X of Y". The same bytes for the same recording, always.
 */
export async function renderDocx(
  recording: Recording,
  options: ScriptOptions,
): Promise<Document<Uint8Array<ArrayBuffer>>> {
  const sheet = makeSheet(recording, options);
  const size = PAPER[options.paper];
  const width = size.width - 2 * MARGIN;
  const document = new DocxDocument({
    title: sheet.title,
    subject: sheet.series,
    creator: sheet.series,
    lastModifiedBy: sheet.series,
    description: "Script for recording",
    compatibility: { version: 15 },
    styles: makeStyles(recording.language, width),
    numbering: { config: [makeBullets("items", 28), makeBullets("segue-items", 40)] },
    sections: [
      {
        properties: {
          page: { size, margin: { top: 80 * POINT, bottom: 74 * POINT, left: MARGIN, right: MARGIN } },
        },
        headers: {
          default: new Header({ children: [writeColumns("RunningHead", sheet.series, sheet.title)] }),
        },
        footers: { default: new Footer({ children: [writeFoot(recording.dateText)] }) },
        children: [
          write("Series", sheet.series),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(sheet.title)] }),
          ...sheet.facts.map(({ name, value }) => writeColumns("Fact", name, value, "Aside")),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun("Rundown")] }),
          writeRundown(sheet.rundown, width),
          ...sheet.parts.flatMap((part) => writePart(part, options)),
        ],
      },
    ],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(document));
  return { name: "script.docx", content: packAnew(packed, recording.date) };
}

function writePart(part: SheetPart, options: ScriptOptions): Paragraph[] {
  const breaking = findBreaking(part);
  const blocks: IParagraphOptions[] = [
    ...(part.pause === "" ? [] : [{ style: "Cue", children: [new TextRun(part.pause)] }]),
    ...(part.segment === null
      ? []
      : [{ heading: HeadingLevel.HEADING_1, children: [new TextRun(part.segment)] }]),
    { style: "Slugline", children: cells(part.slug, part.times, "Aside") },
    {
      heading: part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      spacing: { before: 0 },
      children: [new TextRun(part.title)],
    },
    ...part.passages.flatMap(({ label, isSegue, paragraphs }) => [
      ...(label === "" ? [] : [{ style: "Label", children: [new TextRun(label)] }]),
      ...paragraphs.map((paragraph) => writeSpoken(paragraph, isSegue, breaking.has(paragraph))),
    ]),
    ...(part.sources.length === 0 ? [] : [{ style: "Label", children: [new TextRun("SOURCES")] }]),
    ...part.sources.map((source, index) => ({
      style: "Source",
      keepNext: index < part.sources.length - 1,
      children: [new TextRun(source)],
    })),
  ];
  const opensPage = options.pagePerStory && part.opensPage;
  return blocks.map((block, index) => new Paragraph({ ...block, pageBreakBefore: opensPage && index === 0 }));
}

/**
 * The paragraphs that a page may part. What is kept together and is longer than a page leaves the page before it
 * empty, or a label alone at its foot: a head is kept with the first words, and a segue with what it runs into.
 */
function findBreaking({ passages }: SheetPart): ReadonlySet<SheetParagraph> {
  const breaking = new Set<SheetParagraph>();
  let kept = HEAD_LETTERS;
  for (const paragraph of passages.flatMap(({ paragraphs }) => paragraphs)) {
    kept += paragraph.pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (kept > PAGE_LETTERS) breaking.add(paragraph);
    if (kept > PAGE_LETTERS || !paragraph.runsIn) kept = 0;
  }
  return breaking;
}

function writeSpoken(
  { kind, runsIn, pieces }: SheetParagraph,
  isSegue: boolean,
  canBreak: boolean,
): IParagraphOptions {
  const kinds = { plain: "Spoken", quote: "SpokenQuote", item: "SpokenItem" };
  return {
    style: isSegue ? kinds[kind].replace("Spoken", "Segue") : kinds[kind],
    ...(runsIn && { keepNext: true }),
    ...(canBreak && { keepLines: false }),
    // Not `bullet`: docx gives such a paragraph a second style, and Word repairs the file.
    ...(kind === "item" && { numbering: { reference: isSegue ? "segue-items" : "items", level: 0 } }),
    children: pieces.map(writePiece),
  };
}

function writePiece({ text, look }: Piece): TextRun {
  if (look === "plain") return new TextRun(text);
  const styles = { emphasis: "SpokenEmphasis", strong: "SpokenStrong", pronunciation: "Pronunciation" };
  return new TextRun({ text, style: styles[look] });
}

function write(style: string, text: string): Paragraph {
  return new Paragraph({ style, children: [new TextRun(text)] });
}

/** Two texts in a line, the second at the style's tab stop. */
function writeColumns(style: string, left: string, right: string, look?: string): Paragraph {
  return new Paragraph({ style, children: cells(left, right, look) });
}

function cells(left: string, right: string, style?: string): TextRun[] {
  return [new TextRun(left), new TextRun({ children: [new Tab(), right], ...(style && { style }) })];
}

function writeFoot(date: string): Paragraph {
  return new Paragraph({
    style: "RunningFoot",
    children: [
      new TextRun(date),
      new TextRun({ children: [new Tab(), "Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
    ],
  });
}

function writeRundown(rows: readonly RundownLine[], width: number): Table {
  const fixed = COLUMNS.reduce<number>((sum, column) => sum + (column ?? 0), 0);
  const columnWidths = COLUMNS.map((column) => column ?? width - fixed);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: RULE,
      bottom: RULE,
      left: NO_RULE,
      right: NO_RULE,
      insideHorizontal: RULE,
      insideVertical: NO_RULE,
    },
    rows: rows.map(({ cells, isStrong }, index) => {
      return new TableRow({
        tableHeader: index === 0,
        cantSplit: true,
        children: cells.map(
          (text, column) =>
            new TableCell({
              width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
              children: [
                new Paragraph({
                  style: "RundownCell",
                  alignment: column === 3 ? AlignmentType.RIGHT : AlignmentType.LEFT,
                  children: [new TextRun(isStrong ? { text, style: "SpokenStrong" } : text)],
                }),
              ],
            }),
        ),
      });
    }),
  });
}

function makeStyles(language: string, width: number) {
  const style = (
    id: string,
    name: string,
    size: number,
    paragraph: IParagraphStyleOptions["paragraph"],
    run: IParagraphStyleOptions["run"] = {},
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    run: { size: size * 2, ...run },
    paragraph: { ...paragraph },
  });
  const box = (border: typeof RULE): IBordersOptions => ({
    top: border,
    bottom: border,
    left: border,
    right: border,
  });
  const spoken = (id: string, name: string, indent: number, border: IBordersOptions | null) =>
    style(id, name, 14, {
      keepLines: true,
      spacing: { line: 360, lineRule: LineRuleType.AUTO, after: 8 * POINT },
      indent: { left: indent * POINT },
      ...(border && { border }),
    });
  const bar: IBordersOptions = { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: "808080" } };
  return {
    default: {
      document: {
        run: { font: "Arial", size: 28, language: { value: language } },
        paragraph: {},
      },
      title: {
        run: { size: 56, bold: true, color: "000000" },
        paragraph: { keepNext: true, spacing: { before: 4 * POINT, after: 14 * POINT } },
      },
      heading1: {
        run: { size: 40, bold: true, color: "000000" },
        paragraph: { keepNext: true, keepLines: true, spacing: { before: 24 * POINT, after: 8 * POINT } },
      },
      heading2: {
        run: { size: 34, bold: true, color: "000000" },
        paragraph: { keepNext: true, keepLines: true, spacing: { before: 0, after: 8 * POINT } },
      },
    },
    paragraphStyles: [
      { id: "Normal", name: "Normal", quickFormat: true },
      style("Series", "Series", 12, { keepNext: true }, { bold: true, color: GREY }),
      style(
        "Fact",
        "Fact",
        12,
        {
          leftTabStop: 110 * POINT,
          indent: { left: 110 * POINT, hanging: 110 * POINT },
          spacing: { after: 3 * POINT },
        },
        { color: GREY },
      ),
      style("RundownCell", "Rundown Cell", 11, { spacing: { before: 3 * POINT, after: 3 * POINT } }),
      style(
        "Slugline",
        "Slugline",
        12,
        {
          keepNext: true,
          rightTabStop: width,
          border: { top: { ...RULE, size: 12, space: 6, color: "000000" } },
          spacing: { before: 26 * POINT, after: 2 * POINT },
        },
        { bold: true },
      ),
      style(
        "Cue",
        "Cue",
        11,
        {
          keepNext: true,
          alignment: AlignmentType.CENTER,
          border: box(RULE),
          indent: { left: 150 * POINT, right: 150 * POINT },
          spacing: { before: 20 * POINT, after: 6 * POINT },
        },
        { bold: true, color: GREY },
      ),
      style(
        "Label",
        "Label",
        10,
        { keepNext: true, spacing: { before: 8 * POINT, after: 3 * POINT } },
        { bold: true, color: GREY },
      ),
      spoken("Spoken", "Spoken", 0, null),
      spoken("SpokenQuote", "Spoken Quote", 28, null),
      spoken("SpokenItem", "Spoken Item", 28, null),
      spoken("Segue", "Segue", 12, bar),
      spoken("SegueQuote", "Segue Quote", 40, bar),
      spoken("SegueItem", "Segue Item", 40, bar),
      style("Source", "Source", 10, { keepLines: true, spacing: { after: 3 * POINT } }, { color: GREY }),
      style("RunningHead", "Running Head", 10, { rightTabStop: width }, { color: GREY }),
      style("RunningFoot", "Running Foot", 10, { rightTabStop: width }, { color: GREY }),
    ],
    // Not `Strong`: docx writes a paragraph style of that id, and Word repairs a file with two.
    characterStyles: [
      { id: "SpokenEmphasis", name: "Spoken Emphasis", quickFormat: true, run: { italics: true } },
      { id: "SpokenStrong", name: "Spoken Strong", quickFormat: true, run: { bold: true } },
      { id: "Pronunciation", name: "Pronunciation", quickFormat: true, run: { color: GREY, size: 24 } },
      { id: "Aside", name: "Aside", run: { bold: false, color: "000000" } },
    ],
  };
}

/** A list whose words stand `indent` points from the margin. */
function makeBullets(reference: string, indent: number) {
  const style = { paragraph: { indent: { left: indent * POINT, hanging: 16 * POINT } } };
  return { reference, levels: [{ level: 0, format: LevelFormat.BULLET, text: "•", style }] };
}

/** The same parts, dated from the episode and in an order of our own; entries bear the first day that ZIP knows. */
function packAnew(packed: Uint8Array, date: string): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(packed)).filter(([name]) => !name.endsWith("/"));
  const entries: Zippable = {};
  // Readers tell the kind of file by its first entry.
  const rank = (name: string) => (name === "[Content_Types].xml" ? 0 : 1);
  parts.sort(([a], [b]) => rank(a) - rank(b) || compareCodePoints(a, b));
  for (const [name, content] of parts) {
    entries[name] = name === "docProps/core.xml" ? strToU8(datePart(strFromU8(content), date)) : content;
  }
  // Local parts of a date, since ZIP has no time zone: the same everywhere.
  return zipSync(entries, { mtime: new Date(1980, 0, 1, 12) });
}

function datePart(xml: string, date: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
}
