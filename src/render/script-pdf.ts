// Recording -> script.pdf: the script on paper, tagged for readers of every kind, its fonts embedded.
// Set by hand in pdfkit, so that no sentence stands across two pages and no byte depends on the machine.

import PDFDocument from "pdfkit";
import type { Document } from "./document.ts";
import { type Face, type Fonts, openFonts, type Typesetter } from "./pdf-fonts.ts";
import { fillLines, type Line, type Look, makeAtoms } from "./pdf-lines.ts";
import { type Block, type Column, fillPages, type Page, type Placed } from "./pdf-pages.ts";
import type { Recording } from "./recording.ts";
import type { ScriptOptions } from "./script-options.ts";
import { makeSheet, type Piece, type Sheet, type SheetParagraph, type SheetPart } from "./script-sheet.ts";

// Points.
const PAPER = { a4: { width: 595.28, height: 841.89 }, letter: { width: 612, height: 792 } };
const MARGIN = { side: 62, top: 80, bottom: 74, head: 42, foot: 46 };

const BLACK = "#000000";
// Seven to one against white paper.
const GREY = "#595959";
const RULE = "#808080";

const SPOKEN = { size: 14, leading: 24 };
const QUOTE_INDENT = 28;
const SEGUE_INDENT = 14;
const FACT_INDENT = 110;
/** Start, slug and time; the title has the rest. */
const COLUMNS = { start: 52, slug: 126, time: 52, gap: 10 };

/**
 * Writes script.pdf: PDF 1.7, tagged in reading order, with language, title, bookmarks and embedded fonts; words
 * of 14 pt at 1.5 spacing, paragraphs whole on a page. The same bytes for the same recording, always.
 */
export async function renderPdf(
  recording: Recording,
  options: ScriptOptions,
  fonts: Fonts,
): Promise<Document<Uint8Array<ArrayBuffer>>> {
  const sheet = makeSheet(recording, options);
  const document = openDocument(recording, sheet);
  const content = collectBytes(document);
  const typesetter = openFonts(document, fonts);
  const paper = PAPER[options.paper];
  const blocks = makeBlocks(typesetter, sheet, options, paper.width - 2 * MARGIN.side);
  const pages = fillPages(blocks, paper.height - MARGIN.top - MARGIN.bottom);
  drawPages(typesetter, pages, paper, sheet, recording.dateText);
  document.end();
  return { name: "script.pdf", content: await content };
}

