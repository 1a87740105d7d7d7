// A show's folder -> its input files, with everything in the folder that could lead out, hang or confuse.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readdir, realpath, rename, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findShow,
  type InputFile,
  readEpisodeFiles,
  readEpisodeFront,
  readInputFile,
  readShowFiles,
} from "../../src/io/read-files.ts";
import type { Problem } from "../../src/problem.ts";
import { bundleProgram } from "./child-program.ts";
import { fillFolder, makeTemporaryFolder } from "./temporary-folder.ts";

const MIB = 1024 * 1024;

function pathsOf(files: readonly InputFile[]): string[] {
  return files.map(({ path }) => path);
}

function rulesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ file, rule, severity }) => `${file}: ${severity} (${rule})`);
}

function textsOf(files: readonly InputFile[]): string {
  return files.map(({ bytes }) => Buffer.from(bytes).toString("utf8")).join("\n");
}

async function makeShow(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const root = join(await makeTemporaryFolder(), "show");
  await fillFolder(root, { "roundup.yaml": "", "episodes/one/episode.md": "one", ...files });
  return root;
}

describe("finding the show", () => {
  test("takes the nearest folder upwards that holds roundup.yaml or episodes/", async () => {
    const root = await makeShow({ "episodes/one/stories/episodes": "a file, so no show" });
    expect(await findShow(join(root, "episodes/one/stories"))).toBe(root);
    expect(await findShow(root)).toBe(root);
    await fillFolder(root, { "inner/roundup.yaml": "", "inner/deep/x": "" });
    expect(await findShow(join(root, "inner/deep"))).toBe(join(root, "inner"));
    await mkdir(join(root, "other/episodes"), { recursive: true });
    expect(await findShow(join(root, "other"))).toBe(join(root, "other"));
  });

  test("passes over a folder called roundup.yaml and a file called episodes", async () => {
    const root = await makeShow({ "a/b/episodes": "" });
    await mkdir(join(root, "a/roundup.yaml"));
    expect(await findShow(join(root, "a/b"))).toBe(root);
  });

  test("finds none in a folder without a show, nor from a folder that is not there", async () => {
    const folder = await makeTemporaryFolder();
    expect(await findShow(folder)).toBeNull();
    expect(await findShow(join(folder, "not/there"))).toBeNull();
  });

  test("answers with the real path, and takes a link called roundup.yaml for a show", async () => {
    const root = await makeShow();
    await rename(join(root, "roundup.yaml"), join(root, "settings.yaml"));
    await rename(join(root, "episodes"), join(root, "editions"));
    await symlink("settings.yaml", join(root, "roundup.yaml"));
    await symlink("show", join(root, "../link"));
    expect(await findShow(join(root, "../link/editions"))).toBe(root);
  });
});

