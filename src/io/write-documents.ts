// An episode's documents -> out/<slug>/, all of them or none, whatever is killed or fails in the middle.
// The folder is made whole beside, under a name with a dot, and swapped in by two renames.

import { strict as assert } from "node:assert";
import { randomBytes } from "node:crypto";
import * as nodeFs from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { compareCodePoints, UserError } from "../problem.ts";
import type { Document } from "../render/document.ts";
import {
  adviseOnCode,
  cannotLink,
  explainCode,
  type FileSystem,
  hasCode,
  showPath,
  syncFolder,
  writeWhole,
} from "./write-file.ts";

// How a swap goes, and why it holds. `out/.<slug>.next-<pid>-<id>` is filled, `out/<slug>` is renamed to
// `.<slug>.old-<pid>-<id>`, next to `out/<slug>`. A rename of a folder never replaces one that holds
// something, so whoever finds the place taken learns it and starts again from what is there now. Between
// the two renames the only whole set is `old`: whoever finds the place empty puts it back, at the next
// start (recoverOutput) or, when the other build takes too long, at once, which that build then notices.
// What is to be deleted is first renamed to `.<slug>.gone-…`, so that nothing half deleted is ever put back.

/** What was done: `removed` are the documents that build made before and makes no longer. */
export interface Written {
  readonly folder: string;
  readonly documents: readonly string[];
  readonly changed: boolean;
  readonly removed: readonly string[];
}

const ATTEMPTS = 200;
/** Attempts for which a build that is in the middle of its swap is waited for, before its old is put back. */
const PATIENCE = 20;
const LONGEST_PAUSE_MS = 10;
const MAX_LIST_BYTES = 64 * 1024 * 1024;

const SLUG = /^[a-z0-9][a-z0-9-]*$/;
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const LEFTOVER = /^\.([a-z0-9][a-z0-9-]*)\.(next|old|gone)-(\d+)-([0-9a-f]+)$/;

/** Leftovers that a call in this very process is still using; others with our pid are of a run before us. */
const inUse = new Set<string>();

/**
 * Makes out/<slug>/ hold exactly these documents, besides what build never made, which stays. Nothing is
 * touched where no byte differs. What the episode.json that is there lists and is no longer made is removed.
 * Throws a UserError where the system refuses, with what was there before whole.
 */
export async function writeDocuments(
  outFolder: string,
  slug: string,
  documents: readonly Document[],
  fs: FileSystem = nodeFs,
): Promise<Written> {
  return swapDocuments(outFolder, slug, documents, false, fs);
}

/**
 * Puts documents into out/<slug>/ beside all that is there: a file of the same name is replaced, no other is
 * touched or removed. They change together or not at all, as in writeDocuments. Where no byte differs they are
 * dated anew, since they are no older than what was built (see findOldScripts).
 */
export async function addDocuments(
  outFolder: string,
  slug: string,
  documents: readonly Document<string | Uint8Array>[],
  fs: FileSystem = nodeFs,
): Promise<Written> {
  const written = await swapDocuments(outFolder, slug, documents, true, fs);
  const now = new Date();
  for (const name of written.changed ? [] : written.documents) {
    await fs.utimes(join(written.folder, name), now, now).catch(() => undefined);
  }
  return written;
}

async function swapDocuments(
  outFolder: string,
  slug: string,
  documents: readonly Document<string | Uint8Array>[],
  isAddition: boolean,
  fs: FileSystem,
): Promise<Written> {
  assert(SLUG.test(slug), `not a slug: ${slug}`);
  const texts = new Map(documents.map(({ name, content }) => [name, Buffer.from(content)]));
  for (const name of texts.keys()) assert(PLAIN_NAME.test(name), `not a plain file name: ${name}`);
  const distinct = new Set([...texts.keys()].map((name) => name.toLowerCase()));
  assert(distinct.size === documents.length, "two documents of one name");

  const swap: Swap = {
    fs,
    out: outFolder,
    slug,
    folder: join(outFolder, slug),
    texts,
    isAddition,
    held: [],
    own: [],
  };
  let madeOut = false;
  try {
    await refuseNonFolder(swap);
    madeOut = documents.length > 0 && (await fs.mkdir(outFolder, { recursive: true })) !== undefined;
    return await replaceFolder(swap);
  } catch (error) {
    await giveBack(swap).catch(() => undefined);
    const stranded = swap.held[0];
    await discardAll(swap, swap.held);
    if (madeOut) await fs.rmdir(outFolder).catch(() => undefined);
    if (!hasCode(error)) throw error;
    const kept = stranded ? `whole in ${showPath(stranded)}; the next build puts it back` : "whole";
    throw new UserError(
      `Could not write ${showPath(swap.folder)}: ${explainCode(error)}. What was there before is ${kept}.`,
      adviseOnCode(error),
    );
  } finally {
    for (const path of swap.own) inUse.delete(path);
  }
}

