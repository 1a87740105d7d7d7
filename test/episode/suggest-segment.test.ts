// Headlines of our own -> the segment that is suggested, why, and whether it is sure of it.

import { describe, expect, test } from "vitest";
import { EXACT_WORDS, OTHER_SENSES, SEGMENT_WORDS } from "../../src/episode/segment-words.ts";
import { type StoryWords, suggestSegment } from "../../src/episode/suggest-segment.ts";
import { DEFAULT_SHOW, type Show } from "../../src/show.ts";

function suggest(story: Partial<StoryWords>, show: Pick<Show, "segments" | "suggest"> = DEFAULT_SHOW) {
  return suggestSegment(show, { title: "", publication: null, text: "", ...story });
}

function withSuggest(words: Show["suggest"]): Show {
  return { ...DEFAULT_SHOW, suggest: words };
}

const segmentsOf = (...ids: string[]) => ids.map((id) => ({ id, title: id, spoken: id }));

describe("headlines that leave little doubt", () => {
  test.each([
    ["LOTI sets out how boroughs may test chatbots", "local"],
    ["Socitm warns of a gap in digital skills", "local"],
    ["Mereford Borough Council opens a data room", "local"],
    ["County councils pool their server contracts", "local"],
    ["LGA asks for longer funding of cyber defence", "local"],
    ["What local government learnt from a year of pilots", "local"],
    ["A combined authority maps its broadband", "local"],
    ["Local authorities' websites still fail readers with poor sight", "local"],
    ["London Councils names a lead for artificial intelligence", "local"],
    ["How one district council moved its payroll", "local"],
    ["Town council trains its clerks in plain writing", "local"],
    ["Three unitary authorities share one planning system", "local"],
    ["boroughs to buy together", "local"],
    ["COSLA publishes a digital plan", "local"],
    ["Council leaves its old data centre behind as library loans go online", "local"],
    ["GDS retires three forms of sign-in", "central"],
    ["Cabinet Office counts its oldest systems", "central"],
    ["HMRC lets agents talk to its new service", "central"],
    ["HM Revenue & Customs answers fewer calls", "central"],
    ["DWP tests a model that reads letters", "central"],
    ["MoJ puts court lists online", "central"],
    ["Ministry of Justice begins a trial of tags", "central"],
    ["Commons committee finds that nobody owns old technology", "central"],
    ["Public Accounts Committee doubts the savings", "central"],
    ["Department for Science, Innovation and Technology hires engineers", "central"],
    ["Civil servants to spend a tenth of their time on training", "central"],
    ["GOV.UK gets an app", "central"],
    ["gov.uk one login reaches a million people", "central"],
    ["Ministry of Housing, Communities and Local Government opens a fund", "central"],
    ["Whitehall departments asked to list their algorithms", "central"],
    ["DVLA ends the paper counterpart at last", "central"],
    ["Companies House checks who it is speaking to", "central"],
    ["The National Audit Office's report on digital spending", "central"],
    ["NHS England sets a date for shared records", "nhs"],
    ["NHS trust goes live with its record system", "nhs"],
    ["Integrated care boards cut their analysts", "nhs"],
    ["Northmoor Foundation Trust buys scanners that learn", "nhs"],
    ["GPs may refuse the new booking link", "nhs"],
    ["GP practices get a cloud telephone", "nhs"],
    ["Teaching hospitals compare their dictation tools", "nhs"],
    ["Mental health trust tries a diary app", "nhs"],
    ["Ambulance trust replaces its radios", "nhs"],
    ["Electronic patient records: where the money went", "nhs"],
    ["University Hospitals of the Fens hires a chief nurse for data", "nhs"],
    ["Primary care networks share a pharmacist's rota", "nhs"],
    ["Hospital lets patients see their letters", "nhs"],
  ])("%s: %s", (title, segment) => {
    expect(suggest({ title })).toMatchObject({ segment, isSure: true });
  });
});

describe("headlines that leave doubt, where a segment is at most proposed", () => {
  test.each([
    ["Council tries a chatbot", "local"],
    ["Hospital opens a lab", "nhs"],
    ["Government promises a plan", "central"],
    ["The mayor wants sensors on every bridge", "local"],
    ["Minister visits a start-up", "central"],
    ["Nurses write software in their lunch break", "nhs"],
    ["NHS and town hall agree to share a car park app", "nhs"],
    ["DWP and council test a joint form", "central"],
    ["Two trusts agree on one standard", "nhs"],
    ["Peers ask about facial recognition", "central"],
  ])("%s: perhaps %s", (title, segment) => {
    expect(suggest({ title })).toMatchObject({ segment, isSure: false });
  });

  test.each([
    "NHS trust and borough council open a joint control room",
    "Minister opens a hospital",
    "Council and hospital share a boiler",
    "HMRC and NHS England exchange engineers",
    "Government writes to councils",
  ])("%s: none, since two segments are told alike", (title) => {
    const { segment, why, isSure } = suggest({ title });
    expect({ segment, isSure }).toEqual({ segment: null, isSure: false });
    expect(why.length).toBeGreaterThan(1);
  });
});

describe("headlines without a word of any segment", () => {
  test.each([
    "Five things to look out for this year",
    "Why plain words win",
    "A new chip, and what it costs to cool",
    "Quantum computers: the long wait",
    "",
    "???",
    "GPS trackers on every lorry",
    "He counselled patience and entrusted it to nobody",
    "The British Council teaches online",
    "A Security Council vote on artificial intelligence",
    "Medical Research Council pays for twelve fellows",
    "Creative Commons turns a page",
    "What peer review is for",
    "Welsh Government moves its forms",
    "Trust in machines falls again",
    "She found solace in spreadsheets",
    "Academy trusts and their spreadsheets",
  ])("%s: none", (title) => {
    expect(suggest({ title })).toEqual({ segment: null, why: [], isSure: false });
  });
});

