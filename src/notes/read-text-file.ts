// A text that was saved or pasted from a page, or markdown -> its facts, and the text as a capture.
// Such texts carry the page's menus and lose its marks; a fact is taken only where the text plainly gives it.

import { removeUnseenCharacters } from "../input/characters.ts";
import { escapeMarkdown } from "../markdown/write-markdown.ts";
import { beginsComments, isEnd, isInvitation } from "./extract-article-ends.ts";
import { findDate } from "./read-page-dates.ts";
import { countWords, describeProblems, type Field, type PageFacts } from "./read-page-facts.ts";
import { cleanAuthors, isByline } from "./read-page-names.ts";

/** What stands before the article on a pasted page. */
const SKIPPED =
  /^(?:skip to (?:the )?(?:main )?(?:content|navigation)|skip navigation|neidio i'r (?:prif )?gynnwys|menu|main menu|toggle (?:navigation|menu)|search|close|home|log ?in|sign ?in|sign ?up|register|subscribe|share|print|advertisement|accept (?:all )?(?:cookies)?|reject (?:all )?(?:cookies)?)$/i;
/** A line of a picture that is not there. */
const CREDIT =
  /^(?:image|photo(?:graph)?|picture|main image)s?(?: credits?)?(?: (?:from|by|via|courtesy of)\b|:).{0,80}$/i;
/** A line that is a page's number, in a text from a PDF. */
const PAGE_NUMBER = /^(?:page )?\d{1,3}(?: (?:of|\/) \d{1,3})?$/i;
const BULLET = /^(?:[•·▪◦‣*–-]|o(?= {2,}))\s+/;
const ITEM = /^(\d{1,2})[.)]\s+(?=\S)/;

const NAME =
  "(\\p{Lu}[\\p{L}\\p{N}&’'.-]*(?: (?:(?:of|for|by|the|and|in|&) )?\\p{Lu}[\\p{L}\\p{N}&’'.-]*){0,4})";
/** Where a text names its publication outright. */
const NAMED_OUTRIGHT = [
  new RegExp(`\\b(?:in your inbox|newsletters?|bulletins?|alerts?) from ${NAME}`, "u"),
  new RegExp(`\\b(?:first|originally) (?:published|appeared) (?:in|on|by) (?:the )?${NAME}`, "iu"),
  new RegExp(`^(?:source|publication|published (?:in|by)|website): ${NAME}$`, "iu"),
  new RegExp(`(?:©|\\(c\\)|copyright) ?(?:copyright )?(?:\\d{4}[-–])?\\d{4} ${NAME}`, "iu"),
];
/** Where a publication speaks of its own reporters; once may be another's. */
const NAMED_IN_PASSING = new RegExp(
  `\\b(?:told|interview with|questions from|[Ss]poke to|[Ss]peaking to|[Aa]pproached by|[Aa]sked by) ${NAME}|${NAME}[’']s? (?:conversations|interviews?) with`,
  "gu",
);
/** "Ann Lee, director of …, looks at …": a standfirst that names its author. */
const STANDFIRST =
  /^([^,.]{5,60}), .{5,250}?\b(?:looks at|looks back|writes|explains|argues|reflects|considers|examines|asks|sets out|discusses|shares|explores|outlines)\b/u;

/** Reads plain text or markdown; `name` is the file's name, or "-" for standard input. */
export function readTextFile(text: string, name: string): PageFacts {
  const clean = removeUnseenCharacters(text.replace(/\r\n?|\f/g, "\n")).replace(/[\u00A0\u202F\u2009]/g, " ");
  const isMarkdown = /\.(?:md|markdown|mdown)$/i.test(name) || /^#{1,3} \S/m.test(clean);
  const { keys, body } = isMarkdown ? splitKeys(clean) : { keys: new Map<string, string>(), body: clean };
  const lines = isMarkdown ? body.split("\n") : joinWrapped(body.split("\n").map((line) => line.trim()));
  const kept = removeEnds(lines);
  const titled = findTitle(kept, isMarkdown);
  const named = nameFile(name);
  const written = kept.filter(
    (_, index) => index !== titled?.index && !isCredit(kept, index, titled?.index ?? -1),
  );
  const article = isMarkdown
    ? written
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim()
    : writeBlocks(written);
  const whole = lines.join("\n");
  const title = fieldOf(keys.get("title"), "the frontmatter") ?? titled?.field ?? named;
  return {
    title,
    authors: findAuthors(keys, kept),
    publication:
      fieldOf(keys.get("publication") ?? keys.get("site"), "the frontmatter") ??
      findPublication(whole, name, title),
    published: findPublished(keys, kept),
    canonical: findAddress(keys, lines),
    language: fieldOf(keys.get("language") ?? keys.get("lang"), "the frontmatter"),
    access: null,
    article,
    wall: null,
    words: countWords(written.join(" ")),
    problems: describeProblems(article, { wall: null, refusal: null, isPdf: false, hidden: 0, broken: 0 }),
  };
}

function fieldOf(value: string | undefined, from: string): Field | null {
  return value === undefined || value === "" ? null : { value, from };
}

