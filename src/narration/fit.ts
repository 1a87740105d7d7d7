// An episode whose author marked what can go, and a time -> which marked paragraphs to drop to reach it.
// What goes is the choice that loses the fewest seconds; a story always keeps a paragraph.

import type { Episode } from "../episode/episode.ts";
import type { FitMark } from "../markdown/fit-mark.ts";
import type { Paragraph } from "../markdown/speak.ts";
import type { Place } from "../problem.ts";
import { roundTenth } from "../spoken/read-time.ts";
import { countSpokenWords } from "../spoken/sayings.ts";
import type { Narration } from "./narration.ts";
import { findVoices, makeScript, readingOf, type Script } from "./script.ts";

/** A marked paragraph and what is proposed for it. */
export interface FitChoice {
  /** The file that it stands in, and where its mark begins. */
  readonly file: string;
  readonly place: Place;
  readonly text: string;
  /** Seconds that dropping it saves. */
  readonly seconds: number;
  readonly wasDropped: boolean;
  readonly isDropped: boolean;
  /** True for the paragraph that a story keeps, of whose words nothing would be left. */
  readonly isLast: boolean;
}

/** What is proposed; `script` is the script with it, whose running time may still be over the time. */
export interface Fit {
  readonly choices: readonly FitChoice[];
  readonly script: Script;
}

interface Candidate {
  readonly file: string;
  readonly paragraph: Paragraph & { readonly fit: FitMark };
  /** Tenths of a second that dropping it alone saves. */
  readonly tenths: number;
  readonly isLast: boolean;
}

/** Proposes which marked paragraphs to drop, of all that are marked, so that the script takes `seconds` at most. */
export function fitScript(episode: Episode, narration: Narration, seconds: number): Fit {
  const without = (dropped: ReadonlySet<Paragraph>) => makeScriptWithout(episode, narration, dropped);
  const full = without(new Set());
  const marked = listCandidates(episode, narration, full, without);
  const candidates = marked.filter(({ isLast }) => !isLast);
  const over = (script: Script) => Math.ceil(roundTenth(script.seconds - seconds) * 10);
  let chosen: readonly Candidate[] = [];
  let script = full;
  // What several save together is not the sum of what each saves alone: the script itself has the last word.
  for (let need = over(full); over(script) > 0 && chosen.length < candidates.length; need += over(script)) {
    chosen = chooseLeast(candidates, need);
    script = without(new Set(chosen.map(({ paragraph }) => paragraph)));
  }
  const { pause } = readingOf(episode);
  const longest = Math.max(pause.paragraph, pause.story, pause.segment) * 10;
  for (const candidate of [...chosen].sort((a, b) => b.tenths - a.tenths)) {
    // What saves more than there is to spare, and a pause, cannot stay: the script need not be made to know it.
    if (candidate.tenths > longest - over(script)) continue;
    const fewer = chosen.filter((one) => one !== candidate);
    const longer = without(new Set(fewer.map(({ paragraph }) => paragraph)));
    if (over(longer) <= 0) [chosen, script] = [fewer, longer];
  }
  const choices = marked.map((candidate): FitChoice => {
    const { file, paragraph, tenths, isLast } = candidate;
    const { text, fit } = paragraph;
    const wasDropped = fit.state === "dropped";
    const isDropped = chosen.includes(candidate);
    return { file, place: fit.place, text, seconds: tenths / 10, wasDropped, isDropped, isLast };
  });
  return { choices, script };
}

/** Marked paragraphs in spoken order. Where a story has no other, its first is its last that can be spoken. */
function listCandidates(
  episode: Episode,
  narration: Narration,
  full: Script,
  without: (dropped: ReadonlySet<Paragraph>) => Script,
): Candidate[] {
  const voiceOf = findVoices(episode);
  const reading = readingOf(episode);
  const list = (
    file: string,
    part: Parameters<typeof inOrder>[0],
    story: string | null,
    isStory: boolean,
  ) => {
    const all = inOrder(part);
    const marked = all.filter(isMarked);
    return marked.map((paragraph, index): Candidate => {
      const words = countSpokenWords(paragraph.text, voiceOf(story));
      const saved = (words / reading.wordsPerMinute) * 60 + reading.pause.paragraph;
      // A passage that goes whole takes the pause before it along.
      const tenths =
        all.length > 1
          ? Math.round(saved * 10)
          : Math.round((full.seconds - without(new Set([paragraph])).seconds) * 10);
      return { file, paragraph, tenths, isLast: isStory && index === 0 && marked.length === all.length };
    });
  };
  const narrated = (place: string, story: string | null): Candidate[] => {
    const section = narration.get(place);
    if (!section || section.origin === "built-in") return [];
    return list(`episodes/${episode.note.slug}/narration.md`, section, story, false);
  };
  return [
    ...narrated("intro", null),
    ...episode.segments.flatMap((segment) => [
      ...narrated(segment.id, null),
      ...segment.stories.flatMap((story) => [
        ...narrated(story.slug, story.slug),
        ...list(story.file, story, story.slug, true),
      ]),
    ]),
    ...narrated("outro", null),
  ];
}

function isMarked(paragraph: Paragraph): paragraph is Candidate["paragraph"] {
  return paragraph.fit !== null;
}

/** All paragraphs, those that were dropped too, as they stand in the file. */
function inOrder(all: { readonly paragraphs: readonly Paragraph[]; readonly dropped: readonly Paragraph[] }) {
  return [...all.paragraphs, ...all.dropped].sort(
    ({ place: a }, { place: b }) => a.line - b.line || a.column - b.column,
  );
}

/** The script as it is when these are dropped, of all that is written, and no other. */
function makeScriptWithout(episode: Episode, narration: Narration, dropped: ReadonlySet<Paragraph>): Script {
  const cut = <Part extends Parameters<typeof inOrder>[0]>(part: Part): Part => ({
    ...part,
    paragraphs: inOrder(part).filter((paragraph) => !dropped.has(paragraph)),
    dropped: inOrder(part).filter((paragraph) => dropped.has(paragraph)),
  });
  const segments = episode.segments.map((segment) => ({ ...segment, stories: segment.stories.map(cut) }));
  const sections = new Map([...narration].map(([place, section]) => [place, cut(section)]));
  return makeScript({ ...episode, segments }, sections);
}

/** Those whose sum is the least that is not less than `need` tenths; all of them where none is enough. */
function chooseLeast(candidates: readonly Candidate[], need: number): readonly Candidate[] {
  const total = candidates.reduce((sum, { tenths }) => sum + tenths, 0);
  if (total <= need) return candidates;
  // reachedBy[sum]: the candidate by which a sum was first reached. What was needed before it was reached by
  // earlier ones, so that the way back from a sum names each candidate once.
  const reachedBy = new Int32Array(total + 1).fill(-1);
  candidates.forEach(({ tenths }, index) => {
    for (let sum = total; sum >= tenths; sum -= 1) {
      const isReached = sum === tenths || (reachedBy[sum - tenths] ?? -1) >= 0;
      if (isReached && reachedBy[sum] === -1) reachedBy[sum] = index;
    }
  });
  let sum = need;
  while (reachedBy[sum] === -1) sum += 1;
  const chosen: Candidate[] = [];
  while (sum > 0) {
    const candidate = candidates[reachedBy[sum] ?? -1];
    if (!candidate) break;
    chosen.push(candidate);
    sum -= candidate.tenths;
  }
  return chosen;
}
