// The text of a feed (RSS 2.0, RSS 1.0, Atom, JSON Feed) -> its items, or in words why it cannot be read.
// Feeds are written by machines that are seldom looked after: what is missing is borne, and nothing is believed.

import { MalformedError, parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from "feedsmith";
import { readAddress } from "../input/address.ts";
import { removeUnseenCharacters } from "../input/characters.ts";
import { oneLine } from "../show.ts";
import { groupDigits, shorten } from "../spoken/phrases.ts";
import {
  readAtom,
  readJson,
  readRdf,
  readRss,
  type WrittenFeed,
  type WrittenItem,
  type WrittenWords,
} from "./read-feed-forms.ts";
import { countTags, findFeedKind } from "./read-feed-kind.ts";
import { findDate, isLikelyDate } from "./read-page-dates.ts";
import { attributeOf, listElements, parseFragment, textOf } from "./read-page-tree.ts";

/** One item of a feed. */
export interface FeedItem {
  /** What tells it from every other item of the feed: its guid or id, else its address, else its date and title. */
  readonly id: string;
  /** Plain text on one line; "" where there is none. */
  readonly title: string;
  /** Absolute, http or https; null where it has none. */
  readonly url: string | null;
  /** YYYY-MM-DD, the day as it is written, never shifted by a time zone. */
  readonly published: string | null;
  /** Plain text on one line, at most 300 characters. */
  readonly summary: string;
  readonly authors: readonly string[];
}

/** A feed as read, in its own order. */
export interface Feed {
  /** Plain text on one line; "" where there is none. */
  readonly title: string;
  /** The address of the site, or where none is named that of the feed. */
  readonly url: string;
  readonly items: readonly FeedItem[];
}

/** What comes of a feed's text. */
export interface ReadFeed {
  readonly feed: Feed | null;
  readonly problems: readonly string[];
}

/** The most of a feed that is read: a full feed of 10,000 items has fewer tags. */
const FEED_LIMITS = { characters: 10 * 1024 * 1024, tags: 300_000 } as const;
/** The items that are kept, the newest of them. */
export const MAX_ITEMS = 1000;
/** The items that are looked at. */
const MAX_READ = 10_000;
const MAX_TITLE = 300;
const MAX_SUMMARY = 300;
const MAX_ADDRESS = 2000;
const MAX_AUTHORS = 10;

/**
 * Reads a feed that came from an address. `feed` is null where it cannot be read, and `problems` say why, each as
 * a clause that follows "the feed cannot be read: "; with a feed they say what of it was left out.
 */
export function readFeed(text: string, address: string): ReadFeed {
  const fail = (problem: string) => ({ feed: null, problems: [problem] });
  const clean = text.replace(/^\uFEFF/, "").trim();
  if (clean === "") return fail("it is empty");
  if (clean.length > FEED_LIMITS.characters) return fail("it is over 10 MB");
  const parsed = parse(clean, address);
  if (typeof parsed === "string") return fail(parsed);

  const bases = [parsed.base, parsed.link].flatMap((base) => resolveAddress(base, [address]) ?? []);
  const items = dropRepeats(
    parsed.items.slice(0, MAX_READ).map((item) => readItem(item, [...bases, address])),
  );
  const kept = keepNewest(items);
  const cut = isCutOff(clean) ? ["its XML breaks off: items at its end may be missing"] : [];
  const told =
    items.length > kept.length
      ? [`it has more than ${groupDigits(MAX_ITEMS)} items: only the newest count`]
      : [];
  return {
    feed: {
      title: readWords(parsed.title, MAX_TITLE),
      url: resolveAddress(parsed.link, [...bases, address]) ?? address,
      items: kept,
    },
    problems: [...cut, ...told],
  };
}

/** The feed as its parser gives it, or why it cannot be read. */
function parse(text: string, address: string): WrittenFeed | string {
  const kind = findFeedKind(text);
  if (kind === "html") return describeHtml(text, address);
  if (kind === "none") return "it is no feed: it begins like neither XML nor JSON";
  if (typeof kind === "object") return `it is no feed, but XML of another kind (<${kind.element}>)`;
  if (kind === "json") return parseJson(text);
  if (countTags(text) > FEED_LIMITS.tags) return `it has more than ${groupDigits(FEED_LIMITS.tags)} tags`;
  const options = { maxItems: MAX_READ };
  try {
    if (kind === "rss") return readRss(parseRssFeed(text, options));
    if (kind === "rdf") return readRdf(parseRdfFeed(text, options));
    return readAtom(parseAtomFeed(text, options));
  } catch (error) {
    return explainFault(error);
  }
}

/** The parser bears elements that are not ended, where a feed may have been cut in two. */
function isCutOff(text: string): boolean {
  return text.startsWith("<") && !/<\/(?:[\w.-]{1,50}:)?(?:rss|feed|rdf)\s*>/i.test(text.slice(-5000));
}

function parseJson(text: string): WrittenFeed | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "its JSON is broken, or breaks off";
  }
  try {
    return readJson(parseJsonFeed(value, { maxItems: MAX_READ }));
  } catch {
    return "it is JSON, but no feed (jsonfeed.org)";
  }
}

/** The parser's words are meant for programmers, and may quote the feed; of them only what they tell is said. */
function explainFault(error: unknown): string {
  if (!(error instanceof MalformedError)) return "it has the marks of a feed, but nothing in it";
  const reason = error.cause instanceof Error ? error.cause.message : "";
  if (/nested/i.test(reason)) return "its XML has too many elements in one another";
  if (/unexpected end|not closed|unclosed|returned undefined/i.test(reason))
    return "its XML breaks off in the middle, or an element is not ended";
  return "its XML is broken";
}

