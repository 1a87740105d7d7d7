// Script -> Recording: the script as it is read aloud, with clock, cues and pronunciations.
// Every form of the script for recording, on paper or on a screen, is rendered from this one model.

import type { PhrasingContent } from "mdast";
import { groupByStory, type NumberedSource } from "../episode/number-sources.ts";
import { formatDate } from "../input/calendar-date.ts";
import { formatDuration } from "../input/duration.ts";
import type { Paragraph } from "../markdown/speak.ts";
import type { Origin } from "../narration/narration.ts";
import { describeOver, listRows } from "../narration/rundown.ts";
import { findVoices, type Passage, type PassageKind, readingOf, type Script } from "../narration/script.ts";
import { countOf, groupDigits, joinList } from "../spoken/phrases.ts";
import { roundTenth } from "../spoken/read-time.ts";
import { namesOf, replaceBySayings, type Saying } from "../spoken/saying.ts";
import { findSayings } from "../spoken/sayings.ts";
import type { Voice } from "../spoken/voice.ts";
import { countWords } from "../spoken/words.ts";
import { shortenAddress, titleOf, writeByline } from "./source-list.ts";

/** A piece of a paragraph: words that are said, or a pronunciation, which is only seen. */
export type Run =
  | { readonly kind: "words"; readonly text: string; readonly stress: "none" | "emphasis" | "strong" }
  | { readonly kind: "pronunciation"; readonly text: string };

/** A paragraph as it is read. Its times are seconds from the start of the episode. */
export interface RecordingParagraph {
  readonly kind: Paragraph["kind"];
  /** In order; the words joined are exactly `text`. A pronunciation follows its name. */
  readonly runs: readonly Run[];
  readonly text: string;
  /** What is said otherwise than written, in order. */
  readonly sayings: readonly Saying[];
  readonly words: number;
  readonly start: number;
  readonly end: number;
}

/** What is said at one place; a story has its segue and its own words apart. */
export interface RecordingPassage {
  readonly kind: PassageKind;
  readonly origin: Origin;
  /** True for a segue whose last paragraph and the story's first are read as one. */
  readonly runsIn: boolean;
  readonly paragraphs: readonly RecordingParagraph[];
}

/** One sheet: the intro, a segment's own words, a story with its segue, or the outro. */
export interface RecordingPart {
  readonly kind: "intro" | "segment" | "story" | "outro";
  /** Unique in the script, for links: `intro`, `segment-local`, `story-loti`, `outro`. */
  readonly id: string;
  /** The story's slug; null for other parts. */
  readonly slug: string | null;
  readonly title: string;
  /** The title of the segment it belongs to; null for intro and outro. */
  readonly segmentTitle: string | null;
  /** True for the first part of a segment. */
  readonly opensSegment: boolean;
  /** Seconds to say it. */
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
  /** Seconds of silence before it: 0 for the first. */
  readonly pause: number;
  /** "Pause 2 seconds" where the silence before it is longer than between paragraphs, else "". */
  readonly pauseCue: string;
  readonly passages: readonly RecordingPassage[];
  /** A line for each of the story's sources: title, authors, publication, date and address. */
  readonly sources: readonly string[];
}

/** The script for recording, ready to be written in any form. */
export interface Recording {
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  readonly showTitle: string;
  /** "Episode 2", or null without a number. */
  readonly label: string | null;
  readonly title: string;
  /** YYYY-MM-DD, and in words. */
  readonly date: string;
  readonly dateText: string;
  readonly hosts: readonly string[];
  /** "Ann Lee and Bo Roe", or null. */
  readonly hostsText: string | null;
  readonly words: number;
  /** Running time in seconds, estimated. */
  readonly seconds: number;
  /** Running time wanted in seconds, or null. */
  readonly target: number | null;
  /** "0:28 under the target of 9:00", or "" without a target. */
  readonly over: string;
  readonly wordsPerMinute: number;
  /** Seconds of silence between two paragraphs. */
  readonly paragraphPause: number;
  readonly parts: readonly RecordingPart[];
}

/** Makes the script for recording. */
export function makeRecording(script: Script): Recording {
  const { note, show, hosts } = script.episode;
  const reading = readingOf(script.episode);
  const names = hosts.map((host) => host.name);
  return {
    slug: note.slug,
    language: show.language,
    showTitle: show.title,
    label: note.number === null ? null : `Episode ${note.number}`,
    title: note.title,
    date: note.date,
    dateText: formatDate(note.date, show.language),
    hosts: names,
    hostsText: names.length === 0 ? null : joinList(names),
    words: script.words,
    seconds: script.seconds,
    target: note.target,
    over: describeOver(script.seconds, note.target),
    wordsPerMinute: reading.wordsPerMinute,
    paragraphPause: reading.pause.paragraph,
    parts: makeParts(script),
  };
}

/** A paragraph's runs as one text; words and pronunciations are each written by the form that asks. */
export function writeRuns(
  runs: readonly Run[],
  writeWords: (run: Extract<Run, { kind: "words" }>) => string,
): string {
  return runs.map((run) => (run.kind === "words" ? writeWords(run) : ` [${run.text}]`)).join("");
}

/**
 * "Segue", "Story, read straight on", "Intro, drafted by a model": what a passage is, after `before` of the same
 * part, and who wrote it where that is no person; "" where the head of its part says all of it.
 */
