// Nodes of a parsed body -> the paragraphs that are read aloud, and a warning for all that is not.
// Nothing that an author wrote is lost in silence; this is where that promise is kept.

import type { List, ListItem, Paragraph as ParagraphNode, PhrasingContent, RootContent } from "mdast";
import type { Place, Problem } from "../problem.ts";
import { type FitMark, readFitMark } from "./fit-mark.ts";
import { buildPhrasing, foldLeaves, type Leaf, textOfLeaves } from "./leaves.ts";
import type { ParsedMarkdown } from "./parse-markdown.ts";
import { readPhrasing } from "./phrasing.ts";
import { placeOf, sourceOf } from "./places.ts";
import { findUnseen } from "./unseen.ts";
import {
  endWalk,
  passOver,
  readDefinition,
  readFootnoteDefinition,
  readHtml,
  startWalk,
  type Walk,
  warn,
  warnOfTaskBox,
} from "./walk.ts";

/** A web address that stands in spoken text, as written, with the key by which two are the same. */
export interface SpokenLink {
  readonly url: string;
  readonly key: string;
  readonly text: string;
  readonly place: Place;
}

/** A paragraph as it is spoken; `phrasing` holds text, emphasis, strong, inlineCode and link without positions. */
export interface Paragraph {
  readonly kind: "plain" | "quote" | "item";
  readonly phrasing: readonly PhrasingContent[];
  /** Exactly the plain text of `phrasing`: one line. */
  readonly text: string;
  readonly place: Place;
  /** Ids of the sources that `[^id]` names, each once. */
  readonly references: readonly string[];
  readonly links: readonly SpokenLink[];
  /** The mark that it can go, or has gone, where time is short. */
  readonly fit: FitMark | null;
}

type Kind = Paragraph["kind"];

/** Reads nodes as they are spoken. The problems have their places; those of parsing are in `parsed.problems`. */
export function speakNodes(
  parsed: ParsedMarkdown,
  nodes: readonly RootContent[],
  options: { readonly sourceIds: readonly string[] },
): { readonly paragraphs: readonly Paragraph[]; readonly problems: readonly Problem[] } {
  const walk = startWalk(parsed, options.sourceIds);
  const paragraphs = nodes.flatMap((node) => speakBlock(walk, node, null));
  return { paragraphs, problems: [...endWalk(walk), ...findUnseen(parsed, nodes)] };
}

/** Paragraphs that are spoken, and those that were dropped to fit the time. */
export function splitDropped(paragraphs: readonly Paragraph[]): {
  readonly paragraphs: readonly Paragraph[];
  readonly dropped: readonly Paragraph[];
} {
  const isDropped = ({ fit }: Paragraph) => fit?.state === "dropped";
  return {
    paragraphs: paragraphs.filter((paragraph) => !isDropped(paragraph)),
    dropped: paragraphs.filter(isDropped),
  };
}

/** Joins two paragraphs to one with one space between, as a segue runs into its story. */
export function joinParagraphs(first: Paragraph, second: Paragraph): Paragraph {
  const isApart = first.text !== "" && second.text !== "";
  const phrasing = [...first.phrasing];
  for (const node of [...(isApart ? [{ type: "text", value: " " } as const] : []), ...second.phrasing]) {
    const last = phrasing.at(-1);
    if (last?.type === "text" && node.type === "text")
      phrasing[phrasing.length - 1] = { type: "text", value: last.value + node.value };
    else phrasing.push(node);
  }
  return {
    kind: first.kind === second.kind ? first.kind : "plain",
    phrasing,
    text: `${first.text}${isApart ? " " : ""}${second.text}`,
    place: first.place,
    references: [...new Set([...first.references, ...second.references])],
    links: [...first.links, ...second.links],
    fit: null,
  };
}

