import { describe, expect, it } from "vitest";
import { splitSections } from "../../src/markdown/sections.ts";
import { list, parse, speak } from "./support.ts";

describe("comments", () => {
  it("are silent over lines and empty lines, and end at their first arrow", () => {
    const { texts, problems } = speak(
      "One.\n\n<!-- secret\n\n## Notes\nsecret --> Two. --> <b>x</b>\n\nThree <!-- a\nb --> four.",
      { line: 3 },
    );
    expect(texts).toEqual(["One.", "Two. --> x", "Three four."]);
    expect(list(problems)).toEqual(["8:21 html-dropped"]);
  });

  it("are an error where they do not end, and nothing after is spoken", () => {
    const { texts, problems } = speak("One.\n\n  <!-- secret\n\nsecret", { line: 4 });
    expect(texts).toEqual(["One."]);
    expect(list(problems)).toEqual(["6:3 comment-not-closed"]);
    expect(problems[0]?.severity).toBe("error");
  });

  it("are an error where they begin in a line and run over an empty line", () => {
    for (const text of [
      "Say *this*\nand <!-- secret\n\nsecret --> that",
      "- a\n- b <!-- secret\n- secret -->",
      "> <!-- secret\n\nsecret -->",
    ]) {
      const { texts, problems } = speak(text);
      expect(texts.join(" ")).not.toContain("secret");
      expect(problems.map(({ rule }) => rule)).toContain("comment-not-closed");
    }
    expect(list(speak("Say *this*\nand <!-- secret\n\nsecret --> that").problems)).toEqual([
      "2:5 comment-not-closed",
    ]);
  });

  it("are no comments where they are escaped or in code", () => {
    const { texts, problems } = speak("a \\<!-- b `<!-- c` &lt;!-- d");
    expect(texts).toEqual(["a <!-- b <!-- c <!-- d"]);
    expect(problems).toEqual([]);
  });
});

describe("unseen characters", () => {
  it("are left out with one warning a line, at their place in the file", () => {
    const { texts, problems } = speak("a\nb\u200bc\u202ed\n\ne&#8203;f\n\n> g\u00adh", { line: 2 });
    expect(texts).toEqual(["a bcd", "ef", "gh"]);
    expect(list(problems)).toEqual(["3:2 unseen-character", "5:1 unseen-character", "7:4 unseen-character"]);
    expect(problems[0]?.text).toContain("U+200B");
  });

  it("are taken out of addresses", () => {
    expect(speak("[a](https://x\u200b.org/)").paragraphs[0]?.links[0]?.url).toBe("https://x.org/");
  });
});

describe("limits", () => {
  const over: readonly (readonly [string, string, number])[] = [
    ["256 KiB of text", "é".repeat(131_073), 1],
    ["lines of 20,000 characters", `a\n${"b ".repeat(10_001)}`, 2],
    ["16 container marks", `a\n\n${"> ".repeat(17)}b`, 3],
    ["container marks in one text", "- a\n".repeat(2_001), 2_001],
    ["128 columns", `a\n${"\t".repeat(33)}b`, 2],
    ["32 brackets in one another", `${"[a".repeat(33)}${"]".repeat(33)}`, 1],
    ["32 marks together", `a ${"*_".repeat(17)}`, 1],
    ["32 backticks together", `a ${"`".repeat(33)}`, 1],
    ["2,000 emphasis marks in one paragraph", "*a_ b\n".repeat(1_001), 1_001],
    ["1,000 links in one paragraph", "[a](b)\n".repeat(1_001), 1_001],
    ["100 empty lines together", `a${"\n".repeat(102)}b`, 102],
    ["4,000 lines", "a\n\n".repeat(2_001), 4_001],
    ["4,000 addresses", `${"www.a.b ".repeat(2_000)}\n\n`.repeat(3), 1],
    ["addresses that run together", "www.a_".repeat(100), 1],
    [
      "16 blocks in one another",
      Array.from({ length: 17 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
      17,
    ],
  ];

  it.each(over)("refuse over %s with the line", (_, text, line) => {
    const { texts, problems } = speak(text, { line: 11 });
    expect(texts).toEqual([]);
    expect(problems[0]).toMatchObject({ line: line + 10, rule: "markdown-limit", severity: "error" });
  });

  it("let rules, underlines and what is at the limit pass", () => {
    for (const text of [
      "*".repeat(40),
      "- ".repeat(40),
      "_ ".repeat(40),
      "-".repeat(200),
      "=".repeat(200),
      `${"[a".repeat(32)}${"]".repeat(32)}`,
      `${"> ".repeat(16)}b`,
    ])
      expect(list(speak(`a\n\n${text}\n`).problems)).toEqual([]);
  });

  it("refuse what would keep the parser busy in less than a second", () => {
    const hostile = [
      "*a_".repeat(4_000),
      "![".repeat(2_000),
      "\n".repeat(1 << 20),
      "[a](".repeat(9_000),
      "<".repeat(9_000),
      "<!-- ".repeat(9_000),
      ">".repeat(1_000),
    ];
    const start = performance.now();
    for (const text of hostile) expect(speak(text).problems[0]?.severity).toBe("error");
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("splitSections", () => {
  it("splits at level-two headings of the top level, with the source as written", () => {
    const { before, sections } = splitSections(
      parse(
        "lost\n\n## *Intro*\nHello <!-- x -->\n\n### Deep\nthere\n<!-- long\ncomment -->\n\n> ## Inside\n\nloti\n---\nFirst up,",
        4,
      ),
    );
    expect(before).toHaveLength(1);
    expect(sections.map(({ heading, place, nodes }) => [heading, place.line, nodes.length])).toEqual([
      ["Intro", 6, 4],
      ["loti", 16, 1],
    ]);
    expect(sections[0]?.source).toBe(
      "Hello <!-- x -->\n\n### Deep\nthere\n<!-- long\ncomment -->\n\n> ## Inside\n",
    );
    expect(sections[1]?.source).toBe("First up,");
  });

  it("ends a section's source where a private section of its level was cut", () => {
    const { sections } = splitSections(parse("## Intro\nHello\n\n## Notes\nsecret\n\n## Outro\nBye"));
    expect(sections.map(({ heading, source }) => [heading, source])).toEqual([
      ["Intro", "Hello\n"],
      ["Outro", "Bye"],
    ]);
  });
});
