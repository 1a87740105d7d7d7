// Text -> what is said where it differs from what is written: names, figures, dates, initials, addresses.
// The one source of spoken words: the clock counts them, and the script for a machine voice speaks them.

import { findEnglishSayings } from "./english.ts";
import { replaceBySayings, type Saying } from "./saying.ts";
import { keyOf, type Voice } from "./voice.ts";
import { countWords } from "./words.ts";

export type { Saying } from "./saying.ts";

/** All stretches that are not said as written, in order, none over another. */
export function findSayings(text: string, voice: Voice): Saying[] {
  const names = findNames(text, voice);
  return voice.isEnglish ? findEnglishSayings(text, names) : names;
}

/** The text as it is said. */
export function sayText(text: string, voice: Voice): string {
  return replaceBySayings(text, findSayings(text, voice));
}

/** How many words are said. */
export function countSpokenWords(text: string, voice: Voice): number {
  return countWords(sayText(text, voice));
}

function findNames(text: string, { pattern, names }: Voice): Saying[] {
  if (pattern === null) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = names.get(keyOf(match[0]));
    if (!name) return [];
    return [{ start: match.index, end: match.index + match[0].length, spoken: name.spoken, name }];
  });
}
