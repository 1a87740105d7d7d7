// Text -> the names in it, and the roles that people are said to have.
// A name is known by its capital letters; at the start of a sentence, by not being an ordinary word.

import { findWords, hasCapital, isTight, makePlain, stem, type Word } from "./claims-words.ts";
import { FUNCTION_WORDS, isOrdinary } from "./guard-ordinary.ts";

/** Words with capital letters, one right after the other: a name, or a part of a longer one. */
export interface NameClaim {
  readonly parts: readonly Word[];
  /** The word that stands before it with a capital letter for opening a sentence, if it could be part of the name. */
  readonly opener: Word | null;
  /** The index of its first part among the words of the text. */
  readonly at: number;
  /** The words `of`, `for` and `the` before the next name, which may be all one name; else 0. */
  readonly joins: number;
}

/** Common abbreviations that name nobody. */
const NO_NAMES = new Set("I IT TV OK AM PM CV FAQ DIY I'm I'll I've I'd I'M".split(" "));

/** Every name of a text, in order. A word that `isCommon` opens a sentence without being a name. */
export function findNames(
  words: readonly Word[],
  isCommon: (lower: string) => boolean = isOrdinary,
): NameClaim[] {
  const names: NameClaim[] = [];
  for (let at = 0; at < words.length; ) {
    if (!isNamed(words[at], isCommon)) {
      at += 1;
      continue;
    }
    const from = at;
    for (at += 1; isTight(words[at]) && isNamed(words[at], isCommon); at += 1)
      if (words[at - 1]?.possessive) break;
    const before = words[from - 1];
    const hasOpener =
      isTight(words[from]) &&
      before !== undefined &&
      hasCapital(before) &&
      before.opens &&
      !before.possessive;
    names.push({
      parts: words.slice(from, at),
      opener: hasOpener && !NO_NAMES.has(before.text) ? before : null,
      at: from,
      joins: words[at - 1]?.possessive ? 0 : countJoins(words, at, isCommon),
    });
  }
  return names;
}

function isNamed(word: Word | undefined, isCommon: (lower: string) => boolean): boolean {
  if (word === undefined || !hasCapital(word) || NO_NAMES.has(word.text)) return false;
  const isPlain = /^\p{Lu}[^\p{Lu}]*$/u.test(word.text);
  return !(isPlain && word.opens && isCommon(word.lower));
}

function countJoins(words: readonly Word[], at: number, isCommon: (lower: string) => boolean): number {
  const first = words[at];
  if (!isTight(first) || !/^(?:of|for)$/.test(first?.lower ?? "")) return 0;
  const count = words[at + 1]?.lower === "the" && isTight(words[at + 1]) ? 2 : 1;
  return isTight(words[at + count]) && isNamed(words[at + count], isCommon) ? count : 0;
}

// What a person is or does in an office. The head word comes last; what narrows it comes before.
const HEADS = `president chair chairman chairwoman chairperson director manager minister secretary convenor convener
  spokesperson spokesman spokeswoman spokespeople reporter journalist correspondent columnist editor writer author professor lecturer
  councillor mayor governor commissioner officer executive chief boss head leader founder co-founder cofounder owner
  partner treasurer chancellor ombudsman inspector auditor adviser advisor consultant analyst architect engineer
  scientist economist lawyer solicitor barrister judge doctor surgeon nurse teacher headteacher principal dean
  mp mps msp peer senator congressman congresswoman ambassador envoy tsar czar guru campaigner activist organiser
  coordinator co-ordinator administrator clerk registrar librarian chairmen ministers councillors officials official
  civil-servant trustee member ceo cto cio cfo coo cdo cdio ciso permanent-secretary insider whistleblower veteran
  strategist technologist evangelist steward expert specialist researcher academic historian philosopher pollster
  broadcaster presenter producer colleague deputy vice-president speaker representative rep delegate regulator`;
const HEAD_WORDS = new Set(HEADS.split(/\s+/));
/** Heads that are as often other words; they count only beside a name or "of". */
const WEAK = new Set(
  `chair head chief member partner author writer owner boss leader executive officer official veteran expert experts
  speaker peer principal steward leaders heads chairs chiefs managers manager representative colleague judge nurse
  teacher doctor engineer architect analyst specialist researcher producer presenter consultant regulator officials
  editor directors bosses reporters journalists editors rep dean clerk reporter journalist deputy`.split(
    /\s+/,
  ),
);
const NARROWING = new Set(
  `managing executive deputy vice assistant associate chief senior junior general acting interim non-executive
  permanent prime first former ex current new outgoing incoming founding political technology digital data
  information operating financial finance medical nursing science security strategy policy regional national local
  union council party group shadow honorary lead principal trade health defence home foreign justice education
  treasury cabinet housing transport democracy communications press media product innovation research programme
  business city borough county government project planning human resources people marketing sales legal clinical
  care service services customer transformation public sector affairs industry editorial news labour conservative
  opposition team staff shop branch area vice- co joint life world`.split(/\s+/),
);
const TITLES =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady|baroness|baron|cllr|rev|reverend|hon|father|sister|captain|colonel|major|sergeant|pc)$/;
/** What a person does, and the stem of the office that it makes. */
const DEEDS =
  /^(?:founded|founds|cofounded|chairs|chaired|heads|headed|leads|led|runs|ran|directs|directed|manages|managed|edits|edited|presides|presided|owns|owned|governs)$/;

