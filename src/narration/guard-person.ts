// A passage -> an objection to what its "I" and "we" claim to have done, seen or thought.
// A presenter may lead on and thank; deeds and views are only those that a person wrote.

import { stem } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import { type Evidence, findRun, keyOf } from "./guard-evidence.ts";
import { object, objectTo, type Passage } from "./guard-passage.ts";
import { isOfProgramme, isOfShow } from "./guard-tour.ts";

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** What a presenter does in the programme, in the plain form. */
const LEADS = setOf(`
  begin start open turn move go come head hear look have hope thank close end finish leave return stay stop meet join
  bring take get cross travel carry keep let give say tell ask find learn see explore consider discuss share cover follow
  catch check round wrap pause step switch shift stick dig dive pick pass continue remain promise introduce welcome sign
  change mention note report read list put run set reach arrive drop visit stroll walk wander zoom climb land stand sit
  be wish linger fly sail journey trace hop swing tour rest dwell want try like love can will may might must should
  shall could need wonder speak talk hand point wait listen tune answer save keep do make call work play bow say add
  remember forget mark begin pop peek peer turn
`);
const LEADING = new Set([...LEADS].map(stem));
/** What a presenter may say of the programme so far. */
const PAST = setOf(
  "been had begun started come heard reached got arrived covered done finished run saved left kept looked listened made gone moved turned travelled crossed met told mentioned promised ended closed opened",
);
const HELPERS = setOf(
  "'ll 've 'd 're 'm will would shall have has had am are were was be been can could may might must should do does did not also now then just all both still already always never next first soon next here there only even again today finally ever so",
);
const FEELINGS = setOf(
  "glad delighted pleased happy back here with off going in on at joined ready nearly almost all still your the about out done not sorry afraid grateful over up down under under through by from nearing done sure's halfway there staying a an always now also just never only both keen looking again around next",
);

