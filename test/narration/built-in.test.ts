import { describe, expect, test } from "vitest";
import type { Episode } from "../../src/episode/episode.ts";
import { isEnglish } from "../../src/input/language.ts";
import { writeBuiltInNarration } from "../../src/narration/built-in.ts";
import type { Cadence } from "../../src/show.ts";
import { makeEpisode, templates, writeEpisode, writeStory } from "../support/make-episode.ts";

const SEGMENTS = ["central", "local", "nhs"];
const BYLINE = { title: "A page", author: "Ann Lee", publication: "The Paper" };

interface Given {
  /** How many stories each of the segments has. */
  readonly stories: readonly number[];
  /** Which stories have an author and a publication. */
  readonly attributed?: "all" | "none" | "some";
  readonly number?: number | null;
  readonly date?: string;
  readonly cadence?: Cadence;
  readonly host?: boolean;
}

const made = new Map<string, Episode>();

/** Episodes differ in number and date alone, so that their notes are read once. */
function makeGiven({ number = 1, date = "2026-10-03", ...given }: Given): Episode {
  const name = JSON.stringify(given);
  const episode = made.get(name) ?? makeWhole(given);
  made.set(name, episode);
  return { ...episode, note: { ...episode.note, number, date } };
}

function makeWhole({ stories, attributed = "some", cadence = "monthly", host = true }: Given): Episode {
  const notes = stories.flatMap((count, segment) =>
    Array.from({ length: count }, (_, index) => {
      const has = attributed === "all" || (attributed === "some" && index % 2 === 0);
      const sources = [has ? BYLINE : { title: "A page" }];
      const title = `Headline ${segment}x${index}`;
      return [
        `s${segment}x${10 + index}`,
        writeStory({ title, segment: SEGMENTS[segment], sources }),
      ] as const;
    }),
  );
  return makeEpisode({
    show: `show: { title: The Show, cadence: ${cadence}${host ? ", host: Bo Roe" : ""} }`,
    episode: writeEpisode({ title: "The Edition" }),
    stories: Object.fromEntries(notes),
  });
}

/** The sections of built-in narration: place and words. */
function tell(given: Given): (readonly [place: string, words: string])[] {
  return writeBuiltInNarration(makeGiven(given), templates)
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [place = "", ...words] = section.split("\n");
      return [place, words.join(" ").trim()] as const;
    });
}

/** The words of a section without what differs from episode to episode. */
function wordingOf(words: string): string {
  return words
    .replace(/episode \d+/g, "E")
    .replace(/Headline \w+/g, "H")
    .replace(/central government|local government|the NHS/g, "S")
    .replace(/(?:S, )*S and S/g, "S")
    .replace(/\w+ stor(?:y|ies)\b(?=[ ,.](?:for|in|from|S))/g, "N stories");
}

const wordingsOf = (given: Given) => tell(given).map(([, words]) => wordingOf(words));

const repeats = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index);

const MIXTURES = [[12], [4, 4, 4], [2, 2, 2], [1, 1, 1], [1, 6, 1]].flatMap((stories) =>
  (["all", "none", "some"] as const).map((attributed) => [stories, attributed] as const),
);

describe("the wording", () => {
  test.each(MIXTURES)(
    "is never used twice in an episode of %j stories, of which %s are attributed",
    (stories, attributed) => {
      for (let number = 0; number < 48; number += 5) {
        expect(repeats(wordingsOf({ stories, attributed, number })), `episode ${number}`).toEqual([]);
      }
    },
  );

  test.each(MIXTURES)(
    "is shared by no two of three episodes in a row of %j stories, of which %s are attributed",
    (stories, attributed) => {
      const episodes = Array.from({ length: 27 }, (_, number) => wordingsOf({ stories, attributed, number }));
      const shared = episodes.flatMap((_, number) => repeats(episodes.slice(number, number + 3).flat()));
      expect([...new Set(shared)]).toEqual([]);
    },
  );

  test.each([
    ["monthly", ["2021-02-17", "2021-03-17", "2021-04-17"]],
    ["monthly", ["2026-01-31", "2026-02-28", "2026-03-31"]],
    ["fortnightly", ["2026-01-06", "2026-01-20", "2026-02-03"]],
    ["weekly", ["2025-12-29", "2026-01-05", "2026-01-12"]],
    ["daily", ["2026-02-28", "2026-03-01", "2026-03-02"]],
    ["weekly", ["1969-12-23", "1969-12-30", "1970-01-06"]],
  ] as const)("differs in three %s episodes in a row without numbers, too", (cadence, dates) => {
    const all = dates.flatMap((date) => wordingsOf({ stories: [2, 2], number: null, date, cadence }));
    expect(repeats(all)).toEqual([]);
  });

  test("is the same for the same episode, each time", () => {
    const given = { stories: [4, 4, 4], number: 7 };
    expect(tell(given)).toEqual(tell(given));
  });

  test("changes for no story that stands before one that is added at the end", () => {
    const before = tell({ stories: [3, 3], number: 3 });
    const after = tell({ stories: [3, 4], number: 3 });
    expect(after.slice(1, 7)).toEqual(before.slice(1, 7));
  });
});

