import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { digestPassage, parseNarration } from "../../src/narration/narration.ts";
import { describeProblems } from "../support/make-episode.ts";

const PLACES = {
  segments: [
    { id: "local", title: "Local government" },
    { id: "nhs", title: "NHS" },
  ],
  stories: ["loti-guidance", "held-story"],
  sourceIds: ["loti"],
};

const parse = (text: string, places = PLACES) => parseNarration("narration.md", text, places);
const saidOf = (text: string) => describeProblems(parse(text).problems);

/** What is spoken at each place: `place: paragraph | paragraph`. */
function spokenOf(text: string): string[] {
  return [...parse(text).narration].map(
    ([place, { paragraphs }]) => `${place}: ${paragraphs.map((one) => one.text).join(" | ")}`,
  );
}

const DIGEST = "a".repeat(64);
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

describe("the places", () => {
  test("are intro, outro, segments' ids and stories' slugs, in whatever order they stand", () => {
    const text =
      "## Outro\n\nBye.\n\n## loti-guidance\nFirst up,\n\n## local\nOne.\n\nTwo.\n\n## Intro\nHello.\n";
    expect(saidOf(text)).toEqual([]);
    expect(spokenOf(text)).toEqual([
      "outro: Bye.",
      "loti-guidance: First up,",
      "local: One. | Two.",
      "intro: Hello.",
    ]);
  });

  test.each(["INTRO", "intro", "  Intro  ", "**Intro**", "Intro ##", "`intro`"])(
    "are matched as “## %s”",
    (heading) => {
      expect(spokenOf(`## ${heading}\n\nHello.`)).toEqual(["intro: Hello."]);
    },
  );

  test("are matched in any case of letters where they are a segment or a story", () => {
    expect(spokenOf("## NHS\nOne.\n\n## Loti-Guidance\nTwo.")).toEqual(["nhs: One.", "loti-guidance: Two."]);
  });

  test("that a file leaves out have no narration, and an empty file has none at all", () => {
    expect(spokenOf("## Intro\n\nHello.")).toEqual(["intro: Hello."]);
    expect(parse("")).toMatchObject({ problems: [], narration: new Map() });
  });

  test("may be those of a held story or of a segment without a story", () => {
    expect(saidOf("## held-story\n\nWords.\n\n## nhs\n\nWords.")).toEqual([]);
  });

  test("are headings of the second level alone", () => {
    expect(saidOf("## Intro\n\nHello.\n\n### local\n\nMore.")).toEqual([
      expect.stringMatching(/^5:1 warning heading-not-spoken/),
    ]);
    expect(spokenOf("## Intro\n\nHello.\n\n### local\n\nMore.")).toEqual(["intro: Hello. | More."]);
  });
});

describe("a heading that is no place", () => {
  const known = "(intro, local, nhs, loti-guidance, held-story, outro)";

  test.each([
    ["misspelt", "Intor", `"Intor", expected a place ${known}: did you mean ## intro?`],
    [
      "a segment's title",
      "Local Government",
      `"Local Government", expected a place ${known}: did you mean ## local?`,
    ],
    [
      "a slug with a slip",
      "loti-guidence",
      `"loti-guidence", expected a place ${known}: did you mean ## loti-guidance?`,
    ],
    [
      "far from all",
      "Something else",
      `"Something else", expected a place ${known}: rename the heading, or make it a part of the section above`,
    ],
    [
      "a word that every object inherits",
      "constructor",
      `"constructor", expected a place ${known}: rename the heading, or make it a part of the section above`,
    ],
  ])("is an error with the nearest: %s", (_, heading, words) => {
    expect(saidOf(`## Intro\n\nHello.\n\n## ${heading}\n\nWords.`)).toEqual([
      `5:1 error unknown-place: Unexpected heading ${words}`,
    ]);
  });

  test("is told of with each other one, and with what is wrong in its words", () => {
    expect(saidOf("## one\n\n<b>\n\n## two\n\nWords.").map((one) => one.split(" ")[2])).toEqual([
      "html-dropped:",
      "unknown-place:",
      "unknown-place:",
    ]);
  });
});

describe("a place", () => {
  test("named twice is an error at the second, in whatever case of letters", () => {
    expect(saidOf("## Intro\n\nHello.\n\n## INTRO\n\nAgain.")).toEqual([
      "5:1 error duplicate-place: Unexpected second section for intro, expected each place once: join the two",
    ]);
  });

  test("is missing above words, which is a warning", () => {
    expect(saidOf("\nHello.\n\nMore.\n\n## Intro\n\nWords.")).toEqual([
      "2:1 warning words-before-place: Unexpected words before the first heading, expected a place such as ## Intro above them: they are not spoken",
    ]);
    expect(spokenOf("Hello.\n\n## Intro\n\nWords.")).toEqual(["intro: Words."]);
    expect(saidOf("<!-- remark -->\n\n## Intro\n\nWords.")).toEqual([]);
  });

  test("is spoken under the same rules as a story", () => {
    const text =
      "## Intro\n\nHello *there*,[^loti] [friend](https://example.org/a).\n\n> Said.\n\n- One\n\n<b>Two</b>\n";
    const section = parse(text).narration.get("intro");
    expect(section?.paragraphs.map(({ kind, text: words }) => [kind, words])).toEqual([
      ["plain", "Hello there, friend."],
      ["quote", "Said."],
      ["item", "One"],
      ["plain", "Two"],
    ]);
    expect(section?.paragraphs[0]).toMatchObject({
      references: ["loti"],
      links: [{ url: "https://example.org/a" }],
    });
    expect(saidOf(text)).toEqual([expect.stringMatching(/^9:1 warning html-dropped/)]);
  });
});

