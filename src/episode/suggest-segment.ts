// A story's title, publication and text -> the segment that its words tell, and which words those are.
// Never a guess without a word, and never a silent one: what was found is said, so that a person can judge it.

import { removeUnseenCharacters } from "../input/characters.ts";
import { compareCodePoints } from "../problem.ts";
import { oneLine, type SegmentSetting, type Show } from "../show.ts";
import {
  EXACT_WORDS,
  OTHER_SENSES,
  SEGMENT_OF_KIND,
  SEGMENT_WORDS,
  type SegmentKind,
} from "./segment-words.ts";

/** What is known of a story; `text` may be any part of it, and markdown. */
export interface StoryWords {
  readonly title: string;
  readonly publication: string | null;
  readonly text: string;
}

/** A segment that would fit. */
export interface SegmentSuggestion {
  /** The segment's id; null where no word tells one, or two are told alike. */
  readonly segment: string | null;
  /** The words that tell it, or where none is suggested every word found: `"borough" in the title`. */
  readonly why: readonly string[];
  /** True where the words leave little doubt. */
  readonly isSure: boolean;
}

/** What a word counts: of the show's own table, a name by itself, a word that only hints. */
const WEIGHTS = { own: 4, name: 2, hint: 1 } as const;

/** What a place counts: who says it and what it is called tell more than what else it mentions. */
const PLACES = [
  ["title", "the title", 3],
  ["publication", "the publication", 2],
  ["text", "the text", 1],
] as const;

/** The least that makes sure: a name in the title or the publication, or a hint there and another in the text. */
const SURE = 4;
/** How many times the next segment's words the first's must weigh. */
const LEAD = 2.5;

/** Letters of the text that are looked at: what a story is about stands early. */
const MAX_TEXT = 20_000;
/** Words that are named, of each segment. */
const MAX_WHY = 4;

/**
 * Suggests a segment by the show's `suggest` and the built-in table (segment-words.ts). A word counts once in
 * each place. A kind of the table for which the show has no segment still speaks against the others.
 */
export function suggestSegment(
  show: Pick<Show, "segments" | "suggest">,
  story: StoryWords,
): SegmentSuggestion {
  const phrases = phrasesOf(show);
  const scores = new Map<string, { score: number; readonly why: string[] }>();
  for (const [place, name, factor] of PLACES) {
    for (const { phrase, written } of findPhrases(story[place] ?? "", phrases)) {
      if (phrase.target === null) continue;
      const sum = scores.get(phrase.target) ?? { score: 0, why: [] };
      sum.score += phrase.weight * factor;
      sum.why.push(`"${written}" in ${name}`);
      scores.set(phrase.target, sum);
    }
  }
  const ranked = [...scores].sort(
    ([a, one], [b, other]) => other.score - one.score || compareCodePoints(a, b),
  );
  const [first, second] = ranked;
  if (!first) return { segment: null, why: [], isSure: false };
  const [best, { score, why }] = first;
  const next = second?.[1].score ?? 0;
  if (score === next || !show.segments.some(({ id }) => id === best))
    return { segment: null, why: ranked.flatMap(([, one]) => one.why.slice(0, MAX_WHY)), isSure: false };
  return { segment: best, why: why.slice(0, MAX_WHY), isSure: score >= SURE && score >= LEAD * next };
}

/** A word or several, in small letters, and what they tell. */
interface Phrase {
  readonly key: string;
  readonly tokens: readonly string[];
  /** As it must be written; null: in any letter case. */
  readonly exact: string | null;
  /** A segment's id, `kind:…` where the show has no such segment, or null for another sense. */
  readonly target: string | null;
  readonly weight: number;
}

/** Phrases by their first word. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** The phrases of the shows seen: a feed of a thousand items asks for the same a thousand times. */
const KNOWN = new WeakMap<object, Phrases>();

function phrasesOf(show: Pick<Show, "segments" | "suggest">): Phrases {
  const phrases = KNOWN.get(show) ?? listPhrases(show);
  KNOWN.set(show, phrases);
  return phrases;
}

