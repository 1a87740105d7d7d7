// Keys and words -> the text of a note, pleasant to read and to diff; reading it gives the same back.

import { Document, isScalar, visit } from "yaml";

/** What a note is written from. */
export interface NoteText {
  /** Comment lines atop the keys, without `#`. */
  readonly comments?: readonly string[];
  /** Keys in the order in which they are written; undefined ones are left out. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** Comment lines under the keys, without `#`. */
  readonly hints?: readonly string[];
  readonly body: string;
}

/** Writes a note: frontmatter, an empty line, the body, a line feed at the end. */
export function writeNote(note: NoteText): string {
  const comment = (line: string) => (line === "" ? "#\n" : `# ${line}\n`);
  const head = (note.comments ?? []).map(comment).join("");
  const hints = (note.hints ?? []).map(comment).join("");
  const body = note.body.replace(/^\n+|\n+$/g, "");
  return `---\n${head}${writeKeys(note.keys)}${hints}---\n${body === "" ? "" : `\n${body}\n`}`;
}

/** Keys as YAML of the core schema, long text on one line; what YAML 1.1 would read as a number is quoted. */
export function writeKeys(keys: Readonly<Record<string, unknown>>): string {
  const given = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return "";
  const document = new Document(given, { version: "1.2", schema: "core", aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (isScalar(node) && typeof node.value === "string" && needsQuotes(node.value))
        node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** A time, a blank at an end, a mark that begins a comment, or a line feed: safest between quotes. */
function needsQuotes(text: string): boolean {
  return /^\d+(:\d\d)+$|^\s|\s$|[\n\u0085\u00a0\u2028\u2029]|: | #|^[-?:,[\]{}#&*!|>'"%@`]|^(?:y|n|yes|no|on|off)$/i.test(
    text,
  );
}
