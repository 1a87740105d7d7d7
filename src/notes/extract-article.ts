// The tree of a page -> its article in markdown: what the page said, word for word, and nothing around it.
// The capture of a source; a guard judges drafts by it, so no word may be added, bent or hidden in it.

import { Readability } from "@mozilla/readability";
import type { Root as Page } from "hast";
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
import { attributeOf, listElements, parseFragment, textOf } from "./read-page-tree.ts";

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

/** A part that holds this many times what Readability chose is the article, if it is marked as that. */
const SHORTFALL = 1.5;

/**
 * Extracts the article. The tree loses its furniture and is not to be used afterwards; what is hidden must be gone.
 * `base` is the address that links are relative to, null where none is known. `title` is not repeated.
 */
export function extractArticle(tree: Page, base: string | null, title: string | null): Article {
  removeFurniture(tree);
  const marked = findMarkedText(tree);
  const html = findByReadability(printer.stringify(tree));
  const found = html === null ? null : parseFragment(html);
  const foundLength = found ? textOf(found).length : 0;
  const chosen = marked && textOf(marked).length > foundLength * SHORTFALL ? marked : found;
  if (!chosen) return NO_ARTICLE;
  const markdown = converter.runSync(chosen) as unknown as Root;
  mendNodes(markdown, base);
  const blocks = trimEnds(removeEnds(markdown.children, title));
  const text = blocks.map((block) => plainText(block)).join("\n");
  return { markdown: writeMarkdown(blocks), text };
}

function findByReadability(html: string): string | null {
  const { document } = parseHTML(html);
  if (!document.body) return null;
  // Its types want a browser's document and do not know of `linkDensityModifier`, which keeps lists with links.
  const options = { disableJSONLD: true, linkDensityModifier: 0.2 } as object;
  const article = new Readability(document as never, options).parse();
  return article?.content ?? null;
}

/** The part that the page itself calls its article, if there is one and it is not a list of links. */
function findMarkedText(tree: Page): Page | null {
  const elements = listElements(tree);
  const articles = elements.filter(({ node }) => node.tagName === "article");
  const marked =
    elements.find(({ node }) => attributeOf(node, "itemProp") === "articleBody") ??
    elements.find(({ node }) => /(?:^| )e-content(?: |$)/.test(attributeOf(node, "className"))) ??
    (articles.length === 1 ? articles[0] : undefined) ??
    (articles.length === 0 ? elements.find(({ node }) => node.tagName === "main") : undefined);
  if (!marked) return null;
  const links = listElements(marked.node).filter(({ node }) => node.tagName === "a");
  const linked = links.reduce((sum, { node }) => sum + textOf(node).length, 0);
  return linked * 3 > textOf(marked.node).length ? null : { type: "root", children: marked.node.children };
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
