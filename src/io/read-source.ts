// A file that a person named, or standard input -> its text, whatever its character set.

import { open } from "node:fs/promises";
import { decodePage } from "../input/decode-page.ts";
import { UserError } from "../problem.ts";
import { explainCode, hasCode } from "./write-file.ts";

/** As much as is read of a page. Bytes. */
const MAX_BYTES = 10 * 1024 * 1024;

/** Reads a file. Throws a UserError for one that is not there, cannot be read, is no file or is over 10 MB. */
export async function readSourceFile(path: string, shown: string): Promise<string> {
  try {
    const handle = await open(path, "r");
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new UserError(`${shown} is not a file`, "Name a saved page or a text file.");
      if (stats.size > MAX_BYTES) throw tooLarge(shown);
      return decodePage(await handle.readFile(), "").text;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!hasCode(error)) throw error;
    const reason = hasCode(error, "ENOENT") ? "there is no such file" : explainCode(error);
    throw new UserError(
      `${shown} could not be read: ${reason}`,
      "Name an address that begins with https://, a saved page, a text file, or - for standard input.",
    );
  }
}

/** Reads all of standard input. Throws a UserError for more than 10 MB. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw tooLarge("Standard input");
    chunks.push(chunk);
  }
  return decodePage(Buffer.concat(chunks), "").text;
}

function tooLarge(what: string): UserError {
  return new UserError(`${what} is over 10 MB`, "Save the article's text alone, and add that.");
}
