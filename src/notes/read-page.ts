// The HTML of a page -> its facts, each with where it was found, and its article in markdown.
// A note made from a page must say what it knows and from where; a wrong fact is worse than none.

import { extractArticle, resolveAddress } from "./extract-article.ts";
import { removeHidden } from "./extract-article-hidden.ts";
import { findDate, findDateInAddress, isLikelyDate } from "./read-page-dates.ts";
import {
  countWords,
  describeProblems,
  type Field,
  type PageFacts,
  SHORT_ARTICLE,
} from "./read-page-facts.ts";
import { type JsonLdFacts, readJsonLd } from "./read-page-json-ld.ts";
import { type LineFacts, readLines } from "./read-page-lines.ts";
import { type MarkFacts, readMarks } from "./read-page-marks.ts";
import { cleanAuthors, cleanTitle, cutAtSureMark, findSiteInTitle, isSameName } from "./read-page-names.ts";
import { cleanCanonical, cleanLanguage, siteNamesOf } from "./read-page-places.ts";
import { parsePage, textOf } from "./read-page-tree.ts";
import { findWall } from "./read-page-wall.ts";
import type { Access } from "./story-note.ts";

/**
 * Where each fact is looked for, the most trusted place first; the first one that gives something of use counts.
 * "meta …" is a <meta> of that name, property or itemprop; Open Graph's are among them.
 */
export const TRUST = {
  title: [
    "JSON-LD",
    "meta citation_title",
    "meta og:title",
    "meta dc.title",
    "meta dcterms.title",
    "meta parsely-title",
    "meta sailthru.title",
    "meta twitter:title",
    "microdata",
    "microformats",
    "the page's heading",
    "the page's title",
  ],
  authors: [
    "JSON-LD",
    "meta citation_author",
    "meta article:author",
    "meta parsely-author",
    "meta sailthru.author",
    "meta dc.creator",
    "meta dcterms.creator",
    "meta byl",
    "meta author",
    "microdata",
    "microformats",
    "rel=author",
    "the byline",
  ],
  publication: [
    "meta citation_journal_title",
    "meta og:site_name",
    "JSON-LD",
    "meta dc.publisher",
    "meta dcterms.publisher",
    "meta application-name",
    "the page's title",
    "the page's head",
    "the copyright line",
    "the page's heading",
  ],
  published: [
    "JSON-LD",
    "meta article:published_time",
    "meta og:published_time",
    "meta citation_publication_date",
    "meta citation_online_date",
    "meta citation_date",
    "meta dcterms.issued",
    "meta dc.date.issued",
    "meta dcterms.date",
    "meta dc.date",
    "meta dcterms.created",
    "meta govuk:first-published-at",
    "meta parsely-pub-date",
    "meta sailthru.date",
    "meta datepublished",
    "meta pubdate",
    "meta publish-date",
    "meta publication_date",
    "meta date",
    "microdata",
    "microformats",
    "the page's time element",
    "the lines round the heading",
    "the page's address",
    "JSON-LD (last modified)",
    "meta article:modified_time",
    "meta og:updated_time",
    "meta dcterms.modified",
    "meta datemodified",
    "meta last-modified",
    "the page's time element (last modified)",
    "the lines round the heading (last modified)",
  ],
  canonical: ["rel=canonical", "meta og:url"],
  language: [
    "the article's lang",
    "JSON-LD",
    "the page's lang",
    "meta content-language",
    "meta citation_language",
    "meta dcterms.language",
    "meta dc.language",
    "meta og:locale",
  ],
  access: ["the words of a wall", "JSON-LD", "meta article:content_tier"],
} as const;

export type { Field, PageFacts } from "./read-page-facts.ts";

type FieldName = keyof typeof TRUST;
type Found = Readonly<Record<string, readonly string[]>>;

/**
 * Reads a page. `address` is where it was found after every redirect, null for a saved file; `today` (YYYY-MM-DD)
 * keeps dates from lying in the future. Throws a UserError for a page too large or too deep to be read.
 */
