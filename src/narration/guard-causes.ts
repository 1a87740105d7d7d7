// The causes that a passage gives -> an objection to each that no sentence of the evidence gives.
// Two facts of a story side by side become a third, false one, with a "because" between them.

import { stem, type Word } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import type { Evidence } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isPresenters } from "./guard-ordinary.ts";
import { object, type Passage } from "./guard-passage.ts";

/** Words that say that one thing brings about another. */
const STRONG = [
  "because(?: of)?|due to|thanks to|owing to|on account of|by virtue of|by reason of",
  "(?:which |that )?(?:has |have |had )?(?:led|leads|lead|leading) (?:directly |straight |(?!(?:on|us|you|off|up|the (?:way|field))(?!\\p{L}))(?:\\p{L}+ ){1,4})?to(?! (?:you|us|our|the (?:nhs|next|last|end)))",
  "as a (?:direct )?(?:result|consequence)(?: of)?|with the result|the result (?:of|is|was)|in consequence|consequently|accordingly|result(?:ed|s|ing)? (?:in|from)",
  "caus(?:e|ed|es|ing)(?! for)|cause of|therefore|thereby|thus|hence|so that(?!'| (?:nobody|no one|you|we|everyone listening))|so much so|such that",
  "(?:that|this|here)'s why|(?:is|was|are|were) (?:partly |exactly |just )?why|the reasons? (?:why|for|that|is|was|behind)|for (?:that|this) (?:very )?reason|explains? (?:why|how|the)|explained by",
  "in (?:response|reaction|answer|reply) to|as a (?:response|reaction) to|in retaliation|in return for",
  "forc(?:e|ed|es|ing)|prompt(?:ed|s|ing)|trigger(?:ed|s|ing)?|spark(?:ed|s|ing)?|(?:brought|brings|bringing|bring) about|driv(?:en|es|ing)(?= by| \\p{L}+)|drove(?= \\p{L}+)|spurr(?:ed|ing)|spurs|fuell(?:ed|ing)|fuels|provok(?:ed|es|ing)|compelled|inspired by|motivated by|encouraged by|sped up by|accelerated by|hastened by|worsened by|made worse by|made possible|delayed by|held up by|undermined by|crippled by|derailed by|boosted by|helped by|saved by",
  "in the wake of|on the back of|at the behest of|under pressure (?:from|to)|in the light of|in light of|off the back of",
  "pav(?:ed|es|ing) the way|(?:stem|follow|flow)(?:s|m?ed|m?ing)? from|born (?:out )?of|aris(?:es|ing) from|(?:is|was|are|were|be|been) (?:down|attributed|attributable|owed|traced) to|blam(?:e|ed|es|ing)|to blame|at fault|culprit|root (?:cause )?of|rooted in|contribut(?:ed|es|ing) to|ow(?:es|ed|ing) (?:its|their|this|that|much)|turn(?:ed|s|ing) on the|hing(?:es|ed|ing) on|behind (?:the|this|that|their|its) (?:rise|fall|growth|shortages?|delays?|strike|walk-?out|decision|dispute|success|prize|cuts?|gap|honour|award|move|change|drop|surge|boom|protest|problem|trouble)",
  "mean(?:s|t|ing) that|(?:meant|meaning)(?= \\p{L}+)|enabl(?:ed|es|ing)|allow(?:ed|s|ing) (?=[^.!?]{1,40}to)|(?<!(?:be|been|is|are|was|were|not|n't|easily|half|yet) )(?:persuaded|convinced)|persuad(?:es|ing)|convinces|helping (?=[^.!?]{1,30}to)",
  "out of (?:fear|concern|frustration|anger|protest)|for (?:fear|lack|want) of|after pressure|on the strength of|on the grounds",
].join("|");
const CAUSE = new RegExp(`(?<![\\p{L}-])(?:${STRONG})(?![\\p{L}-])`, "giu");
const IS_CAUSE = new RegExp(`(?<![\\p{L}-])(?:${STRONG})(?![\\p{L}-])`, "iu");
/** What followed from it: "so staff left". Present questions and turns of the programme are none. */
const SO =
  /(?<=, |; |– |— )(?:and )?so (?!(?:we|you|i|let|if|here|there|this|that|what|who|why|how|where|when|much|far|it's|it (?:is|seems|goes)|they say|perhaps|maybe|the (?:saying|story|question))(?![\p{L}]))(?=(?:the|it|they|he|she|its|their|government|councils?|many|some|most|few|fewer|nobody|everyone|staff|workers|drivers|crews|departments|\p{Lu})(?![\p{L}])|[^.,;:!?]{3,60} (?:has|have|had|was|were|got|went|came|\p{L}{3,}ed)(?!\p{L}))/gu;

/** "made the gap wider", "left bins unemptied", "won it a prize": an outcome said by a light verb. */
const BETTER =
  "worse|better|(?:saf|health|eas|hard|fast|slow|quick|cheap|bigg|small|larg|strong|weak|long|short|wid|narrow|high|low|happ|rich|poor|clean|green|fair|smart|brigh|bus|clos|deep|simpl|tough|tight|angr|risk|cost)(?:t|l)?i?er|(?:more|less|better|worse) \\p{L}+|safe|ill";
const FOLK =
  "people|staff|workers|crews?|councils?|boroughs?|departments?|government|ministers|members|users|drivers|employers";
const RESULT = new RegExp(
  [
    `ma(?:de|kes?|king) (?!(?:a|an|it|life) )(?:[\\p{L}\\p{N}'-]+ ){1,6}(?:${BETTER})(?=[.,;:!?–—]|$| (?:for|in|by|than|and|to|at|since|on|says?|when|after|over|with|through) )`,
    `ma(?:de|kes?|king) (?:\\p{L}+ ){0,3}(?:${FOLK}) (?!(?:of|in|at|for|from|and|or|who|that|with|by|on|to|as)\\b)\\p{L}+`,
    `(?:left|leaves?|leaving) (?!(?:us|you) )(?:[\\p{L}\\p{N}'-]+ ){1,5}(?:short|without|unable|exposed|stranded|in (?:the|a)|un\\p{L}+ed|with (?:no|few|little|half)|\\p{L}{3,}(?:ing|less)|worse|at risk)(?!\\p{L})`,
    `(?:won|earned|cost) (?:(?:the |its |their )?(?:\\p{Lu}[\\p{L}]+ )+|them |it )(?:its|their|a|an|the) `,
  ]
    .map((one) => `(?<![\\p{L}-])${one}`)
    .join("|"),
  "gu",
);

/** "Worried by leaks", "Since then its services have got quicker", "have transformed": a reason or an outcome told plainly. */
const PLAIN_OUTCOME =
  /(?<!\p{L})(?:(?:^|[.!?] )(?:Worried|Alarmed|Stung|Spurred|Driven|Prompted|Encouraged|Inspired|Angered|Frustrated|Tempted) by|since [^.,;!?]{3,60}, [^.!?]{2,40}(?:has|have|had) (?:got|become|grown|fallen|risen|improved|gone|dropped|soared|doubled|halved)|(?:has|have|had|'ve) (?:\p{L}+ly )?(?:transformed|improved|boosted|slashed|revolutionised|solved|quickened|doubled|halved|cured|eased|eliminated))(?!\p{L})/giu;

/** Words that tell of what came before or went with it, which a listener takes for its cause. */
const WEAK =
  /(?<![\p{L}-])(?:[Aa]fter(?! (?:that|this|all|those|these|it|them|which|hours|\p{Lu}))|(?<!(?:been|is|are|was|were|be|'s|'re|'ve been) )[Ff]ollowing(?! (?:that|this|on|along|up|suit|story|month|week|year|day))(?= \p{L})|follows(?= \p{L})|[Ss]ince (?=(?:a|an|the|its|their|\p{Ll}+(?:ing|s)) ?)|[Aa]mid(?:st)?|in protest (?:at|over|against|about)|over (?=(?:fears|claims|concerns|plans|cuts|pay))|now that|in the face of)/gu;

/** What a presenter says with such words without claiming anything. */
const NO_CAUSE = new RegExp(
  [
    "^lead(?: \\p{L}+){1,3} to [^.!?]{0,40}, but you ",
    "^thanks to (?:you|our|all|everyone|the (?:reporters?|journalists?|writers?|authors?))",
    "^driv(?:en|es|ing) (?:(?:a|an|the|bin|your|our|round|through|home|along|past|to|from|school|safely|forward)(?!\\p{L})|lorr)",
    "^caus(?:e|ed|es|ing) (?:(?:quite )?a (?:stir|fuss|splash|headache|row)|trouble|ripples|waves)|^due to (?:be|start|begin|open|close|arrive|report|end|run|follow|come|go)(?!\\p{L})",
    "^(?:meaning (?:of|to|in|behind)|meant (?:to|for|as|well|by)|now that (?:we|you|i|that|it)|thus far|in (?:answer|reply|response) to (?:that|this|the question|you))(?!\\p{L})",
    "^because (?:we|you|i)(?:'re|'ve|'ll)? |^the reasons? (?:is|was) simple|^force (?:of|for|in)|^prompts?(?: us)? (?:reply|answer)",
    "^following (?:the|a|our) (?:story|thread|money|trail|headline|rundown|list|show|programme|news|link)|^leaving (?:us|you|the (?:town|nhs|capital|city)|london|glasgow|local|central|whitehall)",
    // A turn of the programme: "After the gloom, some cheer".
    "^(?:after|following) [^.,;!?]{1,60}, (?:and )?(?:here|now|let|we|you|a|an|some|it's|it is|this|there|time|on|to|something|comes?|what)(?!\\p{L})",
    "^after (?:the|a) (?:guide|news|headline|headlines|story|stories|warning|prize|break|good|platform|platforms|tablets|data|boroughs?)[^.!?]{0,60}(?:,|:| comes?)",
    "^cause for|^causes? (?:and|or) effect|^spark(?:s|ed)? (?:of|joy)|^explains? (?:the|how|why(?=[.,!?]|$))|^hence the|^by (?:far|being|way)",
  ].join("|"),
  "iu",
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
  /^\s*(?:because|due|thanks|owing|caus|forc|prompt|trigger|spark|(?:which |that )?(?:has |have |had )?le[ad]|driv|drove|the reason|as a|result|blam)/i;

/** Words that are as good as one another where a story is told again. */
const SAME = new Map(
  `matters things situation position; worse worsen worsened; better improve improved; lack shortage gap short scarce;
  experts professionals specialists staff people workers; ration limit; pay salaries wages money; firms companies
  employers; hire recruit find; posts jobs roles; strike walk-out walkout; guide guidance advice; boroughs councils
  authorities; refused declined; aim purpose goal; hard difficult tough; start begin; cuts cutting reductions`
    .split(";")
    .flatMap((line, index) =>
      line
        .trim()
        .split(/\s+/)
        .map((word): [string, string] => [stem(word), `=${index}`]),
    ),
);

/** How an evident cause stands: what is said to have brought about what. */
interface Cause {
  /** All words of substance on either side of the words that join them. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Those right after the joining words: "because of [low pay] in…". */
  readonly next: readonly string[];
  /** How plainly the evidence must speak of causes; null where it need only tell both things together. */
  readonly needs: RegExp | null;
}

/** Judges every cause: sentences of the evidence that speak of causes have its words. */
export function judgeCauses(passage: Passage, evidence: Evidence): Objection[] {
  const isKept = ({ index }: RegExpMatchArray) => !isFair(passage, index ?? 0);
  const strong = [...passage.plain.matchAll(CAUSE), ...passage.plain.matchAll(SO)].filter(
    (match) =>
      isKept(match) &&
      !isHeld(evidence, readCause(passage, match, OUTRIGHT.test(match[0]) ? PLAIN_CAUSE : CAUSAL)),
  );
  const results = [...passage.plain.matchAll(RESULT)].filter(
    (match) => isKept(match) && !isHeld(evidence, readCause(passage, match, null)),
  );
  const told = [...passage.plain.matchAll(PLAIN_OUTCOME)].filter(
    (match) => isKept(match) && !isHeld(evidence, readCause(passage, match, null)),
  );
  const found = [...strong, ...results, ...told];
  const weak = [...passage.plain.matchAll(WEAK)].filter(
    (match) =>
      isKept(match) &&
      !found.some(({ index }) => Math.abs(index - match.index) < 12) &&
      !isTold(passage, evidence, match.index + match[0].length),
  );
  return [...found, ...weak].map((match) => {
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
    /(?:\b(?:the|an?|good|more|no|all|task|due|join(?:ed|s|ing)?|work|driving|market|first|new|their|its)) $/i.test(
      before,
    );
  return (
    isThanks ||
    isNoun ||
    NO_CAUSE.test(rest) ||
    passage.quotations.some((one) => one.start <= start && start < one.end)
  );
}

function isContent({ lower }: Word): boolean {
  return !FUNCTION_WORDS.has(lower) && !IS_CAUSE.test(lower);
}

function listContent(words: readonly Word[]): string[] {
  return [...new Set(words.filter(isContent).map(({ lower }) => SAME.get(stem(lower)) ?? stem(lower)))];
}

function readCause(passage: Passage, match: RegExpExecArray, needs: RegExp | null): Cause {
  // A light verb is followed by its outcome, which is of its match.
  const from = match.index + (needs === null ? (/^\s*\S+/.exec(match[0])?.[0].length ?? 0) : match[0].length);
  const number = passage.words.findLast((word) => word.start <= match.index)?.sentence ?? 0;
  const own = passage.words.filter(({ sentence }) => sentence === number);
  const end = from + (/^[^.,;:!?\n–—]*/.exec(passage.plain.slice(from))?.[0].length ?? 0);
  const after = own.filter(({ start }) => start >= from && start < end);
  const clause = needs === null ? (/[^,;:–—]*$/.exec(passage.plain.slice(0, match.index))?.index ?? 0) : 0;
  const left = own.filter(({ start }) => start >= clause && start < match.index);
  // "Because of the one, the other": what came of it follows.
  const before = left.some(isContent) ? left : own.filter(({ start }) => start >= end);
  const first = after.findIndex(isContent);
  const rest = after.slice(Math.max(0, first));
  const gap = rest.findIndex((word) => !isContent(word));
  const next = (gap < 0 ? rest : rest.slice(0, gap)).filter(({ lower }) => !isPresenters(lower));
  return {
    before: listContent(before.filter(({ lower }) => !isPresenters(lower))),
    after: listContent(after),
    next: listContent(next),
    needs,
  };
}

/** True where neighbouring sentences of the evidence tell both sides, and speak of causes as plainly. */
function isHeld(evidence: Evidence, cause: Cause): boolean {
  if (cause.before.length + cause.after.length === 0) return true;
  return evidence.texts.some(({ plain, words, isShow }) => {
    if (isShow) return false;
    const last = words.at(-1)?.sentence ?? -1;
    for (let at = 0; at <= last; at += 1) {
      const sentence = words.filter((word) => word.sentence === at);
      const said = plain.slice(sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0);
      if (cause.needs !== null && !cause.needs.test(said)) continue;
      // What a sentence calls "so", "it" or "they" stands in the one before.
      const there = new Set(
        listContent(words.filter((word) => word.sentence === at || word.sentence === at - 1)),
      );
      if (isCovered(cause, there)) return true;
    }
    return false;
  });
}

function isCovered({ before, after, next, needs }: Cause, there: ReadonlySet<string>): boolean {
  const share = (side: readonly string[]) =>
    side.length === 0 ? 1 : side.filter((one) => there.has(one)).length / side.length;
  const all = [...before, ...after];
  const isNext = next.length > 3 || share(next) === 1;
  const [most, least] = needs === null ? [0.7, 0.6] : [0.6, 0.3];
  return isNext && share(after) >= most && share(before) >= least && share(all) >= 0.5;
}

/** True where all that follows a word is told in the evidence, in whatever sentence. */
function isTold(passage: Passage, evidence: Evidence, from: number): boolean {
  const length = /^[^.,;:!?\n–—]*/.exec(passage.plain.slice(from))?.[0].length ?? 0;
  return passage.words
    .filter((word) => word.start >= from && word.start < from + length && isContent(word))
    .every(({ lower }) => evidence.stems.has(stem(lower)) || isPresenters(lower));
}
