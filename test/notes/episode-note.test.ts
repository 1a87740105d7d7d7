import { describe, expect, test } from "vitest";
import { parseEpisodeNote } from "../../src/notes/episode-note.ts";
import { describeProblems, EPISODE_FILE, makeEpisodeNote } from "../support/make-episode.ts";

const parse = (text: string, withBody = true) => parseEpisodeNote(EPISODE_FILE, "edition", text, withBody);

/** An episode with these lines in its frontmatter under title and date. */
const withKeys = (keys: string, body = "") => `---\ntitle: A\ndate: 2026-10-03\n${keys}\n---\n${body}`;

describe("a sound episode", () => {
  test("keeps every key of the format", () => {
    const note = makeEpisodeNote(`---
number: 2
title: Generative AI
date: 2023-10-03
segments: [local, central]
summary: In a sentence.
target: "9:00"
host: [{ name: Ann, wordsPerMinute: 150 }, { name: Bo }]
audio: { url: "https://example.org/2.mp3", bytes: 8123456, duration: "8:51", type: audio/mpeg }
season: 1
cover: x
embargo: y
---
Thank you for *listening*.
`);
    expect(note).toMatchObject({
      file: EPISODE_FILE,
      slug: "edition",
      number: 2,
      title: "Generative AI",
      date: "2023-10-03",
      segments: ["local", "central"],
      summary: "In a sentence.",
      target: 540,
      audio: { url: "https://example.org/2.mp3", bytes: 8123456, duration: 531, type: "audio/mpeg" },
      places: {
        number: { line: 2, column: 9 },
        segments: [
          { line: 5, column: 12 },
          { line: 5, column: 19 },
        ],
      },
    });
    expect(note.hosts).toEqual([
      { name: "Ann", role: null, url: null, wordsPerMinute: 150 },
      { name: "Bo", role: null, url: null, wordsPerMinute: null },
    ]);
    expect(note.publicText.children).toMatchObject([
      { type: "paragraph", children: [{ value: "Thank you for " }, { type: "emphasis" }, { value: "." }] },
    ]);
  });

  test("has nothing of what it does not name", () => {
    expect(makeEpisodeNote("---\ntitle: A\ndate: 2026-10-03\n---\n")).toMatchObject({
      number: null,
      segments: null,
      summary: null,
      target: null,
      hosts: null,
      audio: null,
      publicText: { type: "root", children: [] },
    });
  });

  test("may have the number 0, an hour and more as target without quotes, and a date to come", () => {
    const note = makeEpisodeNote("---\ntitle: A\ndate: 2999-01-01\nnumber: 0\ntarget: 1:02:03\n---\n");
    expect(note).toMatchObject({ number: 0, target: 3723, date: "2999-01-01" });
  });

  test("has its texts on one line", () => {
    expect(
      makeEpisodeNote('---\ntitle: "A\\nB"\ndate: 2026-10-03\nsummary: >\n  C\n\n  D\nhost: "E\\nF"\n---\n'),
    ).toMatchObject({
      title: "A B",
      summary: "C D",
      hosts: [{ name: "E F" }],
    });
  });

  test("is the same, but for its public text, if its body is not read", () => {
    const text = withKeys("number: 1", "Words with <script>x</script>.\n");
    const { note, problems } = parse(text, false);
    expect(problems).toEqual([]);
    expect(note).toEqual({ ...makeEpisodeNote(text), publicText: { type: "root", children: [] } });
  });

  test("keeps its notes private", () => {
    const { note, problems } = parse(withKeys("", "Public.\n\n## Notes\n\nSECRET <b>\n"));
    expect(problems).toEqual([]);
    expect(JSON.stringify(note)).not.toContain("SECRET");
    expect(note?.publicText.children).toHaveLength(1);
  });
});