describe("reading a show", () => {
  test("gives the settings, the names, the templates and the episodes, sorted by code point", async () => {
    const root = await makeShow({
      "names.yaml": "- name: Ŷ",
      "templates/transcript.txt.hbs": "t",
      "templates/Newsletter.html.hbs": "n",
      "templates/notes.txt": "left alone",
      "templates/.x.hbs": "left alone",
      "episodes/two/episode.md": "2",
      "episodes/10/episode.md": "10",
      "episodes/.trash/x": "",
      "episodes/README.md": "a plain file",
    });
    const show = await readShowFiles(root);
    expect(show.root).toBe(root);
    expect(pathsOf(show.files)).toEqual(["names.yaml", "roundup.yaml"]);
    expect(textsOf(show.files)).toBe("- name: Ŷ\n");
    expect(pathsOf(show.templates)).toEqual([
      "templates/Newsletter.html.hbs",
      "templates/transcript.txt.hbs",
    ]);
    expect(show.episodeSlugs).toEqual(["10", "one", "two"]);
    expect(show.problems).toEqual([]);
  });

  test("misses nothing in an empty folder", async () => {
    const root = await makeTemporaryFolder();
    expect(await readShowFiles(root)).toEqual({
      root,
      files: [],
      templates: [],
      episodeSlugs: [],
      problems: [],
    });
  });

  test("names a slug that would do for a folder that has none, and leaves it out", async () => {
    const root = await makeShow({
      "episodes/Épisode 2: Été/episode.md": "",
      "episodes/One/episode.md": "",
      "episodes/…/episode.md": "",
      "episodes/-x/episode.md": "",
    });
    const show = await readShowFiles(root);
    expect(show.episodeSlugs).toEqual(["one"]);
    expect(show.problems.map(({ file, text }) => [file, /Rename it to "(.*)"\.$/.exec(text)?.[1]])).toEqual([
      ["episodes/-x", "x"],
      ["episodes/One", "one-2"],
      ["episodes/Épisode 2: Été", "episode-2-ete"],
      ["episodes/…", "episode"],
    ]);
    expect(new Set(show.problems.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
      new Set(["error bad-slug"]),
    );
    expect(show.problems.find(({ file }) => file === "episodes/One")?.text).toContain(
      'differs from "one" only in letter case',
    );
  });

  test("says so where a folder's place is taken by a file", async () => {
    const root = await makeTemporaryFolder();
    await fillFolder(root, { episodes: "", templates: "" });
    expect(rulesOf((await readShowFiles(root)).problems)).toEqual([
      "episodes: error (not-a-folder)",
      "templates: error (not-a-folder)",
    ]);
  });
});

describe("reading an episode", () => {
  test("gives what a build needs and the name of everything else", async () => {
    const root = await makeShow({
      "episodes/one/narration.md": "n",
      "episodes/one/stories/b.md": "b",
      "episodes/one/stories/a.md": "a",
      "episodes/one/stories/a-1.md": "a1",
      "episodes/one/stories/.draft.md": "left alone",
      "episodes/one/stories/notes.txt": "left alone",
      "episodes/one/stories/UPPER.MD": "left alone",
      "episodes/one/stories/older/old.md": "left alone",
      "episodes/one/captures/loti.md": "capture",
      "episodes/one/cover.png": "p",
    });
    await mkdir(join(root, "episodes/one/empty"));
    const episode = await readEpisodeFiles(root, "one");
    expect(pathsOf(episode.files)).toEqual([
      "episodes/one/episode.md",
      "episodes/one/narration.md",
      "episodes/one/stories/a-1.md",
      "episodes/one/stories/a.md",
      "episodes/one/stories/b.md",
    ]);
    expect(textsOf(episode.files)).toBe("one\nn\na1\na\nb");
    expect(episode.storyNames).toEqual(["a-1.md", "a.md", "b.md"]);
    expect(episode.names).toEqual([
      "captures/loti.md",
      "cover.png",
      "episode.md",
      "narration.md",
      "stories/.draft.md",
      "stories/UPPER.MD",
      "stories/a-1.md",
      "stories/a.md",
      "stories/b.md",
      "stories/notes.txt",
      "stories/older/old.md",
    ]);
    expect(episode.problems).toEqual([]);
  });

  test("finds no problem where files, or the episode itself, are missing", async () => {
    const root = await makeShow({ "episodes/two/x": "" });
    expect(await readEpisodeFiles(root, "two")).toMatchObject({ files: [], names: ["x"], problems: [] });
    expect(await readEpisodeFiles(root, "three")).toMatchObject({ files: [], names: [], problems: [] });
    expect(await readEpisodeFront(root, "two")).toEqual({ file: null, problems: [] });
    expect((await readEpisodeFront(root, "one")).file?.path).toBe("episodes/one/episode.md");
  });

  test("reports every story whose name is no slug, or is a place in narration.md, and reads it all the same", async () => {
    const root = await makeShow({
      "episodes/one/stories/Loti Guidance.md": "",
      "episodes/one/stories/council's AI.md": "",
      "episodes/one/stories/intro.md": "",
      "episodes/one/stories/Outro.md": "",
      "episodes/one/stories/story\nbreak.md": "",
    });
    const { problems, files, storyNames } = await readEpisodeFiles(root, "one");
    expect(
      problems.map(({ file, rule, text }) => [file.slice(21), rule, /"([^"]*)"\.$/.exec(text)?.[1]]),
    ).toEqual([
      ["Loti Guidance.md", "bad-slug", "loti-guidance.md"],
      ["Outro.md", "bad-slug", "outro-2.md"],
      ["council's AI.md", "bad-slug", "councils-ai.md"],
      ["intro.md", "reserved-slug", "intro-2.md"],
      ["story\nbreak.md", "bad-slug", "story-break.md"],
    ]);
    expect(files.length).toBe(6);
    expect(storyNames.length).toBe(5);
    for (const { text } of problems) expect(text).not.toMatch(/\n/);
  });

  test("says of names that differ only in letter case or Unicode form that they do, and proposes different slugs", async () => {
    const root = await makeShow({ "episodes/one/stories/loti.md": "" });
    const stories = join(root, "episodes/one/stories");
    for (const name of ["LOTI.md", "caf\u00e9.md", "cafe\u0301.md"]) await writeFile(join(stories, name), "");
    const { problems } = await readEpisodeFiles(root, "one");
    const found = problems.map(({ text }) => text.replace(/^.*?(It differs)/, "$1").normalize("NFC"));
    // A disk that takes such names for one holds fewer of them.
    if ((await readdir(stories)).length < 4) return;
    expect(found).toEqual([
      'It differs from "loti.md" only in letter case. Rename it to "loti-2.md".',
      'It differs from "caf\u00e9.md" only in Unicode form. Rename it to "cafe.md".',
      'It differs from "caf\u00e9.md" only in Unicode form. Rename it to "cafe-2.md".',
    ]);
  });

  test("proposes nothing but slugs, whatever a file is called", async () => {
    const root = await makeShow();
    const stories = join(root, "episodes/one/stories");
    await mkdir(stories);
    const names = fc
      .sample(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), { numRuns: 150, seed: 7 })
      .map((name) => `${name.replace(/[/\0]/g, "").replace(/^\./, "")}x.md`);
    for (const name of names) await writeFile(join(stories, name), "").catch(() => undefined);
    const { problems } = await readEpisodeFiles(root, "one");
    const proposed = problems.map(({ text }) => /Rename it to "(.*)"\.$/.exec(text)?.[1] ?? "");
    expect(proposed.length).toBeGreaterThan(50);
    for (const name of proposed) expect(name).toMatch(/^[a-z0-9][a-z0-9-]*\.md$/);
    expect(new Set([...proposed, ...names]).size).toBe(new Set(proposed).size + new Set(names).size);
  });

  test("does not depend on the order in which files were made", async () => {
    const names = ["b", "a", "é", "B", "a-b", "a1", "Z", "z", "\u{1F600}", "\uFF21"];
    async function readMade(order: readonly string[]) {
      const root = await makeShow();
      for (const name of order) {
        await fillFolder(root, {
          [`episodes/one/stories/${name}.md`]: name,
          [`episodes/x${name}/episode.md`]: name,
          [`templates/${name}.hbs`]: name,
        });
      }
      const show = await readShowFiles(root);
      return { ...show, root: "", ...(await readEpisodeFiles(root, "one")), more: show.problems };
    }
    const forwards = await readMade(names);
    expect(await readMade([...names].reverse())).toEqual(forwards);
    // By code point, which is neither by UTF-16 unit nor by any language's alphabet.
    expect(forwards.storyNames).toEqual(
      ["B", "Z", "a", "a-b", "a1", "b", "z", "é", "\uFF21", "\u{1F600}"]
        .map((name) => `${name}.md`)
        .sort((a, b) => {
          return Buffer.compare(Buffer.from(a), Buffer.from(b));
        }),
    );
  });
});

