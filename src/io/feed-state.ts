// What was seen of each feed at the last look <-> out/.feeds.json, so that only what is new is shown.
// The folder out/ may be deleted at any time: then everything is new again, and nothing else is lost.

import { join } from "node:path";
import * as z from "zod";
import { readAddress } from "../input/address.ts";
import { digestText } from "../narration/digest.ts";
import { readInputFile } from "./read-files.ts";
import { replaceFile } from "./write-file.ts";

/** What was seen of one feed. */
export interface SeenFeed {
  /** Marks of the items (`markOf`), those of the last look first. */
  readonly marks: readonly string[];
  /** What the server gave to ask again with (RFC 9110, 8.8); null where it must send the feed whole. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What was seen, by the feed's address (`feedKey`). */
export type FeedState = ReadonlyMap<string, SeenFeed>;

const FILE = ".feeds.json";
/** Marks that are kept of a feed: of items that it no longer has only the latest, since they may come back. */
const MAX_MARKS = 1200;

const feedSchema = z.object({
  seen: z.string().transform((text) => text.split(" ").filter((mark) => /^[0-9a-f]{12}$/.test(mark))),
  etag: z.string().nullable().catch(null),
  lastModified: z.string().nullable().catch(null),
});
const stateSchema = z.object({ feeds: z.record(z.string(), z.unknown()) });

/** The same for two forms of one feed's address, of which nothing can be read: some hold a person's token. */
export function feedKey(url: string): string {
  return markOf(readAddress(url)?.key ?? url);
}

/** What an item is known again by: ids may be long, and hold anything. */
export function markOf(id: string): string {
  return digestText(id).slice(0, 12);
}

/** Reads what was seen at the last look; what is missing or broken was not seen. */
export async function readFeedState(root: string): Promise<FeedState> {
  const { file } = await readInputFile(root, `out/${FILE}`);
  const state = new Map<string, SeenFeed>();
  if (!file) return state;
  try {
    const { feeds } = stateSchema.parse(JSON.parse(new TextDecoder().decode(file.bytes)));
    for (const [key, written] of Object.entries(feeds)) {
      const read = feedSchema.safeParse(written);
      if (!read.success) continue;
      const { seen, etag, lastModified } = read.data;
      state.set(key, { marks: seen, etag, lastModified });
    }
  } catch {
    // Of a broken file what could be read counts.
  }
  return state;
}

/** Writes what was seen, whole. `out` is the folder out/. Throws a UserError where the system refuses. */
export async function writeFeedState(out: string, state: FeedState): Promise<void> {
  const feeds = Object.fromEntries(
    [...state].map(([key, { marks, etag, lastModified }]) => {
      const seen = [...new Set(marks)].slice(0, MAX_MARKS).join(" ");
      return [key, { seen, etag, lastModified }];
    }),
  );
  await replaceFile(join(out, FILE), `${JSON.stringify({ formatVersion: 1, feeds }, null, 2)}\n`);
}
