// How roundup reports what is wrong in a show's files: the form, the place, the order, and nothing written.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linesOf, makeEpisode, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

/** A show with a fault in each of its files. */
const FAULTS = {
  "roundup.yaml": "show:\n  titel: The Mill Post\n",
  "names.yaml": "- name: Socitm\n  kind: firm\n",
  "episodes/spring/episode.md": "---\nnumber: two\ntitle: Thaw\ndate: 2026-04-07\n---\n",
  "episodes/spring/narration.md": "## Into\n\nHello.\n",
  "episodes/spring/stories/bins.md":
    "---\nsegment: local\nsources: { title: A, url: 'ftp://a.example' }\n---\nW.\n",
  "episodes/spring/stories/budget.md": "---\ntitle: The budget: again\nsegment: central\n---\nWords.\n",
  "templates/transcript.txt.hbs": "Words\n{{#if}\n",
};

const PLACED = /^(.+):(\d+):(\d+): (error|warning): (.+) \(([a-z0-9-]+)\)$/;

/** The file, line and rule of every problem that was reported. */
function readPlaces(stderr: string): string[] {
  return linesOf(stderr).flatMap((line) => {
    const [, file, row, , severity, , rule] = PLACED.exec(line) ?? [];
    return file === undefined ? [] : [`${file}:${row} ${severity} ${rule}`];
  });
}

test.each([
  ["names.yaml", "segments: [{ id: s, title: S }]\n", "- name: 5\n", "names.yaml:1 error wrong-type"],
  ["a setting", "segments: [{ id: s, title: S }]\nreading: fast\n", "", "roundup.yaml:2 error wrong-type"],
])("a fault in %s alone is not blamed on stories and narration", async (_, settings, names, fault) => {
  const show = makeShow({
    "roundup.yaml": settings,
    "names.yaml": names,
    "episodes/one/episode.md": makeEpisode(9, "One", "2027-01-01"),
    "episodes/one/narration.md": "## s\n\nTo s.\n",
    "episodes/one/stories/ice.md": makeStory("Ice", "s", 1, "It froze."),
  });
  const run = await runProgram(["build"], { cwd: show });
  expect(run.status).toBe(1);
  expect(readPlaces(run.stderr)).toEqual([fault]);
});

describe("a show with a fault in every file", () => {
  test("has every problem of every file reported in one run, by file and line, and exits 1", async () => {
    const show = makeShow(FAULTS);
    const run = await runProgram(["build", "spring"], { cwd: show });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(readPlaces(run.stderr)).toEqual([
      "episodes/spring/episode.md:2 error wrong-type",
      "episodes/spring/narration.md:1 error unknown-place",
      "episodes/spring/stories/bins.md:2 error missing-key",
      "episodes/spring/stories/bins.md:3 error bad-value",
      "episodes/spring/stories/budget.md:2 error yaml",
      "names.yaml:2 error bad-value",
      "roundup.yaml:2 warning unknown-key",
      "templates/transcript.txt.hbs:2 error template",
    ]);
    expect(linesOf(run.stderr).slice(-2)).toEqual([
      "Nothing was written: 7 errors and 1 warning.",
      "Next: mend the errors above, then run roundup build again.",
    ]);
    expect(readTree(join(show, "out"))).toEqual({});
  });

  test("is reported the same by rundown, with status 1 and nothing on standard output", async () => {
    const show = makeShow(FAULTS);
    const build = await runProgram(["build", "spring"], { cwd: show });
    const rundown = await runProgram(["rundown", "spring"], { cwd: show });
    expect(rundown).toMatchObject({ status: 1, stdout: "" });
    expect(readPlaces(rundown.stderr)).toEqual(readPlaces(build.stderr));
  });
});

describe("the form of a message", () => {
  const fault = {
    "episodes/spring/stories/bins.md": "---\ntitle: Bins\nsegment: local\norder: x\n---\nWords.\n",
  };
  const text = ':4:8: error: Unexpected "x" for order, expected a number (wrong-type)';

  test("is path:line:column: severity: text (rule)", async () => {
    const { stderr } = await runProgram(["build"], { cwd: makeShow(fault) });
    expect(linesOf(stderr)[0]).toBe(`episodes/spring/stories/bins.md${text}`);
  });

  test.each([
    ["episodes/spring/stories", "bins.md"],
    ["episodes/winter/stories", "../../spring/stories/bins.md"],
  ])("has its path relative to the working directory: %s", async (cwd, path) => {
    const { stderr } = await runProgram(["build"], { cwd: join(makeShow(fault), cwd) });
    expect(linesOf(stderr)[0]).toBe(path + text);
  });

  test("is path: severity: text (rule) where the problem is the whole file's", async () => {
    const show = makeShow({
      "episodes/spring/stories/No Slug.md": "---\ntitle: A\nsegment: local\n---\nW.\n",
    });
    const { stderr } = await runProgram(["build"], { cwd: show });
    expect(stderr).toMatch(
      /^episodes\/spring\/stories\/No Slug\.md: error: .*"no-slug\.md".* \(bad-slug\)$/m,
    );
  });
});

