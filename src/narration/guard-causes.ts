// The causes that a passage gives -> an objection to each that no sentence of the evidence gives.
// Two facts of a story side by side become a third, false one, with a "because" between them.

import { stem, type Word } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import type { Evidence } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isPresenters } from "./guard-ordinary.ts";
import { object, type Passage } from "./guard-passage.ts";

/** Words that say that one thing brings about another. */
const STRONG = [
  "because(?: of)?|due to|thanks to|owing to|on account of|by virtue of|by reason of|courtesy of",
  "(?:which |that )?(?:has |have |had )?(?:led|leads|lead|leading) (?:directly |straight )?to(?! (?:you|us|our|the (?:nhs|next|last|end)))",
  "as a (?:direct )?(?:result|consequence)(?: of)?|with the result|the result (?:of|is|was)|in consequence|consequently|accordingly|result(?:ed|s|ing)? (?:in|from)",
  "caus(?:e|ed|es|ing)(?! for)|cause of|therefore|thereby|thus|hence|so that(?! (?:nobody|no one|you|we|everyone listening))|so much so|such that",
  "which is why|that is why|that's why|this is why|here's why|the reasons? (?:why|for|that|is|was|behind)|for (?:that|this) (?:very )?reason|explains? (?:why|how|the)|explained by",
  "in (?:response|reaction|answer|reply) to|as a (?:response|reaction) to|in retaliation|in return for",
  "forc(?:e|ed|es|ing)|prompt(?:ed|s|ing)|trigger(?:ed|s|ing)?|spark(?:ed|s|ing)?|(?:brought|brings|bringing|bring) about|driv(?:en|es|ing)(?= by| \\p{L}+)|drove(?= \\p{L}+)|spurr(?:ed|ing)|spurs|fuell(?:ed|ing)|fuels|provok(?:ed|es|ing)|compell(?:ed|ing)|inspired by|motivated by|encouraged by|sped up by|accelerated by|hastened by|worsened by|made worse by|made possible|delayed by|held up by|undermined by|crippled by|derailed by|boosted by|helped by|saved by",
  "in the wake of|on the back of|at the behest of|under pressure|in the light of|in light of|off the back of",
  "pav(?:ed|es|ing) the way|(?:stem|follow|flow)(?:s|m?ed|m?ing)? from|born (?:out )?of|aris(?:es|ing) from|(?:is|was|are|were|be|been|comes?|came) (?:down|attributed|attributable|owed|traced) to|down to the|blam(?:e|ed|es|ing)|to blame|at fault|culprit|root (?:cause )?of|rooted in|contribut(?:ed|es|ing) to|ow(?:es|ed|ing) (?:its|their|this|that|much)|turn(?:ed|s|ing) on the|hing(?:es|ed|ing) on|at the heart of the|behind (?:the|this|that|their|its) (?:rise|fall|growth|shortages?|delays?|strike|walk-?out|decision|dispute|success|prize|cuts?|gap|honour|award|move|change|drop|surge|boom|protest|problem|trouble)",
  "mean(?:s|t|ing) that|(?:meant|meaning)(?= \\p{L}+)|enabl(?:ed|es|ing)|allow(?:ed|s|ing) (?=[^.!?]{1,40}to)|persuad(?:ed|es|ing)|convinc(?:ed|es|ing)|helping (?=[^.!?]{1,30}to)",
  "out of (?:fear|concern|frustration|anger|protest)|for (?:fear|lack|want) of|after pressure|on the strength of|on the grounds",
].join("|");
const CAUSE = new RegExp(`(?<![\\p{L}-])(?:${STRONG})(?![\\p{L}-])`, "giu");
const IS_CAUSE = new RegExp(`(?<![\\p{L}-])(?:${STRONG})(?![\\p{L}-])`, "iu");
const SO =
  /(?<=, |; |– |— )(?:and )?so (?=(?:the|it|they|he|she|its|their|government|councils?|many|some|most|few|fewer|nobody|everyone|staff|workers|drivers|crews|departments|\p{Lu})(?![\p{L}]))/gu;

