// transcript.txt holds exactly the spoken words of the input, in order, none lost, none added. What is spoken is
// known here from how the input is put together, and not from reading it.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileTemplate } from "../../src/compile-template.ts";
import { NO_DISCLOSURE } from "../../src/narration/disclosure.ts";
import { renderTranscript } from "../../src/render/transcript.ts";
import { makeTemplates } from "../../src/template.ts";
import { makeScriptOf, templates, writeEpisode, writeStory } from "../support/make-episode.ts";
import { skeletonOfHtml, skeletonOfMarkdown } from "./skeleton.ts";

/** A piece of markdown and the words that are heard of it. */
interface Piece {
  readonly written: string;
  readonly heard: readonly string[];
}

const WORDS =
  "council the and digital London's follow-up £5m 40% 2023 3.5 A&B Ŷnys “quoted” ‘so’ well, (aside) end. what? no! half; list: one/two — – … café 日本 R&D O’Neill it's e.g. 9:00 5*3*2 a_b_c @loti #govtech".split(
    " ",
  );
const LETTERS = WORDS.filter((word) => /^\p{L}/u.test(word));

const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { minLength: 1, maxLength: 4 });
const letters = fc.constantFrom(...LETTERS);

/** Words between marks: they begin and end with a letter or a digit, as people write them. */
const stressed = fc
  .array(fc.constantFrom("council", "the", "digital", "2023", "café", "London's"), {
    minLength: 1,
    maxLength: 3,
  })
  .map((heard) => ({ heard, inner: heard.join(" ") }));

const inline: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 4, arbitrary: words.map((heard) => ({ written: heard.join(" "), heard })) },
  fc
    .tuple(stressed, fc.constantFrom("*", "**", "_", "***"))
    .map(([{ heard, inner }, mark]) => ({ written: mark + inner + mark, heard })),
  fc
    .tuple(
      stressed,
      fc.constantFrom(
        "https://example.org/a_b",
        "<https://example.org/x y>",
        "mailto:a@example.org",
        "https://example.org 'T'",
        "ftp://example.org",
      ),
    )
    .map(([{ heard, inner }, address]) => ({ written: `[${inner}](${address})`, heard })),
  stressed.map(({ heard, inner }) => ({ written: `[*${inner}*](https://example.org/c)`, heard })),
  stressed.map(({ heard, inner }) => ({ written: `${inner}[^page]`, heard })),
  stressed.map(({ heard, inner }) => ({ written: `${inner}<!-- unheard -->`, heard })),
  stressed.map(({ heard, inner }) => ({ written: `<b>${inner}</b>`, heard })),
  stressed.map(({ heard, inner }) => ({ written: `\`${inner}\``, heard })),
  stressed.map(({ heard, inner }) => ({ written: `~~${inner}~~`, heard })),
);

/** A piece with marks of writing close to it, before and after. */
const glued = fc
  .tuple(fc.constantFrom("", "", "“", "("), inline, fc.constantFrom("", "", ",", ".”", ")", "!"))
  .map(([before, { written, heard }, after]) => ({
    written: before + written + after,
    heard: `${before}${heard.join(" ")}${after}`.split(" "),
  }));

/** A paragraph's words over one line or several, ended softly or hard. */
const paragraph: fc.Arbitrary<Piece> = fc
  .tuple(
    letters,
    fc.array(fc.tuple(fc.constantFrom(" ", " ", "\nso ", "  \nso ", "\\\nso "), glued), { maxLength: 5 }),
  )
  .map(([first, pieces]) => ({
    written: first + pieces.map(([gap, piece]) => gap + piece.written).join(""),
    heard: [
      first,
      ...pieces.flatMap(([gap, piece]) => [...(gap.includes("so") ? ["so"] : []), ...piece.heard]),
    ],
  }));

const quote = (piece: Piece): Piece => ({ ...piece, written: piece.written.replace(/^/gm, "> ") });
const item = (mark: string, piece: Piece): string =>
  mark + piece.written.replace(/\n/g, `\n${" ".repeat(mark.length)}`);

const block: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  paragraph.map(quote),
  fc
    .tuple(fc.constantFrom("- ", "* ", "1. "), fc.array(paragraph, { minLength: 1, maxLength: 3 }))
    .map(([mark, items]) => ({
      written: items.map((one) => item(mark, one)).join("\n"),
      heard: items.flatMap((one) => one.heard),
    })),
  paragraph.map((piece) => quote({ ...piece, written: item("- ", piece) })),
  fc.constantFrom<Piece>(
    { written: "***", heard: [] },
    { written: "<!-- unheard\n\nunheard -->", heard: [] },
    { written: "[unheard]: https://example.org/unheard", heard: [] },
    { written: "[^note]: unheard", heard: [] },
    { written: "![unheard](x.png)", heard: [] },
    { written: "<script>\nunheard\n</script>", heard: [] },
  ),
);

