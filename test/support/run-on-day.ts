// Runs the built program with a clock that stands, for what counts days from today.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./make-show.ts";
import { type Run, runProgram } from "./run-program.ts";

/** Runs `roundup` with these words in a show, at noon (UTC) of a day, YYYY-MM-DD. */
export async function runOn(day: string, show: string, words: readonly string[]): Promise<Run> {
  const clock = join(makeFolder(), "clock.mjs");
  writeFileSync(
    clock,
    `const now = new Date("${day}T12:00:00Z"); const Real = Date; globalThis.Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(now); } static now() { return +now; } };`,
  );
  return runProgram(words, { cwd: show, env: { NODE_OPTIONS: `--import=${clock}` } });
}
