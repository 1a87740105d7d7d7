// YAML text, the path of a value and the value -> the text with it, byte for byte the same elsewhere.
// An author's comments, order, quotes and line ends are their own; a program that writes a value leaves them.

import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import { parseYaml, type ValuePath } from "./parse-yaml.ts";

/** Keys from the top of a file to a number or a word; list positions only where the list is there. */
export type ScalarPath = readonly [string, ...(string | number)[]];

/** A number, or a word that needs no quotes. */
export type PlainScalar = number | string;

/**
 * Sets a number or a word in the text of a YAML file as it stands on the disk: a byte order mark and the line ends
 * stay. What is missing on the way is added at the end of the mapping that is there, in its own style. Null where
 * the text cannot be edited so: it is not YAML that is read here, or something else would change with it.
 */
export function setYamlScalar(written: string, path: ScalarPath, value: PlainScalar): string | null {
  const mark = written.startsWith("\uFEFF") ? "\uFEFF" : "";
  const text = written.slice(mark.length).replace(/\r\n?/g, "\n");
  const before = parseYaml("", text, 1);
  if (before.value === undefined) return null;
  const edit = findEdit(text, path, value);
  if (edit === null) return null;
  const edited = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const wanted = JSON.stringify(withScalar(before.value, path, value));
  if (JSON.stringify(parseYaml("", edited, 1).value) !== wanted) return null;
  const lineEnd = /\r\n?|\n/.exec(written)?.[0] ?? "\n";
  const body = written.slice(mark.length);
  return (
    mark +
    body.slice(0, placeAsWritten(body, edit.start)) +
    edit.text.replaceAll("\n", lineEnd) +
    body.slice(placeAsWritten(body, edit.end))
  );
}

/** What replaces a stretch of a text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function findEdit(text: string, path: ScalarPath, value: PlainScalar): Edit | null {
  const document = parseDocument(text, { schema: "core", stringKeys: true, prettyErrors: false });
  if (document.contents === null) return appendTop(text, path, value);
  let node: Node = document.contents;
  for (const [index, part] of path.entries()) {
    const rest = path.slice(index);
    if (isEmpty(node)) return replaceNode(text, node, writeFlow(rest, value));
    if (isSeq(node) && typeof part === "number") {
      const item: unknown = node.items[part];
      if (!isNode(item)) return null;
      node = item;
      continue;
    }
    if (!isMap(node)) return null;
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
    if (!pair)
      return index === 0 && !node.flow ? appendTop(text, path, value) : addTo(text, node, rest, value);
    if (!isNode(pair.value)) return null;
    node = pair.value;
  }
  if (!isScalar(node)) return null;
  const same = node.value === value && node.range ? text.slice(node.range[0], node.range[1]) : String(value);
  return replaceNode(text, node, same);
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null;
}

/** Puts text in the place of a node; one that is not written stands where its key's line goes on. */
function replaceNode(text: string, node: Node, replacement: string): Edit | null {
  if (!node.range) return null;
  const [start, end] = node.range;
  if (start < end) return { start, end, text: replacement };
  const left = /\s/.test(text.charAt(start - 1)) ? "" : " ";
  const right = text.charAt(start) === "#" ? " " : "";
  return { start, end, text: left + replacement + right };
}

/**
 * Adds a key at the end of a text: at the top level nothing can follow that it would come between. One with keys
 * below it stands apart, a lone one does not.
 */
function appendTop(text: string, [key, ...rest]: ScalarPath, value: PlainScalar): Edit {
  const feeds = /\n*$/.exec(text)?.[0].length ?? 0;
  const gap = text === "" ? "" : "\n".repeat(Math.max(0, (rest.length === 0 ? 1 : 2) - feeds));
  const [inner, ...deeper] = rest;
  const below = inner === undefined ? ` ${value}` : `\n  ${inner}: ${writeFlow(deeper, value)}`;
  return { start: text.length, end: text.length, text: `${gap}${key}:${below}\n` };
}

/** Adds a key after the last one of a mapping. */
function addTo(text: string, map: YAMLMap, path: ValuePath, value: PlainScalar): Edit | null {
  const first = map.items[0]?.key;
  const last = map.items.at(-1);
  const written = `${path[0]}: ${writeFlow(path.slice(1), value)}`;
  if (map.flow && !last && map.range) {
    const start = map.range[0] + 1;
    return { start, end: start, text: /\s/.test(text.charAt(start)) ? ` ${written}` : ` ${written} ` };
  }
  const ends = [last?.key, last?.value].map((node) => (isNode(node) ? (node.range?.[1] ?? 0) : 0));
  const end = Math.max(...ends);
  if (map.flow) return { start: end, end, text: `, ${written}` };
  if (!isNode(first) || !first.range || text.charAt(end - 1) === "\n") return null;
  const lineFeed = text.indexOf("\n", end);
  const at = lineFeed < 0 ? text.length : lineFeed;
  const indentation = first.range[0] - (text.lastIndexOf("\n", first.range[0] - 1) + 1);
  return { start: at, end: at, text: `\n${" ".repeat(indentation)}${written}` };
}

/** A value, in flow mappings for the keys that are above it. */
function writeFlow([key, ...rest]: ValuePath, value: PlainScalar): string {
  return key === undefined ? String(value) : `{ ${key}: ${writeFlow(rest, value)} }`;
}

/** Plain data with the value in its place; what is missing on the way comes last, as it does in the text. */
function withScalar(data: unknown, [part, ...rest]: ValuePath, value: PlainScalar): unknown {
  if (part === undefined) return value;
  if (Array.isArray(data))
    return data.map((item, index) => (index === part ? withScalar(item, rest, value) : item));
  const object = (data ?? {}) as Record<string, unknown>;
  return { ...object, [part]: withScalar(object[part], rest, value) };
}

/** Where a place of the text with line feeds alone stands in the text as written. */
function placeAsWritten(written: string, place: number): number {
  let at = 0;
  for (let passed = 0; passed < place; passed += 1) at += written.startsWith("\r\n", at) ? 2 : 1;
  return at;
}
