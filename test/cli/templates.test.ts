// A show's own templates: they replace the built-in ones by name, and their faults have a file and a line.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linesOf, makeShow, readTree } from "../support/make-show.ts";
import { projectRoot, runProgram } from "../support/run-program.ts";

const builtIn = (name: string) => readFileSync(join(projectRoot, "templates", name), "utf8");

test("a show's own template replaces the built-in one of its name, and only that", async () => {
  const plain = makeShow();
  await runProgram(["build"], { cwd: plain });
  const show = makeShow({ "templates/transcript.txt.hbs": "The words of the day.\n" });
  expect(await runProgram(["build"], { cwd: show })).toMatchObject({ status: 0 });
  const before = readTree(join(plain, "out/spring"));
  const after = readTree(join(show, "out/spring"));
  expect(after).toEqual({ ...before, "transcript.txt": "The words of the day.\n" });
});

test("a page's own template changes every page, with text escaped for HTML", async () => {
  const show = makeShow({
    "episodes/spring/episode.md": '---\nnumber: 2\ntitle: "Thaw <b> & more"\ndate: 2026-04-07\n---\n',
    "templates/transcript.html.hbs": "<p>{{title}}</p>\n",
    "templates/transcript.md.hbs": "# {{title}}\n",
  });
  await runProgram(["build"], { cwd: show });
  const built = readTree(join(show, "out/spring"));
  expect(built["transcript.html"]).toContain("<p>Thaw &lt;b&gt; &amp; more</p>");
  expect(built["transcript.md"]).not.toContain("&lt;");
});

test("templates that equal the built-in ones are the built-in ones: the same bytes, and nothing is said", async () => {
  const plain = makeShow();
  const before = await runProgram(["build"], { cwd: plain });
  const names = Object.keys(readTree(join(projectRoot, "templates")));
  expect(names.length).toBeGreaterThan(9);
  const files = Object.fromEntries(names.map((name) => [`templates/${name}`, builtIn(name)]));
  const show = makeShow(files);
  expect(await runProgram(["build"], { cwd: show })).toEqual(before);
  expect(readTree(join(show, "out"))).toEqual(readTree(join(plain, "out")));
});

describe("a fault in a template", () => {
  test.each<[string, string, string, RegExp]>([
    [
      "that is never closed",
      "transcript.txt.hbs",
      "One\n{{#if title}}\n",
      /^templates\/transcript\.txt\.hbs:[23]:\d+: error: .*never closed/,
    ],
    [
      "of syntax",
      "show-notes.md.hbs",
      "One\ntwo {{title\n",
      /^templates\/show-notes\.md\.hbs:2:\d+: error: /,
    ],
    [
      "of a value that is not there",
      "transcript.md.hbs",
      "One\ntwo {{titel}}\n",
      /^templates\/transcript\.md\.hbs:2:7: error: .*\{\{titel\}\}/,
    ],
    [
      "of a helper that is not there",
      "sources.md.hbs",
      "One\n{{shout title}}\n",
      /^templates\/sources\.md\.hbs:2:1: error: .*helper shout.*if, unless, each/,
    ],
    [
      "of the narration",
      "narration.hbs",
      "{{#if intro}}\nHello {{nobody}}.\n{{/if}}\n",
      /^templates\/narration\.hbs:2:9: error: .*\{\{nobody\}\}/,
    ],
  ])("%s is an error with its file and line, and nothing is written", async (_, name, text, said) => {
    const show = makeShow({ [`templates/${name}`]: text });
    const run = await runProgram(["build"], { cwd: show });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(linesOf(run.stderr)[0]).toMatch(said);
    expect(linesOf(run.stderr)[0]).toMatch(/ \(template\)$/);
    expect(run.stderr).toContain("Nothing was written: 1 error.");
    expect(readTree(join(show, "out"))).toEqual({});
  });

  test("is gone once it is mended", async () => {
    const show = makeShow({ "templates/transcript.txt.hbs": "{{#if}}\n" });
    expect(await runProgram(["build"], { cwd: show })).toMatchObject({ status: 1 });
    makeShow({ "templates/transcript.txt.hbs": "Mended.\n" }, show);
    expect(await runProgram(["build"], { cwd: show })).toMatchObject({ status: 0 });
    expect(readTree(join(show, "out/spring"))["transcript.txt"]).toBe("Mended.\n");
  });
});

test("a template of which nothing is made is a warning that names the nearest", async () => {
  const show = makeShow({ "templates/transcript.tex.hbs": "{{nonsense", "templates/readme.txt": "Mine.\n" });
  const run = await runProgram(["build"], { cwd: show });
  expect(run.status).toBe(0);
  expect(linesOf(run.stderr)[0]).toMatch(
    /^templates\/transcript\.tex\.hbs: warning: .*transcript\.txt\.hbs\? \(unknown-template\)$/,
  );
  expect(linesOf(run.stderr)).toContain("1 warning.");
});
