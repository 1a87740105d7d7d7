import { describe, expect, test } from "vitest";
import { parseStory, storySlug } from "../../src/notes/story-note.ts";
import { describeProblems, makeStory, storyFile } from "../support/make-episode.ts";

const parse = (text: string) => parseStory(storyFile("story"), text);
const saidOf = (text: string) => describeProblems(parse(text).problems);

/** A story with these lines in its frontmatter under title, segment and a source. */
const withKeys = (keys: string, body = "Words.\n") => `---\ntitle: A\nsegment: local\n${keys}\n---\n${body}`;

describe("a sound story", () => {
  test("keeps every key of the format", () => {
    const story = makeStory(
      "loti-guidance",
      `---
title: LOTI publishes AI guidance
segment: local
order: 1.5
status: draft
brief: In a sentence.
sources:
  - id: loti
    title: Guidance for boroughs
    url: https://Example.org/guidance?utm_source=x
    author: Mark Say
    authorRole: journalist
    publication: UKAuthority
    published: 2023-09-12
    accessed: 2023-09-20
    access: paywall
    archive: https://archive.example/x
    capture: captures/loti.md
say: { LOTI: LOH-tee }
follow: [{ date: 2026-12-01, about: the new desk }]
tags: [a]
---
Words to be read.[^loti]
`,
    );
    expect(story).toMatchObject({
      file: "episodes/edition/stories/loti-guidance.md",
      slug: "loti-guidance",
      title: "LOTI publishes AI guidance",
      segment: "local",
      order: 1.5,
      status: "draft",
      brief: "In a sentence.",
      say: { LOTI: "LOH-tee" },
      places: { segment: { line: 3, column: 10 }, captures: [{ line: 18, column: 14 }] },
    });
    expect(story.sources).toEqual([
      {
        id: "loti",
        title: "Guidance for boroughs",
        url: "https://Example.org/guidance?utm_source=x",
        key: "https://example.org/guidance",
        authors: ["Mark Say"],
        authorRole: "journalist",
        publication: "UKAuthority",
        published: "2023-09-12",
        accessed: "2023-09-20",
        access: "paywall",
        archive: "https://archive.example/x",
        capture: "captures/loti.md",
        doubtful: null,
      },
    ]);
    expect(story.follow).toMatchObject([{ date: "2026-12-01", about: "the new desk" }]);
    expect(story.paragraphs.map(({ text, references }) => [text, references])).toEqual([
      ["Words to be read.", ["loti"]],
    ]);
  });

  test("has the defaults of what it does not name", () => {
    const { note, problems } = parse("---\ntitle: A\nsegment: local\n---\nWords.\n");
    expect(problems).toEqual([]);
    expect(note).toMatchObject({
      order: null,
      status: "ready",
      brief: null,
      sources: [],
      say: {},
      follow: [],
    });
  });

  test("takes a single mapping for a list of one source, and a list of authors", () => {
    const single = makeStory("a", withKeys("sources: { title: B, author: [Ann, Bo] }"));
    expect(single.sources).toHaveLength(1);
    expect(single.sources[0]).toMatchObject({ title: "B", url: null, key: null, authors: ["Ann", "Bo"] });
  });

  test("has its texts on one line", () => {
    const story = makeStory(
      "a",
      '---\ntitle: |\n  A\n  B\nsegment: local\nbrief: "C\\n\\nD"\nsources: { title: "E\\n F", author: "G\\nH", publication: " I " }\n---\nWords.\n',
    );
    expect([story.title, story.brief]).toEqual(["A B", "C D"]);
    expect(story.sources[0]).toMatchObject({ title: "E F", authors: ["G H"], publication: "I" });
  });

  test("has its file's name as slug", () => {
    expect(storySlug("episodes/e/stories/a-b.md")).toBe("a-b");
    expect(storySlug("a.md.md")).toBe("a.md");
  });
});

describe("notes are private", () => {
  test.each(["## Notes", "# notes", "###### NOTES", "## **Notes**", "Notes\n-----", "## Notes:"])(
    "what stands under “%s” is in no part of the story",
    (heading) => {
      const { note, problems } = parse(
        withKeys(
          "sources: { title: B }",
          `Words.\n\n${heading}\n\nSECRET [^x] [a](ftp://SECRET)\n\n[^x]: SECRET\n`,
        ),
      );
      expect(JSON.stringify([note, problems])).not.toContain("SECRET");
      expect(note?.paragraphs.map(({ text }) => text)).toEqual(["Words."]);
    },
  );

  test("and what follows at the same level is public again", () => {
    const story = makeStory(
      "a",
      withKeys("", "One.\n\n## Notes\n\nSECRET\n\n### More\n\nSECRET\n\n## End\n\nTwo.\n"),
    );
    expect(story.paragraphs.map(({ text }) => text)).toEqual(["One.", "Two."]);
  });
});

