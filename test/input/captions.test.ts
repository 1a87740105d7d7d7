// Caption files as editors, players and recognisers write them, whole and broken.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCaptions } from "../../src/input/captions.ts";
import { describeProblems } from "../support/make-episode.ts";

const read = (text: string) => parseCaptions("a.vtt", text);
const wordsOf = (text: string) => read(text).cues.map((cue) => cue.text);
const faultsOf = (text: string) => describeProblems(read(text).problems);
const sayOnce = (words: string) => wordsOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`)[0];

describe("times and blocks", () => {
  test("WebVTT: header, notes, styles, regions, names of cues and settings are no words", () => {
    const text = `WEBVTT - The Mill Post
Kind: captions

STYLE
::cue { color: red }

REGION
id:low

NOTE
A note of
two lines

welcome
00:01.000 --> 00:03.500 align:start position:0%
Welcome to
the mill.

NOTE one more

01:00:04.000 --> 01:00:06.250
Goodbye.
`;
    expect(read(text)).toEqual({
      cues: [
        { start: 1, end: 3.5, text: "Welcome to the mill." },
        { start: 3604, end: 3606.25, text: "Goodbye." },
      ],
      problems: [],
    });
  });

  test("SRT: numbers, and commas in the times", () => {
    const text = "1\n00:00:01,000 --> 00:00:03,500\nWelcome.\n\n2\n0:00:04,1 --> 0:00:06\nIn 2026\n26\n";
    expect(read(text)).toEqual({
      cues: [
        { start: 1, end: 3.5, text: "Welcome." },
        { start: 4.1, end: 6, text: "In 2026 26" },
      ],
      problems: [],
    });
  });

  test("cues without an empty line between them, or with a blank one, are told apart", () => {
    const text =
      "1\n00:01,000 --> 00:02,000\nOne\n2\n00:03,000 --> 00:04,000\nTwo\n \n3\n00:05,000 --> 00:06,000\nThree";
    expect(wordsOf(text)).toEqual(["One", "Two", "Three"]);
    expect(faultsOf(text)).toEqual([]);
  });

  test("a cue may have no words, and may last no time", () => {
    expect(read("00:01.000 --> 00:01.000\n\n00:01.000 --> 00:02.000\nOne")).toEqual({
      cues: [
        { start: 1, end: 1, text: "" },
        { start: 1, end: 2, text: "One" },
      ],
      problems: [],
    });
  });
});

test("lines of blanks or a number alone between cues are no words", () => {
  expect(read("WEBVTT\n\n \n\n 7 \n\n00:01.000 --> 00:02.000\nOne")).toEqual({
    cues: [{ start: 1, end: 2, text: "One" }],
    problems: [],
  });
});

describe("the words of a cue", () => {
  test.each([
    ["voices and classes", "<v.loud Ann Lee><c.yellow>Good</c> <i>day</i></v>", "Good day"],
    ["the times of words", "Good<00:00:01.500><c> day</c>", "Good day"],
    ["line breaks of HTML", "Good<br>day<br/>all", "Good day all"],
    ["the places of SubRip", "{\\an8}Good day", "Good day"],
    [
      "entities",
      "Fish &amp; chips &lt;b&gt; &#163;5 &#xa3;6&nbsp;m&lrm; &zzz; &#0;",
      "Fish & chips <b> £5 £6 m &zzz; &#0;",
    ],
    ["an entity that is no character", "&#xD800; &#x110000;", "&#xD800; &#x110000;"],
    ["a sign that begins no tag", "5 < 6 and 7 > 3", "5 < 6 and 7 > 3"],
    ["sounds", "[Music] Good day [door shuts]", "Good day"],
    ["a sound on a line of its own", "(Applause)\nGood (very good) day", "Good (very good) day"],
    ["names of speakers", "Ann Lee: Good day\n- SPEAKER 2: Day", "Good day Day"],
    ["a name after an arrow", "&gt;&gt; ANN: Good day", "Good day"],
    ["a time of day and a colon within", "12:30 is the time: now", "12:30 is the time: now"],
    ["a line that only looks like a name", "The news\nLiverpool: a tram", "The news Liverpool: a tram"],
  ])("%s", (_, written, said) => {
    expect(sayOnce(written)).toBe(said);
  });

  test("captions that roll up say each line once", () => {
    const cue = (start: number, ...lines: string[]) =>
      `00:0${start}.000 --> 00:0${start + 1}.000\n${lines.join("\n")}\n\n`;
    const text =
      cue(1, " ", "the<00:01.200><c> pond</c>") +
      cue(2, "the pond", " ") +
      cue(3, "the pond", "froze<c> over</c>") +
      cue(4, "froze over", " ") +
      cue(5, "froze over", "on Monday");
    expect(wordsOf(text).filter((words) => words !== "")).toEqual(["the pond", "froze over", "on Monday"]);
  });
});

describe("faults", () => {
  test("every one is told with its line, in one run", () => {
    const text = `WEBVTT

