import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { setFrontmatterKey } from "../../src/narration/edit-frontmatter.ts";

const SIGNED = ["signedOff:", "  by: Ann Lee", "  date: 2026-10-03"];
const set = (text: string, lines: readonly string[] | null = SIGNED) =>
  setFrontmatterKey(text, "signedOff", lines);

describe("a key that is not there", () => {
  test("comes last in the frontmatter", () => {
    expect(set("---\ndrafts: {}\n# remark\n---\n## Intro\n")).toBe(
      "---\ndrafts: {}\n# remark\nsignedOff:\n  by: Ann Lee\n  date: 2026-10-03\n---\n## Intro\n",
    );
  });

  test.each([
    ["empty", "---\n---\n## Intro\n"],
    ["a comment", "---\n# remark\n---\n## Intro\n"],
  ])("comes into frontmatter that is %s", (_, text) => {
    expect(set(text)).toBe(text.replace("---\n##", `${SIGNED.join("\n")}\n---\n##`));
  });

  test.each([
    ["words", "## Intro\n\nHello.\n\n---\n\nBye."],
    ["an empty line", "\n## Intro\n"],
    ["nothing", ""],
  ])("makes the frontmatter of a file that begins with %s", (_, text) => {
    const gap = text.startsWith("#") ? "\n" : "";
    expect(set(text)).toBe(`---\n${SIGNED.join("\n")}\n---\n${gap}${text}`);
  });

  test("can be taken away, which changes nothing", () => {
    for (const text of ["## Intro\n", "---\ndrafts: {}\n---\n## Intro\n", ""])
      expect(set(text, null)).toBe(text);
  });
});

describe("a key that is there", () => {
  const around = (own: string) => `---\n# above\nfirst: 1 # one\n${own}# below\nlast: [a,  b]\n---\nBody.\n`;

  test.each([
    ["on a line", "signedOff: { by: Bo Roe }\n"],
    ["on lines", "signedOff:\n  by: Bo Roe\n  # inside\n  date: 2026-10-02\n"],
    ["in braces on lines", "signedOff: { by: Bo Roe,\n  date: 2026-10-02 }\n"],
    ["in quotes", '"signedOff": Bo Roe\n'],
    ["without a value", "signedOff:\n"],
    ["with a text on lines", "signedOff: |\n  # Bo\n  Roe\n"],
  ])("is written anew where it stands, and taken away with its lines: %s", (_, own) => {
    expect(set(around(own))).toBe(around(`${SIGNED.join("\n")}\n`));
    expect(set(around(own), null)).toBe(around(""));
  });

  test("keeps the comments and empty lines that follow it", () => {
    expect(set("---\nsignedOff:\n  by: Bo Roe\n\n  # after\n\n# more\n---\nBody.\n")).toBe(
      `---\n${SIGNED.join("\n")}\n\n  # after\n\n# more\n---\nBody.\n`,
    );
  });

  test("is found where all keys stand to the right", () => {
    expect(set("---\n  drafts: {}\n  signedOff: x\n---\nBody.\n")).toBe(
      `---\n  drafts: {}\n${SIGNED.map((line) => `  ${line}\n`).join("")}---\nBody.\n`,
    );
  });
});

describe("every other byte is kept", () => {
  test("a byte order mark, and line ends of each kind on their lines", () => {
    expect(set("\uFEFF---\r\na: 1\nsignedOff: x\r\nb: 2\r---\r\nBody.\n\rMore. \r\n")).toBe(
      `\uFEFF---\r\na: 1\n${SIGNED.map((line) => `${line}\r\n`).join("")}b: 2\r---\r\nBody.\n\rMore. \r\n`,
    );
    expect(set("\uFEFF## Intro\r\nHello.")).toBe(
      `\uFEFF---\r\n${SIGNED.map((line) => `${line}\r\n`).join("")}---\r\n\r\n## Intro\r\nHello.`,
    );
  });

  test("whatever the body is: what was set can be taken away again, and set twice is set once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("\n", "\r\n"), (body, end) => {
        const text = ["---", "a: 1", "---", body].join(end);
        const once = set(text);
        expect(once === null ? null : set(once)).toBe(once);
        expect(once === null ? text : set(once, null)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe("nothing is done", () => {
  test.each([
    ["where the frontmatter is written in braces", "---\n{ drafts: {} }\n---\n"],
    ["where it cannot be read", "---\na: [\n---\n"],
    ["where it is a list", "---\n- a\n---\n"],
    ["where it is never closed", "---\na: 1\n"],
    ["where another language is named", "---js\n({})\n---\n"],
    ["where the key does not begin its line", "---\n? signedOff\n: x\n---\n"],
    ["where a document ends before", "---\na: 1\n...\n---\n"],
  ])("%s", (_, text) => {
    expect(set(text)).toBe(null);
  });

  test.each([
    ["another key", ["signed: x"]],
    ["two keys", ["signedOff: x", "more: y"]],
    ["no YAML", ["signedOff: ["]],
    ["an end of the frontmatter", ["signedOff: |", "---"]],
    ["nothing", []],
  ])("where the lines are %s", (_, lines) => {
    expect(set("---\na: 1\n---\n", lines)).toBe(null);
  });
});
