// names.yaml and a story's `say` -> the voice that a text is said in: its names with how each sounds.

import { isEnglish } from "../input/language.ts";
import type { Name } from "../show.ts";
import { sayDigits } from "./english-numbers.ts";

/** A name that is not said as it is written. */
export interface SpokenName {
  readonly name: string;
  /** What the presenter is shown in brackets: `LOH-tee`, or `N-H-S` where it is read letter by letter. */
  readonly cue: string;
  /** How it is said, as words: `LOH-tee`, `N H S`. */
  readonly spoken: string;
  readonly isSpelled: boolean;
}

/** How a text is said. */
export interface Voice {
  readonly isEnglish: boolean;
  /** By the name as `keyOf` has it. */
  readonly names: ReadonlyMap<string, SpokenName>;
  /** Finds names at whole words, the longest first, however their letters are composed; null where there is none. */
  readonly pattern: RegExp | null;
}

/** Straight, curly either way, and the letter. */
const APOSTROPHES = /['‘’ʼ]/g;

/** A name as it stands in `Voice.names`: composed, its blanks single, its apostrophes straight. */
export function keyOf(written: string): string {
  return written.normalize("NFC").replace(/\s+/g, " ").replace(APOSTROPHES, "'").trim();
}

/** Makes the voice of a show, or of a story whose `say` comes before names.yaml. */
export function makeVoice(
  show: { readonly language: string; readonly names: readonly Name[] },
  say: Readonly<Record<string, string>> = {},
): Voice {
  const speaksEnglish = isEnglish(show.language);
  const names = new Map<string, SpokenName>();
  const add = (name: SpokenName) => {
    if (keyOf(name.name) !== "" && name.spoken !== "") names.set(keyOf(name.name), name);
  };
  for (const { name, say: spoken, spell } of show.names) {
    if (spoken !== null) add(sayAs(name, spoken));
    else if (spell) add(spellOut(name, speaksEnglish));
  }
  for (const [name, spoken] of Object.entries(say)) add(sayAs(name, spoken));
  return {
    isEnglish: speaksEnglish,
    names,
    pattern: names.size === 0 ? null : makePattern([...names.keys()]),
  };
}

function sayAs(name: string, spoken: string): SpokenName {
  const line = spoken.replace(/\s+/g, " ").trim();
  return { name, cue: line, spoken: line, isSpelled: false };
}

/** Letter by letter: the cue `M-I-5`, said `M I five`. */
function spellOut(name: string, speaksEnglish: boolean): SpokenName {
  const letters = name.normalize("NFC").match(/[\p{L}\p{N}&]/gu) ?? [];
  const cue = letters.map((letter) => (letter === "&" && speaksEnglish ? "and" : letter.toUpperCase()));
  const spoken = cue.map((letter) =>
    speaksEnglish && /\d/.test(letter) ? sayDigits(letter, "zero") : letter,
  );
  return { name, cue: cue.join("-"), spoken: spoken.join(" "), isSpelled: true };
}

/** Whole words only: no letter, digit or mark next to them, whatever the name itself begins and ends with. */
function makePattern(keys: readonly string[]): RegExp {
  // The longest first, since the first alternative that fits is taken.
  const alternatives = [...keys]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((key) => Array.from(key, writeCharacter).join(""));
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}_])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}\\p{M}_])`, "gu");
}

/** A character of a name as a pattern: composed or not, with any blank and any apostrophe. */
function writeCharacter(character: string): string {
  if (character === " ") return "\\s+";
  if (character === "'") return "['‘’ʼ]";
  const parts = character.normalize("NFD");
  if (parts !== character) return `(?:${character}|${parts})`;
  return character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
}
