// IP addresses in every writing -> asked or not.

import { describe, expect, test } from "vitest";
import { isPublicAddress, literalOf } from "../../src/io/public-address.ts";

/** The address that a browser's parser makes of a host, judged; null: the host is a name. */
function judge(host: string): boolean | null {
  const literal = literalOf(new URL(`http://${host}/`));
  return literal === null ? null : isPublicAddress(literal);
}

describe("an address that is nobody's on the internet is not public", () => {
  test.each([
    ["this host", ["0.0.0.0", "0", "0.1.2.3", "[::]", "[0:0:0:0:0:0:0:0]"]],
    ["loopback", ["127.0.0.1", "127.1", "127.255.255.254", "[::1]", "[0:0::1]", "127.0.0.1."]],
    ["loopback in octal", ["0177.0.0.1", "017700000001", "0177.1"]],
    ["loopback in hexadecimal", ["0x7f.0.0.1", "0x7f000001", "0X7F.1"]],
    ["loopback in decimal", ["2130706433", "127.65535"]],
    ["loopback in other letters", ["１２７.０.０.１", "127。0。0。1", "①②⑦.0.0.1"]],
    ["loopback percent-encoded", ["%31%32%37.0.0.1", "127%2e0%2e0%2e1"]],
    ["mapped", ["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:8.8.8.8]", "[::FFFF:a9fe:a9fe]"]],
    ["compatible", ["[::127.0.0.1]", "[::7f00:1]", "[::8.8.8.8]", "[::2]"]],
    [
      "translated",
      ["[::ffff:0:127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b::169.254.169.254]", "[64:ff9b:1::808:808]"],
    ],
    [
      "tunnelled",
      ["[2002:7f00:1::]", "[2002:a00:1::1]", "[2001::1]", "[2001:0:4136:e378:8000:63bf:3fff:fdd2]"],
    ],
    ["private", ["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.1"]],
    ["unique local", ["[fc00::1]", "[fd00::1]", "[fd12:3456:789a::1]", "[fdff:ffff::]"]],
    ["link-local", ["169.254.0.1", "169.254.169.254", "[fe80::1]", "[febf::1]"]],
    ["cloud metadata over IPv6", ["[fd00:ec2::254]", "[fe80::a9fe:a9fe]"]],
    ["shared", ["100.64.0.1", "100.127.255.255", "100.100.100.200"]],
    ["of the protocols", ["192.0.0.1", "192.0.0.192", "192.0.0.255", "192.88.99.1"]],
    ["documentation", ["192.0.2.1", "198.51.100.7", "203.0.113.9", "[2001:db8::1]", "[3fff::1]"]],
    ["benchmarking", ["198.18.0.1", "198.19.255.255", "[2001:2::1]"]],
    ["multicast", ["224.0.0.1", "239.255.255.255", "[ff02::1]", "[ff0e::1]"]],
    ["broadcast and reserved", ["255.255.255.255", "240.0.0.1", "250.1.2.3"]],
    ["site-local", ["[fec0::1]"]],
    ["discarded, or routed by segment", ["[100::1]", "[5f00::1]"]],
    ["given to nobody", ["[4000::1]", "[1::1]", "[8000::1]", "[e000::1]"]],
  ])("%s", (_, hosts) => {
    for (const host of hosts) expect([host, judge(host)]).toEqual([host, false]);
  });

  test("nor is what is no address, nor a link's", () => {
    for (const text of [
      "",
      "localhost",
      "127.1",
      "fe80::1%eth0",
      "2a00:1450::1%eth0 ",
      "8.8.8.8/8",
      "08.8.8.8",
    ])
      expect([text, isPublicAddress(text)]).toEqual([text, false]);
  });
});

test("addresses that anyone may be given are public, to the edge of the ranges that are not", () => {
  const hosts = [
    "8.8.8.8",
    "134744072",
    "1.0.0.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.1",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.1",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "[2606:4700::1]",
    "[2a00:1450:4009::1]",
    "[2001:4860:4860::8888]",
    "[64:ff9b::808:808]",
  ];
  for (const host of hosts) expect([host, judge(host)]).toEqual([host, true]);
});

test("a name is no address, whatever it looks like", () => {
  for (const host of ["localhost", "127.0.0.1.example", "1e100.net", "news.example."]) {
    expect([host, judge(host)]).toEqual([host, null]);
  }
});
