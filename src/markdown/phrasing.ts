// The inline nodes of a block -> leaves: text, what wraps it, its links checked, the rest warned of.
// The one place that decides what becomes of each inline node, for speech and for the public text.

import type { Emphasis, Link, LinkReference, PhrasingContent, Strong } from "mdast";
import { readAddress } from "../input/address.ts";
import type { Leaf, Wrapper } from "./leaves.ts";
import { foldLeaves } from "./leaves.ts";
import { placeOf, sourceOf } from "./places.ts";
import { readFootnoteReference } from "./references.ts";
import { endSilenceIn, readHtml, type Walk, warn, warnOfTitle, warnOnce } from "./walk.ts";

type Path = readonly Wrapper[];

/** Reads inline nodes and folds their blanks. */
export function readPhrasing(walk: Walk, nodes: readonly PhrasingContent[]): Leaf[] {
  const leaves = foldLeaves(readAll(walk, nodes, [], false));
  return leaves.map((leaf) => {
    const value = removeCredentials(leaf.value);
    const first = nodes[0];
    if (value !== leaf.value && first) warnOnce(walk, first, "address-credentials", CREDENTIALS);
    return value === leaf.value ? leaf : { ...leaf, value };
  });
}

/** Takes the name and password out of every address that stands in plain text. */
export function removeCredentials(text: string): string {
  return text.replace(/(:\/\/)[^\s/?#\\]*@/g, "$1");
}

/** What is said where an address has a name or password. */
export const CREDENTIALS = "An address has a name or password in it, which is left out: take it away";

function readAll(walk: Walk, nodes: readonly PhrasingContent[], path: Path, inWord: boolean): Leaf[] {
  const leaves: Leaf[] = [];
  for (const node of nodes) {
    // What follows `ftp://name:` is taken for a mail address: it is the rest of an address with a password.
    const isRest = node.type === "link" && /:\/\/[^\s/?#\\]*$/.test(leaves.at(-1)?.value ?? "");
    const read = isRest ? readAll(walk, node.children, path, inWord) : readOne(walk, node, path, inWord);
    leaves.push(...read);
  }
  return leaves;
}

function readOne(walk: Walk, node: PhrasingContent, path: Path, inWord: boolean): Leaf[] {
  switch (node.type) {
    case "text":
      return walk.silence ? [] : [{ kind: "text", value: node.value, path }];
    case "inlineCode":
      if (!walk.silence) return [{ kind: "code", value: node.value, path }];
      endSilenceIn(walk, node.value);
      return [];
    case "emphasis":
    case "strong":
      return readStress(walk, node, path, inWord);
    case "link":
      return readLink(walk, node, node.url, node.title, path, inWord);
    case "linkReference":
      return readLinkReference(walk, node, path, inWord);
    case "break":
      return walk.silence ? [] : [{ kind: "break", value: "", path }];
    case "html":
      return readTag(readHtml(walk, node), path);
    case "delete":
      warn(walk, node, "struck-out", "Struck-out words are kept: take them away, or the “~~” marks");
      return readAll(walk, node.children, path, inWord);
    case "image":
    case "imageReference":
      if (walk.sourceIds)
        warn(
          walk,
          node,
          "image-not-spoken",
          "An image is not spoken, nor its description: write what is to be said",
        );
      else warn(walk, node, "image-not-shown", "An image is left out: link to it instead");
      return [];
    case "footnoteReference":
      readFootnoteReference(walk, node);
      return [];
    default:
      warn(
        walk,
        node,
        "not-spoken",
        "This is markdown that is not known here, and is left out: write plain paragraphs",
      );
      return [];
  }
}

function readTag(instead: "" | " " | "\n", path: Path): Leaf[] {
  if (instead === "\n") return [{ kind: "break", value: "", path }];
  return instead === "" ? [] : [{ kind: "text", value: instead, path }];
}

/** Marks inside a word or a sum (`5*3*2`) are no stress: they stay as written. */
function readStress(walk: Walk, node: Emphasis | Strong, path: Path, inWord: boolean): Leaf[] {
  if (!inWord && !standsInWord(walk, node))
    return readAll(walk, node.children, [...path, { type: node.type }], false);
  const source = sourceOf(walk.parsed.text, node);
  const marks = source.slice(0, node.type === "strong" ? 2 : 1);
  const leaves = readAll(walk, node.children, path, true);
  if (!inWord && !/\p{N}/u.test(neighboursOf(walk, node) + source))
    warn(
      walk,
      node,
      "emphasis-in-word",
      "Marks inside a word are kept as written: take them away, or mark the whole word",
    );
  return walk.silence
    ? leaves
    : [{ kind: "text", value: marks, path }, ...leaves, { kind: "text", value: marks, path }];
}

function neighboursOf(walk: Walk, node: Emphasis | Strong): string {
  const { text } = walk.parsed;
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  return `${text.slice(Math.max(0, start - 1), start)}${text.slice(end, end + 1)}`;
}

function standsInWord(walk: Walk, node: Emphasis | Strong): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(neighboursOf(walk, node));
}

function readLinkReference(walk: Walk, node: LinkReference, path: Path, inWord: boolean): Leaf[] {
  const { links } = walk.parsed.definitions;
  const definition = links.get(node.identifier);
  if (definition) return readLink(walk, node, definition.url, null, path, inWord);
  warn(
    walk,
    node,
    "private-link",
    "The address of this link is defined under Notes, which is private: only the words are kept. Define it elsewhere",
  );
  return readAll(walk, node.children, path, inWord);
}

function readLink(
  walk: Walk,
  node: Link | LinkReference,
  url: string,
  title: string | null | undefined,
  path: Path,
  inWord: boolean,
): Leaf[] {
  if (walk.silence) return readAll(walk, node.children, path, inWord);
  const address = readAddress(url);
  warnOfTitle(walk, node, title);
  if (address?.hadCredentials) warnOnce(walk, node, "address-credentials", CREDENTIALS);
  if (!address) {
    const problem =
      "The address of this link is left out and its words are kept: it must be a whole http, https or mailto address";
    warn(walk, node, "bad-address", problem);
    return readAll(walk, node.children, path, inWord);
  }
  const key = address.kind === "web" ? address.key : null;
  const wrapper: Wrapper = { type: "link", url: address.url, key, place: placeOf(walk.parsed, node) };
  const leaves = readAll(walk, node.children, [...path, wrapper], inWord);
  if (foldLeaves(leaves).length === 0)
    warn(walk, node, "empty-link", "A link without words is left out: write the words that are to be read");
  return leaves;
}
