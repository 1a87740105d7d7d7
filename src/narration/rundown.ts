// Script -> rundown: what is heard in running order with its timings, a row each.

import { listStories } from "../episode/episode.ts";
import { formatDuration } from "../input/duration.ts";
import { roundTenth } from "../spoken/read-time.ts";
import type { Passage, Script } from "./script.ts";

/** One row: the intro, a segment's own narration, a story with its segue, or the outro. */
export interface RundownRow {
  readonly kind: "intro" | "segment" | "story" | "outro";
  readonly segment: string | null;
  /** The story's slug; null for other rows. */
  readonly slug: string | null;
  readonly title: string;
  readonly words: number;
  /** Seconds to say it, without the pause before it. */
  readonly seconds: number;
  /** The clock, in seconds from the start of the episode. */
  readonly start: number;
  readonly end: number;
  /** What a model did of its narration: wrote it, wrote what a person edited, or nothing. */
  readonly drafted: "drafted" | "edited" | null;
}

/** The rows of an episode, its running time, and how far it is over its target (under it: negative). */
export interface Rundown {
  readonly rows: readonly RundownRow[];
  readonly words: number;
  readonly seconds: number;
  readonly target: number | null;
  readonly over: number | null;
}

/** A row and the passages that are heard in it. */
export interface RowPassages {
  readonly row: RundownRow;
  readonly passages: readonly Passage[];
}

/** Makes the rundown of a script. */
export function makeRundown(script: Script): Rundown {
  const { target } = script.episode.note;
  const over = target === null ? null : Math.round(script.seconds - target);
  const rows = listRows(script).map(({ row }) => row);
  return { rows, words: script.words, seconds: script.seconds, target, over };
}

/** The rows of a script with their passages, in order. A segue is part of its story's row. */
export function listRows({ episode, passages }: Script): RowPassages[] {
  const segmentTitles = new Map(episode.segments.map((segment) => [segment.id, segment.title]));
  const storyTitles = new Map(listStories(episode).map((story) => [story.slug, story.title]));
  const rows: RowPassages[] = [];
  for (const passage of passages) {
    const kind = passage.kind === "segue" ? "story" : passage.kind;
    const last = rows.at(-1);
    if (last && kind === "story" && last.row.slug === passage.story) {
      const words = last.row.words + passage.words;
      const seconds = roundTenth(passage.end - last.row.start);
      const row = { ...last.row, words, seconds, end: passage.end };
      rows[rows.length - 1] = { row, passages: [...last.passages, passage] };
      continue;
    }
    const title =
      kind === "story"
        ? storyTitles.get(passage.story ?? "")
        : kind === "segment"
          ? segmentTitles.get(passage.place)
          : { intro: "Intro", outro: "Outro" }[kind];
    const row = {
      kind,
      segment: passage.segment,
      slug: passage.story,
      title: title ?? passage.place,
      words: passage.words,
      seconds: passage.seconds,
      start: passage.start,
      end: passage.end,
      drafted: passage.origin === "drafted" || passage.origin === "edited" ? passage.origin : null,
    };
    rows.push({ row, passages: [passage] });
  }
  return rows;
}

/** "0:28 under the target of 9:00", "on the target of 9:00", or "" without one. */
export function describeOver(seconds: number, target: number | null): string {
  if (target === null) return "";
  const over = Math.round(seconds - target);
  const wanted = `the target of ${formatDuration(target)}`;
  if (over === 0) return `on ${wanted}`;
  return `${formatDuration(over)} ${over > 0 ? "over" : "under"} ${wanted}`;
}
