// Text -> the figures in it, each as one number with its unit, its bound and what it counts.
// "£100m", "a hundred million pounds" and "more than £100 million" are one figure said in three ways.

import { type Bound, findBound } from "./claims-bounds.ts";
import { findWords, isTight, makePlain, stem, type Word } from "./claims-words.ts";
import { FUNCTION_WORDS } from "./guard-ordinary.ts";

/** What a figure measures: things, a part of a whole (0.5), money, how often (twice), a place in a row, a vague many. */
export type FigureKind = "count" | "share" | "money" | "times" | "ordinal" | "vague";

/** A figure and where it stands. */
export interface Figure {
  readonly kind: FigureKind;
  readonly value: number;
  /** The currency of money as its code; else null. */
  readonly currency: string | null;
  readonly bound: Bound | null;
  /** Stems of the words after it, which say what is counted. */
  readonly nouns: readonly string[];
  /** The word right before it and its bound, in small letters; "" for none. */
  readonly before: string;
  /** The figure as written, with its bound. */
  readonly words: string;
  /** Where it stands without its bound, in UTF-16 units of the plain text. */
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

const SMALL = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`
    .split(/\s+/)
    .map((word, index) => [word, index]),
).set("nil", 0);
const TENS = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, 20 + 10 * index]),
);
const SCALES = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
const LETTERS = new Map<string, number>([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
]);
const ORDINALS = new Map<string, number>([
  ...`second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth`
    .split(/\s+/)
    .map((word, index): [string, number] => [word, index + 2]),
  ...[...TENS].map(([word, value]): [string, number] => [word.replace(/y$/, "ieth"), value]),
  ["hundredth", 100],
  ["thousandth", 1e3],
  ["millionth", 1e6],
]);
const GROUPS = new Map<string, number>([
  ["dozen", 12],
  ["couple", 2],
  ["pair", 2],
  ["duo", 2],
  ["trio", 3],
  ["quartet", 4],
]);
const TIMES = new Map<string, number>([
  ...["twice", "double", "doubles", "doubled", "doubling", "twofold"].map((word): [string, number] => [
    word,
    2,
  ]),
  ...["thrice", "triple", "triples", "tripled", "tripling", "treble", "trebled", "trebling", "threefold"].map(
    (word): [string, number] => [word, 3],
  ),
  ...["quadruple", "quadrupled", "quadrupling", "fourfold"].map((word): [string, number] => [word, 4]),
  ["fivefold", 5],
  ["tenfold", 10],
]);
const HALVES = new Set(["half", "halve", "halves", "halved", "halving"]);
/** Vague amounts, by the least that they mean. */
const VAGUE = new Map<string, number>([
  ["dozens", 24],
  ["scores", 40],
  ["hundreds", 200],
  ["thousands", 2e3],
  ["millions", 2e6],
  ["billions", 2e9],
  ["trillions", 2e12],
  ["majority", 0.5],
  ["minority", 0.5],
  ["countless", 1e2],
  ["umpteen", 1e1],
]);
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:pounds?|sterling|quid|gbp)$/, "GBP"],
  [/^(?:euros?|eur)$/, "EUR"],
  [/^(?:dollars?|usd|bucks)$/, "USD"],
  [/^(?:pence|pennies|penny)$/, "GBX"],
  [/^(?:yen|jpy)$/, "JPY"],
];
const SIGNS: Readonly<Record<string, string>> = { "£": "GBP", "€": "EUR", $: "USD", "¥": "JPY" };

/** A number read from words: its value and the index of the word after it. */
interface Reading {
  readonly kind: FigureKind;
  readonly value: number;
  readonly next: number;
}

/** Every figure of a text, in order. Text of dates is better blanked before. */
export function findFigures(text: string): Figure[] {
  const plain = makePlain(text);
  const words = findWords(plain);
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; ) {
    const read = readFigure(words, at);
    if (read === null) at += 1;
    else {
      figures.push(describe(plain, words, at, read));
      at = read.next;
    }
  }
  return figures;
}

function readFigure(words: readonly Word[], at: number): Reading | null {
  const { lower = "" } = words[at] ?? {};
  const isArticle = lower === "a" || lower === "an";
  const next = isTight(words[at + 1]) ? (words[at + 1]?.lower ?? "") : "";
  if (isArticle) {
    // "a hundred", "a third of", "a dozen", "a couple".
    if (SCALES.has(next) || GROUPS.has(next) || VAGUE.has(next)) return readFigure(words, at + 1);
    return isFraction(words, at + 1) ? readShare(words, at + 1, 1) : null;
  }
  if (VAGUE.has(lower)) return readVague(words, at);
  if (TIMES.has(lower)) return { kind: "times", value: TIMES.get(lower) ?? 0, next: at + 1 };
  if (HALVES.has(lower)) return readHalf(words, at);
  if (
    GROUPS.has(lower) &&
    !(lower === "pair" && !/^(?:a|this|that|the|one|last)$/.test(words[at - 1]?.lower ?? ""))
  )
    return { kind: "count", value: GROUPS.get(lower) ?? 0, next: at + 1 };
  if (lower === "quarter" && isFraction(words, at)) return readShare(words, at, 1);
  if (ORDINALS.has(lower)) return { kind: "ordinal", value: ORDINALS.get(lower) ?? 0, next: at + 1 };
  const whole = readNumber(words, at);
  return whole === null ? null : goOn(words, whole);
}

/** What may follow a number: a fraction ("two thirds"), "in ten", "per cent", "dozen", "times", "and a half". */
function goOn(words: readonly Word[], whole: Reading): Reading {
  const { value, next: at } = whole;
  if (whole.kind !== "count") return whole;
  const word = words[at];
  const tight = isTight(word) ? (word?.lower ?? "") : "";
  if (/^\s*%/.test(word?.gap ?? "") || tight === "percent" || tight === "percentage")
    return { kind: "share", value: value / 100, next: /^per/.test(tight) ? at + 1 : at };
  if (tight === "per" && /^(?:cent|hundred)$/.test(words[at + 1]?.lower ?? ""))
    return { kind: "share", value: value / 100, next: at + 2 };
  if (tight !== "" && value >= 1 && value < 20 && isFraction(words, at)) return readShare(words, at, value);
  if (tight === "dozen") return { kind: "count", value: value * 12, next: at + 1 };
  if (tight === "fold") return { kind: "times", value, next: at + 1 };
  if ((tight === "in" || (tight === "out" && words[at + 1]?.lower === "of")) && value >= 1) {
    const whole = readNumber(words, tight === "in" ? at + 1 : at + 2);
    if (whole?.kind === "count" && whole.value > value && whole.value <= 1000 && whole.value % 1 === 0)
      return { kind: "share", value: value / whole.value, next: whole.next };
  }
  return whole;
}

const FRACTIONS =
  /^(?:half|halves|quarters?|thirds?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)$/;

/** True where a word names a part and not a place in a row: "a third of", "two thirds", "by a quarter." */
function isFraction(words: readonly Word[], at: number): boolean {
  const { lower = "" } = words[at] ?? {};
  if (!FRACTIONS.test(lower)) return false;
  if (lower.endsWith("s")) return true;
  const before = words[at - 1]?.lower ?? "";
  if (!/^(?:a|an|one|three)$/.test(before)) return false;
  const after = words[at + 1];
  if (lower === "quarter" || lower === "half" || before === "one") return true;
  return !isTight(after) || /^(?:of|more|less|fewer|the|as|and|in|on|since)$/.test(after?.lower ?? "");
}

function readShare(words: readonly Word[], at: number, top: number): Reading {
  const name = (words[at]?.lower ?? "").replace(/s$/, "").replace(/halve$/, "half");
  const bottom = name === "half" ? 2 : name === "quarter" ? 4 : (ORDINALS.get(name) ?? 1);
  return { kind: "share", value: top / bottom, next: at + 1 };
}

function readHalf(words: readonly Word[], at: number): Reading {
  // "half a million", "half a dozen".
  const scale = words[at + 1]?.lower === "a" ? (words[at + 2]?.lower ?? "") : "";
  const size = SCALES.get(scale) ?? GROUPS.get(scale);
  if (size !== undefined) return { kind: "count", value: size / 2, next: at + 3 };
  return { kind: "share", value: 0.5, next: at + 1 };
}

function readVague(words: readonly Word[], at: number): Reading {
  // "tens of thousands", "hundreds of thousands".
  const larger = words[at + 1]?.lower === "of" ? VAGUE.get(words[at + 2]?.lower ?? "") : undefined;
  const value = VAGUE.get(words[at]?.lower ?? "") ?? 0;
  if (larger === undefined) return { kind: "vague", value, next: at + 1 };
  return { kind: "vague", value: (value * larger) / 2, next: at + 3 };
}

/** A whole or broken number in digits or words. */
function readNumber(words: readonly Word[], at: number): Reading | null {
  const first = words[at];
  if (first === undefined) return null;
  const digits = /^(\p{N}+(?:[.,]\p{N}+)*)(\p{L}*)$/u.exec(first.lower);
  if (digits) return readDigits(words, at, digits[1] ?? "", digits[2] ?? "");
  let total = 0;
  let part = 0;
  let next = at;
  for (; next < words.length; next += 1) {
    const word = words[next];
    if (word === undefined || (next > at && !isTight(word))) break;
    const small = SMALL.get(word.lower);
    const ten = TENS.get(word.lower);
    const scale = SCALES.get(word.lower);
    // "twenty twenty-four" is no sum; a unit comes after a ten or a hundred alone.
    if (small !== undefined && (next === at || (small < 10 ? part % 10 === 0 : part % 100 === 0)))
      part += small;
    else if (ten !== undefined && part % 100 === 0) part += ten;
    else if (scale === 100) part = (part || 1) * 100;
    else if (scale !== undefined) {
      total += (part || 1) * scale;
      part = 0;
    } else if (word.lower === "and" && next > at && isAddend(words[next + 1], part, total)) continue;
    else break;
  }
  if (next === at) return null;
  const ordinal = readTail(words, next);
  if (ordinal !== null && (part % 10 === 0 || part % 100 === 0))
    return { kind: "ordinal", value: total + part + ordinal, next: next + 1 };
  return readPoint(words, { kind: "count", value: total + part, next });
}

/** In "a hundred and ten" and "two thousand and one", and not in "six and seven". */
function isAddend(after: Word | undefined, part: number, total: number): boolean {
  const lower = after?.lower ?? "";
  return (SMALL.has(lower) || TENS.has(lower)) && (part >= 100 ? part % 100 === 0 : part === 0 && total > 0);
}

/** The "third" of "twenty-third" and "hundred and third". */
function readTail(words: readonly Word[], at: number): number | null {
  const word = words[at];
  return word?.gap === "-" && ORDINALS.has(word.lower) ? (ORDINALS.get(word.lower) ?? null) : null;
}

/** "one point five million", "two and a half million". */
function readPoint(words: readonly Word[], whole: Reading): Reading {
  let { value, next } = whole;
  if (words[next]?.lower === "point") {
    let digits = "";
    for (next += 1; isTight(words[next]) && digits.length < 9; next += 1) {
      const lower = words[next]?.lower ?? "";
      const digit = lower === "oh" || lower === "nought" ? 0 : SMALL.get(lower);
      if (digit === undefined || digit > 9) break;
      digits += digit;
    }
    if (digits === "") return whole;
    value += Number(`0.${digits}`);
  } else if (
    words[next]?.lower === "and" &&
    words[next + 1]?.lower === "a" &&
    words[next + 2]?.lower === "half"
  ) {
    value += 0.5;
    next += 3;
  }
  const scale = SCALES.get(words[next]?.lower ?? "");
  if (scale === undefined || !isTight(words[next]) || value === whole.value)
    return { kind: "count", value, next };
  return { kind: "count", value: value * scale, next: next + 1 };
}

function readDigits(words: readonly Word[], at: number, digits: string, letters: string): Reading | null {
  const value = Number(digits.replace(/,/g, ""));
  if (Number.isNaN(value)) return null;
  if (/^(?:st|nd|rd|th)$/.test(letters)) return { kind: "ordinal", value, next: at + 1 };
  const short = LETTERS.get(letters);
  if (letters !== "" && short === undefined) return null;
  const next = words[at + 1];
  const scale = isTight(next)
    ? (SCALES.get(next?.lower ?? "") ?? (short ? undefined : readLoose(words, at + 1)))
    : undefined;
  return {
    kind: "count",
    value: value * (short ?? 1) * (scale ?? 1),
    next: scale === undefined ? at + 1 : at + 2,
  };
}

/** The "m" of "£100 m". */
function readLoose(words: readonly Word[], at: number): number | undefined {
  const lower = words[at]?.lower ?? "";
  return /^(?:m|mn|bn|tn)$/.test(lower) ? LETTERS.get(lower) : undefined;
}

function describe(plain: string, words: readonly Word[], at: number, read: Reading): Figure {
  const first = words[at] as Word;
  const last = words[read.next - 1] as Word;
  const sign = SIGNS[/([£€$¥])\s?$/.exec(first.gap)?.[1] ?? ""];
  const unit = words[read.next];
  const named = isTight(unit) ? CURRENCIES.find(([form]) => form.test(unit?.lower ?? ""))?.[1] : undefined;
  const currency = read.kind === "count" ? (sign ?? named ?? null) : null;
  const percent = read.kind === "share" && /^\s*%/.test(plain.slice(last.end, last.end + 2));
  const { bound, from } = findBound(words, at);
  const after = /^\s*(?:%\s*)?(\+|plus\b|or more\b|and more\b|or fewer\b|or less\b|or so\b|-odd\b)/.exec(
    plain.slice(last.end, last.end + 12),
  )?.[1];
  const tail: Bound | null =
    after === undefined
      ? null
      : /fewer|less/.test(after)
        ? "at-most"
        : /so|odd/.test(after)
          ? "about"
          : "at-least";
  const start = first.start - (sign === undefined ? 0 : (/[£€$¥]\s?$/.exec(first.gap)?.[0].length ?? 0));
  const end = percent ? plain.indexOf("%", last.end) + 1 : named ? (unit?.end ?? last.end) : last.end;
  return {
    kind: currency === null ? read.kind : "money",
    value: read.value,
    currency,
    bound: bound ?? tail,
    nouns: findNouns(words, named === undefined ? read.next : read.next + 1),
    before: words[from - 1]?.lower ?? "",
    words: plain.slice(bound === null ? start : (words[from]?.start ?? start), end),
    start,
    end,
    sentence: first.sentence,
  };
}

/** Stems of up to three words after a figure, until a word that only holds the sentence together. */
function findNouns(words: readonly Word[], at: number): string[] {
  const nouns: string[] = [];
  let index = at;
  // "half of the digital experts": the article and the "of" are no end.
  while (
    /^(?:of|the|its|their|all|those|these|an?|new|more|extra|further)$/.test(words[index]?.lower ?? "") &&
    isTight(words[index])
  )
    index += 1;
  for (; index < words.length && nouns.length < 3; index += 1) {
    const word = words[index];
    if (word === undefined || !isTight(word) || FUNCTION_WORDS.has(word.lower) || SMALL.has(word.lower))
      break;
    nouns.push(stem(word.lower));
  }
  return nouns;
}
