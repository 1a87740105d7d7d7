// Times the built program against a bare `node -e 0`, side by side, and prints the medians.
// `npm run bench` runs it; `npm run bench -- 5` makes five rounds instead of eleven.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "dist", "roundup.js");
const rounds = Number(process.argv[2] ?? 11);
const temporary = mkdtempSync(join(tmpdir(), "roundup-bench-"));
// With extra certificates set, Node 20 takes three times as long to start.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const sample = join(temporary, "sample");
for (const part of ["roundup.yaml", "names.yaml", "episodes", "templates"]) {
  cpSync(join(root, part), join(sample, part), { recursive: true });
}
const thousand = join(temporary, "thousand");
makeShow(thousand, 1, 1000);
const twoHundred = join(temporary, "two-hundred");
makeShow(twoHundred, 1, 200);
const archive = join(temporary, "archive");
makeShow(archive, 200, 6);
const collecting = join(temporary, "collecting");
makeShow(collecting, 1, 1);
const savedPages = makePages(join(collecting, "pages"), 50);

const small = [
  ["node -e 0", ["-e", "0"], temporary],
  ["roundup --version", [program, "--version"], temporary],
  ["roundup --help", [program, "--help"], temporary],
  ["roundup build 2 (six stories), written anew", [program, "build", "2", "--quiet"], sample, true],
  ["roundup build 2 (six stories), nothing changed", [program, "build", "2", "--quiet"], sample, false],
];
const large = [
  ["1,000 stories in one episode", [program, "build", "--quiet"], thousand, true],
  ["200 episodes of six stories, --all", [program, "build", "--all", "--quiet"], archive, true],
  ...["html", "docx", "pdf", "txt", "ssml", "fountain"].map((format) => [
    `200 stories, export --format ${format}`,
    [program, "export", "--format", format, "--quiet"],
    twoHundred,
    true,
  ]),
  [
    "50 saved pages, add",
    [program, "add", "--again", "--segment", "local", "--quiet", ...savedPages],
    collecting,
    true,
  ],
];

try {
  const first = time(small, rounds);
  const bare = first[0].median;
  for (const { name, median } of first) {
    console.log(
      `${name.padEnd(50)} ${median.toFixed(0).padStart(6)} ms  ${(median / bare).toFixed(1)} × bare node`,
    );
  }
  for (const { name, median } of time(large, Math.min(rounds, 3))) {
    console.log(`${name.padEnd(50)} ${(median / 1000).toFixed(2).padStart(6)} s`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** The median of several runs of each command, the commands taking turns. */
function time(commands, times) {
  const taken = commands.map(() => []);
  for (let round = 0; round < times; round += 1) {
    commands.forEach(([name, args, cwd, anew], index) => {
      if (anew)
        for (const made of ["out", "inbox"]) rmSync(join(cwd, made), { recursive: true, force: true });
      const start = performance.now();
      const result = spawnSync(process.execPath, args, { cwd, env, stdio: "ignore" });
      taken[index].push(performance.now() - start);
      if (result.status !== 0) throw new Error(`${name} ended with status ${result.status}`);
    });
  }
  return commands.map(([name], index) => ({
    name,
    median: taken[index].sort((a, b) => a - b)[Math.floor(times / 2)],
  }));
}

/** A show of so many episodes, each of so many stories of two paragraphs. */
function makeShow(folder, episodes, stories) {
  const segments = ["central", "local", "nhs"];
  for (let number = 1; number <= episodes; number += 1) {
    const path = join(folder, "episodes", String(number).padStart(3, "0"));
    mkdirSync(join(path, "stories"), { recursive: true });
    const date = `20${String(10 + Math.floor(number / 12)).padStart(2, "0")}-${String((number % 12) + 1).padStart(2, "0")}-01`;
    writeFileSync(
      join(path, "episode.md"),
      `---\nnumber: ${number}\ntitle: Episode of figures\ndate: ${date}\n---\n`,
    );
    for (let story = 1; story <= stories; story += 1) {
      const words =
        "The council has moved another service to its new desk, and residents say that it works. ".repeat(6);
      writeFileSync(
        join(path, "stories", `story-${story}.md`),
        `---\ntitle: Story ${story} of the month\nsegment: ${segments[story % 3]}\norder: ${story}\nsources:\n  - title: Page ${story}\n    url: https://example.org/${number}/${story}\n    author: A. Writer\n    publication: Example Gazette\n    published: 2026-01-01\n---\n\n${words}\n\n${words} See [the plan](https://example.org/plan/${story}).\n`,
      );
    }
  }
}

/** Saved pages of some twenty paragraphs in the dress of a news site; answers with their paths. */
function makePages(folder, count) {
  mkdirSync(folder);
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `page-${index + 1}.html`);
    const menu = Array.from(
      { length: 60 },
      (_, item) => `<li><a href="/section/${item}">Section ${item}</a></li>`,
    );
    const words =
      "The council has moved another service to its new desk, and residents say that it works. ".repeat(4);
    writeFileSync(
      path,
      `<!DOCTYPE html><html lang="en-GB"><head><title>Desk ${index + 1} opens | Example Gazette</title><meta property="og:site_name" content="Example Gazette"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Desk ${index + 1} opens","author":{"name":"A. Writer"},"datePublished":"2026-01-01"}</script></head><body><nav><ul>${menu.join("")}</ul></nav><article><h1>Desk ${index + 1} opens</h1>${`<p>${words}</p>`.repeat(20)}</article><footer><ul>${menu.join("")}</ul></footer></body></html>`,
    );
    return path;
  });
}
