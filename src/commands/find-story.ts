// A story as it was typed -> the folder that holds it: an episode's, or the inbox.

import { realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { decodeAsWritten, decodeText } from "../input/decode-text.ts";
import { readEpisodeFiles, type StoryFiles } from "../io/read-files.ts";
import { INBOX, readInbox } from "../io/read-inbox.ts";
import { relativePath, type Session } from "../io/session.ts";
import { splitReadable } from "../notes/split-frontmatter.ts";
import type { StoryText } from "../notes/story-captures.ts";
import { storySlug } from "../notes/story-note.ts";
import { nearestWord, UserError } from "../problem.ts";
import { chooseEpisodes, type LoadedShow, listEpisodes } from "./load-show.ts";

/** The name of a folder with stories as it is typed: an episode's slug, or `inbox`. */
export function nameFolder({ folder }: StoryFiles): string {
  return basename(folder);
}

/** The folder that was named: `inbox`, or an episode by path, slug or number. */
export async function chooseFolder(session: Session, loaded: LoadedShow, asked: string): Promise<StoryFiles> {
  if (asked === INBOX) return readInbox(loaded.root);
  const { entries } = await listEpisodes(loaded);
  const [entry] = await chooseEpisodes(session, loaded, entries, [asked]);
  return readEpisodeFiles(loaded.root, entry?.slug ?? "");
}

/** Every folder with stories: the episodes by their slugs, then the inbox. */
export async function listFolders(loaded: LoadedShow): Promise<StoryFiles[]> {
  const folders: StoryFiles[] = [];
  for (const slug of loaded.episodeSlugs) folders.push(await readEpisodeFiles(loaded.root, slug));
  return [...folders, await readInbox(loaded.root)];
}

/**
 * Finds a story, given as a slug or a path, in the one of these folders that has it. `flag` is the option that
 * names a folder; of several folders, `avoided` is the one that is not meant. Throws a UserError where none has the
 * story, or several have.
 */
export async function findStory(
  session: Session,
  loaded: LoadedShow,
  folders: readonly StoryFiles[],
  story: string,
  flag: string,
  avoided: string | null = null,
): Promise<{ readonly slug: string; readonly files: StoryFiles }> {
  const slug = storySlug(basename(story));
  const inside = await folderOfPath(resolve(session.cwd, story), loaded.root, folders);
  const listing = `${session.command("rundown")} lists the stories of an episode, ${session.command("inbox")} those of the inbox.`;
  if (inside === null && /[/\\]/.test(story)) throw new UserError(`There is no story at ${story}`, listing);
  const having = (inside ? [inside] : folders).filter(({ storyNames }) => storyNames.includes(`${slug}.md`));
  const holding = having.length > 1 ? having.filter(({ folder }) => folder !== avoided) : having;
  if (holding[0] && holding.length === 1) return { slug, files: holding[0] };
  if (holding.length > 1) {
    const kind = holding.some(({ folder }) => folder === INBOX) ? "folder" : "episode";
    throw new UserError(
      `More than one ${kind} has a story ${slug}: ${holding.map(nameFolder).join(", ")}`,
      `Name the ${kind} with ${flag}.`,
    );
  }
  const near = nearestWord(
    slug,
    folders.flatMap(({ storyNames }) => storyNames.map(storySlug)),
  );
  throw new UserError(`There is no story ${slug}`, near ? `Did you mean ${near}?` : listing);
}

/** The folder in which a note stands that is there, by its path. */
async function folderOfPath(
  path: string,
  root: string,
  folders: readonly StoryFiles[],
): Promise<StoryFiles | null> {
  const real = (path: string) => realpath(path).catch(() => null);
  if ((await real(path)) === null) return null;
  const parent = await real(dirname(path));
  for (const files of folders) {
    if ((await real(join(root, files.notesFolder))) === parent) return files;
  }
  return null;
}

/**
 * A file of a folder, by its path in the show, as it stands: with a byte order mark and the line ends that it has;
 * null where there is none. Throws a UserError, `undone` saying what was not done, where it cannot be read.
 */
export function readAsWritten(
  session: Session,
  loaded: LoadedShow,
  files: StoryFiles,
  path: string,
  undone: string,
): string | null {
  const file = files.files.find((one) => one.path === path);
  if (!file && !files.names.includes(path.slice(files.folder.length + 1))) return null;
  const text = file ? decodeText(path, file.bytes).text : null;
  if (!file || text === null || !splitReadable(text, path.startsWith(`${files.notesFolder}/`))) {
    const shown = relativePath(join(loaded.root, path), session.cwd);
    const name = nameFolder(files);
    const advice = `${session.command(files.folder === INBOX ? name : `build ${name}`)} says why.`;
    throw new UserError(`${shown} cannot be read, so ${undone}`, advice);
  }
  return decodeAsWritten(file.bytes);
}

/** The stories of a folder but for some, as text; one that cannot be read has none. */
export function listOtherTexts(files: StoryFiles, slugs: readonly string[]): StoryText[] {
  return files.storyNames
    .map(storySlug)
    .filter((slug) => !slugs.includes(slug))
    .map((slug) => {
      const file = files.files.find((one) => one.path === `${files.notesFolder}/${slug}.md`);
      return { slug, text: file ? (decodeText(file.path, file.bytes).text ?? "") : "" };
    });
}