export function readPage(html: string, address: string | null, today: string | null = null): PageFacts {
  const tree = parsePage(html);
  const hidden = removeHidden(tree);
  const marks = readMarks(tree);
  const base = marks.base === null ? address : resolveAddress(marks.base, address);
  const canonical = pick("canonical", { ...marks.meta, "rel=canonical": marks.canonicals }, (texts) =>
    cleanCanonical(texts, base, address),
  );
  const places = [address, canonical?.value].filter((place) => place !== null && place !== undefined);
  const jsonLd = readJsonLd(marks.jsonLd, places);
  const language = pick(
    "language",
    {
      ...marks.meta,
      "JSON-LD": jsonLd.languages,
      "the article's lang": marks.articleLanguages,
      "the page's lang": marks.languages,
    },
    cleanLanguage,
  );
  const lines = readLines(tree, marks.title, language?.value ?? null);
  const publication = findPublication(marks, jsonLd, lines);
  const sites = [
    ...(publication ? [publication.value] : []),
    ...siteNamesOf(address ?? canonical?.value ?? null),
    ...lines.sites,
  ];
  const title = findTitle(marks, jsonLd, lines, sites);
  const pageLength = textOf(tree).length;
  const article = extractArticle(tree, base ?? canonical?.value ?? null, title?.value ?? null);
  const wall = findWall({
    lines: lines.lines,
    headings: [marks.title, ...lines.headings.slice(0, 2)],
    address,
    hasPassword: marks.hasPassword,
    buttons: marks.buttons,
    articleLength: article.text.length,
    pageLength,
  });
  const access = findAccess(wall.access, jsonLd, marks);
  const isPaywalled = access?.value === "paywall" && article.text.length < SHORT_ARTICLE * 3;
  const text = wall.isWholePage ? { markdown: "", text: "" } : article;
  const finalWall = wall.wall ?? (isPaywalled ? "paywall" : null);
  return {
    title: wall.isWholePage ? null : title,
    authors: findAuthors(marks, jsonLd, lines, sites),
    publication,
    published: findPublished(marks, jsonLd, lines, address, language?.value ?? null, today),
    canonical,
    language,
    access,
    article: text.markdown,
    wall: finalWall,
    words: countWords(text.text),
    problems: describeProblems(text.text, {
      wall: finalWall,
      refusal: wall.refusal,
      isPdf: marks.showsPdf,
      hidden,
      broken: jsonLd.broken,
    }),
  };
}

/** The first place of the order of trust that gives something of use. */
function pick<T>(
  field: FieldName,
  found: Found,
  clean: (texts: readonly string[], from: string) => T | null,
): Field<T> | null {
  for (const from of TRUST[field]) {
    const texts = found[from]?.filter((text) => text.trim() !== "") ?? [];
    const value = texts.length === 0 ? null : clean(texts, from);
    if (value !== null) return { value, from };
  }
  return null;
}

function findTitle(
  marks: MarkFacts,
  jsonLd: JsonLdFacts,
  lines: LineFacts,
  sites: readonly string[],
): Field | null {
  const found = {
    ...marks.meta,
    "JSON-LD": jsonLd.titles,
    microdata: marks.microdata.title,
    microformats: marks.microformats.title,
    "the page's heading": lines.headings.slice(0, 1),
    "the page's title": [marks.title],
  };
  const clean = ([text = ""]: readonly string[], from: string) => {
    const isTitleElement = from === "the page's title";
    const title = cleanTitle(text, sites);
    return title === null || !isTitleElement ? title : nameDocument(cutAtSureMark(title));
  };
  // A title that was cut counts only where there is no whole one.
  const whole = pick("title", found, (texts, from) =>
    /(?:…|\.\.\.)$/.test(texts[0] ?? "") ? null : clean(texts, from),
  );
  return whole ?? pick("title", found, clean);
}

