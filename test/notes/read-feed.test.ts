// Feeds of every kind, as they should be and as they are -> their items, or in words why they cannot be read.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FeedItem, MAX_ITEMS, readFeed } from "../../src/notes/read-feed.ts";

const AT = "https://mill.test/feed.xml";

const rss = (
  items: string,
  channel = "<title>The Mill Post</title><link>https://mill.test/</link>",
  head = "",
) =>
  `<?xml version="1.0"?>${head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${channel}${items}</channel></rss>`;

const atom = (entries: string, feed = "<title>The Mill Post</title>") =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${feed}${entries}</feed>`;

const json = (items: unknown, feed = {}) =>
  JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "The Mill Post", items, ...feed });

function read(text: string, address = AT) {
  const { feed, problems } = readFeed(text, address);
  if (!feed) throw new Error(`no feed: ${problems.join()}`);
  return feed;
}

function itemOf(text: string): FeedItem {
  const [item] = read(text).items;
  if (!item) throw new Error("no item");
  return item;
}

const whyNot = (text: string) => {
  const { feed, problems } = readFeed(text, AT);
  expect(feed).toBeNull();
  return problems.join();
};

const EXPECTED: FeedItem = {
  id: "mill-1",
  title: "Councils & the cloud",
  url: "https://mill.test/2023/cloud?a=1&b=2",
  published: "2023-10-03",
  summary: "Three councils leave their servers behind.",
  authors: ["Ann Lee"],
};

describe("the same item of every kind of feed", () => {
  test("RSS 2.0", () => {
    const item = `<item><title>Councils &amp; the cloud</title><link>https://mill.test/2023/cloud?a=1&amp;b=2</link><guid isPermaLink="false">mill-1</guid><pubDate>Tue, 03 Oct 2023 23:30:00 -0800</pubDate><dc:creator>Ann Lee</dc:creator><description><![CDATA[<p>Three councils <b>leave</b> their servers behind.</p><script>alert(1)</script>]]></description></item>`;
    expect(read(rss(item))).toEqual({ title: "The Mill Post", url: "https://mill.test/", items: [EXPECTED] });
  });

  test("RSS 1.0", () => {
    const text = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://mill.test/"><title>The Mill Post</title><link>https://mill.test/</link></channel><item rdf:about="mill-1"><title>Councils &amp; the cloud</title><link>https://mill.test/2023/cloud?a=1&amp;b=2</link><description>Three councils leave their servers behind.</description><dc:creator>Ann Lee</dc:creator><dc:date>2023-10-03T23:30-08:00</dc:date></item></rdf:RDF>`;
    expect(read(text)).toEqual({ title: "The Mill Post", url: "https://mill.test/", items: [EXPECTED] });
  });

  test("Atom", () => {
    const entry = `<entry><id>mill-1</id><title type="html">Councils &amp;amp; the cloud</title><link rel="enclosure" href="https://mill.test/a.mp3"/><link href="https://mill.test/2023/cloud?a=1&amp;b=2"/><published>2023-10-03T23:30:00-08:00</published><updated>2023-10-09T00:00:00Z</updated><author><name>Ann Lee</name><email>ann@mill.test</email></author><summary>Three councils leave their servers behind.</summary></entry>`;
    const feed = `<title>The Mill Post</title><link href="https://mill.test/"/><link rel="self" href="${AT}"/>`;
    expect(read(atom(entry, feed))).toEqual({
      title: "The Mill Post",
      url: "https://mill.test/",
      items: [EXPECTED],
    });
  });

  test("JSON Feed", () => {
    const item = {
      id: "mill-1",
      url: EXPECTED.url,
      title: EXPECTED.title,
      content_html: "<p>Three councils leave their servers behind.</p>",
      date_published: "2023-10-03T23:30:00-08:00",
      authors: [{ name: "Ann Lee" }],
    };
    expect(read(json([item], { home_page_url: "https://mill.test/" }))).toEqual({
      title: "The Mill Post",
      url: "https://mill.test/",
      items: [EXPECTED],
    });
  });
});

