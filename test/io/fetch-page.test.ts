// A server's answers -> pages: what was asked, what came, in which characters.

import { describe, expect, test } from "vitest";
import { redirectTo } from "../support/page-server.ts";
import { fetchHere, serve, tellFault } from "./fetching.ts";

const TEXT = "<title>Dŵr – £5m</title>";

test("a page comes with its address, its type and its text", async () => {
  const server = await serve({
    "/news": { body: TEXT, headers: { "content-type": "Text/HTML ; charset=UTF-8" } },
  });
  expect(await fetchHere(`  ${server.url}/news?a=1#part `)).toEqual({
    url: `${server.url}/news?a=1#part`,
    redirects: [],
    status: 200,
    contentType: "text/html",
    text: TEXT,
    charset: "utf-8",
    lost: 0,
    etag: null,
    lastModified: null,
  });
});

test("a request is one GET that says who asks and sends nothing else of this machine", async () => {
  const server = await serve({ "/": "" });
  await fetchHere(`${server.url}/`);
  expect(server.requests).toEqual([
    {
      method: "GET",
      path: "/",
      headers: {
        host: `127.0.0.1:${server.port}`,
        connection: "close",
        "user-agent": expect.stringMatching(/^roundup\/\d+\.\d+\.\d+ \(a program that a person runs\)$/),
        accept: expect.stringMatching(/^text\/html,/),
        "accept-language": "en",
        "accept-encoding": "gzip, deflate, br",
      },
    },
  ]);
  await fetchHere(`${server.url}/`, { accept: "application/atom+xml", language: "cy" });
  expect(server.requests[1]?.headers).toMatchObject({
    accept: "application/atom+xml",
    "accept-language": "cy",
  });
});

describe("redirects", () => {
  test.each([301, 302, 303, 307, 308])("%i is followed", async (status) => {
    const server = await serve({ "/old": redirectTo("/new", status), "/new": TEXT });
    const page = await fetchHere(`${server.url}/old`);
    expect(page).toMatchObject({ url: `${server.url}/new`, redirects: [`${server.url}/old`], text: TEXT });
  });

  test("may be relative, and written in letters beyond ASCII", async () => {
    const server = await serve({
      "/a/b/old": redirectTo("../dir/new?x=1"),
      "/a/dir/new?x=1": redirectTo(Buffer.from("/dŵr", "utf8").toString("latin1")),
      "/d%C5%B5r": TEXT,
    });
    const page = await fetchHere(`${server.url}/a/b/old#part`);
    expect(page).toMatchObject({ url: `${server.url}/d%C5%B5r#part`, text: TEXT });
    expect(page.redirects.length).toBe(2);
  });

  test("leave no connection open, and take no cookie along", async () => {
    const server = await serve({
      "/old": { status: 302, headers: { location: "/new", "set-cookie": "a=b" }, fault: "endless" },
      "/new": TEXT,
    });
    expect((await fetchHere(`${server.url}/old`)).text).toBe(TEXT);
    expect(server.requests[1]?.headers.cookie).toBeUndefined();
    await expect.poll(() => server.open).toBe(0);
  });
});

describe("packing", () => {
  test.each(["gzip", "deflate", "raw deflate", "br"] as const)("%s is unpacked", async (packing) => {
    const server = await serve({ "/": { body: TEXT, packing } });
    expect((await fetchHere(`${server.url}/`)).text).toBe(TEXT);
  });

  test.each(["identity", "", "GZIP", "x-gzip"])("content-encoding %j is understood", async (name) => {
    const packing = /gzip/i.test(name) ? { packing: "gzip" as const } : {};
    const server = await serve({ "/": { body: TEXT, ...packing, headers: { "content-encoding": name } } });
    expect((await fetchHere(`${server.url}/`)).text).toBe(TEXT);
  });

  test.each(["gzip", "deflate", "br"])("an empty body is empty, also as %s", async (name) => {
    const server = await serve({ "/": { body: "", headers: { "content-encoding": name } } });
    expect((await fetchHere(`${server.url}/`)).text).toBe("");
  });
});

