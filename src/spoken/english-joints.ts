// Words and sayings that no blank parts -> one saying, so that what is said never runs together.
// "A&E" is "A and E", "NHS/HMRC" is "N H S H M R C", and "5é" would be one word without it.

import { listOf } from "./english-rules.ts";
import type { Saying } from "./saying.ts";

/** A word of the text, `spoken` null where it is said as written, or a saying. */
export interface Piece extends Omit<Saying, "spoken"> {
  readonly spoken: string | null;
}

const JOINTS: Readonly<Record<string, string>> = {
  "&": "and",
  "+": "plus",
  "=": "equals",
  "×": "by",
  "/": "slash",
  ".": "",
};

/** True for a sign that joins two words. */
export function isJoint(sign: string): boolean {
  return JOINTS[sign] !== undefined;
}

/** True where a piece follows another at once, or with only a joining sign between. */
export function isJoined(text: string, before: Piece | undefined, piece: Piece): boolean {
  if (before === undefined) return false;
  if (before.end === piece.start) return true;
  if (before.end + 1 !== piece.start) return false;
  const sign = text.charAt(before.end);
  // Initials go on after a full stop.
  if (sign === ".")
    return /(?:^| )[A-Z]$/.test(sayPiece(text, before)) && /^[A-Z](?: |$)/.test(sayPiece(text, piece));
  return isJoint(sign);
}

function sayPiece(text: string, { start, end, spoken }: Piece): string {
  return spoken ?? text.slice(start, end);
}

/** Both of these are said as one choice. */
const CHOICES = listOf("he she him her his hers they them their theirs himself herself themselves yes no");

/** What is said for the sign between two words as written: for a slash often nothing. */
function sayJoint(sign: string, left: string, right: string): string {
  if (sign !== "/") return JOINTS[sign] ?? "";
  if (CHOICES.has(left.toLowerCase()) && CHOICES.has(right.toLowerCase())) return "or";
  const areInitials = /^[A-Z]+s?$/.test(left) && /^[A-Z]+s?$/.test(right);
  return areInitials || /^(?:and|either)$/i.test(left) ? "" : "slash";
}

/** One saying of all the pieces; null for a single word that is said as written. */
export function joinPieces(text: string, pieces: readonly Piece[]): Saying | null {
  const [first] = pieces;
  if (first === undefined) return null;
  if (pieces.length === 1) return first.spoken === null ? null : { ...first, spoken: first.spoken };
  const words: string[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    const written = text.slice(piece.start, piece.end);
    const sign = before === undefined ? "" : text.slice(before.end, piece.start);
    if (before !== undefined) words.push(sayJoint(sign, text.slice(before.start, before.end), written));
    // Capitals next to "&" are letters even where they make a word: AT&T.
    const isLetters = /^[A-Z]{2,3}$/.test(written) && (sign === "&" || text.charAt(piece.end) === "&");
    const isPlural = sign === "&" && /^[A-Z]s$/.test(written);
    if (isPlural) words.push(`${written.charAt(0)}'s`);
    else words.push(piece.spoken ?? (isLetters ? written.split("").join(" ") : written));
    before = piece;
  }
  const parts = pieces.flatMap(({ end, name }) => (name === null ? [] : [{ end, name }]));
  return {
    start: first.start,
    end: before?.end ?? first.end,
    spoken: words.filter((word) => word !== "").join(" "),
    name: parts[0]?.name ?? null,
    ...(parts.length > 0 && { parts }),
  };
}
