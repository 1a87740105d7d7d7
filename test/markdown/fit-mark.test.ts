import { describe, expect, test } from "vitest";
import { changeFitMark, removeFitMarks } from "../../src/markdown/fit-mark.ts";
import { splitDropped } from "../../src/markdown/speak.ts";
import { list, speak } from "./support.ts";

describe("the mark that a paragraph can go", () => {
  test.each([
    ["on a line of its own", "<!-- fit: can go -->\nOne *word*.", "can go"],
    ["on the paragraph's line", "<!-- fit: can go --> One *word*.", "can go"],
    ["without blanks, in capitals", "<!--FIT:Can Go-->One *word*.", "can go"],
    ["once it was dropped", "<!-- fit: dropped -->\nOne *word*.", "dropped"],
    ["in a quotation", "> <!-- fit: can go -->\n> One *word*.", "can go"],
    ["in an item of a list", "- <!-- fit: can go --> One *word*.", "can go"],
  ])("is read %s, and is not spoken", (_, text, state) => {
    const { paragraphs, problems } = speak(text);
    expect(problems).toEqual([]);
    expect(paragraphs.map(({ text: words, fit }) => [words, fit?.state])).toEqual([["One word.", state]]);
  });

  test("has its place in the file, behind a long comment as well", () => {
    const { paragraphs } = speak("First.\n\n<!-- a\nremark --><!-- fit: can go -->Second.", { line: 7 });
    expect(paragraphs.map(({ fit }) => fit)).toEqual([
      null,
      { state: "can go", place: { line: 10, column: 11 } },
    ]);
  });

  test("is no other comment", () => {
    const { paragraphs, problems } = speak("<!-- can go -->\nOne.\n\n<!-- the fit: of it -->\nTwo.");
    expect(paragraphs.map(({ fit }) => fit)).toEqual([null, null]);
    expect(problems).toEqual([]);
  });

  test.each([
    ["other words", "Go.\n\n<!-- fit: may go -->\nOne.", "3:1 fit-mark", 2],
    ["a place inside a paragraph", "One <!-- fit: can go --> two.", "1:5 fit-mark", 1],
    ["a place inside stress", "*One <!-- fit: can go --> two.*", "1:6 fit-mark", 1],
    ["a list under it", "<!-- fit: can go -->\n- One.", "1:1 fit-mark", 1],
    ["no end on its line", "Go.\n\n<!-- fit: can go -- >\nBad.\n\n<!-- x -->\nOne.", "3:1 fit-mark", 2],
    ["an empty line under it", "<!-- fit: can go -->\n\nOne.", "1:1 fit-mark", 1],
  ])("is warned of with %s, and nothing goes", (_, text, place, paragraphs) => {
    const spoken = speak(text);
    expect(list(spoken.problems)).toEqual([place]);
    expect(spoken.paragraphs.map(({ fit }) => fit)).toEqual(Array(paragraphs).fill(null));
  });

  test("parts the paragraphs that are spoken from those that were dropped", () => {
    const { paragraphs } = speak("One.\n\n<!-- fit: dropped -->\nTwo.\n\n<!-- fit: can go -->\nThree.");
    const parted = splitDropped(paragraphs);
    expect(parted.paragraphs.map(({ text }) => text)).toEqual(["One.", "Three."]);
    expect(parted.dropped.map(({ text }) => text)).toEqual(["Two."]);
  });
});

test("a source without its marks has every other byte", () => {
  const source = "One.\n\n<!-- fit: can go -->\nTwo.\n\n  <!--fit: dropped--> Three <!-- x -->.";
  expect(removeFitMarks(source)).toBe("One.\n\nTwo.\n\n  Three <!-- x -->.");
});

describe("a changed mark", () => {
  const can = "<!-- fit: can go -->";

  test.each(["\n", "\r\n", "\r"])("leaves every other byte alone, with line ends %j", (end) => {
    const text = `one${end}${end}  ${can} two ${can}${end}three`;
    const changed = changeFitMark(text, { line: 3, column: 3 }, "dropped");
    expect(changed).toBe(`one${end}${end}  <!-- fit: dropped --> two ${can}${end}three`);
    expect(changeFitMark(changed ?? "", { line: 3, column: 3 }, "can go")).toBe(text);
  });

  test("keeps the blanks that its author wrote", () => {
    expect(changeFitMark("<!--  fit:  can go-->x", { line: 1, column: 1 }, "dropped")).toBe(
      "<!--  fit:  dropped-->x",
    );
  });

  test.each([
    ["another line", { line: 2, column: 1 }],
    ["a line beyond the end", { line: 9, column: 1 }],
    ["another column", { line: 1, column: 2 }],
  ])("is refused where no mark stands: %s", (_, place) => {
    expect(changeFitMark(`${can}\nwords`, place, "dropped")).toBeNull();
  });
});
