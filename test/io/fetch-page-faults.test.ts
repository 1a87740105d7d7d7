// Servers that fail, stall, lie or attack -> one message each that says where, what and what to do.

import { createServer } from "node:net";
import { brotliCompressSync, constants } from "node:zlib";
import { describe, expect, test } from "vitest";
import { FETCH_LIMITS, fetchPage } from "../../src/io/fetch-page.ts";
import { makeCertificate } from "../support/make-certificate.ts";
import { redirectTo, startPageServer } from "../support/page-server.ts";
import { makeBomb, type PageFault } from "../support/page-server-faults.ts";
import { fetchHere, serve, tellFault } from "./fetching.ts";

describe("a status that is no page", () => {
  test.each([
    [400, "answered with the status 400, expected a page (200)", "Look at the address."],
    [401, "wants a login for this page (401)", "save the page"],
    [402, "wants to be paid for this page (402)", "save the page"],
    [403, "does not show this page to programs, or not without a login (403)", "save the page"],
    [404, "has no such page (404)", "Look at the address"],
    [410, "has taken this page away for good (410)", "web archive"],
    [429, "has had too many requests from here (429)", "Wait some minutes"],
    [451, "may not show this page by law (451)", "another source"],
    [500, "failed (500)", "Try again later."],
    [503, "failed (503)", "Try again later."],
    [202, "answered with the status 202", "Look at the address."],
    [204, "answered with the status 204", "Look at the address."],
    [206, "answered with the status 206", "Look at the address."],
    [300, "answered with the status 300", "Look at the address."],
  ])("%i says what it means and what to do", async (status, message, hint) => {
    const server = await serve({ "/": { status, body: "<p>Secret words" } });
    const told = await tellFault(fetchHere(`${server.url}/`));
    expect(told).toContain(`UserError: 127.0.0.1:${server.port} ${message}`);
    expect(told.split("\n")[1]).toContain(hint);
    expect(told).not.toContain("Secret");
  });
});

describe("time", () => {
  test.each(["silence", "drip"] as const)("a server of %s ends with its time", async (fault) => {
    const server = await serve({ "/": { fault } });
    const told = await tellFault(fetchHere(`${server.url}/`, { limits: { seconds: 0.1 } }));
    expect(told).toContain(`UserError: 127.0.0.1:${server.port} was not done after 0.1 s\n`);
    await expect.poll(() => server.open).toBe(0);
  });

  test("is one for all redirects together", async () => {
    const server = await serve({ "/": redirectTo("/slow"), "/slow": { fault: "silence" } });
    const told = await tellFault(fetchHere(`${server.url}/`, { limits: { seconds: 0.1 } }));
    expect(told).toContain("was not done after 0.1 s");
    expect(server.requests.length).toBe(2);
  });

  test.each(["silence", "drip"] as const)("a person's stop ends a server of %s at once", async (fault) => {
    const controller = new AbortController();
    const server = await serve({
      "/": () => {
        setImmediate(() => controller.abort());
        return { fault };
      },
    });
    expect(await tellFault(fetchHere(`${server.url}/`, { signal: controller.signal }))).toBe(
      "Interrupted: interrupted\n",
    );
    await expect.poll(() => server.open).toBe(0);
  });

  test("a stop that came before asks nothing", async () => {
    const server = await serve({ "/": "x" });
    const told = await tellFault(fetchHere(`${server.url}/`, { signal: AbortSignal.abort() }));
    expect(told).toBe("Interrupted: interrupted\n");
    expect(server.requests).toEqual([]);
  });
});

