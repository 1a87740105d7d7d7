// An IP address -> whether it is anybody's on the internet; a look-up of names that gives no other.
// An address in a note or a redirect must not make this machine ask itself, its network or its cloud's metadata.

import type { LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** The addresses of a name; rejects with the system's error where there are none. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** How a network that has IPv6 alone writes IPv4 addresses (RFC 6052, 2.1). */
const TRANSLATED = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/**
 * True only for public unicast addresses. By the registries of IANA (RFC 6890), as ipaddr.js has them: no
 * loopback, private, shared, link-local, multicast, broadcast, benchmarking, documentation, reserved or
 * unspecified address. Of IPv6 only 2000::/3 is given out, and an IPv4 address within another (mapped,
 * compatible, 6to4, Teredo) is refused, but one behind the well-known prefix of NAT64 is judged as itself.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
  if (parsed.match(TRANSLATED)) return isPublicAddress(parsed.toByteArray().slice(12).join("."));
  return (parsed.parts[0] ?? 0) >> 13 === 1 && parsed.range() === "unicast";
}

/** The IP address that the host of an address is, without brackets; null where it is a name. */
export function literalOf(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? null : host;
}

/**
 * A look-up for a connection: the connection is made to an address that this call has checked, so a name
 * cannot change between the check and the use. One address that `check` throws at fails all of the name's.
 */
export function makeGuardedLookup(resolve: Resolve, check: (address: string) => void): LookupFunction {
  return (hostname, options, callback) => {
    const find = async () => {
      const found = [...(await resolve(hostname))];
      for (const { address } of found) check(address);
      const [first] = found;
      if (!first) throw Object.assign(new Error("no address"), { code: "ENOTFOUND" });
      return { found, first };
    };
    find().then(
      ({ found, first }) => {
        if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, ""),
    );
  };
}
