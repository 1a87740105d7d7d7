// The roles of a passage -> an objection to each that the evidence does not give, or gives to somebody else.
// Role and name are both there when two people swap them; what tells is who stands near whom.

import {
  isOccupation,
  isPersonal,
  isRoleWord,
  lowerOf,
  type NameClaim,
  type RoleClaim,
  stemRole,
} from "./claims-names.ts";
import { hasCapital, isTight, type Word } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import { type Evidence, type EvidenceText, findRun, keyOf } from "./guard-evidence.ts";
import { object, type Passage } from "./guard-passage.ts";

/** Ways of saying that somebody is at the head; any of them may stand for another where no office is named. */
const HEADING = new Set(["head", "boss", "run", "ran", "direct", "lead", "manag", "chief"]);
/** Judges every role: it stands in the evidence, and near whom the passage gives it to. */
export function judgeRoles(passage: Passage, evidence: Evidence): Objection[] {
  return passage.roles.flatMap((role) => {
    const person = findPerson(passage, role);
    if (person === null && isSupposed(passage, role)) return [];
    if (role.isWeak && person === null && !isOffice(passage, role)) return [];
    if (isOfHost(role, person, evidence)) return [];
    const first = role.words[0] as Word;
    const last = role.field.at(-1) ?? (role.words.at(-1) as Word);
    const words = passage.source.slice(first.start, last.start + last.text.length);
    const refuse = (reason: string) => [
      object(passage, "role", first.start, last.start + last.text.length, `“${words}” ${reason}`),
    ];
    const places = findRole(evidence, role);
    if (places.length === 0)
      return refuse("is not a role that you were given: use the one that stands there or none");
    if (person === null) return [];
    const isNear = places.some(([text, at]) => isNearPerson(evidence, text, at, person));
    if (!isNear)
      return refuse(`is not the role of ${textOf(person)} in what you were given: use the right one or none`);
    return [];
  });
}

/** "Picture a council officer", "any digital leader", "if you're a chief executive": nobody in particular. */
function isSupposed({ words }: Passage, { at }: RoleClaim): boolean {
  const own = words.slice(0, at).filter(({ sentence }) => sentence === words[at]?.sentence);
  const start = own
    .slice(0, 3)
    .map(({ lower }) => lower)
    .join(" ");
  const near = own.slice(-2).map(({ lower }) => lower);
  return (
    near.some((lower) => /^(?:any|every|anyone|whichever)$/.test(lower)) ||
    (/^(?:picture|imagine|suppose|think of|pity|spare|ask any|if you're|if you are|are you|so you're)(?: |$)/.test(
      start,
    ) &&
      near.some((lower) => /^(?:an?|the|any)$/.test(lower)))
  );
}

/**
 * Judges what is put beside a person's name without being an office: "Chris Mitchell, a driver with the council".
 * Its nouns stand near the name in the evidence.
 */
export function judgeAppositions(passage: Passage, evidence: Evidence): Objection[] {
  return passage.names.flatMap((name) => {
    if (!isPersonal(name) || findRun(evidence, lowerOf(name.parts), 1).length === 0) return [];
    const { words } = passage;
    const end = name.at + name.parts.length;
    const rest = passage.plain.slice(name.parts.at(-1)?.end ?? 0);
    const lead =
      /^(?:, (?:who (?:is|was|used to be) |once |formerly |himself |herself )?(?:an?|the|one of the|its|their|now|once) | (?:is|was) (?:an?|the|once|now) )/i.exec(
        rest,
      )?.[0];
    const from =
      lead === undefined
        ? end
        : words.findIndex(({ start }) => start >= (name.parts.at(-1)?.end ?? 0) + lead.length);
    const after = lead === undefined ? [] : takePhrase(words, from);
    const before = words[name.at - 1];
    const isBefore =
      before !== undefined && isTight(name.parts[0]) && !hasCapital(before) && isOccupation(before.lower);
    const claimed = [...after, ...(isBefore ? [before] : [])].filter(
      ({ lower }) => isOccupation(lower) && !isRoleWord(lower),
    );
    return claimed.flatMap((word) => {
      const places = evidence.index.get(word.lower) ?? [];
      if (places.some(([text, at]) => isNearPerson(evidence, text, at, name))) return [];
      const reason = `“${word.text}” is not what ${textOf(name)} is in what you were given: leave it out`;
      return [object(passage, "role", word.start, word.start + word.text.length, reason)];
    });
  });
}

