// roundup build: story notes -> the documents of an episode in out/<slug>/.

import { join } from "node:path";
import { applyLevels } from "../checks/apply-levels.ts";
import { type EpisodeEntry, findSharedNumbers } from "../episode/choose-episode.ts";
import { formatDuration } from "../input/duration.ts";
import { quoteWord, relativePath, type Session } from "../io/session.ts";
import { findOldScripts, recoverOutput, type Written, writeDocuments } from "../io/write-documents.ts";
import { type Disclosure, makeDisclosure, NO_DISCLOSURE } from "../narration/disclosure.ts";
import { describeOver } from "../narration/rundown.ts";
import { warnVoidSignOff } from "../narration/sign-off.ts";
import { hasErrors, type Problem, UserError } from "../problem.ts";
import { checkDisclosure } from "../render/check-disclosure.ts";
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
  readonly ai: Pick<Disclosure, "drafted" | "edited" | "signedOff">;
  /** True if a person signed for what was spoken before it was changed. */
  readonly isVoid: boolean;
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
  const { disclosure, ...rendered } = renderDocuments(loaded, episode);
  const { script, signedOff } = episode;
  const command = session.command(`sign-off ${entry.slug} --as ${quoteWord(signedOff?.by ?? "")}`);
  const voided = script ? warnVoidSignOff(script, signedOff, command) : [];
  const stale = await findStaleDrafts(episode, session.command(`draft ${entry.slug}`));
  const found = [...episode.problems, ...shared, ...rendered.problems, ...voided, ...stale];
  const problems = applyLevels(found, loaded.show.checks);
  const sound = script !== null && !hasErrors(problems) && out !== null;
  const written = sound
    ? await session.finish(() => writeDocuments(out, entry.slug, rendered.documents))
    : null;
  return {
    outcome: {
      slug: entry.slug,
      title: entry.note?.title ?? null,
      number: entry.note?.number ?? null,
      words: script?.words ?? 0,
      seconds: script?.seconds ?? 0,
      dropped: script?.dropped ?? 0,
      target: entry.note?.target ?? null,
      narration: episode.narration,
      ai: { drafted: disclosure.drafted, edited: disclosure.edited, signedOff: disclosure.signedOff },
      isVoid: voided.length > 0,
      written,
      oldScripts: written ? await findOldScripts(written) : [],
    },
    problems,
  };
}

/** The guard is loaded only where there is something for it to judge. */
async function findStaleDrafts(
  { script, sections, drafts }: LoadedEpisode,
  command: string,
): Promise<Problem[]> {
  if (!script || ![...sections.values()].some(({ origin }) => origin === "drafted")) return [];
  const { warnStaleDrafts } = await import("../narration/stale-drafts.ts");
  return warnStaleDrafts(script.episode, sections, drafts, command);
}

interface Rendered {
  readonly disclosure: Disclosure;
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
}

function renderDocuments({ templates }: LoadedShow, episode: LoadedEpisode): Rendered {
  const { script } = episode;
  const failed = { disclosure: NO_DISCLOSURE, documents: [] };
  if (!script) return { ...failed, problems: [] };
  try {
    const disclosure = makeDisclosure(script, episode, templates);
    const documents = renderEpisode(script, disclosure, templates);
    const { file } = script.episode.note;
    const problems = [
      ...checkNewsletterSize(documents, file),
      ...checkDisclosure(documents, disclosure, file),
    ];
    return { disclosure, documents, problems };
  } catch (error) {
    return { ...failed, problems: [describeTemplateFault(error)] };
  }
}

function describeOutcome(outcome: Outcome, session: Session): object {
  const { written, oldScripts: _, isVoid: __, ...figures } = outcome;
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
  // Of one that was signed and changed since, the warning tells; title and summary are not signed for.
  const unsigned = built.filter(({ ai, isVoid }) => {
    const heard = [...ai.drafted, ...ai.edited].filter((place) => !place.startsWith("episode."));
    return heard.length > 0 && ai.signedOff === null && !isVoid;
  });
  if (unsigned[0] && !watched) {
    const command = session.command(`sign-off ${unsigned[0].slug} --as "Your Name"`);
    const slugs = outcomes.length > 1 ? ` (${unsigned.map(({ slug }) => slug).join(", ")})` : "";
    lines.push(`Drafted by a model and signed off by nobody${slugs}. When you have read it: ${command}`);
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
  { slug, title, number, words, seconds, dropped, target, ai, written }: Outcome,
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
    ai.signedOff ? `signed off by ${ai.signedOff.by}` : "",
  ];
  const where = relativePath(written.folder, session.cwd);
  return [`Built ${name} (${slug}) in ${where}/: ${length.filter((part) => part !== "").join(", ")}.`];
}
