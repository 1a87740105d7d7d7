// The superlatives and causes of a passage -> an objection to each that the evidence does not claim itself.

import { isTight, stem, type Word } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import type { Evidence } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isOrdinary } from "./guard-ordinary.ts";
import { object, type Passage } from "./guard-passage.ts";

/** Ways of putting something above all others, a word or two each; what counts as the same stands together. */
const PEAKS: readonly (readonly string[])[] = [
  ["biggest", "largest", "greatest", "bigger than any", "larger than any"],
  ["best", "finest", "top", "number one"],
  ["worst"],
  ["most"],
  ["least"],
  ["only", "sole", "alone"],
  ["first", "first-ever", "pioneering", "pioneer", "pioneered", "pioneers", "trailblazing", "trailblazer"],
  [
    "unique",
    "uniquely",
    "one of a kind",
    "one-of-a-kind",
    "unrivalled",
    "unparalleled",
    "unmatched",
    "peerless",
    "second to none",
    "like no other",
    "without equal",
    "unbeatable",
    "unsurpassed",
    "incomparable",
  ],
  [
    "unprecedented",
    "never before",
    "without precedent",
    "unheard of",
    "ever seen",
    "ever had",
    "ever made",
    "ever known",
    "in history",
    "of all time",
    "all-time",
  ],
  ["record", "record-breaking", "record-high"],
  ["leading", "foremost", "premier", "flagship", "top-ranked", "top-rated", "preeminent", "pre-eminent"],
  [
    "world-class",
    "world-leading",
    "world-beating",
    "world-first",
    "best-in-class",
    "industry-leading",
    "market-leading",
    "gold standard",
    "state-of-the-art",
    "cutting-edge",
    "cutting edge",
    "award-winning",
    "first-class",
    "first-rate",
  ],
  [
    "groundbreaking",
    "ground-breaking",
    "revolutionary",
    "revolutionises",
    "revolutionised",
    "game-changing",
    "game-changer",
    "game changer",
    "historic",
    "landmark",
    "transformative",
    "breakthrough",
    "seismic",
    "momentous",
  ],
  [
    "ultimate",
    "supreme",
    "paramount",
    "unstoppable",
    "legendary",
    "iconic",
    "world-famous",
    "world-renowned",
  ],
  [
    "nobody else",
    "no one else",
    "no other",
    "nowhere else",
    "none other",
    "anywhere else",
    "than any other",
    "than anyone",
    "than anywhere",
    "than ever",
    "as never before",
    "like never before",
  ],
];
const PEAK_OF = new Map(
  PEAKS.flatMap((group, index) => group.map((word): [string, number] => [word, index])),
);
const LONGEST = 4;