/**
 * Clears up after builds that were killed: puts an episode's last whole folder back where its place is
 * empty, and removes what is left over. Other builds keep what is theirs: only names that bear the number of
 * a process that is no longer there are touched. Throws a UserError where a folder cannot be put
 * back; leftovers that cannot be removed are left.
 */
export async function recoverOutput(outFolder: string, fs: FileSystem = nodeFs): Promise<void> {
  try {
    const { leftovers } = await listOut(fs, outFolder);
    for (const slug of new Set(leftovers.map((leftover) => leftover.slug))) {
      const isInPlace = await restoreMissing(fs, outFolder, slug);
      const swap = { fs, out: outFolder, slug, own: [] };
      for (const { path, kind, alive } of leftovers.filter((leftover) => leftover.slug === slug)) {
        // While the place is empty, a dead build's old folder may be all there is.
        if (!alive && (isInPlace || kind !== "old")) await discard(swap, path);
      }
      for (const path of swap.own) inUse.delete(path);
    }
  } catch (error) {
    if (!hasCode(error)) throw error;
    throw new UserError(
      `Could not clear up ${showPath(outFolder)} after a build that was ended: ${explainCode(error)}.`,
      adviseOnCode(error),
    );
  }
}

/**
 * Names of files that begin with `script.` and are older than the episode.json beside them. Where nothing was
 * written just now, two seconds make no difference: copying a folder may date its files in any order.
 */
export async function findOldScripts(
  { folder, changed }: Pick<Written, "folder" | "changed">,
  fs: FileSystem = nodeFs,
): Promise<string[]> {
  const built = (await lookAtTime(fs, join(folder, "episode.json"))) - (changed ? 0n : 2_000_000_000n);
  const old: string[] = [];
  for (const name of (await fs.readdir(folder)).filter((one) => one.startsWith("script."))) {
    if ((await lookAtTime(fs, join(folder, name))) < built) old.push(name);
  }
  return old.sort(compareCodePoints);
}

async function lookAtTime(fs: FileSystem, path: string): Promise<bigint> {
  return (await fs.lstat(path, { bigint: true })).mtimeNs;
}

interface Swap {
  readonly fs: FileSystem;
  readonly out: string;
  readonly slug: string;
  readonly folder: string;
  readonly texts: ReadonlyMap<string, Buffer>;
  /** True if what build made before stays. */
  readonly isAddition: boolean;
  /** Folders that were taken from the slug's place and not yet superseded. */
  readonly held: string[];
  /** Every leftover's path that this call made up, in use until it ends. */
  readonly own: string[];
}

async function replaceFolder(swap: Swap): Promise<Written> {
  const { fs, folder, texts } = swap;
  let next: string | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(Math.random() * LONGEST_PAUSE_MS);
    try {
      await giveBack(swap);
      const before = await readSet(swap, folder);
      if (before === null && (await isBeingSwapped(swap, attempt))) continue;
      const removed = before?.made.filter((name) => !texts.has(name)) ?? [];
      if (swap.held.length === 0 && removed.length === 0 && (await isUnchanged(swap, before))) {
        await discardAll(swap);
        return { folder, documents: [...texts.keys()], changed: false, removed };
      }
      await refuseFolders(swap, before);
      next ??= await makeNext(swap);
      const linked = await carryOver(swap, before, next);
      if (await putInPlace(swap, before, next, linked)) {
        await syncFolder(swap.out, fs).catch(() => undefined);
        await discardAll(swap);
        return { folder, documents: [...texts.keys()], changed: true, removed };
      }
    } catch (error) {
      if (!isMoved(error)) throw error;
      // Another build, or a person, moved what was being read; or a start elsewhere that cannot see this
      // process, as from another container, took next for a leftover.
      if (next !== null && (await lookAt(fs, next)) === null) next = null;
    }
  }
  throw new UserError(
    `Could not write ${showPath(folder)}: it kept changing meanwhile. What is there is whole.`,
    "End other builds of the same episode and try again.",
  );
}