function speakBlock(walk: Walk, node: RootContent, kind: Kind | null): Paragraph[] {
  switch (node.type) {
    case "paragraph":
      return speakParagraph(walk, node, kind ?? "plain", "");
    case "blockquote":
      return node.children.flatMap((child) => speakBlock(walk, child, kind ?? "quote"));
    case "list":
      return speakList(walk, node, kind);
    case "thematicBreak":
      return [];
    case "heading":
      return dropBlock(walk, node, "heading-not-spoken", describeHeading(sourceOf(walk.parsed.text, node)));
    case "code":
      return dropBlock(
        walk,
        node,
        "code-not-spoken",
        "A block of code is not spoken: write its words as a paragraph",
      );
    case "table":
      return dropBlock(
        walk,
        node,
        "table-not-spoken",
        "A table is not spoken: write what it says as sentences",
      );
    case "definition":
      readDefinition(walk, node);
      return [];
    case "footnoteDefinition":
      readFootnoteDefinition(walk, node);
      return [];
    case "html":
      readHtml(walk, node);
      return [];
    default:
      return dropBlock(
        walk,
        node,
        "not-spoken",
        "This is markdown that is not known here, and is not spoken: write plain paragraphs",
      );
  }
}

function dropBlock(walk: Walk, node: RootContent, rule: string, text: string): Paragraph[] {
  warn(walk, node, rule, text);
  passOver(walk, node);
  return [];
}

function describeHeading(source: string): string {
  const isSetext = !/^#{1,6}(?:[ \t]|$)/m.test(source.split("\n", 1)[0] ?? "");
  return isSetext
    ? "The line under this one makes it a heading, which is not spoken: put an empty line between them"
    : "A heading is not spoken: write its words as a paragraph, or take it away";
}

function speakParagraph(walk: Walk, node: ParagraphNode, kind: Kind, marker: string): Paragraph[] {
  walk.references = [];
  const fit = readFitMark(walk, node);
  // A marker stands outside a script only if its item does.
  const lead: Leaf[] =
    marker !== "" && !walk.silence ? [{ kind: "text", value: `${marker} `, path: [] }] : [];
  const leaves = foldLeaves([...lead, ...readPhrasing(walk, node.children).map(spokenLeaf)]);
  if (leaves.length === 0) {
    if (walk.references.length > 0)
      warn(
        walk,
        node,
        "reference-alone",
        "“[^…]” stands alone and binds no sentence: put it at the end of one",
      );
    return [];
  }
  return [
    {
      kind,
      phrasing: buildPhrasing(leaves),
      text: textOfLeaves(leaves),
      place: placeOf(walk.parsed, node),
      references: walk.references,
      links: findLinks(leaves),
      fit,
    },
  ];
}

/** A hard break is heard as a blank. */
function spokenLeaf(leaf: Leaf): Leaf {
  return leaf.kind === "break" ? { kind: "text", value: " ", path: leaf.path } : leaf;
}

function findLinks(leaves: readonly Leaf[]): SpokenLink[] {
  const links = new Map<object, SpokenLink>();
  for (const { value, path } of leaves) {
    for (const wrapper of path) {
      if (wrapper.type !== "link" || wrapper.key === null) continue;
      const text = (links.get(wrapper)?.text ?? "") + value;
      links.set(wrapper, { url: wrapper.url, key: wrapper.key, text, place: wrapper.place });
    }
  }
  return [...links.values()];
}

function speakList(walk: Walk, list: List, kind: Kind | null): Paragraph[] {
  const isNumbered = list.ordered === true && (list.start ?? 1) > 1;
  if (isNumbered)
    warn(
      walk,
      list,
      "list-number",
      "Markdown reads this as a list that begins at another number than 1; the numbers are spoken as written. If it is a sentence, put a backslash before the mark after the number",
    );
  return list.children.flatMap((item) => {
    warnOfTaskBox(walk, item);
    if (isNumbered) return speakNumberedItem(walk, item, kind ?? "plain");
    return item.children.flatMap((child) => speakBlock(walk, child, kind ?? "item"));
  });
}

function speakNumberedItem(walk: Walk, item: ListItem, kind: Kind): Paragraph[] {
  const marker = /^\d+[.)]/.exec(sourceOf(walk.parsed.text, item))?.[0] ?? "";
  const [first, ...rest] = item.children;
  const others = first?.type === "paragraph" ? rest : item.children;
  const head: ParagraphNode =
    first?.type === "paragraph"
      ? first
      : { type: "paragraph", children: [], ...(item.position && { position: item.position }) };
  return [
    ...speakParagraph(walk, head, kind, marker),
    ...others.flatMap((child) => speakBlock(walk, child, kind)),
  ];
}
