import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fit, fitScript } from "../../src/narration/fit.ts";
import { type Narration, parseNarration } from "../../src/narration/narration.ts";
import { makeScript } from "../../src/narration/script.ts";
import { makeEpisode, writeStory } from "../support/make-episode.ts";

const SHOW = "reading: { wordsPerMinute: 60, pause: { paragraph: 1, story: 2, segment: 3 } }\n";
const can = (words: number) => `<!-- fit: can go -->\n${"word ".repeat(words).trim()}`;
const gone = (words: number) => can(words).replace("can go", "dropped");
const stays = (words: number) => "word ".repeat(words).trim();

function parts(stories: Record<string, readonly string[]>, text = "") {
  const written = Object.entries(stories).map(([slug, paragraphs], index) => [
    slug,
    writeStory({ order: index }, paragraphs.join("\n\n")),
  ]);
  const episode = makeEpisode({ show: SHOW, stories: Object.fromEntries(written) });
  const places = { segments: episode.show.segments, stories: Object.keys(stories), sourceIds: [] };
  const narration: Narration = parseNarration("narration.md", text, places).narration;
  return { episode, narration };
}

const wordsOf = (text: string) => text.split(" ").length;
const dropped = ({ choices }: Fit) =>
  choices.filter(({ isDropped }) => isDropped).map(({ text }) => wordsOf(text));

describe("fitting to a time", () => {
  test("drops what loses the fewest seconds and reaches the time", () => {
    // 10 + 20 + 30 + 40 words at a second each, with three pauses of a second: 103 seconds.
    const { episode, narration } = parts({ one: [stays(10), can(20), can(30), can(40)] });
    expect(makeScript(episode, narration).seconds).toBe(103);
    expect(dropped(fitScript(episode, narration, 103))).toEqual([]);
    expect(dropped(fitScript(episode, narration, 102))).toEqual([20]);
    expect(dropped(fitScript(episode, narration, 80))).toEqual([30]);
    expect(dropped(fitScript(episode, narration, 60))).toEqual([20, 30]);
    expect(dropped(fitScript(episode, narration, 50))).toEqual([20, 40]);
    expect(dropped(fitScript(episode, narration, 40))).toEqual([30, 40]);
  });

  test("shows the clock of what it proposes", () => {
    const { episode, narration } = parts({ one: [stays(10), can(20), can(30)] });
    const { script } = fitScript(episode, narration, 45);
    expect(script.seconds).toBe(41);
    expect(script.passages[0]?.paragraphs.map(({ text }) => wordsOf(text))).toEqual([10, 30]);
  });

  test("takes back what was dropped where there is time, at its own place", () => {
    const { episode, narration } = parts({ one: [gone(5), stays(10), gone(20)] });
    const { choices, script } = fitScript(episode, narration, 20);
    expect(choices.map(({ wasDropped, isDropped }) => [wasDropped, isDropped])).toEqual([
      [true, false],
      [true, true],
    ]);
    expect(script.passages[0]?.paragraphs.map(({ text }) => wordsOf(text))).toEqual([5, 10]);
  });

  test("proposes all, over the time, where all is not enough", () => {
    const { episode, narration } = parts({ one: [stays(10), can(20)], two: [stays(10)] });
    const fit = fitScript(episode, narration, 5);
    expect(dropped(fit)).toEqual([20]);
    expect(fit.script.seconds).toBe(22);
  });

  test("leaves every story a paragraph, which it names", () => {
    const { episode, narration } = parts({ one: [can(10), can(20)], two: [can(5)] });
    const { choices, script } = fitScript(episode, narration, 1);
    expect(choices.map(({ text, isDropped, isLast }) => [wordsOf(text), isDropped, isLast])).toEqual([
      [10, false, true],
      [20, true, false],
      [5, false, true],
    ]);
    expect(script.words).toBe(15);
  });

  test("takes the paragraph that a story keeps back, where it was dropped, and counts it", () => {
    const { episode, narration } = parts({ one: [gone(10), can(20)] });
    const { choices, script } = fitScript(episode, narration, 15);
    expect(choices.map(({ wasDropped, isDropped }) => [wasDropped, isDropped])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(script.seconds).toBe(10);
  });

  test("counts the pause that goes with a whole passage, and drops no more than it must", () => {
    // 5 + 1 + 10 seconds of story, then 3 of pause and 4 of outro: 23.
    const outro = "## Outro\n\n<!-- fit: can go -->\nBye now to all.\n";
    const { episode, narration } = parts({ one: [stays(5), can(10)] }, outro);
    expect(fitScript(episode, narration, 23).script.seconds).toBe(23);
    expect(dropped(fitScript(episode, narration, 16))).toEqual([4]);
    expect(dropped(fitScript(episode, narration, 12))).toEqual([10]);
  });

  test("reads marks in narration too, each with its file and place", () => {
    const text =
      "## Intro\n\nHello.\n\n<!-- fit: can go -->\nMore to say.\n\n## one\n\n<!-- fit: can go -->\nSo,\n";
    const { episode, narration } = parts({ one: [stays(3), can(2)] }, text);
    const { choices } = fitScript(episode, narration, 1);
    expect(choices.map(({ file, place, text: words }) => [file, place.line, words])).toEqual([
      ["episodes/edition/narration.md", 5, "More to say."],
      ["episodes/edition/narration.md", 10, "So,"],
      ["episodes/edition/stories/one.md", 11, "word word"],
    ]);
    expect(choices.every(({ isDropped }) => isDropped)).toBe(true);
  });

  test("never loses more than any other choice would, nor misses a time that can be reached", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 60 }), (marked, seconds) => {
        const { episode, narration } = parts({ one: [stays(4), ...marked.map(can)] });
        const { script } = fitScript(episode, narration, seconds);
        // A second a word and a second a pause: every choice by trying it.
        const totals = Array.from({ length: 2 ** marked.length }, (_, choice) =>
          marked.reduce((sum, words, index) => sum + (choice & (1 << index) ? 0 : words + 1), 4),
        );
        const fitting = totals.filter((total) => total <= seconds);
        expect(script.seconds).toBe(fitting.length > 0 ? Math.max(...fitting) : Math.min(...totals));
      }),
      { numRuns: 60 },
    );
  });
});
