// What a page or a file tells of itself -> one shape for it, and what its user should know, in words.
// A page, a saved file and a text are added to a show in the same way, so they are told in the same way.

import type { Wall } from "./read-page-wall.ts";
import type { Access } from "./story-note.ts";

/** A fact, and the place of TRUST that gave it; a date that tells of a change says so in `from`. */
export interface Field<T = string> {
  readonly value: T;
  readonly from: string;
}

/** What a page or a file tells of itself. */
export interface PageFacts {
  readonly title: Field | null;
  readonly authors: Field<readonly string[]> | null;
  readonly publication: Field | null;
  /** YYYY-MM-DD, the day as written. */
  readonly published: Field | null;
  readonly canonical: Field | null;
  /** BCP 47. */
  readonly language: Field | null;
  readonly access: Field<Access> | null;
  /** Markdown, "" where there is none. */
  readonly article: string;
  /** What stands before the article. */
  readonly wall: Wall | null;
  readonly words: number;
  /** What its user should know, each a sentence without its full stop. */
  readonly problems: readonly string[];
}

/** An article below this is likely none. Characters. */
export const SHORT_ARTICLE = 500;

/** Words as a reader counts them: runs of signs between blanks that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What was found beside an article's text. */
export interface Findings {
  readonly wall: Wall | null;
  /** What a server said in place of the article: "Access denied". */
  readonly refusal: string | null;
  /** The page shows a PDF. */
  readonly isPdf: boolean;
  /** Places of hidden text, and blocks of JSON-LD that cannot be read. */
  readonly hidden: number;
  readonly broken: number;
}

const WALLS: Readonly<Record<Wall, string>> = {
  consent:
    "Unexpected page that asks for consent, expected an article: open it in a browser, agree or refuse, save the page and add the file",
  login:
    "Unexpected page that asks to sign in, expected an article that anyone can read: sign in with a browser, save the page and add the file",
  paywall:
    "Unexpected paywall, expected the whole article: if you have a subscription, save the page from a browser and add the file",
};

/** What its user should know of an article with this text, the gravest first. */
export function describeProblems(text: string, findings: Findings): string[] {
  const { wall, refusal, isPdf, hidden, broken } = findings;
  const problems: string[] = [];
  if (wall !== null) problems.push(WALLS[wall]);
  else if (refusal !== null)
    problems.push(
      `Unexpected page that says “${refusal}”, expected an article: open it in a browser, save the page and add the file`,
    );
  else if (isPdf)
    problems.push(
      "Unexpected PDF within the page, expected an article: turn the PDF into text, as with pdftotext, and add that",
    );
  else if (text.length < SHORT_ARTICLE)
    problems.push(
      `Unexpected article of ${text.length} characters, expected ${SHORT_ARTICLE} or more: see whether the capture is all that the page says`,
    );
  if (hidden > 0)
    problems.push(
      `Unexpected hidden text in ${hidden} ${hidden === 1 ? "place" : "places"}, expected text that a reader sees: it was left out of the capture`,
    );
  if (broken > 0)
    problems.push("Unexpected JSON-LD that cannot be read: the facts come from the rest of the page");
  return problems;
}
