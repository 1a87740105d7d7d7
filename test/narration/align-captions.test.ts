// Captions made of a script that is read at a known rate, with the errors that people and recognisers make,
// give that rate and those pauses back.

import { describe, expect, test } from "vitest";
import type { Cue } from "../../src/input/captions.ts";
import { alignCaptions, alignWords, countSilences } from "../../src/narration/align-captions.ts";
import { readingOf, type Script } from "../../src/narration/script.ts";
import { learnReading, PAUSE_KINDS, sumPauses } from "../../src/spoken/learn-rate.ts";
import { makeChance } from "../support/make-chance.ts";
import { makeScriptOf, writeStory } from "../support/make-episode.ts";

const KNOWN = { paragraph: 0.5, story: 1.5, segment: 2 };

/** An invented word of one to four syllables. */
function inventWord(chance: () => number): string {
  const pick = (letters: string) => letters.charAt(Math.floor(chance() * letters.length));
  return Array.from(
    { length: 1 + Math.floor(chance() * 4) },
    () => pick("bdfgklmnprst") + pick("aeiou"),
  ).join("");
}

/** A script of three segments; one word in three is one of twenty that every text has. */
function inventScript(storiesEach: number, paragraphsEach: number, seed = 1): Script {
  const chance = makeChance(seed);
  const common = Array.from({ length: 20 }, () => inventWord(chance));
  const word = () => (chance() < 0.35 ? (common[Math.floor(chance() * 20)] ?? "") : inventWord(chance));
  const paragraph = () => `A${Array.from({ length: 25 + Math.floor(chance() * 30) }, word).join(" ")}.`;
  const text = (count: number) => Array.from({ length: count }, paragraph).join("\n\n");
  const stories: Record<string, string> = {};
  const narration = [`## Intro\n\n${text(2)}`];
  for (const segment of ["central", "local", "nhs"]) {
    for (let order = 1; order <= storiesEach; order += 1) {
      stories[`${segment}-${order}`] = writeStory({ segment, order }, text(paragraphsEach));
      narration.push(`## ${segment}-${order}\n\n${text(1).replace(/\.$/, ",")}`);
    }
  }
  return makeScriptOf({ stories, narration: [...narration, `## Outro\n\n${text(1)}`].join("\n\n") });
}

interface Manner {
  readonly rate: number;
  readonly pause: typeof KNOWN;
  /** Chances of a word: heard wrongly, left out, or followed by another that is not in the script. */
  readonly wrong?: number;
  readonly missing?: number;
  readonly extra?: number;
  /** Seconds by which the start of a cue may be off. */
  readonly off?: number;
}

/** Reads a script aloud: the clock of each word, cut into cues of four to twelve words as captions are. */
function readAloud(script: Script, manner: Manner, seed = 7): Cue[] {
  const { rate, pause, wrong = 0, missing = 0, extra = 0, off = 0 } = manner;
  const chance = makeChance(seed);
  const heard: { word: string; start: number; end: number }[] = [];
  let clock = 3;
  const say = (word: string) => {
    heard.push({ word, start: clock, end: clock + 60 / rate });
    clock += 60 / rate;
  };
  const { passages } = script;
  passages.forEach((passage, index) => {
    const before = passages[index - 1];
    passage.paragraphs.forEach((paragraph, position) => {
      if (position > 0) clock += pause.paragraph;
      else if (before && !before.runsIn)
        clock +=
          pause[
            before.segment !== passage.segment
              ? "segment"
              : before.story !== passage.story && before.story !== null
                ? "story"
                : "paragraph"
          ];
      for (const word of paragraph.text.split(" ")) {
        if (chance() < missing) continue;
        say(chance() < wrong ? inventWord(chance) : word);
        if (chance() < extra) say("um");
      }
    });
  });
  const cues: Cue[] = [];
  for (let at = 0; at < heard.length; ) {
    const length = 4 + Math.floor(chance() * 9);
    const words = heard.slice(at, at + length);
    // A silence ends a cue, as it does where captions follow the voice.
    const gap = words.findIndex(
      ({ start }, index) => index > 0 && start - (words[index - 1]?.end ?? 0) > 0.01,
    );
    const kept = gap < 0 ? words : words.slice(0, gap);
    const start = (kept[0]?.start ?? 0) + (chance() - 0.5) * 2 * off;
    cues.push({
      start: Math.max(start, cues.at(-1)?.start ?? 0),
      end: kept.at(-1)?.end ?? 0,
      text: kept.map(({ word }) => word).join(" "),
    });
    at += kept.length;
  }
  return cues;
}