/** The two renames. False, with all given back or held, where what is there is no longer what was carried over. */
async function putInPlace(
  swap: Swap,
  before: FolderSet | null,
  next: string,
  linked: ReadonlySet<string>,
): Promise<boolean> {
  const { fs, folder } = swap;
  if (before !== null) {
    await fs.chmod(next, before.mode);
    const old = nameLeftover(swap, "old");
    // Held from before the rename: a disk that reports a failure may have done it all the same.
    swap.held.push(old);
    await fs.rename(folder, old);
    if ((await lookAt(fs, old))?.kind !== "folder") return false;
    if (!isSameSet(before.entries, await walk(fs, old, ""), linked)) return false;
  } else if (await isBeingSwapped(swap, 0)) {
    // Looked for again: some disks list a folder name by name and can miss one that is renamed meanwhile.
    return false;
  }
  await fs.rename(next, folder);
  return true;
}

/** Puts back what was taken, as long as its place is empty; what another build has put back is no longer ours. */
async function giveBack(swap: Swap): Promise<void> {
  for (const old of [...swap.held].reverse()) {
    try {
      await swap.fs.rename(old, swap.folder);
    } catch (error) {
      if (hasCode(error, "ENOTEMPTY", "EEXIST") || isTakenOnWindows(error)) continue;
      if (!hasCode(error, "ENOENT")) throw error;
    }
    swap.held.splice(swap.held.indexOf(old), 1);
  }
}

/** With the place empty: true if another build holds what belongs there, waited for or put back. */
async function isBeingSwapped(swap: Swap, attempt: number): Promise<boolean> {
  // One listing answers both questions. Asked one after the other they can miss a folder that is taken, put
  // and taken again, and a build that believes itself the first would drop what is no build's.
  const { names, moving, leftovers } = await listOut(swap.fs, swap.out);
  if (names.has(swap.slug) || moving.has(swap.slug)) return true;
  const olds = leftovers.filter(({ slug, kind }) => slug === swap.slug && kind === "old");
  const newest = olds.at(-1);
  if (newest === undefined) return false;
  if (attempt >= PATIENCE || olds.every(({ alive }) => !alive)) {
    await renameIfFree(swap.fs, newest.path, swap.folder);
  }
  return true;
}

/** Puts the newest old folder back where a slug's place is empty; true if the place is surely filled. */
async function restoreMissing(fs: FileSystem, out: string, slug: string): Promise<boolean> {
  const { names, moving, leftovers } = await listOut(fs, out);
  if (names.has(slug)) return true;
  const olds = leftovers.filter((found) => found.slug === slug && found.kind === "old");
  const newest = olds.at(-1);
  if (newest === undefined || moving.has(slug) || olds.some(({ alive }) => alive)) return false;
  await renameIfFree(fs, newest.path, join(out, slug));
  await syncFolder(out, fs).catch(() => undefined);
  return true;
}

async function renameIfFree(fs: FileSystem, from: string, to: string): Promise<void> {
  try {
    await fs.rename(from, to);
  } catch (error) {
    if (!isMoved(error)) throw error;
  }
}

// What is there

/** One entry below a folder. `path` is its bytes, a character each, since a foreign name need not be UTF-8. */
interface Entry {
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "other";
  readonly mode: number;
  readonly size: bigint;
  readonly inode: bigint;
  readonly accessedNs: bigint;
  readonly modifiedNs: bigint;
  readonly target: Buffer | null;
}

/** An episode's folder as found: its entries, parents first, and the documents its episode.json lists. */
interface FolderSet {
  readonly folder: string;
  readonly mode: number;
  readonly entries: readonly Entry[];
  readonly made: readonly string[];
}

async function readSet(swap: Swap, folder: string): Promise<FolderSet | null> {
  const stats = await lookAt(swap.fs, folder);
  if (stats === null) return null;
  if (stats.kind !== "folder") throw notAFolder(swap.folder, stats.kind);
  const entries = await walk(swap.fs, folder, "");
  const made = swap.isAddition ? [] : await readMade(swap, folder, entries);
  return { folder, mode: stats.mode, entries, made };
}

