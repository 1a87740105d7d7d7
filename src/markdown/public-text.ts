// A parsed body -> the tree that show notes print: its structure kept, its links checked, the rest warned of.
// The body of episode.md is published as markdown and as HTML, so nothing unsafe may stay in the tree.

import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, Table } from "mdast";
import type { Problem } from "../problem.ts";
import { buildPhrasing, foldLeaves, type Leaf } from "./leaves.ts";
import type { ParsedMarkdown } from "./parse-markdown.ts";
import { CREDENTIALS, readPhrasing, removeCredentials } from "./phrasing.ts";
import { sourceOf } from "./places.ts";
import { findUnseen } from "./unseen.ts";
import {
  endSilenceIn,
  endWalk,
  readDefinition,
  readHtml,
  startWalk,
  type Walk,
  warn,
  warnOfTaskBox,
  warnOnce,
} from "./walk.ts";

/** Reads a body as public text: without positions, references resolved, safe to write in any format. */
export function readPublicText(parsed: ParsedMarkdown): {
  readonly tree: Root;
  readonly problems: readonly Problem[];
} {
  const walk = startWalk(parsed, null);
  const children = parsed.tree.children.flatMap((node) => readBlock(walk, node));
  const problems = [...endWalk(walk), ...findUnseen(parsed, parsed.tree.children)];
  return { tree: { type: "root", children }, problems };
}

function readBlock(walk: Walk, node: RootContent): BlockContent[] {
  switch (node.type) {
    case "paragraph": {
      const children = readInline(walk, node.children, true);
      return children.length === 0 ? [] : [{ type: "paragraph", children }];
    }
    case "heading": {
      const children = readInline(walk, node.children, false);
      return children.length === 0 ? [] : [{ type: "heading", depth: node.depth, children }];
    }
    case "blockquote": {
      const children = node.children.flatMap((child) => readBlock(walk, child));
      return children.length === 0 ? [] : [{ type: "blockquote", children }];
    }
    case "list":
      return readList(walk, node);
    case "table":
      return readTable(walk, node);
    case "code": {
      if (walk.silence) {
        endSilenceIn(walk, node.value);
        return [];
      }
      const value = removeCredentials(node.value);
      if (value !== node.value) warnOnce(walk, node, "address-credentials", CREDENTIALS);
      return [{ type: "code", lang: node.lang ?? null, value }];
    }
    case "thematicBreak":
      return walk.silence ? [] : [{ type: "thematicBreak" }];
    case "definition":
      readDefinition(walk, node);
      return [];
    case "footnoteDefinition":
      warn(
        walk,
        node,
        "footnote-not-shown",
        "Footnotes are left out here: write what they say into the text",
      );
      return [];
    case "html":
      readHtml(walk, node);
      return [];
    default:
      warn(walk, node, "not-shown", "This is markdown that is not known here, and is left out");
      return [];
  }
}

function readInline(walk: Walk, nodes: readonly PhrasingContent[], mayBreak: boolean): PhrasingContent[] {
  const leaves = readPhrasing(walk, nodes);
  return buildPhrasing(mayBreak ? leaves : foldLeaves(leaves.map(joinLine)));
}

/** A heading and a table's cell are one line each. */
function joinLine(leaf: Leaf): Leaf {
  return leaf.kind === "break" ? { kind: "text", value: " ", path: leaf.path } : leaf;
}

function readList(walk: Walk, list: List): BlockContent[] {
  if (list.ordered && !isInSequence(walk, list))
    warn(
      walk,
      list,
      "list-number",
      "The items of a list are numbered in sequence, not as written here: put a backslash before the mark after each number",
    );
  const children = list.children.flatMap((item): ListItem[] => {
    warnOfTaskBox(walk, item);
    const blocks = item.children.flatMap((child) => readBlock(walk, child));
    return blocks.length === 0 ? [] : [{ type: "listItem", spread: item.spread ?? false, children: blocks }];
  });
  if (children.length === 0) return [];
  const spread = list.spread ?? false;
  return [{ type: "list", ordered: list.ordered ?? false, start: list.start ?? null, spread, children }];
}

/** True if the numbers count up, or are all the same as many write them. */
function isInSequence(walk: Walk, list: List): boolean {
  const numbers = list.children.map((item) => Number.parseInt(sourceOf(walk.parsed.text, item), 10));
  const first = numbers[0] ?? 1;
  const areSame = first <= 1 && numbers.every((number) => number === first);
  return areSame || numbers.every((number, index) => number === first + index);
}

function readTable(walk: Walk, table: Table): BlockContent[] {
  const rows = table.children.map((row) => ({
    type: "tableRow" as const,
    children: row.children.map((cell) => ({
      type: "tableCell" as const,
      children: readInline(walk, cell.children, false),
    })),
  }));
  return walk.silence ? [] : [{ type: "table", align: table.align ?? null, children: rows }];
}
