// The text of narration.md and two slugs -> the same text with the place renamed, and nothing else changed.

import { isMap, isScalar, parseDocument } from "yaml";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { splitSections } from "../markdown/sections.ts";
import { splitFrontmatter } from "../notes/split-frontmatter.ts";

/** Renames a story's section and its entry under `drafts`. A file that cannot be read comes back as it is. */
export function renamePlace(text: string, from: string, to: string): string {
  const { note } = splitFrontmatter("narration.md", text, false);
  if (!note) return text;
  const lines = text.split("\n");
  const parsed = parseMarkdown({ file: "narration.md", text: note.body, line: note.bodyLine });
  for (const section of splitSections(parsed).sections) {
    if (section.heading.trim().toLowerCase() !== from) continue;
    const index = section.place.line - 1;
    const written = lines[index] ?? "";
    const renamed = written.replace(section.heading.trim(), to);
    // A heading may be spelt otherwise than it reads, as with an entity: it is written anew.
    lines[index] = renamed !== written ? renamed : /^ {0,3}#/.test(written) ? `## ${to}` : to;
  }
  const keys = parseDocument(note.frontmatter, { stringKeys: true }).get("drafts", true);
  const pair = isMap(keys)
    ? keys.items.find((item) => isScalar(item.key) && item.key.value === from)
    : undefined;
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  if (!range) return lines.join("\n");
  const key = note.frontmatter.slice(range[0], range[1]).replace(from, to);
  const frontmatter = note.frontmatter.slice(0, range[0]) + key + note.frontmatter.slice(range[1]);
  const before = lines.slice(0, note.frontmatterLine - 1);
  const after = lines.slice(note.frontmatterLine - 1 + note.frontmatter.split("\n").length);
  return [...before, frontmatter, ...after].join("\n");
}
