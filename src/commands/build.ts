// roundup build: story notes -> the documents of an episode in out/<slug>/.

import { join } from "node:path";
import { applyLevels } from "../checks/apply-levels.ts";
import { type EpisodeEntry, findSharedNumbers } from "../episode/choose-episode.ts";
import { formatDuration } from "../input/duration.ts";
import { relativePath, type Session } from "../io/session.ts";
import { findOldScripts, recoverOutput, type Written, writeDocuments } from "../io/write-documents.ts";
import { describeOver } from "../narration/rundown.ts";
import { hasErrors, type Problem, UserError } from "../problem.ts";
import type { Document } from "../render/document.ts";
import { checkNewsletterSize } from "../render/newsletter.ts";
import { renderEpisode } from "../render/render-episode.ts";
import { countOf, groupDigits } from "../spoken/phrases.ts";
import { type LoadedEpisode, loadEpisode } from "./load-episode.ts";
import {
  chooseEpisodes,
  chooseOut,
  describeTemplateFault,
  type LoadedShow,
  listEpisodes,
  loadShow,
  softenProblems,
} from "./load-show.ts";

export interface BuildOptions {
  readonly all: boolean;
  /** The folder under which each episode's folder is made; null for the show's out/. */
  readonly out: string | null;
  readonly json: boolean;
  /** True if the next save builds again, so that no command has to be named. */
  readonly watched: boolean;
}

/** What became of one episode: figures alone, so that a long archive stays light. */
interface Outcome {
  readonly slug: string;
  readonly title: string | null;
  readonly number: number | null;
  readonly words: number;
  readonly seconds: number;
  readonly dropped: number;
  readonly target: number | null;
  readonly narration: LoadedEpisode["narration"];
  readonly written: Written | null;
  /** Scripts for recording that were exported before this build. */
  readonly oldScripts: readonly string[];
}

/** Builds the episodes asked for. Returns the exit status: 1 if any of them has an error. */
export async function build(
  session: Session,
  asked: readonly string[],
  options: BuildOptions,
): Promise<number> {
  if (options.all && asked.length > 0) throw new UserError("Name episodes or give --all, not both", "", 2);
  const loaded = await loadShow(session);
  const listed = await listEpisodes(loaded);
  const chosen =
    options.all && listed.entries.length > 0
      ? listed.entries
      : await chooseEpisodes(session, loaded, listed.entries, asked);
  const others = listed.entries.filter((entry) => !chosen.includes(entry));
  const aside = others.flatMap((entry) => softenProblems(listed.problems.get(entry.slug) ?? []));
  const folders = options.all ? loaded.folderProblems : softenProblems(loaded.folderProblems);
  const out = await chooseOut(session, loaded, options.out);

  const problems = applyLevels(loaded.problems, loaded.show.checks);
  const sound = !hasErrors(problems);
  problems.push(...aside, ...folders);
  const outcomes: Outcome[] = [];
  if (sound) await session.finish(() => recoverOutput(out));
  for (const entry of chosen) {
    const done = await buildEpisode(session, loaded, entry, listed.entries, sound ? out : null);
    problems.push(...done.problems);
    outcomes.push(done.outcome);
  }
  session.report(problems, loaded.root);
  if (options.json)
    session.print(
      `${JSON.stringify({ episodes: outcomes.map((one) => describeOutcome(one, session)) }, null, 2)}\n`,
    );
  session.say(summarise(outcomes, problems, session, loaded.root, options.watched));
  return hasErrors(problems) ? 1 : 0;
}

/** Builds one episode; with `out` null, or an error, nothing is written. */
async function buildEpisode(
  session: Session,
  loaded: LoadedShow,
  entry: EpisodeEntry,
  entries: readonly EpisodeEntry[],
  out: string | null,
): Promise<{ readonly outcome: Outcome; readonly problems: readonly Problem[] }> {
  const episode = await loadEpisode(loaded, entry.slug);
  const shared = entry.note ? findSharedNumbers([entry.note], entries) : [];
  const rendered = renderDocuments(loaded, episode);
  const problems = applyLevels([...episode.problems, ...shared, ...rendered.problems], loaded.show.checks);
  const sound = episode.script !== null && !hasErrors(problems) && out !== null;
  const written = sound
    ? await session.finish(() => writeDocuments(out, entry.slug, rendered.documents))
    : null;
  return {
    outcome: {
      slug: entry.slug,
      title: entry.note?.title ?? null,
      number: entry.note?.number ?? null,
      words: episode.script?.words ?? 0,
      seconds: episode.script?.seconds ?? 0,
      dropped: episode.script?.dropped ?? 0,
      target: entry.note?.target ?? null,
      narration: episode.narration,
      written,
      oldScripts: written ? await findOldScripts(written) : [],
    },
    problems,
  };
}