describe("a fault in a story", () => {
  test.each([
    [
      "no title",
      "---\nsegment: local\n---\nWords.",
      '2:1 error missing-key: title is missing, expected text: add "title:" and a value',
    ],
    [
      "no segment",
      "---\ntitle: A\n---\nWords.",
      '2:1 error missing-key: segment is missing, expected text: add "segment:" and a value',
    ],
    [
      "an order in words",
      withKeys("order: first"),
      '4:8 error wrong-type: Unexpected "first" for order, expected a number',
    ],
    [
      "a status that there is not",
      withKeys("status: done"),
      '4:9 error bad-value: Unexpected "done" for status, expected one of draft, ready, held',
    ],
    [
      "a key that is not known",
      withKeys("source: x"),
      '4:1 warning unknown-key: Unexpected key "source": did you mean sources?',
    ],
    [
      "a source that has neither title nor address",
      withKeys("sources: [{ author: B }]"),
      "4:11 error bad-value: Unexpected keys and values for sources, expected a title, a url or both",
    ],
    [
      "an address of another kind",
      withKeys("sources: { url: 'ftp://example.org' }"),
      '4:17 error bad-value: Unexpected "ftp://example.org" for sources.url, expected an address that begins with http:// or https://',
    ],
    [
      "an archive of another kind",
      withKeys("sources: { title: B, archive: 'javascript:x' }"),
      '4:31 error bad-value: Unexpected "javascript:x" for sources.archive, expected an address that begins with http:// or https://',
    ],
    [
      "a date in words",
      withKeys("sources: { title: B, published: 3 May 2023 }"),
      '4:33 error bad-value: Unexpected "3 May 2023" for sources.published, expected a calendar date as YYYY-MM-DD (year, month, day), such as 2026-10-03',
    ],
    [
      "a day that there is not",
      withKeys("sources: { title: B, accessed: 2023-02-30 }"),
      '4:32 error bad-value: Unexpected "2023-02-30" for sources.accessed, expected a calendar date as YYYY-MM-DD (year, month, day), such as 2026-10-03',
    ],
    [
      "an access that there is not",
      withKeys("sources: { title: B, access: free }"),
      '4:30 error bad-value: Unexpected "free" for sources.access, expected one of open, registration, paywall',
    ],
    [
      "a second source of an id",
      withKeys("sources:\n  - { id: b, title: B }\n  - { id: b, title: C }"),
      "6:11 error duplicate-source: Unexpected second source with the id b, expected each sources.id once: rename one of the two",
    ],
  ])("%s is told of with its place", (_, text, said) => {
    const { note, problems } = parse(text);
    expect(describeProblems(problems)).toEqual([said]);
    expect(note === null).toBe(said.includes(" error "));
  });

  test.each([
    "../x.md",
    "captures/../../x.md",
    "/etc/passwd",
    "C:\\x.md",
    "c:/x",
    "a\\b.md",
    "~/x.md",
    "\\\\host\\x",
  ])("a capture at %s is an error", (path) => {
    expect(saidOf(withKeys(`sources: [{ id: b, title: B, capture: '${path}' }]`))).toEqual([
      "4:39 error outside-show: Unexpected path in sources.capture, expected one inside the episode's folder, such as captures/b.md",
    ]);
  });

  test.each(["captures/x.md", "./captures/x.md", "x..y.md", "captures/a b.md"])(
    "a capture at %s is none",
    (path) => {
      expect(saidOf(withKeys(`sources: { title: B, capture: '${path}' }`))).toEqual([]);
    },
  );

  test.each(["url", "archive"])("a password in a source's %s is a warning, and comes out nowhere", (key) => {
    const { note, problems } = parse(
      withKeys(`sources: [{ title: B, ${key}: 'https://a:secret@example.org/x' }]`),
    );
    expect(describeProblems(problems)).toEqual([
      `4:${key === "url" ? 28 : 32} warning address-credentials: Unexpected name or password in sources.${key}, expected none: it is left out; delete it from the file`,
    ]);
    expect(JSON.stringify([note, problems])).not.toContain("secret");
    expect(JSON.stringify(note)).toContain("https://example.org/x");
  });

  test("no words are a warning, but not for a story that is held", () => {
    const empty = "---\ntitle: A\nsegment: local\nstatus: STATUS\n---\n\n## Notes\n\nLater.\n";
    expect(saidOf(empty.replace("STATUS", "ready"))).toEqual([
      "6:1 warning empty-story: The story has no words, expected the words to be read aloud under the frontmatter: write them, or hold the story (status: held)",
    ]);
    expect(saidOf(empty.replace("STATUS", "held"))).toEqual([]);
  });

  test("the keys and the words are told of in one run", () => {
    const said = saidOf("---\ntitel: A\nsegment: local\norder: x\n---\nWords <b>and</b> `![`![](x.png)\n");
    expect(said.map((one) => one.split(" ")[2])).toEqual(
      expect.arrayContaining([
        "unknown-key:",
        "missing-key:",
        "wrong-type:",
        "html-dropped:",
        "image-not-spoken:",
      ]),
    );
  });

  test("a reference that names no source is told of with the line of the file", () => {
    const said = saidOf(withKeys("sources: { id: loti, title: B }", "\nOne.\n\nTwo.[^loty]\n"));
    expect(said).toEqual([
      expect.stringMatching(/^9:5 warning unknown-reference: .*did you mean “\[\^loti\]”/),
    ]);
  });

  test("nothing but faults is told of frontmatter that cannot be read", () => {
    expect(saidOf("---\ntitle: A: b\n---\nWords.")).toHaveLength(1);
    expect(saidOf("title: A")).toEqual([
      '1:1 error frontmatter: Unexpected first line, expected "---": begin the file with frontmatter',
    ]);
  });
});
