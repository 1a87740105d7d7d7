// roundup init: a show that builds at once, with every key explained, and nothing ever overwritten.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isMap, parseDocument } from "yaml";
import { makeFolder, makeShow, readTree } from "../support/make-show.ts";
import { projectRoot, runProgram } from "../support/run-program.ts";

/** Makes a show in a new folder and answers with it. */
async function initShow(...words: string[]): Promise<string> {
  const folder = makeFolder();
  const run = await runProgram(["init", ...words], { cwd: folder });
  expect(run).toMatchObject({ status: 0, stdout: "" });
  return folder;
}

/** What a build of a show says besides its summary: nothing, where all is well. */
async function buildCleanly(show: string): Promise<void> {
  const run = await runProgram(["build"], { cwd: show });
  expect(run.status).toBe(0);
  expect(run.stderr).toMatch(/^Built Episode 1, /);
  expect(run.stderr).not.toMatch(/warning|error/);
}

describe("a new show", () => {
  test("builds at once with no problem and no warning, and its next command is the right one", async () => {
    const folder = makeFolder();
    const run = await runProgram(["init", "a new show"], { cwd: folder });
    expect(run.stderr).toMatch(/^Made a show in a new show\/, .*\nNext: cd 'a new show' && roundup build\n$/);
    await buildCleanly(join(folder, "a new show"));
    expect(readFileSync(join(folder, "a new show/out/001/transcript.md"), "utf8")).toContain("A new show");
  });

  test("is made in the empty folder that one stands in", async () => {
    const folder = await initShow();
    expect(Object.keys(readTree(folder)).sort()).toEqual([
      ".gitignore",
      "episodes/001/episode.md",
      "episodes/001/stories/first-story.md",
      "episodes/001/stories/second-story.md",
      "episodes/001/stories/third-story.md",
      "roundup.yaml",
      ...["episode-json", "episode", "names", "narration", "show", "story"].map(
        (name) => `schemas/${name}.schema.json`,
      ),
    ]);
    await buildCleanly(folder);
  });

  test("has one story a segment, each with a pointer to a schema that is there", async () => {
    const show = await initShow();
    const files = readTree(show);
    const segments = [];
    for (const [path, text] of Object.entries(files)) {
      const pointer = /^# yaml-language-server: \$schema=(.+)$/m.exec(text)?.[1];
      if (/\.(yaml|md)$/.test(path))
        expect(existsSync(join(show, path, "..", pointer ?? "?")), path).toBe(true);
      segments.push(...(/^segment: (.+)$/m.exec(text)?.slice(1) ?? []));
    }
    expect(segments.sort()).toEqual(["central", "local", "nhs"]);
  });

  test("keeps its private notes out of what is built", async () => {
    const show = await initShow();
    await buildCleanly(show);
    expect(JSON.stringify(readTree(join(show, "out")))).not.toContain("never leaves your machine");
  });

  test("is dated today, by the clock of its own time zone", async () => {
    const clock = join(makeFolder(), "clock.mjs");
    writeFileSync(
      clock,
      'const now = new Date("2026-06-30T23:30:00Z"); const Real = Date; globalThis.Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(now); } static now() { return +now; } };',
    );
    const folder = makeFolder();
    const env = { NODE_OPTIONS: `--import=${clock}`, TZ: "America/Los_Angeles" };
    await runProgram(["init"], { cwd: folder, env });
    expect(readFileSync(join(folder, "episodes/001/episode.md"), "utf8")).toMatch(/^date: 2026-07-01$/m);
  });
});