describe("what an item lacks is borne", () => {
  const bare = { published: null, summary: "", authors: [] };

  test("no guid: the address tells it from others, in any form of it", () => {
    const item = (link: string) => `<item><title>One</title><link>${link}</link></item>`;
    expect(itemOf(rss(item("https://mill.test/1?utm_source=feed"))).id).toBe("https://mill.test/1");
    expect(read(rss(item("https://mill.test/1/") + item("https://MILL.test/1"))).items).toHaveLength(1);
  });

  test("neither guid nor address: date and title do", () => {
    expect(itemOf(rss("<item><title>One</title><pubDate>3 Oct 2023</pubDate></item>"))).toEqual({
      ...bare,
      id: "2023-10-03 One",
      title: "One",
      url: null,
      published: "2023-10-03",
    });
  });

  test("no title: the summary and the address stand", () => {
    const item = itemOf(
      rss("<item><link>https://mill.test/1</link><description>A note.</description></item>"),
    );
    expect(item).toMatchObject({ title: "", url: "https://mill.test/1", summary: "A note." });
  });

  test("nothing at all: it is no item", () => {
    expect(
      read(rss("<item/><item><description>Words</description></item><item><title>One</title></item>")).items,
    ).toEqual([{ ...bare, id: "One", title: "One", url: null }]);
  });

  test("an empty feed is a feed", () => {
    expect(read(rss("")).items).toEqual([]);
    expect(read(json([])).items).toEqual([]);
  });

  test("a guid that all items share tells none of them", () => {
    const item = (n: number) =>
      `<item><guid>same</guid><title>${n}</title><link>https://mill.test/${n}</link></item>`;
    expect(read(rss(item(1) + item(2) + item(2))).items.map(({ id }) => id)).toEqual([
      "https://mill.test/1",
      "https://mill.test/2",
    ]);
  });
});

describe("addresses", () => {
  const linked = (link: string, more = "") =>
    itemOf(rss(`<item><title>t</title><link>${link}</link>${more}</item>`)).url;

  test.each([
    ["/a/b", "https://mill.test/a/b"],
    ["b?x=1", "https://mill.test/b?x=1"],
    ["//other.test/a", "https://other.test/a"],
    [" https://mill.test/a \n", "https://mill.test/a"],
    ["https://ann:secret@mill.test/a", "https://mill.test/a"],
    ["two words", null],
    ["https:story", null],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["file:///etc/passwd", null],
    ["mailto:ann@mill.test", null],
    ["ftp://mill.test/a", null],
    [`https://mill.test/${"a".repeat(3000)}`, null],
  ])("%j is %j", (link, url) => {
    expect(linked(link)).toBe(url);
  });

  test("a guid serves where there is no link, unless it is none or says that it is none", () => {
    const guid = (text: string, more = "") =>
      itemOf(rss(`<item><title>t</title><guid${more}>${text}</guid></item>`)).url;
    expect(guid("https://mill.test/1")).toBe("https://mill.test/1");
    expect(guid("https://mill.test/1", ' isPermaLink="false"')).toBeNull();
    expect(guid("12345")).toBeNull();
    expect(guid("tag:mill.test,2023:1")).toBeNull();
  });

  test("relative ones are relative to what the feed says, else to the site, else to the feed", () => {
    const entry = '<entry><title>t</title><link href="a"/></entry>';
    const base = atom(entry).replace("<feed", '<feed xml:base="https://base.test/x/"');
    expect(itemOf(base).url).toBe("https://base.test/x/a");
    expect(itemOf(atom(entry, '<link href="https://site.test/y/"/>')).url).toBe("https://site.test/y/a");
    expect(itemOf(atom(entry)).url).toBe("https://mill.test/a");
  });

  test("a page in HTML comes before one in another type", () => {
    const links =
      '<link type="application/pdf" href="https://mill.test/a.pdf"/><link type="text/html" href="https://mill.test/a"/>';
    expect(itemOf(atom(`<entry><title>t</title>${links}</entry>`)).url).toBe("https://mill.test/a");
  });
});

