// What keeps a page from coming -> a UserError in plain words that says where, what and what to do.
// What a server says may be hostile: of its words only numbers and cleaned addresses are shown.

import { showUnseenCharacters } from "../input/characters.ts";
import { UserError } from "../problem.ts";
import { BodyFault } from "./fetch-page-body.ts";

/** The most that is shown of an address or a word of a server, in characters. */
const MAX_SHOWN = 100;

const BY_HAND = "Open the address in a browser, save the page there, and give the saved file instead.";
const LATER = "Try again later.";

/** What answers with such a status says, and what to do about it (RFC 9110, 15). */
const STATUSES: Readonly<Record<number, readonly [says: string, hint: string]>> = {
  401: ["wants a login for this page", BY_HAND],
  402: ["wants to be paid for this page", BY_HAND],
  403: ["does not show this page to programs, or not without a login", BY_HAND],
  404: ["has no such page", "Look at the address; a search of the site may know where the page is now."],
  406: ["does not give this page to programs", BY_HAND],
  408: ["gave up waiting", LATER],
  410: ["has taken this page away for good", "A web archive may have kept a copy of it."],
  429: ["has had too many requests from here", "Wait some minutes before you ask it again."],
  451: ["may not show this page by law", "Look whether another source has the same."],
};

/** A page that could not be had because of what the server answered. `where` is its host. */
export function explainStatus(status: number, where: string): UserError {
  const known = STATUSES[status];
  if (known) return new UserError(`${where} ${known[0]} (${status})`, known[1]);
  if (status >= 500) return new UserError(`${where} failed (${status})`, LATER);
  return new UserError(
    `${where} answered with the status ${status}, expected a page (200)`,
    `Look at the address. ${BY_HAND}`,
  );
}

/** An address that is not asked for: another scheme, a name or a password. Nothing of it is quoted. */
export function refuseAddress(reason: "scheme" | "credentials"): UserError {
  return reason === "scheme"
    ? new UserError(
        "This is no address of a web page, expected one that begins with http:// or https://",
        "Copy it anew from the browser's address bar.",
      )
    : new UserError(
        "The address holds a name or a password, expected none",
        `Take out what stands before the @. ${BY_HAND}`,
      );
}

/** An address that is nobody's on the internet: the host itself (null), or what its name leads to. */
export function refuseLocal(where: string, address: string | null): UserError {
  const leads = address === null ? "is" : `leads to ${showPart(address)},`;
  return new UserError(
    `${where} ${leads} an address of this machine or of a private network, expected one on the internet; it was not asked`,
    "If you trust it, as on an intranet, say so with --allow-local.",
  );
}

/** What is wrong with a redirect. */
export type RedirectFault = "nowhere" | "broken" | "scheme" | "credentials" | "downgrade" | "circle" | "many";

