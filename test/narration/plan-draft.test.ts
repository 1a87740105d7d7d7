// Which places are drafted, and whose words stay.

import { describe, expect, test } from "vitest";
import { listDraftPlaces } from "../../src/narration/brief.ts";
import { parseNarration } from "../../src/narration/narration.ts";
import { type DraftWish, planDraft } from "../../src/narration/plan-draft.ts";
import { recordDrafts, writePassage } from "../../src/narration/record-drafts.ts";
import { makeEpisode, writeStory } from "../support/make-episode.ts";

const STORIES = {
  ice: writeStory(
    { title: "Ice on the pond", segment: "local", order: 1 },
    "The pond froze on Monday. It cost £300.",
  ),
  bins: writeStory({ title: "Blue bins", segment: "local", order: 2 }, "Forty bins came."),
};
const places = (stories: Record<string, string>) => {
  const episode = makeEpisode({ stories });
  return { episode, list: listDraftPlaces(episode) };
};

/** narration.md as a draft of these passages writes it. */
function draftAs(
  stories: Record<string, string>,
  passages: Record<string, string>,
  model = "m",
  refused: string | null = null,
) {
  const { list } = places(stories);
  const made = Object.entries(passages).map(([name, text]) => {
    const place = list.find((one) => one.place === name);
    if (!place) throw new Error(`there is no place ${name}`);
    return { place, words: writePassage(text), digested: writePassage(text), model, refused };
  });
  return (
    recordDrafts(
      null,
      new Map(),
      made,
      [],
      list.map(({ place }) => place),
      "2026-11-22",
    ) ?? ""
  );
}

function plan(stories: Record<string, string>, text: string, wish: Partial<DraftWish> = {}) {
  const { episode } = places(stories);
  const known = { segments: episode.show.segments, stories: Object.keys(stories), sourceIds: [] };
  const { narration, drafts } = parseNarration("n.md", text, known);
  const { ask, kept } = planDraft(episode, narration, drafts, {
    only: null,
    redraft: [],
    isBuiltIn: false,
    ...wish,
  });
  return {
    ask: ask.map(({ place }) => place),
    kept: Object.fromEntries(kept.map(({ place, why }) => [place.place, why])),
  };
}

const ALL = ["intro", "local", "ice", "bins", "outro"];

describe("planDraft", () => {
  test("asks for every place that has no words", () => {
    expect(plan(STORIES, "").ask).toEqual(ALL);
    expect(plan(STORIES, "## Intro\n\nHello.\n").ask).toEqual(["local", "ice", "bins", "outro"]);
  });

  test("keeps a person's words, an empty section too, and what a person edited", () => {
    const drafted = draftAs(STORIES, { intro: "Hello.", ice: "First," }).replace("First,", "Up first,");
    expect(plan(STORIES, `${drafted}\n## bins\n\n## Outro\n\nBye.\n`)).toEqual({
      ask: ["local"],
      kept: { intro: "drafted", ice: "edited", bins: "person", outro: "person" },
    });
  });

  test("asks for a person's words only where the place is named", () => {
    const text = "## Intro\n\nHello.\n\n## Outro\n\nBye.\n";
    expect(plan(STORIES, text, { redraft: ["intro"] }).ask).toEqual(["intro", "local", "ice", "bins"]);
    expect(plan(STORIES, text, { only: ["intro", "ice"] })).toEqual({
      ask: ["ice"],
      kept: { intro: "person", local: "not asked", bins: "not asked", outro: "not asked" },
    });
  });

  test("asks again where the built-in words stand, but not where they stand for a refused passage", () => {
    const builtIn = draftAs(STORIES, { intro: "Hello.", ice: "First," }, "built-in");
    expect(plan(STORIES, builtIn).ask).toEqual(ALL);
    const refused = draftAs(STORIES, { intro: "Hello.", ice: "First," }, "built-in", "m");
    expect(plan(STORIES, refused).kept).toEqual({ intro: "refused", ice: "refused" });
    expect(plan(STORIES, refused, { isBuiltIn: true }).ask).toEqual(ALL);
  });

  test("what is drafted stays while it belongs, and is drafted again where another story now comes before it", () => {
    const drafted = draftAs(STORIES, {
      intro: "Hello.",
      local: "To town.",
      ice: "First,",
      bins: "Next,",
      outro: "Bye.",
    });
    expect(plan(STORIES, drafted).ask).toEqual([]);
    const moved = { ...STORIES, bins: writeStory({ segment: "local", order: 0 }, "Forty bins came.") };
    expect(plan(moved, drafted).ask).toEqual(["bins", "ice", "outro"]);
    const added = { ...STORIES, fog: writeStory({ segment: "local", order: 1.5 }, "Fog came.") };
    expect(plan(added, drafted).ask).toEqual(["fog", "bins"]);
    const { ice: _, ...fewer } = STORIES;
    expect(plan(fewer, drafted.replace(/## ice\n\nFirst,\n\n/, "")).ask).toEqual(["bins"]);
  });

  test("a person's edit stays, wherever its story moves", () => {
    const drafted = draftAs(STORIES, {
      intro: "Hello.",
      local: "To town.",
      ice: "First,",
      bins: "Next,",
      outro: "Bye.",
    });
    const moved = { ...STORIES, bins: writeStory({ segment: "local", order: 0 }, "Forty bins came.") };
    expect(plan(moved, drafted.replace("Next,", "Then,")).kept).toMatchObject({ bins: "edited" });
  });
});
