// roundup.yaml and names.yaml as written -> Show, complete: past this file nothing is optional that has a default.
// Each key is described once, here; the comments of `roundup init`, the schemas and the reference come from it.

import * as z from "zod";
import { readAddress } from "./input/address.ts";
import { checkShape } from "./input/check-shape.ts";
import { addressField, kindField, slugField, textField, webField, wholeField } from "./input/fields.ts";
import { parseYaml, type ValuePath, type YamlFile } from "./input/parse-yaml.ts";
import { warnCredentials } from "./input/warn-credentials.ts";
import { makeError, nearestWord, type Place, type Problem } from "./problem.ts";

/** The version of the file format that this program reads. */
export const FORMAT_VERSION = 1;

export type Cadence = "daily" | "weekly" | "fortnightly" | "monthly";
export type CheckLevel = "off" | "warn" | "error";

/** Who presents. */
export interface Host {
  readonly name: string;
  readonly role: string | null;
  readonly url: string | null;
  /** Words a minute, where this host's rate differs from the show's. */
  readonly wordsPerMinute: number | null;
}

/** A named group of stories as the show defines it. */
export interface SegmentSetting {
  readonly id: string;
  readonly title: string;
  /** How built-in narration says it within a sentence. */
  readonly spoken: string;
}

/** A name and how it is written and said. */
export interface Name {
  readonly name: string;
  readonly say: string | null;
  readonly spell: boolean;
  readonly expansion: string | null;
  readonly kind: "organisation" | "person" | "term" | null;
  readonly not: readonly string[];
}

/** Seconds of silence between paragraphs, before a story and before a segment. */
export interface Pauses {
  readonly paragraph: number;
  readonly story: number;
  readonly segment: number;
}

/** A feed that is looked through for new stories. */
export interface FeedSetting {
  readonly url: string;
  readonly title: string | null;
  /** The segment that its items belong to; null: it is suggested item by item. */
  readonly segment: string | null;
  /** Where it stands in roundup.yaml. */
  readonly place: Place;
}

/** The series and its standing settings. */
export interface Show {
  readonly title: string;
  readonly description: string | null;
  readonly hosts: readonly Host[];
  readonly publisher: string | null;
  readonly language: string;
  readonly timezone: string;
  readonly cadence: Cadence;
  readonly url: string | null;
  readonly email: string | null;
  readonly image: string | null;
  readonly segments: readonly SegmentSetting[];
  readonly reading: { readonly wordsPerMinute: number; readonly pause: Pauses };
  readonly narration: { readonly model: string; readonly baseUrl: string | null };
  readonly checks: Readonly<Record<string, CheckLevel>>;
  readonly feeds: readonly FeedSetting[];
  /** Words and names that tell a story's segment, by its id, besides those that the program knows. */
  readonly suggest: Readonly<Record<string, readonly string[]>>;
  readonly names: readonly Name[];
}

const rateField = () => z.number().min(40, "40 to 400 words a minute").max(400, "40 to 400 words a minute");
const pauseField = () => z.number().min(0, "seconds from 0 to 60").max(60, "seconds from 0 to 60");
const languageField = () => kindField("a language tag (BCP 47), such as en-GB or cy", isLanguage);
const timezoneField = () => kindField("a time zone (IANA), such as Europe/London", isTimezone);
const emailField = () =>
  kindField("a mail address, such as podcast@example.org", (text) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text));

const hostSchema = z.strictObject({
  name: textField().describe("The name as it is printed and said."),
  role: textField().optional().describe("What they do, as presenter or producer."),
  url: addressField().optional().describe("A page about them."),
  wordsPerMinute: rateField().optional().describe("Their own reading rate."),
});

/** The `host` of a show or an episode. */
export const hostField = () => z.union([textField(), z.array(hostSchema).min(1)]);

const segmentSchema = z.strictObject({
  id: slugField()
    .refine((id) => id !== "intro" && id !== "outro", "a name other than intro and outro")
    .describe("The short name that stories use: small letters, digits, hyphens."),
  title: textField().describe("The name that is printed."),
  spoken: textField()
    .optional()
    .describe('How built-in narration says it within a sentence, such as "the NHS".'),
});

