// The superlatives and firsts of a passage -> an objection to each that the evidence does not claim itself.

import { hasCapital, isTight, stem, type Word } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import type { Evidence } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isOrdinary } from "./guard-ordinary.ts";
import { object, objectTo, type Passage } from "./guard-passage.ts";

/** Ways of putting something above all others; those of a line count as the same. */
const PEAKS: readonly (readonly string[])[] = `
biggest; largest; greatest; bigger than any; larger than any
best; finest; top; number one
worst
most
least
only; sole; alone in
first; first-ever; pioneering; pioneer; pioneered; pioneers; trailblazing; trailblazer; world-first
unique; uniquely; one of a kind; unrivalled; unparalleled; unmatched; peerless; second to none; like no other; without equal; unbeatable; unsurpassed; incomparable; in a league of its own; head and shoulders; without rival; ahead of the pack; ahead of the rest
unprecedented; never before; without precedent; unheard of; ever seen; ever had; ever made; ever known; in history; in its history; of all time; all-time; on record; in living memory; since records began; once-in-a-generation; once in a generation
record; record-breaking; record-high
leading; foremost; premier; flagship; top-ranked; top-rated; preeminent; pre-eminent; market-leading; dominant
world-class; world-leading; world-beating; best-in-class; best in class; industry-leading; sector-leading; gold standard; gold-standard; state-of-the-art; state of the art; cutting-edge; cutting edge; award-winning; first-class; first-rate; second-to-none; top-class; top-notch; top-tier; blue-chip
groundbreaking; ground-breaking; revolutionary; revolutionise; revolutionises; revolutionised; revolutionising; game-changing; game-changer; game changer; historic; landmark; transformative; breakthrough; seismic; momentous; watershed; epoch-making; visionary
ultimate; supreme; unstoppable; legendary; iconic; world-famous; world-renowned; renowned; celebrated; acclaimed; prestigious; highly regarded; much-loved; beloved; universally
nobody else; no one else; no other; nowhere else; anywhere else; than any other; than anyone; than anywhere; than ever; as never before; more than any; than all the others; than all others; ahead of every; ahead of all; every other
flawless; perfect; infallible; unassailable; extraordinary; exceptional; outstanding; remarkable; phenomenal; stunning; staggering; sensational; spectacular; astonishing; incredible; breathtaking
`
  .trim()
  .split("\n")
  .map((line) => line.split("; "));
const PEAK_OF = new Map(
  PEAKS.flatMap((group, index) => group.map((word): [string, number] => [word, index])),
);
const LONGEST = 5;
/** The words with which they begin, so that others need no second look. */
const STARTS = new Set([...PEAK_OF.keys()].map((words) => words.split(/[ -]/)[0]));

/** Words in -est that put nothing above others. */
const NO_PEAKS = new Set(
  `latest rest test interest request suggest protest forest harvest honest modest contest arrest invest quest guest
  west nest chest digest manifest behest unrest fest crest zest vest pest jest attest detest ingest divest conquest
  tempest bequest dearest earnest inquest priest`.split(/\s+/),
);

