// Days to come in an article's text: which are found, for which day, and which are none.

import { describe, expect, test } from "vitest";
import { findPromises } from "../../src/notes/find-promises.ts";

/** A Tuesday in autumn. */
const PUBLISHED = "2023-10-03";

describe("a day to come", () => {
  test.each<[string, string]>([
    // Days.
    ["The council will publish its report on 3 November.", "2023-11-03"],
    ["The council will publish its report on 3 November 2023.", "2023-11-03"],
    ["Bids are due by 1st February 2024.", "2024-02-01"],
    ["Bids must arrive by Friday 13 October.", "2023-10-13"],
    ["The consultation closes on the 15th of December.", "2023-12-15"],
    ["The service goes live on January 8, 2024.", "2024-01-08"],
    ["The pilot will run until 2024-03-31.", "2024-03-31"],
    ["The vote is scheduled for 12 March.", "2024-03-12"],
    ["It will meet again on 3 October 2024.", "2024-10-03"],
    // Months.
    ["The work will be done by March 2024.", "2024-03-31"],
    ["The trust expects to move its records in May 2024.", "2024-05-31"],
    ["The scheme opens in January.", "2024-01-31"],
    ["The new rules apply from April.", "2024-04-01"],
    ["From April 2024, councils must report each year.", "2024-04-01"],
    ["By March, councils must say what they spend.", "2024-03-31"],
    ["Free parking from December.", "2023-12-01"],
    ["Ministers hope to decide before February.", "2024-02-01"],
    ["The board will decide in early November.", "2023-11-11"],
    ["The board will decide in mid-November.", "2023-11-16"],
    ["A decision is due at the end of January.", "2024-01-31"],
    ["A decision is due in late January 2024.", "2024-01-31"],
    ["The trial is to start at the beginning of June 2024.", "2024-06-01"],
    ["The first wards may be ready in May.", "2024-05-31"],
    ["The minister said the bill would be published in January.", "2024-01-31"],
    ["The report, expected in November, looks at skills.", "2023-11-30"],
    ["The funding ends in March next year.", "2024-03-31"],
    ["Early in the new year, Leeds will follow.", "2024-01-31"],
    ["Late next year, Leeds will follow.", "2024-12-31"],
    ["The council plans to return to it next April.", "2024-04-30"],
    ["The team has until December to answer.", "2023-12-31"],
    // Seasons.
    ["It hopes to reopen in the spring of 2025.", "2025-05-31"],
    ["It hopes to reopen in spring 2025.", "2025-05-31"],
    ["It hopes to reopen by summer 2024.", "2024-08-31"],
    ["The strategy is due this autumn.", "2023-11-30"],
    ["The strategy is due next spring.", "2024-05-31"],
    ["The new wing will open in the winter.", "2024-02-29"],
    // Years and parts of them.
    ["All records will be online by 2026.", "2026-12-31"],
    ["In 2026, the contract comes to an end.", "2026-12-31"],
    ["The old network is to be switched off by the end of 2025.", "2025-12-31"],
    ["The old network is to be switched off in early 2025.", "2025-05-01"],
    ["The old network will go in the first half of 2025.", "2025-07-02"],
    ["A second round follows in Q2 2024.", "2024-06-30"],
    ["A second round follows in the first quarter of 2024.", "2024-04-01"],
    ["The money is for schools in 2024/25.", "2025-03-31"],
    ["The money must be spent by the end of the year.", "2023-12-31"],
    ["The money must be spent by the end of this month.", "2023-10-31"],
    ["The plan will be published later this year.", "2023-12-31"],
    ["The money must be spent by the end of the financial year.", "2024-03-31"],
    // From the day of publication.
    ["The committee meets next month.", "2023-11-30"],
    ["The committee meets next week.", "2023-10-15"],
    ["The council will look at it again next year.", "2024-12-31"],
    ["The council will look at it again in six months.", "2024-04-03"],
    ["The council will look at it again in two years' time.", "2025-10-03"],
    ["It will hire 40 people over the next three years.", "2026-10-03"],
    ["It must answer within 28 days.", "2023-10-31"],
    ["Every household will have one by Christmas.", "2023-12-25"],
  ])("%s -> %s", (sentence, date) => {
    expect(findPromises(sentence, PUBLISHED)).toEqual([{ date, about: expect.any(String), sentence }]);
  });
});

