// What a command line may hold: help, version, and every way of getting it wrong.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder, makeShow, readTree } from "../support/make-show.ts";
import { program, projectRoot, runProgram } from "../support/run-program.ts";

const empty = makeFolder();
const commands = [
  "build",
  "rundown",
  "draft",
  "export",
  "rate",
  "fit",
  "sign-off",
  "init",
  "new",
  "new episode",
  "new story",
  "rename",
  "schema",
  "completion",
  "help",
];

test("the program's help lists every command, shows an example and exits 0", async () => {
  const { stdout, stderr, status } = await runProgram(["--help"], { cwd: empty });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  const listed = [...stdout.matchAll(/^ {2}([a-z][a-z-]*) .* {2}\w/gm)].map((match) => match[1]);
  expect(listed).toEqual(commands.filter((name) => !name.includes(" ")));
  expect(stdout).toMatch(/^Example:\n +roundup init \S/m);
});

test.each(commands)("roundup %s --help shows what it takes and an example, and exits 0", async (name) => {
  const words = name.split(" ");
  const { stdout, stderr, status } = await runProgram([...words, "--help"], { cwd: empty });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  expect(stdout).toMatch(new RegExp(`^Usage: roundup ${name} `));
  for (const option of ["--show <folder>", "--quiet", "--no-color", "--help"])
    expect(stdout).toContain(option);
  const example = new RegExp(`^Example:\n {2}(.*roundup ${name}\\b.*)$`, "m").exec(stdout)?.[1];
  expect(example).toBeDefined();
});

test("roundup help names a command of one word or of two", async () => {
  const asked = await runProgram(["help", "new", "story"], { cwd: empty });
  expect(asked).toEqual(await runProgram(["new", "story", "--help"], { cwd: empty }));
  expect(await runProgram(["help"], { cwd: empty })).toEqual(await runProgram(["--help"], { cwd: empty }));
  const wrong = await runProgram(["help", "bild"], { cwd: empty });
  expect(wrong).toMatchObject({ status: 2, stdout: "" });
  expect(wrong.stderr).toMatch(/^roundup: Unknown command 'bild'\.\nDid you mean build\?\n/);
});

test.each([["--version"], ["-V"], ["build", "--version"]])(
  "%s prints the package's version",
  async (...words) => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
    const run = await runProgram(words, { cwd: empty });
    expect(run).toEqual({ stdout: `${version}\n`, stderr: "", status: 0, signal: null });
  },
);

test("no command at all prints the help on standard error and exits 2", async () => {
  const bare = await runProgram([], { cwd: empty });
  const help = await runProgram(["--help"], { cwd: empty });
  expect(bare).toEqual({ stdout: "", stderr: help.stdout, status: 2, signal: null });
});

test.each<[string, string[], RegExp]>([
  ["an unknown command", ["bild"], /Unknown command 'bild'\.\nDid you mean build\?/],
  ["an unknown command below another", ["new", "stroy"], /Unknown command 'stroy'\.\nDid you mean story\?/],
  ["an unknown option", ["build", "--al"], /Unknown option '--al'\.\nDid you mean --all\?/],
  [
    "an option that takes the next for its value",
    ["build", "--out", "--json"],
    /'--json'.*not another option/,
  ],
  ["an option with nothing after its =", ["build", "--out="], /'--out <folder>'.*not nothing/],
  ["an option at the end without its value", ["build", "--show"], /'--show <folder>' argument missing/],
  ["too many arguments", ["rundown", "1", "2"], /Too many arguments.*Expected 1 argument but got 2/],
  ["a missing argument", ["rename", "ice"], /Missing required argument 'slug'/],
  ["a near choice", ["schema", "stroy"], /name 'stroy'\. Expected one of story, .*\nDid you mean story\?/],
  ["a bad choice", ["completion", "tcsh"], /shell 'tcsh'\. Expected one of bash, zsh, fish\./],
  ["episodes and --all at once", ["build", "--all", "1"], /Name episodes or give --all, not both/],
  ["a folder without a name", ["init", ""], /folder ''.*not nothing/],
  ["a bad date", ["new", "episode", "X", "--date", "2026-02-30"], /date "2026-02-30", expected YYYY-MM-DD/],
])("%s is refused with 2, on standard error alone, and nothing is written", async (_, words, said) => {
  const show = makeShow();
  const before = readTree(show);
  const run = await runProgram(words, { cwd: show });
  expect(run).toMatchObject({ stdout: "", status: 2 });
  expect(run.stderr).toMatch(/^roundup: [A-Z]/);
  expect(run.stderr).toMatch(said);
  expect(run.stderr).not.toMatch(/\.\.\n|\n {2,}at /);
  expect(readTree(show)).toEqual(before);
});

test("control characters of a command line do not reach the terminal", async () => {
  const run = await runProgram(["build", "\u001b[31mred"], { cwd: makeShow() });
  expect(run.stderr).toContain("\\u{001B}[31mred");
  expect(run.stderr).not.toContain("\u001b");
});

test("a fault of the program is said to be one, with its stack, and exits 1", async () => {
  const path = join(makeFolder(), "fault.mjs");
  writeFileSync(
    path,
    'import fs from "node:fs/promises"; import { syncBuiltinESMExports } from "node:module"; fs.lstat = () => { throw new TypeError("boom"); }; syncBuiltinESMExports();',
  );
  const show = makeShow();
  const run = await runProgram(["build"], { cwd: show, env: { NODE_OPTIONS: `--import=${path}` } });
  expect(run).toMatchObject({ stdout: "", status: 1 });
  expect(run.stderr).toMatch(
    /^roundup: a fault of the program, not of your files\. .*\nTypeError: boom\n {4}at /,
  );
  expect(readTree(join(show, "out"))).toEqual({});
});

test("a working directory that is gone is said in words", async () => {
  const parent = makeFolder();
  const command = `mkdir gone && cd gone && rmdir ../gone && exec '${process.execPath}' '${program}' build`;
  const run = spawnSync("sh", ["-c", command], { cwd: parent, encoding: "utf8" });
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/^roundup: The folder that you are in is no longer there\.$/m);
});
