// A passage that a model wrote and what it may rest on -> each of its words that nothing supports.
// A draft is accepted passage by passage; what is refused here is never spoken.

import { shorten } from "../spoken/phrases.ts";
import type { Grounds } from "./brief.ts";
import { judgeBelonging } from "./guard-belonging.ts";
import { judgeCauses } from "./guard-causes.ts";
import { judgeDates } from "./guard-dates.ts";
import { judgeEvents } from "./guard-events.ts";
import { makeEvidence } from "./guard-evidence.ts";
import { judgeFigures } from "./guard-figures.ts";
import {
  judgeAddresses,
  judgeLanguage,
  judgeMarkdown,
  judgePromotion,
  judgeStageDirections,
} from "./guard-manners.ts";
import { judgeNames } from "./guard-names.ts";
import { noticeAll } from "./guard-notices.ts";
import { findSameOpenings } from "./guard-openings.ts";
import { judgeOrders } from "./guard-orders.ts";
import { readPassage } from "./guard-passage.ts";
import { judgeFirstPerson } from "./guard-person.ts";
import { judgeLength, judgePosition, judgeRhythm } from "./guard-place.ts";
import { judgeQuotations } from "./guard-quotations.ts";
import { judgeAppositions, judgeRoles } from "./guard-roles.ts";
import { judgeSuperlatives } from "./guard-superlatives.ts";

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
  | "event"
  | "first-person"
  | "promotion"
  | "position"
  | "length"
  | "opening"
  | "cadence"
  | "spelling"
  | "language"
  | "order";

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

/** An objection in one clause, with the words that are at fault, of a reasonable length. */
export function describeObjection({ words, reason }: Objection): string {
  const shown = shorten(words, 60);
  return words === "" || reason.includes(shown) ? reason : `“${shown}” ${reason}`;
}

/** Judges one passage, plain text with empty lines between its paragraphs. Words are those of its composed form (NFC). */
export function judgePassage(text: string, grounds: Grounds): Judgement {
  const length = judgeLength(text, grounds);
  // What is far too long is not worth reading, and may have been written to take long.
  if (length.objection !== null && length.isHopeless) return { objections: [length.objection], notices: [] };
  const evidence = makeEvidence(grounds);
  const passage = readPassage(text, evidence);
  const figures = judgeFigures(passage, evidence);
  const quotations = judgeQuotations(passage, evidence);
  const manners = [
    ...judgeAddresses(passage),
    ...judgeMarkdown(passage),
    ...judgeStageDirections(passage, evidence),
    ...judgePromotion(passage, evidence),
    ...judgeLanguage(passage, evidence),
  ];
  const objections = [
    ...(length.objection === null ? [] : [length.objection]),
    ...manners,
    ...figures.objections,
    ...judgeDates(passage, evidence),
    ...quotations.objections,
    ...judgeNames(passage, evidence),
    ...judgeRoles(passage, evidence),
    ...judgeAppositions(passage, evidence),
    ...judgeBelonging(passage, evidence),
    ...judgeSuperlatives(passage, evidence),
    ...judgeCauses(passage, evidence),
    ...judgeEvents(passage, evidence),
    ...judgeFirstPerson(passage, evidence),
    ...judgePosition(passage, evidence),
    ...judgeRhythm(passage, evidence),
    ...judgeOrders(passage, evidence),
  ];
  return {
    objections,
    notices: [...figures.notices, ...quotations.notices, ...noticeAll(passage, evidence)],
  };
}

/**
 * An objection for each passage that opens as an earlier one does. Passages come in the order heard; those
 * that are `fixed` were there before and are not judged, but later and earlier ones may not open as they do.
 */
export function judgeOpenings(
  passages: readonly { readonly place: string; readonly text: string; readonly fixed: boolean }[],
): ReadonlyMap<string, Objection> {
  return findSameOpenings(passages);
}
