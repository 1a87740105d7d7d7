// Documents -> out/<slug>/, as a person and another program see the folder afterwards.
// What happens when things break in the middle is in write-documents-faults.test.ts.

import { spawnSync } from "node:child_process";
import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addDocuments, recoverOutput, writeDocuments } from "../../src/io/write-documents.ts";
import { UserError } from "../../src/problem.ts";
import { makeFaultyDisk } from "./faulty-disk.ts";
import { fillFolder, makeTemporaryFolder, readTree } from "./temporary-folder.ts";

const DEAD_PID = spawnSync(process.execPath, ["--version"]).pid;
const LIVE_PID = process.ppid;

function makeDocuments(texts: Readonly<Record<string, string>>) {
  return Object.entries(texts).map(([name, content]) => ({ name, content }));
}

function listing(...documents: string[]): string {
  return JSON.stringify({ documents });
}

async function makeOut(): Promise<string> {
  return join(await makeTemporaryFolder(), "out");
}

describe("adding", () => {
  test("puts documents beside what build made, which stays as it is", async () => {
    const out = await makeOut();
    await writeDocuments(
      out,
      "one",
      makeDocuments({ "a.txt": "a", "episode.json": listing("a.txt", "episode.json") }),
    );
    const before = await lstat(join(out, "one/a.txt"));
    const bytes = Uint8Array.of(0, 255, 10);
    const written = await addDocuments(out, "one", [{ name: "script.pdf", content: bytes }]);
    expect(written).toMatchObject({ documents: ["script.pdf"], changed: true, removed: [] });
    expect((await readdir(join(out, "one"))).sort()).toEqual(["a.txt", "episode.json", "script.pdf"]);
    expect(new Uint8Array(await readFile(join(out, "one/script.pdf")))).toEqual(bytes);
    expect((await lstat(join(out, "one/a.txt"))).mtimeMs).toBe(before.mtimeMs);
  });

  test("stays when the episode is built again, and touches nothing when it is added again", async () => {
    const out = await makeOut();
    const made = makeDocuments({ "a.txt": "a", "episode.json": listing("a.txt", "episode.json") });
    await addDocuments(out, "one", makeDocuments({ "script.txt": "s" }));
    await writeDocuments(out, "one", made);
    const again = await addDocuments(out, "one", makeDocuments({ "script.txt": "s" }));
    expect(again.changed).toBe(false);
    expect((await readdir(join(out, "one"))).sort()).toEqual(["a.txt", "episode.json", "script.txt"]);
  });
});