describe("what leads outside the show", () => {
  test("is an error at the link, and its text is never read", async () => {
    const root = await makeShow({ "episodes/one/stories/good.md": "good" });
    await fillFolder(root, { "../secret/episode.md": "SECRET", "../secret/stories/x.md": "SECRET" });
    const secret = join(root, "../secret");
    await symlink(join(secret, "episode.md"), join(root, "names.yaml"));
    await symlink("../../../../secret/episode.md", join(root, "episodes/one/stories/relative.md"));
    await symlink("/etc/passwd", join(root, "episodes/one/narration.md"));
    await symlink("/dev/zero", join(root, "episodes/one/stories/zero.md"));
    await symlink(secret, join(root, "episodes/two"));
    await symlink(secret, join(root, "templates"));
    await symlink(secret, join(root, "episodes/one/captures"));

    const show = await readShowFiles(root);
    const one = await readEpisodeFiles(root, "one");
    const two = await readEpisodeFiles(root, "two");

    expect(rulesOf(show.problems)).toEqual([
      "episodes/two: error (outside-show)",
      "names.yaml: error (outside-show)",
      "templates: error (outside-show)",
    ]);
    expect(show.episodeSlugs).toEqual(["one"]);
    expect(rulesOf(one.problems)).toEqual([
      "episodes/one/captures: error (outside-show)",
      "episodes/one/narration.md: error (outside-show)",
      "episodes/one/stories/relative.md: error (outside-show)",
      "episodes/one/stories/zero.md: error (outside-show)",
    ]);
    expect(rulesOf(two.problems)).toEqual(["episodes/two: error (outside-show)"]);
    expect(rulesOf((await readEpisodeFront(root, "two")).problems)).toEqual([
      "episodes/two: error (outside-show)",
    ]);
    expect(textsOf([...show.files, ...show.templates, ...one.files, ...two.files])).toBe("\none\ngood");
    expect(two.names).toEqual([]);
  });

  test("is told by whole names, not by how a path begins", async () => {
    const root = await makeShow();
    await fillFolder(root, { "../show-two/x.md": "SECRET", "..data/x.md": "inside" });
    await symlink("../../../show-two/x.md", join(root, "episodes/one/narration.md"));
    await symlink("../../..data/x.md", join(root, "episodes/one/inside.md"));
    expect(rulesOf((await readEpisodeFiles(root, "one")).problems)).toEqual([
      "episodes/one/narration.md: error (outside-show)",
    ]);
    expect((await readInputFile(root, "episodes/one/inside.md")).file).not.toBeNull();
  });

  test("is refused as a path too", async () => {
    const root = await makeShow();
    await fillFolder(root, { "../secret.md": "SECRET" });
    for (const path of [
      "../secret.md",
      "episodes/../../secret.md",
      join(root, "../secret.md"),
      "/etc/passwd",
    ]) {
      expect(await readInputFile(root, path)).toMatchObject({
        file: null,
        problems: [{ rule: "outside-show" }],
      });
    }
    expect((await readInputFile(root, "episodes/../roundup.yaml")).file).not.toBeNull();
    expect((await readInputFile(root, "episodes/one/episode.md\0.png")).problems).toMatchObject([
      { rule: "cannot-read" },
    ]);
  });

  test("is not a link that stays inside, of a file, a folder or the show itself", async () => {
    const root = await makeShow({ "shared/story.md": "shared", "shared/captures/loti.md": "c" });
    await mkdir(join(root, "episodes/one/stories"));
    await symlink("../../../shared/story.md", join(root, "episodes/one/stories/story.md"));
    await symlink(join(root, "shared/captures"), join(root, "episodes/one/captures"));
    await symlink("one", join(root, "episodes/two"));
    await symlink("show", join(root, "../link"));
    const two = await readEpisodeFiles(join(root, "../link"), "two");
    expect(two.problems).toEqual([]);
    expect(pathsOf(two.files)).toEqual(["episodes/two/episode.md", "episodes/two/stories/story.md"]);
    expect(two.names).toEqual(["captures/loti.md", "episode.md", "stories/story.md"]);
    expect(await readShowFiles(join(root, "../link"))).toMatchObject({ root, episodeSlugs: ["one", "two"] });
  });
});

