import { describe, expect, test } from "vitest";
import * as z from "zod";
import { checkShape } from "../../src/input/check-shape.ts";
import {
  addressField,
  dateField,
  durationField,
  slugField,
  textField,
  textsField,
  webField,
  wholeField,
} from "../../src/input/fields.ts";
import { parseYaml } from "../../src/input/parse-yaml.ts";
import { describeProblems } from "../support/make-episode.ts";

const source = z
  .strictObject({
    title: textField().optional(),
    url: webField().optional(),
    author: textsField().optional(),
  })
  .refine(({ title, url }) => title !== undefined || url !== undefined, "a title, a url or both");

const schema = z.strictObject({
  title: textField(),
  order: z.number().optional(),
  number: wholeField(1).optional(),
  date: dateField().optional(),
  status: z.enum(["draft", "ready"]).optional(),
  segments: z.array(slugField()).min(1).optional(),
  sources: z.union([z.array(source), source]).optional(),
  host: z
    .union([textField(), z.array(z.strictObject({ name: textField(), rate: z.number().optional() }))])
    .optional(),
  say: z.record(z.string(), textField()).optional(),
  target: durationField().optional(),
  link: addressField().optional(),
  spell: z.boolean().optional(),
  deep: z.strictObject({ inner: z.strictObject({ leaf: z.number() }) }).optional(),
});

function check(text: string) {
  const { value, problems } = checkShape(parseYaml("a.md", text, 1), schema);
  return { value, said: describeProblems(problems) };
}

const saidOf = (text: string) => check(text).said;

describe("an unknown key", () => {
  test.each([
    ["near to a known one", "title: A\ntitel: B", "2:1", '"titel": did you mean title?'],
    ["in another case", "title: A\nStatus: ready", "2:1", '"Status": did you mean status?'],
    [
      "in a list of maps",
      "title: A\nsources:\n  - title: B\n    athor: C",
      "4:5",
      '"athor": did you mean author?',
    ],
    ["in a single map", "title: A\nsources: {title: B, ulr: C}", "2:21", '"ulr": did you mean url?'],
    ["in a map of maps", "title: A\ndeep: {inner: {leaf: 1, laef: 2}}", "2:25", '"laef": did you mean leaf?'],
  ])("%s is a warning that names it, and is left out", (_, text, place, words) => {
    const { value, said } = check(text);
    expect(said).toEqual([`${place} warning unknown-key: Unexpected key ${words}`]);
    expect(JSON.stringify(value)).not.toMatch(/titel|Status|athor|ulr|laef/);
    expect(value).toMatchObject({ title: "A" });
  });

  test("far from every known one lists those there are", () => {
    expect(saidOf("title: A\nhost: [{name: B, twitter: c}]")).toEqual([
      '2:18 warning unknown-key: Unexpected key "twitter": expected one of name, rate',
    ]);
  });

  test("that every object inherits is unknown too", () => {
    const { value, said } = check("title: A\ntoString: b\nhasOwnProperty: c");
    expect(said).toHaveLength(2);
    expect(value).toEqual({ title: "A" });
  });

  test("each of several is told of, in the same run as what is wrong", () => {
    expect(saidOf("titel: A\nsatus: b\norder: c").map((one) => one.replace(/:.*/, ""))).toHaveLength(4);
  });
});

describe("a number or a truth where text is wanted", () => {
  test.each([
    ["title: 2026", '1:8 error wrong-type: Unexpected "2026" for title, expected text: put quotes round it'],
    ["title: true", '1:8 error wrong-type: Unexpected "true" for title, expected text: put quotes round it'],
    [
      "title: A\nsay: {GDS: 1}",
      '2:12 error wrong-type: Unexpected "1" for say.GDS, expected text: put quotes round it',
    ],
    [
      "title: A\nsources: [{title: 7}]",
      '2:19 error wrong-type: Unexpected "7" for sources.title, expected text: put quotes round it',
    ],
  ])("%j is an error that says to put quotes round it", (text, said) => expect(saidOf(text)).toEqual([said]));

  test("is told what the text must be, where any text will not do", () => {
    expect(saidOf("title: A\ndate: 2026")).toEqual([
      '2:7 error wrong-type: Unexpected "2026" for date, expected a calendar date as YYYY-MM-DD (year, month, day), such as 2026-10-03',
    ]);
  });
});

