// Markdown nodes -> the nodes that a profile of HTML can show, links checked, headings in their range.
// What has no tag in a profile becomes a paragraph, so that taking tags away never takes words away.

import type { BlockContent, Heading, ListItem, Nodes, PhrasingContent, RootContent, Text } from "mdast";
import { visit } from "unist-util-visit";
import { readAddress } from "../input/address.ts";
import type { HtmlProfile } from "./write-html.ts";

/** The level of the highest heading: the page's title is h1. */
const HIGHEST_HEADING = 2;

/** True for nodes that stand inside a line. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
  return INLINE.has(node.type);
}

const INLINE = new Set([
  "text",
  "emphasis",
  "strong",
  "delete",
  "inlineCode",
  "break",
  "link",
  "linkReference",
  "image",
  "imageReference",
  "footnoteReference",
  "html",
]);

/** Blocks for a profile; runs of inline nodes become paragraphs. */
export function prepareBlocks(
  nodes: readonly (RootContent | PhrasingContent)[],
  profile: HtmlProfile,
): BlockContent[] {
  const levels = chooseLevels(nodes);
  const blocks: BlockContent[] = [];
  let line: PhrasingContent[] = [];
  const endLine = (): void => {
    if (line.length > 0) blocks.push({ type: "paragraph", children: prepareInline(line, profile) });
    line = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) {
      line.push(node);
      continue;
    }
    endLine();
    blocks.push(...prepareBlock(node, profile, levels));
  }
  endLine();
  return blocks;
}

/** The level of each heading: as its author ranked them, from the highest that a page has, and none skipped. */
function chooseLevels(nodes: readonly (RootContent | PhrasingContent)[]): Levels {
  const headings: Heading[] = [];
  visit({ type: "root", children: nodes as RootContent[] }, "heading", (node) => {
    headings.push(node);
  });
  const top = Math.min(...headings.map((heading) => heading.depth));
  const levels = new Map<Nodes, Heading["depth"]>();
  let last = HIGHEST_HEADING - 1;
  for (const heading of headings) {
    last = Math.min(6, last + 1, HIGHEST_HEADING + heading.depth - top);
    levels.set(heading, last as Heading["depth"]);
  }
  return levels;
}

type Levels = ReadonlyMap<Nodes, Heading["depth"]>;

function prepareBlock(node: RootContent, profile: HtmlProfile, levels: Levels): BlockContent[] {
  const inside = (children: readonly RootContent[]): BlockContent[] =>
    children.flatMap((child) => prepareBlock(child, profile, levels));
  const isFeed = profile === "feed";
  switch (node.type) {
    case "paragraph":
      return [{ type: "paragraph", children: prepareInline(node.children, profile) }];
    case "heading": {
      const children = prepareInline(node.children, profile);
      if (isFeed) return [{ type: "paragraph", children }];
      return [{ type: "heading", depth: levels.get(node) ?? HIGHEST_HEADING, children }];
    }
    case "blockquote":
      return isFeed ? inside(node.children) : [{ type: "blockquote", children: inside(node.children) }];
    case "list": {
      const items = node.children.map((item): ListItem => {
        return { type: "listItem", spread: item.spread ?? false, children: inside(item.children) };
      });
      const { ordered = false, start = null, spread = false } = node;
      return [{ type: "list", ordered, start, spread, children: items }];
    }
    case "code":
      return [
        isFeed ? makeParagraph([{ type: "text", value: node.value }]) : { type: "code", value: node.value },
      ];
    case "table":
      if (isFeed)
        return node.children.map((row) =>
          makeParagraph(joinCells(row.children.map((cell) => prepareInline(cell.children, profile)))),
        );
      return [
        {
          type: "table",
          children: node.children.map((row) => ({
            type: "tableRow",
            children: row.children.map((cell) => ({
              type: "tableCell",
              children: prepareInline(cell.children, profile),
            })),
          })),
        },
      ];
    case "thematicBreak":
      return isFeed ? [] : [{ type: "thematicBreak" }];
    default:
      return [];
  }
}

function makeParagraph(children: PhrasingContent[]): BlockContent {
  return { type: "paragraph", children };
}

function joinCells(cells: readonly PhrasingContent[][]): PhrasingContent[] {
  const filled = cells.filter((cell) => cell.length > 0);
  return filled.flatMap((cell, index) =>
    index === 0 ? cell : [{ type: "text", value: ", " } as Text, ...cell],
  );
}

function prepareInline(nodes: readonly PhrasingContent[], profile: HtmlProfile): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case "text":
        return [{ type: "text", value: node.value }];
      case "inlineCode":
        return [{ type: profile === "feed" ? "text" : "inlineCode", value: node.value }];
      case "break":
        return profile === "feed" ? [{ type: "text", value: " " }] : [{ type: "break" }];
      case "link": {
        const children = prepareInline(node.children, profile);
        const address = readAddress(node.url);
        return address ? [{ type: "link", url: address.url, children }] : children;
      }
      case "emphasis":
      case "strong": {
        const children = prepareInline(node.children, profile);
        return profile === "feed" ? children : [{ type: node.type, children }];
      }
      case "delete":
      case "linkReference":
        return prepareInline(node.children, profile);
      default:
        return [];
    }
  });
}
