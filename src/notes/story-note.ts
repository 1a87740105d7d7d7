// One file of stories/ -> StoryNote: its keys complete, its words as they are spoken, nothing private.

import * as z from "zod";
import { readAddress } from "../input/address.ts";
import { checkShape } from "../input/check-shape.ts";
import { dateField, slugField, textField, textsField, webField } from "../input/fields.ts";
import { parseYaml, type ValuePath, type YamlFile } from "../input/parse-yaml.ts";
import { SLUG } from "../input/slug.ts";
import { warnCredentials } from "../input/warn-credentials.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { removePrivateSections } from "../markdown/private-sections.ts";
import { type Paragraph, speakNodes, splitDropped } from "../markdown/speak.ts";
import { hasErrors, makeError, makeWarning, type Place, type Problem } from "../problem.ts";
import { oneLine } from "../show.ts";
import { splitFrontmatter } from "./split-frontmatter.ts";

export type StoryStatus = "draft" | "ready" | "held";
export type Access = "open" | "registration" | "paywall";

/** A page or a talk that a story rests on. It has a title, an address or both. */
export interface Source {
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** The same for two addresses of one source; null without an address. */
  readonly key: string | null;
  readonly authors: readonly string[];
  readonly authorRole: string | null;
  readonly publication: string | null;
  readonly published: string | null;
  readonly accessed: string | null;
  readonly access: Access | null;
  readonly archive: string | null;
  /** The saved text, relative to the episode's folder; checked to stay inside it. */
  readonly capture: string | null;
  /** Why the saved text may not be what was published, as where a machine has reworded it; null: no doubt. */
  readonly doubtful: string | null;
}

/** A promise that was broadcast: what is to be looked at again, and when. */
export interface Follow {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly about: string;
  readonly place: Place;
}

/** One story as collected. */
export interface StoryNote {
  readonly file: string;
  readonly slug: string;
  readonly title: string;
  readonly segment: string;
  readonly order: number | null;
  readonly status: StoryStatus;
  /** A sentence or two for show notes and newsletter; null: its first sentences serve. */
  readonly brief: string | null;
  readonly sources: readonly Source[];
  readonly say: Readonly<Record<string, string>>;
  readonly follow: readonly Follow[];
  /** What is spoken. */
  readonly paragraphs: readonly Paragraph[];
  /** What was dropped to fit the time. */
  readonly dropped: readonly Paragraph[];
  /** Where its segment and its captures are named, for problems that are found later. */
  readonly places: { readonly segment: Place; readonly captures: readonly Place[] };
}

const sourceSchema = z
  .strictObject({
    id: slugField().optional().describe("A short name for footnote references such as [^loti]."),
    title: textField().optional().describe("The title of the page, talk or document."),
    url: webField().optional().describe("Its address."),
    author: textsField().optional().describe("Who wrote it: a name or a list of names."),
    authorRole: textField().optional().describe("What the author does, such as journalist."),
    publication: textField().optional().describe("Where it was published."),
    published: dateField().optional().describe("When it was published, YYYY-MM-DD."),
    accessed: dateField().optional().describe("When you read it, YYYY-MM-DD."),
    access: z.enum(["open", "registration", "paywall"]).optional().describe("Whether anyone can read it."),
    archive: webField().optional().describe("The address of an archived copy."),
    capture: textField().optional().describe("Its saved text, relative to the episode's folder."),
    doubtful: textField()
      .optional()
      .describe("Why the saved text may not be what was published; facts that rest on it are in doubt."),
  })
  .refine((source) => source.title !== undefined || source.url !== undefined, "a title, a url or both");

/** The frontmatter of a story. */
export const storySchema = z.strictObject({
  title: textField().describe("The headline."),
  segment: textField().describe("The id of a segment of the show."),
  order: z.number().optional().describe("Where it stands in its segment; stories without one follow."),
  status: z
    .enum(["draft", "ready", "held"])
    .optional()
    .describe("draft, ready (the default) or held; held is not built."),
  sources: z
    .union([z.array(sourceSchema), sourceSchema])
    .optional()
    .describe("What the story rests on."),
  say: z.record(z.string(), textField()).optional().describe("How names are spoken in this story."),
  brief: textField().optional().describe("A sentence or two for show notes and newsletter."),
  follow: z
    .array(
      z.strictObject({
        date: dateField().describe("When it falls due, YYYY-MM-DD."),
        about: textField().describe("What was promised, as a clause."),
      }),
    )
    .optional()
    .describe("What to look at again, and when."),
  tags: z.unknown().optional().describe("Reserved."),
});

/** The segment that a story's frontmatter names, and where. */
export interface NamedSegment {
  readonly file: string;
  readonly id: string;
  readonly place: Place;
}

/** What comes of a story's file; the segment is told even where other keys are wrong. */
export interface ParsedStory {
  readonly note: StoryNote | null;
  readonly segment: NamedSegment | null;
  readonly problems: readonly Problem[];
}

