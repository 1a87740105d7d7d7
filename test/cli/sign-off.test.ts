// roundup sign-off from a shell, and what build and rundown say of drafts and of who signed for them.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, linesOf, makeShow } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

const NARRATION = "episodes/winter/narration.md";
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const draft = (place: string, words: string) => `  ${place}: { model: gpt, sha256: ${sha256(words)} }`;

/** Winter with an intro that stands as drafted, a segue that was edited, and a person's outro. */
const DRAFTED = `---
# Ann's file
drafts:
${draft("intro", "Welcome to the mill.")}
${draft("ice", "To begin,")} # hers
---
## Intro

Welcome to the mill.

## ice

First,

## Outro

Goodbye.
`;

const makeDrafted = (files: Files = {}) => makeShow({ [NARRATION]: DRAFTED, ...files });
const readNarration = (show: string) => readFileSync(join(show, NARRATION), "utf8");
const sign = (cwd: string, ...words: string[]) =>
  runProgram(["sign-off", "winter", "--as", "Ann Lee", ...words], { cwd });

/** The block that a sign-off writes, with any digest and day. */
const SIGNED = /signedOff:\n {2}by: Ann Lee\n {2}date: \d{4}-\d\d-\d\d\n {2}sha256: [0-9a-f]{64}\n/;

describe("roundup sign-off", () => {
  test("writes who, when and the digest into narration.md, and prints its path", async () => {
    const show = makeDrafted();
    const run = await sign(join(show, "episodes"));
    expect(run).toMatchObject({ stdout: "winter/narration.md\n", status: 0 });
    const written = readNarration(show);
    expect(written).toMatch(SIGNED);
    expect(written.replace(SIGNED, "")).toBe(DRAFTED);
  });

  test("says what was signed, after each passage that nobody edited", async () => {
    const { stderr } = await sign(makeDrafted());
    expect(linesOf(stderr)).toEqual([
      "Drafted by a model and edited by nobody; what no check of words can judge is told beneath:",
      expect.stringMatching(/^ {2}intro$/),
      expect.stringMatching(
        /^Signed off by Ann Lee on \d{1,2} \w+ \d{4}: 18 words, 0:13, 2 passages drafted by a model, 1 edited since\.$/,
      ),
      "Any change of what is spoken makes it void.",
      "Next: roundup build winter",
    ]);
  });

  test.each([
    ["no passage drafted by a model", DRAFTED.replace(/^---[\s\S]*?---\n/, "")],
    ["1 passage drafted by a model, not edited since", DRAFTED.replace(/\n {2}ice:.*/, "")],
    ["2 passages drafted by a model, all edited since", DRAFTED.replace("to the mill", "to our mill")],
  ])("counts: %s", async (said, text) => {
    const { stderr } = await sign(makeShow({ [NARRATION]: text }));
    expect(stderr).toContain(`, ${said}.\n`);
  });

  test("keeps a byte order mark and the line ends, and makes frontmatter where there is none", async () => {
    const words = "\uFEFF## Intro\r\n\r\nWelcome to the mill.\r\n";
    const show = makeShow({ [NARRATION]: words });
    expect((await sign(show)).status).toBe(0);
    const written = readNarration(show);
    expect(written.replaceAll("\r\n", "")).not.toContain("\n");
    expect(written).toMatch(/^\uFEFF---\r\nsignedOff:\r\n/);
    expect(written.endsWith(`---\r\n\r\n${words.slice(1)}`)).toBe(true);
    expect((await runProgram(["build", "winter"], { cwd: show })).stderr).toContain("signed off by Ann Lee");
  });

  test("replaces an older one", async () => {
    const old = `signedOff: { by: Bo Roe, date: 2026-01-01, sha256: ${"a".repeat(64)} }\n`;
    const show = makeDrafted({ [NARRATION]: DRAFTED.replace("---\n#", `---\n${old}#`) });
    await sign(show);
    expect(readNarration(show).replace(SIGNED, "")).toBe(DRAFTED);
  });

  test("takes the latest episode, and a name with any marks on one line", async () => {
    const show = makeShow({ "episodes/spring/narration.md": "## Intro\n\nHello.\n" });
    const run = await runProgram(["sign-off", "--as", " Lee: 'Ann'\n#\u202E1 "], { cwd: show });
    expect(run).toMatchObject({ stdout: "episodes/spring/narration.md\n", status: 0 });
    const built = await runProgram(["build"], { cwd: show });
    expect(built.stderr).toContain(", signed off by Lee: 'Ann' #1.\n");
  });
});

