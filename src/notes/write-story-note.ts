// What a page or a file tells of itself -> the story note and the capture that `roundup add` writes.
// The note holds facts and asks for the presenter's own words; the page's words are kept in the capture alone.

import { escapeMarkdown } from "../markdown/write-markdown.ts";
import { countOf, shorten } from "../spoken/phrases.ts";
import type { Doubt } from "./doubtful-text.ts";
import type { Promised } from "./find-promises.ts";
import type { Field, PageFacts } from "./read-page.ts";
import { writeNote } from "./write-note.ts";

/** What a story is made from; `address` is where the page was found, null for a file without one. */
export interface CollectedPage {
  readonly facts: PageFacts;
  /** The headline; the page's own title where it has one. */
  readonly title: string;
  readonly address: string | null;
  /** YYYY-MM-DD. */
  readonly accessed: string;
  readonly segment: string;
  /** Why it is that segment, as a clause. */
  readonly segmentWhy: string;
  /** The capture's path relative to the episode's folder or the inbox; null where there is no text to keep. */
  readonly capture: string | null;
  readonly doubts: readonly Doubt[];
  readonly isDoubtful: boolean;
  readonly promises: readonly Promised[];
  /** What the collector should know, each a sentence without its full stop. */
  readonly problems: readonly string[];
  /** The editor's comment, if any. */
  readonly comments: readonly string[];
}

/** How many doubtful places the note names. */
const MAX_DOUBTS = 8;

/** Writes the story note: its keys, where each was found, room for the words, and what is private to the makers. */
export function writeStoryNote(page: CollectedPage): string {
  const { facts, address, capture } = page;
  const source = {
    title: page.title,
    url: facts.canonical?.value ?? address ?? undefined,
    author: oneOrMany(facts.authors?.value ?? []),
    publication: facts.publication?.value,
    published: facts.published?.value,
    accessed: page.accessed,
    access: facts.access?.value,
    capture: capture ?? undefined,
    doubtful: page.isDoubtful ? "a machine seems to have reworded the text" : undefined,
  };
  const follow = page.promises.map(
    ({ date, about }) => `  - { date: ${date}, about: ${JSON.stringify(about)} }`,
  );
  return writeNote({
    comments: [...page.comments, ...listOrigins(page)],
    keys: { title: page.title, segment: page.segment, sources: [dropEmpty(source)] },
    hints:
      follow.length === 0 ? [] : ["follow: # dates to come in the text; keep what you promise", ...follow],
    body: writeBody(page),
  });
}

/** Writes the capture: where the text is from, and the text as the page had it. */
export function writeCapture(page: CollectedPage): string {
  const { facts, address } = page;
  return writeNote({
    keys: dropEmpty({
      title: page.title,
      url: facts.canonical?.value ?? address ?? undefined,
      accessed: page.accessed,
      language: facts.language?.value,
    }),
    body: facts.article,
  });
}

/** "# title: JSON-LD", for each fact that was found, so that a person can judge how far to trust it. */
function listOrigins({ facts, segmentWhy }: CollectedPage): string[] {
  const fields: readonly (readonly [string, Field<unknown> | null])[] = [
    ["title", facts.title],
    ["author", facts.authors],
    ["publication", facts.publication],
    ["published", facts.published],
    ["url", facts.canonical],
    ["access", facts.access],
  ];
  const found = fields.flatMap(([name, field]) => (field ? [`${name}: ${field.from}`] : []));
  return [...(found.length > 0 ? [`Found in ${found.join("; ")}.`] : []), `Segment: ${segmentWhy}.`];
}

function writeBody({ doubts, isDoubtful, problems, capture }: CollectedPage): string {
  const ask =
    "<!-- In your own words: who says so, what has happened, why it matters. What is read aloud goes here. -->";
  const places = doubts
    .slice(0, MAX_DOUBTS)
    .map(({ line, words, reason }) => `- Line ${line}: ${escapeMarkdown(shorten(words, 80))} (${reason})`);
  const more = doubts.length - places.length;
  const doubtful = isDoubtful
    ? [
        `${capture === null ? "The text" : `\`${capture}\``} may be a copy that a machine reworded. Find the original, and add that instead. ${countOf(doubts.length, "place")}:`,
        [...places, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n"),
      ]
    : [];
  const notes = [...problems.map((problem) => `- ${escapeMarkdown(problem)}.`)];
  const own = [...(notes.length > 0 ? [notes.join("\n")] : []), ...doubtful];
  return own.length === 0 ? ask : `${ask}\n\n## Notes\n\n${own.join("\n\n")}`;
}

function oneOrMany(texts: readonly string[]): string | readonly string[] | undefined {
  return texts.length === 0 ? undefined : texts.length === 1 ? texts[0] : texts;
}

function dropEmpty<T extends object>(keys: T): T {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined)) as T;
}
