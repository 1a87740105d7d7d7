// Recording -> script.html, the prompter: one page that scrolls at words a minute, and reads without script.
// Markup and data come from here and the template; what moves is templates/prompter.js, put in as it stands.

import { formatDuration } from "../input/duration.ts";
import { findPageScript } from "../page-script.ts";
import type { Templates } from "../template.ts";
import type { Document } from "./document.ts";
import {
  describeAuthor,
  describeLength,
  type Recording,
  type RecordingParagraph,
  type RecordingPart,
  type Run,
} from "./recording.ts";

/** The prompter as a page of its own. Throws a TemplateError if the show's own template is wrong. */
export function renderPrompter(recording: Recording, templates: Templates): Document {
  const stories = recording.parts.filter((part) => part.kind === "story");
  const content = templates.render("script.html.hbs", {
    ...recording,
    length: describeLength(recording),
    parts: recording.parts.map((part) => describePart(part, stories.indexOf(part) + 1, stories.length)),
    prompter: findPageScript("prompter.js"),
  });
  return { name: "script.html", content };
}

/** A part's data; `nth` is 0 for what is no story. */
function describePart(part: RecordingPart, nth: number, stories: number): object {
  const { id, slug, kind, title, segmentTitle } = part;
  const place = nth === 0 ? "" : `Story ${nth} of ${stories}`;
  return {
    id,
    kind,
    slug,
    title,
    place: kind === "segment" ? "Segment" : place,
    where: nth === 0 ? "" : segmentTitle === null ? place : `${segmentTitle} · ${place}`,
    length: formatDuration(part.seconds),
    pause: part.pauseCue,
    passages: part.passages.map((passage) => ({
      kind: passage.kind,
      // A story needs no label, since its segue looks otherwise.
      label: [passage.kind === "segue" ? "segue" : "", describeAuthor(passage.origin)]
        .filter((part) => part !== "")
        .join(", "),
      paragraphs: passage.paragraphs.map(describeParagraph),
    })),
  };
}

function describeParagraph({ kind, start, end, runs }: RecordingParagraph): object {
  return { kind, start, end, runs: runs.map(describeRun) };
}

function describeRun(run: Run): object {
  const isWords = run.kind === "words";
  return {
    text: run.text,
    sound: isWords ? null : run.text,
    emphasis: isWords && run.stress === "emphasis",
    strong: isWords && run.stress === "strong",
  };
}
