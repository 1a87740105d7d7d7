// narration.md -> Narration: what is said around the stories, by place, who wrote it, and who signed it off.

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
import { makeError, makeWarning, nearestWord, type Place, type Problem } from "../problem.ts";
import { oneLine } from "../show.ts";
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

/** The name of the built-in template where a draft names its model. */
export const BUILT_IN_MODEL = "built-in";

/** What is recorded of a passage that no person wrote, or of the episode's title or summary. */
export interface DraftEntry {
  /** The model, or BUILT_IN_MODEL. */
  readonly model: string;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  /** The place that was heard right before it. */
  readonly after: string | null;
  /** The model whose passage was refused, where the built-in one stands instead. */
  readonly refused: string | null;
  /** The digest of what was written: see digestPassage. */
  readonly sha256: string;
}

/** By place; `episode.title` and `episode.summary` are what was proposed for episode.md. */
export type Drafts = ReadonlyMap<string, DraftEntry>;

/** Who examined all that is spoken, and when. */
export interface SignOff {
  readonly by: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The digest of what was spoken then: see digestScript. */
  readonly sha256: string;
  /** Where its key stands. */
  readonly place: Place;
}

const digestField = () => z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");

/** The frontmatter of narration.md. */
export const narrationSchema = z.strictObject({
  drafts: z
    .record(
      z.string(),
      z.strictObject({
        model: textField().describe(
          "The model that drafted it, or built-in where the built-in narration stands there.",
        ),
        date: dateField().optional().describe("When it was drafted."),
        after: textField().optional().describe("The place that was heard right before it then."),
        refused: textField()
          .optional()
          .describe("The model whose passage was refused, where the built-in one stands instead."),
        sha256: digestField().describe("The digest of what was drafted."),
      }),
    )
    .optional()
    .describe(
      "What was drafted and not written by a person, by place in lower case; episode.title and episode.summary for those of episode.md.",
    ),
  signedOff: z
    .strictObject({
      by: textField().describe("The person's name."),
      date: dateField().describe("When they examined it."),
      sha256: digestField().describe("The digest of all that was spoken then."),
    })
    .optional()
    .describe(
      "Who examined all that is spoken, as roundup sign-off writes it; any later change makes it void.",
    ),
});

/** What narration.md holds. */
export interface ParsedNarration {
  readonly narration: Narration;
  readonly drafts: Drafts;
  readonly signedOff: SignOff | null;
  readonly problems: readonly Problem[];
}

/** Reads narration.md. A place that it leaves out has no narration. */
export function parseNarration(file: string, text: string, places: KnownPlaces): ParsedNarration {
  const split = splitFrontmatter(file, text, false);
  if (!split.note)
    return { narration: new Map(), drafts: new Map(), signedOff: null, problems: split.problems };
  const yaml = parseYaml(file, split.note.frontmatter, split.note.frontmatterLine);
  const shape =
    yaml.value === undefined ? { value: null, problems: yaml.problems } : checkShape(yaml, narrationSchema);
  const body = { file, text: split.note.body, line: split.note.bodyLine };
  const parsed = removePrivateSections(parseMarkdown(body));
  const problems: Problem[] = [...shape.problems, ...parsed.problems];
  const { before, sections } = splitSections(parsed);
  const drafts = completeDrafts(shape.value?.drafts ?? {});
  const signedOff = shape.value?.signedOff;
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
        origin: originOf(section, drafts.get(place)),
        ...splitDropped(spoken.paragraphs),
      });
    }
  }
  return {
    narration,
    drafts,
    signedOff: signedOff
      ? { ...signedOff, by: oneLine(signedOff.by), place: yaml.placeOfKey(["signedOff"]) }
      : null,
    problems,
  };
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

type DraftsAsWritten = NonNullable<z.infer<typeof narrationSchema>["drafts"]>;

function completeDrafts(written: DraftsAsWritten): Drafts {
  const complete = ({ model, date, after, refused, sha256 }: DraftsAsWritten[string]): DraftEntry => ({
    model: oneLine(model),
    date: date ?? null,
    after: after ?? null,
    refused: refused ?? null,
    sha256,
  });
  return new Map(Object.entries(written).map(([place, entry]) => [place, complete(entry)]));
}

/** Built-in narration that was changed since is a person's: no model had a part in it. */
function originOf(section: Section, draft: DraftEntry | undefined): Origin {
  if (draft === undefined) return "person";
  const isSame = digestPassage(section.source) === draft.sha256;
  if (draft.model === BUILT_IN_MODEL) return isSame ? "built-in" : "person";
  return isSame ? "drafted" : "edited";
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