describe("writing", () => {
  test("makes out, the episode's folder and each document in UTF-8", async () => {
    const out = await makeOut();
    const written = await writeDocuments(out, "one", makeDocuments({ "a.txt": "Ŷ £1m\n", "b.json": "{}" }));
    expect(written).toEqual({
      folder: join(out, "one"),
      documents: ["a.txt", "b.json"],
      changed: true,
      removed: [],
    });
    expect(await readTree(out)).toEqual({ one: null, "one/a.txt": "Ŷ £1m\n", "one/b.json": "{}" });
  });

  test("touches nothing where every document has these bytes already", async () => {
    const out = await makeOut();
    const documents = makeDocuments({ "a.txt": "same", "episode.json": listing("a.txt", "episode.json") });
    await writeDocuments(out, "one", documents);
    await fillFolder(join(out, "one"), { "mine.txt": "mine" });
    const past = new Date("2020-02-02T02:02:02Z");
    for (const name of ["one/a.txt", "one/episode.json", "one", "."])
      await utimes(join(out, name), past, past);
    const inode = (await stat(join(out, "one"))).ino;

    const disk = makeFaultyDisk(() => "done");
    const written = await writeDocuments(out, "one", documents, disk.fs);

    expect(written.changed).toBe(false);
    expect((await stat(join(out, "one"))).ino).toBe(inode);
    for (const name of ["one/a.txt", "one/episode.json", "one", "."]) {
      expect((await stat(join(out, name))).mtime).toEqual(past);
    }
    const looks = ["lstat", "stat", "access", "readdir", "readFile"];
    // mkdir of a folder that is there does nothing.
    expect(disk.calls.filter((name) => !looks.includes(name))).toEqual(["mkdir"]);
  });

  test("makes no folder where there is nothing to write", async () => {
    const out = await makeOut();
    expect((await writeDocuments(out, "one", [])).changed).toBe(false);
    expect(await readdir(join(out, ".."))).toEqual([]);
  });

  test("removes what build made before and no longer makes, and says so", async () => {
    const out = await makeOut();
    await writeDocuments(
      out,
      "one",
      makeDocuments({
        "a.txt": "a",
        "b.txt": "b",
        "episode.json": listing("a.txt", "b.txt", "episode.json"),
      }),
    );
    const after = makeDocuments({ "a.txt": "a", "episode.json": listing("a.txt", "episode.json") });
    expect(await writeDocuments(out, "one", after)).toMatchObject({ changed: true, removed: ["b.txt"] });
    expect(Object.keys(await readTree(join(out, "one")))).toEqual(["a.txt", "episode.json"]);
    expect(await writeDocuments(out, "one", after)).toMatchObject({ changed: false, removed: [] });
  });

  test("leaves foreign files, folders and links as they are, with their times and modes", async () => {
    const out = await makeOut();
    const folder = join(out, "one");
    await fillFolder(folder, {
      "a.txt": "old",
      "recording.wav": "sound",
      ".hidden": "dot",
      "takes/two/b.txt": "kept, though a document is called so",
    });
    await mkdir(join(folder, "empty"));
    await symlink("/nowhere/at/all", join(folder, "broken"));
    await symlink("takes", join(folder, "inside"));
    spawnSync("mkfifo", [join(folder, "pipe")]);
    const past = new Date("2021-03-04T05:06:07Z");
    await chmod(join(folder, "takes/two"), 0o750);
    await chmod(join(folder, "recording.wav"), 0o640);
    await utimes(join(folder, "recording.wav"), past, past);
    await utimes(join(folder, "takes/two"), past, past);
    const inode = (await stat(join(folder, "recording.wav"))).ino;
    const before = await readTree(folder);

    await writeDocuments(out, "one", makeDocuments({ "a.txt": "new", "b.txt": "b" }));

    expect(await readTree(folder)).toEqual({ ...before, "a.txt": "new", "b.txt": "b" });
    const recording = await stat(join(folder, "recording.wav"));
    expect([recording.ino, recording.mtime, recording.mode & 0o777, recording.nlink]).toEqual([
      inode,
      past,
      0o640,
      1,
    ]);
    const takes = await stat(join(folder, "takes/two"));
    expect([takes.mtime, takes.mode & 0o777]).toEqual([past, 0o750]);
    expect(await readdir(out)).toEqual(["one"]);
  });

  test("copies foreign files, times and all, where the disk has no hard links", async () => {
    const out = await makeOut();
    await fillFolder(join(out, "one"), { "a.txt": "old", "takes/recording.wav": "sound" });
    const past = new Date("2021-03-04T05:06:07Z");
    await utimes(join(out, "one/takes/recording.wav"), past, past);
    const disk = makeFaultyDisk((_, name) => (name === "link" ? { fails: "ENOTSUP" } : "done"));
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "new" }), disk.fs);
    expect(disk.calls).toContain("copyFile");
    expect(await readTree(join(out, "one"))).toEqual({
      "a.txt": "new",
      takes: null,
      "takes/recording.wav": "sound",
    });
    expect((await stat(join(out, "one/takes/recording.wav"))).mtime).toEqual(past);
  });

  test("keeps a foreign file whose name is not UTF-8", async () => {
    const out = await makeOut();
    const name = Buffer.from([0x63, 0x61, 0x66, 0xe9]);
    const path = Buffer.concat([Buffer.from(`${out}/one/`), name]);
    await fillFolder(join(out, "one"), { "a.txt": "old" });
    const isTaken = await writeFile(path, "Latin-1").then(
      () => true,
      () => false,
    );
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "new" }));
    // Some systems refuse such a name to begin with.
    if (isTaken) expect(await readFile(path, "utf8")).toBe("Latin-1");
    expect(await readFile(join(out, "one/a.txt"), "utf8")).toBe("new");
  });

  test("keeps the folder's mode", async () => {
    const out = await makeOut();
    await fillFolder(join(out, "one"), { "a.txt": "old" });
    await chmod(join(out, "one"), 0o2770);
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "new" }));
    expect((await stat(join(out, "one"))).mode & 0o7777).toBe(0o2770);
  });

  test("replaces a link in a document's place and leaves what it leads to", async () => {
    const out = await makeOut();
    await fillFolder(join(out, ".."), { "elsewhere.txt": "old", "out/one/x": "" });
    await symlink("../../elsewhere.txt", join(out, "one/a.txt"));
    expect((await writeDocuments(out, "one", makeDocuments({ "a.txt": "old" }))).changed).toBe(true);
    expect((await lstat(join(out, "one/a.txt"))).isFile()).toBe(true);
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "new" }));
    expect(await readFile(join(out, "../elsewhere.txt"), "utf8")).toBe("old");
  });

  test("does not write through a hard link of an old document", async () => {
    const out = await makeOut();
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "old" }));
    await link(join(out, "one/a.txt"), join(out, "../kept.txt"));
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "new" }));
    expect(await readFile(join(out, "../kept.txt"), "utf8")).toBe("old");
  });

  test.each([
    ["broken JSON", "{"],
    ["no list", '{"documents": "mine.txt"}'],
    ["null", "null"],
    [
      "names that are paths",
      listing("../two/kept.txt", "takes/b.txt", "/etc/passwd", "..", ".", "", "takes\\b.txt"),
    ],
    ["names of what is no file", listing("takes", "link")],
    ["values that are no names", '{"documents": [1, null, {"toString": "x"}, ["mine.txt"]]}'],
    ["brackets 100,000 deep", "[".repeat(100_000)],
  ])("removes nothing when the old list has %s", async (_, text) => {
    const out = await makeOut();
    await fillFolder(out, { "one/mine.txt": "m", "one/takes/b.txt": "b", "two/kept.txt": "k" });
    await fillFolder(out, { "one/episode.json": text });
    await symlink("mine.txt", join(out, "one/link"));
    const written = await writeDocuments(out, "one", makeDocuments({ "a.txt": "a", "episode.json": "{}" }));
    expect(written.removed).toEqual([]);
    expect(Object.keys(await readTree(out))).toEqual(
      expect.arrayContaining(["one/link", "one/mine.txt", "one/takes/b.txt", "two/kept.txt"]),
    );
  });

  test("does not open a named pipe called episode.json", async () => {
    const out = await makeOut();
    await mkdir(join(out, "one"), { recursive: true });
    spawnSync("mkfifo", [join(out, "one/episode.json"), join(out, "one/a.txt")]);
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "a", "episode.json": "{}" }));
    expect(await readTree(join(out, "one"))).toEqual({ "a.txt": "a", "episode.json": "{}" });
  });

  test("keeps a file that appears, or changes, while the documents are written", async () => {
    const out = await makeOut();
    await fillFolder(join(out, "one"), { "a.txt": "old", "takes/mine.txt": "1" });
    const moments = new Set<string>(["rename", "chmod"]);
    const disk = makeFaultyDisk((call, name) => {
      if (moments.delete(name)) {
        spawnSync(
          "sh",
          ["-c", `echo ${call} > late-${name}; echo 2 > takes/mine.new; mv takes/mine.new takes/mine.txt`],
          {
            cwd: join(out, "one"),
          },
        );
      }
      return "done";
    });
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "new" }), disk.fs);
    expect(Object.keys(await readTree(join(out, "one")))).toEqual([
      "a.txt",
      "late-chmod",
      "late-rename",
      "takes",
      "takes/mine.txt",
    ]);
    expect(await readFile(join(out, "one/takes/mine.txt"), "utf8")).toBe("2\n");
    expect(await readdir(out)).toEqual(["one"]);
  });
});

