// roundup rename: the note, its narration, drafts and captures go together, and no other byte changes.

import { chmodSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, makeShow, makeStory, readTree } from "../support/make-show.ts";
import { runProgram } from "../support/run-program.ts";

const DIGEST = "a".repeat(64);
const STORY = `---
# The story of the ice, which names captures/ice.md here as well
title:   Ice on the pond   # two blanks
segment: local
order: 1
sources:
  - { title: "Flow: ice", url: "https://example.org/1", capture: "captures/ice-2.md" }
  - title: Block
    capture: ./captures/ice.md   # the page
  - title: Another
    capture: captures/ice-other.md
---

The pond froze on Monday, says captures/ice.md.

## Notes

capture: captures/ice.md
`;
const NARRATION = `---
# Who wrote what
drafts:
  intro: { model: m, sha256: ${DIGEST} }
  "ice": { model: m, sha256: ${DIGEST} } # edited
---
## Intro

Welcome to the ice.

##   **Ice**  ##

First, ice,

ward
----

And ice again,
`;
const CAPTURES = ["ice.md", "ice-2.md", "ice-10.html", "ice-other.md", "ice2.md", "thin-ice.md"];

/** A show whose episode winter has a story \`ice\` with all that belongs to it. */
function makeIce(files: Files = {}): string {
  const captures = Object.fromEntries(
    CAPTURES.map((name) => [`episodes/winter/captures/${name}`, `Text of ${name}\n`]),
  );
  return makeShow({
    ...captures,
    "episodes/winter/narration.md": NARRATION,
    "episodes/winter/stories/ice.md": STORY,
    ...files,
  });
}

/** Renames, and gives what changed below episodes/winter: each path with its old and new text. */
async function renameIn(show: string, ...words: string[]): Promise<Record<string, (string | undefined)[]>> {
  const folder = join(show, "episodes/winter");
  const before = readTree(folder);
  const run = await runProgram(["rename", ...words], { cwd: show });
  expect(run.status, run.stderr).toBe(0);
  const after = readTree(folder);
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return Object.fromEntries(
    paths.filter((path) => before[path] !== after[path]).map((path) => [path, [before[path], after[path]]]),
  );
}

