// The prompter as it stands in its file: its structure, its words, and what no text of an author can do to it.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Script } from "../../src/narration/script.ts";
import { makeRecording } from "../../src/render/recording.ts";
import { renderPrompter } from "../../src/render/script-html.ts";
import { EVERYTHING, makeManyScript, makeSampleScript } from "../pages/prompter-pages.ts";
import { makeScriptOf, templates, writeEpisode, writeStory } from "../support/make-episode.ts";
import { projectRoot } from "../support/run-program.ts";
import { validateHtml } from "../support/validate-html.ts";
import { fold, skeletonOfHtml } from "./skeleton.ts";

const render = (script: Script) => renderPrompter(makeRecording(script), templates).content;

const everything = render(makeScriptOf(EVERYTHING));

/** The page without the program in it, which is not HTML. */
const withoutScript = (html: string) => html.replace(/<script>[\s\S]*?<\/script>/, "");

describe("script.html", () => {
  test("is one whole page that html-validate has nothing against", () => {
    for (const script of [makeScriptOf(EVERYTHING), makeSampleScript(), makeManyScript(3)]) {
      const html = render(script);
      expect(validateHtml(html)).toEqual([]);
      expect(html.startsWith("<!DOCTYPE html>\n")).toBe(true);
    }
    expect(renderPrompter(makeRecording(makeSampleScript()), templates).name).toBe("script.html");
  });

  test("has one h1, and a heading for each part", () => {
    const html = withoutScript(render(makeSampleScript()));
    const headings = [...html.matchAll(/<(h[1-6])>(.*?)<\/h/g)].map(([, level, text]) => `${level} ${text}`);
    expect(headings.slice(0, 4)).toEqual([
      "h1 Generative AI in councils and the skills gap",
      "h2 Intro",
      "h2 Local government",
      "h2 London&#x27;s boroughs get a guide to generative AI",
    ]);
    expect(headings.filter((heading) => heading.startsWith("h1"))).toHaveLength(1);
  });

  test("names each part by its slug, with its place and its length", () => {
    const html = render(makeSampleScript());
    expect(html).toMatch(
      /<p class="cue head"><span class="slug">loti-guidance<\/span> <span>Local government · Story 1 of 6<\/span> <span class="length">1:\d\d<\/span><\/p>/,
    );
    expect(html).toContain('<section id="story-loti-guidance" data-part data-kind="story"');
  });

  test("gives a part that is no story no name but its title", () => {
    const heads = [
      ...render(makeSampleScript()).matchAll(/data-kind="(\w+)"[^>]*>\n<p class="cue head">(.*)<\/p>/g),
    ];
    const others = heads.filter(([, kind]) => kind !== "story");
    expect(others.map(([, kind]) => kind)).toEqual(["intro", "segment", "segment", "segment", "outro"]);
    for (const [, , head] of others) expect(head).toMatch(/^<span class="length">\d:\d\d<\/span>$/);
  });

  test("adds no mark to a quotation, on the screen or on paper", () => {
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(everything) ?? [];
    const added = [...style.matchAll(/[ {]content: ([^;]+);/g)].map(([, content]) => content);
    expect(added.filter((content) => content !== '""')).toEqual(['counter(page) " / " counter(pages)']);
  });

  test("carries the times of each paragraph, as the clock has them", () => {
    const { parts } = makeRecording(makeSampleScript());
    const times = parts.flatMap(({ passages }) =>
      passages.flatMap(({ paragraphs }) => paragraphs.map(({ start, end }) => `${start} ${end}`)),
    );
    const found = [...render(makeSampleScript()).matchAll(/data-start="([\d.]+)" data-end="([\d.]+)"/g)];
    expect(found.map(([, start, end]) => `${start} ${end}`)).toEqual(times);
  });

  test("shows a pronunciation once, after its name, as a cue", () => {
    expect(everything).toContain(
      'In Hounslow<span class="cue sound"> [HOWNZ-&quot;loh&quot;&lt;i&gt;]</span> <em>nobody</em> waits, and <strong>nobody</strong>',
    );
  });

  test("tells segues, stories, quotations and lists apart", () => {
    expect(everything).toContain('<div class="passage segue">\n<p class="cue label">segue</p>');
    expect(everything).toMatch(/<div class="passage story">\n<p class="words plain"/);
    expect(everything.match(/class="words quote"/g)).toHaveLength(3);
    expect(everything.match(/class="words item"/g)).toHaveLength(2);
  });

  test("says which words a model drafted, and which of them a person has edited", () => {
    const digest = createHash("sha256").update("Drafted words.").digest("hex");
    const drafts = { intro: { model: "m", sha256: digest }, story: { model: "m", sha256: digest } };
    const narration = `---\n${JSON.stringify({ drafts })}\n---\n## Intro\n\nDrafted words.\n\n## story\n\nOther words.\n`;
    const html = render(makeScriptOf({ narration }));
    expect(html).toContain(
      '<p class="cue label">drafted by a model</p>\n<p class="words plain" data-start="0"',
    );
    expect(html).toContain('<p class="cue label">segue, drafted by a model and edited</p>');
  });

  test("says a pause where it is longer than between any two paragraphs", () => {
    const cues = [...render(makeSampleScript()).matchAll(/class="cue pause">(.*?)</g)].map(([, cue]) => cue);
    expect(cues.slice(0, 2)).toEqual(["Pause 2 seconds", "Pause 1.5 seconds"]);
    expect(everything).not.toContain("Pause 0.5");
  });

  test("gives the target to the clock only where there is one", () => {
    expect(everything).toContain(' data-target="30"');
    expect(render(makeScriptOf())).not.toContain(" data-target=");
  });
});

describe("the program in the page", () => {
  const code = readFileSync(join(projectRoot, "templates/prompter.js"), "utf8");

  test("is templates/prompter.js to the letter, whatever the episode, and the only one", () => {
    for (const html of [everything, render(makeSampleScript())]) {
      const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
      expect(scripts.map(([, text]) => text)).toEqual([code]);
    }
  });

  test("is allowed by its digest, and nothing else is loaded, run or sent", () => {
    const digest = createHash("sha256").update(code).digest("base64");
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(everything) ?? [];
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      `script-src 'sha256-${digest}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(withoutScript(everything)).not.toMatch(
      /<(?:script|img|iframe|object|embed|link|base|form)\b|\surl\(|@import|\ssrc=/i,
    );
  });
});

describe("any text of an author", () => {
  const FIELDS = ["show", "host", "segment", "edition", "story", "sound", "body"] as const;
  type Fields = Readonly<Record<(typeof FIELDS)[number], string>>;

  const page = (fields: Fields) => {
    const script = makeScriptOf({
      show: JSON.stringify({
        show: { title: fields.show, host: fields.host },
        segments: [{ id: "one", title: fields.segment }],
      }),
      episode: writeEpisode({ title: fields.edition }),
      stories: {
        a: writeStory({ title: fields.story, segment: "one", say: { Name: fields.sound } }, "The Name."),
        b: writeStory({ title: "B", segment: "one" }, `\`${fields.body}\``),
      },
    });
    // What is timed by the words differs with them.
    return withoutScript(render(script))
      .replace(/(data-(?:start|end|seconds)=)"[\d.]+"/g, '$1"0"')
      .replace(/\b\d+:\d\d\b/g, "0:00")
      .replace(/\b\d+ words at/g, "0 words at");
  };

  const names = Object.fromEntries(FIELDS.map((field) => [field, `Plain${field}`])) as Fields;
  const plain = skeletonOfHtml(page(names));

  test("comes out as that text, and changes nothing round it", () => {
    const mark = fc.constantFrom(
      "<b>",
      "</p>",
      "<script>",
      "</script>",
      "</title>",
      "</style>",
      "<!--",
      "-->",
      "]]>",
      "&",
      "&amp;",
      "&#60;",
      '"',
      "'",
      '" onclick="x',
      "{{x}}",
      "{{{x}}}",
      "\\",
      "=",
      "a",
      "é",
      "😀",
    );
    const text = fc.array(mark, { minLength: 1, maxLength: 6 }).map((marks) => `x${marks.join(" ")}x`);
    const fields = fc.record(
      Object.fromEntries(FIELDS.map((field) => [field, text])) as Record<keyof Fields, typeof text>,
    );
    const replace = (line: string, by: Fields) =>
      line.replace(/Plain([a-z]+)/g, (_, field: keyof Fields) => fold(by[field]));
    fc.assert(
      fc.property(fields, (by) => {
        const found = skeletonOfHtml(page(by));
        expect(found.words).toEqual(plain.words.map((line) => replace(line, by)));
        expect(found.structure.map(fold)).toEqual(plain.structure.map((line) => fold(replace(line, by))));
      }),
      { numRuns: 60 },
    );
  });
});
