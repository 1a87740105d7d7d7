// The names of a passage -> an objection to each that the evidence does not hold, or spells otherwise.

import type { NameClaim } from "./claims-names.ts";
import { isNarrowing, isRoleWord, lowerOf } from "./claims-names.ts";
import { hasCapital, isTight, stem, type Word } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import { type Evidence, findRun } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isOrdinary, isPresenters } from "./guard-ordinary.ts";
import { object, type Passage } from "./guard-passage.ts";
import { countEdits, findNear, findShow, judgeCase, judgeWrongSpellings } from "./guard-spellings.ts";

/** People and places of a name, and the name. */
const DERIVED: Readonly<Record<string, string>> = {
  glaswegian: "glasgow",
  glaswegians: "glasgow",
  mancunian: "manchester",
  mancunians: "manchester",
  parliamentary: "parliament",
  europe: "european",
  european: "europe",
  scottish: "scotland",
  welsh: "wales",
  english: "england",
};

/** Usual other words for what the evidence may name. */
const METONYMS: readonly (readonly [RegExp, RegExp])[] = [
  [/^whitehall$/, /\b(?:civil service|central government|government departments?|departments|whitehall)\b/i],
  [/^westminster$/, /\b(?:parliament|commons|central government)\b/i],
  [/^(?:britain|british|briton|britons)$/, /\b(?:UK|Britain|British)\b/],
  [/^uk$/, /\b(?:Britain|British|United Kingdom)\b/],
  [/^commons$/, /\b(?:House of Commons|Commons)\b/],
];

const SAYING =
  /^(?:says|said|wants|warns|warned|claims|claimed|argues|argued|insists|insisted|told|announced|denies|denied|believes|believed|thinks|thought|admits|admitted|urges|urged|insists|promises|confirmed|agrees|agreed|disagrees)$/;

/** "Unite wants more pay": a sentence may begin with a name that is a word as well, or with a speaker who was made up. */
function judgeSpeakers(passage: Passage, evidence: Evidence): Objection[] {
  return passage.words.flatMap((word, at) => {
    const next = passage.words[at + 1];
    if (
      !word.opens ||
      word.possessive ||
      !hasCapital(word) ||
      next === undefined ||
      !isTight(next) ||
      !SAYING.test(next.lower)
    )
      return [];
    const isKnown =
      evidence.stems.has(stem(word.lower)) ||
      FUNCTION_WORDS.has(word.lower) ||
      passage.names.some(({ parts }) => parts.includes(word));
    if (isKnown) return [];
    return [
      object(
        passage,
        "name",
        word.start,
        word.start + word.text.length,
        `“${word.text}” says nothing in what you were given: leave it out`,
      ),
    ];
  });
}

/** Judges every name. */
export function judgeNames(passage: Passage, evidence: Evidence): Objection[] {
  const objections = [...judgeWrongSpellings(passage, evidence), ...judgeSpeakers(passage, evidence)];
  const names = passage.names;
  let held = -1;
  names.forEach((name, index) => {
    if (index === held) return;
    const next = names[index + 1];
    if (name.joins > 0 && next && isHeldWhole(passage, evidence, name, next)) {
      held = index + 1;
      objections.push(...judgeCase(passage, evidence, name), ...judgeCase(passage, evidence, next));
      return;
    }
    const isQuoted = passage.quotations.some(
      ({ start, end }) => start <= (name.parts[0]?.start ?? 0) && (name.parts.at(-1)?.end ?? 0) <= end,
    );
    if (isQuoted && findRun(evidence, lowerOf(name.parts), 1).length > 0) return;
    objections.push(...judgeName(passage, evidence, name, next));
  });
  return objections.filter((one, at) => objections.findIndex(({ words }) => words === one.words) === at);
}

/** "Office for National Statistics" as it stands. */
function isHeldWhole(passage: Passage, evidence: Evidence, name: NameClaim, next: NameClaim): boolean {
  const last = next.at + next.parts.length;
  const from = name.at - (name.opener ? 1 : 0);
  return [from, name.at].some(
    (start) => findRun(evidence, lowerOf(passage.words.slice(start, last)), 1).length > 0,
  );
}

