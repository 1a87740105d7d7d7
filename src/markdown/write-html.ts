// Markdown nodes -> HTML of the few tags that a page, or a podcast feed, may carry.
// Every word is escaped by the serialiser and every tag is on a list, whatever the nodes hold.

import type { Element, Root as HastRoot } from "hast";
import type { ListItem, Paragraph as ParagraphNode, PhrasingContent, Root, RootContent } from "mdast";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { isPhrasing, prepareBlocks } from "./prepare-html.ts";
import type { Paragraph } from "./speak.ts";

/**
 * Which tags may be used: those of a page, or those that Apple's and other podcast directories keep. For mail
 * they are a page's, each with a style of ours, since mail programs read no other.
 */
export type HtmlProfile = "page" | "mail" | "feed";

const BLOCKS = ["p", "ol", "ul", "li"];
const PAGE_BLOCKS = ["blockquote", "h2", "h3", "h4", "h5", "h6", "hr", "pre"];
const TABLE = ["table", "thead", "tbody", "tr", "th", "td"];

const PAGE = [...BLOCKS, ...PAGE_BLOCKS, ...TABLE, "a", "em", "strong", "code", "br"];

/** In the colours and sizes of templates/newsletter.html.hbs, whose style element adds what is for the dark. */
const MAIL_STYLES: Readonly<Record<string, string>> = {
  a: "color:#0b5a74;padding:4px 0;",
  p: "margin:0 0 16px;",
  ul: "margin:0 0 16px;padding:0 0 0 24px;",
  ol: "margin:0 0 16px;padding:0 0 0 24px;",
  li: "margin:0 0 4px;",
  blockquote: "margin:0 0 16px;padding:0 0 0 16px;border-left:2px solid #d9d6cc;",
  h2: "margin:24px 0 8px;font-size:21px;line-height:1.3;color:#20252b;",
  h3: "margin:20px 0 6px;font-size:18px;line-height:1.35;color:#20252b;",
  h4: "margin:16px 0 4px;font-size:18px;line-height:1.35;color:#20252b;",
  h5: "margin:16px 0 4px;font-size:18px;line-height:1.35;color:#20252b;",
  h6: "margin:16px 0 4px;font-size:18px;line-height:1.35;color:#20252b;",
  hr: "margin:24px 0;border:0;border-top:1px solid #d9d6cc;",
  pre: "margin:0 0 16px;white-space:pre-wrap;font-size:15px;",
  table: "margin:0 0 16px;border-collapse:collapse;font-size:15px;",
  th: "min-width:3.5em;padding:4px 12px 4px 0;text-align:left;vertical-align:top;",
  td: "min-width:3.5em;padding:4px 12px 4px 0;text-align:left;vertical-align:top;",
};

const PROCESSORS = {
  page: makeProcessor(PAGE),
  mail: makeProcessor(PAGE, MAIL_STYLES),
  feed: makeProcessor([...BLOCKS, "a"]),
} as const;

/** Writes nodes as HTML; inline nodes give a fragment without `<p>`. No line feed at the end. */
export function writeHtml(nodes: readonly (RootContent | PhrasingContent)[], profile: HtmlProfile): string {
  const processor = PROCESSORS[profile];
  const tree: Root = { type: "root", children: prepareBlocks(nodes, profile) };
  const html = processor.runSync(tree) as HastRoot;
  const [only] = html.children;
  if (nodes.every(isPhrasing) && html.children.length === 1 && only?.type === "element")
    return processor.stringify({ type: "root", children: only.children });
  return processor.stringify(html).trim();
}

function makeProcessor(tagNames: string[], styles: Readonly<Record<string, string>> = {}) {
  const schema: Schema = {
    tagNames,
    attributes: { a: ["href"], ol: ["start"] },
    protocols: { href: ["http", "https", "mailto"] },
    strip: ["script", "style"],
    clobber: [],
    ancestors: {},
    required: {},
  };
  return unified()
    .use(remarkRehype)
    .use(rehypeSanitize, schema)
    .use(() => (tree: HastRoot) => {
      visit(tree, "element", (element) => complete(element, styles));
    })
    .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
    .freeze();
}

/** Adds what is ours alone, after the author's attributes are gone: a style, and what a heading cell heads. */
function complete(element: Element, styles: Readonly<Record<string, string>>): void {
  const style = styles[element.tagName];
  if (style !== undefined) element.properties.style = style;
  if (element.tagName === "th") element.properties.scope = "col";
}

/** Paragraphs as blocks: consecutive items are one list, consecutive quotations one block quotation. */
export function blocksOf(paragraphs: readonly Paragraph[]): RootContent[] {
  const blocks: RootContent[] = [];
  for (const { kind, phrasing } of paragraphs) {
    const paragraph = { type: "paragraph" as const, children: [...phrasing] };
    const last = blocks.at(-1);
    if (kind === "plain") blocks.push(paragraph);
    else if (kind === "quote" && last?.type === "blockquote") last.children.push(paragraph);
    else if (kind === "quote") blocks.push({ type: "blockquote", children: [paragraph] });
    else if (last?.type === "list") last.children.push(makeItem(paragraph));
    else
      blocks.push({
        type: "list",
        ordered: false,
        start: null,
        spread: false,
        children: [makeItem(paragraph)],
      });
  }
  return blocks;
}

function makeItem(paragraph: ParagraphNode): ListItem {
  return { type: "listItem", spread: false, children: [paragraph] };
}