describe("roundup rename", () => {
  test("renames the note, its capture keys, captures, narration and drafts, and nothing else", async () => {
    const changes = await renameIn(makeIce(), "ice", "frozen-pond");
    const renamed = STORY.replace('"captures/ice-2.md"', '"captures/frozen-pond-2.md"').replace(
      "./captures/ice.md ",
      "./captures/frozen-pond.md ",
    );
    const narration = NARRATION.replace('"ice"', '"frozen-pond"').replace("**Ice**", "**frozen-pond**");
    expect(changes).toEqual({
      "captures/frozen-pond-10.html": [undefined, "Text of ice-10.html\n"],
      "captures/frozen-pond-2.md": [undefined, "Text of ice-2.md\n"],
      "captures/frozen-pond.md": [undefined, "Text of ice.md\n"],
      "captures/ice-10.html": ["Text of ice-10.html\n", undefined],
      "captures/ice-2.md": ["Text of ice-2.md\n", undefined],
      "captures/ice.md": ["Text of ice.md\n", undefined],
      "narration.md": [NARRATION, narration],
      "stories/frozen-pond.md": [undefined, renamed],
      "stories/ice.md": [STORY, undefined],
    });
  });

  test("prints the new path and says what went with it", async () => {
    const run = await runProgram(["rename", "ice", "frost"], { cwd: join(makeIce(), "episodes/winter") });
    expect(run).toEqual({
      stdout: "stories/frost.md\n",
      stderr: "Renamed ice to frost, with its narration and 3 of its captures.\n",
      status: 0,
      signal: null,
    });
  });

  test("leaves the transcript as it was, and every capture where its key says", async () => {
    const show = makeIce();
    const before = await runProgram(["build", "winter", "--json"], { cwd: show });
    expect(before.stderr).not.toContain("missing-capture");
    const transcript = readFileSync(join(show, "out/winter/transcript.txt"), "utf8");
    await runProgram(["rename", "ice", "frost"], { cwd: show });
    const after = await runProgram(["build", "winter", "--json"], { cwd: show });
    expect(after.stderr).not.toMatch(/missing-capture|error/);
    expect(readFileSync(join(show, "out/winter/transcript.txt"), "utf8")).toBe(transcript);
  });

  test("keeps a byte order mark and the end of every line as it is", async () => {
    const crlf = `\uFEFF${STORY.replaceAll("\n", "\r\n").replace("order: 1\r\n", "order: 1\n")}`;
    const narration = NARRATION.replaceAll("\n", "\r\n").replace(
      "Welcome to the ice.\r\n",
      "Welcome to the ice.\r",
    );
    const show = makeIce({
      "episodes/winter/stories/ice.md": crlf,
      "episodes/winter/narration.md": narration,
    });
    const changes = await renameIn(show, "ice", "frost");
    expect(changes["stories/frost.md"]?.[1]).toBe(
      crlf
        .replace('"captures/ice-2.md"', '"captures/frost-2.md"')
        .replace("./captures/ice.md ", "./captures/frost.md "),
    );
    expect(changes["narration.md"]?.[1]).toBe(
      narration.replace('"ice"', '"frost"').replace("**Ice**", "**frost**"),
    );
  });

  test.each([
    ["in capitals", "## ICE", "## frost"],
    ["as code", "## `ice`", "## `frost`"],
    ["with a line below", "Ice\n---", "frost\n---"],
    ["spelt with an entity", "## i&#99;e", "## frost"],
    ["set in", "   ## ice", "   ## frost"],
  ])("finds a heading %s", async (_, heading, renamed) => {
    const rest = "\n\nice\n\n### ice\n\n## Outro\n\nice\n";
    const show = makeIce({ "episodes/winter/narration.md": heading + rest });
    const changes = await renameIn(show, "ice", "frost");
    expect(changes["narration.md"]?.[1]).toBe(renamed + rest);
  });

  test("leaves narration that does not name the story untouched, and works without any", async () => {
    const changes = await renameIn(makeShow(), "ward", "wing");
    expect(Object.keys(changes)).toEqual(["stories/ward.md", "stories/wing.md"]);
    const bare = await renameIn(makeShow({ "episodes/winter/narration.md": null }), "ward", "wing");
    expect(Object.keys(bare)).toEqual(["stories/ward.md", "stories/wing.md"]);
  });

  test("leaves a capture that is another story's by its name or by its key", async () => {
    const show = makeIce({
      "episodes/winter/stories/ice-2.md": makeStory("Ice two", "nhs", 2, "More ice."),
      "episodes/winter/stories/ward.md":
        "---\ntitle: W\nsegment: nhs\nsources: { title: T, capture: captures/ice.md }\n---\nWords.\n",
    });
    const changes = await renameIn(show, "ice", "frost");
    expect(Object.keys(changes).filter((path) => path.startsWith("captures/"))).toEqual([
      "captures/frost-10.html",
      "captures/ice-10.html",
    ]);
    expect(changes["stories/frost.md"]?.[1]).toBe(STORY);
  });

  test("takes the captures of a story whose own slug ends in a number", async () => {
    const show = makeShow({
      "episodes/winter/stories/ice-2.md": makeStory("Ice two", "nhs", 2, "More ice."),
      "episodes/winter/captures/ice-2.md": "Two.\n",
      "episodes/winter/captures/ice-2-3.md": "Two, page three.\n",
    });
    const changes = await renameIn(show, "ice-2", "frost");
    expect(Object.keys(changes)).toEqual([
      "captures/frost-3.md",
      "captures/frost.md",
      "captures/ice-2-3.md",
      "captures/ice-2.md",
      "stories/frost.md",
      "stories/ice-2.md",
    ]);
  });

  test("keeps who may read the note", async () => {
    const show = makeShow();
    chmodSync(join(show, "episodes/winter/stories/ward.md"), 0o600);
    await renameIn(show, "ward", "wing");
    expect(statSync(join(show, "episodes/winter/stories/wing.md")).mode & 0o777).toBe(0o600);
  });
});
