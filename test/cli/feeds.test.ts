// roundup feeds against a server on loopback: what is new, what goes into the inbox, and what becomes of broken feeds.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type Files, linesOf, makeShow } from "../support/make-show.ts";
import {
  type Page,
  type PageServer,
  redirectTo,
  type ServedPage,
  startPageServer,
} from "../support/page-server.ts";
import { runProgram } from "../support/run-program.ts";
import { startOnTerminal } from "./start-program.ts";

const started: PageServer[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

async function serve(pages: Readonly<Record<string, ServedPage>>): Promise<PageServer> {
  const server = await startPageServer(pages);
  started.push(server);
  return server;
}

const xml = (body: string, more: Page = {}): Page => ({
  headers: { "content-type": "application/rss+xml" },
  body,
  ...more,
});

const item = (n: number, title: string, more = "") =>
  `<item><guid isPermaLink="false">${n}</guid><title>${title}</title><link>/story/${n}</link><pubDate>Tue, 03 Oct 2023 09:00:00 GMT</pubDate>${more}</item>`;

const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>The Mill Post</title>${items.join("")}</channel></rss>`;

const story = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:title" content="${title}"></head><body><article><h1>${title}</h1>${"<p>The council of the mill has counted its bins with a new tool, and found that there are more of them than anyone thought. Nobody knows who bought them.</p>".repeat(6)}</article></body></html>`;

const ONE = item(1, "LOTI counts the bins");
const TWO = item(2, "A quiet week");

/** A show with these feeds, written as YAML below `feeds:`. */
const showOf = (feeds: string, files: Files = {}) =>
  makeShow({ "roundup.yaml": `show:\n  title: The Mill Post\nfeeds:\n${feeds}`, ...files });

const feeds = (show: string, ...words: string[]) =>
  runProgram(["feeds", "--allow-local", ...words], { cwd: show });

interface Printed {
  readonly feeds: readonly {
    readonly title: string;
    readonly status: string;
    readonly problems: readonly string[];
    readonly items: readonly Record<string, unknown>[];
  }[];
}

async function readJson(show: string, ...words: string[]): Promise<Printed["feeds"]> {
  const { stdout } = await feeds(show, "--json", ...words);
  return (JSON.parse(stdout) as Printed).feeds;
}

const titlesOf = (printed: Printed["feeds"]) =>
  printed.flatMap(({ items }) => items.map(({ title }) => title));

describe("roundup feeds", () => {
  test("prints what is new, by feed, with its date, its address, its segment and the words that tell it", async () => {
    const server = await serve({ "/a": xml(rss(ONE, TWO)), "/b": xml(rss(item(3, "NHS England hires"))) });
    const show = showOf(
      `  - ${server.url}/a\n  - { url: "${server.url}/b", title: The Dale Times, segment: central }\n`,
    );
    const run = await feeds(show);
    expect(run.stdout).toBe(`The Mill Post, 2 new
  2023-10-03  LOTI counts the bins
    local, by "LOTI" in the title
    ${server.url}/story/1
  2023-10-03  A quiet week
    no word tells the segment
    ${server.url}/story/2
The Dale Times, 1 new
  2023-10-03  NHS England hires
    central, as roundup.yaml says of this feed
    ${server.url}/story/3
`);
    expect(linesOf(run.stderr)).toEqual([
      "3 new items in 2 feeds. Next time they count as seen; --all shows them again.",
      "Next: roundup add <address>",
    ]);
    expect(run.status).toBe(0);
  });

  test("asks for what has changed alone, and shows an item once", async () => {
    let body = rss(ONE);
    const server = await serve({ "/a": () => xml(body, { etag: `"${body.length}"` }) });
    const show = showOf(`  - ${server.url}/a\n`);
    expect(titlesOf(await readJson(show))).toEqual(["LOTI counts the bins"]);
    expect(await readJson(show)).toMatchObject([{ status: "unchanged", items: [] }]);
    expect(server.requests.map(({ headers }) => headers["if-none-match"])).toEqual([
      undefined,
      `"${body.length}"`,
    ]);
    body = rss(TWO, ONE);
    expect(titlesOf(await readJson(show))).toEqual(["A quiet week"]);
    const nothing = await feeds(show);
    expect(nothing).toMatchObject({ stdout: "", stderr: "Nothing new in 1 feed.\n", status: 0 });
  });

  test("asks by date where a server gives no tag", async () => {
    const lastModified = "Tue, 03 Oct 2023 10:00:00 GMT";
    const server = await serve({ "/a": xml(rss(ONE), { lastModified }) });
    const show = showOf(`  - ${server.url}/a\n`);
    await feeds(show);
    expect((await readJson(show))[0]?.status).toBe("unchanged");
  });

  test("with --all shows again what was seen, and where the collected stand", async () => {
    const server = await serve({ "/a": xml(rss(ONE, TWO), { etag: '"1"' }) });
    const show = showOf(`  - ${server.url}/a\n`, {
      "inbox/bins.md": `---\ntitle: Bins\nsegment: local\nsources:\n  - url: ${server.url}/story/1?utm_source=x\n---\n\nWords.\n`,
    });
    expect(titlesOf(await readJson(show))).toEqual(["A quiet week"]);
    const again = await feeds(show, "--all");
    expect(again.stdout).toContain("LOTI counts the bins (collected in inbox/bins.md:5)");
    expect(again.stdout).toContain("A quiet week (seen)");
  });

  test("passes over what an episode has, and what an earlier feed of the same run has", async () => {
    const server = await serve({
      "/a": xml(rss(ONE, TWO)),
      "/b": xml(rss(ONE.replace(">1<", ">x<"), item(3, "Three"))),
    });
    const show = showOf(`  - ${server.url}/a\n  - ${server.url}/b\n  - ${server.url}/a?\n`, {
      "episodes/spring/stories/quiet.md": `---\ntitle: Quiet\nsegment: local\nsources: { url: ${server.url}/story/2/ }\n---\n\nWords.\n`,
    });
    expect((await readJson(show)).map(({ items }) => items.map(({ title }) => title))).toEqual([
      ["LOTI counts the bins"],
      ["Three"],
    ]);
  });

  test("when out/ is deleted everything is new again", async () => {
    const server = await serve({ "/a": xml(rss(ONE), { etag: '"1"' }) });
    const show = showOf(`  - ${server.url}/a\n`);
    await feeds(show);
    rmSync(join(show, "out"), { recursive: true });
    expect(titlesOf(await readJson(show))).toEqual(["LOTI counts the bins"]);
  });

  test("reads every kind of feed, and follows a redirect", async () => {
    const server = await serve({
      "/atom": {
        headers: { "content-type": "application/atom+xml" },
        body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>Atom</title><link href="/1"/></entry></feed>`,
      },
      "/json": {
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          version: "https://jsonfeed.org/version/1.1",
          title: "J",
          items: [{ id: "1", title: "JSON" }],
        }),
      },
      "/rdf": {
        headers: { "content-type": "text/xml" },
        body: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>R</title></channel><item><title>RDF</title><link>x</link></item></rdf:RDF>`,
      },
      "/old": redirectTo("/new/feed", 301),
      "/new/feed": xml(
        "<rss version='2.0'><channel><title>N</title><item><title>Moved</title><link>here</link></item></channel></rss>",
      ),
    });
    const show = showOf(["atom", "json", "rdf", "old"].map((path) => `  - ${server.url}/${path}\n`).join(""));
    const printed = await readJson(show);
    expect(printed.map(({ items }) => [items[0]?.title, items[0]?.url, items[0]?.published])).toEqual([
      ["Atom", `${server.url}/1`, null],
      ["JSON", null, null],
      ["RDF", `${server.url}/x`, null],
      ["Moved", `${server.url}/new/here`, null],
    ]);
  });

  test("tells of a broken feed with its place, and goes on", async () => {
    const server = await serve({
      "/page": { body: '<!doctype html><link rel="alternate" type="application/rss+xml" href="/a">' },
      "/broken": xml("<rss><channel><item><title>O"),
      "/pdf": { headers: { "content-type": "application/pdf" }, body: "%PDF" },
      "/huge": xml(`<rss><channel>${" ".repeat(11 * 1024 * 1024)}`),
      "/large": xml(rss(ONE, `<item><description>${"word ".repeat(1_900_000)}</description></item>`)),
    });
    const show = showOf(
      `  - ${server.url}/page\n  - ${server.url}/broken\n  - url: ${server.url}/gone\n  - ${server.url}/pdf\n  - ${server.url}/huge\n  - ${server.url}/large\n`,
    );
    const run = await feeds(show);
    const host = server.url.slice("http://".length);
    expect(linesOf(run.stderr).slice(0, -2)).toEqual([
      `roundup.yaml:4:5: warning: The feed could not be read: it is a web page, expected a feed; the page names ${server.url}/a as its feed (broken-feed)`,
      "roundup.yaml:5:5: warning: The feed could not be read: its XML breaks off in the middle, or an element is not ended (broken-feed)",
      `roundup.yaml:6:5: warning: The feed could not be read: ${host} has no such page (404). Look at the address; a search of the site may know where the page is now. (broken-feed)`,
      "roundup.yaml:7:5: warning: The feed could not be read: it answered with application/pdf, expected a feed (broken-feed)",
      expect.stringMatching(
        /^roundup.yaml:8:5: warning: The feed could not be read: .* sent more than 10 MB/,
      ),
    ]);
    expect(run.stdout).toContain("LOTI counts the bins");
    expect(run.status).toBe(0);
  });

  test("exits with 1 only where every feed failed, and a failure costs no memory of what was seen", async () => {
    let isDown = false;
    const server = await serve({
      "/a": () => (isDown ? { status: 503 } : xml(rss(ONE), { etag: '"1"' })),
    });
    const show = showOf(`  - ${server.url}/a\n`);
    await feeds(show);
    isDown = true;
    expect(await feeds(show)).toMatchObject({ status: 1, stdout: "" });
    isDown = false;
    expect(await readJson(show)).toMatchObject([{ status: "unchanged" }]);
  });

  test("asks no address of this machine without being told to", async () => {
    const server = await serve({ "/a": xml(rss(ONE)) });
    const run = await runProgram(["feeds"], { cwd: showOf(`  - ${server.url}/a\n`) });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain("--allow-local");
    expect(server.connections).toBe(0);
  });

  test("says how to name a feed where none is named", async () => {
    const run = await runProgram(["feeds"], { cwd: makeShow() });
    expect(run).toMatchObject({ stdout: "", status: 1 });
    expect(run.stderr).toBe(
      "roundup: roundup.yaml names no feed.\nName one there, as: feeds: [https://example.org/news/feed.xml]\n",
    );
  });

  test("prints nothing that could steer a terminal, of a title or an address", async () => {
    const hostile = item(1, "Red \u001b[31mtitle&#x202E;").replace(
      "/story/1",
      "https://mill.test/&#x202E;a&#x9B;b",
    );
    const server = await serve({ "/a": xml(rss(hostile)) });
    const { stdout } = await feeds(showOf(`  - ${server.url}/a\n`));
    expect(stdout).toContain("Red [31mtitle\n");
    expect(stdout).toContain("https://mill.test/\\u{202E}a");
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u202e]/);
  });
});

