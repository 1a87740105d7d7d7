// Every command and example of the documents is run.

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PageServer, startPageServer } from "../support/page-server.ts";
import { projectRoot, runProgram } from "../support/run-program.ts";

const temporary = mkdtempSync(join(tmpdir(), "roundup-docs-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

interface Block {
  readonly info: string;
  readonly text: string;
}

function readBlocks(path: string): Block[] {
  const text = readFileSync(join(projectRoot, path), "utf8");
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    info: match[1] ?? "",
    text: match[2] ?? "",
  }));
}

const PAGE = `<!DOCTYPE html><html lang="en-GB"><head><title>A desk for residents</title></head><body><article><h1>A desk for residents</h1>${"<p>The borough council has opened a desk for its residents, and says that queues are shorter.</p>".repeat(8)}</article></body></html>`;

const FEED =
  '<rss version="2.0"><channel><title>News</title><item><title>A desk</title><link>/a-desk-for-residents</link></item></channel></rss>';

// The pages that the documents speak of are served here.
let server: PageServer;
beforeAll(async () => {
  server = await startPageServer({ "/a-desk-for-residents": PAGE, "/feed.xml": FEED });
});
afterAll(() => server.close());

/** A command line with the address of a page as it is served here. */
function localise(words: readonly string[]): string[] {
  const served = words.map((word) => word.replace("https://news.example", server.url));
  const isLocal = words[0] === "feeds" || served.some((word, index) => word !== words[index]);
  return isLocal ? [...served, "--allow-local"] : served;
}

/** The words of a command line; quotes hold blanks together. */
function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? "");
}

function copySample(name: string): string {
  const show = join(temporary, name);
  for (const part of ["roundup.yaml", "names.yaml", "episodes", "templates"]) {
    cpSync(join(projectRoot, part), join(show, part), { recursive: true });
  }
  return show;
}

function addFeed(show: string): void {
  appendFileSync(join(show, "roundup.yaml"), `\nfeeds: [${server.url}/feed.xml]\n`);
}

describe("README.md", () => {
  const blocks = readBlocks("README.md");

  test("builds the latest episode with its first line", async () => {
    expect(blocks[0]?.text).toBe("npm ci && npx roundup build\n");
    const result = await runProgram(["build"], { cwd: copySample("first-line") });
    expect(result.status).toBe(0);
    expect(result.stderr).not.toMatch(/warning|error/);
  });

  test("names scripts that the package has", () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
      scripts: object;
    };
    const papers = ["README.md", "CONTRIBUTING.md"]
      .map((path) => readFileSync(join(projectRoot, path), "utf8"))
      .join("\n");
    for (const [, script] of papers.matchAll(/npm run (\w+)/g))
      expect(Object.keys(scripts)).toContain(script);
    expect(Object.keys(scripts)).toContain("test");
  });

  test("shows what a build says, to the letter", async () => {
    const show = copySample("console");
    const session = blocks.find((block) => block.info === "console")?.text ?? "";
    const [command = "", ...said] = session.split("\n");
    const result = await runProgram(splitWords(command).slice(3), { cwd: show });
    expect(result.stderr).toBe(said.join("\n"));
    const sources = readFileSync(join(show, "out/002/sources.md"), "utf8");
    const shown =
      blocks.find((block) => block.text.startsWith("## Central government"))?.text.trimEnd() ?? "?";
    expect(sources).toContain(shown);
  });

  test("has a sequence of commands that all succeed, in order", async () => {
    const lines =
      blocks
        .find((block) => block.text.includes("init my-show"))
        ?.text.trim()
        .split("\n") ?? [];
    let cwd = join(temporary, "own");
    mkdirSync(cwd);
    for (const line of lines) {
      const [first, second, ...words] = splitWords(line);
      if (first === "cd") {
        cwd = join(cwd, second ?? "");
        continue;
      }
      expect([first, second]).toEqual(["npx", "roundup"]);
      const result = await runProgram(words, { cwd });
      expect(result, line).toMatchObject({ status: 0 });
    }
    expect(existsSync(join(cwd, "out/001/transcript.html"))).toBe(true);
  });

  test("shows a note that is a sound story", async () => {
    const show = copySample("note");
    const note =
      blocks.find((block) => block.info === "markdown" && block.text.includes("segment:"))?.text ?? "";
    writeFileSync(join(show, "episodes/018/stories/public-voice.md"), note);
    const result = await runProgram(["build", "18"], { cwd: show });
    expect(result.stderr).not.toMatch(/warning|error/);
    expect(readFileSync(join(show, "out/018/transcript.txt"), "utf8")).not.toContain("Check whether");
  });

  test("lists every command in its table", async () => {
    const help = await runProgram(["--help"], { cwd: temporary });
    const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
    const commands = [...help.stdout.matchAll(/^ {2}([a-z]+)[ |]/gm)]
      .map((match) => match[1])
      .filter((name) => name !== "help");
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) expect(readme).toContain(`\`roundup ${command}`);
  });
});