const SUBJECT = /(?<![\p{L}'])(I|we)('(?:ll|ve|d|re|m))?(?![\p{L}'])/giu;

/** Judges every claim in the first person. */
export function judgeFirstPerson(passage: Passage, evidence: Evidence): Objection[] {
  const quoted = (start: number) => passage.quotations.some((one) => one.start <= start && start < one.end);
  const subjects = [...passage.plain.matchAll(SUBJECT)].flatMap((match) => {
    if (quoted(match.index) || (match[1] === "i" && !/^i'/.test(match[0]))) return [];
    const rest = passage.plain.slice(match.index + match[0].length, match.index + match[0].length + 90);
    const clause = /^[^.,;:!?\n"–—]*/.exec(rest)?.[0] ?? "";
    const words = [...clause.matchAll(/[\p{L}']+/gu)].map(([word]) => word.toLowerCase());
    // "It's time, I think, for applause": put in by the way, it claims nothing.
    if (/\bbefore $/i.test(passage.plain.slice(0, match.index)) && words.join(" ").startsWith("know it"))
      return [];
    if (/\bwhat if $/i.test(passage.plain.slice(0, match.index))) return [];
    const isByTheWay = /, $/.test(passage.plain.slice(0, match.index)) && words.length === 1;
    if (isByTheWay && /^(?:think|suspect|fear|hope|trust|gather)$/.test(words[0] ?? "")) return [];
    const short = match[2]?.toLowerCase() ?? "";
    if (isAllowed(match[1]?.toLowerCase() ?? "", short, words, rest, evidence)) return [];
    if (isInEvidence(evidence, [match[0], ...words.slice(0, words[0] === "have" ? 2 : 1)])) return [];
    const size = clause.trim() === "" ? 0 : Math.min(clause.trimEnd().length, 60);
    const end = match.index + match[0].length + size;
    return [
      object(
        passage,
        "first-person",
        match.index,
        end,
        `“${passage.source.slice(match.index, end).trim()}” claims what no note says of the presenter: leave it out`,
      ),
    ];
  });
  const patterns = [...OWN, ...ASIDE].flatMap((pattern) =>
    objectTo(
      passage,
      "first-person",
      pattern,
      "claims what no note says of the presenter or the show: leave it out",
    ),
  );
  return [
    ...subjects,
    ...patterns.filter(({ words }) => !isInEvidence(evidence, words.split(/\s+/))),
    ...judgeNameOfHost(passage, evidence),
  ];
}

function isInEvidence(evidence: Evidence, words: readonly string[]): boolean {
  const run = words.map((word) => keyOf(word)).filter((word) => word !== "");
  return (
    run.length > 1 &&
    findRun(
      evidence,
      run.flatMap((word) => word.split(" ")),
      1,
    ).length > 0
  );
}

function isAllowed(
  subject: string,
  short: string,
  words: readonly string[],
  rest: string,
  evidence: Evidence,
): boolean {
  if (short === "'m" || short === "'re" || ((words[0] === "am" || words[0] === "are") && short === "")) {
    const after = short === "" ? words.slice(1) : words;
    return isState(after, rest);
  }
  if (
    words.some((word, at) => at < 4 && /^(?:be|been)$/.test(word)) &&
    /^(?:'ll|'d)?$/.test(short) &&
    !/^(?:was|were|had)$/.test(words[0] ?? "")
  ) {
    const at = words.findIndex((word) => /^(?:be|been)$/.test(word));
    const isHelped = words.slice(0, at).every((word) => HELPERS.has(word) || word === "all");
    if (isHelped && /^(?:may|might|could|can)$/.test(words[0] ?? "")) return true;
    if (isHelped) return isState(words.slice(at + 1), rest);
  }
  if (
    subject === "i" &&
    /^(?:dare say|daresay|suppose|imagine|wager|confess|gather|must say|should say)/.test(
      words.slice(0, 2).join(" "),
    )
  )
    return true;
  if (
    /^(?:predict|bet|promise|trust|expect|suspect)$/.test(words[0] ?? "") &&
    /\b(?:we'll|you'll|you will|i'll|we will)\b/i.test(words.slice(0, 4).join(" "))
  )
    return true;
  // "I'll unpack each of them": what is to come in the programme.
  const isFuture = short === "'ll" || words[0] === "will" || words[0] === "shall";
  if (isFuture && isOfProgramme(words)) return true;
  // "We put it to her", "for ourselves", "I always said": an errand, or a claim to have known.
  if (
    /^(?:'ve )?(?:have )?put (?:it|this|that|the \p{L}+) to (?!(?:work|use|bed|rest|one side) )/u.test(
      `${words.join(" ")} `,
    )
  )
    return false;
  if (/\bfor (?:ourselves|myself)\b/.test(words.join(" "))) return false;
  if (
    subject === "i" &&
    /^(?:always|once|never) (?:said|thought|knew|believed)$/.test(words.slice(0, 2).join(" "))
  )
    return false;
  const isPerfect = short === "'ve" || words[0] === "have" || words[0] === "has";
  const skipped = words.findIndex((word) => !HELPERS.has(word));
  if (skipped < 0) return true;
  const verb = words[skipped] ?? "";
  const before = words.slice(0, skipped);
  // "I've been Austin Earl", "we were", "I was".
  if (/^(?:was|were)$/.test(before[0] ?? "") || before.includes("did")) return false;
  if (isPerfect && before.includes("been"))
    return (
      isState(words.slice(skipped), rest.replace(/^.*?\bbeen/i, "")) ||
      /^(?:to|all|through|across|round|around)$/.test(verb)
    );
  if (isPerfect || before.includes("had"))
    return (
      isPossession(verb, short, words) ||
      isPastAllowed(subject, verb, words, skipped, evidence) ||
      isOfShow(subject, verb, words.slice(skipped + 1), rest, evidence)
    );
  if (before.includes("been")) return isState(words.slice(skipped), rest);
  if (before[0] === "would" || short === "'d")
    return /^(?:love|like|be|welcome|say|rather|better)$/.test(verb) && (verb !== "be" || subject === "i");
  // "We began" and "I visited" are deeds; "we begin" and "we visit" lead on.
  if (isOfShow(subject, verb, words.slice(skipped + 1), rest, evidence)) return true;
  if (/ed$/.test(verb) && verb !== "need" && !LEADS.has(verb)) return PRESENT_PAST.has(verb);
  if (PRESENT_PAST.has(verb)) return true;
  if (
    /^(?:hear|read|find|see|learn|know|understand|believe|report|ask|tell|say|note|want|need|call|work|make|answer|speak|talk|can|must|should|put|set)$/.test(
      verb,
    )
  )
    return isLeadOf(verb, before, short, words.slice(skipped + 1), subject);
  // "We swap the committee room for the cab": what "we" do now is the programme's; views and deeds are named.
  if (subject === "we" && !NOT_LEADS.has(verb) && !/(?:ed|wn|ught|ote|oke|ew|oved)$/.test(verb)) return true;
  return LEADS.has(verb) || (LEADING.has(stem(verb)) && verb.endsWith("ing"));
}

/** What "we" may not do, for it is a view, a deed or a fact about the makers of the show. */
const NOT_LEADS =
  setOf(`think believe know understand recommend support agree disagree expect fear suspect doubt reckon
  feel interview investigate test reveal publish use love trust employ advise back endorse own run pay sponsor hold
  applaud congratulate condemn oppose prefer like hate regret apologise worry admire salute guess deserve deny confirm
  discovered spoke saw found went met got did said told wrote sat stood heard gave took made had felt thought knew
  understood held paid bought ran was were put sent spent`);

/** The plain past of leading on: "we started in London". */
const PRESENT_PAST = setOf("began started opened ended closed left finished promised mentioned came turned");

/** Verbs that lead on with an object of the programme, and claim something with another. */
function isLeadOf(
  verb: string,
  before: readonly string[],
  short: string,
  after: readonly string[],
  subject: string,
): boolean {
  const isComing =
    short === "'ll" ||
    before.some((word) =>
      /^(?:will|shall|can|can't|could|may|might|must|should|do|now|next|also|then)$/.test(word),
    );
  const first = after[0] ?? "";
  if (/^(?:see|know|understand|believe|learn|need|want|must|should)$/.test(verb))
    return (
      isComing ||
      (verb === "want" && /^(?:to)$/.test(first)) ||
      (verb === "see" && /^(?:you|what|how|whether)$/.test(first)) ||
      (verb === "learn" && /^(?:what|how|why|whether|from|of|in|here|next|today)$/.test(first))
    );
  if (verb === "find") return isComing || /^(?:out|ourselves|two|one|three|a|our|more)$/.test(first);
  if (verb === "hear") return !/^(?:that|ministers|rumours)$/.test(first);
  if (verb === "call") return subject === "we" && isComing;
  if (verb === "report") return /^(?:on|from|to)?$/.test(first);
  if (verb === "say" || verb === "tell")
    return /^(?:goodbye|hello|thank|farewell|you|good|it|so|that)$/.test(first) || first === "";
  if (verb === "speak" || verb === "talk") return isComing || /^(?:of|about|to you)$/.test(first);
  return true;
}

/** "we have two stories", "I've an idea for you". */
function isPossession(verb: string, short: string, words: readonly string[]): boolean {
  const first = words.find((word) => word !== "have" && word !== "'ve") ?? "";
  return (
    (words[0] === "have" || short === "'ve") &&
    ((/ to \p{L}+$/u.test(words.join(" ")) && !/(?:ed|en|n|wn|ght|t|d|ne|me)$/.test(first)) ||
      first === "old" ||
      /[^s]s$/.test(first) ||
      /^(?:a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|more|news|stories|some|plenty|no|our|time|good|your|another|much|lots|something|for|to|advice|reports?|word|this|that|it|them|room|enough|nothing|ideas|money|tablets|guidance|updates?|six|everything|progress|questions?)$/.test(
        first,
      ) ||
      /^(?:a|an|the)$/.test(verb))
  );
}

function isPastAllowed(
  subject: string,
  verb: string,
  words: readonly string[],
  at: number,
  evidence: Evidence,
): boolean {
  if (verb === "heard")
    return !/^(?:that|rumours|from)$/.test(words[at + 1] ?? "") || isInEvidence(evidence, words);
  if (verb === "seen") return words.includes("just");
  if (verb === "had") return false;
  if (subject === "i" && /^(?:come|been|gone|travelled|returned|left|moved|crossed|arrived)$/.test(verb))
    return verb === "come" && words.includes("end");
  if (!PAST.has(verb)) return verb.endsWith("ing") && LEADING.has(stem(verb));
  return (
    !/^(?:met|told|found|visited|spoken|made|done|gone|travelled|listened)$/.test(verb) ||
    words.includes("just")
  );
}

/** What somebody is: the host by name, "glad to", "back next month", "turning to". */
function isState(words: readonly string[], rest: string): boolean {
  const skipped = words.filter(
    (word) => !/^(?:also|now|then|just|all|both|still|here|so|very|really|always|already|not)$/.test(word),
  );
  const first = skipped[0] ?? "";
  if (first === "" || FEELINGS.has(first))
    return !/^(?:not surprised|the (?:first|only|best)|in favour|on the side|with (?:the )?(?:committee|council|union|staff|workers)|at the scene|here (?:at|in|outside))/.test(
      words.join(" "),
    );
  if (/^\s*(?:also |still )?\p{Lu}/u.test(rest)) return true;
  if (first.endsWith("ing"))
    return (
      LEADING.has(stem(first)) &&
      !/^(?:hearing that|finding|learning that|seeing|reporting from|calling for|asking (?:the|for)|wanting)/.test(
        skipped.join(" "),
      )
    );
  return false;
}

const OWN: readonly RegExp[] = [
  /(?<!\p{L})(?:our|my)(?: own| latest| exclusive| recent| very own| in-depth)* (?:reporters?|correspondents?|investigations?|research|analysis|view|opinion|interviews?|guests?|colleagues?|newsroom|visits?|surveys?|poll|reporting|experience|understanding|calculations?|editor|inquir(?:y|ies)|enquir(?:y|ies)|contacts?|team|producers?|researchers?|studio|office|experts?|exclusive|findings|data|conversations?|chat|trip|favourites?|friends?|councillor|council|heart|guess|verdict|advice|recommendation|hunch|suspicion|conclusion|bet|money|take|impression|belief|sympathies|own eyes|listeners? (?:told|tell|say|wrote)|inbox|mailbag|sources? (?:say|says|tell|tells|told|inside|close|confirm|confirms|suggest))(?!\p{L})/giu,
  /(?<!\p{L})(?:my|(?<=of )mine)(?! (?:name|thanks|own (?:name|goodbye)|goodbye|list|next|first|last|final|pleasure))(?: \p{L}+){0,3}/giu,
];
const ASIDE: readonly RegExp[] = [
  /(?<!\p{L})(?:told|telling|tells(?= me)|asked|wrote to|written to|writes to|writing to|e-?mailed|contacted|invited|spoke to|spoke with|speaks? to|speaking to|speaking with|talked to|confirmed to|revealed to|admitted to|assured|informed|joined|impressed|convinced|worried|worries|amazed|amazes|thanked) (?:me|us|this (?:programme|show|podcast|round-?up)|the (?:programme|show|podcast|round-?up))(?!\p{L})/giu,
  /(?<!\p{L})(?:in (?:my|our) (?:view|opinion|experience|judgement|book)|if you ask (?:me|us)|speaking personally|personally|to my mind|as far as (?:i|we) know|for my part|(?:seems|seemed|looks|sounds|matters|appeals|clear|obvious) to (?:me|us)|for my money|exclusively (?:on|for|to)|exclusive to|as a (?:former|fellow) \p{L}+|having (?:visited|seen|spoken|talked|read|tried|worked|met|been)(?: \p{L}+)?|when (?:i|we) (?:visited|asked|spoke|met|called|tried)|let me (?:be (?:clear|honest)|tell you what i)|let's be honest|trust (?:me|us)|believe (?:me|us)|as an ai|as a language model|this (?:programme|show|podcast|round-?up) (?:has (?:learned|learnt|seen|heard|obtained|found)|understands|can reveal|believes|found|asked|contacted|spoke|visited))(?!\p{L})/giu,
];

/** "I'm …", "my name is …" and "with me, …": the host and nobody else. */
function judgeNameOfHost(passage: Passage, evidence: Evidence): Objection[] {
  const pattern =
    /(?<![\p{L}'])(?:I'm|I am|I've been|my name is|my name's|this is|with me,?|from me,?|and me,?) ((?:\p{Lu}[\p{L}'-]+)(?: \p{Lu}[\p{L}'-]+){0,3})/giu;
  const { hosts, show } = evidence.grounds;
  return [...passage.plain.matchAll(pattern)].flatMap((match) => {
    const name = match[1] ?? "";
    if (!/^\p{Lu}/u.test(name)) return [];
    const key = keyOf(name);
    const isOwn = [...hosts, show].some(
      (own) =>
        ` ${keyOf(own)} `.includes(` ${key} `) || key.startsWith(keyOf(own)) || keyOf(own).startsWith(key),
    );
    const isThis = /^this is/i.test(match[0]);
    const isPerson = findRun(evidence, key.split(" "), 1).length > 0 && key.includes(" ");
    if (
      isOwn ||
      (isThis && !isPerson) ||
      (isThis && evidence.grounds.segments.some((one) => keyOf(one).includes(key)))
    )
      return [];
    if (isThis && !hosts.some((host) => host.split(" ").length === name.split(" ").length)) return [];
    const start = match.index + match[0].length - name.length;
    return [
      object(
        passage,
        "name",
        start,
        start + name.length,
        `“${name}” does not present this show: ${hosts[0] ? `the host is ${hosts[0]}` : "name no host"}`,
      ),
    ];
  });
}
