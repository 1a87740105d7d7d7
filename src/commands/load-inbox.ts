// The inbox, and all stories of a show wherever they stand -> their notes, or what is wrong with them.

import { inspectSegment } from "../episode/episode.ts";
import { readNotes, type StoryFiles } from "../io/read-files.ts";
import { INBOX, readInbox } from "../io/read-inbox.ts";
import { parseStory, type StoryNote, storySlug } from "../notes/story-note.ts";
import { makeError, type Problem } from "../problem.ts";
import { findMissingCaptures } from "./load-episode.ts";
import { decodeFile, type LoadedShow, softenProblems } from "./load-show.ts";

/** The inbox as loaded; a note with an error is not in `stories`. */
export interface LoadedInbox {
  readonly files: StoryFiles;
  readonly stories: readonly StoryNote[];
  readonly problems: readonly Problem[];
}

/** Reads the notes of the inbox. That one has no words yet is no problem there. */
export async function loadInbox(loaded: LoadedShow): Promise<LoadedInbox> {
  const files = await readInbox(loaded.root);
  const problems: Problem[] = [...files.problems];
  const stories: StoryNote[] = [];
  for (const file of files.files) {
    const text = decodeFile(file, problems);
    if (text === null) continue;
    const parsed = parseStory(file.path, text);
    problems.push(...parsed.problems.filter(({ rule }) => rule !== "empty-story"));
    if (parsed.segment) problems.push(...inspectSegment(parsed.segment, loaded.show.segments));
    if (loaded.show.segments.some(({ id }) => id === storySlug(file.path)))
      problems.push(describeTaken(file.path));
    if (parsed.note) stories.push(parsed.note);
  }
  return { files, stories, problems: [...problems, ...findMissingCaptures(stories, files)] };
}

function describeTaken(file: string): Problem {
  const text = `Unexpected name ${storySlug(file)}.md, expected one that is no segment's id: rename the file`;
  return makeError(file, null, "reserved-slug", text);
}

/** A story of an episode or of the inbox as text, of which nothing is read yet. */
export interface WrittenStory {
  readonly file: string;
  /** The episode's slug, or null in the inbox. */
  readonly episode: string | null;
  readonly slug: string;
  readonly text: string;
}

/** Folders that are read at a time: enough to keep the disk busy, and few enough for its handles. */
const AT_A_TIME = 8;

/**
 * Every story of the show, those of the episodes first, with what kept others from being read as warnings. What is
 * wrong with a story itself is told where it is built.
 */
export async function loadAllStories(
  loaded: LoadedShow,
): Promise<{ readonly stories: readonly WrittenStory[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const stories: WrittenStory[] = [];
  const folders = [...loaded.episodeSlugs, null];
  for (let from = 0; from < folders.length; from += AT_A_TIME) {
    const reads = folders.slice(from, from + AT_A_TIME).map(async (episode) => {
      const folder = episode === null ? INBOX : `episodes/${episode}/stories`;
      return { episode, ...(await readNotes(loaded.root, folder)) };
    });
    for (const read of await Promise.all(reads)) {
      problems.push(...read.problems);
      for (const file of read.files) {
        const text = decodeFile(file, problems);
        if (text !== null)
          stories.push({ file: file.path, episode: read.episode, slug: storySlug(file.path), text });
      }
    }
  }
  return { stories, problems: softenProblems(problems) };
}
