// A title and a date -> the files of a new show that builds at once, as `roundup init` writes them.
// The settings' comments come from the schema, so that they are described in one place.

import type { z } from "zod";
import { showSchema } from "../show.ts";
import { writeKeys, writeNote } from "./write-note.ts";

/** A file to be made: its path relative to the show, and its text. */
export interface StarterFile {
  readonly path: string;
  readonly content: string;
}

/** The comment by which an editor finds the schema of a file; `folder` is the file's own, in the show. */
export function schemaComment(name: string, folder: string): string {
  const up = folder === "" ? "./" : "../".repeat(folder.split("/").length);
  return `yaml-language-server: $schema=${up}schemas/${name}.schema.json`;
}

/** What new settings hold; a key that is not here stands as a comment. */
function startingSettings(title: string): Record<string, unknown> {
  return {
    formatVersion: 1,
    show: { title, language: "en-GB", timezone: "Europe/London", cadence: "monthly" },
    segments: [
      { id: "central", title: "Central government" },
      { id: "local", title: "Local government" },
      { id: "nhs", title: "NHS", spoken: "the NHS" },
    ],
    reading: { wordsPerMinute: 160, pause: { paragraph: 0.5, story: 1.5, segment: 2 } },
  };
}

/** Examples for the keys that stand as comments. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  "show.description": "What the show is about, in a sentence.",
  "show.host": "Your name",
  "show.publisher": "Your organisation",
  "show.url": "https://example.org/show",
  "show.email": "show@example.org",
  "show.image": "https://example.org/cover.jpg",
  narration: { model: "gpt-5-mini", baseUrl: "http://localhost:11434/v1" },
  checks: { "no-source": "error" },
  feeds: ["https://example.org/news.xml"],
  suggest: { local: ["library", "Socitm"] },
};

/** roundup.yaml of a new show: every key with its comment, those without a value as comments too. */
export function writeSettings(title: string): string {
  const head = `# ${schemaComment("show", "")}\n# The settings of the show. Every key may be left out.\n`;
  return head + writeLevel(showSchema, startingSettings(title), "");
}

/** All files of a new show but its schemas and templates; `date` is the first episode's, YYYY-MM-DD. */
export function writeStarterShow(title: string, date: string): StarterFile[] {
  const folder = "episodes/001";
  return [
    { path: "roundup.yaml", content: writeSettings(title) },
    { path: ".gitignore", content: "out/\n" },
    {
      path: `${folder}/episode.md`,
      content: writeNote({
        comments: [schemaComment("episode", folder)],
        keys: {
          number: 1,
          title: "A first edition",
          date,
          summary: "Three stories, one a segment, to show how it is done.",
        },
        hints: ['target: "9:00"'],
        body: "This text is printed in the show notes. Thank someone, or say where to write to.",
      }),
    },
    ...STARTER_STORIES.map(({ slug, segment, title: headline, body }) => ({
      path: `${folder}/stories/${slug}.md`,
      content: writeStory(folder, {
        title: headline,
        segment,
        order: 1,
        sources: [{ title: "The page that you read", url: `https://example.org/${slug}` }],
        body,
      }),
    })),
  ];
}

function writeStory(
  folder: string,
  story: { readonly body: string; readonly [key: string]: unknown },
): string {
  const { body, ...keys } = story;
  return writeNote({ comments: [schemaComment("story", `${folder}/stories`)], keys, body });
}

const STARTER_STORIES = [
  {
    slug: "first-story",
    segment: "central",
    title: "A first story from central government",
    body: "Write here what you will read aloud, a paragraph at a time. Keep sentences short, and say first who said it.\n\n## Notes\n\nWhat stands under this heading is private. It never leaves your machine.",
  },
  {
    slug: "second-story",
    segment: "local",
    title: "A second story from local government",
    body: "A link, such as [this one](https://example.org/council), is spoken as its words. Its address goes into the links and sources.",
  },
  {
    slug: "third-story",
    segment: "nhs",
    title: "A third story from the NHS",
    body: "This is the last story, so the narration before it begins with two familiar words. Write your own in narration.md when you are ready.",
  },
];

type Shape = Readonly<Record<string, z.ZodType>>;

/**
 * One level of settings: a comment and a key each, in the order of the schema. A key without a value stands
 * as a comment, with its example.
 */
function writeLevel(schema: z.ZodType, values: Record<string, unknown>, path: string): string {
  const shape = (unwrap(schema) as unknown as { shape: Shape }).shape;
  return Object.entries(shape)
    .filter(([, field]) => field.description !== "Reserved.")
    .map(([key, field]) => {
      const here = path === "" ? key : `${path}.${key}`;
      const value = values[key] ?? EXAMPLES[here];
      const written =
        "shape" in unwrap(field)
          ? `${key}:\n${setIn(writeLevel(field, value as Record<string, unknown>, here), "  ")}`
          : writeKeys({ [key]: value });
      const comment = [field.description ?? "", ...describeItems(field)]
        .map((line) => `# ${line}\n`)
        .join("");
      return `${path === "" ? "\n" : ""}${comment}${values[key] === undefined ? setIn(written, "# ") : written}`;
    })
    .join("");
}

/** The keys of a list's items, a line each. */
function describeItems(field: z.ZodType): string[] {
  const { element } = (unwrap(field) as unknown as { def: { element?: z.ZodType } }).def;
  const shape = element && (unwrap(element) as unknown as { shape?: Shape }).shape;
  const rows = Object.entries(shape ?? {});
  const width = Math.max(0, ...rows.map(([key]) => key.length));
  return rows.map(([key, { description }]) => `  ${key.padEnd(width)}  ${description ?? ""}`);
}

function setIn(text: string, mark: string): string {
  return text.replace(/^(?=.)/gm, mark);
}

/** The schema under `optional()` and the like. */
function unwrap(schema: z.ZodType): z.ZodType {
  const inner = (schema as unknown as { def: { innerType?: z.ZodType } }).def.innerType;
  return inner ? unwrap(inner) : schema;
}
