// Episode and the narration there is -> what a model may be told, and what each passage of its may rest on.
// Only public text is here: headlines, words that are spoken, the names of sources. No note, no address.

import { type Episode, listStories, type Segment, type Story } from "../episode/episode.ts";
import { removeUnseenCharacters } from "../input/characters.ts";
import type { Cadence, Name } from "../show.ts";
import { addressesModel } from "./addresses-model.ts";
import { removeAddresses } from "./claims-addresses.ts";
import type { Narration } from "./narration.ts";

/** What is drafted: a passage of narration by its kind, or the episode's title or summary. */
export type DraftKind = "intro" | "segment" | "segue" | "outro" | "title" | "summary";

/** A place whose words a model can write. */
export interface DraftPlace {
  /** `intro`, `outro`, a segment's id, a story's slug, or `episode.title`, `episode.summary`. */
  readonly place: string;
  readonly kind: DraftKind;
  readonly segment: string | null;
  readonly story: string | null;
  /** The place that is heard right before it; null for the first. */
  readonly after: string | null;
  /** What it begins: the episode, or only its segment. */
  readonly opens: "episode" | "segment" | null;
  /** What ends with it, or with the segment that it leads into: the episode, or only its segment. */
  readonly closes: "episode" | "segment" | null;
  /** The most words that it may have. */
  readonly maxWords: number;
}

/** What a passage may rest on: its claims must stand here. */
export interface Grounds {
  readonly kind: DraftKind;
  readonly opens: DraftPlace["opens"];
  readonly closes: DraftPlace["closes"];
  readonly maxWords: number;
  readonly show: string;
  readonly hosts: readonly string[];
  readonly cadence: Cadence;
  readonly episode: { readonly number: number | null; readonly title: string; readonly date: string };
  /** Segments as they are printed and said. */
  readonly segments: readonly string[];
  /** How many stories and segments there are, in all and in its segment. */
  readonly counts: readonly number[];
  /** names.yaml: other forms of a name, and spellings that are wrong. */
  readonly names: readonly Name[];
  /**
   * The texts that it may take facts from, a paragraph each. A segue: all of its story, and the headline
   * before it. A segment: the headlines in it. Others: all headlines. A headline comes with the names of
   * its sources. Besides, what a person has written of the narration.
   */
  readonly texts: readonly string[];
  /** Texts of any story that give the model orders: no ground for anything. */
  readonly orders: readonly string[];
}

const MAX_WORDS: Readonly<Record<DraftKind, number>> = {
  intro: 110,
  segment: 40,
  segue: 45,
  outro: 90,
  title: 14,
  summary: 60,
};

/** Every place of an episode's narration, in the order heard. */
export function listDraftPlaces(episode: Episode): DraftPlace[] {
  const told = listStories(episode);
  const make = (kind: DraftKind, place: string, rest: Partial<DraftPlace>): DraftPlace => ({
    place,
    kind,
    segment: null,
    story: null,
    after: null,
    opens: null,
    closes: null,
    maxWords: MAX_WORDS[kind],
    ...rest,
  });
  const segments = episode.segments.flatMap((segment, index) => {
    const before = episode.segments[index - 1]?.stories.at(-1)?.slug ?? "intro";
    const isLast = index > 0 && index === episode.segments.length - 1;
    const opens = index === 0 ? ("episode" as const) : ("segment" as const);
    return [
      make("segment", segment.id, {
        segment: segment.id,
        after: before,
        opens,
        closes: isLast ? "episode" : null,
      }),
      ...segment.stories.map((story, position) =>
        make("segue", story.slug, {
          segment: segment.id,
          story: story.slug,
          after: segment.stories[position - 1]?.slug ?? segment.id,
          opens: position === 0 ? opens : null,
          closes: story === told.at(-1) ? "episode" : story === segment.stories.at(-1) ? "segment" : null,
        }),
      ),
    ];
  });
  return [
    make("intro", "intro", { opens: "episode" }),
    ...segments,
    make("outro", "outro", { after: told.at(-1)?.slug ?? null, closes: "episode" }),
  ];
}

/** The episode's title and summary as places. */
export const HEADLINE_PLACES: readonly DraftPlace[] = (["title", "summary"] as const).map((kind) => ({
  place: `episode.${kind}`,
  kind,
  segment: null,
  story: null,
  after: null,
  opens: "episode",
  closes: "episode",
  maxWords: MAX_WORDS[kind],
}));

/** What a passage at a place may rest on. Of the narration, only what a person wrote counts. */
export function makeGrounds(episode: Episode, narration: Narration, place: DraftPlace): Grounds {
  const { show, note, hosts, segments } = episode;
  const told = listStories(episode);
  const segment = segments.find((one) => one.id === place.segment);
  const counted = segment ? [segment] : segments;
  const own = told.find((story) => story.slug === place.story);
  const written = [...narration.values()]
    .filter(({ origin }) => origin === "person" || origin === "edited")
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  return {
    kind: place.kind,
    opens: place.opens,
    closes: place.closes,
    maxWords: place.maxWords,
    show: show.title,
    hosts: hosts.map((host) => host.name),
    cadence: show.cadence,
    episode: { number: note.number, title: note.title, date: note.date },
    segments: segments.flatMap(({ title, spoken }) => (title === spoken ? [title] : [title, spoken])),
    counts: [told.length, segments.length, ...counted.map(({ stories }) => stories.length)],
    names: show.names,
    texts: [...chooseTexts(told, segment, own, place), ...written],
    orders: told.flatMap((story) => [...listHeadline(story), ...tellWords(story)]).filter(addressesModel),
  };
}

function chooseTexts(
  told: readonly Story[],
  segment: Segment | undefined,
  own: Story | undefined,
  place: DraftPlace,
): string[] {
  if (own) {
    const before = told[told.indexOf(own) - 1];
    // Words that speak to the model are spoken as they stand, and nothing else is to rest on them.
    const words = tellWords(own).filter((text) => !addressesModel(text));
    return [...describeHeadline(own), ...words, ...(before ? describeHeadline(before) : [])];
  }
  const stories = place.kind === "segment" && segment ? segment.stories : told;
  return stories.flatMap(describeHeadline);
}

/** A story's spoken words as they may leave the machine, a paragraph each. */
export function tellWords(story: Story): string[] {
  return story.paragraphs.map(({ text }) => makePublic(text)).filter((text) => text !== "");
}

/** Who is behind a story's sources, by name: author and publication, or the source's title. */
export function nameSources(story: Story): string[] {
  const names = story.sources.map(({ authors, publication, title }) =>
    [...authors, ...(publication === null ? [] : [publication]), ...(title === null ? [] : [title])]
      .map(makePublic)
      .filter((name) => name !== "")
      .join(", "),
  );
  return [...new Set(names.filter((name) => name !== ""))];
}

function describeHeadline(story: Story): string[] {
  return listHeadline(story).filter((text) => !addressesModel(text));
}

function listHeadline(story: Story): string[] {
  return [makePublic(story.title), ...nameSources(story)].filter((text) => text !== "");
}

/** Text without what nobody can see and without addresses, which the model is not to have. */
export function makePublic(text: string): string {
  return removeAddresses(removeUnseenCharacters(text)).replace(/\s+/g, " ").trim();
}
