// Which story has a source of an address, however its frontmatter is written, and on which line.

import { describe, expect, test } from "vitest";
import { findAddress, listAddresses } from "../../src/episode/find-address.ts";
import { readAddress } from "../../src/input/address.ts";
import { parseStory } from "../../src/notes/story-note.ts";

const keyOf = (url: string) => readAddress(url)?.key ?? "";
const note = (keys: string, body = "Words.") => ({
  file: "inbox/ice.md",
  text: `---\ntitle: Ice\nsegment: local\n${keys}\n---\n${body}\n`,
});
const PAGE = "https://example.org/a?b=1";

describe("findAddress", () => {
  test.each<[string, string, number]>([
    ["in a list", `sources:\n  - title: A\n    url: ${PAGE}`, 6],
    ["as the first key of a source", `sources:\n  - url: ${PAGE}\n    title: A`, 5],
    ["in a mapping alone", `sources:\n  url: ${PAGE}`, 5],
    ["in quotes", `sources:\n  url: "${PAGE}"`, 5],
    ["in single quotes", `sources:\n  url: '${PAGE}'`, 5],
    ["with a quoted key", `sources:\n  "url": "${PAGE}"`, 5],
    ["in braces", `sources: { title: A, url: ${PAGE}, author: B }`, 4],
    ["in braces, at the end", `sources: [{ title: A, url: ${PAGE}}]`, 4],
    ["in braces, without a blank", `sources: {title: A,url: ${PAGE},author: B}`, 4],
    ["on a line of its own", `sources:\n  url: >-\n    ${PAGE}`, 6],
    ["spelt with an escape", 'sources:\n  url: "https:\\/\\/example.org/a?b=1"', 5],
    ["with a comment after it", `sources:\n  url: ${PAGE} # the page`, 5],
    ["after a comment", `# url: https://example.org/other\nsources:\n  url: ${PAGE}`, 6],
    ["among others", `sources:\n  - url: https://example.org/0\n  - url: ${PAGE}`, 6],
    ["in another form", "sources:\n  url: HTTPS://EXAMPLE.org:443/a/?utm_source=x&b=1#part", 5],
    ["in a note of which another key is wrong", `status: later\nsources:\n  url: ${PAGE}`, 6],
    ["in a note of which the frontmatter is no YAML", `say: [\nsources:\n  url: ${PAGE}`, 6],
  ])("finds an address %s, with its line", (_, keys, line) => {
    expect(findAddress(keyOf(PAGE), [note(keys)])).toEqual({ file: "inbox/ice.md", line });
  });

  test.each<[string, string, string?]>([
    ["a comment", `# url: ${PAGE}`],
    ["another key", `brief: See ${PAGE}`],
    ["another key whose name ends alike", `sources:\n  title: A\n  archiveurl: ${PAGE}`],
    ["the body", "order: 1", `See url: ${PAGE}`],
    ["a longer address", `sources:\n  url: ${PAGE}2`],
  ])("does not take %s for a source", (_, keys, body) => {
    expect(findAddress(keyOf(PAGE), [note(keys, body)])).toBeNull();
  });

  test("keeps marks that belong to an address", () => {
    const odd = "https://example.org/a,b]";
    expect(findAddress(keyOf(odd), [note(`sources:\n  url: ${odd}`)])).not.toBeNull();
  });
});

test("listAddresses gives each address once, where it stands first, and the same as a note that is read whole", () => {
  const keys = `sources:\n  - url: ${PAGE}\n  - { title: "B, C", url: "https://example.org/x,y" }\n  - title: Only`;
  const second = { file: "episodes/one/stories/b.md", text: note(`sources: { url: "${PAGE}" }`).text };
  const places = listAddresses([note(keys), second]);
  expect([...places.values()]).toEqual([
    { file: "inbox/ice.md", line: 5 },
    { file: "inbox/ice.md", line: 6 },
  ]);
  const whole = parseStory("inbox/ice.md", note(keys).text).note?.sources.flatMap(({ key }) => key ?? []);
  expect([...places.keys()]).toEqual(whole);
});

test("a thousand stories are looked through well within a second", () => {
  const stories = Array.from({ length: 1000 }, (_, index) => ({
    file: `inbox/s${index}.md`,
    text: note(`sources:\n  - url: https://example.org/${index}`, "Words and words. ".repeat(200)).text,
  }));
  const before = performance.now();
  expect(findAddress(keyOf("https://example.org/999"), stories)?.file).toBe("inbox/s999.md");
  expect(performance.now() - before).toBeLessThan(1000);
});
