// A show's folder on disk -> the bytes of its input files, with their paths, in an order of our own.
// A show may come from anyone: nothing outside it is read, and nothing that could hang is opened.

import { constants, type Dirent, type Stats } from "node:fs";
import { lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { makeSlug, RESERVED_SLUGS, SLUG } from "../input/slug.ts";
import { compareCodePoints, makeError, type Problem, sortProblems } from "../problem.ts";

/** A file as read; `path` is relative to the show, with `/`. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * What a folder with stories holds, an episode's or the inbox: the bytes of the notes and of its other files,
 * those that are there and can be read. `folder` and `notesFolder` are where the whole and the notes stand,
 * relative to the show. `names` is every file and link below the folder, relative to it, with `/`
 * (captures/loti.md); folders are not names. `storyNames` are the files of its notes that end in .md and do
 * not begin with a dot, whether or not their names are slugs.
 */
export interface StoryFiles {
  readonly folder: string;
  readonly notesFolder: string;
  readonly files: readonly InputFile[];
  readonly names: readonly string[];
  readonly storyNames: readonly string[];
  readonly problems: readonly Problem[];
}

/** What an episode's folder holds: episode.md, narration.md and stories/*.md, with its names. */
export interface EpisodeFiles extends StoryFiles {
  readonly slug: string;
}

/**
 * What a show's folder holds besides its episodes: `root` is its real absolute path, `files` roundup.yaml
 * and names.yaml where they are, `templates` every templates/*.hbs, `episodeSlugs` the folders of
 * episodes/ whose names are slugs, by code point.
 */
export interface ShowFiles {
  readonly root: string;
  readonly files: readonly InputFile[];
  readonly templates: readonly InputFile[];
  readonly episodeSlugs: readonly string[];
  readonly problems: readonly Problem[];
}

/** One file, or null where it is missing or was refused; only the refusal has a problem. */
export interface ReadFile {
  readonly file: InputFile | null;
  readonly problems: readonly Problem[];
}

const MAX_BYTES = 1024 * 1024;

/** The real path of the nearest folder, from here upwards, that holds roundup.yaml or episodes/; or null. */
export async function findShow(from: string): Promise<string | null> {
  let folder = resolve(from);
  for (;;) {
    if (await isShow(folder)) return realpath(folder);
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

/** Reads what a show holds besides its episodes, and lists those. */
export async function readShowFiles(root: string): Promise<ShowFiles> {
  const realRoot = await realpath(root);
  const settings = await readAll(realRoot, ["names.yaml", "roundup.yaml"]);
  const templateFolder = await listFolder(realRoot, "templates");
  const templates = await readAll(
    realRoot,
    templateFolder.entries
      .filter((entry) => entry.name.endsWith(".hbs") && !isHidden(entry.name))
      .map((entry) => `templates/${entry.name}`),
  );
  const episodes = await listEpisodes(realRoot);
  return {
    root: realRoot,
    files: settings.files,
    templates: templates.files,
    episodeSlugs: episodes.slugs,
    problems: sortProblems([
      ...settings.problems,
      ...templateFolder.problems,
      ...templates.problems,
      ...episodes.problems,
    ]),
  };
}

/** Reads all of an episode that a build needs; a missing file is not in `files`, and no problem here. */
export async function readEpisodeFiles(root: string, slug: string): Promise<EpisodeFiles> {
  const folder = `episodes/${slug}`;
  const others = ["episode.md", "narration.md"];
  return { slug, ...(await readStoryFiles(root, folder, `${folder}/stories`, others)) };
}

/** Reads the notes that stand in a folder of the show, and the other files named of the folder that is theirs. */
export async function readStoryFiles(
  root: string,
  folder: string,
  notesFolder: string,
  others: readonly string[],
): Promise<StoryFiles> {
  const realRoot = await realpath(root);
  const top = await listFolder(realRoot, folder);
  if (top.entries.length === 0) {
    const problems = sortProblems(top.problems);
    return { folder, notesFolder, files: [], names: [], storyNames: [], problems };
  }
  const notes = await readNotes(realRoot, notesFolder);
  const read = await readAll(
    realRoot,
    others.map((name) => `${folder}/${name}`),
  );
  const below = await listBelow(realRoot, folder, "", false);
  return {
    folder,
    notesFolder,
    files: [...read.files, ...notes.files],
    names: [...below.names].sort(compareCodePoints),
    storyNames: notes.storyNames,
    problems: sortProblems([...notes.problems, ...read.problems, ...below.problems]),
  };
}

/** Reads the notes of a folder alone, whatever else belongs to them. */
export async function readNotes(
  root: string,
  notesFolder: string,
): Promise<Pick<StoryFiles, "files" | "storyNames" | "problems">> {
  const realRoot = await realpath(root);
  const stories = await listFolder(realRoot, notesFolder);
  const notes = stories.entries.filter((entry) => entry.name.endsWith(".md") && !isHidden(entry.name));
  const storyNames = notes
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ name }) => name);
  const read = await readAll(
    realRoot,
    notes.map(({ name }) => `${notesFolder}/${name}`),
  );
  const problems = [...stories.problems, ...checkStoryNames(notesFolder, storyNames), ...read.problems];
  return { files: read.files, storyNames, problems };
}

