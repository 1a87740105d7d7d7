import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAddress } from "../../src/input/address.ts";

const keyOf = (url: string) => readAddress(url)?.key ?? null;

describe("what is an address", () => {
  test.each([
    "http://example.org",
    "https://example.org/a/b?c=d#e",
    "HTTPS://Example.ORG/A",
    "https://münchen.example/ä",
    "https://127.0.0.1:8080/",
    "https://[::1]/",
  ])("%s is one of the web", (url) => {
    expect(readAddress(url)).toMatchObject({ url, kind: "web", hadCredentials: false });
  });

  test("letters such as ü are read alike the first time and after thousands", () => {
    for (let time = 0; time < 20_000; time += 1) readAddress("https://example.org/plain");
    const read = Array.from({ length: 20_000 }, () => readAddress("https://münchen.example/ä"));
    expect(read.filter((address) => address === null)).toEqual([]);
  });

  test.each(["mailto:ann@example.org", "MAILTO:Ann@Example.org", "mailto:ann@example.org?subject=x"])(
    "%s is one of a mailbox",
    (url) => expect(readAddress(url)).toMatchObject({ url, kind: "mail", hadCredentials: false }),
  );

  test.each([
    "",
    "example.org",
    "www.example.org",
    "//example.org/x",
    "/x",
    "#x",
    "ftp://example.org",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "JavaScript://example.org/%0Aalert(1)",
    "data:text/html,x",
    "https:example.org",
    "https:/example.org",
    "https:\\\\example.org",
    "https://",
    "https:///example.org",
    "https://?x",
    "https://exa mple.org",
    "https://example.org/a b",
    "https://example.org/\u0000",
    "java\nscript:alert(1)",
    "https://example.org:99999/",
    "mailto:",
    "mailto:ann",
    "mailto:ann@",
    "mailto:a@b@c",
    'mailto:"a"@example.org',
    "mailto:ann@example.org,bo@example.org<x>",
  ])("“%s” is none", (url) => expect(readAddress(url)).toBeNull());

  test("blanks at the ends are cut, and the rest stays as it was written", () => {
    expect(readAddress("  https://Example.org/%7Ea/../b?B=1&A=2#C \n")?.url).toBe(
      "https://Example.org/%7Ea/../b?B=1&A=2#C",
    );
  });
});

describe("two addresses are the same source", () => {
  const same = "https://example.org/path?a=1&b=2";

  test.each([
    ["the case of the scheme", "HTTPS://example.org/path?a=1&b=2"],
    ["the case of the host", "https://EXAMPLE.org/path?a=1&b=2"],
    ["a default port", "https://example.org:443/path?a=1&b=2"],
    ["a trailing slash", "https://example.org/path/?a=1&b=2"],
    ["a fragment", "https://example.org/path?a=1&b=2#part"],
    ["the order of parameters", "https://example.org/path?b=2&a=1"],
    ["utm_source", "https://example.org/path?utm_source=x&a=1&b=2"],
    ["utm_ in capitals", "https://example.org/path?a=1&b=2&UTM_Campaign=x"],
    ["fbclid", "https://example.org/path?a=1&fbclid=x&b=2"],
    ["gclid", "https://example.org/path?a=1&b=2&gclid=x"],
    ["msclkid", "https://example.org/path?a=1&b=2&msclkid=x"],
    ["a tracking parameter without a value", "https://example.org/path?a=1&b=2&utm_id"],
    ["a tracking parameter that is written in codes", "https://example.org/path?a=1&b=2&%75tm_id=1"],
    ["a tracking parameter among others with a stray %", "https://example.org/path?a=1&utm_x=%zz&b=2"],
    ["an empty parameter", "https://example.org/path?a=1&&b=2&"],
    ["a name and password", "https://ann:secret@example.org/path?a=1&b=2"],
  ])("if they differ only in %s", (_, url) => expect(keyOf(url)).toBe(keyOf(same)));

  test("if one has no path and the other a slash, or only tracking parameters", () => {
    expect(keyOf("https://example.org")).toBe(keyOf("https://example.org/"));
    expect(keyOf("https://example.org?utm_medium=x")).toBe(keyOf("https://example.org/"));
    expect(keyOf("http://example.org:80")).toBe(keyOf("http://example.org"));
  });

  test.each([
    ["the scheme", "http://example.org/path?a=1&b=2"],
    ["the host", "https://www.example.org/path?a=1&b=2"],
    ["another port", "https://example.org:444/path?a=1&b=2"],
    ["the path", "https://example.org/other?a=1&b=2"],
    ["the case of the path", "https://example.org/Path?a=1&b=2"],
    ["a parameter's value", "https://example.org/path?a=1&b=3"],
    ["the case of a parameter", "https://example.org/path?A=1&b=2"],
    ["a parameter more", "https://example.org/path?a=1&b=2&c=3"],
    ["a parameter that only begins like a tracking one", "https://example.org/path?a=1&b=2&gclidx=3"],
    ["a parameter utm without its underline", "https://example.org/path?a=1&b=2&utm=3"],
  ])("not if they differ in %s", (_, url) => expect(keyOf(url)).not.toBe(keyOf(same)));

  test("a stray % in a parameter's name breaks nothing", () => {
    expect(keyOf("https://example.org/?%zz=1&utm_x=2")).toBe(keyOf("https://example.org/?%zz=1"));
  });

  test("mailboxes are the same in any case of letters", () => {
    expect(keyOf("MAILTO:Ann@Example.org")).toBe(keyOf("mailto:ann@example.org"));
  });

  test("any order and any tracking of any parameters gives the same key", () => {
    const parameter = fc.stringMatching(/^[a-z]{1,6}=[a-z0-9%]{0,6}$/);
    const tracking = fc.constantFrom("utm_source=a", "utm_x=1", "gclid=2", "fbclid=", "mc_cid=9");
    fc.assert(
      fc.property(fc.array(parameter), fc.array(tracking), fc.nat(), (own, added, seed) => {
        const mixed = [...own, ...added].sort((a, b) => ((a.length * 7 + seed) % 5) - ((b.length * 3) % 5));
        expect(keyOf(`https://example.org/p/?${mixed.join("&")}#x`)).toBe(
          keyOf(`https://EXAMPLE.org/p?${own.join("&")}`),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe("a name or password in an address", () => {
  test.each([
    ["https://ann:secret@example.org/x", "https://example.org/x"],
    ["https://ann@example.org/x", "https://example.org/x"],
    ["https://:secret@example.org", "https://example.org"],
    ["https://@example.org/x", "https://example.org/x"],
    ["HTTPS://ann:s@e@example.org/x?y=a@b#c", "HTTPS://example.org/x?y=a@b#c"],
    ["https://ann%40a:secret@example.org:8443/", "https://example.org:8443/"],
  ])("is taken out of %s", (written, url) =>
    expect(readAddress(written)).toMatchObject({ url, hadCredentials: true }),
  );

  test.each(["https://example.org/@ann", "https://example.org/?x=a@b", "https://example.org/#a@b"])(
    "is not seen in %s",
    (url) => expect(readAddress(url)).toMatchObject({ url, hadCredentials: false }),
  );

  test("never comes out, whatever it is", () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9%.:@!$&'()*+,;=~_-]{1,12}$/);
    fc.assert(
      fc.property(secret, (word) => {
        const address = readAddress(`https://Q${word}Q@example.org/path`);
        fc.pre(address !== null);
        expect(address?.url).toBe("https://example.org/path");
        expect(address?.key).toBe("https://example.org/path");
      }),
      { numRuns: 200 },
    );
  });
});
