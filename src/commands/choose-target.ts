// What a person named -> the folder that a new story goes into, and the segments that it may have there.

import { readEpisodeFiles, type StoryFiles } from "../io/read-files.ts";
import { readInbox } from "../io/read-inbox.ts";
import type { Session } from "../io/session.ts";
import { nearestWord, UserError } from "../problem.ts";
import type { SegmentSetting } from "../show.ts";
import { chooseEpisodes, type LoadedShow, listEpisodes } from "./load-show.ts";

/** A folder of stories, and the segments that a story may have in it, in their order. */
export interface Target {
  readonly files: StoryFiles;
  readonly segments: readonly SegmentSetting[];
}

/** The inbox, with all segments of the show. */
export async function chooseInbox(loaded: LoadedShow): Promise<Target> {
  return { files: await readInbox(loaded.root), segments: loaded.show.segments };
}

/** The episode that was named, or the latest. Throws a UserError where there is none. */
export async function chooseEpisode(
  session: Session,
  loaded: LoadedShow,
  asked: string | null,
): Promise<Target> {
  const { entries } = await listEpisodes(loaded);
  const [entry] = await chooseEpisodes(session, loaded, entries, asked === null ? [] : [asked]);
  if (!entry) throw new UserError("The show has no episode");
  const { segments } = loaded.show;
  const own = entry.note?.segments?.flatMap((id) => segments.find((segment) => segment.id === id) ?? []);
  return { files: await readEpisodeFiles(loaded.root, entry.slug), segments: own ?? segments };
}

/** Throws a UserError for a segment that is not one of these, with the nearest named. */
export function checkSegment(asked: string, segments: readonly SegmentSetting[]): void {
  const ids = segments.map(({ id }) => id);
  if (ids.includes(asked)) return;
  const near = nearestWord(asked, ids);
  throw new UserError(
    `Unexpected segment "${asked}", expected one of ${ids.join(", ")}`,
    near ? `Did you mean ${near}?` : "",
    2,
  );
}