/** Reads an episode's episode.md alone, as is done for the episodes that are not being built. */
export async function readEpisodeFront(root: string, slug: string): Promise<ReadFile> {
  return readInputFile(root, `episodes/${slug}/episode.md`);
}

/** Reads one file of the show under every rule of reading: see the rules `outside-show` and `not-a-file`. */
export async function readInputFile(root: string, path: string): Promise<ReadFile> {
  const place = await locate(await realpath(root), path);
  if (place.kind === "missing") return { file: null, problems: [] };
  if (place.kind === "refused") return { file: null, problems: [place.problem] };
  if (!place.stats.isFile()) return refuse(notAFile(path, place.stats));
  if (place.stats.size > MAX_BYTES) return refuse(tooLarge(path));
  try {
    return await readRegularFile(path, place.real, place.stats);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { file: null, problems: [] };
    return refuse(cannotRead(path, error));
  }
}

async function readRegularFile(path: string, real: string, expected: Stats): Promise<ReadFile> {
  // What stands there may have changed since it was looked at: a link is not followed, a FIFO does not
  // block, and what was opened must be what was checked. Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(real, flags);
  try {
    const stats = await handle.stat();
    if (!stats.isFile() || stats.ino !== expected.ino || stats.dev !== expected.dev) {
      return refuse(
        makeError(path, null, "cannot-read", "This file was changed while it was read; try again."),
      );
    }
    const buffer = new Uint8Array(MAX_BYTES + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > MAX_BYTES) return refuse(tooLarge(path));
    return { file: { path, bytes: buffer.slice(0, length) }, problems: [] };
  } finally {
    await handle.close();
  }
}

async function readAll(
  root: string,
  paths: readonly string[],
): Promise<{ readonly files: readonly InputFile[]; readonly problems: readonly Problem[] }> {
  const files: InputFile[] = [];
  const problems: Problem[] = [];
  // One after another: a folder of a thousand notes must not run out of file handles.
  for (const path of [...paths].sort(compareCodePoints)) {
    const read = await readInputFile(root, path);
    if (read.file) files.push(read.file);
    problems.push(...read.problems);
  }
  return { files, problems };
}

type Located =
  | { readonly kind: "found"; readonly real: string; readonly stats: Stats }
  | { readonly kind: "missing" }
  | { readonly kind: "refused"; readonly problem: Problem };

