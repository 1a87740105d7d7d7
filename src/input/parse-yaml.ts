// YAML text -> plain data with the place of every key and value, or problems an author can mend.
// Strict on purpose: what only a program would write (anchors, tags, deep nesting) is refused unread.

import type { Document, Node, Pair, Scalar, YAMLMap } from "yaml";
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import { makeError, makeWarning, type Place, type Problem } from "../problem.ts";
import { findUnseenCharacters } from "./characters.ts";
import { placeAt } from "./decode-text.ts";
import { describeFirstFault } from "./yaml-faults.ts";

/** Keys and list positions from the top of a file to a value. */
export type ValuePath = readonly (string | number)[];

/** A YAML text as read. */
export interface YamlFile {
  readonly file: string;
  /** Plain data; undefined where it could not be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value stands, or the nearest thing above it that is there. */
  readonly placeOf: (path: ValuePath) => Place;
  /** Where a key stands. */
  readonly placeOfKey: (path: ValuePath) => Place;
}

const MAX_LINE = 8192;
const MAX_INDICATORS = 8;
const MAX_INDENTATION = 128;
const MAX_DEPTH = 8;

/** Parses a YAML text that begins at line `firstLine` of a file. Aliases, anchors and tags are errors. */
export function parseYaml(file: string, text: string, firstLine: number): YamlFile {
  const start: Place = { line: firstLine, column: 1 };
  const unread = (problems: readonly Problem[]): YamlFile => ({
    file,
    value: undefined,
    problems,
    placeOf: () => start,
    placeOfKey: () => start,
  });
  const refused = refuseUnparsed(file, text, firstLine);
  if (refused.length > 0) return unread(refused);

  const counter = new LineCounter();
  const document = parseDocument(text, {
    schema: "core",
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    // "silent" would also keep a second document from being told.
    logLevel: "error",
    // Checked in inspectNodes: the parser's own way takes minutes over many keys.
    uniqueKeys: false,
    lineCounter: counter,
  });
  const placeAtOffset = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const [first, ...more] = [...document.errors, ...document.warnings];
  if (first) {
    const { offset, message } = describeFirstFault(text, document, [first, ...more]);
    return unread([makeError(file, placeAtOffset(offset), "yaml", message)]);
  }
  const inspected = inspectNodes(file, document, placeAtOffset);
  if (inspected.some((problem) => problem.severity === "error")) return unread(inspected);

  const nodeAt = (path: ValuePath): Node | null => nodeNear(document, path);
  const placeOf = (path: ValuePath) => placeAtOffset(nodeAt(path)?.range?.[0] ?? 0);
  return {
    file,
    value: document.toJS({ maxAliasCount: 0 }),
    problems: inspected,
    placeOf,
    placeOfKey: (path) => {
      const parent = nodeAt(path.slice(0, -1));
      const pair = isMap(parent) ? parent.items.find((item) => keyText(item) === String(path.at(-1))) : null;
      return isNode(pair?.key) ? placeAtOffset(pair.key.range?.[0] ?? 0) : placeOf(path);
    },
  };
}

/** What must be refused before parsing, since a parser takes seconds or the process's life over it. */
function refuseUnparsed(file: string, text: string, firstLine: number): Problem[] {
  const problems: Problem[] = [];
  const refuse = (line: number, column: number, message: string) =>
    problems.push(makeError(file, { line: line + firstLine - 1, column }, "yaml", message));
  text.split("\n").forEach((line, index) => {
    const message = findLineFault(line);
    const pasted = /^\s*(?:- +)?([\w-]+):\u00a0/.exec(line);
    if (message) refuse(index + 1, 1, message);
    else if (pasted) {
      const advice = "expected an ordinary space: type it anew";
      refuse(index + 1, pasted[0].length, `Unexpected no-break space after "${pasted[1]}:", ${advice}`);
    }
  });
  const deep = problems.length === 0 ? findDeepBracket(text) : null;
  if (deep !== null) {
    const { line, column } = placeAt(text, deep);
    refuse(line, column, `Unexpected nesting, expected ${MAX_DEPTH} brackets in one another at the most`);
  }
  return problems;
}

