// Bytes of an input file -> text with line feeds, or the problem that says which byte is wrong.
// Guessing an encoding would turn £5m into ?5m in silence, so only UTF-8 is read.

import { makeError, type Place, type Problem } from "../problem.ts";

/** The text of a file, or the error that keeps it from being read. */
export type Decoded =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: Problem };

/**
 * Decodes UTF-8 strictly. A byte order mark is dropped; line ends of every system become line feeds.
 * UTF-16, a NUL and a byte that is not UTF-8 are errors with their place.
 */
export function decodeText(file: string, bytes: Uint8Array): Decoded {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) {
    return refuse(file, { line: 1, column: 1 }, "The file is UTF-16, expected UTF-8: save it again as UTF-8");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse(file, ...describeBadByte(bytes));
  }
  const normal = text.replace(/\r\n?/g, "\n");
  const nul = normal.indexOf("\0");
  if (nul >= 0) {
    return refuse(file, placeAt(normal, nul), "Unexpected NUL byte, expected text: delete the character");
  }
  return { text: normal, problem: null };
}

/** UTF-8 as it stands on the disk, for editing: its byte order mark and its line ends stay. */
export function decodeAsWritten(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** The lines of a text, each with its own end, which the last may lack. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
}

/** The line and column of an index of a text, both from 1. */
export function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index);
  const lastFeed = before.lastIndexOf("\n");
  return { line: before.split("\n").length, column: index - lastFeed };
}

function refuse(file: string, place: Place, text: string): Decoded {
  return { text: null, problem: makeError(file, place, "not-utf-8", text) };
}

/** Names the first byte of the first sequence that is not UTF-8, found by halving. */
function describeBadByte(bytes: Uint8Array): [Place, string] {
  let sound = 0;
  let broken = bytes.length + 1;
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) sound = middle;
    else broken = middle;
  }
  while (!isUtf8(bytes.subarray(0, sound), false)) sound -= 1;
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, sound)).replace(/\r\n?/g, "\n");
  const byte = (bytes[sound] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  return [
    placeAt(before, before.length),
    `Byte ${sound + 1} of the file (0x${byte}) is not UTF-8: save the file again as UTF-8`,
  ];
}

/** True if the bytes are UTF-8; with `unfinished`, also if only the end of the last character is missing. */
function isUtf8(bytes: Uint8Array, unfinished: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: unfinished });
    return true;
  } catch {
    return false;
  }
}
