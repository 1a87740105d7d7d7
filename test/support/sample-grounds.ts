// An episode of the sample show and a place -> what a passage there may rest on.
// The guard's tests judge passages against real stories, names.yaml included.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { arrangeEpisode, type Episode } from "../../src/episode/episode.ts";
import { type Grounds, HEADLINE_PLACES, listDraftPlaces, makeGrounds } from "../../src/narration/brief.ts";
import { parseEpisodeNote } from "../../src/notes/episode-note.ts";
import { parseStory } from "../../src/notes/story-note.ts";
import { parseShow } from "../../src/show.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

function read(file: string): string {
  return readFileSync(root + file, "utf8");
}

/** An episode of the sample show. */
export function readSample(slug: string): Episode {
  const folder = `episodes/${slug}`;
  const { note } = parseEpisodeNote(`${folder}/episode.md`, slug, read(`${folder}/episode.md`), true);
  const stories = readdirSync(`${root}${folder}/stories`).flatMap((name) => {
    const file = `${folder}/stories/${name}`;
    return parseStory(file, read(file)).note ?? [];
  });
  const { show } = parseShow(read("roundup.yaml"), read("names.yaml"));
  const episode = show && note && arrangeEpisode(show, note, stories).episode;
  if (!episode) throw new Error(`Unexpected fault in the sample episode ${slug}, expected one that reads`);
  return episode;
}

const samples = new Map(["002", "018"].map((slug) => [slug, readSample(slug)]));

/** What a passage at a place of a sample episode may rest on, with nothing written by a person. */
export function sampleGrounds(slug: string, place: string): Grounds {
  const episode = samples.get(slug);
  const found =
    episode && [...listDraftPlaces(episode), ...HEADLINE_PLACES].find((one) => one.place === place);
  if (!episode || !found) throw new Error(`Unexpected place ${place} of ${slug}, expected one that is there`);
  return makeGrounds(episode, new Map(), found);
}
