// The text of a story note and a key -> the same text with that key set, and every other byte as it was.
// Holding, releasing and ordering stories must leave their authors' comments and words alone.

import { splitLines } from "../input/decode-text.ts";
import { setYamlScalar } from "../input/edit-yaml.ts";
import { splitFrontmatter } from "./split-frontmatter.ts";
import type { StoryStatus } from "./story-note.ts";

/** What may be set of a story; what is left out stays. */
export interface StoryChange {
  readonly status?: StoryStatus | undefined;
  readonly order?: number | undefined;
}

/**
 * Sets keys of a story's frontmatter in its text as it stands on the disk: a byte order mark, line ends, comments
 * and the body stay; a key that is not there comes last. Null where the frontmatter cannot be read or added to.
 */
export function editStory(written: string, { status, order }: StoryChange): string | null {
  const changes = Object.entries({ status, order });
  return changes.reduce<string | null>(
    (text, [key, value]) => (text === null || value === undefined ? text : setKey(text, key, value)),
    written,
  );
}

function setKey(written: string, key: string, value: string | number): string | null {
  const mark = written.startsWith("\uFEFF") ? "\uFEFF" : "";
  const lines = splitLines(written.slice(mark.length));
  const { note } = splitFrontmatter("", lines.join("").replace(/\r\n?/g, "\n"), true);
  if (!note) return null;
  // A line for the opening hyphens, and one for the closing ones.
  const closing = note.bodyLine - 2;
  const keys = setYamlScalar(lines.slice(1, closing).join(""), [key], value);
  return keys === null ? null : mark + lines[0] + keys + lines.slice(closing).join("");
}
