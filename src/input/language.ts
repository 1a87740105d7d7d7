// A language tag -> whether it is one that the program itself speaks.

/** True for English of any country: what is said, dates in words and built-in narration are its own there. */
export function isEnglish(language: string): boolean {
  return /^en\b/i.test(language);
}
