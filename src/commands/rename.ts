// roundup rename: a story note under another slug, with its narration, drafts and captures.

import { constants, copyFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { decodeText } from "../input/decode-text.ts";
import { type EpisodeFiles, readEpisodeFiles } from "../io/read-files.ts";
import { relativePath, type Session } from "../io/session.ts";
import { replaceFile, writeNewFile } from "../io/write-file.ts";
import { renamePlace } from "../narration/rename-place.ts";
import { splitFrontmatter } from "../notes/split-frontmatter.ts";
import { storySlug } from "../notes/story-note.ts";
import { nearestWord, UserError } from "../problem.ts";
import { chooseEpisodes, type LoadedShow, listEpisodes, loadShow } from "./load-show.ts";
import { checkSlug } from "./new.ts";

/** Renames a story of an episode (the latest that has it, or the one named). Prints the new path. */
export async function rename(
  session: Session,
  story: string,
  to: string,
  options: { readonly episode: string | undefined },
): Promise<number> {
  const loaded = await loadShow(session);
  const from = storySlug(basename(story));
  const files = await findStory(session, loaded, story, from, options.episode);
  const slugs = [...files.storyNames.map(storySlug), ...loaded.show.segments.map((segment) => segment.id)];
  checkSlug(to, slugs);

  const folder = join(loaded.root, "episodes", files.slug);
  const oldNote = join(folder, "stories", `${from}.md`);
  const newNote = join(folder, "stories", `${to}.md`);
  const captures = files.names.flatMap((name) => renameCapture(name, from, to));
  const text = textOf(files, `stories/${from}.md`);
  const narration = textOf(files, "narration.md");
  if (text === null) {
    throw new UserError(`${relativePath(oldNote, session.cwd)} cannot be read`, "roundup build says why.");
  }
  const changed = narration === null ? null : editAsWritten(narration, (old) => renamePlace(old, from, to));

  // The new files come first and the old ones go last: whatever stops this, nothing is lost.
  const made: string[] = [];
  try {
    for (const capture of captures) {
      await copyFile(join(folder, capture.from), join(folder, capture.to), constants.COPYFILE_EXCL);
      made.push(join(folder, capture.to));
    }
    const renamed = editAsWritten(text, (note) =>
      captures.reduce((edited, capture) => renameInKeys(edited, capture.from, capture.to), note),
    );
    if (!(await writeNewFile(newNote, renamed))) {
      throw new UserError(`There is a file ${relativePath(newNote, session.cwd)} already`);
    }
    made.push(newNote);
    if (changed !== narration && changed !== null) await replaceFile(join(folder, "narration.md"), changed);
  } catch (error) {
    for (const path of made) await rm(path, { force: true });
    if (error instanceof UserError) throw error;
    throw new UserError(
      `The story could not be renamed: ${(error as Error).message}`,
      "Everything is as it was.",
    );
  }
  for (const path of [oldNote, ...captures.map((capture) => join(folder, capture.from))]) await rm(path);
  session.print(`${relativePath(newNote, session.cwd)}\n`);
  const also = [
    changed !== narration ? "its narration" : "",
    captures.length > 0 ? `${captures.length} of its captures` : "",
  ].filter((part) => part !== "");
  session.say(`Renamed ${from} to ${to}${also.length > 0 ? `, with ${also.join(" and ")}` : ""}.`);
  return 0;
}

/** The episode that has the story: the one named or given by path, else the only one, the latest first. */
async function findStory(
  session: Session,
  loaded: LoadedShow,
  story: string,
  slug: string,
  asked: string | undefined,
): Promise<EpisodeFiles> {
  const { entries } = await listEpisodes(loaded);
  const named = asked ?? (story.includes("/") ? story : undefined);
  const chosen = named === undefined ? entries : await chooseEpisodes(session, loaded, entries, [named]);
  const all: EpisodeFiles[] = [];
  for (const entry of chosen) all.push(await readEpisodeFiles(loaded.root, entry.slug));
  const holding = all.filter((files) => files.storyNames.includes(`${slug}.md`));
  if (holding[0] && holding.length === 1) return holding[0];
  if (holding.length > 1) {
    const slugs = holding.map((files) => files.slug).join(", ");
    throw new UserError(
      `More than one episode has a story ${slug}: ${slugs}`,
      "Name the episode with --episode.",
    );
  }
  const near = nearestWord(
    slug,
    all.flatMap((files) => files.storyNames.map(storySlug)),
  );
  throw new UserError(
    `There is no story ${slug}`,
    near ? `Did you mean ${near}?` : "roundup rundown lists the stories.",
  );
}

/** A file's text as it stands, or null where there is none or it is not UTF-8. */
function textOf(files: EpisodeFiles, path: string): string | null {
  const file = files.files.find((one) => one.path === `episodes/${files.slug}/${path}`);
  if (!file || decodeText(file.path, file.bytes).text === null) return null;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
}

/** Edits a text that is read with line feeds and without a byte order mark, and gives both back as they were. */
function editAsWritten(written: string, edit: (text: string) => string): string {
  const mark = written.startsWith("\uFEFF") ? "\uFEFF" : "";
  const text = written.slice(mark.length).replace(/\r\n/g, "\n");
  const edited = edit(text);
  if (edited === text) return written;
  return mark + (written.includes("\r\n") ? edited.replace(/\n/g, "\r\n") : edited);
}

/** captures/<slug>.md and captures/<slug>-2.md are the story's own; others may be shared. */
function renameCapture(name: string, from: string, to: string): { from: string; to: string }[] {
  const match = /^captures\/(.+?)((?:-\d+)?\.[a-z0-9]+)$/i.exec(name);
  return match?.[1] === from ? [{ from: name, to: `captures/${to}${match[2]}` }] : [];
}

/** Replaces a capture's path where a line of the frontmatter names it. */
function renameInKeys(text: string, from: string, to: string): string {
  const bodyLine = splitFrontmatter("", text, true).note?.bodyLine ?? 1;
  const named = /^([ \t]*(?:- +)?capture:[ \t]*["']?)(?:\.\/)?(\S+?)(["']?[ \t]*(?:#.*)?)$/;
  return text
    .split("\n")
    .map((line, index) =>
      index + 1 >= bodyLine
        ? line
        : line.replace(named, (whole, head, path, tail) => (path === from ? `${head}${to}${tail}` : whole)),
    )
    .join("\n");
}