/** Reads a story note. With an error `note` is null. */
export function parseStory(file: string, text: string): ParsedStory {
  const split = splitFrontmatter(file, text, true);
  if (!split.note) return { note: null, segment: null, problems: split.problems };
  const yaml = parseYaml(file, split.note.frontmatter, split.note.frontmatterLine);
  const shape =
    yaml.value === undefined ? { value: null, problems: yaml.problems } : checkShape(yaml, storySchema);
  // The body is read even where the keys are wrong, so that one run tells everything.
  const body = { file, text: split.note.body, line: split.note.bodyLine };
  const parsed = removePrivateSections(parseMarkdown(body));
  const written = shape.value;
  const list = written ? listSources(written.sources) : [];
  const sourceIds = list.flatMap((source) => source.id ?? []);
  const spoken = speakNodes(parsed, parsed.tree.children, { sourceIds });
  const problems = [...shape.problems, ...parsed.problems, ...spoken.problems];
  const segment = readSegment(yaml);
  if (!written) return { note: null, segment, problems };

  const pathTo = (index: number, key: string): ValuePath =>
    Array.isArray(written.sources) ? ["sources", index, key] : ["sources", key];
  list.forEach((source, index) => {
    problems.push(...inspectSource(yaml, source, (key) => pathTo(index, key), list.slice(0, index)));
  });
  if (splitDropped(spoken.paragraphs).paragraphs.length === 0 && parsed.problems.length === 0) {
    const place = { line: split.note.bodyLine, column: 1 };
    const advice =
      "expected the words to be read aloud under the frontmatter: write them, or hold the story (status: held)";
    if (written.status !== "held")
      problems.push(makeWarning(file, place, "empty-story", `The story has no words, ${advice}`));
  }
  if (hasErrors(problems)) return { note: null, segment, problems };
  return {
    note: {
      file,
      slug: storySlug(file),
      title: oneLine(written.title),
      segment: written.segment,
      order: written.order ?? null,
      status: written.status ?? "ready",
      brief: written.brief === undefined ? null : oneLine(written.brief),
      sources: list.map(completeSource),
      say: written.say ?? {},
      follow: (written.follow ?? []).map(({ date, about }, index) => ({
        date,
        about: oneLine(about),
        place: yaml.placeOf(["follow", index]),
      })),
      ...splitDropped(spoken.paragraphs),
      places: {
        segment: yaml.placeOf(["segment"]),
        captures: list.map((_, index) => yaml.placeOf(pathTo(index, "capture"))),
      },
    },
    segment,
    problems,
  };
}

function readSegment(yaml: YamlFile): NamedSegment | null {
  const id = (yaml.value as { readonly segment?: unknown } | null | undefined)?.segment;
  if (typeof id !== "string" || id.trim() === "") return null;
  return { file: yaml.file, id, place: yaml.placeOf(["segment"]) };
}

/** A story's slug: its file's name without `.md`. */
export function storySlug(file: string): string {
  return (file.split("/").at(-1) ?? "").replace(/\.md$/, "");
}

type SourceAsWritten = z.infer<typeof sourceSchema>;

function listSources(written: SourceAsWritten | SourceAsWritten[] | undefined): SourceAsWritten[] {
  if (written === undefined) return [];
  return Array.isArray(written) ? written : [written];
}

function inspectSource(
  yaml: YamlFile,
  source: SourceAsWritten,
  pathTo: (key: string) => ValuePath,
  earlier: readonly SourceAsWritten[],
): Problem[] {
  const problems = (["url", "archive"] as const).flatMap((key) =>
    warnCredentials(yaml, pathTo(key), source[key]),
  );
  if (source.id !== undefined && earlier.some((other) => other.id === source.id)) {
    const text = `Unexpected second source with the id ${source.id}, expected each sources.id once: rename one of the two`;
    problems.push(makeError(yaml.file, yaml.placeOf(pathTo("id")), "duplicate-source", text));
  }
  if (source.capture !== undefined && !staysInside(source.capture)) {
    const text = `Unexpected path in sources.capture, expected one inside the episode's folder, such as captures/${SLUG.test(source.id ?? "") ? source.id : "page"}.md`;
    problems.push(makeError(yaml.file, yaml.placeOf(pathTo("capture")), "outside-show", text));
  }
  return problems;
}

/** True for a relative path with `/` that never climbs out of its folder. */
function staysInside(path: string): boolean {
  return !/^[/\\~]|^[A-Za-z]:|\\/.test(path) && !path.split("/").includes("..");
}

function completeSource(source: SourceAsWritten): Source {
  const line = (text: string | undefined) => (text === undefined ? null : oneLine(text));
  const address = source.url === undefined ? null : readAddress(source.url);
  const authors = source.author === undefined ? [] : [source.author].flat();
  return {
    id: source.id ?? null,
    title: line(source.title),
    url: address?.url ?? null,
    key: address?.key ?? null,
    authors: authors.map(oneLine),
    authorRole: line(source.authorRole),
    publication: line(source.publication),
    published: source.published ?? null,
    accessed: source.accessed ?? null,
    access: source.access ?? null,
    archive: source.archive === undefined ? null : (readAddress(source.archive)?.url ?? null),
    capture: source.capture ?? null,
    doubtful: line(source.doubtful),
  };
}
