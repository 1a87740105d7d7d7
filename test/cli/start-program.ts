// A program that goes on running -> what it has said so far, and a wait for what it says or does next.

import { type ChildProcess, spawn } from "node:child_process";
import { program } from "../support/run-program.ts";

/** How long anything is waited for before the test fails, in milliseconds. */
const PATIENCE = 15_000;

type Environment = Readonly<Record<string, string>>;

export interface Running {
  readonly child: ChildProcess;
  /** All that came on standard output and standard error, in the order in which it came. */
  readonly said: () => string;
  /** Waits until what it says, from this index of `said` on, matches. */
  readonly waitFor: (pattern: RegExp, from?: number) => Promise<void>;
  readonly ended: Promise<{ readonly status: number | null; readonly signal: string | null }>;
}

/** Starts `roundup` with these words. */
export function startProgram(words: readonly string[], cwd: string, env: Environment = {}): Running {
  return watchChild(
    spawn(process.execPath, [program, ...words], { cwd, env: { ...plainEnvironment(), ...env } }),
  );
}

/** Starts `roundup` on a terminal of its own, made by `script` of bsdutils, 100 columns wide. */
export function startOnTerminal(words: readonly string[], cwd: string, more: Environment = {}): Running {
  const quoted = [process.execPath, program, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const command = `stty cols 100 rows 40 && exec ${quoted.join(" ")}`;
  const env = { ...plainEnvironment(), ...more, TERM: "xterm", SHELL: "/bin/sh" };
  return watchChild(spawn("script", ["-qec", command, "/dev/null"], { cwd, env }));
}

/** Looks again and again until a condition holds; fails, saying what was waited for, when it does not. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((again) => setTimeout(again, 10));
  }
}

function watchChild(child: ChildProcess): Running {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  // A program that has ended no longer reads; that is no fault of the test.
  child.stdin?.on("error", () => undefined);
  const ended = new Promise<{ status: number | null; signal: string | null }>((settle, fail) => {
    child.on("error", fail);
    child.on("close", (status, signal) => settle({ status, signal }));
  });
  return {
    child,
    said: () => text,
    waitFor: (pattern, from = 0) =>
      until(`${pattern} in ${JSON.stringify(text.slice(from))}`, () => pattern.test(text.slice(from))),
    ended,
  };
}

function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME };
}
