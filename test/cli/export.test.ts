// roundup export, as a user runs it: which files, where, in which form, and what is said.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

const ALL = ["docx", "fountain", "html", "pdf", "ssml", "txt"].map((ending) => `script.${ending}`);
const names = "- { name: Tuesday, say: CHEWZ-day }\n";

describe("roundup export", () => {
  test("makes the prompter of the latest episode, and says how long the script is", async () => {
    const show = makeShow();
    const { stdout, stderr, status } = await runProgram(["export"], { cwd: show });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
    expect(stderr).toMatch(/^Wrote out\/spring\/script\.html\n\d+ words at 160 a minute, 0:\d\d in all\.\n$/);
    expect(readdirSync(join(show, "out/spring"))).toEqual(["script.html"]);
  });

  test("makes every form at once, beside what build made, which stays", async () => {
    const show = makeShow({ "names.yaml": names });
    await runProgram(["build", "winter"], { cwd: show });
    const before = readTree(join(show, "out/winter"));
    const run = await runProgram(["export", "winter", "--format", "all"], { cwd: show });
    expect(run.status).toBe(0);
    expect(readdirSync(join(show, "out/winter")).sort()).toEqual([...Object.keys(before), ...ALL].sort());
    expect(readTree(join(show, "out/winter"))).toMatchObject(before);
    for (const name of ALL) expect(statSync(join(show, "out/winter", name)).size).toBeGreaterThan(300);
  });

  test("changes no file where nothing has changed, and says so", async () => {
    const show = makeShow();
    const first = await runProgram(["export", "--format", "all"], { cwd: show });
    const before = ALL.map((name) => readFileSync(join(show, "out/spring", name)));
    const inodes = ALL.map((name) => statSync(join(show, "out/spring", name)).ino);
    const again = await runProgram(["export", "--format", "all"], { cwd: show });
    expect([first.status, again.status]).toEqual([0, 0]);
    expect(again.stderr).toContain("Nothing changed in out/spring/script.html");
    expect(ALL.map((name) => readFileSync(join(show, "out/spring", name)))).toEqual(before);
    expect(ALL.map((name) => statSync(join(show, "out/spring", name)).ino)).toEqual(inodes);
  });

  test("takes several formats with commas, and another folder", async () => {
    const show = makeShow();
    const out = makeFolder();
    const run = await runProgram(["export", "1", "--format", "txt, ssml,txt", "-o", out], { cwd: show });
    expect(run.status).toBe(0);
    expect(readdirSync(join(out, "winter")).sort()).toEqual(["script.ssml", "script.txt"]);
    expect(existsSync(join(show, "out"))).toBe(false);
  });

  test.each(["txt", "html", "pdf", "docx"])(
    "prints the bytes of %s to standard output with -o -",
    async (format) => {
      const show = makeShow();
      await runProgram(["export", "--format", format], { cwd: show });
      const printed = await runProgram(["export", "--format", format, "-o", "-"], { cwd: show });
      expect({ stderr: printed.stderr, status: printed.status }).toEqual({ stderr: "", status: 0 });
      expect(printed.stdout).toBe(readFileSync(join(show, `out/spring/script.${format}`), "utf8"));
    },
  );

  test("shows how a name is said, which no transcript does", async () => {
    const show = makeShow({ "names.yaml": names });
    await runProgram(["build"], { cwd: show });
    const script = await runProgram(["export", "--format", "txt", "-o", "-"], { cwd: show });
    expect(script.stdout).toContain("The budget came on Tuesday [CHEWZ-day].");
    const transcript = readFileSync(join(show, "out/spring/transcript.txt"), "utf8");
    expect(transcript).toContain("The budget came on Tuesday.");
    expect(transcript).not.toContain("CHEWZ");
  });

  test("counts a name as it is said, in the rundown and in episode.json alike", async () => {
    const show = makeShow({ "names.yaml": "- { name: Tuesday, say: the day after Monday }\n" });
    await runProgram(["build"], { cwd: show });
    const plain = makeShow();
    await runProgram(["build"], { cwd: plain });
    const wordsOf = (folder: string) =>
      (
        JSON.parse(readFileSync(join(folder, "out/spring/episode.json"), "utf8")) as {
          episode: { words: number };
        }
      ).episode.words;
    expect(wordsOf(show)).toBe(wordsOf(plain) + 3);
    const { stdout } = await runProgram(["rundown", "--json"], { cwd: show });
    expect((JSON.parse(stdout) as { words: number }).words).toBe(wordsOf(show));
    const script = await runProgram(["export", "--format", "txt", "-o", "-"], { cwd: show });
    expect(script.stdout).toContain(`${wordsOf(show)} words at 160 a minute`);
  });

  test("is told of by a build that has made newer documents", async () => {
    const show = makeShow();
    await runProgram(["export", "winter", "--format", "txt,pdf"], { cwd: show });
    const { stderr } = await runProgram(["build", "winter"], { cwd: show });
    expect(stderr).toContain(
      "Older than this build: script.pdf, script.txt. Make them anew with: roundup export winter --format pdf,txt\n",
    );
    await runProgram(["export", "winter", "--format", "pdf,txt"], { cwd: show });
    expect((await runProgram(["build", "winter"], { cwd: show })).stderr).not.toContain("Older");
  });

  test("writes nothing where the episode has an error", async () => {
    const show = makeShow({ "episodes/spring/stories/bins.md": "---\ntitle: New bins\n---\nWords.\n" });
    const { stdout, stderr, status } = await runProgram(["export", "--format", "all"], { cwd: show });
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toMatch(
      /bins\.md:\d+:1: error: .*segment.*\nNothing was written: mend the errors above\.\n$/s,
    );
    expect(existsSync(join(show, "out"))).toBe(false);
  });

  test.each([
    [["--format", "doc"], /Expected one of html, docx, pdf, txt, ssml, fountain, all\.\nDid you mean docx\?/],
    [["--format", ""], /Expected one of html/],
    [
      ["--format", "txt,pdf", "-o", "-"],
      /^roundup: Standard output takes one format\.\nName one, such as --format txt\./,
    ],
    [["--paper", "letter"], /^roundup: --paper is for docx and pdf\.\nAdd --format docx or --format pdf\./i],
    [["--no-sources", "--format", "txt"], /^roundup: --no-sources is for docx and pdf\./i],
    [["--paper", "a3"], /Expected one of a4, letter/],
  ])("explains a wrong command line: %j", async (words, said) => {
    const { stdout, stderr, status } = await runProgram(["export", ...words], { cwd: makeShow() });
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(said);
  });

  test("warns of what script.pdf cannot show, and of no other form", async () => {
    const show = makeShow({
      "episodes/spring/stories/bins.md": makeStory(
        "New bins",
        "local",
        1,
        "A \u8A9E, and \u0645\u0631\u062D\u0628\u0627.",
      ),
    });
    const pdf = await runProgram(["export", "--format", "pdf"], { cwd: show });
    expect(pdf.status).toBe(0);
    expect(pdf.stderr).toMatch(
      /^episodes\/spring\/episode\.md: warning: .*from right to left: print script\.docx \(right-to-left\)$/m,
    );
    expect(pdf.stderr).toMatch(
      /^episodes\/spring\/stories\/bins\.md: warning: .*“\u8A9E” \(U\+8A9E\).* \(missing-character\)$/m,
    );
    const docx = await runProgram(["export", "--format", "docx"], { cwd: show });
    expect(docx.stderr).not.toContain("warning");
  });

  test("uses a template of the show, and tells of a fault in it with its line", async () => {
    const own = makeShow({ "templates/script.txt.hbs": "Mine: {{title}}\n" });
    const run = await runProgram(["export", "--format", "txt", "-o", "-"], { cwd: own });
    expect(run.stdout).toBe("Mine: Thaw\n");
    const broken = makeShow({ "templates/script.txt.hbs": "One\n{{nothing}}\n" });
    const { stderr, status } = await runProgram(["export", "--format", "txt", "-o", "-"], { cwd: broken });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^templates\/script\.txt\.hbs:2:\d+: error: /);
  });
});