describe("the new roundup.yaml", () => {
  interface Schema {
    readonly description?: string;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly items?: Schema;
  }
  /** Every key of the schema with what it says of it, but reserved ones. */
  function listKeys({ properties, items }: Schema): { key: string; said: string }[] {
    const entries = Object.entries(properties ?? items?.properties ?? {});
    return entries
      .filter(([, field]) => field.description !== "Reserved.")
      .flatMap(([key, field]) => [{ key, said: field.description ?? "?" }, ...listKeys(field)]);
  }

  test("has every key of the schema with a comment that explains it", async () => {
    const show = await initShow();
    const lines = readFileSync(join(show, "roundup.yaml"), "utf8").split("\n");
    const schema = JSON.parse(readFileSync(join(show, "schemas/show.schema.json"), "utf8")) as Schema;
    const keys = listKeys(schema);
    expect(keys.length).toBeGreaterThan(20);
    for (const { key, said } of keys) {
      const line = lines.findIndex((one) => one.includes("# ") && one.endsWith(said));
      const below = lines.slice(line).join("\n");
      // A key stands under its comment, set or as an example; those of a list's items are in a table above it.
      expect(below).toMatch(new RegExp(`^#  +${key}  +|^[ #]*# .*\\n(?:#  .*\\n)*[ #]*${key}:`));
    }
  });

  test("can have every commented key uncommented and is still read without a warning", async () => {
    const show = await initShow();
    const path = join(show, "roundup.yaml");
    const text = readFileSync(path, "utf8");
    const lines = text.split("\n");
    const uncommented = lines.map((line) =>
      /^ *# *(?:- |[A-Za-z-]+:(?: |$))/.test(line) && !line.includes("yaml-language-server")
        ? line.replace("# ", "")
        : line,
    );
    const count = uncommented.filter((line, index) => line !== lines[index]).length;
    expect(count).toBeGreaterThan(8);
    writeFileSync(path, uncommented.join("\n"));
    await buildCleanly(show);
    const { contents } = parseDocument(uncommented.join("\n"));
    const keys = isMap(contents) ? contents.items.map((item) => String(item.key)) : [];
    expect(keys).toEqual([
      "formatVersion",
      "show",
      "segments",
      "reading",
      "narration",
      "checks",
      "feeds",
      "suggest",
    ]);
  });
});

describe("a folder that is not empty", () => {
  test.each([
    ["roundup.yaml", "roundup.yaml", "show: {}\n"],
    ["episodes", "episodes/001/episode.md", "mine\n"],
  ])("is refused where it holds %s, and nothing of it changes", async (name, path, text) => {
    const show = makeFolder();
    mkdirSync(join(show, path, ".."), { recursive: true });
    writeFileSync(join(show, path), text);
    const run = await runProgram(["init"], { cwd: show });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toBe(
      `roundup: There is a show in this folder already: it holds ${name}.\nAdd to it with: roundup new episode "A title"\n`,
    );
    expect(readTree(show)).toEqual({ [path]: text });
  });

  test("keeps every file that is there already, which is said", async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "schemas"));
    writeFileSync(join(folder, ".gitignore"), "mine\n");
    writeFileSync(join(folder, "schemas/show.schema.json"), "{}\n");
    const run = await runProgram(["init"], { cwd: folder });
    expect(run.status).toBe(0);
    expect(run.stderr).toContain("Left .gitignore as it is");
    expect(readTree(folder)).toMatchObject({ ".gitignore": "mine\n", "schemas/show.schema.json": "{}\n" });
    await buildCleanly(folder);
  });

  test("is not a file", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "notes"), "mine\n");
    const run = await runProgram(["init", "notes"], { cwd: folder });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(/^roundup: .*notes.*[^.]\.\n/);
    expect(readTree(folder)).toEqual({ notes: "mine\n" });
  });
});

describe("--templates", () => {
  /** The built-in templates; beside them lies the prompter's script, which belongs to the program. */
  const builtIn = Object.fromEntries(
    Object.entries(readTree(join(projectRoot, "templates"))).filter(([name]) => name.endsWith(".hbs")),
  );

  test("copies the built-in templates, byte for byte, and the show builds the same", async () => {
    const show = await initShow("--templates");
    const copied = readTree(join(show, "templates"));
    expect(copied).toEqual(builtIn);
    await buildCleanly(show);
  });

  test("copies them into a show that is there, and leaves those that it has", async () => {
    const show = makeShow({ "templates/transcript.txt.hbs": "Mine.\n" });
    const run = await runProgram(["init", "--templates"], { cwd: show });
    expect(run).toMatchObject({ status: 0, stdout: "" });
    const count = Object.keys(builtIn).length;
    expect(run.stderr).toContain("Left templates/transcript.txt.hbs as it is");
    expect(run.stderr).toContain(`Copied ${count - 1} built-in templates to templates/.`);
    expect(readTree(join(show, "templates"))["transcript.txt.hbs"]).toBe("Mine.\n");
    const again = await runProgram(["init", "--templates"], { cwd: show });
    expect(again.stderr).toContain("Copied nothing");
  });
});