describe("a fault in episode.md", () => {
  test.each([
    [
      "no title",
      "---\ndate: 2026-10-03\n---\n",
      '2:1 error missing-key: title is missing, expected text: add "title:" and a value',
    ],
    [
      "no date",
      "---\ntitle: A\n---\n",
      '2:1 error missing-key: date is missing, expected a calendar date as YYYY-MM-DD (year, month, day), such as 2026-10-03: add "date:" and a value',
    ],
    [
      "a day that there is not",
      "---\ntitle: A\ndate: 2026-02-29\n---\n",
      '3:7 error bad-value: Unexpected "2026-02-29" for date, expected a calendar date as YYYY-MM-DD (year, month, day), such as 2026-10-03',
    ],
    [
      "a date with a time",
      "---\ntitle: A\ndate: 2026-10-03T10:00\n---\n",
      '3:7 error bad-value: Unexpected "2026-10-03T10:00" for date, expected a calendar date as YYYY-MM-DD (year, month, day), such as 2026-10-03',
    ],
    [
      "half a number",
      withKeys("number: 1.5"),
      '4:9 error wrong-type: Unexpected "1.5" for number, expected a whole number from 0',
    ],
    [
      "a number below nothing",
      withKeys("number: -1"),
      '4:9 error bad-value: Unexpected "-1" for number, expected a whole number from 0',
    ],
    [
      "a number in quotes",
      withKeys('number: "2"'),
      '4:9 error wrong-type: Unexpected "2" for number, expected a whole number from 0: take the quotes away',
    ],
    [
      "no segment in the list",
      withKeys("segments: []"),
      "4:11 error bad-value: Unexpected list for segments, expected a list with something in it",
    ],
    [
      "a target in minutes alone",
      withKeys("target: 9"),
      '4:9 error wrong-type: Unexpected "9" for target, expected a running time as "m:ss" or "h:mm:ss", such as "9:00"',
    ],
    [
      "a recording without its size",
      withKeys("audio: { url: 'https://example.org/2.mp3', duration: '1:00', type: audio/mpeg }"),
      '4:8 error missing-key: audio.bytes is missing, expected a whole number from 1: add "bytes:" and a value',
    ],
    [
      "a recording of no type",
      withKeys("audio: { url: 'https://example.org/2.mp3', bytes: 1, duration: '1:00', type: mp3 }"),
      '4:78 error bad-value: Unexpected "mp3" for audio.type, expected a media type, such as audio/mpeg',
    ],
    [
      "a key that is not known",
      withKeys("sumary: B"),
      '4:1 warning unknown-key: Unexpected key "sumary": did you mean summary?',
    ],
  ])("%s is told of with its place", (_, text, said) => {
    const { note, problems } = parse(text);
    expect(describeProblems(problems)).toEqual([said]);
    expect(note === null).toBe(said.includes(" error "));
  });

  test.each([
    [
      "audio.url",
      "audio: { url: 'https://a:secret@example.org/2.mp3', bytes: 1, duration: '1:00', type: audio/mpeg }",
      "4:15",
    ],
    ["host.url", "host: [{ name: B, url: 'https://a:secret@example.org/2.mp3' }]", "4:24"],
  ])("a password in %s is a warning, and comes out nowhere", (field, keys, place) => {
    const { note, problems } = parse(withKeys(keys));
    expect(describeProblems(problems)).toEqual([
      `${place} warning address-credentials: Unexpected name or password in ${field}, expected none: it is left out; delete it from the file`,
    ]);
    expect(JSON.stringify([note, problems])).not.toContain("secret");
    expect(JSON.stringify(note)).toContain("https://example.org/2.mp3");
  });

  test("in the public text is told of with the line of the file, beside faults of the keys", () => {
    const { problems } = parse(withKeys("target: x", "One.\n\n<script>a</script>Two.\n"));
    expect(describeProblems(problems).map((one) => one.split(" ").slice(0, 3).join(" "))).toEqual([
      "4:9 error bad-value:",
      "8:1 warning html-dropped:",
    ]);
  });
});