/** Adjectives in -est that put nothing above others. */
const NO_PEAKS = new Set(
  "latest rest test interest request suggest protest forest harvest honest modest contest arrest invest quest guest west nest chest digest manifest request behest unrest fest crest zest vest pest jest attest detest ingest divest conquest tempest bequest dearest earnest inquest priest".split(
    " ",
  ),
);
/** Sayings in which a superlative claims nothing; the word itself stands at the bar. */
const NO_CLAIMS =
  /(?:^|[^\p{L}])(?:not\||not \|least|at \|(?:least|most|best|worst|first)|last but not \|least|\|least of all|\|most of (?:us|all|you)|(?:my|our|your|very|all the|the very) \|best(?: wishes)?|\|best (?:get|to|be|leave|keep|start|of luck)|\|top of the (?:list|bill|hour|show|agenda|rundown|running|order|programme)|the \|top of|on \|top|from the \|top|\|top (?:story|stories|item|to)|\|record(?:s|ed|ing)?(?: of| that| on| with|s)|(?:on|the|for the|a|our|their|its|broken|off the|keep|kept) \|record(?=[.,;:!?]|$| of| that| on| shows| with)|\|only (?:just|now|then|about|have|has|had|is|are|if|when|need|want|as|to|by|in|on|for|with|because|so|a|an|one of|two|once)|(?:if|not|can|could|will|would|may|might|but|is|are|has|have|had|was|were) \|only|\|alone (?:is|are|will|can|cannot)|(?:let|leave|not|on pay|pay) \|alone|\|first (?:up|things|stop|off|of all|up,|story|stories|item|headline|report|piece|subject|topic|segment|part|section|half|chapter|port|call|on our|on the list|to (?:the|local|central|london|glasgow|whitehall|england|nhs|town|a|our|council|councils)|comes?|come|goes|go|here|today|this month|then|and foremost|out|in (?:our|this|the) (?:list|rundown|round-?up|episode|show|running|order))|(?:our|the|come|comes|go|goes|first|up|but|and|progress|start|news|begin|us|that|it|these|both) \|first(?=[.,;:!?]|$)|our \|(?:first|best|top)|(?:^|[.!?:;,] )\|first(?=[,:.!?]|$| (?:a|an|the|to|for|comes|there|up|and|we|let|in|from|it|some|our|this|is|i|here)\b)|(?:^|\s)\|first (?:for|from|in) (?:local|central|the|this|our)|\|leading (?:to|us|off|on|into|up|the way)|\|most (?:of|likely|probably|certainly|definitely)|\|lead(?:s|ing)? (?:us)|\|most (?:important|interesting) (?:question|thing) is|\|first,|at long \|last)/iu;

/** Judges every superlative: the evidence has it too, of the same thing. */
export function judgeSuperlatives(passage: Passage, evidence: Evidence): Objection[] {
  return findPeaks(passage.words).flatMap((peak) => {
    if (isNoClaim(passage.plain, passage.words, peak)) return [];
    if (peak.group === PEAK_OF.get("most") && peak.words.length === 1 && isMany(passage.words, peak)) {
      if (
        evidence.texts.some(({ words }) =>
          findPeaks(words).some(
            (other) => other.group === peak.group && shares(words, other, passage.words, peak),
          ),
        )
      )
        return [];
    } else if (isHeld(passage, evidence, peak)) return [];
    const start = passage.words[peak.at]?.start ?? 0;
    const noun = passage.words[peak.at + peak.words.length];
    const isBefore = passage.words[peak.at - 1]?.lower === "the" && isTight(passage.words[peak.at]);
    const isLong = noun && isTight(noun) && /^(?:most|least)$/.test(peak.words[0] ?? "");
    const end = isLong ? noun.end : (passage.words[peak.at + peak.words.length - 1]?.end ?? start);
    const from = isBefore ? (passage.words[peak.at - 1]?.start ?? start) : start;
    const words = passage.source.slice(from, end);
    return [
      object(
        passage,
        "superlative",
        from,
        end,
        `“${words}” is not claimed in what you were given: say it without the superlative`,
      ),
    ];
  });
}

interface Peak {
  readonly at: number;
  /** The words, in small letters. */
  readonly words: readonly string[];
  /** What counts as the same; -1 for an adjective in -est of its own. */
  readonly group: number;
  readonly key: string;
}

function findPeaks(words: readonly Word[]): Peak[] {
  const peaks: Peak[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const peak = readPeak(words, at);
    if (peak === null) continue;
    peaks.push(peak);
    at += peak.words.length - 1;
  }
  return peaks;
}

function readPeak(words: readonly Word[], at: number): Peak | null {
  for (let length = LONGEST; length > 0; length -= 1) {
    const run = words.slice(at, at + length);
    if (run.length < length || !run.slice(1).every(isTight)) continue;
    const lower = run.map(({ lower }) => lower);
    for (const key of [lower.join(" "), lower.join("-")]) {
      const group = PEAK_OF.get(key);
      if (group !== undefined) return { at, words: lower, group, key };
    }
  }
  const { lower = "" } = words[at] ?? {};
  if (!/[a-z]{2}est$/.test(lower) || NO_PEAKS.has(lower)) return null;
  const root = lower.slice(0, -3);
  const isAdjective = [root, `${root}e`, root.replace(/i$/, "y"), root.replace(/(.)\1$/, "$1")].some(
    isOrdinary,
  );
  return isAdjective ? { at, words: [lower], group: -1, key: lower } : null;
}

