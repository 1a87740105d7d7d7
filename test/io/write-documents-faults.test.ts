// Documents -> out/<slug>/ with something breaking at every moment in turn: the old set or the new one is
// there whole, and what build never made is there, whatever happens.

import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { recoverOutput, writeDocuments } from "../../src/io/write-documents.ts";
import { UserError } from "../../src/problem.ts";
import { bundleProgram, startProgram } from "./child-program.ts";
import { FOREIGN, makeSet, nameWholeSet } from "./documents-of-a-set.ts";
import { type Fate, type FaultyDisk, makeFaultyDisk } from "./faulty-disk.ts";
import { fillFolder, makeTemporaryFolder, readTree } from "./temporary-folder.ts";

// Much of this waits for the disk, and a machine may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });

const KILLS = 40;
const AT_ONCE = 8;
const LONGEST_LIFE_MS = 25;

async function makeEpisode(letter: string): Promise<string> {
  const out = join(await makeTemporaryFolder(), "out");
  const set = makeSet(letter, 1).map(({ name, content }) => [name, content]);
  await fillFolder(join(out, "one"), { ...FOREIGN, ...Object.fromEntries(set) });
  return out;
}

async function readWholeSet(out: string): Promise<string> {
  const tree = await readTree(join(out, "one"));
  for (const [path, content] of Object.entries(FOREIGN)) expect(tree[path], path).toBe(content);
  return nameWholeSet(tree);
}

