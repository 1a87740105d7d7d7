// What was asked for on the command line and all episodes of a show -> the episodes meant.

import type { EpisodeNote } from "../notes/episode-note.ts";
import { compareCodePoints, makeError, nearestWord, type Problem, UserError } from "../problem.ts";

/** An episode as it is looked up: its folder and, where its frontmatter is sound, number, title and date. */
export interface EpisodeEntry {
  readonly slug: string;
  readonly note: EpisodeNote | null;
}

/** The latest by date, then number (none is lowest), then slug. An episode that cannot be read comes first. */
export function latestEpisode(entries: readonly EpisodeEntry[]): EpisodeEntry | null {
  return [...entries].sort(compareEntries).at(-1) ?? null;
}

/**
 * Finds an episode by slug, then by number. A UserError names those there are.
 * `asked` is what was typed; a path has been turned into a slug before.
 */
export function chooseEpisode(asked: string, entries: readonly EpisodeEntry[]): EpisodeEntry {
  const bySlug = entries.find((entry) => entry.slug === asked);
  if (bySlug) return bySlug;
  if (/^\d+$/.test(asked)) {
    const byNumber = entries.filter((entry) => entry.note?.number === Number(asked));
    if (byNumber[0] && byNumber.length === 1) return byNumber[0];
    if (byNumber.length > 1) {
      const slugs = byNumber.map((entry) => entry.slug).join(", ");
      throw new UserError(
        `More than one episode has the number ${asked}: ${slugs}`,
        "Name one by its folder.",
      );
    }
  }
  const near = nearestWord(
    asked,
    entries.map((entry) => entry.slug),
  );
  const hint = near ? `Did you mean ${near}?` : `There is ${listEntries(entries)}.`;
  throw new UserError(`There is no episode "${asked}"`, hint);
}

/** Errors for a number that several episodes share; each names both files. */
export function findSharedNumbers(
  built: readonly EpisodeNote[],
  entries: readonly EpisodeEntry[],
): Problem[] {
  return built.flatMap((note) =>
    entries
      .flatMap((entry) => entry.note ?? [])
      .filter((other) => other.slug !== note.slug && other.number !== null && other.number === note.number)
      .map((other) => {
        const text = `Unexpected number ${note.number}, which ${other.file} has too, expected each number once: change one of the two`;
        return makeError(note.file, note.places.number, "duplicate-number", text);
      }),
  );
}

function compareEntries(a: EpisodeEntry, b: EpisodeEntry): number {
  return (
    compareCodePoints(a.note?.date ?? "", b.note?.date ?? "") ||
    (a.note?.number ?? -1) - (b.note?.number ?? -1) ||
    compareCodePoints(a.slug, b.slug)
  );
}

function listEntries(entries: readonly EpisodeEntry[]): string {
  const sorted = [...entries].sort(compareEntries).reverse();
  const shown = sorted
    .slice(0, 5)
    .map(({ slug, note }) => (note?.number == null ? slug : `${slug} (${note.number})`));
  return shown.join(", ") + (sorted.length > shown.length ? ` and ${sorted.length - shown.length} more` : "");
}
