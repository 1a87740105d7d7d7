// Figures with a sign, a currency, a scale, a unit or a second figure -> as they are said.
// "£5–10m" is "five to ten million pounds", "5–10%" is "five to ten per cent".

import { isEvent, isMetres, isOneMetre } from "./english-metres.ts";
import { sayCardinal, sayDigits, sayNumber } from "./english-numbers.ts";
import {
  COUNTED,
  END,
  findWordAfter,
  findWordBefore,
  isAdjective,
  isNounAfter,
  LETTERS,
  listOf,
  makeRule,
  NUMBER,
  type Place,
  type Rule,
} from "./english-rules.ts";
import { CURRENCIES, type Currency, SCALES, TIGHT_UNITS, UNITS, type Unit } from "./english-units.ts";

/** Alternatives of a pattern, the longest first. */
function anyOf(written: Iterable<string>): string {
  return [...written]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[$]/g, "\\$&"))
    .join("|");
}

const CURRENCY = String.raw`(${anyOf(CURRENCIES.keys())})\s?`;
const SCALE = String.raw`(?:[\s-](hundred|thousand|million|billion|trillion)${END}|\s?(bn|tn|trn|mn|mln)${END}|([kKmMb]|Bn)(?![²³]|/s)${END})`;
const UNIT = String.raw`(?:\s?(${anyOf(UNITS.keys())})(?:(?<=[%‰°²³])|${END})|(${anyOf(TIGHT_UNITS.keys())})${END})`;
const SIGN = `([−+~≈<>≤≥±-])`;
const EACH = `(?:(?:/|-(?:an?|per)-)(hour|hr|minute|day|night|week|month|year|yr|head|person|unit|tonne|litre|kg|km|mile|m²)(?![${LETTERS}]))`;

const SIGNS: Readonly<Record<string, string>> = {
  "-": "minus ",
  "−": "minus ",
  "+": "plus ",
  "~": "about ",
  "≈": "about ",
  "<": "less than ",
  ">": "more than ",
  "≤": "at most ",
  "≥": "at least ",
  "±": "plus or minus ",
};

/** A figure with its own currency and scale. */
interface Amount {
  readonly currency: Currency | undefined;
  readonly digits: string;
  readonly scale: string | undefined;
}

function readValue({ digits, scale }: Amount, common: string | undefined): number {
  const zeros = { hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12 }[scale ?? common ?? ""] ?? 0;
  return Number(digits.replace(/[,\s]/g, "")) * 10 ** zeros;
}

function sayAmount({ digits, scale }: Amount): string {
  return sayNumber(digits) + (scale === undefined ? "" : ` ${scale}`);
}

function choose([one, many]: Unit, isOne: boolean): string {
  return isOne ? one : many;
}

/** Money without a scale: pounds and pence. */
function sayMoney(digits: string, { whole, part }: Currency, isSingle: boolean): string {
  const [units = "", decimals] = digits.split(".");
  if (part === null || decimals?.length !== 2)
    return `${sayNumber(digits)} ${choose(whole, isSingle || digits === "1")}`;
  const hundredths = Number(decimals);
  const small = `${sayCardinal(String(hundredths))} ${choose(part, hundredths === 1)}`;
  if (Number(units) === 0) return hundredths === 0 ? `${sayCardinal("0")} ${choose(whole, false)}` : small;
  const large = `${sayCardinal(units)} ${choose(whole, units === "1")}`;
  return hundredths === 0 ? large : `${large} ${sayCardinal(String(hundredths))}`;
}

function sayEach(each: string | undefined): string {
  if (each === undefined) return "";
  if (each === "hr" || each === "hour") return " an hour";
  return ` a ${{ kg: "kilogram", km: "kilometre", yr: "year", "m²": "square metre" }[each] ?? each}`;
}

const METRE = UNITS.get("m");

function isLength(
  letter: string | undefined,
  lastLetter: string | undefined,
  digits: string,
  unit: string | undefined,
  place: Place,
): boolean {
  return (lastLetter ?? letter) === "m" && unit === undefined && isMetres(place, digits);
}

const BEFORE_CENTS =
  listOf(`cost costs costing pay pays paid paying charge charges charged charging worth price priced save
  saves saved saving`);
const AFTER_CENTS = listOf("each apiece coin coins tax levy");