async function walk(fs: FileSystem, folder: string, under: string): Promise<Entry[]> {
  const names = await fs.readdir(placeOf(folder, under), { encoding: "latin1" });
  const entries: Entry[] = [];
  for (const name of names.sort(compareCodePoints)) {
    const path = under === "" ? name : `${under}/${name}`;
    const stats = await fs.lstat(placeOf(folder, path), { bigint: true });
    const kind = kindOf(stats);
    const target = kind === "link" ? await fs.readlink(placeOf(folder, path), { encoding: "buffer" }) : null;
    entries.push({
      path,
      kind,
      mode: Number(stats.mode & 0o7777n),
      size: stats.size,
      inode: stats.ino,
      accessedNs: stats.atimeNs,
      modifiedNs: stats.mtimeNs,
      target,
    });
    if (kind === "folder") entries.push(...(await walk(fs, folder, path)));
  }
  return entries;
}

/** The documents that build made, as far as the list can be trusted: plain names of regular files. */
async function readMade(swap: Swap, folder: string, entries: readonly Entry[]): Promise<string[]> {
  const files = new Map(entries.filter(({ kind }) => kind === "file").map((entry) => [entry.path, entry]));
  const list = files.get("episode.json");
  if (list === undefined || list.size > MAX_LIST_BYTES) return [];
  const names = parseDocumentList(await swap.fs.readFile(join(folder, "episode.json"), "utf8"));
  return [...new Set(names)]
    .filter((name) => PLAIN_NAME.test(name) && files.has(name))
    .sort(compareCodePoints);
}

