// A letter and a number -> a set of documents that tells itself from every other, and the check that a
// folder holds one whole set. Sets of different letters have different names, so that some must go.

import type { Document } from "../../src/render/document.ts";

/** What was in the folder before and is no build's: to stay whatever happens. */
export const FOREIGN = {
  "recording.wav": "not build's",
  "takes/one/first.txt": "nor this",
} as const;

/** The documents of a set; `size` is the length of each in characters. */
export function makeSet(letter: string, number: number, size = 2_000): Document[] {
  const names = ["episode.json", "transcript.txt", "sources.json", "chapters.json", `only-${letter}.txt`];
  return names.map((name) => {
    if (name === "episode.json") {
      return { name, content: JSON.stringify({ set: `${letter}${number}`, documents: names }) };
    }
    return { name, content: `${letter}${number}\n`.padEnd(size, `${name} of ${letter}${number}. `) };
  });
}

/** The name of the one whole set in a tree as `readTree` gives it; throws where it is mixed, torn or short. */
export function nameWholeSet(tree: Readonly<Record<string, string | null>>, size = 2_000): string {
  const episode: unknown = JSON.parse(tree["episode.json"] ?? "null");
  if (typeof episode !== "object" || episode === null || !("set" in episode))
    throw new Error("no episode.json");
  const name = String(episode.set);
  const expected = makeSet(name.slice(0, 1), Number(name.slice(1)), size);
  for (const { name: file, content } of expected) {
    if (tree[file] !== content) throw new Error(`${file} is not of ${name}`);
  }
  const foreign = Object.keys(FOREIGN).flatMap((path) => [path, path.split("/")[0], "takes/one"]);
  const known = [...expected.map((document) => document.name), ...foreign, "elsewhere"];
  const extra = Object.keys(tree).filter((path) => !known.includes(path));
  if (extra.length > 0) throw new Error(`besides ${name} there is ${extra.join(", ")}`);
  return name;
}