function judgeName(
  passage: Passage,
  evidence: Evidence,
  name: NameClaim,
  next: NameClaim | undefined,
): Objection[] {
  const { parts, opener } = name;
  if (name.joins === 0 && opener && findRun(evidence, [opener.lower, ...lowerOf(parts)], 1).length > 0)
    return judgeCase(passage, evidence, name);
  if (isHeld(evidence, parts)) {
    if (name.joins > 0 && next && !(standsAlone(evidence, name.parts) && standsAlone(evidence, next.parts)))
      return [
        refuse(passage, evidence, [
          ...parts,
          ...passage.words.slice(name.at + parts.length, next.at + next.parts.length),
        ]),
      ];
    if (opener && (isBent(evidence, opener, parts) || isMisspelt(evidence, opener, parts)))
      return [refuse(passage, evidence, [opener, ...parts])];
    return judgeCase(passage, evidence, name);
  }
  const own = dropRoles(parts);
  if (own.length < parts.length && (own.length === 0 || isHeld(evidence, own))) return [];
  if (isTwo(evidence, own)) return [];
  if (
    evidence.grounds.kind === "title" &&
    own.every((part) => isHeld(evidence, [part]) || isOrdinary(part.lower))
  )
    return [];
  return [refuse(passage, evidence, opener && !isCommonOpener(opener) ? [opener, ...own] : own)];
}

/** A word that opens a sentence and belongs to no name after it: "From", "Meet", "According". */
function isCommonOpener(opener: Word): boolean {
  return opener.lower !== "good" && (FUNCTION_WORDS.has(opener.lower) || isPresenters(opener.lower));
}

/** "chief executive" and the like, with capital letters before a name; roles are judged elsewhere. */
function dropRoles(parts: readonly Word[]): readonly Word[] {
  const lastRole = parts.findLastIndex(({ lower }) => isRoleWord(lower));
  const isAll = parts.slice(0, lastRole).every(({ lower }) => isRoleWord(lower) || isNarrowing(lower));
  return lastRole >= 0 && isAll ? parts.slice(lastRole + 1) : parts;
}

function isHeld(evidence: Evidence, parts: readonly Word[]): boolean {
  const run = lowerOf(parts);
  if (findRun(evidence, run, 1).length > 0) return true;
  const [first = ""] = run;
  if (run.length > 1) return false;
  const derived = DERIVED[first] ?? first.replace(/(?<=.{3})(?:ers?|s)$/, "");
  if (derived !== first && (evidence.capitals.has(derived) || evidence.index.has(DERIVED[first] ?? "")))
    return true;
  if (
    METONYMS.some(
      ([word, given]) => word.test(first) && evidence.texts.some(({ plain }) => given.test(plain)),
    )
  )
    return true;
  return /^\p{Lu}{2,7}$/u.test(parts[0]?.text ?? "") && listInitials(evidence).has(first);
}

/** The initials of the names in the evidence, in small letters. */
function listInitials({ texts }: Evidence): ReadonlySet<string> {
  const initials = new Set<string>();
  for (const { names, words } of texts) {
    names.forEach((_, index) => {
      let letters = "";
      for (let step = index; step < index + 4; step += 1) {
        const one = names[step];
        if (one === undefined) break;
        const before = names[step - 1];
        if (step > index && before && !isJoined(words, before.at + before.parts.length, one.at)) break;
        const opener = step === index && one.opener ? one.opener.lower[0] : "";
        letters += `${opener}${one.parts.map(({ lower }) => lower[0]).join("")}`;
        if (letters.length > 1) initials.add(letters);
        if (opener) initials.add(letters.slice(1));
      }
    });
  }
  return initials;
}

