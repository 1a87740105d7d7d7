// Pages read in a thread: what comes back, and what becomes of a page that would keep a parser busy.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readFeedInWorker, readPageInWorker } from "../../src/io/read-in-worker.ts";
import { readFeed } from "../../src/notes/read-feed.ts";
import { readPage } from "../../src/notes/read-page.ts";
import { UserError } from "../../src/problem.ts";

function loadPage(file: string): string {
  return readFileSync(fileURLToPath(new URL(`../pages-to-read/${file}`, import.meta.url)), "utf8");
}

test("a page comes back from the thread as it is read in place", async () => {
  const address = "https://www.gov.test/government/news/departments-to-publish-their-algorithms";
  const html = loadPage("gov-page.html");
  expect(await readPageInWorker(html, address, "2026-11-22")).toEqual(readPage(html, address, "2026-11-22"));
});

test("a page that takes too long is given up, and the next one is read", async () => {
  const slow = `<p>${"<b><i a=1>".repeat(40)}${"<p>words of a paragraph, of no use".repeat(20_000)}`;
  await expect(readPageInWorker(slow, null, "2026-11-22", 300)).rejects.toThrow(UserError);
  const facts = await readPageInWorker(loadPage("council-news.html"), null, "2026-11-22");
  expect(facts.title?.value).toBe("Library cards go digital");
});

test("what the page is refused for keeps its hint", async () => {
  const deep = `${"<div>".repeat(3_000)}words${"</div>".repeat(3_000)}`;
  const refusal = await readPageInWorker(deep, null, "2026-11-22").catch((error) => error);
  expect(refusal).toBeInstanceOf(UserError);
  expect(refusal.message).toContain("150 at the most");
  expect(refusal.hint).toContain("Save the article's text");
});

test("several pages at once are all read", async () => {
  const files = ["welsh.html", "amp.html", "think-tank.html"];
  const read = await Promise.all(files.map((file) => readPageInWorker(loadPage(file), null, "2026-11-22")));
  expect(read.map((facts) => facts.language?.value)).toEqual(["cy", "en-GB", "en-GB"]);
});

const feed = (item: string) =>
  `<rss version="2.0"><channel><title>The Mill Post</title><item><title>One</title>${item}</item></channel></rss>`;

test("a feed comes back from the thread as it is read in place, between pages", async () => {
  await readPageInWorker(loadPage("council-news.html"), null, "2026-11-22");
  const address = "https://mill.test/feed";
  const read = await readFeedInWorker(feed("<link>/1</link>"), address);
  expect(read).toEqual(readFeed(feed("<link>/1</link>"), address));
  expect(read.feed?.items.map(({ url }) => url)).toEqual(["https://mill.test/1"]);
});

test("a feed that keeps its parser busy is given up, and the next one is read", async () => {
  const busy = feed(`<author>${"(".repeat(3_000_000)}</author>`);
  await expect(readFeedInWorker(busy, "https://mill.test/feed", 500)).rejects.toThrow(
    /feed that takes over 1 seconds? to read/,
  );
  expect((await readFeedInWorker(feed(""), "https://mill.test/feed")).feed?.title).toBe("The Mill Post");
});
