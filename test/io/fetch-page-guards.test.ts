// Addresses, names and redirects that lead to this machine -> no connection is made.
// 127.0.0.1 plays the internet here where a test says so, and 127.0.0.2 this machine's own network.

import type { LookupAddress } from "node:dns";
import { afterEach, describe, expect, test, vi } from "vitest";
import { FETCH_LIMITS, fetchPage, type Network } from "../../src/io/fetch-page.ts";
import { isPublicAddress } from "../../src/io/public-address.ts";
import { makeCertificate } from "../support/make-certificate.ts";
import { redirectTo } from "../support/page-server.ts";
import { fetchBy, fetchHere, serve, tellFault } from "./fetching.ts";

afterEach(() => vi.unstubAllEnvs());

const OUTSIDE = "127.0.0.1";
const INSIDE = "127.0.0.2";
const NOT_ASKED =
  /an address of this machine or of a private network, expected one on the internet; it was not asked\n.*--allow-local/;

const v4 = (address: string): LookupAddress => ({ address, family: 4 });

/** A network where names lead to what is given, in turn, the last for good; it counts the look-ups. */
function makeNetwork(
  ...answers: readonly (readonly LookupAddress[])[]
): Network & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    resolve: async (hostname) => {
      asked.push(hostname);
      return answers[Math.min(asked.length, answers.length) - 1] ?? [];
    },
    isPublic: (address) => address === OUTSIDE || isPublicAddress(address),
  };
}

describe("a refused address is never connected to", () => {
  test("in any writing", async () => {
    const server = await serve({ "/": "secret" });
    for (const host of [
      "127.0.0.1",
      "127.1",
      "0",
      "0x7f.1",
      "017700000001",
      "2130706433",
      "[::ffff:7f00:1]",
    ]) {
      const told = await tellFault(fetchPage(`http://${host}:${server.port}/`, { allowLocal: false }));
      expect([host, told]).toEqual([host, expect.stringMatching(NOT_ASKED)]);
    }
    const six = await serve({ "/": "secret" }, { host: "::1" }).catch(() => null);
    if (six) expect(await tellFault(fetchPage(`${six.url}/`, { allowLocal: false }))).toMatch(NOT_ASKED);
    expect([server.connections, six?.connections ?? 0]).toEqual([0, 0]);
  });

  test("by a name of this machine's own, as its look-up has it", async () => {
    const server = await serve({ "/": "secret" });
    const told = await tellFault(fetchPage(`http://localhost:${server.port}/`, { allowLocal: false }));
    expect(told).toMatch(
      /^UserError: localhost:\d+ leads to (?:127\.0\.0\.1|::1), an address of this machine/,
    );
    expect(server.connections).toBe(0);
  });

  test("by a name of anyone's that leads there", async () => {
    const server = await serve({ "/": "secret" }, { host: INSIDE });
    const told = await tellFault(fetchBy(`http://news.example:${server.port}/`, makeNetwork([v4(INSIDE)])));
    expect(told).toMatch(NOT_ASKED);
    expect(told).toContain(`UserError: news.example:${server.port} leads to 127.0.0.2,`);
    expect(server.connections).toBe(0);
  });

  test("if only one of the addresses of a name is such a one, in any place", async () => {
    const server = await serve({ "/": "secret" });
    for (const answer of [
      [v4(OUTSIDE), v4(INSIDE)],
      [{ address: "::ffff:10.0.0.1", family: 6 }, v4(OUTSIDE)],
      [v4(OUTSIDE), { address: "fe80::1%1", family: 6 }],
    ]) {
      const told = await tellFault(fetchBy(`http://news.example:${server.port}/`, makeNetwork(answer)));
      expect(told).toMatch(NOT_ASKED);
    }
    expect(server.connections).toBe(0);
  });

  test("unless --allow-local is given", async () => {
    const server = await serve({ "/": "intranet" }, { host: INSIDE });
    expect((await fetchHere(`${server.url}/`)).text).toBe("intranet");
    const page = await fetchBy(`http://intranet.example:${server.port}/`, makeNetwork([v4(INSIDE)]), true);
    expect(page.text).toBe("intranet");
  });
});

describe("a name that changes under the fetch", () => {
  test("is looked up once, and the address that was checked is the one connected to", async () => {
    const outside = await serve({ "/": "the page" });
    const inside = await serve({ "/": "secret" }, { host: INSIDE, port: outside.port });
    const network = makeNetwork([v4(OUTSIDE)], [v4(INSIDE)]);
    const page = await fetchBy(`http://news.example:${outside.port}/`, network);
    expect(page).toMatchObject({ text: "the page", url: `http://news.example:${outside.port}/` });
    expect(outside.requests[0]?.headers.host).toBe(`news.example:${outside.port}`);
    expect(network.asked).toEqual(["news.example"]);
    expect(inside.connections).toBe(0);
  });

  test("is checked anew after a redirect to itself: no connection is used twice", async () => {
    const outside = await serve({ "/": redirectTo("/next"), "/next": "the page" });
    const inside = await serve({ "/next": "secret" }, { host: INSIDE, port: outside.port });
    const network = makeNetwork([v4(OUTSIDE)], [v4(INSIDE)]);
    expect(await tellFault(fetchBy(`http://news.example:${outside.port}/`, network))).toMatch(NOT_ASKED);
    expect(network.asked).toEqual(["news.example", "news.example"]);
    expect([outside.connections, inside.connections]).toEqual([1, 0]);
  });
});

