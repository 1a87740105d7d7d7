// A parsed body -> its sections by level-two heading, with the words of each heading and the source below it.
// The narration is such a body: each of its sections is spoken at the place that the heading names.

import type { Heading, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Place } from "../problem.ts";
import type { ParsedMarkdown } from "./parse-markdown.ts";
import { placeOf } from "./places.ts";

/** A level-two heading and what follows it. */
export interface Section {
  readonly heading: string;
  readonly place: Place;
  /**
   * The lines below the heading as written, comments and private parts included, for digests and for
   * rewriting the file. Never to be shown, built or sent.
   */
  readonly source: string;
  /** The lines of the file that `source` is made of, and those of the heading, from 1. */
  readonly lines: readonly number[];
  readonly headingLines: readonly number[];
  readonly nodes: readonly RootContent[];
}

/** Splits at the level-two headings that stand at the top level; a Notes section that was cut ends a section. */
export function splitSections(parsed: ParsedMarkdown): {
  readonly before: readonly RootContent[];
  readonly sections: readonly Section[];
} {
  const { children } = parsed.tree;
  const starts = children.flatMap((node, index) =>
    node.type === "heading" && node.depth === 2 ? [{ node, index }] : [],
  );
  const lines = parsed.written.split("\n");
  const beside = findSiblings(parsed);
  const sections = starts.map(({ node, index }, which) => {
    const next = starts[which + 1];
    const own = listLines(lines.length, beside, node, next?.node ?? null);
    return {
      heading: readHeading(node),
      place: placeOf(parsed, node),
      source: own.map((line) => lines[line - 1] ?? "").join("\n"),
      lines: own,
      headingLines: range(node.position?.start.line ?? 0, (node.position?.end.line ?? 0) + 1),
      nodes: children.slice(index + 1, next?.index ?? children.length),
    };
  });
  return { before: children.slice(0, starts[0]?.index ?? children.length), sections };
}

function readHeading(heading: Heading): string {
  return textOf(heading, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, " ").trim();
}

interface LineRange {
  readonly from: number;
  /** The line after the last. */
  readonly to: number;
}

/** The lines below a heading. A private section of level one or two stands beside a section, not in it. */
function listLines(
  count: number,
  beside: readonly LineRange[],
  heading: Heading,
  next: Heading | null,
): number[] {
  const below = range((heading.position?.end.line ?? 0) + 1, next?.position?.start.line ?? count + 1);
  return below.filter((line) => !beside.some((cut) => line >= cut.from && line < cut.to));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** The top-level private sections of level one or two, each up to the next public node. */
function findSiblings(parsed: ParsedMarkdown): LineRange[] {
  const starts = parsed.tree.children.map((node) => node.position?.start.line ?? 0);
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to, depth, isTopLevel } of parsed.privateLines) {
    if (!isTopLevel || depth > 2) continue;
    const end = starts.find((line) => line > to) ?? Number.POSITIVE_INFINITY;
    const last = ranges.at(-1);
    if (last && last.to === end) last.from = Math.min(last.from, from);
    else ranges.push({ from, to: end });
  }
  return ranges;
}
