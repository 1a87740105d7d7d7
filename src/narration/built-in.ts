// Episode -> narration.md as the built-in template words it: the same for the same episode, each time.
// The template lists ways of saying it; this takes them in turn and never one twice while others are left.

import { type Episode, listStories, type Segment, type Story } from "../episode/episode.ts";
import { countDays } from "../input/calendar-date.ts";
import { escapeMarkdown } from "../markdown/write-markdown.ts";
import type { Cadence } from "../show.ts";
import { endSentence, joinList } from "../spoken/phrases.ts";
import type { Templates } from "../template.ts";
import { writeSections } from "./write-narration.ts";

/** How a cadence is spoken of, and the days from one episode to the next; null for a calendar month. */
const CADENCE: Readonly<Record<Cadence, { now: string; next: string; days: number | null }>> = {
  daily: { now: "today", next: "tomorrow", days: 1 },
  weekly: { now: "this week", next: "next week", days: 7 },
  fortnightly: { now: "this fortnight", next: "in two weeks' time", days: 14 },
  monthly: { now: "this month", next: "next month", days: null },
};

const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Which of the template's lists of wordings is asked for. */
type Kind =
  | "intro"
  | "firstSegment"
  | "segmentOpens"
  | "storyOpens"
  | "storyFollows"
  | "storyCloses"
  | "outro";

/** Wordings of a kind go on from episode to episode by this many, so that neighbours do not sound alike. */
const STRIDE: Readonly<Record<Kind, number>> = {
  intro: 1,
  firstSegment: 1,
  segmentOpens: 3,
  storyOpens: 3,
  storyFollows: 14,
  storyCloses: 1,
  outro: 1,
};

/** The built-in narration of an episode, markdown by place, in the order heard. */
export function listBuiltInPassages(episode: Episode, templates: Templates): Map<string, string> {
  const ordinal = countEpisode(episode);
  const episodeValues = describe(episode);
  const used = new Map<Kind, Set<string>>();
  const say = (kind: Kind, place: Partial<Values>): string => {
    const wordings = listWordings(templates, kind, { ...episodeValues, ...place });
    const taken = used.get(kind) ?? new Set();
    const chosen = chooseWording(wordings, taken, ordinal * STRIDE[kind]);
    if (chosen) used.set(kind, taken.add(chosen.id));
    return chosen?.text ?? "";
  };
  const stories = listStories(episode);
  const passages: [string, string][] = [["intro", say("intro", {})]];
  episode.segments.forEach((segment, index) => {
    passages.push([segment.id, say(index === 0 ? "firstSegment" : "segmentOpens", describeSegment(segment))]);
    segment.stories.forEach((story, position) => {
      const closes = stories.length > 1 && story === stories.at(-1);
      const kind = closes ? "storyCloses" : position === 0 ? "storyOpens" : "storyFollows";
      passages.push([story.slug, say(kind, { ...describeSegment(segment), ...describeStory(story) })]);
    });
  });
  passages.push(["outro", say("outro", {})]);
  return new Map(passages.filter(([, words]) => words !== ""));
}

/** Writes the built-in narration of an episode in the form of narration.md. */
export function writeBuiltInNarration(episode: Episode, templates: Templates): string {
  return writeSections(listBuiltInPassages(episode, templates));
}

/** What the template may use; text is written as markdown. */
interface Values {
  readonly show: string;
  readonly edition: string;
  readonly title: string;
  readonly host: string | null;
  readonly stories: string;
  /** True if any story names a source. */
  readonly sourced: boolean;
  readonly segments: string;
  readonly now: string;
  readonly next: string;
  readonly segment: string | null;
  readonly headline: string | null;
  readonly author: string | null;
  readonly publication: string | null;
}

function describe(episode: Episode): Values {
  const { show, note, hosts, segments } = episode;
  const { now, next } = CADENCE[show.cadence];
  const told = listStories(episode);
  const count = told.length;
  return {
    show: escapeMarkdown(show.title),
    edition: note.number === null ? `${now}'s edition` : `episode ${note.number}`,
    title: escapeMarkdown(endSentence(note.title)),
    // It is one person who says "I".
    host: hosts[0] ? escapeMarkdown(hosts[0].name) : null,
    stories: `${NUMBERS[count] ?? count} ${count === 1 ? "story" : "stories"}`,
    sourced: told.some((story) => story.sources.length > 0),
    segments: escapeMarkdown(joinList(segments.map((segment) => segment.spoken))),
    now,
    next,
    segment: null,
    headline: null,
    author: null,
    publication: null,
  };
}

function describeSegment(segment: Segment): Partial<Values> {
  return { segment: escapeMarkdown(segment.spoken) };
}

/** A story is attributed by its first source, if that has one author ("reports"), and a publication of another name. */
function describeStory(story: Story): Partial<Values> {
  const { authors = [], publication = null } = story.sources[0] ?? {};
  const [author = null, ...others] = authors;
  const named = author !== null && others.length === 0 && publication !== null && author !== publication;
  return {
    headline: escapeMarkdown(endSentence(story.title)),
    author: named ? escapeMarkdown(author) : null,
    publication: named ? escapeMarkdown(publication) : null,
  };
}

interface Wording {
  /** Its line in the template's list. */
  readonly id: string;
  readonly text: string;
}

function listWordings(templates: Templates, kind: Kind, values: Values): (Wording | null)[] {
  const kinds = Object.fromEntries(Object.keys(STRIDE).map((name) => [name, name === kind]));
  return templates
    .render("narration.hbs", { ...values, ...kinds })
    .replace(/\n$/, "")
    .split("\n")
    .map((line, index) => (line.trim() === "" ? null : { id: String(index), text: line.trim() }));
}

/** The first wording from a starting line that is not taken yet; when all are, they are all free again. */
function chooseWording(
  wordings: readonly (Wording | null)[],
  taken: Set<string>,
  start: number,
): Wording | null {
  if (wordings.length === 0) return null;
  const inTurn = wordings.map((_, index) => wordings[(start + index) % wordings.length] ?? null);
  const possible = inTurn.filter((wording) => wording !== null);
  const free = possible.find((wording) => !taken.has(wording.id));
  if (free === undefined) taken.clear();
  return free ?? possible[0] ?? null;
}

/** The episode's number, or how many episodes of its cadence fit before its date. */
function countEpisode(episode: Episode): number {
  const { number, date } = episode.note;
  const { days } = CADENCE[episode.show.cadence];
  const [year = 0, month = 0] = date.split("-").map(Number);
  return number ?? (days === null ? year * 12 + month : Math.abs(Math.floor(countDays(date) / days)));
}