/** Walks down from the show's real folder, looking at each part before it is entered. */
async function locate(root: string, path: string): Promise<Located> {
  const parts = posix.normalize(path).split("/");
  if (isAbsolute(path) || posix.isAbsolute(path) || parts[0] === "..") {
    return { kind: "refused", problem: outsideShow(path, "This path") };
  }
  let real = root;
  let current = path;
  try {
    let stats = await lstat(root);
    for (const [index, part] of parts.entries()) {
      current = parts.slice(0, index + 1).join("/");
      const here = join(real, part);
      stats = await lstat(here);
      if (!stats.isSymbolicLink()) {
        real = here;
        continue;
      }
      const target = await followLink(here);
      if (target === null) return { kind: "refused", problem: brokenLink(current) };
      if (!isInside(root, target)) {
        return { kind: "refused", problem: outsideShow(current, "This symbolic link") };
      }
      real = target;
      stats = await lstat(real);
    }
    // On Windows a part could hold a drive or a backslash: the real path has the last word.
    if (isInside(root, await realpath(real))) return { kind: "found", real, stats };
    return { kind: "refused", problem: outsideShow(path, "This path") };
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return { kind: "missing" };
    return { kind: "refused", problem: cannotRead(current, error) };
  }
}

async function followLink(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP"].includes(codeOf(error))) return null;
    throw error;
  }
}

