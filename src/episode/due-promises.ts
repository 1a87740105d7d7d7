// The stories of all episodes, with what each promised to look at again -> what falls due, and before which episode.
// What listeners were told would happen is looked up, and not left to memory.

import { countDays } from "../input/calendar-date.ts";
import type { StoryNote } from "../notes/story-note.ts";
import { compareCodePoints, type Place } from "../problem.ts";
import type { Cadence } from "../show.ts";
import { splitSentences } from "../spoken/sentences.ts";
import { splitWords } from "../spoken/words.ts";
import type { EpisodeEntry } from "./choose-episode.ts";

/** A promise that was broadcast. */
export interface DuePromise {
  /** When it falls due, YYYY-MM-DD. */
  readonly date: string;
  readonly about: string;
  /** True if that day is past. */
  readonly isOverdue: boolean;
  /** The episode's slug, and the story's. */
  readonly episode: string;
  readonly slug: string;
  readonly title: string;
  /** The sentence of the story that speaks of it most, or its headline. */
  readonly sentence: string;
  /** Where the note has it. */
  readonly file: string;
  readonly place: Place;
}

/** The day of the next episode; `episode` is its slug, or null where the cadence tells the day. */
export interface NextEpisode {
  readonly date: string;
  readonly episode: string | null;
}

/**
 * The next episode: the first that is to come, today's among them; or else the latest one's date and as many times
 * the cadence as lead to today or later. Null where no episode has a date.
 */
export function findNextEpisode(
  entries: readonly EpisodeEntry[],
  cadence: Cadence,
  today: string,
): NextEpisode | null {
  const dated = entries
    .flatMap(({ slug, note }) => (note ? [{ date: note.date, episode: slug }] : []))
    .sort((a, b) => compareCodePoints(a.date, b.date) || compareCodePoints(a.episode, b.episode));
  const coming = dated.find(({ date }) => date >= today);
  const latest = dated.at(-1);
  if (coming || !latest) return coming ?? null;
  for (let count = 1; ; count += 1) {
    const date = addCadence(latest.date, cadence, count);
    if (date >= today) return { date, episode: null };
  }
}

/** A date and so many times the cadence; in a shorter month, its last day. */
function addCadence(date: string, cadence: Cadence, count: number): string {
  if (cadence !== "monthly") {
    const days = { daily: 1, weekly: 7, fortnightly: 14 }[cadence] * count;
    return writeDate(new Date((countDays(date) + days) * 86_400_000));
  }
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return writeDate(new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))));
}

function writeDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/**
 * The promises of stories that are not held, those until a day (null: all), the oldest first. `stories` go with the
 * slug of their episode.
 */
export function listPromises(
  stories: readonly { readonly episode: string; readonly note: StoryNote }[],
  today: string,
  until: string | null,
): DuePromise[] {
  return stories
    .filter(({ note }) => note.status !== "held")
    .flatMap(({ episode, note }) =>
      note.follow.map(({ date, about, place }) => ({
        date,
        about,
        isOverdue: date < today,
        episode,
        slug: note.slug,
        title: note.title,
        sentence: findSentence(note, about, date),
        file: note.file,
        place,
      })),
    )
    .filter(({ date }) => until === null || date <= until)
    .sort(
      (a, b) =>
        compareCodePoints(a.date, b.date) ||
        compareCodePoints(a.file, b.file) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column,
    );
}

const SMALL_WORDS = new Set(
  "a an and are as at be been by for from had has have he her his how if in into is it its of on or she that the their them then there they this to was we were what when where whether which who will with would".split(
    " ",
  ),
);

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

/** The sentence of the spoken words that shares most with what was promised; the month and year of the day help. */
function findSentence(note: StoryNote, about: string, date: string): string {
  const wanted = new Set(listStems(about));
  const [year = "", month = ""] = date.split("-");
  const helps = new Set([year, MONTHS[Number(month) - 1] ?? ""]);
  let best = { sentence: note.title, score: 0 };
  for (const sentence of note.paragraphs.flatMap(({ text }) => splitSentences(text))) {
    const stems = new Set(listStems(sentence));
    const shared = [...wanted].filter((stem) => stems.has(stem)).length;
    // A month alone is no sign: it must be beside a word that was promised.
    const score = shared === 0 ? 0 : shared + [...helps].filter((word) => stems.has(word)).length / 2;
    if (score > best.score) best = { sentence, score };
  }
  return best.sentence;
}

/** Words in small letters without the ending that their form gives them: reports, reported -> report. */
function listStems(text: string): string[] {
  return splitWords(text.toLowerCase().replace(/[^\p{L}\p{N}\s]+/gu, " "))
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/, "") : word));
}
