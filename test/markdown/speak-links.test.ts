import { describe, expect, it } from "vitest";
import { list, speak } from "./support.ts";

describe("links", () => {
  it("lists web addresses with their words and places, and not mail", () => {
    const { paragraphs, problems } = speak(
      "[a *b*](https://X.org/?utm_source=q) <me@x.org> www.z.org [see https://y.org] [r]\n\n[r]: https://r.org",
    );
    expect(problems).toEqual([]);
    expect(paragraphs[0]?.links).toEqual([
      {
        url: "https://X.org/?utm_source=q",
        key: "https://x.org",
        text: "a b",
        place: { line: 1, column: 1 },
      },
      expect.objectContaining({ url: "http://www.z.org", text: "www.z.org" }),
      expect.objectContaining({ url: "https://y.org" }),
      expect.objectContaining({ url: "https://r.org", text: "r" }),
    ]);
    expect(paragraphs[0]?.text).toBe("a b me@x.org www.z.org [see https://y.org] r");
  });

  it("keeps the words and drops the address that is not http, https or mailto", () => {
    const { paragraphs, problems } = speak("[a](javascript:x) [b](/c) <tel:12> [d](mailto:me@x.org)");
    expect(paragraphs[0]?.text).toBe("a b tel:12 d");
    expect(list(problems)).toEqual(["1:1 bad-address", "1:19 bad-address", "1:27 bad-address"]);
    expect(problems[0]?.text).toContain("http, https or mailto");
  });

  it("never lets a name or password out, in an address, in text or in a message", () => {
    const { paragraphs, problems } = speak(
      "[w](https://me:secret@x.org/) https://me:secret@x.org/a\n\nftp://me:secret@x.org/b\n\n`ssh://me:secret@x.org`\n\n[u]\n\n[u]: https://me:secret@x.org/",
    );
    expect(JSON.stringify([paragraphs, problems])).not.toContain("secret");
    expect(paragraphs[1]?.text).toBe("ftp://x.org/b");
    expect(list(problems)).toEqual([
      "1:1 address-credentials",
      "3:1 address-credentials",
      "5:1 address-credentials",
      "7:1 address-credentials",
    ]);
  });

  it("makes no link of an address whose marks are escaped", () => {
    const { paragraphs } = speak("https\\://x.org and www\\.x.org and me\\@x.org");
    expect(paragraphs[0]).toMatchObject({ text: "https://x.org and www.x.org and me@x.org", links: [] });
  });

  it("warns of a link without words", () => {
    expect(list(speak("a [](https://x.org)").problems)).toEqual(["1:3 empty-link"]);
  });
});

describe("footnote references", () => {
  const sourceIds = ["loti", "GLA"];

  it("binds a paragraph to its sources and is never heard", () => {
    const { paragraphs, problems } = speak("What news![^loti] *And[^gla]* again[^loti].", { sourceIds });
    expect(paragraphs).toMatchObject([{ text: "What news! And again.", references: ["loti", "GLA"] }]);
    expect(problems).toEqual([]);
  });

  it("leaves escaped ones and code spans as text", () => {
    const { texts, problems } = speak("\\[^x] `[^y]`", { sourceIds });
    expect(texts).toEqual(["[^x] [^y]"]);
    expect(problems).toEqual([]);
  });

  it("accepts a footnote that is defined, and speaks nothing of it", () => {
    const { texts, problems } = speak("a[^n]\n\n[^n]: A note with [a link](https://x.org).", { sourceIds });
    expect(texts).toEqual(["a"]);
    expect(problems).toEqual([]);
  });

  it("warns of an unknown id and names the nearest, of an unused footnote, and of one that stands alone", () => {
    const { problems } = speak("a[^lotii] b[^zzzzz]\n\n[^n]: unused\n\n[^loti]", { sourceIds });
    expect(list(problems)).toEqual([
      "1:2 unknown-reference",
      "1:12 unknown-reference",
      "3:1 unused-definition",
      "5:1 reference-alone",
    ]);
    expect(problems[0]?.text).toContain("[^loti]");
  });

  it("does not choke on exclamation marks at the end of a text", () => {
    for (const text of ["!", "a!", "a!!\nb!", "![", "![^", "![^]", "[^a b]"])
      expect(speak(text).texts).toEqual([text.replace("\n", " ")]);
  });
});