/** Sayings in which a superlative claims nothing; the word itself stands after the bar. */
const NO_CLAIMS = new RegExp(
  [
    String.raw`(?:\bat|\bnot|but not|no means|to say the) \|(?:least|most|best|worst|top)\b`,
    // What is denied is not claimed.
    String.raw`(?:\bnot|n't|\bhardly|\bnever)(?: (?:exactly|quite|always|necessarily|been|have|be|perhaps))*(?: (?:the|its|their|at its|a))? \|`,
    String.raw`\|least of all\b|\|most of (?:us|all|you|it)\b|for the \|most part|(?:make|made|makes|making|get|got|gets|getting) the \|most|\|most (?:days|weeks|months|things|mornings|evenings|other)\b|(?:need|matter|work|help|count|like|want|love|care|worry|use)(?:s|ed|es)? \|most(?: (?:to|by|when|where|for|is|are)\b|[.,;:!?]|$)|\|most (?:likely|certainly|probably|definitely|welcome)\b|\|most of the time`,
    String.raw`(?:\bmy|\bour|\byour|\bvery|all the|with the|for the|do(?:es|ing|ne)? (?:its|their|her|his)|(?:did|tr(?:y|ies|ied|ying)) (?:its|their|her|his)|even the|second) \|best\b|\|best (?:of all|\p{L}+(?: in the world)? (?:needs?|is (?:nothing|no)|can't|won't))\b|\|best (?:wishes|to|leave|keep|get|of luck|foot|known as)\b|(?:had|'d|know|knows) \|best\b|hope for the \|best|\|worst comes|(?:fear|feared) the \|worst|\|best (?:laid|friends?)\b`,
    String.raw`\|top of\b|(?:on|to) \|top\b|(?:from|to|near|at|towards) the \|top\b|\|top (?:story|stories|item|it off|that|things|to (?:bottom|tail))|\|top-up`,
    String.raw`\|only (?:just|now|then|when|if|about)\b|(?:if|not) \|only|\|only human|\|only (?:fair|natural|right)\b`,
    String.raw`\|perfect(?:ly)? (?:clear|sense|timing|storm|world)\b|(?:practice makes|not|nobody's|nothing is|nothing's|far from|is anything) \|perfect`,
    // What a presenter finds of the show's own stories.
    String.raw`\|\p{L}+(?: \p{L}+)? (?:story|item|headline) (?:until|till|for last|of (?:the (?:month|episode|show)|them|all|today|our))\b`,
    String.raw`every \|other (?:day|week|month)|\|(?:closest|nearest) (?:to home|to (?:my|our|your) heart|and dearest)`,
    String.raw`\|(?:remarkable|extraordinary|incredible|astonishing|perfect|ultimate|unique) (?:story|tale|question|moment|place to|thing)`,
    String.raw`the \|latest`,
  ].join("|"),
  "iu",
);

