// Words of a test -> notes, episodes and scripts in memory, read by the same code as the files of a show.
// Nothing here touches the disk; what a test does not name has a plain value.

import { arrangeEpisode, type Episode } from "../../src/episode/episode.ts";
import { writeBuiltInNarration } from "../../src/narration/built-in.ts";
import { parseNarration } from "../../src/narration/narration.ts";
import { makeScript, type Script } from "../../src/narration/script.ts";
import { type EpisodeNote, parseEpisodeNote } from "../../src/notes/episode-note.ts";
import { parseStory, type StoryNote } from "../../src/notes/story-note.ts";
import { writeNote } from "../../src/notes/write-note.ts";
import type { Problem } from "../../src/problem.ts";
import { parseShow, type Show } from "../../src/show.ts";
import { makeTemplates } from "../../src/template.ts";

export type Keys = Readonly<Record<string, unknown>>;

/** The built-in templates. */
export const templates = makeTemplates(new Map());

/** Where the note of a test's episode stands. */
export const EPISODE_FILE = "episodes/edition/episode.md";

/** The text of a story that has everything it must have, with other keys and another body. */
export function writeStory(keys: Keys = {}, body = "A story is told here."): string {
  const usual = { title: "A headline", segment: "central", sources: [{ title: "A page" }] };
  return writeNote({ keys: { ...usual, ...keys }, body });
}

/** The text of an episode.md that has everything it must have. */
export function writeEpisode(keys: Keys = {}, body = ""): string {
  return writeNote({ keys: { title: "An edition", date: "2026-10-03", ...keys }, body });
}

/** Where the file of a story stands. */
export function storyFile(slug: string): string {
  return `episodes/edition/stories/${slug}.md`;
}

/** A show of a text of roundup.yaml, which must be sound. */
export function makeShow(roundupYaml = ""): Show {
  const { show, problems } = parseShow(roundupYaml, null);
  return sound(show, problems);
}

/** A story note of its text, which must be sound. */
export function makeStory(slug: string, text: string): StoryNote {
  const { note, problems } = parseStory(storyFile(slug), text);
  return sound(note, problems);
}

/** An episode's note of its text, which must be sound. */
export function makeEpisodeNote(text: string, slug = "edition"): EpisodeNote {
  const { note, problems } = parseEpisodeNote(`episodes/${slug}/episode.md`, slug, text, true);
  return sound(note, problems);
}

/** What an episode is made of; each text as in its file. */
export interface EpisodeParts {
  readonly show?: string;
  readonly episode?: string;
  readonly stories?: Readonly<Record<string, string>>;
}

/** An episode of texts, which must be sound. */
export function makeEpisode({ show = "", episode = writeEpisode(), stories }: EpisodeParts = {}): Episode {
  const notes = Object.entries(stories ?? { story: writeStory() }).map(([slug, text]) =>
    makeStory(slug, text),
  );
  const arranged = arrangeEpisode(makeShow(show), makeEpisodeNote(episode), notes);
  return sound(arranged.episode, arranged.problems);
}

/** A script of texts, which must be sound; with no text of the narration nothing is said around the stories. */
export function makeScriptOf(parts: EpisodeParts & { readonly narration?: string } = {}): Script {
  return narrate(makeEpisode(parts), parts.narration ?? "");
}

/** A script of texts with built-in narration. */
export function makeBuiltInScript(parts: EpisodeParts = {}): Script {
  const episode = makeEpisode(parts);
  return narrate(episode, writeBuiltInNarration(episode, templates));
}

function narrate(episode: Episode, text: string): Script {
  const stories = episode.segments.flatMap((segment) => segment.stories);
  const places = {
    segments: episode.show.segments,
    stories: [...stories.map((story) => story.slug), ...episode.held],
    sourceIds: stories.flatMap((story) => story.sources.flatMap((source) => source.id ?? [])),
  };
  const { narration, problems } = parseNarration("episodes/edition/narration.md", text, places);
  return makeScript(episode, sound(narration, problems));
}

/** A problem in one line, as a message has it without its path: `3:1 error rule: text`. */
export function describeProblem({ line, column, severity, rule, text }: Problem): string {
  return `${line === null ? "" : `${line}:${column} `}${severity} ${rule}: ${text}`;
}

/** Problems in a line each. */
export function describeProblems(problems: readonly Problem[]): string[] {
  return problems.map(describeProblem);
}

function sound<T>(value: T | null, problems: readonly Problem[]): T {
  if (value !== null && problems.every((problem) => problem.severity !== "error")) return value;
  throw new Error(`the input of the test is at fault:\n${describeProblems(problems).join("\n")}`);
}