describe("dates are those that are written", () => {
  test.each([
    ["Tue, 03 Oct 2023 00:30:00 +0100", "2023-10-03"],
    ["Tue, 03 Oct 2023 23:30:00 EST", "2023-10-03"],
    ["3 Oct 2023", "2023-10-03"],
    ["Tue, 3 Oct 23 09:00:00 GMT", "2023-10-03"],
    ["Sat, 03 Oct 98 09:00:00 GMT", "1998-10-03"],
    ["Tuesday, October 3, 2023", "2023-10-03"],
    ["2023-10-03", "2023-10-03"],
    ["2023-10-03T00:00:00+14:00", "2023-10-03"],
    ["2023-10-03 10:00:00", "2023-10-03"],
    ["2023-10", null],
    ["Thu, 01 Jan 1970 00:00:00 GMT", null],
    ["Mon, 31 Feb 2023 10:00:00 GMT", null],
    ["10/03/2023", null],
    ["yesterday", null],
    ["", null],
  ])("%j: %j", (date, published) => {
    expect(itemOf(rss(`<item><title>t</title><pubDate>${date}</pubDate></item>`)).published).toBe(published);
  });

  test("a date of Dublin Core serves where the feed's own is none, an update where nothing else is", () => {
    const item = "<item><title>t</title><pubDate>soon</pubDate><dc:date>2023-10-03</dc:date></item>";
    expect(itemOf(rss(item)).published).toBe("2023-10-03");
    expect(
      itemOf(atom("<entry><title>t</title><updated>2023-10-03T10:00:00Z</updated></entry>")).published,
    ).toBe("2023-10-03");
    expect(itemOf(json([{ id: "1", title: "t", date_modified: "2023-10-03T10:00:00Z" }])).published).toBe(
      "2023-10-03",
    );
  });
});

describe("words become plain text on one line", () => {
  const titled = (title: string) =>
    itemOf(rss(`<item><title>${title}</title><link>https://mill.test/1</link></item>`)).title;

  test.each([
    ["<![CDATA[A <b>bold</b> plan]]>", "A bold plan"],
    ["A &lt;em&gt;plan&lt;/em&gt;", "A plan"],
    ["A <em>plan</em>", "A plan"],
    ["Fish &amp;amp; chips", "Fish & chips"],
    ["The council&#8217;s &pound;5m", "The council’s £5m"],
    ["<![CDATA[Why 3 < 5]]>", "Why 3 < 5"],
    ["Line\n  one\ttwo", "Line one two"],
    ["Zero\u200Bwidth \u202Eturned", "Zerowidth turned"],
    ["<![CDATA[<script>alert(1)</script>Safe]]>", "Safe"],
    ["<![CDATA[One<br>two]]>", "One two"],
  ])("%j: %j", (title, text) => {
    expect(titled(title)).toBe(text);
  });

  test("a plain title of Atom or JSON Feed keeps what looks like a tag, but for what was escaped twice", () => {
    const entry = (type: string, title: string) =>
      itemOf(atom(`<entry><id>1</id><title${type}>${title}</title></entry>`)).title;
    expect(entry("", "The &lt;b&gt; of HTML")).toBe("The <b> of HTML");
    expect(entry(' type="text"', "Fish &amp;amp; &lt;b&gt;")).toBe("Fish & <b>");
    expect(entry(' type="xhtml"', '<div xmlns="http://www.w3.org/1999/xhtml">A <b>plan</b></div>')).toBe(
      "A plan",
    );
    expect(itemOf(json([{ id: "1", title: "The <b> of HTML" }])).title).toBe("The <b> of HTML");
  });

  test("a summary ends after 300 letters, a title too", () => {
    const item = itemOf(
      rss(
        `<item><title>${"a ".repeat(400)}</title><description>${"word ".repeat(5000)}</description></item>`,
      ),
    );
    expect([...item.title].length).toBeLessThanOrEqual(300);
    expect([...item.summary].length).toBeLessThanOrEqual(300);
    expect(item.summary).toMatch(/^word word.*…$/);
  });

  test("a picture that is written as text does not hide the words after it", () => {
    const picture = `<img src="data:image/png;base64,${"A".repeat(100_000)}">`;
    const item = itemOf(
      rss(`<item><title>t</title><description><![CDATA[${picture}<p>Words.</p>]]></description></item>`),
    );
    expect(item.summary).toBe("Words.");
  });

  test("authors are names, not mail addresses, each once", () => {
    const item =
      "<item><title>t</title><author>ann@mill.test (Ann Lee)</author><author>bob@mill.test</author><author>Ann Lee</author></item>";
    expect(itemOf(rss(item)).authors).toEqual(["Ann Lee"]);
    const feed = "<title>t</title><author><name>Ann Lee</name></author>";
    expect(itemOf(atom("<entry><title>t</title></entry>", feed)).authors).toEqual(["Ann Lee"]);
  });
});

