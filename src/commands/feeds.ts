// roundup feeds: the feeds of roundup.yaml -> what is new in them, and those of it that go into the inbox.
// An item stays new until it was shown and the run ended well, so that nothing is missed by a fault or Ctrl-C.

import { applyLevels } from "../checks/apply-levels.ts";
import { type AddressPlace, listAddresses } from "../episode/find-address.ts";
import { suggestSegment } from "../episode/suggest-segment.ts";
import { readAddress } from "../input/address.ts";
import { showUnseenCharacters } from "../input/characters.ts";
import {
  type FeedState,
  feedKey,
  markOf,
  readFeedState,
  type SeenFeed,
  writeFeedState,
} from "../io/feed-state.ts";
import type { Session } from "../io/session.ts";
import type { FeedItem } from "../notes/read-feed.ts";
import { hasErrors, makeWarning, type Problem, UserError } from "../problem.ts";
import type { Show } from "../show.ts";
import { countOf, joinList, shorten } from "../spoken/phrases.ts";
import { loadAllStories } from "./load-inbox.ts";
import { chooseOut, type LoadedShow, loadSoundShow } from "./load-show.ts";
import { type Look, lookAtFeeds } from "./look-at-feeds.ts";

export interface FeedsOptions {
  /** True to take every new item into the inbox. */
  readonly add: boolean;
  /** True to show what was seen or collected before as well. */
  readonly all: boolean;
  readonly json: boolean;
  readonly allowLocal: boolean;
}

/** An item of a feed as it is shown. */
interface FoundItem extends FeedItem {
  readonly state: "new" | "seen" | "collected";
  /** Where it stands if it is collected, as path:line in the show. */
  readonly place: string | null;
  readonly segment: string | null;
  readonly why: readonly string[];
  readonly isSure: boolean;
}

interface FoundFeed {
  readonly look: Look;
  readonly items: readonly FoundItem[];
}

/**
 * Looks at every feed, prints what is new, and adds what is wanted of it. Returns 1 if every feed failed or an
 * item could not be added.
 */
export async function showFeeds(session: Session, options: FeedsOptions): Promise<number> {
  const loaded = await loadSoundShow(session);
  const { show, root } = loaded;
  if (show.feeds.length === 0)
    throw new UserError(
      "roundup.yaml names no feed",
      "Name one there, as: feeds: [https://example.org/news/feed.xml]",
    );
  const out = await chooseOut(session, loaded, null);
  const state = await readFeedState(root);
  const { stories, problems } = await loadAllStories(loaded);
  const looks = await lookAtFeeds(session, show.feeds, {
    allowLocal: options.allowLocal,
    language: show.language,
    // What was seen is shown only by a feed that is sent whole.
    seen: options.all ? new Map() : state,
  });
  const faults = applyLevels([...problems, ...looks.flatMap(describeFaults)], show.checks);
  session.report(faults, root);
  const found = listFound(looks, state, listAddresses(stories), show);
  const shown = found.map(({ look, items }) => ({
    look,
    items: items.filter((item) => options.all || item.state === "new"),
  }));
  if (options.json) session.print(`${JSON.stringify({ feeds: shown.map(describeFeed) }, null, 2)}\n`);
  else session.print(shown.map(formatFeed).join(""));
  const wanted = await chooseItems(session, shown, options);
  const added = await addItems(session, loaded, wanted, options);
  await session.finish(() => writeFeedState(out, recordSeen(found, state, added.failed)));
  if (added.fault) throw added.fault;
  if (wanted.length === 0) session.say(describeEnd(session, shown));
  const isLost = looks.every(({ answer }) => answer.kind === "failed");
  return isLost || hasErrors(faults) || added.failed.size > 0 ? 1 : 0;
}

function describeFaults({ setting, answer }: Look): Problem[] {
  const warn = (text: string) => makeWarning("roundup.yaml", setting.place, "broken-feed", text);
  if (answer.kind === "failed") return [warn(`The feed could not be read: ${answer.reason}`)];
  return answer.kind === "read" ? answer.problems.map((problem) => warn(`Of the feed, ${problem}`)) : [];
}

/** Every item of each feed; one that two feeds have is the first one's. */
function listFound(
  looks: readonly Look[],
  state: FeedState,
  places: ReadonlyMap<string, AddressPlace>,
  show: Show,
): FoundFeed[] {
  const told = new Set<string>();
  return looks.map((look) => {
    if (look.answer.kind !== "read") return { look, items: [] };
    const marks = new Set(state.get(feedKey(look.setting.url))?.marks);
    const items = look.answer.feed.items.filter(({ url }) => {
      const key = keyOf(url);
      if (key === null) return true;
      return told.has(key) ? false : told.add(key);
    });
    return { look, items: items.map((item) => describeItem(item, look, marks, places, show)) };
  });
}

function describeItem(
  item: FeedItem,
  { setting, title }: Look,
  marks: ReadonlySet<string>,
  places: ReadonlyMap<string, AddressPlace>,
  show: Show,
): FoundItem {
  const place = places.get(keyOf(item.url) ?? "");
  const suggestion =
    setting.segment === null
      ? suggestSegment(show, { title: item.title, publication: title, text: item.summary })
      : { segment: setting.segment, why: [], isSure: true };
  return {
    ...item,
    ...suggestion,
    state: place ? "collected" : marks.has(markOf(item.id)) ? "seen" : "new",
    place: place ? `${place.file}:${place.line}` : null,
  };
}

