// The text of every story of a show -> the address of each source, and where it stands.
// A page that was told already, or waits already, is not collected again by mistake.

import { readAddress } from "../input/address.ts";
import { placeAt } from "../input/decode-text.ts";
import { parseYaml, type ValuePath } from "../input/parse-yaml.ts";
import { splitFrontmatter } from "../notes/split-frontmatter.ts";

/** A story's text with line feeds, and the path of its file in the show. */
export interface StoryFile {
  readonly file: string;
  readonly text: string;
}

/** Where a source's address stands. */
export interface AddressPlace {
  readonly file: string;
  readonly line: number;
}

/**
 * The address of every source that stories list, by the key of `readAddress`; of two alike the first counts.
 * What is wrong with a story elsewhere does not matter here, and what is no address is passed over.
 */
export function listAddresses(stories: readonly StoryFile[]): Map<string, AddressPlace> {
  const places = new Map<string, AddressPlace>();
  for (const story of stories) {
    for (const [url, line] of listUrls(story)) {
      const key = readAddress(url)?.key;
      if (key !== undefined && !places.has(key)) places.set(key, { file: story.file, line });
    }
  }
  return places;
}

/** Where a story has a source of this address (its key), or null. */
export function findAddress(key: string, stories: readonly StoryFile[]): AddressPlace | null {
  return listAddresses(stories).get(key) ?? null;
}

const URL_KEY = /(?<=^|[\s{,])(["']?)url\1\s*:\s*(?:[>|][+-]?\s+)?(["']?)(https?:[^\s"']+)/gim;

/**
 * The `url` of each source with its line. To parse the YAML of a thousand stories takes seconds, so they are read
 * by their pattern, and parsed only where that could mistake them: by an escape, or a mark of YAML in an address.
 */
function listUrls({ file, text }: StoryFile): [string, number][] {
  const { note } = splitFrontmatter(file, text, true);
  // A comment keeps its line, so that those after it keep their numbers.
  const keys = (note?.frontmatter ?? "").replace(/^\s*#.*$/gm, "");
  const found = [...keys.matchAll(URL_KEY)].map(({ 0: whole, 3: url = "", 2: quote, index }) => ({
    url,
    line: placeAt(keys, index + whole.length).line + 1,
    isPlain: quote !== "" || !/[,{}[\]]/.test(url),
  }));
  if (note && (keys.includes("\\") || found.some(({ isPlain }) => !isPlain))) {
    const yaml = parseYaml(file, note.frontmatter, note.frontmatterLine);
    if (yaml.value !== undefined)
      return listParsed(yaml.value).map(([url, path]) => [url, yaml.placeOf(path).line]);
  }
  return found.map(({ url, line }) => [url, line]);
}

function listParsed(keys: unknown): [string, ValuePath][] {
  const sources = (keys as { readonly sources?: unknown } | null | undefined)?.sources;
  const list: [unknown, ValuePath][] = Array.isArray(sources)
    ? sources.map((source: unknown, index) => [source, ["sources", index, "url"]])
    : [[sources, ["sources", "url"]]];
  return list.flatMap(([source, path]): [string, ValuePath][] => {
    const url = (source as { readonly url?: unknown } | null | undefined)?.url;
    return typeof url === "string" ? [[url, path]] : [];
  });
}