/** roundup.yaml. */
export const showSchema = z.strictObject({
  formatVersion: wholeField(1).optional().describe("The version of the file format; 1 today."),
  show: z
    .strictObject({
      title: textField().optional().describe("The name of the show (default: The round-up)."),
      description: textField().optional().describe("What it is about, in a sentence."),
      host: hostField()
        .optional()
        .describe("Who presents: a name, or a list of name, role, url, wordsPerMinute."),
      publisher: textField().optional().describe("The organisation behind it."),
      language: languageField().optional().describe("The language, as a BCP 47 tag (default: en-GB)."),
      timezone: timezoneField()
        .optional()
        .describe("The time zone, as an IANA name (default: Europe/London)."),
      cadence: z
        .enum(["daily", "weekly", "fortnightly", "monthly"])
        .optional()
        .describe("How often an episode comes out: daily, weekly, fortnightly or monthly (the default)."),
      url: webField().optional().describe("The address of the show's page."),
      email: emailField().optional().describe("Where listeners write to."),
      image: webField().optional().describe("The address of the cover picture."),
    })
    .optional()
    .describe("The show itself."),
  segments: z
    .array(segmentSchema)
    .min(1)
    .optional()
    .describe("The groups of stories, in the order in which they are heard (default: central, local, nhs)."),
  reading: z
    .strictObject({
      wordsPerMinute: rateField()
        .optional()
        .describe("How fast the presenter reads, in words a minute (default: 160)."),
      pause: z
        .strictObject({
          paragraph: pauseField().optional().describe("Between paragraphs (default: 0.5)."),
          story: pauseField().optional().describe("Before a story (default: 1.5)."),
          segment: pauseField().optional().describe("Before a segment (default: 2)."),
        })
        .optional()
        .describe("Silences, in seconds."),
    })
    .optional()
    .describe("How the script is timed."),
  narration: z
    .strictObject({
      model: textField()
        .optional()
        .describe("The model that drafts linking narration, if you ask for it (default: gpt-5-mini)."),
      baseUrl: webField().optional().describe("The address of an OpenAI-compatible server."),
    })
    .optional()
    .describe("How linking narration is drafted. The key is only ever read from OPENAI_API_KEY."),
  checks: z
    .record(z.string(), z.enum(["off", "warn", "error"]))
    .optional()
    .describe("How strict a rule is: its id, then off, warn or error."),
  feeds: z
    .array(
      z.union([
        webField(),
        z.strictObject({
          url: webField().describe("Its address."),
          title: textField().optional().describe("What it is called here."),
          segment: slugField().optional().describe("The segment that its items belong to."),
        }),
      ]),
    )
    .optional()
    .describe("Feeds to look through for new stories: addresses, or a list of url, title, segment."),
  suggest: z
    .record(z.string(), z.array(textField()))
    .optional()
    .describe("Words and names that tell a story's segment, by its id: local: [Socitm, borough]."),
  interests: z.unknown().optional().describe("Reserved."),
  newsletter: z.unknown().optional().describe("Reserved."),
  typography: z.unknown().optional().describe("Reserved."),
  license: z.unknown().optional().describe("Reserved."),
});

/** names.yaml. */
export const namesSchema = z.array(
  z.strictObject({
    name: textField().describe("The name as it is written."),
    say: textField().optional().describe("How it is said, the stressed syllable in capitals."),
    spell: z.boolean().optional().describe("True if it is read letter by letter."),
    expansion: textField().optional().describe("What initials stand for."),
    kind: z.enum(["organisation", "person", "term"]).optional().describe("organisation, person or term."),
    not: z.array(textField()).optional().describe("Wrong spellings to catch."),
  }),
);

const DEFAULT_TIMEZONE = "Europe/London";

type ShowAsWritten = z.infer<typeof showSchema>;

// The titles of the default segments as a presenter says them within a sentence.
const SPOKEN_TITLES: ReadonlyMap<string, string> = new Map([
  ["Central government", "central government"],
  ["Local government", "local government"],
  ["NHS", "the NHS"],
]);

