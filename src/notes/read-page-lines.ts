// The tree of a page -> the lines that stand round its heading, and what they tell: who, when, whose site.
// Many pages of public bodies have no metadata; a reader finds the date under the heading, and so does this.

import type { Element, Root } from "hast";
import { findDate } from "./read-page-dates.ts";
import { isByline, isNameWithRole, isSameName } from "./read-page-names.ts";
import {
  attributeOf,
  closest,
  isLine,
  labelsOf,
  listElements,
  type PageElement,
  piecesOf,
  textOf,
} from "./read-page-tree.ts";

/** What is read from the page itself; lists are as written, in order. */
export interface LineFacts {
  readonly headings: readonly string[];
  readonly bylines: readonly string[];
  readonly relAuthors: readonly string[];
  readonly times: readonly string[];
  readonly changedTimes: readonly string[];
  readonly dates: readonly string[];
  readonly changedDates: readonly string[];
  readonly sites: readonly string[];
  readonly copyrights: readonly string[];
  /** Every short line outside menus and footers. */
  readonly lines: readonly string[];
}

const AROUND =
  /(?:^|[\s_-])(?:nav|navigation|mainnav|menu|footer|sidebar|comments?|respond|related|latest|most-read|cookie\S*|breadcrumbs?|discussion|u-comment)(?=$|[\s_-])/;
const CHANGED = /\b(?:updated?|modified|changed|reviewed|edited|amended|diweddarwyd)\b/i;
const PUBLISHED =
  /^(?:(?:first )?(?:published|posted|released|issued|date|publication date|date published|created)\b|cyhoeddwyd|dyddiad)/i;
/** How many lines before and after the heading are looked at for a date and a byline. */
const BEFORE = 8;
const AFTER = 10;
const SHORT = 120;

