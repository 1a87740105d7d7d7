// Every page of test/pages-to-read, served on loopback and added in one run: what is written builds, and says nothing
// but that it has no words yet.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeShow, readTree } from "../support/make-show.ts";
import { type PageServer, readPages, startPageServer } from "../support/page-server.ts";
import { program, projectRoot, runProgram } from "../support/run-program.ts";

const pages = readPages(join(projectRoot, "test/pages-to-read"));
let server: PageServer;
beforeAll(async () => {
  server = await startPageServer(pages);
});
afterAll(() => server.close());

test("what add writes of any page, a build accepts without a warning beyond the words that are missing", async () => {
  const show = makeShow();
  const addresses = Object.keys(pages)
    .filter((path) => path.endsWith(".html"))
    .map((path) => `${server.url}${path}`);
  expect(addresses.length).toBeGreaterThan(40);
  const child = spawn(process.execPath, [program, "add", "--allow-local", "--episode", "spring", "-"], {
    cwd: show,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ["pipe", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  child.stdin.end(addresses.join("\n"));
  await new Promise((settle) => child.on("close", settle));
  const written = Object.keys(readTree(join(show, "episodes/spring/stories")));
  // Walls and empty pages make no story, and each is named.
  const failed = addresses.length - (written.length - 2);
  expect(failed).toBeLessThan(12);
  expect(said).toContain(`Added ${written.length - 2} stories; not `);

  const built = await runProgram(["build", "spring"], { cwd: show });
  expect(built.status).toBe(0);
  const problems = built.stderr.split("\n").filter((line) => /: (?:warning|error): /.test(line));
  expect(problems.filter((line) => !line.includes("(empty-story)"))).toEqual([]);
}, 60_000);