describe("notes in the narration are private", () => {
  test.each([
    [
      "inside a section",
      "## Intro\n\nHello.\n\n### Notes\n\nSECRET\n\n## Outro\n\nBye.\n",
      ["intro: Hello.", "outro: Bye."],
    ],
    [
      "as a section",
      "## Intro\n\nHello.\n\n## Notes\n\nSECRET\n\n## Outro\n\nBye.\n",
      ["intro: Hello.", "outro: Bye."],
    ],
    ["before the first section", "### NOTES\n\nSECRET\n\n## Outro\n\nBye.\n", ["outro: Bye."]],
    ["to the end", "## Outro\n\nBye.\n\n# Notes\n\nSECRET\n\n## Intro\n\nSECRET\n", ["outro: Bye."]],
  ])("%s", (_, text, spoken) => {
    const { narration, problems } = parse(text);
    expect(spokenOf(text)).toEqual(spoken);
    expect(problems).toEqual([]);
    expect(JSON.stringify([...narration])).not.toContain("SECRET");
  });

  test("even where a story is called so, which is a warning", () => {
    const { narration, problems } = parse("## Intro\n\nHello.\n\n## notes\n\nSECRET\n", {
      ...PLACES,
      stories: ["notes"],
    });
    expect([...narration.keys()]).toEqual(["intro"]);
    expect(describeProblems(problems)).toEqual([
      "5:1 warning private-place: Unexpected place notes, expected another name: a section Notes is private and not spoken",
    ]);
  });
});

describe("frontmatter", () => {
  test("is optional, and its lines are counted", () => {
    expect(saidOf("---\ndrafts: {}\n---\n## Intor\n\nHello.")[0]).toMatch(/^4:1 error unknown-place/);
    expect(saidOf("---\n---\n## Intro\n\nHello.")).toEqual([]);
  });

  test.each([
    [
      "a digest of another form",
      "drafts: { intro: { model: m, sha256: ABC } }",
      '2:38 error bad-value: Unexpected "ABC" for drafts.intro.sha256, expected 64 hexadecimal digits',
    ],
    [
      "a digest that is missing",
      "drafts: { intro: { model: m } }",
      '2:18 error missing-key: drafts.intro.sha256 is missing, expected text: add "sha256:" and a value',
    ],
    [
      "a sign-off without a date",
      `signedOff: { by: Ann Lee, sha256: ${"a".repeat(64)} }`,
      '2:12 error missing-key: signedOff.date is missing, expected a calendar date as YYYY-MM-DD (year, month, day), such as 2026-10-03: add "date:" and a value',
    ],
    [
      "a sign-off that is a name alone",
      "signedOff: Ann Lee",
      '2:12 error wrong-type: Unexpected "Ann Lee" for signedOff, expected keys and values',
    ],
    [
      "a key that is not known",
      "draft: {}",
      '2:1 warning unknown-key: Unexpected key "draft": did you mean drafts?',
    ],
  ])("with %s is told of with its place", (_, keys, said) => {
    expect(saidOf(`---\n${keys}\n---\n## Intro\n\nHello.`)).toEqual([said]);
  });

  test("that is not closed is an error", () => {
    expect(saidOf("---\ndrafts: {}\n## Intro\n\nHello.")).toEqual([
      expect.stringMatching(/^1:1 error frontmatter/),
    ]);
  });
});

