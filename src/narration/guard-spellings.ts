// The names of a passage -> an objection to each that is written otherwise than the evidence writes it.
// A name that is nearly right is a slip, and the right one can be told to whoever made it.

import { lowerOf, type NameClaim } from "./claims-names.ts";
import type { Word } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import { type Evidence, keyOf } from "./guard-evidence.ts";
import { object, type Passage } from "./guard-passage.ts";

/** "Loti" for LOTI: initials and mixed letters are written as given. */
export function judgeCase(passage: Passage, evidence: Evidence, { parts }: NameClaim): Objection[] {
  return parts.flatMap((part) => {
    const forms = [...(evidence.capitals.get(part.lower) ?? [])];
    if (forms.length === 0 || forms.includes(part.text) || evidence.small.has(part.lower)) return [];
    if (/^[\p{Lu}\p{N}]+$/u.test(part.text) && !forms.some((form) => /^\p{Ll}|\p{Ll}\p{Lu}/u.test(form)))
      return [];
    if (!forms.every((form) => /\p{Lu}.*\p{Lu}/u.test(form))) return [];
    const reason = `“${part.text}” is written ${forms[0]} in what you were given: write it so`;
    return [object(passage, "spelling", part.start, part.start + part.text.length, reason)];
  });
}

/** Spellings that names.yaml calls wrong. */
export function judgeWrongSpellings(passage: Passage, evidence: Evidence): Objection[] {
  return evidence.grounds.names.flatMap(({ name, not }) =>
    not.flatMap((wrong) => {
      const at = passage.plain.indexOf(wrong);
      const isWord =
        at >= 0 &&
        !/[\p{L}\p{N}]/u.test(`${passage.plain[at - 1] ?? " "}${passage.plain[at + wrong.length] ?? " "}`);
      if (!isWord || evidence.texts.some(({ plain }) => plain.includes(wrong))) return [];
      return [
        object(passage, "spelling", at, at + wrong.length, `“${wrong}” is a wrong spelling: write ${name}`),
      ];
    }),
  );
}

/** The show or a host, where a name shares most of its words with it; null else. */
export function findShow({ grounds }: Evidence, parts: readonly Word[]): string | null {
  const isLike = (own: string) => {
    const words = keyOf(own).split(" ");
    return words.length > 1 && parts.filter(({ lower }) => words.includes(lower)).length * 2 >= words.length;
  };
  return [grounds.show, ...grounds.hosts].find(isLike) ?? null;
}

/** A name of the evidence that is nearly the same; null for none. */
export function findNear(evidence: Evidence, parts: readonly Word[]): string | null {
  const joined = lowerOf(parts).join("");
  if (joined.length > 80) return null;
  for (const { names, words } of evidence.texts) {
    for (const name of names) {
      const own = name.opener ? [name.opener, ...name.parts] : name.parts;
      for (const some of [own, name.parts]) {
        const other = lowerOf(some).join("");
        const isNear =
          other === joined ||
          (Math.abs(other.length - joined.length) <= 2 &&
            countEdits(other, joined, 2) <= (joined.length < 6 ? 1 : 2));
        if (isNear && joined.length > 3) return some.map(({ text }) => text).join(" ");
      }
      // One word of a longer name: "Hall" for Hale is near only beside Dominic.
      if (
        words.length > 0 &&
        parts.length === own.length &&
        parts.length > 1 &&
        countChanged(parts, own) === 1
      ) {
        const at = parts.findIndex(({ lower }, index) => lower !== own[index]?.lower);
        if (countEdits(parts[at]?.lower ?? "", own[at]?.lower ?? "", 2) <= 2)
          return own.map(({ text }) => text).join(" ");
      }
    }
  }
  return null;
}

function countChanged(parts: readonly Word[], others: readonly Word[]): number {
  return parts.filter(({ lower }, index) => lower !== others[index]?.lower).length;
}

/** How many letters are to be put in, taken out or changed; more than `most` is `most + 1`. */
export function countEdits(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || one.length > 80 || other.length > 80) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[other.length] ?? 0, most + 1);
}
