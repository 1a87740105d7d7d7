// roundup new episode and new story where nobody can be asked: numbers, slugs, dates, order, and no file overwritten.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeEpisode, makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

/** Makes something in a show and gives the text of the file whose path was printed. */
async function make(show: string, ...words: string[]): Promise<{ path: string; text: string; said: string }> {
  const run = await runProgram(["new", ...words], { cwd: show });
  expect(run.status, run.stderr).toBe(0);
  const path = run.stdout.trimEnd();
  expect(run.stdout).toBe(`${path}\n`);
  return { path, text: readFileSync(join(show, path), "utf8"), said: run.stderr };
}

describe("roundup new episode", () => {
  test("has the next number, a slug from number and title, and the date it is given", async () => {
    const show = makeShow();
    const made = await make(show, "episode", "Ada's Café: “open”", "--date", "2026-05-05");
    expect(made.path).toBe("episodes/003-adas-cafe-open/episode.md");
    expect(made.text).toBe(
      '---\nnumber: 3\ntitle: "Ada\'s Café: “open”"\ndate: 2026-05-05\n# summary: One or two sentences.\n# target: "9:00"\n---\n',
    );
  });

  test("goes on from the greatest number, whatever the folders are called", async () => {
    const show = makeShow({ "episodes/spring/episode.md": makeEpisode(41, "Thaw", "2026-04-07") });
    const made = await make(show, "episode", "Next", "--date", "2026-05-05");
    expect(made.path).toBe("episodes/042-next/episode.md");
  });

  test("is dated today by the clock of the show's time zone, not of the machine's", async () => {
    const clock = join(makeFolder(), "clock.mjs");
    writeFileSync(
      clock,
      'const now = new Date("2026-06-30T12:30:00Z"); const Real = Date; globalThis.Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(now); } static now() { return +now; } };',
    );
    const show = makeShow({ "roundup.yaml": "show: { timezone: Pacific/Auckland }\n" });
    const env = { NODE_OPTIONS: `--import=${clock}`, TZ: "America/Los_Angeles" };
    const run = await runProgram(["new", "episode", "July"], { cwd: show, env });
    expect(run.status).toBe(0);
    expect(readFileSync(join(show, "episodes/003-july/episode.md"), "utf8")).toContain("date: 2026-07-01\n");
  });

  test("says the next command, which reaches it even where it is not the latest", async () => {
    const show = makeShow();
    const late = await make(show, "episode", "Summer", "--date", "2026-07-07");
    expect(late.said).toBe('Next: roundup new story "A headline"\n');
    const early = await make(show, "episode", "Lost", "--date", "2025-01-01");
    expect(early.said).toBe('Next: roundup new story "A headline" --episode 004-lost\n');
    const story = await make(show, "story", "A headline", "--episode", "004-lost");
    expect(story.path).toBe("episodes/004-lost/stories/a-headline.md");
  });

  test("builds once it has a story, with nothing but the warnings of a draft", async () => {
    const show = makeShow();
    await make(show, "episode", "Summer", "--date", "2026-07-07");
    const story = await make(show, "story", "Sun", "--url", "https://example.org/sun");
    writeFileSync(join(show, story.path), `${story.text}\nThe sun shone.\n`);
    const run = await runProgram(["build"], { cwd: show });
    expect(run.status).toBe(0);
    expect(run.stderr.match(/: warning: .*/g)).toEqual([expect.stringMatching(/\(draft-story\)$/)]);
    expect(readFileSync(join(show, "out/003-summer/transcript.txt"), "utf8")).toContain("The sun shone.");
  });

  test("warns of an episode that cannot be read, since that may have the number", async () => {
    const show = makeShow({ "episodes/winter/episode.md": "---\ntitle: Frost\n---\n" });
    const run = await runProgram(["new", "episode", "Next", "--date", "2026-05-05"], { cwd: show });
    expect(run.status).toBe(0);
    expect(run.stderr).toMatch(/^episodes\/winter\/episode\.md:\d+:\d+: warning: date is missing/);
  });

  test.each<[string, string[], number, RegExp]>([
    ["no title, without asking", [], 2, /A title is missing\.\nGive it in quotes/],
    ["a blank title", [" \t"], 2, /A title is missing/],
    ["a slug that is taken", ["X", "--slug", "winter"], 1, /an episode winter already\.\n.*--slug/],
    [
      "a bad slug",
      ["X", "--slug", "Bad One"],
      2,
      /slug "Bad One", expected small letters.*\n"bad-one" would do/,
    ],
    ["a date of another form", ["X", "--date", "3.10.2026"], 2, /date "3\.10\.2026", expected YYYY-MM-DD/],
  ])("refuses %s, and writes nothing", async (_, words, status, said) => {
    const show = makeShow();
    const before = readTree(show);
    const run = await runProgram(["new", "episode", ...words], { cwd: show });
    expect(run).toMatchObject({ status, stdout: "" });
    expect(run.stderr).toMatch(said);
    expect(readTree(show)).toEqual(before);
  });
});