// Between two lists of one kind an empty line ends neither, so that a rule stands between blocks.
const body = fc.array(block, { maxLength: 4 }).map(
  (blocks): Piece => ({
    written: blocks.map(({ written }) => written).join("\n\n---\n\n"),
    heard: blocks.flatMap(({ heard }) => heard),
  }),
);

const NOTES = "\n\n## Notes\n\nunheard *unheard* [unheard](https://example.org/unheard)\n";

const story = fc.record({
  segment: fc.constantFrom("central", "local", "nhs"),
  order: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  held: fc.boolean(),
  body,
  segue: fc.option(body, { nil: null }),
});

const episode = fc.record({
  stories: fc.array(story, { minLength: 1, maxLength: 4 }),
  segments: fc.shuffledSubarray(["central", "local", "nhs"], { minLength: 3 }),
  intro: fc.option(body, { nil: null }),
  outro: fc.option(body, { nil: null }),
  opening: fc.option(body, { nil: null }),
});

type Given = typeof episode extends fc.Arbitrary<infer T> ? T : never;

const slugOf = (index: number) => `s${index}`;

function makeGiven({ stories, segments, intro, outro, opening }: Given) {
  const texts = stories.map(({ segment, order, held, body: one }, index) => {
    const keys = {
      segment,
      order,
      status: held ? "held" : "ready",
      sources: { id: "page", title: "A page" },
    };
    return [slugOf(index), writeStory(keys, one.written + NOTES)] as const;
  });
  const section = (place: string, piece: Piece | null) =>
    piece === null ? "" : `## ${place}\n\n${piece.written}\n\n### Notes\n\nunheard\n\n`;
  return makeScriptOf({
    episode: writeEpisode({ segments }),
    stories: Object.fromEntries(texts),
    narration: [
      section("Outro", outro),
      ...stories.map(({ segue }, index) => section(slugOf(index), segue)),
      section("central", opening),
      section("Intro", intro),
    ].join(""),
  });
}

/** The words heard, by the format's own rules of order. */
function hearGiven({ stories, segments, intro, outro, opening }: Given): string[] {
  const told = stories.map((one, index) => ({ ...one, index })).filter(({ held }) => !held);
  const inOrder = segments.flatMap((segment) => {
    const of = told
      .filter((one) => one.segment === segment)
      .sort((a, b) => (a.order ?? 9) - (b.order ?? 9) || a.index - b.index);
    const first = segment === "central" && of.length > 0 ? (opening?.heard ?? []) : [];
    return [...first, ...of.flatMap((one) => [...(one.segue?.heard ?? []), ...one.body.heard])];
  });
  return [...(intro?.heard ?? []), ...inOrder, ...(outro?.heard ?? [])];
}

/** Templates that print of a transcript what was said, and nothing of what stands around it. */
const bodies = makeTemplates(
  new Map(
    ["transcript.md.hbs", "transcript.html.hbs"].map((name) => [
      name,
      compileTemplate(name, "{{#each parts}}\n\n{{body}}\n\n{{/each}}"),
    ]),
  ),
);

const wordsOf = (text: string) => text.split(/\s+/).filter((one) => one !== "");

describe("the words of a transcript", () => {
  test("are exactly those spoken in the input, in order, none lost, none added", () => {
    fc.assert(
      fc.property(episode, (given) => {
        fc.pre(given.stories.some(({ held }) => !held));
        const script = makeGiven(given);
        const heard = hearGiven(given);
        const [markdown = "", html = "", text = ""] = renderTranscript(script, NO_DISCLOSURE, bodies).map(
          (one) => one.content,
        );
        expect(wordsOf(text)).toEqual(heard);
        expect(text).not.toMatch(/\n{3}|[ \t]\n|^\n(?!$)/);
        // The other two have the same words; marks may part them at other places than blanks.
        expect(wordsOf(skeletonOfMarkdown(markdown).words.join("")).join("")).toBe(heard.join(""));
        expect(wordsOf(skeletonOfHtml(html).words.join("")).join("")).toBe(heard.join(""));
      }),
      { numRuns: 40 },
    );
  });

  test("are one line a paragraph, with an empty line between and a line feed at the end", () => {
    const script = makeScriptOf({
      stories: { a: writeStory({}, "One\ntwo  \nthree.\n\n- Four\n- five\n\n> Six.\n>\n> Seven.") },
      narration: "## Intro\n\nHello.\n\n## a\n\nFirst,\n",
    });
    expect(renderTranscript(script, NO_DISCLOSURE, templates)[2]).toEqual({
      name: "transcript.txt",
      content: "Hello.\n\nFirst, One two three.\n\nFour\n\nfive\n\nSix.\n\nSeven.\n",
    });
  });
});
