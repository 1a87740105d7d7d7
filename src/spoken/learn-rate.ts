// Times of a recording -> the presenter's own rate and pauses, so that the clock says what the recording will.
// The clock's model (read-time.ts) read backwards: seconds = words / rate + pauses.

import type { Pauses } from "../show.ts";
import { type Reading, roundTenth } from "./read-time.ts";

export type PauseKind = keyof Pauses;

/** The kinds of pauses, the shortest first. */
export const PAUSE_KINDS: readonly PauseKind[] = ["paragraph", "story", "segment"];

/** How many pauses of each kind. */
export type PauseCounts = Pauses;

/** A stretch of a recording: its words, the pauses that lie in it, and how long it took in seconds. */
export interface Observation {
  readonly words: number;
  readonly pauses: PauseCounts;
  readonly seconds: number;
}

/** What the stretches of a recording say of its presenter. */
export interface LearnedReading {
  /** The rate in words a minute and the pauses in seconds, to a tenth. */
  readonly reading: Reading;
  /** The kinds whose pause could be told apart; the others are those that were known before. */
  readonly learned: readonly PauseKind[];
  /** How many stretches have a pause of the kind. */
  readonly cases: PauseCounts;
  /** Stretches that the fit is made of, and those that are too far from it. */
  readonly used: number;
  readonly leftOut: number;
  readonly secondsLeftOut: number;
  /** Seconds of all stretches by the reading, and as they were recorded. */
  readonly predicted: number;
  readonly recorded: number;
}

/** Fewer stretches than this tell nothing of a pause. */
const MIN_CASES = 3;
/** The part of a kind's own spread that the other terms must not explain; with less, it cannot be told apart. */
const MIN_INDEPENDENCE = 0.01;
/** Seconds; captions are not placed more exactly, and less must not count as a deviation. */
const PLACING = 0.05;
/** Words whose time varies as much as a pause does, and the place of a cue. */
const WORDS_OF_A_PAUSE = 5;
/** Times the standard deviation, as estimated from the median. */
const MAX_DEVIATIONS = 3;
const MEDIAN_TO_DEVIATION = 1.4826;

/** Words a minute, to a tenth, for words that take so long with so many seconds of pauses in them; null for none. */
export function rateOf(words: number, seconds: number, silence: number): number | null {
  return words > 0 && seconds > silence ? roundTenth((words / (seconds - silence)) * 60) : null;
}

/** Seconds of silence of so many pauses. */
export function sumPauses(counts: PauseCounts, pause: Pauses): number {
  return PAUSE_KINDS.reduce((sum, kind) => sum + counts[kind] * pause[kind], 0);
}

/**
 * Learns rate and pauses by least squares over the stretches, without those that are further than three
 * standard deviations from where most of them lie: a jingle, a retake. Pauses are never negative. A kind with
 * under three cases, or that goes with the words so evenly that it cannot be told apart, keeps the pause of
 * `known`. Null where no rate comes out.
 */
export function learnReading(observations: readonly Observation[], known: Pauses): LearnedReading | null {
  const rough = fitRobustly(observations, known);
  if (rough === null) return null;
  const deviations = observations.map((one) => findDeviation(one, rough));
  const limit = MAX_DEVIATIONS * Math.max(PLACING, MEDIAN_TO_DEVIATION * findMedian(deviations));
  const used = observations.filter((_, index) => (deviations[index] ?? 0) <= limit);
  const fit = fitPlainly(used, known, () => 1);
  if (fit === null) return null;
  const pause = {
    paragraph: roundTenth(fit.pause.paragraph),
    story: roundTenth(fit.pause.story),
    segment: roundTenth(fit.pause.segment),
  };
  const total = (all: readonly Observation[]) => all.reduce((sum, { seconds }) => sum + seconds, 0);
  // By the sum, and by the pauses as they are rounded: what is saved must make the whole right.
  const words = used.reduce((sum, one) => sum + one.words, 0);
  const silence = used.reduce((sum, one) => sum + sumPauses(one.pauses, pause), 0);
  const wordsPerMinute = rateOf(words, total(used), silence);
  if (wordsPerMinute === null) return null;
  const exact = { ...fit, secondsPerWord: 60 / wordsPerMinute, pause };
  return {
    reading: { wordsPerMinute, pause },
    learned: fit.learned,
    cases: countCases(used),
    used: used.length,
    leftOut: observations.length - used.length,
    secondsLeftOut: total(observations) - total(used),
    predicted: observations.reduce((sum, one) => sum + predict(one, exact), 0),
    recorded: total(observations),
  };
}

interface Fit {
  readonly secondsPerWord: number;
  readonly pause: Pauses;
  readonly learned: readonly PauseKind[];
}

function predict({ words, pauses }: Observation, { secondsPerWord, pause }: Fit): number {
  return words * secondsPerWord + sumPauses(pauses, pause);
}