function isNoClaim(plain: string, words: readonly Word[], { at, words: own, key }: Peak): boolean {
  const first = words[at];
  const last = words[at + own.length - 1];
  if (first === undefined || last === undefined) return true;
  const from = Math.max(0, first.start - 24);
  const marked = `${plain.slice(from, first.start)}|${plain.slice(first.start, last.end + 28)}`.replace(
    /^\S*(?=\s)/,
    from === 0 ? "$&" : "",
  );
  if (NO_CLAIMS.test(marked)) return true;
  // "only" puts something above others with an article, and "alone" after what it praises.
  if (key === "only")
    return !/(?:the|its|their|an|a|our|'s|london's|uk's|britain's|country's|nation's|world's)\s+\|/i.test(
      marked,
    );
  if (key === "alone" || key === "sole") return !/(?:the \|sole|\|alone in)/i.test(marked);
  if (key === "top")
    return (
      !/\|top\s+\p{L}/iu.test(marked) &&
      !/(?:came|come|comes|ranked|rated|coming|finished) \|top/i.test(marked)
    );
  if (key === "pioneer") return false;
  if (key === "record")
    return (
      !/(?:a|all-time|new|set|break|breaks|broke|the|in) \|record|\|record (?:number|high|low|level|year|sum|amount|growth|turnover|investment|demand|\d)/i.test(
        marked,
      ) || /\|record of/i.test(marked)
    );
  if (key === "leading")
    return !/(?:\bthe|\ba|'s|s'|,|nation|world|\bof|\bone) \|leading\s+\p{L}/iu.test(marked);
  if (key === "least") return !/\|least\s+\p{L}{4,}/u.test(marked);
  if (key === "landmark" || key === "breakthrough") return false;
  if (key === "first") return isOrder(marked, words, at);
  return false;
}

/** "First" in a row of things; "the first council to" and "for the first time" say that none came before. */
function isOrder(marked: string, words: readonly Word[], at: number): boolean {
  if (
    /\|first(?:-| )(?:ever|time|of its kind|person|country|council|in the|in its|to have|such)/i.test(marked)
  )
    return false;
  const next = words[at + 1];
  if (!isTight(next))
    return (
      !/(?:\bthe|a|s|world) \|first/i.test(marked) ||
      (/(?:it|that|us|we|go|come|comes|goes|the) \|first/i.test(marked) === true &&
        !/\bthe \|first/i.test(marked))
    );
  return false;
}

/** "most councils" and "most of them" speak of a majority. */
function isMany(words: readonly Word[], { at }: Peak): boolean {
  return words[at - 1]?.lower !== "the" && !/^(?:one|our|its|their)$/.test(words[at - 1]?.lower ?? "");
}

function isHeld(passage: Passage, evidence: Evidence, peak: Peak): boolean {
  return evidence.texts.some((text) =>
    findPeaks(text.words).some((other) => {
      const isSame =
        peak.group === -1 || other.group === -1
          ? peak.key === other.key
          : peak.group === other.group && isSameWord(peak, other);
      return (
        isSame &&
        shares(text.words, other, passage.words, peak) &&
        isOneOfMany(text, other) <= isOneOfMany(passage, peak)
      );
    }),
  );
}

/** "most" needs its adjective. */
function isSameWord(peak: Peak, other: Peak): boolean {
  return peak.key === other.key || !/^(?:top|number one|record|pioneer\w*|historic|landmark)$/.test(peak.key);
}

