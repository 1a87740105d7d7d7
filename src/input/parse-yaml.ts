// YAML text -> plain data with the place of every key and value, or problems an author can mend.
// Strict on purpose: what only a program would write (anchors, tags, deep nesting) is refused unread.

import type { Document, Node, Pair, YAMLError } from "yaml";
import { isAlias, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { makeError, makeWarning, type Place, type Problem } from "../problem.ts";
import { findUnseenCharacters } from "./characters.ts";

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
  /** A plain scalar as it was written, null for anything else. */
  readonly writtenAt: (path: ValuePath) => string | null;
}

const MAX_LINE = 8192;
const MAX_INDICATORS = 8;
const MAX_BRACKETS = 32;
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
    writtenAt: () => null,
  });
  const refused = refuseLines(file, text, firstLine);
  if (refused.length > 0) return unread(refused);

  const counter = new LineCounter();
  const document = parseDocument(text, {
    schema: "core",
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: "silent",
    lineCounter: counter,
  });
  const placeAtOffset = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return unread(describeFaults(file, text, document, faults, placeAtOffset));
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
    writtenAt: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) && node.type === "PLAIN" && typeof node.source === "string" ? node.source : null;
    },
  };
}

/** What must be refused before parsing, since a parser takes seconds or the process's life over it. */
function refuseLines(file: string, text: string, firstLine: number): Problem[] {
  const problems: Problem[] = [];
  text.split("\n").forEach((line, index) => {
    const refuse = (column: number, message: string) =>
      problems.push(makeError(file, { line: firstLine + index, column }, "yaml", message));
    const indicators = /^(?:[ \t]*[-?:](?=[ \t]|$))*/.exec(line)?.[0] ?? "";
    if (line.length > MAX_LINE) {
      refuse(1, `Unexpected line of ${line.length} characters, expected ${MAX_LINE} at the most`);
    } else if (indicators.replace(/[ \t]/g, "").length > MAX_INDICATORS) {
      refuse(1, `Unexpected nesting, expected ${MAX_INDICATORS} list or key marks on a line at the most`);
    } else if ((line.match(/[[{]/g)?.length ?? 0) > MAX_BRACKETS) {
      refuse(1, `Unexpected nesting, expected ${MAX_BRACKETS} brackets on a line at the most`);
    } else {
      const pasted = /^\s*(?:- +)?([\w-]+):\u00a0/.exec(line);
      if (pasted) {
        refuse(
          pasted[0].length,
          `Unexpected no-break space after "${pasted[1]}:", expected an ordinary space: type it anew`,
        );
      }
    }
  });
  return problems;
}

/** The parser's first fault, and every key given twice, in the author's words. */
function describeFaults(
  file: string,
  text: string,
  document: Document.Parsed,
  faults: readonly YAMLError[],
  placeAtOffset: (offset: number) => Place,
): Problem[] {
  const first = faults[0];
  return faults
    .filter((fault) => fault === first || fault.code === "DUPLICATE_KEY")
    .map((fault) => {
      const offset = openingQuote(document, fault) ?? fault.pos[0];
      return makeError(file, placeAtOffset(offset), "yaml", describeFault(fault, text, offset));
    });
}

/** A quotation mark that is never closed is reported where it opens, not at the end of the file. */
function openingQuote(document: Document.Parsed, fault: YAMLError): number | null {
  if (fault.code !== "MISSING_CHAR" || !/quote/.test(fault.message)) return null;
  let opening: number | null = null;
  visit(document, {
    Scalar: (_, node) => {
      if (node.type?.startsWith("QUOTE") && node.range && node.range[0] < fault.pos[0])
        opening = node.range[0];
    },
  });
  return opening;
}

function describeFault(fault: YAMLError, text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(lineStart, (text.indexOf("\n", offset) + 1 || text.length + 1) - 1);
  const entry = /^\s*(?:- +)*([^\s:#'"]+): +(.*?)\s*$/.exec(line);
  switch (fault.code) {
    case "BLOCK_AS_IMPLICIT_KEY":
      return entry
        ? `Unexpected second colon in ${entry[1]}, expected quotes round it: ${entry[1]}: ${quote(entry[2] ?? "")}`
        : "Unexpected second colon on the line, expected quotes round a value that holds a colon";
    case "TAB_AS_INDENT":
      return "Unexpected tab at the start of the line, expected spaces: YAML is indented with spaces alone";
    case "DUPLICATE_KEY":
      return `Unexpected second ${entry?.[1] ?? "key of that name"}, expected each key once: delete one of the two`;
    case "MISSING_CHAR":
      return /quote/.test(fault.message)
        ? `Unexpected quotation mark that is never closed${entry ? ` in ${entry[1]}` : ""}, expected another at the end of the value`
        : `Unexpected end of ${entry ? entry[1] : "the value"}, expected a closing bracket, comma or colon`;
    case "BAD_INDENT":
      return "Unexpected indentation, expected the line to stand under the one above it";
    case "BAD_DQ_ESCAPE":
      return `Unexpected backslash${entry ? ` in ${entry[1]}` : ""}, expected single quotes round a value that holds one`;
    case "BAD_SCALAR_START":
    case "BAD_COLLECTION_TYPE":
      return `Unexpected first character${entry ? ` of ${entry[1]}` : ""}, expected quotes round a value that begins with a mark`;
    case "TAG_RESOLVE_FAILED":
      return `Unexpected tag (a word that begins with "!")${entry ? ` in ${entry[1]}` : ""}, expected plain text: put quotes round it`;
    case "MULTIPLE_DOCS":
      return "Unexpected second document, expected one: delete the line of hyphens or dots";
    default:
      return 'The line cannot be read, expected "key: value": look for a missing colon, blank, quote or bracket';
  }
}

function quote(value: string): string {
  return value.includes('"') ? `'${value.replace(/'/g, "''")}'` : `"${value}"`;
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
  visit(document, {
    Node: (_, node, path) => {
      if (isAlias(node))
        refuse(node, 'Unexpected alias (a word that begins with "*"), expected the value itself');
      else if (node.anchor)
        refuse(node, 'Unexpected anchor (a word that begins with "&"), expected plain text');
      else if (node.tag && isNode(node) && hasWrittenTag(node))
        refuse(
          node,
          'Unexpected tag (a word that begins with "!"), expected plain text: put quotes round it',
        );
      else if (path.filter(isCollection).length > MAX_DEPTH) {
        refuse(node, `Unexpected nesting, expected ${MAX_DEPTH} levels at the most`);
        return visit.BREAK;
      }
      return undefined;
    },
    Pair: (_, pair) => {
      if (isScalar(pair.key) && ["__proto__", "constructor", "prototype"].includes(String(pair.key.value))) {
        refuse(pair.key, `Unexpected key ${String(pair.key.value)}, expected a key of the format: delete it`);
      }
      const cut = isScalar(pair.value) ? cutByHash(pair.value) : null;
      if (cut !== null && isScalar(pair.value)) {
        const key = keyText(pair);
        const text = `${key} ends before "#${cut}", since a blank and "#" begin a comment: put quotes round the whole of it, or a blank after "#"`;
        problems.push(makeWarning(file, placeOf(pair.value), "yaml-comment", text));
      }
    },
    Scalar: (_, node, path) => {
      if (typeof node.value !== "string") return;
      const unseen = findUnseenCharacters(node.value)[0];
      const parent = path.at(-1) as Pair | undefined;
      const key = parent && "key" in parent ? keyText(parent) : "the value";
      if (unseen)
        refuse(node, `Unexpected ${unseen.code} in ${key} (${unseen.name}), expected text: delete it`);
    },
  });
  return problems;
}

/** A tag that the author wrote, and not the one that the parser gives to each value. */
function hasWrittenTag(node: Node): boolean {
  return !["tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"].includes(node.tag ?? "");
}

/** The comment that cut a plain value, if it reads like a hashtag and not like a comment. */
function cutByHash(node: Node): string | null {
  const comment = node.comment;
  return isScalar(node) && node.type === "PLAIN" && comment && /^[^\s#]/.test(comment) ? comment : null;
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
