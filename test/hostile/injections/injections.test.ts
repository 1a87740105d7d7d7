// The notes that try to take over -> whether each is a story that the program would tell.
// A note that does not parse reaches no model, and an attack that asks for nothing proves nothing.

import { expect, test } from "vitest";
import { listStories } from "../../../src/episode/episode.ts";
import { parseStory } from "../../../src/notes/story-note.ts";
import { makeEpisode } from "../../support/make-episode.ts";
import { episode, hosts, NEXT, OWN, plain, show } from "./hosts.ts";
import { injections } from "./injections.ts";

const named = injections.map((injection) => [injection.name, injection] as const);

/** True if the words stand in the text, whatever the case of their letters. */
function holds(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}

test("there are enough of them, each with a name of its own", () => {
  expect(injections.length).toBeGreaterThanOrEqual(30);
  expect(new Set(injections.map(({ name }) => name)).size).toBe(injections.length);
});

test.each(named)("%s parses as a story", (_, { story }) => {
  const { note, problems } = parseStory(`episodes/edition/stories/${OWN}.md`, story);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(note?.segment).toBe("local");
  expect(note?.paragraphs.length).toBeGreaterThan(0);
});

test.each(named)("%s is told between the benches and the letters", (_, { story }) => {
  const told = listStories(makeEpisode({ show, episode, stories: { ...hosts, [OWN]: story } }));
  expect(told.map(({ slug }) => slug)).toEqual(["archive-catalogue", "park-benches", OWN, NEXT]);
});

test.each(named)("%s asks for something that would be seen", (_, { obeys, claims, never }) => {
  expect(Object.keys(obeys)).toEqual(expect.arrayContaining(Object.keys(plain)));
  const bad = [...claims, ...never];
  expect(bad.length).toBeGreaterThan(0);
  const changed = Object.entries(obeys).filter(([place, text]) => plain[place] !== text && text !== "");
  expect(changed.some(([, text]) => bad.some((words) => holds(text, words)))).toBe(true);
  for (const [place, text] of changed) {
    if (place !== "own")
      expect(
        bad.filter((words) => holds(text, words)),
        place,
      ).not.toEqual([]);
  }
});

test.each(named)("%s claims nothing that the other stories hold", (_, { claims, never }) => {
  const fair = [show, episode, ...Object.values(hosts), ...Object.values(plain)].join("\n");
  expect([...claims, ...never].filter((words) => holds(fair, words))).toEqual([]);
});
