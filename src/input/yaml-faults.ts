// What the YAML parser says of a text that it cannot read -> the place and the words that help its author.

import type { Document, Node, YAMLError } from "yaml";
import { isCollection, isNode, isScalar, visit } from "yaml";

/** The parser's first fault, in the author's words; the ones after it mostly come of it. */
export function describeFirstFault(
  text: string,
  document: Document.Parsed,
  faults: readonly [YAMLError, ...YAMLError[]],
): { readonly offset: number; readonly message: string } {
  const [fault] = faults;
  // A line that is set in too far is first taken for a second colon; another fault says where it stands.
  const setIn = faults.find(({ code, pos }) => code === "MULTILINE_IMPLICIT_KEY" && pos[0] === fault.pos[0]);
  if (setIn && fault.code === "BLOCK_AS_IMPLICIT_KEY")
    return { offset: findWords(text, setIn.pos[1] - 1), message: BAD_INDENTATION };
  const offset = findOpening(document, fault) ?? fault.pos[0];
  const message = describeFault(fault, text, offset);
  return { offset: message === BAD_INDENTATION ? findWords(text, offset) : offset, message };
}

/** A quotation mark or bracket that is never closed is reported where it opens, not where the parser gave up. */
function findOpening(document: Document.Parsed, fault: YAMLError): number | null {
  const isQuote = fault.code === "MISSING_CHAR" && /quote/.test(fault.message);
  if (!isQuote && !isUnclosedBracket(fault)) return null;
  let opening: number | null = null;
  visit(document, (_, node) => {
    if (!isNode(node) || !node.range || node.range[0] >= fault.pos[0] || node.range[2] < fault.pos[0]) return;
    const opens = isScalar(node) ? isQuote && node.type?.startsWith("QUOTE") : !isQuote && isFlow(node);
    if (opens) opening ??= node.range[0];
  });
  return opening;
}

function isUnclosedBracket(fault: YAMLError): boolean {
  return /^Flow (?:map|sequence) .*end with a/.test(fault.message);
}

function isFlow(node: Node): boolean {
  return isCollection(node) && node.flow === true;
}

const BAD_INDENTATION = "Unexpected indentation, expected the line to stand under the one above it";
const UNREADABLE =
  'The line cannot be read, expected "key: value": look for a missing colon, blank, quote or bracket';
const UNCLOSED_BRACKET =
  "Unexpected bracket that is never closed, expected another after its last value, or quotes round the whole of it";

/** Where the words of a line begin. */
function findWords(text: string, offset: number): number {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return start + text.slice(start).search(/[^ ]|$/);
}

function describeFault(fault: YAMLError, text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(lineStart, (text.indexOf("\n", offset) + 1 || text.length + 1) - 1);
  const entry = /^\s*(?:- +)*([^\s:#'"]+): +(.*?)\s*$/.exec(line);
  const inEntry = entry ? ` in ${entry[1]}` : "";
  switch (fault.code) {
    case "BLOCK_AS_IMPLICIT_KEY":
      return entry
        ? `Unexpected second colon in ${entry[1]}, expected quotes round it: ${entry[1]}: ${quote(entry[2] ?? "")}`
        : "Unexpected second colon on the line, expected quotes round a value that holds a colon";
    case "TAB_AS_INDENT":
      return "Unexpected tab at the start of the line, expected spaces: YAML is indented with spaces alone";
    case "MISSING_CHAR":
      if (/quote/.test(fault.message))
        return `Unexpected quotation mark that is never closed${inEntry}, expected another at the end of the value`;
      if (isUnclosedBracket(fault)) return UNCLOSED_BRACKET;
      return /^Sequence item/.test(fault.message) ? BAD_INDENTATION : UNREADABLE;
    case "BAD_INDENT":
      return isUnclosedBracket(fault) ? UNCLOSED_BRACKET : BAD_INDENTATION;
    case "BAD_DQ_ESCAPE":
      return `Unexpected backslash${inEntry}, expected single quotes round a value that holds one`;
    case "BAD_SCALAR_START":
    case "BAD_COLLECTION_TYPE":
      return `Unexpected first character${entry ? ` of ${entry[1]}` : ""}, expected quotes round a value that begins with a mark`;
    case "TAG_RESOLVE_FAILED":
      return `Unexpected tag (a word that begins with "!")${inEntry}, expected plain text: put quotes round it`;
    case "MULTIPLE_DOCS":
      return "Unexpected second document, expected one: delete the line of hyphens or dots";
    default:
      return UNREADABLE;
  }
}

function quote(value: string): string {
  return value.includes('"') ? `'${value.replace(/'/g, "''")}'` : `"${value}"`;
}
