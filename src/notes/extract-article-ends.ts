// The blocks of an article in markdown -> those that are the article's: no invitations, no teasers.
// Pages put "Leave a Reply" and "Read more:" between and after paragraphs, without any mark but the words.

import type { Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { findDate } from "./read-page-dates.ts";
import { cleanAuthors, isByline, isRole } from "./read-page-names.ts";

/** What begins the comments, after which nothing of the article follows. */
const COMMENTS =
  /^(?:leave a (?:reply|comment)|post a comment|join the (?:discussion|conversation)|\d+ (?:comments?|responses|replies)|comments? \(\d+\)|(?:view|show) comments|discussion about this post|(?:\d+|one) thoughts? on .*|gadael ymateb)$/i;

/** What begins a list of other pages, or a box of the site. */
const END =
  /^(?:comments?|related (?:posts|stories|articles|news|content|links|topics|reading)|related|more (?:stories|news|articles|from .*|on this (?:story|topic))|you (?:may|might) also (?:like|be interested in)|(?:read|up|what to read) next|recommended(?: for you| reading)?|most (?:read|popular)|latest (?:news|posts|stories)|recent posts|explore the topic|is this page useful\??|rate this page|share this(?: page| article| story| post)?:?|follow us(?: on .*)?|rhannu'r dudalen hon)$/i;

/** What invites to something else; as a heading it takes the lines under it along. */
const INVITATION =
  /^(?:sign up (?:to|for) (?:our|the) (?:.{0,40})?(?:newsletter|bulletin|alerts?|briefing|emails?).*|(?:subscribe|register) (?:to|for) (?:our |the )?(?:.{0,30})?(?:newsletters?|bulletin|alerts?|updates|emails?).*|register for alerts|join (?:our|the|us on) .{0,40}(?:whatsapp|facebook|telegram|channel|community|newsletter)\b.{0,120}|get (?:our|the) (?:.{0,40})(?:newsletter|bulletin|briefing).*|(?:register|sign up)(?: for free)? to (?:continue|keep) reading|subscribe to (?:continue|keep) reading|cookies on .*)$/i;

/** What stands on buttons; a heading of one such word may be the article's. */
const BUTTON =
  /^(?:share this|tweet|share|print|email|save|follow|listen|like|subscribe|copy link|advertisements?|sponsored|promoted|loading|close|menu|search|skip to (?:the )?(?:main )?content|back to top|top of page)(?: (?:on|to|via|this) [\w ]{2,20})?:?$/i;

/** A line that leads to another article. */
const TEASER =
  /^(?:read more|read also|also read|see also|more|related|read next|watch|don['’]t miss|darllen mwy)\s*[:：|–-]/i;

const CONTINUED =
  /^(?:keep informed - |get the latest news .{0,160}(?:inbox|alerts)|all rights reserved|copyright ©|© (?:copyright )?\d{4}|view this email in your browser|want to change how you receive these emails\b)/i;

/** True for a line that begins the comments of a page. */
export function beginsComments(text: string): boolean {
  return COMMENTS.test(text);
}

/** True for a line after which a page has little more of its article: "Related stories", and the comments. */
export function isEnd(text: string): boolean {
  return END.test(text) || COMMENTS.test(text);
}

/** True for a line that invites to a newsletter or to share, or is a footer's. */
export function isInvitation(text: string): boolean {
  return INVITATION.test(text) || CONTINUED.test(text) || BUTTON.test(text);
}

/** Takes off what is not the article's. `title` is not repeated as its first line. */
export function removeEnds(blocks: readonly RootContent[], title: string | null): RootContent[] {
  const kept: RootContent[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as RootContent;
    const text = lineOf(block);
    const isHeading = block.type === "heading";
    if (text === "" && block.type !== "thematicBreak") continue;
    if (isHeading && kept.length === 0 && title !== null && isAlike(text, title)) continue;
    if (isHeading || isLabel(block, text)) {
      if (COMMENTS.test(text)) break;
      const lines = END.test(text) ? Number.POSITIVE_INFINITY : isHeading && INVITATION.test(text) ? 2 : 0;
      if (lines > 0) {
        index = skipSection(blocks, index, lines);
        continue;
      }
    }
    const isOut =
      block.type === "paragraph"
        ? isInvitation(text) || (TEASER.test(text) && isMostlyLink(block))
        : block.type === "list" && block.children.every((item) => isInvitation(lineOf(item)));
    if (!isOut) kept.push(block);
  }
  return kept;
}

function lineOf(node: Nodes): string {
  return textOf(node).replace(/\s+/g, " ").trim();
}

/** The blocks without the line of date and author before the first sentence, and without the links after the last. */
export function trimEnds(blocks: readonly RootContent[]): RootContent[] {
  const sentence = blocks.findIndex(
    (block) => block.type === "blockquote" || /[.!?…]["”’)]*$|.{160}/.test(textOf(block).trim()),
  );
  const kept = blocks.filter((block, index) => index >= sentence || !isCredit(block));
  const isOut = (block: RootContent | undefined) =>
    block?.type === "thematicBreak" ||
    block?.type === "heading" ||
    (block !== undefined && isOnlyLinks(block));
  while (isOut(kept.at(-1))) kept.pop();
  while (kept[0]?.type === "thematicBreak") kept.shift();
  return kept;
}

/** A line of who, when and how long, as stands under a heading. */
function isCredit(block: RootContent): boolean {
  if (block.type === "list") return block.children.every((item) => item.children.every(isCredit));
  if (block.type !== "paragraph") return false;
  const text = textOf(block).replace(/\s+/g, " ").trim();
  if (text.length > 140) return false;
  return (
    findDate(text, "en-GB") !== null ||
    isByline(text) ||
    isRole(text) ||
    cleanAuthors([text]).length > 0 ||
    /\b\d+[ -]min(?:ute)?s?(?: to)? read\b|\b[\d,.]+[KM]? (?:views|claps|followers|shares)\b/i.test(text)
  );
}

/** A list of links, or two links or more in a line, and nothing else but the marks between them. */
function isOnlyLinks(block: RootContent): boolean {
  if (block.type !== "paragraph" && block.type !== "list") return false;
  let links = 0;
  let rest = "";
  const walk = (node: Nodes): void => {
    if (node.type === "link") links += 1;
    else if (node.type === "text") rest += node.value;
    else if ("children" in node) node.children.forEach(walk);
  };
  walk(block);
  return links > (block.type === "list" ? 0 : 1) && !/[\p{L}\p{N}]/u.test(rest);
}

/**
 * The index of the last block of the section that begins at `from`: at most `limit` more, up to a heading of its
 * level, and none that reads like the article going on.
 */
function skipSection(blocks: readonly RootContent[], from: number, limit: number): number {
  const head = blocks[from];
  const depth = head?.type === "heading" ? head.depth : 6;
  let last = from;
  for (let index = from + 1; index < blocks.length && index - from <= limit; index += 1) {
    const block = blocks[index] as RootContent;
    if (block.type === "heading" && block.depth <= depth) break;
    if (textOf(block).length > 200 && !isMostlyLink(block)) break;
    last = index;
  }
  return last;
}

/** A short paragraph that does the work of a heading. */
function isLabel(block: RootContent, text: string): boolean {
  return block.type === "paragraph" && text.length <= 60 && !/[.!]$/.test(text);
}

function isMostlyLink(block: Nodes): boolean {
  let inLinks = 0;
  const walk = (node: Nodes): void => {
    if (node.type === "link") inLinks += textOf(node).length;
    else if ("children" in node) node.children.forEach(walk);
  };
  walk(block);
  return inLinks * 2 > textOf(block).length;
}

function isAlike(a: string, b: string): boolean {
  const squeeze = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return squeeze(a) === squeeze(b);
}
