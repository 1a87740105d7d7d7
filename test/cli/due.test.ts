// roundup due: what was promised on air, and falls due by the next episode.

import { describe, expect, test } from "vitest";
import { type Files, makeShow } from "../support/make-show.ts";
import { runOn } from "../support/run-on-day.ts";
import { runProgram } from "../support/run-program.ts";

const note = (keys: string, body: string) => `---\n${keys}\n---\n${body}\n`;

describe("roundup due", () => {
  const follow = (...dates: string[]) =>
    `follow:\n${dates.map((date) => `  - { date: ${date}, about: "whether the bridge opened" }`).join("\n")}`;
  const files: Files = {
    "episodes/winter/stories/ice.md": note(
      `title: Ice\nsegment: local\n${follow("2026-05-20", "2026-02-01")}\nsources: { title: I }`,
      "The pond froze. The new bridge is to open in May.",
    ),
    "episodes/spring/stories/bins.md": note(
      `title: Bins\nsegment: local\n${follow("2026-08-01")}`,
      "Blue bins.",
    ),
    "inbox/mill.md": note(`title: Mill\nsegment: local\n${follow("2026-01-01")}`, "Not broadcast."),
  };

  test("lists what falls due by the next episode, the oldest first, with what was said and where", async () => {
    const run = await runOn("2026-05-01", makeShow(files), ["due"]);
    expect(run).toMatchObject({
      stdout: `2026-02-01  overdue  winter  ice  whether the bridge opened
  "The new bridge is to open in May."
  episodes/winter/stories/ice.md:6
`,
      status: 0,
    });
    expect(run.stderr).toMatch(
      /^1 promise falls due by 7 May 2026, when the next episode comes \(monthly, counted from the latest\), 1 overdue\.\n/,
    );
  });

  test("counts to an episode that is to come, and names it", async () => {
    const run = await runOn("2026-04-01", makeShow(files), ["due"]);
    expect(run.stderr).toContain("1 promise falls due by 7 April 2026, the day of spring, 1 overdue.");
  });

  test("takes another day with --before, and every promise with --all", async () => {
    const show = makeShow(files);
    const slugs = (stdout: string) =>
      [...stdout.matchAll(/^\S+ +(?:overdue +)?\S+ +(\S+)/gm)].map((one) => one[1]);
    expect(slugs((await runOn("2026-05-01", show, ["due", "--before", "2026-05-20"])).stdout)).toEqual([
      "ice",
    ]);
    expect(slugs((await runOn("2026-05-01", show, ["due", "--before", "2026-05-21"])).stdout)).toEqual([
      "ice",
      "ice",
    ]);
    const all = await runOn("2026-05-01", show, ["due", "--all"]);
    expect(slugs(all.stdout)).toEqual(["ice", "ice", "bins"]);
    expect(all.stdout).toContain('\n  "Bins"\n');
  });

  test("prints JSON", async () => {
    const { stdout } = await runOn("2026-05-01", makeShow(files), ["due", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      today: "2026-05-01",
      until: "2026-05-07",
      nextEpisode: { date: "2026-05-07", episode: null },
      promises: [
        {
          date: "2026-02-01",
          isOverdue: true,
          episode: "winter",
          slug: "ice",
          file: "episodes/winter/stories/ice.md",
          place: { line: 6 },
        },
      ],
    });
  });

  test("says so where nothing falls due, and is not stopped by a story that cannot be read", async () => {
    const none = await runProgram(["due"], { cwd: makeShow() });
    expect(none).toMatchObject({ stdout: "", status: 0 });
    expect(none.stderr).toMatch(/^No promise falls due by .*\nroundup due --all lists those to come\.\n$/);
    const bad = makeShow({
      ...files,
      "episodes/spring/stories/budget.md": "---\ntitle: [\nfollow: []\n---\n",
    });
    const run = await runOn("2026-05-01", bad, ["due"]);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("ice");
    expect(run.stderr).toMatch(/budget\.md:\d+:\d+: warning: /);
  });

  test.each<[string[], RegExp]>([
    [["--before", "soon"], /Unexpected date "soon", expected YYYY-MM-DD/],
    [["--all", "--before", "2026-05-01"], /contradict each other/],
  ])("refuses %j with 2", async (words, said) => {
    const run = await runProgram(["due", ...words], { cwd: makeShow() });
    expect(run).toMatchObject({ stdout: "", status: 2 });
    expect(run.stderr).toMatch(said);
  });
});
