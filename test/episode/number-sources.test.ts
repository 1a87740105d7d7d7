import { describe, expect, test } from "vitest";
import { type HeardSource, numberSources, sourceOfLink } from "../../src/episode/number-sources.ts";
import { readAddress } from "../../src/input/address.ts";
import type { Source } from "../../src/notes/story-note.ts";

function listed(story: string, source: Partial<Source>, segment = "local"): HeardSource {
  const url = source.url ?? null;
  const key = url === null ? null : (readAddress(url)?.key ?? null);
  const empty = sourceOfLink({ url: "", key: "", text: "" });
  return { segment, story, listed: true, source: { ...empty, ...source, url, key } };
}

function mentioned(
  story: string | null,
  url: string,
  text: string,
  segment: string | null = "local",
): HeardSource {
  const key = readAddress(url)?.key ?? "";
  return { segment, story, listed: false, source: sourceOfLink({ url, key, text }) };
}

const summary = (heard: readonly HeardSource[]) =>
  numberSources(heard).map(
    ({ number, segment, listed: isListed, source, stories }) =>
      `${number} ${segment} ${isListed ? "listed" : "mentioned"} ${source.title} ${source.url} [${stories.join(" ")}]`,
  );

describe("numbering sources", () => {
  test("goes from 1 in the order in which they are first heard", () => {
    expect(
      summary([
        mentioned(null, "https://example.org/c", "C"),
        listed("one", { title: "A", url: "https://example.org/a" }),
        mentioned("one", "https://example.org/b", "B"),
        mentioned("two", "https://example.org/c", "C again", "nhs"),
        mentioned(null, "https://example.org/d", "D", null),
      ]),
    ).toEqual([
      "1 local mentioned C https://example.org/c [two]",
      "2 local listed A https://example.org/a [one]",
      "3 local mentioned B https://example.org/b [one]",
      "4 null mentioned D https://example.org/d []",
    ]);
  });

  test("takes two addresses of one source for one, and prints the first as written", () => {
    expect(
      summary([
        listed("one", { title: "A", url: "https://Example.org/a/?utm_source=x#part" }),
        listed("two", { title: "B", url: "https://example.org/a" }, "nhs"),
      ]),
    ).toEqual(["1 local listed A https://Example.org/a/?utm_source=x#part [one two]"]);
  });

  test("lets what is listed count for more than what was mentioned before it, at the number of the first", () => {
    expect(
      summary([
        mentioned("one", "https://example.org/a#b", "here"),
        mentioned("one", "https://example.org/z", "Z"),
        listed("two", { title: "The title", url: "https://example.org/a", publication: "P" }, "nhs"),
        mentioned("three", "https://example.org/a/", "there"),
      ]),
    ).toEqual([
      "1 local listed The title https://example.org/a [one two three]",
      "2 local mentioned Z https://example.org/z [one]",
    ]);
  });

  test("lets the first that is listed count among several", () => {
    expect(
      summary([
        listed("one", { title: "First", url: "https://example.org/a" }),
        listed("two", { title: "Second", url: "https://example.org/a" }),
      ]),
    ).toEqual(["1 local listed First https://example.org/a [one two]"]);
  });

  test("names a story once, however often it mentions a source", () => {
    const twice = [
      mentioned("one", "https://example.org/a", "A"),
      mentioned("one", "https://example.org/a", "A"),
    ];
    expect(numberSources(twice)[0]?.stories).toEqual(["one"]);
  });

  test("keeps addresses apart that are not the same", () => {
    const urls = [
      "http://example.org/a",
      "https://example.org/a",
      "https://example.org/A",
      "https://example.org/a?b=1",
    ];
    expect(numberSources(urls.map((url) => mentioned("one", url, "A"))).map(({ number }) => number)).toEqual([
      1, 2, 3, 4,
    ]);
  });
});

describe("sources without an address", () => {
  test("are the same if title, authors and publication are, in any case of letters", () => {
    expect(
      summary([
        listed("one", { title: "Interview", authors: ["Ann"], publication: "P" }),
        listed("two", { title: "INTERVIEW", authors: ["ann"], publication: "p" }),
      ]),
    ).toEqual(["1 local listed Interview null [one two]"]);
  });

  test("differ if any of these does, or if one has an address", () => {
    expect(
      numberSources([
        listed("one", { title: "Interview" }),
        listed("one", { title: "Interview", authors: ["Ann"] }),
        listed("one", { title: "Interview", authors: ["Ann"], publication: "P" }),
        listed("one", { title: "Interview", authors: ["Bo"], publication: "P" }),
        listed("one", { title: "Interview", url: "https://example.org" }),
      ]),
    ).toHaveLength(5);
  });
});

test("a link without words is a source without a title", () => {
  expect(sourceOfLink({ url: "https://example.org", key: "k", text: "" })).toMatchObject({
    title: null,
    url: "https://example.org",
    key: "k",
    authors: [],
  });
});
