// The HTML of a page -> its tree, and plain questions to it: every element, its text, its attributes.
// Pages are parsed by the standard's own rules once, and everything else reads that tree.

import type { Element, Nodes, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { UserError } from "../problem.ts";

/** The most of a page that is read. Readability's work grows faster than the square of the depth. */
export const PAGE_LIMITS = { characters: 5 * 1024 * 1024, depth: 150, elements: 100_000 } as const;

/** An element, and the one that it stands in. */
export interface PageElement {
  readonly node: Element;
  readonly parent: PageElement | null;
}

/** Elements after which text goes on in a new line. */
const BLOCKS = new Set(
  "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** Elements that need no end tag, or never have one; open ones say nothing about depth. */
const UNENDED = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp html head body frame".split(
    " ",
  ),
);

/** Elements whose content is text, whatever it looks like. */
const RAW = new Set(["script", "style", "textarea", "title", "noframes", "iframe"]);

const whole = unified().use(rehypeParse).freeze();
const part = unified().use(rehypeParse, { fragment: true }).freeze();

/** Parses a whole page. Throws a UserError for one that is larger or deeper than the limits. */
export function parsePage(html: string): Root {
  const size = html.length;
  if (size > PAGE_LIMITS.characters)
    throw refuse(`a page of ${Math.ceil(size / 1024 / 1024)} MB, expected 5 MB at the most`);
  if (estimateDepth(html) > PAGE_LIMITS.depth * 2) throw refuseDepth();
  const tree = whole.parse(html);
  checkTree(tree);
  return tree;
}

/** Parses a part of a page. */
export function parseFragment(html: string): Root {
  return part.parse(html);
}

function refuse(what: string): UserError {
  return new UserError(
    `Unexpected ${what}: the page is not read`,
    "Save the article's text in a file of its own and add that.",
  );
}

function refuseDepth(): UserError {
  return refuse(`elements in one another, expected ${PAGE_LIMITS.depth} at the most`);
}

/** How many elements stand open at once, by a plain scan in linear time, so that no parser meets a tower of them. */
function estimateDepth(html: string): number {
  const tag = /<(\/?)([a-z][a-z0-9-]*)|<!--/gi;
  const text = html.toLowerCase();
  let depth = 0;
  let most = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = match[2]?.toLowerCase();
    const end = name === undefined ? "-->" : RAW.has(name) && match[1] === "" ? `</${name}` : null;
    if (end !== null) {
      const at = text.indexOf(end, tag.lastIndex);
      if (at < 0) break;
      tag.lastIndex = at + end.length;
    } else if (name !== undefined && !UNENDED.has(name)) {
      depth = match[1] === "/" ? Math.max(0, depth - 1) : depth + 1;
      if (depth > most) most = depth;
    }
  }
  return most;
}

/** Without recursion, which a deep tree would exhaust. */
function checkTree(tree: Root): void {
  const open: [Nodes, number][] = [[tree, 0]];
  let count = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (depth > PAGE_LIMITS.depth) throw refuseDepth();
    count += 1;
    if (count > PAGE_LIMITS.elements * 3)
      throw refuse(`number of elements, expected ${PAGE_LIMITS.elements} at the most`);
    if ("children" in node) for (const child of node.children) open.push([child, depth + 1]);
  }
}

/** Every element in the order of the page. */
export function listElements(tree: Nodes): PageElement[] {
  const list: PageElement[] = [];
  const walk = (node: Nodes, parent: PageElement | null): void => {
    if (!("children" in node)) return;
    for (const child of node.children) {
      if (child.type !== "element") continue;
      const element = { node: child, parent };
      list.push(element);
      walk(child, element);
    }
  };
  walk(tree, null);
  return list;
}

/** An attribute as text; "" where there is none. The name is hast's: `className`, `dateTime`. */
export function attributeOf(node: Element, name: string): string {
  const value = node.properties[name];
  if (value === undefined || value === null || value === false) return "";
  if (value === true) return name;
  return Array.isArray(value) ? value.join(" ") : String(value);
}

/** Class and id in small letters, `camelCase` as `camel-case`, separated by blanks. */
export function labelsOf(node: Element): string {
  const labels = `${attributeOf(node, "className")} ${attributeOf(node, "id")}`;
  return labels.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}

/** The text of a node on one line, blocks apart, without scripts and styles. */
export function textOf(node: Nodes): string {
  let text = "";
  const walk = (one: Nodes): void => {
    if (one.type === "text") text += one.value;
    if (!("children" in one)) return;
    const name = one.type === "element" ? one.tagName : "";
    if (name === "script" || name === "style" || name === "noscript" || name === "template") return;
    const gap = BLOCKS.has(name) ? " " : "";
    text += gap;
    for (const child of one.children) walk(child);
    text += gap;
  };
  walk(node);
  return text.replace(/\s+/g, " ").trim();
}

/** The text of a line, with a comma between elements that a style sheet sets apart: `<span>Ann Lee</span><span>Editor`. */
export function piecesOf(node: Element): string {
  const walk = (one: Element): string =>
    one.children.reduce((text, child, index) => {
      if (child.type === "text") return text + child.value;
      if (child.type !== "element") return text;
      const own = walk(child);
      const isApart = one.children[index - 1]?.type === "element" && /\S$/.test(text) && /^\S/.test(own);
      return `${text}${isApart ? ", " : ""}${own}`;
    }, "");
  return walk(node).replace(/\s+/g, " ").trim();
}

/** True if an element holds no block in which text could stand: it is a line or a paragraph. */
export function isLine(node: Element): boolean {
  const holdsBlock = (one: Nodes): boolean =>
    one.type === "element" &&
    ((BLOCKS.has(one.tagName) && one.tagName !== "br") || one.children.some(holdsBlock));
  return BLOCKS.has(node.tagName) && !node.children.some(holdsBlock);
}

/** The nearest element, itself or around it, for which something is true. */
export function closest(element: PageElement | null, isIt: (node: Element) => boolean): PageElement | null {
  for (let one = element; one; one = one.parent) if (isIt(one.node)) return one;
  return null;
}

/** Takes out of the tree every element for which something is true; gives how many. */
export function removeElements(tree: Nodes, isOut: (element: PageElement) => boolean): number {
  let count = 0;
  const walk = (node: Nodes, parent: PageElement | null): void => {
    if (!("children" in node)) return;
    const kept = node.children.filter((child) => {
      if (child.type === "comment") return false;
      if (child.type !== "element") return true;
      const element = { node: child, parent };
      if (isOut(element)) {
        count += 1;
        return false;
      }
      walk(child, element);
      return true;
    });
    node.children = kept as typeof node.children;
  };
  walk(tree, null);
  return count;
}
