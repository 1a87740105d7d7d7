// Words and paragraphs of a passage -> the seconds it takes to say it.

import type { Pauses } from "../show.ts";

/** How fast is read, and how long the silences are. */
export interface Reading {
  readonly wordsPerMinute: number;
  readonly pause: Pauses;
}

/** Seconds for the words at the rate, with a paragraph's pause between paragraphs; kept to a tenth. */
export function readTime(words: number, paragraphs: number, reading: Reading): number {
  const silence = Math.max(0, paragraphs - 1) * reading.pause.paragraph;
  return roundTenth((words / reading.wordsPerMinute) * 60 + silence);
}

/** Tenths of a second, so that sums are the same on every machine. */
export function roundTenth(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
