import fc from "fast-check";
import type { PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { describe, expect, it } from "vitest";
import { removeUnseenCharacters } from "../../src/input/characters.ts";
import { parseMarkdown } from "../../src/markdown/parse-markdown.ts";
import { blocksOf } from "../../src/markdown/write-html.ts";
import { escapeMarkdown, writeMarkdown, writeMarkdownLink } from "../../src/markdown/write-markdown.ts";
import { speak } from "./support.ts";

const AWKWARD = [
  "2023.",
  "#x",
  "# x",
  "x #",
  "1)",
  "[^a]",
  "[^a]:",
  "[a]: b",
  "<b>",
  "<!-- x",
  "&amp;",
  "&",
  "~~",
  "https://x.org",
  "www.x.org",
  "me@x.org",
  "a_b_c",
  "_a_",
  "__",
  "|",
  "| a |",
  "+ x",
  "- x",
  "* x",
  "---",
  "===",
  ":--",
  "\\",
  "a\\",
  "\t",
  "    x",
  "!",
  "![",
  "](",
  "`",
  "``",
  "```",
  "~~~",
  "> x",
  "5*3*2",
  "**",
  "*",
  "[ ]",
  "[x]",
  "(",
  ")",
  "a",
  "9",
  "é",
  "\u00a0",
  " ",
  "“",
  "—",
  ".",
  "http",
  "://",
  "//",
  "$",
  "^",
  "{",
  "}",
  "😀",
  "mailto:a@b.c",
  "xmpp:a@b.c",
  "\n",
];
const awkward = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: "grapheme", maxLength: 3 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));
const fold = (text: string): string =>
  removeUnseenCharacters(text)
    .replace(/[ \t\r\n]+/g, " ")
    .replace(/^ | $/g, "");

function parseBlock(text: string): RootContent[] {
  const parsed = parseMarkdown({ file: "a.md", text, line: 1 });
  expect(parsed.problems).toEqual([]);
  return parsed.tree.children;
}

describe("escapeMarkdown", () => {
  it("writes any text so that it means just that text wherever it stands", () => {
    const property = fc.property(awkward, (text) => {
      const expected = fold(text);
      fc.pre(expected !== "" && !/[!-~]{33}/.test(text));
      const escaped = escapeMarkdown(text);
      const [paragraph, ...others] = parseBlock(escaped);
      expect(others).toEqual([]);
      expect(paragraph).toMatchObject({ type: "paragraph", children: [{ type: "text", value: expected }] });
      expect(parseBlock(`# ${escaped}`)).toMatchObject([
        { type: "heading", children: [{ type: "text", value: expected }] },
      ]);
      expect(parseBlock(`- ${escaped}`)).toMatchObject([
        {
          type: "list",
          children: [{ checked: null, children: [{ type: "paragraph", children: [{ value: expected }] }] }],
        },
      ]);
      const link = parseBlock(`[${escaped}](https://example.org/)`);
      expect(link).toMatchObject([
        { children: [{ type: "link", url: "https://example.org/", children: [{ value: expected }] }] },
      ]);
      expect(textOf({ type: "root", children: parseBlock(`a line\n${escaped}`) })).toBe(
        `a line\n${expected}`,
      );
      expect(textOf({ type: "root", children: parseBlock(`${escaped}[b](https://example.org/)`) })).toBe(
        `${expected}b`,
      );
    });
    fc.assert(property, { numRuns: 100 });
  });

  it("leaves ordinary prose as it is", () => {
    const prose = "London’s boroughs (all 33) spent £1.5m – a “record”; snake_case & more: 50% of 2:1?";
    expect(escapeMarkdown(prose)).toBe(prose);
  });
});

describe("writeMarkdownLink", () => {
  it("writes text alone where there is no address that may be published", () => {
    expect(writeMarkdownLink("a*b", null)).toBe("a\\*b");
    expect(writeMarkdownLink("words", "javascript:alert(1)")).toBe("words");
  });

  it("keeps brackets, backslashes and references in an address", () => {
    for (const url of ["https://x.org/a_(b", "https://x.org/a)b?c=1&copy;=2&amp", "https://x.org/<a>*_~"]) {
      const [paragraph] = parseBlock(writeMarkdownLink("w", url));
      expect(paragraph).toMatchObject({ children: [{ type: "link", url }] });
    }
  });

  it("never writes a name or password", () => {
    expect(writeMarkdownLink("w", "https://me:secret@x.org/")).toBe("[w](https://x.org/)");
  });
});

