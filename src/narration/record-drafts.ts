// narration.md as it stands and what was drafted -> its new text, in which every drafted passage is recorded.
// Who wrote a passage is known from here on by its digest alone.

import { escapeMarkdown } from "../markdown/write-markdown.ts";
import type { DraftPlace } from "./brief.ts";
import { setFrontmatterKey } from "./edit-frontmatter.ts";
import { BUILT_IN_MODEL, type DraftEntry, type Drafts, digestPassage } from "./narration.ts";
import { changePassages } from "./write-narration.ts";

/** What is to stand at a place. */
export interface NewPassage {
  readonly place: DraftPlace;
  /** As markdown; null where a title or summary is only recorded, since it stands in another file. */
  readonly words: string | null;
  /** The text whose digest is recorded: the words, or the title or summary. */
  readonly digested: string;
  /** The model that wrote it, or `built-in`. */
  readonly model: string;
  /** The model whose passage was refused. */
  readonly refused: string | null;
}

/** Plain text, paragraphs parted by empty lines, as markdown that says just that. */
export function writePassage(text: string): string {
  return text.split("\n\n").map(escapeMarkdown).join("\n\n");
}

/**
 * Writes passages and their record into narration.md, whose text may be null where there is no file. `abandoned`
 * are places that are no more, whose words were a machine's: they are taken out. Null where the file cannot be edited.
 */
export function recordDrafts(
  written: string | null,
  drafts: Drafts,
  passages: readonly NewPassage[],
  abandoned: readonly string[],
  order: readonly string[],
  date: string,
): string | null {
  const changes = new Map<string, string | null>(abandoned.map((place) => [place, null]));
  const entries = new Map(drafts);
  for (const place of abandoned) entries.delete(place);
  for (const { place, words, digested, model, refused } of passages) {
    if (words !== null) changes.set(place.place, words);
    entries.set(place.place, {
      model,
      date: model === BUILT_IN_MODEL ? null : date,
      after: model === BUILT_IN_MODEL ? null : place.after,
      refused,
      sha256: digestPassage(digested),
    });
  }
  const changed = changePassages(written ?? "", changes, order);
  if (changed === null) return null;
  const sorted = [...entries].sort(([a], [b]) => rank(a, order) - rank(b, order));
  const lines = sorted.length === 0 ? null : ["drafts:", ...sorted.map(writeEntry)];
  return setFrontmatterKey(changed, "drafts", lines);
}

/** Places in the order heard, then the others as they stood. */
function rank(place: string, order: readonly string[]): number {
  const index = order.indexOf(place);
  return index < 0 ? order.length : index;
}

function writeEntry([place, entry]: readonly [string, DraftEntry]): string {
  const keys = (["model", "date", "after", "refused", "sha256"] as const).flatMap((key) =>
    entry[key] === null ? [] : [`${key}: ${writeWord(entry[key])}`],
  );
  return `  ${writeWord(place)}: { ${keys.join(", ")} }`;
}

/** A word as YAML reads it back: in quotes where it could be read as anything but this text. */
function writeWord(word: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(word);
  const isPlain = /^[A-Za-z][\w.-]*$/.test(word) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word);
  // A digest of digits and one "e" would be a number.
  const isDigest = /^[0-9a-f]{64}$/.test(word) && /[a-df]/.test(word);
  return isDate || isPlain || isDigest ? word : JSON.stringify(word);
}
