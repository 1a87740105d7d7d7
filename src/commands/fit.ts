// roundup fit: a time -> which marked paragraphs to drop to reach it; the notes are changed only when told to.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatDuration } from "../input/duration.ts";
import { relativePath, type Session } from "../io/session.ts";
import { replaceFile } from "../io/write-file.ts";
import { changeFitMark } from "../markdown/fit-mark.ts";
import { type FitChoice, fitScript } from "../narration/fit.ts";
import { describeOver, makeRundown } from "../narration/rundown.ts";
import { hasErrors, UserError } from "../problem.ts";
import { countOf, shorten } from "../spoken/phrases.ts";
import { loadAsked } from "./load-episode.ts";
import { formatRundown } from "./rundown.ts";

export interface FitOptions {
  /** The running time wanted in seconds; null for the episode's target. */
  readonly seconds: number | null;
  readonly apply: boolean;
}

/** Prints what to drop and the clock that it gives. Returns 1 if the episode has an error or cannot reach the time. */
export async function fitEpisode(
  session: Session,
  asked: string | undefined,
  { seconds, apply }: FitOptions,
): Promise<number> {
  const { loaded, episode, problems } = await loadAsked(session, asked);
  session.report(problems, loaded.root);
  if (!episode.script || hasErrors(problems)) return 1;
  const wanted = seconds ?? episode.script.episode.note.target;
  if (wanted === null)
    throw new UserError(
      "The episode has no target",
      `Name a time, such as: ${session.command("fit 8:00")}`,
      2,
    );

  const { choices, script } = fitScript(episode.script.episode, episode.sections, wanted);
  if (choices.length === 0) {
    const over = describeOver(episode.script.seconds, wanted);
    if (episode.script.seconds > wanted) throw nothingMarked(over);
    session.say(`Nothing has to go: the script is ${over}.`);
    return 0;
  }
  session.print(`${choices.map((choice) => describeChoice(choice, session, loaded.root)).join("\n")}\n\n`);
  session.print(`${formatRundown({ ...makeRundown(script), target: wanted })}\n`);
  if (script.seconds > wanted) {
    session.say(
      "Dropping all that can go is not enough, so nothing was changed: mark more, or shorten a story.",
    );
    return 1;
  }
  const changed = choices.filter((choice) => choice.wasDropped !== choice.isDropped);
  if (apply) await session.finish(() => applyChoices(changed, loaded.root));
  session.say(describeEnd(changed, apply, session.command(`build ${script.episode.note.slug}`)));
  return 0;
}

function nothingMarked(over: string): UserError {
  return new UserError(
    `No paragraph is marked as one that can go (the script is ${over})`,
    "Write <!-- fit: can go --> on a line of its own above each that can, then run this again.",
  );
}

function describeChoice(choice: FitChoice, session: Session, root: string): string {
  const word = choice.isDropped ? "drop" : choice.wasDropped ? "take back" : "keep";
  const path = relativePath(join(root, ...choice.file.split("/")), session.cwd);
  const text = shorten(choice.text, 60);
  const why = choice.isLast ? "  (a story keeps one paragraph: hold the story, if it is to go)" : "";
  return `${word.padEnd(9)}  ${formatDuration(choice.seconds)}  ${path}:${choice.place.line}  ${text}${why}`;
}

/** Changes the marks in the notes, a file at a time, each whole. Nothing is written if a note has changed meanwhile. */
async function applyChoices(changed: readonly FitChoice[], root: string): Promise<void> {
  const texts = new Map<string, string>();
  for (const { file, place, isDropped } of changed) {
    const text = texts.get(file) ?? (await readFile(join(root, file), "utf8"));
    // A byte order mark is no column, but it stays.
    const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    const next = changeFitMark(text.slice(mark.length), place, isDropped ? "dropped" : "can go");
    if (next === null)
      throw new UserError(`${file} was changed meanwhile, so nothing was written`, "Run this again.");
    texts.set(file, mark + next);
  }
  const done: string[] = [];
  for (const [file, text] of texts) {
    try {
      await replaceFile(join(root, file), text);
    } catch (error) {
      if (!(error instanceof UserError) || done.length === 0) throw error;
      const advice = `Changed already: ${done.join(", ")}. Run this again when that is mended, to change the rest.`;
      throw new UserError(error.message, `${error.hint} ${advice}`.trim(), error.exitStatus);
    }
    done.push(file);
  }
}

function describeEnd(changed: readonly FitChoice[], apply: boolean, next: string): string {
  if (changed.length === 0) return "Nothing has to change.";
  const dropped = changed.filter((choice) => choice.isDropped).length;
  const parts = [
    dropped > 0 ? `${countOf(dropped, "paragraph")} dropped` : "",
    changed.length > dropped ? `${countOf(changed.length - dropped, "paragraph")} taken back` : "",
  ];
  const what = parts.filter((part) => part !== "").join(" and ");
  if (apply) return `${what}: their marks say so now, and the words stay in the notes.\nNext: ${next}`;
  return `${what} if you add --apply; nothing was changed.`;
}
