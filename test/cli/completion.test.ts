// roundup completion: each shell that is here loads its script and completes commands, options and episodes.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { makeFolder, makeShow, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

type Shell = "bash" | "zsh" | "fish";
const scripts = makeFolder();

beforeAll(async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const run = await runProgram(["completion", shell], { cwd: scripts });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    writeFileSync(join(scripts, shell), run.stdout);
  }
});

/** How each shell is asked what it offers: code before and after the script, with the words as its arguments. */
const ASK: Readonly<Record<Shell, { flags: readonly string[]; before: string; after: string }>> = {
  // As readline does it: the function that is registered for the command, and the reply that it leaves.
  bash: {
    flags: ["--noprofile", "--norc"],
    before: "",
    after: `set -- roundup "$@"; offer=$(complete -p roundup | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); $offer; [ -z "$COMPREPLY" ] || printf '%s\\n' "\${COMPREPLY[@]}"`,
  },
  // Its line editor needs a terminal: what the function hands to it is printed instead.
  zsh: {
    flags: ["-f"],
    before: `compdef() { : }; _files() { : }; _describe() { print -rl -- "\${(P@)2}" }`,
    after: `words=(roundup "$@"); CURRENT=$#words; _roundup; true`,
  },
  fish: { flags: ["--no-config"], before: "", after: 'complete -C "roundup $argv"' },
};

/** What a shell offers after these words, the last of which is being typed. */
function complete(shell: Shell, words: readonly string[], cwd: string): string[] {
  const { flags, before, after } = ASK[shell];
  const code = `${before}\nsource ${join(scripts, shell)}\n${after}`;
  const name = shell === "fish" ? "--" : shell;
  const run = spawnSync(shell, [...flags, "-c", code, name, ...words], { cwd, encoding: "utf8" });
  expect({ stderr: run.stderr, status: run.status }).toEqual({ stderr: "", status: 0 });
  const offered = run.stdout.split("\n").map((line) => line.replace(/[:\t].*/, ""));
  return offered.filter((word) => word !== "" && word.startsWith(words.at(-1) ?? "")).sort();
}

describe.each<Shell>(["bash", "zsh", "fish"])("the script for %s", (shell) => {
  const isHere = spawnSync(shell, ["-c", "true"]).status === 0;
  const why = isHere ? "" : ` (skipped: there is no ${shell} here)`;
  const show = makeShow({ "episodes/readme.txt": "No episode.\n", "episodes/winter/takes/1.txt": "" });

  test.skipIf(!isHere)(`is sound${why}`, () => {
    const run = spawnSync(shell, ["-n", join(scripts, shell)], { encoding: "utf8" });
    expect(run).toMatchObject({ status: 0, stderr: "" });
  });

  test.skipIf(!isHere).each<[string, string[], string[]]>([
    ["commands", ["b"], ["build"]],
    ["all commands that begin so", ["r"], ["rate", "rename", "rundown"]],
    ["the command below another", ["new", "s"], ["story"]],
    ["a command's own options", ["build", "--o"], ["--out"]],
    ["the options of a command of two words", ["new", "story", "--se"], ["--segment"]],
    ["the options that are everywhere", ["rundown", "--no"], ["--no-color"]],
    ["choices", ["schema", "n"], ["names", "narration"]],
    ["episodes", ["build", "s"], ["spring"]],
    ["episodes after an option with a value", ["build", "--out", "public", "w"], ["winter"]],
    ["episodes as the value of --episode", ["new", "story", "--episode", "w"], ["winter"]],
    ["commands for help", ["help", "co"], ["completion"]],
  ])(`completes %s${why}`, (_, words, expected) => {
    expect(complete(shell, words, show)).toEqual(expected);
  });

  test.skipIf(!isHere)(`finds the episodes from a folder of the show, and only folders${why}`, () => {
    const here = join(show, "episodes/winter/takes");
    expect(complete(shell, ["build", "w"], here)).toEqual(["winter"]);
    expect(complete(shell, ["rundown", "r"], here)).toEqual([]);
    expect(complete(shell, ["rename", "w"], here)).toEqual([]);
  });

  test.skipIf(!isHere)(`finds the episodes of the show that --show names${why}`, () => {
    expect(complete(shell, ["rundown", "w"], scripts)).toEqual([]);
    expect(complete(shell, ["rundown", "--show", show, "w"], scripts)).toEqual(["winter"]);
    expect(complete(shell, ["--show", show, "rundown", "w"], scripts)).toEqual(["winter"]);
  });

  test.skipIf(!isHere)(`never runs what the name of a folder says${why}`, () => {
    const trap = makeShow();
    for (const name of ["$(touch pwned)", "`touch pwned`", "a;touch pwned", "$x[$(touch pwned)]"]) {
      mkdirSync(join(trap, "episodes", name));
    }
    const before = readTree(trap);
    expect(complete(shell, ["build", "s"], trap)).toEqual(["spring"]);
    complete(shell, ["build", ""], trap);
    expect(readTree(trap)).toEqual(before);
  });
});