describe("what is no feed, or a broken one, is told in words", () => {
  test.each([
    ["", /^it is empty$/],
    [" \n ", /^it is empty$/],
    ["Not found", /no feed: it begins like neither XML nor JSON/],
    ["\u0000\u0001PNG", /no feed/],
    ["<!doctype html><html><body>Sign in</body></html>", /it is a web page, expected a feed$/],
    ["<!-- x --><html lang=en></html>", /web page/],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html/>', /web page/],
    ['<opml version="2.0"><body/></opml>', /XML of another kind \(<opml>\)/],
    ["<svg:svg/>", /XML of another kind \(<svg>\)/],
    ['{"error": "gone"}', /JSON, but no feed/],
    ['{"version": "https://jsonfeed.org/version/1", "items": [', /JSON is broken, or breaks off/],
    ["[1,2,3]", /no feed/],
    [rss("<item><title>One</title></item><item><title>Tw").slice(0, -20), /breaks off in the middle/],
    [rss("<item><title>One</item>"), /breaks off in the middle, or an element is not ended/],
    ['<rss version="2.0"></rss>', /nothing in it/],
    ['<rss version="2.0"', /no feed|breaks off|nothing in it/],
  ])("%j", (text, why) => {
    expect(whyNot(text)).toMatch(why);
  });

  test("a web page that names its feed is asked for that one", () => {
    const page =
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/news/rss?a=1&amp;b=2"></head><body></body></html>';
    expect(whyNot(page)).toContain("the page names https://mill.test/news/rss?a=1&b=2 as its feed");
  });

  test("a byte order mark, blank lines and a document type before the feed are borne", () => {
    const dtd = '<!DOCTYPE rss [<!ENTITY mill "The ] Mill">]>';
    expect(read(`\uFEFF\n\n${rss("<item><title>t</title></item>", "<title>M</title>", dtd)}`).title).toBe(
      "M",
    );
    expect(read(rss("", "<title>M</title>", '<!-- a --><?xml-stylesheet href="x"?>')).title).toBe("M");
  });

  test("a feed that is cut off between two items gives what it has, and that is told", () => {
    const text = rss(`<item><title>One</title></item><item>`).replace("</channel></rss>", "");
    const { feed, problems } = readFeed(text, AT);
    expect(feed?.items.map(({ title }) => title)).toEqual(["One"]);
    expect(problems).toEqual(["its XML breaks off: items at its end may be missing"]);
    expect(readFeed(`${rss("")}<!-- made by the mill -->`, AT).problems).toEqual([]);
  });

  test("no message repeats what the feed says", () => {
    expect(whyNot(rss("<item><__proto__>SECRET</__proto__></item>"))).not.toContain("SECRET");
    expect(whyNot(`<${"a".repeat(5000)}>`)).not.toContain("aaaa");
  });
});

