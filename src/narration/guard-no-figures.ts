// A figure of a passage -> whether it counts anything: "two sides" and "one of them" do not.
// The language is full of numbers that nobody could look up, and that nobody would.

import type { Figure } from "./claims-figures.ts";
import { hasCapital, stem } from "./claims-words.ts";
import { type Evidence, findRun } from "./guard-evidence.ts";
import type { Passage } from "./guard-passage.ts";

/** Sayings in which a number counts nothing; the figure is at their beginning, or after the words in brackets. */
const IDIOMS =
  /^(?:half (?:the (?:battle|story|fun|trouble)|an (?:ear|eye))|second (?:thoughts?|nature|look|wind|guess|to)|double (?:bill|act|take|check|header|dose)|twice (?:over|about)|double-(?:bill|check|edged|header)|six of one|two cheers|(?:two|three) (?:sides|halves)|zero in|zeroes|four corners|seven seas|(?:million|thousand) miles|two minds|hundred miles|two (?:birds|heads|wrongs|camps)|(?:two|three) (?:corners|cheers|wise)|third time lucky|eleventh hour|thousand words|nine lives|second (?:chance|opinion|best|fiddle|helping)|million[- ]dollar|hundred and one (?:things|ways|questions))(?!\p{L})/iu;
const BEFORE_IDIOMS =
  /(?:go for the|at the|think|thinking|thought|\bor|once or|look|better|other|split|for a|every|my|your) $/i;
const IDIOM_TAILS = /^(?:twice|second|half|halves|two|three|double)(?!\p{L})/iu;

/** What a show counts when it speaks of itself. */
export const SHOW_NOUNS = new Set(
  `story stories item items segment segments part parts piece pieces headline headlines report reports stop stops
  subject subjects topic topics section sections tale tales chapter chapters update updates turn turns slot slots voice voices lesson lessons view views look looks`
    .split(/\s+/)
    .map(stem),
);

/** True for a figure that counts nothing which the evidence would have to count. */
export function isNoClaim(figure: Figure, passage: Passage, evidence: Evidence): boolean {
  const after = passage.plain.slice(figure.start, figure.start + 40);
  const before = passage.plain.slice(Math.max(0, figure.start - 24), figure.start);
  // "If you had to choose between one project and a dozen": what is only supposed counts nothing.
  const sentence = /[^.!?]*$/.exec(passage.plain.slice(0, figure.start))?.[0] ?? "";
  if (
    figure.value <= 12 &&
    /^\s*(?:(?:and|so|but|now),? )?(?:if you (?:had|were|could|wanted)|suppose|imagine) /i.test(sentence)
  )
    return true;
  // "five words to keep in mind", "in the same form twice".
  if (
    /^(?:\s(?:words|things|names|ideas|questions))\b/.test(
      passage.plain.slice(figure.end, figure.end + 12),
    ) &&
    figure.value === passage.plain.slice(0, figure.start).split(/,| and /).length
  )
    return true;
  if (/same \p{L}+(?: \p{L}+)? $/iu.test(before) && /^twice/i.test(after)) return true;
  // "If you've ever applied twice": what a listener may do is no claim.
  if (
    /(?<!\p{L})you(?:'\p{L}+)? (?:\p{L}+ ){0,3}$/iu.test(before) &&
    /^twice(?! (?:as|the|what)\b)/i.test(after)
  )
    return true;
  // "all three", of what the sentence has just listed.
  const list = passage.plain.slice(0, figure.start).split(/,| and /).length;
  if (figure.before === "all" && figure.nouns.length === 0 && figure.value <= list) return true;
  if (IDIOMS.test(after) || (IDIOM_TAILS.test(after) && BEFORE_IDIOMS.test(before))) return true;
  if (
    figure.kind === "count" &&
    figure.value === 1 &&
    /^one$/i.test(figure.words) &&
    !/^(?:just|only|exactly)$/.test(figure.before)
  ) {
    // "One forecast, and four more", "one theme of the two": told with how many there are.
    const beside = passage.figures.filter((other) => other !== figure && other.sentence === figure.sentence);
    const isTold = beside.some(({ value }) =>
      evidence.figures.some(
        (other) => other.kind === "count" && (other.value === value || other.value === value + 1),
      ),
    );
    // "One theme is health, and the other is carbon."
    const isPaired = /^one \p{L}+ [^.!?]{1,80}(?:the other|another)(?!\p{L})/iu.test(
      passage.plain.slice(figure.start),
    );
    if ((isTold || isPaired) && figure.nouns.length > 0) return true;
    // "one" is mostly a pronoun; it is a figure where the evidence counts the same things.
    const others = evidence.figures.filter(
      ({ kind, value, nouns }) => kind === "count" && value > 1 && shareNoun(nouns, figure.nouns),
    );
    return (
      others.length === 0 || isOneOf(figure, passage) || figure.nouns.some((noun) => SHOW_NOUNS.has(noun))
    );
  }
  // A part of a name: "Core20PLUS5", "Five Things", or a figure within a longer name of the evidence.
  const own = passage.words.filter(({ start, end }) => start < figure.end && figure.start < end);
  return (
    own.length > 0 &&
    own.every(hasCapital) &&
    own.some(({ opens }) => !opens) &&
    findRun(
      evidence,
      own.map(({ lower }) => lower),
      1,
    ).length > 0
  );
}

function isOneOf(figure: Figure, passage: Passage): boolean {
  return /^\s+(?:of|after|by|at|more|another|thing|day|way)(?!\p{L})/u.test(
    passage.plain.slice(figure.end, figure.end + 12),
  );
}

/** True where two things are counted alike: one noun is the same. */
export function shareNoun(some: readonly string[], others: readonly string[]): boolean {
  return some.some((noun) => others.includes(noun));
}
