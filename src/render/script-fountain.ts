// Recording -> script.fountain: the screenplay markup that many prompters and writing programs read.
// Syntax: https://fountain.io/syntax

import { formatDuration } from "../input/duration.ts";
import type { Templates } from "../template.ts";
import type { Document } from "./document.ts";
import {
  describeLength,
  labelPassage,
  type Recording,
  type RecordingPart,
  type RecordingPassage,
} from "./recording.ts";

/** The script in Fountain: a section for each segment, a scene for each part, dialogue of the host. */
export function renderFountain(recording: Recording, templates: Templates): Document {
  const speaker = recording.hosts[0] ?? "Presenter";
  const content = templates.render("script.fountain.hbs", {
    title: escapeMarks(recording.title),
    source: escapeMarks([recording.showTitle, recording.label].filter((part) => part !== null).join(", ")),
    author: recording.hostsText === null ? null : escapeMarks(recording.hostsText),
    date: recording.dateText,
    length: describeLength(recording),
    parts: recording.parts.map((part, index) => describePart(part, index + 1, speaker)),
  });
  return { name: "script.fountain", content };
}

function describePart(part: RecordingPart, number: number, speaker: string): object {
  const name = part.slug === null ? part.title : `${part.slug}: ${part.title}`;
  return {
    segment: part.opensSegment ? escapeMarks(part.segmentTitle ?? "") : null,
    scene: `${escapeMarks(name)}, ${formatDuration(part.seconds)}`,
    number,
    pause: part.pauseCue,
    passages: part.passages.map((passage, at) => ({
      speaker: escapeMarks(speaker),
      direction: labelPassage(passage, part.passages[at - 1]).toLowerCase(),
      // Two blanks are an empty line inside one speech; a line that is quite empty would end it.
      speech: passage.paragraphs.map(writeParagraph).join("\n  \n"),
    })),
  };
}

/**
 * A paragraph on one line of dialogue. What would make the line a direction, a lyric or a centred one, or a part
 * of it a note, is kept from it by a zero-width joiner, which nobody sees.
 */
function writeParagraph({ runs }: RecordingPassage["paragraphs"][number]): string {
  const line = runs
    .map((run) => {
      if (run.kind === "pronunciation") return ` [${escapeMarks(run.text)}]`;
      const marks = { none: "", emphasis: "*", strong: "**" }[run.stress];
      return run.text.replace(/\S(?:[\s\S]*\S)?/, (words) => `${marks}${escapeMarks(words)}${marks}`);
    })
    .join("")
    .replace(/\[(?=\[)|\](?=\])/g, `$&${JOINER}`);
  return /^[(~>!@.#=]/.test(line) ? JOINER + line : line;
}

const JOINER = "\u2060";

/** Text with no mark of emphasis in it, and so with no beginning of a comment. */
function escapeMarks(text: string): string {
  return text.replace(/[\\*_]/g, "\\$&");
}
