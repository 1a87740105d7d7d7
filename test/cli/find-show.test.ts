// Which show and which episodes a command means: --show, the nearest show upwards, paths, slugs and numbers.

import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeEpisode, makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

/** The slugs of the episodes that a build writes. */
async function builtBy(words: readonly string[], cwd: string): Promise<string[]> {
  const run = await runProgram(["build", "--json", ...words], { cwd });
  expect(run.stderr).toContain("Built");
  return (JSON.parse(run.stdout) as { episodes: { slug: string }[] }).episodes.map(({ slug }) => slug);
}

describe("an episode", () => {
  const show = makeShow({
    "episodes/spring/stories/2/readme.txt": "A folder that is named like a number.\n",
  });

  test.each<[string, string[], string, string[]]>([
    ["none named: the latest", [], ".", ["spring"]],
    ["number and slug", ["1", "spring"], ".", ["winter", "spring"]],
    ["the path of a folder", ["episodes/winter", "./episodes/spring/"], ".", ["winter", "spring"]],
    [
      "the path of an episode.md",
      ["episodes/winter/episode.md", "episodes/../episodes/spring/episode.md"],
      ".",
      ["winter", "spring"],
    ],
    [
      "an absolute path",
      [join(show, "episodes/winter"), join(show, "episodes/spring/episode.md")],
      "..",
      ["winter", "spring"],
    ],
    [
      "the folder that one stands in, and a story beside it",
      [".", "../spring/stories/bins.md"],
      "episodes/winter",
      ["winter", "spring"],
    ],
    [
      "several names, each once, in the order named",
      ["winter", "2", "1", "episodes/spring"],
      ".",
      ["winter", "spring"],
    ],
    ["--all", ["--all"], ".", ["spring", "winter"]],
  ])("is chosen by %s", async (_, words, cwd, slugs) => {
    const given = cwd === ".." ? [...words, "--show", show] : words;
    expect(await builtBy(given, join(show, cwd))).toEqual(slugs);
  });

  test("is tried as a path, then a slug, then a number", async () => {
    const files: Record<string, string> = {};
    for (const [slug, number] of [
      ["5", 6],
      ["six", 5],
      ["6", 7],
    ] as const) {
      files[`episodes/${slug}/episode.md`] = makeEpisode(number, "E", `2025-01-0${number}`);
      files[`episodes/${slug}/stories/one.md`] = makeStory("One", "local", 1, "Words.");
    }
    const numbered = makeShow({ ...files, "episodes/six/6/readme.txt": "" });
    expect(await builtBy(["5"], numbered)).toEqual(["5"]);
    expect(await builtBy(["7"], numbered)).toEqual(["6"]);
    expect(await builtBy(["6"], numbered)).toEqual(["6"]);
    expect(await builtBy(["6"], join(numbered, "episodes/six"))).toEqual(["six"]);
  });

  test.each<[string, RegExp]>([
    ["sprnig", /^roundup: There is no episode "sprnig"\.\nDid you mean spring\?\n$/],
    ["99", /^roundup: There is no episode "99"\.\n.*spring \(2\), winter \(1\)/],
    ["episodes/summer", /^roundup: There is no episode "episodes\/summer"\.\n.*spring/],
    ["roundup.yaml", /^roundup: There is no episode "roundup\.yaml"\./],
  ])("that is not there stops the build with 1 and says which there are: %s", async (word, said) => {
    const run = await runProgram(["build", word], { cwd: show });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(said);
  });

  test("whose number two episodes have is asked for by its folder", async () => {
    const twice = makeShow({ "episodes/spring/episode.md": makeEpisode(1, "Thaw", "2026-04-07") });
    const run = await runProgram(["build", "1"], { cwd: twice });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(/number 1: spring, winter\.\n.*folder/);
  });

  test("that the show has none of is said, with the command that makes one", async () => {
    const bare = makeFolder();
    makeShow({ episodes: null }, bare);
    const run = await runProgram(["build"], { cwd: bare });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toBe(
      'roundup: The show has no episode.\nMake one with: roundup new episode "A title"\n',
    );
  });
});

describe("the show", () => {
  test("is the nearest folder upwards that holds roundup.yaml or episodes/", async () => {
    const show = makeShow();
    const inner = makeShow({ "roundup.yaml": null }, join(show, "notes", "inner"));
    mkdirSync(join(inner, "deep", "er"), { recursive: true });
    const run = await runProgram(["build", "winter"], { cwd: join(inner, "deep", "er") });
    expect(run.status).toBe(0);
    expect(run.stderr).toContain("in ../../out/winter/:");
    expect(readTree(join(inner, "out"))).toHaveProperty(["winter/transcript.txt"]);
    expect(readTree(join(show, "out"))).toEqual({});
  });

  test("is named by --show, before or after the command, and built in its own out/", async () => {
    const show = makeShow();
    const elsewhere = makeFolder();
    for (const words of [
      ["--show", show, "build", "1"],
      ["build", "2", "--show", show],
    ]) {
      expect(await runProgram(words, { cwd: elsewhere })).toMatchObject({ status: 0 });
    }
    expect(readTree(elsewhere)).toEqual({});
    expect(Object.keys(readTree(join(show, "out")))).toHaveLength(22);
  });

  test("may have blanks and letters of any script in its path", async () => {
    const parent = makeFolder();
    const show = makeShow({}, join(parent, "Wiadomości z młyna, część 2"));
    const run = await runProgram(["build", "--show", "Wiadomości z młyna, część 2", "--out", "góra i dół"], {
      cwd: parent,
    });
    expect(run.status).toBe(0);
    expect(run.stderr).toContain("in góra i dół/spring/: 11 files");
    expect(run.stderr).toContain("roundup --show 'Wiadomości z młyna, część 2' rundown spring");
    expect(readTree(join(show, "out"))).toEqual({});
    cpSync(join(parent, "góra i dół"), join(show, "out"), { recursive: true });
    const again = await runProgram(["build"], { cwd: show });
    expect(again.stderr).toContain("no file changed");
  });

  test("may be reached through a symbolic link", async () => {
    const parent = makeFolder();
    makeShow({}, join(parent, "real"));
    symlinkSync("real", join(parent, "link"));
    expect(await builtBy(["episodes/winter"], join(parent, "link"))).toEqual(["winter"]);
    expect(readTree(join(parent, "real/out"))).toHaveProperty(["winter/transcript.txt"]);
  });

  test.each<[string, string[], RegExp]>([
    [
      "no show here",
      ["build"],
      /^roundup: There is no show here: .*roundup\.yaml or episodes\/\.\n.*roundup init my-show/,
    ],
    [
      "a folder that is no show",
      ["build", "--show", "plain"],
      /^roundup: There is no show in plain: .*\n.*roundup init plain\n/,
    ],
    [
      "a folder that is not there",
      ["build", "--show", "no where"],
      /^roundup: There is no folder no where\.\n.*roundup init 'no where'\n/,
    ],
    ["a file", ["build", "--show", "plain/file.md"], /^roundup: plain\/file\.md is not a folder\.\n/],
    [
      "a folder inside a show",
      ["build", "--show", "show/episodes/winter"],
      /^roundup: There is no show in show\/episodes\/winter: /,
    ],
  ])("that is not one is said in words: %s", async (_, words, said) => {
    const folder = makeFolder();
    makeShow({}, join(folder, "show"));
    makeShow({ "roundup.yaml": null, episodes: null, "file.md": "" }, join(folder, "plain"));
    const run = await runProgram(words, { cwd: folder });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(said);
  });
});