describe("what counts", () => {
  test("the words found are named, with where they stand", () => {
    expect(
      suggest({
        title: "Socitm on skills",
        publication: "LocalGov",
        text: "Each borough\nshould train its councillors, and a borough that does not pays.",
      }).why,
    ).toEqual([
      '"Socitm" in the title',
      '"LocalGov" in the publication',
      '"borough" in the text',
      '"councillors" in the text',
    ]);
  });

  test("the words of another segment are no reason for the one that is suggested", () => {
    const suggestion = suggest({ title: "NHS England hires", text: "The council agrees." });
    expect(suggestion).toEqual({ segment: "nhs", why: ['"NHS England" in the title'], isSure: true });
  });

  test("a title weighs more than a text that speaks of something else", () => {
    const text = "The Cabinet Office agrees.";
    expect(suggest({ title: "LOTI sets rules", text })).toMatchObject({ segment: "local", isSure: true });
  });

  test("a publication tells a segment where the title does not", () => {
    expect(suggest({ title: "A year of pilots", publication: "Digital Health" })).toMatchObject({
      segment: "nhs",
      isSure: true,
    });
    expect(suggest({ title: "Council tries it", publication: "GOV.UK" })).toMatchObject({ isSure: false });
  });

  test("a text alone makes sure only with several names", () => {
    expect(suggest({ text: "HMRC agrees." })).toMatchObject({ segment: "central", isSure: false });
    expect(suggest({ text: "HMRC and DWP agree." })).toMatchObject({ segment: "central", isSure: true });
  });

  test("one word said often is one word", () => {
    expect(suggest({ text: "Council. ".repeat(500) })).toMatchObject({ segment: "local", isSure: false });
  });

  test("a phrase ends with its sentence", () => {
    expect(suggest({ text: "We met the Cabinet. Office chairs were scarce." }).why).toEqual([]);
  });

  test("letters that nobody sees do not hide a word, nor do typographic quotation marks", () => {
    expect(suggest({ title: "Soc\u200Bitm\u2019s plan" }).why).toEqual(['"Socitm" in the title']);
  });

  test("what stands far down in a long text is not looked at, and a long one is quick", () => {
    const filler = "word ".repeat(200_000);
    const start = performance.now();
    expect(suggest({ text: `${filler} NHS England` }).segment).toBeNull();
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("a show's own words", () => {
  test("tell a segment by themselves, and weigh more than the table's", () => {
    const show = withSuggest({ local: ["Mill Post", "drone"] });
    expect(suggest({ text: "Drones flew." }, show)).toEqual({
      segment: "local",
      why: ['"Drones" in the text'],
      isSure: true,
    });
    expect(suggest({ title: "MILL POST and HMRC" }, show)).toMatchObject({ segment: "local", isSure: false });
  });

  test("take a word of the table for another segment", () => {
    expect(suggest({ title: "Socitm speaks" }, withSuggest({ central: ["Socitm"] }))).toMatchObject({
      segment: "central",
      isSure: true,
    });
  });

  test("serve segments that the table does not know", () => {
    const show = { segments: segmentsOf("schools"), suggest: { schools: ["school", "pupil"] } };
    expect(suggest({ title: "Pupils write code" }, show)).toMatchObject({ segment: "schools", isSure: true });
  });

  test("are whole words: nothing within another one, and marks in them mean nothing", () => {
    const show = withSuggest({ nhs: ["art", "C++ (old)", ".*"] });
    expect(suggest({ title: "A party started" }, show).segment).toBeNull();
    expect(suggest({ title: "Old C, new C" }, show).segment).toBeNull();
    expect(suggest({ title: "C++ (old) lives" }, show).segment).toBe("nhs");
  });
});

describe("segments of other names", () => {
  test("take the table's words where their id or title fits", () => {
    const segments = [
      { id: "town", title: "Councils and boroughs", spoken: "" },
      { id: "state", title: "Central government", spoken: "" },
      { id: "health", title: "Hospitals", spoken: "" },
    ];
    const of = (title: string) => suggest({ title }, { segments, suggest: {} }).segment;
    expect([of("Socitm speaks"), of("HMRC speaks"), of("GPs speak")]).toEqual(["town", "state", "health"]);
  });

  test("words of a kind that the show has no segment for tell none, and make another less sure", () => {
    const show = { segments: segmentsOf("local", "world"), suggest: {} };
    expect(suggest({ title: "NHS England hires" }, show)).toMatchObject({ segment: null, isSure: false });
    expect(suggest({ title: "LOTI and NHS managers talk", text: "A borough." }, show)).toMatchObject({
      segment: "local",
      isSure: false,
    });
  });
});

describe("the table", () => {
  const words = Object.values(SEGMENT_WORDS).flatMap(({ names, hints }) => [...names, ...hints]);

  test("has every word once", () => {
    const all = [...words, ...OTHER_SENSES].map((word) => word.toLowerCase());
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  });

  test("has every word that is to be taken as written", () => {
    expect(EXACT_WORDS.filter((word) => !words.includes(word))).toEqual([]);
  });

  test.each(Object.entries(SEGMENT_WORDS))(
    "tells %s by each of its words alone",
    (segment, { names, hints }) => {
      const wrong = [...names, ...hints].filter((word) => suggest({ title: word }).segment !== segment);
      expect(wrong).toEqual([]);
    },
  );
});
