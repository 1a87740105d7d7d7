// The bytes of a script on paper -> what programs that are not ours read out of it.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Recording } from "../../src/render/recording.ts";
import type { ScriptOptions } from "../../src/render/script-options.ts";
import { makeFolder } from "./make-show.ts";

/** As a person gets it who asks for nothing. */
export const usual: ScriptOptions = { sources: true, pagePerStory: false, paper: "a4" };

/** Writes bytes to a file of that name in a folder of its own, and answers with its path. */
export function keep(name: string, content: Uint8Array): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** What a program prints. Throws where it fails. */
export function run(program: string, ...words: readonly string[]): string {
  return execFileSync(program, words, {
    encoding: "utf8",
    maxBuffer: 64e6,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The text of a PDF in the order in which it is written, without blanks, and without the head and foot of pages. */
export function readBody(path: string): string {
  const text = run(
    "pdftotext",
    "-raw",
    "-nopgbrk",
    "-x",
    "0",
    "-y",
    "60",
    "-W",
    "700",
    "-H",
    "715",
    path,
    "-",
  );
  return squeeze(text);
}

/** The lines of each page, its head first and its foot last. */
export function readPages(path: string): string[][] {
  const pages = run("pdftotext", "-raw", path, "-").split("\f");
  return pages.slice(0, -1).map((page) => page.trim().split("\n"));
}

/** The lines of a report such as pdfinfo prints, by name. */
export function readReport(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split("\n").flatMap((line) => {
      const [, name, value] = /^([^:]+):\s+(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? ""]];
    }),
  );
}

/** The parts of a .docx by name, as text. */
export function readParts(content: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return Object.fromEntries(
    Object.entries(unzipSync(content)).map(([name, bytes]) => [name, decoder.decode(bytes)]),
  );
}

/** A .docx as LibreOffice prints it: the path of a PDF. */
export function printDocx(content: Uint8Array): string {
  const path = keep("script.docx", content);
  const folder = makeFolder();
  run(
    "soffice",
    `-env:UserInstallation=file://${folder}/profile`,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    folder,
    path,
  );
  return join(folder, "script.pdf");
}

/** Text without blanks, composed, since where lines end says nothing. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, "").normalize("NFC");
}

/** What is read of each part, in order: title, words with their pronunciations, and sources. */
export function listWords(recording: Recording): string[] {
  return recording.parts.flatMap((part) => [
    part.title,
    ...part.passages.flatMap(({ paragraphs }) =>
      paragraphs.map(({ runs }) =>
        runs.map((run) => (run.kind === "words" ? run.text : ` [${run.text}]`)).join(""),
      ),
    ),
    ...part.sources,
  ]);
}
