// roundup new episode, roundup new story: scaffolds, with the next number and a slug from the title.

import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { EpisodeEntry } from "../episode/choose-episode.ts";
import { readAddress } from "../input/address.ts";
import { isCalendarDate } from "../input/calendar-date.ts";
import { removeUnseenCharacters } from "../input/characters.ts";
import { makeSlug, RESERVED_SLUGS, SLUG } from "../input/slug.ts";
import type { StoryFiles } from "../io/read-files.ts";
import { relativePath, type Session } from "../io/session.ts";
import { writeNewFile } from "../io/write-file.ts";
import { schemaComment } from "../notes/starter-show.ts";
import { parseStory, type StoryNote, storySlug } from "../notes/story-note.ts";
import { writeNote } from "../notes/write-note.ts";
import { UserError } from "../problem.ts";
import { oneLine, type SegmentSetting } from "../show.ts";
import { checkSegment, chooseEpisode, chooseInbox } from "./choose-target.ts";
import { decodeFile, type LoadedShow, listEpisodes, loadSoundShow, softenProblems } from "./load-show.ts";

/** Makes episodes/<slug>/episode.md with the next number. `title` and the options are what was typed. */
export async function newEpisode(
  session: Session,
  title: string | undefined,
  options: { readonly date: string | undefined; readonly slug: string | undefined },
): Promise<number> {
  const loaded = await loadSoundShow(session);
  const { entries, problems } = await listEpisodes(loaded);
  // An episode that cannot be read may have the next number already.
  session.report(softenProblems([...problems.values()].flat()), loaded.root);
  const number = nextNumber(entries);
  const headline = await needTitle(session, title, `The title of episode ${number}, without the number`);
  const date = options.date ?? session.today(loaded.show.timezone);
  if (!isCalendarDate(date)) {
    throw new UserError(`Unexpected date "${date}", expected YYYY-MM-DD, such as 2026-10-03`, "", 2);
  }
  const taken = loaded.episodeSlugs;
  const slug = options.slug ?? makeSlug(`${String(number).padStart(3, "0")} ${headline}`, "episode", taken);
  if (!SLUG.test(slug)) {
    const better = makeSlug(slug, "episode", taken);
    throw new UserError(
      `Unexpected slug "${slug}", expected small letters, digits and hyphens`,
      `"${better}" would do.`,
      2,
    );
  }
  if (taken.includes(slug))
    throw new UserError(`There is an episode ${slug} already`, "Name another with --slug.");
  const folder = `episodes/${slug}`;
  await writeScaffold(session, loaded, `${folder}/episode.md`, {
    comments: await commentIfThere(loaded, "episode", folder),
    keys: { number, title: headline, date },
    hints: ["summary: One or two sentences.", 'target: "9:00"'],
    body: "",
  });
  const isLatest = entries.every((entry) => (entry.note?.date ?? "") <= date);
  const next = `new story "A headline"${isLatest ? "" : ` --episode ${slug}`}`;
  session.say(`Next: ${session.command(next)}`);
  return 0;
}

/**
 * Makes a story note as a draft: at the end of its segment in an episode, the latest if none is named; or in the
 * inbox, without a place in an order.
 */
export async function newStory(
  session: Session,
  title: string | undefined,
  options: {
    readonly episode: string | undefined;
    readonly isForInbox: boolean;
    readonly segment: string | undefined;
    readonly url: string | undefined;
    readonly slug: string | undefined;
  },
): Promise<number> {
  const loaded = await loadSoundShow(session);
  const { files, segments } = options.isForInbox
    ? await chooseInbox(loaded)
    : await chooseEpisode(session, loaded, options.episode ?? null);
  const headline = await needTitle(session, title, "The headline of the story");
  const segment = await needSegment(session, options.segment, segments);
  const url = options.url === undefined ? null : readAddress(options.url);
  if (options.url !== undefined && url?.kind !== "web") {
    throw new UserError(
      `Unexpected address "${options.url.slice(0, 80)}", expected http:// or https://`,
      "",
      2,
    );
  }
  const slugs = [...files.storyNames.map(storySlug), ...loaded.show.segments.map((one) => one.id)];
  const slug = options.slug ?? makeSlug(headline, "story", slugs);
  checkSlug(slug, slugs);
  await writeScaffold(session, loaded, `${files.notesFolder}/${slug}.md`, {
    comments: await commentIfThere(loaded, "story", files.notesFolder),
    keys: {
      title: headline,
      segment,
      order: options.isForInbox ? undefined : nextOrder(files, segment),
      status: "draft",
      ...(url && { sources: [{ url: url.url, accessed: session.today(loaded.show.timezone) }] }),
    },
    hints: url ? [] : ["sources:", "  - title: The title of the page", "    url: https://…"],
    body: "",
  });
  const name = basename(files.folder);
  const next = options.isForInbox ? `move ${slug} --to <episode>` : `build ${name}`;
  session.say(`Next: write its words, set status to ready, then ${session.command(next)}`);
  return 0;
}

