// roundup move: stories go with their captures, all or none; what is set of them changes no other byte.

import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { type Run, runProgram } from "../support/run-program.ts";

const NOTE = `---
# Collected on the way
title: A frozen mill
segment: local
status: draft # not yet
sources:
  - { title: Mill, url: "https://example.org/mill", capture: captures/mill.md }
  - title: Wheel
    capture: ./captures/the-wheel.md
---
The mill froze.
`;

/** A show with two stories in its inbox, one of which has three captures. */
function makeMill(files: Files = {}): string {
  return makeShow({
    "inbox/mill.md": NOTE,
    "inbox/fair.md": makeStory("The fair", "local", 4, "A fair came to the green."),
    "inbox/captures/mill.md": "Mill.\n",
    "inbox/captures/mill-2.html": "<p>Mill.</p>\n",
    "inbox/captures/the-wheel.md": "Wheel.\n",
    "inbox/captures/another.md": "Another.\n",
    ...files,
  });
}

interface Moved {
  readonly run: Run;
  /** Every file that is another than before: its old and its new text. */
  readonly changes: Record<string, readonly (string | undefined)[]>;
}

async function move(show: string, words: readonly string[], cwd = show): Promise<Moved> {
  const before = readTree(show);
  const run = await runProgram(["move", ...words], { cwd });
  const after = readTree(show);
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changes = Object.fromEntries(
    paths.filter((path) => before[path] !== after[path]).map((path) => [path, [before[path], after[path]]]),
  );
  return { run, changes };
}

