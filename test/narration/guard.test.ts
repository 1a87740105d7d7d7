// The guard over passages of our own -> every rule refuses its kind, and good writing passes.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GuardRule, judgeOpenings, judgePassage } from "../../src/narration/guard.ts";
import { sampleGrounds } from "../support/sample-grounds.ts";
import { FAIR, FOREIGN } from "./guard-neighbours.ts";

/** Rules that see the same fault from another side. */
const ALIKE: Readonly<Partial<Record<GuardRule, readonly GuardRule[]>>> = {
  name: ["spelling", "role"],
  spelling: ["name"],
  date: ["cadence"],
  cadence: ["date"],
  address: ["stage-direction", "markdown"],
  role: ["name", "promotion"],
  cause: ["role"],
};

function judge(episode: string, place: string, text: string) {
  return judgePassage(text, sampleGrounds(episode, place));
}

function rulesOf(episode: string, place: string, text: string): GuardRule[] {
  return judge(episode, place, text).objections.map(({ rule }) => rule);
}

const foreign = Object.entries(FOREIGN).flatMap(([rule, rows]) =>
  rows.map((row) => [rule as GuardRule, ...row] as const),
);

describe("what no note supports is refused", () => {
  test.each(foreign)("%s: %s %s: %s", (rule, episode, place, text) => {
    const { objections } = judge(episode, place, text);
    const rules = [rule, ...(ALIKE[rule] ?? [])];
    expect(objections.filter((one) => rules.includes(one.rule), objections)).not.toEqual([]);
    expect(objections.every(({ words }) => text.normalize("NFC").includes(words))).toBe(true);
  });
});

describe("good writing passes", () => {
  test.each(FAIR)("%s %s: %s", (episode, place, text) => {
    expect(judge(episode, place, text).objections).toEqual([]);
  });
});

describe("a reason", () => {
  test("names the words and the figure that the story has", () => {
    const [objection] = judge(
      "002",
      "best-workplaces",
      "NHS Shared Business Services has added more than 3,000 jobs.",
    ).objections;
    expect(objection).toEqual({
      rule: "figure",
      words: "more than 3,000",
      reason:
        "“more than 3,000” does not stand in what you were given, which has more than 300: use its figure or none",
    });
  });

  test("gives the right spelling", () => {
    const [objection] = judge("002", "intro", "Hello, I'm Austin Earle.").objections;
    expect(objection?.rule).toBe("spelling");
    expect(objection?.reason).toContain("Austin Earl:");
  });
});

describe("the length", () => {
  test("over the words asked for is refused, and all else is judged besides", () => {
    const text = `${"and so on ".repeat(16)}to Deloitte`;
    expect(rulesOf("002", "loti-guidance", text)).toEqual(["length", "name"]);
  });

  test("far over the words asked for is refused for that alone, in well under a second", () => {
    const started = Date.now();
    for (const part of ["a ", "'a", "(", "1,", "A. ", "http://", "one hundred and ", "Aa ", "*_", "a"]) {
      const { objections } = judge("002", "intro", part.repeat(100_000 / part.length));
      expect(objections.map(({ rule }) => rule)).toEqual(["length"]);
    }
    expect(Date.now() - started).toBeLessThan(1000);
  });

  test("of nothing at all is refused", () => {
    expect(rulesOf("002", "intro", " \n ")).toEqual(["length"]);
  });
});

describe("a hostile note", () => {
  test.each(["a".repeat(100_000), "1 ".repeat(30_000), "A ".repeat(30_000), "because ".repeat(10_000), "'"])(
    "of %.8s without end is looked through in a second or two",
    (text) => {
      const grounds = { ...sampleGrounds("002", "bin-lorry-tablets"), texts: [text] };
      const started = Date.now();
      judgePassage("From London, because of Deloitte and A. Hunter, 300 tablets since May.", grounds);
      expect(Date.now() - started).toBeLessThan(5000);
    },
  );
});

describe("what only a person can judge", () => {
  function noticesOf(place: string, text: string) {
    const { objections, notices } = judge("002", place, text);
    expect(objections).toEqual([]);
    return notices;
  }

  test("a negation is shown with what it negates", () => {
    const notices = noticesOf("bin-lorry-tablets", "The council did not give its staff training.");
    expect(notices).toContainEqual({
      words: "not give its staff training",
      reason: "a negation: see that the story says so",
    });
  });

  test("names that could be swapped are shown with the nearest sentence of the notes", () => {
    const [notice] = noticesOf(
      "skills-gap",
      "The CDDO wants the Public Accounts Committee to stop the cuts.",
    );
    expect(notice?.reason).toContain("The committee wants the Central Digital and Data Office");
  });

  test("a figure that counts something else in the notes is shown", () => {
    const notices = noticesOf("integrated-data-service", "The service wants 1,500 analysts by March 2024.");
    expect(notices.some(({ words, reason }) => words === "1,500" && reason.includes("something else"))).toBe(
      true,
    );
  });

  test("a word that stands nowhere in the notes is shown", () => {
    const notices = noticesOf("loti-guidance", "London's boroughs celebrate a guide.");
    expect(notices.map(({ words }) => words)).toContain("celebrate");
    // A count of the show is judged as a figure, and is no unknown word.
    expect(noticesOf("intro", "Hello. We have six stories.").map(({ words }) => words)).not.toContain("six");
  });
});

describe("openings", () => {
  const at = (place: string, text: string, fixed = false) => ({ place, text, fixed });

  test("a passage that begins as an earlier one does is refused, and the first is kept", () => {
    const objections = judgeOpenings([
      at("one", "Let’s turn to London."),
      at("two", "From there, north."),
      at("three", "Let's turn to the NHS."),
    ]);
    expect([...objections.keys()]).toEqual(["three"]);
    expect(objections.get("three")).toMatchObject({ rule: "opening", words: "Let's turn" });
  });

  test("what was there before counts even where it is heard later, and is not judged", () => {
    const objections = judgeOpenings([
      at("one", "And finally, a prize."),
      at("two", "And finally: ideas.", true),
    ]);
    expect([...objections.keys()]).toEqual(["one"]);
  });

  test("a single word up to a stop is an opening, and the same word in a longer one is none", () => {
    const passages = [
      at("one", "Next, London."),
      at("two", "Next comes Glasgow."),
      at("three", "Next: the NHS."),
    ];
    expect([...judgeOpenings(passages).keys()]).toEqual(["three"]);
  });
});

describe("any text at all", () => {
  const pieces = fc.constantFrom(
    ..."a the Hale Dominic LOTI 300 £1bn half “ ” ' ’ \" ( ) [ ] * _ # . , : ; ! ? – — \n May March 2024 @ http:// dot com first best because I we not é ﬁ \u200b 𝒜 \ud800 % 1,500 per cent twenty - / & 2nd 10am ½ ² Ⅳ ٣".split(
      " ",
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" ")),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
  );

  test("is judged without a throw, and what is objected to stands in it", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom("intro", "local", "skills-gap", "outro"), (text, place) => {
        const { objections, notices } = judge("002", place, text);
        const source = text.normalize("NFC");
        for (const { words } of [...objections, ...notices]) expect(source).toContain(words);
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  test("as evidence is read without a throw", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const grounds = { ...sampleGrounds("002", "skills-gap"), texts: [text] };
        judgePassage(
          "The Public Accounts Committee has 1,500 “words” of May 2024, because it is the best.",
          grounds,
        );
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});
