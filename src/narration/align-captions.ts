// Cues of a recording and the script that was read -> stretches of the recording, with the pauses that lie in each.
// What was said is never quite what was written, and what was heard even less: the two are aligned by their words.

import { listStories } from "../episode/episode.ts";
import type { Cue } from "../input/captions.ts";
import type { Observation, PauseCounts, PauseKind } from "../spoken/learn-rate.ts";
import { sayText } from "../spoken/sayings.ts";
import { makeVoice } from "../spoken/voice.ts";
import { splitWords } from "../spoken/words.ts";
import { findVoices, type Script, silenceBefore } from "./script.ts";

/** A recording as the clock sees it. */
export interface AlignedCaptions {
  /** A stretch a cue, from its start to the next one's; the last to its own end. */
  readonly observations: readonly Observation[];
  /** Words that the captions say, and how many of them were found in the script, in its order. */
  readonly words: number;
  readonly found: number;
  /** Seconds from the first word to the last. */
  readonly seconds: number;
}

/** Words of a script with the silences between them; a silence stands before the word `at`. */
interface SpokenScript {
  readonly words: readonly string[];
  readonly silences: readonly { readonly at: number; readonly kind: PauseKind }[];
}

/** How many pauses of each kind a script has. */
export function countSilences(script: Script): PauseCounts {
  return countKinds(listSpoken(script).silences.map(({ kind }) => kind));
}

/** Finds the pauses that lie between the starts of successive cues. Cues without a word belong to the one before. */
export function alignCaptions(cues: readonly Cue[], script: Script): AlignedCaptions {
  const { show } = script.episode;
  const own = listStories(script.episode).map((story) => story.say);
  const voice = makeVoice(show, Object.assign({}, ...own));
  const said = cues
    .map((cue) => ({ cue, words: splitWords(sayText(cue.text, voice)).map(foldWord) }))
    .filter(({ words }) => words.length > 0);
  const spoken = listSpoken(script);
  const heard = said.flatMap(({ words }) => words);
  const matches = alignWords(heard, spoken.words);
  const places = placeWords(matches, spoken.words.length);

  const observations: Observation[] = [];
  let from = 0;
  let passed = spoken.silences.filter(({ at }) => at <= (places[0] ?? 0)).length;
  for (const [index, { cue, words }] of said.entries()) {
    const next = said[index + 1];
    from += words.length;
    const until = next ? (places[from] ?? 0) : (places[from - 1] ?? 0);
    const kinds: PauseKind[] = [];
    for (; (spoken.silences[passed]?.at ?? Number.POSITIVE_INFINITY) <= until; passed += 1) {
      const silence = spoken.silences[passed];
      if (silence) kinds.push(silence.kind);
    }
    const seconds = (next ? next.cue.start : cue.end) - cue.start;
    observations.push({ words: words.length, pauses: countKinds(kinds), seconds });
  }
  return {
    observations,
    words: heard.length,
    found: matches.filter((place) => place >= 0).length,
    seconds: (said.at(-1)?.cue.end ?? 0) - (said[0]?.cue.start ?? 0),
  };
}

function listSpoken(script: Script): SpokenScript {
  const voiceOf = findVoices(script.episode);
  const words: string[] = [];
  const silences: { at: number; kind: PauseKind }[] = [];
  script.passages.forEach((passage, index) => {
    const voice = voiceOf(passage.story);
    passage.paragraphs.forEach((paragraph, position) => {
      const kind = position > 0 ? "paragraph" : silenceBefore(passage, script.passages[index - 1]);
      if (kind !== null) silences.push({ at: words.length, kind });
      words.push(...splitWords(sayText(paragraph.text, voice)).map(foldWord));
    });
  });
  return { words, silences };
}

function countKinds(kinds: readonly PauseKind[]): PauseCounts {
  const count = (kind: PauseKind) => kinds.filter((one) => one === kind).length;
  return { paragraph: count("paragraph"), story: count("story"), segment: count("segment") };
}