describe("roundup move --to", () => {
  test("the editor's comment leads to the schemas from where the note then stands", async () => {
    const linked = NOTE.replace(
      "# Collected",
      "# yaml-language-server: $schema=../schemas/story.schema.json\n# Collected",
    );
    const show = makeMill({ "inbox/mill.md": linked });
    const { changes } = await move(show, ["mill", "--to", "spring"]);
    expect(changes["episodes/spring/stories/mill.md"]?.[1]).toBe(
      linked.replace("=../schemas", "=../../../schemas"),
    );
  });

  test("takes a story and its captures out of the inbox, every byte as it was", async () => {
    const show = makeMill();
    const { run, changes } = await move(show, ["mill", "--to", "winter"]);
    expect(run).toEqual({
      stdout: "episodes/winter/stories/mill.md\n",
      stderr: "Moved mill to winter, with 3 captures.\nNext: roundup rundown winter\n",
      status: 0,
      signal: null,
    });
    expect(changes).toEqual({
      "episodes/winter/captures/mill-2.html": [undefined, "<p>Mill.</p>\n"],
      "episodes/winter/captures/mill.md": [undefined, "Mill.\n"],
      "episodes/winter/captures/the-wheel.md": [undefined, "Wheel.\n"],
      "episodes/winter/stories/mill.md": [undefined, NOTE],
      "inbox/captures/mill-2.html": ["<p>Mill.</p>\n", undefined],
      "inbox/captures/mill.md": ["Mill.\n", undefined],
      "inbox/captures/the-wheel.md": ["Wheel.\n", undefined],
      "inbox/mill.md": [NOTE, undefined],
    });
    const built = await runProgram(["build", "winter"], { cwd: show });
    expect(built.stderr).not.toMatch(/missing-capture|error/);
  });

  test("takes several, from the inbox and from an episode, and prints their paths as they were named", async () => {
    const { run } = await move(makeMill(), ["mill", "ice", "inbox/fair.md", "--to", "2"]);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout).toBe(
      ["mill", "ice", "fair"].map((slug) => `episodes/spring/stories/${slug}.md\n`).join(""),
    );
  });

  test("takes a story back to the inbox, which is made", async () => {
    const { run, changes } = await move(makeShow(), ["ward", "--to", "inbox"]);
    expect(run.stderr).toBe("Moved ward to the inbox.\nNext: roundup inbox\n");
    expect(Object.keys(changes)).toEqual(["episodes/winter/stories/ward.md", "inbox/ward.md"]);
  });

  test("sets status and order on the way, and no other byte", async () => {
    const { changes } = await move(makeMill(), ["mill", "--to", "winter", "--release", "--order", "2.5"]);
    expect(changes["episodes/winter/stories/mill.md"]?.[1]).toBe(
      NOTE.replace("status: draft #", "status: ready #").replace(
        "---\nThe mill",
        "order: 2.5\n---\nThe mill",
      ),
    );
  });

  test("leaves a capture that a story which stays needs too, and gives the other a copy", async () => {
    const sources = "sources: { title: Wheel, capture: captures/the-wheel.md }";
    const fair = `---\ntitle: Fair\nsegment: local\n${sources}\n---\nA fair.\n`;
    const { changes } = await move(makeMill({ "inbox/fair.md": fair }), ["mill", "--to", "winter"]);
    expect(changes["inbox/captures/the-wheel.md"]).toBeUndefined();
    expect(changes["episodes/winter/captures/the-wheel.md"]?.[1]).toBe("Wheel.\n");
    const both = await move(makeMill({ "inbox/fair.md": fair }), ["mill", "fair", "--to", "winter"]);
    expect(both.run.stderr).toContain("Moved mill and fair to winter, with 3 captures.");
    expect(both.changes["inbox/captures/the-wheel.md"]).toEqual(["Wheel.\n", undefined]);
  });

  test("leaves the narration to draft, and says so where it leads into the story", async () => {
    const { run, changes } = await move(makeShow(), ["ice", "--to", "spring"]);
    expect(Object.keys(changes)).toEqual([
      "episodes/spring/stories/ice.md",
      "episodes/winter/stories/ice.md",
    ]);
    expect(run.stderr).toMatch(
      /^episodes\/winter\/narration\.md still leads into ice: roundup draft winter /m,
    );
    expect((await move(makeShow(), ["ward", "--to", "spring"])).run.stderr).not.toContain("narration.md");
  });

  test("warns where the episode has no such segment, with the place", async () => {
    const episode = "---\ntitle: Thaw\ndate: 2026-04-07\nsegments: [central, local]\n---\n";
    const { run } = await move(makeMill({ "episodes/spring/episode.md": episode }), [
      "ward",
      "--to",
      "spring",
    ]);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain(
      'episodes/spring/stories/ward.md:3:10: warning: Unexpected segment "nhs", expected one of central, local',
    );
  });

  test("means the other one where the goal has a story of that name too, and says how to free the name", async () => {
    const show = makeMill({ "episodes/spring/stories/fair.md": makeStory("Fair", "nhs", 1, "Fair.") });
    const { run, changes } = await move(show, ["fair", "mill", "--to", "spring"]);
    expect(run).toMatchObject({ stdout: "", status: 1 });
    expect(run.stderr).toBe(
      "roundup: There is a story fair in spring already.\nRename this one first: roundup rename fair fair-2 --episode inbox\n",
    );
    expect(changes).toEqual({});
    const renamed = await runProgram(["rename", "fair", "fair-2", "--episode", "inbox"], { cwd: show });
    expect(renamed.stdout).toBe("inbox/fair-2.md\n");
    expect((await move(show, ["fair-2", "mill", "--to", "spring"])).run.status).toBe(0);
  });

  test("takes the one that --from names of several", async () => {
    const show = makeMill({ "episodes/spring/stories/mill.md": makeStory("Mill", "nhs", 1, "Mill.") });
    const unclear = await move(show, ["mill", "--to", "winter"]);
    expect(unclear.run.stderr).toBe(
      "roundup: More than one folder has a story mill: spring, inbox.\nName the folder with --from.\n",
    );
    expect(unclear.changes).toEqual({});
    const { changes } = await move(show, ["mill", "--from", "inbox", "--to", "winter"]);
    expect(Object.keys(changes)).toContain("inbox/mill.md");
  });

  test.each<[string, Files, string[], RegExp]>([
    ["the story is there already", {}, ["ice", "--to", "winter"], /^roundup: ice is in winter already\.\n/],
    [
      "one of several is not there",
      {},
      ["mill", "no-such-thing", "--to", "winter"],
      /There is no story no-such/,
    ],
    [
      "there is no such episode",
      {},
      ["mill", "--to", "winer"],
      /no episode "winer"\.\nDid you mean winter\?/,
    ],
    [
      "a capture stands there already",
      { "episodes/winter/captures/the-wheel.md": "Mine.\n" },
      ["fair", "mill", "--to", "winter"],
      /^roundup: There is a file episodes\/winter\/captures\/the-wheel\.md already\.\n/,
    ],
    [
      "the frontmatter cannot be read",
      { "inbox/mill.md": "---\ntitle: [\n---\n" },
      ["mill", "--to", "winter"],
      /inbox\/mill\.md cannot be read, so nothing was moved\.\nroundup inbox says why/,
    ],
    [
      "a capture is not below captures/",
      { "inbox/mill.md": NOTE.replace("./captures/the-wheel.md", "fair.md") },
      ["mill", "--to", "winter"],
      /a capture inbox\/fair\.md, which is not below captures\/, so nothing was moved/,
    ],
    [
      "the name is no slug",
      { "inbox/A mill.md": NOTE },
      ["A mill", "--to", "winter"],
      /Unexpected slug "A mill".*\n"a-mill" would do/,
    ],
    [
      "two of the stories have one name",
      { "episodes/spring/stories/mill.md": makeStory("Mill", "nhs", 1, "Mill.") },
      ["inbox/mill.md", "episodes/spring/stories/mill.md", "--to", "winter"],
      /^roundup: Two of the stories are named mill\.\nRename this one first: roundup rename mill mill-2 --episode spring\n/,
    ],
  ])("changes nothing where %s", async (_, files, words, said) => {
    const { run, changes } = await move(makeMill(files), words);
    expect(run.stdout).toBe("");
    expect(run.status).not.toBe(0);
    expect(run.stderr).toMatch(said);
    expect(changes).toEqual({});
  });

  test("never reads or writes through a link out of the show", async () => {
    const outside = makeFolder();
    const stories = makeMill({
      "episodes/winter/stories/ice.md": null,
      "episodes/winter/stories/ward.md": null,
    });
    rmSync(join(stories, "episodes/winter/stories"), { recursive: true });
    symlinkSync(outside, join(stories, "episodes/winter/stories"));
    const goal = await move(stories, ["mill", "--to", "winter"]);
    expect(goal.run.stderr).toMatch(
      /mill\.md cannot be written, so nothing was moved\..*\n.*outside the show/,
    );
    expect(goal.changes).toEqual({});

    const captures = makeMill();
    mkdirSync(join(captures, "episodes/winter"), { recursive: true });
    symlinkSync(outside, join(captures, "episodes/winter/captures"));
    const saved = await move(captures, ["mill", "--to", "winter"]);
    expect(saved.run).toMatchObject({ stdout: "", status: 1 });
    expect(saved.changes).toEqual({});

    const linked = makeMill();
    rmSync(join(linked, "inbox/captures/the-wheel.md"));
    symlinkSync("/etc/hostname", join(linked, "inbox/captures/the-wheel.md"));
    const capture = await move(linked, ["mill", "--to", "winter"]);
    expect(capture.run.stderr).toContain("the-wheel.md is not a file but a link, so nothing was moved");
    expect(capture.changes).toEqual({});
    expect(readTree(outside)).toEqual({});
  });
});

