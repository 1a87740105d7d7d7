// An article's text and the day it was published -> days to come that it names, as proposals for a story's `follow`.
// A person decides what is promised on air; this only saves them the search.

import { countDays } from "../input/calendar-date.ts";
import { shorten } from "../spoken/phrases.ts";
import { splitSentences } from "../spoken/sentences.ts";
import { type DatePhrase, findDatePhrases } from "./date-phrases.ts";

/** What may be looked at again, and when. */
export interface Promised {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The sentence without the words that name the day, shortened. */
  readonly about: string;
  readonly sentence: string;
}

const MOST = 5;
const MOST_YEARS = 10;
const MOST_TEXT = 400_000;
const MOST_SENTENCE = 600;

/**
 * Finds days after `published` (YYYY-MM-DD) in English text, plain or markdown: five at the most, the first in the
 * text, sorted by day; within ten years. What is told in the past tense is none. Without a day of publication
 * nothing can be told to lie in the future, and none is found.
 */
export function findPromises(text: string, published: string | null): Promised[] {
  if (published === null) return [];
  const horizon = countDays(published) + MOST_YEARS * 366;
  const found: Promised[] = [];
  for (const sentence of splitParagraphs(text.slice(0, MOST_TEXT)).flatMap(splitSentences)) {
    if (sentence.length > MOST_SENTENCE) continue;
    const phrase = findDatePhrases(sentence, published).find(
      (one) => countDays(one.date) <= horizon && isToCome(sentence, one),
    );
    if (phrase && !found.some((other) => other.sentence === sentence))
      found.push({ date: phrase.date, about: describe(sentence, phrase), sentence });
    if (found.length === MOST) break;
  }
  return found.sort((a, b) => countDays(a.date) - countDays(b.date));
}

/** Paragraphs and list items as plain text on one line each, without headings and the marks of markdown. */
function splitParagraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/^[ \t]*>[ \t]?/gm, "")
    .replace(/^ {0,3}#{1,6} .*$/gm, "\n")
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d{1,3}[.)]) )/)
    .map((paragraph) =>
      paragraph
        .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+/, "")
        .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, "$1")
        .replace(/\bhttps?:\/\/\S+/g, "")
        .replace(/\\([\p{P}\p{S}])/gu, "$1")
        .replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((paragraph) => paragraph !== "");
}

const FUTURE =
  /\b(?:will|won['’]t|shall|due|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|set (?:to|for)|aim(?:s|ed|ing)?|hop(?:e|es|ing)|intend(?:s|ed|ing)?|schedul(?:es|ed)|(?:is|are) to|to be|deadline|upcoming|forthcoming|going to|(?:would|should|could|may|might)(?! have)|must|can|begins|starts|opens|ends|closes|launches|runs?|takes? (?:place|effect|over)|comes? (?:into|to)|goes? (?:live|to)|promis(?:e|es|ed|ing)|commit(?:s|ted)?|pledg(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|target(?:s|ed|ing)?|needs? to|(?:have|has) (?:to|until)|invited?|follows?|returns?|holds|meets)\b|['’]ll\b/i;
/** Words of the future that are nouns here: "for the plan". */
const NOUNS =
  /\b(?:the|an?|its|their|our|his|her|this|that|any|no|of|new) (?:plans?|hopes?|aims?|targets?|promises?|pledges?|starts?|ends?|runs?|returns?|deadline)\b/gi;
const PAST_PLAN =
  /\b(?:was|were|had|had been) (?:\w+ly )?(?:due|expected|planned|scheduled|supposed|meant|intended|set|hoped|promised|going|to)\b/i;
const PAST =
  /\b(?:was|were|had|did|has|have|began|ran|came|went|saw|took|made|gave|won|lost|rose|fell|held|left|led|got|grew|became|spoke|wrote|met|built|sent|spent|found|\p{L}{2,}ed)\b/iu;
const REPORTED = /\b(?:said|told|announced|added|confirmed|explained|warned|claimed|reported|has|have)\b/gi;
/** What happened on a day, right before it: "launched in March", but not "to be launched in March". */
const DONE =
  /(?<!\b(?:be|being|get|is|are)(?: \p{L}+ly)? )\b(?:\p{L}{2,}ed|made|held|begun|born|founded|built|sent|since|last|dated|copyright|©)$/iu;
const PLANNED =
  /(?:expected|planned|scheduled|proposed|intended|promised|needed|required|targeted|invited)$/i;
const RECORDED =
  /\b(?:born|died|updated|published|posted|modified|accessed|printed|dated|copyright)(?: on)?:?$|©$/i;
const BETWEEN_CLAUSES =
  /[,;:()]|\s[–—-]\s|\b(?:and|but|while|which|who|that|because|although|when|after|as)\b/gi;

/** True if the sentence tells of the day as one to come. */
function isToCome(sentence: string, phrase: DatePhrase): boolean {
  const before = sentence.slice(0, phrase.start).trimEnd();
  if (RECORDED.test(before) && !/\bbe \w+$/.test(before)) return false;
  if (phrase.isFuture) return true;
  const clause = clauseOf(sentence, phrase);
  if (PAST_PLAN.test(clause)) return false;
  if (DONE.test(before) && !PLANNED.test(before)) return false;
  if (FUTURE.test(clause.replace(NOUNS, " "))) return true;
  if (isPast(clause)) return false;
  const rest = sentence.slice(0, phrase.start) + sentence.slice(phrase.end);
  return !isPast(rest) && (phrase.isTerm || FUTURE.test(rest));
}

/** Who said it, and a perfect that only says so, are no sign of the past. */
function isPast(text: string): boolean {
  return PAST.test(text.replace(REPORTED, " "));
}

/** The clause round a phrase without it; where it stands alone, as in "By March, …", the one after it, or before. */
function clauseOf(sentence: string, { start, end }: DatePhrase): string {
  const bounds = [...sentence.matchAll(BETWEEN_CLAUSES)].filter(
    ({ 0: mark, index }) => index >= end || index + mark.length <= start,
  );
  const lefts = bounds.filter(({ index }) => index < start).map(({ 0: mark, index }) => index + mark.length);
  const rights = bounds.filter(({ index }) => index >= end).map(({ index }) => index);
  const from = lefts.at(-1) ?? 0;
  const to = rights[0] ?? sentence.length;
  const own = `${sentence.slice(from, start)} ${sentence.slice(end, to)}`;
  if (/\p{L}{2}/u.test(own)) return own;
  const next = sentence.slice(to + 1, rights[1] ?? sentence.length);
  return /\p{L}{2}/u.test(next) ? next : sentence.slice(lefts.at(-2) ?? 0, start);
}

function describe(sentence: string, { start, end }: DatePhrase): string {
  const rest = `${sentence.slice(0, start)} ${sentence.slice(end)}`
    .replace(/\s+/g, " ")
    .replace(/ ([,.;:!?])/g, "$1")
    .replace(/,,/g, ",")
    .replace(/^[\s,;:–—-]+|[\s,;:.!?–—-]+$/g, "");
  return shorten(rest === "" ? sentence : rest, 120);
}