describe("what is no file", () => {
  test("is an error without being opened: pipes, sockets and folders do not hang", async () => {
    const root = await makeShow();
    const folder = join(root, "episodes/one");
    await mkdir(join(folder, "stories/folder.md"), { recursive: true });
    spawnSync("mkfifo", [
      join(folder, "stories/pipe.md"),
      join(folder, "narration.md"),
      join(root, "names.yaml"),
    ]);
    await symlink("pipe.md", join(folder, "stories/link.md"));
    const server = createServer().listen(join(folder, "stories/socket.md"));
    await once(server, "listening");
    try {
      const { problems, storyNames } = await readEpisodeFiles(root, "one");
      expect(
        problems.map(({ file, rule, text }) => [file.slice(13), rule, /This is (.*?),/.exec(text)?.[1]]),
      ).toEqual([
        ["narration.md", "not-a-file", "a named pipe"],
        ["stories/folder.md", "not-a-file", "a folder"],
        ["stories/link.md", "not-a-file", "a named pipe"],
        ["stories/pipe.md", "not-a-file", "a named pipe"],
        ["stories/socket.md", "not-a-file", "a socket"],
      ]);
      expect(storyNames).toEqual(["link.md"]);
      expect(rulesOf((await readShowFiles(root)).problems)).toEqual(["names.yaml: error (not-a-file)"]);
    } finally {
      server.close();
    }
  });

  test("is an error when it is a link that leads nowhere or in a circle", async () => {
    const root = await makeShow();
    const folder = join(root, "episodes/one");
    await mkdir(join(folder, "stories"));
    await mkdir(join(folder, "captures"));
    await symlink("nowhere.md", join(folder, "stories/broken.md"));
    await symlink("circle.md", join(folder, "stories/circle.md"));
    await symlink("nowhere.md", join(folder, "captures/broken.md"));
    await symlink("editor@host.1234", join(folder, "captures/.#loti.md"));
    await symlink("editor@host.1234", join(folder, "stories/.#loti.md"));
    await symlink(".", join(folder, "again"));
    const { problems, names } = await readEpisodeFiles(root, "one");
    expect(rulesOf(problems)).toEqual([
      "episodes/one/captures/broken.md: error (cannot-read)",
      "episodes/one/stories/broken.md: error (cannot-read)",
      "episodes/one/stories/circle.md: error (cannot-read)",
    ]);
    expect(names.filter((name) => name.startsWith("again/again"))).toEqual(["again/again"]);
  });
});

