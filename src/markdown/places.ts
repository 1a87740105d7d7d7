// A node of a parsed body -> its place in the file and its source.
// One long comment at the start of a line moves the columns of that line; this is where they are set right.

import type { Nodes } from "mdast";
import type { Place } from "../problem.ts";
import type { ParsedMarkdown } from "./parse-markdown.ts";

/** The place of a node in its file. */
export function placeOf(parsed: ParsedMarkdown, node: Nodes): Place {
  return toFilePlace(parsed, node.position?.start ?? { line: 1, column: 1 });
}

/** The place in the file of a place in the text as parsed. */
export function toFilePlace(parsed: Pick<ParsedMarkdown, "columns">, place: Place): Place {
  return { line: place.line, column: place.column + (parsed.columns.get(place.line) ?? 0) };
}

/** The source of a node as parsed; empty where it has no position. */
export function sourceOf(text: string, node: Nodes): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
