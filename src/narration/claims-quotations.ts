// Text -> the quotations in it, in straight or curly marks, double or single.
// An apostrophe is the same sign as a single mark; where it stands between letters it is none.

import { makePlain } from "./claims-words.ts";

/** A quotation and where it stands, its marks included. */
export interface Quotation {
  /** What is quoted, without its marks. */
  readonly inner: string;
  /** As written, marks included. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

// A double mark that is never closed quotes all that follows in its paragraph.
const DOUBLE = /"([^"\n]*)(?:"|(?=\n)|$)/g;
const SINGLE = /(?<![\p{L}\p{N}])'(?=[\p{L}\p{N}£$€])((?:[^'\n]|(?<=\p{L})'(?=\p{L}))*)'(?!\p{L})/gu;
// "Quote … unquote", as it is read aloud, and words that announce what somebody says.
const SPOKEN =
  /(?<![\p{L}-])quote,? ([^"\n]*?)(?:,? (?:unquote|end quote|close quote)(?!\p{L})|[.!?](?=\s|$)|$)/giu;
const ANNOUNCED =
  /(?<!\p{L})(?:in (?:(?:his|her|their|its|the) (?:own |exact |very )?words(?: of [^,:.\n]{1,80})?|[^,:.\n]{1,60}'s? (?:own |exact )?words)|to quote [^,:.\n]{1,60}|(?:said|says|wrote|writes|told \p{L}+|added|adds|put it(?: this way| thus)?|puts it(?: this way| thus)?)):\s+([^\n".!?]+)/giu;

/** Every quotation of a text, in order. */
export function findQuotations(text: string): Quotation[] {
  const plain = makePlain(text);
  const source = text.normalize("NFC");
  const taken: Quotation[] = [];
  const add = (match: RegExpMatchArray) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    const inner = match[1] ?? "";
    if (!/[\p{L}\p{N}]/u.test(inner) || taken.some((one) => start < one.end && one.start < end)) return;
    taken.push({ inner, words: source.slice(start, end).trim(), start, end });
  };
  for (const pattern of [DOUBLE, SINGLE, SPOKEN, ANNOUNCED])
    for (const match of plain.matchAll(pattern)) add(match);
  return taken.sort((one, other) => one.start - other.start);
}