/** Reads the lines of a page. `language` decides between dates such as 3/4 and 4/3. */
export function readLines(tree: Root, pageTitle: string, language: string | null): LineFacts {
  const elements = listElements(tree).filter((element) =>
    closest(element, (node) => node.tagName === "body"),
  );
  const inText = elements.filter((element) => !isAround(element));
  const heading = findHeading(inText, pageTitle);
  const lines = inText
    .filter(({ node }) => isLine(node))
    .map((element) => ({ element, text: textOf(element.node) }))
    .filter(({ text }) => text !== "");
  const at = heading
    ? lines.findIndex(
        ({ element }) => element.node === heading.node || closest(element, (node) => node === heading.node),
      )
    : 0;
  const near = lines
    .slice(Math.max(0, at - BEFORE), at + AFTER)
    .filter(({ element }) => element.node !== heading?.node);
  const labelled = near
    .map(({ element, text }) => labelLine(element, text))
    .filter((text) => text.length <= SHORT);
  const dated = labelled.filter((text) => isDateLine(text, language));
  const article = closest(heading, (node) => node.tagName === "article")?.node ?? null;
  const articles = elements.filter(({ node }) => node.tagName === "article").length;
  const times = inText.filter((element) => {
    if (element.node.tagName !== "time") return false;
    const own = closest(element, (node) => node.tagName === "article")?.node ?? null;
    return own === article || own === null || articles === 1;
  });
  const isChangedTime = ({ node, parent }: PageElement) =>
    /updated|modified/.test(labelsOf(node)) ||
    (parent !== null && CHANGED.test(textOf(parent.node)) && !/publish|post/i.test(textOf(parent.node)));
  const nearTimes = times.filter(({ node }) =>
    near.some(
      ({ element }) => element.node === node || listElements(element.node).some((one) => one.node === node),
    ),
  );
  const timeText = ({ node }: PageElement) => attributeOf(node, "dateTime") || textOf(node);
  const classed = inText.filter(
    ({ node }) =>
      /(?:^|[\s_-])(?:by-?line|author|writer|contributors?)(?=$|[\s_-])/.test(labelsOf(node)) &&
      textOf(node).length <= 200,
  );
  const spans = near.flatMap(({ element }) =>
    [element, ...listElements(element.node)].map(({ node }) => piecesOf(node)),
  );
  return {
    headings: findHeadings(inText, heading),
    bylines: [
      ...classed.filter(({ node }) => isByline(textOf(node))).map(({ node }) => textOf(node)),
      ...classed.map(({ node }) => textOf(node)),
      ...spans.filter((text) => isByline(text) || isNameWithRole(text)),
    ],
    relAuthors: inText
      .filter(({ node }) => /(?:^| )author(?: |$)/.test(attributeOf(node, "rel")))
      .map(({ node }) => textOf(node)),
    times: nearTimes.filter((time) => !isChangedTime(time)).map(timeText),
    changedTimes: nearTimes.filter(isChangedTime).map(timeText),
    dates: [
      ...dated.filter((text) => PUBLISHED.test(text)),
      ...dated.filter((text) => !PUBLISHED.test(text)),
    ].filter((text) => !CHANGED.test(text) || /publish|post/i.test(text)),
    changedDates: dated.filter((text) => CHANGED.test(text)),
    sites: findSites(elements, heading),
    copyrights: elements
      .filter(({ node }) => isLine(node))
      .flatMap(
        ({ node }) =>
          /(?:copyright\s*)?(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?(?:\d{4}\s*[-–]\s*)?\d{4}\s+([^.,|]{3,60})/i.exec(
            textOf(node),
          )?.[1] ?? [],
      ),
    lines: lines.map(({ text }) => text).filter((text) => text.length <= 400),
  };
}

function isAround(element: PageElement): boolean {
  return (
    closest(element, (node) => {
      if (/^(?:nav|footer|aside|form|dialog)$/.test(node.tagName)) return node.tagName !== "form";
      if (/^(?:navigation|contentinfo|dialog|search)$/.test(attributeOf(node, "role"))) return true;
      return (
        /^(?:div|ul|ol|section|li)$/.test(node.tagName) &&
        AROUND.test(labelsOf(node)) &&
        textOf(node).length < 3_000
      );
    }) !== null
  );
}

function findHeading(elements: readonly PageElement[], pageTitle: string): PageElement | null {
  const headings = elements.filter(({ node }) => /^h[123]$/.test(node.tagName) && textOf(node) !== "");
  const isLogo = ({ node, parent }: PageElement) =>
    /logo|site-title|brand/.test(`${labelsOf(node)} ${parent ? labelsOf(parent.node) : ""}`);
  const isTitle = ({ node }: PageElement) => {
    const text = textOf(node).toLowerCase();
    return (
      text.length > 3 &&
      pageTitle.toLowerCase().startsWith(text) &&
      !isSameName(text, pageTitle.split(/ [|–—-] /).at(-1) ?? "")
    );
  };
  const first = headings.filter(({ node }) => node.tagName === "h1").filter((heading) => !isLogo(heading));
  const inArticle = first.filter((heading) =>
    closest(heading, (node) => node.tagName === "article" || node.tagName === "main"),
  );
  return (
    headings.find((heading) => isTitle(heading) && !isLogo(heading)) ??
    inArticle[0] ??
    first[0] ??
    headings.find((heading) => !isLogo(heading)) ??
    null
  );
}

function findHeadings(elements: readonly PageElement[], heading: PageElement | null): string[] {
  const others = elements.filter(({ node }) => /^h[12]$/.test(node.tagName) && node !== heading?.node);
  return [...(heading ? [heading] : []), ...others]
    .map(({ node }) => textOf(node))
    .filter((text) => text !== "");
}

/** A term's line with its term: "Published 14 May 2024". */
function labelLine(element: PageElement, text: string): string {
  if (element.node.tagName !== "dd" || !element.parent) return text;
  const siblings = element.parent.node.children.filter((child) => child.type === "element");
  const before = siblings[siblings.indexOf(element.node) - 1];
  return before?.tagName === "dt" ? `${textOf(before)} ${text}` : text;
}

/** A date alone or with its label, and no sentence that holds one. */
function isDateLine(text: string, language: string | null): boolean {
  if (findDate(text, language) === null) return false;
  if (PUBLISHED.test(text) || CHANGED.test(text)) return true;
  return !/[.!?]["”’]?$/.test(text) && text.split(" ").length <= 14;
}

/** What the head of the page calls the site: a logo in words or a picture, the link home, a header of one line. */
function findSites(elements: readonly PageElement[], heading: PageElement | null): string[] {
  const isHead = (node: Element) => node.tagName === "header" || /head|masthead|banner/.test(labelsOf(node));
  const isSite = ({ node, parent }: PageElement) => {
    const labels = labelsOf(node);
    if (/(?:^|[\s_-])(?:site-title|site-name|logo)(?=$|[\s_-])/.test(labels)) return node !== heading?.node;
    if (/(?:^|\s)(?:banner|masthead)(?=$|\s)/.test(labels)) return textOf(node) === "";
    const isHome = /^(?:\/|https?:\/\/[^/]+\/?)$/.test(attributeOf(node, "href"));
    if (node.tagName === "a" && isHome) return closest(parent, isHead) !== null;
    const holdsLink = listElements(node).some((one) => one.node.tagName === "a");
    const isInText = closest(parent, (one) => one.tagName === "article" || one.tagName === "main") !== null;
    return node.tagName === "header" && !isInText && !holdsLink;
  };
  const alternatives = (node: Element) => listElements(node).map((one) => attributeOf(one.node, "alt"));
  return elements
    .filter(isSite)
    .map(({ node }) => textOf(node) || alternatives(node).join(" ").trim())
    .map((text) => text.replace(/\s+(?:home(?:page)?|logo)$/i, ""))
    .filter((text) => text.length >= 3 && text.length <= 60 && text.split(" ").length <= 8)
    .filter((text) => !/^(?:home|menu|skip|log ?in|sign ?in|search)\b/i.test(text));
}