const DEFAULT_SEGMENTS: NonNullable<ShowAsWritten["segments"]> = [
  { id: "central", title: "Central government" },
  { id: "local", title: "Local government" },
  { id: "nhs", title: "NHS" },
];

/** A show with every default and no names. */
export const DEFAULT_SHOW: Show = completeShow({}, [], () => ({ line: 1, column: 1 }));

/**
 * Reads a show's settings. Either text may be null where there is no file. With an error `show` is null; `known`
 * is what can be read of it all the same, so that no other file is blamed for the error.
 */
export function parseShow(
  roundupYaml: string | null,
  namesYaml: string | null,
): { readonly show: Show | null; readonly known: Show; readonly problems: readonly Problem[] } {
  const settings = readFile("roundup.yaml", roundupYaml, showSchema, {});
  // What else is off may be right in the newer format.
  const newer = findNewerFormat(settings.yaml);
  if (newer) return { show: null, known: DEFAULT_SHOW, problems: [newer] };
  const names = readFile("names.yaml", namesYaml, namesSchema, []);
  const extra = settings.value ? inspectSettings(settings.yaml, settings.value) : [];
  const problems = [...settings.problems, ...names.problems, ...extra];
  const sound = settings.value && names.value && extra.every((problem) => problem.severity !== "error");
  const known = completeShow(
    settings.value ?? salvageSegments(settings.yaml),
    names.value ?? [],
    settings.yaml.placeOf,
  );
  return { show: sound ? known : null, known, problems };
}

/** The segments of settings that are wrong elsewhere. */
function salvageSegments({ value }: YamlFile): ShowAsWritten {
  const { segments } = (value ?? {}) as { readonly segments?: unknown };
  const read = z.array(segmentSchema).min(1).safeParse(segments);
  return read.success ? { segments: read.data } : {};
}

/** The hosts of a `host` key, complete. */
export function completeHosts(written: z.infer<ReturnType<typeof hostField>> | undefined): Host[] {
  const list = typeof written === "string" ? [{ name: written }] : (written ?? []);
  return list.map((host) => ({
    name: oneLine(host.name),
    role: host.role === undefined ? null : oneLine(host.role),
    url: host.url === undefined ? null : (readAddress(host.url)?.url ?? null),
    wordsPerMinute: host.wordsPerMinute ?? null,
  }));
}

/** Warnings for the addresses of a `host` key, which stands at a path. */
export function warnHostCredentials(
  yaml: YamlFile,
  path: ValuePath,
  written: z.infer<ReturnType<typeof hostField>> | undefined,
): Problem[] {
  if (written === undefined || typeof written === "string") return [];
  return written.flatMap((host, index) => warnCredentials(yaml, [...path, index, "url"], host.url));
}

function readFile<T>(file: string, text: string | null, schema: z.ZodType<T>, empty: T) {
  const yaml = parseYaml(file, text ?? "", 1);
  // An empty file, or one of comments alone, has every default.
  if (yaml.value === null && yaml.problems.length === 0) return { yaml, value: empty, problems: [] };
  if (yaml.value === undefined) return { yaml, value: null, problems: yaml.problems };
  return { yaml, ...checkShape(yaml, schema) };
}

function findNewerFormat(yaml: YamlFile): Problem | null {
  const version = (yaml.value as { formatVersion?: unknown } | null | undefined)?.formatVersion;
  if (typeof version !== "number" || version <= FORMAT_VERSION) return null;
  const text = `formatVersion is ${version}, expected ${FORMAT_VERSION}: this show was made for a newer roundup, so update the program`;
  return makeError(yaml.file, yaml.placeOf(["formatVersion"]), "format-version", text);
}