/** A redirect that is not followed, after `most` of them. `location` is what the server named; of a scheme, that alone. */
export function explainRedirect(
  fault: RedirectFault,
  where: string,
  location: string,
  most: number,
): UserError {
  const shown = showPart(location.replace(/^([a-z]+:)?\/\/[^/?#\\]*@/i, "$1//"));
  switch (fault) {
    case "nowhere":
      return new UserError(`${where} sends on to another page, but does not say to which`, BY_HAND);
    case "broken":
      return new UserError(`${where} sends on to "${shown}", which is no address`, BY_HAND);
    case "scheme":
      return new UserError(
        `${where} sends on to an address that begins with ${shown}, expected http: or https:; it was not followed`,
        BY_HAND,
      );
    case "credentials":
      return new UserError(
        `${where} sends on to an address with a name or a password; it was not followed`,
        BY_HAND,
      );
    case "downgrade":
      return new UserError(
        `${where} sends on from https to ${shown}, where anyone on the way could change the page; it was not followed`,
        "If you trust that address, give it instead.",
      );
    case "circle":
      return new UserError(
        `${where} sends on in a circle`,
        `It may want cookies, which are not kept. ${BY_HAND}`,
      );
    case "many":
      return new UserError(`${where} sends on more than ${most} times`, BY_HAND);
  }
}

/** The time for a page is over. */
export function explainSlowness(where: string, seconds: number): UserError {
  return new UserError(
    `${where} was not done after ${seconds} s`,
    `Look whether you are connected, and try again. ${BY_HAND}`,
  );
}

const CERTIFICATE = /CERT|^UNABLE_TO_|SELF_SIGNED/;
const UNREACHABLE = /^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN|ETIMEDOUT|EADDRNOTAVAIL|EACCES|EPERM)$/;

/** What a request failed of. Errors that are for the user already pass as they are; others must have a code. */
export function explainFault(
  error: unknown,
  where: string,
  most: { readonly bytes: number; readonly headerBytes: number },
): Error {
  if (error instanceof UserError) return error;
  if (error instanceof BodyFault) return explainBody(error, where, most.bytes);
  const code = codeOf(error);
  if (/^(?:ENOTFOUND|EAI_.*)$/.test(code))
    return new UserError(
      `${where} could not be found (${code})`,
      "Look whether the address is right, and whether you are connected.",
    );
  if (code === "ECONNREFUSED")
    return new UserError(
      `Nothing answers at ${where}`,
      "Look whether the address is right, or try again later.",
    );
  if (CERTIFICATE.test(code))
    return new UserError(
      `The certificate of ${where} cannot be trusted (${code})`,
      "Where a network has certificates of its own, name their file in NODE_EXTRA_CA_CERTS.",
    );
  if (/^(?:EPROTO|ERR_SSL_.*|ERR_TLS_.*)$/.test(code))
    return new UserError(
      `${where} does not speak https as expected (${code})`,
      "Look whether the address begins with http:// or https:// rightly.",
    );
  if (UNREACHABLE.test(code))
    return new UserError(
      `${where} cannot be reached (${code})`,
      "Look whether you are connected, and try again.",
    );
  if (code === "HPE_HEADER_OVERFLOW")
    return new UserError(`${where} sent more than ${formatBytes(most.headerBytes)} of headers`, BY_HAND);
  if (code === "ECONNRESET" || code === "EPIPE")
    return new UserError(`${where} broke off the connection before it answered`, LATER);
  if (/^HPE_/.test(code))
    return new UserError(
      `${where} does not speak http as expected (${code})`,
      "Look whether the address begins with http:// or https:// rightly.",
    );
  if (code !== "") return new UserError(`${where} could not be asked (${code})`, LATER);
  return error instanceof Error ? error : new Error(String(error));
}

function explainBody({ kind, detail }: BodyFault, where: string, maxBytes: number): UserError {
  switch (kind) {
    case "too large":
      return new UserError(
        `${where} sent more than ${formatBytes(maxBytes)}, the most that is read of a page`,
        "Save what you want of it as a file, and give that.",
      );
    case "unknown packing":
      return new UserError(
        `${where} packed the page as "${showPart(detail)}", expected gzip, deflate or br, once`,
        BY_HAND,
      );
    case "broken packing":
      return new UserError(`${where} sent a page that does not unpack (${detail})`, `${LATER} ${BY_HAND}`);
    case "cut off":
      return new UserError(`${where} broke off before the page was whole`, LATER);
  }
}

function formatBytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${Math.round(bytes / 1024 / 1024)} MB`;
}

/** A server's words for a message: on one line, nothing unseen, at most 100 characters. */
function showPart(words: string): string {
  const characters = [...showUnseenCharacters(words)];
  return characters.length > MAX_SHOWN
    ? `${characters.slice(0, MAX_SHOWN - 1).join("")}…`
    : characters.join("");
}

/** The system's code of an error, or of the first of the errors that it gathers; "" for a fault of our own. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