describe("roundup feeds --add", () => {
  test("takes every new item into the inbox, with the feed's segment or its own", async () => {
    const server = await serve({
      "/a": xml(rss(ONE)),
      "/b": xml(rss(item(2, "Two"))),
      "/story/1": story("LOTI counts the bins"),
      "/story/2": story("Two"),
    });
    const show = showOf(`  - ${server.url}/a\n  - { url: "${server.url}/b", segment: nhs }\n`);
    const run = await feeds(show, "--add");
    expect(run.status).toBe(0);
    const notes = readdirSync(join(show, "inbox")).filter((name) => name.endsWith(".md"));
    expect(notes.sort()).toEqual(["loti-counts-the-bins.md", "two.md"]);
    const segmentOf = (name: string) =>
      /^segment: (.*)$/m.exec(readFileSync(join(show, "inbox", name), "utf8"))?.[1];
    expect(notes.map(segmentOf)).toEqual(["local", "nhs"]);
    expect(titlesOf(await readJson(show))).toEqual([]);
  });

  test("what could not be added stays new", async () => {
    let isDown = true;
    const server = await serve({
      "/a": xml(rss(ONE, TWO), { etag: '"1"' }),
      "/story/1": story("LOTI counts the bins"),
      "/story/2": () => (isDown ? { status: 503 } : story("A quiet week")),
    });
    const show = showOf(`  - ${server.url}/a\n`);
    expect((await feeds(show, "--add")).status).toBe(1);
    expect((await feeds(show, "--add")).status).toBe(1);
    isDown = false;
    const last = await feeds(show, "--add");
    expect(last.status).toBe(0);
    expect(last.stdout).toContain("inbox/a-quiet-week.md");
    expect(last.stdout).not.toContain("LOTI");
  });

  test("contradicts --json", async () => {
    const run = await feeds(makeShow(), "--add", "--json");
    expect(run).toMatchObject({ status: 2, stdout: "" });
  });
});

