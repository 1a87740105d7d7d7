// roundup move: stories with their captures from the inbox to an episode, between episodes or back, and what is
// set of them on the way: held, released, their order.

import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { inspectSegment } from "../episode/episode.ts";
import { makeSlug } from "../input/slug.ts";
import { type FileMove, moveFiles } from "../io/move-files.ts";
import { readInputFile, type StoryFiles } from "../io/read-files.ts";
import { INBOX } from "../io/read-inbox.ts";
import { relativePath, type Session } from "../io/session.ts";
import { replaceFile } from "../io/write-file.ts";
import { renamePlace } from "../narration/rename-place.ts";
import { editStory, type StoryChange } from "../notes/edit-story.ts";
import { parseEpisodeNote } from "../notes/episode-note.ts";
import { schemaComment } from "../notes/starter-show.ts";
import { listCaptureKeys, listCapturesByName } from "../notes/story-captures.ts";
import { parseStory, storySlug } from "../notes/story-note.ts";
import { type Problem, UserError } from "../problem.ts";
import { countOf, joinList } from "../spoken/phrases.ts";
import {
  chooseFolder,
  findStory,
  listFolders,
  listOtherTexts,
  nameFolder,
  readAsWritten,
} from "./find-story.ts";
import { decodeFile, type LoadedShow, loadSoundShow, softenProblems } from "./load-show.ts";
import { checkSlug } from "./new.ts";

export interface MoveOptions {
  /** Where to: an episode as it was typed, or `inbox`; undefined: the stories stay where they are. */
  readonly to: string | undefined;
  /** Where they are, where several have a story of that name. */
  readonly from: string | undefined;
  readonly change: StoryChange;
}

/** A story that was named: its note as written, and as it is to be. */
interface Chosen {
  readonly slug: string;
  readonly files: StoryFiles;
  readonly written: string;
  readonly edited: string;
}

/**
 * Moves the stories, all or none, and sets what is to be set. Prints the paths of the notes. Nothing is ever
 * overwritten. Throws a UserError, with everything as it was, where it cannot be done.
 */
export async function moveStories(
  session: Session,
  words: readonly string[],
  { to, from, change }: MoveOptions,
): Promise<number> {
  const loaded = await loadSoundShow(session);
  const goal = to === undefined ? null : await chooseFolder(session, loaded, to);
  const folders =
    from === undefined ? await listFolders(loaded) : [await chooseFolder(session, loaded, from)];
  const chosen: Chosen[] = [];
  for (const word of words) {
    const story = await chooseStory(session, loaded, folders, goal, word, change);
    if (!chosen.some((other) => other.slug === story.slug && other.files.folder === story.files.folder))
      chosen.push(story);
  }
  return goal ? moveTo(session, loaded, goal, chosen) : editInPlace(session, loaded, chosen);
}

async function chooseStory(
  session: Session,
  loaded: LoadedShow,
  folders: readonly StoryFiles[],
  goal: StoryFiles | null,
  word: string,
  change: StoryChange,
): Promise<Chosen> {
  const { slug, files } = await findStory(session, loaded, folders, word, "--from", goal?.folder);
  const path = `${files.notesFolder}/${slug}.md`;
  const written = readAsWritten(session, loaded, files, path, "nothing was moved") ?? "";
  const edited = editStory(written, withoutSame(files, path, change));
  if (edited === null)
    throw new UserError(
      `${relativePath(join(loaded.root, path), session.cwd)} has frontmatter that cannot be added to, so nothing was changed`,
      "Write each of its keys on a line of its own, at the start of the line.",
    );
  return { slug, files, written, edited };
}

/** A change without what the note says already, by its key or by the key's default. */
function withoutSame(files: StoryFiles, path: string, change: StoryChange): StoryChange {
  const text = decodeFile(files.files.find((file) => file.path === path) ?? null, []);
  const note = text === null ? null : parseStory(path, text).note;
  return { order: change.order, status: note?.status === change.status ? undefined : change.status };
}

