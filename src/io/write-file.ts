// One text -> one file, whole or not at all: a new one that never overwrites, or a replaced one.
// A kill or a full disk in the middle must never leave a person with half a note.

import { randomBytes } from "node:crypto";
import * as nodeFs from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { UserError } from "../problem.ts";

/** The calls of node:fs/promises that writing needs; tests pass their own to make each of them fail. */
export type FileSystem = Pick<
  typeof nodeFs,
  | "access"
  | "chmod"
  | "copyFile"
  | "link"
  | "lstat"
  | "mkdir"
  | "open"
  | "readdir"
  | "readFile"
  | "readlink"
  | "rename"
  | "rm"
  | "rmdir"
  | "stat"
  | "symlink"
  | "unlink"
  | "utimes"
>;

/**
 * Writes a file that is not there yet, making its folders; answers false, and writes nothing, where
 * anything of that name exists. The file appears whole or not at all: it is written beside under
 * another name and then linked, since a link, unlike a rename, never replaces.
 * A disk without hard links gets an exclusive open instead; there a crash may leave a part.
 * Throws a UserError where the system refuses.
 */
export async function writeNewFile(path: string, content: string, fs: FileSystem = nodeFs): Promise<boolean> {
  return explainFailure(path, async () => {
    if (await exists(path, fs)) return false;
    await fs.mkdir(dirname(path), { recursive: true });
    const temporary = temporaryName(path);
    try {
      await writeWhole(temporary, Buffer.from(content, "utf8"), fs);
      await linkOrCreate(temporary, path, content, fs);
    } catch (error) {
      if (hasCode(error, "EEXIST")) return false;
      throw error;
    } finally {
      await removeQuietly(temporary, fs);
    }
    await syncQuietly(dirname(path), fs);
    return true;
  });
}

/**
 * Replaces a file's text, or makes the file: written beside, synced and renamed over the old one, whose
 * mode bits it keeps. Throws a UserError where the system refuses, with the old text whole, and where
 * the path is a symbolic link or not a file: a link could lead the text anywhere.
 */
export async function replaceFile(path: string, content: string, fs: FileSystem = nodeFs): Promise<void> {
  await explainFailure(path, async () => {
    const mode = await readMode(path, fs);
    await fs.mkdir(dirname(path), { recursive: true });
    const temporary = temporaryName(path);
    try {
      await writeWhole(temporary, Buffer.from(content, "utf8"), fs);
      if (mode !== null) await fs.chmod(temporary, mode);
      await fs.rename(temporary, path);
    } catch (error) {
      await removeQuietly(temporary, fs);
      throw error;
    }
    await syncQuietly(dirname(path), fs);
  });
}

/** Writes a new file and does not return before it is on the disk; throws EEXIST where one exists. */
export async function writeWhole(path: string, bytes: Uint8Array, fs: FileSystem): Promise<void> {
  const handle = await fs.open(path, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings a folder's entries to the disk; a system that cannot sync a folder is left to its own devices. */
export async function syncFolder(path: string | Buffer, fs: FileSystem): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await fs.open(path, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!hasCode(error, "EINVAL", "ENOTSUP", "EOPNOTSUPP", "EISDIR", "EPERM")) throw error;
  } finally {
    await handle.close();
  }
}

/** True if the error is the system's and has one of these codes, or any code where none is given. */
export function hasCode(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  return codes.length === 0 ? /^E[A-Z0-9]+$/.test(error.code) : codes.includes(error.code);
}

/** True if the error says that this disk, or this file, takes no further hard link. */
export function cannotLink(error: unknown): boolean {
  return hasCode(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EMLINK", "EINVAL");
}

/** Why the system refused, in plain words, without a full stop; a code without words is named. */
export function explainCode(error: NodeJS.ErrnoException): string {
  const code = error.code ?? "";
  return REASONS[code] ?? `the system reported ${code}`;
}

/** What a person can do about it, or nothing. */
export function adviseOnCode(error: NodeJS.ErrnoException): string {
  return ADVICE[error.code ?? ""] ?? "";
}

/** A path as a person knows it: relative to the working directory where it lies inside, with `/`. */
export function showPath(path: string): string {
  const inside = relative(process.cwd(), path);
  const shown = inside === "" || inside.startsWith("..") || isAbsolute(inside) ? path : inside;
  return shown.replaceAll("\\", "/");
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission was denied",
  EPERM: "permission was denied",
  EROFS: "the disk is read-only",
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be too large for the disk",
  EIO: "the disk reported a fault (EIO)",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long for the disk",
  ENOTDIR: "a file stands where a folder is needed",
  EISDIR: "a folder stands where a file is needed",
  EEXIST: "something else stands in its place",
  ENOTEMPTY: "something else stands in its place",
  ENOENT: "its folder went away meanwhile",
  ELOOP: "its symbolic links lead in a circle",
  EBUSY: "another program is using it",
  EXDEV: "it is a disk of its own",
};

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: "Give yourself permission to write there, or choose another folder.",
  EPERM: "Give yourself permission to write there, or choose another folder.",
  EROFS: "Choose a folder on a disk that can be written.",
  ENOSPC: "Free some space and try again.",
  EDQUOT: "Free some space and try again.",
  EBUSY: "Close the other program and try again.",
};

async function explainFailure<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!hasCode(error)) throw error;
    throw new UserError(
      `Could not write ${showPath(path)}: ${explainCode(error)}. What was there before is whole.`,
      adviseOnCode(error),
    );
  }
}

async function exists(path: string, fs: FileSystem): Promise<boolean> {
  try {
    await fs.lstat(path);
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

async function readMode(path: string, fs: FileSystem): Promise<number | null> {
  try {
    const stats = await fs.lstat(path);
    if (stats.isFile()) return stats.mode & 0o7777;
    throw new UserError(
      stats.isSymbolicLink()
        ? `Did not write ${showPath(path)}: it is a symbolic link, and text is never written through one.`
        : `Did not write ${showPath(path)}: it is not a file.`,
      "Put a plain file in its place, or remove it.",
    );
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

async function linkOrCreate(temporary: string, path: string, content: string, fs: FileSystem): Promise<void> {
  try {
    await fs.link(temporary, path);
  } catch (error) {
    if (!cannotLink(error)) throw error;
    await writeWhole(path, Buffer.from(content, "utf8"), fs).catch(async (failure: unknown) => {
      if (!hasCode(failure, "EEXIST")) await removeQuietly(path, fs);
      throw failure;
    });
  }
}

function temporaryName(path: string): string {
  // The name is cut so that a long one does not become too long for the disk.
  const stem = [...basename(path)].slice(0, 40).join("");
  return join(dirname(path), `.${stem}.new-${process.pid}-${randomBytes(6).toString("hex")}`);
}

async function removeQuietly(path: string, fs: FileSystem): Promise<void> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await fs.rm(path, { force: true });
      return;
    } catch {
      // Tried twice; a file that will not go must not hide what went wrong before it.
    }
  }
}

async function syncQuietly(folder: string, fs: FileSystem): Promise<void> {
  // The file is in its place already: a failure here is no reason to say that it is not.
  await syncFolder(folder, fs).catch(() => undefined);
}
