// episode.md -> EpisodeNote: its keys complete, its body as public text for the show notes.

import type { Root } from "mdast";
import * as z from "zod";
import { readAddress } from "../input/address.ts";
import { checkShape } from "../input/check-shape.ts";
import { parseDuration } from "../input/duration.ts";
import { dateField, durationField, slugField, textField, webField, wholeField } from "../input/fields.ts";
import { parseYaml } from "../input/parse-yaml.ts";
import { warnCredentials } from "../input/warn-credentials.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { removePrivateSections } from "../markdown/private-sections.ts";
import { readPublicText } from "../markdown/public-text.ts";
import { hasErrors, type Place, type Problem } from "../problem.ts";
import { completeHosts, type Host, hostField, oneLine, warnHostCredentials } from "../show.ts";
import { splitFrontmatter } from "./split-frontmatter.ts";

/** The recording. */
export interface Audio {
  readonly url: string;
  readonly bytes: number;
  /** Seconds. */
  readonly duration: number;
  readonly type: string;
}

/** One edition as its own file says it. */
export interface EpisodeNote {
  readonly file: string;
  readonly slug: string;
  readonly number: number | null;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The ids of its segments in its own order, or null for the show's. */
  readonly segments: readonly string[] | null;
  readonly summary: string | null;
  /** The running time wanted, in seconds. */
  readonly target: number | null;
  /** Its own hosts, or null for the show's. */
  readonly hosts: readonly Host[] | null;
  readonly audio: Audio | null;
  readonly publicText: Root;
  readonly places: { readonly number: Place; readonly segments: readonly Place[] };
}

/** The frontmatter of episode.md. */
export const episodeSchema = z.strictObject({
  number: wholeField(0).optional().describe("The episode's number, a whole number, unique in the show."),
  title: textField().describe("The title, without the number."),
  date: dateField().describe("The day it comes out, YYYY-MM-DD."),
  segments: z.array(slugField()).min(1).optional().describe("This episode's segments, in its own order."),
  summary: textField().optional().describe("One or two sentences of plain text."),
  target: durationField().optional().describe('The running time wanted, "m:ss" or "h:mm:ss", in quotes.'),
  host: hostField().optional().describe("Who presents, where it is not the show's host."),
  audio: z
    .strictObject({
      url: webField().describe("The address of the sound file."),
      bytes: wholeField(1).describe("Its size in bytes."),
      duration: durationField().describe("Its length, m:ss or h:mm:ss."),
      type: z
        .string()
        .regex(/^[a-z]+\/[a-z0-9.+-]+$/, "a media type, such as audio/mpeg")
        .describe("Its media type."),
    })
    .optional()
    .describe("The recording, once it is published."),
  season: z.unknown().optional().describe("Reserved."),
  cover: z.unknown().optional().describe("Reserved."),
  embargo: z.unknown().optional().describe("Reserved."),
});

/**
 * Reads episode.md. `withBody` false leaves the public text unread, for an episode that is only looked up.
 * With an error `note` is null.
 */
export function parseEpisodeNote(
  file: string,
  slug: string,
  text: string,
  withBody: boolean,
): { readonly note: EpisodeNote | null; readonly problems: readonly Problem[] } {
  const split = splitFrontmatter(file, text, true);
  if (!split.note) return { note: null, problems: split.problems };
  const yaml = parseYaml(file, split.note.frontmatter, split.note.frontmatterLine);
  const shape =
    yaml.value === undefined ? { value: null, problems: yaml.problems } : checkShape(yaml, episodeSchema);
  const body = withBody
    ? readBody(file, split.note.body, split.note.bodyLine)
    : { tree: { type: "root" as const, children: [] }, problems: [] };
  const written = shape.value;
  const credentials = [
    ...warnHostCredentials(yaml, ["host"], written?.host),
    ...warnCredentials(yaml, ["audio", "url"], written?.audio?.url),
  ];
  const problems = [...shape.problems, ...body.problems, ...credentials];
  if (!written || hasErrors(problems)) return { note: null, problems };
  return {
    note: {
      file,
      slug,
      number: written.number ?? null,
      title: oneLine(written.title),
      date: written.date,
      segments: written.segments ?? null,
      summary: written.summary === undefined ? null : oneLine(written.summary),
      target: written.target === undefined ? null : parseDuration(written.target),
      hosts: written.host === undefined ? null : completeHosts(written.host),
      audio: written.audio
        ? {
            url: readAddress(written.audio.url)?.url ?? "",
            bytes: written.audio.bytes,
            duration: parseDuration(written.audio.duration) ?? 0,
            type: written.audio.type,
          }
        : null,
      publicText: body.tree,
      places: {
        number: yaml.placeOf(["number"]),
        segments: (written.segments ?? []).map((_, index) => yaml.placeOf(["segments", index])),
      },
    },
    problems,
  };
}

function readBody(file: string, text: string, line: number): { tree: Root; problems: readonly Problem[] } {
  const whole = parseMarkdown({ file, text, line });
  const parsed = removePrivateSections(whole);
  const read = readPublicText(parsed);
  return { tree: read.tree, problems: [...parsed.problems, ...read.problems] };
}