describe("roundup sign-off refuses, and writes nothing,", () => {
  test("where there is no narration.md, and says how to make one", async () => {
    const run = await runProgram(["sign-off", "spring", "--as", "Ann Lee"], { cwd: makeShow() });
    expect(run).toMatchObject({
      stdout: "",
      stderr:
        "roundup: There is no episodes/spring/narration.md to keep a sign-off in.\nWrite the built-in narration into it with: roundup draft spring --offline\n",
      status: 1,
    });
  });

  test("where the episode has an error", async () => {
    const text = DRAFTED.replace("## Outro", "## Outor");
    const show = makeShow({ [NARRATION]: text });
    const run = await sign(show);
    expect(run).toMatchObject({ stdout: "", status: 1 });
    expect(run.stderr).toMatch(/unknown-place.*\nNothing was signed off: mend the errors above\.\n$/);
    expect(readNarration(show)).toBe(text);
  });

  test("where the frontmatter is one pair of braces", async () => {
    const text = "---\n{ drafts: {} }\n---\n## Intro\n\nHello.\n";
    const show = makeShow({ [NARRATION]: text });
    const run = await sign(show);
    expect(run).toMatchObject({ stdout: "", status: 1 });
    expect(run.stderr).toContain("frontmatter that cannot be added to, so nothing was signed off.\n");
    expect(readNarration(show)).toBe(text);
  });

  test.each([[["--as", ""]], [["--as", " \u200B "]], [[]]])("without a name: %j", async (words) => {
    const show = makeDrafted();
    const run = await runProgram(["sign-off", "winter", ...words], { cwd: show });
    expect(run).toMatchObject({ stdout: "", status: 2 });
    expect(run.stderr).toContain("--as");
    expect(readNarration(show)).toBe(DRAFTED);
  });
});

