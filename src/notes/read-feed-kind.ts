// The text of a feed -> what kind of feed it is, by its first mark alone; and how many tags it has.
// Pages and other XML come where feeds are expected; they are told apart before any parser sees them.

/** What a text is: one of the kinds of feed, a web page, or by the name of its first element another thing. */
export type FeedKind = "rss" | "atom" | "rdf" | "json" | "html" | "none" | { readonly element: string };

const KINDS: Readonly<Record<string, FeedKind>> = { rss: "rss", feed: "atom", rdf: "rdf", html: "html" };

/** Tells by its beginning what a text is. */
export function findFeedKind(text: string): FeedKind {
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at, at + 100_000))?.[0].length ?? 0;
    if (text[at] === "{") return "json";
    if (/^<!doctype\s+html/i.test(text.slice(at, at + 100))) return "html";
    const end = ["<?", "<!--", "<!"].find((start) => text.startsWith(start, at));
    if (end === undefined) break;
    at = endOfProlog(text, at, end);
  }
  const name = /^<(?:[\w.-]{1,50}:)?([a-z][\w.-]{0,50})[\s/>]/i.exec(text.slice(at, at + 200))?.[1];
  if (name === undefined) return "none";
  return KINDS[name.toLowerCase()] ?? { element: name };
}

/** Where an instruction, a comment or a document type ends; the end of the text where it does not. */
function endOfProlog(text: string, at: number, start: string): number {
  if (start === "<?") return indexAfter(text, "?>", at);
  if (start === "<!--") return indexAfter(text, "-->", at);
  const bracket = text.indexOf("[", at);
  const end = indexAfter(text, ">", at);
  if (bracket < 0 || bracket > end) return end;
  // Within the brackets a type defines what it likes, with marks of its own.
  const close = /\]\s*>/g;
  close.lastIndex = bracket;
  return close.test(text) ? close.lastIndex : text.length;
}

/** How many tags there are; comments and the like are tags too. */
export function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) count += 1;
  return count;
}

function indexAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}
