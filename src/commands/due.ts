// roundup due: promises that were broadcast and fall due before the next episode, as a list or as JSON.

import { join } from "node:path";
import { type DuePromise, findNextEpisode, listPromises, type NextEpisode } from "../episode/due-promises.ts";
import { countDays, formatDate, isCalendarDate } from "../input/calendar-date.ts";
import { relativePath, type Session } from "../io/session.ts";
import { parseStory } from "../notes/story-note.ts";
import { hasErrors, type Problem, UserError } from "../problem.ts";
import { countOf } from "../spoken/phrases.ts";
import { loadAllStories } from "./load-inbox.ts";
import { type LoadedShow, listEpisodes, loadShow, softenProblems } from "./load-show.ts";

export interface DueOptions {
  /** Every promise, whenever it falls due. */
  readonly all: boolean;
  /** Those that fall due before this day, as it was typed. */
  readonly before: string | undefined;
  readonly json: boolean;
}

/** Prints what falls due. A fault of another kind in a story does not matter here; what cannot be read is told. */
export async function showDue(session: Session, options: DueOptions): Promise<number> {
  const { before } = options;
  if (before !== undefined && !isCalendarDate(before))
    throw new UserError(`Unexpected date "${before}", expected YYYY-MM-DD, such as 2026-10-03`, "", 2);
  const loaded = await loadShow(session);
  const { entries } = await listEpisodes(loaded);
  const { cadence, timezone } = loaded.show;
  const today = session.today(timezone);
  const next = findNextEpisode(entries, cadence, today);
  const until = options.all ? null : before === undefined ? (next?.date ?? null) : dayBefore(before);
  const promises = listPromises(await loadPromising(session, loaded), today, until);
  if (options.json)
    session.print(`${JSON.stringify({ today, until, nextEpisode: next, promises }, null, 2)}\n`);
  else if (promises.length > 0)
    session.print(`${promises.map((promise) => describePromise(session, loaded, promise)).join("\n\n")}\n`);
  session.say(describeEnd(session, loaded, promises, options, next));
  return 0;
}

/** The stories of all episodes that promise something. To parse all the others as well would take seconds. */
async function loadPromising(session: Session, loaded: LoadedShow) {
  const { stories, problems } = await loadAllStories(loaded);
  const faults: Problem[] = [...loaded.problems, ...problems];
  const promising = stories.flatMap(({ episode, file, text }) => {
    if (episode === null || !/\bfollow["']?\s*:/.test(text)) return [];
    const { note, problems } = parseStory(file, text);
    if (note === null) faults.push(...problems.filter((problem) => hasErrors([problem])));
    return note ? [{ episode, note }] : [];
  });
  session.report(softenProblems(faults), loaded.root);
  return promising;
}

function describePromise(session: Session, loaded: LoadedShow, promise: DuePromise): string {
  const path = relativePath(join(loaded.root, ...promise.file.split("/")), session.cwd);
  const overdue = promise.isOverdue ? "  overdue" : "";
  return [
    `${promise.date}${overdue}  ${promise.episode}  ${promise.slug}  ${promise.about}`,
    `  "${promise.sentence}"`,
    `  ${path}:${promise.place.line}`,
  ].join("\n");
}

/** How many there are, before what, and what to do. */
function describeEnd(
  session: Session,
  loaded: LoadedShow,
  promises: readonly DuePromise[],
  { all, before }: DueOptions,
  next: NextEpisode | null,
): string {
  const { language, cadence } = loaded.show;
  const limit = all
    ? "in all"
    : before !== undefined
      ? `before ${formatDate(before, language)}`
      : next === null
        ? "in all, since no episode has a date"
        : next.episode === null
          ? `by ${formatDate(next.date, language)}, when the next episode comes (${cadence}, counted from the latest)`
          : `by ${formatDate(next.date, language)}, the day of ${next.episode}`;
  const overdue = promises.filter(({ isOverdue }) => isOverdue).length;
  const late = overdue > 0 ? `, ${overdue} overdue` : "";
  if (promises.length === 0)
    return `No promise falls due ${limit}.${all ? "" : `\n${session.command("due --all")} lists those to come.`}`;
  const advice = "Look each up, tell what came of it, then take its key out of the note.";
  return `${countOf(promises.length, "promise")} ${promises.length === 1 ? "falls" : "fall"} due ${limit}${late}.\n${advice}`;
}

function dayBefore(date: string): string {
  return new Date((countDays(date) - 1) * 86_400_000).toISOString().slice(0, 10);
}
