// The tree of a page without what is hidden -> the tree without menus, banners, buttons, teasers, comments.
// Readability finds where the article stands; what is nailed to it must be taken off by name.

import type { Element, Root, RootContent } from "hast";
import {
  attributeOf,
  closest,
  labelsOf,
  listElements,
  type PageElement,
  removeElements,
  textOf,
} from "./read-page-tree.ts";

/** Elements that hold no words of an article. */
const NEVER =
  /^(?:script|style|noscript|template|nav|aside|form|button|input|select|textarea|dialog|iframe|object|embed|video|audio|canvas|svg|img|picture|map|menu|search|link|meta|amp-(?!accordion|layout).*)$/;

const ROLES =
  /^(?:navigation|banner|search|dialog|alertdialog|complementary|contentinfo|menu|menubar|toolbar|status|alert)$/;

/** Words of classes and ids of what stands around articles; whole words between hyphens and underscores. */
const NAMES = new RegExp(
  `(?:^|[\\s_-])(?:${[
    "cookies?",
    "cookie-?(?:consent|notice|banner|bar|law)",
    "cookieconsent",
    "cc-(?:window|banner)",
    "consent",
    "gdpr",
    "onetrust",
    "shar(?:e|es|ing|edaddy)",
    "social-?(?:share|sharing|media|links|icons|buttons|bar|follow)",
    "addthis",
    "addtoany",
    "newsletter-?(?:sign-?up|form|box|promo|widget|cta|inline)",
    "sign-?up",
    "subscribe",
    "subscription",
    "mailing-?list",
    "alerts-box",
    "reg(?:istration)?-?(?:gate|wall)",
    "pay-?wall",
    "barrier",
    "related",
    "related-?posts",
    "jp-relatedposts",
    "recommend(?:ed|ations)",
    "recirc(?:ulation)?",
    "more-(?:stories|news|from|on|articles)",
    "also",
    "you-may-also-like",
    "read-(?:more|next)",
    "up-next",
    "latest-(?:news|posts|stories)",
    "most-(?:read|popular|viewed)",
    "trending",
    "comments?",
    "comments?-(?:area|list|section|respond|title)",
    "respond",
    "disqus",
    "discussion",
    "u-comment",
    "breadcrumbs?",
    "skip-?link",
    "pagination",
    "pager",
    "(?:post|page|posts)-nav(?:igation)?",
    "nav(?:igation|bar)?",
    "mainnav",
    "menu",
    "main-?menu",
    "top-?bar",
    "advert(?:s|isement|ising)?",
    "ad-(?:slot|unit|container|wrapper|placeholder)",
    "ads",
    "sponsor(?:ed)?",
    "promo",
    "pop-?up",
    "modal",
    "sidebar",
    "widget-area",
    "footer",
    "footer-(?:links|nav)",
    "masthead",
    "site-header",
    "accessibility-bar",
    "feedback",
    "rate-this-page",
    "(?:post|entry|article)-(?:tags|meta|footer|utils|actions|tools)",
    "tags?-links?",
    "cat-links",
    "(?:image-|wp-|photo-)?(?:caption|credit)(?:-text)?",
    "byline",
    "author-?(?:bio|box|line|info|card|name)",
    "authors-list",
    "posted-(?:on|by)",
    "like-button",
    "download-button",
    "print-(?:button|link|page)",
    "language-(?:switcher|selector)",
    "search-form",
  ].join("|")})(?=$|[\\s_-])`,
);

/** Where a class or an id may name furniture; elsewhere, as on a heading, it names what the words are about. */
const CONTAINERS = new Set(
  "div section ul ol header footer figure table p span a h2 h3 h4 li center address label dl time".split(" "),
);
/** The names that count on headings, links and the like within a text. */
const SMALL_NAMES =
  /(?:^|[\s_-])(?:skip-?link|byline|author-?line|posted-(?:on|by)|(?:image-|wp-|photo-)?(?:caption|credit)(?:-text)?|shar(?:e|edaddy)-?\S*|download-button|comments-title|entry-date|cookie\S*)(?=$|[\s_-])/;
const SMALL = new Set("p span a h2 h3 h4 li time".split(" "));

/** A part that holds this much of all sentences is the article, whatever it is called. */
const MOST = 0.4;

/** Takes the furniture out of a tree, in place. */
export function removeFurniture(tree: Root): void {
  removeElements(tree, ({ node }) => NEVER.test(node.tagName) && !isMostOf(node, 0));
  const all = measureSentences(tree);
  removeElements(tree, (element) => isFurniture(element) && !isMostOf(element.node, all));
}

function isFurniture(element: PageElement): boolean {
  const { node } = element;
  const { tagName } = node;
  if (tagName === "html" || tagName === "body" || tagName === "main" || tagName === "article") return false;
  if (ROLES.test(attributeOf(node, "role"))) return true;
  // The name of who is quoted stands in the footer of a quotation.
  if (tagName === "footer") return !closest(element.parent, (one) => one.tagName === "blockquote");
  if (tagName === "header") return !closest(element.parent, isArticle);
  if (tagName === "figure")
    return !listElements(node).some(({ node: one }) => /^(?:blockquote|table|pre|p)$/.test(one.tagName));
  if (!CONTAINERS.has(tagName)) return false;
  const labels = labelsOf(node);
  if (labels.trim() === "") return false;
  return (SMALL.has(tagName) ? SMALL_NAMES : NAMES).test(labels);
}

function isArticle(node: Element): boolean {
  return node.tagName === "article" || node.tagName === "main";
}

function isMostOf(node: Element, all: number): boolean {
  return all > 0 && measureSentences(node) > all * MOST;
}

/** How many characters stand in paragraphs and lists that read like text and are not links. */
function measureSentences(tree: Root | RootContent): number {
  let count = 0;
  for (const { node } of listElements(tree)) {
    if (node.tagName !== "p" && node.tagName !== "li" && node.tagName !== "blockquote") continue;
    if (listElements(node).some(({ node: one }) => one.tagName === "p" || one.tagName === "li")) continue;
    const text = textOf(node);
    if (text.length > 40) count += text.length;
  }
  return count;
}
