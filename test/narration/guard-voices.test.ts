// Passages in many voices -> the guard lets the fair ones pass and refuses the others, each by its rule.

import { describe, expect, test } from "vitest";
import { judgePassage } from "../../src/narration/guard.ts";
import { sampleGrounds } from "../support/sample-grounds.ts";
import { FAIR_VOICES, FOREIGN_VOICES } from "./guard-voices.ts";

function readLines(lines: string) {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [head = "", ...rest] = line.split(" | ");
      const [episode = "", place = "", rule = ""] = head.split(" ");
      const text = rest.join(" | ");
      return { rule, place: `${episode} ${place}`, text, objections: judge(episode, place, text) };
    });
}

function judge(episode: string, place: string, text: string) {
  return judgePassage(text, sampleGrounds(episode, place)).objections;
}

const fair = readLines(FAIR_VOICES);
const foreign = readLines(FOREIGN_VOICES);

describe("whatever the voice", () => {
  test.each([...new Set(fair.map(({ place }) => place))])("all that is fair passes at %s", (place) => {
    const refused = fair.filter((one) => one.place === place && one.objections.length > 0);
    expect(refused).toEqual([]);
  });

  test.each([...new Set(foreign.map(({ rule }) => rule))])("every foreign %s is refused", (rule) => {
    const own = foreign.filter((one) => one.rule === rule);
    const passed = own.filter(({ objections }) => !objections.some((one) => one.rule === rule));
    expect(passed).toEqual([]);
  });
});
