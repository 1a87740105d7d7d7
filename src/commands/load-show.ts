// The working directory -> the show around it, its settings, templates and list of episodes.

import { lstat, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { chooseEpisode, type EpisodeEntry, latestEpisode } from "../episode/choose-episode.ts";
import { decodeText } from "../input/decode-text.ts";
import { findShow, type InputFile, readEpisodeFront, readShowFiles } from "../io/read-files.ts";
import { quoteWord, relativePath, type Session } from "../io/session.ts";
import { type EpisodeNote, parseEpisodeNote } from "../notes/episode-note.ts";
import { hasErrors, makeError, makeWarning, nearestWord, type Problem, UserError } from "../problem.ts";
import { parseShow, type Show } from "../show.ts";
import { listTemplates, makeTemplates, type TemplateSpec, type Templates } from "../template.ts";
import { TemplateError } from "../template-error.ts";

/** A show as loaded. With an error in `problems` nothing of it may be built. */
export interface LoadedShow {
  readonly root: string;
  readonly show: Show;
  readonly templates: Templates;
  readonly episodeSlugs: readonly string[];
  readonly problems: readonly Problem[];
  /** Folders of episodes/ that cannot be episodes, as errors; they keep no other episode from being built. */
  readonly folderProblems: readonly Problem[];
}

/** Finds and reads the show: `--show`, or the nearest one upwards. Throws a UserError where there is none. */
export async function loadShow(session: Session): Promise<LoadedShow> {
  const root = await locateShow(session);
  const files = await readShowFiles(root);
  const isFolder = (problem: Problem) => problem.file.startsWith("episodes/");
  const problems = files.problems.filter((problem) => !isFolder(problem));
  const textOf = (path: string) =>
    decodeFile(files.files.find((file) => file.path === path) ?? null, problems);
  const parsed = parseShow(textOf("roundup.yaml"), textOf("names.yaml"));
  const templates = await readTemplates(files.templates, problems);
  return {
    root,
    show: parsed.known,
    templates,
    episodeSlugs: files.episodeSlugs,
    problems: [...problems, ...parsed.problems],
    folderProblems: files.problems.filter(isFolder),
  };
}

/** Loads a show that something is to be written into: with an error it throws a UserError, all problems said. */
export async function loadSoundShow(session: Session): Promise<LoadedShow> {
  const loaded = await loadShow(session);
  session.report(loaded.problems, loaded.root);
  if (hasErrors(loaded.problems))
    throw new UserError("The show's settings have an error, so nothing was written", "Mend it first.");
  return loaded;
}

/** The frontmatter of every episode, for looking one up. Faults come as errors; a caller softens them. */
export async function listEpisodes(
  loaded: LoadedShow,
): Promise<{ readonly entries: EpisodeEntry[]; readonly problems: ReadonlyMap<string, readonly Problem[]> }> {
  const problems = new Map<string, readonly Problem[]>();
  const entries: EpisodeEntry[] = [];
  for (const slug of loaded.episodeSlugs) {
    const front = await readEpisodeFront(loaded.root, slug);
    const found: Problem[] = [...front.problems];
    const note = readNote(slug, front.file, found);
    entries.push({ slug, note });
    problems.set(slug, found);
  }
  return { entries, problems };
}

/** The episodes that were asked for: each a path, a slug or a number; the latest if none is named. */
export async function chooseEpisodes(
  session: Session,
  loaded: LoadedShow,
  entries: readonly EpisodeEntry[],
  asked: readonly string[],
): Promise<EpisodeEntry[]> {
  const latest = latestEpisode(entries);
  if (!latest) {
    const command = session.command('new episode "A title"');
    throw new UserError("The show has no episode", `Make one with: ${command}`);
  }
  if (asked.length === 0) return [latest];
  const chosen: EpisodeEntry[] = [];
  for (const word of asked) {
    const slug = await slugOfPath(resolve(session.cwd, word), loaded.root);
    const entry = entries.find((one) => one.slug === slug) ?? chooseEpisode(word, entries);
    if (!chosen.includes(entry)) chosen.push(entry);
  }
  return chosen;
}

/** The folder that is written to: the one that was asked for, or the show's out/. The show's own out/ may not be a link that leads out of the show. */
export async function chooseOut(session: Session, loaded: LoadedShow, asked: string | null): Promise<string> {
  if (asked !== null) return resolve(session.cwd, asked);
  const out = join(loaded.root, "out");
  const isLink = await lstat(out).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
  if (!isLink) return out;
  const real = await realpath(out).catch(() => null);
  if (real?.startsWith(loaded.root + sep)) return real;
  throw new UserError(
    `${relativePath(out, session.cwd)} is a symbolic link that leads ${real === null ? "nowhere" : "out of the show"}`,
    "Delete it, or name a folder with --out.",
  );
}

/** The text of an input file; a fault of its bytes joins the problems, and null comes back. */
export function decodeFile(file: InputFile | null, problems: Problem[]): string | null {
  if (!file) return null;
  const decoded = decodeText(file.path, file.bytes);
  if (decoded.problem) problems.push(decoded.problem);
  return decoded.text;
}

/** The same problems as warnings, for files that are only looked at. */
export function softenProblems(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, severity: "warning" }));
}

