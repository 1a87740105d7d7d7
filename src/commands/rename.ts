// roundup rename: a story note under another slug, with its narration, drafts and captures.

import { join } from "node:path";
import { moveFiles } from "../io/move-files.ts";
import { INBOX } from "../io/read-inbox.ts";
import { relativePath, type Session } from "../io/session.ts";
import { renamePlace } from "../narration/rename-place.ts";
import { listCapturesByName, renameCapture } from "../notes/story-captures.ts";
import { storySlug } from "../notes/story-note.ts";
import { UserError } from "../problem.ts";
import { chooseFolder, findStory, listFolders, listOtherTexts, readAsWritten } from "./find-story.ts";
import { loadSoundShow } from "./load-show.ts";
import { checkSlug } from "./new.ts";

/** Renames a story of an episode or of the inbox: the one named, or the only one that has it. Prints the new path. */
export async function rename(
  session: Session,
  story: string,
  to: string,
  options: { readonly episode: string | undefined },
): Promise<number> {
  const loaded = await loadSoundShow(session);
  const { episode } = options;
  const folders =
    episode === undefined ? await listFolders(loaded) : [await chooseFolder(session, loaded, episode)];
  const { slug: from, files } = await findStory(session, loaded, folders, story, "--episode");
  const slugs = [...files.storyNames.map(storySlug), ...loaded.show.segments.map((segment) => segment.id)];
  checkSlug(to, slugs);

  const folder = join(loaded.root, files.folder);
  const oldNote = `${files.notesFolder}/${from}.md`;
  const newNote = join(loaded.root, files.notesFolder, `${to}.md`);
  const captures = listCapturesByName(from, files.names, listOtherTexts(files, [from])).map(
    ({ name, tail }) => ({ from: name, to: `captures/${to}${tail}` }),
  );
  const taken = captures.find((capture) => files.names.includes(capture.to));
  if (taken) {
    const shown = relativePath(join(folder, taken.to), session.cwd);
    throw new UserError(`There is a file ${shown} already`, "Choose another slug, or move that file.");
  }
  const read = (path: string) => readAsWritten(session, loaded, files, path, "nothing was renamed");
  const text = read(oldNote) ?? "";
  const narrationPath = `${files.folder}/narration.md`;
  const narration = files.folder === INBOX ? null : read(narrationPath);
  const renamed = editAsWritten(text, (note) =>
    captures.reduce((edited, capture) => renameCapture(edited, capture.from, capture.to), note),
  );
  const changed = narration === null ? null : editAsWritten(narration, (old) => renamePlace(old, from, to));
  const hasNarration = changed !== null && changed !== narration;

  await session.finish(() =>
    moveFiles(
      [
        ...captures.map((one) => ({ from: join(folder, one.from), to: join(folder, one.to), text: null })),
        { from: join(loaded.root, oldNote), to: newNote, text: renamed === text ? null : renamed },
      ],
      hasNarration ? [{ path: join(loaded.root, narrationPath), text: changed }] : [],
      "The story could not be renamed",
    ),
  );
  session.print(`${relativePath(newNote, session.cwd)}\n`);
  const also = [
    hasNarration ? "its narration" : "",
    captures.length > 0 ? `${captures.length} of its captures` : "",
  ].filter((part) => part !== "");
  session.say(`Renamed ${from} to ${to}${also.length > 0 ? `, with ${also.join(" and ")}` : ""}.`);
  return 0;
}

/** Edits a text that is read with line feeds and without a byte order mark, and gives both back as they were. */
function editAsWritten(written: string, edit: (text: string) => string): string {
  const mark = written.startsWith("\uFEFF") ? "\uFEFF" : "";
  const text = written.slice(mark.length).replace(/\r\n?/g, "\n");
  const ends = written.match(/\r\n?|\n/g) ?? [];
  // An edit never adds or removes a line, so that each keeps its own end.
  const lines = edit(text).split("\n");
  return mark + lines.map((line, index) => line + (ends[index] ?? "")).join("");
}