describe("roundup build", () => {
  const build = (cwd: string, ...words: string[]) => runProgram(["build", "winter", ...words], { cwd });
  const readAi = (show: string) =>
    (JSON.parse(readFileSync(join(show, "out/winter/episode.json"), "utf8")) as { ai: unknown }).ai;

  test("says that a draft is signed off by nobody, with the command that does it", async () => {
    const show = makeDrafted();
    const { stderr, status } = await build(show);
    expect(status).toBe(0);
    expect(stderr).toContain(
      'Drafted by a model and signed off by nobody. When you have read it: roundup sign-off winter --as "Your Name"\n',
    );
    expect(stderr).not.toContain("warning");
    expect(readAi(show)).toEqual({
      drafted: ["intro"],
      edited: ["ice"],
      models: ["gpt"],
      signedOff: null,
      disclosure:
        "A language model (gpt) drafted some of the narration around the stories. Part of the draft was then edited.",
    });
  });

  test("says nothing of it where nothing was drafted, or only a title, which nobody signs for", async () => {
    expect((await build(makeShow())).stderr).not.toContain("signed");
    const titled = `---\ndrafts:\n${draft("episode.title", "Frost")}\n---\n## Intro\n\nHello.\n`;
    const show = makeShow({ [NARRATION]: titled });
    expect((await build(show)).stderr).not.toContain("signed");
    expect(readAi(show)).toMatchObject({ drafted: ["episode.title"], models: ["gpt"] });
  });

  test("says who signed, in the summary, in --json and in the documents", async () => {
    const show = makeDrafted();
    await sign(show);
    const { stderr, stdout } = await build(show, "--json");
    expect(stderr).toContain(", 0:13, signed off by Ann Lee.\n");
    expect(stderr).not.toMatch(/warning|nobody/);
    const today = /date: (\S+)/.exec(readNarration(show))?.[1];
    const signedOff = { by: "Ann Lee", date: today };
    expect(JSON.parse(stdout)).toMatchObject({
      episodes: [{ ai: { drafted: ["intro"], edited: ["ice"], signedOff } }],
    });
    expect(readAi(show)).toMatchObject({ signedOff });
    for (const name of ["show-notes.md", "show-notes.html", "transcript.md", "transcript.html"])
      expect(readFileSync(join(show, "out/winter", name), "utf8"), name).toContain(
        "Ann Lee examined all that is spoken",
      );
    expect(readFileSync(join(show, "out/winter/transcript.txt"), "utf8")).not.toMatch(/model|examined/);
  });

  test("warns at the key once a word was changed, and no document says that anybody signed", async () => {
    const show = makeDrafted();
    await sign(show);
    const story = join(show, "episodes/winter/stories/ice.md");
    writeFileSync(story, readFileSync(story, "utf8").replace("Monday", "Tuesday"));
    const { stderr, status } = await build(show);
    expect(status).toBe(0);
    expect(linesOf(stderr)[0]).toMatch(
      /^episodes\/winter\/narration\.md:6:1: warning: What is spoken has changed since Ann Lee signed it off on \d{1,2} \w+ \d{4}: read it again, then sign it off with roundup sign-off winter --as 'Ann Lee' \(sign-off-void\)$/,
    );
    expect(stderr).not.toMatch(/signed off by/);
    expect(readFileSync(join(show, "out/winter/transcript.md"), "utf8")).not.toContain("Ann Lee");
    await sign(show);
    expect((await build(show)).stderr).toContain("signed off by Ann Lee");
  });

  test("is kept from writing by a void sign-off where the show is as strict", async () => {
    const show = makeDrafted({ "roundup.yaml": "checks: { sign-off-void: error }\n" });
    await sign(show);
    writeFileSync(join(show, NARRATION), readNarration(show).replace("Goodbye", "Farewell"));
    expect(await build(show)).toMatchObject({ status: 1 });
  });

  test("warns where a template of the show leaves the line out", async () => {
    const show = makeDrafted({
      "templates/show-notes.md.hbs": "# {{title}}\n",
      "templates/page.html.hbs": "<html><main>{{> @partial-block}}</main></html>\n",
      "templates/disclosure.hbs": "A machine & {{#if signedOff}}a person{{else}}nobody{{/if}}.\n",
    });
    const { stderr } = await build(show);
    expect(linesOf(stderr).filter((line) => line.includes("(no-disclosure)"))).toEqual([
      "episodes/winter/episode.md: warning: show-notes.md does not say what a model wrote, expected its line: put {{disclosure}} into the show's own show-notes.md.hbs (no-disclosure)",
      "episodes/winter/episode.md: warning: transcript.html does not say what a model wrote, expected its line: put {{disclosure}} into the show's own transcript.html.hbs or page.html.hbs (no-disclosure)",
    ]);
    expect(readFileSync(join(show, "out/winter/show-notes.html"), "utf8")).toContain(
      "<p>A machine &amp; nobody.</p>",
    );
  });

  test("names the line of a disclosure.hbs that is wrong, and writes nothing", async () => {
    const show = makeDrafted({ "templates/disclosure.hbs": "By\n{{modle}}\n" });
    const run = await build(show);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^templates\/disclosure\.hbs:.*error: Unexpected \{\{modle\}\}/m);
  });
});

describe("roundup rundown", () => {
  test("marks what a model wrote in a last column, and in --json", async () => {
    const show = makeDrafted();
    const { stdout } = await runProgram(["rundown", "winter"], { cwd: show });
    const lines = linesOf(stdout);
    expect(lines[0]).toMatch(/ end {2}by$/);
    expect(lines.slice(2, 6).map((line) => /0:\d\d(?: {2}(\D+))?$/.exec(line)?.[1] ?? null)).toEqual([
      "model",
      "model, edited",
      null,
      null,
    ]);
    const json = await runProgram(["rundown", "winter", "--json"], { cwd: show });
    const { rows } = JSON.parse(json.stdout) as { rows: { drafted: unknown }[] };
    expect(rows.map(({ drafted }) => drafted)).toEqual(["drafted", "edited", null, null]);
  });
});

describe("roundup rename", () => {
  test("keeps what a model wrote known, and to which place it was heard next", async () => {
    const text = DRAFTED.replace("model: gpt", "model: gpt, after: ice");
    const show = makeDrafted({ [NARRATION]: text });
    expect((await runProgram(["rename", "ice", "pond"], { cwd: show })).status).toBe(0);
    expect(readNarration(show)).toBe(
      text.replace("after: ice", "after: pond").replace("  ice:", "  pond:").replace("## ice", "## pond"),
    );
    const { stdout } = await runProgram(["rundown", "winter"], { cwd: show });
    expect(stdout).toMatch(/pond .* model, edited\n/);
  });
});
