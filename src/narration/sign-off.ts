// Script -> the digest of all that is spoken, by which a person's signature holds or is void.
// A person answers for the words that they read, so that another word is not theirs.

import { formatDate } from "../input/calendar-date.ts";
import { writeKeys } from "../notes/write-note.ts";
import { makeWarning, type Problem } from "../problem.ts";
import { digestText } from "./digest.ts";
import type { SignOff } from "./narration.ts";
import type { Script } from "./script.ts";

/**
 * SHA-256 in hexadecimal of all that is spoken: of a JSON list with an entry for each passage in order, a list of
 * its kind and the text of each paragraph, in NFC, UTF-8 and without blanks between. A place is no part of it:
 * a story that is renamed is spoken as before.
 */
export function digestScript(script: Script): string {
  const spoken = script.passages.map(({ kind, paragraphs }) => [
    kind,
    ...paragraphs.map(({ text }) => text.normalize("NFC")),
  ]);
  return digestText(JSON.stringify(spoken));
}

/** The sign-off where it holds: nothing that is spoken has changed since. */
export function holdSignOff(script: Script, signedOff: SignOff | null): SignOff | null {
  return signedOff?.sha256 === digestScript(script) ? signedOff : null;
}

/** The lines of `signedOff` in narration.md's frontmatter, for what is spoken now. */
export function writeSignOff(script: Script, by: string, date: string): string[] {
  return writeKeys({ signedOff: { by, date, sha256: digestScript(script) } })
    .trimEnd()
    .split("\n");
}

/** A warning where a sign-off is void; `command` is what signs anew. */
export function warnVoidSignOff(script: Script, signedOff: SignOff | null, command: string): Problem[] {
  if (signedOff === null || holdSignOff(script, signedOff)) return [];
  const { note, show } = script.episode;
  const when = formatDate(signedOff.date, show.language);
  const text = `What is spoken has changed since ${signedOff.by} signed it off on ${when}: read it again, then sign it off with ${command}`;
  return [makeWarning(`episodes/${note.slug}/narration.md`, signedOff.place, "sign-off-void", text)];
}
