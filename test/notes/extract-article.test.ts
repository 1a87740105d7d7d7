// The article of a page as a capture: every word that a reader sees, and none that stands around or is hidden.

import { describe, expect, test } from "vitest";
import { readPage } from "../../src/notes/read-page.ts";

const TEXT =
  "The town council has agreed to mend the clock, which has shown ten past four since the summer of 2019. ";
const PARAGRAPH = `<p>${TEXT.repeat(3)}</p>`;
const capture = (middle: string) =>
  readPage(
    `<body><main><article><h1>Clock</h1>${PARAGRAPH}${middle}${PARAGRAPH}</article></main></body>`,
    "https://a.example/b/c",
    null,
  ).article;

describe("hidden text", () => {
  test.each([
    "<p hidden>secret</p>",
    '<p aria-hidden="true">secret</p>',
    '<p style="display: none">secret</p>',
    '<p style="visibility:hidden">secret</p>',
    '<p style="opacity:0">secret</p>',
    '<p style="opacity:0.0;color:red">secret</p>',
    '<p style="font-size:0px">secret</p>',
    '<p style="font-size:1px">secret</p>',
    '<p style="position:absolute;left:-9999px">secret</p>',
    '<p style="text-indent:-10000px">secret</p>',
    '<p style="height:0;overflow:hidden">secret</p>',
    '<p style="clip-path: inset(50%)">secret</p>',
    '<p style="clip:rect(0,0,0,0)">secret</p>',
    '<p style="transform:scale(0)">secret</p>',
    '<p style="color:#FFF">secret</p>',
    '<p style="color:white;background-color:#ffffff">secret</p>',
    '<div style="background:black"><p style="color:#000000">secret</p></div>',
    '<font color="#ffffff">secret</font>',
    '<span class="sr-only">secret</span>',
    '<style>.x9{display:none!important}</style><p class="x9">secret</p>',
    '<style>@media all{} #y{font-size:0}</style><p id="y">secret</p>',
    "<noscript>secret</noscript><template>secret</template><!-- secret -->",
    "<details><summary>More</summary></details><dialog>secret</dialog>",
    `<p>${[..."secret"].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("")}</p>`,
  ])("%s", (html) => {
    const article = capture(html);
    expect(article).not.toContain("secret");
    expect(article).not.toMatch(/[\u{E0000}-\u{E007F}]/u);
    expect(article.split("ten past four")).toHaveLength(7);
  });
});

describe("words that are seen stay", () => {
  test.each([
    '<p style="font-size:1em">seen words of it</p>',
    '<p style="font-size:16px;opacity:0.8">seen words of it</p>',
    '<p style="left:0;height:auto;overflow:hidden">seen words of it</p>',
    '<div style="background:#036"><p style="color:white">seen words of it</p></div>',
    '<p class="box"><b style="color:#fff">seen words of it</b></p>',
    '<style>@media print{.z{display:none}}</style><p class="z">seen words of it</p>',
    '<h2 id="consent">seen words of it</h2><p>By law it is needed.</p>',
    '<div class="social-care"><p>seen words of it</p></div>',
    "<blockquote>Two wise words<footer>seen words of it</footer></blockquote>",
    "<details><summary>Why</summary><p>seen words of it</p></details>",
    "<ul><li>seen</li><li>words</li></ul><p>seen words of it</p>",
  ])("%s", (html) => {
    expect(capture(html)).toContain("seen words of it");
  });
});

test("an article whose own box has a name of furniture stays", () => {
  const html = `<body><div class="newsletter-box"><h1>Clock</h1><div class="related">${PARAGRAPH.repeat(3)}</div></div></body>`;
  expect(readPage(html, null, null).article.split("ten past four")).toHaveLength(10);
});

describe("what stands around an article goes", () => {
  test.each([
    '<div class="share-tools"><a href="/f">secret</a></div>',
    '<div class="newsletterSignup"><p>secret</p></div>',
    "<aside>secret</aside>",
    '<div role="dialog">secret</div>',
    '<p><b>Read more:</b> <a href="/x">secret words of another article</a></p>',
    "<h3>Sign up to our newsletter</h3><p>secret in your inbox.</p>",
    '<figure><img src="a.jpg"><figcaption>secret</figcaption></figure>',
    "<h2>Related</h2><ul><li><a href='/x'>secret</a></li></ul>",
    "<ul><li>Share on Facebook</li><li>Email</li></ul>",
    "<button>secret</button><form><label>secret</label></form>",
    "<script>secret</script><style>.secret{}</style>",
    '<iframe src="https://a.example/">secret</iframe>',
  ])("%s", (html) => {
    const article = capture(html);
    expect(article).not.toContain("secret");
    expect(article.split("ten past four")).toHaveLength(7);
  });
});

test("a paragraph after a box of related stories is the article's again; after the comments nothing is", () => {
  const long = `<p>${"Back to the clock. ".repeat(15)}</p>`;
  const article = capture(`<h2>Related stories</h2><p>secret</p>${long}`);
  expect(article).not.toContain("secret");
  expect(article).toContain("Back to the clock.");
  expect(capture(`<h2>3 comments</h2><p>About time.</p>${long}`)).not.toContain("About time");
});

describe("marks", () => {
  test("links are whole, http or https, and without tracking; other links are words", () => {
    const html =
      '<p>See <a href="../d?a=1&amp;utm_source=b">one</a>, <a href="HTTPS://C.example/">two</a>, <a href="javascript:x()">three</a>, <a href="mailto:a@b.example">four</a>, <a href="data:text/html,x">five</a>, <a href="#n">six</a>.</p>';
    expect(capture(html)).toContain(
      "See [one](https://a.example/d?a=1), [two](https://c.example/), three, four, five, six.",
    );
  });

  test("quotation marks, stress and breaks stay as they are", () => {
    expect(capture("<p>“It’s <em>ten past</em> four” – ‘still’, <q>she</q> said &amp; left.</p>")).toContain(
      '“It’s *ten past* four” – ‘still’, "she" said & left.',
    );
  });

  test("quotations, lists and tables keep their form", () => {
    const html =
      "<blockquote><p>Words one.</p><p>Words two.</p></blockquote><ol><li>First</li><li>Second<ul><li>Inner</li></ul></li></ol><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>";
    const article = capture(html);
    expect(article).toContain("> Words one.\n>\n> Words two.");
    expect(article).toContain("1. First\n2. Second\n   - Inner");
    expect(article).toContain("| a | b |");
  });

  test("what looks like HTML or markdown in the text is captured as text", () => {
    expect(capture("<p>Type &lt;b&gt; and *not* _this_ [word](x) &amp;nbsp; here.</p>")).toContain(
      "Type \\<b> and \\*not\\* \\_this\\_ \\[word]\\(x) \\&nbsp; here.",
    );
  });
});
