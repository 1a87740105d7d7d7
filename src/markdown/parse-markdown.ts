// The body of a file -> a markdown tree whose places are the file's, with its definitions and faults.
// Every later step reads this tree; it differs from CommonMark only where CommonMark would lose words.

import type { Definition, FootnoteDefinition, Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { visit } from "unist-util-visit";
import { makeWarning, type Place, type Problem } from "../problem.ts";
import { findOpenComment, makeCommentError, removeLongComments } from "./comments.ts";
import { findOpenMarks } from "./fit-mark.ts";
import { footnoteCall } from "./footnote-call.ts";
import { checkLimits, LIMITS, makeDepthError } from "./limits.ts";
import { mendAutolinks } from "./mend-autolinks.ts";
import { sourceOf, toFilePlace } from "./places.ts";
import { cleanTree } from "./unseen.ts";

/** The body of a file: line feeds only, beginning at `line` of the file (from 1). */
export interface MarkdownSource {
  readonly file: string;
  readonly text: string;
  readonly line: number;
}

/** What links and footnotes lead to, by mdast identifier; of two with one name the first counts. */
export interface Definitions {
  readonly links: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** Names that are defined only in a private section. */
  readonly privateLinks: ReadonlySet<string>;
  readonly privateFootnotes: ReadonlySet<string>;
  /** Names that something public refers to. */
  readonly usedLinks: ReadonlySet<string>;
  readonly usedFootnotes: ReadonlySet<string>;
}

/** Lines of the file (both ends included) that a private section takes, and its heading's level. */
export interface PrivateLines {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  /** False where it stands inside a quotation or a list. */
  readonly isTopLevel: boolean;
}

/** A parsed body. `text` is as parsed, without long comments, padded so that its lines are the file's. */
export interface ParsedMarkdown {
  readonly file: string;
  readonly text: string;
  readonly tree: Root;
  readonly definitions: Definitions;
  readonly problems: readonly Problem[];
  /** The body as written, padded in the same way: line by line the file's. */
  readonly written: string;
  /** How many columns a long comment took from the start of a line, by line. */
  readonly columns: ReadonlyMap<number, number>;
  readonly privateLines: readonly PrivateLines[];
}

const processor: Processor<Root> = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(function useOurDialect() {
    const extensions = this.data().micromarkExtensions ?? [];
    // Indented text is a paragraph, and HTML is only ever inline, so that the words beside it are read.
    extensions.push({ disable: { null: ["codeIndented", "htmlFlow"] } }, footnoteCall);
  })
  .freeze();

/** Parses a body. Faults that make it unsafe to read are errors, and the tree then is empty or ends early. */
export function parseMarkdown(source: MarkdownSource): ParsedMarkdown {
  const { file, line } = source;
  const pad = "\n".repeat(line - 1);
  const text = source.text.replace(/^\uFEFF/, " ");
  const written = pad + source.text;
  const empty = { file, written, columns: new Map<number, number>(), privateLines: [] };
  const limits = checkLimits(file, text, line);
  if (limits.length > 0) return { ...empty, ...emptyTree(), text: written, problems: limits };

  const { text: kept, columns: cut, unclosed } = removeLongComments(text);
  const columns = new Map([...cut].map(([at, count]) => [at + line - 1, count]));
  let padded = pad + kept;
  let tree = parsePadded(padded, line);
  const deep = findDeepBlock(tree, 0);
  if (deep !== null)
    return { ...empty, ...emptyTree(), text: written, problems: [makeDepthError(file, deep)] };

  const problems: Problem[] = findOpenMarks(text).map((at) =>
    makeWarning(file, { line: at + line - 1, column: 1 }, "fit-mark", OPEN_MARK),
  );
  if (unclosed)
    problems.push(makeCommentError(file, { line: unclosed.line + line - 1, column: unclosed.column }));
  const open = findOpenText(tree, padded);
  if (open !== null) {
    // What follows may be private, so it is as if it were not there.
    const place = toFilePlace({ columns }, placeAt(padded, open));
    problems.unshift(makeCommentError(file, place));
    padded = padded.slice(0, open);
    tree = parsePadded(padded, line);
  }
  cleanTree(tree, padded);
  return { ...empty, text: padded, tree, definitions: collectDefinitions(tree, null), problems, columns };
}

/** Collects what a tree defines and uses; `whole` is the tree before private sections were cut from it. */
export function collectDefinitions(tree: Root, whole: Root | null): Definitions {
  const links = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const usedLinks = new Set<string>();
  const usedFootnotes = new Set<string>();
  visit(tree, (node) => {
    if (node.type === "definition" && !links.has(node.identifier)) links.set(node.identifier, node);
    if (node.type === "footnoteDefinition" && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node);
    if (node.type === "linkReference" || node.type === "imageReference") usedLinks.add(node.identifier);
    if (node.type === "footnoteReference") usedFootnotes.add(node.identifier);
  });
  const all = whole ? collectDefinitions(whole, null) : null;
  const privateLinks = new Set([...(all?.links.keys() ?? [])].filter((name) => !links.has(name)));
  const privateFootnotes = new Set([...(all?.footnotes.keys() ?? [])].filter((name) => !footnotes.has(name)));
  return { links, footnotes, privateLinks, privateFootnotes, usedLinks, usedFootnotes };
}

const OPEN_MARK =
  "This mark does not end on its line, so all up to the next “-->” is silent: end it with “-->”";

function emptyTree(): { readonly tree: Root; readonly definitions: Definitions } {
  const tree: Root = { type: "root", children: [] };
  return { tree, definitions: collectDefinitions(tree, null) };
}

/** Parses text whose first `line - 1` lines are padding; parsing without it costs nothing where that is long. */
function parsePadded(padded: string, line: number): Root {
  const lines = line - 1;
  const tree = processor.parse(padded.slice(lines));
  visit(tree, (node) => {
    if (!node.position) return;
    const { start, end } = node.position;
    node.position = {
      start: { line: start.line + lines, column: start.column, offset: (start.offset ?? 0) + lines },
      end: { line: end.line + lines, column: end.column, offset: (end.offset ?? 0) + lines },
    };
  });
  mendAutolinks(tree, padded);
  return tree;
}

/** The line of the first block that stands deeper than the limit, or null. */
function findDeepBlock(node: Nodes, depth: number): number | null {
  const isContainer =
    node.type === "blockquote" || node.type === "list" || node.type === "footnoteDefinition";
  const here = depth + (isContainer ? 1 : 0);
  if (here > LIMITS.depth) return node.position?.start.line ?? 1;
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const found = findDeepBlock(child, here);
    if (found !== null) return found;
  }
  return null;
}

/** The offset of the first comment in plain text that does not end in its paragraph, or null. */
function findOpenText(tree: Root, text: string): number | null {
  let first: number | null = null;
  visit(tree, "text", (node) => {
    const at = findOpenComment(sourceOf(text, node));
    const offset = (node.position?.start.offset ?? 0) + at;
    if (at >= 0 && (first === null || offset < first)) first = offset;
  });
  return first;
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
