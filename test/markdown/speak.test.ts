import fc from "fast-check";
import { toString as textOf } from "mdast-util-to-string";
import { describe, expect, it } from "vitest";
import { joinParagraphs } from "../../src/markdown/speak.ts";
import { list, speak } from "./support.ts";

describe("words that CommonMark drops or bends", () => {
  it("speaks what follows a comment on its line", () => {
    expect(speak("<!-- pause -->And now to the NHS.")).toMatchObject({
      texts: ["And now to the NHS."],
      problems: [],
    });
  });

  it("speaks the words between tags, warned of once a line, and the line after", () => {
    const { texts, problems } = speak("<aside>Skip</aside> Spoken text\nand more<br>words");
    expect(texts).toEqual(["Skip Spoken text and more words"]);
    expect(list(problems)).toEqual(["1:1 html-dropped", "2:9 html-dropped"]);
  });

  it("warns of a line that is taken for a definition", () => {
    const { texts, problems } = speak("Hello.\n\n[Correction]: https://example.org/", { line: 5 });
    expect(texts).toEqual(["Hello."]);
    expect(list(problems)).toEqual(["7:1 unused-definition"]);
  });

  it("warns of the second definition of a name, and of words in a title", () => {
    const { problems } = speak('[a] b\n\n[a]: https://x.org "Some words"\n[a]: https://y.org');
    expect(list(problems)).toEqual(["3:1 link-title", "4:1 unused-definition"]);
  });

  it("speaks the numbers of a list that begins with a year", () => {
    const { texts, paragraphs, problems } = speak("2023. That was *it*.\n2025) Then this.\n\n1. one\n2. two");
    expect(texts).toEqual(["2023. That was it.", "2025) Then this.", "one", "two"]);
    expect(paragraphs.map(({ kind }) => kind)).toEqual(["plain", "plain", "item", "item"]);
    expect(list(problems)).toEqual(["1:1 list-number", "2:1 list-number"]);
  });

  it("warns of headings, and says why where a line of hyphens makes one", () => {
    const { texts, problems } = speak("## Head\n\nA line\n---\nNext");
    expect(texts).toEqual(["Next"]);
    expect(list(problems)).toEqual(["1:1 heading-not-spoken", "3:1 heading-not-spoken"]);
    expect(problems[0]?.text).not.toContain("empty line");
    expect(problems[1]?.text).toContain("empty line");
  });

  it("speaks marks inside sums and words as written", () => {
    const { texts, problems } = speak("5*3*2, 2*3 and 4*5, 5***3***2, *stress*");
    expect(texts).toEqual(["5*3*2, 2*3 and 4*5, 5***3***2, stress"]);
    expect(problems).toEqual([]);
    expect(list(speak("re*think*ing").problems)).toEqual(["1:3 emphasis-in-word"]);
    expect(speak("5*<!-- secret -->3*2").texts).toEqual(["5*3*2"]);
  });

  it("leaves single tildes and speaks struck-out words with a warning", () => {
    const { texts, problems } = speak("~5m~ and ~~gone~~");
    expect(texts).toEqual(["~5m~ and gone"]);
    expect(list(problems)).toEqual(["1:10 struck-out"]);
  });

  it("speaks indented text", () => {
    expect(speak("    indented *text*").texts).toEqual(["indented text"]);
  });

  it("warns of code, tables, images and task boxes with their lines", () => {
    const { texts, problems } = speak("```\nx\n```\n\n| a |\n|---|\n\n![alt](i.png) word\n\n- [x] done");
    expect(texts).toEqual(["word", "done"]);
    expect(list(problems)).toEqual([
      "1:1 code-not-spoken",
      "5:1 table-not-spoken",
      "8:1 image-not-spoken",
      "10:1 task-box",
    ]);
    expect(JSON.stringify(problems)).not.toContain("alt");
  });

  it("speaks nothing of a script or style, across blocks, and all after it", () => {
    const { texts, problems } = speak("a <script>x\n\n# y\n\n`</script>` b\n\n<STYLE>\nc\n</style>d");
    expect(texts).toEqual(["a", "b", "d"]);
    expect(list(problems)).toEqual(["1:3 html-dropped", "7:1 html-dropped"]);
  });

  it("warns of a script that is never closed", () => {
    const { texts, problems } = speak("a <script>b\n\nc");
    expect(texts).toEqual(["a"]);
    expect(list(problems)).toEqual(["1:3 html-dropped", "1:3 html-not-closed"]);
  });
});

