// The feeds of roundup.yaml -> what each of them answered. Hosts are asked several at a time, and the feeds of one
// host one after another, so that nobody's server is pressed. A feed that fails is told, and passed over.

import { feedKey, type SeenFeed } from "../io/feed-state.ts";
import type { FetchedPage, FetchLimits } from "../io/fetch-page.ts";
import type { Session } from "../io/session.ts";
import type { Feed, ReadFeed } from "../notes/read-feed.ts";
import { UserError } from "../problem.ts";
import type { FeedSetting } from "../show.ts";

/** What one feed answered. */
export interface Look {
  readonly setting: FeedSetting;
  /** What it is called: by the show, by itself, or by its host. */
  readonly title: string;
  readonly answer: Answer;
}

export type Answer =
  | {
      readonly kind: "read";
      readonly feed: Feed;
      readonly problems: readonly string[];
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  /** It is as it was at the last look. */
  | { readonly kind: "unchanged" }
  | { readonly kind: "failed"; readonly reason: string };

export interface LookOptions {
  readonly allowLocal: boolean;
  readonly language: string;
  /** What was seen of a feed, by its key; a feed without an entry is sent whole. */
  readonly seen: ReadonlyMap<string, SeenFeed>;
  readonly limits?: Partial<FetchLimits>;
}

/** Hosts that are asked at a time. */
const HOSTS_AT_A_TIME = 6;

const ACCEPT =
  "application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

/** Looks at each feed once, in the order of the settings; of two of one address the first counts. */
export async function lookAtFeeds(
  session: Session,
  settings: readonly FeedSetting[],
  options: LookOptions,
): Promise<Look[]> {
  const feeds = new Map<string, FeedSetting>();
  for (const setting of settings) {
    const key = feedKey(setting.url);
    if (!feeds.has(key)) feeds.set(key, setting);
  }
  const hosts = new Map<string, FeedSetting[]>();
  for (const setting of feeds.values())
    hosts.set(hostOf(setting), [...(hosts.get(hostOf(setting)) ?? []), setting]);
  const waiting = [...hosts.values()];
  const looks = new Map<FeedSetting, Look>();
  const readNext = makeQueue();
  const work = async () => {
    for (let host = waiting.shift(); host; host = waiting.shift()) {
      for (const setting of host) {
        looks.set(setting, await lookAt(setting, options, readNext));
        session.progress(`${looks.size} of ${feeds.size} feeds`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: HOSTS_AT_A_TIME }, work));
  } finally {
    session.progress(null);
  }
  return [...feeds.values()].flatMap((setting) => looks.get(setting) ?? []);
}

type ReadNext = (page: FetchedPage) => Promise<ReadFeed>;

/** Reads feeds one at a time: each is read in a thread, and one thread serves them all. */
function makeQueue(): ReadNext {
  let last: Promise<unknown> = Promise.resolve();
  return (page) => {
    const read = last.then(async () => {
      const { readFeedInWorker } = await import("../io/read-in-worker.ts");
      return readFeedInWorker(page.text, page.url);
    });
    last = read.catch(() => undefined);
    return read;
  };
}

async function lookAt(setting: FeedSetting, options: LookOptions, readNext: ReadNext): Promise<Look> {
  const look = (answer: Answer): Look => {
    const own = answer.kind === "read" ? answer.feed.title : "";
    return { setting, title: setting.title ?? (own === "" ? hostOf(setting) : own), answer };
  };
  const seen = options.seen.get(feedKey(setting.url));
  const { fetchPage } = await import("../io/fetch-page.ts");
  try {
    const page = await fetchPage(setting.url, {
      allowLocal: options.allowLocal,
      language: options.language,
      accept: ACCEPT,
      etag: seen?.etag ?? null,
      lastModified: seen?.lastModified ?? null,
      limits: options.limits ?? {},
    });
    if (page.status === 304) return look({ kind: "unchanged" });
    if (page.charset === "")
      return look({ kind: "failed", reason: `it answered with ${page.contentType}, expected a feed` });
    const { feed, problems } = await readNext(page);
    if (!feed) return look({ kind: "failed", reason: problems.join("; ") });
    const { etag, lastModified } = page;
    return look({ kind: "read", feed, problems, etag, lastModified });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return look({ kind: "failed", reason: explainFailure(error) });
  }
}

/** What failed and what to do; that a saved page may be given instead is no help with a feed. */
function explainFailure({ message, hint }: UserError): string {
  const advice = hint
    .split(/(?<=\.) /)
    .filter((sentence) => !/\bgive (?:the saved file|that)\b/.test(sentence));
  return [message.replace(/\.$/, ""), ...advice].filter(Boolean).join(". ");
}

function hostOf({ url }: FeedSetting): string {
  return new URL(url).host;
}
