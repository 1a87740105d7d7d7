// A paragraph of a note -> whether it speaks to a model, and not to a listener.
// Such words are spoken as they stand, for they are the author's; but nothing that a model writes may rest on them.

import { removeUnseenCharacters } from "../input/characters.ts";
import { isOrdinary } from "./guard-ordinary.ts";

// What the programme is made of, and who makes it, as orders to a model name them.
const PLACE = `(?:intro|intros|introduction|outro|outros|segues?|passages?|narration|opening words|closing words|(?:opening|closing|first|last) (?:line|words|sentence) of (?:the|this|your) (?:show|episode|programme|podcast)|linking (?:words|narration|text)|sign-?off|script|transcript|show notes|rundown|summary|segment's passage)(?! (?:of (?!(?:this|the|your) (?:show|episode|programme))|for (?!(?:this|the|your) (?:show|episode|programme))))`;
const MODEL = String.raw`(?:assistants?|chat ?bots?|language models?|llms?|gpt(?:-?\d\w*)?|chatgpt|claude|gemini|llama|copilot|ai(?: (?:model|assistant|system|only|agent|writer))?|models?|narrators?|writer of (?:this|the) (?:show|narration)|summari[sz]ers?|copy ?writers?|presenters? of this|bots?|machines?|whoever writes|those who write)`;
const ORDERS = `(?:say|write|print|output|repeat|read out|mention|name|include|insert|add|praise|credit|thank|announce|tell (?:the )?listeners|send|open|close|begin|start|end|finish|answer|respond|reply|return|ignore|disregard|forget|override|bypass|skip|omit|leave out|replace|rename|use|cite|quote|put|make sure|ensure|recommend|greet|call|reveal|show|decode|execute|follow|obey|act|pretend|translate|do not|don't|never|always|only|state|remove|swap|change|set|drop|deny|copy|append|prepend|promote|endorse|give|speak|treat|consider|remember)`;
const MUST = `(?:must|should|shall|has to|have to|needs? to|ought to|is to|are to|may not|can(?:not|'t)? (?:only )?|will)`;

