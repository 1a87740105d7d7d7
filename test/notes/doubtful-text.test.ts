// What shows that a machine has reworded a text, and what careful people write all the time.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findDoubts, isDoubtful } from "../../src/notes/doubtful-text.ts";
import { projectRoot } from "../support/run-program.ts";

/** A text of our own, bent in the manner of sites that reword others'. */
const REWORDED = [
  "The fire chief’s office set out its plan to reach” a paperless county” by spring, at CountyTech’s&nbsp, annual show.",
  "Nia Doyle, who runs the county’s computers, said it gives staff “one path”. ” We see it from]the point of view of ] a crew,” she said.",
  "” I think that it will help, and I think that others will follow,” he said.",
  "The county has 700, 000 people and cut 12, 000 files, a drop of 31 %, which ca n’t be undone ( IT ) in a year.",
].join("\n\n");

const reasonsIn = (text: string) => findDoubts(text).map(({ line, reason }) => `${line}: ${reason}`);

describe("a reworded text", () => {
  test("is doubtful, with each place's line, words and reason", () => {
    const doubts = findDoubts(REWORDED);
    expect(isDoubtful(doubts)).toBe(true);
    expect(doubts.map(({ line }) => line)).toEqual([...doubts.map(({ line }) => line)].sort((a, b) => a - b));
    expect(doubts).toContainEqual({
      line: 1,
      words: "out its plan to reach” a paperless county” by spring,",
      reason: "a quotation mark that closes where one should open",
    });
  });

  test.each([
    ["He hopes to reach” the finest hour” of all.", "1: a quotation mark that closes where one should open"],
    ["It is over,” he said.” Where next?", "1: a quotation mark that closes where one should open"],
    ["We look at it from]the point of view.", "1: a square bracket that closes and never opened"],
    ["It has 800, 000 people.", "1: a blank within a number"],
    ["It costs 1 .5 million.", "1: a blank within a number"],
    ["It does n’t work.", "1: a word cut in two"],
    ["One\n\nSmith&nbsp, and others", "3: an entity of HTML as text"],
    ["The office ( ICO) wrote.", "1: blanks within brackets"],
    ["It is in the the post.", "1: a word that stands twice"],
    ["“It works,” she said. “It will last,” he said.", "1: a speaker who changes between he and she"],
    [
      "At OpenTech’s show, OpenTech said so; others like OpenTEch.",
      "1: a name that is written in another way elsewhere",
    ],
  ])("shows in %j", (text, found) => {
    expect(reasonsIn(text)).toContain(found);
  });

  test("is found in a capture too, where markdown has escaped its marks", () => {
    expect(reasonsIn("We look at it from\\]the point, with a\\&nbsp; sign.")).toEqual([
      "1: a square bracket that closes and never opened",
      "1: an entity of HTML as text",
    ]);
  });
});

describe("an ordinary text shows nothing", () => {
  test.each([
    [
      "a quotation over several paragraphs",
      "She said: “We began in May.\n\n“Then it rained.\n\n“Then we stopped.”\n\nHe said “no” twice.",
    ],
    [
      "a quotation over lines that were broken at a width",
      "He said “we began\nin May and went on\nuntil June” and left.\n“No,” she said.",
    ],
    [
      "single quotation marks, as in Wales",
      "‘Doedd dim byd ar gael,’ meddai. ‘Nawr mae’r plant yn dysgu.’ Y ’90au oedd hi.",
    ],
    ["German quotation marks", "Sie sagte: „Wir beginnen im Mai.“ Er sagte: „Nein.“ „Doch“, sagte sie."],
    ["Swedish quotation marks", "Hon sade ”vi börjar i maj” och gick. ”Nej” sade han."],
    ["inch marks and years", "A 5” pipe and a 12” pipe, laid in the ’90s and in ’08, the 1990’s."],
    [
      "a quotation whose opening mark a style sheet drew",
      "We asked people what annoyed them.”\n\nThey said: the card.”",
    ],
    [
      "links, footnotes and brackets",
      "See [the report](https://a.example/x_(1).pdf) [sic], the [first] one.[^1]",
    ],
    [
      "numbers in a list",
      "In 2019, 400 came; of the 18, 250 stayed; bus routes 12, 140 and 300; 1,200, 3.5 and 1.2.3.",
    ],
    [
      "words that may stand twice",
      "He had had enough, and said that that was that. It was very, very cold in Baden-Baden.",
    ],
    [
      "two speakers",
      "“It works,” she said. The clerk disagreed. “It fails,” he said. Ann Lee agreed: “It does,” she said.",
    ],
    [
      "a name at the start of a sentence, in capitals and possessive",
      "techUK met. TechUK’s view: TECHUK grows. McDonald and Macdonald’s.",
    ],
  ])("%s", (_, text) => {
    expect(reasonsIn(text)).toEqual([]);
  });

  test("and the sample show is not doubted", () => {
    const episodes = join(projectRoot, "episodes");
    const stories = readdirSync(episodes, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".md"),
    );
    expect(stories.length).toBeGreaterThan(8);
    for (const path of stories)
      expect(findDoubts(readFileSync(join(episodes, path), "utf8")), path).toEqual([]);
  });
});

describe("marks are not enough", () => {
  test("where they are of one weak kind, as blanks within the brackets of a PDF's text", () => {
    expect(
      isDoubtful(findDoubts("The office ( ICO), the board ( ICB ), the ( NHS ) and ( DSIT ) met.")),
    ).toBe(false);
  });

  test("where they are of several weak kinds, as in text that was typed in a hurry", () => {
    expect(
      isDoubtful(findDoubts("The office ( ICO), the board ( ICB ), in the the town, &amp; so on of of it.")),
    ).toBe(false);
  });

  test("where one slip stands alone", () => {
    expect(isDoubtful(findDoubts("It has 800, 000 people in the the town."))).toBe(false);
  });

  test("but six of one strong kind are", () => {
    const slip = "He hopes to reach” the hour” soon.";
    expect(isDoubtful(findDoubts(Array(5).fill(slip).join("\n")))).toBe(false);
    expect(isDoubtful(findDoubts(Array(6).fill(slip).join("\n")))).toBe(true);
  });
});
