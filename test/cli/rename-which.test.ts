// Which story roundup rename means, and what it refuses: nothing changes then.

import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

describe("the story to rename", () => {
  const twice = { "episodes/spring/stories/ice.md": makeStory("Ice in spring", "nhs", 1, "It melts.") };
  test.each<[string, string[], string]>([
    ["a path", ["episodes/winter/stories/ice.md", "frost"], "."],
    ["a path of another episode", ["../winter/stories/ice.md", "frost"], "episodes/spring"],
    ["a file's name in its folder", ["ice.md", "frost"], "episodes/winter/stories"],
    ["a slug and --episode", ["ice", "frost", "--episode", "1"], "."],
  ])("in two episodes is told by %s", async (_, words, cwd) => {
    const show = makeShow(twice);
    const run = await runProgram(["rename", ...words], { cwd: join(show, cwd) });
    expect(run.status, run.stderr).toBe(0);
    expect(Object.keys(readTree(join(show, "episodes"))).filter((path) => /ice|frost/.test(path))).toEqual([
      "spring/stories/ice.md",
      "winter/stories/frost.md",
    ]);
  });

  test.each<[string, string[], number, RegExp]>([
    [
      "in two episodes is asked for",
      ["ice", "x"],
      1,
      /More than one episode has a story ice: spring, winter\.\n.*--episode/,
    ],
    [
      "that is not there has the nearest named",
      ["icy", "x"],
      1,
      /There is no story icy\.\nDid you mean ice\?/,
    ],
    [
      "is not one of another episode than its path says",
      ["episodes/winter/stories/bins.md", "x"],
      1,
      /There is no story at episodes\/winter\/stories\/bins\.md\.\nroundup rundown lists/,
    ],
    ["is not what another path leads to", ["episodes/winter/narration.md", "x"], 1, /There is no story at /],
    [
      "may not get a slug that is taken",
      ["bins", "budget"],
      1,
      /a story or a segment budget already\.\n"budget-2" is free/,
    ],
    ["may not get a segment's id", ["bins", "nhs"], 1, /a story or a segment nhs already/],
    ["may not get a reserved slug", ["bins", "intro"], 2, /slug "intro", expected .* not intro or outro/],
    [
      "may not get what is no slug",
      ["bins", "Blue Bins.md"],
      2,
      /slug "Blue Bins\.md".*\n"blue-bins" would do/,
    ],
  ])("%s, and nothing changes", async (_, words, status, said) => {
    const show = makeShow(twice);
    const before = readTree(show);
    const run = await runProgram(["rename", ...words], { cwd: show });
    expect(run).toMatchObject({ stdout: "", status });
    expect(run.stderr).toMatch(said);
    expect(readTree(show)).toEqual(before);
  });

  test.each<[string, Files, RegExp]>([
    [
      "the note",
      { "episodes/winter/stories/ice.md": "---\ntitle: [\n---\nWords.\n" },
      /stories\/ice\.md cannot be read/,
    ],
    [
      "the narration",
      { "episodes/winter/narration.md": "---\ndrafts: {}\n## ice\n" },
      /narration\.md cannot be read/,
    ],
    ["the settings", { "roundup.yaml": "show: [\n" }, /settings have an error/],
  ])("is left alone where %s cannot be read", async (_, files, said) => {
    const show = makeShow({ "episodes/winter/captures/ice.md": "Ice.\n", ...files });
    const before = readTree(show);
    const run = await runProgram(["rename", "ice", "frost"], { cwd: show });
    expect(run).toMatchObject({ stdout: "", status: 1 });
    expect(run.stderr).toMatch(said);
    expect(readTree(show)).toEqual(before);
  });

  test.each<[string, Files, RegExp]>([
    [
      "a capture has the new name already",
      { "episodes/winter/captures/frost.md": "Mine.\n" },
      /^roundup: There is a file episodes\/winter\/captures\/frost\.md already\.\n/,
    ],
    [
      "the narration is a symbolic link",
      { "episodes/winter/narration.md": null, "notes/n.md": "## ice\n\nFirst,\n" },
      /^roundup: .*narration\.md: it is a symbolic link.*\n/,
    ],
  ])("is left alone where %s", async (_, files, said) => {
    const show = makeShow({ "episodes/winter/captures/ice.md": "Ice.\n", ...files });
    if ("notes/n.md" in files) symlinkSync("../../notes/n.md", join(show, "episodes/winter/narration.md"));
    const before = readTree(show);
    const run = await runProgram(["rename", "ice", "frost"], { cwd: show });
    expect(run).toMatchObject({ stdout: "", status: 1 });
    expect(run.stderr).toMatch(said);
    expect(readTree(show)).toEqual(before);
  });

  test("is looked for in a show, which there must be", async () => {
    const run = await runProgram(["rename", "ice", "frost"], { cwd: makeFolder() });
    expect(run).toMatchObject({ stdout: "", status: 1 });
    expect(run.stderr).toContain("There is no show here");
  });
});