/** Words that tell of what came before or went with it, which a listener takes for its cause. */
const WEAK =
  /(?<![\p{L}-])(?:[Aa]fter(?! (?:that|this|all|those|these|it|them|which|hours|\p{Lu}))|[Ff]ollowing(?! (?:that|this|on|along|up|suit|story|month|week|year|day))(?= \p{L})|follows(?= \p{L})|[Ss]ince (?=(?:a|an|the|its|their|\p{Ll}+(?:ing|s)) ?)|[Aa]mid(?:st)?|leaving(?= \p{L}+ \p{L})|in protest (?:at|over|against|about)|over (?=(?:fears|claims|concerns|plans|cuts|pay))|now that|once (?=(?:the|it|they))|in the face of|despite|faced with|without which|by (?=\p{Ll}+ing )|(?:ha[sd]|have)? ?ma(?:de|kes|king|ke) (?=[^.,;:!?]{1,50}(?:er|worse|better|safe|ill|faster|easier|harder)(?![\p{L}])))/gu;

/** What a presenter says with such words without claiming anything. */
const NO_CAUSE = new RegExp(
  [
    "^thanks to (?:you|our|all|everyone|the (?:reporters?|journalists?|writers?|authors?))",
    "^driv(?:en|es|ing) (?:a|an|the|bin|your|our|round|through|home|along|past|to|from|school|safely|lorr|forward)",
    "^because (?:we|you|i)(?:'re|'ve|'ll)? |^the reasons? (?:is|was) simple|^force (?:of|for|in)|^prompts?(?: us)? (?:reply|answer)",
    "^following (?:the|a|our) (?:story|thread|money|trail|headline|rundown|list|show|programme|news|link)|^leaving (?:us|you|the (?:town|nhs|capital|city)|london|glasgow|local|central|whitehall)",
    "^after (?:the|a) (?:guide|news|headline|headlines|story|stories|warning|prize|break|good|platform|platforms|tablets|data|boroughs?)[^.!?]{0,60}(?:,|:| comes?)",
    "^cause for|^causes? (?:and|or) effect|^spark(?:s|ed)? (?:of|joy)|^explains? (?:the|how)|^hence the|^by (?:far|being|way)|^despite (?:it|that|all|this|everything)|^making (?:sense|the (?:case|news|list|most))|^make (?:sense|the|of|it|a (?:note|date))",
  ].join("|"),
  "i",
);

/** Words of the evidence that speak of causes more softly than a passage may. */
const PLAIN_CAUSE = new RegExp(
  `${IS_CAUSE.source}|(?<![\\p{L}-])(?:so|held back|in protest|credits?|stop(?:s|ped)? [^.]{1,60} from|ma(?:de|kes?) [^.]{1,30} (?:worse|better))(?![\\p{L}-])`,
  "iu",
);
const CAUSAL = new RegExp(
  `${IS_CAUSE.source}|(?<![\\p{L}-])(?:so|hold(?:s|ing)? back|held back|at risk|follow(?:s|ed|ing)?|ma(?:de|kes?) [^.]{1,30} (?:worse|better)|for the good of|rests? on|stop(?:s|ped)? [^.]{1,60} from|credits?|with help from|help(?:s|ed)? [^.]{0,30} to|fed into|reduce|transform|in protest|remedy|sticking point|purpose|for better)(?![\\p{L}-])`,
  "iu",
);

/** Words that leave no doubt that one thing is the cause of the other. */
const OUTRIGHT =
  /^\s*(?:because|due|thanks|owing|caus|forc|prompt|trigger|spark|(?:which |that )?(?:has |have |had )?le[ad]|driv|drove|the reason|as a|result)/i;

