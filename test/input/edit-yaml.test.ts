// A number is written into a YAML text, and no other byte of it changes.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ScalarPath, setYamlScalar } from "../../src/input/edit-yaml.ts";

const RATE: ScalarPath = ["reading", "wordsPerMinute"];
const STORY: ScalarPath = ["reading", "pause", "story"];

describe("a number that is there", () => {
  const written = `\uFEFF# The mill\r
\r
show: # the show\r
  title:   'The Mill Post'   # quoted\r
reading: # how it is timed\r
    # a rate\r
    wordsPerMinute:   160    # words\r
    pause: {paragraph: 0.5,  story: 1.5 , segment: 2}\t# seconds\r
\r
# The end`;

  test("is changed in place, with every comment, blank, quote, line end and the mark kept", () => {
    expect(setYamlScalar(written, RATE, 163.2)).toBe(written.replace("160", "163.2"));
    expect(setYamlScalar(written, STORY, 1)).toBe(written.replace("1.5 ,", "1 ,"));
  });

  test("and equal stays as it was written", () => {
    const same = "reading: { wordsPerMinute: 160.0 }\n";
    expect(setYamlScalar(same, RATE, 160)).toBe(same);
  });

  test("in a list is found by its position", () => {
    const hosts = "show:\n  host:\n    - name: A\n      wordsPerMinute: 150 # slow\n    - name: B\n";
    expect(setYamlScalar(hosts, ["show", "host", 0, "wordsPerMinute"], 155)).toBe(
      hosts.replace("150", "155"),
    );
    expect(setYamlScalar(hosts, ["show", "host", 1, "wordsPerMinute"], 155)).toBe(
      `${hosts}      wordsPerMinute: 155\n`,
    );
    expect(setYamlScalar(hosts, ["show", "host", 2, "wordsPerMinute"], 155)).toBeNull();
  });
});

