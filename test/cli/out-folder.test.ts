// Where documents are written, what goes and what stays there, and that nothing is written twice.

import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder, makeShow, makeStory, readTimes, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

test("a second build of the same input writes no file and says so", async () => {
  const show = makeShow();
  await runProgram(["build", "--all"], { cwd: show });
  const before = readTimes(join(show, "out"));
  const again = await runProgram(["build", "--all"], { cwd: show });
  expect(again.stderr.match(/: no file changed, /g)).toHaveLength(2);
  expect(readTimes(join(show, "out"))).toEqual(before);
  expect(Object.keys(before)).toHaveLength(22);
});

test("a changed story changes its episode's documents and no other's", async () => {
  const show = makeShow();
  await runProgram(["build", "--all"], { cwd: show });
  const before = readTimes(join(show, "out/winter"));
  makeShow(
    { "episodes/spring/stories/bins.md": makeStory("New bins", "local", 1, "Green bins came.") },
    show,
  );
  const again = await runProgram(["build", "--all"], { cwd: show });
  expect(again.status).toBe(0);
  expect(readFileSync(join(show, "out/spring/transcript.txt"), "utf8")).toContain("Green bins came.");
  expect(readTimes(join(show, "out/winter"))).toEqual(before);
});

test("episode.json lists exactly the documents of its folder", async () => {
  const show = makeShow();
  await runProgram(["build", "--all"], { cwd: show });
  for (const slug of ["spring", "winter"]) {
    const listed = JSON.parse(readFileSync(join(show, "out", slug, "episode.json"), "utf8"));
    expect(listed.formatVersion).toBe(1);
    expect([...listed.documents].sort()).toEqual(Object.keys(readTree(join(show, "out", slug))));
  }
});

test("a document that build made before and no longer makes goes; whatever else is there stays", async () => {
  const show = makeShow();
  await runProgram(["build"], { cwd: show });
  const folder = join(show, "out/spring");
  const list = JSON.parse(readFileSync(join(folder, "episode.json"), "utf8"));
  list.documents.push("script.txt");
  writeFileSync(join(folder, "episode.json"), JSON.stringify(list));
  for (const name of ["script.txt", "mine.txt", "transcript.vtt"]) writeFileSync(join(folder, name), name);
  mkdirSync(join(folder, "takes"));
  writeFileSync(join(folder, "takes/1.wav"), "sound");
  const run = await runProgram(["build", "--json"], { cwd: show });
  expect(JSON.parse(run.stdout).episodes[0].removed).toEqual(["script.txt"]);
  const names = Object.keys(readTree(folder));
  expect(names).not.toContain("script.txt");
  for (const name of ["mine.txt", "transcript.vtt", "takes/1.wav"]) expect(names).toContain(name);
  expect(readFileSync(join(folder, "takes/1.wav"), "utf8")).toBe("sound");
});

test("out/ can be deleted and built again, the same bytes", async () => {
  const show = makeShow();
  await runProgram(["build", "--all"], { cwd: show });
  const before = readTree(join(show, "out"));
  rmSync(join(show, "out"), { recursive: true });
  await runProgram(["build", "--all"], { cwd: show });
  expect(readTree(join(show, "out"))).toEqual(before);
});

describe("--out", () => {
  test("writes below another folder, made where it is missing, and leaves out/ alone", async () => {
    const show = makeShow();
    const elsewhere = makeFolder();
    const run = await runProgram(["build", "--out", join(elsewhere, "a/b c")], { cwd: show });
    expect(run.status).toBe(0);
    expect(Object.keys(readTree(join(elsewhere, "a/b c/spring")))).toHaveLength(11);
    expect(existsSync(join(show, "out"))).toBe(false);
  });

  test("is taken from the working directory", async () => {
    const show = makeShow();
    const run = await runProgram(["build", "--out=../../public"], { cwd: join(show, "episodes/spring") });
    expect(run.stderr).toContain("in ../../public/spring/:");
    expect(Object.keys(readTree(join(show, "public/spring")))).toHaveLength(11);
  });

  test("that is a file is refused in words, with the file whole", async () => {
    const show = makeShow({ "list.txt": "keep me" });
    const run = await runProgram(["build", "--out", "list.txt"], { cwd: show });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(/^roundup: .*list\.txt.* not a folder[^\n]*[^.]\.\n[A-Z]/);
    expect(readFileSync(join(show, "list.txt"), "utf8")).toBe("keep me");
  });
});

describe("an out/ that is a symbolic link", () => {
  test("out of the show is refused, and nothing is written there", async () => {
    const show = makeShow();
    const outside = makeFolder();
    symlinkSync(outside, join(show, "out"));
    const run = await runProgram(["build"], { cwd: join(show, "episodes") });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(
      /^roundup: \.\.\/out is a symbolic link that leads out of the show\.\n.*--out/,
    );
    expect(readTree(outside)).toEqual({});
  });

  test("to nowhere is refused", async () => {
    const show = makeShow();
    symlinkSync("gone", join(show, "out"));
    const run = await runProgram(["build"], { cwd: show });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(/^roundup: out is a symbolic link that leads nowhere\./);
    expect(existsSync(join(show, "gone"))).toBe(false);
  });

  test("to a folder of the show is followed", async () => {
    const show = makeShow();
    mkdirSync(join(show, "public"));
    symlinkSync("public", join(show, "out"));
    expect(await runProgram(["build"], { cwd: show })).toMatchObject({ status: 0 });
    expect(Object.keys(readTree(join(show, "public/spring")))).toHaveLength(11);
  });
});

test("an out/<slug> that is a symbolic link is not written through", async () => {
  const show = makeShow();
  const outside = makeFolder();
  mkdirSync(join(show, "out"));
  symlinkSync(outside, join(show, "out/spring"));
  const run = await runProgram(["build"], { cwd: show });
  expect(run).toMatchObject({ status: 1, stdout: "" });
  expect(run.stderr).toMatch(/^roundup: .*out\/spring.*symbolic link/);
  expect(readTree(outside)).toEqual({});
});