/** Judges every cause: a sentence of the evidence that speaks of causes has its words. */
export function judgeCauses(passage: Passage, evidence: Evidence): Objection[] {
  const strong = [...passage.plain.matchAll(CAUSE), ...passage.plain.matchAll(SO)].filter(
    (match) => !isFair(passage, match.index) && !isCauseHeld(passage, evidence, match.index, match[0]),
  );
  const weak = [...passage.plain.matchAll(WEAK)].filter(
    (match) =>
      !isFair(passage, match.index) &&
      !strong.some(({ index }) => Math.abs(index - match.index) < 12) &&
      !isTold(passage, evidence, match.index + match[0].length),
  );
  return [...strong, ...weak].map((match) => {
    const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
    const clause = /^[^.,;:!?\n–—]*/.exec(passage.plain.slice(start))?.[0] ?? match[0];
    const end = start + Math.max(match[0].trim().length, Math.min(clause.trimEnd().length, 80));
    const words = passage.source.slice(start, end).trim();
    const reason = `“${words}” gives a cause that is not in what you were given: tell the two apart or leave it out`;
    return object(passage, "cause", start, end, reason);
  });
}

function isFair(passage: Passage, start: number): boolean {
  const rest = passage.plain.slice(start).trimStart();
  const before = passage.plain.slice(Math.max(0, start - 12), start);
  const isThanks = /^thanks to/i.test(rest) && /(?:our|many|my|with|and|special|warm) $/i.test(before);
  const isNoun =
    /^(?:prompt|spark|trigger|cause|blame|force)s?(?!\p{L})/iu.test(rest) &&
    /(?:\bthe|\ba|\bgood|\bmore|\bno|\ban|\ball|\btask|\bdue) $/i.test(before);
  return (
    isThanks ||
    isNoun ||
    NO_CAUSE.test(rest) ||
    passage.quotations.some((one) => one.start <= start && start < one.end)
  );
}

function listContent(words: readonly Word[]): string[] {
  const stems = words
    .filter(({ lower }) => !FUNCTION_WORDS.has(lower) && !IS_CAUSE.test(lower))
    .map(({ lower }) => stem(lower));
  return [...new Set(stems)];
}

/** The words of substance from a place to the end of its clause. */
function listClause(passage: Passage, from: number): string[] {
  const length = /^[^.,;:!?\n–—]*/.exec(passage.plain.slice(from))?.[0].length ?? 0;
  return listContent(passage.words.filter(({ start }) => start >= from && start < from + length));
}

function isCauseHeld(passage: Passage, evidence: Evidence, start: number, marker: string): boolean {
  const number = passage.words.findLast((word) => word.start <= start)?.sentence ?? 0;
  const own = listContent(passage.words.filter(({ sentence }) => sentence === number));
  if (own.length === 0) return true;
  const clause = listClause(passage, start + marker.length);
  const causal = OUTRIGHT.test(marker) ? PLAIN_CAUSE : CAUSAL;
  return evidence.texts.some(({ plain, words, isShow }) => {
    if (isShow) return false;
    const last = words.at(-1)?.sentence ?? -1;
    for (let at = 0; at <= last; at += 1) {
      const sentence = words.filter((word) => word.sentence === at);
      if (!causal.test(plain.slice(sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0))) continue;
      // What a sentence calls "so", "it" or "they" stands in the one before.
      const there = new Set(
        listContent(words.filter((word) => word.sentence === at || word.sentence === at - 1)),
      );
      const shared = own.filter((one) => there.has(one)).length;
      const near = clause.filter((one) => there.has(one)).length;
      const isNear = clause.length === 0 || near / clause.length >= 0.6;
      if (isNear && shared >= Math.min(2, own.length) && shared / own.length >= 0.5) return true;
    }
    return false;
  });
}

/** True where all that follows a word is told in the evidence, in whatever sentence. */
function isTold(passage: Passage, evidence: Evidence, from: number): boolean {
  return listClause(passage, from).every((one) => evidence.stems.has(one) || isPresenters(one));
}