/** A word by which two are the same: small letters and digits alone. */
function foldWord(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The cells of a table that is filled between two anchors; over this the words between them stay unmatched. */
const MAX_CELLS = 4_000_000;

/**
 * For each word of `left` the index of the same word in `right`, rising, or -1. Runs of three words that
 * either text has once are the anchors, which keeps the work small; between them it is the longest common
 * subsequence.
 */
export function alignWords(left: readonly string[], right: readonly string[]): number[] {
  const matches = new Array<number>(left.length).fill(-1);
  let fromLeft = 0;
  let fromRight = 0;
  for (const [atLeft, atRight] of [...findAnchors(left, right), [left.length, right.length] as const]) {
    matchBetween(left, right, [fromLeft, atLeft], [fromRight, atRight], matches);
    if (atLeft < left.length) matches[atLeft] = atRight;
    fromLeft = atLeft + 1;
    fromRight = atRight + 1;
  }
  return matches;
}

type Pair = readonly [left: number, right: number];

function findAnchors(left: readonly string[], right: readonly string[]): Pair[] {
  const inRight = findSingleRuns(right);
  const pairs = [...findSingleRuns(left)].flatMap(([run, at]): Pair[] => {
    const other = inRight.get(run);
    return other === undefined ? [] : [[at, other]];
  });
  return keepRising(pairs);
}

/** Where each run of three words begins that the text has once, in the order of the text. */
function findSingleRuns(words: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = 0; at + 2 < words.length; at += 1) {
    const run = `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
    if (places.has(run)) repeated.add(run);
    else places.set(run, at);
  }
  for (const run of repeated) places.delete(run);
  return places;
}

/** The longest row of pairs whose right sides rise too; their left sides do already. */
function keepRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const before: number[] = [];
  const rightOf = (index: number | undefined) => pairs[index ?? -1]?.[1] ?? -1;
  for (const [index, [, right]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rightOf(tails[middle]) < right) low = middle + 1;
      else high = middle;
    }
    before.push(tails[low - 1] ?? -1);
    tails[low] = index;
  }
  const kept: Pair[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) kept.push(pair);
  }
  return kept.reverse();
}

/** Fills in the matches of two stretches by their longest common subsequence. */
function matchBetween(
  left: readonly string[],
  right: readonly string[],
  [fromLeft, toLeft]: Pair,
  [fromRight, toRight]: Pair,
  matches: number[],
): void {
  const height = toLeft - fromLeft;
  const width = toRight - fromRight;
  if (height <= 0 || width <= 0 || height * width > MAX_CELLS) return;
  // lengths[row][column]: the longest common subsequence of what is left from there on.
  const stride = width + 1;
  const lengths = new Uint16Array((height + 1) * stride);
  for (let row = height - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const at = row * stride + column;
      lengths[at] =
        left[fromLeft + row] === right[fromRight + column]
          ? (lengths[at + stride + 1] ?? 0) + 1
          : Math.max(lengths[at + stride] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  for (let row = 0, column = 0; row < height && column < width; ) {
    const at = row * stride + column;
    if (left[fromLeft + row] === right[fromRight + column]) {
      matches[fromLeft + row] = fromRight + column;
      row += 1;
      column += 1;
    } else if ((lengths[at + stride] ?? 0) >= (lengths[at + 1] ?? 0)) row += 1;
    else column += 1;
  }
}

/** A place in the script for every word that was heard: its match, or between those of its neighbours. */
function placeWords(matches: readonly number[], length: number): number[] {
  const places = [...matches];
  let before: Pair = [-1, -1];
  const fill = (after: Pair) => {
    const heard = after[0] - before[0] - 1;
    const written = after[1] - before[1] - 1;
    for (let step = 0; step < heard; step += 1)
      places[before[0] + 1 + step] = before[1] + 1 + Math.floor((step * written) / heard);
    before = after;
  };
  matches.forEach((place, index) => {
    if (place >= 0) fill([index, place]);
  });
  fill([matches.length, length]);
  return places;
}