/** How much the time of a stretch varies: as much as that of so many words. */
function varianceOf({ words }: Observation): number {
  return words + WORDS_OF_A_PAUSE;
}

/** How far a stretch is from a fit, in seconds as those of a word would be. */
function findDeviation(one: Observation, fit: Fit): number {
  return Math.abs(one.seconds - predict(one, fit)) / Math.sqrt(varianceOf(one));
}

/** The fit of the least absolute deviations, by least squares weighted anew: few wild stretches do not bend it. */
function fitRobustly(observations: readonly Observation[], known: Pauses): Fit | null {
  let fit = fitPlainly(observations, known, () => 1);
  for (let round = 0; round < 30 && fit !== null; round += 1) {
    const last: Fit = fit;
    fit = fitPlainly(observations, known, (one) => 1 / Math.max(PLACING, findDeviation(one, last)));
  }
  return fit;
}

type Term = "words" | PauseKind;

/** Least squares, weighted by variance and trust. A negative pause is none, and the others are fitted again. */
function fitPlainly(
  observations: readonly Observation[],
  known: Pauses,
  trust: (one: Observation) => number,
): Fit | null {
  const weights = observations.map((one) => trust(one) / varianceOf(one));
  const cases = countCases(observations);
  let terms: readonly Term[] = ["words", ...PAUSE_KINDS.filter((kind) => cases[kind] >= MIN_CASES)];
  const fixed: Record<PauseKind, number> = { ...known };
  const learned = new Set<PauseKind>(terms.filter((term) => term !== "words"));
  for (;;) {
    const solved = solve(terms, observations, weights, fixed);
    if (solved.dependent !== null) {
      const { dependent } = solved;
      if (dependent === "words") return null;
      learned.delete(dependent);
      fixed[dependent] = known[dependent];
      terms = terms.filter((term) => term !== dependent);
      continue;
    }
    const pauses = terms.flatMap((term, index) =>
      term === "words" ? [] : [{ term, seconds: solved.values[index] ?? 0 }],
    );
    const [least] = pauses.sort((a, b) => a.seconds - b.seconds);
    if (least && least.seconds < 0) {
      fixed[least.term] = 0;
      terms = terms.filter((term) => term !== least.term);
      continue;
    }
    const secondsPerWord = solved.values[0] ?? 0;
    for (const { term, seconds } of pauses) fixed[term] = seconds;
    return secondsPerWord > 0
      ? { secondsPerWord, pause: fixed, learned: PAUSE_KINDS.filter((kind) => learned.has(kind)) }
      : null;
  }
}

/**
 * Solves the normal equations by elimination: a value a term. `dependent` is a term that the terms before it
 * explain nearly whole; then there are no values.
 */
function solve(
  terms: readonly Term[],
  observations: readonly Observation[],
  weights: readonly number[],
  fixed: Pauses,
): { readonly values: readonly number[]; readonly dependent: Term | null } {
  const width = terms.length;
  // Each row: the products with every term, then the right hand side.
  const rows = terms.map(() => new Array<number>(width + 1).fill(0));
  observations.forEach(({ words, pauses, seconds }, index) => {
    const values = terms.map((term) => (term === "words" ? words : pauses[term]));
    const others = PAUSE_KINDS.filter((kind) => !terms.includes(kind));
    const rest = others.reduce((left, kind) => left - pauses[kind] * fixed[kind], seconds);
    const weight = weights[index] ?? 0;
    rows.forEach((row, r) => {
      const scaled = (values[r] ?? 0) * weight;
      for (const [c, value] of [...values, rest].entries()) add(row, c, scaled * value);
    });
  });
  const spread = rows.map((row, r) => row[r] ?? 0);
  for (const [r, row] of rows.entries()) {
    const pivot = row[r] ?? 0;
    const term = terms[r] ?? "words";
    if (pivot <= (spread[r] ?? 0) * MIN_INDEPENDENCE) return { values: [], dependent: term };
    for (const below of rows.slice(r + 1)) {
      const factor = (below[r] ?? 0) / pivot;
      for (const [c, value] of row.entries()) add(below, c, -factor * value);
    }
  }
  const values = new Array<number>(width).fill(0);
  for (let r = width - 1; r >= 0; r -= 1) {
    const row = rows[r] ?? [];
    const known = values.reduce((sum, value, c) => sum + (c > r ? value * (row[c] ?? 0) : 0), 0);
    values[r] = ((row[width] ?? 0) - known) / (row[r] ?? 1);
  }
  return { values, dependent: null };
}

function add(row: number[], column: number, value: number): void {
  row[column] = (row[column] ?? 0) + value;
}

function countCases(observations: readonly Observation[]): PauseCounts {
  const count = (kind: PauseKind) => observations.filter(({ pauses }) => pauses[kind] > 0).length;
  return { paragraph: count("paragraph"), story: count("story"), segment: count("segment") };
}

function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
