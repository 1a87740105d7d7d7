// A request's digest and its reply <-> a file of its own, so that the same notes never cost a second call.
// It holds the reply alone, no request and no key; whatever is wrong with it is as if it were not there.

import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { ModelReply } from "./ask-model-reply.ts";
import { replaceFile } from "./write-file.ts";

const MAX_BYTES = 2 * 1024 * 1024;

const count = z.number().int().nonnegative();
const replySchema = z.strictObject({
  content: z.string().min(1),
  model: z.string().min(1),
  tokens: z.strictObject({ input: count, output: count }).nullable(),
});

/**
 * Keeps a reply in `folder`, which is made where it is missing; answers false where it could not be kept,
 * which is no fault. `digest` is letters and digits.
 */
export async function keepReply(folder: string, digest: string, reply: ModelReply): Promise<boolean> {
  if (!isDigest(digest) || (await isElsewhere(folder))) return false;
  try {
    await replaceFile(join(folder, `${digest}.json`), `${JSON.stringify(reply, null, 2)}\n`);
    return true;
  } catch {
    return false;
  }
}

/** The reply kept under a digest, or null: none, a broken one, one over 2 MB, a link, or what is no file. */
export async function findReply(folder: string, digest: string): Promise<ModelReply | null> {
  if (!isDigest(digest) || (await isElsewhere(folder))) return null;
  try {
    return replySchema.parse(JSON.parse(await readSmallFile(join(folder, `${digest}.json`))));
  } catch {
    return null;
  }
}

function isDigest(digest: string): boolean {
  return /^[A-Za-z0-9]{1,128}$/.test(digest);
}

/** True if the folder is a link, which could lead anywhere, or not a folder. */
async function isElsewhere(folder: string): Promise<boolean> {
  try {
    return !(await lstat(folder)).isDirectory();
  } catch {
    return false;
  }
}

/** Reads a regular file; a link is not followed and a FIFO does not block. Throws for anything else. */
async function readSmallFile(path: string): Promise<string> {
  // Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags);
  try {
    const stats = await handle.stat();
    if (!stats.isFile() || stats.size > MAX_BYTES) throw new Error("not a small file");
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}
