// The text of a story note and the names in its folder -> which captures are the story's, and where it names them.
// A story that is renamed or moved takes its saved sources with it, and leaves those of the others.

import { isScalar, parseDocument, visit } from "yaml";
import { splitReadable } from "./split-frontmatter.ts";

/** A story as written, with line feeds and without a byte order mark. */
export interface StoryText {
  readonly slug: string;
  readonly text: string;
}

/** A `capture:` of a note's frontmatter: its path without `./`, and where its value stands in the text. */
export interface CaptureKey {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Every `capture:` of a note's frontmatter, in order; none where that cannot be read. */
export function listCaptureKeys(text: string): CaptureKey[] {
  const note = splitReadable(text, true);
  if (!note) return [];
  const before = text.indexOf("\n") + 1;
  const keys: CaptureKey[] = [];
  visit(parseDocument(note.frontmatter, { stringKeys: true }), {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.value !== "capture" || !isScalar(value) || !value.range) return;
      const path = String(value.value).replace(/^(\.\/)+/, "");
      keys.push({ path, start: before + value.range[0], end: before + value.range[1] });
    },
  });
  return keys;
}

/**
 * Of names relative to the folder, the captures that are a story's by their own name: captures/<slug>.md, or with
 * a number as <slug>-2.md. One that is another story's, by its name or by a key, is not.
 */
export function listCapturesByName(
  slug: string,
  names: readonly string[],
  others: readonly StoryText[],
): { readonly name: string; readonly tail: string }[] {
  const slugs = others.map((other) => other.slug);
  const keyed = new Set(others.flatMap(({ text }) => listCaptureKeys(text).map(({ path }) => path)));
  return names.flatMap((name) => {
    const [, stem, ending] = /^captures\/([^/]+?)(\.[a-z0-9]+)$/i.exec(name) ?? [];
    if (stem === undefined || !stem.startsWith(slug) || !/^(?:-\d+)?$/.test(stem.slice(slug.length)))
      return [];
    if (slugs.includes(stem) || keyed.has(name)) return [];
    return { name, tail: stem.slice(slug.length) + ending };
  });
}

/** Replaces a capture's path where the frontmatter names it. */
export function renameCapture(text: string, from: string, to: string): string {
  return listCaptureKeys(text)
    .filter(({ path }) => path === from)
    .reverse()
    .reduce((edited, { start, end }) => {
      return edited.slice(0, start) + edited.slice(start, end).replace(from, to) + edited.slice(end);
    }, text);
}