function keyOf(url: string | null): string | null {
  return url === null ? null : (readAddress(url)?.key ?? null);
}

/** The items that go into the inbox: all new ones, or on a terminal those that a person picks. */
async function chooseItems(
  session: Session,
  shown: readonly FoundFeed[],
  { add, json }: FeedsOptions,
): Promise<readonly FoundItem[]> {
  const items = shown
    .flatMap((feed) => feed.items)
    .filter(({ url, state }) => url !== null && state !== "collected");
  if (add) return items.filter(({ state }) => state === "new");
  if (json || !session.isInteractive || items.length === 0) return [];
  const { askSeveral } = await import("../io/ask.ts");
  const choices = items.map((item, index) => ({ value: String(index), label: shorten(nameItem(item), 70) }));
  const picked = await askSeveral("Which of them go into the inbox? None is an answer too.", choices);
  return items.filter((_, index) => picked.includes(String(index)));
}

interface Added {
  /** The addresses that could not be added. */
  readonly failed: ReadonlySet<string>;
  /** What is told at the end, where one alone failed. */
  readonly fault: UserError | null;
}

async function addItems(
  session: Session,
  loaded: LoadedShow,
  items: readonly FoundItem[],
  { allowLocal }: FeedsOptions,
): Promise<Added> {
  if (items.length === 0) return { failed: new Set(), fault: null };
  const named = items.flatMap(({ url, segment, isSure }) =>
    // What is told by an item's few words is told better by its page, where a person may have to choose.
    url === null ? [] : [{ kind: "address" as const, url, segment: isSure ? segment : null }],
  );
  const { addAll } = await import("./add.ts");
  try {
    const failed = await addAll(session, loaded, named, {
      episode: null,
      segment: null,
      again: false,
      allowLocal,
    });
    return { failed: new Set(failed.flatMap((one) => (one.kind === "address" ? one.url : []))), fault: null };
  } catch (error) {
    if (!(error instanceof UserError) || named.length > 1) throw error;
    return { failed: new Set(named.map(({ url }) => url)), fault: error };
  }
}

/** What has been seen now. Items that could not be added stay new, and their feed is asked for whole again. */
function recordSeen(found: readonly FoundFeed[], state: FeedState, failed: ReadonlySet<string>): FeedState {
  const failedKeys = new Set([...failed].map(keyOf));
  const next = new Map<string, SeenFeed>();
  for (const { look } of found) {
    const key = feedKey(look.setting.url);
    const before = state.get(key);
    if (look.answer.kind !== "read") {
      if (before) next.set(key, before);
      continue;
    }
    const { feed, etag, lastModified } = look.answer;
    const kept = feed.items.filter(({ url }) => url === null || !failedKeys.has(keyOf(url)));
    const isWhole = kept.length === feed.items.length;
    next.set(key, {
      marks: [...kept.map(({ id }) => markOf(id)), ...(before?.marks ?? [])],
      etag: isWhole ? etag : null,
      lastModified: isWhole ? lastModified : null,
    });
  }
  return next;
}

function nameItem({ title, summary, url }: FeedItem): string {
  if (title !== "") return title;
  return summary === "" ? (url ?? "") : shorten(summary, 80);
}

/** A feed as it is printed; nothing where it has nothing to show. */
function formatFeed({ look, items }: FoundFeed): string {
  if (items.length === 0) return "";
  const fresh = items.filter(({ state }) => state === "new").length;
  const head = `${look.title}, ${fresh} new`;
  const lines = items.flatMap((item) => [
    `  ${(item.published ?? "no date").padEnd(10)}  ${nameItem(item)}${STATES[item.state](item)}`,
    `    ${describeSegment(item, look)}`,
    `    ${item.url ?? "no address"}`,
  ]);
  return `${[head, ...lines].map(showUnseenCharacters).join("\n")}\n`;
}

const STATES: Readonly<Record<FoundItem["state"], (item: FoundItem) => string>> = {
  new: () => "",
  seen: () => " (seen)",
  collected: ({ place }) => ` (collected in ${place})`,
};

function describeSegment({ segment, why, isSure }: FoundItem, { setting }: Look): string {
  if (setting.segment !== null) return `${segment}, as roundup.yaml says of this feed`;
  if (segment !== null) return `${isSure ? "" : "perhaps "}${segment}, by ${joinList(why)}`;
  return why.length === 0 ? "no word tells the segment" : `segment open, between ${joinList(why)}`;
}

/** A feed as JSON. */
function describeFeed({ look: { setting, title, answer }, items }: FoundFeed) {
  const problems = answer.kind === "failed" ? [answer.reason] : answer.kind === "read" ? answer.problems : [];
  return { url: setting.url, title, status: answer.kind, problems, items };
}

function describeEnd(session: Session, shown: readonly FoundFeed[]): string {
  const fresh = shown.map(({ items }) => items.filter(({ state }) => state === "new").length);
  const count = fresh.reduce((sum, one) => sum + one, 0);
  const read = shown.filter(({ look }) => look.answer.kind !== "failed").length;
  if (count === 0) return `Nothing new in ${countOf(read, "feed")}.`;
  const next = session.command("add <address>");
  return `${countOf(count, "new item")} in ${countOf(fresh.filter(Boolean).length, "feed")}. Next time they count as seen; --all shows them again.\nNext: ${next}`;
}
