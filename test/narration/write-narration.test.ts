// New passages in narration.md as it stands: what was asked for, and every other byte as it was.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNarration } from "../../src/narration/narration.ts";
import { changePassages, writeSections } from "../../src/narration/write-narration.ts";

const ORDER = ["intro", "local", "ice", "pond", "nhs", "ward", "outro"];
const PLACES = {
  segments: [
    { id: "local", title: "Local" },
    { id: "nhs", title: "NHS" },
  ],
  stories: ["ice", "pond", "ward"],
  sourceIds: [],
};

const change = (written: string, changes: Record<string, string | null>) =>
  changePassages(written, new Map(Object.entries(changes)), ORDER);

const WRITTEN = "## Intro\n\nHello.\n\n## ice\n\nFirst,\n\n## Outro\n\nGoodbye.\n";

describe("changePassages", () => {
  test("an empty file is given a section a place, in the order of the changes", () => {
    expect(change("", { intro: "Hello.", local: "To town.", outro: "Bye." })).toBe(
      "## Intro\n\nHello.\n\n## local\n\nTo town.\n\n## Outro\n\nBye.\n",
    );
  });

  test("a section is given its new words, and the others stay as they are", () => {
    expect(change(WRITTEN, { ice: "Up first,\n\nIce." })).toBe(
      "## Intro\n\nHello.\n\n## ice\n\nUp first,\n\nIce.\n\n## Outro\n\nGoodbye.\n",
    );
    expect(change(WRITTEN, { outro: "So long." })).toBe(WRITTEN.replace("Goodbye.", "So long."));
  });

  test("a new section stands behind the nearest one that is heard before it", () => {
    expect(change(WRITTEN, { pond: "Next,", nhs: "Now the NHS." })).toBe(
      "## Intro\n\nHello.\n\n## ice\n\nFirst,\n\n## pond\n\nNext,\n\n## nhs\n\nNow the NHS.\n\n## Outro\n\nGoodbye.\n",
    );
    expect(change("", { outro: "Bye.", ice: "First,", intro: "Hello." })).toBe(
      "## Intro\n\nHello.\n\n## ice\n\nFirst,\n\n## Outro\n\nBye.\n",
    );
    expect(change("## Outro\n\nGoodbye.\n", { intro: "Hello." })).toBe(
      "## Intro\n\nHello.\n\n## Outro\n\nGoodbye.\n",
    );
    expect(change("## Intro\n\nHello.", { outro: "Bye." })).toBe("## Intro\n\nHello.\n\n## Outro\n\nBye.\n");
  });

  test("a section is taken out with its heading", () => {
    expect(change(WRITTEN, { ice: null })).toBe("## Intro\n\nHello.\n\n## Outro\n\nGoodbye.\n");
    expect(change(WRITTEN, { outro: null })).toBe("## Intro\n\nHello.\n\n## ice\n\nFirst,\n");
    expect(change(WRITTEN, { pond: null })).toBe(WRITTEN);
  });

  test("frontmatter, a byte order mark and the line ends stay as they are", () => {
    const odd = `\uFEFF---\r\ndrafts: {} # none\r\n---\r\n${WRITTEN.replaceAll("\n", "\r\n")}`;
    expect(change(odd, { ice: "Up first," })).toBe(odd.replace("First,", "Up first,"));
    expect(change("---\ndrafts: {}\n---\n", { intro: "Hello." })).toBe(
      "---\ndrafts: {}\n---\n\n## Intro\n\nHello.\n",
    );
  });

  test("a private section, and comments in other sections, stay", () => {
    const written =
      "## Intro\n\nHello.\n\n## Notes\n\nAsk Ann.\n\n## ice\n<!-- slowly -->\nFirst,\n\n\n## Outro\nBye.\n";
    expect(change(written, { intro: "Hi." })).toBe(written.replace("Hello.", "Hi."));
    expect(change(written, { intro: null })).toBe(written.replace("## Intro\n\nHello.\n\n", ""));
  });

  test("a heading is found in any letter case, underlined ones too, and stays as it is written", () => {
    expect(change("ICE\n---\nFirst,\n", { ice: "Up first," })).toBe("ICE\n---\n\nUp first,\n");
    expect(change("##   Ice  ##\nFirst,\n", { ice: "Up first," })).toBe("##   Ice  ##\n\nUp first,\n");
  });

  test("what cannot be read is left alone", () => {
    expect(change("---\ndrafts: {}\n", { intro: "Hello." })).toBeNull();
  });

  test("whatever is written, the narration has just the new words and all others", () => {
    const words = fc.constantFrom("One.", "Two words.", "A\n\nB.");
    const places = fc.uniqueArray(fc.constantFrom(...ORDER));
    fc.assert(
      fc.property(
        places,
        fc.dictionary(fc.constantFrom(...ORDER), fc.option(words)),
        fc.boolean(),
        (there, changes, crlf) => {
          const old = writeSections(new Map(there.map((place) => [place, `Old ${place}.`])));
          const written = change(crlf ? old.replaceAll("\n", "\r\n") : old, changes) ?? "";
          expect(/\n\n\n|^\n|\n\n$/.test(written.replaceAll("\r", ""))).toBe(false);
          if (crlf && /\n/.test(old)) expect(written.replaceAll("\r\n", "")).not.toContain("\n");
          const { narration, problems } = parseNarration("n.md", written.replaceAll("\r\n", "\n"), PLACES);
          expect(problems).toEqual([]);
          const said = Object.fromEntries(
            [...narration].map(([place, { paragraphs }]) => [place, paragraphs.map((one) => one.text)]),
          );
          const wanted: Record<string, string[]> = {};
          for (const place of there) wanted[place] = [`Old ${place}.`];
          for (const [place, text] of Object.entries(changes)) {
            if (text === null) delete wanted[place];
            else wanted[place] = text.split("\n\n");
          }
          expect(said).toEqual(wanted);
        },
      ),
      { numRuns: 200, seed: 4 },
    );
  });
});
