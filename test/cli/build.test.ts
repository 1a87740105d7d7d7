// roundup build from a shell: both streams, the summary, --json, --quiet and the exit status.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linesOf, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

const DOCUMENTS = [
  "episode.json",
  "newsletter.html",
  "newsletter.txt",
  "show-notes.html",
  "show-notes.md",
  "sources.html",
  "sources.json",
  "sources.md",
  "transcript.html",
  "transcript.md",
  "transcript.txt",
];

interface Built {
  readonly slug: string;
  readonly number: number;
  readonly words: number;
  readonly seconds: number;
  readonly narration: string;
  readonly folder: string | null;
  readonly documents: string[];
  readonly changed: boolean;
}

const readJson = (stdout: string) => (JSON.parse(stdout) as { episodes: Built[] }).episodes;

describe("a sound build", () => {
  test("writes the documents of the latest episode, exits 0 and prints nothing on standard output", async () => {
    const show = makeShow();
    const run = await runProgram(["build"], { cwd: show });
    expect(run).toMatchObject({ stdout: "", status: 0, signal: null });
    expect(Object.keys(readTree(join(show, "out")))).toEqual(DOCUMENTS.map((name) => `spring/${name}`));
  });

  test("ends with files, words, running time and the next command on standard error", async () => {
    const show = makeShow();
    const { stderr } = await runProgram(["build", "winter"], { cwd: show });
    const said =
      /^Built Episode 1, "Frost" \(winter\) in out\/winter\/: (\d+) files, (\d+) words, (\d+:\d\d)\.\n(.*)$/s;
    const [, files, words, , rest] = said.exec(stderr) ?? [];
    expect(files).toBe(String(DOCUMENTS.length));
    const transcript = readTree(join(show, "out"))["winter/transcript.txt"] ?? "";
    expect(words).toBe(String(transcript.trim().split(/\s+/).length));
    expect(rest).toBe(
      "Next: read out/winter/transcript.html, or see the clock with: roundup rundown winter\n",
    );
    expect(existsSync(join(show, "out/winter/transcript.html"))).toBe(true);
  });

  test("says that the narration is built in, and the file that its own would go into", async () => {
    const show = makeShow();
    const { stderr } = await runProgram(["build"], { cwd: join(show, "episodes") });
    expect(stderr).toContain("The narration is built in; your own goes into spring/narration.md.\n");
    const own = await runProgram(["build", "winter"], { cwd: show });
    expect(own.stderr).not.toContain("built in");
  });

  test("names a command that works from here, also with --show", async () => {
    const show = makeShow();
    const { stderr } = await runProgram(["build", "--show", show], { cwd: join(show, "..") });
    const command = /with: roundup (.*)\n/.exec(stderr)?.[1] ?? "";
    const next = await runProgram(command.split(" "), { cwd: join(show, "..") });
    expect(next).toMatchObject({ status: 0, stderr: "" });
    expect(next.stdout).toContain("budget");
  });

  test("says how far the running time is from the target", async () => {
    const target = '---\nnumber: 1\ntitle: Frost\ndate: 2026-01-06\ntarget: "9:00"\n---\n';
    const show = makeShow({ "episodes/winter/episode.md": target });
    const { stderr } = await runProgram(["build", "winter"], { cwd: show });
    expect(stderr).toMatch(/, \d+:\d\d, \d:\d\d under the target of 9:00\.\n/);
  });

  test("counts warnings and exits 0", async () => {
    const show = makeShow({
      "episodes/spring/stories/bins.md": "---\ntitle: Bins\nsegment: local\nstatus: draft\n---\nWords.\n",
    });
    const run = await runProgram(["build"], { cwd: show });
    expect(run.status).toBe(0);
    const warnings = linesOf(run.stderr).filter((line) => line.includes(": warning: "));
    expect(warnings.map((line) => /\((.*)\)$/.exec(line)?.[1]).sort()).toEqual(["draft-story", "no-source"]);
    expect(linesOf(run.stderr)).toContain("2 warnings.");
  });

  test("sums up a long run in one line", async () => {
    const files: Record<string, string> = {};
    for (const number of [3, 4]) {
      files[`episodes/e${number}/episode.md`] =
        `---\ntitle: E\nnumber: ${number}\ndate: 2025-01-0${number}\n---\n`;
      files[`episodes/e${number}/stories/one.md`] = makeStory("One", "local", 1, "Words.");
    }
    const run = await runProgram(["build", "--all"], { cwd: makeShow(files) });
    expect(linesOf(run.stderr)[0]).toBe("Built 4 of 4 episodes, 4 changed.");
    expect(run.stderr).not.toContain("Built Episode");
  });
});

describe("--json", () => {
  test("prints what was written as JSON on standard output, and only that", async () => {
    const show = makeShow();
    const run = await runProgram(["build", "winter", "spring", "--json"], { cwd: show });
    expect(run.status).toBe(0);
    const [winter, spring] = readJson(run.stdout);
    expect(winter).toMatchObject({ slug: "winter", number: 1, narration: "file", changed: true });
    expect(spring).toMatchObject({ slug: "spring", number: 2, narration: "built-in", changed: true });
    for (const built of [winter, spring]) {
      expect([...(built?.documents ?? [])].sort()).toEqual(DOCUMENTS);
      for (const name of built?.documents ?? []) {
        expect(existsSync(join(show, built?.folder ?? "", name)), name).toBe(true);
      }
      expect(built?.words).toBeGreaterThan(5);
      expect(built?.seconds).toBeGreaterThan(1);
    }
    expect(run.stderr).toContain("Built Episode 1");
  });

  test("gives paths from the working directory and says what did not change", async () => {
    const show = makeShow();
    await runProgram(["build", "--quiet"], { cwd: show });
    const run = await runProgram(["build", "--json"], { cwd: join(show, "episodes/winter") });
    expect(readJson(run.stdout)).toMatchObject([{ folder: "../../out/spring", changed: false }]);
  });

  test("has an episode with an error without a folder and documents, with status 1", async () => {
    const show = makeShow({ "episodes/spring/stories/bad.md": "no frontmatter\n" });
    const run = await runProgram(["build", "--all", "--json"], { cwd: show });
    expect(run.status).toBe(1);
    expect(readJson(run.stdout)).toMatchObject([
      { slug: "spring", folder: null, documents: [], changed: false },
      { slug: "winter", folder: "out/winter", changed: true },
    ]);
  });
});

describe("--quiet", () => {
  test("says nothing of a sound build", async () => {
    const show = makeShow();
    const run = await runProgram(["build", "--quiet"], { cwd: show });
    expect(run).toEqual({ stdout: "", stderr: "", status: 0, signal: null });
    expect(existsSync(join(show, "out/spring/transcript.txt"))).toBe(true);
  });

  test("leaves problems, what stops a command and what was asked for", async () => {
    const show = makeShow({ "episodes/spring/stories/bad.md": "no frontmatter\n" });
    const run = await runProgram(["--quiet", "build"], { cwd: show });
    expect(run.status).toBe(1);
    expect(linesOf(run.stderr)).toHaveLength(1);
    expect(run.stderr).toMatch(/^episodes\/spring\/stories\/bad\.md:1:1: error: /);
    const stopped = await runProgram(["build", "nope", "--quiet"], { cwd: show });
    expect(stopped.stderr).toContain('There is no episode "nope"');
    const asked = await runProgram(["rundown", "winter", "--quiet"], { cwd: show });
    expect(asked.stdout).toContain("Ice on the pond");
  });
});
