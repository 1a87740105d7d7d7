// roundup add: addresses and files -> story notes with their sources' text kept, in the inbox or an episode.

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { listAddresses } from "../episode/find-address.ts";
import { suggestSegment } from "../episode/suggest-segment.ts";
import { removeUnseenCharacters } from "../input/characters.ts";
import { makeSlug } from "../input/slug.ts";
import type { StoryFiles } from "../io/read-files.ts";
import { readStandardInput } from "../io/read-source.ts";
import { relativePath, type Session } from "../io/session.ts";
import { writeNewFile } from "../io/write-file.ts";
import { findDoubts, isDoubtful } from "../notes/doubtful-text.ts";
import { findPromises } from "../notes/find-promises.ts";
import { schemaComment } from "../notes/starter-show.ts";
import { storySlug } from "../notes/story-note.ts";
import { type CollectedPage, writeCapture, writeStoryNote } from "../notes/write-story-note.ts";
import { UserError } from "../problem.ts";
import { oneLine, type SegmentSetting } from "../show.ts";
import { countOf, joinList, shorten } from "../spoken/phrases.ts";
import { checkSegment, chooseEpisode, chooseInbox } from "./choose-target.ts";
import { type Collected, type Collecting, collectPage, type Named, refuseKnown } from "./collect-page.ts";
import { loadAllStories } from "./load-inbox.ts";
import { type LoadedShow, loadSoundShow } from "./load-show.ts";

export interface AddOptions {
  /** Number, slug or path of the episode; null for the inbox. */
  readonly episode: string | null;
  /** The segment's id; null to suggest one from the page. */
  readonly segment: string | null;
  /** True to collect a page that is there already. */
  readonly again: boolean;
  readonly allowLocal: boolean;
}

/** Pages that are fetched at a time. */
const AT_A_TIME = 4;

/** Adds what was named: addresses, files, `-` for standard input. Returns 1 if one of them failed; the others are written. */
export async function add(session: Session, words: readonly string[], options: AddOptions): Promise<number> {
  const loaded = await loadSoundShow(session);
  const named = await listNamed(words);
  const failed = await addAll(session, loaded, named, options);
  return failed.length > 0 ? 1 : 0;
}

/** Adds pages to a show that is loaded. Gives those that failed, which the end names; one alone throws. */
export async function addAll(
  session: Session,
  loaded: LoadedShow,
  named: readonly Named[],
  options: AddOptions,
): Promise<readonly Named[]> {
  const { files, segments } =
    options.episode === null
      ? await chooseInbox(loaded)
      : await chooseEpisode(session, loaded, options.episode);
  if (options.segment !== null) checkSegment(options.segment, segments);
  const { stories } = await loadAllStories(loaded);
  const known = new Map(listAddresses(stories));
  const how: Collecting = {
    root: loaded.root,
    allowLocal: options.allowLocal,
    known: options.again ? null : known,
    language: loaded.show.language,
    today: session.today(loaded.show.timezone),
  };
  const taken = [...files.storyNames.map(storySlug), ...loaded.show.segments.map(({ id }) => id)];
  const failed: Named[] = [];
  const reads: Promise<Collected | UserError>[] = [];
  const startReading = (index: number) => {
    const one = named[index];
    if (one) reads[index] = collectPage(session, one, how).catch(keepUserError);
  };
  for (let index = 0; index < Math.min(AT_A_TIME, named.length); index += 1) startReading(index);
  for (const [index, one] of named.entries()) {
    session.progress(named.length > 1 ? `${index + 1} of ${named.length}: ${describeNamed(one)}` : null);
    const collected = await reads[index];
    startReading(index + AT_A_TIME);
    session.progress(null);
    try {
      if (collected instanceof UserError) throw collected;
      if (!collected) continue;
      // Two of one run may be the same page under two addresses.
      refuseKnown(session, collected.keys, how);
      const slug = makeSlug(titleOf(collected), "story", [...taken, ...capturesOf(files)]);
      const asked = one.kind === "address" && one.segment ? one.segment : options.segment;
      const page = await describePage(session, loaded, collected, slug, files, segments, asked);
      const path = await session.finish(() => writeBoth(loaded, files, slug, page));
      taken.push(slug);
      for (const key of collected.keys) known.set(key, { file: path, line: 1 });
      session.print(`${relativePath(join(loaded.root, path), session.cwd)}\n`);
      session.say(describeAdded(page));
    } catch (error) {
      if (!(error instanceof UserError) || named.length === 1) throw error;
      failed.push(one);
      session.complain(describeNamed(one), error);
    }
  }
  if (named.length > 1 || failed.length > 0)
    session.say(
      `Added ${countOf(named.length - failed.length, "story", "stories")}${failed.length > 0 ? `; not ${joinList(failed.map(describeNamed))}` : ""}.`,
    );
  session.say(nextStep(session, files, options));
  return failed;
}