async function locateShow(session: Session): Promise<string> {
  if (session.showFolder === null) {
    const found = await findShow(session.cwd);
    if (found) return found;
    throw new UserError(
      "There is no show here: no folder from here upwards holds roundup.yaml or episodes/",
      "Go to a show's folder, name it with --show, or make one with: roundup init my-show",
    );
  }
  const folder = resolve(session.cwd, session.showFolder);
  const found = await findShow(folder);
  const real = await realpath(folder).catch(() => null);
  if (found !== null && found === real) return found;
  const shown = relativePath(folder, session.cwd);
  if (real !== null && !(await stat(real)).isDirectory()) {
    throw new UserError(`${shown} is not a folder`, "Name the folder of a show with --show.");
  }
  throw new UserError(
    real === null
      ? `There is no folder ${shown}`
      : `There is no show in ${shown}: it holds neither roundup.yaml nor episodes/`,
    `Make a show there with: roundup init ${quoteWord(shown)}`,
  );
}

function readNote(slug: string, file: InputFile | null, problems: Problem[]): EpisodeNote | null {
  const path = `episodes/${slug}/episode.md`;
  if (!file) {
    if (!hasErrors(problems)) problems.push(describeMissing(path));
    return null;
  }
  const text = decodeFile(file, problems);
  if (text === null) return null;
  const parsed = parseEpisodeNote(path, slug, text, false);
  problems.push(...parsed.problems);
  return parsed.note;
}

/** The error of an episode's folder without its episode.md. */
export function describeMissing(path: string): Problem {
  const text =
    'The file is missing, expected an episode\'s frontmatter: make it with a title and a date between two lines of "---"';
  return makeError(path, null, "missing-file", text);
}

/** The slug of an episode if a path leads into its folder, else null. */
export async function slugOfPath(path: string, root: string): Promise<string | null> {
  try {
    await stat(path);
    const parts = relative(join(root, "episodes"), await realpath(path)).split(sep);
    return parts[0] && parts[0] !== ".." ? parts[0] : null;
  } catch {
    return null;
  }
}

/** The show's own templates, compiled; one that equals the built-in is the built-in. */
async function readTemplates(files: readonly InputFile[], problems: Problem[]): Promise<Templates> {
  const own = new Map<string, TemplateSpec>();
  if (files.length > 0) {
    const { sources } = await import("virtual:template-sources");
    for (const file of files) {
      const name = file.path.replace(/^templates\//, "");
      const text = decodeFile(file, problems);
      if (text === null || text === sources[name]) continue;
      const spec = await compileOwn(file.path, name, text, problems);
      if (spec) own.set(name, spec);
    }
  }
  return makeTemplates(own);
}

async function compileOwn(
  path: string,
  name: string,
  text: string,
  problems: Problem[],
): Promise<TemplateSpec | null> {
  const known = listTemplates();
  if (!known.includes(name)) {
    const near = nearestWord(name, known);
    const advice = near ? `did you mean ${near}?` : `expected one of ${known.join(", ")}`;
    problems.push(
      makeWarning(path, null, "unknown-template", `No document is made of this template: ${advice}`),
    );
    return null;
  }
  const { compileTemplate } = await import("../compile-template.ts");
  try {
    return compileTemplate(name, text);
  } catch (error) {
    problems.push(describeTemplateFault(error));
    return null;
  }
}

/** A template's fault as a problem with its file and line. Anything else is thrown on. */
export function describeTemplateFault(error: unknown): Problem {
  if (!(error instanceof TemplateError)) throw error;
  const place = error.line === null ? null : { line: error.line, column: error.column ?? 1 };
  return makeError(`templates/${error.template}`, place, "template", error.message);
}
