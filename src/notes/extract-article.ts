// The tree of a page -> its article in markdown: what the page said, word for word, and nothing around it.
// The capture of a source; a guard judges drafts by it, so no word may be added, bent or hidden in it.

import { Readability } from "@mozilla/readability";
import type { Element, Root as Page } from "hast";
import { parseHTML } from "linkedom";
import type { Nodes, Root, RootContent } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import rehypeRemark from "rehype-remark";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { readAddress, stripTracking } from "../input/address.ts";
import { writeMarkdown } from "../markdown/write-markdown.ts";
import { removeEnds, trimEnds } from "./extract-article-ends.ts";
import { removeFurniture } from "./extract-article-furniture.ts";
import {
  attributeOf,
  isLine,
  listElements,
  type PageElement,
  parseFragment,
  removeElements,
  textOf,
} from "./read-page-tree.ts";

/** An article as markdown, and as plain text for counting. */
export interface Article {
  readonly markdown: string;
  readonly text: string;
}

const NO_ARTICLE: Article = { markdown: "", text: "" };

const printer = unified().use(rehypeStringify, { allowDangerousHtml: false }).freeze();
const converter = unified()
  .use(rehypeRemark, { quotes: ['"', "'"], newlines: false })
  .freeze();

/** So much of what Readability chose stands in the part that the article is taken from. */
const NEARLY_ALL = 0.9;
/** A part that holds this many times what Readability chose is the article, if the page marks it as that. */
const SHORTFALL = 1.5;
/** A block with this much of its words in links is a menu or a list of teasers. */
const LINKED = 0.6;

/**
 * Extracts the article. The tree loses its furniture and is not to be used afterwards; what is hidden must be gone.
 * `base` is the address that links are relative to, null where none is known. `title` is not repeated.
 */
export function extractArticle(tree: Page, base: string | null, title: string | null): Article {
  removeFurniture(tree);
  const html = findByReadability(printer.stringify(tree));
  const found = html === null ? null : parseFragment(html);
  const chosen =
    findMarkedText(tree, found ? textOf(found).length : 0) ?? (found ? findPlace(tree, found) : null);
  if (!chosen) return NO_ARTICLE;
  unwrapLayoutTables(chosen);
  const markdown = converter.runSync({ type: "root", children: chosen.children }) as unknown as Root;
  mendNodes(markdown, base);
  const blocks = trimEnds(removeEnds(markdown.children, title));
  const text = blocks.map((block) => plainText(block)).join("\n");
  return { markdown: writeMarkdown(blocks), text };
}

function findByReadability(html: string): string | null {
  const { document } = parseHTML(html);
  if (!document.body) return null;
  const article = new Readability(document as never, { disableJSONLD: true }).parse();
  return article?.content ?? null;
}

const PLACES = /^(?:html|body|main|article|section|div|td|tr|tbody|table|center|form|span)$/;

/**
 * The part of the tree that holds what Readability chose. It finds the place well, but drops short lists and
 * boxes within it, and a capture must keep every word; only what it dropped and what is all links goes.
 */
function findPlace(tree: Page, found: Page): Page | Element {
  const lines = linesOf(found);
  const kept = new Set(lines);
  const all = sumLengths(lines);
  // How much of it stands in each element, counted upwards once.
  const held = new Map<Element, number>();
  for (const element of listElements(tree)) {
    if (!isLine(element.node)) continue;
    const text = textOf(element.node);
    if (!kept.has(text)) continue;
    for (let one: PageElement | null = element; one; one = one.parent)
      held.set(one.node, (held.get(one.node) ?? 0) + text.length);
  }
  let place: Page | Element = tree;
  for (;;) {
    const children: Element[] = place.children.flatMap((child) => (child.type === "element" ? [child] : []));
    const inner = children.find((child) => (held.get(child) ?? 0) >= all * NEARLY_ALL);
    // Within a list or a paragraph there is no place for an article.
    if (!inner || !PLACES.test(inner.tagName)) break;
    place = inner;
  }
  removeElements(place, ({ node }) => {
    if (!/^(?:ul|ol|dl|div|p|table|section)$/.test(node.tagName) || linkShare(node) < LINKED) return false;
    return !linesOf(node).some((line) => kept.has(line));
  });
  return place;
}

