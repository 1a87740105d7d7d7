// The notes of the inbox and today's date -> a row each, by segment and age, as a person chooses from them.

import { countDays } from "../input/calendar-date.ts";
import type { StoryNote, StoryStatus } from "../notes/story-note.ts";
import { compareCodePoints } from "../problem.ts";
import type { SegmentSetting } from "../show.ts";
import { countWords } from "../spoken/words.ts";

/** What there is of the saved texts of a story's sources; `missing` where one that is named is not there. */
export type CaptureState = "none" | "saved" | "missing" | "doubtful";

/** A story that waits. */
export interface InboxRow {
  readonly segment: string;
  readonly slug: string;
  readonly title: string;
  readonly status: StoryStatus;
  readonly publication: string | null;
  /** Since when it waits, YYYY-MM-DD: the first day on which one of its sources was read, or else published. */
  readonly since: string | null;
  /** Days from then to today, never below none. */
  readonly days: number | null;
  /** Words to be read aloud. */
  readonly words: number;
  readonly captures: CaptureState;
  /** Why a saved text is in doubt. */
  readonly doubtful: string | null;
  /** Relative to the show. */
  readonly file: string;
}

/**
 * Lists the stories by the order of the segments, then the one that waits longest first, those without a date last,
 * then by slug. The age rests on what the notes say, never on the time of a file, which git does not keep.
 */
export function listInbox(
  stories: readonly StoryNote[],
  segments: readonly SegmentSetting[],
  names: readonly string[],
  today: string,
): InboxRow[] {
  const rank = (id: string) => {
    const index = segments.findIndex((segment) => segment.id === id);
    return index < 0 ? segments.length : index;
  };
  return stories
    .map((story) => describeStory(story, names, today))
    .sort(
      (a, b) =>
        rank(a.segment) - rank(b.segment) ||
        compareCodePoints(a.segment, b.segment) ||
        compareCodePoints(a.since ?? "9999-12-31", b.since ?? "9999-12-31") ||
        compareCodePoints(a.slug, b.slug),
    );
}

function describeStory(story: StoryNote, names: readonly string[], today: string): InboxRow {
  const { sources, paragraphs } = story;
  const earliest = (dates: readonly (string | null)[]) =>
    dates.flatMap((date) => date ?? []).sort()[0] ?? null;
  const since =
    earliest(sources.map(({ accessed }) => accessed)) ?? earliest(sources.map(({ published }) => published));
  const doubtful = sources.map((source) => source.doubtful).find((reason) => reason !== null) ?? null;
  return {
    segment: story.segment,
    slug: story.slug,
    title: story.title,
    status: story.status,
    publication: sources.map(({ publication }) => publication).find((name) => name !== null) ?? null,
    since,
    days: since === null ? null : Math.max(0, countDays(today) - countDays(since)),
    words: paragraphs.reduce((sum, { text }) => sum + countWords(text), 0),
    captures: doubtful === null ? judgeCaptures(story, names) : "doubtful",
    doubtful,
    file: story.file,
  };
}

function judgeCaptures({ sources }: StoryNote, names: readonly string[]): CaptureState {
  const paths = sources.flatMap(({ capture }) => capture?.replace(/^(\.\/)+/, "") ?? []);
  if (paths.length === 0) return "none";
  return paths.every((path) => names.includes(path)) ? "saved" : "missing";
}