describe("the places", () => {
  test("are the intro, each segment, its stories and the outro, in running order", () => {
    expect(tell({ stories: [1, 2, 1], attributed: "all" }).map(([place]) => place)).toEqual([
      "Intro",
      "central",
      "s0x10",
      "local",
      "s1x10",
      "s1x11",
      "nhs",
      "s2x10",
      "Outro",
    ]);
  });

  test("have nothing before the first story of a segment that nobody is named for", () => {
    expect(tell({ stories: [2, 2, 2], attributed: "none" }).map(([place]) => place)).toEqual(
      ["Intro", "central", "s0x11", "local", "s1x11", "nhs", "s2x10", "s2x11", "Outro"].filter(
        (place) => place !== "s2x10",
      ),
    );
  });

  test("are none in another language than English", () => {
    expect(["en", "en-GB", "EN-us", "en-Latn-GB"].map(isEnglish)).toEqual([true, true, true, true]);
    expect(["cy", "de", "enm", "x-en", "fr-en"].map(isEnglish)).toEqual([false, false, false, false, false]);
  });
});

describe("“And finally”", () => {
  test.each(MIXTURES.filter(([stories]) => stories.length > 1 || stories[0] !== 1))(
    "stands before the last story only, of %j, of which %s are attributed",
    (stories, attributed) => {
      for (let number = 0; number < 6; number += 1) {
        const said = tell({ stories, attributed, number });
        const finals = said.flatMap(([place, words]) => (/and finally/i.test(words) ? place : []));
        expect(finals).toEqual([said.at(-2)?.[0]]);
      }
    },
  );

  test.each(["all", "none"] as const)(
    "is not said of a single story, of which %s is attributed",
    (attributed) => {
      for (let number = 0; number < 6; number += 1) {
        const said = tell({ stories: [1], attributed, number });
        expect(said.map(([, words]) => words).join(" ")).not.toMatch(/finally|next story|another/i);
      }
    },
  );
});

describe("the cadence", () => {
  test.each([
    ["daily", "today", "tomorrow"],
    ["weekly", "this week", "next week"],
    ["fortnightly", "this fortnight", "in two weeks' time"],
    ["monthly", "this month", "next month"],
  ] as const)("of a %s show is spoken of as it is", (cadence, now, next) => {
    const others = ["today", "tomorrow", "week", "fortnight", "month"].filter(
      (word) => !`${now} ${next}`.includes(word),
    );
    for (let number = 0; number < 10; number += 1) {
      const said = tell({ stories: [12], number, cadence });
      expect(said.at(-1)?.[1], `episode ${number}`).toContain(next);
      const words = said.map(([, one]) => one).join(" ");
      for (const other of others) expect(words).not.toContain(other);
      expect(words).not.toMatch(/\b(?:until|till|by|for|on|at) in two|\bthe (?:this|today)\b/i);
    }
  });

  test("names an episode without a number by it", () => {
    expect(tell({ stories: [1], number: null, date: "2026-10-03", cadence: "weekly" })[0]?.[1]).toContain(
      "this week's edition",
    );
    expect(tell({ stories: [1], number: 12 })[0]?.[1]).toContain("episode 12");
  });
});

describe("the intro and the outro", () => {
  test("name the show, the edition, its title and what is coming, and the host where there is one", () => {
    for (let number = 0; number < 8; number += 1) {
      const [, intro = ""] = tell({ stories: [1, 1, 1], number })[0] ?? [];
      expect(intro).toMatch(/The Show.*The Edition\.|The Edition\..*The Show/);
      expect(intro).toContain(`episode ${number}`);
      expect(intro).toContain("central government, local government and the NHS");
      expect(intro).toContain("Bo Roe");
      const [, outro = ""] = tell({ stories: [1, 1, 1], number }).at(-1) ?? [];
      expect(outro).toContain("The Show");
    }
  });

  test("read well without a host", () => {
    for (let number = 0; number < 8; number += 1) {
      const words = tell({ stories: [1, 1], number, host: false })
        .map(([, one]) => one)
        .join(" ");
      expect(words).not.toMatch(
        / [,.;:]|\.\.|,,| {2}|null|undefined|\bI'm\b|\bMy name\b|\bFrom me\b|signing off/,
      );
      expect(words).toMatch(/^[A-Z]/);
    }
  });

  test("count the stories in words up to twelve, then in figures", () => {
    const counts = [1, 2, 12, 13].map((count) => tell({ stories: [count], number: 0 })[0]?.[1] ?? "");
    expect(counts[0]).toContain("one story for you");
    expect(counts[1]).toContain("two stories for you");
    expect(counts[2]).toContain("twelve stories for you");
    expect(counts[3]).toContain("13 stories for you");
  });

  test("promise sources in the show notes only where a story names one", () => {
    const outroOf = (sources: unknown[]) => {
      const stories = { a: writeStory({ sources }) };
      const all = Array.from({ length: 7 }, (_, number) =>
        writeBuiltInNarration(makeEpisode({ stories, episode: writeEpisode({ number }) }), templates),
      );
      return all.join("\n");
    };
    expect(outroOf([{ title: "A page" }])).toMatch(/source.*show notes|show notes.*source/);
    expect(outroOf([])).not.toMatch(/show notes/);
  });
});