/** In place: tables of one column, and tables with blocks in them, are layout and become plain parts. */
function unwrapLayoutTables(place: Page | Element): void {
  const walk = (node: Page | Element, isIn: boolean): void => {
    const isOut = node.type === "element" && node.tagName === "table" ? isLayout(node) : isIn;
    if (node.type === "element" && isOut && /^(?:table|tbody|thead|tfoot|tr|td|th)$/.test(node.tagName))
      node.tagName = "div";
    for (const child of node.children) if (child.type === "element") walk(child, isOut);
  };
  walk(place, true);
}

function isLayout(table: Element): boolean {
  const inside = listElements(table).map(({ node }) => node);
  const cells = (row: Element) => row.children.filter((child) => child.type === "element").length;
  const isOneColumn = inside.every((node) => node.tagName !== "tr" || cells(node) <= 1);
  return (
    isOneColumn || inside.some((node) => /^(?:table|h[1-6]|blockquote|div|ul|ol|hr)$/.test(node.tagName))
  );
}

/** The texts of paragraphs, items and headings; a line with no words but a break's is none. */
function linesOf(tree: Page | Element): string[] {
  const elements = tree.type === "element" ? [{ node: tree }, ...listElements(tree)] : listElements(tree);
  return elements
    .filter(({ node }) => isLine(node))
    .map(({ node }) => textOf(node))
    .filter((text) => text !== "");
}

function sumLengths(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function linkShare(node: Page | Element): number {
  const links = listElements(node).filter((element) => element.node.tagName === "a");
  return sumLengths(links.map((link) => textOf(link.node))) / Math.max(1, textOf(node).length);
}

/** The part that the page itself calls its article, where Readability chose much less and it is no list of links. */
function findMarkedText(tree: Page, foundLength: number): Element | null {
  const elements = listElements(tree);
  const articles = elements.filter(({ node }) => node.tagName === "article");
  const marked =
    elements.find(({ node }) => attributeOf(node, "itemProp") === "articleBody") ??
    elements.find(({ node }) => /(?:^| )e-content(?: |$)/.test(attributeOf(node, "className"))) ??
    (articles.length === 1 ? articles[0] : undefined) ??
    (articles.length === 0 ? elements.find(({ node }) => node.tagName === "main") : undefined);
  if (!marked || textOf(marked.node).length <= foundLength * SHORTFALL) return null;
  return linkShare(marked.node) > 1 / 3 ? null : marked.node;
}

/** In place: addresses whole and without tracking, words of other links bare, images out, blanks plain. */
function mendNodes(parent: Nodes, base: string | null): void {
  if (!("children" in parent)) return;
  const mended: RootContent[] = [];
  for (const child of parent.children as RootContent[]) {
    if (child.type === "image" || child.type === "imageReference" || child.type === "html") continue;
    if (child.type === "text") child.value = child.value.replace(/[\u00A0\u202F\u2009]/g, " ");
    mendNodes(child, base);
    if (child.type !== "link") mended.push(child);
    else {
      const url = resolveAddress(child.url, base);
      if (url === null || plainText(child).trim() === "") mended.push(...child.children);
      else mended.push({ ...child, url, title: null });
    }
  }
  parent.children = mended as typeof parent.children;
}

/** A link's address, whole, http or https, without tracking; null for any other. */
export function resolveAddress(href: string, base: string | null): string | null {
  const written = href.trim();
  if (written === "" || (written.startsWith("#") && base !== null)) return null;
  let url: string;
  try {
    url = base === null ? new URL(written).href : new URL(written, base).href;
  } catch {
    return null;
  }
  const address = /^https?:/i.test(url) ? readAddress(url) : null;
  return address ? stripTracking(address.url) : null;
}