/** Most pages name their feed in the head; who gave the page's address by mistake is told it. */
function describeHtml(text: string, address: string): string {
  const head = text.slice(0, 100_000).split(/<body[\s>]/i)[0] ?? "";
  const links = listElements(parseFragment(head)).map(({ node }) => node);
  const named = links.find(
    (node) =>
      node.tagName === "link" &&
      /\balternate\b/i.test(attributeOf(node, "rel")) &&
      /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$/i.test(attributeOf(node, "type").trim()),
  );
  const feed = named ? resolveAddress(attributeOf(named, "href"), [address]) : null;
  return feed === null
    ? "it is a web page, expected a feed"
    : `it is a web page, expected a feed; the page names ${feed} as its feed`;
}

function readItem(item: WrittenItem, bases: readonly string[]): FeedItem & { readonly ownId: string | null } {
  const title = readWords(item.title, MAX_TITLE);
  const url = item.links.map((link) => resolveAddress(link, bases)).find((link) => link !== null) ?? null;
  const published =
    item.dates
      .map((date) => findDate(completeYear(date.slice(0, 100)), null))
      .find((date) => date !== null && isLikelyDate(date, null)) ?? null;
  const ownId = item.id === null ? null : oneLine(item.id.slice(0, MAX_ADDRESS));
  return {
    ownId,
    id: ownId ?? nameItem(url, published, title),
    title,
    url,
    published,
    summary: readWords(item.summary, MAX_SUMMARY),
    authors: readAuthors(item.authors),
  };
}

function nameItem(url: string | null, published: string | null, title: string): string {
  return url === null ? `${published ?? ""} ${title}`.trim() : (readAddress(url)?.key ?? url);
}

/** Dates of e-mail may have a year of two digits (RFC 2822, 4.3). */
function completeYear(date: string): string {
  return date.replace(
    /^((?:[a-z]{3,9},?\s+)?\d{1,2}[\s-]+[a-z]{3,9}[\s-]+)(\d{2})(?=\s|$)/i,
    (_, day, year) => {
      return `${day}${Number(year) < 50 ? "20" : "19"}${year}`;
    },
  );
}

/**
 * Each item once. Some feeds give one id to all their items: it names none of them then, and their addresses do.
 */
function dropRepeats(items: readonly (FeedItem & { readonly ownId: string | null })[]): FeedItem[] {
  const urls = new Map<string, Set<string>>();
  for (const { id, url, published, title } of items) {
    const names = urls.get(id) ?? new Set();
    urls.set(id, names.add(nameItem(url, published, title)));
  }
  const seen = new Set<string>();
  return items.flatMap(({ ownId, ...item }) => {
    const isShared = ownId !== null && (urls.get(ownId)?.size ?? 0) > 1;
    const id = isShared ? nameItem(item.url, item.published, item.title) : item.id;
    // What has neither a title nor an address is nothing to tell a person of.
    if (seen.has(id) || (item.title === "" && item.url === null)) return [];
    seen.add(id);
    return [{ ...item, id }];
  });
}

/** The newest items in the feed's order; those without a date count as the oldest. */
function keepNewest(items: readonly FeedItem[]): readonly FeedItem[] {
  if (items.length <= MAX_ITEMS) return items;
  const dates = items.map(({ published }) => published ?? "").sort();
  const oldest = dates.at(-MAX_ITEMS) ?? "";
  const newer = items.filter(({ published }) => (published ?? "") > oldest).length;
  let room = MAX_ITEMS - newer;
  return items.filter(({ published }) => {
    if ((published ?? "") !== oldest) return (published ?? "") > oldest;
    room -= 1;
    return room >= 0;
  });
}

/** An address of the web, absolute, without a name or password; null for any other. */
function resolveAddress(written: string | null, bases: readonly string[]): string | null {
  const text = written?.trim() ?? "";
  if (text === "" || text.length > MAX_ADDRESS) return null;
  const whole = readAddress(text);
  if (whole) return whole.kind === "web" ? whole.url : null;
  // What has a scheme of its own, as tag: or urn:, is no relative address, and neither are words.
  if (/^[a-z][a-z0-9+.-]*:|\s/i.test(text)) return null;
  for (const base of bases) {
    const resolved = parseUrl(text, base);
    const address = resolved ? readAddress(resolved.href) : null;
    if (address?.kind === "web") return address.url;
  }
  return null;
}

/** Not URL.canParse: once it is hot, Node 20 and 22 answer false for letters such as ü. */
function parseUrl(text: string, base: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

function readAuthors(names: readonly string[]): string[] {
  const authors = names
    .slice(0, MAX_AUTHORS)
    .map((name) => readWords({ text: name, isHtml: true }, 100))
    .filter((name) => name !== "" && !/^\S+@\S+$/.test(name));
  return [...new Set(authors)];
}

/** Letters of HTML that are looked at for a text of so many, and the longest tag in it: pictures are written as text. */
const HTML_FACTOR = 20;
const LONG_TAG = /<[^<>]{2000,}>/g;

/** Words as plain text on one line, of at most so many letters. */
function readWords(words: WrittenWords | null, length: number): string {
  if (!words) return "";
  const text = words.text
    .slice(0, 1_000_000)
    .replace(LONG_TAG, " ")
    .slice(0, length * HTML_FACTOR);
  return shorten(oneLine(removeUnseenCharacters(words.isHtml ? stripHtml(text) : decode(text))), length);
}

function stripHtml(text: string): string {
  return /[<&]/.test(text) ? textOf(parseFragment(text)) : text;
}

/** Text that has been escaped once too often, as it is in many a feed. */
function decode(text: string): string {
  return /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text)
    ? textOf(parseFragment(text.replaceAll("<", "&lt;")))
    : text;
}
