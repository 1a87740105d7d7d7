// Episode and narration -> Script: all that is spoken, in order, with its timings and its sources.

import { type Episode, listStories, type Segment, type Story } from "../episode/episode.ts";
import {
  type HeardSource,
  type NumberedSource,
  numberSources,
  sourceOfLink,
} from "../episode/number-sources.ts";
import { joinParagraphs, type Paragraph } from "../markdown/speak.ts";
import type { Pauses } from "../show.ts";
import { type Reading, readTime, roundTenth } from "../spoken/read-time.ts";
import { countSpokenWords } from "../spoken/sayings.ts";
import { makeVoice, type Voice } from "../spoken/voice.ts";
import type { Narration, NarrationSection, Origin } from "./narration.ts";

export type PassageKind = "intro" | "segment" | "segue" | "story" | "outro";

/** What is said at one place, without a break. */
export interface Passage {
  readonly kind: PassageKind;
  /** `intro`, `outro`, a segment's id or a story's slug. */
  readonly place: string;
  readonly segment: string | null;
  readonly story: string | null;
  readonly origin: Origin;
  readonly paragraphs: readonly Paragraph[];
  /** True for a segue whose last paragraph and the story's first are one. */
  readonly runsIn: boolean;
  /** Words as they are said. */
  readonly words: number;
  /** Seconds to say it. */
  readonly seconds: number;
  /** Seconds from the start of the episode, pauses counted. */
  readonly start: number;
  readonly end: number;
}

/** All that is spoken, in order. */
export interface Script {
  readonly episode: Episode;
  readonly passages: readonly Passage[];
  readonly sources: readonly NumberedSource[];
  readonly words: number;
  /** Paragraphs that were dropped to fit the time. */
  readonly dropped: number;
  /** The running time in seconds: words by the rate, and pauses. */
  readonly seconds: number;
}

type Untimed = Omit<Passage, "words" | "seconds" | "start" | "end">;

/** Joins an episode and its narration. A place without narration has no passage. */
export function makeScript(episode: Episode, narration: Narration): Script {
  const untimed = [
    ...narrate("intro", "intro", null, null, narration),
    ...episode.segments.flatMap((segment) => [
      ...narrate("segment", segment.id, segment.id, null, narration),
      ...segment.stories.flatMap((story) => tellStory(segment, story, narration)),
    ]),
    ...narrate("outro", "outro", null, null, narration),
  ];
  const passages = timePassages(untimed, readingOf(episode), findVoices(episode));
  return {
    episode,
    passages,
    sources: numberSources(hearSources(episode, passages)),
    words: passages.reduce((sum, passage) => sum + passage.words, 0),
    dropped: [...listStories(episode), ...narration.values()].reduce(
      (sum, one) => sum + one.dropped.length,
      0,
    ),
    seconds: passages.at(-1)?.end ?? 0,
  };
}

/** The voice of each place: a story's own names are said in its segue too; null is any place without a story. */
export function findVoices(episode: Episode): (story: string | null) => Voice {
  const general = makeVoice(episode.show);
  const own = new Map(
    listStories(episode)
      .filter((story) => Object.keys(story.say).length > 0)
      .map((story) => [story.slug, makeVoice(episode.show, story.say)]),
  );
  return (story) => own.get(story ?? "") ?? general;
}

/** The rate and pauses for an episode: its first host's own rate, else the show's. */
export function readingOf(episode: Episode): Reading {
  const { reading } = episode.show;
  return { ...reading, wordsPerMinute: episode.hosts[0]?.wordsPerMinute ?? reading.wordsPerMinute };
}

/** Passages as they are printed: a segue that runs in is one paragraph with the story's first. */
export function joinRunIns(passages: readonly Passage[]): Paragraph[] {
  const joined: Paragraph[] = [];
  let runsIn = false;
  for (const passage of passages) {
    passage.paragraphs.forEach((paragraph, index) => {
      const last = joined.at(-1);
      if (runsIn && index === 0 && last) joined[joined.length - 1] = joinParagraphs(last, paragraph);
      else joined.push(paragraph);
    });
    runsIn = passage.runsIn;
  }
  return joined;
}

function narrate(
  kind: PassageKind,
  place: string,
  segment: string | null,
  story: string | null,
  narration: Narration,
): Untimed[] {
  const section: NarrationSection | undefined = narration.get(place);
  if (!section || section.paragraphs.length === 0) return [];
  const { origin, paragraphs } = section;
  return [{ kind, place, segment, story, origin, paragraphs, runsIn: false }];
}

function tellStory(segment: Segment, story: Story, narration: Narration): Untimed[] {
  const first = story.paragraphs[0];
  const segue = narrate("segue", story.slug, segment.id, story.slug, narration).map((passage) => ({
    ...passage,
    runsIn: passage.paragraphs.at(-1)?.kind === "plain" && first?.kind === "plain",
  }));
  if (!first) return segue;
  const told: Untimed = {
    kind: "story",
    place: story.slug,
    segment: segment.id,
    story: story.slug,
    origin: "person",
    paragraphs: story.paragraphs,
    runsIn: false,
  };
  return [...segue, told];
}

function timePassages(
  untimed: readonly Untimed[],
  reading: Reading,
  voiceOf: (story: string | null) => Voice,
): Passage[] {
  let clock = 0;
  return untimed.map((passage, index) => {
    const voice = voiceOf(passage.story);
    const words = passage.paragraphs.reduce((sum, { text }) => sum + countSpokenWords(text, voice), 0);
    const seconds = readTime(words, passage.paragraphs.length, reading);
    const silence = silenceBefore(passage, untimed[index - 1]);
    const start = roundTenth(clock + (silence === null ? 0 : reading.pause[silence]));
    clock = roundTenth(start + seconds);
    return { ...passage, words, seconds, start, end: clock };
  });
}

/** The longest silence that the place asks for: a new segment, a new story, else a new paragraph; null is none. */
export function silenceBefore(
  passage: Pick<Passage, "segment" | "story">,
  before: Pick<Passage, "segment" | "story" | "runsIn"> | undefined,
): keyof Pauses | null {
  if (!before || before.runsIn) return null;
  if (passage.segment !== before.segment) return "segment";
  if (passage.story !== before.story && before.story !== null) return "story";
  return "paragraph";
}

/** Sources in the order heard: a link of the intro belongs to the first segment, one of the outro to none. */
function hearSources(episode: Episode, passages: readonly Passage[]): HeardSource[] {
  const firstSegment = episode.segments[0]?.id ?? null;
  const mention = (passage: Passage, segment: string | null): HeardSource[] =>
    passage.paragraphs
      .flatMap((paragraph) => paragraph.links)
      .map((link) => ({ segment, story: passage.story, listed: false, source: sourceOfLink(link) }));
  const byPlace = new Map(passages.map((passage) => [`${passage.kind} ${passage.place}`, passage]));
  const heardAt = (kind: PassageKind, place: string, segment: string | null) => {
    const passage = byPlace.get(`${kind} ${place}`);
    return passage ? mention(passage, segment) : [];
  };
  return [
    ...heardAt("intro", "intro", firstSegment),
    ...episode.segments.flatMap((segment) => [
      ...heardAt("segment", segment.id, segment.id),
      ...segment.stories.flatMap((story) => [
        ...heardAt("segue", story.slug, segment.id),
        ...story.sources.map((source) => ({ segment: segment.id, story: story.slug, listed: true, source })),
        ...heardAt("story", story.slug, segment.id),
      ]),
    ]),
    ...heardAt("outro", "outro", null),
  ];
}
