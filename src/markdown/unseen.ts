// A markdown tree -> its texts without characters that nobody can see, and a warning for each line of them.
// Hidden text is neither read aloud nor printed, and its author is told.

import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { findUnseenCharacters, removeUnseenCharacters, type UnseenCharacter } from "../input/characters.ts";
import { makeWarning, type Problem } from "../problem.ts";
import type { ParsedMarkdown } from "./parse-markdown.ts";
import { sourceOf, toFilePlace } from "./places.ts";

/** Unseen characters that were written as references (`&#8203;`), by the node in whose text they stood. */
const referenced = new WeakMap<Nodes, UnseenCharacter>();

/** Takes the unseen characters out of every text of the tree. */
export function cleanTree(tree: Root, text: string): void {
  visit(tree, (node) => {
    const fields = node as { value?: string; alt?: string | null; title?: string | null; url?: string };
    for (const key of ["value", "alt", "title", "url"] as const) {
      const value = fields[key];
      if (typeof value !== "string") continue;
      const found = findUnseenCharacters(value)[0];
      if (!found) continue;
      fields[key] = removeUnseenCharacters(value);
      if (findUnseenCharacters(sourceOf(text, node)).length === 0) referenced.set(node, found);
    }
  });
}

/** Warns of the unseen characters in the source of public nodes, once a line. */
export function findUnseen(parsed: ParsedMarkdown, nodes: readonly Nodes[]): Problem[] {
  const problems = new Map<number, Problem>();
  const report = (line: number, column: number, { code, name }: UnseenCharacter): void => {
    if (problems.has(line) || parsed.privateLines.some(({ from, to }) => line >= from && line <= to)) return;
    const place = toFilePlace(parsed, { line, column });
    const text = `${code}, ${name}, stands in the text: it is left out`;
    problems.set(line, makeWarning(parsed.file, place, "unseen-character", text));
  };
  for (const node of nodes) {
    const start = node.position?.start;
    if (!start) continue;
    let { line, column } = start;
    let from = 0;
    const source = sourceOf(parsed.text, node);
    for (const found of findUnseenCharacters(source)) {
      for (let feed = source.indexOf("\n", from); feed >= 0 && feed < found.index; ) {
        line += 1;
        column = 1;
        from = feed + 1;
        feed = source.indexOf("\n", from);
      }
      report(line, column + found.index - from, found);
    }
    visit(node, (inner) => {
      const found = referenced.get(inner);
      if (found && inner.position) report(inner.position.start.line, inner.position.start.column, found);
    });
  }
  return [...problems.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