/** "50c" is money where it is paid; it may as well be a bus or a flat. */
function areCents(place: Place, each: string | undefined): boolean {
  return (
    each !== undefined ||
    BEFORE_CENTS.has(findWordBefore(place).toLowerCase()) ||
    AFTER_CENTS.has(findWordAfter(place)) ||
    /^\s(?:per|an?)\s/.test(place.text.slice(place.end, place.end + 5))
  );
}

function sayQuantity(match: readonly (string | undefined)[], place: Place): string | null {
  const [, sign, money, digits = "", word, short, letter, dash, money2, digits2, word2, short2, letter2] =
    match;
  const [loose, tight, each, plus] = match.slice(13);
  const currency = CURRENCIES.get(money ?? "");
  const areMetres = !money && !money2 && isLength(letter, letter2, digits2 ?? digits, loose ?? tight, place);
  const scaleOf = (written = "") => (areMetres && written === "m" ? undefined : SCALES.get(written));
  // "£2.3 m" and "2 m people" are millions with a blank.
  const isLoose = loose === "m" && (money || money2 || COUNTED.has(findWordAfter(place)));
  const isScaled = isLoose && digits2 === undefined;
  const unit = areMetres
    ? METRE
    : isLoose
      ? undefined
      : (UNITS.get(loose ?? "") ?? TIGHT_UNITS.get(tight ?? ""));
  const first: Amount = { currency, digits, scale: isScaled ? "million" : scaleOf(word ?? short ?? letter) };
  const lastScale = isLoose ? "million" : scaleOf(word2 ?? short2 ?? letter2);
  const last = digits2 === undefined ? null : makeLast(digits2, money2, lastScale, first);
  if (!sign && !currency && !first.scale && !last && !unit && !plus) return null;
  // Codes and ids: 007%, 01–02.
  if (/^0\d/.test(digits) || /^0\d/.test(digits2 ?? "")) return null;
  if (digits2 !== undefined && !last) return null;
  if (tight === "c" && !areCents(place, each)) return null;
  // "30s" are years or an age, "9.58s" are seconds.
  if (tight === "s" && (currency || last || !digits.includes("."))) return null;
  if (!currency && !last && letter !== undefined) {
    const after = findWordAfter(place);
    if (letter === "K" || letter === "b" || (letter === "k" && /^(?:runs?|races?)$/.test(after))) return null;
  }
  const isHyphened = each !== undefined && (match[0] ?? "").includes(`-${each}`);
  const isSingle =
    unit === METRE
      ? !isEvent(place) && (isAdjective(place) || isOneMetre(place))
      : isAdjective(place) || (isHyphened && isNounAfter(place));
  const before = SIGNS[sign ?? ""] ?? "";
  const after = sayEach(each) + (plus ? " plus" : "");
  if (!last) {
    if (currency && !first.scale) return before + sayMoney(digits, currency, isSingle) + after;
    const kind = currency?.whole ?? unit;
    const isOne = isSingle || (digits === "1" && !first.scale);
    return before + sayAmount(first) + (kind ? ` ${choose(kind, isOne)}` : "") + after;
  }
  const join = /^between$/i.test(findWordBefore(place)) ? "and" : "to";
  const kind = last.currency?.whole ?? unit;
  return `${before}${sayAmount(first.scale === last.scale && dash ? { ...first, scale: undefined } : first)} ${join} ${sayAmount(last)}${kind ? ` ${choose(kind, isSingle)}` : ""}${after}`;
}

/** The second figure of a range; null where the two make none, as in a score or a code. */
function makeLast(
  digits: string,
  money: string | undefined,
  scale: string | undefined,
  first: Amount,
): Amount | null {
  const last = {
    currency: CURRENCIES.get(money ?? "") ?? first.currency,
    digits,
    scale,
  };
  return readValue(first, last.scale) < readValue(last, first.scale) ? last : null;
}

/** Signs, currencies, scales, units and ranges. */
export const QUANTITIES: readonly Rule[] = [
  makeRule(
    String.raw`${SIGN}?(?:${CURRENCY})?(${NUMBER})${SCALE}?(?:[%‰]?([–-])(?:${CURRENCY})?(${NUMBER})${SCALE}?)?${UNIT}?${EACH}?(\+(?![${LETTERS}\d]))?(?![${LETTERS}\d]|[–/-]\d|[.,:]\d)`,
    sayQuantity,
  ),
];

