// A passage and its place -> an objection to what is said at the wrong place, at the wrong length, or of the wrong period.

import { countWords } from "../spoken/words.ts";
import type { Grounds } from "./brief.ts";
import type { Objection } from "./guard.ts";
import type { Evidence } from "./guard-evidence.ts";
import { objectTo, type Passage } from "./guard-passage.ts";

const GREETING =
  /(?<![\p{L}-])(?:(?:a (?:very |warm |very warm )*)?welcome (?:to|back|along|aboard)(?= (?:the (?:public|show|podcast|programme|round|latest|first|second|\p{L}+ (?:episode|edition))|episode|this|another|our|\p{Lu})|[.,!]|$)|(?<!\b(?:say|says|said|saying) )hello(?: there| and)?|good (?:morning|afternoon|evening)(?! for)|greetings|hi(?: there| everyone| all)|welcome (?=, ))(?!\p{L})/giu;
const FAREWELL =
  /(?<!\p{L})(?:(?:goodbye|farewell)(?! to(?!\p{L}))|good night|bye(?: for now)?|(?<=^|[.!?] )so long(?=[,.!]|$)|until next (?:time|month|week)|till next time|(?:see|hear|speak to|talk to|catch) (?:you )?(?:again )?(?:next (?:time|month|week)|soon|then|tomorrow)|that(?:'s| is| was) (?:all|it|everything)(?: we have(?: time)?)? (?:for|from) (?:this|us|today|now|me|the (?:show|episode|programme|month)|another)|that(?:'s| is) (?:all|it)(?= folks|\.|$)|signing off|thank(?:s| you)(?: so much| very much)? for (?:listening|your company|your time|being with us)|join (?:us|me) again|i'll be back (?:next|in)|we(?:'ll| will)? (?:be back|return) (?:next|in|tomorrow)|(?:we|i)'(?:ll|re) back next|our time is up|we(?:'re| are) out of time|that brings us to the end of (?:the|this|our) (?:show|episode|programme|round-?up|edition|list)|we(?:'ve| have) (?:come to|reached) the end)(?!\p{L})/giu;
const LAST =
  /(?<![\p{L}-])(?:(?:and )?finally(?= *[,:.]| to | (?:a|an|the|for|this|from|there|we|local|central|comes?|today|\p{Lu}))|(?:and )?lastly|last of all|last up|last but not least|last but by no means least|(?:our|the|this month's|today's|this week's|one|this episode's|and) (?:very )?(?:last|final|closing|concluding) (?:story|item|report|stop|piece|headline|subject|topic|segment|section|port of call)|(?:our|this month's|today's|one|this episode's|and) (?:very )?(?:last|final|closing|concluding) (?:part|word|one|tale|note|thing|visit|chapter)|(?<!end )to (?:finish|close|conclude|end|round (?:things )?off|wrap (?:things )?up)(?: (?:with|on|things|the (?:show|episode|programme)|this (?:month|episode)|today|off))?(?=[,:.]|$| (?:a|an|the|with|on))|we (?:finish|close|end|conclude)(?: with| on| in| at| by| today| this month)?|(?:let's|let us|i'll|we'll|we will) (?:finish|close|end|conclude|wrap up|round off)|(?:before|as) we (?:go(?! (?:to|on|along|back|from|through|into|north|south|east|west))|finish|close|say goodbye|leave you|sign off)|in conclusion|to cap it all|one (?:last|final) (?:thing|story|item))(?!\p{L})/giu;
const FIRST =
  /(?<![\p{L}-])(?:first up|up first|first off|first of all|firstly|(?<=^|[.!?:;] |\band )first(?=[,:])|first stop|first things first|(?:our|the|this month's|today's) (?:very )?(?:first|opening|lead) (?:story|stop|item|report|piece|headline|subject|topic|segment|part|section|tale|port of call)|(?<!(?:do|did|can|should|could|if|when|until|before|as) )(?:we|i|we'll|i'll|let's|let us|let me|we will|shall we|where we|and we|so we) (?:begin|start|open|kick off|set off)(?! to)|(?<=(?:^|[.!?:;,–—] ?|and |so |now |but ))to (?:begin|start|open|kick off|kick things off|get (?:us )?(?:going|started|under way))(?: with| us off| things off| the (?:show|episode|programme))?(?=[,:.]| (?:this (?:month|episode|edition)|today))|(?<=(?:^|[.!?:;–—] ?|and |we're |we are |i'm ))(?:starting|beginning|opening|kicking off) (?:with|in|at|this|today|us|things|the)|(?:kicks?|starts?|gets?) us (?:off|under way|started|going)|at the top of (?:the|our) (?:list|show|bill|agenda|rundown)|top of (?:the|our) (?:list|bill|agenda|rundown)|where better to (?:start|begin)|without further ado)(?!\p{L})/giu;
const FIRST_OF_ALL =
  /(?<![\p{L}-])(?:first up|up first|first of all|to kick (?:things )?off|kicking off|we kick off|(?:our|this month's|today's) (?:very )?(?:first|opening) (?:story|stop|item|report|piece|headline|subject|topic)(?! (?:from|in) (?:local|central|the nhs))|without further ado)(?!\p{L})/giu;
const FIRST_AT_START =
  /^(?:and )?first (?=to |the |a |an |for |from |in |comes |there |local|central|we |let )/giu;
const AFTER =
  /(?<![\p{L}-])(?:next up|up next|(?:our|the) next (?:story|stop|item|report|piece|headline|subject|topic|segment|part|section|one)|on to the next|moving (?:on|along)|on we go|another (?:story|report|headline|item|one)|(?:staying|sticking|still|continuing) (?:in|with|on)(?= (?!us))|we (?:stay|stick|remain|continue) (?:with|in|on)|more (?:news )?from (?:the same|local|central|the nhs)|back to the list|meanwhile|elsewhere|from (?:that|there|here|those|one) to |(?:from|after) that|as we (?:have )?(?:just )?heard|in (?:our|the) (?:last|previous) (?:story|report|item)|our (?:last|previous) story|earlier (?:in|on) (?:the|this) (?:show|episode|programme)|turning (?:now )?from|leaving)(?!\p{L})/giu;
const BREAK =
  /(?<!\p{L})(?:after (?:the|this|a (?:short|quick)) (?:break|message|messages)|(?:we'll be|be) (?:right |straight )?back(?: after| in a| right)|don't go away|when we (?:come back|return)|(?:after|before) the (?:news|adverts|ads)|stay tuned|don't touch that dial)(?!\p{L})/giu;
const TO_COME =
  /(?<!\p{L})(?:coming up|still to come|later (?:in|on) (?:the|this|in)|later on|ahead (?:in|on) (?:the|this)|more (?:stories|news) to come|up next|next up)(?!\p{L})/giu;

/** Judges what belongs to one place alone: greeting, goodbye, first and last. */
export function judgePosition(passage: Passage, evidence: Evidence): Objection[] {
  const { kind, opens, closes } = evidence.grounds;
  const isHeadline = kind === "title" || kind === "summary";
  const refuse = (pattern: RegExp, reason: string) => objectTo(passage, "position", pattern, reason);
  const found: Objection[] = [];
  if (kind !== "intro") found.push(...refuse(GREETING, "belongs in the intro alone: leave it out"));
  if (kind !== "outro")
    found.push(
      ...refuse(FAREWELL, "belongs in the outro alone: leave it out").filter(
        ({ words }) => kind !== "intro" || !/^thank/i.test(words),
      ),
    );
  if (isHeadline) return [...found, ...refuse(BREAK, "announces what does not come: leave it out")];
  const mayEnd = kind === "outro" || closes === "episode";
  if (!mayEnd)
    found.push(
      ...refuse(LAST, "belongs at the last story alone: leave it out").filter(
        ({ words }) => kind !== "intro" || !/^(?:and )?(?:finally|lastly|last|to|we|as|before)/i.test(words),
      ),
    );
  const mayBegin =
    kind === "intro" ||
    opens === "episode" ||
    (kind === "segue" && opens === "segment" && closes !== "episode");
  if (mayBegin && opens === "segment")
    found.push(...refuse(FIRST_OF_ALL, "belongs at the first story of all: leave it out"));
  if (!mayBegin) {
    const reason =
      opens === null
        ? "belongs at the first story alone: leave it out"
        : "belongs at the first segment alone: leave it out";
    // "First, a prize. Then, a call": a segment may count its own stories.
    const isOwnCount =
      kind === "segment" &&
      /first,? [^.!?]+[.,;!?] (?:and )?(?:then|next|after that|second)(?!\p{L})/iu.test(passage.plain);
    const isOwnStart =
      kind === "segment" &&
      /(?<!\p{L})(?:we (?:start|begin|open) with|the first (?:story|report|item)) (?!(?:local|central) government|the nhs)/iu.test(
        passage.plain,
      );
    if (!isOwnCount && !isOwnStart) found.push(...refuse(FIRST, reason), ...refuse(FIRST_AT_START, reason));
  }
  if (kind !== "intro" && kind !== "outro" && opens === "episode" && isEarliest(evidence.grounds))
    found.push(...refuse(AFTER, "follows on something, and nothing came before: leave it out"));
  if (kind === "outro")
    found.push(...refuse(TO_COME, "announces more, and the episode ends here: leave it out"));
  return [
    ...found.filter(({ words }) => !isInEvidence(evidence, words)),
    ...refuse(BREAK, "announces a break, and there is none: leave it out"),
  ];
}

/** True for the segment and the story that come first of all. */
function isEarliest({ kind, opens }: Grounds): boolean {
  return opens === "episode" && (kind === "segment" || kind === "segue");
}

function isInEvidence({ texts }: Evidence, words: string): boolean {
  const lower = words.toLowerCase();
  return lower.length > 8 && texts.some(({ plain }) => plain.toLowerCase().includes(lower));
}

/** Words for how often the show comes out. */
const RHYTHM: Readonly<Record<string, RegExp>> = {
  daily:
    /(?<!\p{L})(?:(?:today's|tonight's|this (?:morning|afternoon|evening)'s) (?:bulletin|newscast|papers)|every (?:weekday|day|morning|evening) (?:we|on this|with)|daily (?:show|podcast|round-?up|news|programme|bulletin|episode|edition|look|digest|dose|update)|(?:once|each) (?:a )?day)(?!\p{L})/giu,
  weekly:
    /(?<!\p{L})(?:(?:once|twice) a week|week by week|weekly (?:show|podcast|round-?up|news|programme|episode|edition|look|digest|dose|update|tour)|the week's (?:news|stories|headlines)|(?:your|our) weekly|see you (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:past|last) seven days|the week (?:ahead|in|that was)|(?:a|in a) week's time|(?:of|for|from) the week)(?!\p{L})/giu,
  fortnightly:
    /(?<!\p{L})(?:once a fortnight|fortnightly (?:show|podcast|round-?up|news|programme|episode|edition|look)|in (?:a fortnight|two weeks)(?:'s? time)?|(?:the|a) fortnight's (?:news|stories)|your fortnightly)(?!\p{L})/giu,
  monthly:
    /(?<!\p{L})(?:once a month|month by month|monthly (?:show|podcast|round-?up|news|programme|episode|edition|look|digest|dose|update|tour)|the month's (?:news|stories|headlines)|(?:your|our) monthly|in a month's time|of the month)(?!\p{L})/giu,
  yearly:
    /(?<!\p{L})(?:(?:annual|yearly) (?:show|podcast|round-?up|programme|episode|edition)|the year's (?:news|stories)|once a year we|quarterly (?:show|podcast|round-?up|edition|episode))(?!\p{L})/giu,
};

/** Judges what the show says of its own rhythm. */
export function judgeRhythm(passage: Passage, evidence: Evidence): Objection[] {
  const own = evidence.grounds.cadence;
  const reason = `is not how often this show comes out, which is ${own}: say so or nothing of the kind`;
  return Object.entries(RHYTHM)
    .filter(([cadence]) => cadence !== own)
    .flatMap(([, pattern]) => objectTo(passage, "cadence", pattern, reason))
    .filter(({ words }) => !isInEvidence(evidence, words));
}

/** More than twice the words asked for, or as many characters, is refused without being read. */
export function judgeLength(
  text: string,
  { maxWords }: Grounds,
): { readonly objection: Objection | null; readonly isHopeless: boolean } {
  const refuse = (reason: string, isHopeless: boolean) => ({
    objection: { rule: "length" as const, words: "", reason },
    isHopeless,
  });
  if (text.length > maxWords * 40 + 400)
    return refuse(`is far longer than ${maxWords} words: write no more than that`, true);
  const words = countWords(text);
  if (words === 0) return refuse("has no words: write some", true);
  if (words > maxWords)
    return refuse(`has ${words} words, expected no more than ${maxWords}: shorten it`, words > 3 * maxWords);
  return { objection: null, isHopeless: false };
}