describe("keys that mean something to JavaScript", () => {
  test.each(["__proto__", "constructor", "prototype", "toString"])(
    "%s is an unknown key, and nothing else",
    (key) => {
      const { value, said } = check(`title: A\n${key}: {polluted: yes}`);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(`2:1 warning unknown-key: Unexpected key "${key}"`);
      expect(value).toEqual({ title: "A" });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );
});

describe("what is missing", () => {
  test("is an error at the place where it would stand", () => {
    expect(saidOf("order: 1")).toEqual([
      '1:1 error missing-key: title is missing, expected text: add "title:" and a value',
    ]);
    expect(saidOf("title: A\nhost:\n  - rate: 1")).toEqual([
      '3:5 error missing-key: host.name is missing, expected text: add "name:" and a value',
    ]);
  });

  test.each([
    ["title:", "1:1", "title has no value, expected text"],
    ["title: ~", "1:1", "title has no value, expected text"],
    ['title: ""', "1:1", "title has no value, expected text"],
    ["title: A\norder:", "2:1", "order has no value, expected a number"],
    [
      "title: A\nsegments: [a, ~]",
      "2:15",
      "segments has no value, expected small letters, digits and hyphens, such as local-government",
    ],
  ])("a key without a value, %j, is an error at the key", (text, place, words) => {
    expect(saidOf(text)).toEqual([`${place} error missing-key: ${words}`]);
  });

  test("a file without anything has everything missing", () => {
    expect(saidOf("")).toEqual([
      '1:1 error missing-key: title is missing, expected text: add "title:" and a value',
    ]);
  });
});

describe("what is wrong", () => {
  test.each([
    ["order: §first", "wrong-type", '"first" for order, expected a number'],
    ["order: §.nan", "wrong-type", '"NaN" for order, expected a number'],
    ["order: §[1]", "wrong-type", "list for order, expected a number"],
    ["order: §{a: 1}", "wrong-type", "keys and values for order, expected a number"],
    ["number: §1.5", "wrong-type", '"1.5" for number, expected a whole number from 1'],
    ['number: §"1"', "wrong-type", '"1" for number, expected a whole number from 1: take the quotes away'],
    ["number: §0", "bad-value", '"0" for number, expected a whole number from 1'],
    ["spell: §maybe", "wrong-type", '"maybe" for spell, expected true or false'],
    ["status: §redy", "bad-value", '"redy" for status, expected one of draft, ready'],
    ["say: §[a]", "wrong-type", "list for say, expected keys and values"],
    ["deep: §a", "wrong-type", '"a" for deep, expected keys and values'],
    ["deep: {inner: {leaf: §b}}", "wrong-type", '"b" for deep.inner.leaf, expected a number'],
    ["segments: §a", "wrong-type", '"a" for segments, expected a list'],
    ["segments: §[]", "bad-value", "list for segments, expected a list with something in it"],
    [
      "segments: [a, §B]",
      "bad-value",
      '"B" for segments, expected small letters, digits and hyphens, such as local-government',
    ],
    [
      "target: §9:60",
      "bad-value",
      '"9:60" for target, expected a running time as "m:ss" or "h:mm:ss", such as "9:00"',
    ],
    [
      "target: §0:00",
      "bad-value",
      '"0:00" for target, expected a running time as "m:ss" or "h:mm:ss", such as "9:00"',
    ],
    [
      "link: §ftp://a",
      "bad-value",
      '"ftp://a" for link, expected an address that begins with http://, https:// or mailto:',
    ],
    [
      "sources: {url: §mailto:a@b.example}",
      "bad-value",
      '"mailto:a@b.example" for sources.url, expected an address that begins with http:// or https://',
    ],
    ["sources: [§{author: A}]", "bad-value", "keys and values for sources, expected a title, a url or both"],
    ["sources: §{author: A}", "bad-value", "keys and values for sources, expected a title, a url or both"],
    [
      "sources: [{title: A, author: [B, §{c: d}]}]",
      "wrong-type",
      "keys and values for sources.author, expected text",
    ],
    ["host: [{name: A, rate: §b}]", "wrong-type", '"b" for host.rate, expected a number'],
    ["host: [§A]", "wrong-type", '"A" for host, expected keys and values'],
  ])("%j is an error at the mark, with what it is and what is expected", (marked, rule, words) => {
    const { value, said } = check(`title: A\n${marked.replace("§", "")}`);
    expect(said).toEqual([`2:${marked.indexOf("§") + 1} error ${rule}: Unexpected ${words}`]);
    expect(value).toBeNull();
  });

  test("a file that is a list or text is told what it should be", () => {
    expect(saidOf("- a")).toEqual([
      '1:1 error wrong-type: Unexpected list, expected keys and values, such as "title: A title"',
    ]);
    expect(saidOf("title:A")).toEqual([
      '1:1 error wrong-type: Unexpected "title:A", expected keys and values, such as "title: A title"',
    ]);
    const list = checkShape(parseYaml("a.md", "a: b", 1), z.array(z.string()));
    expect(describeProblems(list.problems)).toEqual([
      "1:1 error wrong-type: Unexpected keys and values, expected a list",
    ]);
  });

  test("everything is told in one run", () => {
    expect(saidOf("order: a\nnumber: b\ntargt: c\nsources: [{url: d}, {url: e}]")).toHaveLength(6);
  });

  test("a long value is cut, and a password in an address is not shown", () => {
    expect(saidOf(`title: A\norder: ${"x".repeat(100)}`)[0]).toContain(`"${"x".repeat(60)}…"`);
    const said = saidOf("title: A\nlink: ftp://ann:secret@example.org/x").join();
    expect(said).toContain("ftp://…@example.org/x");
    expect(said).not.toContain("secret");
  });

  test("problems of the YAML come with those of the shape", () => {
    expect(saidOf("title: A #b\norder: c").map((one) => one.split(" ")[2])).toEqual([
      "yaml-comment:",
      "wrong-type:",
    ]);
  });
});
