// An episode's note and its story notes -> Episode: stories in running order, grouped by segment.
// The order is the contract's alone and never the file system's.

import type { EpisodeNote } from "../notes/episode-note.ts";
import type { NamedSegment, StoryNote } from "../notes/story-note.ts";
import { compareCodePoints, makeError, makeWarning, nearestWord, type Problem } from "../problem.ts";
import type { Host, SegmentSetting, Show } from "../show.ts";

/** A note in its place in an episode. */
export type Story = StoryNote;

/** A group of stories in running order; never empty. */
export interface Segment extends SegmentSetting {
  readonly stories: readonly Story[];
}

/** One edition, ready to be told. */
export interface Episode {
  readonly note: EpisodeNote;
  readonly show: Show;
  readonly hosts: readonly Host[];
  /** Segments with stories, in the episode's order. */
  readonly segments: readonly Segment[];
  /** Slugs of held stories, which stay out of everything built. */
  readonly held: readonly string[];
}

/**
 * Orders and groups the stories of an episode. With an error `episode` is null. `unsound` are the segments
 * that stories with other errors name, so that one run tells of theirs too.
 */
export function arrangeEpisode(
  show: Show,
  note: EpisodeNote,
  stories: readonly StoryNote[],
  unsound: readonly NamedSegment[] = [],
): { readonly episode: Episode | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const settings = chooseSegments(show, note, problems);
  const told = stories.filter((story) => story.status !== "held");
  const named = stories.map(({ file, segment: id, places }) => ({ file, id, place: places.segment }));
  problems.push(...[...named, ...unsound].flatMap((segment) => inspectSegment(segment, settings)));
  for (const story of stories) problems.push(...inspectStory(story, show));

  const segments = settings
    .map((setting) => ({
      ...setting,
      stories: told.filter((story) => story.segment === setting.id).sort(compareStories),
    }))
    .filter((segment) => segment.stories.length > 0);
  note.segments?.forEach((id, index) => {
    if (settings.some((setting) => setting.id === id) && !segments.some((segment) => segment.id === id)) {
      const text = `The episode names the segment ${id}, but no story is in it: add one, or take it out of segments`;
      problems.push(makeWarning(note.file, note.places.segments[index] ?? null, "empty-segment", text));
    }
  });
  const sound = problems.every((problem) => problem.severity !== "error");
  return {
    episode: sound
      ? {
          note,
          show,
          hosts: note.hosts ?? show.hosts,
          segments,
          held: stories.filter((story) => story.status === "held").map((story) => story.slug),
        }
      : null,
    problems,
  };
}

/** All stories of an episode, in the order in which they are heard. */
export function listStories(episode: Episode): Story[] {
  return episode.segments.flatMap((segment) => segment.stories);
}

/** The error of an episode in which nothing can be told; `held` counts the stories that wait. */
export function describeNoStory(file: string, held: number): Problem {
  const why = held > 0 ? `all of its stories are held (${held})` : "there is none in its stories/ folder";
  const text = `The episode has no story, since ${why}: add one with roundup new story "A headline"`;
  return makeError(file, null, "no-story", text);
}

/** `order` ascending, stories without one after those with one, then slug by code point. */
function compareStories(a: Story, b: Story): number {
  const left = a.order ?? Number.POSITIVE_INFINITY;
  const right = b.order ?? Number.POSITIVE_INFINITY;
  return left === right ? compareCodePoints(a.slug, b.slug) : left - right;
}

function chooseSegments(show: Show, note: EpisodeNote, problems: Problem[]): SegmentSetting[] {
  if (!note.segments) return [...show.segments];
  const known = show.segments.map((segment) => segment.id);
  return note.segments.flatMap((id, index) => {
    const place = note.places.segments[index] ?? null;
    if (note.segments?.indexOf(id) !== index) {
      const text = `Unexpected second ${id} in segments, expected each segment once: delete one of the two`;
      problems.push(makeError(note.file, place, "duplicate-segment", text));
      return [];
    }
    const setting = show.segments.find((segment) => segment.id === id);
    if (!setting) {
      problems.push(makeError(note.file, place, "unknown-segment", describeUnknown(id, "segments", known)));
    }
    return setting ?? [];
  });
}

/** The error of a story whose segment is none of those that there are. */
export function inspectSegment(
  { file, id, place }: NamedSegment,
  settings: readonly SegmentSetting[],
): Problem[] {
  const known = settings.map((setting) => setting.id);
  if (known.includes(id)) return [];
  return [makeError(file, place, "unknown-segment", describeUnknown(id, "segment", known))];
}

function inspectStory(story: Story, show: Show): Problem[] {
  const problems: Problem[] = [];
  if (show.segments.some((segment) => segment.id === story.slug)) {
    const text = `Unexpected name ${story.slug}.md, expected one that is no segment's id: rename the file`;
    problems.push(makeError(story.file, null, "reserved-slug", text));
  }
  if (story.status === "held") return problems;
  if (story.status === "draft") {
    const text = "The story is still a draft: set status to ready, or to held to leave it out";
    problems.push(makeWarning(story.file, null, "draft-story", text));
  }
  if (story.sources.length === 0) {
    const text = "The story names no source: add sources with a title, a url or both";
    problems.push(makeWarning(story.file, null, "no-source", text));
  }
  return problems;
}

function describeUnknown(id: string, field: string, known: readonly string[]): string {
  const near = nearestWord(id, known);
  return `Unexpected ${field} "${id}", expected one of ${known.join(", ")}${near ? `: did you mean ${near}?` : ""}`;
}
