// roundup inbox, and new story --inbox: what waits for an episode, as a table and as JSON.

import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { runOn } from "../support/run-on-day.ts";
import { runProgram } from "../support/run-program.ts";

const note = (keys: string, body = "The mill froze over.") => `---\n${keys}\n---\n${body}\n`;

const INBOX: Files = {
  "inbox/mill.md": note(
    "title: A frozen mill\nsegment: local\nstatus: draft\nsources: { title: Mill, publication: The Post, accessed: 2026-05-30, capture: captures/mill.md }",
  ),
  "inbox/captures/mill.md": "Mill.\n",
  "inbox/wheel.md": note(
    "title: The wheel\nsegment: local\nstatus: draft\nsources: { title: Wheel, published: 2026-01-02, capture: captures/wheel.md, doubtful: a machine has reworded it }",
    "",
  ),
  "inbox/captures/wheel.md": "Wheel.\n",
  "inbox/grant.md": note("title: A grant\nsegment: central\nstatus: held\nsources: { title: Grant }"),
};

describe("roundup inbox", () => {
  test("lists what waits by segment and age, and what to do next", async () => {
    const run = await runOn("2026-06-01", makeShow(INBOX), ["inbox"]);
    expect(run).toEqual({
      stdout: [
        "segment  slug   title          publication  status  days  words  capture",
        "-------  -----  -------------  -----------  ------  ----  -----  --------",
        "central  grant  A grant                     held       ?      4",
        "local    wheel  The wheel                   draft    150   none  doubtful",
        "local    mill   A frozen mill  The Post     draft      2      4  saved",
        "",
      ].join("\n"),
      stderr:
        "3 stories in the inbox, 1 without words, 1 with a doubtful capture: find the original.\nNext: roundup move mill --to spring\n",
      status: 0,
      signal: null,
    });
  });

  test("gives the same as JSON", async () => {
    const { stdout } = await runOn("2026-06-01", makeShow(INBOX), ["inbox", "--json"]);
    const { stories } = JSON.parse(stdout);
    expect(stories).toHaveLength(3);
    expect(stories[1]).toEqual({
      segment: "local",
      slug: "wheel",
      title: "The wheel",
      status: "draft",
      publication: null,
      since: "2026-01-02",
      days: 150,
      words: 0,
      captures: "doubtful",
      doubtful: "a machine has reworded it",
      file: "inbox/wheel.md",
    });
  });

  test("is empty where there is none, and that is no error", async () => {
    const run = await runProgram(["inbox"], { cwd: makeShow() });
    expect(run).toMatchObject({ stdout: "", status: 0 });
    expect(run.stderr).toMatch(/^The inbox has no story\.\nNext: roundup add <address>$/m);
    const json = await runProgram(["inbox", "--json"], { cwd: makeShow() });
    expect(JSON.parse(json.stdout)).toEqual({ stories: [] });
  });

  test("tells faults with their places, and lists the sound ones", async () => {
    const show = makeShow({
      ...INBOX,
      "inbox/bad.md": "---\ntitle: Bad\nsegmnt: local\n---\nWords.\n",
      "inbox/Odd name.md": note("title: Odd\nsegment: local"),
      "inbox/nhs.md": note("title: A segment's name\nsegment: local"),
      "inbox/lost.md": note("title: Lost\nsegment: lokal\nsources: { title: L, capture: captures/lost.md }"),
      "inbox/readme.txt": "Not a note.\n",
    });
    const run = await runProgram(["inbox"], { cwd: show });
    expect(run.status).toBe(1);
    expect(run.stdout).toContain("mill");
    for (const line of [
      'inbox/bad.md:3:1: warning: Unexpected key "segmnt": did you mean segment? (unknown-key)',
      'inbox/Odd name.md: error: "Odd name.md" is not a slug',
      "inbox/nhs.md: error: Unexpected name nhs.md, expected one that is no segment's id",
      'inbox/lost.md:3:10: error: Unexpected segment "lokal", expected one of central, local, nhs: did you mean local?',
      "inbox/lost.md:4:31: warning: There is no file inbox/captures/lost.md",
    ])
      expect(run.stderr).toContain(line);
    expect(run.stderr).not.toMatch(/readme|empty-story/);
  });

  test.each(["inbox", "inbox/outside.md", "inbox/captures"])(
    "reads nothing where %s leads out",
    async (path) => {
      const outside = makeFolder();
      writeFileSync(join(outside, "secret.md"), note("title: Secret words\nsegment: local"));
      const show = makeShow(path === "inbox" ? {} : { "inbox/mill.md": note("title: Mill\nsegment: local") });
      symlinkSync(path.endsWith(".md") ? join(outside, "secret.md") : outside, join(show, path));
      const run = await runProgram(["inbox"], { cwd: show });
      expect(run.status).toBe(1);
      expect(run.stderr).toContain(`${path}: error: This symbolic link leads outside the show's folder`);
      expect(run.stdout).not.toContain("Secret");
    },
  );
});

describe("roundup new story --inbox", () => {
  test("makes a draft in the inbox without an order, which inbox lists", async () => {
    const show = makeShow();
    const made = await runProgram(["new", "story", "A frozen mill", "--inbox", "--segment", "nhs"], {
      cwd: show,
    });
    expect(made).toMatchObject({ stdout: "inbox/a-frozen-mill.md\n", status: 0 });
    expect(made.stderr).toContain("roundup move a-frozen-mill --to");
    expect(readTree(join(show, "inbox"))["a-frozen-mill.md"]).toMatch(
      /^---\ntitle: A frozen mill\nsegment: nhs\nstatus: draft\n/,
    );
    expect((await runProgram(["inbox"], { cwd: show })).stdout).toContain("a-frozen-mill");
    const both = await runProgram(["new", "story", "X", "--inbox", "--episode", "1"], { cwd: show });
    expect(both).toMatchObject({ status: 2, stdout: "" });
  });
});

test("a story of the inbox is renamed with its captures, and keeps its key true", async () => {
  const show = makeShow({
    ...INBOX,
    "inbox/narration.md": makeStory("Narration as a slug", "nhs", 1, "Words."),
  });
  const run = await runProgram(["rename", "mill", "pond"], { cwd: show });
  expect(run).toMatchObject({
    stdout: "inbox/pond.md\n",
    stderr: "Renamed mill to pond, with 1 of its captures.\n",
  });
  const tree = readTree(join(show, "inbox"));
  expect(Object.keys(tree).filter((path) => /mill|pond/.test(path))).toEqual(["captures/pond.md", "pond.md"]);
  expect(tree["pond.md"]).toContain("capture: captures/pond.md }");
});
