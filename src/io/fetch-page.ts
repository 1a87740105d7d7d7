// An address of the web -> the page there as text, asked for politely and under guards.
// An address comes from anywhere: nothing that it, a redirect or a name leads to may be this machine's own.

import { promises as dns } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { decodePage } from "../input/decode-page.ts";
import { Interrupted } from "../problem.ts";
import { PACKINGS, readBody } from "./fetch-page-body.ts";
import {
  explainFault,
  explainRedirect,
  explainSlowness,
  explainStatus,
  type RedirectFault,
  refuseAddress,
  refuseLocal,
} from "./fetch-page-faults.ts";
import { isPublicAddress, literalOf, makeGuardedLookup, type Resolve } from "./public-address.ts";

/** The bounds of a fetch. */
export interface FetchLimits {
  /** Seconds in all: redirects, look-ups and the whole page among them. */
  readonly seconds: number;
  /** Bytes of a page, packed and unpacked. */
  readonly bytes: number;
  /** Bytes of an answer's headers. */
  readonly headerBytes: number;
  readonly redirects: number;
}

export const FETCH_LIMITS: FetchLimits = {
  seconds: 20,
  bytes: 10 * 1024 * 1024,
  headerBytes: 64 * 1024,
  redirects: 5,
};

/** What is asked for, and how. */
export interface FetchOptions {
  /** True to ask addresses of this machine and of private networks too. It lifts no other guard. */
  readonly allowLocal: boolean;
  /** The value of Accept; default: HTML, else anything. */
  readonly accept?: string;
  /** The language wanted, as BCP 47 has it; default: en. */
  readonly language?: string;
  /** What an earlier fetch gave: if the page is still the same, the answer is a 304 without text. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly limits?: Partial<FetchLimits>;
  /** A person's stop: it ends the fetch with Interrupted. */
  readonly signal?: AbortSignal;
}

/** A page as it came. */
export interface FetchedPage {
  /** The address that gave it, after redirects. */
  readonly url: string;
  /** The addresses that sent on, in order, the one asked for first; none where nothing sent on. */
  readonly redirects: readonly string[];
  readonly status: 200 | 304;
  /** Its media type in lower case and without parameters, "" where the server does not say. */
  readonly contentType: string;
  /** Decoded; "" for a 304, and for pictures, sound, PDF and the like, whose bodies are not read. */
  readonly text: string;
  /** The character set that was used; "" where nothing was decoded. */
  readonly charset: string;
  /** How many characters of the text were lost and stand as U+FFFD. */
  readonly lost: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** How names are looked up, and which addresses are asked. Only tests have another than the system's. */
export interface Network {
  readonly resolve: Resolve;
  readonly isPublic: (address: string) => boolean;
}

const SYSTEM: Network = {
  resolve: (hostname) => dns.lookup(hostname, { all: true }),
  isPublic: isPublicAddress,
};

const USER_AGENT = `roundup/${ROUNDUP_VERSION} (a program that a person runs)`;
const ACCEPT = "text/html, application/xhtml+xml, */*;q=0.1";

/** Types whose bodies hold no text for us. */
const NOT_TEXT =
  /^(?:audio|font|image|model|video)\/|^application\/(?:epub\+zip|gzip|msword|pdf|vnd\.(?:ms-|openxmlformats|oasis)|zip)/;

/**
 * Fetches a page by GET. Only http and https are asked, without a name or a password, at public addresses
 * (public-address.ts): a literal is checked before, a name's address where the connection is made, both again
 * after each redirect. A redirect from https to http is not followed, since the page would come unguarded
 * where a guarded one was asked for. There are no cookies, no referrer, no proxies and no second tries.
 * Throws a UserError for every failure, which names the host and never a name or a password; Interrupted for
 * the signal's stop.
 */
export async function fetchPage(
  url: string,
  options: FetchOptions,
  network: Network = SYSTEM,
): Promise<FetchedPage> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const trail = [readUrl(url)];
  const controller = new AbortController();
  const stop = () => controller.abort();
  let isSlow = false;
  const timer = setTimeout(() => {
    isSlow = true;
    stop();
  }, limits.seconds * 1000);
  options.signal?.addEventListener("abort", stop, { once: true });
  if (options.signal?.aborted) stop();
  try {
    return await follow(trail, { options, limits, network, signal: controller.signal });
  } catch (error) {
    if (options.signal?.aborted) throw new Interrupted();
    if (isSlow) throw explainSlowness(describePlace(trail), limits.seconds);
    throw explainFault(error, describePlace(trail), limits);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", stop);
    // What is still open is let go.
    stop();
  }
}

interface Fetch {
  readonly options: FetchOptions;
  readonly limits: FetchLimits;
  readonly network: Network;
  readonly signal: AbortSignal;
}

/** Asks the last address of the trail, and each that is sent on to, which is added to it. */
async function follow(trail: URL[], fetch: Fetch): Promise<FetchedPage> {
  for (;;) {
    const response = await ask(trail, fetch);
    if (!REDIRECTS.has(response.statusCode ?? 0)) return await readPage(response, trail, fetch);
    trail.push(readRedirect(response.headers.location ?? "", trail, fetch.limits.redirects));
  }
}

