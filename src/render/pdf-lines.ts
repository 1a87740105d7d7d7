// Pieces of text -> lines of a width, each a row of stretches with their places, for script.pdf.
// Lines are broken here and not by pdfkit, so that whole sentences can be kept on a page.

import { splitSentences } from "../spoken/sentences.ts";
import type { Face, Stretch, Typesetter } from "./pdf-fonts.ts";

/** How a text is drawn: letters in points, a colour as `#595959`. */
export interface Look {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
}

export const BLACK = "#000000";
/** Seven to one against white paper. */
export const GREY = "#595959";

/** A look, black unless another colour is named. */
export function look(face: Face, size: number, colour = BLACK): Look {
  return { face, size, colour };
}

/** A text in one look. */
export interface LookedText {
  readonly text: string;
  readonly look: Look;
  /** True for what is broken at blanks only, as a pronunciation. */
  readonly isWhole?: boolean;
}

/** What no line break parts. Widths are in points. */
export interface Atom {
  readonly text: string;
  readonly look: Look;
  readonly stretches: readonly Stretch[];
  readonly width: number;
  /** The width of the blank after it, 0 without one. */
  readonly blank: number;
  /** True where a line may end after it. */
  readonly breaks: boolean;
}

/** A line of text: its atoms, and its width without the blank at its end. */
export interface Line {
  readonly atoms: readonly Atom[];
  readonly width: number;
}

// A line may end after a hyphen or dash between letters, after a slash, and beside an ideograph.
const BREAKS =
  /(?<=[\p{L}\p{N}][-\u2010\u2013])(?=\p{L})|(?<=[\u2014/])(?=[\p{L}\p{N}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[\p{L}\p{N}])/u;

/** Cuts texts into atoms, none wider than `width` points: a word that is longer is broken between letters. */
export function makeAtoms(typesetter: Typesetter, texts: readonly LookedText[], width: number): Atom[] {
  const atoms: Atom[] = [];
  for (const { text, look, isWhole } of texts) {
    for (const [token] of text.matchAll(/ +|[^ ]+/g)) {
      const last = atoms.at(-1);
      if (token.startsWith(" ")) {
        const blank = measure(typesetter.setText(" ", look.face), look);
        if (last) atoms[atoms.length - 1] = { ...last, blank, breaks: true };
        continue;
      }
      const parts = isWhole ? [token] : token.split(BREAKS);
      parts.forEach((part, index) => {
        const more = chop(typesetter, part, look, width);
        const end = more.pop();
        atoms.push(...more);
        if (end) atoms.push({ ...end, breaks: index < parts.length - 1 });
      });
    }
  }
  return atoms;
}

/** Fills lines of `width` points with atoms, as many in each as fit. */
export function fillLines(atoms: readonly Atom[], width: number): Line[] {
  const lines: { atoms: Atom[]; width: number }[] = [];
  let line: { atoms: Atom[]; width: number } = { atoms: [], width: 0 };
  let ahead = 0;
  for (const group of groupAtoms(atoms)) {
    const needed = group.reduce((sum, atom) => sum + atom.width, 0);
    if (line.atoms.length > 0 && ahead + needed > width) {
      lines.push(line);
      line = { atoms: [], width: 0 };
      ahead = 0;
    }
    for (const atom of group) {
      // Words glued to one another without a blank may be wider than a line together.
      if (line.atoms.length > 0 && ahead + atom.width > width) {
        lines.push(line);
        line = { atoms: [], width: 0 };
        ahead = 0;
      }
      line.atoms.push(atom);
      line.width = ahead + atom.width;
      ahead = line.width + atom.blank;
    }
  }
  if (line.atoms.length > 0) lines.push(line);
  return lines;
}

/** How many of the first `count` atoms can be taken without parting a sentence; 0 if the first is longer. */
export function countWholeSentences(atoms: readonly Atom[], count: number): number {
  // The next word tells whether a stop ends a sentence; what comes after it does not matter.
  const near = atoms.slice(0, count + 1);
  const text = near.map((atom) => atom.text + (atom.blank > 0 ? " " : "")).join("");
  const ends = new Set<number>();
  let length = 0;
  for (const sentence of splitSentences(text)) {
    length += sentence.replace(/\s/g, "").length;
    ends.add(length);
  }
  let whole = 0;
  let seen = 0;
  for (const [index, atom] of near.slice(0, count).entries()) {
    seen += atom.text.replace(/\s/g, "").length;
    if (ends.has(seen)) whole = index + 1;
  }
  return whole;
}

/** Atoms up to each place where a line may end. */
function groupAtoms(atoms: readonly Atom[]): Atom[][] {
  const groups: Atom[][] = [];
  let group: Atom[] = [];
  for (const atom of atoms) {
    group.push(atom);
    if (!atom.breaks) continue;
    groups.push(group);
    group = [];
  }
  return group.length > 0 ? [...groups, group] : groups;
}

/** A word as atoms, each at most `width` wide. */
function chop(typesetter: Typesetter, text: string, look: Look, width: number): Atom[] {
  const make = (part: string): Atom => {
    const stretches = typesetter.setText(part, look.face);
    return { text: part, look, stretches, width: measure(stretches, look), blank: 0, breaks: true };
  };
  const whole = make(text);
  if (whole.width <= width) return [whole];
  const widthOf = (part: string) => measure(typesetter.setText(part, look.face), look);
  const clusters = Array.from(text.matchAll(/.\p{M}*/gsu), ([cluster]) => cluster);
  const parts: string[] = [];
  for (let from = 0, to = 0; from < clusters.length; from = to) {
    for (let taken = 0; to < clusters.length; to += 1) {
      taken += widthOf(clusters[to] ?? "");
      if (to > from && taken > width) break;
    }
    // Kerning can make letters wider together than they are one by one.
    while (to > from + 1 && widthOf(clusters.slice(from, to).join("")) > width) to -= 1;
    parts.push(clusters.slice(from, to).join(""));
  }
  return parts.map(make);
}

function measure(stretches: readonly Stretch[], { size }: Look): number {
  return stretches.reduce((sum, stretch) => sum + stretch.width, 0) * size;
}
