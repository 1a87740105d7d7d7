// What "I" and "we" are said to do or to have done -> whether it is done in the programme alone.
// "We've met two of the themes" is a presenter's way through a show; "we've met the crews" is a claim.

import { stem } from "./claims-words.ts";
import type { Evidence } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isPresenters } from "./guard-ordinary.ts";

/** What "we" have done in the programme, if it is done to something of the programme: "we've met two of the themes". */
const TOURED = new Set(
  "left kept drew drawn borrowed quoted cited relied leaned leant dug put pulled talked spoke spoken met heard seen saw went gone came travelled crossed covered passed picked chose chosen gathered collected lined saved brought got reached stopped followed touched dipped looked learned learnt told took taken dealt said found discovered toured visited called".split(
    " ",
  ),
);
/** What a programme is made of. */
const OF_SHOW = new Set(
  "story stories theme themes list item items segment segments section forecast forecasts episode episodes headline headlines piece pieces question questions report reports topic topics subject subjects stop stops example examples show programme round-up thread tour intro month's today's".split(
    " ",
  ),
);
/** True where what is done is done to a part of the programme, or to what was just named, and is no errand. */
export function isOfProgramme(words: readonly string[]): boolean {
  const isErrand = words.some((word) =>
    /^(?:visit|ask|apply|buy|interview|investigate|write|vote|pay|publish|contact|meet|test|join|sell|win|recommend|support)/.test(
      word,
    ),
  );
  return (
    !isErrand && words.some((word) => OF_SHOW.has(word) || /^(?:each|them|these|those|both|all)$/.test(word))
  );
}

/** True where what "we" did was done in the programme: its object is a part of it, or something that it tells of. */
export function isOfShow(
  subject: string,
  verb: string,
  after: readonly string[],
  rest: string,
  evidence: Evidence,
): boolean {
  if (!TOURED.has(verb)) return false;
  // Nobody meets a person, or visits a place, but in the flesh.
  if (/^(?:[^.,;:!?]*?)\p{Lu}[\p{L}'-]+ \p{Lu}/u.test(rest)) return false;
  // "We got round them all."
  if (/^(?:got|went|came)$/.test(verb) && after.every((word) => FUNCTION_WORDS.has(word) || word === "round"))
    return true;
  const content = after.filter((word) => !FUNCTION_WORDS.has(word));
  const isPart = content.some((word) => OF_SHOW.has(word));
  if (/^(?:spoke|spoken|talked)$/.test(verb) && !/^(?:of|about)$/.test(after[0] ?? "")) return false;
  const isCall = verb === "called" && /^(?:at|in)$/.test(after[0] ?? "");
  if ((/^(?:visited|called|found|discovered|said|saw)$/.test(verb) && !isCall) || subject === "i")
    return isPart && !/(?:for|in) (?:this|our) (?:story|report|piece|show|programme)/.test(after.join(" "));
  if (verb === "heard" && /^(?:that|rumours)$/.test(after[0] ?? "")) return false;
  const isKnown = (word: string) => evidence.stems.has(stem(word));
  // An outro may sum up what was met, in words of its own for some of it.
  if (isCall || /^(?:met|went|gone|travelled|toured)$/.test(verb)) {
    const { kind } = evidence.grounds;
    const named = new Set([...rest.matchAll(/\p{Lu}[\p{L}']+/gu)].map(([word]) => word.toLowerCase()));
    const own = content.filter((word) => !named.has(word));
    return isPart || (kind === "outro" && own.filter(isKnown).length * 2 >= own.length);
  }
  if (verb === "heard" && after[0] === "from")
    return !after.some((word) =>
      /^(?:that|you|listeners|readers|ministers|officials|sources|insiders)$/.test(word),
    );
  return isPart || content.every((word) => isKnown(word) || isPresenters(word));
}