/** The frontmatter of a clipping, as plain `key: value` lines; it is not a note's and is never evaluated. */
function splitKeys(text: string): { readonly keys: ReadonlyMap<string, string>; readonly body: string } {
  const match = /^---\n([\s\S]{0,8000}?)\n---(?:\n|$)/.exec(text);
  const keys = new Map<string, string>();
  for (const line of match?.[1]?.split("\n") ?? []) {
    const [, key, value] = /^([A-Za-z_-]+):\s*(.+)$/.exec(line) ?? [];
    if (key && value) keys.set(key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, "$2"));
  }
  return { keys, body: match ? text.slice(match[0].length) : text };
}

/** Lines that were broken at a width, as in text from a PDF, in one; page numbers go. */
function joinWrapped(lines: readonly string[]): string[] {
  const full = lines.filter((line) => line !== "" && !PAGE_NUMBER.test(line));
  const wrapped = full.filter(
    (line) => line.length >= 45 && line.length <= 110 && !/[.!?:;]["”’)]?$/.test(line),
  );
  if (full.length < 12 || wrapped.length * 2 < full.length) return [...lines];
  const joined: string[] = [];
  let previous = "";
  for (const line of lines) {
    if (PAGE_NUMBER.test(line)) continue;
    const goesOn = previous.length >= 45 && line !== "" && !BULLET.test(line) && !ITEM.test(line);
    if (goesOn) joined.push(`${joined.pop() ?? ""}${/\p{L}-$/u.test(previous) ? "" : " "}${line}`);
    else joined.push(line);
    previous = line;
  }
  return joined;
}

/** Without menus before and invitations after; a line that reads like a sentence always stays. */
function removeEnds(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== "" && !SKIPPED.test(line.trim()));
  let kept = first < 0 ? [] : lines.slice(first);
  const end = kept.findIndex((line, index) => {
    const text = plainOf(line);
    if (!isEnd(text) && !(isInvitation(text) && index > kept.length / 2)) return false;
    if (beginsComments(text)) return true;
    return kept
      .slice(index + 1)
      .every((after) => isInvitation(plainOf(after)) || plainOf(after).length < 120);
  });
  if (end > 0) kept = kept.slice(0, end);
  while (kept.length > 0) {
    const last = plainOf(kept.at(-1) ?? "");
    if (last !== "" && !isInvitation(last) && !CREDIT.test(last)) break;
    kept = kept.slice(0, -1);
  }
  return kept;
}

function plainOf(line: string): string {
  return line
    .replace(/^#+ /, "")
    .replace(/[*_]{1,2}/g, "")
    .trim();
}

function findTitle(
  lines: readonly string[],
  isMarkdown: boolean,
): { readonly field: Field; readonly index: number } | null {
  if (isMarkdown) {
    const index = lines.findIndex((line) => /^# \S/.test(line));
    const at = index >= 0 ? index : lines.findIndex((line) => /^##+ \S/.test(line));
    // A heading in the middle of a text is not its title.
    const isFirst = at >= 0 && lines.slice(0, at).every((line) => line.trim().length < 120);
    return isFirst
      ? { index: at, field: { value: plainOf(lines[at] ?? ""), from: "the first heading" } }
      : null;
  }
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index])).slice(0, 4);
  const candidates = filled.filter((index, place) => {
    const isBefore = filled.slice(0, place).every((before) => (lines[before] ?? "").length < 120);
    return isBefore && isTitle(lines[index] ?? "");
  });
  // A word or two may name the part of the site that the title stands in.
  const index = candidates.find((one) => countWords(lines[one] ?? "") > 2) ?? candidates[0];
  return index === undefined
    ? null
    : { index, field: { value: (lines[index] ?? "").trim(), from: "the first line" } };
}