describe("size", () => {
  const told10 = /sent more than 10 MB, the most that is read of a page\nSave what you want of it as a file/;

  test("a body without end stops at the limit", async () => {
    const server = await serve({ "/": { fault: "endless" } });
    expect(await tellFault(fetchHere(`${server.url}/`))).toMatch(told10);
    await expect.poll(() => server.open).toBe(0);
  });

  test("a length that is beyond it is not waited for", async () => {
    const length = String(FETCH_LIMITS.bytes + 1);
    const server = await serve({ "/": { fault: "start only", headers: { "content-length": length } } });
    expect(await tellFault(fetchHere(`${server.url}/`))).toMatch(told10);
    await expect.poll(() => server.open).toBe(0);
  });

  test("a page of just that size is read, and one byte more is not", async () => {
    const server = await serve({
      "/just": { body: "x".repeat(1000) },
      "/more": { body: "x".repeat(1001) },
      "/just-packed": { body: "x".repeat(1000), packing: "gzip" },
      "/more-packed": { body: "x".repeat(1001), packing: "gzip" },
    });
    const limits = { bytes: 1000 };
    for (const path of ["/just", "/just-packed"])
      expect((await fetchHere(server.url + path, { limits })).text.length).toBe(1000);
    for (const path of ["/more", "/more-packed"])
      expect(await tellFault(fetchHere(server.url + path, { limits }))).toContain("sent more than 1 kB");
  });

  test("a bomb of a gigabyte costs neither its memory nor its time", async () => {
    const server = await serve({ "/": { body: makeBomb(1024), headers: { "content-encoding": "gzip" } } });
    const before = process.memoryUsage().rss;
    const started = performance.now();
    expect(await tellFault(fetchHere(`${server.url}/`))).toMatch(told10);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test("a bomb of brotli, and of deflate", async () => {
    const blanks = Buffer.alloc(32 * 1024 * 1024, " ");
    const small = brotliCompressSync(blanks, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
    const server = await serve({
      "/br": { body: small, headers: { "content-encoding": "br" } },
      "/deflate": { body: blanks, packing: "deflate" },
    });
    for (const path of ["/br", "/deflate"])
      expect(await tellFault(fetchHere(server.url + path))).toMatch(told10);
  });

  test("headers beyond 64 kB are not read", async () => {
    const server = await serve({ "/": { fault: "header flood", body: "x" } });
    expect(await tellFault(fetchHere(`${server.url}/`))).toContain("sent more than 64 kB of headers");
  });
});

describe("a body that is not whole", () => {
  test.each(["cut", "cut chunks"] as const)("%s is no page", async (fault) => {
    const server = await serve({ "/": { fault, body: "<p>Half a page" } });
    expect(await tellFault(fetchHere(`${server.url}/`))).toContain(
      "broke off before the page was whole\nTry again",
    );
  });

  test.each(["gzip", "deflate", "br"] as const)("nor is a %s that ends early or is none", async (packing) => {
    const server = await serve({
      "/none": { body: "plain words", headers: { "content-encoding": packing } },
      "/early": { body: "plain words", packing, fault: "cut" },
    });
    expect(await tellFault(fetchHere(`${server.url}/none`))).toContain(`does not unpack (${packing})`);
    expect(await tellFault(fetchHere(`${server.url}/early`))).toContain("broke off before");
  });

  test.each(["gzip, gzip", "gzip, br", "br,identity", "zstd", "compress"])(
    "packing %j is refused",
    async (name) => {
      const server = await serve({ "/": { body: "x", headers: { "content-encoding": name } } });
      expect(await tellFault(fetchHere(`${server.url}/`))).toContain(
        `packed the page as "${name}", expected gzip, deflate or br, once`,
      );
    },
  );
});

describe("a connection that is none", () => {
  test("nothing listens", async () => {
    const server = await startPageServer({});
    await server.close();
    const told = await tellFault(fetchHere(`${server.url}/`));
    expect(told).toContain(`UserError: Nothing answers at 127.0.0.1:${server.port}\nLook whether`);
  });

  test("the name is not found", async () => {
    // A label of 64 letters is refused by this machine, without asking any other.
    const url = `http://${"x".repeat(64)}.example/`;
    expect(await tellFault(fetchPage(url, { allowLocal: false }))).toMatch(
      /x\.example could not be found \(E[A-Z_]+\)/,
    );
  });

  const faults: readonly (readonly [PageFault, string])[] = [
    ["close", "broke off the connection before it answered"],
    ["upgrade", "broke off the connection before it answered"],
    ["not http", "does not speak http as expected (HPE_"],
  ];
  test.each(faults)("the server does %s", async (fault, words) => {
    const server = await serve({ "/": { fault } });
    expect(await tellFault(fetchHere(`${server.url}/`))).toContain(words);
  });

  test("the server speaks before it is asked", async () => {
    const server = createServer((socket) =>
      socket.on("error", () => undefined).end("220 mail.example ESMTP\r\n"),
    );
    await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await tellFault(fetchHere(`http://127.0.0.1:${port}/`))).toContain(
      "does not speak http as expected",
    );
    server.close();
  });

  test("the certificate is nobody's, or the server does not speak https", async () => {
    const secure = await serve({ "/": "secret" }, { tls: makeCertificate() });
    const told = await tellFault(fetchHere(`${secure.url}/`));
    expect(told).toContain("cannot be trusted (DEPTH_ZERO_SELF_SIGNED_CERT)");
    expect(secure.requests).toEqual([]);
    const plain = await serve({ "/": "x" });
    expect(await tellFault(fetchHere(`https://127.0.0.1:${plain.port}/`))).toContain("does not speak https");
    expect(await tellFault(fetchHere(`http://127.0.0.1:${secure.port}/`))).toContain(
      "broke off the connection",
    );
  });
});

test("what a server says never reaches the message as it is", async () => {
  const unseen = "\u009b31m\u0085\u00ad";
  const server = await serve({
    "/packed": { body: "x", headers: { "content-encoding": `gz${unseen}` } },
    "/moved": redirectTo(`http://[${unseen}`),
    "/long": redirectTo(`http://[${"x".repeat(5000)}`),
  });
  for (const path of ["/packed", "/moved", "/long"]) {
    const told = await tellFault(fetchHere(server.url + path));
    expect(told).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD]/);
    expect(told.length).toBeLessThan(400);
  }
});
