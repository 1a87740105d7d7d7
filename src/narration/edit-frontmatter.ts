// The text of narration.md and a key of its frontmatter -> the same text with that key's lines written anew.
// A program that records something in an author's file leaves every byte that is not its own.

import { isMap, isNode, isScalar, type Pair, parseDocument } from "yaml";
import { splitLines } from "../input/decode-text.ts";
import { parseYaml } from "../input/parse-yaml.ts";
import { type SplitNote, splitFrontmatter } from "../notes/split-frontmatter.ts";

/**
 * Sets a top-level key of a note's frontmatter in its text as it stands on the disk: a byte order mark, the line
 * ends and the comments elsewhere stay. `lines` are the key's own, from `key:` on, without line ends; null takes
 * the key away. A key that is there is written anew where it stands, with the comments inside it; a new one comes
 * last, in frontmatter that is made if there is none. Null where that cannot be done: the frontmatter cannot be
 * read or is written in braces, the lines are not that key, or something else would change with them.
 */
export function setFrontmatterKey(
  written: string,
  key: string,
  lines: readonly string[] | null,
): string | null {
  const mark = written.startsWith("\uFEFF") ? "\uFEFF" : "";
  const all = splitLines(written.slice(mark.length));
  const lineEnd = /\r\n?|\n/.exec(written)?.[0] ?? "\n";
  const before = readNote(all.join(""));
  if (before === null || (lines !== null && !isKeyAlone(lines, key))) return null;
  const span = before.note.frontmatterLine === 1 ? null : findLines(before.note, key);
  if (span === null) {
    if (before.note.frontmatterLine > 1) return null;
    if (lines === null) return written;
    const gap = all.length === 0 || all[0]?.trim() === "" ? [] : [""];
    all.unshift(...["---", ...lines, "---", ...gap].map((line) => line + lineEnd));
  } else {
    const own = (lines ?? []).map((line) => " ".repeat(span.indentation) + line + lineEnd);
    all.splice(span.from, span.count, ...own);
  }
  const edited = all.join("");
  return isSameElsewhere(before, readNote(edited), key, lines) ? mark + edited : null;
}

/** Keys and values of a frontmatter, in order. */
type Keys = Readonly<Record<string, unknown>>;

interface ReadNote {
  readonly note: SplitNote;
  readonly keys: Keys;
}

function readNote(written: string): ReadNote | null {
  const { note } = splitFrontmatter("", written.replace(/\r\n?/g, "\n"), false);
  const keys = note && readKeys(note.frontmatter);
  return note && keys ? { note, keys } : null;
}

/** The keys of a YAML text that is a mapping or empty; null of any other. */
function readKeys(text: string): Keys | null {
  const { value } = parseYaml("", text, 1);
  if (value === null) return {};
  return typeof value === "object" && !Array.isArray(value) ? (value as Keys) : null;
}

function isKeyAlone(lines: readonly string[], key: string): boolean {
  const keys = readKeys(lines.join("\n"));
  return keys !== null && Object.keys(keys).length === 1 && Object.hasOwn(keys, key);
}

/** Lines of a whole text, from 0; `count` is 0 where the key is not there and `from` is where it goes. */
interface Span {
  readonly from: number;
  readonly count: number;
  readonly indentation: number;
}

function findLines({ frontmatter, frontmatterLine, bodyLine }: SplitNote, key: string): Span | null {
  const { contents } = parseDocument(frontmatter, { schema: "core", stringKeys: true, prettyErrors: false });
  const closing = bodyLine - 2;
  if (contents === null) return { from: closing, count: 0, indentation: 0 };
  if (!isMap(contents) || contents.flow) return null;
  const lineOf = (offset: number) => frontmatter.slice(0, offset).split("\n").length - 1;
  const columnOf = (offset: number) => offset - (frontmatter.lastIndexOf("\n", offset - 1) + 1);
  const indentation = columnOf(contents.range?.[0] ?? 0);
  const pair = contents.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (!pair) return { from: closing, count: 0, indentation };
  const start = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  // A key that does not begin its line ("? key") is not one of ours.
  if (columnOf(start) !== indentation) return null;
  const end = frontmatter.slice(0, endOf(pair)).trimEnd().length;
  const from = lineOf(start);
  return { from: from + frontmatterLine - 1, count: lineOf(end) - from + 1, indentation };
}

function endOf({ key, value }: Pair): number {
  return Math.max(...[key, value].map((node) => (isNode(node) ? (node.range?.[1] ?? 0) : 0)));
}

/** True if of all that is read nothing but the key is another, and the body is the same. */
function isSameElsewhere(
  before: ReadNote,
  after: ReadNote | null,
  key: string,
  lines: readonly string[] | null,
): boolean {
  if (after === null) return false;
  const { [key]: _, ...rest } = before.keys;
  const added = lines === null ? {} : (readKeys(lines.join("\n")) ?? {});
  const wanted = lines === null ? rest : { ...before.keys, ...added };
  const body = (note: SplitNote) => (before.note.frontmatterLine === 1 ? note.body.trim() : note.body);
  return JSON.stringify(after.keys) === JSON.stringify(wanted) && body(after.note) === body(before.note);
}
