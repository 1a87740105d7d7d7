import fc from "fast-check";
import type { RootContent } from "mdast";
import { describe, expect, it } from "vitest";
import { readPublicText } from "../../src/markdown/public-text.ts";
import { blocksOf, writeHtml } from "../../src/markdown/write-html.ts";
import { list, parse, publish, speak } from "./support.ts";

const PAGE = /^(?:p|blockquote|ul|ol|li|em|strong|code|pre|a|h[2-6]|table|thead|tbody|tr|th|td|hr|br)$/;
const FEED = /^(?:p|ol|ul|li|a)$/;
const SAMPLE =
  '# One\n\n### Two\n\nA *b* **c** `d` [e](https://x.org/?a=1&b=2 "t") f\\\ng\n\n> h\n\n3. i\n4. j\n\n```js\nk < l\n```\n\n| m | n |\n|:-:|---|\n| o | p |\n\n---\n\n- q\n\n  r\n';

function html(text: string, profile: "page" | "feed"): string {
  return writeHtml(readPublicText(parse(text)).tree.children, profile);
}

describe("writeHtml", () => {
  it("writes a page with its highest heading under the title, and no level skipped", () => {
    expect(html(SAMPLE, "page")).toBe(
      '<h2>One</h2>\n<h3>Two</h3>\n<p>A <em>b</em> <strong>c</strong> <code>d</code> <a href="https://x.org/?a=1&amp;b=2">e</a> f<br>\ng</p>\n<blockquote>\n<p>h</p>\n</blockquote>\n<ol start="3">\n<li>i</li>\n<li>j</li>\n</ol>\n<pre><code>k &lt; l\n</code></pre>\n<table>\n<thead>\n<tr>\n<th scope="col">m</th>\n<th scope="col">n</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>o</td>\n<td>p</td>\n</tr>\n</tbody>\n</table>\n<hr>\n<ul>\n<li>\n<p>q</p>\n<p>r</p>\n</li>\n</ul>',
    );
  });

  it("writes a feed of paragraphs, lists and links without losing a word", () => {
    expect(html(SAMPLE, "feed")).toBe(
      '<p>One</p>\n<p>Two</p>\n<p>A b c d <a href="https://x.org/?a=1&amp;b=2">e</a> f g</p>\n<p>h</p>\n<ol start="3">\n<li>i</li>\n<li>j</li>\n</ol>\n<p>k &lt; l</p>\n<p>m, n</p>\n<p>o, p</p>\n<ul>\n<li>\n<p>q</p>\n<p>r</p>\n</li>\n</ul>',
    );
  });

  it("writes inline nodes as a fragment without a paragraph", () => {
    expect(writeHtml(speak("a *b* [c](https://x.org)").paragraphs[0]?.phrasing ?? [], "page")).toBe(
      'a <em>b</em> <a href="https://x.org">c</a>',
    );
    expect(writeHtml([], "page")).toBe("");
  });

  it("unwraps links to addresses that may not be published, whoever made the nodes", () => {
    const urls = ["javascript:x", "//host", "/path", "data:x", "#id"];
    for (const url of urls)
      expect(writeHtml([{ type: "link", url, children: [{ type: "text", value: "w" }] }], "page")).toBe("w");
    expect(
      writeHtml(
        [{ type: "link", url: "https://a:b@x.org", children: [{ type: "text", value: "w" }] }],
        "page",
      ),
    ).toBe('<a href="https://x.org">w</a>');
    expect(writeHtml([{ type: "html", value: "<script>x</script>" }], "page")).toBe("");
  });

  it("has no tag and no attribute outside the profile for any text", () => {
    const parts = [
      "<b onclick=x>",
      "<script>",
      "</p>",
      "# ",
      "> ",
      "- ",
      "|a|\n|-|\n",
      "[x](javascript:y)",
      '[x](https://x.org "t")',
      "*",
      "`",
      "\n\n",
      "\n",
      "&lt;i&gt;",
      "![i](j)",
      "[^n]",
      "<!-- c -->",
      "1. ",
      "a",
      " ",
      "~~",
      '"',
      "'",
      "&",
    ];
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((chosen) => chosen.join(""));
    const property = fc.property(text, (source) => {
      for (const [profile, allowed] of [
        ["page", PAGE],
        ["feed", FEED],
      ] as const) {
        const written = html(source, profile);
        for (const [, name, attributes] of written.matchAll(/<\/?([^\s>/]+)([^>]*)>/g)) {
          expect(name).toMatch(allowed);
          expect(attributes).toMatch(
            /^(?: scope="col"| href="(?:https?:\/\/|mailto:)[^"<>]*"| start="\d+")?$/,
          );
        }
        expect(written.replace(/<\/?[a-z][^>]*>/g, "")).not.toContain("<");
      }
    });
    fc.assert(property, { numRuns: 100 });
  });
});

describe("blocksOf", () => {
  it("joins consecutive items to a list and consecutive quotations to one", () => {
    const blocks = blocksOf(speak("- a\n- b\n\n> c\n>\n> d\n\ne\n\n- f").paragraphs);
    expect(
      blocks.map((block: RootContent) => [block.type, "children" in block ? block.children.length : 0]),
    ).toEqual([
      ["list", 2],
      ["blockquote", 2],
      ["paragraph", 1],
      ["list", 1],
    ]);
  });
});

describe("readPublicText", () => {
  it("keeps the structure and resolves references", () => {
    const { markdown, problems } = publish(
      "# A\n\n- b [c][r]\\\n  d\n\n> e\n\n```js\nf\n```\n\n---\n\n[r]: https://x.org",
    );
    expect(markdown).toBe("# A\n\n- b [c](https://x.org)\\\n  d\n\n> e\n\n```js\nf\n```\n\n---");
    expect(problems).toEqual([]);
  });

  it("drops HTML, images, footnotes, task boxes and bad addresses with warnings", () => {
    const { markdown, problems } = publish(
      "a <b>c</b><!-- x -->[^n] ![d](e)\n\n<script>f\n\ng</script>h\n\n- [ ] i [j](/k)\n\n[^n]: l\n\n[m]: https://x.org\n\n7. n\n9. o",
    );
    expect(markdown).toBe("a c\n\nh\n\n- i j\n\n7. n\n8. o");
    expect(list(problems)).toEqual([
      "1:3 html-dropped",
      "1:21 footnote-not-shown",
      "1:26 image-not-shown",
      "3:1 html-dropped",
      "7:1 task-box",
      "7:9 bad-address",
      "9:1 footnote-not-shown",
      "11:1 unused-definition",
      "13:1 list-number",
    ]);
  });

  it("never prints a name or password", () => {
    const { markdown } = publish(
      "[a](https://me:secret@x.org) <https://me:secret@x.org>\n\n```\nhttps://me:secret@x.org\n```",
    );
    expect(markdown).not.toContain("secret");
  });

  it("holds no positions, so that the same text gives the same tree wherever it stands", () => {
    const text = "a *b*\n\n- c [d](https://x.org)";
    expect(readPublicText(parse(text, 1)).tree).toEqual(readPublicText(parse(text, 9)).tree);
  });
});
