// Markdown nodes and plain text -> markdown that means just that, in this program and in others.
// The built markdown is read by people, published as it stands, and must say what was said.

import type { Root, RootContent } from "mdast";
import type { Info, State } from "mdast-util-to-markdown";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { readAddress } from "../input/address.ts";
import { removeUnseenCharacters } from "../input/characters.ts";

const processor = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(function escapeFootnoteCalls() {
    const data = this.data();
    // In a link's words that begin with a caret, `[^` would begin a footnote reference.
    const unsafe = [{ before: "\\[", character: "^", inConstruct: "phrasing" as const }];
    data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), { unsafe }];
  })
  .use(remarkStringify, {
    handlers: { root: writeRoot },
    bullet: "-",
    emphasis: "*",
    fence: "`",
    fences: true,
    incrementListMarker: true,
    listItemIndent: "one",
    rule: "-",
    strong: "*",
  })
  .freeze();

/** An ampersand is escaped only where it would begin an entity, and not in every "R&D" and address. */
const ENTITY = "#?[A-Za-z0-9]*(?:;|$)";
const ENTITY_START = new RegExp(`&(?=${ENTITY})`, "g");

/** The document with our rule for ampersands in place of the library's; its children are blocks. */
function writeRoot(node: Root, _parent: unknown, state: State, info: Info): string {
  state.unsafe = state.unsafe.map((pattern) =>
    pattern.character === "&"
      ? { character: "&", after: ENTITY, inConstruct: pattern.inConstruct ?? [] }
      : pattern,
  );
  return state.containerFlow(node, info);
}

/** Writes nodes as markdown, without a line feed at the end. */
export function writeMarkdown(nodes: readonly RootContent[]): string {
  const tree: Root = { type: "root", children: [...nodes] };
  return processor.stringify(tree).replace(/\n+$/, "");
}

/**
 * Writes one line of plain text as markdown that means just that text: at the start of a paragraph, of a
 * heading or of a list's item, and as the words of a link. Blanks are folded, unseen characters left out.
 */
export function escapeMarkdown(text: string): string {
  return removeUnseenCharacters(text)
    .replace(/[ \t\r\n]+/g, " ")
    .replace(/^ | $/g, "")
    .replace(/[\\`*[\]<>~|@]/g, "\\$&")
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
    .replace(ENTITY_START, "\\&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/(?<=www)\./gi, "\\.")
    .replace(/(?<=^| |#)#/g, "\\#")
    .replace(/^[-+=:^]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/!$/, "\\!");
}

/** Writes a link, or its words alone if there is no address that may be published. */
export function writeMarkdownLink(text: string, url: string | null): string {
  const address = url === null ? null : readAddress(url);
  if (!address) return escapeMarkdown(text);
  const destination = address.url.replace(/[\\()<>]/g, "\\$&").replace(ENTITY_START, "\\&");
  return `[${escapeMarkdown(text.trim() === "" ? address.url : text)}](${destination})`;
}