describe("paragraphs", () => {
  it("folds line ends, hard breaks and blanks to one space and keeps typography as typed", () => {
    expect(speak("  “A”  –\nb \\\nc  \nd\u00a0e\t… \u00a0").texts).toEqual(["“A” – b c d\u00a0e …"]);
  });

  it("leaves no double blank where something was dropped", () => {
    const { paragraphs } = speak("*a <!-- x -->* b ![i](j) **c**");
    expect(paragraphs[0]?.phrasing).toEqual([
      { type: "emphasis", children: [{ type: "text", value: "a" }] },
      { type: "text", value: " b " },
      { type: "strong", children: [{ type: "text", value: "c" }] },
    ]);
  });

  it("gives quotations and items the kind of the outermost container, in order", () => {
    const { paragraphs } = speak("> q\n> - r\n\n- a\n  - b\n\n    > c\n\nd");
    expect(paragraphs.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "quote q",
      "quote r",
      "item a",
      "item b",
      "item c",
      "plain d",
    ]);
  });

  it("has places of the file", () => {
    const { paragraphs } = speak("one\n\n- two", { line: 10 });
    expect(paragraphs.map(({ place }) => place)).toEqual([
      { line: 10, column: 1 },
      { line: 12, column: 3 },
    ]);
  });

  it("keeps the text equal to the plain text of its phrasing", () => {
    const { paragraphs } = speak("a *b* `c  d` [e *f*](https://x.org) <https://y.org>");
    for (const { phrasing, text } of paragraphs)
      expect(phrasing.map((node) => textOf(node)).join("")).toBe(text);
    expect(paragraphs[0]?.text).toBe("a b c d e f https://y.org");
  });
});

describe("joinParagraphs", () => {
  it("joins words with one space and all that belongs to them", () => {
    const [first, second] = speak("First up,[^a]\n\n*London’s* boroughs[^a] [x](https://x.org)[^b]", {
      sourceIds: ["a", "b"],
    }).paragraphs;
    if (!first || !second) throw new Error("two paragraphs expected");
    const joined = joinParagraphs(first, second);
    expect(joined).toMatchObject({
      kind: "plain",
      text: "First up, London’s boroughs x",
      references: ["a", "b"],
      place: first.place,
    });
    expect(joined.phrasing[0]).toEqual({ type: "text", value: "First up, " });
    expect(joined.links).toEqual(second.links);
  });

  it("keeps its text equal to that of its phrasing", () => {
    const word = fc.constantFrom("a", "*b*", "[c](https://x.org)", "`d`", ".");
    const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    const property = fc.property(line, line, (a, b) => {
      const [first, second] = speak(`${a}\n\n${b}`).paragraphs;
      if (!first || !second) throw new Error("two paragraphs expected");
      const joined = joinParagraphs(first, second);
      expect(joined.text).toBe(`${first.text} ${second.text}`);
      expect(joined.phrasing.map((node) => textOf(node)).join("")).toBe(joined.text);
    });
    fc.assert(property, { numRuns: 50 });
  });
});

describe("the promise that nothing is lost in silence", () => {
  it("speaks every word of a generated document in order, or warns of its line", () => {
    let count = 0;
    const word = fc
      .constant(null)
      .map(() => `w${(count++).toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")}x`);
    const inline = fc.oneof(
      { weight: 4, arbitrary: word },
      word.map((w) => `*${w}*`),
      word.map((w) => `[${w}](https://x.org)`),
      word.map((w) => `<b>${w}</b>`),
      word.map((w) => `\`${w}\``),
      word.map((w) => `~~${w}~~`),
      word.map((w) => `![${w}](x.png)`),
      word.map((w) => `[${w}](/bad)`),
      word.map((w) => `5*${w}*2`),
      word.map((w) => `[${w}]`),
      word.map((w) => `${w}![^no]`),
    );
    const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    const block = fc.oneof(
      { weight: 3, arbitrary: line },
      line.map((l) => `# ${l}`),
      line.map((l) => `${l}\n---`),
      line.map((l) => `- ${l}\n  - ${l}`),
      line.map((l) => `2023. ${l}`),
      line.map((l) => `> ${l}`),
      line.map((l) => `    ${l}`),
      word.map((w) => `[${w}]: https://x.org/${w}`),
      line.map((l) => `<!-- x -->${l}`),
      line.map((l) => `\`\`\`\n${l}\n\`\`\``),
      word.map((w) => `| ${w} | b |\n|---|---|\n| ${w} | d |`),
      line.map((l) => `<div>${l}\n</div>`),
      line.map((l) => `1986. ${l}\n1987. ${l}`),
    );
    const property = fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      const text = blocks.join("\n\n");
      const { texts, problems } = speak(text);
      const spoken = texts.join("\n");
      let from = 0;
      text.split("\n").forEach((source, index) => {
        for (const [run] of source
          .replace(/\([^)]*\)|\]: .*|<!?\/?[^>]*>|\[\^no\]/g, " ")
          .matchAll(/w\p{L}+x/gu)) {
          const at = spoken.indexOf(run, from);
          if (at >= 0) from = at;
          // A block is warned of at its first line.
          else
            expect(
              problems.some(({ line }) => line !== null && line <= index + 1 && line >= index - 2),
              `${run} in ${text}`,
            ).toBe(true);
        }
      });
    });
    fc.assert(property, { numRuns: 100 });
  });
});