describe("a number that is missing", () => {
  test.each<[string, string, ScalarPath, string]>([
    ["no text", "", RATE, "reading:\n  wordsPerMinute: 9\n"],
    ["comments alone", "# a\n# b", RATE, "# a\n# b\n\nreading:\n  wordsPerMinute: 9\n"],
    ["another key", "show:\n  title: A\n", RATE, "show:\n  title: A\n\nreading:\n  wordsPerMinute: 9\n"],
    ["a deep key", "show:\n  title: A\n", STORY, "show:\n  title: A\n\nreading:\n  pause: { story: 9 }\n"],
    ["block text at the end", "a: |\n  text\n", RATE, "a: |\n  text\n\nreading:\n  wordsPerMinute: 9\n"],
    [
      "an empty key",
      "reading:\nshow: { title: A }\n",
      RATE,
      "reading: { wordsPerMinute: 9 }\nshow: { title: A }\n",
    ],
    [
      "an empty key with a comment",
      "reading: # how\n  # wordsPerMinute: 1\n",
      RATE,
      "reading: { wordsPerMinute: 9 } # how\n  # wordsPerMinute: 1\n",
    ],
    ["an empty key at the very end", "reading:", STORY, "reading: { pause: { story: 9 } }"],
    ["null", "reading: ~ # none\n", RATE, "reading: { wordsPerMinute: 9 } # none\n"],
    [
      "an empty number",
      "reading:\n  wordsPerMinute: # fast\n",
      RATE,
      "reading:\n  wordsPerMinute: 9 # fast\n",
    ],
    [
      "block keys",
      "reading:\n    # silence\n    pause: { story: 1 } # s\n    # more\nx: 1\n",
      RATE,
      "reading:\n    # silence\n    pause: { story: 1 } # s\n    wordsPerMinute: 9\n    # more\nx: 1\n",
    ],
    [
      "block keys at the very end",
      "reading:\n  wordsPerMinute: 8",
      STORY,
      "reading:\n  wordsPerMinute: 8\n  pause: { story: 9 }",
    ],
    [
      "block pauses",
      "reading:\n  pause:\n    paragraph: 1 # s\n\nx: 1\n",
      STORY,
      "reading:\n  pause:\n    paragraph: 1 # s\n    story: 9\n\nx: 1\n",
    ],
    [
      "flow keys",
      "reading: { wordsPerMinute: 8 } # r\n",
      STORY,
      "reading: { wordsPerMinute: 8, pause: { story: 9 } } # r\n",
    ],
    [
      "flow keys with a comma at the end",
      "reading: {pause: {segment: 2 , },}\n",
      STORY,
      "reading: {pause: {segment: 2, story: 9 , },}\n",
    ],
    [
      "flow keys on lines",
      "reading: {\n  wordsPerMinute: 8 # r\n  }\n",
      STORY,
      "reading: {\n  wordsPerMinute: 8, pause: { story: 9 } # r\n  }\n",
    ],
    ["an empty flow", "reading: {}\n", RATE, "reading: { wordsPerMinute: 9 }\n"],
    ["an empty flow with a blank", "reading: { }\n", RATE, "reading: { wordsPerMinute: 9 }\n"],
    [
      "a show in flow style",
      "{ show: { title: A } }\n",
      RATE,
      "{ show: { title: A }, reading: { wordsPerMinute: 9 } }\n",
    ],
    [
      "a quoted key",
      '"reading" :\n  "pause": {"story": 1}\n',
      RATE,
      '"reading" :\n  "pause": {"story": 1}\n  wordsPerMinute: 9\n',
    ],
    ["line ends of Windows", "a: 1\r\n", RATE, "a: 1\r\n\r\nreading:\r\n  wordsPerMinute: 9\r\n"],
    [
      "line ends of Windows within",
      "reading:\r\n  pause: {}\r\nb: 1\r\n",
      RATE,
      "reading:\r\n  pause: {}\r\n  wordsPerMinute: 9\r\nb: 1\r\n",
    ],
    [
      "line ends of old Macs",
      "reading:\r  pause: {}\rb: 1\r",
      RATE,
      "reading:\r  pause: {}\r  wordsPerMinute: 9\rb: 1\r",
    ],
  ])("is added to %s", (_, text, path, wanted) => {
    expect(setYamlScalar(text, path, 9)).toBe(wanted);
  });

  test.each<[string, string]>([
    ["text that is not YAML", "reading: [\n"],
    ["anchors", "a: &a { b: 1 }\n"],
    ["a list", "- a\n"],
    ["a key that holds text", "reading: fast\n"],
    ["a mark that ends the document", "a: 1\n...\n"],
    ["a key that is given twice", "reading: {}\nreading: {}\n"],
    ["a key in long form", "? reading\n"],
    ["block text that it would lengthen", "a: |+\n  b\n"],
  ])("is not added to %s", (_, text) => {
    expect(setYamlScalar(text, RATE, 9)).toBeNull();
  });
});

test("in any order and style of the keys, what was there is still there, in its order", () => {
  const comment = fc.constantFrom("", " # one", "  # two: { 3 }");
  const rate = comment.map((tail) => `wordsPerMinute: 150${tail}`);
  const flow = fc.constantFrom("pause: {}", "pause: { story: 1 }", "pause: {segment: 2, paragraph: 1,}");
  const inner = fc.shuffledSubarray(["a", "b", "c"]).chain((keys) =>
    fc.tuple(rate, flow, comment, fc.constantFrom("\n", "\r\n")).map(([first, second, tail, end]) => {
      const lines = keys.map((key) => ({ a: first, b: `${second}${tail}`, c: "# alone" })[key] ?? "");
      return ["show: { title: A }", "reading:", ...lines.map((line) => `  ${line}`), "x: 1", ""].join(end);
    }),
  );
  fc.assert(
    fc.property(inner, (text) => {
      for (const path of [RATE, STORY]) {
        const edited = setYamlScalar(text, path, 77.7) ?? "";
        expect(edited).toContain("77.7");
        // Only digits of the old number may be gone.
        let at = 0;
        for (const letter of text.replace(/(?:150|1)(?=[ ,}\r\n])/g, "")) {
          at = edited.indexOf(letter, at) + 1;
          if (at === 0) break;
        }
        expect(at).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
});
