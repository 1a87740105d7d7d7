// A passage -> what no check of words can judge, for the person who reviews it.

import { findRoles } from "./claims-names.ts";
import { hasCapital, stem, type Word } from "./claims-words.ts";
import type { Notice } from "./guard.ts";
import { type Evidence, sentenceAt } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isPresenters } from "./guard-ordinary.ts";
import type { Passage } from "./guard-passage.ts";

const NEGATION =
  /(?<!\p{L})(?:not|no|never|none|nobody|nothing|nor|neither|without|hardly|scarcely|barely|cannot|\p{L}+n't|fails? to|failed to|lacks?|refus(?:e|es|ed) to|unless)(?!\p{L})/giu;

/** Everything worth a second look. */
export function noticeAll(passage: Passage, evidence: Evidence): Notice[] {
  return [...noticeNegations(passage), ...noticeNames(passage, evidence), ...noticeWords(passage, evidence)];
}

function noticeNegations(passage: Passage): Notice[] {
  return [...passage.plain.matchAll(NEGATION)].map((match) => ({
    words: contextOf(passage, match.index, match.index + match[0].length),
    reason: "a negation: see that the story says so",
  }));
}

/** The words from a place on, up to the next stop or 40 characters. */
function contextOf(passage: Passage, start: number, end: number): string {
  const rest = /^[^.,;:!?\n]{0,40}(?![\p{L}\p{N}])/u.exec(passage.plain.slice(end))?.[0] ?? "";
  return passage.source.slice(start, end + rest.length).trim();
}

/** Sentences in which names, or a name and a role, could be swapped. */
function noticeNames(passage: Passage, evidence: Evidence): Notice[] {
  const sentences = [...new Set(passage.words.map(({ sentence }) => sentence))];
  return sentences.flatMap((number) => {
    const own = passage.words.filter(({ sentence }) => sentence === number);
    const names = passage.names.filter(({ parts }) => parts[0]?.sentence === number);
    const roles = findRoles(own).filter(({ isWeak }) => !isWeak);
    if (names.length === 0 || names.length + roles.length < 2) return [];
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const words = passage.source.slice(first.start, last.end);
    const near = findNearest(evidence, own);
    return [
      {
        words,
        reason:
          near === null
            ? "names that could be swapped: see that each is in its place"
            : `names that could be swapped; nearest in the notes: ${near}`,
      },
    ];
  });
}

/** The sentence of the evidence that shares most words with one of a passage; null where none shares any. */
function findNearest(evidence: Evidence, own: readonly Word[]): string | null {
  const stems = new Set(
    own.filter(({ lower }) => !FUNCTION_WORDS.has(lower)).map(({ lower }) => stem(lower)),
  );
  let best = 0;
  let found: string | null = null;
  for (const text of evidence.texts) {
    if (text.isShow) continue;
    const shared = new Map<number, { at: number; stems: Set<string> }>();
    text.words.forEach(({ lower, sentence }, at) => {
      const one = stem(lower);
      if (!stems.has(one)) return;
      const counted = shared.get(sentence) ?? { at, stems: new Set() };
      shared.set(sentence, counted);
      counted.stems.add(one);
    });
    for (const { at, stems: common } of shared.values()) {
      if (common.size <= best) continue;
      best = common.size;
      found = sentenceAt(text, at);
    }
  }
  return found;
}

/** Words of substance that stand nowhere in the evidence. */
function noticeWords(passage: Passage, evidence: Evidence): Notice[] {
  const seen = new Set<string>();
  const isFigure = ({ start, end }: Word) =>
    passage.figures.some((figure) => figure.start < end && start < figure.end);
  return passage.words.flatMap((word) => {
    const one = stem(word.lower);
    const isKnown =
      isFigure(word) ||
      evidence.stems.has(one) ||
      FUNCTION_WORDS.has(word.lower) ||
      isPresenters(word.lower) ||
      isPresenters(one);
    if (isKnown || seen.has(one) || (hasCapital(word) && !word.opens) || word.lower.length < 3) return [];
    seen.add(one);
    return [
      {
        words: passage.source.slice(word.start, word.start + word.text.length),
        reason: "a word that stands nowhere in the notes",
      },
    ];
  });
}
