// Names of a passage that are said to belong together -> an objection where the evidence joins them otherwise.
// "Dominic Hale of the ONS" has two names that the story has; only together are they false.

import { isNarrowing, isPersonal, isRoleWord, lowerOf, type NameClaim } from "./claims-names.ts";
import { hasCapital, type Word } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import { type Evidence, type EvidenceText, findRun, keyOf } from "./guard-evidence.ts";
import { object, type Passage } from "./guard-passage.ts";

/** Judges whom a person is said to belong to: "Dominic Hale of the ONS", "LOTI's Eddie Copeland". */
export function judgeBelonging(passage: Passage, evidence: Evidence): Objection[] {
  return passage.names.flatMap((name, index) => {
    const next = passage.names[index + 1];
    if (next === undefined) return [];
    const link = linkOf(passage.words, passage.plain, name, next);
    if (link === null) return [];
    const [person, owner] = link;
    if (
      !isPersonal(person) ||
      findRun(evidence, lowerOf(person.parts), 1).length === 0 ||
      isHost(evidence, person)
    )
      return [];
    if (belongs(evidence, person, owner)) return [];
    const start = name.parts[0]?.start ?? 0;
    const last = next.parts.at(-1) as Word;
    const end = last.start + last.text.length;
    const reason = `“${passage.source.slice(start, end)}” joins two names that do not belong together in what you were given: join them as they stand there or not at all`;
    return [object(passage, "name", start, end, reason)];
  });
}

function isHost({ grounds }: Evidence, person: NameClaim): boolean {
  return grounds.hosts.some((host) => keyOf(host).includes(lowerOf(person.parts).join(" ")));
}

const LINKS =
  /^(?:who|is|was|the|a|an|its|their|now|works|working|leads|heads|runs|chairs|directs|represents|speaks|speaking|of|for|at|from|with)$/;

/** Person and owner where one name is said to belong to the other; null where they only stand side by side. */
function linkOf(
  words: readonly Word[],
  plain: string,
  name: NameClaim,
  next: NameClaim,
): readonly [NameClaim, NameClaim] | null {
  const from = name.at + name.parts.length;
  const to = next.at - (next.opener ? 1 : 0);
  const between = words.slice(from, to);
  const gap = plain.slice(name.parts.at(-1)?.end ?? 0, next.parts[0]?.start ?? 0);
  if (between.length > 9 || /[.!?;:\n"]/.test(gap)) return null;
  const own = between.filter(({ lower }) => !isRoleWord(lower) && !isNarrowing(lower));
  const isPossessive = name.parts.at(-1)?.possessive === true;
  if (isPersonal(next) && own.length === 0 && (isPossessive || between.length > 0) && !/,.*,/.test(gap))
    return [next, name];
  const last = between.at(-1)?.lower === "the" ? between.at(-2) : between.at(-1);
  const ofOwner =
    /^(?:of|for|at|from)$/.test(last?.lower ?? "") ||
    /^(?:leads|heads|runs|chairs|directs|represents)$/.test(last?.lower ?? "");
  // "head of strategy at": a field of one or two words may stand within.
  const plainWords = own.filter(({ lower }) => !LINKS.test(lower));
  if (
    isPersonal(name) &&
    !isPossessive &&
    ofOwner &&
    plainWords.length <= (own.length === between.length ? 0 : 2)
  )
    return [name, next];
  return null;
}

function belongs(evidence: Evidence, person: NameClaim, owner: NameClaim): boolean {
  const surname = person.parts.at(-1)?.lower ?? "";
  const keys = listAliases(evidence, lowerOf(owner.parts).join(" "));
  const mentions = (evidence.index.get(surname) ?? []).filter(([text, at]) =>
    hasCapital(evidence.texts[text]?.words[at] as Word),
  );
  const explicit: string[] = [];
  for (const [text, at] of mentions) {
    const own = evidence.texts[text];
    if (own === undefined) continue;
    own.names.forEach((name, index) => {
      const next = own.names[index + 1];
      if (next === undefined) return;
      const isPerson = (one: NameClaim) => one.at <= at && at < one.at + one.parts.length;
      if (!isPerson(name) && !isPerson(next)) return;
      const link = linkOf(own.words, own.plain, name, next) ?? linkBySource(own, name, next);
      if (link && isPerson(link[0])) explicit.push(chainKey(own, link[1]));
    });
  }
  if (explicit.length > 0)
    return explicit.some((key) =>
      keys.some((alias) => ` ${key} `.includes(` ${alias} `) || ` ${alias} `.includes(` ${key} `)),
    );
  if (isOfAnother(evidence, keys, surname)) return false;
  // "Its managing director" stands in the paragraph after the one that says whose.
  return mentions.some(([text]) => {
    const before = evidence.texts[text - 1];
    const isParagraph = /[.!?]["')]?\s*$/.test(before?.plain ?? "");
    const near = [...(isParagraph ? (before?.words ?? []) : []), ...(evidence.texts[text]?.words ?? [])];
    const all = ` ${near.map(({ lower }) => lower).join(" ")} `;
    return keys.some((alias) => all.includes(` ${alias} `));
  });
}

/** True where the evidence gives the owner to another person, and to this one nowhere. */
function isOfAnother(evidence: Evidence, keys: readonly string[], surname: string): boolean {
  return evidence.texts.some((text) =>
    text.names.some((name, index) => {
      const next = text.names[index + 1];
      const link = next && (linkOf(text.words, text.plain, name, next) ?? linkBySource(text, name, next));
      return link && keys.includes(chainKey(text, link[1])) && link[0].parts.at(-1)?.lower !== surname;
    }),
  );
}

/** "Catherine Hunter, Glasgow Times": author and publication of a source. */
function linkBySource(
  { plain }: EvidenceText,
  name: NameClaim,
  next: NameClaim,
): readonly [NameClaim, NameClaim] | null {
  const gap = plain.slice(name.parts.at(-1)?.end ?? 0, next.parts[0]?.start ?? 0);
  return name.at === 0 && gap === ", " && isPersonal(name) ? [name, next] : null;
}

/** A name with those that are joined to it: "Ministry of Housing". */
function chainKey({ names, words }: EvidenceText, name: NameClaim): string {
  const index = names.indexOf(name);
  const next = names[index + 1];
  const end = name.joins > 0 && next ? next.at + next.parts.length : name.at + name.parts.length;
  return words
    .slice(name.at, end)
    .map(({ lower }) => lower)
    .join(" ");
}

/** A name in small letters and its other forms: initials for what they stand for, and the other way round. */
function listAliases(evidence: Evidence, key: string): string[] {
  const aliases = [key];
  for (const { name, expansion } of evidence.grounds.names) {
    if (expansion === null) continue;
    if (keyOf(name) === key) aliases.push(keyOf(expansion));
    if (keyOf(expansion).startsWith(key)) aliases.push(keyOf(name));
  }
  for (const { words } of evidence.texts) {
    // "the Integrated Data Service, or IDS".
    words.forEach((word, at) => {
      if (word.lower !== "or" || !/^,\s*$/.test(word.gap)) return;
      const short = words[at + 1]?.lower ?? "";
      const long = words
        .slice(Math.max(0, at - 8), at)
        .map(({ lower }) => lower)
        .join(" ");
      if (short === key) {
        const from = words.slice(Math.max(0, at - 8), at).findIndex(hasCapital);
        if (from >= 0)
          aliases.push(
            words
              .slice(Math.max(0, at - 8) + from, at)
              .map(({ lower }) => lower)
              .join(" "),
          );
      } else if (long.endsWith(key)) aliases.push(short);
    });
  }
  return aliases;
}
