// Setting a story's status and order: the key is right, and nothing else is another byte.

import { describe, expect, test } from "vitest";
import { editStory } from "../../src/notes/edit-story.ts";
import { parseStory } from "../../src/notes/story-note.ts";

const NOTE = `---
# A story of ice
title:   Ice   # as said
segment: local
status: draft # waits for the mill
order: 2.5
sources:
  - { title: "status: held" }
# brief: one or two sentences
---
The pond froze.

status: draft
`;

describe("editStory", () => {
  test("sets a key where it stands and keeps its comment", () => {
    expect(editStory(NOTE, { status: "held" })).toBe(NOTE.replace("status: draft #", "status: held #"));
    expect(editStory(NOTE, { order: 1 })).toBe(NOTE.replace("order: 2.5", "order: 1"));
    expect(editStory(NOTE, { status: "ready", order: 7 })).toBe(
      NOTE.replace("status: draft #", "status: ready #").replace("order: 2.5", "order: 7"),
    );
  });

  test("adds a key that is not there as the last one", () => {
    const without = NOTE.replace(/^order.*\n/m, "");
    expect(editStory(without, { order: 3 })).toBe(
      without.replace("---\nThe pond", "order: 3\n---\nThe pond"),
    );
  });

  test.each([
    ["line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
    ["line ends of an old Macintosh", (text: string) => text.replaceAll("\n", "\r")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["mixed line ends in the body", (text: string) => text.replace("froze.\n\n", "froze.\r\n\n")],
    ["no line end at the end", (text: string) => text.trimEnd()],
    [
      "keys in braces",
      (text: string) => text.replace(/^---[\s\S]*?\n---/, "---\n{ title: Ice, status: draft }\n---"),
    ],
    ["no body", (text: string) => text.slice(0, text.indexOf("The pond"))],
    ["a status without a value", (text: string) => text.replace("status: draft #", "status: #")],
    ["a status in quotes", (text: string) => text.replace("status: draft #", 'status: "draft" #')],
  ])("leaves every other byte with %s", (_, change) => {
    const written = change(NOTE);
    const edited = editStory(written, { status: "held" });
    expect(edited).not.toBeNull();
    expect(edited?.replace("status: held", "")).toBe(
      written.replace(/status: ?(?:"?draft"?)?(?=[ ,\r\n])/, ""),
    );
  });

  test("changes nothing but the key for whoever reads the note", () => {
    const read = (text: string | null) => parseStory("inbox/ice.md", text ?? "").note;
    const before = read(NOTE);
    expect(read(editStory(NOTE, { status: "held", order: 4 }))).toEqual({
      ...before,
      status: "held",
      order: 4,
    });
  });

  test.each([
    ["no frontmatter", "The pond froze.\n"],
    ["frontmatter that is never closed", "---\ntitle: Ice\n"],
    ["frontmatter that is no YAML", "---\ntitle: [Ice\n---\n"],
    ["a key twice", "---\nstatus: draft\nstatus: held\n---\n"],
  ])("answers null for %s", (_, text) => {
    expect(editStory(text, { status: "held" })).toBeNull();
  });
});