/** 1 for "one of the best" and "among the best", else 0: the best of many is not the best. */
function isOneOfMany({ plain, words }: { plain: string; words: readonly Word[] }, { at }: Peak): number {
  const start = words[at]?.start ?? 0;
  return /(?:one of|among|amongst|some of)(?:\s+\S+){0,4}\s+$/i.test(
    plain.slice(Math.max(0, start - 40), start),
  )
    ? 1
    : 0;
}

/** True where two superlatives are of the same thing: a word of substance near the one is near the other. */
function shares(words: readonly Word[], other: Peak, own: readonly Word[], peak: Peak): boolean {
  const there = new Set(listNear(words, other.at - 2, other.at + other.words.length + 7));
  const here = listNear(own, peak.at + peak.words.length, peak.at + peak.words.length + 4);
  if (here.length === 0) return listNear(own, peak.at - 6, peak.at).some((one) => there.has(one));
  const next = here[0] ?? "";
  return (
    there.has(next) ||
    here
      .slice(1)
      .some((one) => there.has(one) && /^(?:most|only|best|first|leading|top)$/.test(peak.key) === false) ||
    (here.length > 1 && here.slice(0, 3).filter((one) => there.has(one)).length >= 1 && peak.key === "best")
  );
}

function listNear(words: readonly Word[], from: number, to: number): string[] {
  return words
    .slice(Math.max(0, from), to)
    .filter(({ lower }) => !FUNCTION_WORDS.has(lower))
    .map(({ lower }) => stem(lower));
}