describe("what the page is", () => {
  test("the set of characters is the header's, the mark's, the page's own, or UTF-8", async () => {
    const pound = Buffer.from("£5m", "latin1");
    const server = await serve({
      "/header": { body: pound, headers: { "content-type": "text/html; charset=iso-8859-1" } },
      "/wrong": { body: pound },
      "/mark": { body: Buffer.from("\uFEFF£5m", "utf16le"), headers: { "content-type": "text/html" } },
      "/meta": {
        body: Buffer.concat([Buffer.from('<meta charset="iso-8859-15">'), Buffer.from([0xa4]), pound]),
        headers: { "content-type": "text/html" },
      },
      "/none": { body: "£5m", headers: { "content-type": null } },
    });
    const read = async (path: string) => {
      const { text, charset } = await fetchHere(server.url + path);
      return [text.replace(/<.*>/, ""), charset];
    };
    expect(await read("/header")).toEqual(["£5m", "windows-1252"]);
    expect(await read("/wrong")).toEqual(["£5m", "windows-1252"]);
    expect(await read("/mark")).toEqual(["£5m", "utf-16le"]);
    expect(await read("/meta")).toEqual(["€£5m", "iso-8859-15"]);
    expect(await read("/none")).toEqual(["£5m", "utf-8"]);
  });

  test("its type is told, and nothing where there is none or an odd one", async () => {
    const server = await serve({
      "/": ({ path }) => ({
        body: "x",
        headers: { "content-type": path === "/" ? null : decodeURIComponent(path.slice(2)) },
      }),
    });
    const typeOf = async (type: string) =>
      (await fetchHere(`${server.url}/?${encodeURIComponent(type)}`)).contentType;
    expect(await typeOf("application/rss+xml;charset=utf-8")).toBe("application/rss+xml");
    expect(await typeOf("text/plain")).toBe("text/plain");
    expect(await typeOf("html")).toBe("");
    expect(await typeOf("\u0085text/html")).toBe("");
    expect((await fetchHere(`${server.url}/`)).contentType).toBe("");
  });

  test.each(["application/pdf", "image/png", "video/mp4", "application/zip"])(
    "of %s the body is not read",
    async (type) => {
      const server = await serve({ "/": { fault: "endless", headers: { "content-type": type } } });
      expect(await fetchHere(`${server.url}/`)).toMatchObject({ contentType: type, text: "", charset: "" });
      await expect.poll(() => server.open).toBe(0);
    },
  );
});

describe("asking again", () => {
  test("with the tag or the date of before, a page that is the same comes without its text", async () => {
    const server = await serve({
      "/tag": { body: TEXT, etag: 'W/"a1"' },
      "/date": { body: TEXT, lastModified: "Tue, 03 Oct 2023 09:00:00 GMT" },
    });
    for (const path of ["/tag", "/date"]) {
      const { etag, lastModified, text } = await fetchHere(server.url + path);
      expect(text).toBe(TEXT);
      const again = await fetchHere(server.url + path, { etag, lastModified });
      expect(again).toMatchObject({ status: 304, text: "", etag, lastModified });
      expect((await fetchHere(server.url + path, { etag: '"other"', lastModified: null })).status).toBe(200);
    }
  });

  test("a 304 that nobody asked for is a fault", async () => {
    const server = await serve({ "/": { status: 304 } });
    expect(await tellFault(fetchHere(`${server.url}/`))).toContain("status 304, expected a page");
  });

  test("what could not be sent as a header is left out", async () => {
    const server = await serve({ "/": TEXT });
    await fetchHere(`${server.url}/`, { etag: '"a"\r\nx-evil: 1', lastModified: "x".repeat(2000) });
    await fetchHere(`${server.url}/`, { etag: "", lastModified: "ŵ" });
    for (const { headers } of server.requests) {
      expect(Object.keys(headers)).not.toContain("if-none-match");
      expect(Object.keys(headers)).not.toContain("if-modified-since");
    }
  });
});
