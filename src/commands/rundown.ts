// roundup rundown: an episode in running order, with its clock, as a table or as JSON.

import { formatDuration } from "../input/duration.ts";
import type { Session } from "../io/session.ts";
import { describeOver, makeRundown, type Rundown } from "../narration/rundown.ts";
import { hasErrors } from "../problem.ts";
import { shorten } from "../spoken/phrases.ts";
import { alignColumns, ruleOff } from "./align-columns.ts";
import { loadAsked } from "./load-episode.ts";

/** Prints the rundown of an episode. Returns 1 if the episode has an error. */
export async function showRundown(
  session: Session,
  asked: string | undefined,
  options: { readonly json: boolean },
): Promise<number> {
  const { loaded, episode, problems } = await loadAsked(session, asked);
  session.report(problems, loaded.root);
  if (!episode.script || hasErrors(problems)) return 1;
  const rundown = makeRundown(episode.script);
  const { note } = episode.script.episode;
  if (options.json) {
    session.print(`${JSON.stringify({ episode: note.slug, title: note.title, ...rundown }, null, 2)}\n`);
  } else {
    session.print(`${formatRundown(rundown)}\n`);
  }
  return 0;
}

const AUTHORS = { drafted: "model", edited: "model, edited" };

/** The rundown as a table of aligned columns, its last line the sum; the last column is there if a model had a part. */
export function formatRundown(rundown: Rundown): string {
  const marked = rundown.rows.some((row) => row.drafted !== null);
  const head = ["segment", "slug", "title", "words", "time", "start", "end", ...(marked ? ["by"] : [])];
  const rows = rundown.rows.map((row) => [
    row.segment ?? "",
    row.slug ?? "",
    shorten(row.title, 44),
    String(row.words),
    formatDuration(row.seconds),
    formatDuration(row.start),
    formatDuration(row.end),
    ...(marked ? [row.drafted === null ? "" : AUTHORS[row.drafted]] : []),
  ]);
  const total = ["", "", "total", String(rundown.words), formatDuration(rundown.seconds), "", ""];
  const table = [head, ...rows, total];
  const lines = alignColumns(table, (column) => column >= 3 && column <= 6);
  const rule = ruleOff(table);
  const over = describeOver(rundown.seconds, rundown.target);
  return [
    lines[0],
    rule,
    ...lines.slice(1, -1),
    rule,
    (lines.at(-1) ?? "") + (over === "" ? "" : `  ${over}`),
  ].join("\n");
}