/** True where nothing but small words of a name stand between two places. */
function isJoined(words: readonly Word[], from: number, to: number): boolean {
  const between = words.slice(from, to + 1);
  return (
    to - from <= 2 &&
    between.every(isTight) &&
    between.slice(0, -1).every(({ lower }) => /^(?:of|for|the|and|to|by|in)$/.test(lower))
  );
}

/** True where the words are a name of the evidence by themselves, or the end of one, and not a part of "Office for …". */
function standsAlone(evidence: Evidence, parts: readonly Word[]): boolean {
  const run = lowerOf(parts);
  return findRun(evidence, run).some(([text, at]) => {
    const { names = [], words = [] } = evidence.texts[text] ?? {};
    const index = names.findIndex((name) => name.at <= at && at < name.at + name.parts.length);
    const name = names[index];
    if (name === undefined)
      return words[at]?.opens === true && hasCapital(words[at] as Word) && !isGoneOn(words, at + run.length);
    const before = names[index - 1];
    const isTail = before !== undefined && before.joins > 0;
    return at + run.length === name.at + name.parts.length && name.joins === 0 && !isTail;
  });
}

/** True where a name goes on after a place: "Office | for National Statistics". */
function isGoneOn(words: readonly Word[], at: number): boolean {
  const next = words[at];
  if (next === undefined || !isTight(next)) return false;
  return hasCapital(next) || /^(?:of|for)$/.test(next.lower);
}

/** "Good Place to Work" for "Great Place to Work": another word stands before the same end. */
function isBent(evidence: Evidence, opener: Word, parts: readonly Word[]): boolean {
  if (isCommonOpener(opener)) return false;
  const places = findRun(evidence, lowerOf(parts));
  return (
    places.length > 0 &&
    places.every(([text, at]) => {
      const words = evidence.texts[text]?.words ?? [];
      const before = words[at - 1];
      return (
        isTight(words[at]) &&
        before !== undefined &&
        hasCapital(before) &&
        before.lower !== opener.lower &&
        hasCapital(words[at] as Word)
      );
    })
  );
}

/** "Great Places to Work" for "Great Place to Work": the word after the first is another by a letter or two. */
function isMisspelt(evidence: Evidence, opener: Word, parts: readonly Word[]): boolean {
  const second = parts[0]?.lower ?? "";
  const all = (evidence.index.get(opener.lower) ?? []).map(
    ([text, at]) => evidence.texts[text]?.words.slice(at, at + 2) ?? [],
  );
  const named = all.filter((pair) => pair.length === 2 && pair.every(hasCapital) && isTight(pair[1]));
  return (
    named.length > 0 &&
    named.every((pair) => {
      const edits = countEdits(pair[1]?.lower ?? "", second, 2);
      return edits === 1 || edits === 2;
    })
  );
}

/** Two whole names of the evidence side by side: "Glasgow GMB". */
function isTwo(evidence: Evidence, parts: readonly Word[]): boolean {
  for (let cut = 1; cut < parts.length; cut += 1)
    if (isWhole(evidence, parts.slice(0, cut)) && isWhole(evidence, parts.slice(cut))) return true;
  return false;
}

function isWhole(evidence: Evidence, parts: readonly Word[]): boolean {
  return findRun(evidence, lowerOf(parts)).some(([text, at]) =>
    evidence.texts[text]?.names.some(
      (name) =>
        name.at === at && name.parts.length === parts.length && name.joins === 0 && name.opener === null,
    ),
  );
}

function refuse(passage: Passage, evidence: Evidence, parts: readonly Word[]): Objection {
  const first = parts[0] as Word;
  const last = parts.at(-1) as Word;
  const end = last.start + last.text.length;
  const words = passage.source.slice(first.start, end);
  const near = findNear(evidence, parts) ?? findShow(evidence, parts);
  if (near !== null)
    return object(
      passage,
      "spelling",
      first.start,
      end,
      `“${words}” is not as you were given it, which is ${near}: write it so`,
    );
  return object(
    passage,
    "name",
    first.start,
    end,
    `“${words}” does not stand in what you were given: leave the name out`,
  );
}