/** Writes the notes that have changed; where one cannot be written, those before it are put back. */
async function editInPlace(session: Session, loaded: LoadedShow, chosen: readonly Chosen[]): Promise<number> {
  const notes = chosen.map((one) => ({ ...one, path: pathOf(loaded, one.files, one.slug) }));
  const changed = notes.filter(({ written, edited }) => written !== edited);
  await session.finish(async () => {
    const done: typeof changed = [];
    try {
      for (const note of changed) {
        await replaceFile(note.path, note.edited);
        done.push(note);
      }
    } catch (error) {
      for (const { path, written } of done) await replaceFile(path, written);
      throw error;
    }
  });
  for (const { path } of notes) session.print(`${relativePath(path, session.cwd)}\n`);
  session.say(changed.length === 0 ? "Nothing had to change." : `Changed ${listSlugs(changed)}.`);
  return 0;
}

async function moveTo(
  session: Session,
  loaded: LoadedShow,
  goal: StoryFiles,
  chosen: readonly Chosen[],
): Promise<number> {
  const name = nameFolder(goal);
  const where = goal.folder === INBOX ? "the inbox" : name;
  const moves: FileMove[] = [];
  for (const [index, story] of chosen.entries()) {
    if (story.files.folder === goal.folder) throw new UserError(`${story.slug} is in ${where} already`);
    checkSlug(
      story.slug,
      loaded.show.segments.map(({ id }) => id),
    );
    const isTwice = chosen.slice(0, index).some(({ slug }) => slug === story.slug);
    if (isTwice || goal.storyNames.includes(`${story.slug}.md`)) {
      const taken = [...goal.storyNames.map(storySlug), ...chosen.map(({ slug }) => slug)];
      const better = makeSlug(story.slug, "story", taken);
      const rename = `rename ${story.slug} ${better} --episode ${nameFolder(story.files)}`;
      throw new UserError(
        isTwice
          ? `Two of the stories are named ${story.slug}`
          : `There is a story ${story.slug} in ${where} already`,
        `Rename this one first: ${session.command(rename)}`,
      );
    }
    for (const capture of await listMoves(session, loaded, goal, story, chosen)) {
      if (!moves.some((other) => other.from === capture.from && other.to === capture.to)) moves.push(capture);
    }
  }
  const notes = chosen.map(({ slug, files, written, edited }) => {
    // The editor's comment leads to the schemas from where the note stands.
    const comment = ({ notesFolder }: StoryFiles) => `# ${schemaComment("story", notesFolder)}`;
    const text = edited.replace(comment(files), () => comment(goal));
    return {
      from: pathOf(loaded, files, slug),
      to: pathOf(loaded, goal, slug),
      text: text === written ? null : text,
    };
  });
  for (const move of [...moves, ...notes]) await refuseTaken(session, loaded, move);

  await session.finish(() => moveFiles([...moves, ...notes], [], "The stories could not be moved"));
  for (const note of notes) session.print(`${relativePath(note.to, session.cwd)}\n`);
  const captures = moves.length > 0 ? `, with ${countOf(moves.length, "capture")}` : "";
  session.say(`Moved ${listSlugs(chosen)} to ${where}${captures}.`);
  for (const notice of listSegues(session, loaded, chosen)) session.say(notice);
  session.report(softenProblems(inspectGoal(loaded, goal, chosen)), loaded.root);
  session.say(`Next: ${session.command(goal.folder === INBOX ? INBOX : `rundown ${name}`)}`);
  return 0;
}

