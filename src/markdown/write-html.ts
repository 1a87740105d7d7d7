// Markdown nodes -> HTML of the few tags that a page, or a podcast feed, may carry.
// Every word is escaped by the serialiser and every tag is on a list, whatever the nodes hold.

import type { Root as HastRoot } from "hast";
import type { ListItem, Paragraph as ParagraphNode, PhrasingContent, Root, RootContent } from "mdast";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { isPhrasing, prepareBlocks } from "./prepare-html.ts";
import type { Paragraph } from "./speak.ts";

/** Which tags may be used: those of a page, or those that Apple's and other podcast directories keep. */
export type HtmlProfile = "page" | "feed";

const BLOCKS = ["p", "ol", "ul", "li"];
const PAGE_BLOCKS = ["blockquote", "h2", "h3", "h4", "h5", "h6", "hr", "pre"];
const TABLE = ["table", "thead", "tbody", "tr", "th", "td"];

const PROCESSORS = {
  page: makeProcessor([...BLOCKS, ...PAGE_BLOCKS, ...TABLE, "a", "em", "strong", "code", "br"]),
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

function makeProcessor(tagNames: string[]) {
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
    .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
    .freeze();
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