export function labelPassage(
  { kind, origin }: RecordingPassage,
  before: RecordingPassage | undefined,
): string {
  const author = describeAuthor(origin);
  if (kind !== "segue" && before === undefined && author === "") return "";
  const parts = [PASSAGE_NAMES[kind], before?.runsIn ? "read straight on" : "", author];
  return parts.filter((part) => part !== "").join(", ");
}

const PASSAGE_NAMES: Readonly<Record<PassageKind, string>> = {
  intro: "Intro",
  segment: "Segment",
  segue: "Segue",
  story: "Story",
  outro: "Outro",
};

/** Who wrote a passage, where the presenter should know; "" for a person and for what is built in. */
export function describeAuthor(origin: Origin): string {
  if (origin === "drafted") return "drafted by a model";
  return origin === "edited" ? "drafted by a model and edited" : "";
}

/** "1,415 words at 160 a minute, 9:10 in all, 0:10 over the target of 9:00". */
export function describeLength({ words, wordsPerMinute, seconds, over }: Recording): string {
  const target = over === "" ? "" : `, ${over}`;
  return `${groupDigits(words)} words at ${wordsPerMinute} a minute, ${formatDuration(seconds)} in all${target}`;
}

function makeParts(script: Script): RecordingPart[] {
  const { episode } = script;
  const voiceOf = findVoices(episode);
  const segmentTitles = new Map(episode.segments.map((segment) => [segment.id, segment.title]));
  const sources = groupByStory(script.sources);
  const reading = readingOf(episode);
  const rows = listRows(script);
  return rows.map(({ row, passages }, index): RecordingPart => {
    const { kind, segment, slug, title, seconds, start, end } = row;
    const before = rows[index - 1]?.row;
    const pause = roundTenth(start - (before?.end ?? 0));
    const shown = new Set<string>();
    return {
      kind,
      id: kind === "intro" || kind === "outro" ? kind : `${kind}-${slug ?? segment}`,
      slug,
      title,
      segmentTitle: segment === null ? null : (segmentTitles.get(segment) ?? segment),
      opensSegment: segment !== null && segment !== before?.segment,
      seconds,
      start,
      end,
      pause,
      pauseCue: pause > reading.pause.paragraph ? `Pause ${countOf(pause, "second")}` : "",
      passages: passages.map((passage) => readPassage(passage, voiceOf(passage.story), reading, shown)),
      sources: (sources.get(slug ?? "") ?? []).map((entry) => writeSource(entry, episode.show.language)),
    };
  });
}

/** "One desk for residents, A. Reporter, Example Gazette, 14 September 2026, example.org/one-desk". */
function writeSource(entry: NumberedSource, language: string): string {
  const title = titleOf(entry);
  const address = shortenAddress(entry.source.url ?? "");
  const parts = [title, writeByline(entry, language), address === title ? "" : address];
  return parts.filter((part) => part !== "").join(", ");
}

function readPassage(
  passage: Passage,
  voice: Voice,
  reading: ReturnType<typeof readingOf>,
  shown: Set<string>,
): RecordingPassage {
  // Rounded only where it is told, so that many short paragraphs do not run past the passage.
  let clock = passage.start;
  const paragraphs = passage.paragraphs.map((paragraph, index): RecordingParagraph => {
    const sayings = findSayings(paragraph.text, voice);
    const words = countWords(replaceBySayings(paragraph.text, sayings));
    const start = index === 0 ? clock : clock + reading.pause.paragraph;
    clock = start + (words / reading.wordsPerMinute) * 60;
    const isLast = index === passage.paragraphs.length - 1;
    const cues = sayings
      .flatMap(namesOf)
      .filter(({ name }) => !shown.has(name.name) && shown.add(name.name))
      .map(({ end, name }) => ({ end: endOfName(paragraph.text, end), sound: name.cue }));
    return {
      kind: paragraph.kind,
      runs: cutRuns(paragraph, cues),
      text: paragraph.text,
      sayings,
      words,
      start: Math.min(roundTenth(start), passage.end),
      end: isLast ? passage.end : Math.min(roundTenth(clock), passage.end),
    };
  });
  return { kind: passage.kind, origin: passage.origin, runsIn: passage.runsIn, paragraphs };
}

/** Where a name ends with its possessive, which no pronunciation may part. */
function endOfName(text: string, end: number): number {
  return end + (/^['’]s(?!\p{L})/u.exec(text.slice(end, end + 3))?.[0].length ?? 0);
}

/** The words of a paragraph by their stress, with the pronunciation of a name right after it. */
function cutRuns(
  paragraph: Paragraph,
  cues: readonly { readonly end: number; readonly sound: string }[],
): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { text, stress } of listWords(paragraph.phrasing, "none")) {
    const end = at + text.length;
    let from = at;
    for (const cue of cues) {
      if (cue.end <= from || cue.end > end) continue;
      runs.push({ kind: "words", text: text.slice(from - at, cue.end - at), stress });
      runs.push({ kind: "pronunciation", text: cue.sound });
      from = cue.end;
    }
    if (from < end) runs.push({ kind: "words", text: text.slice(from - at), stress });
    at = end;
  }
  return runs;
}

type Stress = "none" | "emphasis" | "strong";

function listWords(
  nodes: readonly PhrasingContent[],
  stress: Stress,
): { readonly text: string; readonly stress: Stress }[] {
  return nodes.flatMap((node) => {
    if (node.type === "emphasis" || node.type === "strong")
      return listWords(node.children, stress === "strong" ? stress : node.type);
    if ("children" in node) return listWords(node.children, stress);
    return "value" in node && node.value !== "" ? [{ text: node.value, stress }] : [];
  });
}
