import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Name } from "../../src/show.ts";
import { countSpokenWords, findSayings, sayText } from "../../src/spoken/sayings.ts";
import { keyOf, makeVoice } from "../../src/spoken/voice.ts";

function makeName(name: string, how: Partial<Name>): Name {
  return { name, say: null, spell: false, expansion: null, kind: null, not: [], ...how };
}

function makeNames(names: Readonly<Record<string, string>>, language = "en-GB") {
  return makeVoice({
    language,
    names: Object.entries(names).map(([name, say]) => makeName(name, { say })),
  });
}

const socitm = makeName("Socitm", { say: "SOCK-it-em" });
const gmb = makeName("GMB", { spell: true });

describe("names", () => {
  test("are said as names.yaml has them", () => {
    const voice = makeVoice({ language: "en-GB", names: [socitm, gmb] });
    expect(sayText("Socitm and the GMB union", voice)).toBe("SOCK-it-em and the G M B union");
    expect(findSayings("the GMB", voice)).toEqual([
      {
        start: 4,
        end: 7,
        spoken: "G M B",
        name: { name: "GMB", cue: "G-M-B", spoken: "G M B", isSpelled: true },
      },
    ]);
  });

  test("without a way to say them are found nowhere", () => {
    const voice = makeVoice({ language: "cy", names: [makeName("Socitm", {})] });
    expect(voice.pattern).toBeNull();
    expect(findSayings("Socitm", voice)).toEqual([]);
  });

  test("of the story come before those of names.yaml", () => {
    const voice = makeVoice(
      { language: "en-GB", names: [socitm, gmb] },
      { Socitm: "SO-kit-em", LOTI: "LOH-tee" },
    );
    expect(sayText("Socitm, LOTI, GMB", voice)).toBe("SO-kit-em, LOH-tee, G M B");
  });

  test.each([
    ["MI5", "M-I-5", "M I five"],
    ["A&E", "A-and-E", "A and E"],
    ["gov.uk", "G-O-V-U-K", "G O V U K"],
    ["S4C2.0", "S-4-C-2-0", "S four C two zero"],
  ])("%s is spelled %s, said “%s”", (name, cue, spoken) => {
    const voice = makeVoice({ language: "en-GB", names: [makeName(name, { spell: true })] });
    expect(voice.names.get(keyOf(name))).toEqual({ name, cue, spoken, isSpelled: true });
  });

  test("that cannot be spelled or are said as nothing are left alone", () => {
    const voice = makeVoice(
      { language: "en-GB", names: [makeName("!!", { spell: true })] },
      { LOTI: " ", " ": "x" },
    );
    expect(voice.names.size).toBe(0);
    expect(sayText("Go!! to it", voice)).toBe("Go!! to it");
  });

  const loti = makeNames({ LOTI: "LOH-tee" });

  test.each([
    ["LOTI.", "LOH-tee."],
    ["(LOTI)", "(LOH-tee)"],
    ["“LOTI”", "“LOH-tee”"],
    ["‘LOTI’", "‘LOH-tee’"],
    ["LOTI's", "LOH-tee's"],
    ["LOTI’s", "LOH-tee’s"],
    ["LOTI-led", "LOH-tee-led"],
    ["—LOTI—", "—LOH-tee—"],
    ["LOTI\nand LOTI", "LOH-tee\nand LOH-tee"],
  ])("are found in %j", (written, said) => expect(sayText(written, loti)).toBe(said));

  test.each(["LOTIS", "pLOTI", "LOTI2", "LOTIé", "LOTI\u0301", "LOTI_x", "Loti", "loti"])(
    "are whole words, in their own letter case, so that %j holds none",
    (text) => expect(findSayings(text, loti).filter(({ name }) => name !== null)).toEqual([]),
  );

  test("are found the longest first, whatever their order", () => {
    const voice = makeNames({ Ann: "AN", "Ann Lee": "AN LEE-uh", "Ann Lee Roe": "AN LEE ROH" });
    expect(sayText("Ann Lee Roe, Ann Lee, Ann.", voice)).toBe("AN LEE ROH, AN LEE-uh, AN.");
  });

  test("of more words are found across any blanks", () => {
    const voice = makeNames({ "Faculty  AI": "faculty A I" });
    expect(sayText("Faculty AI, Faculty\nAI, Faculty\u00A0AI", voice)).toBe(
      "faculty A I, faculty A I, faculty A I",
    );
  });

  test.each([
    ["composed", "Ty\u0302 Gw\u0177n".normalize("NFC")],
    ["decomposed", "T\u0177 Gw\u0177n".normalize("NFD")],
    ["each letter in its own way", "Ty\u0302 Gw\u0177n"],
  ])("are found with their letters %s", (_, written) => {
    for (const name of ["T\u0177 Gw\u0177n", "Ty\u0302 Gwy\u0302n"]) {
      expect(sayText(`Yn ${written}.`, makeNames({ [name]: "tee gwin" }, "cy"))).toBe("Yn tee gwin.");
    }
  });

  test.each(["O'Neill", "O’Neill", "O‘Neill"])("are found with any apostrophe, as in %s", (written) => {
    expect(sayText(written, makeNames({ "O'Neill": "oh-NEEL" }))).toBe("oh-NEEL");
    expect(sayText(written, makeNames({ "O’Neill": "oh-NEEL" }))).toBe("oh-NEEL");
  });

  test.each([
    ["C++", "in C++ now", "in SEE now"],
    ["A&E", "the A&E ward", "the SEE ward"],
    ["[x]", "an [x] here", "an SEE here"],
    ["X-Road", "the X-Road layer", "the SEE layer"],
    ["Yahoo!", "by Yahoo! today", "by SEE today"],
    [".NET", "in .NET now", "in SEE now"],
    ["a.b", "an a.b here", "an SEE here"],
    ["(c)", "the (c) sign", "the SEE sign"],
    ["^$|\\/{}", "so ^$|\\/{} it", "so SEE it"],
    ["#1", "a #1 hit", "a SEE hit"],
  ])("may hold signs: %s", (name, written, said) =>
    expect(sayText(written, makeNames({ [name]: "SEE" }))).toBe(said),
  );

  test.each([
    ["A&E", "A&Es"],
    ["a.b", "axb"],
    [".NET", "ASP.NET"],
    ["C++", "C++x"],
  ])("with signs are whole words too: %s is not in %s", (name, text) => {
    expect(findSayings(text, makeNames({ [name]: "SEE" }, "cy"))).toEqual([]);
  });
});

