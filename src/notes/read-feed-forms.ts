// A feed as its parser gives it -> the same few things of RSS, RDF, Atom and JSON Feed, as they were written.
// Each form has several places for the same fact; which counts is said here, and nowhere else.

import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from "feedsmith";

/** Words of a feed; in HTML a mark-up is no part of them. */
export interface WrittenWords {
  readonly text: string;
  readonly isHtml: boolean;
}

/** An item as written; lists have the most trusted first. */
export interface WrittenItem {
  readonly id: string | null;
  readonly title: WrittenWords | null;
  readonly links: readonly string[];
  readonly dates: readonly string[];
  readonly summary: WrittenWords | null;
  readonly authors: readonly string[];
}

/** A feed as written. */
export interface WrittenFeed {
  readonly title: WrittenWords | null;
  /** The address of the site. */
  readonly link: string | null;
  /** What relative addresses are relative to, if the feed says so. */
  readonly base: string | null;
  readonly items: readonly WrittenItem[];
}

/** RSS 2.0 and its elders, with what Dublin Core, Atom and iTunes add to an item. */
export function readRss(feed: RssFeed.Feed<string>): WrittenFeed {
  return {
    title: html(feed.title),
    link: feed.link ?? null,
    base: feed.xml?.base ?? null,
    items: (feed.items ?? []).map((item) => ({
      id: item.guid?.value ?? null,
      title: html(item.title ?? item.dc?.titles?.[0]),
      links: list(
        item.link,
        // A guid is an address unless it says that it is none (RSS 2.0, guid), or is seen to be none.
        item.guid?.isPermaLink === false ? undefined : whole(item.guid?.value),
        ...linksOf(item.atom?.links),
      ),
      dates: list(
        item.pubDate,
        ...(item.dc?.dates ?? []),
        ...(item.dcterms?.issued ?? []),
        ...(item.dcterms?.created ?? []),
        item.atom?.published,
        item.atom?.updated,
      ),
      summary: html(item.description ?? item.dc?.descriptions?.[0] ?? item.content?.encoded),
      authors: firstOf(
        item.authors?.map(({ name }) => name),
        item.dc?.creators,
        item.atom?.authors?.map(({ name }) => name),
        [item.itunes?.author],
      ),
    })),
  };
}

/** RSS 1.0. */
export function readRdf(feed: RdfFeed.Feed<string>): WrittenFeed {
  return {
    title: html(feed.title),
    link: feed.link ?? feed.rdf?.about ?? null,
    base: feed.xml?.base ?? null,
    items: (feed.items ?? []).map((item) => ({
      id: item.rdf?.about ?? null,
      title: html(item.title ?? item.dc?.titles?.[0]),
      links: list(item.link, whole(item.rdf?.about), ...linksOf(item.atom?.links)),
      dates: list(
        ...(item.dc?.dates ?? []),
        ...(item.dcterms?.issued ?? []),
        ...(item.dcterms?.created ?? []),
      ),
      summary: html(item.description ?? item.dc?.descriptions?.[0] ?? item.content?.encoded),
      authors: firstOf(item.dc?.creators),
    })),
  };
}

/** Atom. An entry without an author has the feed's (RFC 4287, 4.2.1). */
export function readAtom(feed: AtomFeed.Feed<string>): WrittenFeed {
  return {
    title: typed(feed.title),
    link: linksOf(feed.links)[0] ?? null,
    base: feed.xml?.base ?? null,
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id ?? null,
      title: typed(entry.title),
      links: linksOf(entry.links),
      dates: list(entry.published, entry.updated),
      summary: typed(entry.summary ?? entry.content),
      authors: firstOf(
        entry.authors?.map(({ name }) => name),
        feed.authors?.map(({ name }) => name),
      ),
    })),
  };
}

/** JSON Feed 1.0 and 1.1. */
export function readJson(feed: JsonFeed.Feed<string>): WrittenFeed {
  return {
    title: plain(feed.title),
    link: feed.home_page_url ?? null,
    base: null,
    items: (feed.items ?? []).map((item) => ({
      id: item.id ?? null,
      title: plain(item.title),
      links: list(item.url, item.external_url, whole(item.id)),
      dates: list(item.date_published, item.date_modified),
      summary: plain(item.summary ?? item.content_text) ?? html(item.content_html),
      authors: firstOf(
        item.authors?.map(({ name }) => name),
        feed.authors?.map(({ name }) => name),
      ),
    })),
  };
}

function html(text: string | undefined): WrittenWords | null {
  return text === undefined ? null : { text, isHtml: true };
}

function plain(text: string | undefined): WrittenWords | null {
  return text === undefined ? null : { text, isHtml: false };
}

/** A text construct (RFC 4287, 3.1): plain unless its type is one of HTML's. */
function typed(words: { readonly value?: string; readonly type?: string } | undefined): WrittenWords | null {
  return /html/i.test(words?.type ?? "") ? html(words?.value) : plain(words?.value);
}

interface AtomLink {
  readonly href?: string;
  readonly rel?: string;
  readonly type?: string;
}

/** The addresses of the page itself, HTML before other types (RFC 4287, 4.2.7). */
function linksOf(links: readonly AtomLink[] | undefined): string[] {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel.toLowerCase() === "alternate");
  const isHtml = ({ type }: AtomLink) => /html/i.test(type ?? "html");
  return list(...[...pages.filter(isHtml), ...pages.filter((link) => !isHtml(link))].map(({ href }) => href));
}

/** An identifier that is an address too; any other word would be taken for a relative one. */
function whole(id: string | undefined): string | undefined {
  return /^https?:/i.test(id ?? "") ? id : undefined;
}

function list(...texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined);
}

/** The first of several lists that names anyone. */
function firstOf(...lists: readonly (readonly (string | undefined)[] | undefined)[]): string[] {
  return lists.map((texts) => list(...(texts ?? []))).find((texts) => texts.length > 0) ?? [];
}