describe("what is hostile or huge is harmless and quick", () => {
  const fill = (unit: string, size = 2_000_000) => unit.repeat(Math.floor(size / unit.length));
  const quick = (text: string) => {
    const start = performance.now();
    const result = readFeed(text, AT);
    expect(performance.now() - start).toBeLessThan(8000);
    return result;
  };

  test("of 10,000 items the newest count, in the feed's order, and that is told", () => {
    const days = Array.from({ length: 10_000 }, (_, index) =>
      new Date(Date.UTC(1996, 0, index)).toISOString().slice(0, 10),
    );
    const { feed, problems } = quick(
      rss(
        days
          .map(
            (day, index) =>
              `<item><guid>${index}</guid><title>${index}</title><dc:date>${day}</dc:date></item>`,
          )
          .join(""),
      ),
    );
    expect(problems).toEqual(["it has more than 1,000 items: only the newest count"]);
    expect(feed?.items).toHaveLength(MAX_ITEMS);
    expect(feed?.items.map(({ id }) => id).slice(0, 2)).toEqual(["9000", "9001"]);
  });

  test("without dates the first of too many count", () => {
    const items = Array.from({ length: 1500 }, (_, index) => `<item><title>${index}</title></item>`).join("");
    expect(read(rss(items)).items.map(({ title }) => title)).toEqual(
      Array.from({ length: 1000 }, (_, index) => String(index)),
    );
  });

  test.each([
    [
      "an entity bomb",
      rss(
        "<item><title>&lol9;</title></item>",
        "<title>t</title>",
        `<!DOCTYPE x [<!ENTITY lol0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`).join("")}]>`,
      ),
    ],
    ["a tower of elements", rss(fill("<x>"))],
    ["elements in a title", rss(`<item><title>${fill("<b>")}</title></item>`)],
    ["a title of marks", rss(`<item><title>${fill("&")};</title></item>`)],
    ["sections that are not ended", rss(`<item><title>${fill("<![CDATA[")}</title></item>`)],
    ["comments that are not ended", rss(fill("<!--"))],
    ["marks alone", rss(fill("<"))],
    ["a document type that is not ended", `<!DOCTYPE x [${fill('<!ENTITY a "b">')}`],
    ["blanks", rss(`<item><title>${fill(" ")}</title></item>`)],
    [
      "one long word",
      rss(`<item><title>${fill("a")}</title><pubDate>${fill("1")}</pubDate><link>${fill("a")}</link></item>`),
    ],
    ["a tower of JSON", `{"version":"https://jsonfeed.org/version/1","items":${fill("[")}`],
    [
      "keys of JSON",
      `{"version":"https://jsonfeed.org/version/1","title":"t","items":[{"id":"1","__proto__":{"title":"x"},"constructor":1}]}`,
    ],
    ["items of JSON that are none", json([null, 1, "x", [], { id: {} }, { title: ["a"] }])],
    [
      "HTML in every summary",
      rss(
        fill(
          `<item><title>t</title><description><![CDATA[${"<b><i a=1>".repeat(100)}]]></description></item>`,
          500_000,
        ),
      ),
    ],
  ])("%s", (_, text) => {
    const { feed, problems } = quick(text);
    for (const item of feed?.items ?? []) {
      expect([...item.title].length).toBeLessThanOrEqual(300);
      expect([...item.summary].length).toBeLessThanOrEqual(300);
    }
    expect(feed !== null || problems.length > 0).toBe(true);
  });

  test("more than 10 MB, or than 300,000 tags, are refused unread", () => {
    expect(whyNot(rss(fill("a", 11_000_000)))).toBe("it is over 10 MB");
    expect(whyNot(rss(fill("<a/>")))).toBe("it has more than 300,000 tags");
  });

  test("no text throws", () => {
    const pieces = [
      "<rss>",
      "<channel>",
      "<item>",
      "</item>",
      "<title>",
      "</title>",
      "<![CDATA[",
      "]]>",
      "<feed>",
      "<entry>",
      "&amp;",
      "&",
      "<",
      ">",
      '"',
      "{",
      '"items":[',
      "x",
      "<?xml?>",
      "<!--",
      "<rdf:RDF>",
      "\u0000",
      "<link href='",
      "</rss>",
      "</channel>",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        for (const text of [parts.join(""), rss(parts.join("")), atom(parts.join(""))]) readFeed(text, AT);
      }),
      { numRuns: 300 },
    );
  });
});
