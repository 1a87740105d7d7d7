// Captions of a recording (WebVTT or SRT) -> cues with their times and words, or problems with their lines.
// The two forms differ in little and exports mix them, so that one reader takes both, header or not.

import { makeError, makeWarning, type Problem } from "../problem.ts";

/** What is said from one time to another, in seconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** The words, without markup, names of speakers and sounds in brackets; empty where none is said. */
  readonly text: string;
}

const MAX_CUE = 20_000;
const MAX_PROBLEMS = 20;

/** Hours may be missing, and the fraction's sign is a dot (WebVTT) or a comma (SRT). */
const TIME = String.raw`(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?`;
const TIMES = new RegExp(`^\\s*${TIME}\\s*-->\\s*${TIME}(?:\\s.*)?$`);

/** Blocks of WebVTT that hold no words (https://www.w3.org/TR/webvtt1/, section 4.1), and the number of a cue. */
const SILENT_BLOCK = /^(?:WEBVTT(?:\s|$)|NOTE(?:\s|$)|STYLE$|REGION$|\d*$)/;

/**
 * Reads the cues of a caption file in their order. A text without a cue, a line of times that cannot be read
 * and times that go backwards are errors; text that no time stands above is a warning. A line that a cue
 * repeats from the cue before, as captions that roll up do, is kept once.
 */
export function parseCaptions(
  file: string,
  text: string,
): { readonly cues: readonly Cue[]; readonly problems: readonly Problem[] } {
  const lines = text.split("\n");
  const cues: Cue[] = [];
  const problems: Problem[] = [];
  const placeOf = (index: number) => ({ line: index + 1, column: 1 });
  const refuse = (index: number, message: string) =>
    problems.push(makeError(file, placeOf(index), "captions", message));
  let latest = 0;
  let shown: string | undefined;
  for (let at = 0; at < lines.length; ) {
    if (isEmpty(lines[at])) {
      at += 1;
      continue;
    }
    // The line above the times is the cue's name or number.
    const timing = hasTimes(lines[at]) ? at : hasTimes(lines[at + 1]) ? at + 1 : null;
    const end = findBlockEnd(lines, (timing ?? at) + 1);
    if (timing === null) {
      if (!SILENT_BLOCK.test(lines[at]?.trim() ?? "")) {
        const advice = "expected a line with its times above it: its words are not counted";
        problems.push(makeWarning(file, placeOf(at), "captions", `Unexpected text outside a cue, ${advice}`));
      }
      at = end;
      continue;
    }
    const times = readTimes(lines[timing] ?? "");
    const spoken = readLines(lines.slice(timing + 1, end), end < lines.length && hasTimes(lines[end]));
    at = end;
    if (times === null) {
      const form = "00:01:02.500 --> 00:01:05.000";
      refuse(timing, `Unexpected times ${quote(lines[timing] ?? "")}, expected ${form}: mend the line`);
      continue;
    }
    if (times.end < times.start) {
      refuse(timing, "Unexpected end before the cue's own start, expected a later time: mend the line");
    } else if (times.start < latest) {
      const advice = "expected times that go forward: put the cues in order";
      refuse(timing, `Unexpected start before that of the cue above, ${advice}`);
    }
    latest = Math.max(latest, times.start);
    const said = spoken[0] === shown ? spoken.slice(1) : spoken;
    shown = spoken.at(-1);
    const words = said.join(" ");
    if (words.length > MAX_CUE)
      refuse(timing, `Unexpected cue of ${words.length} characters, expected ${MAX_CUE} at the most: cut it`);
    cues.push({ ...times, text: words });
  }
  if (cues.length === 0 && problems.every(({ severity }) => severity === "warning")) {
    const found = text.trim() === "" ? "empty file" : "text without a cue";
    const message = `Unexpected ${found}, expected captions (WebVTT or SRT): export them from the recording again`;
    return { cues, problems: [makeError(file, null, "captions", message)] };
  }
  return { cues, problems: limitProblems(problems) };
}

function isEmpty(line: string | undefined): boolean {
  return line === undefined || line === "";
}

function hasTimes(line: string | undefined): boolean {
  return line?.includes("-->") ?? false;
}

/** A block ends at an empty line, and where the next cue begins without one. */
function findBlockEnd(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && !isEmpty(lines[end]) && !hasTimes(lines[end])) end += 1;
  return end;
}

function readTimes(line: string): { readonly start: number; readonly end: number } | null {
  const match = TIMES.exec(line);
  if (!match) return null;
  const seconds = (from: number) => {
    const [hours, minutes, rest, fraction] = match.slice(from, from + 4).map((part) => part ?? "0");
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${rest}.${fraction}`);
  };
  return { start: seconds(1), end: seconds(5) };
}

/** The lines of a cue as they are said; `crowded` where the next cue follows without an empty line. */
function readLines(lines: readonly string[], crowded: boolean): string[] {
  const own = crowded && /^\s*\d+\s*$/.test(lines.at(-1) ?? "") ? lines.slice(0, -1) : lines;
  return own.map((line, index) => readLine(line, index === 0)).filter((line) => line !== "");
}

function readLine(line: string, isFirst: boolean): string {
  const plain = decodeEntities(
    line
      .replace(/<br\s?\/?>/gi, " ")
      .replace(/<[/\p{L}\d.][^<>]*>/gu, "")
      .replace(/\{\\[^{}]*\}/g, ""),
  )
    .replace(/\[[^[\]]*\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  // A line in round brackets is a sound, as (Applause) is.
  return /^\(.*\)$/.test(plain) ? "" : stripSpeaker(plain, isFirst);
}

/** Takes the speaker's name away: `Ann Lee: Good morning` at the start of a cue, or after a dash or `>>`. */
function stripSpeaker(line: string, isFirst: boolean): string {
  const mark = /^(?:-|>>+) ?/.exec(line)?.[0] ?? "";
  const rest = line.slice(mark.length);
  if (!isFirst && mark === "") return rest;
  return rest.replace(
    /^\p{Lu}[\p{L}\p{M}\p{N}.'’-]*(?: [\p{Lu}\p{N}][\p{L}\p{M}\p{N}.'’-]*){0,3}:(?: |$)/u,
    "",
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lrm: "",
  rlm: "",
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (written, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? written;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : written;
  });
}

/** The first problems, and how many more there are. */
function limitProblems(problems: readonly Problem[]): readonly Problem[] {
  const next = problems[MAX_PROBLEMS];
  if (!next) return problems;
  const more = problems.slice(MAX_PROBLEMS);
  const text = `${more.length} more problems from here on: mend those above first`;
  const severity = more.some((problem) => problem.severity === "error") ? "error" : next.severity;
  return [...problems.slice(0, MAX_PROBLEMS), { ...next, severity, text }];
}

function quote(line: string): string {
  const letters = [...line.trim()];
  return `"${letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : letters.join("")}"`;
}