/** Words that are superlatives in some of their uses alone; the word itself stands after the bar. */
const CLAIMS: Readonly<Record<string, RegExp>> = {
  only: /(?:\bthe|\bits|\btheir|\ban|'s|s')\s+\|only/i,
  sole: /\bthe \|sole/i,
  top: /(?:\bthe|\ba|'s|s'|\bof|\btheir|\bits|\bis|\bare|,|\bnow|\b\p{L}+) \|top(?:\s+(?!of\b)\p{L}|-)|(?:came|come|comes|ranked|rated|coming|finished|placed|out on) \|top|\|top (?:ten|five|fifty|hundred|twenty|three|spot|place|marks|prize)/iu,
  record:
    /\|record (?:numbers?|highs?|lows?|levels?|year|sums?|amounts?|growth|turnover|investment|demand|speed|time|results?|\d|£)|(?:\ba|\bnew|all-time|\bsets?|\bbreaks?|\bbroke|\bbroken|smash\w*|\bthe) (?:the |a |all |new )*\|record(?! of| that| shows| sounds|s)/i,
  leading:
    /(?:\bthe|\ba|'s|s'|,|\bof|\bone|\bare|\bis|\bworld|\bnation) \|leading\s+(?!to\b|the way|up|on|into|us)\p{L}/iu,
  least: /\|least\s+\p{L}{4,}/u,
  dominant: /\|dominant/i,
  celebrated: /(?:\bthe|\ba|'s) \|celebrated/i,
  first: new RegExp(
    [
      String.raw`\|first(?:[- ](?:ever|time)\b|(?: \p{L}+){0,3} of (?:its|their) kind)`,
      String.raw`(?:\bthe|\bbe|\bis|\bwas|\bbecomes?|\bbecame|\bare|\bwere|\bamong|\bcouncil|\bboroughs?) \|first to (?!the\b|a\b|our\b|local\b|central\b|london|glasgow)\p{L}`,
      String.raw`(?:\bthe|\ba|\bits|\btheir|'s|s'|\bworld) \|first (?!stor|item|stop|headline|impression|reading|aid\b|letter|name\b|few\b|little\b|order\b|place\b|person\b|taste|peek|instinct|reaction|light\b|draft\b|paragraph|page\b|line\b|round\b|report|piece|subject|topic|segment|part\b|section|half\b|thing|step|port\b|thought|sight|glance|look\b|words?\b|hurdle|question|chapter|up\b|of (?:our|these|those|the|them|two|three|four|five|six)\b|is\b|comes?\b|to\b|and\b|take\b|here\b|for\b|one\b|then\b|in (?:our|this)\b)\p{L}`,
      String.raw`, (?:the|a) \|first(?: that| which| in| any|[.!?]|$)`,
      String.raw`\|first (?:in|among|across|of) (?:the (?:UK|country|world|nation|field|land|sector|NHS)|any|all|Europe|Britain|England|Scotland|Wales|its|their|every)`,
      String.raw`\|first (?:council|country|city|hospital|trust|department|union|government|service|borough|organisation|body)\b`,
    ].join("|"),
    "iu",
  ),
};

/** Firsts that say that none came before. */
const BOLD =
  /\|first(?:[- ]ever|[- ]time|(?: \p{L}+){0,3} of (?:its|their) kind| to \p{L}| in (?:the|its)| (?:council|country|city|hospital|union))/iu;

/** What says "most" in other words. */
const MOST = /(?<!\p{L})(?:above all|especially|in particular|chiefly|mainly|more than half)(?!\p{L})/iu;

interface Peak {
  readonly at: number;
  readonly length: number;
  /** The line of what counts as the same; -1 for an adjective in -est of its own. */
  readonly group: number;
  readonly key: string;
}

/** Comparisons that leave nothing above. */
const BEYOND =
  /(?<!\p{L})never (?:before|been (?:so|more|less|\p{L}+er)|had (?:so|it so)|so (?:many|few|much|little)|(?:looked|felt|seemed) (?:so|more|\p{L}+er))(?!\p{L})|more than ever|(?<!\p{L})unlike any(?!\p{L})|no (?:council|country|city|union|hospital|borough|committee|department|service) (?:has|is|does|can)(?!\p{L})|(?:than|ahead of|unlike|before|above|beats?|over) (?:everyone else|all (?:the )?others|the rest of the (?:world|country|sector))/giu;

/** Judges every superlative: the evidence has it too, of the same thing. */
export function judgeSuperlatives(passage: Passage, evidence: Evidence): Objection[] {
  const held = evidence.texts.map(({ words }) => findPeaks(words));
  const beyond = objectTo(
    passage,
    "superlative",
    BEYOND,
    "is not claimed in what you were given: say it without the comparison",
  );
  const peaks = findPeaks(passage.words).flatMap((peak) => {
    const isQuoted = passage.quotations.some(({ start, end }) => {
      const at = passage.words[peak.at]?.start ?? 0;
      return start <= at && at < end;
    });
    if (isQuoted || !isClaim(passage.plain, passage.words, peak) || isHeld(passage, evidence, held, peak))
      return [];
    const first = passage.words[peak.at] as Word;
    const before = passage.words[peak.at - 1];
    const after = passage.words[peak.at + peak.length];
    const hasAdjective = /^(?:most|least)$/.test(peak.key) && after !== undefined && isTight(after);
    const last = hasAdjective ? after : (passage.words[peak.at + peak.length - 1] as Word);
    const from = before?.lower === "the" && isTight(first) ? before.start : first.start;
    const words = passage.source.slice(from, last.end);
    const reason = `“${words}” is not claimed in what you were given: say it without the superlative`;
    return [object(passage, "superlative", from, last.end, reason)];
  });
  const isGiven = (words: string) =>
    evidence.texts.some(({ plain }) => plain.toLowerCase().includes(words.toLowerCase()));
  return [...peaks, ...beyond.filter(({ words }) => !isGiven(words))];
}

function findPeaks(words: readonly Word[]): Peak[] {
  const peaks: Peak[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const peak = readPeak(words, at);
    if (peak === null) continue;
    peaks.push(peak);
    at += peak.length - 1;
  }
  return peaks;
}

function readPeak(words: readonly Word[], at: number): Peak | null {
  for (let length = STARTS.has(words[at]?.lower ?? "") ? LONGEST : 0; length > 0; length -= 1) {
    const run = words.slice(at, at + length);
    if (run.length < length || !run.slice(1).every(isTight)) continue;
    const lower = run.map((word) => word.lower);
    for (const key of [lower.join(" "), lower.join("-")]) {
      const group = PEAK_OF.get(key);
      if (group !== undefined) return { at, length, group, key };
    }
  }
  const { lower = "" } = words[at] ?? {};
  if (!/[a-z]{2}est$/.test(lower) || NO_PEAKS.has(lower)) return null;
  const root = lower.slice(0, -3);
  const roots = [root, `${root}e`, root.replace(/i$/, "y"), root.replace(/(.)\1$/, "$1")];
  const isMarked =
    /^(?:the|its|their|our|his|her)$/.test(words[at - 1]?.lower ?? "") || words[at - 1]?.possessive;
  return roots.some(isOrdinary) || (isMarked && lower.length > 5)
    ? { at, length: 1, group: -1, key: lower }
    : null;
}

/** What stands around a superlative, with a bar before it. */
function markOf(plain: string, words: readonly Word[], { at, length }: Peak): string {
  const first = words[at] as Word;
  const last = words[at + length - 1] as Word;
  return `${plain.slice(Math.max(0, first.start - 24), first.start)}|${plain.slice(first.start, last.end + 28)}`;
}

function isClaim(plain: string, words: readonly Word[], peak: Peak): boolean {
  const marked = markOf(plain, words, peak);
  // "Which workplaces are the best?" claims nothing.
  const sentence = words.filter((word) => word.sentence === words[peak.at]?.sentence);
  const isQuestion =
    plain[sentence.at(-1)?.end ?? -1] === "?" &&
    sentence.slice(0, 2).some(({ lower }) => /^(?:which|what|who|where|how)$/.test(lower));
  if (isQuestion) return false;
  // "Sometimes the hardest part is asking": a thought about anyone and no one.
  const before = sentence.filter((word) => word.end <= (words[peak.at]?.start ?? 0));
  const isThought =
    before.some(({ lower }) => /^(?:sometimes|often|perhaps|maybe|may|might|could|can)$/.test(lower)) &&
    !sentence.some((word) => hasCapital(word) && !word.opens);
  if (isThought) return false;
  return !NO_CLAIMS.test(marked) && (CLAIMS[peak.key]?.test(marked) ?? true);
}

const PLAIN_FORM: Readonly<Record<string, string>> = {
  met: "meet",
  held: "hold",
  began: "begin",
  won: "win",
  spoke: "speak",
  came: "come",
};
const plainStem = (word: string) => stem(PLAIN_FORM[word] ?? word);

/** "Their first meeting", "met for the first time", where the evidence has "they first met". */
function isFirstTold({ words }: Passage, { texts }: Evidence, { at, length }: Peak): boolean {
  const last = words[at + length - 1];
  const next = words[at + length];
  const isTime = last?.lower === "time" || next?.lower === "time";
  const own = words.filter(({ sentence }) => sentence === words[at]?.sentence);
  const told = (isTime ? own : next ? [next] : []).map(({ lower }) => plainStem(lower));
  return texts.some((text) =>
    text.words.some(({ lower }, place) => {
      const verb = text.words[place + 1];
      const isVerb = verb !== undefined && isTight(verb) && verb.lower.length > 2;
      return lower === "first" && isVerb && told.includes(plainStem(verb.lower));
    }),
  );
}

function isHeld(
  passage: Passage,
  evidence: Evidence,
  held: readonly (readonly Peak[])[],
  peak: Peak,
): boolean {
  if (peak.key === "most" && isMostInOtherWords(passage, evidence, peak)) return true;
  if (peak.group === PEAK_OF.get("first") && isFirstTold(passage, evidence, peak)) return true;
  return evidence.texts.some((text, index) =>
    (held[index] ?? []).some((other) => {
      const isSame = peak.group === -1 ? peak.key === other.key : peak.group === other.group;
      // "The first theme" may rest on "the first"; "the first of its kind" only on its like.
      const isBold = peak.key === "first" && BOLD.test(markOf(passage.plain, passage.words, peak));
      if (isBold && !BOLD.test(markOf(text.plain, text.words, other))) return false;
      return (
        isSame &&
        isOneOfMany(text, other) <= isOneOfMany(passage, peak) &&
        (shares(text.words, other, passage.words, peak) || isAlike(peak, other))
      );
    }),
  );
}

/** "Most care where the risk is high" for "carefully, above all where the risk is high". */
function isMostInOtherWords({ words }: Passage, evidence: Evidence, { at }: Peak): boolean {
  const clause = words.slice(at + 1).filter(({ sentence }) => sentence === words[at]?.sentence);
  const own = listNear(clause, 0, 8);
  return evidence.texts.some(
    ({ plain, words: there }) =>
      MOST.test(plain) &&
      there.some((word, index) => {
        if (!MOST.test(plain.slice(word.start, word.start + 16))) return false;
        const near = new Set(listNear(there, index - 8, index + 10));
        const shared = own.filter((one) => near.has(one)).length;
        return shared >= 2 && shared / own.length >= 0.5;
      }),
  );
}

/** A word of praise may stand beside another noun, if it is the same word. */
function isAlike(peak: Peak, other: Peak): boolean {
  return peak.key === other.key && peak.group >= PEAKS.length - 4;
}

/** 1 for "one of the best" and "among the best", else 0: one of the best is not the best. */
function isOneOfMany({ plain, words }: { plain: string; words: readonly Word[] }, { at }: Peak): number {
  const start = words[at]?.start ?? 0;
  const before = plain.slice(Math.max(0, start - 40), start);
  const after = plain.slice(start, start + 40);
  const isMany = /(?:\bone of|\bamong|\bamongst|\bsome of|\blist of|\bwith|\bof)(?:\s+\S+){0,4}\s+$/i.test(
    before,
  );
  return isMany ||
    /^\S+(?: \S+){0,2} (?:places|workplaces|employers|companies|firms|list|lists)\b/i.test(after)
    ? 1
    : 0;
}

/** True where two superlatives are of the same thing: words of substance after the one are near the other. */
function shares(words: readonly Word[], other: Peak, own: readonly Word[], peak: Peak): boolean {
  const there = new Set(listNear(words, other.at - 3, other.at + other.length + 8));
  const next = peak.at + peak.length;
  const stop = own.findIndex((word, index) => index >= next && /[,;:.!?–—]/.test(word.gap));
  const here = listNear(own, next, Math.min(next + 5, stop < 0 ? own.length : stop));
  if (here.length === 0) return listNear(own, peak.at - 6, peak.at).some((one) => there.has(one));
  // "the most powerful committee" needs "powerful"; "the best tech workplace" any of the two.
  const needed = peak.key === "most" || peak.key === "least" ? here.slice(0, 1) : here.slice(0, 3);
  return needed.some((one) => there.has(one));
}

function listNear(words: readonly Word[], from: number, to: number): string[] {
  return words
    .slice(Math.max(0, from), to)
    .filter(({ lower }) => !FUNCTION_WORDS.has(lower))
    .map(({ lower }) => stem(lower));
}
