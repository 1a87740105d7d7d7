// A test of the built program -> a small sound show in a temporary folder of its own, removed after the test file.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

const made: string[] = [];

function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

afterAll(removeFolders);
// A file whose tests are only listed, or all left out, runs no hook.
process.once("exit", removeFolders);

/** Files by path, with `/`; null takes a file of the show away. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** An empty temporary folder, by its real path. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "roundup-cli-")));
  made.push(folder);
  return folder;
}

/** Writes files below a folder, and takes those away that are null. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (content === null) rmSync(target, { recursive: true });
    else writeFileSync(target, content);
  }
}

/** A story note that gives rise to no warning. */
export function makeStory(title: string, segment: string, order: number, words: string): string {
  const source = `sources: { title: A page about it, url: "https://example.org/${segment}/${order}" }`;
  return `---\ntitle: ${title}\nsegment: ${segment}\norder: ${order}\n${source}\n---\n\n${words}\n`;
}

/** The frontmatter of an episode. */
export function makeEpisode(number: number, title: string, date: string): string {
  return `---\nnumber: ${number}\ntitle: ${title}\ndate: ${date}\n---\n`;
}

/** Two episodes without a fault: `winter` with narration of its own, and `spring`, the latest, without. */
const SHOW: Files = {
  "roundup.yaml": "show:\n  title: The Mill Post\n",
  "episodes/winter/episode.md": makeEpisode(1, "Frost", "2026-01-06"),
  "episodes/winter/narration.md":
    "## Intro\n\nWelcome to the mill.\n\n## ice\n\nFirst,\n\n## Outro\n\nGoodbye.\n",
  "episodes/winter/stories/ice.md": makeStory("Ice on the pond", "local", 1, "The pond froze on Monday."),
  "episodes/winter/stories/ward.md": makeStory("A new ward", "nhs", 1, "A ward opened in the north wing."),
  "episodes/spring/episode.md": makeEpisode(2, "Thaw", "2026-04-07"),
  "episodes/spring/stories/budget.md": makeStory("The budget", "central", 1, "The budget came on Tuesday."),
  "episodes/spring/stories/bins.md": makeStory("New bins", "local", 1, "Blue bins came to every street."),
};

/** Makes the show, with these files besides or instead, and answers with its folder. */
export function makeShow(files: Files = {}, folder = makeFolder()): string {
  writeFiles(folder, SHOW);
  writeFiles(folder, files);
  return folder;
}

/** Every file below a folder by its path with `/`, as text, or a character a byte; none where there is no folder. */
export function readTree(folder: string, encoding: "utf8" | "latin1" = "utf8"): Record<string, string> {
  return mapTree(folder, (path) => readFileSync(path, encoding));
}

/** When every file below a folder was last written, in nanoseconds. */
export function readTimes(folder: string): Record<string, bigint> {
  return mapTree(folder, (path) => statSync(path, { bigint: true }).mtimeNs);
}

function mapTree<Value>(folder: string, read: (path: string) => Value): Record<string, Value> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map((one) => join(one.parentPath, one.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), read(path)]),
  );
}

/** The lines of a stream, without the last, empty one. */
export function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
