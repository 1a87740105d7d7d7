// The same input on another machine, in another zone and another language, without a network, and with no reader.

import { spawn } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder, makeShow, readTree } from "../support/make-show.ts";
import { program, projectRoot, runProgram } from "../support/run-program.ts";

/** The sample show in a folder of its own. */
function copySample(): string {
  const show = makeFolder();
  for (const part of ["roundup.yaml", "names.yaml", "episodes", "templates"]) {
    cpSync(join(projectRoot, part), join(show, part), { recursive: true });
  }
  return show;
}

test("documents and messages are the same bytes in every time zone and locale, wherever the show lies", async () => {
  const machines: Record<string, string>[] = [
    { TZ: "UTC", LANG: "en_GB.UTF-8" },
    { TZ: "Pacific/Auckland", LANG: "C", LC_ALL: "C" },
    { TZ: "America/Los_Angeles", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" },
  ];
  const built = [];
  for (const env of machines) {
    const show = copySample();
    const run = await runProgram(["build", "--all", "--json"], { cwd: show, env });
    expect(run.status).toBe(0);
    const exported = await runProgram(["export", "2", "--format", "all"], { cwd: show, env });
    expect(exported.status).toBe(0);
    built.push({ run, exported, files: readTree(join(show, "out"), "latin1") });
  }
  expect(Object.keys(built[0]?.files ?? {}).length).toBeGreaterThan(20);
  for (const other of built.slice(1)) expect(other).toEqual(built[0]);
});

describe("without a network", () => {
  // Whoever connects, listens or looks up a name ends with a status of its own.
  const trap = join(makeFolder(), "trap.mjs");
  writeFileSync(
    trap,
    `import dns from "node:dns"; import net from "node:net"; import dgram from "node:dgram";
import http from "node:http"; import https from "node:https"; import { syncBuiltinESMExports } from "node:module";
const caught = () => { process.stderr.write("the network was used\\n"); process.exit(99); };
for (const [owner, names] of [
  [dns, ["lookup", "resolve", "resolve4", "resolve6"]], [dns.promises, ["lookup", "resolve"]],
  [net, ["connect", "createConnection"]], [net.Socket.prototype, ["connect"]], [net.Server.prototype, ["listen"]],
  [dgram, ["createSocket"]], [http, ["request", "get"]], [https, ["request", "get"]],
]) for (const name of names) owner[name] = caught;
globalThis.fetch = caught;
syncBuiltinESMExports();
`,
  );
  const env = { NODE_OPTIONS: `--import=${trap}` };

  test("the trap catches what it is meant to catch", async () => {
    for (const code of ["fetch('http://127.0.0.1:9')", "require('node:net').connect(9)"]) {
      const child = spawn(process.execPath, ["-e", code], { env: { ...env }, stdio: "ignore" });
      expect(await new Promise((settle) => child.on("close", settle))).toBe(99);
    }
  });

  test.each([
    ["build", ["build", "--all"]],
    ["rundown", ["rundown"]],
    ["export", ["export", "--format", "all"]],
    ["fit", ["fit", "9:00"]],
    ["rate", ["rate", "--time", "0:30"]],
    ["new episode", ["new", "episode", "Frost again", "--date", "2026-12-01"]],
    ["new story", ["new", "story", "Ice", "--url", "https://example.org/ice"]],
    ["rename", ["rename", "ice", "frozen-pond"]],
    ["init", ["init", "another"]],
  ])("%s does all its work", async (_, words) => {
    const run = await runProgram(words, { cwd: makeShow(), env });
    expect(run.stderr).not.toContain("network");
    expect(run.status).toBe(0);
  });
});

describe("a reader that goes away", () => {
  /** Runs roundup with one of its streams closed by its reader before anything is written. */
  function runUnread(words: readonly string[], cwd: string, unread: "stdout" | "stderr") {
    const child = spawn(process.execPath, [program, ...words], { cwd, env: { PATH: process.env.PATH } });
    child.stdin.end();
    let text = "";
    const other = unread === "stdout" ? child.stderr : child.stdout;
    child[unread].destroy();
    other.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    return new Promise<{ status: number | null; text: string }>((settle) => {
      child.on("close", (status) => settle({ status, text }));
    });
  }

  test.each([
    [["schema"]],
    [["--help"]],
    [["--version"]],
    [["completion", "bash"]],
    [["rundown", "winter"]],
    [["export", "-o", "-"]],
  ])("of what %s prints is no crash", async (words) => {
    expect(await runUnread(words, makeShow(), "stdout")).toEqual({ status: 0, text: "" });
  });

  test("of the talk does not keep the documents from being written", async () => {
    const show = makeShow();
    const { status } = await runUnread(["build"], show, "stderr");
    expect(status).toBe(0);
    expect(Object.keys(readTree(join(show, "out/spring")))).toHaveLength(11);
  });

  test("of the JSON leaves the documents written and the talk whole", async () => {
    const show = makeShow();
    const { status, text } = await runUnread(["build", "--json"], show, "stdout");
    expect(status).toBe(0);
    expect(text).toMatch(/^Built Episode 2.*\n.*\nNext: /s);
    expect(text).not.toMatch(/EPIPE|at .*:\d/);
  });

  test("of a message about the command line leaves its status", async () => {
    expect(await runUnread(["bild"], makeFolder(), "stderr")).toEqual({ status: 2, text: "" });
  });
});