/** Up to four words that belong together, up to the first that only joins. */
function takePhrase(words: readonly Word[], from: number): Word[] {
  const phrase: Word[] = [];
  for (let at = from; at < from + 4 && at >= 0; at += 1) {
    const word = words[at];
    if (
      word === undefined ||
      (at > from && !isTight(word)) ||
      /^(?:of|with|for|at|in|who|that|from|and)$/.test(word.lower)
    )
      break;
    phrase.push(word);
  }
  return phrase;
}

/** "host", "presenter" and the like of the show's own. */
function isOfHost(role: RoleClaim, person: NameClaim | null, evidence: Evidence): boolean {
  const last = role.words.at(-1)?.lower ?? "";
  if (!/^(?:host|presenter)$/.test(last)) return false;
  return (
    person === null ||
    evidence.grounds.hosts.some((host) =>
      ` ${keyOf(host)} `.includes(` ${person.parts.map(({ lower }) => lower).join(" ")} `),
    )
  );
}

const SAYS = /^(?:says|said|warns|warned|told|admits|admitted|confirms|confirmed|insists|insisted)$/;

/** "its head of security" is an office, "head of steam" only by chance; a weak word needs a determiner or a name. */
function isOffice(passage: Passage, { at, words, field }: RoleClaim): boolean {
  const before = passage.words[at - 1];
  const after = passage.words[at + words.length];
  // "according to the committee's chair", "advice for chief digital officers".
  if (before?.possessive === true && words.at(-1)?.lower === "chair") return true;
  if (words.length > 2 && words[0]?.lower === "chief") return true;
  const isSpeaker = isTight(after) && SAYS.test(after?.lower ?? "");
  if (field.length === 0 && !isSpeaker) return false;
  const isPlural = /s$/.test(words.at(-1)?.lower ?? "");
  return (
    !isPlural &&
    isTight(words[0]) &&
    (before?.possessive === true || /^(?:its|their|the|a|an|his|her|our|one)$/.test(before?.lower ?? ""))
  );
}

/** The person whose role it is said to be: right after it, or before it with a comma, an article or "is" between. */
function findPerson(passage: Passage, role: RoleClaim): NameClaim | null {
  const { words } = passage;
  const end = role.at + role.words.length;
  const next = passage.names.find(({ at }) => at >= end);
  if (next && isPersonal(next)) {
    const between = words.slice(end, next.at);
    const gap = passage.plain.slice(words[end - 1]?.end ?? 0, next.parts[0]?.start ?? 0);
    if (between.length === 0 && /^,?\s+$/.test(gap) && !(role.kind === "deed")) return next;
    // "its head of security, Dominic Hale", "the head of strategy at the IDS, Dominic Hale".
    const isField = between.length === role.field.length + 1 && role.field.length > 0;
    if (isField && /,\s*$/.test(gap)) return next;
  }
  const after = passage.names.find(
    ({ at }, index) =>
      at > end &&
      isPersonal(passage.names[index] as NameClaim) &&
      /^[^.!?;]{0,80},\s*$/.test(passage.plain.slice(words[end - 1]?.end ?? 0, words[at]?.start ?? 0)) &&
      isOfLink(words.slice(end, at)),
  );
  const before = passage.names.findLast(({ at, parts }) => at + parts.length <= role.at);
  if (before && isPersonal(before)) {
    const between = words.slice(before.at + before.parts.length, role.at);
    const gap = passage.plain.slice(before.parts.at(-1)?.end ?? 0, words[role.at]?.start ?? 0);
    const isLink = between.every(({ lower }) =>
      /^(?:who|is|was|the|a|an|its|their|now|as|then|also|of|has|been|have|by|being|and)$/.test(lower),
    );
    if (
      isLink &&
      between.length <= 5 &&
      !/[.!?;:\n]/.test(gap) &&
      !before.parts.at(-1)?.possessive &&
      (between.length > 0 || /,/.test(gap) || role.kind === "deed")
    )
      return before;
    // "Dominic Hale, the service's head of strategy".
    if (/^,\s/.test(gap) && between.length <= 5 && between.at(-1)?.possessive) return before;
    // "Bannerman, NHS Shared Business Services' chair"
  }
  const owner = passage.names.findLast(
    ({ at, parts }, index) => at + parts.length <= role.at && isPersonal(passage.names[index] as NameClaim),
  );
  if (
    owner &&
    before &&
    owner !== before &&
    before.parts.at(-1)?.possessive &&
    before.at + before.parts.length === role.at
  ) {
    const gap = passage.plain.slice(owner.parts.at(-1)?.end ?? 0, before.parts[0]?.start ?? 0);
    if (/^,\s+(?:the\s+)?$/.test(gap) || /^\s+(?:is|was)\s+(?:the\s+)?$/.test(gap)) return owner;
  }
  return after ?? null;
}