describe("names and English sayings", () => {
  test("come before English where both say the same stretch", () => {
    expect(sayText("NHS and HMRC", makeNames({ NHS: "en-aitch-ESS" }))).toBe("en-aitch-ESS and H M R C");
  });

  test.each([
    ["UK", "GOV.UK", "gov dot U K"],
    ["NHS", "NHS.uk", "N H S dot U K"],
    ["loti", "https://loti.london/", "loti dot london"],
    ["LOTI", "LOTI@example.org", "LOTI at example dot org"],
    ["October", "3 October 2023", "the third of October twenty twenty-three"],
    ["Covid", "Covid-19", "Covid nineteen"],
  ])("are left inside what is said whole: %s in %s", (name, written, said) => {
    const voice = makeNames({ [name]: "NO" });
    expect(sayText(written, voice).toLowerCase()).toBe(said.toLowerCase());
    expect(findSayings(written, voice).map((saying) => saying.name)).toEqual([null]);
  });

  test("longer than a figure or initials in them are said whole", () => {
    const voice = makeNames({
      "Faculty AI": "faculty A I",
      "Studio 54": "studio fifty-FOUR",
      "October Club": "ock",
    });
    expect(sayText("Faculty AI at Studio 54", voice)).toBe("faculty A I at studio fifty-FOUR");
  });

  test("that begin in a date leave the rest of it to be said", () => {
    expect(sayText("On 3 October Club", makeNames({ "October Club": "OCK club" }))).toBe("On three OCK club");
  });

  test("are said in a pair with a slash, with their cue", () => {
    const [saying] = findSayings("LOTI/NHS", makeNames({ LOTI: "LOH-tee" }));
    expect(saying).toMatchObject({ start: 0, end: 8, spoken: "LOH-tee N H S", name: { cue: "LOH-tee" } });
  });

  test("are all that another language says its own way", () => {
    const voice = makeNames({ LOTI: "LOH-tee" }, "cy");
    expect(sayText("LOTI: £5m, 2023, GIG, 45%", voice)).toBe("LOH-tee: £5m, 2023, GIG, 45%");
    expect(makeNames({}, "en").isEnglish).toBe(true);
    expect(makeNames({}, "EN-us").isEnglish).toBe(true);
    expect(makeNames({}, "enq").isEnglish).toBe(false);
  });

  test("are counted as they are said", () => {
    const voice = makeVoice({ language: "en-GB", names: [gmb] });
    expect(countSpokenWords("The GMB has 2,500 members.", voice)).toBe(10);
  });

  test("never lie over one another, and stay in order", () => {
    const voice = makeNames({
      "3 Oct": "a",
      NHS: "b",
      "NHS England": "c",
      "C++": "d",
      é: "e",
      "AI/ML": "f",
      "&": "g",
    });
    const part = fc.constantFrom(
      ..."3 Oct October 2023 NHS England .uk / & C++ C + é e\u0301 AI ML £5 m - – 'x . , \n".split(" "),
      " ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { start, end, spoken } of findSayings(text, voice)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(spoken).not.toBe("");
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(["LOTI ", "LOTI/", "LOTI", "LOTI 3 October "])("are found quickly in 40 kB of %j", (unit) => {
    const from = performance.now();
    findSayings(unit.repeat(Math.ceil(40_000 / unit.length)), makeNames({ LOTI: "LOH-tee" }));
    expect(performance.now() - from).toBeLessThan(3000);
  });
});
