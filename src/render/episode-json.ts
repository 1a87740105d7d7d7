// Script -> episode.json: the whole episode as data, for other programs and for the next build.

import * as z from "zod";
import { listStories } from "../episode/episode.ts";
import { groupByStory } from "../episode/number-sources.ts";
import type { Disclosure } from "../narration/disclosure.ts";
import type { Script } from "../narration/script.ts";
import { FORMAT_VERSION } from "../show.ts";
import type { Document } from "./document.ts";
import { briefOf } from "./story-briefs.ts";

const text = () => z.string().nullable();
const seconds = (what: string) => z.number().describe(`${what}, in seconds.`);
const origin = z.enum(["person", "built-in", "drafted", "edited"]);

/** episode.json, version 1; `roundup schema episode-json` prints it as JSON Schema. */
export const episodeJsonSchema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  show: z.strictObject({
    title: z.string(),
    description: text(),
    publisher: text(),
    language: z.string().describe("BCP 47."),
    timezone: z.string().describe("IANA."),
    cadence: z.enum(["daily", "weekly", "fortnightly", "monthly"]),
    url: text(),
    email: text(),
    image: text(),
  }),
  episode: z.strictObject({
    slug: z.string(),
    number: z.int().nullable(),
    title: z.string(),
    date: z.string().describe("YYYY-MM-DD."),
    summary: text(),
    hosts: z.array(z.strictObject({ name: z.string(), role: text(), url: text() })),
    target: z.int().nullable().describe("The running time wanted, in seconds."),
    audio: z
      .strictObject({ url: z.string(), bytes: z.int(), duration: z.int(), type: z.string() })
      .nullable()
      .describe("The recording; its duration in seconds."),
    words: z.int().describe("Words spoken."),
    seconds: seconds("The estimated running time"),
  }),
  segments: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      stories: z.array(z.string()).describe("Slugs, in order."),
    }),
  ),
  stories: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      segment: z.string(),
      status: z.enum(["draft", "ready"]),
      brief: z.string(),
      sources: z.array(z.int()).describe("Numbers of its sources, mentioned ones too."),
    }),
  ),
  script: z.array(
    z.strictObject({
      kind: z.enum(["intro", "segment", "segue", "story", "outro"]),
      place: z.string().describe("intro, outro, a segment's id or a story's slug."),
      segment: text(),
      story: text(),
      origin: origin.describe(
        "Who wrote it: a person, the built-in template, a model, or a model and then a person.",
      ),
      runsIn: z
        .boolean()
        .describe("True if its last paragraph and the next passage's first are read as one."),
      paragraphs: z.array(z.string()).describe("The words, a paragraph each."),
      words: z.int(),
      seconds: seconds("The time to say it"),
      start: seconds("When it begins"),
      end: seconds("When it ends"),
    }),
  ),
  sources: z.array(
    z.strictObject({
      number: z.int(),
      segment: text(),
      listed: z.boolean().describe("False for a link that is only mentioned."),
      stories: z.array(z.string()),
      title: text(),
      url: text(),
      authors: z.array(z.string()),
      authorRole: text(),
      publication: text(),
      published: text(),
      accessed: text(),
      access: z.enum(["open", "registration", "paywall"]).nullable(),
      archive: text(),
    }),
  ),
  ai: z
    .strictObject({
      drafted: z
        .array(z.string())
        .describe("Places whose words are a model's: of the script, or episode.title and episode.summary."),
      edited: z.array(z.string()).describe("Places whose words a model drafted and that were edited since."),
      models: z.array(z.string()).describe("The models that drafted them."),
      signedOff: z
        .strictObject({ by: z.string(), date: z.string().describe("YYYY-MM-DD.") })
        .nullable()
        .describe("Who examined all that is spoken, if nothing has changed since."),
      disclosure: text().describe("The line that tells readers of it; null where no model wrote anything."),
    })
    .describe("What a model wrote."),
  documents: z.array(z.string()).describe("The files that this build made, by name."),
});

/** Renders episode.json; `documents` are the names of all files of this build but itself. */
export function renderEpisodeJson(
  script: Script,
  disclosure: Disclosure,
  documents: readonly string[],
): Document {
  const { note, show, hosts, segments } = script.episode;
  const entries = groupByStory(script.sources);
  const data: z.infer<typeof episodeJsonSchema> = {
    formatVersion: FORMAT_VERSION,
    show: {
      title: show.title,
      description: show.description,
      publisher: show.publisher,
      language: show.language,
      timezone: show.timezone,
      cadence: show.cadence,
      url: show.url,
      email: show.email,
      image: show.image,
    },
    episode: {
      slug: note.slug,
      number: note.number,
      title: note.title,
      date: note.date,
      summary: note.summary,
      hosts: hosts.map(({ name, role, url }) => ({ name, role, url })),
      target: note.target,
      audio: note.audio,
      words: script.words,
      seconds: script.seconds,
    },
    segments: segments.map(({ id, title, stories }) => ({
      id,
      title,
      stories: stories.map((story) => story.slug),
    })),
    stories: listStories(script.episode).map((story) => ({
      slug: story.slug,
      title: story.title,
      segment: story.segment,
      status: story.status === "draft" ? "draft" : "ready",
      brief: briefOf(story),
      sources: (entries.get(story.slug) ?? []).map((entry) => entry.number),
    })),
    script: script.passages.map(({ paragraphs, ...passage }) => ({
      ...passage,
      paragraphs: paragraphs.map((paragraph) => paragraph.text),
    })),
    sources: script.sources.map(({ source, ...entry }) => {
      const { id: _id, key: _key, capture: _capture, doubtful: _doubtful, ...published } = source;
      return { ...entry, ...published, stories: [...entry.stories], authors: [...source.authors] };
    }),
    ai: {
      drafted: [...disclosure.drafted],
      edited: [...disclosure.edited],
      models: [...disclosure.models],
      signedOff: disclosure.signedOff,
      disclosure: disclosure.text,
    },
    documents: [...documents, "episode.json"].sort(),
  };
  return { name: "episode.json", content: `${JSON.stringify(data, null, 2)}\n` };
}