/** Ways of speaking to a model, in small letters and straight marks. */
const SIGNS: readonly RegExp[] = [
  // Instructions and prompts, spoken of as such.
  /\b(?:ignore|disregard|forget|override|overrule|bypass|drop|discard|set aside|skip|neglect)\b[^.!?]{0,40}\b(?:previous|prior|above|foregoing|preceding|all|any|your|system|everything)\b[^.!?]{0,30}\b(?:instructions?|rules?|prompts?|orders?|guidelines?|directions?|commands?|context|stories|text|constraints|policies|restrictions|training|above|below)\b/,
  /\b(?:system|developer|hidden|secret|initial|original|your) ?(?:prompt|instructions?|message|orders?|rules|guidelines)\b/,
  /\b(?:new|updated?|revised|further|additional|special|final|real|true|following) (?:instructions?|orders?|rules|prompt|commands?|directives?|style ?guide|guidelines) ?(?::|,|\.|!|for|to|apply|override|supersede|version|follow|from|$)/,
  /\b(?:instructions?|prompt|orders?) (?:above|below|ends?|begins?|to the|for the (?:ai|model|assistant|writer|narrator))\b/,
  /\b(?:prompt injection|jail ?break|dan mode|developer mode|god mode|do anything now|role ?play|end of (?:the )?(?:input|data|story|stories|prompt|context|document|notes?)|data ends here|input has ended|begin(?:ning)? of (?:the )?(?:prompt|instructions?|system)|context window|max tokens|json schema|response format|function call|tool (?:call|result|reply|output|response))\b/,
  /\byou are (?:now|no longer|from now on|actually|really|a|an|the|in|going to be|turbo|free)\b[^.!?]{0,60}\b(?:assistant|model|bot|ai|narrator|writer|persona|character|mode|rules?|no rules|expert|marketing|pirate|salesman|agent|editor|now)\b/,
  /\b(?:from (?:now|this point) on,? (?:you|say|always|never|every passage|the (?:show|host))|for the rest of (?:this|the|your)|pretend (?:to be|that|you)|act as an? (?:assistant|model|bot|ai|narrator|salesman|different)|imagine (?:that )?you are|you must|you will|your (?:task|job|role|answer|reply|output|response|next words|only task|goal|new)|let's play a game|stay in character|as an ai|as a language model|do as i say)\b/,
  // The programme's own places, with what is to be said there.
  new RegExp(
    String.raw`\b(?:the|this|your|every|each|any|all|an|in|at|to|of|whole|no) ${PLACE}\b[^.!?]{0,60}\b(?:${MUST}|says?|names?|mentions?|ends?|begins?|opens?|closes?|thanks?|with the words|word for word|credits?)\b`,
  ),
  new RegExp(
    String.raw`\b${MUST} (?:not )?(?:be |go |stand |appear |come |read |open |close |say so |start |end )?[^.!?]{0,40}\b(?:in|at|into|to|from|with|of) (?:the|this|your|every|each|any|all|an) (?:[\w-]+ ){0,2}${PLACE}\b`,
  ),
  new RegExp(
    String.raw`\b${ORDERS}\b[^.!?]{0,60}\b(?:in|at|into|to|from|for|with|of|as|on|end|begin|open|close|write|return|below|before|after) (?:the|this|your|every|each|any|all|an) (?:[\w'-]+ ){0,3}${PLACE}\b`,
  ),
  new RegExp(
    String.raw`\b(?:write|return|rewrite|begin|start|end|open|close|change|replace|skip|leave) (?:(?:the|this|your|every|each|all|an) (?:[\w-]+ ){0,2})?${PLACE}\b`,
  ),
  /\b(?:the|each|every|a) segue into\b/,
  /\b(?:in|of|to|into|at|for) (?:every|each|all|any|the next|the following|other|the other) (?:of the )?(?:intros?|outros?|segues?|passages?|segments?|stories|places?|story)\b[^.!?]{0,80}\b(?:say|says|said|name|mention|praise|must|should|word|words|use|put|write)\b/,
  /\b(?:begin|start|end|open|close|finish) (?:each|every|all|the) (?:passages?|segues?|segments?|stories|show|episode|programme|narration|sentences?|paragraphs?)\b[^.!?]{0,40}\b(?:with|by|on)\b/,
  /\b(?:open|close|begin|start|end) (?:the|this) (?:show|episode|programme|podcast) (?:with|by|on)\b/,
  /\b(?:tell|send|direct|point|ask|urge|remind|invite) (?:all |your |the |our )?listeners?\b/,
  /\blisteners? (?:should|must|ought to|need to|are to|can) (?:be told|go to|visit|hear|call|write to|buy|know that|be sent|be asked)\b/,
  /\b(?:say|said|says|name|mention|praise|credit|thank|repeat|put (?:it|this)) (?:it |this |that |so |us |them |[\w'-]+ ){0,5}(?:in (?:every|each|all)|everywhere|throughout (?:the|this)|at every|on every|wherever)\b/,
  /\b(?:when|where)ever (?:you|they|it|the|[\w, ]{1,40}) (?:write|start|begin|speak|is|are)\b[^.!?]{0,60}\b(?:use|say|name|put|it helps to|mention|bear)\b/,
  /\b(?:this|the) (?:episode|show|programme|podcast|host|presenter) (?:is|was|must be|should be|has been) (?:now )?(?:sponsored|renamed|called|brought|paid)\b/,
  /\b(?:rename|replace|change) the (?:host|presenter|show|segment|title)\b|\bthe (?:host|presenter)(?:'s)? (?:(?:new )?name|is now|has changed)\b/,
  /\b(?:paid for this (?:episode|show)|leave out (?:the|every|all) (?:other )?(?:story|stories|next|rest)|(?:skip|omit|drop|leave out|delete|remove|cancel) the (?:story|next story|item|rest)|forget the other stories|the other stories)\b/,
  /\b(?:correction|note|message|memo|reminder|instructions?|request|advice|word) (?:to|for|from) (?:the )?(?:rest of (?:this|the) episode|editor|producer|presenter|host|writer|narrator|ai|model|assistant|reader of this)\b/,
  /(?:^|[.!?:"([] ?)(?:to the|to any|to every|dear|hey|attention,?|note to the|note to any|for the) (?:language model|llm|chat ?bot|ai|narrator|summari[sz]er|model|gpt|chatgpt|assistant|writer|machine|bot)s?\b|\bai only\b|\bmodel reading this\b/,
  /\bthe (?:model|assistant|ai|writer|narrator|machine|system) (?:must|should|shall|has to|is to|will (?:now|say|write|only)|may (?:not|only)|can(?:not|'t)? only|needs to)\b/,
  /\b(?:tell|ask|order|instruct|let|make) the (?:model|assistant|ai|machine|narrator|writer)\b/,
  /\b(?:as|an?) approved (?:name|supplier|wording|text)\b|\buse the approved\b|\bapproved: |\bstyle ?guide\b/,
  /\bwhoever (?:writes|reads|speaks|says)\b[^.!?]{0,60}\b(?:words|show|script|episode|this|aloud)\b/,
  /\b(?:use|repeat|copy|return|quote|insert|say|print) (?:this|the following|these|it|the) (?:quotation|words?|sentence|line|text|phrase|intro|below|exactly|verbatim|passage)\b/,
  /\b(?:must|(?:^|[.!?:] )(?:return|repeat|say|print|quote|copy|read|write))\b[^.!?]{0,60}\b(?:word for word|verbatim)\b|\b(?:exactly as written|read the next line|from its end|decode|rot13|base ?64|in reverse)\b/,
  /\bsegues?\b|\boutros?\b|\b(?:each|every|any) passage\b|\bpassages (?:for|of) this (?:episode|show)\b|\bempty string\b|\bescape (?:character|code)s?\b|\bscript element\b|\b(?:every|each|this|any) place but\b|\bplaces asked for\b|\bfor this place\b/,
  /(?:^|[.!?:,;] )(?:please )?read (?:out )?(?:the|this|that|these) (?:address|number|words|name|following)\b|\b(?:a|the|every) (?:good )?(?:host|presenter|narrator)s? (?:repeats?|says?|reads?|should|must|always|signs?|has to)\b/,
  /\b(?:show|programme|podcast|episode) (?:has a new (?:host|name|title)|is now called|will now be)\b|\bplease sign as\b|\bthe editor wants\b|\bwhere you (?:mention|say|name|thank)\b/,
  /\bif you(?:'re| are) (?:not )?(?:a |an )?(?:person|human|ai|machine|model|bot|language|program|not)\b|\b(?:carr(?:y|ies)|bears?|contains?|includes?) the (?:sentence|words|line|phrase)\b/,
  /\b(?:reveal|print|show|repeat|output|tell (?:us|me)|quote|recite|read out) (?:the|your|its|all|every)? ?(?:[\w-]+ )?(?:system|prompt|instructions|api key|secret key|key|password|configuration|training data|rules (?:you|above))\b/,
  /\b(?:openai_api_key|api[_ ]key|bearer [a-z0-9]{8,}|process\.env)\b/,
  // Orders at the start of a sentence to one who is addressed.
  new RegExp(
    String.raw`(?:^|[.!?:;"(\[]\s*)(?:dear |hey |attention,? |ok,? |to the |note to (?:the )?)?${MODEL}\s?[,:!-]\s*(?:please )?(?:you |every |the |${ORDERS})`,
  ),
  new RegExp(String.raw`(?:^|[.!?:;,"(\[] ?)(?:and )?(?:${MODEL}),? ${ORDERS}\b`),
  // Roles, break-outs and tokens.
  /(?:^|[.!?"'\]}>] ?|\n)(?:intro|outro|segue|system|assistant|user|developer|human|ai|tool|function|model|bot|narrator|instructions?|prompt) ?: ?\S/,
  /<\|?\/?(?:im_|system|user|assistant|story|stories|data|instructions?|prompt|input|output|document|context|script|endoftext|eot|human|s>|inst)|\[\/?(?:inst|system|ai|user|assistant|data|end)\b|<<sys|\{\{|\}\}|"\s*[}\]]\s*[,}\]]|[{,]\s*"[\w .-]{1,40}"\s*:|\]\s*\}|-{3,} ?(?:begin|end|system|new)|#{2,} ?(?:system|instruction|response|new|intro|outro|user)|```|\u001b\[|\\x1b|\\u00|&#\d|<script|<!--|-->|<\/\w/,
  // Other languages' ways of the first of these.
  /\b(?:ignorez|ignora|ignore|ignoriere|negeer|vergiss|oubliez|olvida|anwybyddwch)\b[^.!?]{0,40}\b(?:consignes|instructions|instrucciones|anweisungen|instructies|istruzioni|anweisung|cyfarwyddiadau|pr[ée]c[ée]dentes|anteriores|vorherigen)\b|\b(?:[ée]crivez|schreibe|schreib|escribe|scrivi) (?:chaque|jede|cada|ogni|den|la|el|le|l')/,
];

/** Letters of other alphabets that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  х: "x",
  у: "y",
  і: "i",
  ї: "i",
  ѕ: "s",
  ј: "j",
  ԁ: "d",
  һ: "h",
  ո: "n",
  к: "k",
  м: "m",
  т: "t",
  в: "b",
  н: "h",
  α: "a",
  ε: "e",
  ο: "o",
  ρ: "p",
  ν: "v",
  ι: "i",
  κ: "k",
  υ: "u",
  τ: "t",
  ɡ: "g",
  ı: "i",
};
const FIGURES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/** True for text that gives a model orders or pretends to be one: nothing may rest on it. */
export function addressesModel(text: string): boolean {
  const hidden = text.length - removeUnseenCharacters(text).length;
  // Words written with letters that nobody sees are meant for a machine.
  if (hidden > 8) return true;
  const plain = foldLetters(removeUnseenCharacters(text));
  if (isDisguised(text) || hasBlob(text)) return true;
  const versions = [plain, foldFigures(plain), [...plain].reverse().join("")];
  return versions.some((version) => SIGNS.some((sign) => sign.test(version)));
}

function foldLetters(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .toLowerCase()
    .replace(/[\u0370-\u058f\u0261\u0131]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/\s+/g, " ");
}

/** "1gn0r3" is "ignore": figures within a word are read as the letters that they look like. */
function foldFigures(plain: string): string {
  return plain.replace(/[a-z0-9@$]*[a-z][a-z0-9@$]*/g, (word) =>
    /[013457@$]/.test(word) ? word.replace(/[013457@$]/g, (figure) => FIGURES[figure] ?? figure) : word,
  );
}

/** True for words of letters of two alphabets, and for many words with figures in place of letters. */
function isDisguised(text: string): boolean {
  const mixed = text.match(
    /[\p{Script=Latin}][\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{Script=Latin}]/gu,
  );
  if ((mixed?.length ?? 0) >= 2) return true;
  const figured =
    text.match(/(?<![\p{L}\p{N}])\p{L}*(?:\p{L}[013457]\p{L}|[013457]\p{L}{2})\p{L}*(?![\p{L}\p{N}])/gu) ??
    [];
  return figured.filter((word) => !/^\d+(?:st|nd|rd|th|s|am|pm|k|m|bn|kg|km|mph)$/i.test(word)).length >= 4;
}

/** True for a run of letters and figures that is no word but a code: base64, hexadecimal. */
function hasBlob(text: string): boolean {
  const runs = text.match(/[A-Za-z0-9+/_-]{24,}={0,2}/g) ?? [];
  return runs.some((run) => {
    if (/^[a-z-]+$/.test(run) || run.split(/[-/_]/).every((part) => isOrdinary(part.toLowerCase())))
      return false;
    return /\d/.test(run) && /[a-z]/i.test(run)
      ? true
      : /[a-z]/.test(run) && /[A-Z]/.test(run.slice(1)) && !run.includes("-");
  });
}
