// A built document -> its structure without its words, and its words without their structure,
// by parsers that did not write it: html-validate's for HTML, remark's for markdown.

import { type HtmlElement, Parser, StaticConfigLoader } from "html-validate";
import type { Nodes, Root } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parseMarkdown } from "../../src/markdown/parse-markdown.ts";

/** A document in two parts; blanks in the words are folded. */
export interface Skeleton {
  /** A tag with its attributes, or a node with what is not its words, a line each, by depth. */
  readonly structure: readonly string[];
  readonly words: readonly string[];
}

const loader = new StaticConfigLoader({ root: true, elements: ["html5"], rules: {} });
const config = await loader.getConfigFor("document.html");

/** The skeleton of a page or a fragment. Throws where text stands unescaped. */
export function skeletonOfHtml(html: string): Skeleton {
  const structure: string[] = [];
  const words: string[] = [];
  const visit = (parent: HtmlElement, depth: number): void => {
    for (const node of parent.childNodes) {
      if (node.nodeName === "#text") {
        const text = parent.nodeName === "style" ? node.textContent : decode(node.textContent);
        if (text.trim() !== "") words.push(fold(text));
        continue;
      }
      const element = node as HtmlElement;
      const attributes = element.attributes.map(({ key, value }) => `${key}=${decode(String(value ?? ""))}`);
      structure.push(`${" ".repeat(depth)}${[element.tagName, ...attributes].join(" ")}`);
      visit(element, depth + 1);
    }
  };
  visit(new Parser(config).parseHtml(html), 0);
  return { structure, words };
}

/** Decodes the few references that a serialiser writes; anything else that looks like markup is a fault. */
function decode(text: string): string {
  const known: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00A0" };
  if (text.includes("<")) throw new Error(`unescaped “<” in ${JSON.stringify(text)}`);
  return text.replace(/&(?:#x([0-9A-F]+)|(\w+));|&/gi, (whole, code?: string, name?: string) => {
    const character = code ? String.fromCodePoint(Number.parseInt(code, 16)) : known[name ?? ""];
    if (character === undefined) throw new Error(`unescaped “${whole}” in ${JSON.stringify(text)}`);
    return character;
  });
}

const commonMark = unified().use(remarkParse).freeze();

/** The skeleton of markdown as CommonMark reads it. */
export function skeletonOfMarkdown(markdown: string): Skeleton {
  return skeletonOfTree(commonMark.parse(markdown));
}

/** The skeleton of markdown with GitHub's additions, as this program reads it. */
export function skeletonOfGfm(markdown: string): Skeleton {
  const parsed = parseMarkdown({ file: "a.md", text: markdown, line: 1 });
  if (parsed.problems.length > 0) throw new Error(parsed.problems[0]?.text);
  return skeletonOfTree(parsed.tree);
}

function skeletonOfTree(tree: Root): Skeleton {
  const structure: string[] = [];
  const words: string[] = [];
  const visit = (node: Nodes, depth: number): void => {
    if (node.type === "text") {
      const before = structure.at(-1);
      const same = `${" ".repeat(depth)}text`;
      if (before === same) words.push(`${words.pop() ?? ""}${node.value}`);
      else {
        structure.push(same);
        words.push(node.value);
      }
      return;
    }
    if (node.type === "inlineCode") {
      structure.push(`${" ".repeat(depth)}code`);
      words.push(node.value);
      return;
    }
    const {
      position: _,
      children: __,
      spread: ___,
      ...rest
    } = node as Nodes & { children?: unknown; spread?: unknown };
    structure.push(" ".repeat(depth) + JSON.stringify(rest));
    if ("children" in node) for (const child of node.children) visit(child, depth + 1);
  };
  visit(tree, 0);
  return { structure, words: words.map(fold) };
}

/** Blanks folded to one and cut at the ends. */
export function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
