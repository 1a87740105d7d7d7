import { describe, expect, test } from "vitest";
import { applyLevels } from "../../src/checks/apply-levels.ts";
import { makeError, makeWarning } from "../../src/problem.ts";
import type { CheckLevel } from "../../src/show.ts";

const warning = makeWarning("a.md", { line: 1, column: 2 }, "no-source", "Text");
const error = makeError("a.md", null, "yaml", "Text");

const apply = (levels: Readonly<Record<string, CheckLevel>>) => applyLevels([warning, error], levels);

describe("the levels of a show", () => {
  test("leave everything as it is where they name no rule", () => {
    expect(apply({})).toEqual([warning, error]);
    expect(apply({ "another-rule": "off" })).toEqual([warning, error]);
  });

  test("drop a warning, keep it, or make it an error with its place and words", () => {
    expect(apply({ "no-source": "off" })).toEqual([error]);
    expect(apply({ "no-source": "warn" })).toEqual([warning, error]);
    expect(apply({ "no-source": "error" })).toEqual([{ ...warning, severity: "error" }, error]);
  });

  test.each(["off", "warn", "error"] as const)("leave an error an error at %s", (level) => {
    expect(apply({ yaml: level })).toEqual([warning, error]);
  });

  test("are not taken from what every object inherits", () => {
    const inherited = makeWarning("a.md", null, "constructor", "Text");
    expect(applyLevels([inherited], {})).toEqual([inherited]);
  });
});