/** The name of a document that a viewer shows as its title: "Annual-report.pdf". */
function nameDocument(title: string): string {
  const file = /^(\S+)\.(?:pdf|docx?|odt)$/i.exec(title)?.[1];
  return file === undefined ? title : file.replace(/[-_+]+/g, " ");
}

function findAuthors(
  marks: MarkFacts,
  jsonLd: JsonLdFacts,
  lines: LineFacts,
  siteNames: readonly string[],
): Field<readonly string[]> | null {
  const found = {
    ...marks.meta,
    "JSON-LD": jsonLd.authors,
    microdata: marks.microdata.authors,
    microformats: marks.microformats.authors,
    "rel=author": lines.relAuthors,
    "the byline": lines.bylines,
  };
  return pick("authors", found, (texts, from) => {
    const lastFirst = /citation|dc/.test(from);
    // The same byline often stands twice, once with a role.
    const lists = from === "the byline" ? texts.map((text) => [text]) : [texts];
    const names = lists
      .map((list) => cleanAuthors(list, { lastFirst, siteNames, organisations: jsonLd.organisations }))
      .find((list) => list.length > 0);
    return names ?? null;
  });
}

function findPublication(marks: MarkFacts, jsonLd: JsonLdFacts, lines: LineFacts): Field | null {
  const isKnown = (text: string) =>
    [...lines.headings, ...(marks.meta["meta og:title"] ?? [])].some(
      (other) => isSameName(other, text) || other.toLowerCase().startsWith(`${text.toLowerCase()},`),
    );
  const titled = findSiteInTitle(marks.title, [
    ...lines.headings,
    ...(marks.meta["meta og:title"] ?? []),
    ...jsonLd.titles,
    ...(marks.meta["meta dc.title"] ?? []),
    ...marks.microformats.title,
  ]);
  const found = {
    ...marks.meta,
    "JSON-LD": jsonLd.publishers,
    "the page's title": titled === null ? [] : [titled],
    "the page's head": lines.sites,
    "the copyright line": lines.copyrights.filter(isKnown),
  };
  return pick("publication", found, (texts) => {
    const name = (texts[0] ?? "").replace(/\s+/g, " ").trim();
    return /^https?:|^@/.test(name) || name.length > 100 ? null : name;
  });
}

function findPublished(
  marks: MarkFacts,
  jsonLd: JsonLdFacts,
  lines: LineFacts,
  address: string | null,
  language: string | null,
  today: string | null,
): Field | null {
  const inAddress = address === null ? null : findDateInAddress(address);
  const found = {
    ...marks.meta,
    "JSON-LD": jsonLd.published,
    microdata: marks.microdata.published,
    microformats: marks.microformats.published,
    "the page's time element": lines.times,
    "the lines round the heading": lines.dates,
    "the page's address": inAddress === null ? [] : [inAddress],
    "JSON-LD (last modified)": jsonLd.modified,
    "the page's time element (last modified)": [...marks.microformats.changed, ...lines.changedTimes],
    "the lines round the heading (last modified)": lines.changedDates,
  };
  const date = pick("published", found, (texts) => {
    for (const text of texts) {
      const day = findDate(text, language);
      if (day !== null && isLikelyDate(day, today)) return day;
    }
    return null;
  });
  if (!date || !/modified|updated/.test(date.from) || date.from.endsWith(")")) return date;
  return { value: date.value, from: `${date.from} (last modified)` };
}

function findAccess(byWall: Access | null, jsonLd: JsonLdFacts, marks: MarkFacts): Field<Access> | null {
  const found = {
    ...marks.meta,
    "the words of a wall": byWall === null ? [] : [byWall],
    "JSON-LD": jsonLd.isFree === null ? [] : [jsonLd.isFree ? "open" : "paywall"],
  };
  return pick("access", found, ([text = ""]): Access | null => {
    if (text === "open" || text === "free") return "open";
    if (text === "registration") return "registration";
    return text === "paywall" || text === "locked" || text === "metered" ? "paywall" : null;
  });
}