/** Addresses and files as typed; a list of addresses on standard input is several, any other text is one. */
async function listNamed(words: readonly string[]): Promise<Named[]> {
  const named: Named[] = [];
  for (const word of words) {
    if (/^https?:/i.test(word)) named.push({ kind: "address", url: word });
    else if (word !== "-") named.push({ kind: "file", path: word });
    else {
      const text = await readStandardInput();
      const lines = text
        .split(/\r\n?|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"));
      if (lines.length === 0)
        throw new UserError("Standard input is empty", "Give it addresses, one a line, or a page's text.");
      if (lines.every((line) => /^https?:\/\/\S+$/i.test(line)))
        named.push(...lines.map((url) => ({ kind: "address" as const, url })));
      else named.push({ kind: "text", text });
    }
  }
  return named;
}

function keepUserError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

function titleOf({ facts, address }: Collected): string {
  const title = oneLine(removeUnseenCharacters(facts.title?.value ?? ""));
  return title === "" ? (address ?? "A page without a title") : title;
}

function capturesOf(files: StoryFiles): string[] {
  return files.names.flatMap((name) => /^captures\/(.+)\.md$/.exec(name)?.[1] ?? []);
}

async function describePage(
  session: Session,
  loaded: LoadedShow,
  collected: Collected,
  slug: string,
  files: StoryFiles,
  segments: readonly SegmentSetting[],
  asked: string | null,
): Promise<CollectedPage> {
  const { facts, address, problems } = collected;
  const title = titleOf(collected);
  const doubts = findDoubts(facts.article);
  return {
    facts,
    title,
    address,
    accessed: session.today(loaded.show.timezone),
    ...(await chooseSegment(session, loaded, collected, title, segments, asked)),
    capture: facts.article.trim() === "" ? null : `captures/${slug}.md`,
    doubts,
    isDoubtful: isDoubtful(doubts),
    promises: findPromises(facts.article, facts.published?.value ?? null),
    problems,
    comments: [schemaComment("story", files.notesFolder)],
  };
}

/** The segment that was asked for, that the page's words tell, or that a person chooses; a guess is told as one. */
async function chooseSegment(
  session: Session,
  loaded: LoadedShow,
  { facts }: Collected,
  title: string,
  segments: readonly SegmentSetting[],
  asked: string | null,
): Promise<Pick<CollectedPage, "segment" | "segmentWhy">> {
  if (asked !== null) return { segment: asked, segmentWhy: "as asked for" };
  const publication = facts.publication?.value ?? null;
  const { segment, why, isSure } = suggestSegment(loaded.show, { title, publication, text: facts.article });
  const suggested = segments.find(({ id }) => id === segment);
  const reason = why.length > 0 ? `by ${joinList(why)}` : "";
  if (suggested && isSure) return { segment: suggested.id, segmentWhy: reason };
  if (session.isInteractive && segments.length > 1) {
    const { askChoice } = await import("../io/ask.ts");
    const ordered = [...(suggested ? [suggested] : []), ...segments.filter((one) => one !== suggested)];
    const choice = await askChoice(
      `Which segment is "${shorten(title, 60)}" for?${reason === "" ? "" : ` Perhaps ${suggested?.title}, ${reason}.`}`,
      ordered.map(({ id, title: label }) => ({ value: id, label })),
    );
    return { segment: choice, segmentWhy: "as chosen" };
  }
  const guess = suggested ?? segments[0];
  const told = reason === "" ? "nothing in the page tells it" : `${reason}, which is not much`;
  return { segment: guess?.id ?? "", segmentWhy: `a guess: ${told}, so see that it is right` };
}

/** Writes the capture and then the note; where the note cannot be written the capture goes again. Answers with the note's path. */
async function writeBoth(
  loaded: LoadedShow,
  files: StoryFiles,
  slug: string,
  page: CollectedPage,
): Promise<string> {
  const path = `${files.notesFolder}/${slug}.md`;
  const capture = page.capture === null ? null : join(loaded.root, files.folder, page.capture);
  const clash = (what: string) =>
    new UserError(`There is a file ${what} already`, "Move it away, or run this again.");
  if (capture !== null && !(await writeNewFile(capture, writeCapture(page)))) throw clash(page.capture ?? "");
  try {
    if (!(await writeNewFile(join(loaded.root, path), writeStoryNote(page)))) throw clash(path);
  } catch (error) {
    if (capture !== null) await rm(capture, { force: true });
    throw error;
  }
  return path;
}

function describeNamed(named: Named): string {
  return named.kind === "address" ? named.url : named.kind === "file" ? named.path : "standard input";
}

function describeAdded({
  facts,
  title,
  segment,
  segmentWhy,
  isDoubtful: isCopy,
  capture,
}: CollectedPage): string {
  const parts = [
    `“${shorten(title, 80)}”`,
    facts.publication?.value ?? "",
    facts.published?.value ?? "no date found",
    capture === null ? "no text to keep" : `${countOf(facts.words, "word")} kept`,
  ];
  const doubt = isCopy
    ? "\n  Its text looks like a copy that a machine reworded: find the original. The note names the places."
    : "";
  return `  ${parts.filter((part) => part !== "").join(", ")}. Segment ${segment}: ${segmentWhy}.${doubt}`;
}

function nextStep(session: Session, files: StoryFiles, { episode }: AddOptions): string {
  return episode === null
    ? `Next: write the words, then: ${session.command("inbox")}`
    : `Next: write the words, then: ${session.command(`build ${files.folder.split("/").at(-1)}`)}`;
}
