// A test that needs files -> an empty folder of its own, gone when the test ends.
// Also the helpers to fill one and to look at what came of it.

import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";

const made: string[] = [];

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Makes an empty folder that is removed after the test; its path is real. */
export async function makeTemporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "roundup-io-")));
  made.push(folder);
  return folder;
}

/** Writes files below a folder, making the folders on the way. */
export async function fillFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Everything below a folder as a value: a file's text, `-> target` for a link, null for a folder. */
export async function readTree(folder: string): Promise<Record<string, string | null>> {
  const tree: Record<string, string | null> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name);
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) tree[name] = `-> ${await readlink(path)}`;
    else if (stats.isFile()) tree[name] = await readFile(path, "utf8");
    else tree[name] = stats.isDirectory() ? null : "special";
  }
  return tree;
}
