// Four sets of examples, each set aside and judged once before the guard learned from it -> that it has learned.
// They keep what was won. What measures the guard is a set that it has never met: write a new one, and add it here.

import { describe, expect, test } from "vitest";
import { judgePassage } from "../../src/narration/guard.ts";
import { sampleGrounds } from "../support/sample-grounds.ts";
import type { GuardExample } from "./guard-examples/example.ts";
import { fourth } from "./guard-examples/fourth.ts";
import { fresh } from "./guard-examples/fresh.ts";
import { heldOut } from "./guard-examples/held-out.ts";
import { third } from "./guard-examples/third.ts";

const all = [...heldOut, ...fresh, ...third, ...fourth];
const refused = new Set(
  all.filter(
    ({ episode, place, text }) => judgePassage(text, sampleGrounds(episode, place)).objections.length > 0,
  ),
);
const isRefused = (example: GuardExample) => refused.has(example);

/** Of the rows that hold, how many were refused, by kind. */
function count(rows: readonly GuardExample[]): Record<string, string> {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = rows.filter((row) => row.kind === kind);
      return [kind, `${own.filter(isRefused).length} of ${own.length}`];
    }),
  );
}

const foreign = all.filter(({ verdict }) => verdict === "foreign");
const fair = all.filter(({ verdict }) => verdict === "fair");
const claims = foreign.filter(({ kind }) => ["figure", "name", "quotation", "address"].includes(kind));

describe("the examples that were set aside", () => {
  test("at least 99 of 100 foreign figures, names, quotations and addresses are refused", () => {
    const share = claims.filter(isRefused).length / claims.length;
    expect(share, JSON.stringify(count(claims))).toBeGreaterThanOrEqual(0.99);
  });

  test("at most 2 of 100 fair passages are refused", () => {
    const share = fair.filter(isRefused).length / fair.length;
    expect(share, JSON.stringify(count(fair))).toBeLessThanOrEqual(0.02);
  });
});
