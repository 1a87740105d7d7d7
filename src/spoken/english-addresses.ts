// Web and e-mail addresses, handles and hashtags -> as they are said: "podcast@example.org" is "podcast at example
// dot org". The scheme and "www" are left out.

import { isKnownInitials } from "./english-acronyms.ts";
import { sayRun, spell } from "./english-initials.ts";
import { sayDigits } from "./english-numbers.ts";
import { END, LETTERS, listOf, makeRule, type Rule } from "./english-rules.ts";

/** Endings of web addresses that are taken for such without a scheme. None is an English word that ends sentences. */
const DOMAINS =
  listOf(`com org net gov edu info biz int mil io ai eu uk ie de fr es nl ch ca au nz tv fm dev app cloud tech
  online nhs scot wales cymru london blog news museum coop`);

/** Endings of files. */
const FILES = listOf(
  "js ts py md txt pdf csv tsv json xml html htm css yaml yml docx xlsx pptx zip png jpg svg mp3 wav",
);

/** Parts of addresses that are letters though a word might be made of them. */
const SPELLED = listOf(
  "uk io ai eu ie de fr es nl ch ca au nz tv fm js ts py md pdf csv tsv xml html htm css yml png jpg svg",
);

const ENDINGS = [...DOMAINS].join("|");
const FILE_ENDINGS = [...FILES].join("|");
const LABEL = String.raw`[${LETTERS}\d](?:[${LETTERS}\d-]{0,61}[${LETTERS}\d])?`;
const HOST = String.raw`(?:${LABEL}\.){1,6}`;
/** The rest of an address, up to what closes the sentence around it. */
const PATH = String.raw`(?:[/?#][^\s<>"“”]{0,300}(?<![.,;:!?)\]'’…]))?`;

const SIGNS: Readonly<Record<string, string>> = {
  ".": "dot",
  "/": "slash",
  "-": "dash",
  _: "underscore",
  "?": "question mark",
  "=": "equals",
  "&": "and",
  "#": "hash",
  "%": "per cent",
  "+": "plus",
  "~": "tilde",
  ":": "colon",
  "@": "at",
  "*": "star",
};

/** A word of an address. Without a vowel it is spelled, as are well-known initials. */
function sayPart(part: string): string {
  if (/^\d/.test(part)) return sayRun(part) ?? sayDigits(part);
  if (!/^[A-Za-z\d]+$/.test(part)) return sayRun(part) ?? part;
  const isSpelled = part.length === 1 || SPELLED.has(part.toLowerCase()) || isKnownInitials(part);
  if (DOMAINS.has(part.toLowerCase()) && !isSpelled) return part.toLowerCase();
  if (/^[A-Z]{6,}$/.test(part)) return part.toLowerCase();
  if (isSpelled || (part.length <= 5 && !/[aeiouy\d]/i.test(part))) return spell(part);
  return sayRun(part) ?? part;
}

/** An address without its scheme, in words; null where there is nothing to say. */
function sayAddress(written: string): string | null {
  const bare = written
    .replace(/^(?:https?:\/\/|mailto:)/i, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "");
  const words = (bare.match(/[\p{L}\p{M}\d]+|./gu) ?? [])
    .map((part) => (/^[\p{L}\d]/u.test(part) ? sayPart(part) : (SIGNS[part] ?? "")))
    .filter((word) => word !== "");
  return words.length === 0 ? null : words.join(" ");
}

const say: Rule["say"] = ([written = ""]) => sayAddress(written);

/** Whole addresses, and what begins with a letter or a figure and ends as an address does. */
export const ADDRESSES: readonly Rule[] = [
  makeRule(String.raw`(?:[Hh][Tt][Tt][Pp][Ss]?://|mailto:)[^\s<>"“”]{1,400}(?<![.,;:!?)\]'’…])`, say),
  makeRule(
    String.raw`[${LETTERS}\d](?:[${LETTERS}\d._+-]{0,62}[${LETTERS}\d_+-])?@${HOST}[A-Za-z]{2,24}${END}`,
    say,
  ),
  makeRule(
    String.raw`${HOST}(?:${ENDINGS})${END}(?!\.[${LETTERS}\d]|@|-[${LETTERS}])(?::\d{2,5})?${PATH}`,
    say,
  ),
  makeRule(
    String.raw`${LABEL.replaceAll(LETTERS, "A-Z")}(?:\.[A-Z\d]{2,20}){0,3}\.(?:UK|COM|ORG|NET|IO|AI|EU)${END}(?!\.[${LETTERS}\d])${PATH}`,
    say,
  ),
  makeRule(String.raw`[Ww]{3}\.${LABEL}(?:\.${LABEL}){0,6}${END}(?!@)(?::\d{2,5})?${PATH}`, say),
  makeRule(String.raw`[a-z]\.AI${END}`, say),
  makeRule(
    String.raw`[${LETTERS}\d][${LETTERS}\d_-]{0,40}\.(?:${FILE_ENDINGS})${END}(?!\.[${LETTERS}\d]|@)`,
    say,
  ),
];

/** Handles and hashtags. */
export const TAGS: readonly Rule[] = [
  makeRule(
    String.raw`@([${LETTERS}][${LETTERS}\d_]{0,30})${END}(?!\.[${LETTERS}])`,
    ([, handle = ""]) => `at ${sayAddress(handle)}`,
  ),
  makeRule(String.raw`#([${LETTERS}][${LETTERS}\d_]{0,60})${END}`, ([, tag = ""]) => {
    const parts = tag.match(/[A-Z]{2,}(?![a-z])|\p{Lu}?[\p{Ll}\p{M}]+|\d+|[A-Z]|[^_]/gu) ?? [];
    return `hashtag ${parts.map(sayPart).join(" ")}`;
  }),
];
