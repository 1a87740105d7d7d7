// Markdown nodes -> the nodes that a profile of HTML can show, links checked, headings in their range.
// What has no tag in a profile becomes a paragraph, so that taking tags away never takes words away.

import type { BlockContent, ListItem, Nodes, PhrasingContent, RootContent, Text } from "mdast";
import { readAddress } from "../input/address.ts";
import type { HtmlProfile } from "./write-html.ts";

/** The level of the highest heading: the page's title is h1, and its parts are h2. */
const HIGHEST_HEADING = 3;

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
  const depths = nodes.flatMap((node) => (node.type === "heading" ? [node.depth as number] : []));
  const shift = depths.length === 0 ? 0 : HIGHEST_HEADING - Math.min(...depths);
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
    blocks.push(...prepareBlock(node, profile, shift));
  }
  endLine();
  return blocks;
}

function prepareBlock(node: RootContent, profile: HtmlProfile, shift: number): BlockContent[] {
  const inside = (children: readonly RootContent[]): BlockContent[] =>
    children.flatMap((child) => prepareBlock(child, profile, shift));
  const isFeed = profile === "feed";
  switch (node.type) {
    case "paragraph":
      return [{ type: "paragraph", children: prepareInline(node.children, profile) }];
    case "heading": {
      const children = prepareInline(node.children, profile);
      if (isFeed) return [{ type: "paragraph", children }];
      const depth = Math.max(HIGHEST_HEADING, Math.min(6, node.depth + shift)) as 3 | 4 | 5 | 6;
      return [{ type: "heading", depth, children }];
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