function parseDocumentList(text: string): string[] {
  try {
    const episode: unknown = JSON.parse(text);
    if (typeof episode !== "object" || episode === null || !("documents" in episode)) return [];
    const { documents } = episode;
    return Array.isArray(documents) ? documents.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}

async function isUnchanged(swap: Swap, before: FolderSet | null): Promise<boolean> {
  if (before === null) return swap.texts.size === 0;
  const files = new Map(before.entries.map((entry) => [entry.path, entry]));
  for (const [name, text] of swap.texts) {
    const entry = files.get(name);
    if (entry?.kind !== "file" || entry.size !== BigInt(text.length)) return false;
    if (!text.equals(await swap.fs.readFile(join(before.folder, name)))) return false;
  }
  return true;
}

/** True if nothing came, went or changed that carrying over did not follow; a hard link follows by itself. */
function isSameSet(before: readonly Entry[], now: readonly Entry[], linked: ReadonlySet<string>): boolean {
  if (before.length !== now.length) return false;
  return before.every((entry, index) => {
    const other = now[index];
    if (other === undefined || other.path !== entry.path || other.kind !== entry.kind) return false;
    if (entry.kind === "folder") return true;
    if (linked.has(entry.path)) return other.inode === entry.inode;
    if (entry.target !== null) return other.target !== null && entry.target.equals(other.target);
    return other.size === entry.size && other.modifiedNs === entry.modifiedNs;
  });
}

// What takes its place

async function makeNext(swap: Swap): Promise<string> {
  const { fs } = swap;
  await fs.mkdir(swap.out, { recursive: true });
  const next = nameLeftover(swap, "next");
  await fs.mkdir(next);
  for (const [name, text] of swap.texts) await writeWhole(join(next, name), text, fs);
  return next;
}

/**
 * Brings into next what is there and build did not make, in place of what an earlier attempt brought.
 * Files are hard links, or copies where the disk has none; symbolic links are made anew and never followed.
 * Answers with the paths that are hard links.
 */
async function carryOver(swap: Swap, before: FolderSet | null, next: string): Promise<Set<string>> {
  for (const name of await swap.fs.readdir(next, { encoding: "latin1" })) {
    if (!swap.texts.has(name)) await removeTree(swap.fs, placeOf(next, name));
  }
  const sets = before === null ? [] : [before];
  for (const old of swap.held) {
    const set = await readSet(swap, old);
    if (set !== null) sets.push(set);
  }
  const linked = new Set<string>();
  for (const set of sets) {
    const madeByBuild = new Set([...swap.texts.keys(), ...set.made]);
    const foreign = set.entries.filter((entry) => !madeByBuild.has(entry.path));
    for (const entry of foreign) {
      if ((await carryEntry(swap.fs, set.folder, next, entry)) && set === before) linked.add(entry.path);
    }
    // Only now and from within: a folder that may not be written, or its time, would not outlast its filling.
    for (const entry of foreign.filter(({ kind }) => kind === "folder").reverse()) {
      const place = placeOf(next, entry.path);
      await syncFolder(place, swap.fs);
      await swap.fs.chmod(place, entry.mode);
      await keepTimes(swap.fs, place, entry);
    }
  }
  await syncFolder(next, swap.fs);
  return linked;
}

/** Brings one entry over; true if as a hard link. What is in its place already, a document, stays. */
async function carryEntry(fs: FileSystem, from: string, to: string, entry: Entry): Promise<boolean> {
  const source = placeOf(from, entry.path);
  const target = placeOf(to, entry.path);
  try {
    if (entry.kind === "folder") await fs.mkdir(target);
    else if (entry.target !== null) await fs.symlink(entry.target, target);
    else {
      try {
        await fs.link(source, target);
        return true;
      } catch (error) {
        if (!cannotLink(error) || entry.kind !== "file") throw error;
        await copyWhole(fs, source, target, entry);
      }
    }
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
  return false;
}

async function copyWhole(fs: FileSystem, source: Buffer, target: Buffer, entry: Entry): Promise<void> {
  await fs.copyFile(source, target, nodeFs.constants.COPYFILE_EXCL | nodeFs.constants.COPYFILE_FICLONE);
  // Windows syncs only what was opened for writing; elsewhere the copy may be of a file closed to that.
  const handle = await fs.open(target, process.platform === "win32" ? "r+" : "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await keepTimes(fs, target, entry);
}

async function keepTimes(fs: FileSystem, path: Buffer, entry: Entry): Promise<void> {
  await fs.utimes(path, Number(entry.accessedNs) / 1e9, Number(entry.modifiedNs) / 1e9);
}

// Leftovers

interface Leftover {
  readonly path: string;
  readonly slug: string;
  readonly kind: string;
  readonly id: string;
  readonly renamedMs: number;
  readonly alive: boolean;
}

/** A new name beside the slug's place; it begins with the time, so that the newest can be told. */
function nameLeftover(swap: Pick<Swap, "out" | "slug" | "own">, kind: "next" | "old" | "gone"): string {
  const time = Date.now().toString(16).padStart(12, "0");
  const id = `${time}${randomBytes(6).toString("hex")}`;
  const path = join(swap.out, `.${swap.slug}.${kind}-${process.pid}-${id}`);
  inUse.add(path);
  swap.own.push(path);
  return path;
}

interface Listing {
  readonly names: ReadonlySet<string>;
  /** Slugs of which an old folder was listed and then gone: its place is filled, or about to be. */
  readonly moving: ReadonlySet<string>;
  readonly leftovers: readonly Leftover[];
}

/** The names in out, as one listing found them, and its leftovers, oldest first; none where there is no out. */
async function listOut(fs: FileSystem, out: string): Promise<Listing> {
  let names: string[];
  try {
    names = await fs.readdir(out);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return { names: new Set(), moving: new Set(), leftovers: [] };
    throw error;
  }
  const leftovers: Leftover[] = [];
  const moving = new Set<string>();
  for (const name of names) {
    const [, slug, kind, pid, id] = LEFTOVER.exec(name) ?? [];
    if (slug === undefined || kind === undefined || id === undefined) continue;
    const path = join(out, name);
    const found = await lookAt(fs, path);
    if (found === null && kind === "old") moving.add(slug);
    if (found?.kind !== "folder") continue;
    leftovers.push({ path, slug, kind, id, renamedMs: found.changedMs, alive: isAlive(Number(pid), path) });
  }
  // A rename is a change of the folder on most disks; the name's own time is from just before it.
  leftovers.sort((a, b) => a.renamedMs - b.renamedMs || compareCodePoints(a.id, b.id));
  return { names: new Set(names), moving, leftovers };
}

function isAlive(pid: number, path: string): boolean {
  // In a container every run may have the same number, so a leftover of our number may be another's.
  if (pid === process.pid) return inUse.has(path);
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid > 0x7fffffff) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

/** Removes what this call made and no longer needs. Never throws: what will not go is left for the next start. */
async function discardAll(swap: Swap, except: readonly string[] = []): Promise<void> {
  for (const path of swap.own.filter((own) => !except.includes(own))) await discard(swap, path);
}

async function discard(swap: Pick<Swap, "fs" | "out" | "slug" | "own">, path: string): Promise<void> {
  const gone = nameLeftover(swap, "gone");
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await swap.fs.rename(path, gone);
      break;
    } catch (error) {
      if (hasCode(error, "ENOENT")) return;
    }
  }
  await removeTree(swap.fs, gone);
}

/** Removes a folder and all below it; folders that may not be written are made so. Never throws. */
async function removeTree(fs: FileSystem, path: string | Buffer): Promise<void> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await fs.rm(path, { recursive: true, force: true });
      return;
    } catch {
      await openFolders(fs, path).catch(() => undefined);
    }
  }
}