/** The statuses that send on (RFC 9110, 15.4); a GET stays a GET by all of them. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function readUrl(written: string): URL {
  const url = parseUrl(written.trim());
  if (!url || !/^https?:$/.test(url.protocol)) throw refuseAddress("scheme");
  if (hasCredentials(url)) throw refuseAddress("credentials");
  return url;
}

/** Sends one request; resolves with the answer when its headers are there. */
async function ask(trail: readonly URL[], fetch: Fetch): Promise<IncomingMessage> {
  const { options, limits, network, signal } = fetch;
  const url = lastOf(trail);
  const isAllowed = (address: string) => options.allowLocal || network.isPublic(address);
  const literal = literalOf(url);
  if (literal !== null && !isAllowed(literal)) throw refuseLocal(describePlace(trail), null);
  const lookup = makeGuardedLookup(network.resolve, (address) => {
    if (!isAllowed(address)) throw refuseLocal(describePlace(trail), address);
  });
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: "GET",
      headers: makeHeaders(options),
      lookup,
      // A connection of its own: a kept one would be used again without a look-up.
      agent: false,
      maxHeaderSize: limits.headerBytes,
      signal,
    });
    request.on("response", resolve);
    request.on("error", reject);
    request.on("close", () => reject(Object.assign(new Error("no answer"), { code: "ECONNRESET" })));
    request.end();
  });
}

function makeHeaders(options: FetchOptions): Record<string, string> {
  const etag = readValidator(options.etag);
  const lastModified = readValidator(options.lastModified);
  return {
    "user-agent": USER_AGENT,
    accept: options.accept ?? ACCEPT,
    "accept-language": options.language ?? "en",
    "accept-encoding": PACKINGS,
    ...(etag === null ? {} : { "if-none-match": etag }),
    ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
  };
}

/** An ETag or a date that may be kept and sent back as it is; null for what is none or too long. */
function readValidator(written: string | null | undefined): string | null {
  return /^[\x20-\x7E\x80-\xFF]{1,1000}$/.test(written ?? "") ? (written ?? null) : null;
}

async function readPage(
  response: IncomingMessage,
  trail: readonly URL[],
  fetch: Fetch,
): Promise<FetchedPage> {
  const { statusCode: status, headers } = response;
  const isConditional = readValidator(fetch.options.etag) ?? readValidator(fetch.options.lastModified);
  if (status !== 200 && (status !== 304 || isConditional === null))
    throw explainStatus(status ?? 0, describePlace(trail));
  const given = headers["content-type"] ?? "";
  const contentType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+/.exec(given.trim())?.[0].toLowerCase() ?? "";
  const isRead = status === 200 && !NOT_TEXT.test(contentType);
  const decoded = isRead
    ? decodePage(await readBody(response, fetch.limits.bytes), given)
    : { text: "", charset: "", lost: 0 };
  return {
    url: lastOf(trail).href,
    redirects: trail.slice(0, -1).map(({ href }) => href),
    status,
    contentType,
    ...decoded,
    etag: readValidator(headers.etag),
    lastModified: readValidator(headers["last-modified"]),
  };
}

/** Where a redirect leads, if it may be followed. */
function readRedirect(header: string, trail: readonly URL[], most: number): URL {
  const from = lastOf(trail);
  // Header values come as Latin-1; servers that write other letters as they are write UTF-8.
  const location = decodePage(Buffer.from(header, "latin1"), "").text.trim();
  const refuse = (fault: RedirectFault, shown = location) =>
    explainRedirect(fault, describePlace(trail), shown, most);
  if (location === "") throw refuse("nowhere");
  const next = parseUrl(location, from);
  if (!next) throw refuse("broken");
  if (!/^https?:$/.test(next.protocol)) throw refuse("scheme", next.protocol);
  if (hasCredentials(next)) throw refuse("credentials");
  if (from.protocol === "https:" && next.protocol === "http:") throw refuse("downgrade");
  if (next.hash === "") next.hash = from.hash;
  if (trail.some((before) => isSamePage(before, next))) throw refuse("circle");
  if (trail.length > most) throw refuse("many");
  return next;
}

/** The host that is asked, for a message; after redirects, also the one that the author named. */
function describePlace(trail: readonly URL[]): string {
  const { host } = lastOf(trail);
  const first = trail[0]?.host ?? host;
  return host === first ? host : `${host} (where ${first} sends on)`;
}

function lastOf(trail: readonly URL[]): URL {
  const last = trail.at(-1);
  if (!last) throw new Error("a trail has at least one address");
  return last;
}

/** True if two addresses are asked for alike: their fragments are not sent. */
function isSamePage(a: URL, b: URL): boolean {
  return a.href.replace(/#.*/s, "") === b.href.replace(/#.*/s, "");
}

function hasCredentials(url: URL): boolean {
  return url.username !== "" || url.password !== "";
}

/** Not URL.canParse: once it is hot, Node 20 and 22 answer false for letters such as ü. */
function parseUrl(text: string, base?: URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
