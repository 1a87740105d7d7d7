// Recording -> what is printed of it, in words and in order: title block, rundown, a sheet for each part.
// script.docx and script.pdf print the same words; only how they are drawn differs.

import { removeUnseenCharacters } from "../input/characters.ts";
import { formatDuration } from "../input/duration.ts";
import type { Paragraph } from "../markdown/speak.ts";
import { groupDigits } from "../spoken/phrases.ts";
import { labelPassage, type Recording, type RecordingParagraph, type RecordingPart } from "./recording.ts";
import type { ScriptOptions } from "./script-options.ts";

/** Words that look alike; those of a pronunciation stand in square brackets and are not said. */
export interface Piece {
  readonly text: string;
  readonly look: "plain" | "emphasis" | "strong" | "pronunciation";
}

/** A paragraph as it is printed. */
export interface SheetParagraph {
  readonly kind: Paragraph["kind"];
  /** True where the next paragraph goes on with its sentence, so that no page may turn between. */
  readonly runsIn: boolean;
  readonly pieces: readonly Piece[];
}

/** What is said at one place, with the label above it in capitals, "" if it needs none. */
export interface SheetPassage {
  readonly label: string;
  readonly isSegue: boolean;
  readonly paragraphs: readonly SheetParagraph[];
}

/** One part of the script: the intro, a segment's own words, a story or the outro. */
export interface SheetPart {
  /** The cue for the silence before it, in capitals; "" without one. */
  readonly pause: string;
  /** False for a story that follows its segment's own words, and stands below them. */
  readonly opensPage: boolean;
  /** The title of the segment that a story opens; null where none begins or its own words have it. */
  readonly segment: string | null;
  /** In capitals, for the top left. */
  readonly slug: string;
  /** "starts 3:20 · runs 1:02". */
  readonly times: string;
  readonly title: string;
  /** 2 for a story, which stands below its segment; else 1. */
  readonly level: 1 | 2;
  readonly passages: readonly SheetPassage[];
  readonly sources: readonly string[];
}

/** A row of the rundown; the first is its head and the last its sum. */
export interface RundownLine {
  readonly cells: readonly [start: string, slug: string, title: string, time: string];
  readonly isStrong: boolean;
}

/** All that is printed. Every text is free of characters that are not seen, and so of those that XML refuses. */
export interface Sheet {
  /** "The Mill Post · Episode 2", for the head of the title block and of each page. */
  readonly series: string;
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly rundown: readonly RundownLine[];
  readonly parts: readonly SheetPart[];
}

/** What is printed of a script. */
export function makeSheet(recording: Recording, options: ScriptOptions): Sheet {
  const { label, seconds, target } = recording;
  const series = [recording.showTitle, label].filter((text) => text !== null).join(" · ");
  const over = recording.over === "" ? "" : `, ${recording.over}`;
  const facts = [
    { name: "Date", value: recording.dateText },
    ...(recording.hostsText === null ? [] : [{ name: "Read by", value: recording.hostsText }]),
    ...(target === null ? [] : [{ name: "Target", value: formatDuration(target) }]),
    { name: "Running time", value: `${formatDuration(seconds)}${over}` },
    {
      name: "Length",
      value: `${groupDigits(recording.words)} words at ${recording.wordsPerMinute} a minute`,
    },
  ];
  return {
    series: cleanLine(series),
    title: cleanLine(recording.title),
    facts: facts.map(({ name, value }) => ({ name, value: cleanLine(value) })),
    rundown: [
      { cells: ["Start", "Slug", "Title", "Time"], isStrong: true },
      ...recording.parts.map((part): RundownLine => {
        const [start, time] = [formatDuration(part.start), formatDuration(part.seconds)];
        const cells = [start, writeSlug(part.slug ?? ""), cleanLine(part.title), time] as const;
        return { cells, isStrong: part.kind === "segment" };
      }),
      { cells: ["", "", "Running time", formatDuration(seconds)], isStrong: true },
    ],
    parts: recording.parts.map((part, index) =>
      makePart(part, recording.parts[index - 1], recording, options),
    ),
  };
}

function makePart(
  part: RecordingPart,
  before: RecordingPart | undefined,
  recording: Recording,
  options: ScriptOptions,
): SheetPart {
  const isStory = part.kind === "story";
  const slug = { intro: recording.label, outro: recording.label, segment: "Segment", story: part.slug };
  const opens = isStory && part.opensSegment ? part.segmentTitle : null;
  return {
    pause: part.pauseCue.toUpperCase(),
    opensPage: !(isStory && before?.kind === "segment"),
    segment: opens === null ? null : cleanLine(opens),
    slug: writeSlug(slug[part.kind] ?? recording.slug),
    times: `starts ${formatDuration(part.start)} · runs ${formatDuration(part.seconds)}`,
    title: cleanLine(part.title),
    level: isStory ? 2 : 1,
    passages: part.passages.map((passage, index) => ({
      label: labelPassage(passage, part.passages[index - 1]).toUpperCase(),
      isSegue: passage.kind === "segue",
      paragraphs: passage.paragraphs.map((paragraph, at) =>
        makeParagraph(paragraph, passage.runsIn && at === passage.paragraphs.length - 1),
      ),
    })),
    sources: options.sources ? part.sources.map(cleanLine) : [],
  };
}

function makeParagraph({ kind, runs }: RecordingParagraph, runsIn: boolean): SheetParagraph {
  const pieces = runs.map((run): Piece => {
    const text = cleanText(run.text);
    // A no-break space, so that the pronunciation stays with its name.
    if (run.kind === "pronunciation") return { text: `\u00A0[${text}]`, look: "pronunciation" };
    return { text, look: run.stress === "none" ? "plain" : run.stress };
  });
  return { kind, runsIn, pieces: pieces.filter(({ text }) => text !== "") };
}

function writeSlug(slug: string): string {
  return cleanLine(slug).toUpperCase();
}

/** What XML and paper can hold: nothing that is not seen, no half of a pair, and no line break. */
function cleanText(text: string): string {
  return removeUnseenCharacters(text).replace(/[\t\n]/g, " ");
}

function cleanLine(text: string): string {
  return cleanText(text).trim();
}
