// The text of narration.md and two slugs -> the same text with the place renamed, and nothing else changed.

import { parseYaml } from "../input/parse-yaml.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { splitSections } from "../markdown/sections.ts";
import { splitFrontmatter } from "../notes/split-frontmatter.ts";

/**
 * Renames a story's section, its entry under `drafts`, and the `after` of what was drafted to follow it. A file
 * that cannot be read comes back as it is.
 */
export function renamePlace(text: string, from: string, to: string): string {
  const { note } = splitFrontmatter("narration.md", text, false);
  if (!note) return text;
  const yaml = parseYaml("narration.md", note.frontmatter, note.frontmatterLine);
  if (yaml.value === undefined) return text;
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
  const drafts = (yaml.value as { readonly drafts?: unknown } | null)?.drafts;
  const entries = isMapping(drafts) ? Object.entries(drafts) : [];
  const places = entries.flatMap(([place, entry]) => [
    ...(place === from ? [yaml.placeOfKey(["drafts", place])] : []),
    ...(isMapping(entry) && entry.after === from ? [yaml.placeOf(["drafts", place, "after"])] : []),
  ]);
  // From the right to the left, so that no place on a line is moved by another.
  for (const { line, column } of places.sort((a, b) => b.column - a.column)) {
    const written = lines[line - 1] ?? "";
    lines[line - 1] = written.slice(0, column - 1) + written.slice(column - 1).replace(from, to);
  }
  return lines.join("\n");
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
