// The mark at the start of a paragraph that says that it can go where time is short, or that it has gone.
// It is a comment, so that nobody sees it where the markdown is shown by another program.

import type { Html, Paragraph as ParagraphNode, PhrasingContent } from "mdast";
import type { Place } from "../problem.ts";
import { placeOf } from "./places.ts";
import { type Walk, warn } from "./walk.ts";

/** The line of each mark in a text that does not end on its line, so that all up to the next end of a comment is silent. */
export function findOpenMarks(text: string): number[] {
  return text
    .split("\n")
    .flatMap((line, index) => (/^ {0,3}<!--\s*fit:(?!.*-->)/i.test(line) ? [index + 1] : []));
}

/** `<!-- fit: can go -->`: spoken, and may be dropped. `<!-- fit: dropped -->`: not spoken, and kept in the file. */
export interface FitMark {
  readonly state: "can go" | "dropped";
  /** Where its comment begins. */
  readonly place: Place;
}

const MARK = /^<!--\s*fit:\s*(can go|dropped)\s*-->/i;

/** The mark that a paragraph begins with, or null; one that is misspelt or stands elsewhere is warned of. */
export function readFitMark(walk: Walk, paragraph: ParagraphNode): FitMark | null {
  let mark: FitMark | null = null;
  for (const node of findMarks(paragraph.children)) {
    const state = MARK.exec(node.value)?.[1]?.toLowerCase();
    if (state === undefined) warn(walk, node, "fit-mark", `Unexpected mark, ${EXPECTED}: mend its words`);
    else if (node !== paragraph.children[0]) warn(walk, node, "fit-mark", MISPLACED);
    else mark = { state: state as FitMark["state"], place: placeOf(walk.parsed, node) };
  }
  if (mark && paragraph.children.length === 1) {
    warn(
      walk,
      paragraph,
      "fit-mark",
      "This mark stands alone and marks nothing, expected it at the start of a paragraph: write it right above plain words, in a quotation after its “>”, in a list after the item's mark",
    );
  }
  return mark;
}

const MISPLACED =
  "Unexpected mark here, expected one mark at the start of a paragraph: move it there, or take it away";
const EXPECTED = "expected <!-- fit: can go --> or <!-- fit: dropped -->";

/**
 * The text of a file with the mark at a place saying something else, nothing else changed; null where no
 * mark stands there. Lines are counted as in the text read: any line end counts as one.
 */
export function changeFitMark(text: string, place: Place, state: FitMark["state"]): string | null {
  let from = 0;
  for (let line = 1; line < place.line; line += 1) {
    const end = /\r\n?|\n/g;
    end.lastIndex = from;
    if (!end.exec(text)) return null;
    from = end.lastIndex;
  }
  const at = from + place.column - 1;
  const match = MARK.exec(text.slice(at, at + 200));
  if (!match) return null;
  const written = match[0].replace(/can go|dropped/i, state);
  return text.slice(0, at) + written + text.slice(at + match[0].length);
}

/** A source without its marks, and without the lines that held nothing else. */
export function removeFitMarks(source: string): string {
  return source.replace(/^([ \t]*)<!--\s*fit:\s*(?:can go|dropped)\s*-->[ \t]*(?:\r\n?|\n|$)?/gim, "$1");
}

function findMarks(nodes: readonly PhrasingContent[]): Html[] {
  return nodes.flatMap((node) => {
    if (node.type === "html") return /^<!--\s*fit:/i.test(node.value) ? [node] : [];
    return "children" in node ? findMarks(node.children) : [];
  });
}
