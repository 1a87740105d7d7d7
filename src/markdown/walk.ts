// The state of one reading of a tree: what it warns of, and whether it stands inside a script or a style.
// Speaking and the public text read by the same rules; only what they keep differs.

import type { Definition, FootnoteDefinition, Html, ListItem, Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { makeWarning, type Place, type Problem } from "../problem.ts";
import type { ParsedMarkdown } from "./parse-markdown.ts";
import { placeOf } from "./places.ts";

/** One reading. It is written to while it goes on and thrown away after. */
export interface Walk {
  readonly parsed: ParsedMarkdown;
  /** Sources that `[^id]` may name; null in the public text, which has no footnotes. */
  readonly sourceIds: readonly string[] | null;
  readonly problems: Problem[];
  readonly warned: Set<string>;
  /** The element whose content is left out, and where it begins. */
  silence: { readonly name: string; readonly place: Place } | null;
  /** Sources named in the paragraph being read. */
  references: string[];
}

/** Begins a reading. */
export function startWalk(parsed: ParsedMarkdown, sourceIds: readonly string[] | null): Walk {
  return { parsed, sourceIds, problems: [], warned: new Set(), silence: null, references: [] };
}

/** Adds a warning at a node, unless what stands there is inside a script or a style. */
export function warn(walk: Walk, node: Nodes, rule: string, text: string): void {
  if (!walk.silence)
    walk.problems.push(makeWarning(walk.parsed.file, placeOf(walk.parsed, node), rule, text));
}

/** The same, at most once a line. */
export function warnOnce(walk: Walk, node: Nodes, rule: string, text: string): void {
  const key = `${rule}:${placeOf(walk.parsed, node).line}`;
  if (walk.silence || walk.warned.has(key)) return;
  walk.warned.add(key);
  warn(walk, node, rule, text);
}

/** Elements between which words would run together if only the tag went. */
const SEPARATING =
  /^(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** Reads a piece of raw HTML: warns of a tag, begins or ends silence, and says what stands in its place. */
export function readHtml(walk: Walk, node: Html): "" | " " | "\n" {
  const [, slash, written] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(node.value) ?? [];
  const name = written?.toLowerCase() ?? "";
  if (walk.silence) {
    if (slash && name === walk.silence.name) walk.silence = null;
    return "";
  }
  if (node.value.startsWith("<!--")) return "";
  const isSilent = !slash && (name === "script" || name === "style");
  warnOnce(walk, node, "html-dropped", isSilent ? describeSilence(name) : HTML_DROPPED);
  if (isSilent) walk.silence = { name, place: placeOf(walk.parsed, node) };
  if (name === "br") return "\n";
  return SEPARATING.test(name) ? " " : "";
}

const HTML_DROPPED = "HTML is left out and the words between its tags are kept: write markdown instead";

function describeSilence(name: string): string {
  return `<${name}> and all up to </${name}> is left out: take it away`;
}

/** Follows scripts and styles through a block that is not itself read. */
export function passOver(walk: Walk, node: Nodes): void {
  visit(node, (inner) => {
    if (inner.type === "html") readHtml(walk, inner);
    else if ("value" in inner) endSilenceIn(walk, inner.value);
  });
}

/** Ends a script whose end stands in what markdown takes for code. */
export function endSilenceIn(walk: Walk, value: string): void {
  if (walk.silence && value.toLowerCase().includes(`</${walk.silence.name}`)) walk.silence = null;
}

/** Ends a reading: a script or style that is still open has swallowed the rest. */
export function endWalk(walk: Walk): readonly Problem[] {
  if (!walk.silence) return walk.problems;
  const { name, place } = walk.silence;
  const text = `<${name}> is not closed, so all that follows is left out: take it away`;
  return [...walk.problems, makeWarning(walk.parsed.file, place, "html-not-closed", text)];
}

/** Warns of a definition of a link that nothing uses, or whose title has words. */
export function readDefinition(walk: Walk, node: Definition): void {
  const { links, usedLinks } = walk.parsed.definitions;
  if (links.get(node.identifier) !== node)
    warn(
      walk,
      node,
      "unused-definition",
      "This address is defined before, and the first counts: take one away",
    );
  else if (!usedLinks.has(node.identifier)) warn(walk, node, "unused-definition", UNUSED_LINK);
  else warnOfTitle(walk, node, node.title);
}

const UNUSED_LINK =
  "Markdown reads this as the address of a link, and no link uses it, so it is left out: take it away, or put a backslash before its “[”";

/** Warns of a definition of a footnote that nothing uses. */
export function readFootnoteDefinition(walk: Walk, node: FootnoteDefinition): void {
  const { footnotes, usedFootnotes } = walk.parsed.definitions;
  const isUsed = footnotes.get(node.identifier) === node && usedFootnotes.has(node.identifier);
  if (!isUsed)
    warn(
      walk,
      node,
      "unused-definition",
      "No sentence refers to this footnote, and it is left out: take it away",
    );
}

/** Warns of a link's title that has words, since titles are left out. */
export function warnOfTitle(walk: Walk, node: Nodes, title: string | null | undefined): void {
  if (title && /[\p{L}\p{N}]/u.test(title))
    warn(walk, node, "link-title", "The title of a link is left out: put its words into the text");
}

/** Warns that the box of a task is left out. */
export function warnOfTaskBox(walk: Walk, item: ListItem): void {
  if (typeof item.checked === "boolean")
    warn(walk, item, "task-box", "The box before this item is left out: write what it means in words");
}
