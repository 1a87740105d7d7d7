// What a model answers, in order and out of it.

import { describe, expect, test } from "vitest";
import type { DraftPlace } from "../../src/narration/brief.ts";
import { readReply } from "../../src/narration/read-reply.ts";

const place = (name: string): DraftPlace => ({
  place: name,
  kind: "segue",
  segment: null,
  story: null,
  after: null,
  opens: null,
  closes: null,
  maxWords: 40,
});
const WANTED = ["intro", "ice"].map(place);
const read = (content: string) => {
  const { passages, missing, invented, fault } = readReply(content, WANTED);
  return {
    passages: Object.fromEntries(passages),
    missing: missing.map((one) => one.place),
    invented,
    fault,
  };
};

describe("readReply", () => {
  test("gives the passages by place", () => {
    expect(read('{"intro":"Hello.","ice":"First,"}')).toEqual({
      passages: { intro: "Hello.", ice: "First," },
      missing: [],
      invented: [],
      fault: null,
    });
  });

  test("names what is missing, empty or no text, and what was not asked for", () => {
    expect(read('{"intro":"Hello.","local":"To town.","ice":["First,"]}')).toEqual({
      passages: { intro: "Hello." },
      missing: ["ice"],
      invented: ["local"],
      fault: null,
    });
    expect(read('{"intro":" \\n ","ice":null}').missing).toEqual(["intro", "ice"]);
    expect(read("{}").missing).toEqual(["intro", "ice"]);
  });

  test("understands a fence, words around the object, a thought before it, a wrapper, and another letter case", () => {
    const wanted = { intro: "Hello.", ice: "First," };
    expect(read('```json\n{"intro":"Hello.","ice":"First,"}\n```').passages).toEqual(wanted);
    expect(read('Here you are: {"Intro":"Hello.","ICE ":"First,"} Enjoy!').passages).toEqual(wanted);
    expect(read('<think>{"intro": "Hm."}?</think>{"intro":"Hello.","ice":"First,"}').passages).toEqual(
      wanted,
    );
    expect(read('{"passages":{"intro":"Hello.","ice":"First,"}}').passages).toEqual(wanted);
  });

  test.each([
    ["nothing", ""],
    ["prose", "Hello and welcome."],
    ["half an object", '{"intro":"Hello.","ice":"Fir'],
    ["a page", "<!DOCTYPE html><p>Bad gateway</p>"],
  ])("says that %s is not JSON", (_, content) => {
    expect(read(content).fault).toMatch(/not JSON|not an object/);
  });

  test("says that a list or a word is no object", () => {
    expect(read('["Hello."]').fault).toContain("not an object");
    expect(read('"Hello."').fault).toContain("not an object");
  });

  test("takes away what nobody can see, and keeps paragraphs apart", () => {
    const content = JSON.stringify({
      intro: "Hel\u200Blo\u202E.\r\n\r\n \nAnd\nwelcome.\n",
      ice: "\u0007First,",
    });
    expect(read(content).passages).toEqual({ intro: "Hello.\n\nAnd welcome.", ice: "First," });
  });

  test("keys that every object inherits are no places", () => {
    expect(read('{"__proto__":{"intro":"x"},"constructor":"y"}')).toMatchObject({
      passages: {},
      missing: ["intro", "ice"],
    });
  });
});