describe("what cannot be read", () => {
  test("is a file over 1 MiB, but not one of exactly that", async () => {
    const root = await makeShow({ "names.yaml": new Uint8Array(MIB), "episodes/one/narration.md": "" });
    await truncate(join(root, "episodes/one/narration.md"), MIB + 1);
    const show = await readShowFiles(root);
    expect(show.problems).toEqual([]);
    expect(show.files[0]?.bytes.length).toBe(MIB);
    const episode = await readEpisodeFiles(root, "one");
    expect(rulesOf(episode.problems)).toEqual(["episodes/one/narration.md: error (file-too-large)"]);
    expect(pathsOf(episode.files)).toEqual(["episodes/one/episode.md"]);
  });

  test("is a file or a folder without permission", async ({ skip }) => {
    const root = await makeShow({
      "episodes/one/narration.md": "SECRET",
      "episodes/one/stories/a.md": "SECRET",
    });
    const folder = join(root, "..");
    const program = await bundleProgram(
      folder,
      `import { readEpisodeFiles } from "../../src/io/read-files.ts";
       const { files, problems } = await readEpisodeFiles(process.argv[2] ?? "", "one");
       console.log(JSON.stringify({ paths: files.map(({ path }) => path), problems }));`,
    );
    for (const path of [folder, root]) await chmod(path, 0o755);
    await chmod(join(root, "episodes/one/narration.md"), 0o000);
    await chmod(join(root, "episodes/one/stories"), 0o000);
    // Root may read everything, so the reading is done as nobody there.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const child = spawn(process.execPath, [program, await realpath(root)], { ...nobody, cwd: "/" });
    const starts = await once(child, "spawn").catch(() => null);
    if (starts === null) return skip("this Node stands where nobody but root may run it");
    let output = "";
    child.stdout.on("data", (text) => {
      output += text;
    });
    await once(child, "close");
    await chmod(join(root, "episodes/one/stories"), 0o755);
    const { paths, problems } = JSON.parse(output);
    expect(paths).toEqual(["episodes/one/episode.md"]);
    expect(rulesOf(problems)).toEqual([
      "episodes/one/narration.md: error (cannot-read)",
      "episodes/one/stories: error (cannot-read)",
    ]);
  });
});
