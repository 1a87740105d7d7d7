// roundup rundown: the running order as a table and as JSON, the clock, and the target.

import { describe, expect, test } from "vitest";
import { linesOf, makeShow, makeStory } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

interface Row {
  readonly kind: string;
  readonly segment: string | null;
  readonly slug: string | null;
  readonly words: number;
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

describe("roundup rundown", () => {
  test("prints the rows in running order on standard output, in columns, with the sum", async () => {
    const { stdout, stderr, status } = await runProgram(["rundown", "winter"], { cwd: makeShow() });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(linesOf(stdout).map((line) => line.split(/ {2,}/).map((cell) => cell.trim()))).toEqual([
      ["segment", "slug", "title", "words", "time", "start", "end"],
      expect.arrayContaining(["-----"]),
      ["", "Intro", "4", "0:02", "0:00", "0:02"],
      ["local", "ice", "Ice on the pond", "6", "0:02", "0:04", "0:06"],
      ["nhs", "ward", "A new ward", "7", "0:03", "0:08", "0:10"],
      ["", "Outro", "1", "0:00", "0:12", "0:13"],
      expect.arrayContaining(["-----"]),
      ["", "total", "18", "0:13"],
    ]);
    const columns = linesOf(stdout).map((line) => line.indexOf("0:0"));
    expect(new Set(columns.filter((column) => column >= 0)).size).toBe(1);
  });

  test("prints JSON whose clock adds up", async () => {
    const { stdout, stderr, status } = await runProgram(["rundown", "winter", "--json"], { cwd: makeShow() });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const rundown = JSON.parse(stdout) as { rows: Row[]; words: number; seconds: number };
    expect(rundown).toMatchObject({ episode: "winter", title: "Frost", target: null, over: null });
    expect(rundown.rows.map(({ kind, segment, slug }) => [kind, segment, slug])).toEqual([
      ["intro", null, null],
      ["story", "local", "ice"],
      ["story", "nhs", "ward"],
      ["outro", null, null],
    ]);
    expect(rundown.words).toBe(rundown.rows.reduce((sum, row) => sum + row.words, 0));
    expect(rundown.seconds).toBe(rundown.rows.at(-1)?.end);
    rundown.rows.forEach((row, index) => {
      expect(row.start).toBeGreaterThanOrEqual(rundown.rows[index - 1]?.end ?? 0);
      expect(row.end - row.start).toBeCloseTo(row.seconds, 1);
    });
  });

  test.each([
    ["0:05", / 0:08 over the target of 0:05$/],
    ["0:13", / on the target of 0:13$/],
    ["1:00:00", / 59:47 under the target of 1:00:00$/],
  ])("says how far it is from a target of %s", async (target, said) => {
    const note = `---\nnumber: 1\ntitle: Frost\ndate: 2026-01-06\ntarget: "${target}"\n---\n`;
    const run = await runProgram(["rundown", "1"], { cwd: makeShow({ "episodes/winter/episode.md": note }) });
    expect(linesOf(run.stdout).at(-1)).toMatch(said);
  });

  test("leaves a held story out and shortens a long title", async () => {
    const show = makeShow({
      "episodes/winter/stories/ice.md": makeStory("A headline that ".repeat(9), "local", 1, "Words."),
      "episodes/winter/stories/ward.md": "---\ntitle: Ward\nsegment: nhs\nstatus: held\n---\nWords.\n",
    });
    const { stdout } = await runProgram(["rundown", "winter"], { cwd: show });
    expect(stdout).not.toMatch(/ward|Ward/);
    expect(stdout).toContain("…");
    for (const line of linesOf(stdout)) expect(line.length).toBeLessThan(100);
  });
});
