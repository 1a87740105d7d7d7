// Markdown text -> the same text without the comments that run over lines, every line still in its place.
// Private remarks with empty lines in them would otherwise end at the first empty line and be read aloud.

import { makeError, type Place, type Problem } from "../problem.ts";

/** A text without its long comments; `columns` is how much was cut from the start of a line, by line of the text from 1. */
export interface Uncommented {
  readonly text: string;
  readonly columns: ReadonlyMap<number, number>;
  /** Where a comment begins that never ends; the text stops there. */
  readonly unclosed: Place | null;
}

const OPENING = /^ {0,3}<!--/;

/**
 * Blanks out the comments that begin a line and do not end on it, keeping their line feeds.
 * A comment ends at its first `-->` (`<!-->` and `<!--->` are whole, as in HTML).
 */
export function removeLongComments(text: string): Uncommented {
  const lines = text.split("\n");
  const columns = new Map<number, number>();
  for (let index = 0; index < lines.length; index += 1) {
    const opening = OPENING.exec(lines[index] ?? "");
    if (!opening) continue;
    const line = lines[index] ?? "";
    if (line.indexOf("-->", opening[0].length - 2) >= 0) continue;
    let last = index + 1;
    while (last < lines.length && !(lines[last] ?? "").includes("-->")) last += 1;
    if (last === lines.length) {
      const place = { line: index + 1, column: opening[0].length - 3 + (columns.get(index + 1) ?? 0) };
      lines.length = index;
      return { text: lines.join("\n"), columns, unclosed: place };
    }
    lines.fill("", index, last);
    const cut = (lines[last] ?? "").indexOf("-->") + 3;
    lines[last] = (lines[last] ?? "").slice(cut);
    columns.set(last + 1, cut);
    index = last - 1;
  }
  return { text: lines.join("\n"), columns, unclosed: null };
}

/** The error for a comment that never ends. */
export function makeCommentError(file: string, place: Place): Problem {
  return makeError(
    file,
    place,
    "comment-not-closed",
    "A comment begins here and does not end, so what is private cannot be known: end it with “-->” in the same paragraph, or begin it at the start of a line",
  );
}

/** The index of a `<!--` in the source of plain text that is neither escaped nor part of a whole comment, or -1. */
export function findOpenComment(source: string): number {
  for (let at = source.indexOf("<!--"); at >= 0; at = source.indexOf("<!--", at + 4)) {
    let escapes = 0;
    while (source[at - 1 - escapes] === "\\") escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return -1;
}
