import { describe, expect, test } from "vitest";
import { renamePlace } from "../../src/narration/rename-place.ts";

const rename = (text: string) => renamePlace(text, "old-name", "new-name");

describe("renaming a place", () => {
  test("changes its heading, its draft and nothing else", () => {
    const text = `---
# old-name
drafts:
  intro: { model: old-name }
  old-name: { model: m, sha256: x } # old-name
---
<!-- old-name -->

## Intro

The old-name.

## old-name

First old-name,

### old-name

## old-name-too
`;
    const renamed = text
      .replace("\n  old-name: {", "\n  new-name: {")
      .replace("\n## old-name\n", "\n## new-name\n");
    expect(rename(text)).toBe(renamed);
  });

  test.each([
    ["## Old-Name ##\n\nWords.", "## new-name ##\n\nWords."],
    ["old-name\n--------\n\nWords.", "new-name\n--------\n\nWords."],
    ["##   **old-name**\n", "##   **new-name**\n"],
    ["## old&#45;name\n", "## new-name\n"],
    ['---\ndrafts: { "old-name": {} }\n---\n', '---\ndrafts: { "new-name": {} }\n---\n'],
    ["---\nsignedOff: old-name\n---\n\n## Intro\n", "---\nsignedOff: old-name\n---\n\n## Intro\n"],
    ["", ""],
  ])("of %j gives %j", (text, renamed) => expect(rename(text)).toBe(renamed));

  test("renames what was drafted to follow it, and no other after, on one line or on many", () => {
    const inBraces = `---
drafts: { old-name: { model: m, after: intro }, b: { after: "old-name", model: old-name }, c: { after: old-name-too } }
---
`;
    const onLines = `---
drafts:
  b:
    model: old-name
    after: old-name # old-name
  old-name:
    after: b
---
`;
    expect(rename(inBraces)).toBe(
      inBraces.replace("{ old-name:", "{ new-name:").replace('"old-name"', '"new-name"'),
    );
    expect(rename(onLines)).toBe(
      onLines.replace("after: old-name", "after: new-name").replace("  old-name:", "  new-name:"),
    );
  });

  test("finds each where the new name is longer and several stand on a line", () => {
    const text = "---\ndrafts: { a: { after: intro }, b: { after: a, model: a } }\n---\n";
    expect(renamePlace(text, "a", "a-much-longer-name")).toBe(
      "---\ndrafts: { a-much-longer-name: { after: intro }, b: { after: a-much-longer-name, model: a } }\n---\n",
    );
  });

  test.each(["---js\nx\n---\n## old-name\n", `---\ndrafts:\n${" [\n".repeat(20_000)}---\n## old-name\n`])(
    "leaves a file as it is that cannot be read",
    (text) => expect(rename(text)).toBe(text),
  );
});
