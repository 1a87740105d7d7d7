// Sources as they are heard -> the numbered list: each source once, in the order in which it is first heard.

import type { Source } from "../notes/story-note.ts";

/** A source at the moment when it is heard: listed by a story, or mentioned as a link in what is said. */
export interface HeardSource {
  /** The segment to which it belongs; null after the last one. */
  readonly segment: string | null;
  /** The story that lists or mentions it, or that the narration leads into; null for others. */
  readonly story: string | null;
  readonly listed: boolean;
  readonly source: Source;
}

/** One entry of the links and sources. */
export interface NumberedSource {
  /** From 1. */
  readonly number: number;
  /** The segment in which it is first heard. */
  readonly segment: string | null;
  /** False where it is only a link in the text. */
  readonly listed: boolean;
  readonly source: Source;
  /** Slugs of the stories that list or mention it, in spoken order. */
  readonly stories: readonly string[];
}

/**
 * Numbers sources. Two are the same if their addresses are (see `readAddress`), or, without an address,
 * if title, authors and publication are. What is listed counts for more than what is mentioned.
 */
export function numberSources(heard: readonly HeardSource[]): NumberedSource[] {
  const entries = new Map<string, NumberedSource>();
  for (const { segment, story, listed, source } of heard) {
    const key = sourceKey(source);
    const known = entries.get(key);
    const stories = known?.stories ?? [];
    entries.set(key, {
      number: known?.number ?? entries.size + 1,
      segment: known ? known.segment : segment,
      listed: listed || (known?.listed ?? false),
      source: known && (known.listed || !listed) ? known.source : source,
      stories: story === null || stories.includes(story) ? stories : [...stories, story],
    });
  }
  return [...entries.values()];
}

/** The entries of each story, by slug, in the order of their numbers. */
export function groupByStory(
  entries: readonly NumberedSource[],
): ReadonlyMap<string, readonly NumberedSource[]> {
  const groups = new Map<string, NumberedSource[]>();
  for (const entry of entries) {
    for (const slug of entry.stories) groups.set(slug, [...(groups.get(slug) ?? []), entry]);
  }
  return groups;
}

/** A link in what is said, as a source: its words are its title. */
export function sourceOfLink(link: {
  readonly url: string;
  readonly key: string;
  readonly text: string;
}): Source {
  return {
    id: null,
    title: link.text === "" ? null : link.text,
    url: link.url,
    key: link.key,
    authors: [],
    authorRole: null,
    publication: null,
    published: null,
    accessed: null,
    access: null,
    archive: null,
    capture: null,
    doubtful: null,
  };
}

function sourceKey(source: Source): string {
  if (source.key !== null) return source.key;
  return JSON.stringify([source.title, source.authors, source.publication]).toLowerCase();
}
