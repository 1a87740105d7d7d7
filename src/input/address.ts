// An address as written -> an address that may be published, and the key by which two are the same.
// The contract's rules for addresses stand here once, for frontmatter, stories and narration alike.

/** An address that may be published. */
export interface Address {
  /** As written, without a name or password, blanks at the ends cut. */
  readonly url: string;
  /** The same for two addresses of one source; never shown. */
  readonly key: string;
  readonly kind: "web" | "mail";
  /** True where a name or password was taken out. */
  readonly hadCredentials: boolean;
}

/** Parameters that tell where a reader came from and not what is read; compared in lower case. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|hsctatracking|vero_id|oly_enc_id|oly_anon_id|_openstat|s_cid|ncid|at_medium|at_campaign.*|at_custom.*|at_link_.*|at_format|at_bbc_team|ns_mchannel|ns_source|ns_campaign|ns_linkname|ns_fee)$/;

/** Reads an address: http, https or mailto. Null for anything else, and for what no browser could open. */
export function readAddress(written: string): Address | null {
  const text = written.trim();
  if (/[\s\u0000-\u001F\u007F]/.test(text)) return null;
  if (/^mailto:/i.test(text)) return readMail(text);
  // Two slashes are asked for: `https:example.org` means something else inside a page.
  if (!/^https?:\/\/[^/?#\\]/i.test(text)) return null;
  const parsed = parseUrl(text);
  if (!parsed || parsed.hostname === "") return null;
  const hadCredentials =
    parsed.username !== "" || parsed.password !== "" || /^[a-z]+:\/\/[^/?#\\]*@/i.test(text);
  const url = hadCredentials ? text.replace(/^([a-z]+:\/\/)[^/?#\\]*@/i, "$1") : text;
  return { url, key: addressKey(parsed), kind: "web", hadCredentials };
}

/** A web address without the parameters that only tell where a reader came from; all else as written. */
export function stripTracking(url: string): string {
  const [, before = url, query, after = ""] = /^([^?#]*)\?([^#]*)(#.*)?$/.exec(url) ?? [];
  if (query === undefined) return url;
  const kept = query.split("&").filter((parameter) => !TRACKING.test(parameterName(parameter)));
  return `${before}${kept.length === 0 ? "" : `?${kept.join("&")}`}${after}`;
}

/** Not URL.canParse: once it is hot, Node 20 and 22 answer false for letters such as ü. */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function readMail(text: string): Address | null {
  if (!/^mailto:[^\s@<>"]+@[^\s@<>"]+$/i.test(text)) return null;
  return { url: text, key: text.toLowerCase(), kind: "mail", hadCredentials: false };
}

/** The parser has already lowered scheme and host and dropped a default port; the rest is the contract's list. */
function addressKey(parsed: URL): string {
  const path = parsed.pathname.replace(/\/$/, "");
  const parameters = parsed.search
    .slice(1)
    .split("&")
    .filter((parameter) => parameter !== "" && !TRACKING.test(parameterName(parameter)))
    .sort();
  const query = parameters.length === 0 ? "" : `?${parameters.join("&")}`;
  return `${parsed.protocol}//${parsed.host}${path}${query}`;
}

function parameterName(parameter: string): string {
  const name = parameter.split("=", 1)[0] ?? "";
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
