// roundup fit, as a user runs it: what it proposes, that it changes nothing unasked, and what --apply changes.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linesOf, makeShow, makeStory, readTimes, readTree, writeFiles } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

const words = (count: number) => "word ".repeat(count).trim();
const CAN = "<!-- fit: can go -->";

function makeMarked(ends = "\n"): string {
  const ice = `It froze.\n\n${CAN}\n${words(16)}\n\n${CAN}\n${words(32)}`;
  const settings = "reading: { wordsPerMinute: 160, pause: { paragraph: 0, story: 0, segment: 0 } }\n";
  return makeShow({
    "roundup.yaml": settings,
    "episodes/winter/stories/ice.md": makeStory("Ice on the pond", "local", 1, ice).replaceAll("\n", ends),
  });
}

describe("roundup fit", () => {
  test("proposes what to drop, shows the new clock, and changes nothing", async () => {
    const show = makeMarked();
    const before = readTimes(show);
    const { stdout, stderr, status } = await runProgram(["fit", "0:20", "winter"], { cwd: show });
    expect(status).toBe(0);
    expect(linesOf(stdout).slice(0, 2)).toEqual([
      `drop       0:06  episodes/winter/stories/ice.md:10  ${words(16).slice(0, 59)}…`,
      `keep       0:12  episodes/winter/stories/ice.md:13  ${words(32).slice(0, 59)}…`,
    ]);
    expect(stdout).toMatch(/ total +47 +0:18 {2}0:02 under the target of 0:20\n$/);
    expect(stderr).toBe("1 paragraph dropped if you add --apply; nothing was changed.\n");
    expect(readTimes(show)).toEqual(before);
  });

  test.each(["\n", "\r\n"])(
    "with --apply changes the marks alone, and takes them back later (line ends %j)",
    async (end) => {
      const show = makeMarked(end);
      const before = readTree(show);
      const path = "episodes/winter/stories/ice.md";
      const applied = await runProgram(["fit", "0:20", "winter", "--apply"], { cwd: show });
      expect(applied).toMatchObject({ status: 0 });
      expect(applied.stderr).toContain("Next: roundup build winter");
      const dropped = (before[path] ?? "").replace(CAN, "<!-- fit: dropped -->");
      expect(readTree(show)).toEqual({ ...before, [path]: dropped });

      const built = await runProgram(["build", "winter"], { cwd: show });
      expect(built.stderr).toContain("47 words, 0:18, 1 paragraph dropped to fit.");
      const transcript = readFileSync(join(show, "out/winter/transcript.txt"), "utf8");
      expect(transcript).toContain(`First, It froze.\n\n${words(32)}\n\n`);

      expect(await runProgram(["fit", "1:00", "winter", "--apply"], { cwd: show })).toMatchObject({
        status: 0,
      });
      expect(readTree(join(show, "episodes"))["winter/stories/ice.md"]).toBe(before[path]);
    },
  );

  test("takes the episode's target where no time is given, and asks for one where there is none", async () => {
    const show = makeMarked();
    const without = await runProgram(["fit"], { cwd: show });
    expect(without).toMatchObject({ status: 2, stdout: "" });
    expect(without.stderr).toBe(
      "roundup: The episode has no target.\nName a time, such as: roundup fit 8:00\n",
    );
    const note = '---\nnumber: 1\ntitle: Frost\ndate: 2026-01-06\ntarget: "0:14"\n---\n';
    writeFiles(show, { "episodes/winter/episode.md": note });
    const { stdout, stderr, status } = await runProgram(["fit", "winter"], { cwd: show });
    expect({ stderr, status }).toMatchObject({ status: 0 });
    expect(stdout).toContain("under the target of 0:14");
  });

  test("says what to do where nothing is marked, and that nothing has to go where it fits", async () => {
    const show = makeShow();
    const over = await runProgram(["fit", "0:01", "winter"], { cwd: show });
    expect(over.status).toBe(1);
    expect(over.stderr).toMatch(
      /^roundup: No paragraph is marked as one that can go .*\nWrite <!-- fit: can go --> on a line/,
    );
    const under = await runProgram(["fit", "9:00", "winter"], { cwd: show });
    expect(under).toMatchObject({ status: 0, stdout: "" });
    expect(under.stderr).toMatch(/^Nothing has to go: the script is \d:\d\d under the target of 9:00\.\n$/);
  });

  test("with a time out of reach exits 1 and changes nothing, --apply or not", async () => {
    const show = makeMarked();
    const before = readTree(show);
    const { stderr, status } = await runProgram(["fit", "0:02", "winter", "--apply"], { cwd: show });
    expect(status).toBe(1);
    expect(stderr).toContain("Dropping all that can go is not enough, so nothing was changed");
    expect(readTree(show)).toEqual(before);
  });

  test("takes no word for a time", async () => {
    const { stderr, status } = await runProgram(["fit", "eight", "winter"], { cwd: makeShow() });
    expect(status).toBe(2);
    expect(stderr).toContain("Unexpected time 'eight', expected m:ss or h:mm:ss, such as 8:00.");
  });
});
