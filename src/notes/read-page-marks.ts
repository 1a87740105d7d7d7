// The tree of a page -> what its marks say: <meta>, links, JSON-LD, microdata, microformats, lang, buttons.
// One walk over the marks; which of them to believe is decided in read-page.ts.

import type { Root } from "hast";
import { attributeOf, closest, listElements, type PageElement, textOf } from "./read-page-tree.ts";

/** What the marks of a page say, as written. */
export interface MarkFacts {
  /** The contents of each <meta>, under "meta " and its name in small letters. */
  readonly meta: Readonly<Record<string, readonly string[]>>;
  readonly canonicals: readonly string[];
  readonly base: string | null;
  /** The <title>. */
  readonly title: string;
  readonly jsonLd: readonly string[];
  readonly languages: readonly string[];
  readonly articleLanguages: readonly string[];
  readonly microdata: {
    readonly title: readonly string[];
    readonly authors: readonly string[];
    readonly published: readonly string[];
  };
  readonly microformats: {
    readonly title: readonly string[];
    readonly authors: readonly string[];
    readonly published: readonly string[];
    readonly changed: readonly string[];
  };
  readonly hasPassword: boolean;
  readonly buttons: readonly string[];
  /** True if the page shows a PDF, likely in place of text. */
  readonly showsPdf: boolean;
}

/** Reads the marks of a page. */
export function readMarks(tree: Root): MarkFacts {
  const elements = listElements(tree);
  const named = (name: string) => elements.filter(({ node }) => node.tagName === name);
  const meta: Record<string, string[]> = {};
  for (const { node } of named("meta")) {
    const content = attributeOf(node, "content").trim();
    for (const key of ["property", "name", "itemProp", "httpEquiv"]) {
      const name = attributeOf(node, key).toLowerCase();
      if (name === "" || content === "") continue;
      // Two names of the same fact in one tag count once.
      const list = meta[`meta ${name}`] ?? [];
      meta[`meta ${name}`] = list;
      if (!list.includes(content)) list.push(content);
    }
  }
  const showsPdf = elements.some(
    ({ node }) =>
      /^(?:embed|object|iframe)$/.test(node.tagName) &&
      (attributeOf(node, "type") === "application/pdf" ||
        /\.pdf(?:[?#]|$)/i.test(attributeOf(node, "src") || attributeOf(node, "data"))),
  );
  return {
    meta,
    canonicals: named("link")
      .filter(({ node }) => /(?:^| )canonical(?: |$)/i.test(attributeOf(node, "rel")))
      .map(({ node }) => attributeOf(node, "href")),
    base:
      attributeOf(
        named("base")[0]?.node ?? { type: "element", tagName: "base", properties: {}, children: [] },
        "href",
      ) || null,
    title: named("title").map(({ node }) => textOf(node))[0] ?? "",
    jsonLd: named("script")
      .filter(({ node }) => /ld\+json/i.test(attributeOf(node, "type")))
      .map(({ node }) => node.children.map((child) => (child.type === "text" ? child.value : "")).join("")),
    languages: named("html").map(({ node }) => attributeOf(node, "lang") || attributeOf(node, "xmlLang")),
    articleLanguages: elements
      .filter(
        ({ node }) =>
          /^(?:article|main)$/.test(node.tagName) || attributeOf(node, "itemProp") === "articleBody",
      )
      .map(({ node }) => attributeOf(node, "lang"))
      .filter((language) => language !== ""),
    microdata: readMicrodata(elements),
    microformats: readMicroformats(elements),
    hasPassword: named("input").some(({ node }) => attributeOf(node, "type") === "password"),
    buttons: elements
      .filter(
        ({ node }) =>
          node.tagName === "button" || node.tagName === "input" || attributeOf(node, "role") === "button",
      )
      .map(({ node }) => textOf(node) || attributeOf(node, "value"))
      .filter((text) => text !== ""),
    showsPdf,
  };
}

function readMicrodata(elements: readonly PageElement[]): MarkFacts["microdata"] {
  const isArticle = ({ node }: PageElement) =>
    /schema\.org\/\w*(?:Article|BlogPosting|Report)\b/.test(attributeOf(node, "itemType"));
  const [first, second] = elements.filter(isArticle);
  // A list of several articles tells nothing of this page.
  if (!first || second) return { title: [], authors: [], published: [] };
  const values = (name: string) =>
    elements
      .filter((element) => attributeOf(element.node, "itemProp").split(" ").includes(name))
      .filter((element) => closest(element, (node) => node === first.node))
      .map((element) => valueIn(element, elements));
  return { title: values("headline"), authors: values("author"), published: values("datePublished") };
}

function valueIn(element: PageElement, elements: readonly PageElement[]): string {
  const { node } = element;
  const name = elements.find(
    (one) => attributeOf(one.node, "itemProp") === "name" && closest(one.parent, (around) => around === node),
  );
  if (name) return valueIn(name, []);
  return attributeOf(node, "content") || attributeOf(node, "dateTime") || textOf(node);
}

/** h-entry, and the older hentry; https://microformats.org/wiki/h-entry. */
function readMicroformats(elements: readonly PageElement[]): MarkFacts["microformats"] {
  const has = ({ node }: PageElement, name: RegExp) =>
    attributeOf(node, "className")
      .split(" ")
      .some((one) => name.test(one));
  const entries = elements.filter((element) => has(element, /^(?:h-entry|hentry)$/));
  const whole = entries.filter((entry) =>
    listElements(entry.node).some((element) => has(element, /^(?:e-content|entry-content)$/)),
  );
  const entry = whole.length === 1 ? whole[0] : entries.length === 1 ? entries[0] : undefined;
  const none = { title: [], authors: [], published: [], changed: [] };
  if (!entry) return none;
  const inside = listElements(entry.node).filter(
    (element) =>
      !closest(element, ({ properties }) =>
        /(?:^| )(?:h-cite|u-comment|e-content|entry-content|comment)(?: |$)/.test(
          String([properties.className].flat().join(" ")),
        ),
      ),
  );
  const inCard = (element: PageElement) =>
    closest(element.parent, (node) =>
      /(?:^| )(?:h-card|vcard)(?: |$)/.test(attributeOf(node, "className")),
    ) !== null;
  const texts = (name: RegExp, isIt: (element: PageElement) => boolean = () => true) =>
    inside
      .filter((element) => has(element, name) && isIt(element))
      .map(({ node }) => attributeOf(node, "dateTime") || attributeOf(node, "title") || textOf(node));
  const authors = inside
    .filter((element) => has(element, /^p-author$/))
    .map((author) => {
      const name = listElements(author.node).find((element) => has(element, /^(?:p-name|fn)$/));
      return textOf((name ?? author).node);
    });
  return {
    title: texts(/^(?:p-name|entry-title)$/, (element) => !inCard(element)),
    authors: authors.length > 0 ? authors : texts(/^fn$/, inCard),
    published: texts(/^(?:dt-published|published)$/),
    changed: texts(/^(?:dt-updated|updated)$/),
  };
}