/** Words that say that one thing brings about another. */
const CAUSE =
  /(?<![\p{L}-])(?:because(?: of)?|due to|thanks to|owing to|on account of|by virtue of|(?:which |that )?(?:has |have |had )?(?:led|leads|lead|leading) (?:directly |straight )?to|as a (?:direct )?(?:result|consequence)(?: of)?|the result of|in consequence|consequently|result(?:ed|s|ing) (?:in|from)|caus(?:ed|es|ing)|the cause of|cause of|therefore|thereby|thus|hence|so that|which is why|that is why|that's why|this is why|the reason (?:why|for|that|is|was)|for (?:that|this) reason|in response to|in reaction to|in answer to|forc(?:ed|es|ing)|prompt(?:ed|s|ing)|trigger(?:ed|s|ing)|spark(?:ed|s|ing)|(?:brought|brings|bringing) about|driv(?:en|es|ing)(?= \p{L}+| by)|drove(?= \p{L}+)|spurr(?:ed|ing)|spurs|fuell(?:ed|ing)|fuels|provok(?:ed|es|ing)|in the wake of|on the back of|at the behest of|under pressure from|paved the way|paves the way|explains? why|stems? from|stemm(?:ed|ing) from|(?:is|was|are|were|be|been) (?:down|attributed|attributable) to|blam(?:ed|es|ing)|made (?:it )?possible(?: by)?|mean(?:s|t|ing) that|contribut(?:ed|es|ing) to|as (?:they|it|he|she|councils?|government) (?:need|want|wants|needs|wanted|needed)|ow(?:es|ed) (?:its|their|this|that|much)|made worse by|behind the (?:rise|fall|growth|shortage|delay|delays|strike|walk-?out|decision)|to blame|at fault|culprit|root of|rooted in|explained by|accelerated by|inspired by|enabled|enables|enabling|allowed [^.!?]{1,40} to|after pressure|out of fear|for fear|for lack of|for want of|following(?= (?:the|a|an|its|their|his|her|years|months|weeks|pressure|complaints|criticism|cuts?|growth|\p{L}+ (?:cuts?|complaints|criticism|pressure|growth|from|by|over))))(?![\p{L}-])/giu;
const SO =
  /(?<=, |; |– |— )(?:and )?so (?=(?:the|it|they|he|she|its|their|government|councils?|many|some|most|few|fewer|nobody|everyone|staff|workers|drivers|crews|departments|\p{Lu})(?![\p{L}]))/gu;

/** What a presenter says with such words without claiming anything. */
const NO_CAUSE =
  /^(?:thanks to (?:you|our|all|everyone|the (?:reporters?|journalists?|writers?|authors?))|driv(?:en|es|ing) (?:a|an|the|bin|your|our|round|through|home|along|past|to|from|school|safely|lorr)|because (?:we|you|i)(?:'re|'ve|'ll)? |following (?:the|a|our) (?:story|thread|money|trail|headline|rundown|list|show|programme)|the reason (?:is|was) simple|blam(?:e|es) (?:the|it) on)/i;
const CAUSAL = new RegExp(
  `${CAUSE.source}|(?<![\\p{L}-])(?:so|since|hold(?:s|ing)? back|held back|put(?:s|ting)? [^.]{1,40} at risk|follow(?:s|ed|ing)?|ma(?:de|kes?) [^.]{1,30} (?:worse|better)|for the good of|through|after|can|will|rests? on|stop(?:s|ped)? [^.]{1,60} from|by \\p{L}+ing|with help from|help(?:s|ed)? [^.]{0,30} to|fed into|when)(?![\\p{L}-])`,
  "iu",
);
/** Words that may join what a sentence says of causes, beyond which a strong claim is judged. */
const OPEN = new RegExp(CAUSE.source, "iu");

/** Judges every cause: a sentence of the evidence that speaks of causes has its words. */
export function judgeCauses(passage: Passage, evidence: Evidence): Objection[] {
  const found = [...passage.plain.matchAll(CAUSE), ...passage.plain.matchAll(SO)];
  return found.flatMap((match) => {
    const start = match.index;
    const rest = passage.plain.slice(start);
    if (
      NO_CAUSE.test(rest) ||
      (/(?:our|many|my|with|and|special|warm) $/i.test(passage.plain.slice(Math.max(0, start - 9), start)) &&
        /^thanks to/i.test(rest))
    )
      return [];
    if (passage.quotations.some((one) => one.start <= start && start < one.end)) return [];
    if (isCauseHeld(passage, evidence, start)) return [];
    const clause = /^[^.,;:!?\n–—]*/.exec(rest)?.[0] ?? match[0];
    const end = start + Math.max(match[0].length, Math.min(clause.length, 80));
    const words = passage.source.slice(start, end).trim();
    return [
      object(
        passage,
        "cause",
        start,
        end,
        `“${words}” gives a cause that is not in what you were given: tell the two apart or leave it out`,
      ),
    ];
  });
}

function isCauseHeld(passage: Passage, evidence: Evidence, start: number): boolean {
  const number = passage.words.findLast((word) => word.start <= start)?.sentence ?? 0;
  const own = passage.words.filter(
    ({ sentence, start: at }) => sentence === number || (at >= start && at < start + 40),
  );
  const content = [...new Set(listNear(own, 0, own.length))].filter((one) => !OPEN.test(one));
  if (content.length === 0) return true;
  const isStrong = /^(?:because|due|thanks|owing|caus|forc|prompt|trigger|spark|led|which led|lead)/i.test(
    passage.plain.slice(start, start + 12),
  );
  return evidence.texts.some(({ plain, words, isShow }) => {
    if (isShow) return false;
    const last = words.at(-1)?.sentence ?? -1;
    for (let at = 0; at <= last; at += 1) {
      const sentence = words.filter((word) => word.sentence === at);
      const text = plain.slice(sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0);
      if (!CAUSAL.test(text)) continue;
      // What a sentence calls "so" or "it" stands in the one before.
      const near = words.filter((word) => word.sentence === at || word.sentence === at - 1);
      const there = new Set(listNear(near, 0, near.length));
      const shared = content.filter((one) => there.has(one)).length;
      const most = OPEN.test(text) || /(?<!\p{L})so(?!\p{L})/iu.test(text) ? 0.5 : isStrong ? 0.75 : 0.6;
      if (shared >= 2 && shared / content.length >= most) return true;
    }
    return false;
  });
}
