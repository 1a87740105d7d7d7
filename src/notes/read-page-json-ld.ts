// The JSON-LD of a page -> what it says of the article: title, authors, publisher, dates, language, access.
// The kinds and keys are schema.org's; pages write them in graphs, in lists, by reference, and broken.

import { parseFragment, textOf } from "./read-page-tree.ts";

/** What schema.org calls an article or the like. */
const ARTICLE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Review|VideoObject|PodcastEpisode|AudioObject|Thesis|Chapter|PublicationIssue|DigitalDocument)$/;

/** What it calls a page; a list of others tells of those. */
const PAGE = /^(?:https?:\/\/schema\.org\/)?(?:WebPage|ItemPage|AboutPage)$/;

/** Keys under which an article stands that is another page's. */
const ELSEWHERE = new Set(
  "itemListElement hasPart mentions citation relatedLink comment video image potentialAction isBasedOn".split(
    " ",
  ),
);

/** What JSON-LD says of an article, as written, entities decoded. */
export interface JsonLdFacts {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  /** Those of the authors that are no people. */
  readonly organisations: readonly string[];
  readonly publishers: readonly string[];
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly languages: readonly string[];
  readonly isFree: boolean | null;
  /** How many blocks could not be read even when mended. */
  readonly broken: number;
}

type Thing = Readonly<Record<string, unknown>>;

/** Reads every block. Of several articles, the one that names one of the `addresses`, or else the first, counts. */
export function readJsonLd(blocks: readonly string[], addresses: readonly string[]): JsonLdFacts {
  const roots = blocks.filter((block) => block.trim() !== "").map(parseMended);
  const things: Thing[] = [];
  for (const root of roots) collect(root, things, 0);
  const byId = new Map<string, Thing>();
  for (const thing of things) {
    const id = thing["@id"];
    // A bare reference has no other key.
    if (typeof id === "string" && Object.keys(thing).length > 1 && !byId.has(id)) byId.set(id, thing);
  }
  const resolve = (value: unknown): unknown => {
    if (!isThing(value)) return value;
    const known = typeof value["@id"] === "string" ? byId.get(value["@id"]) : undefined;
    return known ? { ...known, ...value } : value;
  };
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const isHere = (thing: Thing) => {
    const page = resolve(thing.mainEntityOfPage);
    const named = [thing.url, thing["@id"], page, isThing(page) ? page["@id"] : null];
    return named.some((one) => typeof one === "string" && addresses.includes(one));
  };
  const article = articles.find(isHere) ?? articles[0];
  const broken = roots.filter((root) => root === undefined).length;
  // The page itself tells its dates and language where no article does; its name is more than a title.
  const page = things.find((thing) => typesOf(thing).some((type) => PAGE.test(type)));
  const values = (thing: Thing | undefined, ...keys: readonly string[]): unknown[] =>
    keys.flatMap((key) => [thing?.[key]].flat().map(resolve));
  const texts = (thing: Thing | undefined, ...keys: readonly string[]): string[] =>
    values(thing, ...keys).flatMap(nameOf);
  const authors = values(article, "author", "creator", "contributor");
  const isOrganisation = (value: unknown) =>
    isThing(value) && typesOf(value).some((type) => /Organi[sz]ation$|^Corporation$|^NGO$/.test(type));
  return {
    titles: texts(article, "headline", "name"),
    authors: authors.flatMap(nameOf),
    organisations: authors.filter(isOrganisation).flatMap(nameOf),
    publishers: texts(article, "publisher"),
    published: texts(article ?? page, "datePublished", "uploadDate", "dateCreated"),
    modified: texts(article ?? page, "dateModified"),
    languages: texts(article ?? page, "inLanguage"),
    isFree: readBoolean(article?.isAccessibleForFree),
    broken,
  };
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): string[] {
  return [thing["@type"]].flat().filter((type) => typeof type === "string");
}

/** Every thing of a block, but not the articles that it only lists. */
function collect(value: unknown, things: Thing[], depth: number): void {
  if (depth > 12 || things.length > 2_000) return;
  if (Array.isArray(value)) for (const one of value) collect(one, things, depth + 1);
  if (!isThing(value)) return;
  things.push(value);
  for (const [key, child] of Object.entries(value))
    if (!ELSEWHERE.has(key)) collect(child, things, depth + 1);
}

function nameOf(value: unknown): string[] {
  const name = isThing(value) ? (value.name ?? value.alternateName ?? value["@value"]) : value;
  const text = [name].flat()[0];
  return typeof text === "string" && text.trim() !== "" ? [decode(text)] : [];
}

/** The text without entities and tags, which some pages write into their data. */
function decode(text: string): string {
  return /[&<]/.test(text) ? textOf(parseFragment(text.replace(/<(?![/a-z])/gi, "&lt;"))) : text.trim();
}

function readBoolean(value: unknown): boolean | null {
  const text = String([value].flat()[0]).toLowerCase();
  if (text === "true" || text === "false") return text === "true";
  return null;
}

/** The value of a block; line feeds in strings, commas before an end and wrappings are mended; else undefined. */
function parseMended(block: string): unknown {
  try {
    return JSON.parse(block);
  } catch {
    // Mended below.
  }
  const mended = block
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/?\/?\]\]>)\s*$/, "")
    .replace(/"(?:[^"\\]|\\[\s\S])*"/g, (text) =>
      text.replace(/[\u0000-\u001F]/g, " ").replace(/\\(?!["\\/bfnrtu])/g, ""),
    )
    .replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, "$1")
    .replace(/;\s*$/, "");
  try {
    return JSON.parse(mended);
  } catch {
    return undefined;
  }
}
