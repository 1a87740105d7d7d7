// An address, a file or pasted text -> what it tells of itself, or why there is nothing to make a story of.
// Nothing is written here, so that a failure leaves nothing behind.

import { join, resolve } from "node:path";
import type { AddressPlace } from "../episode/find-address.ts";
import { readAddress } from "../input/address.ts";
import { readSourceFile } from "../io/read-source.ts";
import { relativePath, type Session } from "../io/session.ts";
import type { PageFacts } from "../notes/read-page.ts";
import { UserError } from "../problem.ts";

/** What a person named: an address, a file, or text from standard input. */
export type Named =
  | {
      readonly kind: "address";
      readonly url: string;
      /** The segment that is known for this one alone, as from a feed's setting. */
      readonly segment?: string | null;
    }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "text"; readonly text: string };

/** A page as collected; `address` is null where none is known. */
export interface Collected {
  readonly facts: PageFacts;
  readonly address: string | null;
  /** Keys of every form of its address: as asked for, as redirected, as it names itself. */
  readonly keys: readonly string[];
  readonly problems: readonly string[];
}

/** What keeps a page from being collected again, unless that is wanted. */
export interface Collecting {
  /** The show's folder. */
  readonly root: string;
  readonly allowLocal: boolean;
  /** Where each address stands already, by key; null where a page may be collected again. */
  readonly known: ReadonlyMap<string, AddressPlace> | null;
  readonly language: string;
  /** YYYY-MM-DD, in the show's time zone. */
  readonly today: string;
}

/** Collects what was named. Throws a UserError that says what is wrong and what to do instead. */
export async function collectPage(session: Session, named: Named, how: Collecting): Promise<Collected> {
  switch (named.kind) {
    case "address":
      return collectAddress(session, named.url, how);
    case "file":
      return collectText(
        session,
        await readSourceFile(resolve(session.cwd, named.path), named.path),
        named.path,
        how,
      );
    case "text":
      return collectText(session, named.text, "standard input", how);
  }
}

async function collectAddress(session: Session, url: string, how: Collecting): Promise<Collected> {
  const asked = readAddress(url);
  if (asked?.kind !== "web")
    throw new UserError(`Unexpected address "${url.slice(0, 80)}", expected http:// or https://`, "");
  refuseKnown(session, [asked.key], how);
  const { fetchPage } = await import("../io/fetch-page.ts");
  const page = await fetchPage(asked.url, { allowLocal: how.allowLocal, language: how.language });
  const host = new URL(page.url).host;
  const keys = keysOf([asked.url, ...page.redirects, page.url]);
  refuseKnown(session, keys, how);
  const facts = await readFacts(page.text, page.contentType, page.url, host, how.today);
  const all = [...new Set([...keys, ...keysOf([facts.canonical?.value ?? page.url])])];
  refuseKnown(session, all, how);
  refuseNothing(facts, host);
  const lost =
    page.lost > 0
      ? [`${page.lost} of its characters could not be read: compare the capture with the page`]
      : [];
  return { facts, address: page.url, keys: all, problems: [...facts.problems, ...lost] };
}

async function collectText(
  session: Session,
  text: string,
  name: string,
  how: Collecting,
): Promise<Collected> {
  const facts = await readFacts(text, isHtml(text, name) ? "text/html" : "text/plain", null, name, how.today);
  const keys = keysOf(facts.canonical ? [facts.canonical.value] : []);
  refuseKnown(session, keys, how);
  refuseNothing(facts, name);
  return { facts, address: facts.canonical?.value ?? null, keys, problems: facts.problems };
}

async function readFacts(
  text: string,
  type: string,
  address: string | null,
  name: string,
  today: string,
): Promise<PageFacts> {
  if (
    /^(?:text\/html|application\/xhtml\+xml|)$/.test(type) ||
    (type !== "text/plain" && isHtml(text, name))
  ) {
    const { readPageInWorker } = await import("../io/read-in-worker.ts");
    return readPageInWorker(text, address, today);
  }
  if (/^text\/(?:plain|markdown|x-markdown)$/.test(type)) {
    const { readTextFile } = await import("../notes/read-text-file.ts");
    return readTextFile(text, name);
  }
  throw new UserError(
    `${name} answered with ${type}, expected a web page`,
    type === "application/pdf"
      ? "Get its text with: pdftotext page.pdf - | roundup add -"
      : "Save the article's text in a file, and add that.",
  );
}

function isHtml(text: string, name: string): boolean {
  return (
    /\.x?html?$/i.test(name) ||
    /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|\?xml)/i.test(text.slice(0, 4000))
  );
}

function keysOf(urls: readonly string[]): string[] {
  return [...new Set(urls.flatMap((url) => readAddress(url)?.key ?? []))];
}

/** Throws a UserError where a page of one of these keys is collected already, with its place. */
export function refuseKnown(session: Session, keys: readonly string[], { root, known }: Collecting): void {
  const place = keys.map((key) => known?.get(key)).find((one) => one !== undefined);
  if (!place) return;
  throw new UserError(
    `This page is collected already, in ${relativePath(join(root, place.file), session.cwd)}:${place.line}`,
    "Add --again to collect it once more.",
  );
}

/** A page that is only a wall, or has neither a title nor words, makes no story. */
function refuseNothing({ wall, words, title }: PageFacts, name: string): void {
  const save = "Open it in a browser, save the page, and add the file.";
  if (wall === "consent" && words < 100)
    throw new UserError(`${name} shows nothing but a question for consent`, save);
  if (wall === "login" && words < 100) throw new UserError(`${name} wants a login first`, save);
  if (title === null && words < 20)
    throw new UserError(`${name} has neither a title nor words that could be read`, save);
}
