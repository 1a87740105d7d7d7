// What was seen of each feed, written and read again; whatever is wrong with the file costs only its memory.

import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FeedState, feedKey, markOf, readFeedState, writeFeedState } from "../../src/io/feed-state.ts";
import { makeFolder, writeFiles } from "../support/make-show.ts";

const URL = "https://mill.test/feed?token=secret";
const STATE: FeedState = new Map([
  [feedKey(URL), { marks: [markOf("1"), markOf("two")], etag: '"a"', lastModified: null }],
  [feedKey("https://other.test/"), { marks: [], etag: null, lastModified: "Tue, 03 Oct 2023 10:00:00 GMT" }],
]);

const writeText = (text: string): string => {
  const show = makeFolder();
  writeFiles(show, { "out/.feeds.json": text });
  return show;
};

describe("what was seen of feeds", () => {
  test("comes back as it was written, and the folder is made for it", async () => {
    const show = makeFolder();
    await writeFeedState(join(show, "out"), STATE);
    expect(await readFeedState(show)).toEqual(STATE);
    expect(readdirSync(join(show, "out"))).toEqual([".feeds.json"]);
  });

  test("holds no address, in which there may be a person's token, and no id", async () => {
    const show = makeFolder();
    await writeFeedState(join(show, "out"), STATE);
    const text = readFileSync(join(show, "out/.feeds.json"), "utf8");
    expect(text).not.toMatch(/secret|mill|two/);
  });

  test("is the same for two forms of one address", () => {
    expect(feedKey("https://MILL.test:443/feed/")).toBe(feedKey("https://mill.test/feed"));
    expect(feedKey("https://mill.test/a")).not.toBe(feedKey("https://mill.test/b"));
  });

  test("keeps of what a feed no longer has only the latest", async () => {
    const show = makeFolder();
    const marks = Array.from({ length: 3000 }, (_, index) => markOf(String(index)));
    await writeFeedState(
      join(show, "out"),
      new Map([["a", { marks: [...marks, ...marks], etag: null, lastModified: null }]]),
    );
    const read = (await readFeedState(show)).get("a")?.marks;
    expect(read).toEqual(marks.slice(0, 1200));
  });

  test.each([
    ["no file", null],
    ["an empty file", ""],
    ["no JSON", "{"],
    ["another thing", "[1, 2]"],
    ["null", "null"],
    ["feeds that are none", '{"feeds": 3}'],
    ["more than is read", `{"feeds": {}, "x": "${"x".repeat(2_000_000)}"}`],
  ])("%s is nothing seen", async (_, text) => {
    expect(await readFeedState(text === null ? makeFolder() : writeText(text))).toEqual(new Map());
  });

  test("of a file that is wrong in places the rest counts", async () => {
    const mark = markOf("1");
    const text = JSON.stringify({ feeds: { a: 3, b: { seen: `${mark} <b> x`, etag: 5 }, c: { seen: 1 } } });
    expect(await readFeedState(writeText(text))).toEqual(
      new Map([["b", { marks: [mark], etag: null, lastModified: null }]]),
    );
  });

  test("is not read or written through a link that leads out of the show", async () => {
    const [show, elsewhere] = [makeFolder(), writeText('{"feeds": {"a": {"seen": ""}}}')];
    mkdirSync(join(show, "out"));
    symlinkSync(join(elsewhere, "out/.feeds.json"), join(show, "out/.feeds.json"));
    expect(await readFeedState(show)).toEqual(new Map());
    await expect(writeFeedState(join(show, "out"), STATE)).rejects.toThrow(/symbolic link/);
  });
});