/** Does something for every number below a limit, several at a time, since most of it is waiting for the disk. */
async function forEachBelow(limit: number, act: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  async function work(): Promise<void> {
    while (next < limit) {
      const number = next;
      next += 1;
      await act(number);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function writeB(out: string, disk: FaultyDisk): Promise<unknown> {
  return writeDocuments(out, "one", makeSet("B", 2), disk.fs).catch((error: unknown) => error);
}

/** Writes set B over set A once for each call that such a write makes, with that call's fate decided. */
async function tryEveryCall(
  decide: (call: number, at: number, out: string) => Fate | Promise<Fate>,
  check: (out: string, outcome: unknown) => Promise<void>,
): Promise<void> {
  const whole = makeFaultyDisk(() => "done");
  expect(await writeB(await makeEpisode("A"), whole)).toMatchObject({ changed: true });
  expect(whole.calls.length).toBeGreaterThan(40);
  await forEachBelow(whole.calls.length, async (at) => {
    const out = await makeEpisode("A");
    const disk = makeFaultyDisk((call) => decide(call, at, out));
    const outcome = await Promise.race([writeB(out, disk), disk.hasStopped]);
    await disk.closeFiles();
    await check(out, outcome);
  });
}

describe("a call of the file system that fails", () => {
  test("once leaves the old set or the new one and nothing else", async () => {
    const codes = ["ENOSPC", "EIO", "EACCES", "EROFS"];
    const seen = new Set<string>();
    await tryEveryCall(
      (call, at) => (call === at ? { fails: codes[at % codes.length] ?? "" } : "done"),
      async (out, outcome) => {
        const set = await readWholeSet(out);
        seen.add(set);
        expect(await readdir(out)).toEqual(["one"]);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
        expect(set).toBe(outcome instanceof Error ? "A1" : "B2");
      },
    );
    expect([...seen].sort()).toEqual(["A1", "B2"]);
  });

  test("once, with nothing there before, leaves the new set or no folder at all", async () => {
    for (let at = 0; ; at += 1) {
      const show = await makeTemporaryFolder();
      const disk = makeFaultyDisk((call) => (call === at ? { fails: "ENOSPC" } : "done"));
      const outcome = await writeDocuments(join(show, "out"), "one", makeSet("B", 2), disk.fs).catch(
        (error: unknown) => error,
      );
      if (disk.calls.length <= at) break;
      if (outcome instanceof UserError) expect(await readdir(show)).toEqual([]);
      else expect(nameWholeSet(await readTree(join(show, "out/one")))).toBe("B2");
    }
  });

  test("and all after it, as on a disk that is full for good, leaves a whole set at the next start", async () => {
    await tryEveryCall(
      (call, at) => (call >= at ? { fails: "ENOSPC" } : "done"),
      async (out, outcome) => {
        await recoverOutput(out);
        expect(await readWholeSet(out)).toBe(outcome instanceof Error ? "A1" : "B2");
        expect(await readdir(out)).toEqual(["one"]);
      },
    );
  });

  test("though it was done, leaves a whole set at the next start", async () => {
    await tryEveryCall(
      (call, at) => (call === at ? { failsAfter: "EIO" } : "done"),
      async (out) => {
        await recoverOutput(out);
        expect(["A1", "B2"]).toContain(await readWholeSet(out));
        expect(await readdir(out)).toEqual(["one"]);
      },
    );
  });

  test("while clearing up after a killed build leaves the old set to be put back", async () => {
    for (let at = 0; ; at += 1) {
      const out = await makeEpisode("A");
      await fillFolder(out, { ".one.next-999999999-0001/x": "torn", ".one.gone-999999999-0002/x": "half" });
      await rename(join(out, "one"), join(out, ".one.old-999999999-0003"));
      const disk = makeFaultyDisk((call) => (call === at ? { fails: "EIO" } : "done"));
      await recoverOutput(out, disk.fs).catch((error: unknown) => expect(error).toBeInstanceOf(UserError));
      await recoverOutput(out);
      expect(await readWholeSet(out)).toBe("A1");
      expect(await readdir(out)).toEqual(["one"]);
      if (disk.calls.length <= at) break;
    }
  });
});

describe("a build that stops dead", () => {
  test("at any call leaves a whole set at the next start, even one of the same process number", async () => {
    // A fresh copy of the module knows nothing of the build, as after a kill.
    vi.resetModules();
    const next = await import("../../src/io/write-documents.ts");
    await tryEveryCall(
      (call, at) => (call >= at ? "never returns" : "done"),
      async (out) => {
        await next.recoverOutput(out);
        expect(["A1", "B2"]).toContain(await readWholeSet(out));
        expect(await readdir(out)).toEqual(["one"]);
      },
    );
  });

  test(`killed at ${KILLS} random moments leaves exactly one whole set after the next start`, async () => {
    const program = await bundleProgram(
      await makeTemporaryFolder(),
      `import { writeDocuments } from "../../src/io/write-documents.ts";
       import { makeSet } from "./documents-of-a-set.ts";
       const out = process.argv[2] ?? "";
       for (let number = 1; ; number += 1) {
         await writeDocuments(out, "one", makeSet(number % 2 === 0 ? "A" : "B", number, 40_000));
         if (number === 1) console.log("begun");
       }`,
    );
    async function killRepeatedly(times: number): Promise<void> {
      const out = join(await makeTemporaryFolder(), "out");
      await fillFolder(join(out, "one"), FOREIGN);
      for (let kill = 0; kill < times; kill += 1) {
        const running = startProgram(program, [out]);
        await running.hasBegun;
        const timer = setTimeout(() => running.child.kill("SIGKILL"), Math.random() * LONGEST_LIFE_MS);
        const { signal, errors } = await running.hasEnded;
        clearTimeout(timer);
        expect({ signal, errors }).toEqual({ signal: "SIGKILL", errors: "" });
        await recoverOutput(out);
        const tree = await readTree(join(out, "one"));
        expect(tree).toMatchObject(FOREIGN);
        expect(nameWholeSet(tree, 40_000)).toMatch(/^[AB]\d+$/);
        expect(await readdir(out)).toEqual(["one"]);
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, () => killRepeatedly(Math.ceil(KILLS / AT_ONCE))));
  });
});

describe("several builds at once", () => {
  test("four processes all succeed and leave one whole set", async () => {
    const program = await bundleProgram(
      await makeTemporaryFolder(),
      `import { recoverOutput, writeDocuments } from "../../src/io/write-documents.ts";
       import { makeSet } from "./documents-of-a-set.ts";
       const [, , out = "", letter = ""] = process.argv;
       console.log("ready");
       process.stdin.once("data", async () => {
         for (let number = 1; number <= 8; number += 1) {
           await recoverOutput(out);
           await writeDocuments(out, "one", makeSet(letter, number));
         }
         process.exit(0);
       });`,
    );
    const out = await makeEpisode("A");
    const running = ["A", "B", "C", "D"].map((letter) => startProgram(program, [out, letter]));
    await Promise.all(running.map(({ hasBegun }) => hasBegun));
    for (const { child } of running) child.stdin?.write("go\n");
    for (const { hasEnded } of running) {
      expect(await hasEnded).toEqual({ status: 0, signal: null, errors: "" });
    }
    expect(await readWholeSet(out)).toMatch(/^[ABCD]8$/);
    expect(await readdir(out)).toEqual(["one"]);
  });

  test("a build that finds the place empty for a moment does not take itself for the first", async () => {
    const out = await makeEpisode("A");
    const [first, second] = ["0001", "0002"].map((id) => join(out, `.one.old-${process.ppid}-${id}`));
    await rename(join(out, "one"), `${first}`);
    let step = "taken";
    const disk = makeFaultyDisk(async (_, name): Promise<Fate> => {
      // Another build puts its folder in place just after out was listed, and a third takes it at once.
      if (step === "taken" && name === "readdir") step = "listed";
      else if (step === "listed" && name === "lstat") {
        await rename(`${first}`, join(out, "one"));
        step = "put";
      } else if (step === "put" && name === "rename") {
        await rename(join(out, "one"), `${second}`);
        step = "taken again";
      }
      return "done";
    });
    await writeDocuments(out, "one", makeSet("B", 2), disk.fs);
    expect(step).toBe("taken again");
    expect(await readWholeSet(out)).toBe("B2");
  });

  test("three processes that write on and are killed leave one whole set and lose nothing of others", async () => {
    const program = await bundleProgram(
      await makeTemporaryFolder(),
      `import { recoverOutput, writeDocuments } from "../../src/io/write-documents.ts";
       import { makeSet } from "./documents-of-a-set.ts";
       const [, , out = "", letter = ""] = process.argv;
       for (let number = 1; ; number += 1) {
         await recoverOutput(out);
         await writeDocuments(out, "one", makeSet(letter, number));
         if (number === 1) console.log("begun");
       }`,
    );
    const out = await makeEpisode("A");
    for (let round = 0; round < 4; round += 1) {
      const running = ["A", "B", "C"].map((letter) => startProgram(program, [out, letter]));
      await Promise.all(running.map(({ hasBegun }) => hasBegun));
      for (const { child } of running)
        setTimeout(() => child.kill("SIGKILL"), Math.random() * LONGEST_LIFE_MS);
      for (const { hasEnded } of running) {
        expect(await hasEnded).toMatchObject({ signal: "SIGKILL", errors: "" });
      }
      await recoverOutput(out);
      expect(await readWholeSet(out)).toMatch(/^[ABC]\d+$/);
      expect(await readdir(out)).toEqual(["one"]);
    }
  });

  test("two writes in one process both succeed and leave one whole set", async () => {
    const out = await makeEpisode("A");
    await Promise.all(["B", "C", "D"].map((letter) => writeDocuments(out, "one", makeSet(letter, 2))));
    expect(await readWholeSet(out)).toMatch(/^[BCD]2$/);
    expect(await readdir(out)).toEqual(["one"]);
  });

  test("one whose leftovers a start elsewhere takes for dead still ends with a whole set", async () => {
    // As between two containers that share a folder and cannot see each other's processes.
    vi.resetModules();
    const elsewhere = await import("../../src/io/write-documents.ts");
    await tryEveryCall(
      async (call, at, out): Promise<Fate> => {
        if (call === at) await elsewhere.recoverOutput(out);
        return "done";
      },
      async (out, outcome) => {
        expect(outcome).not.toBeInstanceOf(Error);
        expect(await readWholeSet(out)).toBe("B2");
        expect(await readdir(out)).toEqual(["one"]);
      },
    );
  });
});
