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
    expect(
      saidOf(
        "feeds: 1\nsuggest: [a]\ninterests: x\nnewsletter: {}\ntypography: {quotes: curly}\nlicense: MIT",
      ),
    ).toEqual([]);
  });
});

describe("a fault in roundup.yaml", () => {
  test.each([
    [
      "a key that is not known",
      "show: { titel: A }",
      '1:9 warning unknown-key: Unexpected key "titel": did you mean title?',
    ],
    [
      "a key at the wrong level",
      "title: A",
      '1:1 warning unknown-key: Unexpected key "title": expected one of formatVersion, show, segments, reading, narration, checks, feeds, suggest, interests, newsletter, typography, license',
    ],
    [
      "a language with an underline",
      "show: { language: en_GB }",
      '1:19 error bad-value: Unexpected "en_GB" for show.language, expected a language tag (BCP 47), such as en-GB or cy',
    ],
    [
      "a time zone that there is not",
      "show: { timezone: London }",
      '1:19 error bad-value: Unexpected "London" for show.timezone, expected a time zone (IANA), such as Europe/London',
    ],
    [
      "a time zone in hours",
      'show: { timezone: "+01:00" }',
      '1:19 error bad-value: Unexpected "+01:00" for show.timezone, expected a time zone (IANA), such as Europe/London',
    ],
    [
      "a cadence that there is not",
      "show: { cadence: yearly }",
      '1:18 error bad-value: Unexpected "yearly" for show.cadence, expected one of daily, weekly, fortnightly, monthly',
    ],
    [
      "an address without a scheme",
      "show: { url: example.org }",
      '1:14 error bad-value: Unexpected "example.org" for show.url, expected an address that begins with http:// or https://',
    ],
    [
      "a mail address without a host",
      "show: { email: ann@ }",
      '1:16 error bad-value: Unexpected "ann@" for show.email, expected a mail address, such as podcast@example.org',
    ],
    [
      "a rate of nothing",
      "reading: { wordsPerMinute: 0 }",
      '1:28 error bad-value: Unexpected "0" for reading.wordsPerMinute, expected 40 to 400 words a minute',
    ],
    [
      "a pause below nothing",
      "reading: { pause: { story: -1 } }",
      '1:28 error bad-value: Unexpected "-1" for reading.pause.story, expected seconds from 0 to 60',
    ],
    [
      "no segment at all",
      "segments: []",
      "1:11 error bad-value: Unexpected list for segments, expected a list with something in it",
    ],
    [
      "a segment without a title",
      "segments: [{ id: a }]",
      '1:12 error missing-key: segments.title is missing, expected text: add "title:" and a value',
    ],
    [
      "a segment called intro",
      "segments: [{ id: intro, title: A }]",
      '1:18 error bad-value: Unexpected "intro" for segments.id, expected a name other than intro and outro',
    ],
    [
      "a segment's id in capitals",
      "segments: [{ id: NHS, title: A }]",
      '1:18 error bad-value: Unexpected "NHS" for segments.id, expected small letters, digits and hyphens, such as local-government',
    ],
    [
      "a level that there is not",
      "checks: { no-source: fatal }",
      '1:22 error bad-value: Unexpected "fatal" for checks.no-source, expected one of off, warn, error',
    ],
    [
      "a second segment of an id",
      "segments:\n  - { id: a, title: A }\n  - { id: a, title: B }",
      "3:11 error duplicate-segment: Unexpected second segment a, expected each segments.id once: rename one of the two",
    ],
    [
      "a list",
      "- a",
      '1:1 error wrong-type: Unexpected list, expected keys and values, such as "title: A title"',
    ],
  ])("%s is told of with its place", (_, text, said) => {
    const { show, problems } = parseShow(text, null);
    expect(describeProblems(problems)).toEqual([said]);
    expect(problems.every(({ file }) => file === "roundup.yaml")).toBe(true);
    expect(show === null).toBe(said.includes(" error "));
  });

  test.each([
    ["show.url", "show: { url: 'https://ann:secret@example.org/a' }", "1:14"],
    ["show.image", "show: { image: 'https://ann:secret@example.org/a' }", "1:16"],
    ["show.host.url", "show: { host: [{ name: A, url: 'https://ann:secret@example.org/a' }] }", "1:32"],
    ["narration.baseUrl", "narration: { baseUrl: 'https://ann:secret@example.org/a' }", "1:23"],
  ])("a password in %s is a warning, and comes out nowhere", (field, text, place) => {
    const { show, problems } = parseShow(text, null);
    expect(describeProblems(problems)).toEqual([
      `${place} warning address-credentials: Unexpected name or password in ${field}, expected none: it is left out; delete it from the file`,
    ]);
    expect(JSON.stringify([show, problems])).not.toContain("secret");
    expect(JSON.stringify(show)).toContain("https://example.org/a");
  });

  test("a newer format is refused in one clear word, whatever else it holds", () => {
    expect(saidOf("formatVersion: 2\nsegments: { a: b }\nshow: x", "- nam: x")).toEqual([
      "1:16 error format-version: formatVersion is 2, expected 1: this show was made for a newer roundup, so update the program",
    ]);
    expect(parseShow("formatVersion: 2", null).show).toBeNull();
    expect(saidOf("formatVersion: 0")[0]).toContain("expected a whole number from 1");
  });
});

describe("names.yaml", () => {
  test("keeps every key of the format", () => {
    const { show, problems } = parseShow(
      null,
      "- name: Socitm\n  say: SOCK-it-em\n  expansion: Society for innovation\n  kind: organisation\n  not: [Socitim, SOCITM]\n- name: GMB\n  spell: true\n",
    );
    expect(problems).toEqual([]);
    expect(show?.names).toEqual([
      {
        name: "Socitm",
        say: "SOCK-it-em",
        spell: false,
        expansion: "Society for innovation",
        kind: "organisation",
        not: ["Socitim", "SOCITM"],
      },
      { name: "GMB", say: null, spell: true, expansion: null, kind: null, not: [] },
    ]);
  });

  test.each([
    ["a map", "Socitm: SOCK-it-em", "1:1 error wrong-type: Unexpected keys and values, expected a list"],
    [
      "a name that is missing",
      "- say: A",
      '1:3 error missing-key: name is missing, expected text: add "name:" and a value',
    ],
    [
      "a kind that there is not",
      "- { name: A, kind: place }",
      '1:20 error bad-value: Unexpected "place" for kind, expected one of organisation, person, term',
    ],
    [
      "a word for spell",
      "- { name: A, spell: letters }",
      '1:21 error wrong-type: Unexpected "letters" for spell, expected true or false',
    ],
    [
      "a key that is not known",
      "- { name: A, says: B }",
      '1:14 warning unknown-key: Unexpected key "says": did you mean say?',
    ],
  ])("%s is told of with its place", (_, text, said) => {
    const { problems } = parseShow(null, text);
    expect(describeProblems(problems)).toEqual([said]);
    expect(problems[0]?.file).toBe("names.yaml");
  });

  test("is read in the same run as a faulty roundup.yaml", () => {
    expect(saidOf("show: { cadence: x }", "- x")).toHaveLength(2);
  });
});
