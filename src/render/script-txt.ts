// Recording -> script.txt: for a tablet or a terminal. What is not said stands in capitals in brackets.

import { formatDuration } from "../input/duration.ts";
import type { Templates } from "../template.ts";
import type { Document } from "./document.ts";
import { describeLength, labelPassage, type Recording, type RecordingPart, writeRuns } from "./recording.ts";
import { wrapText } from "./wrap-text.ts";

const COLUMNS = 60;

/** The script as plain text, 60 columns wide; only a word that is longer than a line goes over. */
export function renderPlainScript(recording: Recording, templates: Templates): Document {
  const content = templates.render("script.txt.hbs", {
    ...recording,
    length: describeLength(recording),
    rows: [" start   time", ...recording.parts.map(describeRow)],
    parts: recording.parts.map(describePart),
    rule: "=".repeat(COLUMNS),
  });
  return { name: "script.txt", content: wrapText(content, COLUMNS) };
}

/** A line of the rundown: when it starts, how long it is, what it is. */
function describeRow({ start, seconds, title }: RecordingPart): string {
  const head = `${formatDuration(start).padStart(6)} ${formatDuration(seconds).padStart(6)}  `;
  return wrapText(head + title, COLUMNS, " ".repeat(head.length - 1));
}

function describePart(part: RecordingPart): object {
  const name = part.slug ?? part.title;
  return {
    pause: cue(part.pauseCue),
    segment: part.opensSegment && part.kind !== "segment" ? cue(part.segmentTitle ?? "") : "",
    head: cue(`${name}, ${formatDuration(part.seconds)}, starts at ${formatDuration(part.start)}`),
    title: part.slug === null ? "" : cue(part.title),
    passages: part.passages.map((passage, index) => ({
      label: cue(labelPassage(passage, part.passages[index - 1])),
      paragraphs: passage.paragraphs.map(({ runs, kind }) => {
        const text = writeRuns(runs, (run) => (run.stress === "none" ? run.text : stress(run.text)));
        return kind === "plain" ? text : wrapText(`    ${text}`, COLUMNS);
      }),
    })),
  };
}

function cue(text: string): string {
  return text === "" ? "" : `[${text.toUpperCase()}]`;
}

/** Stress as writers of plain text mark it; blanks at either end stay outside the marks. */
function stress(text: string): string {
  return text.replace(/\S(?:[\s\S]*\S)?/, (words) => `*${words}*`);
}
