// The text of a note -> its frontmatter (YAML, unread) and its body, each with the line at which it begins.
// gray-matter splits; the guards before it refuse all that would make it run code, guess or cut.

import matter from "gray-matter";
import { parseYaml } from "../input/parse-yaml.ts";
import { makeError, type Problem } from "../problem.ts";

/** A note in two parts. */
export interface SplitNote {
  /** The YAML between the two lines, without them. */
  readonly frontmatter: string;
  /** The line at which the YAML begins: 2, or 1 where there is none. */
  readonly frontmatterLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const MAX_FRONTMATTER = 64 * 1024;
const MAX_EMPTY_LINES = 100;

const refuseEngine = (): never => {
  throw new Error("only YAML frontmatter is read");
};

// Options are passed at every call: without them gray-matter caches, and it knows engines that run code.
const OPTIONS = {
  language: "yaml",
  engines: {
    yaml: { parse: (): object => ({}), stringify: refuseEngine },
    javascript: refuseEngine,
    js: refuseEngine,
    json: refuseEngine,
    coffee: refuseEngine,
  },
} as unknown as NonNullable<Parameters<typeof matter>[1]>;

/**
 * Splits a note at its first line `---` (or `---yaml`, `---yml`) and the next line of exactly `---`.
 * `required` makes a note without frontmatter an error; else the whole text is its body.
 */
export function splitFrontmatter(
  file: string,
  text: string,
  required: boolean,
): { readonly note: SplitNote | null; readonly problems: readonly Problem[] } {
  const refuse = (line: number, message: string) => ({
    note: null,
    problems: [makeError(file, { line, column: 1 }, "frontmatter", message)],
  });
  const lines = text.split("\n");
  const first = lines[0] ?? "";
  if (!/^---(?:ya?ml)?[ \t]*$/.test(first)) {
    if (text.trim() === "" && required) {
      return refuse(1, 'The file is empty, expected "---", keys such as title, "---", then the text');
    }
    if (/^---/.test(first)) {
      return refuse(
        1,
        `Unexpected first line "${first.slice(0, 40)}", expected "---" alone: only YAML is read`,
      );
    }
    const opening = lines.findIndex((line) => line.trim() !== "");
    if (/^\s*---\s*$/.test(lines[opening] ?? "") && (required || lines.slice(opening + 1).includes("---"))) {
      return refuse(
        1,
        'Unexpected text or blank before the first "---", expected it at the very top of the file',
      );
    }
    if (required) return refuse(1, 'Unexpected first line, expected "---": begin the file with frontmatter');
    return { note: { frontmatter: "", frontmatterLine: 1, body: text, bodyLine: 1 }, problems: [] };
  }
  const closing = lines.findIndex((line, index) => index > 0 && line === "---");
  // Anything else at the start of a line that begins with three hyphens is a slip, never YAML of ours.
  const slip = lines.findIndex((line, index) => index > 0 && line.startsWith("---") && line !== "---");
  if (slip > 0 && (closing < 0 || slip < closing)) {
    const message = `Unexpected "${lines[slip]?.slice(0, 40)}" in the frontmatter, expected the closing line to be exactly "---"`;
    return refuse(slip + 1, message);
  }
  if (closing < 0)
    return refuse(1, 'The frontmatter is never closed, expected a line of exactly "---" after its last key');
  const frontmatter = lines.slice(1, closing).join("\n");
  if (frontmatter.length > MAX_FRONTMATTER) {
    return refuse(
      2,
      `Unexpected frontmatter of ${frontmatter.length} characters, expected ${MAX_FRONTMATTER} at the most`,
    );
  }
  const empty = findEmptyLines(lines.slice(1, closing));
  if (empty !== null) {
    const message = `Unexpected empty lines, expected ${MAX_EMPTY_LINES} together at the most: take some away`;
    return refuse(empty + 2, message);
  }
  // gray-matter takes the word after the hyphens for a language; the guards leave only YAML's own.
  const split = matter(["---", ...lines.slice(1)].join("\n"), OPTIONS);
  return {
    note: { frontmatter, frontmatterLine: 2, body: split.content, bodyLine: closing + 2 },
    problems: [],
  };
}

/** A text in its two parts, or null where its frontmatter cannot be read. */
export function splitReadable(text: string, required: boolean): SplitNote | null {
  const { note } = splitFrontmatter("", text, required);
  return note && parseYaml("", note.frontmatter, 1).value !== undefined ? note : null;
}

/** Where more empty lines stand together than gray-matter reads in a second, or null. */
function findEmptyLines(lines: readonly string[]): number | null {
  let run = 0;
  for (const [index, line] of lines.entries()) {
    run = line.trim() === "" ? run + 1 : 0;
    if (run > MAX_EMPTY_LINES) return index;
  }
  return null;
}
