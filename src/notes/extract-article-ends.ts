// The blocks of an article in markdown -> those that are the article's: no invitations, no teasers.
// Pages put "Leave a Reply" and "Read more:" between and after paragraphs, without any mark but the words.

import type { Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { findDate } from "./read-page-dates.ts";
import { cleanAuthors, isByline, isRole } from "./read-page-names.ts";

/** What begins the part of a page after which nothing of the article follows. */
const END =
  /^(?:leave a (?:reply|comment)|post a comment|join the (?:discussion|conversation)|(?:\d+ )?(?:comments?|responses|replies)(?: \(\d+\))?|view comments|show comments|discussion about this post|.{0,12}thoughts? on .*|related (?:posts|stories|articles|news|content|links|topics|reading)|related|more (?:stories|news|articles|from .*|on this (?:story|topic))|you (?:may|might) also (?:like|be interested in)|(?:read|up|what to read) next|recommended(?: for you| reading)?|most (?:read|popular)|latest (?:news|posts|stories)|recent posts|explore the topic|is this page useful\??|rate this page|share this(?: page| article| story| post)?:?|follow us(?: on .*)?|gadael ymateb|rhannu'r dudalen hon)$/i;

/** What invites to something else; as a heading it takes the lines under it along. */
const INVITATION =
  /^(?:sign up (?:to|for) (?:our|the) (?:.{0,40})?(?:newsletter|bulletin|alerts?|briefing|emails?).*|(?:subscribe|register) (?:to|for) (?:our |the )?(?:.{0,30})?(?:newsletters?|bulletin|alerts?|updates|emails?).*|register for alerts|join (?:our|the|us on) .{0,40}(?:whatsapp|facebook|telegram|channel|community|newsletter)\b.{0,120}|get (?:our|the) (?:.{0,40})(?:newsletter|bulletin|briefing).*|(?:register|sign up)(?: for free)? to (?:continue|keep) reading|subscribe to (?:continue|keep) reading|(?:share this|tweet|share|print|email|save|follow|listen|like|subscribe|copy link|advertisements?|sponsored|promoted|loading|close|menu|search|skip to (?:the )?(?:main )?content|back to top|top of page|cookies on .*)(?: (?:on|to|via|this) [\w ]{2,20})?:?)$/i;

/** A line that leads to another article. */
const TEASER =
  /^(?:read more|read also|also read|see also|more|related|read next|watch|don['’]t miss|darllen mwy)\s*[:：|–-]/i;

const CONTINUED =
  /^(?:keep informed - |get the latest news .{0,160}(?:inbox|alerts)|all rights reserved|copyright ©|© (?:copyright )?\d{4}|view this email in your browser|want to change how you receive these emails\b)/i;

/** True for a line after which a page has nothing more of its article: "Leave a Reply", "Related stories". */
export function isEnd(text: string): boolean {
  return END.test(text);
}

/** True for a line that invites to a newsletter or to share, or is a footer's. */
export function isInvitation(text: string): boolean {
  return INVITATION.test(text) || CONTINUED.test(text);
}

/** Takes off what is not the article's. `title` is not repeated as its first line. */
export function removeEnds(blocks: readonly RootContent[], title: string | null): RootContent[] {
  const kept: RootContent[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as RootContent;
    const text = textOf(block).replace(/\s+/g, " ").trim();
    const isHeading = block.type === "heading";
    if (text === "" && block.type !== "thematicBreak") continue;
    if (isHeading && kept.length === 0 && title !== null && isAlike(text, title)) continue;
    if ((isHeading || isLabel(block, text)) && END.test(text)) {
      // What stands after it at the same level may be the article's again only under a heading of its own.
      index = skipSection(blocks, index, isHeading ? block.depth : 6);
      continue;
    }
    if (isHeading && INVITATION.test(text)) {
      index = skipSection(blocks, index, block.depth, 2);
      continue;
    }
    if (block.type === "paragraph" && (INVITATION.test(text) || CONTINUED.test(text))) continue;
    if (block.type === "paragraph" && TEASER.test(text) && isMostlyLink(block)) continue;
    if (
      "children" in block &&
      (block.type === "list" || block.type === "blockquote" || block.type === "listItem")
    ) {
      const children = removeEnds(block.children, null);
      if (children.length > 0) kept.push({ ...block, children } as RootContent);
      continue;
    }
    kept.push(block);
  }
  return kept;
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

/** The index of the last block of the section that begins at `from`; at most `limit` blocks after it. */
function skipSection(
  blocks: readonly RootContent[],
  from: number,
  depth: number,
  limit = Number.POSITIVE_INFINITY,
): number {
  let last = from;
  for (let index = from + 1; index < blocks.length && index - from <= limit; index += 1) {
    const block = blocks[index] as RootContent;
    if (block.type === "heading" && block.depth <= depth) break;
    // Beyond an invitation's own lines the article may go on.
    if (limit < 10 && textOf(block).length > 200) break;
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