describe("what is no day to come", () => {
  test.each([
    // Past.
    "The council published its report on 3 November 2022.",
    "The council published its report in March.",
    "In March, the council voted for the plan.",
    "The scheme launched in January has helped 40 families.",
    "The scheme ran from April to June.",
    "It was due in November last year.",
    "The work was to be done by March.",
    "The site was opened by the mayor in May.",
    "By August, the team had moved every record.",
    "The team saved £2m in three months.",
    "The next month, it closed.",
    "The rules have applied since April.",
    "It has run for three years.",
    "The report of July 2023 says so.",
    "She was born on 3 November 1960.",
    "Born on 12 December, she grew up in Leeds.",
    "She was born in May.",
    "Published 3 November 2023",
    "Last updated: 3 November 2023.",
    "© 2024 The Mill Post",
    // Words that are no months.
    "Councils may march in step.",
    "May I ask who pays?",
    "March on, said the leader.",
    "The march will begin at the town hall.",
    "The plan by Theresa May will be dropped.",
    "It will be led by April Jones.",
    "An august body will decide.",
    "The spring in the chair will be mended.",
    "They will fall in with the plan.",
    // Figures that are no years.
    "The council will mend 2025 homes.",
    "It will cost £2,026 a year.",
    "Call 2024-555 for help.",
    "For the 2024 intake, it looks for ideas.",
    "The call is open this year.",
    "The strategy Digital 2030 will guide it.",
    // Beyond what anybody will look up.
    "The country will be at net zero by 2050.",
  ])("%s", (sentence) => {
    expect(findPromises(sentence, PUBLISHED)).toEqual([]);
  });

  test("is everything where the day of publication is not known", () => {
    expect(findPromises("The work will be done by March 2099.", null)).toEqual([]);
  });
});

describe("findPromises", () => {
  test("says what is about without the day, and gives the sentence whole", () => {
    const sentence = "By the end of March 2024, the trust will move its records, the board said.";
    expect(findPromises(`An opening. ${sentence} A close.`, PUBLISHED)).toEqual([
      { date: "2024-03-31", about: "the trust will move its records, the board said", sentence },
    ]);
  });

  test("finds five at the most, the first of the text, in the order of their days", () => {
    const text = [2030, 2029, 2028, 2027, 2026, 2025].map((year) => `It will end by ${year}.`).join(" ");
    expect(findPromises(text, PUBLISHED).map(({ date }) => date.slice(0, 4))).toEqual([
      "2026",
      "2027",
      "2028",
      "2029",
      "2030",
    ]);
  });

  test("reads markdown: links, emphasis, lists and headings", () => {
    const text =
      "# Plans for 2024\n\n- The [report](https://example.org/2031-01-01) is due in **March 2024**\n- Nothing else\n\n> It *will* close\n> by May 2024.";
    expect(findPromises(text, PUBLISHED)).toEqual([
      { date: "2024-03-31", about: "The report is due", sentence: "The report is due in March 2024" },
      { date: "2024-05-31", about: "It will close", sentence: "It will close by May 2024." },
    ]);
  });

  test("takes one sentence once, however often it stands there", () => {
    expect(findPromises("It will end by 2026. It will end by 2026.", PUBLISHED)).toHaveLength(1);
  });

  test("is quick over a long text without any end to its sentences", () => {
    const before = performance.now();
    findPromises("by the end of March in the next May 20 by ".repeat(20_000), PUBLISHED);
    findPromises(`${"The plan will be ready in May 2024 ".repeat(16)}. `.repeat(700), PUBLISHED);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