function learn(cues: readonly Cue[], script: Script) {
  const aligned = alignCaptions(cues, script);
  return { aligned, fit: learnReading(aligned.observations, KNOWN) };
}

describe("captions of a script", () => {
  const script = inventScript(4, 4);
  const manner = { rate: 171, pause: { paragraph: 0.8, story: 1.9, segment: 3.4 } };

  test("without an error give back the very rate and pauses", () => {
    const { aligned, fit } = learn(readAloud(script, manner), script);
    expect(aligned.found).toBe(aligned.words);
    expect(aligned.words).toBe(script.words);
    expect(fit?.reading).toEqual({ wordsPerMinute: manner.rate, pause: manner.pause });
    expect(fit?.leftOut).toBe(0);
  });

  test("have the pauses of the clock, each in the stretch where it lies", () => {
    const { observations, seconds } = alignCaptions(readAloud(script, manner), script);
    const counts = countSilences(script);
    for (const kind of PAUSE_KINDS)
      expect(observations.reduce((sum, one) => sum + one.pauses[kind], 0)).toBe(counts[kind]);
    expect((script.words / manner.rate) * 60 + sumPauses(counts, manner.pause)).toBeCloseTo(seconds, 3);
  });

  test.each([1, 2, 3, 4, 5])(
    "with one word in six heard wrongly, slips and 0.15 s of noise come near, run %i",
    (seed) => {
      const errors = { wrong: 0.1, missing: 0.03, extra: 0.03, off: 0.15 };
      const { aligned, fit } = learn(readAloud(script, { ...manner, ...errors }, seed), script);
      expect(aligned.found / aligned.words).toBeGreaterThan(0.8);
      expect(Math.abs((fit?.reading.wordsPerMinute ?? 0) / manner.rate - 1)).toBeLessThan(0.02);
      for (const kind of PAUSE_KINDS)
        expect(Math.abs((fit?.reading.pause[kind] ?? 0) - manner.pause[kind])).toBeLessThan(0.3);
      expect(Math.abs((fit?.predicted ?? 0) / (fit?.recorded ?? 1) - 1)).toBeLessThan(0.01);
    },
  );

  test("of a retake and a jingle in the middle tell the same", () => {
    const cues = readAloud(script, { ...manner, off: 0.1 });
    const shift = (cue: Cue, by: number) => ({ ...cue, start: cue.start + by, end: cue.end + by });
    const again = cues.slice(38, 40).map((cue) => shift(cue, 6));
    const wild = [
      ...cues.slice(0, 40),
      ...again,
      ...cues.slice(40, 90).map((cue) => shift(cue, 12)),
      ...cues.slice(90).map((cue) => shift(cue, 32)),
    ];
    const { fit } = learn(wild, script);
    expect(Math.abs((fit?.reading.wordsPerMinute ?? 0) - manner.rate)).toBeLessThan(2);
    expect(Math.abs((fit?.reading.pause.story ?? 0) - manner.pause.story)).toBeLessThan(0.2);
    expect(fit?.leftOut).toBeGreaterThan(0);
  });

  test("of another script are found out", () => {
    const other = inventScript(4, 4, 99);
    const { found, words } = alignCaptions(readAloud(other, manner), script);
    expect(found / words).toBeLessThan(0.4);
  });

  test("of a part of the script still lie where they belong", () => {
    const all = readAloud(script, manner);
    const { aligned, fit } = learn(all.slice(30, 160), script);
    expect(aligned.found).toBe(aligned.words);
    expect(fit?.reading.wordsPerMinute).toBe(manner.rate);
    expect(fit?.reading.pause.paragraph).toBe(manner.pause.paragraph);
  });

  test("without a word are part of the cue before, and none at all are no stretch", () => {
    const cue = (start: number, text: string) => ({ start, end: start + 1, text });
    expect(
      alignCaptions([cue(0, "One two"), cue(2, "…"), cue(5, "three")], script).observations,
    ).toMatchObject([
      { words: 2, seconds: 5 },
      { words: 1, seconds: 1 },
    ]);
    expect(alignCaptions([cue(0, "–")], script)).toEqual({
      observations: [],
      words: 0,
      found: 0,
      seconds: 0,
    });
  });
});

