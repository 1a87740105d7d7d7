// Measures of more than one figure or of raised and lowered ones -> as they are said: "6ft 2in" is "six feet two
// inches", "52°12′N" is "fifty-two degrees twelve minutes north", "10^6" is "ten to the power six".

import { spell } from "./english-initials.ts";
import { sayCardinal, sayNumber } from "./english-numbers.ts";
import { END, isAdjective, makeRule, type Rule } from "./english-rules.ts";
import type { Unit } from "./english-units.ts";

const FOOT: Unit = ["foot", "feet"];
const INCH: Unit = ["inch", "inches"];
const HOUR: Unit = ["hour", "hours"];
const MINUTE: Unit = ["minute", "minutes"];
const SECOND: Unit = ["second", "seconds"];
const STONE: Unit = ["stone", "stone"];
const POUND: Unit = ["pound", "pounds"];
const OUNCE: Unit = ["ounce", "ounces"];
const DEGREE: Unit = ["degree", "degrees"];

function sayUnits(digits: string, [one, many]: Unit, isSingle = false): string {
  return `${sayNumber(digits)} ${isSingle || digits === "1" ? one : many}`;
}

const FIGURE = String.raw`(\d{1,3}(?:\.\d{1,3})?)\s?`;
const SECONDS = `(?:s|secs?|seconds?)${END}`;

/** A figure with its unit, and another with the next smaller; a third where there is one. */
function makeCompound(written: readonly string[], units: readonly Unit[]): Rule {
  const [large = "", small = "", least] = written;
  const rest = least === undefined ? "" : String.raw`(?:,?\s?${FIGURE}${least})?`;
  return makeRule(
    String.raw`(\d{1,3})\s?${large}[\s,]{0,2}${FIGURE}${small}${rest}(?![/²³])`,
    ([, ...figures], place) => {
      const isSingle = isAdjective(place);
      return figures
        .flatMap((digits, index) => {
          const unit = units[index];
          return digits === undefined || unit === undefined ? [] : [sayUnits(digits, unit, isSingle)];
        })
        .join(" ");
    },
  );
}

/** "5ft 10 in socks" has no inches. */
const INCHES = String.raw`(?:ins|inch|inches|(?:(?<=\d)in|in(?=\s(?:tall|high|wide|long|deep|by|x|and|or|to)${END}|[.,;:!?)]|$)))${END}`;

const COMPOUNDS: readonly Rule[] = [
  makeCompound(["(?:ft|feet)", INCHES], [FOOT, INCH]),
  makeCompound(["′", "″"], [FOOT, INCH]),
  makeCompound(["(?:h|hrs?|hours?)", `(?:m|mins?|minutes?)${END}`, SECONDS], [HOUR, MINUTE, SECOND]),
  makeCompound(["(?:m|mins?|minutes?)", SECONDS], [MINUTE, SECOND]),
  makeCompound(["(?:st|stone)", `(?:lbs?|pounds?)${END}`], [STONE, POUND]),
  makeCompound(["(?:lbs?)", `(?:oz|ounces?)${END}`], [POUND, OUNCE]),
];

const QUARTERS: Readonly<Record<string, string>> = { N: "north", S: "south", E: "east", W: "west" };

/** "52°12′N", "51°N", "0°7′30″W" */
const COORDINATES = makeRule(
  String.raw`(\d{1,3}(?:\.\d{1,8})?)°\s?(?:(\d{1,2}(?:\.\d{1,4})?)[′’']\s?(?:(\d{1,2}(?:\.\d{1,4})?)[″”"]\s?)?)?(?:([NSEW])${END})?`,
  ([written = "", degrees = "", minutes, seconds, quarter]) => {
    if (minutes === undefined && quarter === undefined) return null;
    if (/\s$/.test(written)) return null;
    return [
      sayUnits(degrees, DEGREE),
      minutes === undefined ? "" : sayUnits(String(Number(minutes)), MINUTE),
      seconds === undefined ? "" : sayUnits(String(Number(seconds)), SECOND),
      QUARTERS[quarter ?? ""] ?? "",
    ]
      .filter((part) => part !== "")
      .join(" ");
  },
);

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";

/** Raised or lowered figures as ordinary ones. */
function readFigures(written: string): string {
  return written.replace(/[⁻−]/g, "-").replace(/./gu, (sign) => {
    const digit = Math.max(RAISED.indexOf(sign), LOWERED.indexOf(sign));
    return digit < 0 ? sign : String(digit);
  });
}

function sayPower(power: string): string {
  if (power === "2") return "squared";
  if (power === "3") return "cubed";
  return `to the power ${power.startsWith("-") ? "minus " : ""}${sayCardinal(power.replace("-", ""))}`;
}

/** "10^6", "10⁻³"; a raised one alone is the mark of a note. */
const POWER = makeRule(
  String.raw`(\d{1,3}(?:\.\d{1,6})?|\d{4,9})(?:\^([-−]?\d{1,3})(?![.,]?\d)|(?!¹(?![${RAISED}]))(⁻?[${RAISED}]{1,3}))${END}`,
  ([, base = "", plain, raised]) =>
    raised !== undefined && base.length > 3
      ? null
      : `${sayNumber(base)} ${sayPower(readFigures(plain ?? raised ?? ""))}`,
);

/** Measures and powers that begin with a figure. */
export const MEASURES: readonly Rule[] = [...COMPOUNDS, COORDINATES, POWER];

const LENGTHS: Readonly<Record<string, string>> = {
  m: "metre",
  km: "kilometre",
  cm: "centimetre",
  mm: "millimetre",
};

/** "CO₂", "H₂O", "PM₂.₅", "per m²", "mc²": tried where a letter stands first. */
export const FORMULAS: readonly Rule[] = [
  makeRule(
    String.raw`[A-Za-z]{1,8}(?:[${LOWERED}]{1,3}(?:\.[${LOWERED}]{1,2})?[A-Za-z]{0,8}){1,6}${END}`,
    ([written = ""]) =>
      (readFigures(written).match(/\d+(?:\.\d+)?|[a-z]{3,}|[A-Za-z]/g) ?? [])
        .map((part) => (/^\d/.test(part) ? sayNumber(part) : part.length > 2 ? part : spell(part)))
        .join(" "),
  ),
  makeRule(`(mc|[ckm]m|[A-Za-z])([²³])(?![${RAISED}])${END}`, ([, letters = "", raised]) => {
    const length = LENGTHS[letters];
    if (length !== undefined) return `${raised === "²" ? "square" : "cubic"} ${length}`;
    return `${spell(letters)} ${raised === "²" ? "squared" : "cubed"}`;
  }),
];
