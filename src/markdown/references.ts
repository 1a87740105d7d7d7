// `[^id]` -> the source whose id it names, or a warning that says which was meant.
// It binds a sentence to a source and is never heard.

import type { FootnoteReference } from "mdast";
import { nearestWord } from "../problem.ts";
import { type Walk, warn } from "./walk.ts";

/** Adds the source that a footnote reference names to the paragraph's; what names nothing is warned of. */
export function readFootnoteReference(walk: Walk, node: FootnoteReference): void {
  if (walk.silence) return;
  const { sourceIds } = walk;
  if (!sourceIds) {
    warn(walk, node, "footnote-not-shown", "Footnotes are left out here: write what they say into the text");
    return;
  }
  const { footnotes, privateFootnotes } = walk.parsed.definitions;
  const written = node.label ?? node.identifier;
  const source =
    sourceIds.find((id) => id === written) ??
    sourceIds.find((id) => id.toLowerCase() === written.toLowerCase());
  if (source !== undefined) {
    if (!walk.references.includes(source)) walk.references.push(source);
    return;
  }
  if (footnotes.has(node.identifier)) return;
  if (privateFootnotes.has(node.identifier)) {
    const text =
      "The footnote that this names is defined under Notes, which is private: name a source, or define it elsewhere";
    warn(walk, node, "unknown-reference", text);
    return;
  }
  const known = [...sourceIds, ...[...footnotes.values()].map((note) => note.label ?? note.identifier)];
  const nearest = nearestWord(written, known);
  const advice = nearest ? `did you mean “[^${nearest}]”?` : "give a source this id, or take it away";
  warn(walk, node, "unknown-reference", `“[^${written}]” names neither a source nor a footnote: ${advice}`);
}
