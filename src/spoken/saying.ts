// A stretch of a text -> the words that are said for it; a text -> itself as it is said.

import type { SpokenName } from "./voice.ts";

/** A stretch of a text, in UTF-16 units, and the words that are said for it. */
export interface Saying {
  readonly start: number;
  readonly end: number;
  readonly spoken: string;
  /** The name, if it is one that names.yaml or the story says. */
  readonly name: SpokenName | null;
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