/** "of the GMB union", "at UKAuthority": what stands between a role and the name that it belongs to. */
function isOfLink(between: readonly Word[]): boolean {
  return (
    between.length <= 9 &&
    /^(?:of|for|at|with|from)$/.test(between[0]?.lower ?? "") &&
    between.every((word, index) => isTight(word) || index === 0)
  );
}

function textOf({ parts }: NameClaim): string {
  return parts.map(({ text }) => text).join(" ");
}

/** Where the evidence has the role, with all that narrows it. */
function findRole(evidence: Evidence, role: RoleClaim): (readonly [number, number])[] {
  const places: [number, number][] = [];
  const words = role.words
    .map(({ lower }) => lower)
    .filter((lower) => !/^(?:former|ex|then|current|now)$/.test(lower));
  const head = stemRole(words.at(-1) ?? "");
  const field = role.field.map(({ lower }) => lower);
  const isBare = words.length === 1 && field.length === 0;
  evidence.texts.forEach((text, index) => {
    text.words.forEach(({ lower }, at) => {
      const own = stemRole(lower);
      const isSame =
        own === head ||
        (isBare &&
          HEADING.has(own) &&
          HEADING.has(head) &&
          (role.kind === "deed" || /^(?:boss|chief|head)$/.test(words[0] ?? "")));
      if (!isSame || (role.kind === "title" && lower !== words[0])) return;
      const isNarrowed = words
        .slice(0, -1)
        .every((word, step) => isSameWord(text.words[at - words.length + 1 + step]?.lower, word));
      const strategy = isNarrowed || isField(text, at, words.slice(0, -1));
      if (strategy && (field.length === 0 || isField(text, at, field))) places.push([index, at]);
    });
  });
  return places;
}

function isSameWord(one: string | undefined, other: string): boolean {
  return one !== undefined && stemRole(one) === stemRole(other);
}

/** "strategy chief" for "head of strategy": the words stand right after the role, or right before it. */
function isField({ words }: EvidenceText, at: number, field: readonly string[]): boolean {
  if (field.length === 0) return true;
  const after = words.slice(at + 1, at + 8).map(({ lower }) => lower);
  const before = words.slice(Math.max(0, at - field.length), at).map(({ lower }) => lower);
  const start = after.indexOf(field[0] ?? "");
  const isAfter =
    start >= 0 &&
    start <= 3 &&
    field.every((word, step) => after[start + step] === word) &&
    /^(?:of|for|on)$/.test(after[0] ?? "");
  return isAfter || field.every((word, step) => before[step] === word);
}

/** True where a person stands in the sentence of a place, or in one beside it. */
function isNearPerson(evidence: Evidence, text: number, at: number, person: NameClaim): boolean {
  const own = evidence.texts[text];
  const sentence = own?.words[at]?.sentence ?? 0;
  const surname = person.parts.at(-1)?.lower ?? "";
  return (
    own?.words.some(
      (word) => word.lower === surname && hasCapital(word) && Math.abs(word.sentence - sentence) <= 1,
    ) ?? false
  );
}
