// Files and where they are to stand -> the files there and no longer here: all of them, or everything as it was.
// New files come first and old ones go last, so that whatever stops this, nothing is lost.

import * as nodeFs from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "../problem.ts";
import {
  adviseOnCode,
  explainCode,
  type FileSystem,
  hasCode,
  replaceFile,
  showPath,
  syncFolder,
} from "./write-file.ts";

/** One file on its way, by absolute paths. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
  /** What it holds from now on; null: what it held. */
  readonly text: string | null;
  /** True if the old one stays, since something else needs it. */
  readonly isCopy?: boolean;
}

/** Another file's new text. */
export interface FileChange {
  readonly path: string;
  readonly text: string;
}

/**
 * Moves files, keeping their mode bits, and changes others with them. Nothing is ever overwritten. Old ones go in
 * reverse order, so a note that comes after its captures goes before them. Throws a UserError that begins with
 * `failure` where the system refuses, with everything as it was; or, if some old ones are gone already, one that
 * names those that are left beside the new ones.
 */
export async function moveFiles(
  moves: readonly FileMove[],
  changes: readonly FileChange[],
  failure: string,
  fs: FileSystem = nodeFs,
): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  const left: string[] = [];
  try {
    for (const { from, to, text } of moves) {
      await fs.mkdir(dirname(to), { recursive: true });
      const remove = () => fs.rm(to, { force: true });
      await fs.copyFile(from, to, nodeFs.constants.COPYFILE_EXCL).catch(async (error: unknown) => {
        // What a copy that fails has begun is ours; what was there before it is not.
        if (!hasCode(error, "EEXIST")) await remove();
        throw error;
      });
      undo.push(remove);
      await syncQuietly(to, fs);
      if (text !== null) await replaceFile(to, text, fs);
    }
    for (const { path, text } of changes) {
      const before = await fs.readFile(path, "utf8");
      undo.push(async () => {
        if ((await fs.readFile(path, "utf8")) !== before) await replaceFile(path, before, fs);
      });
      await replaceFile(path, text, fs);
    }
    let isGone = false;
    for (const { from, isCopy } of [...moves].reverse()) {
      if (isCopy) continue;
      try {
        await fs.rm(from);
        isGone = true;
      } catch (error) {
        if (!hasCode(error)) throw error;
        // Nothing may be undone once an old one has gone, even where the system calls that a failure.
        const isThere = await exists(from, fs);
        if (isThere && !isGone) throw error;
        isGone = true;
        if (isThere) left.push(showPath(from));
      }
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    if (!hasCode(error)) throw error;
    throw new UserError(`${failure}: ${explainCode(error)}. Everything is as it was.`, adviseOnCode(error));
  }
  if (left.length > 0)
    throw new UserError(`The new files are whole, but old ones are left: ${left.join(", ")}`, "Delete them.");
}

async function exists(path: string, fs: FileSystem): Promise<boolean> {
  return fs.lstat(path).then(
    () => true,
    () => false,
  );
}

/** Brings a file to the disk before the one that it was copied from goes; some systems cannot. */
async function syncQuietly(path: string, fs: FileSystem): Promise<void> {
  await syncFolder(path, fs).catch(() => undefined);
}
