// A passage -> an objection to all in it that no presenter reads out: addresses, markdown, stage directions,
// advertising, another language.

import { findUnseenCharacters } from "../input/characters.ts";
import { ADDRESSES, isNoAddress } from "./claims-addresses.ts";
import { findWords, hasCapital, makePlain } from "./claims-words.ts";
import type { Objection } from "./guard.ts";
import { type Evidence, findRun, keyOf } from "./guard-evidence.ts";
import { FUNCTION_WORDS, isOrdinary } from "./guard-ordinary.ts";
import { object, objectTo, type Passage } from "./guard-passage.ts";

/** Addresses of all kinds, written or read aloud: web, mail, telephone, street. */
export function judgeAddresses(passage: Passage): Objection[] {
  const found = ADDRESSES.flatMap((pattern) =>
    objectTo(passage, "address", pattern, "is an address, which no listener can use: leave it out"),
  );
  return dropInner(found.filter(({ words }) => !isNoAddress(words)));
}

/** Objections without those whose words stand within another's. */
function dropInner(objections: readonly Objection[]): Objection[] {
  return objections.filter(
    (one, at) =>
      !objections.some(
        (other, index) =>
          index !== at && other.words.includes(one.words) && (other.words !== one.words || index < at),
      ),
  );
}

const MARKDOWN: readonly RegExp[] = [
  /!?\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)?/gu,
  /\[\^?[\p{L}\p{N}_-]+\](?=:|\[|\s*$)/gmu,
  /\[\^[^\]\n]{1,60}\]/gu,
  /\*{1,3}[^*\n]{0,120}\*{0,3}/gu,
  /(?<![\p{L}\p{N}])_{1,3}[^_\n]{1,120}_{1,3}(?![\p{L}\p{N}])/gu,
  /_{2,}/gu,
  /`+[^`\n]{0,120}`*/gu,
  /~~[^~\n]{0,120}(?:~~)?/gu,
  /^[ \t]*#{1,6}[ \t]\S?[^\n]{0,60}/gmu,
  /^[ \t]*>[^\n]{0,60}/gmu,
  /^[ \t]*(?:[-+•·▪‣–]|\d{1,3}[.)])[ \t]+\S[^\n]{0,40}/gmu,
  /^[ \t]*(?:-{3,}|={3,}|\*{3,}|_{3,}|\+{3,})[ \t]*$/gmu,
  /\|[^\n]{0,80}/gu,
  /<\/?[a-z!?][^>\n]{0,120}>?/giu,
  /&(?:#x?[\da-f]{1,6}|[a-z]{2,10});/giu,
  /\\[^\s]?/gu,
  /[{}]/gu,
  /^[ \t]*(?:title|place|kind|date|drafts?|model|sha256|summary|order|status):\s?\S*/gimu,
  /\p{Extended_Pictographic}(?<![\d©®™])/gu,
];

/** Marks that are no words: markdown, HTML, pictures, signs that nobody can see. */
export function judgeMarkdown(passage: Passage): Objection[] {
  const found = MARKDOWN.flatMap((pattern) =>
    objectTo(
      passage,
      "markdown",
      pattern,
      "is a mark for the eye, and the passage is heard: write plain words",
    ),
  );
  const unseen = findUnseenCharacters(passage.source.replace(/[\n\t]/g, " ")).slice(0, 3);
  const hidden = unseen.map(({ index, name }) =>
    object(
      passage,
      "markdown",
      index,
      index + 1,
      `a sign that nobody can see stands in it (${name}): write plain words`,
    ),
  );
  return [...dropInner(found), ...hidden.map((one) => ({ ...one, words: "" }))];
}

const STAGE_WORDS =
  "pause|pauses|beat|music|jingle|sting|theme|fade|fades|sfx|fx|sound|sounds|effect|laugh|laughs|laughter|laughing|chuckles?|sighs?|smiles?|smiling|whispers?|applause|cheers|silence|drum ?roll|drums|bell|cue|cues|transition|segue|cut to|host|presenter|narrator|voice ?over|vo|ad lib|ad break|break|breath|breathes|clears throat|upbeat|warmly|brightly|dramatically|emphasis|slowly|softly|intro|outro|insert|read|tone|shuffles?|papers|coughs?|grins?|winks?|gasps?|deadpan|to camera|aside|clip|audio|tape|soundbite|turns page|page turn|inaudible|end|over music|under";
const STAGE: readonly RegExp[] = [
  /\[[^\]\n]{0,120}\]?/gu,
  new RegExp(`\\((?:[^()\\n]{0,40}(?<![\\p{L}-]))?(?:${STAGE_WORDS})(?![\\p{L}-])[^()\\n]{0,60}\\)?`, "giu"),
  /\((?:\p{L}+ly|in an? \p{L}+ (?:voice|tone)|with (?:a|an) \p{L}+|(?:a )?(?:short|long|brief|slight) \p{L}+|\p{Ll}+ing(?: \p{Ll}+){0,3})\)/giu,
  /^[ \t]*(?:(?:HOST|PRESENTER|NARRATOR|SPEAKER|ANNOUNCER|REPORTER|VOICE(?: ?OVER)?|ANCHOR|CO-?HOST|V\/?O|SFX|FX|MUSIC|SOUND|CUE|INTRO|OUTRO|SEGUE|LINK|NARRATION|PRODUCER|GUEST|SCENE|SCRIPT|SYSTEM|ASSISTANT|USER|PAUSE|BEAT|FADE|INT|EXT)\b[^:\n]{0,30}:)/gimu,
  /(?<![\p{L}-])(?:cue (?:the |up )?(?:music|jingle|theme|sting|applause|drum ?roll|titles?|tape|clip|lights)|(?:music|theme|jingle|sting|sound|lights|titles?|applause) (?:fades?|up|in|out|swells?|starts?|stops?|plays?|rises?|under|ends?|dips?)(?: (?:in|out|up|down|under))?|(?:theme|title|intro|outro|closing|opening) (?:music|tune|jingle)|fade (?:in|out|up|to)(?: \p{L}+)?|cut to(?: the)? (?:music|break|clip|tape|black|jingle|studio|interview|ad)|roll (?:the )?(?:tape|clip|vt|credits)|(?:short|long|brief|dramatic|slight|pregnant) pause|pause (?:here|for (?:effect|breath|a (?:moment|beat|second)|laughter|two|one|three))|(?<=^|[.!?] )sound of [^.!?]{1,30}|sound effects?|play (?:the )?(?:clip|jingle|sting|music|theme)|ad ?break|drum ?roll,? please|takes a (?:deep )?breath|clears? (?:his|her|my|the|their) throat|end of (?:script|segment|intro|passage|transcript|recording)|read (?:this )?(?:slowly|warmly|with)|insert [^.!?]{1,30} here|to be confirmed|tbc|lorem ipsum)(?![\p{L}-])/giu,
  /(?<!\p{L}|(?:a|the|no|of|some) )(?:pause|beat|sfx|music)(?=\.(?:\s|$)|\.\.\.)/giu,
  /(?:^|\n)[ \t]*(?:\p{Lu}{3,}[ \t]?){1,4}:/gu,
  /^[ \t]*-{1,2} ?(?:pause|beat|music)[^\n]*/gimu,
  /[♪♫]/gu,
];

/** What is for the studio and not for the listener: "[pause]", "(music)", "HOST:". */
export function judgeStageDirections(passage: Passage, evidence: Evidence): Objection[] {
  const hosts = evidence.grounds.hosts
    .flatMap((host) => [host, host.split(" ")[0] ?? host, host.split(" ").at(-1) ?? host])
    .filter((name) => name !== "");
  const labels = passage.plain.split("\n").flatMap((line) => {
    const label = /^\s*([^:]{2,40}):\s/.exec(line)?.[1] ?? "";
    return label !== "" && hosts.some((host) => keyOf(host) === keyOf(label)) ? [`${label}:`] : [];
  });
  const reason = "is a direction and no words to be heard: leave it out";
  return [
    ...dropInner(STAGE.flatMap((pattern) => objectTo(passage, "stage-direction", pattern, reason))).filter(
      ({ words }) => !isKnownLabel(words, evidence),
    ),
    ...labels.map((words) => ({ rule: "stage-direction" as const, words, reason: `“${words}” ${reason}` })),
  ];
}

/** "NHS: two stories" begins with a name and not with a speaker. */
function isKnownLabel(words: string, evidence: Evidence): boolean {
  const run = findWords(makePlain(words)).map(({ lower }) => lower);
  return (
    words.endsWith(":") &&
    /^\p{Lu}/u.test(words) &&
    run.length > 0 &&
    !/^(?:intro|outro|host|music)$/.test(run[0] ?? "") &&
    findRun(evidence, run, 1).length > 0
  );
}

const PROMOTION: readonly RegExp[] = [
  /(?<!\p{L})(?:sponsor(?:s|ed|ing|ship)?|brought to you (?:by|with)|made possible by|in (?:association|partnership) with|powered by|courtesy of (?:our|this)|(?:show|episode|programme|podcast|round-?up|segment|edition)[^.!?]{0,60} courtesy of|a (?:quick |short )?(?:word|message) from (?:our|the|this|a|my) (?:\p{L}+ )?(?:sponsors?|supporters?|backers?|partners?|friends?)|message from our|our (?:partners?|friends) (?:at|from|in)|paid (?:for by|promotion|partnership)|advert(?:s|ise|isement|ising)?|affiliate|promo|promotional|endors(?:e|ed|es|ement)|recommended by|highly recommended?|we recommend|i recommend|strongly recommend|recommend (?:that you|you|it|them))(?!\p{L})/giu,
  /(?<!\p{L})(?:(?:use|using|enter|quote) (?:the |our |my |this )?(?:(?:promo|discount|offer|special|voucher) )?code(?! (?:to|for|in))|with (?:the|our|promo|discount|offer) code|promo code|discounts?|(?:per cent|percent|%) off|half[- ]price|money off|voucher|coupon|gift card|free (?:trial|demo|consultation|gift|copy|copies|download|month|delivery|of charge|for listeners)|special (?:offer|rate|price|deal)|limited[- ](?:time|offer|edition|places)|exclusive (?:deal|offer|discount)|while stocks last|best (?:value|deal|price)|bargain (?:price|buy|basement)|great value|money-back|risk[- ]free|terms and conditions|on sale|for sale|subscription|premium)(?!\p{L})/giu,
  /(?<!\p{L})(?:subscrib(?:e|ing)|(?:rate|like) (?:and (?:subscribe|follow|share|review|rate)|us(?= on|[.,!]|$| and))|(?:leave|give) us (?:a )?(?:review|rating|five|stars?)|five[- ]star|rate and review|review us|follow us|like and share|share (?:this|the) (?:show|episode|podcast)|tell (?:a friend|your friends|your colleagues)|wherever you get your podcasts|patreon|donat(?:e|ion|ions)|buy (?:us|your|now|me)|(?<=^|[.!?:;,–—] |and |so |please |you (?:can|should|must|could) )buy (?:a|the|it|one)|order (?:now|your|yours|today|online|a copy)|(?:book|reserve|get|claim|grab|secure) (?:now|your|yours|a (?:place|demo|ticket|seat|copy)|tickets?|one (?:today|now))|sign(?:ing)? up|register (?:now|today|for|at|online|your)|download (?:the|our|their|its|it|now|your|a)|visit (?:their|our|its|the|his|her) (?:web ?site|site|shop|store|page|stand|stall|office|showroom)|(?:go to|head to|see|on|find it on|log on to|check) (?:their|our|its|the) (?:web ?site|site|page|shop|store|channel)|web ?sites?|home ?page|check (?:them|it|us) out|check out (?:the|their|our|its|his|her)|why not (?:try|buy|give|treat|visit)|(?:a must |must-)(?:have|buy|try|see|read)|you (?:need|should|must|ought to) (?:buy|try|get|own|hire|call|choose|switch)|every (?:council|organisation|trust|department|business) (?:should|needs to|ought to|must) (?:buy|get|use|try|have|hire|own|choose)|look no further|merch(?:andise)?|mailing list|newsletter|tickets|in all good|shop now|available (?:now|today|online|from|in all|to buy)|get in touch with (?:their|its|the) (?:team|sales)|call (?:them|the team) (?:today|now)|your first choice|proud to (?:support|partner|be supported)|a (?:great|fantastic|brilliant|superb|wonderful|terrific) (?:product|tool|service|firm|company|place to buy|book|app)|unbeatable|best-selling|bestselling|market leader|trusted by|loved by|no[- ]brainer|well worth (?:buying|the money|paying|a subscription)|(?:is|are) hiring|apply (?:now|today)|vacancies at|follow (?:them|him|her|me) on|connect with us|qr code|swipe (?:up|left|right)|click (?:on|here|the|below|through))(?!\p{L})/giu,
];

/** Advertising, for others and for the show itself. */
export function judgePromotion(passage: Passage, evidence: Evidence): Objection[] {
  const reason = "is advertising: leave it out";
  return dropInner(PROMOTION.flatMap((pattern) => objectTo(passage, "promotion", pattern, reason))).filter(
    // What the story itself tells of is news: "a discount for councils".
    ({ words }) =>
      !evidence.texts.some(
        ({ plain, isShow }) => !isShow && plain.toLowerCase().includes(makePlain(words).toLowerCase()),
      ) || /^(?:sponsor|brought to you|we recommend|subscrib)/i.test(words),
  );
}

/** Letters of other scripts than that of English. */
const FOREIGN_LETTERS = /(?=\p{L})\P{Script=Latin}+/gu;
const FOREIGN_WORDS = new Set(
  `der das und ist nicht mit ein eine einen für auf wir sie den dem des zu zum zur im vom über auch noch nach aus bei
  willkommen heute jetzt nun danke hallo guten tag geschichte woche monat le les une est et dans pour avec sur nous vous
  bonjour merci aujourd'hui maintenant voici c'est l'histoire du au aux sont cette ce que qui mais ou où el los las una
  y con por hola gracias hoy ahora bienvenidos historia esta este il lo gli della di che e ciao grazie oggi ora benvenuti
  een het van en wij nu dank welkom mae yr y croeso diolch nawr heddiw ac yn dy nesaf i'r o'r gan ein straeon nasz jest i
  teraz dziękuję og vi nu tack och är det som på`.split(/\s+/),
);

/** Sentences that are not English. */
export function judgeLanguage(passage: Passage, evidence: Evidence): Objection[] {
  const letters = objectTo(passage, "language", FOREIGN_LETTERS, "is not English: write English");
  const kept = letters.filter(({ words }) => !evidence.texts.some(({ plain }) => plain.includes(words)));
  const sentences = new Map<number, (typeof passage.words)[number][]>();
  for (const word of passage.words)
    sentences.set(word.sentence, [...(sentences.get(word.sentence) ?? []), word]);
  const foreign = [...sentences.values()].flatMap((own) => {
    const small = own
      .filter((word) => !hasCapital(word) || word.opens)
      .filter((word) => !/\p{N}/u.test(word.text));
    const isKnown = (lower: string) =>
      FUNCTION_WORDS.has(lower) || isOrdinary(lower) || evidence.index.has(lower);
    const english = small.filter(({ lower }) => isKnown(lower)).length;
    const others = small.filter(({ lower }) => FOREIGN_WORDS.has(lower) && !evidence.index.has(lower)).length;
    const unknown = small.length - english;
    const helpers = small.filter(({ lower }) => FUNCTION_WORDS.has(lower)).length;
    const isForeign =
      small.length >= 2 &&
      ((unknown >= 2 && english / small.length < 0.5) ||
        (others >= 2 && others > helpers && unknown >= 1) ||
        (others >= 1 && unknown >= 1 && helpers === 0));
    if (!isForeign) return [];
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const words = passage.source.slice(first.start, last.end);
    return [object(passage, "language", first.start, last.end, `“${words}” is not English: write English`)];
  });
  const marked = passage.words.filter(
    ({ lower, text }) =>
      /[à-ÿāăąćčďđēęěğĩīıłńňōőřśşšťũūůűŵŷźżž]/.test(lower) &&
      !hasCapital({ text } as never) &&
      !evidence.index.has(lower) &&
      !/^(?:café|cafés|naïve|naïvety|cliché|clichés|résumé|fiancée?|façade|déjà|décor|entrée|élite|née|rôle|coöperate|protégé|protégée|passé|touché|blasé|soufflé|à|détente|fête)$/.test(
        lower,
      ),
  );
  const endless = objectTo(passage, "language", /[\p{L}\p{M}']{45,}/gu, "is no word: write English");
  return [
    ...kept,
    ...endless,
    ...foreign,
    ...(foreign.length > 0
      ? []
      : marked.map(({ start, end, text }) =>
          object(passage, "language", start, end, `“${text}” is not English: write English`),
        )),
  ];
}
