// A passage of text -> how many words are said in it.

/** What parts words: blanks and long dashes. A hyphen or an en dash inside a word parts nothing. */
const BETWEEN_WORDS = /[\s\u2014]+|\u2013(?=\s)|(?<=\s)\u2013/;

/** Words as a reader counts them: runs between blanks and dashes that hold a letter or a digit. */
export function splitWords(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((run) => /[\p{L}\p{N}]/u.test(run));
}

/** How many words there are. */
export function countWords(text: string): number {
  return splitWords(text).length;
}
