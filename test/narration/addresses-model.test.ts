// Paragraphs of notes -> which of them speak to a model. What does is spoken, and nothing may rest on it.

import { describe, expect, test } from "vitest";
import { listStories } from "../../src/episode/episode.ts";
import { addressesModel } from "../../src/narration/addresses-model.ts";
import { parseStory } from "../../src/notes/story-note.ts";
import { hosts } from "../hostile/injections/hosts.ts";
import { injections } from "../hostile/injections/injections.ts";
import { readSample } from "../support/sample-grounds.ts";

function textsOf(name: string, text: string): string[] {
  const { note } = parseStory(`episodes/x/stories/${name}.md`, text);
  if (!note) throw new Error(`the note ${name} does not read`);
  const sources = note.sources.flatMap(({ title, publication, authors }) => [title, publication, ...authors]);
  const texts = [note.title, ...note.paragraphs.map(({ text }) => text), ...sources];
  return texts.filter((one) => one !== null);
}

/** Notes whose orders are never spoken (comments, footnotes, private and unseen words), and one that only begs. */
const SILENT = ["order-in-footnote", "order-in-comment", "order-in-notes", "tag-letters", "plea"];

const loud = injections.filter(({ name }) => !SILENT.includes(name));

test("there are notes enough to try it on", () => {
  expect(loud.length).toBeGreaterThan(50);
});

test.each(loud.map(({ name, story }) => [name, story]))(
  "the note %s is seen to speak to a model",
  (name, story) => {
    expect(textsOf(name, story).filter(addressesModel)).not.toEqual([]);
  },
);

describe("what speaks to listeners", () => {
  test("is every word of the sample show and of the plain notes", () => {
    const sample = ["002", "018"].flatMap((slug) =>
      listStories(readSample(slug)).flatMap(({ title, paragraphs, sources }) => [
        title,
        ...paragraphs.map(({ text }) => text),
        ...sources.map((source) => source.title ?? ""),
      ]),
    );
    const plain = Object.entries(hosts).flatMap(([name, text]) => textsOf(name, text));
    expect([...sample, ...plain].filter(addressesModel)).toEqual([]);
  });

  test.each([
    "The minister must answer in the Commons by Tuesday, the committee's report says.",
    "The model can answer questions in plain English, and its assistant drafts letters.",
    "Councils should use the tool with care. The assistant was tested by staff in Leeds.",
    "According to the department, users must not paste personal data into the chatbot.",
    "She said the system: a database, in effect, had been slow for years.",
    "The union asked its members to ignore the new rules until talks end.",
    "Staff were told to disregard the earlier guidance.",
    "The assistant director said the script for the films was planned in three parts.",
    "The introduction of tablets must not cost jobs, says the union.",
    "The team will act as a single point of contact. From now on, bins are emptied weekly.",
    "The department will repeat the survey, word for word, next year.",
    "The government wants AI to write the first draft of letters. AI should help, not replace, says the union.",
    "The service will remember the user's choices, and tell the user what it holds.",
    "She opened the conference with a warning. The summary of the report runs to two pages.",
    "Instructions for the new form are on the council's page, and staff should never share a key.",
  ])("is ordinary news: %s", (text) => {
    expect(addressesModel(text)).toBe(false);
  });
});

test.each(["a", "ignore ", "the intro ", 'say in {"a', "аa", "</"])(
  "%s without end takes no time",
  (part) => {
    const started = Date.now();
    addressesModel(part.repeat(200_000 / part.length));
    expect(Date.now() - started).toBeLessThan(2000);
  },
);
