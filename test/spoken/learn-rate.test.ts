// The times of a recording give back the rate and the pauses that it was read with.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnReading, type Observation, rateOf, sumPauses } from "../../src/spoken/learn-rate.ts";
import { makeChance } from "../support/make-chance.ts";

const KNOWN = { paragraph: 0.5, story: 1.5, segment: 2 };
const NONE = { paragraph: 0, story: 0, segment: 0 };

/** Stretches of 3 to 14 words, one in three with a paragraph's pause, one in ten with a story's, a few with a segment's. */
function recite(rate: number, pause: typeof KNOWN, count: number, noise = 0, seed = 1): Observation[] {
  const chance = makeChance(seed);
  return Array.from({ length: count }, (_, index) => {
    const words = 3 + Math.floor(chance() * 12);
    const pauses =
      index % 25 === 24
        ? { ...NONE, segment: 1 }
        : index % 10 === 9
          ? { ...NONE, story: 1 }
          : index % 3 === 2
            ? { ...NONE, paragraph: 1 }
            : NONE;
    const seconds = (words / rate) * 60 + sumPauses(pauses, pause) + (chance() - 0.5) * 2 * noise;
    return { words, pauses, seconds };
  });
}

describe("learning from exact times", () => {
  test("any rate and any pauses come back", () => {
    const tenth = (from: number, to: number) =>
      fc.integer({ min: from * 10, max: to * 10 }).map((tenths) => tenths / 10);
    const pauses = fc.record({ paragraph: tenth(0, 3), story: tenth(0, 5), segment: tenth(0, 9) });
    fc.assert(
      fc.property(tenth(60, 300), pauses, fc.integer({ min: 1, max: 1000 }), (rate, pause, seed) => {
        const fit = learnReading(recite(rate, pause, 100, 0, seed), KNOWN);
        expect(fit?.reading).toEqual({ wordsPerMinute: rate, pause });
        expect(fit).toMatchObject({ learned: ["paragraph", "story", "segment"], used: 100, leftOut: 0 });
        expect(fit?.predicted).toBeCloseTo(fit?.recorded ?? 0, 6);
      }),
      { numRuns: 100 },
    );
  });

  test("a scaled recording has a scaled rate and scaled pauses", () => {
    const slow = recite(160, KNOWN, 100).map((one) => ({ ...one, seconds: one.seconds * 2 }));
    expect(learnReading(slow, NONE)?.reading).toEqual({
      wordsPerMinute: 80,
      pause: { paragraph: 1, story: 3, segment: 4 },
    });
  });
});

describe("learning from times as captions have them", () => {
  test("noise of 0.3 s moves the rate by under three words a minute and a pause by under 0.2 s", () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const fit = learnReading(
        recite(172, { paragraph: 0.7, story: 1.2, segment: 3 }, 200, 0.3, seed),
        KNOWN,
      );
      expect(Math.abs((fit?.reading.wordsPerMinute ?? 0) - 172)).toBeLessThan(3);
      expect(Math.abs((fit?.reading.pause.paragraph ?? 0) - 0.7)).toBeLessThan(0.2);
      expect(Math.abs((fit?.reading.pause.story ?? 0) - 1.2)).toBeLessThan(0.2);
      expect(Math.abs((fit?.reading.pause.segment ?? 0) - 3)).toBeLessThan(0.3);
    }
  });

  test("jingles and retakes are left out and change nothing", () => {
    const clean = recite(150, KNOWN, 150, 0.2);
    const wild = clean.map((one, index) =>
      index === 24 || index % 40 === 7 ? { ...one, seconds: one.seconds + 20 } : one,
    );
    const fit = learnReading(wild, NONE);
    expect(fit).toMatchObject({ leftOut: 5, used: 145 });
    expect(Math.abs((fit?.reading.wordsPerMinute ?? 0) - 150)).toBeLessThan(2);
    expect(Math.abs((fit?.reading.pause.segment ?? 0) - 2)).toBeLessThan(0.3);
    expect((fit?.recorded ?? 0) - (fit?.predicted ?? 0)).toBeGreaterThan(95);
    expect(fit?.secondsLeftOut).toBeGreaterThan(100);
  });

  test("the whole comes out right even where short stretches take longer by the word", () => {
    const breathy = recite(180, KNOWN, 200, 0.2).map((one) => ({ ...one, seconds: one.seconds + 0.3 }));
    const fit = learnReading(breathy, KNOWN);
    expect(Math.abs((fit?.predicted ?? 0) / (fit?.recorded ?? 1) - 1)).toBeLessThan(0.005);
  });

  test("pauses that come out negative are none", () => {
    const hasty = recite(150, { paragraph: -0.4, story: 1.5, segment: -1 }, 100, 0.5);
    const fit = learnReading(hasty, KNOWN);
    expect(fit?.reading.pause).toMatchObject({ paragraph: 0, segment: 0 });
    expect(fit?.learned).toEqual(["paragraph", "story", "segment"]);
    expect(fit?.reading.pause.story).toBeGreaterThan(1);
  });
});