async function needTitle(session: Session, title: string | undefined, question: string): Promise<string> {
  const clean = (text: string) => oneLine(removeUnseenCharacters(text));
  const given = clean(title ?? "");
  if (given !== "") return given;
  if (!session.isInteractive) throw new UserError("A title is missing", 'Give it in quotes: "A title"', 2);
  const { askText } = await import("../io/ask.ts");
  const check = (answer: string) => (clean(answer) === "" ? "A title is needed." : undefined);
  return clean(await askText(question, "", check));
}

/** The segment asked for; on a terminal it is asked, else the first one is taken and named. */
async function needSegment(
  session: Session,
  asked: string | undefined,
  segments: readonly SegmentSetting[],
): Promise<string> {
  const ids = segments.map((segment) => segment.id);
  if (asked !== undefined) {
    checkSegment(asked, segments);
    return asked;
  }
  const [first = "", ...others] = ids;
  if (others.length === 0) return first;
  if (!session.isInteractive) {
    session.say(
      `The segment is ${first}, the episode's first; name another with --segment, or change it in the file.`,
    );
    return first;
  }
  const { askChoice } = await import("../io/ask.ts");
  return askChoice(
    "Which segment?",
    segments.map((segment) => ({ value: segment.id, label: segment.title })),
  );
}

function nextNumber(entries: readonly EpisodeEntry[]): number {
  return 1 + Math.max(0, ...entries.map((entry) => entry.note?.number ?? 0));
}

/**
 * The next whole number after the greatest order of the segment's stories. None where a story has none
 * either: those come after every number, and a story with one would come before them.
 */
function nextOrder(files: StoryFiles, segment: string): number | undefined {
  const notes = files.files
    .filter((file) => file.path.includes("/stories/"))
    .flatMap((file): StoryNote[] => {
      const text = decodeFile(file, []);
      const note = text === null ? null : parseStory(file.path, text).note;
      return note ? [note] : [];
    });
  const orders = notes.filter((note) => note.segment === segment).map((note) => note.order);
  if (orders.includes(null)) return undefined;
  return Math.floor(Math.max(0, ...orders.map((order) => order ?? 0))) + 1;
}

/** Throws a UserError for what is not a slug of a story, or is taken. */
export function checkSlug(slug: string, taken: readonly string[]): void {
  if (!SLUG.test(slug) || RESERVED_SLUGS.includes(slug)) {
    throw new UserError(
      `Unexpected slug "${slug}", expected small letters, digits and hyphens, and not intro or outro`,
      `"${makeSlug(storySlug(slug), "story", taken)}" would do.`,
      2,
    );
  }
  if (taken.includes(slug)) {
    throw new UserError(
      `There is a story or a segment ${slug} already`,
      `"${makeSlug(slug, "story", taken)}" is free.`,
    );
  }
}

/** The editor's comment, where the show has the schemas that it points to. */
async function commentIfThere(loaded: LoadedShow, name: string, folder: string): Promise<string[]> {
  const there = await stat(join(loaded.root, "schemas", `${name}.schema.json`)).then(
    () => true,
    () => false,
  );
  return there ? [schemaComment(name, folder)] : [];
}

async function writeScaffold(
  session: Session,
  loaded: LoadedShow,
  path: string,
  note: Parameters<typeof writeNote>[0],
): Promise<void> {
  const target = join(loaded.root, ...path.split("/"));
  const shown = relativePath(target, session.cwd);
  if (!(await writeNewFile(target, writeNote(note)))) {
    throw new UserError(
      `There is a file ${shown} already, and nothing is overwritten`,
      "Name another with --slug.",
    );
  }
  session.print(`${shown}\n`);
}
