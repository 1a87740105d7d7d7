// What would keep the parser busy for minutes, or end the process past any catch, is refused before or in it.

import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/input/parse-yaml.ts";
import { describeProblems } from "../support/make-episode.ts";

const saidOf = (text: string) => describeProblems(parseYaml("a.md", text, 2).problems);
const DEEP = "Unexpected nesting, expected 8 levels at the most";
const BRACKETS = "Unexpected nesting, expected 8 brackets in one another at the most";
const MARKS = "Unexpected nesting, expected 8 list or key marks on a line at the most";

/** `count` levels, one a line, each a column further in. */
const stairs = (count: number, mark: string) =>
  Array.from({ length: count }, (_, level) => `${" ".repeat(level)}${mark}`).join("\n");

describe("nesting", () => {
  test("of eight levels is read, of nine is refused with its place", () => {
    expect(parseYaml("a.md", stairs(8, "a:"), 2)).toMatchObject({ problems: [] });
    expect(parseYaml("a.md", `${stairs(7, "-")}\n       - a`, 2)).toMatchObject({ problems: [] });
    expect(saidOf(stairs(9, "a:"))).toEqual([`10:9 error yaml: ${DEEP}`]);
    expect(saidOf(stairs(9, "-"))).toEqual([`10:10 error yaml: ${DEEP}`]);
  });

  test("of brackets is counted over lines, and not in text", () => {
    expect(saidOf(`a: ${"[".repeat(7)}${"]".repeat(7)}`)).toEqual([]);
    expect(saidOf(`a: ${"[".repeat(9)}${"]".repeat(9)}`)).toEqual([`2:12 error yaml: ${BRACKETS}`]);
    expect(saidOf(`a:\n${" {a:\n".repeat(9)}${" }\n".repeat(9)}`)).toEqual([`11:2 error yaml: ${BRACKETS}`]);
    expect(saidOf(`a: x ${"[".repeat(40)}\nb: "${"[".repeat(40)}"\nc: |\n  ${"[".repeat(40)}`)).toEqual([]);
    expect(saidOf(`a: ${"[1], ".repeat(40)}`.replace("a: ", "a: [").replace(/, $/, "]"))).toEqual([]);
  });

  test("of brackets cannot be hidden behind brackets in quotes", () => {
    expect(saidOf(`a:\n${' ["]",\n'.repeat(20)}`)).toEqual([`11:2 error yaml: ${BRACKETS}`]);
  });

  test.each(["- ", "? ", ": "])(
    "of nine marks “%s” on a line is refused, of eight is not refused for it",
    (mark) => {
      expect(saidOf(`a: 1\n${mark.repeat(9)}x`)).toEqual([`3:1 error yaml: ${MARKS}`]);
      expect(saidOf(`${mark.repeat(8)}x`)).not.toContain(`2:1 error yaml: ${MARKS}`);
    },
  );

  test("by more than 128 blanks is refused", () => {
    expect(saidOf(`a:\n${" ".repeat(128)}b`)).toEqual([]);
    expect(saidOf(`a:\n${" ".repeat(129)}b`)).toEqual([
      "3:1 error yaml: Unexpected indentation, expected 128 blanks at the start of a line at the most",
    ]);
  });
});

describe("length", () => {
  test("a line of 8,192 characters is read, one more is refused", () => {
    expect(saidOf(`a: ${"x".repeat(8189)}`)).toEqual([]);
    expect(saidOf(`a: ${"x".repeat(8190)}`)).toEqual([
      "2:1 error yaml: Unexpected line of 8193 characters, expected 8192 at the most",
    ]);
  });
});

describe("a no-break space after a key", () => {
  test("is told of, since nobody sees it", () => {
    expect(saidOf("a: 1\n  - title:\u00A0b")).toEqual([
      '3:11 error yaml: Unexpected no-break space after "title:", expected an ordinary space: type it anew',
    ]);
    expect(saidOf("a: b\u00A0c")).toEqual([]);
  });
});

describe("time", () => {
  // Each of these took from ten seconds to minutes, or the process's life, before its guard.
  test.each([
    ["nested keys on a line", "? ".repeat(400)],
    ["nested keys over lines", stairs(16, "? ".repeat(8))],
    ["nested lists over lines", `a:\n${" [\n".repeat(20_000)}`],
    ["nested maps over lines", `a:\n${" {a:\n".repeat(10_000)}${" }\n".repeat(10_000)}`],
    ["stairs of a thousand", stairs(1000, "- ")],
    ["many keys", Array.from({ length: 10_000 }, (_, index) => `k${index}: v`).join("\n")],
    ["many empty lines", `a: 1${"\n".repeat(60_000)}b: 2`],
    [
      "an alias bomb",
      `a: &a [${"x,".repeat(9)}]\n${"bcdefghi".replace(/./g, (c) => `${c}: &${c} [${"*a,".repeat(9)}]\n`)}`,
    ],
  ])("%s takes little of it", (_, text) => {
    const before = process.cpuUsage();
    parseYaml("a.md", text, 2);
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(4000);
  });
});
