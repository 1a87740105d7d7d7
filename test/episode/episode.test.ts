import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrangeEpisode, describeNoStory, listStories } from "../../src/episode/episode.ts";
import {
  describeProblem,
  describeProblems,
  type Keys,
  makeEpisodeNote,
  makeShow,
  makeStory,
  writeEpisode,
  writeStory,
} from "../support/make-episode.ts";

interface Given {
  readonly show?: string;
  readonly episode?: Keys;
  readonly stories: Readonly<Record<string, Keys>>;
}

function arrange({ show = "", episode = {}, stories }: Given) {
  const notes = Object.entries(stories).map(([slug, keys]) => makeStory(slug, writeStory(keys)));
  return arrangeEpisode(makeShow(show), makeEpisodeNote(writeEpisode(episode)), notes);
}

const orderOf = (given: Given) => {
  const { episode } = arrange(given);
  return episode?.segments.map(({ id, stories }) => `${id}: ${stories.map(({ slug }) => slug).join(" ")}`);
};

const saidOf = (given: Given) =>
  arrange(given).problems.map(
    (problem) => `${problem.file.replace("episodes/edition/", "")} ${describeProblem(problem)}`,
  );

describe("the running order", () => {
  test("is that of the show's segments, each with its stories", () => {
    expect(
      orderOf({ stories: { a: { segment: "nhs" }, b: { segment: "local" }, c: { segment: "nhs" } } }),
    ).toEqual(["local: b", "nhs: a c"]);
  });

  test("is that of the episode's segments where it names its own", () => {
    const stories = { a: { segment: "nhs" }, b: { segment: "local" }, c: { segment: "central" } };
    expect(orderOf({ episode: { segments: ["local", "nhs", "central"] }, stories })).toEqual([
      "local: b",
      "nhs: a",
      "central: c",
    ]);
  });

  test("goes by order within a segment, and stories without one follow", () => {
    expect(
      orderOf({
        stories: {
          a: {},
          b: { order: 2 },
          c: { order: 10 },
          d: { order: -1 },
          e: { order: 1.5 },
          f: {},
          g: { order: 0 },
        },
      }),
    ).toEqual(["central: d g e b c a f"]);
  });

  test("goes by slug, by code point, where the order is the same", () => {
    const slugs = ["b", "a-b", "a", "ab", "a1", "10", "9", "a-"];
    const sorted = ["10", "9", "a", "a-", "a-b", "a1", "ab", "b"];
    expect(orderOf({ stories: Object.fromEntries(slugs.map((slug) => [slug, {}])) })).toEqual([
      `central: ${sorted.join(" ")}`,
    ]);
    expect(orderOf({ stories: Object.fromEntries(slugs.map((slug) => [slug, { order: 1 }])) })).toEqual([
      `central: ${sorted.join(" ")}`,
    ]);
  });

  test("leaves out what is held, and a segment of which all is held", () => {
    const given = { stories: { a: { status: "held" }, b: { status: "held", segment: "nhs" }, c: {} } };
    expect(orderOf(given)).toEqual(["central: c"]);
    expect(arrange(given).episode?.held).toEqual(["a", "b"]);
  });

  test("lists the stories of all segments as they are heard", () => {
    const { episode } = arrange({ stories: { a: { segment: "nhs" }, b: {}, c: { order: 1 } } });
    expect(episode && listStories(episode).map(({ slug }) => slug)).toEqual(["c", "b", "a"]);
  });

  test("never depends on the order in which the stories are given", () => {
    const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,3}$/);
    const story = fc.record({
      slug,
      order: fc.option(fc.constantFrom(0, 1, 2, 1.5), { nil: undefined }),
      segment: fc.constantFrom("central", "local", "nhs"),
      status: fc.constantFrom("ready", "held"),
    });
    const stories = fc.uniqueArray(story, { minLength: 1, maxLength: 8, selector: (one) => one.slug });
    const shuffled = stories.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    const show = makeShow();
    const note = makeEpisodeNote(writeEpisode());
    fc.assert(
      fc.property(shuffled, ([first, second]) => {
        fc.pre(first.every((one) => !["central", "local", "nhs"].includes(one.slug)));
        const [one, other] = [first, second].map(
          (all) =>
            arrangeEpisode(
              show,
              note,
              all.map(({ slug, ...keys }) => makeStory(slug, writeStory(keys))),
            ).episode,
        );
        expect(one?.segments).toEqual(other?.segments);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the hosts of an episode", () => {
  test("are its own, else the show's", () => {
    const show = "show: { host: Ann }";
    expect(arrange({ show, stories: { a: {} } }).episode?.hosts).toMatchObject([{ name: "Ann" }]);
    expect(arrange({ show, episode: { host: "Bo" }, stories: { a: {} } }).episode?.hosts).toMatchObject([
      { name: "Bo" },
    ]);
  });
});

describe("a segment", () => {
  test("is named by its id, and not by its title", () => {
    expect(saidOf({ stories: { a: { segment: "NHS" } } })).toEqual([
      'stories/a.md 3:10 error unknown-segment: Unexpected segment "NHS", expected one of central, local, nhs: did you mean nhs?',
    ]);
  });

  test("that the episode does not have is an error that lists those it has", () => {
    expect(saidOf({ stories: { a: { segment: "locals" }, b: {} } })).toEqual([
      'stories/a.md 3:10 error unknown-segment: Unexpected segment "locals", expected one of central, local, nhs: did you mean local?',
    ]);
    expect(
      saidOf({ episode: { segments: ["nhs"] }, stories: { a: { segment: "local" }, b: { segment: "nhs" } } }),
    ).toEqual(['stories/a.md 3:10 error unknown-segment: Unexpected segment "local", expected one of nhs']);
  });

  test("that the show does not have is an error at its place in the episode", () => {
    const { episode, problems } = arrange({ episode: { segments: ["central", "locl"] }, stories: { a: {} } });
    expect(episode).toBeNull();
    expect(describeProblems(problems)).toEqual([
      '6:5 error unknown-segment: Unexpected segments "locl", expected one of central, local, nhs: did you mean local?',
    ]);
  });

  test("that the episode names twice is an error at the second", () => {
    expect(saidOf({ episode: { segments: ["central", "central"] }, stories: { a: {} } })).toEqual([
      "episode.md 6:5 error duplicate-segment: Unexpected second central in segments, expected each segment once: delete one of the two",
    ]);
  });

  test("without a story is a warning only where the episode names it", () => {
    expect(saidOf({ stories: { a: {} } })).toEqual([]);
    expect(saidOf({ episode: { segments: ["nhs", "central"] }, stories: { a: {} } })).toEqual([
      "episode.md 5:5 warning empty-segment: The episode names the segment nhs, but no story is in it: add one, or take it out of segments",
    ]);
    expect(
      saidOf({
        episode: { segments: ["nhs", "central"] },
        stories: { a: {}, b: { segment: "nhs", status: "held" } },
      }),
    ).toHaveLength(1);
  });
});

describe("a story", () => {
  test("that is a draft, or has no source, is built with a warning", () => {
    const given = { stories: { a: { status: "draft" }, b: { sources: [] } } };
    expect(arrange(given).episode).not.toBeNull();
    expect(saidOf(given)).toEqual([
      "stories/a.md warning draft-story: The story is still a draft: set status to ready, or to held to leave it out",
      "stories/b.md warning no-source: The story names no source: add sources with a title, a url or both",
    ]);
  });

  test("that is held is warned of for neither", () => {
    expect(saidOf({ stories: { a: {}, b: { status: "held", sources: [] } } })).toEqual([]);
  });

  test("may not bear the name of a segment, even of one that the episode leaves out", () => {
    expect(saidOf({ episode: { segments: ["central"] }, stories: { nhs: {} } })).toEqual([
      "stories/nhs.md error reserved-slug: Unexpected name nhs.md, expected one that is no segment's id: rename the file",
    ]);
  });

  test("with an error leaves the others' problems to be told as well", () => {
    const given = { stories: { a: { segment: "x" }, b: { status: "draft" }, c: { segment: "y" } } };
    expect(arrange(given).episode).toBeNull();
    expect(saidOf(given)).toHaveLength(3);
  });

  test("is what an episode must have; the error counts those that wait", () => {
    expect(describeProblem(describeNoStory("e/episode.md", 0))).toBe(
      'error no-story: The episode has no story, since there is none in its stories/ folder: add one with roundup new story "A headline"',
    );
    expect(describeNoStory("e/episode.md", 2).text).toContain("all of its stories are held (2)");
  });
});