/** Where the captures of a story go: those that are its own by their names, and those that its keys name. */
async function listMoves(
  session: Session,
  loaded: LoadedShow,
  goal: StoryFiles,
  { slug, files, written }: Chosen,
  chosen: readonly Chosen[],
): Promise<FileMove[]> {
  const leaving = chosen.filter((one) => one.files.folder === files.folder).map((one) => one.slug);
  const staying = listOtherTexts(files, leaving);
  const named = listCaptureKeys(normalise(written)).map(({ path }) => path);
  const neededElsewhere = new Set(
    staying.flatMap(({ text }) => listCaptureKeys(text).map(({ path }) => path)),
  );
  const own = listCapturesByName(slug, files.names, listOtherTexts(files, [slug])).map((one) => one.name);
  const moves: FileMove[] = [];
  for (const path of new Set([...own, ...named])) {
    // A capture that is not there is told by build.
    if (!files.names.includes(path)) continue;
    const from = join(loaded.root, files.folder, ...path.split("/"));
    const shown = relativePath(from, session.cwd);
    if (!path.startsWith("captures/"))
      throw new UserError(
        `The story ${slug} has a capture ${shown}, which is not below captures/, so nothing was moved`,
        "Move that file into captures/, and name it so in the note.",
      );
    if (!(await lstat(from)).isFile())
      throw new UserError(
        `${shown} is not a file but a link, so nothing was moved`,
        "Put the file itself there.",
      );
    const to = join(loaded.root, goal.folder, ...path.split("/"));
    moves.push({ from, to, text: null, isCopy: neededElsewhere.has(path) });
  }
  return moves;
}

/** Throws a UserError where something stands at the goal, or the way there leads out of the show. */
async function refuseTaken(session: Session, loaded: LoadedShow, { to }: FileMove): Promise<void> {
  const path = relativePath(to, loaded.root);
  const { file, problems } = await readInputFile(loaded.root, path);
  const shown = relativePath(to, session.cwd);
  if (file || problems.some(({ rule }) => rule !== "outside-show" && rule !== "cannot-read"))
    throw new UserError(
      `There is a file ${shown} already`,
      "Nothing was moved: move or rename that file first.",
    );
  const [problem] = problems;
  if (problem) throw new UserError(`${shown} cannot be written, so nothing was moved`, problem.text);
}

/** What is to be said of narration that goes before stories that have left. */
function listSegues(session: Session, loaded: LoadedShow, chosen: readonly Chosen[]): string[] {
  const left = new Set(chosen.map(({ files }) => files).filter(({ folder }) => folder !== INBOX));
  return [...left].flatMap((files) => {
    const file = files.files.find(({ path }) => path === `${files.folder}/narration.md`);
    const text = decodeFile(file ?? null, []) ?? "";
    const isNamed = (slug: string) => renamePlace(text, slug, `${slug}-`) !== text;
    const slugs = chosen.filter((one) => one.files === files && isNamed(one.slug)).map(({ slug }) => slug);
    if (slugs.length === 0 || !file) return [];
    const draft = session.command(`draft ${nameFolder(files)}`);
    const shown = relativePath(join(loaded.root, file.path), session.cwd);
    return [
      `${shown} still leads into ${joinList(slugs)}: ${draft} drops what a machine wrote there, words of your own are yours to move.`,
    ];
  });
}

/** The stories whose segment the goal does not have. */
function inspectGoal(loaded: LoadedShow, goal: StoryFiles, chosen: readonly Chosen[]): Problem[] {
  const path = `${goal.folder}/episode.md`;
  const text = decodeFile(goal.files.find((file) => file.path === path) ?? null, []);
  const note = text === null ? null : parseEpisodeNote(path, nameFolder(goal), text, false).note;
  const { segments } = loaded.show;
  const known = segments.filter(({ id }) => note?.segments?.includes(id) ?? true);
  return chosen.flatMap(({ slug, edited }) => {
    const { segment } = parseStory(`${goal.notesFolder}/${slug}.md`, normalise(edited));
    return segment ? inspectSegment(segment, known) : [];
  });
}

function pathOf(loaded: LoadedShow, files: StoryFiles, slug: string): string {
  return join(loaded.root, ...files.notesFolder.split("/"), `${slug}.md`);
}

function listSlugs(chosen: readonly { readonly slug: string }[]): string {
  return joinList(chosen.map(({ slug }) => slug));
}

/** A text as it is read: with line feeds and without a byte order mark. */
function normalise(written: string): string {
  return written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