describe("refusing", () => {
  test.each([
    ["out is a file", async (out: string) => writeFile(out, "mine")],
    ["out is a broken link", async (out: string) => symlink("nowhere", out)],
    ["the episode's folder is a file", async (out: string) => fillFolder(out, { one: "mine" })],
    [
      "the episode's folder is a link",
      async (out: string) => {
        await fillFolder(join(out, ".."), { "other/a.txt": "mine" });
        await mkdir(out);
        await symlink("../other", join(out, "one"));
      },
    ],
    ["a document's name is a folder's", async (out: string) => fillFolder(out, { "one/a.txt/mine": "mine" })],
  ])("refuses, and changes nothing, when %s", async (_, prepare) => {
    const out = await makeOut();
    await prepare(out);
    const before = await readTree(join(out, ".."));
    await expect(writeDocuments(out, "one", makeDocuments({ "a.txt": "a" }))).rejects.toBeInstanceOf(
      UserError,
    );
    expect(await readTree(join(out, ".."))).toEqual(before);
  });

  test("writes where out is a link to a folder", async () => {
    const out = await makeOut();
    await mkdir(join(out, "../disk"));
    await symlink("disk", out);
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "a" }));
    expect(await readTree(join(out, "../disk"))).toEqual({ one: null, "one/a.txt": "a" });
  });

  test.each(["../a.txt", "a/b.txt", "..", "", ".a", "a\\b", "a\0"])(
    "takes %j for a fault of the program",
    async (name) => {
      await expect(writeDocuments(await makeOut(), "one", makeDocuments({ [name]: "" }))).rejects.toThrow(
        /plain/,
      );
    },
  );

  test("takes two documents of one name, or a folder that is no slug, for a fault of the program", async () => {
    const out = await makeOut();
    await expect(writeDocuments(out, "one", makeDocuments({ "a.txt": "", "A.txt": "" }))).rejects.toThrow(
      /one name/,
    );
    await expect(writeDocuments(out, "../one", [])).rejects.toThrow(/slug/);
  });
});