function openDocument(recording: Recording, sheet: Sheet): PDFKit.PDFDocument {
  const date = new Date(`${recording.date}T00:00:00Z`);
  const info = { Title: sheet.title, Author: sheet.series, Subject: "Script for recording" };
  const document = new PDFDocument({
    pdfVersion: "1.7",
    tagged: true,
    // A word that the types of pdfkit do not know yet.
    subset: "PDF/UA" as never,
    lang: recording.language,
    displayTitle: true,
    autoFirstPage: false,
    // No font is open until it is needed: pdfkit would take one that is not embedded.
    font: null as never,
    info: { ...info, Producer: "roundup", Creator: "roundup", CreationDate: date, ModDate: date },
  });
  // pdfkit writes these words into XML as they stand, after it has written them where they need no escaping.
  const innards = document as unknown as { endMetadata: () => void };
  const endMetadata = innards.endMetadata.bind(document);
  innards.endMetadata = () => {
    const written = Object.entries(info).map(([key, value]) => [key, escapeXml(value)]);
    Object.assign(document.info, Object.fromEntries(written));
    endMetadata();
  };
  return document;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function collectBytes(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}

// What stands on the pages

type Plan = Partial<Omit<Block, "columns">> & Pick<Block, "tag" | "leading">;

function makeBlocks(typesetter: Typesetter, sheet: Sheet, options: ScriptOptions, width: number): Block[] {
  const column = (text: string, look: Look, place: Partial<Omit<Column, "atoms">> = {}): Column => {
    const whole = { tag: null, x: 0, width, align: "left", ...place } as const;
    return { ...whole, atoms: makeAtoms(typesetter, [{ text, look }], whole.width) };
  };
  const fact = (name: string, value: string): Block =>
    makeBlock({ tag: "P", leading: 18, after: 2 }, [
      column(`${name} `, look("regular", 12, GREY), { width: FACT_INDENT - COLUMNS.gap }),
      column(value, look("regular", 12), { x: FACT_INDENT, width: width - FACT_INDENT }),
    ]);
  return [
    makeBlock({ tag: "P", leading: 18, after: 4, keepsNext: true }, [
      column(sheet.series, look("bold", 12, GREY)),
    ]),
    makeBlock({ tag: "H1", leading: 34, after: 12, keepsNext: true }, [
      column(sheet.title, look("bold", 28)),
    ]),
    ...sheet.facts.map(({ name, value }) => fact(name, value)),
    makeBlock(
      {
        tag: "H2",
        leading: 26,
        before: 24,
        after: 8,
        keepsNext: true,
        bookmark: { title: "Rundown", level: 1 },
      },
      [column("Rundown", look("bold", 20))],
    ),
    ...makeRows(sheet, width, column),
    ...sheet.parts.flatMap((part) => makePart(typesetter, part, options, width, column)),
  ];
}

type MakeColumn = (text: string, look: Look, place?: Partial<Omit<Column, "atoms">>) => Column;

function makeRows(sheet: Sheet, width: number, column: MakeColumn): Block[] {
  const { start, slug, time, gap } = COLUMNS;
  const title = width - start - slug - time;
  return sheet.rundown.map(({ cells, isStrong }, index) => {
    const isHead = index === 0;
    const cell = look(isStrong ? "bold" : "regular", 11);
    const tag = isHead ? ("TH" as const) : ("TD" as const);
    return makeBlock(
      { container: "Table", tag: "TR", leading: 15, before: 4, after: 4, frame: "row", keepsNext: isHead },
      [
        column(cells[0], cell, { tag, width: start - gap }),
        column(cells[1], cell, { tag, x: start, width: slug - gap }),
        column(cells[2], cell, { tag, x: start + slug, width: title - gap }),
        column(cells[3], cell, { tag, x: width - time, width: time, align: "right" }),
      ],
    );
  });
}

function makePart(
  typesetter: Typesetter,
  part: SheetPart,
  options: ScriptOptions,
  width: number,
  column: MakeColumn,
): Block[] {
  const heading = (title: string, level: 1 | 2, before: number): Block =>
    makeBlock(
      {
        tag: level === 1 ? "H2" : "H3",
        leading: level === 1 ? 26 : 23,
        before,
        after: 8,
        keepsNext: true,
        bookmark: { title, level },
      },
      [column(title, look("bold", level === 1 ? 20 : 17))],
    );
  const label = (text: string): Block =>
    makeBlock({ tag: "P", leading: 14, before: 8, after: 3, keepsNext: true }, [
      column(text, look("bold", 10, GREY)),
    ]);
  const blocks = [
    ...(part.pause === ""
      ? []
      : [
          makeBlock({ tag: "P", leading: 18, before: 22, after: 6, frame: "box", keepsNext: true }, [
            column(part.pause, look("bold", 11, GREY), { align: "centre" }),
          ]),
        ]),
    ...(part.segment === null ? [] : [heading(part.segment, 1, 18)]),
    makeBlock({ tag: "P", leading: 17, before: 28, after: 2, frame: "rule", keepsNext: true }, [
      column(`${part.slug} `, look("bold", 12), { width: width * 0.6 }),
      column(part.times, look("regular", 12), { x: width * 0.6, width: width * 0.4, align: "right" }),
    ]),
    heading(part.title, part.level, 0),
    ...part.passages.flatMap((passage) => [
      ...(passage.label === "" ? [] : [label(passage.label)]),
      ...passage.paragraphs.map((paragraph) => makeSpoken(typesetter, paragraph, passage.isSegue, width)),
    ]),
    ...(part.sources.length === 0 ? [] : [label("SOURCES")]),
    ...part.sources.map((source, index) =>
      makeBlock({ tag: "P", leading: 14, after: 2, keepsNext: index < part.sources.length - 1 }, [
        column(source, look("regular", 10, GREY)),
      ]),
    ),
  ];
  return blocks.map((block, index) => ({
    ...block,
    startsPage: options.pagePerStory && part.opensPage && index === 0,
    continued: index === 0 ? null : part.slug,
  }));
}

function makeSpoken(
  typesetter: Typesetter,
  { kind, runsIn, pieces }: SheetParagraph,
  isSegue: boolean,
  width: number,
): Block {
  const x = (isSegue ? SEGUE_INDENT : 0) + (kind === "plain" ? 0 : QUOTE_INDENT);
  const right = kind === "quote" ? QUOTE_INDENT : 0;
  const texts = pieces.map((piece) => ({
    text: piece.text,
    look: lookOf(piece),
    isWhole: piece.look === "pronunciation",
  }));
  const words = { x, width: width - x - right, align: "left" } as const;
  const atoms = makeAtoms(typesetter, texts, words.width);
  const plan = {
    leading: SPOKEN.leading,
    after: 8,
    frame: isSegue ? "bar" : null,
    isSpoken: true,
    keepsNext: runsIn,
  } as const;
  if (kind !== "item") return makeBlock({ ...plan, tag: "P" }, [{ ...words, tag: null, atoms }]);
  const bullet = makeAtoms(typesetter, [{ text: "•", look: look("regular", SPOKEN.size) }], width);
  return makeBlock({ ...plan, tag: "LI", container: "L" }, [
    { tag: "Lbl", x: x - 16, width: 16, align: "left", atoms: bullet },
    { ...words, tag: "LBody", atoms },
  ]);
}

function makeBlock(plan: Plan, columns: readonly Column[]): Block {
  return {
    container: null,
    before: 0,
    after: 0,
    frame: null,
    keepsNext: false,
    startsPage: false,
    isSpoken: false,
    bookmark: null,
    continued: null,
    ...plan,
    columns,
  };
}

function look(face: Face, size: number, colour = BLACK): Look {
  return { face, size, colour };
}

function lookOf({ look: kind }: Piece): Look {
  if (kind === "pronunciation") return look("regular", 12, GREY);
  return look(({ plain: "regular", emphasis: "italic", strong: "bold" } as const)[kind], SPOKEN.size);
}

// How it is drawn

type Element = PDFKit.PDFStructureElement;

function drawPages(
  typesetter: Typesetter,
  pages: readonly Page[],
  paper: { readonly width: number; readonly height: number },
  sheet: Sheet,
  date: string,
): void {
  const { document } = typesetter;
  const tree = openTree(document);
  let bookmark: PDFKit.PDFOutline | null = null;
  pages.forEach((page, index) => {
    document.addPage({ size: [paper.width, paper.height], margin: 0 });
    const continued = page[0]?.block.continued ?? null;
    const aside = continued === null ? sheet.title : `${continued} CONTINUED`;
    const right = paper.width - MARGIN.side;
    drawMargin(typesetter, [sheet.series, aside], MARGIN.head - 7, right);
    for (const [at, placed] of page.entries()) {
      drawFrame(document, placed, page[at + 1], paper.width);
      if (placed.isRepeated) {
        asArtifact(document, "Layout", () => drawColumns(document, placed, (_, draw) => draw()));
        continue;
      }
      const { bookmark: mark } = placed.block;
      if (mark && tree.isNew(placed.block)) {
        const parent = mark.level === 2 && bookmark ? bookmark : document.outline;
        // Names of pdfkit's own; `left` is measured from the right edge.
        const place = { expanded: true, left: paper.width, top: MARGIN.top + placed.top - 12 };
        const item = parent.addItem(mark.title, place);
        if (mark.level === 1) bookmark = item;
      }
      drawColumns(document, placed, (column, draw) => tree.add(placed.block, column, draw));
    }
    const number = `Page ${index + 1} of ${pages.length}`;
    drawMargin(typesetter, [date, number], paper.height - MARGIN.foot - 7, right);
  });
  tree.end();
}

/** The tree of structure elements, which grows as blocks are drawn in reading order. */
function openTree(document: PDFKit.PDFDocument) {
  const root = document.struct("Document");
  document.addStructure(root);
  let container: { readonly name: string; readonly element: Element } | null = null;
  const elements = new Map<Block, { readonly element: Element; readonly columns: readonly Element[] }>();
  const elementOf = (block: Block) => {
    const before = elements.get(block);
    if (before) return before;
    if (container?.name !== block.container) {
      container =
        block.container === null
          ? null
          : { name: block.container, element: document.struct(block.container) };
      if (container) root.add(container.element);
    }
    const element = document.struct(block.tag);
    (container?.element ?? root).add(element);
    const columns = block.columns.map(({ tag }) => {
      if (tag === null) return element;
      const cell = document.struct(tag, tag === "TH" ? ({ scope: "Column" } as object) : {});
      element.add(cell);
      return cell;
    });
    const made = { element, columns };
    elements.set(block, made);
    return made;
  };
  return {
    isNew: (block: Block) => !elements.has(block),
    /** Draws a column's words as content of its element. */
    add: (block: Block, column: number, draw: () => void) => {
      const { element, columns } = elementOf(block);
      const target = columns[column] ?? element;
      const tag = block.columns[column]?.tag ?? block.tag;
      const content = document.markStructureContent(tag);
      draw();
      document.endMarkedContent();
      target.add(content as never);
    },
    end: () => root.end(),
  };
}

function drawColumns(
  document: PDFKit.PDFDocument,
  { block, lines, top }: Placed,
  add: (column: number, draw: () => void) => void,
): void {
  block.columns.forEach((column, index) => {
    const own = lines[index] ?? [];
    if (own.length === 0) return;
    add(index, () => {
      own.forEach((line, row) => {
        const slack = column.width - line.width;
        const shift = { left: 0, centre: slack / 2, right: slack }[column.align];
        const x = MARGIN.side + column.x + shift;
        drawLine(document, line, x, MARGIN.top + top + row * block.leading, block.leading);
      });
    });
  });
}

/** Draws a line whose top is at `top`, neighbours of one font and look together. */
function drawLine(
  document: PDFKit.PDFDocument,
  line: Line,
  left: number,
  top: number,
  leading: number,
): void {
  let x = left;
  let run: { text: string; meant: string | null; font: string; look: Look; x: number } | null = null;
  const draw = () => {
    if (!run) return;
    const { text, meant, font, look: own } = run;
    // Letters of any size in a line stand on one base, that of the words that are said.
    const base = top + leading / 2 + Math.min(own.size * 0.34, leading * 0.23);
    document.font(font).fontSize(own.size).fillColor(own.colour);
    if (meant !== null) document.markContent("Span", { actual: meant } as object);
    document.text(text, run.x, base, { lineBreak: false, baseline: "alphabetic" });
    if (meant !== null) document.endMarkedContent();
  };
  for (const atom of line.atoms) {
    atom.stretches.forEach((stretch, index) => {
      const blank = index === atom.stretches.length - 1 && atom.blank > 0 ? " " : "";
      const width = stretch.width * atom.look.size + (blank === "" ? 0 : atom.blank);
      const meant = stretch.meant === null ? null : stretch.meant + blank;
      const joins = run?.font === stretch.font && isSame(run.look, atom.look);
      if (run && joins && (run.meant === null) === (meant === null)) {
        run.text += stretch.text + blank;
        if (meant !== null) run.meant += meant;
      } else {
        draw();
        run = { text: stretch.text + blank, meant, font: stretch.font, look: atom.look, x };
      }
      x += width;
    });
  }
  draw();
}

function isSame(a: Look, b: Look): boolean {
  return a.face === b.face && a.size === b.size && a.colour === b.colour;
}

/** Lines and boxes, which say nothing to who hears the file. */
function drawFrame(
  document: PDFKit.PDFDocument,
  { block, lines, top, height }: Placed,
  next: Placed | undefined,
  width: number,
): void {
  if (block.frame === null) return;
  const y = MARGIN.top + top;
  const right = width - MARGIN.side;
  asArtifact(document, "Layout", () => {
    if (block.frame === "rule") {
      const above = Math.max(y - 7, MARGIN.top - 7);
      document.moveTo(MARGIN.side, above).lineTo(right, above).lineWidth(1.5).stroke(BLACK);
    } else if (block.frame === "row") {
      document
        .moveTo(MARGIN.side, y + height + 4)
        .lineTo(right, y + height + 4)
        .lineWidth(0.5)
        .stroke(RULE);
    } else if (block.frame === "box") {
      const words = (lines[0]?.[0]?.width ?? 0) + 24;
      document
        .rect((width - words) / 2, y, words, height)
        .lineWidth(0.75)
        .stroke(RULE);
    } else {
      // One bar for a segue of several paragraphs.
      const end = next?.block.frame === "bar" ? MARGIN.top + next.top : y + height;
      document
        .moveTo(MARGIN.side + 2, y)
        .lineTo(MARGIN.side + 2, end)
        .lineWidth(2.5)
        .stroke(RULE);
    }
  });
}

/** The head or the foot of a page: a text at each side of a line whose top is at `y`. */
function drawMargin(
  typesetter: Typesetter,
  [first, second]: readonly [string, string],
  y: number,
  right: number,
): void {
  const { document } = typesetter;
  const own = look("regular", 10, GREY);
  const half = (right - MARGIN.side) / 2 - 10;
  const left = shorten(typesetter, first, own, half);
  const aside = shorten(typesetter, second, own, half);
  asArtifact(document, "Pagination", () => {
    if (left) drawLine(document, left, MARGIN.side, y, 14);
    if (aside) drawLine(document, aside, right - aside.width, y, 14);
  });
}

/** A text as one line of at most `width` points, its end left out if it must be. */
function shorten(typesetter: Typesetter, text: string, own: Look, width: number): Line | undefined {
  const [line, ...more] = fillLines(makeAtoms(typesetter, [{ text, look: own }], width), width);
  if (!line || more.length === 0) return line;
  const words = line.atoms.slice(0, -1).map((atom) => atom.text + (atom.blank > 0 ? " " : ""));
  return fillLines(
    makeAtoms(typesetter, [{ text: `${words.join("").trimEnd()}…`, look: own }], width),
    width,
  )[0];
}

function asArtifact(document: PDFKit.PDFDocument, type: "Layout" | "Pagination", draw: () => void): void {
  document.markContent("Artifact", { type });
  draw();
  document.endMarkedContent();
}
