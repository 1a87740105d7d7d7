// Files on their way: all of them arrive, or everything is as it was, at whatever call the disk fails.

import { chmod, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FileMove, moveFiles } from "../../src/io/move-files.ts";
import { UserError } from "../../src/problem.ts";
import { makeFaultyDisk } from "./faulty-disk.ts";
import { fillFolder, makeTemporaryFolder, readTree } from "./temporary-folder.ts";

const FILES = { "inbox/captures/ice.md": "Capture\n", "inbox/ice.md": "Note\n", "narration.md": "Old\n" };

function listMoves(folder: string): FileMove[] {
  return [
    { from: join(folder, "inbox/captures/ice.md"), to: join(folder, "one/captures/ice.md"), text: null },
    { from: join(folder, "inbox/ice.md"), to: join(folder, "one/stories/ice.md"), text: "Note, changed\n" },
  ];
}

const textsOf = (tree: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(tree).filter(([, text]) => text !== null));

const MOVED = {
  "one/captures/ice.md": "Capture\n",
  "one/stories/ice.md": "Note, changed\n",
  "narration.md": "New\n",
};

async function move(folder: string, fs?: Parameters<typeof moveFiles>[3]): Promise<unknown> {
  const changes = [{ path: join(folder, "narration.md"), text: "New\n" }];
  return moveFiles(listMoves(folder), changes, "It could not be moved", fs).catch((error: unknown) => error);
}

describe("moveFiles", () => {
  test("moves files, changes what they hold and others with them", async () => {
    const folder = await makeTemporaryFolder();
    await fillFolder(folder, FILES);
    expect(await move(folder)).toBeUndefined();
    expect(textsOf(await readTree(folder))).toEqual(MOVED);
  });

  test("keeps mode bits, and the old file of a copy", async () => {
    const folder = await makeTemporaryFolder();
    await fillFolder(folder, { a: "A" });
    await chmod(join(folder, "a"), 0o600);
    await moveFiles([{ from: join(folder, "a"), to: join(folder, "b"), text: "B", isCopy: true }], [], "");
    expect(await readTree(folder)).toEqual({ a: "A", b: "B" });
    expect((await stat(join(folder, "b"))).mode & 0o777).toBe(0o600);
  });

  test("overwrites nothing, and takes back what it had moved by then", async () => {
    const folder = await makeTemporaryFolder();
    await fillFolder(folder, { ...FILES, "one/stories/ice.md": "Mine\n" });
    expect(await move(folder)).toBeInstanceOf(UserError);
    expect(textsOf(await readTree(folder))).toEqual({ ...FILES, "one/stories/ice.md": "Mine\n" });
  });

  test.each(["fails", "failsAfter"] as const)(
    "loses nothing at whatever call the disk %s, and says what it left",
    async (fate) => {
      const counted = makeFaultyDisk(() => "done");
      const first = await makeTemporaryFolder();
      await fillFolder(first, FILES);
      await move(first, counted.fs);
      expect(counted.calls.length).toBeGreaterThan(15);
      for (let call = 0; call < counted.calls.length; call += 1) {
        const folder = await makeTemporaryFolder();
        await fillFolder(folder, FILES);
        const disk = makeFaultyDisk((at) =>
          at === call ? ({ [fate]: "EIO" } as { fails: string }) : "done",
        );
        const error = await move(folder, disk.fs);
        await disk.closeFiles();
        const tree = textsOf(await readTree(folder));
        const told = `${call}: ${disk.calls[call]}`;
        if (error === undefined) expect(tree, told).toEqual(MOVED);
        else if (/old ones are left/.test((error as Error).message)) {
          expect(tree, told).toEqual({ ...MOVED, "inbox/captures/ice.md": "Capture\n" });
          expect((error as Error).message).toContain("inbox/captures/ice.md");
        } else {
          expect(error, told).toBeInstanceOf(UserError);
          expect(tree, told).toEqual(FILES);
        }
      }
    },
  );
});
