// The dates of a passage -> an objection to each that neither the evidence nor the show's calendar holds.

import type { Cadence } from "../show.ts";
import type { DateClaim } from "./claims-dates.ts";
import { findWords, stem } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import type { Evidence } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isPresenters } from "./guard-ordinary.ts";
import { object, type Passage } from "./guard-passage.ts";

/** The period of a cadence, as a presenter names it. */
const PERIODS: Readonly<Record<Cadence, { unit: string; now: string; next: string }>> = {
  daily: { unit: "day", now: "today", next: "tomorrow" },
  weekly: { unit: "week", now: "this week", next: "next week" },
  fortnightly: { unit: "fortnight", now: "this fortnight", next: "in two weeks" },
  monthly: { unit: "month", now: "this month", next: "next month" },
};
const SHOW_UNITS = new Set(["day", "week", "fortnight", "month", "weekend"]);

/** What a presenter says of the day on which the show is heard. */
const SHOW_TODAY =
  /today's (?:episode|edition|show|programme|podcast|stories|first|second|next|last|final|headlines|round-?up|list|rundown|news|bulletin|items|segments?|running)|(?:joining|with|for) (?:us|you|me) today|(?:we|we're|we've|we'll|i'm|our) [^.!?]{0,60}today|today,? (?:we|we're|we'll|we've|our)|(?:all|it|stories|more|start|finish|end|begin|first|next) (?:for|from [^.!?]{0,30}) today|coming up today|^today:?/i;

/** Judges every date. */
export function judgeDates(passage: Passage, evidence: Evidence): Objection[] {
  return passage.dates.flatMap((date) => {
    const cadence = judgeCadence(date, passage, evidence);
    if (cadence !== undefined) return cadence === null ? [] : [cadence];
    if (isHeld(date, passage, evidence)) return [];
    const reason = `“${date.words}” is not a date that you were given: use one that stands there or none`;
    return [object(passage, "date", date.start, date.end, reason)];
  });
}

/** Words for the show's own period: an objection, null where they are right, undefined where they are no such words. */
function judgeCadence(date: DateClaim, passage: Passage, evidence: Evidence): Objection | null | undefined {
  const { unit, offset } = date;
  if (unit === null || offset === null || date.year !== null || date.month !== null || date.weekday !== null)
    return undefined;
  if (unit === "day" && /^(?:every|each)/i.test(date.words)) return null;
  if (!SHOW_UNITS.has(unit) || Math.abs(offset) > 1 || /ago|earlier|later|from now/.test(date.words))
    return undefined;
  const own = PERIODS[evidence.grounds.cadence];
  const written = date.words.toLowerCase().replace(/^the /, "");
  if (evidence.texts.some(({ plain, isShow }) => !isShow && hasPhrase(plain, written))) return null;
  const sentence = sentenceOf(passage, date);
  if (unit === "day" && isAnyDay(date, passage)) return null;
  if (unit === "day" && offset === 0 && (own.unit === "day" || SHOW_TODAY.test(sentence))) return null;
  const isOwn = own.unit === unit || (unit === "week" && own.unit === "day" && offset === 0);
  // What was said last time is the show's own; what happened then is not.
  if (
    isOwn &&
    (offset >= 0 ||
      /last (?:month|week|fortnight|time)(?:'s (?:episode|edition|show|programme)|,? we)/i.test(sentence))
  )
    return null;
  const reason = `“${date.words}” is not this show's period: say “${own.now}” or “${own.next}”, or nothing of the kind`;
  return object(passage, isOwn ? "date" : "cadence", date.start, date.end, reason);
}

/** "Yesterday's predictions", "the workforce of tomorrow", "won't change overnight": no day in particular. */
function isAnyDay({ start, end }: DateClaim, { plain }: Passage): boolean {
  return (
    /^'s (?:\p{L}+ )?(?:worlds?|technolog(?:y|ies)|predictions?|forecasts?|problems?|ideas?|thinking|tools?|questions?|answers?|future|services?|workforce|skills?|leaders?|fashions?|hopes?|fears?)(?!\p{L})/iu.test(
      plain.slice(end),
    ) ||
    /(?:\bof |\bgone |n't [^.!?]{1,30}|\b(?:not|never|rarely) [^.!?]{1,30}(?=overnight$))$/i.test(
      plain.slice(Math.max(0, start - 40), start),
    )
  );
}

function hasPhrase(plain: string, phrase: string): boolean {
  const lower = plain.toLowerCase();
  const at = lower.indexOf(phrase);
  return at >= 0 && !/\p{L}/u.test(lower[at + phrase.length] ?? " ") && !/\p{L}/u.test(lower[at - 1] ?? " ");
}

function sentenceOf(passage: Passage, date: DateClaim): string {
  const number = passage.words.findLast(({ start }) => start <= date.start)?.sentence ?? 0;
  const own = passage.words.filter(({ sentence }) => sentence === number);
  return passage.plain.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0);
}

function isHeld(date: DateClaim, passage: Passage, evidence: Evidence): boolean {
  const today = readToday(evidence);
  const matches = evidence.dates.filter((other) => agree(date, other, today));
  const sided = matches.filter((other) => isSided(date, other) && isOfPart(date, other));
  if (sided.length > 0) return isOfSame(date, passage, evidence, sided);
  if (matches.length === 0 && isVerbatim(date, evidence)) return true;
  return matches.length === 0 && isEpisode(date, passage, evidence, today);
}

