// Bundles the program once before the tests that run it as a user does.

import { execFileSync } from "node:child_process";

export default function buildProgram(): void {
  execFileSync(process.execPath, ["scripts/bundle.mjs"], { stdio: "inherit" });
}
