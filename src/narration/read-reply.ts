// What a model answered -> its passages by place, or why it cannot be read. Nothing in a reply is trusted.

import { removeUnseenCharacters } from "../input/characters.ts";
import type { DraftPlace } from "./brief.ts";

/** The passages of a reply: plain text, an empty line between paragraphs. */
export interface ReadReply {
  readonly passages: ReadonlyMap<string, string>;
  /** Places that were asked for and are not there as text. */
  readonly missing: readonly DraftPlace[];
  /** Keys that name no place that was asked for. */
  readonly invented: readonly string[];
  /** Why nothing can be read, as a clause; null where it is an object. */
  readonly fault: string | null;
}

/** Reads a reply, which a server may or may not have held to the schema. */
export function readReply(content: string, wanted: readonly DraftPlace[]): ReadReply {
  const unread = (fault: string) => ({ passages: new Map(), missing: wanted, invented: [], fault });
  const value = parseObject(content);
  if (value === undefined) return unread("it is not JSON");
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return unread("it is JSON, but not an object with a passage for each place");
  // A model that wraps the object in another is understood; one place alone is never taken for a wrapper.
  const entries = Object.entries(unwrap(value as Record<string, unknown>));
  const texts = new Map(entries.map(([key, text]) => [key.trim().toLowerCase(), text]));
  const names = wanted.map(({ place }) => place);
  const passages = new Map(
    names.flatMap((place) => {
      const text = texts.get(place);
      const tidy = typeof text === "string" ? tidyPassage(text) : "";
      return tidy === "" ? [] : [[place, tidy] as const];
    }),
  );
  return {
    passages,
    missing: wanted.filter(({ place }) => !passages.has(place)),
    invented: entries.map(([key]) => key).filter((key) => !names.includes(key.trim().toLowerCase())),
    fault: null,
  };
}

/** Servers that know no schema are often given to a fence round the JSON, or a word or a thought before it. */
function parseObject(written: string): unknown {
  const content = written.replace(/^\s*<think>[\s\S]*?<\/think>/, "");
  const from = content.indexOf("{");
  const to = content.lastIndexOf("}");
  for (const text of [content, content.slice(from, to + 1)]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // The next one may be it.
    }
  }
  return undefined;
}

function unwrap(value: Record<string, unknown>): Record<string, unknown> {
  const [only, ...others] = Object.values(value);
  const isWrapped = others.length === 0 && typeof only === "object" && only !== null && !Array.isArray(only);
  return isWrapped ? (only as Record<string, unknown>) : value;
}

/** Unseen characters go, a line feed within a paragraph is a blank, empty lines part paragraphs. */
function tidyPassage(text: string): string {
  return removeUnseenCharacters(text.normalize("NFC").replace(/\r\n?/g, "\n"))
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
