// One episode's folder -> its Script, or every problem of its files.

import { applyLevels } from "../checks/apply-levels.ts";
import { arrangeEpisode, describeNoStory } from "../episode/episode.ts";
import { isEnglish } from "../input/language.ts";
import { type EpisodeFiles, readEpisodeFiles, type StoryFiles } from "../io/read-files.ts";
import type { Session } from "../io/session.ts";
import { writeBuiltInNarration } from "../narration/built-in.ts";
import { type Drafts, type Narration, parseNarration, type SignOff } from "../narration/narration.ts";
import { makeScript, type Script } from "../narration/script.ts";
import { parseEpisodeNote } from "../notes/episode-note.ts";
import { type NamedSegment, parseStory, type StoryNote, storySlug } from "../notes/story-note.ts";
import { hasErrors, makeWarning, type Problem } from "../problem.ts";
import {
  chooseEpisodes,
  decodeFile,
  describeMissing,
  describeTemplateFault,
  type LoadedShow,
  listEpisodes,
  loadShow,
} from "./load-show.ts";

/** An episode as loaded; `script` is null if there is an error. */
export interface LoadedEpisode {
  readonly slug: string;
  readonly script: Script | null;
  /** Where the narration is from: the author's file, the built-in template, or nowhere. */
  readonly narration: "file" | "built-in" | "none";
  /** What is said around the stories; empty if there is an error. */
  readonly sections: Narration;
  /** The text of narration.md as read, with line feeds; null where there is none. */
  readonly narrationText: string | null;
  /** What its frontmatter records of drafts, by place. */
  readonly drafts: Drafts;
  readonly signedOff: SignOff | null;
  /** Places of narration.md that are no more and whose words were a machine's; only where those may be dropped. */
  readonly abandoned: readonly string[];
  readonly problems: readonly Problem[];
}

/** What a caller will see to by itself. */
export interface LoadOptions {
  /** True if words of a machine's at a place that is no more are dropped, and no error. */
  readonly mayDropDrafts?: boolean;
}

/**
 * Loads the show and the episode that was asked for, the latest if none was named, with the problems of both
 * as strict as the show wants them. Throws a UserError where there is no such show or episode.
 */
export async function loadAsked(
  session: Session,
  asked: string | undefined,
  options: LoadOptions = {},
): Promise<{
  readonly loaded: LoadedShow;
  readonly episode: LoadedEpisode;
  readonly problems: readonly Problem[];
}> {
  const loaded = await loadShow(session);
  const { entries } = await listEpisodes(loaded);
  const [entry] = await chooseEpisodes(session, loaded, entries, asked === undefined ? [] : [asked]);
  const episode = await loadEpisode(loaded, entry?.slug ?? "", options);
  const problems = applyLevels([...loaded.problems, ...episode.problems], loaded.show.checks);
  return { loaded, episode, problems };
}

/** Reads an episode whole and joins it with its narration. */
export async function loadEpisode(
  loaded: LoadedShow,
  slug: string,
  options: LoadOptions = {},
): Promise<LoadedEpisode> {
  const files = await readEpisodeFiles(loaded.root, slug);
  const folder = `episodes/${slug}`;
  const problems: Problem[] = [...files.problems];
  const textOf = (path: string) =>
    decodeFile(files.files.find((file) => file.path === path) ?? null, problems);

  const notePath = `${folder}/episode.md`;
  const noteText = textOf(notePath);
  const note = noteText === null ? null : parseEpisodeNote(notePath, slug, noteText, true);
  if (note) problems.push(...note.problems);
  else if (!problems.some((problem) => problem.file === notePath)) problems.push(describeMissing(notePath));

  const { stories, unsound } = readStories(files, problems);
  const arranged = note?.note ? arrangeEpisode(loaded.show, note.note, stories, unsound) : null;
  problems.push(...(arranged?.problems ?? []), ...findMissingCaptures(stories, files));
  const told = stories.filter((story) => story.status !== "held");
  if (told.length === 0 && files.storyNames.length === stories.length) {
    problems.push(describeNoStory(notePath, stories.length));
  }

  const narrationText = textOf(`${folder}/narration.md`);
  const places = {
    segments: loaded.show.segments,
    stories: files.storyNames.map(storySlug),
    sourceIds: stories.flatMap((story) => story.sources.flatMap((source) => source.id ?? [])),
  };
  const written =
    narrationText === null ? null : parseNarration(`${folder}/narration.md`, narrationText, places);
  problems.push(...(written?.problems ?? []));
  if (!options.mayDropDrafts) problems.push(...(written?.abandoned.values() ?? []));
  const recorded = {
    narrationText,
    drafts: written?.drafts ?? new Map(),
    signedOff: written?.signedOff ?? null,
    abandoned: [...(written?.abandoned.keys() ?? [])],
  };
  const failed = {
    slug,
    script: null,
    narration: "none" as const,
    sections: new Map(),
    ...recorded,
    problems,
  };
  if (!arranged?.episode || hasErrors(problems)) return failed;
  const { episode } = arranged;
  const join = (narration: LoadedEpisode["narration"], sections: Narration): LoadedEpisode => {
    return { slug, script: makeScript(episode, sections), narration, sections, ...recorded, problems };
  };

  if (written) return join("file", written.narration);
  const { language } = loaded.show;
  if (!isEnglish(language)) {
    const text = `There is no narration.md, and built-in narration speaks English only, not ${language}: nothing is said around the stories until you write one`;
    problems.push(makeWarning(`${folder}/narration.md`, null, "no-narration", text));
    return join("none", new Map());
  }
  try {
    const text = writeBuiltInNarration(episode, loaded.templates);
    return join("built-in", markBuiltIn(parseNarration("templates/narration.hbs", text, places).narration));
  } catch (error) {
    return { ...failed, problems: [...problems, describeTemplateFault(error)] };
  }
}

function readStories(
  files: EpisodeFiles,
  problems: Problem[],
): { readonly stories: readonly StoryNote[]; readonly unsound: readonly NamedSegment[] } {
  const parsed = files.files
    .filter((file) => file.path.includes("/stories/"))
    .flatMap((file) => {
      const text = decodeFile(file, problems);
      return text === null ? [] : parseStory(file.path, text);
    });
  problems.push(...parsed.flatMap((story) => story.problems));
  return {
    stories: parsed.flatMap(({ note }) => note ?? []),
    unsound: parsed.flatMap(({ note, segment }) => (note === null && segment ? segment : [])),
  };
}

/** Warnings for captures that stories name and that are not in their folder. */
export function findMissingCaptures(stories: readonly StoryNote[], files: StoryFiles): Problem[] {
  return stories.flatMap((story) =>
    story.sources.flatMap(({ capture }, index) => {
      const name = capture?.replace(/^(\.\/)+/, "");
      if (name === undefined || files.names.includes(name)) return [];
      const text = `There is no file ${files.folder}/${name}, which sources.capture names: save it there, or take the key out`;
      return [makeWarning(story.file, story.places.captures[index] ?? null, "missing-capture", text)];
    }),
  );
}

function markBuiltIn(narration: Narration): Narration {
  return new Map(
    [...narration].map(([place, section]) => [place, { ...section, origin: "built-in" as const }]),
  );
}