describe("what little tells", () => {
  test("a kind with two cases keeps the pause that was known, and does not bend the rate", () => {
    const few = recite(160, { paragraph: 0.5, story: 1.5, segment: 7 }, 60);
    const fit = learnReading(few, { ...KNOWN, segment: 7 });
    expect(few.filter(({ pauses }) => pauses.segment > 0)).toHaveLength(2);
    expect(fit?.reading).toEqual({ wordsPerMinute: 160, pause: { paragraph: 0.5, story: 1.5, segment: 7 } });
    expect(fit?.learned).toEqual(["paragraph", "story"]);
    expect(fit?.cases.segment).toBe(2);
  });

  test("one stretch tells the rate, with the pauses that are known", () => {
    const one = { words: 160, pauses: { paragraph: 4, story: 0, segment: 1 }, seconds: 64 };
    expect(learnReading([one], KNOWN)).toMatchObject({
      reading: { wordsPerMinute: 160, pause: KNOWN },
      learned: [],
      used: 1,
    });
  });

  test("stretches without a pause tell the rate alone", () => {
    const fit = learnReading(
      [5, 8, 11, 4].map((words) => ({ words, pauses: NONE, seconds: words / 3 })),
      KNOWN,
    );
    expect(fit).toMatchObject({ reading: { wordsPerMinute: 180, pause: KNOWN }, learned: [] });
  });

  test("where all stretches are about as long and each has a pause, the pause keeps what was known", () => {
    const even = Array.from({ length: 30 }, (_, index) => ({
      words: index === 4 ? 9 : 8,
      pauses: { ...NONE, paragraph: 1 },
      seconds: index === 4 ? 4.1 : 3.5,
    }));
    const fit = learnReading(even, KNOWN);
    expect(fit?.learned).toEqual([]);
    expect(fit?.reading.pause).toEqual(KNOWN);
    expect(fit?.reading.wordsPerMinute).toBeCloseTo(160, -1);
  });

  test.each([
    ["no stretch", []],
    ["no word", [{ words: 0, pauses: NONE, seconds: 3 }]],
    ["pauses longer than the recording", [{ words: 9, pauses: { ...NONE, segment: 1 }, seconds: 1 }]],
    ["no time", [{ words: 9, pauses: NONE, seconds: 0 }]],
  ])("%s gives no rate", (_, observations) => {
    expect(learnReading(observations, KNOWN)).toBeNull();
  });
});

test("a rate is words by what is left of the time without its pauses, to a tenth", () => {
  expect(rateOf(1342, 531, 0)).toBe(151.6);
  expect(rateOf(160, 70, 10)).toBe(160);
  expect(rateOf(160, 10, 10)).toBeNull();
  expect(rateOf(0, 10, 0)).toBeNull();
});