/** What somebody may be called without having an office. */
const NOBODY = new Set(
  `man woman person people one name voice writer figure host listener friend first last next same other latest report
  story piece way thing headline word words`.split(/\s+/),
);

/** Words that name an occupation by their ending: "driver", "nurse practitioner", "statistician". */
const OCCUPATION =
  /(?:[^aeiou]er|or|ist|ian|man|woman|eer|ess|ant|nurse|clerk|judge|cook|guard|guide|coach|pilot|chef|peer|aide)$/;

/** True for a word that may say what somebody is. */
export function isOccupation(lower: string): boolean {
  return OCCUPATION.test(lower) && !NOBODY.has(lower) && !FUNCTION_WORDS.has(lower);
}

/** A role as a text gives it. */
export interface RoleClaim {
  /** Its words as written. */
  readonly words: readonly Word[];
  /** The index of the first of them among the words of the text. */
  readonly at: number;
  /** "of strategy" and its like, which belong to it. */
  readonly field: readonly Word[];
  readonly kind: "office" | "title" | "deed";
  /** True for a word that is a role only beside a name: "head", "chair", "member". */
  readonly isWeak: boolean;
}

/** True for a word that is part of what a role is called. */
export function isRoleWord(lower: string): boolean {
  return HEAD_WORDS.has(lower) || TITLES.test(lower);
}

/** True for a word that narrows a role: "managing", "deputy", "political". */
export function isNarrowing(lower: string): boolean {
  return NARROWING.has(lower);
}

/** Every role of a text, in order, each with the words that narrow it. */
export function findRoles(words: readonly Word[]): RoleClaim[] {
  const roles: RoleClaim[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (DEEDS.test(word.lower)) roles.push({ words: [word], at, field: [], kind: "deed", isWeak: true });
    else if (
      TITLES.test(word.lower) &&
      /^\p{Lu}/u.test(word.text) &&
      isTight(words[at + 1]) &&
      hasCapital(words[at + 1] as Word)
    )
      roles.push({ words: [word], at, field: [], kind: "title", isWeak: false });
    else if (HEAD_WORDS.has(word.lower) && !isFollowedByHead(words, at)) roles.push(readRole(words, at));
  }
  return roles;
}

function isFollowedByHead(words: readonly Word[], at: number): boolean {
  return isTight(words[at + 1]) && !words[at]?.possessive && HEAD_WORDS.has(words[at + 1]?.lower ?? "");
}

function readRole(words: readonly Word[], at: number): RoleClaim {
  let from = at;
  while (
    from > 0 &&
    isTight(words[from]) &&
    !words[from - 1]?.possessive &&
    (HEAD_WORDS.has(words[from - 1]?.lower ?? "") || NARROWING.has(words[from - 1]?.lower ?? ""))
  )
    from -= 1;
  const field: Word[] = [];
  const join = words[at + 1];
  if (isTight(join) && /^(?:of|for)$/.test(join?.lower ?? "") && !words[at]?.possessive) {
    let next = at + 2;
    while (isTight(words[next]) && /^(?:the|its|their|a)$/.test(words[next]?.lower ?? "")) next += 1;
    const word = words[next];
    if (word && isTight(word) && !hasCapital(word) && !FUNCTION_WORDS.has(word.lower)) field.push(word);
  }
  return {
    words: words.slice(from, at + 1),
    at: from,
    field,
    kind: "office",
    isWeak: WEAK.has(words[at]?.lower ?? "") && from === at,
  };
}

/** The stem by which two ways of naming an office are compared: "directs" and "director" are one. */
export function stemRole(lower: string): string {
  const bare = stem(lower).replace(/(?:or|er|ship)$/, "");
  if (/^(?:chairm[ae]n|chairwoman|chairperson|chairman)$/.test(lower)) return "chair";
  if (/^spokes(?:person|man|woman|people)$/.test(lower)) return "spokes";
  if (/^(?:reporter|reporters|journalist|journalists|reports|reported)$/.test(lower)) return "report";
  if (/^(?:writer|author|wrote|writes|written)$/.test(lower)) return "writ";
  if (/^(?:convenor|convener)$/.test(lower)) return "conven";
  if (/^(?:led|leads|leader|leaders|leading)$/.test(lower)) return "lead";
  if (/^(?:founded|founds|founder|co-founder|cofounder|founding)$/.test(lower)) return "found";
  return bare;
}

/** Words of a text as the readers of names take them. */
export function readWords(text: string): Word[] {
  return findWords(makePlain(text));
}

// Words that name a body, and no person.
const PEOPLE_NOT =
  /^(?:office|offices|council|service|services|committee|association|ministry|department|agency|network|board|university|institute|times|authority|union|trust|house|office|news|panel|programme|accelerator|collaborative|work|government|digital|data|technology|innovation|business|local|central|national|public|health)$/;

/** True for a name that may be a person's: two or three words with one capital letter each, none of them a body's. */
export function isPersonal({ parts }: NameClaim): boolean {
  return (
    parts.length <= 4 &&
    parts.every(
      ({ text, lower }) => /^\p{Lu}[\p{Ll}\p{M}]+(?:\p{Lu}\p{Ll}+)?$/u.test(text) && !PEOPLE_NOT.test(lower),
    )
  );
}

/** The words of a name in small letters. */
export function lowerOf(parts: readonly Word[]): string[] {
  return parts.map(({ lower }) => lower);
}