const hasScript = /util-linux/.test(spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "");
const why = hasScript ? "" : " (skipped: there is no `script` of util-linux here)";

describe.skipIf(!hasScript)(`on a terminal${why}`, () => {
  const pages = { "/a": xml(rss(ONE, TWO), { etag: '"1"' }), "/story/2": story("A quiet week") };

  test("takes those that are picked, and the others count as seen", async () => {
    const server = await serve(pages);
    const show = showOf(`  - { url: "${server.url}/a", segment: local }\n`);
    const running = startOnTerminal(["feeds", "--allow-local"], show);
    await running.waitFor(/Which of them go into the inbox[\s\S]*A quiet week/);
    running.child.stdin?.write("\u001b[B \r");
    expect(await running.ended).toEqual({ status: 0, signal: null });
    expect(readdirSync(join(show, "inbox"))).toContain("a-quiet-week.md");
    expect(existsSync(join(show, "inbox/loti-counts-the-bins.md"))).toBe(false);
    expect(titlesOf(await readJson(show))).toEqual([]);
  });

  test("Ctrl-C at the question leaves everything new", async () => {
    const server = await serve(pages);
    const show = showOf(`  - ${server.url}/a\n`);
    const running = startOnTerminal(["feeds", "--allow-local"], show);
    await running.waitFor(/Which of them go into the inbox/);
    running.child.stdin?.write("\u0003");
    expect(await running.ended).toEqual({ status: 130, signal: null });
    expect(titlesOf(await readJson(show))).toEqual(["LOTI counts the bins", "A quiet week"]);
  });
});