function findLineFault(line: string): string | null {
  if (line.length > MAX_LINE)
    return `Unexpected line of ${line.length} characters, expected ${MAX_LINE} at the most`;
  const indicators = /^(?:[ \t]*[-?:](?=[ \t]|$))*/.exec(line)?.[0] ?? "";
  if (indicators.replace(/[ \t]/g, "").length > MAX_INDICATORS)
    return `Unexpected nesting, expected ${MAX_INDICATORS} list or key marks on a line at the most`;
  if (line.search(/[^ \t]/) > MAX_INDENTATION)
    return `Unexpected indentation, expected ${MAX_INDENTATION} blanks at the start of a line at the most`;
  return null;
}

/** Where brackets stand too deep in one another, on however many lines, or null. The lexer does not recurse. */
function findDeepBracket(text: string): number | null {
  if ((text.match(/[[{]/g)?.length ?? 0) <= MAX_DEPTH) return null;
  let depth = 0;
  let index = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > MAX_DEPTH) return index;
    // Control characters are the lexer's own marks between the pieces of the text.
    if (!/^[\u0002\u0018\u001f]$/.test(token)) index += token.length;
  }
  return null;
}

/** Refuses what only a program writes, and text that would vanish or turn into something else. */
function inspectNodes(
  file: string,
  document: Document.Parsed,
  placeAtOffset: (offset: number) => Place,
): Problem[] {
  const problems: Problem[] = [];
  const placeOf = (node: Node): Place => placeAtOffset(node.range?.[0] ?? 0);
  const refuse = (node: Node, text: string) => problems.push(makeError(file, placeOf(node), "yaml", text));
  visit(document, (key, node, path) => {
    const parent = path.at(-1);
    const machine = isNode(node) ? findMachineMark(node, path.filter(isCollection).length) : null;
    if (isNode(node) && machine !== null) {
      refuse(node, machine);
      return visit.BREAK;
    }
    if (isMap(node)) inspectKeys(node, refuse);
    else if (isScalar(node)) {
      const field = isPair(parent) ? keyText(parent) : "the value";
      const unseen = typeof node.value === "string" ? findUnseenCharacters(node.value)[0] : undefined;
      if (unseen)
        refuse(node, `Unexpected ${unseen.code} in ${field} (${unseen.name}), expected text: delete it`);
      const cut = key === "key" ? null : cutByHash(node);
      if (cut !== null) {
        const text = `${field} ends before "#${cut}", since a blank and "#" begin a comment: put quotes round the whole of it, or a blank after "#"`;
        problems.push(makeWarning(file, placeOf(node), "yaml-comment", text));
      }
    }
    return undefined;
  });
  return problems;
}

/** What only a program writes, in words; where one is, there are often hundreds, so the first is enough. */
function findMachineMark(node: Node, depth: number): string | null {
  if (isAlias(node)) return 'Unexpected alias (a word that begins with "*"), expected the value itself';
  if (node.anchor) return 'Unexpected anchor (a word that begins with "&"), expected plain text';
  if (hasWrittenTag(node))
    return 'Unexpected tag (a word that begins with "!"), expected plain text: put quotes round it';
  return depth > MAX_DEPTH ? `Unexpected nesting, expected ${MAX_DEPTH} levels at the most` : null;
}

/** Refuses a key given twice. */
function inspectKeys(map: YAMLMap, refuse: (node: Node, text: string) => void): void {
  const seen = new Set<string>();
  for (const pair of map.items) {
    const key = keyText(pair);
    if (!isNode(pair.key)) continue;
    if (seen.has(key))
      refuse(pair.key, `Unexpected second ${key}, expected each key once: delete one of the two`);
    seen.add(key);
  }
}

/** A tag that the author wrote, and not the one that the parser gives to each list and map. */
function hasWrittenTag(node: Node): boolean {
  return node.tag !== undefined && !["tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"].includes(node.tag);
}

/** The comment that cut a plain value, if it reads like a hashtag and not like a comment. */
function cutByHash({ type, comment }: Scalar): string | null {
  return type === "PLAIN" && comment && /^[^\s#]/.test(comment) ? comment : null;
}

function keyText(pair: Pair<unknown, unknown>): string {
  return isScalar(pair.key) ? String(pair.key.value) : "the value";
}

function nodeNear(document: Document.Parsed, path: ValuePath): Node | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents;
}