describe("roundup move without --to", () => {
  test("holds and releases stories where they are", async () => {
    const show = makeMill();
    const held = await move(show, ["mill", "ice", "--hold"]);
    expect(held.run.stdout).toBe("inbox/mill.md\nepisodes/winter/stories/ice.md\n");
    expect(held.run.stderr).toBe("Changed mill and ice.\n");
    expect(held.changes["inbox/mill.md"]?.[1]).toBe(NOTE.replace("status: draft #", "status: held #"));
    expect(Object.keys(held.changes)).toEqual(["episodes/winter/stories/ice.md", "inbox/mill.md"]);
    const built = await runProgram(["build", "winter", "--json"], { cwd: show });
    expect(built.status).toBe(0);
    const released = await move(show, ["ice", "--release"]);
    expect(released.changes["episodes/winter/stories/ice.md"]?.[1]).toContain("\nstatus: ready\n");
  });

  test("changes nothing of what is so already, by its key or by the default", async () => {
    const { run, changes } = await move(makeShow(), ["ice", "--release"]);
    expect(run).toMatchObject({
      stdout: "episodes/winter/stories/ice.md\n",
      stderr: "Nothing had to change.\n",
    });
    expect(changes).toEqual({});
  });

  test("sets the order, which the rundown follows, with the line ends of the file", async () => {
    const ward = makeStory("A ward", "local", 1, "A ward opened.").replaceAll("\n", "\r\n");
    const show = makeShow({ "episodes/winter/stories/ward.md": `\uFEFF${ward}` });
    const { changes } = await move(show, ["ward", "--order", "0.5"]);
    expect(changes).toEqual({
      "episodes/winter/stories/ward.md": [`\uFEFF${ward}`, `\uFEFF${ward.replace("order: 1", "order: 0.5")}`],
    });
    const { stdout } = await runProgram(["rundown", "winter"], { cwd: show });
    expect(stdout.indexOf("ward")).toBeLessThan(stdout.indexOf("ice"));
  });

  test.each<[string, string[], RegExp]>([
    ["nothing to do", ["ice"], /Nothing to do\.\n.*--to/],
    ["both states", ["ice", "--hold", "--release"], /contradict each other/],
    ["an order for several", ["ice", "ward", "--order", "1"], /--order is for one story/],
    ["an order that is no number", ["ice", "--order", "first"], /Expected a number/],
  ])("refuses %s with 2", async (_, words, said) => {
    const { run, changes } = await move(makeShow(), words);
    expect(run).toMatchObject({ stdout: "", status: 2 });
    expect(run.stderr).toMatch(said);
    expect(changes).toEqual({});
  });
});