async function openFolders(fs: FileSystem, path: string | Buffer): Promise<void> {
  if (!(await fs.lstat(path)).isDirectory()) return;
  await fs.chmod(path, 0o700);
  for (const name of await fs.readdir(path, { encoding: "latin1" })) {
    await openFolders(fs, Buffer.concat([Buffer.from(path), Buffer.from("/"), Buffer.from(name, "latin1")]));
  }
}

// Looking and refusing

function placeOf(folder: string, path: string): Buffer {
  return path === ""
    ? Buffer.from(folder)
    : Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(path, "latin1")]);
}

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(stats: Kinds): Entry["kind"] {
  if (stats.isSymbolicLink()) return "link";
  if (stats.isDirectory()) return "folder";
  return stats.isFile() ? "file" : "other";
}

async function lookAt(
  fs: FileSystem,
  path: string,
): Promise<{ readonly kind: Entry["kind"]; readonly mode: number; readonly changedMs: number } | null> {
  try {
    const stats = await fs.lstat(path);
    return { kind: kindOf(stats), mode: stats.mode & 0o7777, changedMs: stats.ctimeMs };
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Refuses what the writing must not go through or replace; nothing has been touched by then. */
async function refuseNonFolder(swap: Swap): Promise<void> {
  const out = await lookAt(swap.fs, swap.out);
  if (out?.kind === "file" || out?.kind === "other") throw notAFolder(swap.out, out.kind);
  if (out?.kind === "link") {
    // A link for the whole of out is a person's choice of disk; it must lead to a folder.
    const isFolder = await swap.fs.stat(swap.out).then(
      (stats) => stats.isDirectory(),
      (error: unknown) => {
        if (hasCode(error, "ENOENT", "ELOOP")) return false;
        throw error;
      },
    );
    if (!isFolder) throw notAFolder(swap.out, "link");
  }
  const folder = out === null ? null : await lookAt(swap.fs, swap.folder);
  if (folder === null) return;
  if (folder.kind !== "folder") throw notAFolder(swap.folder, folder.kind);
  // Renaming asks only for leave to write in out: a folder that its owner closed would change all the same.
  await swap.fs.access(swap.folder, nodeFs.constants.W_OK).catch((error: unknown) => {
    if (!hasCode(error, "ENOENT")) throw error;
  });
}

function notAFolder(path: string, kind: Entry["kind"]): UserError {
  const found = kind === "link" ? "a symbolic link that is not followed" : "not a folder";
  return new UserError(
    `Did not write ${showPath(path)}: it is ${found}. Nothing was changed.`,
    "Rename or remove what stands there, and build again.",
  );
}

async function refuseFolders(swap: Swap, before: FolderSet | null): Promise<void> {
  const folder = before?.entries.find(({ path, kind }) => kind === "folder" && swap.texts.has(path));
  if (folder === undefined) return;
  throw new UserError(
    `Did not write ${showPath(join(swap.folder, folder.path))}: a folder of that name is there. Nothing was changed.`,
    "Rename or remove that folder, and build again.",
  );
}

/** True if the error says that something is no longer, or not yet, where it was seen. */
function isMoved(error: unknown): boolean {
  return hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST") || isTakenOnWindows(error);
}

function isTakenOnWindows(error: unknown): boolean {
  // There a rename onto a folder, or of one that a program looks into, is refused as if for permission.
  return process.platform === "win32" && hasCode(error, "EPERM", "EACCES", "EBUSY");
}