function inspectSettings(yaml: YamlFile, written: ShowAsWritten): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  written.segments?.forEach((segment, index) => {
    if (seen.has(segment.id)) {
      const text = `Unexpected second segment ${segment.id}, expected each segments.id once: rename one of the two`;
      problems.push(makeError(yaml.file, yaml.placeOf(["segments", index, "id"]), "duplicate-segment", text));
    }
    seen.add(segment.id);
  });
  const known = (written.segments ?? DEFAULT_SEGMENTS).map(({ id }) => id);
  const named: [string, ValuePath][] = [
    ...(written.feeds ?? []).flatMap((feed, index): [string, ValuePath][] =>
      typeof feed === "string" || feed.segment === undefined
        ? []
        : [[feed.segment, ["feeds", index, "segment"]]],
    ),
    ...Object.keys(written.suggest ?? {}).map((id): [string, ValuePath] => [id, ["suggest", id]]),
  ];
  for (const [id, path] of named) {
    if (known.includes(id)) continue;
    const near = nearestWord(id, known);
    const text = `Unexpected segment ${id}, expected one of ${known.join(", ")}${near ? `: did you mean ${near}?` : ""}`;
    const place = path[0] === "suggest" ? yaml.placeOfKey(path) : yaml.placeOf(path);
    problems.push(makeError(yaml.file, place, "unknown-segment", text));
  }
  return [
    ...problems,
    ...warnHostCredentials(yaml, ["show", "host"], written.show?.host),
    ...warnCredentials(yaml, ["show", "url"], written.show?.url),
    ...warnCredentials(yaml, ["show", "image"], written.show?.image),
    ...warnCredentials(yaml, ["narration", "baseUrl"], written.narration?.baseUrl),
    ...(written.feeds ?? []).flatMap((feed, index) =>
      typeof feed === "string"
        ? warnCredentials(yaml, ["feeds", index], feed)
        : warnCredentials(yaml, ["feeds", index, "url"], feed.url),
    ),
  ];
}

function completeShow(
  written: ShowAsWritten,
  names: z.infer<typeof namesSchema>,
  placeOf: YamlFile["placeOf"],
): Show {
  const { show = {}, reading = {}, narration = {} } = written;
  const address = (url: string | undefined) => (url === undefined ? null : (readAddress(url)?.url ?? null));
  return {
    title: oneLine(show.title ?? "The round-up"),
    description: show.description === undefined ? null : oneLine(show.description),
    hosts: completeHosts(show.host),
    publisher: show.publisher === undefined ? null : oneLine(show.publisher),
    language: show.language ?? "en-GB",
    timezone: show.timezone ?? DEFAULT_TIMEZONE,
    cadence: show.cadence ?? "monthly",
    url: address(show.url),
    email: show.email ?? null,
    image: address(show.image),
    segments: (written.segments ?? DEFAULT_SEGMENTS).map((segment) => {
      const title = oneLine(segment.title);
      return { id: segment.id, title, spoken: segmentSpoken(segment.spoken, title) };
    }),
    reading: {
      wordsPerMinute: reading.wordsPerMinute ?? 160,
      pause: {
        paragraph: reading.pause?.paragraph ?? 0.5,
        story: reading.pause?.story ?? 1.5,
        segment: reading.pause?.segment ?? 2,
      },
    },
    narration: { model: narration.model ?? "gpt-5-mini", baseUrl: address(narration.baseUrl) },
    checks: written.checks ?? {},
    feeds: (written.feeds ?? []).map((feed, index) => {
      const { url, title, segment } =
        typeof feed === "string" ? { url: feed, title: undefined, segment: undefined } : feed;
      return {
        url: address(url) ?? url,
        title: title === undefined ? null : oneLine(title),
        segment: segment ?? null,
        place: placeOf(["feeds", index]),
      };
    }),
    suggest: written.suggest ?? {},
    names: names.map((name) => ({
      name: name.name,
      say: name.say ?? null,
      spell: name.spell ?? false,
      expansion: name.expansion ?? null,
      kind: name.kind ?? null,
      not: name.not ?? [],
    })),
  };
}

function segmentSpoken(spoken: string | undefined, title: string): string {
  return spoken === undefined ? (SPOKEN_TITLES.get(title) ?? title) : oneLine(spoken);
}

/** Text on one line: blanks and line feeds folded to one blank, ends trimmed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isTimezone(name: string): boolean {
  // The first look-up takes longer than the rest of the settings together; the default needs none.
  if (name === DEFAULT_TIMEZONE) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