describe("who wrote a passage", () => {
  const withDraft = (place: string, digest: string, body: string) =>
    parse(`---\ndrafts: { ${place}: { model: gpt, date: 2026-10-03, sha256: ${digest} } }\n---\n${body}`);

  test("is a person where no draft is recorded", () => {
    expect(parse("## Intro\n\nHello.").narration.get("intro")?.origin).toBe("person");
    const other = withDraft("outro", sha256("Hello."), "## Intro\n\nHello.\n\n## constructor\n");
    expect(other.narration.get("intro")?.origin).toBe("person");
  });

  test.each([
    ["as it was drafted", "## Intro\n\nHello *there*.\n\nMore.\n\n## Outro\n\nBye.\n"],
    [
      "with blanks at the ends of lines",
      "## Intro  \n\nHello *there*.  \n\t\nMore. \t\n\n## Outro\n\nBye.\n",
    ],
    ["with empty lines at both ends", "## INTRO\n\n\n\nHello *there*.\n\nMore.\n\n\n\n## Outro\n\nBye.\n"],
    ["at the end of the file", "## Outro\n\nBye.\n\n## Intro\nHello *there*.\n\nMore."],
    [
      "beside private notes of the same level",
      "## Intro\n\nHello *there*.\n\nMore.\n\n## Notes\n\nPrivate.\n",
    ],
  ])("is a model where the words are the same, %s", (_, body) => {
    const { narration } = withDraft("intro", sha256("Hello *there*.\n\nMore."), body);
    expect(narration.get("intro")?.origin).toBe("drafted");
  });

  test.each([
    ["a word", "Hello there, you.\n\nMore."],
    ["a mark", "Hello *there*!\n\nMore."],
    ["an empty line between", "Hello *there*.\nMore."],
    ["a blank at the start of a line", " Hello *there*.\n\nMore."],
    ["a comment", "Hello *there*.<!-- x -->\n\nMore."],
  ])("is a model and then a person where %s differs", (_, words) => {
    const { narration } = withDraft("intro", sha256("Hello *there*.\n\nMore."), `## Intro\n\n${words}\n`);
    expect(narration.get("intro")?.origin).toBe("edited");
  });

  test("is found by the place in lower case, for a segment and a story", () => {
    expect(withDraft("nhs", sha256("One."), "## NHS\n\nOne.").narration.get("nhs")?.origin).toBe("drafted");
    expect(
      withDraft("loti-guidance", sha256("One."), "## Loti-guidance\n\nOne.").narration.get("loti-guidance")
        ?.origin,
    ).toBe("drafted");
  });
});

describe("built-in narration that was written into the file", () => {
  const withBuiltIn = (words: string) =>
    parse(
      `---\ndrafts: { intro: { model: built-in, sha256: ${sha256("Hello.")} } }\n---\n## Intro\n\n${words}\n`,
    );

  test("is built in as long as it stands, and a person's once it is changed", () => {
    expect(withBuiltIn("Hello.").narration.get("intro")?.origin).toBe("built-in");
    expect(withBuiltIn("Hello, all.").narration.get("intro")?.origin).toBe("person");
  });
});

describe("what is recorded", () => {
  test("of drafts comes back by place, complete, also of a place that has no section", () => {
    const drafts = `  intro: { model: " gpt  5 ", sha256: ${DIGEST} }
  held-story: { model: built-in, date: 2026-10-03, after: intro, refused: gpt, sha256: ${DIGEST} }
  episode.title: { model: gpt, sha256: ${DIGEST} }`;
    const parsed = parse(`---\ndrafts:\n${drafts}\n---\n## Outro\n\nBye.\n`);
    expect(parsed.problems).toEqual([]);
    const none = { date: null, after: null, refused: null, sha256: DIGEST };
    expect([...parsed.drafts]).toEqual([
      ["intro", { ...none, model: "gpt 5" }],
      [
        "held-story",
        { model: "built-in", date: "2026-10-03", after: "intro", refused: "gpt", sha256: DIGEST },
      ],
      ["episode.title", { ...none, model: "gpt" }],
    ]);
  });

  test("of a sign-off comes back with the place of its key", () => {
    const parsed = parse(
      `---\ndrafts: {}\nsignedOff:\n  by: "Ann\\n Lee"\n  date: 2026-10-03\n  sha256: ${DIGEST}\n---\n`,
    );
    expect(parsed.problems).toEqual([]);
    expect(parsed.signedOff).toEqual({
      by: "Ann Lee",
      date: "2026-10-03",
      sha256: DIGEST,
      place: { line: 3, column: 1 },
    });
  });

  test("is nothing where there is no frontmatter, or none that can be read", () => {
    for (const text of ["## Intro\n", "---\nsignedOff: [\n---\n", "---js\n---\n"])
      expect(parse(text)).toMatchObject({ drafts: new Map(), signedOff: null });
  });
});

describe("the digest of a passage", () => {
  test("is SHA-256 in lower-case hex of its UTF-8", () => {
    expect(digestPassage("£5m")).toBe(sha256("£5m"));
    expect(digestPassage("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  test.each([
    ["Unicode's two ways to write a letter", "Cafe\u0301", "Café"],
    ["line ends of Windows", "one\r\ntwo\r\n", "one\ntwo"],
    ["line ends of old Macs", "one\rtwo", "one\ntwo"],
    ["blanks at the ends of lines", "one \ntwo\t\u00A0\n  \nthree", "one\ntwo\n\nthree"],
    ["empty lines at both ends", "\n\n \none\n\t\n\n", "one"],
    ["marks of what can go", "<!-- fit: can go -->\none\n\n<!-- fit: dropped -->two", "one\n\ntwo"],
  ])("is the same whatever %s", (_, text, same) => expect(digestPassage(text)).toBe(sha256(same)));

  test.each([
    ["blanks at the starts of lines", " one", "one"],
    ["empty lines between", "one\n\n\ntwo", "one\n\ntwo"],
    ["blanks within a line", "one  two", "one two"],
    ["the case of letters", "One", "one"],
  ])("differs with %s", (_, text, other) => expect(digestPassage(text)).not.toBe(digestPassage(other)));
});