describe("docs/format.md", () => {
  test("has an example show that builds without a problem", async () => {
    const show = join(temporary, "format");
    const files = readBlocks("docs/format.md").filter((block) => block.info.includes(" "));
    for (const { info, text } of files) {
      const path = join(show, info.split(" ")[1] ?? "");
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const result = await runProgram(["build"], { cwd: show });
    expect(result.stderr).not.toMatch(/warning|error/);
    expect(result.status).toBe(0);
    const transcript = readFileSync(join(show, "out/003/transcript.txt"), "utf8");
    expect(transcript).toContain("First up: According to the Example Gazette, the county");
    expect(transcript).not.toContain("press office");
  });

  test("lists the scripts that an export makes, no more and no fewer", async () => {
    const show = copySample("scripts");
    await runProgram(["export", "--format", "all"], { cwd: show });
    const section = readFileSync(join(projectRoot, "docs/format.md"), "utf8").split(
      "## The script for recording",
    )[1];
    const named = [...(section?.split("\n## ")[0] ?? "").matchAll(/^\| `([^`]+)`/gm)].map(
      (match) => match[1],
    );
    expect(named.sort()).toEqual(readdirSync(join(show, "out/018")).sort());
  });

  test("lists the files that a build makes, no more and no fewer", async () => {
    const show = copySample("files");
    await runProgram(["build"], { cwd: show });
    const table =
      readFileSync(join(projectRoot, "docs/format.md"), "utf8")
        .split("## What is built")[1]
        ?.split("\n## ")[0] ?? "";
    const rows = table.split("\n").filter((line) => line.startsWith("| `"));
    const named = rows.flatMap((row) =>
      [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1]),
    );
    expect(named.sort()).toEqual(readdirSync(join(show, "out/018")).sort());
  });
});

describe("docs/commands.md", () => {
  const examples = readFileSync(join(projectRoot, "docs/commands.md"), "utf8").split("Example:\n\n").slice(1);

  test.each(examples.map((part) => part.split("\n")[0]?.trim() ?? ""))(
    "has an example that runs: %s",
    async (line) => {
      const show = copySample(line.replace(/\W+/g, "-"));
      const words = splitWords(
        line.replace(/^source <\((.*)\)$/, "$1").replace("/tmp/episodes", "elsewhere"),
      );
      expect(words[0]).toBe("roundup");
      writeFileSync(join(show, "saved-page.html"), PAGE);
      addFeed(show);
      expect(await runProgram(localise(words.slice(1)), { cwd: show })).toMatchObject({ status: 0 });
    },
  );
});

describe("every command that prose names", () => {
  const named = ["README.md", "docs/format.md", "docs/collecting.md", "docs/drafting.md"].flatMap((path) => {
    const prose = readFileSync(join(projectRoot, path), "utf8").replace(/^```[\s\S]*?^```$|^\|.*$/gm, "");
    return [...prose.matchAll(/`(roundup [^`]+)`/g)].map((match) => match[1] ?? "");
  });

  // It runs until it is stopped, and has tests of its own.
  test.each([...new Set(named)].filter((line) => !line.includes("--watch")))("%s", async (line) => {
    const words = localise(splitWords(line).slice(1));
    const show = copySample(`prose-${words.join("-").replace(/\W+/g, "-")}`);
    addFeed(show);
    expect(await runProgram(words, { cwd: show })).toMatchObject({ status: 0 });
  });
});

describe("every document", () => {
  const papers = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/format.md",
    "docs/collecting.md",
    "docs/drafting.md",
    "docs/commands.md",
    "docs/keys.md",
  ];

  test.each(papers)("%s links only to files that are there", (path) => {
    const text = readFileSync(join(projectRoot, path), "utf8").replace(/^```[\s\S]*?^```$/gm, "");
    for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:|^#/.test(target)) continue;
      expect(existsSync(resolve(projectRoot, dirname(path), target)), target).toBe(true);
    }
  });

  test("ARCHITECTURE.md is a hundred lines at most, and names files that are there", () => {
    const text = readFileSync(join(projectRoot, "ARCHITECTURE.md"), "utf8");
    expect(text.split("\n").length).toBeLessThanOrEqual(101);
    for (const [, path = ""] of text.matchAll(/`((?:src|test|docs|scripts|markdown|input)\/[\w./-]+)`/g)) {
      const found =
        existsSync(join(projectRoot, path)) ||
        existsSync(join(projectRoot, "src", path)) ||
        path.startsWith("dist");
      expect(found, path).toBe(true);
    }
  });
});
