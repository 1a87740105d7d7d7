// Drafted passages in narration.md, and what is known of them when the file is read again.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DraftPlace } from "../../src/narration/brief.ts";
import { HEADLINE_PLACES, listDraftPlaces } from "../../src/narration/brief.ts";
import { parseNarration } from "../../src/narration/narration.ts";
import { type NewPassage, recordDrafts, writePassage } from "../../src/narration/record-drafts.ts";
import { makeEpisode, writeStory } from "../support/make-episode.ts";

const episode = makeEpisode({
  stories: { ice: writeStory({ segment: "local" }), "2024": writeStory({ segment: "nhs" }) },
});
const PLACES = listDraftPlaces(episode);
const ORDER = PLACES.map(({ place }) => place);
const find = (name: string) =>
  [...PLACES, ...HEADLINE_PLACES].find(({ place }) => place === name) as DraftPlace;
const passage = (
  name: string,
  text: string,
  model = "gpt-5-mini",
  refused: string | null = null,
): NewPassage => {
  const words = writePassage(text);
  return { place: find(name), words, digested: words, model, refused };
};
const record = (written: string | null, passages: NewPassage[], abandoned: string[] = []) =>
  recordDrafts(written, read(written ?? "").drafts, passages, abandoned, ORDER, "2026-11-22") ?? "";
const read = (text: string) =>
  parseNarration("n.md", text, { segments: episode.show.segments, stories: ["ice", "2024"], sourceIds: [] });

describe("recordDrafts", () => {
  test("writes each passage in its place, with its model, date, what came before it, and its digest", () => {
    const text = record(null, [
      passage("intro", "Hello."),
      passage("ice", "First,", "built-in", "gpt-5-mini"),
    ]);
    expect(text).toBe(
      [
        "---",
        "drafts:",
        "  intro: { model: gpt-5-mini, date: 2026-11-22, sha256: 2d8bd7d9bb5f85ba643f0110d50cb506a1fe439e769a22503193ea6046bb87f7 }",
        `  ice: { model: built-in, refused: gpt-5-mini, sha256: ${read(text).drafts.get("ice")?.sha256} }`,
        "---",
        "",
        "## Intro",
        "",
        "Hello.",
        "",
        "## ice",
        "",
        "First,",
        "",
      ].join("\n"),
    );
    expect(read(text).problems).toEqual([]);
    expect([...read(text).narration].map(([place, { origin }]) => [place, origin])).toEqual([
      ["intro", "drafted"],
      ["ice", "built-in"],
    ]);
  });

  test("what a person changes in a drafted passage is edited, in a built-in one their own", () => {
    const text = record(null, [passage("intro", "Hello."), passage("ice", "First,", "built-in")]);
    const edited = read(text.replace("Hello.", "Hullo.").replace("First,", "Up first,"));
    expect([...edited.narration.values()].map(({ origin }) => origin)).toEqual(["edited", "person"]);
  });

  test("keeps every other key and section, and the record of the other passages", () => {
    const first = record(
      "---\n# ours\nsignedOff: { by: Ann Lee, date: 2026-11-01, sha256: " +
        "a".repeat(64) +
        " }\n---\n\n## Outro\n\nGoodbye.\n",
      [passage("intro", "Hello.")],
    );
    const second = record(first, [passage("ice", "First,")]);
    expect(second).toContain("# ours\nsignedOff: { by: Ann Lee");
    expect(second).toContain("## Outro\n\nGoodbye.\n");
    expect([...read(second).drafts.keys()]).toEqual(["intro", "ice"]);
    expect(read(second).narration.get("outro")?.origin).toBe("person");
  });

  test("takes out the words and the record of a place that is no more", () => {
    const text = record(null, [passage("intro", "Hello."), passage("ice", "First,")]);
    const after = recordDrafts(text, read(text).drafts, [], ["ice"], ORDER, "2026-11-22") ?? "";
    expect(after).not.toContain("ice");
    expect(after.endsWith("## Intro\n\nHello.\n")).toBe(true);
    expect(recordDrafts(after, read(after).drafts, [], ["intro"], ORDER, "2026-11-22")).toBe("---\n---\n");
  });

  test("a title is recorded, and not written here", () => {
    const title = {
      place: find("episode.title"),
      words: null,
      digested: "A title",
      model: "m",
      refused: null,
    };
    const text = record("## Intro\n\nHello.\n", [title]);
    expect(text).toContain("episode.title: { model: m, date: 2026-11-22, sha256: ");
    expect(text.endsWith("## Intro\n\nHello.\n")).toBe(true);
  });

  test("whatever the model is called and whatever the passage says, it is read back as drafted, word for word", () => {
    const words = fc
      .stringMatching(/^[ -~£é“”’\n]{1,60}$/)
      .map((text) =>
        text
          .replace(/\s*\n\s*/g, "\n\n")
          .replace(/ +/g, " ")
          .trim(),
      )
      .filter((text) => /\p{L}/u.test(text) && !/<!--|-->/.test(text) && !/\[\^/.test(text));
    fc.assert(
      fc.property(
        words,
        fc.stringMatching(/^[a-z0-9:/. -]{1,20}$/).filter((name) => name.trim() !== ""),
        (text, model) => {
          const written = record(null, [passage("2024", text, model.trim()), passage("outro", "Bye.")]);
          const again = read(written);
          expect(again.problems.filter(({ severity }) => severity === "error")).toEqual([]);
          expect(again.drafts.get("2024")?.model).toBe(model.trim().replace(/\s+/g, " "));
          expect(again.narration.get("2024")?.origin).toBe("drafted");
          const spoken = again.narration
            .get("2024")
            ?.paragraphs.map((one) => one.text)
            .join("\n\n");
          expect(spoken).toBe(
            text
              .split("\n\n")
              .map((one) => one.trim())
              .filter((one) => one !== "")
              .join("\n\n"),
          );
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
