// Documents and the line that belongs into them -> a warning for each that a template of the show left without it.
// A template copied before there was such a line would leave it out in silence.

import type { Disclosure } from "../narration/disclosure.ts";
import { makeWarning, type Problem } from "../problem.ts";
import { escapeHtml } from "../template.ts";
import type { Document } from "./document.ts";
import { markdownWriter } from "./writer.ts";

const NAMES = ["show-notes.html", "show-notes.md", "transcript.html", "transcript.md"];

/** A warning where show notes or transcript do not hold the disclosure; `file` is the episode's. */
export function checkDisclosure(
  documents: readonly Document[],
  { text }: Disclosure,
  file: string,
): Problem[] {
  if (text === null) return [];
  return documents.flatMap(({ name, content }) => {
    const line = name.endsWith(".html") ? escapeHtml(text) : String(markdownWriter.text(text));
    if (!NAMES.includes(name) || content.includes(line)) return [];
    const templates = name === "transcript.html" ? "transcript.html.hbs or page.html.hbs" : `${name}.hbs`;
    const message = `${name} does not say what a model wrote, expected its line: put {{disclosure}} into the show's own ${templates}`;
    return [makeWarning(file, null, "no-disclosure", message)];
  });
}
