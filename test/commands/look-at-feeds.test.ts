// Feeds of several hosts, slow ones among them -> what each answered, and in which order they were asked.

import { afterEach, expect, test } from "vitest";
import { type LookOptions, lookAtFeeds } from "../../src/commands/look-at-feeds.ts";
import { feedKey } from "../../src/io/feed-state.ts";
import { openSession } from "../../src/io/session.ts";
import { type PageServer, type ServedPage, startPageServer } from "../support/page-server.ts";

const session = openSession({ showFolder: null, quiet: true, color: false });
const started: PageServer[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

async function serve(pages: Readonly<Record<string, ServedPage>>): Promise<string> {
  const server = await startPageServer(pages);
  started.push(server);
  return server.url;
}

function look(urls: readonly string[], options: Partial<LookOptions> = {}) {
  const settings = urls.map((url, index) => ({
    url,
    title: null,
    segment: null,
    place: { line: index + 1, column: 1 },
  }));
  return lookAtFeeds(session, settings, { allowLocal: true, language: "en", seen: new Map(), ...options });
}

const feed = (title: string) => ({
  headers: { "content-type": "application/rss+xml" },
  body: `<rss version="2.0"><channel><title>${title}</title></channel></rss>`,
});

test("a slow feed is given up, the next of its host waits for it, and other hosts do not", async () => {
  const asked: string[] = [];
  const tell = (name: string, page: ServedPage) => () => {
    asked.push(name);
    return page as { body: string };
  };
  const slow = await serve({
    "/1": tell("slow 1", { fault: "silence" }),
    "/2": tell("slow 2", feed("Slow")),
  });
  const other = await serve({ "/1": tell("other 1", feed("Other")), "/2": tell("other 2", feed("Another")) });
  const looks = await look([`${slow}/1`, `${slow}/2`, `${other}/1`, `${other}/2`], {
    limits: { seconds: 1 },
  });
  expect(looks.map(({ answer }) => answer.kind)).toEqual(["failed", "read", "read", "read"]);
  expect(looks.map(({ title }) => title)).toEqual([new URL(slow).host, "Slow", "Other", "Another"]);
  expect(looks[0]?.answer).toMatchObject({
    reason: expect.stringMatching(
      /was not done after 1 s\. Look whether you are connected, and try again\.$/,
    ),
  });
  expect(asked.at(-1)).toBe("slow 2");
});

test("two settings of one address are one feed", async () => {
  const url = await serve({ "/a": feed("A") });
  const looks = await look([`${url}/a`, `${url}/a/`, `${url}/a#top`]);
  expect(looks.map(({ setting }) => setting.place.line)).toEqual([1]);
  expect(started[0]?.requests.map(({ path }) => path)).toEqual(["/a"]);
});

test("what was seen is told to the server as it gave it, and a feed is asked for before pages are", async () => {
  const url = await serve({ "/a": { ...feed("A"), etag: 'W/"x"' } });
  const seen = new Map([
    [feedKey(`${url}/a`), { marks: [], etag: 'W/"x"', lastModified: "Tue, 03 Oct 2023 10:00:00 GMT" }],
  ]);
  const [first] = await look([`${url}/a`], { seen });
  expect(first?.answer).toEqual({ kind: "unchanged" });
  expect(started[0]?.requests[0]?.headers).toMatchObject({
    "if-none-match": 'W/"x"',
    "if-modified-since": "Tue, 03 Oct 2023 10:00:00 GMT",
    accept: expect.stringMatching(/^application\/rss\+xml/),
  });
});
