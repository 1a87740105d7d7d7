// A title or a name -> a slug that would do for it.

/** The form of every slug: an episode's folder, a story's file, a segment's id. */
export const SLUG = /^[a-z0-9][a-z0-9-]*$/;

/** Names that mean something else in narration. */
export const RESERVED_SLUGS: readonly string[] = ["intro", "outro"];

/**
 * Small letters without marks, digits and hyphens, cut at a word's end to `limit` characters; a number is
 * added while the slug is taken or reserved. A title without a letter or digit of Latin script gives `empty`.
 */
export function makeSlug(title: string, empty: string, taken: Iterable<string> = [], limit = 48): string {
  const unfree = new Set([...taken, ...RESERVED_SLUGS]);
  const words = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036F'’]/g, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = (words.shift() ?? empty).slice(0, limit);
  for (const word of words) {
    if (slug.length + 1 + word.length > limit) break;
    slug += `-${word}`;
  }
  let number = 2;
  let candidate = slug;
  while (unfree.has(candidate)) {
    candidate = `${slug}-${number}`;
    number += 1;
  }
  return candidate;
}
