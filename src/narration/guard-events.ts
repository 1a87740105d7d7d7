// A passage that rests on headlines alone -> an objection to what it says has happened and no headline says.
// The intro must not carry a deed that one hostile story made up, however plainly it is worded.

import { stem } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import type { Evidence } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isPresenters } from "./guard-ordinary.ts";
import { object, type Passage } from "./guard-passage.ts";

// "has sold", "were withdrawn", "was quietly dropped": what is done, with up to two small words before it.
const DONE =
  /(?<![\p{L}'])(?:has|have|had|was|were|been|being|got|gets|is being|are being|will be|to be)(?:n't| not)?((?: (?:also|now|just|quietly|since|already|been|all|both|again|never|ever|only|finally|recently|\p{L}+ly)){0,2}) (\p{L}{3,})(?![\p{L}'])/giu;
/** Verbs of no news: they say how things stand in the programme. */
const PLAIN = new Set(
  `been come gone seen left kept made done got given found shown had brought taken told heard said met led begun
  stayed reached arrived joined listening here there about more less much many good bad new old true right wrong time
  something nothing anything everything plenty enough one two three four five six seven eight nine ten news ideas advice
  guidance progress stories fun kind sorry sure worth able ready going coming due written covered looked turned
  mentioned promised featured linked listed heading waiting part lots something someone somebody another next last
  worried pleased excited interested concerned surprised tempted inclined relieved
  questions answers reports work works room reason reasons cause both half music company us you it them this that these
  those all some any every each what which where when how why who like alike around back forward`.split(
    /\s+/,
  ),
);

const ABOUT_STORY =
  /(?<!\p{L})(?:this|the|our|that|last|next|previous) (?:story|report|piece|item|headline) $|^ and $/iu;

/** Judges what is said to have been done, where only headlines may be told. */
export function judgeEvents(passage: Passage, evidence: Evidence): Objection[] {
  return [...passage.plain.matchAll(DONE)].flatMap((match) => {
    const before = /[^.!?;:\n]*$/.exec(passage.plain.slice(0, match.index))?.[0] ?? "";
    // A segue rests on its whole story; of the story itself it says no more than others do.
    if (evidence.grounds.kind === "segue" && !ABOUT_STORY.test(before)) return [];
    if (/(?<!\p{L})(?:if|whether|unless|no|not|nobody|nothing|never)(?!\p{L})/iu.test(before)) return [];
    // "That was October": a name, and judged as one.
    if (/^\p{Lu}/u.test(match[2] ?? "")) return [];
    const word = (match[2] ?? "").toLowerCase();
    const isKnown =
      evidence.stems.has(stem(word)) || PLAIN.has(word) || isPresenters(word) || FUNCTION_WORDS.has(word);
    if (isKnown || !isDeed(word, match[0])) return [];
    const end = match.index + match[0].length;
    const words = passage.source.slice(match.index, end);
    return [
      object(
        passage,
        "event",
        match.index,
        end,
        `“${words}” is in no headline: say only what the headlines say`,
      ),
    ];
  });
}

/** A participle, or anything that something "was". */
function isDeed(word: string, phrase: string): boolean {
  return (
    /(?:ed|en|wn|ought|aught|old|ost|elt|ent|ilt|ung|unk|uck|ept|own|et|ut|id|in)$/.test(word) ||
    /^(?:was|were)/i.test(phrase)
  );
}