/** True where the date stands in a paragraph of the evidence that speaks of the same things. */
function isOfSame(
  date: DateClaim,
  passage: Passage,
  evidence: Evidence,
  matches: readonly DateClaim[],
): boolean {
  const own = findWords(sentenceOf(passage, date))
    .filter(({ lower }) => !FUNCTION_WORDS.has(lower) && !isPresenters(lower) && !/\d/.test(lower))
    .map(({ lower }) => stem(lower))
    .filter((one) => !date.words.toLowerCase().includes(one));
  // What the show says of itself is said beside any date.
  const told = evidence.texts
    .filter(({ isShow }) => !isShow)
    .map(({ plain, words }) => ({ plain, own: new Set(words.map(({ lower }) => stem(lower))) }));
  const shared = own.filter((one) => told.some((text) => text.own.has(one)));
  if (shared.length < 2) return true;
  return told.some(
    (text) =>
      matches.some((other) => text.plain.includes(other.words)) && shared.some((one) => text.own.has(one)),
  );
}

/** A phrase such as "for years" or "over Christmas" stands in the evidence as it is. */
function isVerbatim(date: DateClaim, evidence: Evidence): boolean {
  if (date.year !== null || date.month !== null || date.day !== null) return false;
  return evidence.texts.some(({ plain }) => hasPhrase(plain, date.words.toLowerCase()));
}

/** The months of a season. */
const SEASONS: Readonly<Record<string, readonly number[]>> = {
  spring: [3, 4, 5],
  summer: [6, 7, 8],
  autumn: [9, 10, 11],
  winter: [12, 1, 2],
};

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function readToday({ grounds }: Evidence): Day {
  const [year = 0, month = 0, day = 0] = grounds.episode.date.split("-").map(Number);
  return { year, month, day };
}

/** The year that a date means, counted from today where it says "last year" or "last May". */
function yearOf(date: DateClaim, today: Day): number | null {
  if (date.year !== null || date.offset === null) return date.year;
  if (date.unit === "year") return today.year + date.offset;
  if (date.unit === "decade") return null;
  if (date.unit !== "month" || date.month === null) return null;
  const isPast = date.month < today.month;
  if (date.offset < 0) return isPast ? today.year : today.year - 1;
  return date.offset > 0 && (isPast || date.month === today.month) ? today.year + 1 : today.year;
}

/** True where all that a date says stands in one date of the evidence. */
function agree(date: DateClaim, other: DateClaim, today: Day): boolean {
  if (date.unit === "decade" || other.unit === "decade")
    return date.words.toLowerCase() === other.words.toLowerCase();
  if (date.unit !== null && other.month !== null && SEASONS[date.unit]?.includes(other.month))
    return date.offset === null || date.offset === other.offset || other.year === today.year + date.offset;
  if (date.weekday !== null && date.weekday !== other.weekday) return false;
  if (date.day !== null && date.day !== other.day) return false;
  if (date.month !== null && date.month !== other.month) return false;
  const year = yearOf(date, today);
  const isRelative = date.offset !== null && date.unit !== null;
  if (year !== null) {
    const given = yearOf(other, today);
    return given === year || (isRelative && date.offset === other.offset && date.unit === other.unit);
  }
  if (isRelative || date.unit !== null)
    return date.unit === other.unit && date.offset === other.offset && date.month === other.month;
  return date.month !== null || date.weekday !== null || date.day !== null;
}

function isSided(date: DateClaim, other: DateClaim): boolean {
  return date.side === null || other.side === null || date.side === other.side;
}

/** "late 2020" is held up by December 2020 as well as by "the end of 2020". */
function isOfPart(date: DateClaim, other: DateClaim): boolean {
  if (date.part === null || date.part === other.part) return true;
  if (other.month === null || date.month !== null) return false;
  const part = other.month <= 4 ? "early" : other.month >= 9 ? "late" : "mid";
  return part === date.part;
}

/** The episode's own date, where the passage speaks of the episode. */
function isEpisode(date: DateClaim, passage: Passage, evidence: Evidence, today: Day): boolean {
  if (date.unit !== null || date.weekday !== null || date.part !== null || date.side !== null) return false;
  const { kind, cadence } = evidence.grounds;
  const sentence = sentenceOf(passage, date);
  const isNextMonth =
    cadence === "monthly" && date.month === (today.month % 12) + 1 && date.day === null && date.year === null;
  if (
    isNextMonth &&
    kind === "outro" &&
    /\b(?:back|return|again|see you|join (?:me|us)|until)\b/i.test(sentence)
  )
    return true;
  const speaksOfShow = /\b(?:episode|edition|show|programme|podcast|round-?up)\b/i.test(sentence);
  if ((kind === "segue" || kind === "segment") && !speaksOfShow) return false;
  if (date.day !== null && date.day !== today.day) return false;
  if (date.month !== null && date.month !== today.month) return false;
  return date.year === null ? date.month !== null : date.year === today.year;
}
