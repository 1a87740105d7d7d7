// A stretch of a text -> the words that are said for it; a text -> itself as it is said.

import type { SpokenName } from "./voice.ts";

/** A stretch of a text, in UTF-16 units, and the words that are said for it. */
export interface Saying {
  readonly start: number;
  readonly end: number;
  readonly spoken: string;
  /** The name, if it is one that names.yaml or the story says; the first of several. */
  readonly name: SpokenName | null;
  /** The names in it, each with its end, where other words stand in it too ("LOTI/Socitm"). */
  readonly parts?: readonly NamePart[];
}

/** A name within a saying. */
export interface NamePart {
  readonly end: number;
  readonly name: SpokenName;
}

/** The names of a saying, each with where it ends. */
export function namesOf({ end, name, parts }: Saying): readonly NamePart[] {
  return parts ?? (name === null ? [] : [{ end, name }]);
}

/** The text with the words of its sayings in their places. */
export function replaceBySayings(text: string, sayings: readonly Saying[]): string {
  let said = "";
  let from = 0;
  for (const { start, end, spoken } of sayings) {
    said += text.slice(from, start) + spoken;
    from = end;
  }
  return said + text.slice(from);
}
