import { describe, expect, it } from "vitest";
import { writeMarkdown } from "../../src/markdown/write-markdown.ts";
import { list, parse, publish, speak } from "./support.ts";

const HEADINGS = [
  "## Notes",
  "# **NOTES**:",
  "Notes\n-----",
  "### [Notes](x)",
  "###### notes ######",
  "    ## Notes",
  "## 📝 `Notes`!",
  "## Notes <!-- x -->",
];

describe("removePrivateSections", () => {
  it.each(HEADINGS)(
    "cuts the section under %j with all that it defines and warns of nothing in it",
    (heading) => {
      const text = `Public.\n\n${heading}\n\nsecret ![s](s) <b>s\u200b</b>\n\n- secret\n\n[a]: https://secret.org/\n\n[^n]: secret\n`;
      const { texts, problems } = speak(text);
      expect(texts).toEqual(["Public."]);
      expect(problems).toEqual([]);
      expect(JSON.stringify(parse(text).tree)).not.toContain("secret");
      expect(publish(text).markdown).toBe("Public.");
    },
  );

  it("ends at the next heading of the same or a higher level", () => {
    const { texts } = speak("a\n\n### Notes\n\nsecret\n\n#### Deeper\n\nsecret\n\n### Next\n\nb");
    expect(texts).toEqual(["a", "b"]);
  });

  it("ends with the quotation or the item that holds it", () => {
    const { texts } = speak(
      "> a\n>\n> ## Notes\n> secret\n\nb\n\n- c\n\n  # Notes\n\n  secret\n- d\n\n> # Notes\n> secret",
    );
    expect(texts).toEqual(["a", "b", "c", "d"]);
    expect(writeMarkdown(parse("- # Notes\n  secret\n\nb").tree.children)).toBe("b");
  });

  it("keeps the words of a link that is defined there and warns, quoting nothing of it", () => {
    const { paragraphs, problems } = speak(
      "A [word][s] and [t].[^n]\n\n## Notes\n[s]: https://secret.org/\n[t]: https://secret.org/\n[^n]: secret",
    );
    expect(paragraphs).toMatchObject([{ text: "A word and t.", links: [] }]);
    expect(list(problems)).toEqual(["1:3 private-link", "1:17 private-link", "1:21 unknown-reference"]);
    expect(problems[2]?.text).toContain("Notes");
    expect(JSON.stringify(problems)).not.toContain("secret");
  });

  it("prefers a public definition of the same name", () => {
    const { paragraphs, problems } = speak(
      "# Notes\n[a]: https://secret.org/\n\n# Other\n\n[a]\n\n[a]: https://public.org/",
    );
    expect(paragraphs[0]?.links[0]?.url).toBe("https://public.org/");
    expect(list(problems)).toEqual(["4:1 heading-not-spoken"]);
  });

  it.each([
    "##Notes",
    "##\u00a0Notes",
    "\u200b## Notes",
    "<h2>Notes</h2>",
    "Words\nNotes\n---",
    "words\n##Notes:",
    "```\nx\n\n## Notes\nsecret",
  ])("refuses %j, which its author takes for the heading and markdown does not", (text) => {
    const { problems } = speak(`${text}\n\nsecret`);
    expect(problems.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual([
      "private-section-unclear",
    ]);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });

  it("takes no other heading or word for it", () => {
    const { texts, problems } = speak(
      "Notes\n\n## Notes for editors\n\nb #notes c\n\n\\## Notes\n\n```\n## Notes\n```",
    );
    expect(texts).toEqual(["Notes", "b #notes c", "## Notes"]);
    expect(problems.every(({ severity }) => severity === "warning")).toBe(true);
  });
});
