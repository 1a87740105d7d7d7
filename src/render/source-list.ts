// Numbered sources -> groups by segment with a line for each, as a newspaper would print it.

import { listStories } from "../episode/episode.ts";
import type { NumberedSource } from "../episode/number-sources.ts";
import { formatDate } from "../input/calendar-date.ts";
import type { Script } from "../narration/script.ts";
import { joinList } from "../spoken/phrases.ts";
import type { Writer, Written } from "./writer.ts";

/** One line of the links and sources. */
export interface SourceEntry {
  readonly number: number;
  /** The title, a link where there is an address. */
  readonly link: Written;
  /** "Mark Say, UKAuthority, 12 September 2023", or null. */
  readonly byline: Written | null;
  /** "subscription needed" or "registration needed", or null. */
  readonly access: string | null;
  /** A link to the archived copy, or null. */
  readonly archive: Written | null;
  /** For a link that is only mentioned: the story that mentions it, or null. */
  readonly mentionedIn: Written | null;
  /** The address, or null. */
  readonly url: string | null;
}

/** The sources of one segment. */
export interface SourceGroup {
  readonly heading: Written;
  /** The number of its first entry, for a list that goes on counting. */
  readonly first: number;
  readonly entries: readonly SourceEntry[];
}

/** Groups a script's sources by the segment in which they are first heard. */
export function groupSources(script: Script, writer: Writer): SourceGroup[] {
  const { episode, sources } = script;
  const titles = new Map(listStories(episode).map((story) => [story.slug, story.title]));
  const groups = [...episode.segments, { id: null, title: "Also mentioned" }];
  return groups.flatMap(({ id, title }) => {
    const entries = sources.filter((source) => source.segment === id);
    if (!entries[0]) return [];
    return {
      heading: writer.text(title),
      first: entries[0].number,
      entries: entries.map((entry) => writeEntry(entry, titles, episode.show.language, writer)),
    };
  });
}

/** Authors, publication and date, in the order in which a newspaper prints them; empty if none is known. */
export function writeByline(entry: NumberedSource, language: string): string {
  const { authors, publication, published } = entry.source;
  const date = published === null ? null : formatDate(published, language);
  return [authors.length === 0 ? null : joinList(authors), publication, date]
    .filter((part) => part !== null)
    .join(", ");
}

/** What a source is called: its title, else its address without what every address has. */
export function titleOf({ source }: NumberedSource): string {
  return source.title ?? shortenAddress(source.url ?? "");
}

/** An address without what every address has. */
export function shortenAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
}

function writeEntry(
  entry: NumberedSource,
  titles: ReadonlyMap<string, string>,
  language: string,
  writer: Writer,
): SourceEntry {
  const { source } = entry;
  const byline = writeByline(entry, language);
  const mentioning = entry.stories.map((slug) => titles.get(slug) ?? slug);
  const access = { paywall: "subscription needed", registration: "registration needed", open: null };
  return {
    number: entry.number,
    link: writer.link(titleOf(entry), source.url),
    byline: byline === "" ? null : writer.text(byline),
    access: source.access === null ? null : access[source.access],
    archive: source.archive === null ? null : writer.link("archived copy", source.archive),
    mentionedIn: entry.listed
      ? null
      : writer.text(
          mentioning.length === 0 ? "the narration" : joinList(mentioning.map((title) => `“${title}”`)),
        ),
    url: source.url,
  };
}
