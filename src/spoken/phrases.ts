// Names and titles -> phrases as they are said or printed within a sentence.

/** "A", "A and B", "A, B and C". */
export function joinList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** Text as a sentence: a full stop is added where it has no stop of its own. */
export function endSentence(text: string): string {
  return /[.!?…]["”’')\]]*$/.test(text) ? text : `${text}.`;
}

/** 1306 -> "1,306"; Intl would take longer over it than over a story. */
export function groupDigits(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** 1 -> "1 word", 2 -> "2 words"; a plural of another form is given. */
export function countOf(number: number, word: string, plural = `${word}s`): string {
  return `${groupDigits(number)} ${number === 1 ? word : plural}`;
}

/** A text of at most `length` letters, what is left out told by "…". */
export function shorten(text: string, length: number): string {
  const letters = [...text];
  if (letters.length <= length) return text;
  const kept = letters.slice(0, length - 1).join("");
  return `${kept.trimEnd()}…`;
}