function renderDocuments(
  loaded: LoadedShow,
  { script }: LoadedEpisode,
): { readonly documents: readonly Document[]; readonly problems: readonly Problem[] } {
  if (!script) return { documents: [], problems: [] };
  try {
    const documents = renderEpisode(script, loaded.templates);
    return { documents, problems: checkNewsletterSize(documents, script.episode.note.file) };
  } catch (error) {
    return { documents: [], problems: [describeTemplateFault(error)] };
  }
}

function describeOutcome(outcome: Outcome, session: Session): object {
  const { written, oldScripts: _, ...figures } = outcome;
  return {
    ...figures,
    folder: written ? relativePath(written.folder, session.cwd) : null,
    documents: written?.documents ?? [],
    removed: written?.removed ?? [],
    changed: written?.changed ?? false,
  };
}

function summarise(
  outcomes: readonly Outcome[],
  problems: readonly Problem[],
  session: Session,
  root: string,
  watched: boolean,
): string {
  const lines = outcomes.length > 3 ? [] : outcomes.flatMap((outcome) => describeBuilt(outcome, session));
  const built = outcomes.filter((outcome) => outcome.written);
  if (outcomes.length > 3) {
    const changed = built.filter((outcome) => outcome.written?.changed).length;
    lines.push(`Built ${built.length} of ${outcomes.length} episodes, ${changed} changed.`);
  }
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  const counts = [countOf(errors, "error"), countOf(warnings, "warning")]
    .filter((part) => !part.startsWith("0 "))
    .join(" and ");
  if (built.length === 0) lines.push(`Nothing was written: ${counts || "there is nothing to build"}.`);
  else if (counts !== "") lines.push(`${counts}.`);
  const left = outcomes.filter((outcome) => !outcome.written).map((outcome) => outcome.slug);
  if (built.length > 0 && left.length > 0) lines.push(`Not written: ${left.join(", ")}.`);
  const unwritten = built.find((outcome) => outcome.narration === "built-in");
  if (unwritten && !watched) {
    const path = relativePath(join(root, "episodes", unwritten.slug, "narration.md"), session.cwd);
    lines.push(`The narration is built in; your own goes into ${path}.`);
  }
  for (const { slug, oldScripts } of built) {
    if (oldScripts.length === 0) continue;
    const formats = oldScripts.map((name) => name.replace("script.", "")).join(",");
    const command = session.command(`export ${slug} --format ${formats}`);
    lines.push(`Older than this build: ${oldScripts.join(", ")}. Make them anew with: ${command}`);
  }
  const first = built[0];
  if (errors > 0 && watched) lines.push("Next: mend the errors above; the next save builds again.");
  else if (errors > 0) lines.push("Next: mend the errors above, then run roundup build again.");
  else if (first?.written && !watched) {
    const page = relativePath(join(first.written.folder, "transcript.html"), session.cwd);
    const clock = session.command(`rundown ${first.slug}`);
    lines.push(`Next: read ${page}, or see the clock with: ${clock}`);
  }
  return lines.join("\n");
}

function describeBuilt(
  { slug, title, number, words, seconds, dropped, target, written }: Outcome,
  session: Session,
): string[] {
  if (!written) return [];
  const name = number === null ? `"${title}"` : `Episode ${number}, "${title}"`;
  const files = written.changed ? countOf(written.documents.length, "file") : "no file changed";
  const length = [
    files,
    `${groupDigits(words)} words`,
    formatDuration(seconds),
    describeOver(seconds, target),
    dropped > 0 ? `${countOf(dropped, "paragraph")} dropped to fit` : "",
  ];
  const where = relativePath(written.folder, session.cwd);
  return [`Built ${name} (${slug}) in ${where}/: ${length.filter((part) => part !== "").join(", ")}.`];
}
