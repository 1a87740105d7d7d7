// The examples of the guard -> whether the table itself can be trusted.
// A wrong place or a row that stands in two files would make what the guard is measured by worthless.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { arrangeEpisode, type Episode } from "../../../src/episode/episode.ts";
import { listDraftPlaces } from "../../../src/narration/brief.ts";
import { parseEpisodeNote } from "../../../src/notes/episode-note.ts";
import { parseStory } from "../../../src/notes/story-note.ts";
import { makeShow } from "../../support/make-episode.ts";
import type { GuardExample } from "./example.ts";
import { fourth } from "./fourth.ts";
import { fresh } from "./fresh.ts";
import { heldOut } from "./held-out.ts";
import { learn } from "./learn.ts";
import { third } from "./third.ts";

const written = [...learn, ...heldOut];
const all = [...written, ...fresh, ...third, ...fourth];
const root = fileURLToPath(new URL("../../../", import.meta.url));

function readSample(slug: string): Episode {
  const read = (file: string) => readFileSync(root + file, "utf8");
  const folder = `episodes/${slug}`;
  const { note } = parseEpisodeNote(`${folder}/episode.md`, slug, read(`${folder}/episode.md`), true);
  const stories = readdirSync(`${root}${folder}/stories`).flatMap((name) => {
    const file = `${folder}/stories/${name}`;
    return parseStory(file, read(file)).note ?? [];
  });
  const episode = note && arrangeEpisode(makeShow(read("roundup.yaml")), note, stories).episode;
  if (!episode) throw new Error(`Unexpected fault in the sample episode ${slug}, expected one that reads`);
  return episode;
}

const places = { "002": listDraftPlaces(readSample("002")), "018": listDraftPlaces(readSample("018")) };

function placeOf(example: GuardExample) {
  return places[example.episode].find(({ place }) => place === example.place);
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

function countByKind(examples: readonly GuardExample[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { verdict, kind } of examples) {
    counts.set(`${verdict} ${kind}`, (counts.get(`${verdict} ${kind}`) ?? 0) + 1);
  }
  return counts;
}

test("every example stands at a place of its episode", () => {
  expect(all.filter((example) => placeOf(example) === undefined)).toEqual([]);
});

test("a foreign example names its fault, in words that stand in it, and a fair one names none", () => {
  const wrong = all.filter(({ verdict, words, text }) =>
    verdict === "fair" ? words !== undefined : words === undefined || words === "" || !text.includes(words),
  );
  expect(wrong).toEqual([]);
});

test("no text stands twice, in one file or in two", () => {
  const texts = all.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " "));
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

test("no example is longer than its place allows", () => {
  const long = all.filter((example) => countWords(example.text) > (placeOf(example)?.maxWords ?? 0));
  expect(long).toEqual([]);
});

test("a third of each kind is set aside", () => {
  const held = countByKind(heldOut);
  const uneven = [...countByKind(written)].filter(
    ([kind, count]) => Math.abs((held.get(kind) ?? 0) - count / 3) > 1,
  );
  expect(uneven).toEqual([]);
});

test("there are enough examples of each kind of fault, and enough fair ones", () => {
  const counts = countByKind(written);
  const ENOUGH: Readonly<Record<string, number>> = { figure: 40, name: 40, quotation: 40, address: 40 };
  const few = [...counts].filter(
    ([kind, count]) => kind.startsWith("foreign ") && count < (ENOUGH[kind.replace("foreign ", "")] ?? 12),
  );
  expect(few).toEqual([]);
  expect(written.filter(({ verdict }) => verdict === "fair").length).toBeGreaterThanOrEqual(120);
  expect(written.length).toBeGreaterThanOrEqual(450);
});

test("the measure holds as many of each kind as were asked for", () => {
  const asked = { figure: 40, name: 40, quotation: 40, address: 40 };
  const few = ["role", "superlative", "cause", "date", "first-person"].map((kind) => [kind, 10] as const);
  const fair = ["figure", "name", "role", "quotation", "date", "superlative", "cause"];
  expect(Object.fromEntries(countByKind(fresh))).toEqual({
    "fair plain": 60,
    ...Object.fromEntries(fair.map((kind) => [`fair ${kind}`, 10])),
    ...Object.fromEntries(
      [...Object.entries(asked), ...few].map(([kind, count]) => [`foreign ${kind}`, count]),
    ),
  });
});

test("the third table holds as many fair passages as foreign ones, and some of each fault asked for", () => {
  const counts = countByKind(third);
  const foreign = [...counts].filter(([kind]) => kind.startsWith("foreign "));
  expect(third.filter(({ verdict }) => verdict === "fair").length).toBe(110);
  expect(Object.fromEntries(foreign)).toEqual({
    "foreign figure": 28,
    "foreign name": 28,
    "foreign quotation": 27,
    "foreign address": 27,
  });
});

test("the fourth table holds three fair passages for each foreign one, and ten of each fault", () => {
  const foreign = [...countByKind(fourth)].filter(([kind]) => kind.startsWith("foreign "));
  expect(fourth.filter(({ verdict }) => verdict === "fair").length).toBe(120);
  expect(Object.fromEntries(foreign)).toEqual({
    "foreign figure": 10,
    "foreign name": 10,
    "foreign quotation": 10,
    "foreign address": 10,
  });
});
