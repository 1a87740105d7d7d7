// A passage that a model wrote -> its words and claims, read once for all rules that judge it.

import { type DateClaim, findDates } from "./claims-dates.ts";
import { type Figure, findFigures } from "./claims-figures.ts";
import { findNames, findRoles, type NameClaim, type RoleClaim } from "./claims-names.ts";
import { findQuotations, type Quotation } from "./claims-quotations.ts";
import { findWords, makePlain, type Word } from "./claims-words.ts";
import type { GuardRule, Objection } from "./guard.ts";
import { blank, type Evidence } from "./guard-evidence.ts";
import { isOrdinary } from "./guard-ordinary.ts";

/** A passage and what it claims. */
export interface Passage {
  /** As written, in the composed form of Unicode. */
  readonly source: string;
  /** The same length, with one form of marks and blanks. */
  readonly plain: string;
  readonly words: readonly Word[];
  readonly figures: readonly Figure[];
  readonly dates: readonly DateClaim[];
  readonly quotations: readonly Quotation[];
  /** Names without those that are dates. */
  readonly names: readonly NameClaim[];
  readonly roles: readonly RoleClaim[];
}

/** Reads a passage; what the evidence writes small is no name where it opens a sentence. */
export function readPassage(text: string, evidence: Evidence): Passage {
  const source = text.normalize("NFC");
  const plain = makePlain(source);
  const words = findWords(plain);
  const dates = findDates(plain);
  const names = findNames(words, (lower) => isOrdinary(lower) || evidence.small.has(lower));
  const isDated = ({ start }: Word) => dates.some((date) => date.start <= start && start < date.end);
  return {
    source,
    plain,
    words,
    figures: findFigures(blank(plain, dates)),
    dates,
    quotations: findQuotations(source),
    names: names.filter(({ parts }) => !parts.every(isDated)),
    roles: findRoles(words),
  };
}

/** An objection to what stands between two places of a passage. */
export function object(
  passage: Passage,
  rule: GuardRule,
  start: number,
  end: number,
  reason: string,
): Objection {
  return { rule, words: passage.source.slice(start, end).trim(), reason };
}

/** Objections to whatever a pattern finds in a passage; the reason comes after the words. */
export function objectTo(passage: Passage, rule: GuardRule, pattern: RegExp, reason: string): Objection[] {
  return [...passage.plain.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    return object(
      passage,
      rule,
      match.index,
      end,
      `“${passage.source.slice(match.index, end).trim()}” ${reason}`,
    );
  });
}
