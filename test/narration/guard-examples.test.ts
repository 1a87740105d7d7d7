// The examples that the guard may learn from -> each judged as a person judged it.

import { describe, expect, test } from "vitest";
import { judgePassage } from "../../src/narration/guard.ts";
import { sampleGrounds } from "../support/sample-grounds.ts";
import type { GuardExample } from "./guard-examples/example.ts";
import { learn } from "./guard-examples/learn.ts";

/** Kinds of the table that a rule of another name may catch as well. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  // A name bent by a letter is a wrong spelling, and the other way round.
  name: ["spelling"],
  spelling: ["name"],
  // "In Glasgow yesterday" is a date, and no period of a monthly show.
  cadence: ["date", "figure"],
  date: ["cadence"],
  // "*sighs*" is marked as emphasis.
  "stage-direction": ["markdown"],
};

function judge({ episode, place, text }: GuardExample) {
  return judgePassage(text, sampleGrounds(episode, place)).objections;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const foreign = learn.filter(({ verdict }) => verdict === "foreign");
const fair = learn.filter(({ verdict }) => verdict === "fair");

describe("the examples", () => {
  test("there are enough of both kinds to learn from", () => {
    expect(foreign.length).toBeGreaterThan(150);
    expect(fair.length).toBeGreaterThan(80);
  });

  test.each(foreign.map((example) => [example.kind, example.text, example] as const))(
    "refuses the %s in: %s",
    (kind, _, example) => {
      const objections = judge(example);
      const rules = [kind, ...(ALIKE[kind] ?? [])];
      const own = objections.filter(({ rule }) => rules.includes(rule));
      expect(own, JSON.stringify(objections)).not.toEqual([]);
      const expected = wordsOf(example.words ?? "");
      const isNamed = own.some(({ words }) => wordsOf(words).some((word) => expected.includes(word)));
      expect(isNamed || expected.length === 0, JSON.stringify(own)).toBe(true);
    },
  );

  test.each(fair.map((example) => [example.kind, example.text, example] as const))(
    "lets pass the fair %s in: %s",
    (_kind, _, example) => {
      expect(judge(example)).toEqual([]);
    },
  );
});
