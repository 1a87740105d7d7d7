// A build that is interrupted or ended: its status, and that an episode's documents are whole all the same.

import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { makeEpisode, makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";
import { startProgram, until } from "./start-program.ts";

/** A module that sends the program a signal in the middle of a call of node:fs/promises, the nth of its name. */
function interruptAt(call: string, nth: number, signal: string): Record<string, string> {
  const path = join(makeFolder(), "interrupt.mjs");
  writeFileSync(
    path,
    `import fs from "node:fs/promises"; import { syncBuiltinESMExports } from "node:module";
const call = fs.${call}; let count = 0;
fs.${call} = async (...words) => {
  count += 1;
  if (count === ${nth}) process.kill(process.pid, "${signal}");
  return call(...words);
};
syncBuiltinESMExports();
`,
  );
  return { NODE_OPTIONS: `--import=${path}` };
}

const CHANGED = {
  "episodes/spring/stories/bins.md": makeStory("New bins", "local", 1, "Green bins came instead."),
};

describe("a signal in the middle of writing", () => {
  let before = "";
  let after = "";
  beforeAll(async () => {
    before = makeShow();
    after = makeShow(CHANGED);
    for (const show of [before, after]) await runProgram(["build"], { cwd: show });
  });

  test.each([
    ["SIGINT", 130, "open", 8],
    ["SIGINT", 130, "rename", 1],
    ["SIGINT", 130, "rename", 2],
    ["SIGTERM", 143, "rename", 2],
  ] as const)("%s ends the build with %i and leaves one whole set of documents, at %s %i", async (...at) => {
    const [signal, status, call, nth] = at;
    const show = makeFolder();
    cpSync(before, show, { recursive: true });
    makeShow(CHANGED, show);
    const run = await runProgram(["build"], { cwd: show, env: interruptAt(call, nth, signal) });
    expect(run.status).toBe(status);
    expect(run.stderr).not.toMatch(/fault of the program/);
    // A folder with a dot would be of the build that was ended.
    expect(readdirSync(join(show, "out"))).toEqual(["spring"]);
    const whole = [before, after].map((one) => readTree(join(one, "out")));
    expect(whole).toContainEqual(readTree(join(show, "out")));
  });

  test("leaves nothing, or the whole first set, where there was none before", async () => {
    const show = makeShow();
    const run = await runProgram(["build"], { cwd: show, env: interruptAt("open", 9, "SIGINT") });
    expect(run.status).toBe(130);
    const left = existsSync(join(show, "out")) ? readdirSync(join(show, "out")) : [];
    expect([[], ["spring"]]).toContainEqual(left);
    expect([0, 11]).toContain(Object.keys(readTree(join(show, "out"))).length);
  });

  test("makes a rename whole, or not at all", async () => {
    const show = makeShow({ "episodes/winter/captures/ice.md": "Ice.\n" });
    const before = readTree(show);
    const run = await runProgram(["rename", "ice", "frost"], {
      cwd: show,
      env: interruptAt("copyFile", 1, "SIGINT"),
    });
    expect(run.status).toBe(130);
    const names = Object.keys(readTree(show)).filter((path) => /ice|frost/.test(path));
    expect(names).toHaveLength(2);
    if (names.some((path) => path.includes("ice"))) expect(readTree(show)).toEqual(before);
  });
});

test("Ctrl-C in a long run ends it with 130, and each episode is written whole or not at all", async () => {
  const files: Record<string, string> = {};
  for (let number = 10; number < 60; number += 1) {
    files[`episodes/e${number}/episode.md`] = makeEpisode(number, "E", "2025-01-01");
    files[`episodes/e${number}/stories/one.md`] = makeStory("One", "local", 1, "Words.");
  }
  const show = makeShow(files);
  const running = startProgram(["build", "--all"], show);
  await until(
    "the first episode",
    () => existsSync(join(show, "out")) && readdirSync(join(show, "out")).length > 1,
  );
  running.child.kill("SIGINT");
  expect(await running.ended).toEqual({ status: 130, signal: null });
  const slugs = readdirSync(join(show, "out"));
  expect(slugs.length).toBeLessThan(52);
  for (const slug of slugs) {
    expect(slug).toMatch(/^[a-z]/);
    expect(readdirSync(join(show, "out", slug))).toHaveLength(11);
  }
});
