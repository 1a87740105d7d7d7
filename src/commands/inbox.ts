// roundup inbox: the stories that belong to no episode yet, by segment and age, as a table or as JSON.

import { applyLevels } from "../checks/apply-levels.ts";
import { latestEpisode } from "../episode/choose-episode.ts";
import { type InboxRow, listInbox } from "../episode/list-inbox.ts";
import type { Session } from "../io/session.ts";
import { hasErrors } from "../problem.ts";
import { countOf, shorten } from "../spoken/phrases.ts";
import { alignColumns, ruleOff } from "./align-columns.ts";
import { loadInbox } from "./load-inbox.ts";
import { type LoadedShow, listEpisodes, loadShow } from "./load-show.ts";

/** Prints the inbox. Returns 1 if the show's settings or a note of it has an error; the sound ones are listed. */
export async function showInbox(session: Session, options: { readonly json: boolean }): Promise<number> {
  const loaded = await loadShow(session);
  const inbox = await loadInbox(loaded);
  const problems = applyLevels([...loaded.problems, ...inbox.problems], loaded.show.checks);
  session.report(problems, loaded.root);
  const { segments, timezone } = loaded.show;
  const rows = listInbox(inbox.stories, segments, inbox.files.names, session.today(timezone));
  if (options.json) session.print(`${JSON.stringify({ stories: rows }, null, 2)}\n`);
  else if (rows.length > 0) session.print(`${formatInbox(rows)}\n`);
  session.say(await describeNext(session, loaded, rows));
  return hasErrors(problems) ? 1 : 0;
}

const CAPTURES = { none: "", saved: "saved", missing: "missing", doubtful: "doubtful" };

function formatInbox(rows: readonly InboxRow[]): string {
  const head = ["segment", "slug", "title", "publication", "status", "days", "words", "capture"];
  const table = [
    head,
    ...rows.map((row) => [
      row.segment,
      row.slug,
      shorten(row.title, 44),
      shorten(row.publication ?? "", 24),
      row.status,
      row.days === null ? "?" : String(row.days),
      row.words === 0 ? "none" : String(row.words),
      CAPTURES[row.captures],
    ]),
  ];
  const lines = alignColumns(table, (column) => column === 5 || column === 6);
  return [lines[0], ruleOff(table), ...lines.slice(1)].join("\n");
}

/** What the list comes to, and the command that is likely to be wanted now. */
async function describeNext(
  session: Session,
  loaded: LoadedShow,
  rows: readonly InboxRow[],
): Promise<string> {
  if (rows.length === 0) {
    const next = session.command("add <address>");
    return `The inbox has no story.\nNext: ${next}`;
  }
  const wordless = rows.filter(({ words }) => words === 0).length;
  const doubtful = rows.filter(({ captures }) => captures === "doubtful").length;
  const counts = [
    `${countOf(rows.length, "story", "stories")} in the inbox`,
    ...(wordless > 0 ? [`${wordless} without words`] : []),
    ...(doubtful > 0 ? [`${doubtful} with a doubtful capture: find the original`] : []),
  ];
  const { entries } = await listEpisodes(loaded);
  const latest = latestEpisode(entries);
  const first = rows.find(({ words, status }) => words > 0 && status !== "held") ?? rows[0];
  const next = latest ? `move ${first?.slug} --to ${latest.slug}` : 'new episode "A title"';
  return `${counts.join(", ")}.\nNext: ${session.command(next)}`;
}