test("a pause lies before the first word of a paragraph even where that is not what was heard", () => {
  const script = makeScriptOf({ stories: { story: writeStory({}, "A b c d.\n\nE f g h.") } });
  const cues = ["a b c d", "eat fish g h"].map((text, index) => ({ start: index, end: index + 1, text }));
  const { observations } = alignCaptions(cues, script);
  expect(observations.map(({ pauses }) => pauses.paragraph)).toEqual([1, 0]);
});

test("words are counted as the clock counts them, a story's own names as it says them", () => {
  const story = writeStory({ say: { LOTI: "London Office of Tech" } }, "LOTI spoke. Then LOTI left.");
  const script = makeScriptOf({ stories: { story } });
  expect(alignCaptions([{ start: 0, end: 4, text: "LOTI spoke" }], script)).toMatchObject({
    words: 5,
    found: 5,
  });
});

test("the reading of an episode is what the pauses start from", () => {
  const script = inventScript(1, 2);
  expect(readingOf(script.episode).pause).toEqual(KNOWN);
  expect(countSilences(script)).toEqual({ paragraph: 4, story: 0, segment: 4 });
});

describe("aligning words", () => {
  const align = (left: string, right: string) => alignWords(left.split(" "), right.split(" "));

  test.each([
    ["the same", "a b c d", "a b c d", [0, 1, 2, 3]],
    ["one more", "a b x c d", "a b c d", [0, 1, -1, 2, 3]],
    ["one fewer", "a b d", "a b c d", [0, 1, 3]],
    ["another", "a x c", "a b c", [0, -1, 2]],
    ["a phrase said twice", "a b c d c d e f g", "a b c d e f g", [0, 1, -1, -1, 2, 3, 4, 5, 6]],
    ["a phrase written twice", "q a b c", "a b c z q a b c", [4, 5, 6, 7]],
    ["nothing alike", "a b", "c d", [-1, -1]],
    ["a long phrase moved", "d e f a b c g", "a b c d e f g", [-1, -1, -1, 0, 1, 2, 6]],
  ])("%s", (_, left, right, places) => {
    expect(align(left, right)).toEqual(places);
  });

  test.each<[string, (index: number, chance: () => number) => [string, string]]>([
    ["nothing alike", (index) => [`a${index}`, `b${index}`]],
    ["one word over and over", () => ["a", "a"]],
    ["ten words by chance", (_, chance) => [`${Math.floor(chance() * 10)}`, `${Math.floor(chance() * 10)}`]],
    [
      "one in three wrong",
      (index, chance) => [chance() < 0.3 ? "x" : `a${index % 4000}`, `a${index % 4000}`],
    ],
    ["all alike", (index) => [`a${index}`, `a${index}`]],
  ])("20,000 words are aligned in order, which would never end if each met each: %s", (_, make) => {
    const chance = makeChance(3);
    const pairs = Array.from({ length: 20_000 }, (_, index) => make(index, chance));
    const places = alignWords(
      pairs.map(([left]) => left),
      pairs.map(([, right]) => right),
    );
    const found = places.filter((place) => place >= 0);
    expect(found.every((place, index) => index === 0 || place > (found[index - 1] ?? 0))).toBe(true);
  });
});
