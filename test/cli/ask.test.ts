// What roundup asks on a terminal, a real one made by `script`: answers, choices, and Ctrl-C.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeShow, readTree } from "../support/make-show.ts";
import { type Running, startOnTerminal } from "./start-program.ts";

// The `script` of other systems takes other options.
const hasScript = /util-linux/.test(spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "");
const why = hasScript ? "" : " (skipped: there is no `script` of util-linux here)";

const type = (running: Running, keys: string) => running.child.stdin?.write(keys);
const ENTER = "\r";
const DOWN = "\u001b[B";
const CTRL_C = "\u0003";

describe.skipIf(!hasScript)(`on a terminal${why}`, () => {
  test("new story asks for the headline and the segment, and says what it made", async () => {
    const show = makeShow();
    const running = startOnTerminal(["new", "story"], show);
    await running.waitFor(/The headline of the story/);
    type(running, `Lamps on the bridge${ENTER}`);
    await running.waitFor(/Which segment\?[\s\S]*NHS/);
    type(running, `${DOWN}${DOWN}${ENTER}`);
    expect(await running.ended).toEqual({ status: 0, signal: null });
    expect(running.said()).toContain("episodes/spring/stories/lamps-on-the-bridge.md");
    const text = readFileSync(join(show, "episodes/spring/stories/lamps-on-the-bridge.md"), "utf8");
    expect(text).toContain("title: Lamps on the bridge\nsegment: nhs\norder: 1\n");
  });

  test("new story asks only for what is missing", async () => {
    const show = makeShow();
    const running = startOnTerminal(["new", "story", "Lamps", "--segment", "local"], show);
    expect(await running.ended).toEqual({ status: 0, signal: null });
    expect(running.said()).not.toMatch(/headline of|Which segment/);
  });

  test("new episode asks for a title until it has one", async () => {
    const show = makeShow();
    const running = startOnTerminal(["new", "episode", "--date", "2026-05-05"], show);
    await running.waitFor(/The title of episode 3/);
    type(running, ENTER);
    await running.waitFor(/A title is needed/);
    type(running, `May${ENTER}`);
    expect(await running.ended).toEqual({ status: 0, signal: null });
    expect(readFileSync(join(show, "episodes/003-may/episode.md"), "utf8")).toContain("title: May\n");
  });

  test.each([
    ["the headline", ["new", "story"], /The headline of the story/],
    ["the segment", ["new", "story", "Lamps"], /Which segment\?/],
    ["the title", ["new", "episode"], /The title of episode 3/],
  ])("Ctrl-C at the question for %s exits 130 and writes nothing", async (_, words, question) => {
    const show = makeShow();
    const before = readTree(show);
    const running = startOnTerminal(words, show);
    await running.waitFor(question);
    type(running, CTRL_C);
    expect(await running.ended).toEqual({ status: 130, signal: null });
    expect(running.said()).toContain("Nothing was written.");
    expect(readTree(show)).toEqual(before);
  });

  test("a problem has colour, but not with --no-color", async () => {
    const show = makeShow({ "episodes/spring/stories/bins.md": "no frontmatter\n" });
    const plain = startOnTerminal(["build", "--no-color"], show);
    expect((await plain.ended).status).toBe(1);
    expect(plain.said()).toContain("bins.md:1:1: error: ");
    expect(plain.said()).not.toContain("\u001b[");
    const coloured = startOnTerminal(["build"], show);
    expect((await coloured.ended).status).toBe(1);
    expect(coloured.said()).toContain("\u001b[31merror\u001b[39m");
  });

  test("Ctrl-C ends a watch with 0", async () => {
    const running = startOnTerminal(["build", "--watch"], makeShow());
    await running.waitFor(/stop with Ctrl-C/);
    type(running, CTRL_C);
    expect(await running.ended).toEqual({ status: 0, signal: null });
  });
});
