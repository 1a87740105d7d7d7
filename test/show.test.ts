import { describe, expect, test } from "vitest";
import { DEFAULT_SHOW, oneLine, parseShow } from "../src/show.ts";
import { describeProblems, makeShow } from "./support/make-episode.ts";

const saidOf = (roundupYaml: string | null, namesYaml: string | null = null) =>
  describeProblems(parseShow(roundupYaml, namesYaml).problems);

describe("a show of which nothing is written", () => {
  test.each([
    ["without files", null, null],
    ["with empty files", "", "\n\n"],
    ["with comments alone", "# show:\n", "# - name: A\n"],
    ["with an empty map and list", "{}", "[]"],
  ])("%s has every default", (_, roundupYaml, namesYaml) => {
    const { show, problems } = parseShow(roundupYaml, namesYaml);
    expect(problems).toEqual([]);
    expect(show).toEqual(DEFAULT_SHOW);
  });

  test("the defaults are those of the format", () => {
    expect(DEFAULT_SHOW).toEqual({
      title: "The round-up",
      description: null,
      hosts: [],
      publisher: null,
      language: "en-GB",
      timezone: "Europe/London",
      cadence: "monthly",
      url: null,
      email: null,
      image: null,
      segments: [
        { id: "central", title: "Central government", spoken: "central government" },
        { id: "local", title: "Local government", spoken: "local government" },
        { id: "nhs", title: "NHS", spoken: "the NHS" },
      ],
      reading: { wordsPerMinute: 160, pause: { paragraph: 0.5, story: 1.5, segment: 2 } },
      narration: { model: "gpt-5-mini", baseUrl: null },
      checks: {},
      feeds: [],
      suggest: {},
      names: [],
    });
  });
});

describe("a show as written", () => {
  test("keeps every key of the format", () => {
    const show = makeShow(`formatVersion: 1
show:
  title: Public Sector Technology Round-up
  description: Monthly news
  host: Austin Earl
  publisher: Codurance
  language: cy
  timezone: America/New_York
  cadence: weekly
  url: https://example.org/roundup
  email: podcast@example.org
  image: https://example.org/cover.jpg
segments:
  - { id: one, title: The first, spoken: the very first }
  - { id: two, title: NHS }
reading: { wordsPerMinute: 150, pause: { story: 3 } }
narration: { model: llama, baseUrl: "http://127.0.0.1:8080/v1" }
checks: { long-sentence: warn, no-source: "off" }
`);
    expect(show).toMatchObject({
      title: "Public Sector Technology Round-up",
      description: "Monthly news",
      hosts: [{ name: "Austin Earl", role: null, url: null, wordsPerMinute: null }],
      publisher: "Codurance",
      language: "cy",
      timezone: "America/New_York",
      cadence: "weekly",
      url: "https://example.org/roundup",
      email: "podcast@example.org",
      image: "https://example.org/cover.jpg",
      segments: [
        { id: "one", title: "The first", spoken: "the very first" },
        { id: "two", title: "NHS", spoken: "the NHS" },
      ],
      reading: { wordsPerMinute: 150, pause: { paragraph: 0.5, story: 3, segment: 2 } },
      narration: { model: "llama", baseUrl: "http://127.0.0.1:8080/v1" },
      checks: { "long-sentence": "warn", "no-source": "off" },
    });
  });

  test("has several hosts, each with what is known of them", () => {
    expect(
      makeShow(
        "show: { host: [{ name: Ann }, { name: Bo, role: producer, url: 'https://example.org/bo', wordsPerMinute: 140 }] }",
      ).hosts,
    ).toEqual([
      { name: "Ann", role: null, url: null, wordsPerMinute: null },
      { name: "Bo", role: "producer", url: "https://example.org/bo", wordsPerMinute: 140 },
    ]);
  });

  test("has its texts on one line", () => {
    const show = makeShow(
      'show: { title: "A\\n  B", description: "C \\t D", host: [{ name: "E\\nF", role: " G\\n" }], publisher: "H\\nI" }\nsegments: [{ id: a, title: "J\\nK", spoken: "L\\nM" }]',
    );
    expect([show.title, show.description, show.publisher]).toEqual(["A B", "C D", "H I"]);
    expect(show.hosts[0]).toMatchObject({ name: "E F", role: "G" });
    expect(show.segments).toEqual([{ id: "a", title: "J K", spoken: "L M" }]);
    expect(oneLine("\n a \r\n\t b ")).toBe("a b");
  });

  test("says a segment by its title, whatever the title is", () => {
    const titles = ["constructor", "toString", "__proto__", "Schools"];
    const segments = titles.map((title, index) => `{ id: s${index}, title: ${title} }`).join(", ");
    expect(makeShow(`segments: [${segments}]`).segments.map(({ spoken }) => spoken)).toEqual(titles);
  });

  test("takes reserved keys without a word", () => {
    expect(saidOf("interests: x\nnewsletter: {}\ntypography: {quotes: curly}\nlicense: MIT")).toEqual([]);
  });

  test("has its feeds complete, as addresses or with a title and a segment, and its words by segment", () => {
    const show = makeShow(
      "feeds:\n  - https://example.org/a.xml\n  - { url: https://example.org/b.xml, title: B, segment: nhs }\nsuggest: { local: [Socitm] }\n",
    );
    expect(show.feeds).toEqual([
      { url: "https://example.org/a.xml", title: null, segment: null, place: { line: 2, column: 5 } },
      { url: "https://example.org/b.xml", title: "B", segment: "nhs", place: { line: 3, column: 5 } },
    ]);
    expect(show.suggest).toEqual({ local: ["Socitm"] });
  });

  test("warns of a feed with a password, which is not sent", () => {
    const show = "feeds:\n  - https://ann:secret@example.org/a.xml\n";
    expect(saidOf(show)).toEqual([expect.stringMatching(/^2:5 warning address-credentials: (?!.*secret)/)]);
    expect(makeShow(show).feeds.map(({ url }) => url)).toEqual(["https://example.org/a.xml"]);
  });

  test("names a segment that a feed or a list of words has and the show has not", () => {
    expect(
      saidOf("feeds: [{ url: https://example.org/a.xml, segment: nsh }]\nsuggest: { locl: [Socitm] }\n"),
    ).toEqual([
      "1:52 error unknown-segment: Unexpected segment nsh, expected one of central, local, nhs: did you mean nhs?",
      "2:12 error unknown-segment: Unexpected segment locl, expected one of central, local, nhs: did you mean local?",
    ]);
  });
});
