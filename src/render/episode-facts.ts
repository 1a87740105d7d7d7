// Script -> the facts about an episode that every document has in its head.

import { formatDate } from "../input/calendar-date.ts";
import { formatDuration } from "../input/duration.ts";
import type { Script } from "../narration/script.ts";
import { joinList } from "../spoken/phrases.ts";
import type { Writer, Written } from "./writer.ts";

/** What a template knows of the episode, written for its kind. */
export interface EpisodeFacts {
  readonly language: string;
  readonly showTitle: Written;
  readonly showLink: Written;
  readonly publisher: Written | null;
  readonly title: Written;
  /** "Episode 2", or null without a number. */
  readonly label: string | null;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** In words. */
  readonly dateText: string;
  readonly summary: Written | null;
  /** "Ann Lee and Bo Roe", or null. */
  readonly hosts: Written | null;
  /** m:ss, estimated. */
  readonly runningTime: string;
  /** What a model wrote of what this document holds, as one line; null where it wrote nothing. */
  readonly disclosure: Written | null;
}

/** The facts of a script's episode; `disclosure` is the line of it that belongs into the document. */
export function describeEpisode(script: Script, writer: Writer, disclosure: string | null): EpisodeFacts {
  const { note, show, hosts } = script.episode;
  return {
    language: show.language,
    showTitle: writer.text(show.title),
    showLink: writer.link(show.title, show.url),
    publisher: show.publisher === null ? null : writer.text(show.publisher),
    title: writer.text(note.title),
    label: note.number === null ? null : `Episode ${note.number}`,
    date: note.date,
    dateText: formatDate(note.date, show.language),
    summary: note.summary === null ? null : writer.text(note.summary),
    hosts: hosts.length === 0 ? null : writer.text(joinList(hosts.map((host) => host.name))),
    runningTime: formatDuration(script.seconds),
    disclosure: disclosure === null ? null : writer.text(disclosure),
  };
}
