// Blocks of text -> pages, each block with its place, for script.pdf.
// A paragraph stands whole on a page, a heading with what follows; what is longer than a page ends with a sentence.

import { type Atom, countWholeSentences, fillLines, type Line } from "./pdf-lines.ts";

/** A column of a block: where it stands in the text area, in points, and its words. */
export interface Column {
  /** The structure element of its own within the block's, as `TD`; null where it needs none. */
  readonly tag: "TH" | "TD" | "Lbl" | "LBody" | null;
  readonly x: number;
  readonly width: number;
  readonly align: "left" | "right" | "centre";
  readonly atoms: readonly Atom[];
}

/** What is kept together: a heading, a paragraph, a row. Lengths are in points. */
export interface Block {
  readonly container: "Table" | "L" | null;
  readonly tag: "H1" | "H2" | "H3" | "P" | "TR" | "LI";
  readonly columns: readonly Column[];
  readonly leading: number;
  readonly before: number;
  readonly after: number;
  readonly frame: "rule" | "box" | "bar" | "row" | null;
  /** True for what may not stand last on a page. */
  readonly keepsNext: boolean;
  readonly startsPage: boolean;
  /** True for words that are said, which are parted between sentences only. */
  readonly isSpoken: boolean;
  readonly bookmark: { readonly title: string; readonly level: 1 | 2 } | null;
  /** The slug at the head of a page that goes on with a part; null where a part begins, or in none. */
  readonly continued: string | null;
}

/** A block, or as much of it as stands on one page. `top` is in points from the top of the text area. */
export interface Placed {
  readonly block: Block;
  readonly lines: readonly (readonly Line[])[];
  readonly top: number;
  readonly height: number;
  /** True for the head of a table that is printed again on the next page. */
  readonly isRepeated: boolean;
}

export type Page = readonly Placed[];

/** At least this many lines of a long paragraph stand on a page. */
const FEW_LINES = 3;

/** Places blocks on pages whose text area is `height` points high. */
export function fillPages(blocks: readonly Block[], height: number): Page[] {
  const pages: Placed[][] = [[]];
  let y = 0;
  let tableHead: Block | null = null;
  const place = (block: Block, lines: readonly (readonly Line[])[], isRepeated = false) => {
    const page = pages.at(-1) ?? [];
    const top = page.length === 0 ? 0 : y + block.before;
    const taken = heightOf(block, lines);
    page.push({ block, lines, top, height: taken, isRepeated });
    y = top + taken + block.after;
  };
  const turn = (next: Block) => {
    if (pages.at(-1)?.length === 0) return;
    pages.push([]);
    y = 0;
    if (tableHead && next.container === "Table") place(tableHead, linesOf(tableHead), true);
  };
  const room = (block: Block) => height - (pages.at(-1)?.length === 0 ? 0 : y + block.before);
  blocks.forEach((block, index) => {
    if (block.container !== "Table") tableHead = null;
    else tableHead ??= block;
    let lines = linesOf(block);
    if (block.startsPage || neededFor(blocks, index, height) > room(block)) {
      const startsHere =
        !block.startsPage && heightOf(block, lines) > height && fits(block, lines, room(block));
      if (!startsHere) turn(block);
    }
    while (heightOf(block, lines) > room(block)) {
      const [here, rest] = partLines(block, lines, Math.max(1, Math.floor(room(block) / block.leading)));
      place(block, here);
      pages.push([]);
      y = 0;
      lines = rest;
    }
    place(block, lines);
  });
  return pages;
}

function linesOf(block: Block): Line[][] {
  return block.columns.map((column) => fillLines(column.atoms, column.width));
}

function heightOf(block: Block, lines: readonly (readonly Line[])[]): number {
  return Math.max(1, ...lines.map((column) => column.length)) * block.leading;
}

/** The height of a block and of what it must stand with, or of its first lines if that is longer than a page. */
function neededFor(blocks: readonly Block[], index: number, height: number): number {
  let needed = 0;
  for (let at = index; ; at += 1) {
    const block = blocks[at];
    if (!block) return needed;
    const own = heightOf(block, linesOf(block));
    needed += (at > index ? block.before : 0) + (own > height ? FEW_LINES * block.leading : own);
    if (!block.keepsNext || needed > height) return Math.min(needed, height);
    needed += block.after;
  }
}

/** True if some of a block that is longer than a page can stand in what is left of this one. */
function fits(block: Block, lines: readonly (readonly Line[])[], room: number): boolean {
  const count = Math.floor(room / block.leading);
  if (count < FEW_LINES) return false;
  return !block.isSpoken || wholeIn(lines.at(-1) ?? [], count) > 0;
}

/** The lines for this page, at most `count`, and those for the next: a sentence whole, if it is no longer than that. */
function partLines(block: Block, lines: readonly (readonly Line[])[], count: number): [Line[][], Line[][]] {
  const here = lines.map((column) => column.slice(0, count));
  const rest = lines.map((column) => column.slice(count));
  const last = lines.length - 1;
  const whole = block.isSpoken ? wholeIn(lines[last] ?? [], count) : 0;
  if (whole > 0) {
    const atoms = (lines[last] ?? []).flatMap((line) => line.atoms);
    const width = block.columns[last]?.width ?? 0;
    here[last] = fillLines(atoms.slice(0, whole), width);
    rest[last] = fillLines(atoms.slice(whole), width);
  }
  return [here, rest];
}

function wholeIn(lines: readonly Line[], count: number): number {
  const taken = lines.slice(0, count).reduce((sum, line) => sum + line.atoms.length, 0);
  const near = lines.slice(0, count + 1).flatMap((line) => line.atoms);
  return countWholeSentences(near, taken);
}
