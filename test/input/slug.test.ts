import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeSlug, SLUG } from "../../src/input/slug.ts";

describe("a slug of a title", () => {
  test.each([
    ["LOTI publishes AI guidance", "loti-publishes-ai-guidance"],
    ["  Caf\u00E9s & bars: £5m (again)! ", "cafes-bars-5m-again"],
    ["London's O’Neill", "londons-oneill"],
    ["2026", "2026"],
    ["---", "story"],
    ["日本語", "story"],
    ["", "story"],
  ])("“%s” is %s", (title, slug) => expect(makeSlug(title, "story")).toBe(slug));

  test("is cut at the end of a word", () => {
    expect(makeSlug("one two three", "x", [], 9)).toBe("one-two");
    expect(makeSlug("extraordinary", "x", [], 5)).toBe("extra");
  });

  test("has a number where it is taken or means a place of the narration", () => {
    expect(makeSlug("A B", "x", ["a-b"])).toBe("a-b-2");
    expect(makeSlug("A B", "x", ["a-b", "a-b-2"])).toBe("a-b-3");
    expect(makeSlug("Intro", "x")).toBe("intro-2");
    expect(makeSlug("Outro!", "x")).toBe("outro-2");
  });

  test("is always one that a file may have, and free", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.array(fc.string()), (title, taken) => {
        const slug = makeSlug(title, "story", taken);
        expect(slug).toMatch(SLUG);
        expect(taken).not.toContain(slug);
      }),
      { numRuns: 200 },
    );
  });
});
