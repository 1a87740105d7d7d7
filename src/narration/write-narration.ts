// narration.md as it stands and new passages -> the same text with those passages, and every other byte as it was.
// The file is an author's: what a command writes into it is what it was asked for, and no more.

import { splitLines } from "../input/decode-text.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { removePrivateSections } from "../markdown/private-sections.ts";
import { type Section, splitSections } from "../markdown/sections.ts";
import { splitFrontmatter } from "../notes/split-frontmatter.ts";

/** The words of a place, as markdown; null takes its section out. */
export type PassageChanges = ReadonlyMap<string, string | null>;

/** A whole narration by place. */
export function writeSections(passages: ReadonlyMap<string, string>): string {
  return [...passages].map(([place, words]) => `${writeHeading(place)}\n\n${words}\n`).join("\n");
}

/**
 * Puts passages into the text of narration.md as it stands on the disk. A section that is there is given its new
 * words; a new one stands behind the nearest place that is heard before it (`order`). Private sections,
 * comments outside the changed sections and line ends stay. Null where the text has no sections that can be read.
 */
export function changePassages(
  written: string,
  changes: PassageChanges,
  order: readonly string[],
): string | null {
  const lines = splitLines(written);
  const end = /\r\n?|\n/.exec(written)?.[0] ?? "\n";
  const { note } = splitFrontmatter("", written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), false);
  if (!note) return null;
  const parsed = removePrivateSections(parseMarkdown({ file: "", text: note.body, line: note.bodyLine }));
  if (parsed.problems.some(({ severity }) => severity === "error")) return null;
  const sections = splitSections(parsed).sections.map((section) => ({ section, place: placeOf(section) }));

  const gone = new Set<number>();
  const added = new Map<number, string[]>();
  const addBehind = (line: number, text: string) => added.set(line, [...(added.get(line) ?? []), text]);
  // In the order heard, since new ones may stand behind the same line.
  const sorted = [...changes].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  for (const [place, words] of sorted) {
    const found = sections.find((one) => one.place === place);
    if (found) {
      const { headingLines } = found.section;
      const own = found.section.lines;
      for (const line of words === null ? [...headingLines, ...own] : own) gone.add(line);
      if (words !== null) addBehind(headingLines.at(-1) ?? 0, words);
    } else if (words !== null) {
      addBehind(findLineBefore(place, order, sections, lines.length), `${writeHeading(place)}\n\n${words}`);
    }
  }
  return assemble(lines, gone, added, end);
}

/** The place that a section is the words of. */
export function placeOf(section: Section): string {
  return section.heading.trim().toLowerCase();
}

function writeHeading(place: string): string {
  return `## ${place === "intro" ? "Intro" : place === "outro" ? "Outro" : place}`;
}

/** The line behind which a new section stands: the end of the nearest one before it, or before the nearest after. */
function findLineBefore(
  place: string,
  order: readonly string[],
  sections: readonly { readonly section: Section; readonly place: string }[],
  count: number,
): number {
  const position = order.indexOf(place);
  const before = order.slice(0, position).reverse();
  const nearest = before
    .map((one) => sections.findIndex((section) => section.place === one))
    .find((i) => i >= 0);
  const next = nearest === undefined ? sections[0] : sections[nearest + 1];
  return next ? (next.section.headingLines[0] ?? 1) - 1 : count;
}

/** Lines that stay and blocks that are new, each block with an empty line on either side. */
function assemble(
  lines: readonly string[],
  gone: ReadonlySet<number>,
  added: ReadonlyMap<number, readonly string[]>,
  end: string,
): string {
  const kept: string[] = [];
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === "";
  let isOpen = false;
  for (let number = 0; number <= lines.length; number += 1) {
    const line = lines[number - 1];
    if (line !== undefined && !gone.has(number)) {
      if (isOpen && !isBlank(line)) kept.push(end);
      isOpen = false;
      kept.push(line);
    }
    for (const block of added.get(number) ?? []) {
      const last = kept.at(-1);
      if (last !== undefined && !/[\r\n]$/.test(last)) kept[kept.length - 1] = last + end;
      if (!isBlank(last)) kept.push(end);
      kept.push(...block.split("\n").map((row) => row + end));
      isOpen = true;
    }
  }
  if (gone.has(lines.length)) while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  return kept.join("");
}