describe("writeMarkdown", () => {
  const leaf: fc.Arbitrary<PhrasingContent> = fc.oneof(
    {
      weight: 4,
      arbitrary: awkward.map((value) => ({ type: "text" as const, value: value.replace(/\n/g, " ") })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("a", "`", "a`b", "[^x]")
        .map((value) => ({ type: "inlineCode" as const, value })),
    },
  );
  const inline = fc.oneof(
    leaf,
    fc
      .array(leaf, { minLength: 1, maxLength: 2 })
      .map((children): PhrasingContent => ({ type: "emphasis", children })),
    fc
      .array(leaf, { minLength: 1, maxLength: 2 })
      .map((children): PhrasingContent => ({ type: "strong", children })),
    fc
      .array(leaf, { minLength: 1, maxLength: 2 })
      .map((children): PhrasingContent => ({ type: "link", url: "https://x.org/", children })),
  );

  it("writes spoken paragraphs so that reading them again speaks the same words", () => {
    const property = fc.property(
      fc.array(fc.array(inline, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      (lines) => {
        const written = writeMarkdown(lines.map((children) => ({ type: "paragraph", children })));
        fc.pre(!/[*_~[\]!<`\\]{30}/.test(written));
        const first = speak(written);
        const again = speak(writeMarkdown(blocksOf(first.paragraphs)));
        expect(again.texts).toEqual(first.texts);
      },
    );
    fc.assert(property, { numRuns: 100 });
  });

  it("writes what is left between dropped nodes so that the words stay apart or together as they were", () => {
    const parts = [
      "*a*",
      "**b**",
      "`c`",
      "``d`e``",
      "[^x]",
      "<!-- y -->",
      "<b>",
      "[l](https://x.org/)",
      " ",
      "word",
      "![i](j)",
      "*a **b***",
      "***e***",
      "!",
      "(",
      "~~f~~",
      "1",
    ];
    const source = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 });
    const property = fc.property(source, (chosen) => {
      const first = speak(chosen.join(""));
      expect(speak(writeMarkdown(blocksOf(first.paragraphs))).texts).toEqual(first.texts);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it("writes plain text so that it is spoken as it stands", () => {
    const property = fc.property(awkward, (text) => {
      const value = fold(text).trim();
      fc.pre(value !== "" && !/[!-~]{33}/.test(text) && !/:\/\/\S*@/.test(value));
      expect(
        speak(writeMarkdown([{ type: "paragraph", children: [{ type: "text", value }] }])).texts,
      ).toEqual([value]);
    });
    fc.assert(property, { numRuns: 100 });
  });

  it("escapes an ampersand only where it would begin an entity", () => {
    const link = {
      type: "link" as const,
      url: "https://x.org/?a=1&b=2&copy;",
      children: [{ type: "text" as const, value: "R&D" }],
    };
    const children = [{ type: "text" as const, value: "Q&A; R&D, &amp; " }, link];
    expect(writeMarkdown([{ type: "paragraph", children }])).toBe(
      "Q\\&A; R&D, \\&amp; [R&D](https://x.org/?a=1&b=2\\&copy;)",
    );
    expect(escapeMarkdown("R&D & Q&A")).toBe("R&D & Q\\&A");
    expect(writeMarkdownLink("R", "https://x.org/?a=1&b=2&c")).toBe("[R](https://x.org/?a=1&b=2\\&c)");
  });

  it("writes hyphens for bullets, asterisks for stress, and no empty line at the end", () => {
    const { paragraphs } = speak("* a\n* _b_ __c__");
    expect(writeMarkdown(blocksOf(paragraphs))).toBe("- a\n- *b* **c**");
    expect(writeMarkdown([{ type: "thematicBreak" }, { type: "code", value: "x" }])).toBe(
      "---\n\n```\nx\n```",
    );
  });
});
