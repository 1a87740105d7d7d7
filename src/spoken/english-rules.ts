// What a rule of spoken English is, and the parts that rules are made of.
// A rule is tried where a word, a figure or a sign begins; its pattern is bounded, so that no text is slow.

/** Where a rule's pattern fitted. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Says a part of the match by itself. */
  readonly say: (part: string) => string;
  /** True where the words around are all in capitals, as in a headline. */
  readonly isShouted: () => boolean;
}

/** A pattern, sticky, and what is said for the whole of its match; null where it is said as written after all. */
export interface Rule {
  readonly pattern: RegExp;
  readonly say: (match: readonly (string | undefined)[], place: Place) => string | null;
}

/** Makes a rule from a pattern's source, which goes by UTF-16 units; it begins where the rule is tried. */
export function makeRule(source: string, say: Rule["say"]): Rule {
  return { pattern: new RegExp(source, "y"), say };
}

/** A whole or broken number. No digit goes on after it. */
export const NUMBER = String.raw`(?:\d{1,3}(?:,(?:\d{3}|\s000(?!\d))){1,5}|\d{1,15})(?:\.\d{1,12})?(?!\d|,\d{3})`;

/**
 * Latin letters and their marks, for a class of a pattern. Where a word begins and ends is found once for all rules, in
 * every script; the rules are for English, and 70 patterns with all of Unicode would take 150 ms to compile.
 */
export const LETTERS = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\\u0300-\\u036f";
export const SMALL = "a-zß-öø-ÿ";

/** The end of a word. */
export const END = String.raw`(?![${LETTERS}\d])`;

/** The full stop of an abbreviation, where it cannot be the end of the sentence. */
export const STOP = String.raw`(?:\.(?=\s+[${SMALL}\d(]|[,;:)]))?`;

const WORD_BEFORE = new RegExp(String.raw`([${LETTERS}'’]+)\s+$`);
const WORD_AFTER = new RegExp(String.raw`^\s+([${LETTERS}'’]+)`);

/** How far a rule looks around, in UTF-16 units. */
const SIGHT = 32;

/** The word before a place, with only a blank between; "" if there is none. */
export function findWordBefore({ text, start }: Place): string {
  return WORD_BEFORE.exec(text.slice(Math.max(0, start - SIGHT), start))?.[1] ?? "";
}

/** The word after a place, with only a blank between; "" if there is none. */
export function findWordAfter({ text, end }: Place): string {
  return WORD_AFTER.exec(text.slice(end, end + SIGHT))?.[1] ?? "";
}

/** A set of the words of a line. */
export function listOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/[ \n]+/));
}

const DETERMINERS = listOf(
  "a an the this that another each every its their his her our your my no new first second",
);

/** Words after a number that are nothing that is counted. */
export const NO_NOUNS =
  listOf(`a about above across after again all also although an and are around as at away be because
  been before below between but by can could did do does down during each for from had has have he her here his how if
  in into is it its less made may might more most must needed not now of off on or our out over paid per plus raised
  set she should since so spent than that the their then there these they this those through to too under until up was
  we were what when where which while who whom whose will with within without worth would yet you your`);

/** True where a word comes after that may be a noun. */
export function isNounAfter(place: Place): boolean {
  const after = findWordAfter(place);
  return /^[a-z]{3}/.test(after) && !NO_NOUNS.has(after) && !/(?:ed|ly)$/.test(after);
}

/** True in "a £5m fund" and "the 20 km walk", where what is counted is said in the singular. */
export function isAdjective(place: Place): boolean {
  return DETERMINERS.has(findWordBefore(place).toLowerCase()) && isNounAfter(place);
}

/** Nouns that are counted by the thousand: a bare "1950 people" is no year. */
export const COUNTED =
  listOf(`people users jobs staff homes patients pupils students workers employees members children
  adults households words miles kilometres metres pounds dollars euros times calls visits tonnes hours days weeks months
  minutes seats beds cases deaths copies items pages steps points votes volunteers residents men women firms businesses
  organisations companies schools hospitals councils drivers nurses doctors teachers officers records documents million
  billion thousand trillion per percent`);
