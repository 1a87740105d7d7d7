// New passages and a person at a terminal -> which of them are taken; each is shown beside the words that stand now.

import { askChoice } from "../io/ask.ts";
import type { Session } from "../io/session.ts";
import type { AcceptedPassage } from "../narration/accept-passages.ts";
import type { DraftPlace } from "../narration/brief.ts";
import { wrapText } from "../render/wrap-text.ts";
import type { LoadedEpisode } from "./load-episode.ts";

/** What is done with a passage: the new one, the words that stand now, or the built-in ones. */
export type Choice = "take" | "keep" | "built-in";

/**
 * Asks about every passage that was accepted, in the order heard. Throws Interrupted at Ctrl-C or "stop", and
 * then nothing has been written.
 */
export async function review(
  session: Session,
  read: LoadedEpisode,
  wanted: readonly DraftPlace[],
  accepted: ReadonlyMap<string, AcceptedPassage>,
  builtIn: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Choice>> {
  const choices = new Map<string, Choice>();
  for (const place of wanted) {
    const passage = accepted.get(place.place);
    if (!passage) continue;
    const old = standing(read, place);
    session.say(showBeside(place, old, passage, session.columns));
    const answer = await askChoice(`What shall stand at ${place.place}?`, [
      { value: "take", label: "The new words" },
      ...(old === "" ? [] : [{ value: "keep", label: "The words that stand there now" }]),
      ...(builtIn.has(place.place) ? [{ value: "built-in", label: "The built-in words" }] : []),
    ]);
    choices.set(place.place, answer as Choice);
  }
  return choices;
}

/** The words that stand at a place now, as plain text; "" where there are none. */
function standing(read: LoadedEpisode, place: DraftPlace): string {
  const note = read.script?.episode.note;
  if (place.kind === "title") return note?.title ?? "";
  if (place.kind === "summary") return note?.summary ?? "";
  return (read.sections.get(place.place)?.paragraphs ?? []).map(({ text }) => text).join("\n\n");
}

/** The words that stand now and the new ones, in two columns where there is room, and what to look at. */
export function showBeside(
  place: DraftPlace,
  old: string,
  passage: AcceptedPassage,
  columns: number,
): string {
  const before = old === "" ? "(nothing yet)" : old;
  const width = Math.floor((Math.min(columns, 120) - 3) / 2);
  const words =
    width >= 30
      ? setBeside(["NOW", "", ...lines(before, width)], ["NEW", "", ...lines(passage.text, width)], width)
      : `NOW\n\n${wrapText(before, columns)}\n\nNEW\n\n${wrapText(passage.text, columns)}`;
  const notices = passage.notices.map(({ words: at, reason }) =>
    wrapText(`- ${at}: ${reason}`, columns, "  "),
  );
  const look = notices.length === 0 ? "" : `\n\nWhat no program can check:\n${notices.join("\n")}`;
  return `\n${place.place} (${place.kind})\n\n${words}${look}\n`;
}

function lines(text: string, width: number): string[] {
  return wrapText(text, width).split("\n");
}

function setBeside(left: readonly string[], right: readonly string[], width: number): string {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const cell = left[index] ?? "";
    return `${cell}${" ".repeat(Math.max(0, width - [...cell].length))} | ${right[index] ?? ""}`.trimEnd();
  }).join("\n");
}
