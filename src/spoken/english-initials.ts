// Initials, and letters mixed with figures -> as they are said: "HMRC" is "H M R C", "5G" is "five G".

import { isKnownInitials, isWord } from "./english-acronyms.ts";
import { sayCardinal, sayDigits, sayYear } from "./english-numbers.ts";
import { END, LETTERS, listOf, makeRule, type Rule, SMALL } from "./english-rules.ts";

/** Names in mixed capitals that sound like one word. */
const SOUND_AS_WORDS = listOf("SaaS PaaS IaaS FinTech VoIP WiFi MiFID LaTeX OAuth CoPilot");

/** Letters one by one: "H M R C". */
export function spell(letters: string): string {
  return [...letters.toUpperCase()].join(" ");
}

/** Capitals in a row, as a word or as letters. */
function sayCapitals(capitals: string): string {
  return isWord(capitals) ? capitals : spell(capitals);
}

/** A run of letters with capitals inside: "genAI", "CIOs", "PhD", "UKAuthority". Null where it is said as written. */
function sayMixedCase(run: string): string | null {
  if (SOUND_AS_WORDS.has(run)) return null;
  const plural = /^([A-Z]{2,}|[A-Z][a-z][A-Z])s$/.exec(run)?.[1];
  if (plural !== undefined) {
    const said = sayMixedCase(plural) ?? plural;
    return said === plural ? null : `${said}'s`;
  }
  if (/^[A-Z]{2,}$/.test(run)) {
    const said = sayCapitals(run);
    return said === run ? null : said;
  }
  // Degrees, ministries and the like: PhD, DfE, MSc, IoT, pH, mRNA.
  if (
    /^(?:[A-Z][a-z][A-Z]{1,2}|[A-Z]{2}[a-z]|[a-z][A-Z]{1,3}|[A-Z][a-z]{2}[A-Z])$/.test(run) &&
    !/[aeiou]{2}/.test(run)
  )
    return spell(run);
  const parts = cutCase(run);
  const said = parts.map((part) => (/^[A-Z]{2,}$/.test(part) ? sayCapitals(part) : part));
  return said.some((part, index) => part !== parts[index]) ? said.join(" ") : null;
}

/** "UKAuthority" is UK and Authority; "NHSmail" is NHS and mail, since those initials are known. */
function cutCase(run: string): string[] {
  return (run.match(/[A-Z]{2,}|[A-Z]?[a-z]+|[A-Z]|[^A-Za-z]+/g) ?? []).reduce<string[]>((parts, part) => {
    const before = parts.at(-1) ?? "";
    const isTail = /^[a-z]/.test(part) && /^[A-Z]{2,}$/.test(before) && !isKnownInitials(before);
    if (isTail) parts.splice(-1, 1, before.slice(0, -1), before.slice(-1) + part);
    else parts.push(part);
    return parts;
  }, []);
}

/** Figures next to letters: two are a number, more are a year or read one by one, as roads are. */
function sayInnerFigure(digits: string): string {
  if (digits.length <= 2 || /^[1-9]00$/.test(digits)) return sayCardinal(digits);
  return /^(?:19|20)\d\d$/.test(digits) ? sayYear(Number(digits)) : sayDigits(digits);
}

/** Letters mixed with figures: "Core20PLUS5", "M25", "B2B", "4x4", "v2". */
function sayCode(run: string): string {
  const between = /^([A-Z])2([A-Z])$/.exec(run) ?? /^(\d{1,2})x(\d{1,2})$/.exec(run);
  if (between) {
    const [, left = "", right = ""] = between;
    return /\d/.test(left) ? `${sayCardinal(left)} by ${sayCardinal(right)}` : `${left} to ${right}`;
  }
  return (run.match(/\d+|[A-Z]+s?(?![a-z])|[A-Z]?[a-z]+|[A-Z]/g) ?? [])
    .map((part) => {
      if (/^\d/.test(part)) return sayInnerFigure(part);
      if (part.length === 1) return part.toUpperCase();
      if (/^[A-Z]{2,}s$/.test(part)) return `${spell(part.slice(0, -1))}'s`;
      return /^[A-Z]+$/.test(part) && !isWord(part) ? spell(part) : part.toLowerCase();
    })
    .join(" ");
}