describe("roundup new story", () => {
  test("is a draft in the latest episode, at the end of its segment, with its source", async () => {
    const show = makeShow();
    const made = await make(
      show,
      "story",
      "Red: a # bin",
      "--segment",
      "local",
      "--url",
      "https://example.org/?a=1",
    );
    expect(made.path).toBe("episodes/spring/stories/red-a-bin.md");
    expect(made.text).toMatch(
      /^---\ntitle: "Red: a # bin"\nsegment: local\norder: 2\nstatus: draft\nsources:\n {2}- url: https:\/\/example\.org\/\?a=1\n {4}accessed: \d{4}-\d\d-\d\d\n---\n$/,
    );
    const next = await make(show, "story", "Another", "--segment", "local");
    expect(next.text).toContain("\norder: 3\n");
    const other = await make(show, "story", "A third", "--segment", "nhs");
    expect(other.text).toContain("\norder: 1\n");
  });

  test("goes on after an order that is no whole number, and has none where a story has none", async () => {
    const show = makeShow({
      "episodes/spring/stories/bins.md": makeStory("Bins", "local", 3.5, "Words."),
      "episodes/spring/stories/zebra.md": "---\ntitle: Z\nsegment: nhs\nsources: { title: T }\n---\nZebra.\n",
    });
    expect((await make(show, "story", "Late", "--segment", "local")).text).toContain("\norder: 4\n");
    // With an order it would be heard before the story that has none.
    expect((await make(show, "story", "Zoo", "--segment", "nhs")).text).not.toContain("order");
  });

  test("takes the episode's first segment where nobody can be asked, and says so", async () => {
    const show = makeShow({
      "episodes/spring/episode.md":
        "---\nnumber: 2\ntitle: T\ndate: 2026-04-07\nsegments: [nhs, local, central]\n---\n",
    });
    const made = await make(show, "story", "Ward");
    expect(made.text).toContain("\nsegment: nhs\n");
    expect(made.said).toMatch(/^The segment is nhs, .*--segment/);
    const only = makeShow({
      "episodes/spring/episode.md": "---\ntitle: T\ndate: 2026-04-07\nsegments: [nhs]\n---\n",
    });
    expect((await make(only, "story", "Ward")).said).not.toContain("--segment");
  });

  test("has a slug of its own beside stories, segments and reserved names", async () => {
    const show = makeShow();
    for (const [title, slug] of [
      ["Bins", "bins-2"],
      ["Local", "local-2"],
      ["Intro", "intro-2"],
      ["日本", "story"],
    ] as const) {
      expect((await make(show, "story", title)).path).toBe(`episodes/spring/stories/${slug}.md`);
    }
  });

  test("folds a title onto one line, without what a terminal would act on", async () => {
    const show = makeShow();
    const made = await make(show, "story", "  Two\nlines \u001b[31mand\u0007 a\ttab ");
    expect(made.text).toMatch(/\ntitle: "?Two lines \[31mand a tab"?\n/);
    expect(existsSync(join(show, made.path))).toBe(true);
  });

  test("prints its path from the working directory, and goes to the episode that is named", async () => {
    const show = makeShow();
    const run = await runProgram(["new", "story", "Ice age", "--episode", "1"], {
      cwd: join(show, "episodes/spring"),
    });
    expect(run.stdout).toBe("../winter/stories/ice-age.md\n");
    expect(run.stderr).toContain("roundup build winter\n");
  });

  test("points an editor to the schemas where the show has them", async () => {
    const show = makeShow({ "schemas/story.schema.json": "{}", "schemas/episode.schema.json": "{}" });
    const story = await make(show, "story", "Ward");
    const episode = await make(show, "episode", "Next", "--date", "2026-05-05");
    for (const { path, text } of [story, episode]) {
      const pointer = /^---\n# yaml-language-server: \$schema=(.+)\n/.exec(text)?.[1] ?? "?";
      expect(existsSync(join(show, path, "..", pointer))).toBe(true);
    }
  });

  test.each<[string, string[], number, RegExp]>([
    ["no title, without asking", [], 2, /A title is missing/],
    [
      "a segment that is not there",
      ["X", "--segment", "lokal"],
      2,
      /segment "lokal", expected one of central, local, nhs\.\nDid you mean local\?/,
    ],
    [
      "a slug that a story has",
      ["X", "--slug", "bins"],
      1,
      /a story or a segment bins already\.\n"bins-2" is free/,
    ],
    ["a slug that a segment has", ["X", "--slug", "nhs"], 1, /a story or a segment nhs already/],
    ["a reserved slug", ["X", "--slug", "outro"], 2, /slug "outro", expected .* not intro or outro/],
    [
      "an address of another kind",
      ["X", "--url", "ftp://example.org"],
      2,
      /address "ftp:\/\/example\.org", expected http/,
    ],
    ["an episode that is not there", ["X", "--episode", "sprnig"], 1, /Did you mean spring\?/],
  ])("refuses %s, and writes nothing", async (_, words, status, said) => {
    const show = makeShow();
    const before = readTree(show);
    const run = await runProgram(["new", "story", ...words], { cwd: show });
    expect(run).toMatchObject({ status, stdout: "" });
    expect(run.stderr).toMatch(said);
    expect(readTree(show)).toEqual(before);
  });

  test("overwrites nothing, not even what came while it was at work", async () => {
    const path = join(makeFolder(), "race.mjs");
    writeFileSync(
      path,
      'import fs from "node:fs/promises"; import { syncBuiltinESMExports } from "node:module"; const { link, writeFile } = fs; fs.link = async (from, to) => { await writeFile(to, "mine\\n"); return link(from, to); }; syncBuiltinESMExports();',
    );
    const show = makeShow();
    const env = { NODE_OPTIONS: `--import=${path}` };
    const run = await runProgram(["new", "story", "Ward", "--segment", "nhs"], { cwd: show, env });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(/^roundup: There is a file episodes\/spring\/stories\/ward\.md already/);
    expect(readFileSync(join(show, "episodes/spring/stories/ward.md"), "utf8")).toBe("mine\n");
  });

  test("refuses a show whose settings have an error, which it says", async () => {
    const show = makeShow({ "roundup.yaml": "segments: none\n" });
    const run = await runProgram(["new", "story", "X"], { cwd: show });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(/^roundup\.yaml:1:11: error: .*\nroundup: The show's settings have an error/);
  });
});