describe("colour", () => {
  const fault = { "episodes/spring/stories/bins.md": "no frontmatter\n" };
  test.each<[string, string[], Record<string, string>]>([
    ["piped with FORCE_COLOR and a terminal's name", ["build"], { FORCE_COLOR: "1", TERM: "xterm-256color" }],
    ["told --no-color", ["build", "--no-color"], { TERM: "xterm-256color" }],
    ["told NO_COLOR", ["build"], { NO_COLOR: "1", FORCE_COLOR: "1" }],
  ])("is not used when %s", async (_, words, env) => {
    const { stderr, status } = await runProgram(words, { cwd: makeShow(fault), env });
    expect(status).toBe(1);
    expect(stderr).not.toContain("\u001b");
  });
});

describe("an error", () => {
  test("leaves the documents that were built before, whole and of the same bytes", async () => {
    const show = makeShow();
    await runProgram(["build"], { cwd: show });
    const before = readTree(join(show, "out"));
    expect(Object.keys(before)).toHaveLength(11);
    makeShow(
      { "episodes/spring/stories/bins.md": "---\ntitle: Other bins\nsegment: lokal\n---\nOther words.\n" },
      show,
    );
    const run = await runProgram(["build"], { cwd: show });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/segment.*central, local, nhs/);
    expect(readTree(join(show, "out"))).toEqual(before);
  });

  test("in the settings keeps every episode from being written", async () => {
    const show = makeShow({ "roundup.yaml": "show: [\n" });
    const run = await runProgram(["build", "--all"], { cwd: show });
    expect(run.status).toBe(1);
    expect(readPlaces(run.stderr)).toEqual(["roundup.yaml:1 error yaml"]);
    expect(readTree(join(show, "out"))).toEqual({});
  });

  test("can be made of a warning, and a warning be turned off, by the show's checks", async () => {
    const bins = "---\ntitle: Bins\nsegment: local\n---\nWords.\n";
    const strict = makeShow({
      "roundup.yaml": "checks: { no-source: error }\n",
      "episodes/spring/stories/bins.md": bins,
    });
    expect((await runProgram(["build"], { cwd: strict })).status).toBe(1);
    makeShow(
      { "roundup.yaml": "checks: { no-source: off }\n", "episodes/spring/stories/bins.md": bins },
      strict,
    );
    const lenient = await runProgram(["build"], { cwd: strict });
    expect(lenient.status).toBe(0);
    expect(lenient.stderr).not.toContain("no-source");
  });
});

describe("with --all", () => {
  test("an unsound episode is left out, the sound one is written, and the status is 1", async () => {
    const show = makeShow({ "episodes/spring/stories/bins.md": "no frontmatter\n" });
    const run = await runProgram(["build", "--all"], { cwd: show });
    expect(run.status).toBe(1);
    expect(Object.keys(readTree(join(show, "out"))).every((path) => path.startsWith("winter/"))).toBe(true);
    expect(readTree(join(show, "out"))).toHaveProperty(["winter/transcript.txt"]);
    expect(linesOf(run.stderr)).toContain("Not written: spring.");
    expect(run.stderr).toContain("Next: mend the errors above");
  });

  test("two episodes of one number are errors that name both files", async () => {
    const show = makeShow({ "episodes/spring/episode.md": makeEpisode(1, "Thaw", "2026-04-07") });
    const run = await runProgram(["build", "--all"], { cwd: show });
    expect(run.status).toBe(1);
    const [spring, winter] = linesOf(run.stderr);
    expect(spring).toMatch(/^episodes\/spring\/episode\.md:2:9: error: .*episodes\/winter\/episode\.md/);
    expect(winter).toMatch(/^episodes\/winter\/episode\.md:2:9: error: .*episodes\/spring\/episode\.md/);
    expect(readTree(join(show, "out"))).toEqual({});
  });
});

describe("another episode", () => {
  test("with bad frontmatter is a warning, and the one that was asked for is written", async () => {
    const show = makeShow({ "episodes/winter/episode.md": "---\nnumber: 1\ndate: 2026-01-06\n---\n" });
    const run = await runProgram(["build"], { cwd: show });
    expect(run.status).toBe(0);
    expect(readPlaces(run.stderr)).toEqual(["episodes/winter/episode.md:2 warning missing-key"]);
    expect(readTree(join(show, "out"))).toHaveProperty(["spring/transcript.txt"]);
  });

  test("with the same number is an error that names both files", async () => {
    const show = makeShow({ "episodes/winter/episode.md": makeEpisode(2, "Frost", "2026-01-06") });
    const run = await runProgram(["build", "spring"], { cwd: show });
    expect(run.status).toBe(1);
    expect(linesOf(run.stderr)[0]).toMatch(
      /^episodes\/spring\/episode\.md:2:9: error: .* episodes\/winter\/episode\.md .*\(duplicate-number\)$/,
    );
    expect(readTree(join(show, "out"))).toEqual({});
  });

  test("has no other fault of its own reported", async () => {
    const show = makeShow({ "episodes/winter/stories/ice.md": "no frontmatter\n" });
    const run = await runProgram(["build"], { cwd: show });
    expect(run.status).toBe(0);
    expect(run.stderr).not.toContain("winter");
  });
});
