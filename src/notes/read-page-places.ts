// Addresses, hosts and language tags as a page gives them -> those that can be so.
// A canonical address may lie, and a site is known by its host.

import { resolveAddress } from "./extract-article.ts";

/** The first of several tags as BCP 47 writes it; null for none. */
export function cleanLanguage(texts: readonly string[]): string | null {
  const tag = (texts[0] ?? "").split(",")[0]?.trim().replaceAll("_", "-") ?? "";
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) || /^und/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** An address of the page's own site, whole and without tracking; a home page is no article's address. */
export function cleanCanonical(
  texts: readonly string[],
  base: string | null,
  address: string | null,
): string | null {
  const url = resolveAddress(texts[0] ?? "", base);
  if (url === null || address === null) return url;
  const [there, here] = [new URL(url), new URL(address)];
  if (siteOf(there.hostname) !== siteOf(here.hostname)) return null;
  const isHome = (one: URL) => one.pathname === "/" && one.search === "";
  return isHome(there) && !isHome(here) ? null : url;
}

/** The part of a host's name that one owner has: "example.co.uk" of "www.example.co.uk". */
function siteOf(host: string): string {
  const labels = host.toLowerCase().split(".");
  const isNational = /^(?:co|com|org|net|ac|gov|nhs|sch|police|edu|ltd|plc|me|or|ne|go)$/.test(
    labels.at(-2) ?? "",
  );
  return labels.slice(isNational && (labels.at(-1) ?? "").length === 2 ? -3 : -2).join(".");
}

/** The names that a host has for its site: itself and its longer labels. */
export function siteNamesOf(address: string | null): string[] {
  if (address === null) return [];
  const host = new URL(address).hostname.replace(/^www\./, "");
  return [host, ...host.split(".").filter((label) => label.length > 3)];
}