const OF_EMERGENCY =
  listOf(`call calls called caller callers calling dial dialled dialling ring rang phone phoned nhs service
  line helpline number operator operators handler handlers emergency`);
const BEFORE_HELPLINES =
  listOf(`nhs call calling called dial dialling dialled ring ringing rang phone phoning phoned text
  texting texted`);

/** Helplines that are digits next to any word of a call, and those that are so seldom. */
const WELL_KNOWN = "999|111|101|112|911";
const HELPLINES = `${WELL_KNOWN}|105|116|119`;
const PAIR_AFTER = new RegExp(String.raw`^\s(?:or\s(?:${HELPLINES})|and\s(?:${WELL_KNOWN}))(?![\d,.]\d|\d)`);
const PAIR_BEFORE = new RegExp(
  String.raw`(?:^|[^\d,.])(?:(?:${HELPLINES})\sor|(?<!between\s)(?:${WELL_KNOWN})\sand)\s$`,
  "i",
);

/** True for "NHS 111", "call 105", "999 calls" and "999 or 111", and not for "call 101 councils". */
function isHelpline(written: string, place: Place): boolean {
  const { text, start, end } = place;
  if (/^[\d,.]\d/.test(text.slice(end, end + 2))) return false;
  const before = findWordBefore(place).toLowerCase();
  const after = findWordAfter(place).toLowerCase();
  if (before !== "between" && PAIR_AFTER.test(text.slice(end, end + 9))) return true;
  if (PAIR_BEFORE.test(text.slice(Math.max(0, start - 17), start))) return true;
  if (COUNTED.has(after) && !OF_EMERGENCY.has(after)) return false;
  if (BEFORE_HELPLINES.has(before)) return true;
  return WELL_KNOWN.includes(written) && (OF_EMERGENCY.has(before) || OF_EMERGENCY.has(after));
}

/** Figures by themselves, and codes of figures. */
export const FIGURES: readonly Rule[] = [
  makeRule(String.raw`0\d{2,5}(?:[\s-]\d{3,8}){1,3}(?!\d)`, ([written = ""]) => sayDigits(written)),
  makeRule(String.raw`(\d{1,4})(?:\.\d{1,4}){2,5}(?!\d|\.\d)`, ([written = ""]) =>
    written.split(".").map(sayCardinal).join(" point "),
  ),
  makeRule(String.raw`\d{1,8}(?:[–-]\d{1,8}){1,5}(?!\d|[–-]\d)`, ([written = ""]) => {
    const parts = written.split(/[–-]/);
    if (parts.length === 2 && parts.every((part) => /^\d\d?$/.test(part)))
      return parts.map((part) => (part === "0" ? "nil" : sayCardinal(part))).join(" ");
    const isCode = parts.some((part) => part.length > 2);
    return parts.map((part) => (isCode ? sayDigits(part) : sayCardinal(part))).join(" ");
  }),
  makeRule(String.raw`116(?:123|\s(?:000|006|111|117|123))(?![,.]?\d)${END}`, ([written = ""]) =>
    sayDigits(written),
  ),
  makeRule(`(?:${HELPLINES})${END}`, ([written = ""], place) =>
    isHelpline(written, place) ? sayDigits(written) : null,
  ),
  makeRule(`${NUMBER}${END}`, ([written = ""]) => {
    if (written === "007") return "double oh seven";
    // A number this long without commas is a name for something, unless it is round.
    return /^\d{7,}$/.test(written) && !written.endsWith("000") ? sayDigits(written) : sayNumber(written);
  }),
  makeRule(String.raw`\d+${END}`, ([written = ""]) => sayDigits(written)),
];

/** A telephone number with its code of a country or in brackets. */
export const PHONES: readonly Rule[] = [
  makeRule(
    String.raw`\+\d{1,3}(?:[\s-]?\(?\d{2,5}\)?){2,4}(?!\d)`,
    ([written = ""]) => `plus ${sayDigits(written)}`,
  ),
  makeRule(String.raw`\(0\d{2,4}\)\s?\d{3,4}\s?\d{3,4}(?!\d)`, ([written = ""]) => sayDigits(written)),
];