00:05.000 --> 00:06.000
One

00:02.000 --> 00:03.000
Two

00:09.000 --> 00:08.000
Three

00:61.000 -> 00:62.000
stray words

00:75.000 --> 00:76.000
Four

1:2 --> soon
Five
`;
    expect(faultsOf(text)).toEqual([
      "6:1 error captions: Unexpected start before that of the cue above, expected times that go forward: put the cues in order",
      "9:1 error captions: Unexpected end before the cue's own start, expected a later time: mend the line",
      "12:1 warning captions: Unexpected text outside a cue, expected a line with its times above it: its words are not counted",
      '15:1 error captions: Unexpected times "00:75.000 --> 00:76.000", expected 00:01:02.500 --> 00:01:05.000: mend the line',
      '18:1 error captions: Unexpected times "1:2 --> soon", expected 00:01:02.500 --> 00:01:05.000: mend the line',
    ]);
  });

  test.each([
    ["an empty file", "\n \n", "empty file"],
    ["a page of text", "Once upon a time\n\nthere was a mill.\n", "text without a cue"],
    ["a header alone", "WEBVTT\n", "text without a cue"],
  ])("%s has no cue", (_, text, found) => {
    expect(faultsOf(text)).toEqual([
      `error captions: Unexpected ${found}, expected captions (WebVTT or SRT): export them from the recording again`,
    ]);
  });

  test("of a thousand, the first twenty are told, and how many more there are", () => {
    const faults = faultsOf("00:01 --> x\nwords\n\n".repeat(1000));
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toBe("61:1 error captions: 980 more problems from here on: mend those above first");
  });

  test("a cue longer than a chapter is refused", () => {
    expect(faultsOf(`00:01.000 --> 00:02.000\n${"word ".repeat(5000)}`)).toEqual([
      expect.stringContaining("Unexpected cue of 24999 characters, expected 20000 at the most"),
    ]);
  });
});

test("any text is read without a fault of the program, and every time is in order or told", () => {
  const piece = fc.constantFrom(
    "WEBVTT",
    "NOTE",
    "00:01.000 --> 00:02.000",
    "-->",
    "1",
    "\n",
    "\n\n",
    "<v A>",
    "&#",
    "[",
    "words",
    " ",
  );
  const text = fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 30 });
  fc.assert(
    fc.property(text, (pieces) => {
      const { cues, problems } = read(pieces.join(""));
      expect(cues.length + problems.length).toBeGreaterThan(0);
      for (const { start, end } of cues) expect(Number.isFinite(start) && Number.isFinite(end)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["blanks", " "],
  ["opened tags", "<a"],
  ["opened brackets", "["],
  ["opened braces", "{\\"],
  ["ampersands", "&a"],
  ["arrows", "-->"],
  ["names", "Ann "],
  ["digits", "1"],
])(
  "a line of a megabyte of %s is read, which would never end if time grew faster than length",
  (_, piece) => {
    const line = piece.repeat(1_000_000 / piece.length);
    const { cues } = read(`00:01.000 --> 00:02.000\n${line}x\n\n${line}x\n\n${line} --> ${line}\nwords\n`);
    expect(cues.length).toBeLessThanOrEqual(1);
  },
);
