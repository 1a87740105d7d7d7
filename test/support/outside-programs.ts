// Which programs that are not ours are here: a test that needs one that is missing says so and is skipped.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** The programs that are missing here, as the end of a test's name; "" where all are there. Never so in CI. */
export function findMissing(...programs: readonly string[]): string {
  const missing = programs.filter((program) => spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0);
  if (missing.length === 0) return "";
  const why = `there is no ${missing.join(" and no ")} here`;
  if (process.env.CI) throw new Error(why);
  return ` (skipped: ${why})`;
}

/** Where Chromium is: CHROMIUM, or Debian's place. */
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why no page can be opened, or "". Never so in CI. */
export const whyNoChromium = existsSync(chromiumPath)
  ? ""
  : `there is no Chromium at ${chromiumPath}: install one, or say in CHROMIUM where it is`;

/** True if there is a program that reads PDFs. */
export const hasPdfReader = findMissing("pdftotext") === "";
