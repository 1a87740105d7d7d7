// What a passage may rest on -> the same, read once: words, figures, dates, names and sentences to look things up in.

import type { Grounds } from "./brief.ts";
import { type DateClaim, findDates } from "./claims-dates.ts";
import { type Figure, findFigures } from "./claims-figures.ts";
import { findNames, type NameClaim } from "./claims-names.ts";
import { findWords, hasCapital, makePlain, stem, type Word } from "./claims-words.ts";
import { isOrdinary } from "./guard-ordinary.ts";

/** A paragraph that a passage may rest on. */
export interface EvidenceText {
  readonly plain: string;
  readonly words: readonly Word[];
  readonly names: readonly NameClaim[];
  /** True for what the show says of itself: its title, its hosts, its segments. */
  readonly isShow: boolean;
}

/** A figure and the text that it stands in. */
export interface EvidenceFigure extends Figure {
  readonly text: number;
}

/** All that a passage may rest on. */
export interface Evidence {
  readonly grounds: Grounds;
  readonly texts: readonly EvidenceText[];
  readonly figures: readonly EvidenceFigure[];
  readonly dates: readonly DateClaim[];
  /** Every word in small letters, and where: text and index. */
  readonly index: ReadonlyMap<string, readonly (readonly [text: number, word: number])[]>;
  /** Stems of all words. */
  readonly stems: ReadonlySet<string>;
  /** Words, in small letters, that the evidence writes without a capital letter. */
  readonly small: ReadonlySet<string>;
  /** Ways in which a word is written with a capital letter, by the word in small letters. */
  readonly capitals: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads what a passage may rest on. */
export function makeEvidence(grounds: Grounds): Evidence {
  const show = [
    grounds.show,
    ...grounds.hosts,
    grounds.episode.title,
    ...(grounds.episode.number === null ? [] : [`episode ${grounds.episode.number}`]),
    ...grounds.segments,
  ];
  const given = [...grounds.texts, ...show].map((text) => readText(text, false));
  const initials = expandNames(grounds, given).map((text) => readText(text, false));
  const texts = [
    ...given.map((text, at) => (at < grounds.texts.length ? text : { ...text, isShow: true })),
    ...initials,
  ];
  return { grounds, texts, ...readClaims(texts), ...indexWords(texts) };
}

function readText(text: string, isShow: boolean): EvidenceText {
  const plain = makePlain(text);
  const words = findWords(plain);
  return { plain, words, names: findNames(words), isShow };
}

function readClaims(texts: readonly EvidenceText[]): Pick<Evidence, "figures" | "dates"> {
  const dates = texts.map(({ plain }) => findDates(plain));
  const figures = texts.flatMap(({ plain }, text) =>
    findFigures(blank(plain, dates[text] ?? [])).map((figure) => ({ ...figure, text })),
  );
  return { figures, dates: dates.flat() };
}

function indexWords(
  texts: readonly EvidenceText[],
): Pick<Evidence, "index" | "stems" | "small" | "capitals"> {
  const index = new Map<string, [number, number][]>();
  const stems = new Set<string>();
  const small = new Set<string>();
  const capitals = new Map<string, Set<string>>();
  texts.forEach(({ words }, text) => {
    words.forEach((word, at) => {
      const places = index.get(word.lower);
      if (places) places.push([text, at]);
      else index.set(word.lower, [[text, at]]);
      stems.add(stem(word.lower));
      if (!hasCapital(word)) small.add(word.lower);
      else if (!(word.opens && isOrdinary(word.lower))) {
        const forms = capitals.get(word.lower) ?? new Set();
        capitals.set(word.lower, forms.add(word.text));
      }
    });
  });
  return { index, stems, small, capitals };
}

/** Text with some of it blanked, every other place kept. */
export function blank(
  plain: string,
  places: readonly { readonly start: number; readonly end: number }[],
): string {
  let out = "";
  let from = 0;
  for (const { start, end } of places) {
    if (start < from) continue;
    // A stop keeps what stands on both sides from being read as one.
    out += `${plain.slice(from, start) + " ".repeat(Math.max(0, end - start - 1))},`;
    from = end;
  }
  return out + plain.slice(from);
}

/** Initials of names.yaml for an expansion that is there, and the other way round. */
function expandNames(grounds: Grounds, given: readonly EvidenceText[]): string[] {
  const all = given.map(({ words }) => ` ${words.map((word) => word.lower).join(" ")} `).join("\n");
  const holds = (name: string) => all.includes(` ${keyOf(name)} `);
  return grounds.names.flatMap(({ name, expansion }) => {
    if (expansion === null) return [];
    return holds(name) ? [expansion] : holds(expansion) ? [name] : [];
  });
}

/** A name as its words in small letters, with a blank between. */
export function keyOf(text: string): string {
  return findWords(makePlain(text))
    .map((word) => word.lower)
    .join(" ");
}

/** Where words stand one after the other in the evidence, in any letter case; `limit` places at the most. */
export function findRun(
  evidence: Evidence,
  run: readonly string[],
  limit = 200,
): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  for (const place of evidence.index.get(run[0] ?? "") ?? []) {
    const [text, at] = place;
    const words = evidence.texts[text]?.words ?? [];
    if (run.every((lower, step) => words[at + step]?.lower === lower)) places.push(place);
    if (places.length >= limit) break;
  }
  return places;
}

/** The sentence of a text that a word belongs to, as written. */
export function sentenceAt(text: EvidenceText, at: number): string {
  const number = text.words[at]?.sentence;
  const own = text.words.filter((word) => word.sentence === number);
  const [first, last] = [own[0], own.at(-1)];
  return first && last ? text.plain.slice(first.start, last.end) : "";
}
