// narration.md -> Narration: what is said around the stories, by place, and who wrote it.

import * as z from "zod";
import { checkShape } from "../input/check-shape.ts";
import { dateField, textField } from "../input/fields.ts";
import { parseYaml } from "../input/parse-yaml.ts";
import { removeFitMarks } from "../markdown/fit-mark.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { removePrivateSections } from "../markdown/private-sections.ts";
import { type Section, splitSections } from "../markdown/sections.ts";
import { type Paragraph, speakNodes, splitDropped } from "../markdown/speak.ts";
import { splitFrontmatter } from "../notes/split-frontmatter.ts";
import { makeError, makeWarning, nearestWord, type Problem } from "../problem.ts";
import { digestText } from "./digest.ts";

/** Who wrote a passage: a person, the built-in template, a model, or a model and then a person. */
export type Origin = "person" | "built-in" | "drafted" | "edited";

/** What is said at one place. */
export interface NarrationSection {
  readonly origin: Origin;
  /** What is spoken. */
  readonly paragraphs: readonly Paragraph[];
  /** What was dropped to fit the time. */
  readonly dropped: readonly Paragraph[];
}

/** Sections by place: `intro`, `outro`, a segment's id or a story's slug. */
export type Narration = ReadonlyMap<string, NarrationSection>;

/** The places that a narration may name. */
export interface KnownPlaces {
  readonly segments: readonly { readonly id: string; readonly title: string }[];
  /** Slugs of all stories, held ones too. */
  readonly stories: readonly string[];
  /** Ids of sources, for footnote references. */
  readonly sourceIds: readonly string[];
}

/** The frontmatter of narration.md. */
export const narrationSchema = z.strictObject({
  drafts: z
    .record(
      z.string(),
      z.strictObject({
        model: textField().describe("The model that drafted the passage."),
        date: dateField().optional().describe("When it was drafted."),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits")
          .describe("The digest of what it wrote."),
      }),
    )
    .optional()
    .describe("Passages that a model drafted, by place in lower case."),
  signedOff: z.unknown().optional().describe("Reserved."),
});

/** Reads narration.md. A place that it leaves out has no narration. */
export function parseNarration(
  file: string,
  text: string,
  places: KnownPlaces,
): { readonly narration: Narration; readonly problems: readonly Problem[] } {
  const empty: Narration = new Map();
  const split = splitFrontmatter(file, text, false);
  if (!split.note) return { narration: empty, problems: split.problems };
  const yaml = parseYaml(file, split.note.frontmatter, split.note.frontmatterLine);
  const shape =
    yaml.value === undefined ? { value: null, problems: yaml.problems } : checkShape(yaml, narrationSchema);
  const body = { file, text: split.note.body, line: split.note.bodyLine };
  const parsed = removePrivateSections(parseMarkdown(body));
  const problems: Problem[] = [...shape.problems, ...parsed.problems];
  const { before, sections } = splitSections(parsed);
  const drafts = shape.value?.drafts ?? {};
  const narration = new Map<string, NarrationSection>();

  const lost = speakNodes(parsed, before, places);
  problems.push(...lost.problems);
  if (lost.paragraphs[0]) {
    const message =
      "Unexpected words before the first heading, expected a place such as ## Intro above them: they are not spoken";
    problems.push(makeWarning(file, lost.paragraphs[0].place, "words-before-place", message));
  }
  const known = listPlaces(places);
  const own = parsed.privateLines.find(({ isTopLevel, depth }) => isTopLevel && depth === 2);
  if (own && known.includes("notes")) {
    const message =
      "Unexpected place notes, expected another name: a section Notes is private and not spoken";
    problems.push(makeWarning(file, { line: own.from, column: 1 }, "private-place", message));
  }
  for (const section of sections) {
    const place = section.heading.trim().toLowerCase();
    const spoken = speakNodes(parsed, section.nodes, places);
    problems.push(...spoken.problems);
    if (!known.includes(place)) problems.push(describeUnknownPlace(file, section, places, known));
    else if (narration.has(place)) {
      const message = `Unexpected second section for ${place}, expected each place once: join the two`;
      problems.push(makeError(file, section.place, "duplicate-place", message));
    } else {
      narration.set(place, {
        origin: originOf(section, drafts[place]?.sha256),
        ...splitDropped(spoken.paragraphs),
      });
    }
  }
  return { narration, problems };
}

/**
 * The digest of a passage: SHA-256 in hexadecimal of its source, as the format describes it. Marks that say what
 * can go are no part of it, so that who wrote the words stays known when some of them are dropped.
 */
export function digestPassage(source: string): string {
  const normal = removeFitMarks(source)
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/^\n+|\n+$/g, "");
  return digestText(normal);
}

function originOf(section: Section, drafted: string | undefined): Origin {
  if (drafted === undefined) return "person";
  return digestPassage(section.source) === drafted ? "drafted" : "edited";
}

function listPlaces(places: KnownPlaces): string[] {
  return ["intro", ...places.segments.map((segment) => segment.id), ...places.stories, "outro"];
}

function describeUnknownPlace(
  file: string,
  section: Section,
  places: KnownPlaces,
  known: readonly string[],
): Problem {
  const heading = section.heading.trim();
  const titled = places.segments.find((segment) => segment.title.toLowerCase() === heading.toLowerCase());
  const near = titled?.id ?? nearestWord(heading, known);
  const advice = near
    ? `did you mean ## ${near}?`
    : "rename the heading, or make it a part of the section above";
  const text = `Unexpected heading "${heading.slice(0, 60)}", expected a place (${known.join(", ")}): ${advice}`;
  return makeError(file, section.place, "unknown-place", text);
}
