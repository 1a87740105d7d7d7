// roundup rename: a story note under another slug, with its narration, drafts and captures.

import { constants, copyFile, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isScalar, parseDocument, visit } from "yaml";
import { decodeText } from "../input/decode-text.ts";
import { parseYaml } from "../input/parse-yaml.ts";
import { type EpisodeFiles, readEpisodeFiles } from "../io/read-files.ts";
import { relativePath, type Session } from "../io/session.ts";
import { adviseOnCode, explainCode, hasCode, replaceFile } from "../io/write-file.ts";
import { renamePlace } from "../narration/rename-place.ts";
import { type SplitNote, splitFrontmatter } from "../notes/split-frontmatter.ts";
import { storySlug } from "../notes/story-note.ts";
import { nearestWord, UserError } from "../problem.ts";
import { chooseEpisodes, type LoadedShow, listEpisodes, loadSoundShow, slugOfPath } from "./load-show.ts";
import { checkSlug } from "./new.ts";

/** Renames a story of an episode: the one named, or the only one that has it. Prints the new path. */
export async function rename(
  session: Session,
  story: string,
  to: string,
  options: { readonly episode: string | undefined },
): Promise<number> {
  const loaded = await loadSoundShow(session);
  const from = storySlug(basename(story));
  const files = await findStory(session, loaded, story, from, options.episode);
  const slugs = [...files.storyNames.map(storySlug), ...loaded.show.segments.map((segment) => segment.id)];
  checkSlug(to, slugs);

  const folder = join(loaded.root, "episodes", files.slug);
  const oldNote = join(folder, "stories", `${from}.md`);
  const newNote = join(folder, "stories", `${to}.md`);
  const captures = listCaptures(files, from, to);
  const taken = captures.find((capture) => files.names.includes(capture.to));
  if (taken) {
    const shown = relativePath(join(folder, taken.to), session.cwd);
    throw new UserError(`There is a file ${shown} already`, "Choose another slug, or move that file.");
  }
  const text = textOf(session, loaded, files, `stories/${from}.md`);
  const narration = textOf(session, loaded, files, "narration.md");
  const renamed = editAsWritten(text ?? "", (note) =>
    captures.reduce((edited, capture) => renameCapture(edited, capture.from, capture.to), note),
  );
  const changed = editAsWritten(narration ?? "", (old) => renamePlace(old, from, to));

  // The new files come first and the old ones go last: whatever stops this, nothing is lost.
  await session.finish(async () => {
    const made: string[] = [];
    const copy = async (source: string, target: string) => {
      await copyFile(source, target, constants.COPYFILE_EXCL);
      made.push(target);
    };
    try {
      for (const capture of captures) await copy(join(folder, capture.from), join(folder, capture.to));
      await copy(oldNote, newNote);
      if (renamed !== text) await replaceFile(newNote, renamed);
      if (narration !== null && changed !== narration)
        await replaceFile(join(folder, "narration.md"), changed);
    } catch (error) {
      for (const path of made) await rm(path, { force: true });
      if (!hasCode(error)) throw error;
      const reason = `The story could not be renamed: ${explainCode(error)}. Everything is as it was.`;
      throw new UserError(reason, adviseOnCode(error));
    }
    for (const path of [oldNote, ...captures.map((capture) => join(folder, capture.from))]) await rm(path);
  });
  session.print(`${relativePath(newNote, session.cwd)}\n`);
  const also = [
    narration !== null && changed !== narration ? "its narration" : "",
    captures.length > 0 ? `${captures.length} of its captures` : "",
  ].filter((part) => part !== "");
  session.say(`Renamed ${from} to ${to}${also.length > 0 ? `, with ${also.join(" and ")}` : ""}.`);
  return 0;
}

