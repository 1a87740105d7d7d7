// A passage that a model wrote and what it may rest on -> each of its words that nothing supports.
// A draft is accepted passage by passage; what is refused here is never spoken.

import type { Grounds } from "./brief.ts";

/** Why a passage is refused. */
export interface Objection {
  /** What kind of fault: its id never changes its meaning. */
  readonly rule: GuardRule;
  /** The words of the passage that are at fault, as they stand in it; "" for the passage as a whole. */
  readonly words: string;
  /** One clause that says what is wrong and what would be right, for the model and for the author. */
  readonly reason: string;
}

export type GuardRule =
  | "address"
  | "markdown"
  | "stage-direction"
  | "figure"
  | "date"
  | "quotation"
  | "name"
  | "role"
  | "superlative"
  | "cause"
  | "first-person"
  | "promotion"
  | "position"
  | "length"
  | "opening"
  | "cadence"
  | "spelling"
  | "language";

/** What no check of words can judge, for the person who reviews: a negation, names that could be swapped. */
export interface Notice {
  readonly words: string;
  readonly reason: string;
}

/** What the guard says of one passage; without an objection it is accepted. */
export interface Judgement {
  readonly objections: readonly Objection[];
  readonly notices: readonly Notice[];
}

/** Judges one passage, plain text with empty lines between its paragraphs. */
export function judgePassage(_text: string, _grounds: Grounds): Judgement {
  return { objections: [], notices: [] };
}

/**
 * An objection for each passage that opens as an earlier one does. Passages come in the order heard; those
 * that are `fixed` were there before and are not judged, but later and earlier ones may not open as they do.
 */
export function judgeOpenings(
  _passages: readonly { readonly place: string; readonly text: string; readonly fixed: boolean }[],
): ReadonlyMap<string, Objection> {
  return new Map();
}