describe("recovering", () => {
  test("does nothing, with one call, where nothing is left over", async () => {
    const out = await makeOut();
    const none = makeFaultyDisk(() => "done");
    await recoverOutput(out, none.fs);
    expect(none.calls).toEqual(["readdir"]);
    await fillFolder(out, { "one/a.txt": "a", ".DS_Store": "", ".one.old-notes": "mine" });
    const before = await readTree(out);
    await recoverOutput(out);
    expect(await readTree(out)).toEqual(before);
  });

  test("puts the newest old folder back where its place is empty, and removes the rest", async () => {
    const out = await makeOut();
    await fillFolder(out, {
      [`.one.old-${DEAD_PID}-0001/a.txt`]: "older",
      [`.one.old-${DEAD_PID}-0002/a.txt`]: "newest",
      [`.one.next-${DEAD_PID}-0003/a.txt`]: "torn",
      [`.one.gone-${DEAD_PID}-0004/a.txt`]: "half gone",
      [`.two.old-${DEAD_PID}-0005/a.txt`]: "superseded",
      "two/a.txt": "new",
    });
    await recoverOutput(out);
    expect(await readTree(out)).toEqual({ one: null, "one/a.txt": "newest", two: null, "two/a.txt": "new" });
  });

  test("never puts back what is not whole", async () => {
    const out = await makeOut();
    await fillFolder(out, {
      [`.one.next-${DEAD_PID}-0003/a.txt`]: "torn",
      [`.one.gone-${DEAD_PID}-0004/a.txt`]: "half gone",
    });
    await recoverOutput(out);
    expect(await readdir(out)).toEqual([]);
  });

  test("leaves a living process's folders alone, and files and links of such names", async () => {
    const out = await makeOut();
    await fillFolder(out, {
      [`.one.old-${LIVE_PID}-0001/a.txt`]: "old",
      [`.one.next-${LIVE_PID}-0002/a.txt`]: "next",
      [`.two.next-${DEAD_PID}-0003`]: "a file",
      "elsewhere/a.txt": "a",
    });
    await symlink("elsewhere", join(out, `.two.old-${DEAD_PID}-0004`));
    const before = await readTree(out);
    await recoverOutput(out);
    expect(await readTree(out)).toEqual(before);
  });

  test("clears up after an earlier run that had the same process number", async () => {
    const out = await makeOut();
    await fillFolder(out, { [`.one.old-${process.pid}-0001/a.txt`]: "old" });
    await recoverOutput(out);
    expect(await readTree(out)).toEqual({ one: null, "one/a.txt": "old" });
  });

  test("a build puts back what a living process holds too long, so that nothing of it is lost", async () => {
    const out = await makeOut();
    await fillFolder(out, { [`.one.old-${LIVE_PID}-0001/mine.txt`]: "mine" });
    await writeDocuments(out, "one", makeDocuments({ "a.txt": "a" }));
    expect(await readTree(out)).toEqual({ one: null, "one/a.txt": "a", "one/mine.txt": "mine" });
  });

  test("removes leftovers whose folders may not be written", async () => {
    const out = await makeOut();
    await fillFolder(out, { [`.one.old-${DEAD_PID}-0001/closed/a.txt`]: "a", "one/a.txt": "a" });
    await chmod(join(out, `.one.old-${DEAD_PID}-0001/closed`), 0o555);
    await recoverOutput(out);
    expect(await readdir(out)).toEqual(["one"]);
  });
});