function listPhrases(show: Pick<Show, "segments" | "suggest">): Phrases {
  const phrases = new Map<string, Phrase>();
  const add = (word: string, target: string | null, weight: number, exact: boolean) => {
    const tokens = splitTokens(word).map(({ key }) => key);
    const key = tokens.join(" ");
    if (key !== "") phrases.set(key, { key, tokens, exact: exact ? word : null, target, weight });
  };
  for (const kind of Object.keys(SEGMENT_WORDS) as SegmentKind[]) {
    const target = segmentOfKind(show.segments, kind) ?? `kind:${kind}`;
    for (const weight of ["hint", "name"] as const) {
      for (const word of SEGMENT_WORDS[kind][`${weight}s`])
        add(word, target, WEIGHTS[weight], EXACT_WORDS.includes(word));
    }
  }
  for (const words of OTHER_SENSES) add(words, null, 0, false);
  // Last, since what the show says of a word is what counts.
  for (const [id, words] of Object.entries(show.suggest)) {
    for (const word of words) add(word, id, WEIGHTS.own, false);
  }
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases.values()) {
    const first = phrase.tokens[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
}

function segmentOfKind(segments: readonly SegmentSetting[], kind: SegmentKind): string | null {
  const pattern = SEGMENT_OF_KIND[kind];
  const fits = (text: string) => pattern.test(text);
  return (segments.find(({ id }) => fits(id)) ?? segments.find(({ title }) => fits(title)))?.id ?? null;
}

interface Token {
  /** In small letters. */
  readonly key: string;
  readonly written: string;
  readonly index: number;
}

/** Words with what belongs inside them, as GOV.UK; "&" is "and", and a genitive's ending is left off. */
function splitTokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.'’][\p{L}\p{M}\p{N}]+)*|&/gu)].map(({ 0: run, index }) => {
    const written = run.replace(/['’]s$/iu, "");
    return { key: run === "&" ? "and" : written.toLowerCase(), written, index };
  });
}

interface Found {
  readonly phrase: Phrase;
  readonly written: string;
}

/**
 * Each phrase of a text, once. At each word the longest phrase that fits is taken, and its words are spent.
 */
function findPhrases(text: string, phrases: Phrases): Found[] {
  const clean = removeUnseenCharacters(text.slice(0, MAX_TEXT).normalize("NFKC"));
  const tokens = splitTokens(clean);
  const found = new Map<string, Found>();
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = phraseAt(clean, tokens, at, phrases);
    if (!phrase) continue;
    const written = clean.slice(...spanOf(tokens, at, phrase.tokens.length));
    if (!found.has(phrase.key)) found.set(phrase.key, { phrase, written: oneLine(written) });
    at += phrase.tokens.length - 1;
  }
  return [...found.values()];
}

function phraseAt(text: string, tokens: readonly Token[], at: number, phrases: Phrases): Phrase | undefined {
  const key = tokens[at]?.key ?? "";
  const candidates = [...(phrases.get(key) ?? []), ...(phrases.get(singularOf(key)) ?? [])];
  const fitting = candidates.filter((phrase) => {
    const [start, end] = spanOf(tokens, at, phrase.tokens.length);
    return fitsAt(tokens, at, phrase) && !BETWEEN_SENTENCES.test(text.slice(start, end));
  });
  return fitting.sort((a, b) => b.tokens.length - a.tokens.length)[0];
}

/** A stop before a blank: what stands after it is another sentence. */
const BETWEEN_SENTENCES = /[.!?;:|]\s/;

function spanOf(tokens: readonly Token[], at: number, length: number): [start: number, end: number] {
  const last = tokens[at + length - 1];
  return [tokens[at]?.index ?? 0, (last?.index ?? 0) + (last?.written.length ?? 0)];
}

function fitsAt(tokens: readonly Token[], at: number, { tokens: wanted, exact }: Phrase): boolean {
  const fits = wanted.every((word, index) => {
    const key = tokens[at + index]?.key ?? "";
    return key === word || (index === wanted.length - 1 && singularOf(key) === word);
  });
  return fits && (exact === null || [exact, `${exact}s`].includes(tokens[at]?.written ?? ""));
}

function singularOf(key: string): string {
  return key.replace(/s$/, "");
}
