import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endSentence, joinList } from "../../src/spoken/phrases.ts";
import { readTime, roundTenth } from "../../src/spoken/read-time.ts";
import { firstSentences, splitSentences } from "../../src/spoken/sentences.ts";
import { countWords } from "../../src/spoken/words.ts";

describe("words", () => {
  test.each([
    ["", 0],
    ["   ", 0],
    ["One.", 1],
    ["One two  three\nfour", 4],
    ["Don't stop", 2],
    ["a follow-up", 2],
    ["2019–2023", 1],
    ["He paused – then spoke", 4],
    ["He paused—then spoke", 4],
    ["— and – so …", 2],
    ["£100 million", 2],
    ["“Quoted,” she said.", 3],
    ["5*3*2", 1],
    ["日本語 です", 2],
    ["caf\u0301e été", 2],
    ["one\u00A0two", 2],
    ["😀 !", 0],
  ])("of %j are %i", (text, count) => expect(countWords(text)).toBe(count));
});

describe("sentences", () => {
  test.each([
    ["One. Two! Three? Four…", ["One.", "Two!", "Three?", "Four…"]],
    ["No stop at the end", ["No stop at the end"]],
    ["“Quoted.” She left.", ["“Quoted.”", "She left."]],
    ["It ended (at last.) Then on.", ["It ended (at last.)", "Then on."]],
    ["Dr. Lee met Prof. Roe. They spoke.", ["Dr. Lee met Prof. Roe.", "They spoke."]],
    [
      "J. Smith and A. B. Jones left. I did. You too.",
      ["J. Smith and A. B. Jones left.", "I did.", "You too."],
    ],
    ["Said Cllr. Lee and Sgt. Roe. J.K. Rowe left.", ["Said Cllr. Lee and Sgt. Roe.", "J.K. Rowe left."]],
    ["Jones v. Powys, c. 1350, is old.", ["Jones v. Powys, c. 1350, is old."]],
    ["For 3.5 per cent. See p. 4.", ["For 3.5 per cent.", "See p. 4."]],
    ["See example.org for more. Thanks.", ["See example.org for more.", "Thanks."]],
    ["He said e.g. London. Then left.", ["He said e.g. London.", "Then left."]],
    ["Wait... what? Yes.", ["Wait... what?", "Yes."]],
    ["It cost £5m. £3m was lost.", ["It cost £5m.", "£3m was lost."]],
    ["終わり。 次。", ["終わり。 次。"]],
    ["", []],
    ["  ", []],
  ])("of %j", (text, sentences) => expect(splitSentences(text)).toEqual(sentences));

  test("hold every word of the paragraph, in order", () => {
    const part = fc.constantFrom(
      "One",
      "two",
      "Dr.",
      "e.g.",
      "£5.",
      "J.",
      "“so.”",
      "(so!)",
      "…",
      "3.5",
      "?",
      "—",
      "no",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join(" ");
        expect(splitSentences(text).join(" ")).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  test("the first two are taken, the second only while both are short", () => {
    expect(firstSentences("One. Two. Three.")).toBe("One. Two.");
    expect(firstSentences("One. Two. Three.", 8)).toBe("One.");
    expect(firstSentences("One.")).toBe("One.");
    expect(firstSentences("")).toBe("");
    expect(firstSentences(`${"Long ".repeat(100)}end. Two.`)).toBe(`${"Long ".repeat(100)}end.`);
  });
});

describe("phrases", () => {
  test.each([
    [[], ""],
    [["A"], "A"],
    [["A", "B"], "A and B"],
    [["A", "B", "C"], "A, B and C"],
  ])("%j are joined as “%s”", (parts, text) => expect(joinList(parts)).toBe(text));

  test.each([
    ["A headline", "A headline."],
    ["Is it so?", "Is it so?"],
    ["Stop!", "Stop!"],
    ["And so…", "And so…"],
    ["He said “no.”", "He said “no.”"],
    ["(Really?)", "(Really?)"],
    ["He said “no”", "He said “no”."],
    ["Part 2)", "Part 2)."],
  ])("“%s” ends as a sentence: “%s”", (text, sentence) => expect(endSentence(text)).toBe(sentence));
});

describe("read time", () => {
  const reading = { wordsPerMinute: 160, pause: { paragraph: 0.5, story: 1.5, segment: 2 } };

  test.each([
    [0, 0, 0],
    [160, 1, 60],
    [80, 3, 31],
    [1, 1, 0.4],
    [100, 2, 38],
  ])("of %i words in %i paragraphs is %d seconds", (words, paragraphs, seconds) => {
    expect(readTime(words, paragraphs, reading)).toBe(seconds);
  });

  test("is kept to a tenth", () => {
    expect(roundTenth(0.1 + 0.2)).toBe(0.3);
    expect(roundTenth(1.25)).toBe(1.3);
  });
});
