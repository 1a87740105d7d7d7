// Blocks in their places -> what stands in the PDF, and its tree of structure elements in reading order.

import type { Typesetter } from "./pdf-fonts.ts";
import { BLACK, fillLines, GREY, type Line, type Look, look, makeAtoms } from "./pdf-lines.ts";
import type { Block, Page, Placed } from "./pdf-pages.ts";
import type { Sheet } from "./script-sheet.ts";

/** Around the text area, and where the head and the foot of a page stand, in points. */
export const MARGIN = { side: 62, top: 80, bottom: 74, head: 42, foot: 46 };
const RULE = "#808080";

type Element = PDFKit.PDFStructureElement;

/** Draws every page, with its head and foot, its bookmarks and its tags. */
export function drawPages(
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