/** The episode that has the story: the one named or given by path, else the only one that has it. */
async function findStory(
  session: Session,
  loaded: LoadedShow,
  story: string,
  slug: string,
  asked: string | undefined,
): Promise<EpisodeFiles> {
  const { entries } = await listEpisodes(loaded);
  const path = resolve(session.cwd, story);
  const inside = basename(dirname(path)) === "stories" ? await slugOfPath(path, loaded.root) : null;
  const listing = `${session.command("rundown")} lists the stories.`;
  if (inside === null && /[/\\]/.test(story)) throw new UserError(`There is no story at ${story}`, listing);
  const named = asked === undefined ? null : await chooseEpisodes(session, loaded, entries, [asked]);
  const chosen = named ?? (inside === null ? entries : entries.filter((entry) => entry.slug === inside));
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
  throw new UserError(`There is no story ${slug}`, near ? `Did you mean ${near}?` : listing);
}

/** A file's text as it stands, or null where there is none. Throws a UserError where it cannot be read. */
function textOf(session: Session, loaded: LoadedShow, files: EpisodeFiles, path: string): string | null {
  const whole = `episodes/${files.slug}/${path}`;
  const file = files.files.find((one) => one.path === whole);
  if (!file && !files.names.includes(path)) return null;
  const text = file ? decodeText(whole, file.bytes).text : null;
  if (!file || text === null || !readKeys(text, path !== "narration.md")) {
    const shown = relativePath(join(loaded.root, whole), session.cwd);
    const advice = `${session.command(`build ${files.slug}`)} says why.`;
    throw new UserError(`${shown} cannot be read, so nothing was renamed`, advice);
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
}

/** A text in its two parts, or null where its frontmatter cannot be read. */
function readKeys(text: string, required: boolean): SplitNote | null {
  const { note } = splitFrontmatter("", text, required);
  return note && parseYaml("", note.frontmatter, 1).value !== undefined ? note : null;
}

/** Edits a text that is read with line feeds and without a byte order mark, and gives both back as they were. */
function editAsWritten(written: string, edit: (text: string) => string): string {
  const mark = written.startsWith("\uFEFF") ? "\uFEFF" : "";
  const text = written.slice(mark.length).replace(/\r\n?/g, "\n");
  const ends = written.match(/\r\n?|\n/g) ?? [];
  // An edit never adds or removes a line, so that each keeps its own end.
  const lines = edit(text).split("\n");
  return mark + lines.map((line, index) => line + (ends[index] ?? "")).join("");
}

/**
 * captures/<slug>.md and captures/<slug>-2.md are the story's own, but not where that is another story's
 * slug or another story names it.
 */
function listCaptures(files: EpisodeFiles, from: string, to: string): { from: string; to: string }[] {
  const others = files.storyNames.map(storySlug).filter((slug) => slug !== from);
  const texts = others.map((slug) => {
    const file = files.files.find((one) => one.path === `episodes/${files.slug}/stories/${slug}.md`);
    return file ? (decodeText(file.path, file.bytes).text ?? "") : "";
  });
  return files.names.flatMap((name) => {
    const [, stem, tail] = /^captures\/([^/]+?)(\.[a-z0-9]+)$/i.exec(name) ?? [];
    if (stem === undefined || !stem.startsWith(from) || !/^(?:-\d+)?$/.test(stem.slice(from.length)))
      return [];
    if (others.includes(stem) || texts.some((text) => listCaptureKeys(text).some((key) => key.path === name)))
      return [];
    return { from: name, to: `captures/${to}${stem.slice(from.length)}${tail}` };
  });
}

/** Every `capture:` of a note's frontmatter: its path, and where its value stands in the text. */
function listCaptureKeys(text: string): { path: string; start: number; end: number }[] {
  const note = readKeys(text, true);
  if (!note) return [];
  const before = text.indexOf("\n") + 1;
  const keys: { path: string; start: number; end: number }[] = [];
  visit(parseDocument(note.frontmatter, { stringKeys: true }), {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.value !== "capture" || !isScalar(value) || !value.range) return;
      const path = String(value.value).replace(/^(\.\/)+/, "");
      keys.push({ path, start: before + value.range[0], end: before + value.range[1] });
    },
  });
  return keys;
}

/** Replaces a capture's path where the frontmatter names it. */
function renameCapture(text: string, from: string, to: string): string {
  return listCaptureKeys(text)
    .filter(({ path }) => path === from)
    .reverse()
    .reduce((edited, { start, end }) => {
      return edited.slice(0, start) + edited.slice(start, end).replace(from, to) + edited.slice(end);
    }, text);
}
