// Words and trees -> what a template of one kind of document may put in as it stands.
// The one place that knows how text is written into HTML, markdown and plain text.

import type { PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { type HtmlProfile, writeHtml } from "../markdown/write-html.ts";
import { escapeMarkdown, writeMarkdown, writeMarkdownLink } from "../markdown/write-markdown.ts";
import { type SafeHtml, safeHtml } from "../template.ts";

/** A value for a template: Handlebars escapes strings in HTML, and puts safe HTML in as it stands. */
export type Written = string | SafeHtml;

/** How one kind of document is written. */
export interface Writer {
  /** One line of plain text. */
  readonly text: (plain: string) => Written;
  /** A link with its words, or the words alone without an address. */
  readonly link: (words: string, url: string | null) => Written;
  /** Paragraphs, lists and the like. */
  readonly blocks: (nodes: readonly RootContent[]) => Written;
}

/** For pages: HTML is escaped by the template, and author's markdown is made safe here. */
export const pageWriter: Writer = makeHtmlWriter("page");

/** For mail, where a link and a paragraph carry their style themselves. */
export const mailWriter: Writer = makeHtmlWriter("mail");

/** For fragments that podcast hosts keep: `p ol ul li a` alone. */
export const feedWriter: Writer = makeHtmlWriter("feed");

/** For markdown documents. */
export const markdownWriter: Writer = {
  text: escapeMarkdown,
  link: writeMarkdownLink,
  blocks: (nodes) => writeMarkdown(nodes),
};

/** For plain text: one line a paragraph, an empty line between. */
export const textWriter: Writer = {
  text: (plain) => plain,
  link: (words, url) => (url === null || url === words ? words : `${words} <${url}>`),
  blocks: (nodes) => nodes.flatMap(listTexts).join("\n\n"),
};

function makeHtmlWriter(profile: HtmlProfile): Writer {
  return {
    text: (plain) => plain,
    link: (words, url) => {
      if (url === null) return words;
      const link: PhrasingContent = { type: "link", url, children: [{ type: "text", value: words }] };
      return safeHtml(writeHtml([link], profile));
    },
    blocks: (nodes) => safeHtml(writeHtml(nodes, profile)),
  };
}

/** Each block as one line of text, a list as a line for each item with its mark. */
function listTexts(node: RootContent): string[] {
  if (node.type === "blockquote") return node.children.flatMap(listTexts);
  if (node.type === "list") {
    const first = node.start ?? 1;
    const items = node.children.map((item, index) => {
      const mark = node.ordered ? `${first + index}.` : "-";
      return `${mark} ${item.children.flatMap(listTexts).join(" ")}`;
    });
    return [items.join("\n")];
  }
  const text = textOf(node).replace(/\s+/g, " ").trim();
  return text === "" ? [] : [text];
}