describe("a redirect", () => {
  test("to a local address is not followed, by a literal or by a name", async () => {
    const inside = await serve({ "/": "secret" }, { host: INSIDE });
    for (const target of [
      inside.url,
      `http://127.2:${inside.port}/`,
      `//127.0.0.2:${inside.port}/`,
      `http://[::ffff:7f00:2]:${inside.port}/`,
      `http://inside.example:${inside.port}/`,
    ]) {
      const outside = await serve({ "/": redirectTo(target) });
      const told = await tellFault(
        fetchBy(`http://news.example:${outside.port}/`, makeNetwork([v4(OUTSIDE)], [v4(INSIDE)])),
      );
      expect([target, told]).toEqual([target, expect.stringMatching(NOT_ASKED)]);
      expect(told).toContain(`(where news.example:${outside.port} sends on)`);
    }
    const outside = await serve({ "/": redirectTo("http://169.254.169.254/latest/meta-data/") });
    const told = await tellFault(fetchBy(`http://news.example:${outside.port}/`, makeNetwork([v4(OUTSIDE)])));
    expect(told).toMatch(NOT_ASKED);
    expect(inside.connections).toBe(0);
  });

  test.each([
    ["file:///etc/passwd", "begins with file:"],
    ["javascript:alert(1)", "begins with javascript:"],
    ["JavaScript:alert(1)", "begins with javascript:"],
    ["data:text/html,hello", "begins with data:"],
    ["ftp://files.example/", "begins with ftp:"],
    ["http://user:hunter2@news.example/", "with a name or a password"],
    ["//user:hunter2@news.example/", "with a name or a password"],
    ["http://[bad/", '"http://[bad/", which is no address'],
    ["http://user:hunter2@[bad/", '"http://[bad/", which is no address'],
    ["http://", '"http://", which is no address'],
    ["", "does not say to which"],
  ])("to %j is not followed", async (location, words) => {
    const server = await serve({ "/": redirectTo(location) });
    const told = await tellFault(fetchHere(`${server.url}/`));
    expect(told).toMatch(/^UserError: 127\.0\.0\.1:\d+ sends on to /);
    expect(told).toContain(words);
    expect(told).not.toContain("hunter2");
    expect(server.connections).toBe(1);
  });

  test("without a Location is no page", async () => {
    const server = await serve({ "/": { status: 301, body: "secret" } });
    expect(await tellFault(fetchHere(`${server.url}/`))).toContain("but does not say to which");
  });

  test("is followed five times, and not a sixth", async () => {
    const pages = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`/${n}`, redirectTo(`/${n - 1}`)]));
    const server = await serve({ ...pages, "/0": "the page" });
    const page = await fetchHere(`${server.url}/5`);
    expect(page).toMatchObject({ url: `${server.url}/0`, text: "the page" });
    expect(page.redirects).toEqual([5, 4, 3, 2, 1].map((n) => `${server.url}/${n}`));
    const told = await tellFault(fetchHere(`${server.url}/6`));
    expect(told).toContain("sends on more than 5 times\n");
    expect(server.requests.filter(({ path }) => path === "/0").length).toBe(1);
  });

  test("in a circle ends when it closes", async () => {
    const server = await serve({
      "/a": redirectTo("/b"),
      "/b": redirectTo("/a#here"),
      "/c": redirectTo("/c"),
    });
    expect(await tellFault(fetchHere(`${server.url}/a`))).toContain(
      "sends on in a circle\nIt may want cookies",
    );
    expect(server.requests.map(({ path }) => path)).toEqual(["/a", "/b"]);
    expect(await tellFault(fetchHere(`${server.url}/c`))).toContain("sends on in a circle");
  });

  test("from https to http is not followed, the other way it is", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const plain = await serve({ "/": "for all to change", "/up": () => redirectTo(`${secure.url}/page`) });
    const secure = await serve(
      { "/": redirectTo(`${plain.url}/`), "/page": "the page" },
      { tls: makeCertificate() },
    );
    const told = await tellFault(fetchHere(`${secure.url}/`));
    expect(told).toContain(
      `sends on from https to ${plain.url}/, where anyone on the way could change the page`,
    );
    expect(plain.connections).toBe(0);
    expect(await fetchHere(`${plain.url}/up`)).toMatchObject({ url: `${secure.url}/page`, text: "the page" });
  });
});

describe("an address that is not one of a web page", () => {
  test.each([
    "ftp://news.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "news.example",
    "",
    "http://",
  ])("%j is refused", async (url) => {
    expect(await tellFault(fetchHere(url))).toMatch(/^UserError: This is no address of a web page, expected/);
  });

  test("one with a name or a password is refused, and neither is repeated", async () => {
    const server = await serve({ "/": "secret" });
    for (const url of [
      `http://ann:hunter2@127.0.0.1:${server.port}/`,
      `http://hunter2@127.0.0.1:${server.port}/`,
    ]) {
      const told = await tellFault(fetchHere(url));
      expect(told).toContain("The address holds a name or a password, expected none");
      expect(told).not.toContain("hunter2");
    }
    expect(server.connections).toBe(0);
  });

  test("one that is broken is not repeated either", async () => {
    expect(await tellFault(fetchHere("http://ann:hunter2@[bad/"))).not.toContain("hunter2");
  });
});

test("the guards that the issue asks for stand by default", () => {
  expect(FETCH_LIMITS).toEqual({
    seconds: 20,
    bytes: 10 * 1024 * 1024,
    headerBytes: 64 * 1024,
    redirects: 5,
  });
});

test("a name that has no address, and one whose look-up never answers", async () => {
  const base = makeNetwork([]);
  const told = await tellFault(fetchBy("http://news.example/", base));
  expect(told).toMatch(/^UserError: news\.example could not be found/);
  const silent: Network = { ...base, resolve: () => new Promise(() => undefined) };
  const slow = fetchPage("http://news.example/", { allowLocal: false, limits: { seconds: 0.05 } }, silent);
  expect(await tellFault(slow)).toContain("news.example was not done after 0.05 s");
});
