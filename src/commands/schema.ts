// roundup schema: the JSON Schemas of a show's files and of episode.json, for editors and other programs.

import * as z from "zod";
import type { Session } from "../io/session.ts";
import { narrationSchema } from "../narration/narration.ts";
import { episodeSchema } from "../notes/episode-note.ts";
import { storySchema } from "../notes/story-note.ts";
import { episodeJsonSchema } from "../render/episode-json.ts";
import { namesSchema, showSchema } from "../show.ts";

const SCHEMAS: Readonly<Record<string, { readonly title: string; readonly schema: z.ZodType }>> = {
  story: { title: "The frontmatter of a story, stories/<slug>.md", schema: storySchema },
  episode: { title: "The frontmatter of an episode, episode.md", schema: episodeSchema },
  show: { title: "The settings of a show, roundup.yaml", schema: showSchema },
  names: { title: "Names and how they are said, names.yaml", schema: namesSchema },
  narration: { title: "The frontmatter of narration.md", schema: narrationSchema },
  "episode-json": { title: "An episode as data, out/<slug>/episode.json", schema: episodeJsonSchema },
};

/** The names of the schemas. */
export const SCHEMA_NAMES: readonly string[] = Object.keys(SCHEMAS);

/** A schema as JSON Schema (draft 7, which editors know best), or all by name. */
export function writeSchema(name: string | undefined): string {
  const data =
    name === undefined
      ? Object.fromEntries(SCHEMA_NAMES.map((one) => [one, makeSchema(one)]))
      : makeSchema(name);
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Prints a schema. */
export async function showSchemas(session: Session, name: string | undefined): Promise<number> {
  session.print(writeSchema(name));
  return 0;
}

function makeSchema(name: string): object {
  const entry = SCHEMAS[name];
  if (!entry) throw new Error(`there is no schema ${name}`);
  const { $schema, ...rest } = z.toJSONSchema(entry.schema, { target: "draft-7", io: "input" });
  return { $schema, title: entry.title, ...rest };
}
