import fc from "fast-check";
import matter from "gray-matter";
import { describe, expect, test } from "vitest";
import { splitFrontmatter } from "../../src/notes/split-frontmatter.ts";
import { describeProblems } from "../support/make-episode.ts";

const split = (text: string) => splitFrontmatter("a.md", text, true);

function refusalOf(text: string): string {
  const { note, problems } = split(text);
  expect(note).toBeNull();
  expect(problems).toHaveLength(1);
  return describeProblems(problems).join();
}

describe("a note with frontmatter", () => {
  test("is split at its lines of three hyphens, with the lines at which its parts begin", () => {
    expect(split("---\ntitle: A\nsegment: b\n---\nWords.\n\n---\n\nMore.\n")).toEqual({
      note: {
        frontmatter: "title: A\nsegment: b",
        frontmatterLine: 2,
        body: "Words.\n\n---\n\nMore.\n",
        bodyLine: 5,
      },
      problems: [],
    });
  });

  test.each(["---yaml", "---yml", "--- ", "---\t", "---yaml  "])("may begin with “%s”", (opening) => {
    expect(split(`${opening}\ntitle: A\n---\nWords.`).note).toMatchObject({
      frontmatter: "title: A",
      body: "Words.",
      bodyLine: 4,
    });
  });

  test.each([
    ["without keys", "---\n---\nWords.\n", "", "Words.\n", 3],
    ["without a body", "---\ntitle: A\n---", "title: A", "", 4],
    ["with a body of a line feed", "---\ntitle: A\n---\n", "title: A", "", 4],
    ["with empty lines under it", "---\ntitle: A\n---\n\n\nWords.", "title: A", "\n\nWords.", 4],
    ["with comments alone", "---\n# a\n---\nWords.", "# a", "Words.", 4],
    ["with hyphens inside a line", "---\ntitle: a --- b\n---\nWords.", "title: a --- b", "Words.", 4],
    ["with hyphens set in", "---\na: |\n  ---\n---\nWords.", "a: |\n  ---", "Words.", 5],
  ])("%s is split all the same", (_, text, frontmatter, body, bodyLine) => {
    expect(split(text).note).toEqual({ frontmatter, frontmatterLine: 2, body, bodyLine });
  });

  test("is split as gray-matter does it, wherever both split it", () => {
    const line = fc.constantFrom("", "a: b", "# c", "words", "  ---", "...", "[", "- x", "a---", " ", "---");
    const lines = fc.array(line, { maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, (keys, words) => {
        const text = `---\n${keys.map((one) => `${one}\n`).join("")}---\n${words.join("\n")}`;
        const { note } = split(text);
        // Its data is not asked for: only where it splits.
        const other = matter(text, { engines: { yaml: { parse: () => ({}), stringify: () => "" } } });
        expect(note?.body).toBe(other.content);
        expect(note?.frontmatter.trim()).toBe(other.matter.trim());
      }),
      { numRuns: 200 },
    );
  });

  test("gives its parts so that they and the two lines are the whole", () => {
    const body = fc.array(fc.constantFrom("", "words", "---", "# a"), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.constantFrom("", "a: b", "# c"), { maxLength: 5 }), body, (keys, words) => {
        const text = ["---", ...keys, "---", ...words].join("\n");
        const { note } = split(text);
        const joined = ["---", ...(keys.length > 0 ? [note?.frontmatter] : []), "---"].join("\n");
        expect(`${joined}${words.length > 0 ? "\n" : ""}${note?.body}`).toBe(text);
        expect(note?.bodyLine).toBe(keys.length + 3);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a first line that would run code or be guessed at", () => {
  test.each([
    "---js",
    "---javascript",
    "---JS",
    "---Js ",
    "--- js",
    "---\tjs",
    "---json",
    "---coffee",
    "---toml",
    "---constructor",
    "---toString",
    "---__proto__",
    "---YAML",
    "--- yaml",
    "----",
    "---;",
    "---\u00A0",
    "---\u200B",
  ])("“%s” is refused", (opening) => {
    const text = `${opening}\nmodule.exports = process.exit(3)\n---\nWords.\n`;
    expect(refusalOf(text)).toBe(
      `1:1 error frontmatter: Unexpected first line "${opening}", expected "---" alone: only YAML is read`,
    );
    expect(splitFrontmatter("a.md", text, false).note).toBeNull();
  });

  test.each(["\uFEFF---js", " ---js", "\n---js", "+++", "<!-- a -->", "title: A", "ーーー", "—"])(
    "“%s” is refused where frontmatter is needed",
    (opening) =>
      expect(refusalOf(`${opening}\nx\n---\nWords.`)).toMatch(/^1:1 error frontmatter: Unexpected/),
  );
});

describe("frontmatter that is not closed, or not as it must be", () => {
  test("is refused at its beginning where there is no end", () => {
    expect(refusalOf("---\ntitle: A\nWords.")).toBe(
      '1:1 error frontmatter: The frontmatter is never closed, expected a line of exactly "---" after its last key',
    );
    expect(refusalOf("---")).toContain("never closed");
    expect(refusalOf("---\na: 1\n...\nWords.")).toContain("never closed");
  });

  test.each(["--- ", "---\t", "----", "---x", "---more", "--- #"])(
    "is refused at a line “%s”, which is no end",
    (closing) =>
      expect(refusalOf(`---\ntitle: |\n  A\n${closing}\nWords.\n---\n`)).toBe(
        `4:1 error frontmatter: Unexpected "${closing}" in the frontmatter, expected the closing line to be exactly "---"`,
      ),
  );

  test("is not refused for such a line in the body", () => {
    expect(split("---\na: 1\n---\nWords.\n---more\n").note?.body).toBe("Words.\n---more\n");
  });
});

describe("a file without frontmatter", () => {
  test.each([
    ["", "The file is empty"],
    ["\n \n", "The file is empty"],
    ["\n---\ntitle: A\n---\n", 'Unexpected text or blank before the first "---"'],
    ["  ---\ntitle: A\n---\n", 'Unexpected text or blank before the first "---"'],
    ["Words.\n", 'Unexpected first line, expected "---"'],
  ])("%j is told what it should have", (text, words) => expect(refusalOf(text)).toContain(words));

  test("is a body alone where none is needed", () => {
    expect(splitFrontmatter("a.md", "## Intro\n\nHello.\n", false)).toEqual({
      note: { frontmatter: "", frontmatterLine: 1, body: "## Intro\n\nHello.\n", bodyLine: 1 },
      problems: [],
    });
    expect(splitFrontmatter("a.md", "", false).note?.body).toBe("");
    expect(splitFrontmatter("a.md", "\n---\n\nA rule above.\n", false).note?.body).toBe(
      "\n---\n\nA rule above.\n",
    );
  });

  test("is refused even there if it looks like one that begins too late", () => {
    expect(splitFrontmatter("a.md", "\n---\ndrafts: {}\n---\n## Intro\n", false).note).toBeNull();
  });
});

describe("size", () => {
  test("of 64 KiB is read, more is refused", () => {
    const keys = (length: number) => `---\n${"x".repeat(length)}\n---\n`;
    expect(split(keys(64 * 1024)).note).not.toBeNull();
    expect(refusalOf(keys(64 * 1024 + 1))).toBe(
      "2:1 error frontmatter: Unexpected frontmatter of 65537 characters, expected 65536 at the most",
    );
  });

  test.each([
    ["empty lines", "\n", 60_000],
    ["lines of blanks", " \n", 30_000],
    ["lines of tabs", "\t\t\t\n", 15_000],
  ])("of thousands of %s is refused without taking long", (_, line, count) => {
    const before = process.cpuUsage();
    const said = refusalOf(`---\na: 1\n${line.repeat(count)}---\nWords.`);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
    expect(said).toBe(
      "103:1 error frontmatter: Unexpected empty lines, expected 100 together at the most: take some away",
    );
  });

  test("of a hundred empty lines together is read, and of more in the body", () => {
    expect(split(`---\na: 1\n${"\n".repeat(100)}b: 2\n---\n${"\n".repeat(500)}Words.`).note).not.toBeNull();
  });

  test("of a body is not what takes long", () => {
    const before = process.cpuUsage();
    split(`---\na: 1\n---\n${"\n".repeat(200_000)}`);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});