function isInside(root: string, real: string): boolean {
  const way = relative(root, real);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

interface Listing {
  readonly entries: readonly Dirent[];
  readonly problems: readonly Problem[];
}

/** A folder's entries by code point; a missing folder has none. */
async function listFolder(root: string, path: string): Promise<Listing> {
  const place = await locate(root, path);
  if (place.kind === "missing") return { entries: [], problems: [] };
  if (place.kind === "refused") return { entries: [], problems: [place.problem] };
  if (!place.stats.isDirectory()) {
    const problem = makeError(path, null, "not-a-folder", "This should be a folder; rename or remove it.");
    return { entries: [], problems: [problem] };
  }
  try {
    const entries = await readdir(place.real, { withFileTypes: true });
    return { entries: entries.sort((a, b) => compareCodePoints(a.name, b.name)), problems: [] };
  } catch (error) {
    return codeOf(error) === "ENOENT"
      ? { entries: [], problems: [] }
      : { entries: [], problems: [cannotRead(path, error)] };
  }
}

interface Below {
  readonly names: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Every name below an episode's folder. A link to a folder inside the show is entered, but not a further
 * link below it, so that links in a circle end. What no part of the format uses is left alone, so only
 * captures/ has problems here; stories/ has its own.
 */
async function listBelow(root: string, folder: string, under: string, entered: boolean): Promise<Below> {
  const isCapture = under === "captures" || under.startsWith("captures/");
  const listing = await listFolder(root, under === "" ? folder : `${folder}/${under}`);
  const names: string[] = [];
  const problems: Problem[] = isCapture ? [...listing.problems] : [];
  for (const entry of listing.entries) {
    const name = under === "" ? entry.name : `${under}/${entry.name}`;
    let isFolder = entry.isDirectory();
    if (entry.isSymbolicLink()) {
      const place = await locate(root, `${folder}/${name}`);
      isFolder = !entered && place.kind === "found" && place.stats.isDirectory();
      const isCaptureLink = isCapture || name === "captures";
      if (place.kind === "refused" && isCaptureLink && !isHidden(entry.name)) problems.push(place.problem);
    }
    if (!isFolder) {
      names.push(name);
      continue;
    }
    const below = await listBelow(root, folder, name, entered || entry.isSymbolicLink());
    names.push(...below.names);
    problems.push(...below.problems);
  }
  return { names, problems };
}

async function listEpisodes(
  root: string,
): Promise<{ readonly slugs: readonly string[]; readonly problems: readonly Problem[] }> {
  const listing = await listFolder(root, "episodes");
  const problems: Problem[] = [...listing.problems];
  const folders: string[] = [];
  for (const entry of listing.entries.filter(({ name }) => !isHidden(name))) {
    if (entry.isDirectory()) folders.push(entry.name);
    if (!entry.isSymbolicLink()) continue;
    const place = await locate(root, `episodes/${entry.name}`);
    if (place.kind === "refused") problems.push(place.problem);
    if (place.kind === "found" && place.stats.isDirectory()) folders.push(entry.name);
  }
  const taken = new Set(folders);
  for (const name of folders.filter((name) => !SLUG.test(name))) {
    const better = makeSlug(name, "episode", taken);
    taken.add(better);
    problems.push(badSlug(`episodes/${name}`, name, better, findTwin(name, folders)));
  }
  return { slugs: folders.filter((name) => SLUG.test(name)), problems };
}

function checkStoryNames(folder: string, names: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const taken = new Set([...RESERVED_SLUGS, ...names.map(stemOf)]);
  for (const name of names) {
    const stem = stemOf(name);
    const isSlug = SLUG.test(stem);
    if (isSlug && !RESERVED_SLUGS.includes(stem)) continue;
    const better = makeSlug(stem, "story", taken);
    taken.add(better);
    problems.push(
      isSlug
        ? makeError(`${folder}/${name}`, null, "reserved-slug", reservedText(stem, better))
        : badSlug(`${folder}/${name}`, name, `${better}.md`, findTwin(name, names)),
    );
  }
  return problems;
}

interface Twin {
  readonly name: string;
  readonly difference: string;
}

function findTwin(name: string, names: readonly string[]): Twin | null {
  const fold = (text: string) => text.normalize("NFKC").toLowerCase().normalize("NFKC");
  const other = names.find((candidate) => candidate !== name && fold(candidate) === fold(name));
  if (other === undefined) return null;
  if (other.toLowerCase() === name.toLowerCase()) return { name: other, difference: "letter case" };
  if (other.normalize("NFKC") === name.normalize("NFKC")) return { name: other, difference: "Unicode form" };
  return { name: other, difference: "letter case and Unicode form" };
}

function badSlug(file: string, name: string, better: string, twin: Twin | null): Problem {
  const differs = twin ? ` It differs from "${show(twin.name)}" only in ${twin.difference}.` : "";
  return makeError(
    file,
    null,
    "bad-slug",
    `"${show(name)}" is not a slug, expected the letters a to z, digits and hyphens, the first no hyphen.${differs} Rename it to "${better}".`,
  );
}

function reservedText(stem: string, better: string): string {
  return `A story may not be named "${stem}", which is a place in narration.md. Rename it to "${better}.md".`;
}

function outsideShow(file: string, subject: string): Problem {
  return makeError(
    file,
    null,
    "outside-show",
    `${subject} leads outside the show's folder, where nothing is read. Copy what it leads to into the show.`,
  );
}

function brokenLink(file: string): Problem {
  return makeError(file, null, "cannot-read", "This symbolic link leads nowhere. Mend or remove it.");
}

function tooLarge(file: string): Problem {
  return makeError(
    file,
    null,
    "file-too-large",
    "This file is over 1 MiB, the most that is read. Shorten it.",
  );
}

function notAFile(file: string, stats: Stats): Problem {
  const found = stats.isDirectory()
    ? "a folder"
    : stats.isFIFO()
      ? "a named pipe"
      : stats.isSocket()
        ? "a socket"
        : "a device";
  return makeError(file, null, "not-a-file", `This is ${found}, expected a file. Rename or remove it.`);
}

function cannotRead(file: string, error: unknown): Problem {
  const code = codeOf(error);
  if (code === "") throw error;
  const reason =
    code === "EACCES" || code === "EPERM"
      ? "You do not have permission to read this."
      : `This could not be read: the system reported ${code}.`;
  return makeError(file, null, "cannot-read", reason);
}

function refuse(problem: Problem): ReadFile {
  return { file: null, problems: [problem] };
}

async function isShow(folder: string): Promise<boolean> {
  try {
    const settings = await lstat(join(folder, "roundup.yaml"));
    // A link counts wherever it leads, so that reading it can say what is wrong with it.
    if (settings.isFile() || settings.isSymbolicLink()) return true;
  } catch {
    // Not here, or not to be seen: the folder may still hold episodes.
  }
  try {
    return (await stat(join(folder, "episodes"))).isDirectory();
  } catch {
    return false;
  }
}

function isHidden(name: string): boolean {
  return name.startsWith(".");
}

function stemOf(name: string): string {
  return name.slice(0, -".md".length);
}

/** A name for a message: one line, whatever the disk allowed. */
function show(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "\uFFFD");
}

/** The system's code of an error, ERR_INVALID_ARG_VALUE for a path with NUL, or "" for a fault of our own. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