describe("messages", () => {
  test.each([
    ["ENOSPC", "no space is left on the disk"],
    ["EACCES", "permission was denied"],
    ["EROFS", "the disk is read-only"],
    ["EIO", "the disk reported a fault"],
    ["EWEIRD", "the system reported EWEIRD"],
  ])("%s is told in plain words, with what became of the old documents", async (code, words) => {
    const out = await makeOut();
    const disk = makeFaultyDisk((_, name) => (name === "writeFile" ? { fails: code } : "done"));
    const failure = writeDocuments(out, "one", makeDocuments({ "a.txt": "a" }), disk.fs);
    await expect(failure).rejects.toBeInstanceOf(UserError);
    await expect(failure).rejects.toThrow(`${words}`);
    await expect(failure).rejects.toThrow("What was there before is whole.");
    await rm(out, { recursive: true, force: true });
  });

  test("says where the old documents are when they cannot be put back either", async () => {
    const out = await makeOut();
    await fillFolder(out, { "one/a.txt": "old" });
    let renames = 0;
    const disk = makeFaultyDisk((_, name) => {
      if (name === "rename") renames += 1;
      // The second rename and the one that gives back; what clears up after them is not kept from working.
      return name === "rename" && (renames === 2 || renames === 3) ? { fails: "EIO" } : "done";
    });
    const failure = writeDocuments(out, "one", makeDocuments({ "a.txt": "new" }), disk.fs);
    await expect(failure).rejects.toThrow(
      /What was there before is whole in .*\.one\.old-.*; the next build puts it back/,
    );
    await recoverOutput(out);
    expect(await readTree(out)).toEqual({ one: null, "one/a.txt": "old" });
  });
});