/** A short line that starts with a capital, a figure or a quotation and does not end as a sentence does. */
function isTitle(line: string): boolean {
  const text = line.trim();
  if (text.length < 3 || text.length > 140 || /[.,;:]["”’]?$/.test(text) || isByline(text)) return false;
  return /^["“‘'(]?[\p{Lu}\p{N}]/u.test(text) && (findDate(text, "en-GB") === null || text.length > 40);
}

function nameFile(name: string): Field | null {
  const words = wordsOfName(name);
  if (words.length === 0) return null;
  const text = words.join(" ");
  return { value: `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`, from: "the file's name" };
}

function wordsOfName(name: string): string[] {
  if (name === "-") return [];
  const stem = (name.split(/[/\\]/).at(-1) ?? "").replace(/\.[A-Za-z0-9]{1,8}$/, "");
  const words = stem.split(/[\s_-]+/).filter((word) => word !== "");
  return words.length > 1 &&
    /^(?:article|page|post|web|saved|story|clip|clipping|capture)$/i.test(words[0] ?? "")
    ? words.slice(1)
    : words;
}

function findAuthors(
  keys: ReadonlyMap<string, string>,
  lines: readonly string[],
): Field<readonly string[]> | null {
  const key = keys.get("author") ?? keys.get("authors");
  const listed = key === undefined ? [] : cleanAuthors([key.replace(/^\[|\]$/g, "").replaceAll('"', "")]);
  if (listed.length > 0) return { value: listed, from: "the frontmatter" };
  const top = lines.filter((line) => line.trim() !== "").slice(0, 8);
  for (const line of top) {
    const text = plainOf(line);
    const names = isByline(text) && text.length <= 120 ? cleanAuthors([text]) : [];
    if (names.length > 0) return { value: names, from: "the byline" };
  }
  const names = cleanAuthors([
    STANDFIRST.exec(top[0] ?? "")?.[1] ?? STANDFIRST.exec(top[1] ?? "")?.[1] ?? "",
  ]);
  return names.length > 0 ? { value: names, from: "the standfirst" } : null;
}

function findPublication(text: string, name: string, title: Field | null): Field | null {
  for (const line of text.split("\n")) {
    for (const pattern of NAMED_OUTRIGHT) {
      const found = pattern.exec(line)?.[1];
      if (found) return { value: trimName(found), from: "the text, which says where it is from" };
    }
  }
  const counts = new Map<string, number>();
  for (const match of text.matchAll(NAMED_IN_PASSING)) {
    const found = trimName(match[1] ?? match[2] ?? "");
    // One name is a person's as often as a paper's; "he told Ann" is no publication.
    counts.set(found, (counts.get(found) ?? 0) + (match[2] ? 2 : 1));
  }
  const passing = [...counts].find(([, count]) => count >= 2)?.[0];
  if (passing) return { value: passing, from: "the text, which names its own reporters" };
  const words = wordsOfName(name);
  if (words.length < 2 || title?.from === "the file's name") return null;
  const pattern = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).join("\\s+");
  const uses = [...text.matchAll(new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, "giu"))].map(([use]) => use);
  const asName = uses.find((use) => /^\p{Lu}.* \p{Lu}\p{Ll}/u.test(use));
  return asName && uses.length >= 2
    ? { value: asName, from: "the file's name, which the text repeats" }
    : null;
}

function trimName(name: string): string {
  return name.replace(/[’']s$/, "").replace(/[.,’']+$/, "");
}

function findPublished(keys: ReadonlyMap<string, string>, lines: readonly string[]): Field | null {
  const key = keys.get("published") ?? keys.get("date");
  const date = key === undefined ? null : findDate(key, "en-GB");
  if (date !== null) return { value: date, from: "the frontmatter" };
  const filled = lines.filter((line) => line.trim() !== "");
  for (const line of [...filled.slice(0, 8), ...filled.slice(-4)]) {
    if (!isDateLine(line)) continue;
    const found = findDate(line, "en-GB");
    if (found !== null) return { value: found, from: "a line of the text" };
  }
  return null;
}

/** A line of a date, with its label or who wrote; a sentence that holds a date is none. */
function isDateLine(line: string): boolean {
  const text = plainOf(line);
  return (
    text.length <= 90 &&
    !/[.!?]["”’]?$/.test(text) &&
    findDate(text, "en-GB") !== null &&
    text.split(" ").length <= 12
  );
}

/** Under the title, a line of who and when. */
function isCredit(lines: readonly string[], index: number, title: number): boolean {
  const filled = lines.slice(0, index).filter((line, at) => at > title && line.trim() !== "");
  const line = lines[index] ?? "";
  if (filled.some((before) => before.length > 120) || line.trim() === "") return false;
  return (isByline(plainOf(line)) && plainOf(line).length <= 90) || isDateLine(line);
}

function findAddress(keys: ReadonlyMap<string, string>, lines: readonly string[]): Field | null {
  const key = keys.get("url") ?? keys.get("source") ?? keys.get("link");
  if (key && /^https?:\/\/\S+$/.test(key)) return { value: key, from: "the frontmatter" };
  const line = [...lines.slice(0, 10), ...lines.slice(-5)].find((one) =>
    /^(?:(?:url|source|link|from):\s*)?<?https?:\/\/[^\s>]+>?$/i.test(one.trim()),
  );
  const url = /https?:\/\/[^\s>]+/.exec(line ?? "")?.[0];
  return url === undefined ? null : { value: url, from: "a line of the text" };
}

/** Lines of plain text as markdown that means just those words: headings, lists and paragraphs. */
function writeBlocks(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== "");
  // Before the first long paragraph stand labels and the standfirst.
  const first = filled.findIndex((line) => line.length > 120);
  const blocks = filled.map((line, index) => {
    const bullet = BULLET.exec(line);
    if (bullet) return `- ${escapeMarkdown(line.slice(bullet[0].length))}`;
    const item = ITEM.exec(line);
    if (item) return `${item[1]}. ${escapeMarkdown(line.slice(item[0].length))}`;
    const isHeading =
      index > first && line.length <= 90 && isTitle(line) && (filled[index + 1] ?? "").length > 120;
    return `${isHeading ? "## " : ""}${escapeMarkdown(line)}`;
  });
  return blocks.reduce((text, block, index) => {
    const isItem = (one: string | undefined) => /^(?:- |\d+\. )/.test(one ?? "");
    return index === 0
      ? block
      : `${text}${isItem(block) && isItem(blocks[index - 1]) ? "\n" : "\n\n"}${block}`;
  }, "");
}
