// A few lines of TypeScript -> a program of its own process, since a test cannot kill itself.
// The module under test is bundled into it, so that no loader is needed there.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";

/** Bundles a program, its imports relative to test/io, into the folder and answers with its path. */
export async function bundleProgram(folder: string, source: string): Promise<string> {
  const program = join(folder, "program.mjs");
  await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return program;
}

/** A program that is running. */
export interface Running {
  readonly child: ChildProcess;
  /** Settles when it has written its first line, or has ended without one. */
  readonly hasBegun: Promise<void>;
  readonly hasEnded: Promise<{
    readonly status: number | null;
    readonly signal: string | null;
    readonly errors: string;
  }>;
}

/** Starts a program with these arguments. */
export function startProgram(program: string, args: readonly string[]): Running {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  // Killed children leave a broken pipe behind, which is no fault.
  child.stdin.on("error", () => undefined);
  const hasEnded = new Promise<{ status: number | null; signal: string | null; errors: string }>((settle) => {
    child.on("close", (status, signal) => settle({ status, signal, errors }));
  });
  const firstLine = new Promise<void>((settle) => child.stdout.once("data", () => settle()));
  return { child, hasEnded, hasBegun: Promise.race([firstLine, hasEnded.then(() => undefined)]) };
}
