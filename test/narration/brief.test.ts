// What a model may be told, and what each passage of its may rest on.

import { describe, expect, test } from "vitest";
import {
  listDraftPlaces,
  makeGrounds,
  makePublic,
  nameSources,
  tellWords,
} from "../../src/narration/brief.ts";
import { parseNarration } from "../../src/narration/narration.ts";
import { makeEpisode, makeStory, writeStory } from "../support/make-episode.ts";

const STORIES = {
  budget: writeStory({
    title: "The budget",
    segment: "central",
    sources: [{ title: "The speech", author: "Ann Lee", publication: "The Mill Post" }],
  }),
  ice: writeStory(
    { title: "Ice on the pond", segment: "local", order: 1 },
    "The pond froze. Ada Moss saw it.",
  ),
  bins: writeStory({ title: "Blue bins", segment: "local", order: 2 }, "Forty bins came."),
};
const episode = makeEpisode({ show: "show: { title: The Mill, host: Ann Lee }\n", stories: STORIES });
const placeOf = (name: string) => {
  const place = listDraftPlaces(episode).find((one) => one.place === name);
  if (!place) throw new Error(`there is no place ${name}`);
  return place;
};
const textsOf = (name: string, narration = "") => {
  const places = { segments: episode.show.segments, stories: Object.keys(STORIES), sourceIds: [] };
  return makeGrounds(episode, parseNarration("n.md", narration, places).narration, placeOf(name)).texts;
};

describe("the places of an episode", () => {
  test("come in the order heard, each with what is heard before it", () => {
    expect(listDraftPlaces(episode).map(({ place, kind, after }) => [place, kind, after])).toEqual([
      ["intro", "intro", null],
      ["central", "segment", "intro"],
      ["budget", "segue", "central"],
      ["local", "segment", "budget"],
      ["ice", "segue", "local"],
      ["bins", "segue", "ice"],
      ["outro", "outro", "bins"],
    ]);
  });

  test("say what opens and closes the episode or its segment", () => {
    expect(listDraftPlaces(episode).map(({ opens, closes }) => [opens, closes])).toEqual([
      ["episode", null],
      ["episode", null],
      ["episode", "segment"],
      ["segment", "episode"],
      ["segment", null],
      [null, "episode"],
      [null, "episode"],
    ]);
  });
});

describe("the grounds of a passage", () => {
  test("of a segue are its own story and the headline before it, and no other story's words", () => {
    expect(textsOf("bins")).toEqual(["Blue bins", "A page", "Forty bins came.", "Ice on the pond", "A page"]);
    expect(textsOf("ice").join(" ")).toContain("Ada Moss");
    expect(textsOf("bins").join(" ")).not.toContain("Ada Moss");
  });

  test("of a segment are its headlines, of intro and outro all headlines, with the names of sources", () => {
    expect(textsOf("local")).toEqual(["Ice on the pond", "A page", "Blue bins", "A page"]);
    const all = [
      "The budget",
      "Ann Lee, The Mill Post, The speech",
      "Ice on the pond",
      "A page",
      "Blue bins",
      "A page",
    ];
    expect(textsOf("intro")).toEqual(all);
    expect(textsOf("outro")).toEqual(all);
  });

  test("hold what a person wrote of the narration, and not what a machine did", () => {
    const drafted =
      "---\ndrafts:\n  outro: { model: m, sha256: 1e9fd47cbbfb0c1f8d9b4e0e6a8f05ef37eddf8bb0a8bc1ee8c5b8c2b5ac0f0a }\n---\n## Intro\n\nOur own words.\n\n## Outro\n\nEdited words.\n";
    expect(textsOf("ice", drafted)).toEqual(expect.arrayContaining(["Our own words.", "Edited words."]));
    expect(textsOf("ice", "## Intro\n\nOur own words.\n")).toContain("Our own words.");
  });
});

describe("what may leave the machine", () => {
  test("is no address, and nothing that nobody can see", () => {
    expect(makePublic("See https://example.org/a?b=c, or www.example.org. Write to ann@example.org!")).toBe(
      "See …, or …. Write to …!",
    );
    expect(
      makePublic("Go to mill.example, (shop.mill.co.uk/bins) or @themill; GOV.UK costs £1.5m, e.g. at 9.30."),
    ).toBe("Go to …, (…) or …; GOV.UK costs £1.5m, e.g. at 9.30.");
    expect(makePublic("The\u200B council\u202E said \u{E0049}\u{E0047}no.")).toBe("The council said no.");
  });

  test("is the words that are spoken and the names of sources, without notes, dropped paragraphs and addresses", () => {
    const story = makeStory(
      "ice",
      writeStory(
        {
          sources: [
            {
              title: "A page",
              url: "https://example.org/secret",
              publication: "The Post",
              capture: "captures/a.md",
            },
            { url: "https://example.org/other" },
          ],
        },
        "It [froze](https://example.org/ice).\n\n<!-- fit: dropped -->\nDropped words.\n\n## Notes\n\nPrivate words.",
      ),
    );
    expect(tellWords(story)).toEqual(["It froze."]);
    expect(nameSources(story)).toEqual(["The Post, A page"]);
  });
});
