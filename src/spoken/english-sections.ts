// Articles and sections of laws -> as they are said: "Section 12(3)(b)" is "Section twelve three B".

import { spell } from "./english-initials.ts";
import { sayCardinal } from "./english-numbers.ts";
import { makeRule, type Rule } from "./english-rules.ts";

const NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/** What a bracket holds; one small letter after another is a numeral: "(a)(i)". */
function sayPart(part: string, before: string | undefined): string {
  if (/^\d/.test(part)) return sayCardinal(part);
  const number = NUMERALS.indexOf(part) + 1;
  const isNumeral = number > 0 && (part.length > 1 || /^[a-z]/.test(before ?? ""));
  return isNumeral ? sayCardinal(String(number)) : spell(part);
}

/** A figure and what stands in brackets next to it. */
export const SECTIONS: readonly Rule[] = [
  makeRule(
    String.raw`([1-9]\d{0,3}[A-Z]{0,2})((?:\((?:[1-9]\d?|([a-z])\3?|[A-Z]|[ivx]{2,4})\)){1,5})`,
    ([, figure = "", brackets = ""], place) => {
      const parts = brackets.slice(1, -1).split(")(");
      const said = parts.map((part, index) => sayPart(part, parts[index - 1]));
      return [place.say(figure), ...said].join(" ");
    },
  ),
];