/** Any run of letters and figures; null where it is said as written, as are letters other than English ones. */
export function sayRun(run: string): string | null {
  if (!/^[A-Za-z\d]+$/.test(run)) {
    if (!/\d/.test(run)) return null;
    const parts = run.match(/\d+|[^\d]+/g) ?? [];
    return parts.map((part) => (/\d/.test(part) ? sayInnerFigure(part) : part)).join(" ");
  }
  if (/^\d+$/.test(run)) return sayInnerFigure(run);
  return /\d/.test(run) ? sayCode(run) : sayMixedCase(run);
}

/** "v2.1" and "v3": versions. */
const VERSION = makeRule(
  String.raw`[vV](\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?(?![.\d]\d)${END}`,
  ([, ...parts]) => {
    const figures = parts.filter((part) => part !== undefined);
    return `version ${figures.map(sayCardinal).join(" point ")}`;
  },
);

/** "Covid-19", "GPT-4o": a name and its figure. With a small letter first, as in "under-18", the hyphen stays. */
const NUMBERED = makeRule(
  String.raw`([A-Z][A-Za-z]{0,20})-(\d{1,4}(?:\.\d{1,2}(?!\d)|[A-Za-z]{0,3}))(?![.,–-]\d)${END}`,
  ([, name = "", figure = ""], place) => `${place.say(name)} ${place.say(figure)}`,
);

/** "C++", "C#", "A*", "Disney+". */
const SIGNED = makeRule(
  String.raw`([A-Za-z]{1,40}|\d{1,15}[A-Za-z]{0,20})(\+\+?|[#*])(?![${LETTERS}\d+#*&/=])`,
  ([, name = "", sign = ""], place) => {
    if (sign !== "+" && sign !== "++" && !/^[A-G]$/.test(name)) return null;
    const words: Readonly<Record<string, string>> = {
      "+": "plus",
      "++": "plus plus",
      "#": "sharp",
      "*": "star",
    };
    return `${place.say(name)} ${words[sign]}`;
  },
);

/** Short forms with a slash that stand for words. */
const SLASHED: Readonly<Record<string, string>> = {
  "s/he": "he or she",
  "n/a": "not applicable",
  "c/o": "care of",
  "w/o": "without",
};
const SLASH = makeRule(
  `(?:s/he|[nN]/[aA]|c/o|w/o)${END}`,
  ([written = ""]) => SLASHED[written.toLowerCase()] ?? null,
);

/** "U.K.", "J.R.R.": the last full stop only where no sentence ends. */
const DOTTED = makeRule(
  String.raw`[A-Z](?:\.[A-Z]){1,9}${END}(?:\.(?=\s+[${SMALL}\d(]|[,;:)]|\s[A-Z][a-z]))?`,
  ([written = ""]) => written.replaceAll(".", "").split("").join(" "),
);

/** "CF10 3AT": letters and figures one by one. "M1 8GB" is a chip and its memory. */
const POSTCODE = makeRule(
  String.raw`(?:[BEGLMNSW]\d[A-Z\d]?(?! \d[GTP][BW])|[A-PR-UWYZ][A-HK-Y]\d[A-Z\d]?)[ \u00a0]\d[ABD-HJLNP-UW-Z]{2}${END}`,
  ([written = ""]) =>
    [...written.replace(/\s/, "")].map((sign) => (/\d/.test(sign) ? sayDigits(sign) : sign)).join(" "),
);

/** Initials and codes, tried where a letter stands first. */
export const INITIALS: readonly Rule[] = [POSTCODE, VERSION, NUMBERED, SLASH, SIGNED, DOTTED];

/** Codes that begin with a figure. */
export const CODES: readonly Rule[] = [SIGNED];

/** A whole run of letters and figures. */
export const RUNS: readonly Rule[] = [
  {
    pattern: /[\p{L}\p{M}\d]+/uy,
    say: ([run = ""], place) => {
      const isJoined = (at: number, sign: RegExp) => sign.test(place.text.slice(at, at + 2));
      if (/^[A-Z]+$/.test(run) && !isKnownInitials(run)) {
        // DON'T, E-MAIL, and headlines.
        if (isJoined(place.end, /^[-'’][A-Z]/) || isJoined(place.start - 2, /^[A-Z][-'’]/)) return null;
        if (place.isShouted()) return null;
      }
      return sayRun(run);
    },
  },
];
