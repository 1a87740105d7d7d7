// An episode whose author marked what can go, and a time -> which marked paragraphs to drop to reach it.
// What goes is the choice that loses the fewest seconds; a story always keeps a paragraph.

import type { Episode } from "../episode/episode.ts";
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
}

/** What is proposed; `script` is the script with it, whose running time may still be over the time. */
export interface Fit {
  readonly choices: readonly FitChoice[];
  readonly script: Script;
}

interface Candidate {
  readonly file: string;
  readonly paragraph: Paragraph;
  /** Tenths of a second that dropping it saves. */
  readonly tenths: number;
}

/** Proposes which marked paragraphs to drop, of all that are marked, so that the script takes `seconds` at most. */
export function fitScript(episode: Episode, narration: Narration, seconds: number): Fit {
  const candidates = listCandidates(episode, narration);
  const full = makeScriptWithout(episode, narration, new Set());
  let need = Math.ceil(roundTenth(full.seconds - seconds) * 10);
  let dropped = new Set<Paragraph>();
  let script = full;
  // What a paragraph saves is nearly the sum of its parts: the script itself has the last word.
  while (need > 0) {
    const chosen = chooseLeast(candidates, need);
    dropped = new Set(chosen.map((candidate) => candidate.paragraph));
    script = makeScriptWithout(episode, narration, dropped);
    const over = Math.ceil(roundTenth(script.seconds - seconds) * 10);
    if (over <= 0 || chosen.length === candidates.length) break;
    need += over;
  }
  const choices = candidates.flatMap(({ file, paragraph, tenths }) => {
    const { fit, text } = paragraph;
    if (!fit) return [];
    const wasDropped = fit.state === "dropped";
    return {
      file,
      place: fit.place,
      text,
      seconds: tenths / 10,
      wasDropped,
      isDropped: dropped.has(paragraph),
    };
  });
  return { choices, script };
}

/** Marked paragraphs in spoken order, but for the first of a story of which nothing would be left. */
function listCandidates(episode: Episode, narration: Narration): Candidate[] {
  const voiceOf = findVoices(episode);
  const reading = readingOf(episode);
  const measure = (file: string, story: string | null, paragraphs: readonly Paragraph[]): Candidate[] =>
    paragraphs
      .filter((paragraph) => paragraph.fit !== null)
      .map((paragraph) => {
        const words = countSpokenWords(paragraph.text, voiceOf(story));
        const saved = (words / reading.wordsPerMinute) * 60 + reading.pause.paragraph;
        return { file, paragraph, tenths: Math.round(saved * 10) };
      });
  const narrated = (place: string, story: string | null): Candidate[] => {
    const section = narration.get(place);
    if (!section || section.origin === "built-in") return [];
    return measure(`episodes/${episode.note.slug}/narration.md`, story, inOrder(section));
  };
  return [
    ...narrated("intro", null),
    ...episode.segments.flatMap((segment) => [
      ...narrated(segment.id, null),
      ...segment.stories.flatMap((story) => {
        const all = inOrder(story);
        const marked = measure(story.file, story.slug, all);
        return [
          ...narrated(story.slug, story.slug),
          ...(marked.length === all.length ? marked.slice(1) : marked),
        ];
      }),
    ]),
    ...narrated("outro", null),
  ];
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
