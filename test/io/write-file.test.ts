// One text -> one file: a new one never overwrites, a replaced one is never half written.

import { chmod, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceFile, showPath, writeNewFile } from "../../src/io/write-file.ts";
import { UserError } from "../../src/problem.ts";
import { makeFaultyDisk } from "./faulty-disk.ts";
import { fillFolder, makeTemporaryFolder, readTree } from "./temporary-folder.ts";

describe("a new file", () => {
  test("is made with its folders, and nothing else is", async () => {
    const folder = await makeTemporaryFolder();
    expect(await writeNewFile(join(folder, "a/b/note.md"), "Ŷ\n")).toBe(true);
    expect(await readTree(folder)).toEqual({ a: null, "a/b": null, "a/b/note.md": "Ŷ\n" });
    expect((await stat(join(folder, "a/b/note.md"))).nlink).toBe(1);
  });

  test("never takes the place of a file, a folder or a link, even a broken one", async () => {
    const folder = await makeTemporaryFolder();
    await fillFolder(folder, { "file.md": "mine", "folder.md/x": "mine" });
    await symlink("nowhere", join(folder, "link.md"));
    const before = await readTree(folder);
    for (const name of ["file.md", "folder.md", "link.md"]) {
      expect(await writeNewFile(join(folder, name), "new")).toBe(false);
    }
    expect(await readTree(folder)).toEqual(before);
  });

  test("is written by one alone of many at once, with and without hard links", async () => {
    const folder = await makeTemporaryFolder();
    const disk = makeFaultyDisk((_, name) => (name === "link" ? { fails: "EPERM" } : "done"));
    for (const fs of [undefined, disk.fs]) {
      const path = join(folder, fs ? "copied.md" : "linked.md");
      const texts = Array.from({ length: 8 }, (_, number) => `text ${number}`);
      const won = await Promise.all(texts.map((text) => writeNewFile(path, text, fs)));
      expect(won.filter((isWritten) => isWritten).length).toBe(1);
      expect(await readFile(path, "utf8")).toBe(texts[won.indexOf(true)]);
    }
    expect(await readdir(folder)).toEqual(["copied.md", "linked.md"]);
  });

  test("is whole or not there when any call fails, and a UserError says why", async () => {
    for (let at = 0; ; at += 1) {
      const folder = await makeTemporaryFolder();
      const disk = makeFaultyDisk((call) => (call === at ? { fails: "ENOSPC" } : "done"));
      const outcome = await writeNewFile(join(folder, "note.md"), "text", disk.fs).catch(
        (error: unknown) => error,
      );
      if (disk.calls.length <= at) break;
      if (outcome !== true) expect(outcome).toBeInstanceOf(UserError);
      expect(await readTree(folder)).toEqual(outcome === true ? { "note.md": "text" } : {});
    }
  });

  test("is whole or not there when the program stops at any call", async () => {
    for (let at = 0; ; at += 1) {
      const folder = await makeTemporaryFolder();
      const disk = makeFaultyDisk((call) => (call >= at ? "never returns" : "done"));
      await Promise.race([writeNewFile(join(folder, "note.md"), "text", disk.fs), disk.hasStopped]);
      await disk.closeFiles();
      expect([undefined, "text"]).toContain((await readTree(folder))["note.md"]);
      if (disk.calls.length <= at) break;
    }
  });
});

describe("a replaced file", () => {
  test("has the new text and the old mode, and may be new", async () => {
    const folder = await makeTemporaryFolder();
    await fillFolder(folder, { "note.md": "old" });
    await chmod(join(folder, "note.md"), 0o604);
    await replaceFile(join(folder, "note.md"), "new");
    await replaceFile(join(folder, "a/other.md"), "other");
    expect((await stat(join(folder, "note.md"))).mode & 0o7777).toBe(0o604);
    expect(await readTree(folder)).toEqual({ "note.md": "new", a: null, "a/other.md": "other" });
  });

  test("has the old text or the new when any call fails or never returns", async () => {
    for (const fate of [{ fails: "EIO" }, "never returns"] as const) {
      for (let at = 0; ; at += 1) {
        const folder = await makeTemporaryFolder();
        await fillFolder(folder, { "note.md": "old" });
        const disk = makeFaultyDisk((call) => (call === at ? fate : "done"));
        const writing = replaceFile(join(folder, "note.md"), "new", disk.fs);
        const outcome = await Promise.race([writing, disk.hasStopped]).catch((error: unknown) => error);
        await disk.closeFiles();
        if (disk.calls.length <= at) break;
        const tree = await readTree(folder);
        expect(["old", "new"]).toContain(tree["note.md"]);
        if (fate === "never returns") continue;
        expect(tree).toEqual({ "note.md": outcome === undefined ? "new" : "old" });
        if (outcome !== undefined) expect(outcome).toBeInstanceOf(UserError);
      }
    }
  });

  test("is never written through a link, nor put in place of a folder", async () => {
    const folder = await makeTemporaryFolder();
    await fillFolder(folder, { "target.md": "old", "folder.md/x": "" });
    await symlink("target.md", join(folder, "link.md"));
    const before = await readTree(folder);
    for (const name of ["link.md", "folder.md"]) {
      await expect(replaceFile(join(folder, name), "new")).rejects.toBeInstanceOf(UserError);
    }
    expect(await readTree(folder)).toEqual(before);
  });

  test("may have a name as long as the disk allows", async () => {
    const path = join(await makeTemporaryFolder(), `${"x".repeat(252)}.md`);
    await writeFile(path, "old");
    await replaceFile(path, "new");
    expect(await readFile(path, "utf8")).toBe("new");
  });
});

test("a path is shown from the working directory where it is inside, and whole where not", () => {
  expect(showPath(join(process.cwd(), "out/one"))).toBe("out/one");
  expect(showPath("/elsewhere/out")).toBe("/elsewhere/out");
});
