// roundup sign-off: a person's name -> narration.md's frontmatter, for all that is spoken as it is now.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatDate } from "../input/calendar-date.ts";
import { removeUnseenCharacters } from "../input/characters.ts";
import { decodeAsWritten } from "../input/decode-text.ts";
import { formatDuration } from "../input/duration.ts";
import { relativePath, type Session } from "../io/session.ts";
import { replaceFile } from "../io/write-file.ts";
import { listDraftPlaces, makeGrounds } from "../narration/brief.ts";
import { setFrontmatterKey } from "../narration/edit-frontmatter.ts";
import { judgePassage } from "../narration/guard.ts";
import type { Narration } from "../narration/narration.ts";
import type { Script } from "../narration/script.ts";
import { writeSignOff } from "../narration/sign-off.ts";
import { hasErrors, UserError } from "../problem.ts";
import { oneLine } from "../show.ts";
import { countOf } from "../spoken/phrases.ts";
import { loadAsked } from "./load-episode.ts";

/** Records who examined all that is spoken, and prints the path of narration.md. Returns 1 if the episode has an error. */
export async function signOff(session: Session, asked: string | undefined, name: string): Promise<number> {
  const by = oneLine(removeUnseenCharacters(name));
  if (by === "") throw new UserError("There is no name after --as", "Give your own.", 2);
  const { loaded, episode, problems } = await loadAsked(session, asked);
  session.report(problems, loaded.root);
  const { script, sections, slug } = episode;
  if (!script || hasErrors(problems)) {
    session.say("Nothing was signed off: mend the errors above.");
    return 1;
  }
  const path = join(loaded.root, "episodes", slug, "narration.md");
  const shown = relativePath(path, session.cwd);
  if (episode.narration !== "file")
    throw new UserError(
      `There is no ${shown} to keep a sign-off in`,
      `Write the built-in narration into it with: ${session.command(`draft ${slug} --offline`)}`,
    );

  const notices = listNotices(script, sections);
  if (notices.length > 0) session.say(notices.join("\n"));
  const date = session.today(loaded.show.timezone);
  await session.finish(async () => {
    const written = decodeAsWritten(await readFile(path));
    const signed = setFrontmatterKey(written, "signedOff", writeSignOff(script, by, date));
    if (signed === null)
      throw new UserError(
        `${shown} has frontmatter that cannot be added to, so nothing was signed off`,
        "Write each of its keys on a line of its own, without braces round them all.",
      );
    await replaceFile(path, signed);
  });
  session.print(`${shown}\n`);
  const length = `${countOf(script.words, "word")}, ${formatDuration(script.seconds)}`;
  const when = formatDate(date, loaded.show.language);
  session.say(`Signed off by ${by} on ${when}: ${length}, ${describeDrafts(script)}.`);
  session.say(`Any change of what is spoken makes it void.\nNext: ${session.command(`build ${slug}`)}`);
  return 0;
}

/** Each passage that a model drafted and nobody edited, with what no check of words can judge. */
function listNotices({ episode, passages }: Script, sections: Narration): string[] {
  const places = listDraftPlaces(episode);
  const lines = passages.flatMap(({ place: name, origin, paragraphs }) => {
    const place = places.find((one) => one.place === name);
    if (origin !== "drafted" || !place) return [];
    const text = paragraphs.map((paragraph) => paragraph.text).join("\n\n");
    const { notices } = judgePassage(text, makeGrounds(episode, sections, place));
    return [`  ${name}`, ...notices.map(({ words, reason }) => `    "${words}": ${reason}`)];
  });
  if (lines.length === 0) return [];
  return [
    "Drafted by a model and edited by nobody; what no check of words can judge is told beneath:",
    ...lines,
  ];
}

function describeDrafts({ passages }: Script): string {
  const edited = passages.filter(({ origin }) => origin === "edited").length;
  const drafted = passages.filter(({ origin }) => origin === "drafted").length + edited;
  if (drafted === 0) return "no passage drafted by a model";
  const which = edited === drafted ? (drafted === 1 ? "" : "all ") : edited === 0 ? "not " : `${edited} `;
  return `${countOf(drafted, "passage")} drafted by a model, ${which}edited since`;
}
