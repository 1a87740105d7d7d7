// A text -> the places that show that a machine has reworded it, and whether they are enough to doubt it.
// Sites that spin others' articles bend quotations and figures; an episode must not rest on such a copy.

/** A place that no author writes: its line from 1, the words around it, and what is wrong with them. */
export interface Doubt {
  readonly line: number;
  readonly words: string;
  readonly reason: string;
}

interface Mark {
  readonly reason: string;
  /** False for what careless typing, or text from a PDF, shows as well. */
  readonly isStrong: boolean;
  readonly find: (line: string) => number[];
}

const REVERSED = "a quotation mark that closes where one should open";
const HE_OR_SHE = "a speaker who changes between he and she";
const BENT = "a name that is written in another way elsewhere";

/** What is found line by line; the index is where the excerpt stands. */
const MARKS: readonly Mark[] = [
  { reason: "a square bracket that closes and never opened", isStrong: true, find: findStrayBrackets },
  {
    reason: "a blank within a number",
    isStrong: true,
    // Only whole thousands: "of the 18, 250 came" is English.
    find: matchesOf(/(?<![\d.,]|\d )\d{1,3}, (?:\d{3}, )*(?:000|500)(?![\d,]| (?:and|or|to)\b)|\d \.\d/g),
  },
  {
    reason: "a word cut in two",
    isStrong: true,
    find: matchesOf(/\b(?:ca|wo|do|does|did|is|are|was|were|would|could|should|has|have|had) n['’]t\b/gi),
  },
  {
    reason: "an entity of HTML as text",
    isStrong: false,
    find: matchesOf(
      /&(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[nm]dash|hellip|#\d{2,5}|#x[\da-f]{2,5})[;,]/gi,
    ),
  },
  {
    reason: "blanks within brackets",
    isStrong: false,
    find: matchesOf(/\( (?=[\p{L}\d])|(?<=[\p{L}\d]) \)/gu),
  },
  {
    reason: "a word that stands twice",
    isStrong: false,
    find: matchesOf(
      /(?<![\p{L}'’-])(the|an?|of|to|in|and|for|with|on|at|from|by|their|its) \1(?![\p{L}'’-])/giu,
    ),
  },
];

const STRONG = new Set([REVERSED, ...MARKS.filter(({ isStrong }) => isStrong).map(({ reason }) => reason)]);

/** How many places of several kinds make a text doubtful, and of how many kinds; or of one strong kind alone. */
const ENOUGH = { places: 3, kinds: 2, ofOneKind: 6 } as const;

/** Finds the marks of a text that a machine reworded, in order. Markdown's escapes and links are no marks. */
export function findDoubts(text: string): Doubt[] {
  const lines = text.split("\n").map(readPlain);
  const doubts = [
    ...findReversedQuotes(lines),
    ...lines.flatMap((line, index) =>
      MARKS.flatMap(({ reason, find }) => find(line).map((at) => makeDoubt(line, index, at, reason))),
    ),
    ...findChangedSpeakers(lines),
    ...findBentNames(lines),
  ];
  return doubts.sort((a, b) => a.line - b.line);
}

/** True where the marks are too many, and of too many kinds, for careless typing. */
export function isDoubtful(doubts: readonly Doubt[]): boolean {
  const kinds = new Set(doubts.map(({ reason }) => reason));
  const strong = doubts.filter(({ reason }) => STRONG.has(reason));
  if (strong.length === 0) return false;
  if (doubts.length >= ENOUGH.places && kinds.size >= ENOUGH.kinds) return true;
  return [...STRONG].some(
    (reason) => strong.filter((doubt) => doubt.reason === reason).length >= ENOUGH.ofOneKind,
  );
}

/** A line of markdown with its escapes and the addresses of links blanked, so that only words are judged. */
function readPlain(line: string): string {
  return line
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\]\((?:[^()\s]|\([^()\s]*\))*\)/g, "]")
    .replace(/https?:\/\/\S+/g, "")
    .replace(/\u00A0/g, " ");
}

function makeDoubt(line: string, index: number, at: number, reason: string): Doubt {
  const from = line.lastIndexOf(" ", Math.max(0, at - 20)) + 1;
  const end = line.indexOf(" ", at + 25);
  return {
    line: index + 1,
    words: line
      .slice(from, end < 0 ? undefined : end)
      .slice(0, 80)
      .trim(),
    reason,
  };
}

function matchesOf(pattern: RegExp): (line: string) => number[] {
  return (line) => [...line.matchAll(pattern)].map(({ index }) => index);
}

/**
 * Closing marks that nothing opened: `achieve” the`, `” We`. A quotation may run on over lines; a mark after a
 * figure is an inch; `”word` is how Swedes and Finns open, and „word“ how Germans close.
 */
function findReversedQuotes(lines: readonly string[]): Doubt[] {
  const doubts: Doubt[] = [];
  let isOpen = false;
  lines.forEach((line, index) => {
    for (const { 0: mark, index: at } of line.matchAll(/[“”„]/g)) {
      const [before = " ", after = " "] = [line[at - 1], line[at + 1]];
      if (mark === "„") isOpen = true;
      else if (mark === "“") isOpen = !(isOpen && /[\p{L}\p{N}.,!?]/u.test(before));
      else if (isOpen) isOpen = false;
      else if (/\d/.test(before)) continue;
      // The mark that opens may be drawn by a style sheet: what closes a paragraph is no sign.
      else if (/\p{L}/u.test(line.slice(at))) {
        if (!(/[\s([—–]/.test(before) && /[\p{L}\p{N}]/u.test(after)))
          doubts.push(makeDoubt(line, index, at, REVERSED));
        isOpen = true;
      }
    }
  });
  return doubts;
}

function findStrayBrackets(line: string): number[] {
  const found: number[] = [];
  let depth = 0;
  for (const { 0: mark, index } of line.matchAll(/[[\]]/g)) {
    if (mark === "[") depth += 1;
    else if (depth > 0) depth -= 1;
    // As in "from]the perspective"; "]" at a line's end may close what a line before opened.
    else if (/\p{L}/u.test(line[index + 1] ?? "") || line[index - 1] === " ") found.push(index);
  }
  return found;
}

const SAYS =
  /\b(he|she) (?:said|says|added|adds|noted|notes|told|explained|explains|argued|argues|warned|warns|continued|stated)\b/gi;
/** Another person comes on: a name within a sentence, two capitals together, who does something, or a part that someone plays. */
const SOMEONE = [
  /(?<![.!?:”"“’‘'\n]\s*)(?<!^)\b\p{Lu}\p{Ll}+/u,
  /\b\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+|\p{Ll}+ed\b|said\b|says\b|told\b)/u,
  /(?:^|[.!?]["”’]?\s+)(?:The|An?|One|Another|His|Her|Their|Our|My) \p{Ll}/u,
  /\b(?:the|another|one|his|her|their) (?:[\p{L}-]+ ){0,3}?(?:owner|officer|minister|clerk|director|driver|nurse|doctor|teacher|head|leader|chair|chief|manager|mayor|councillor|farmer|patient|resident|mother|father|colleague|spokes\p{L}+|president|secretary|engineer|researcher|analyst|author|man|woman|member|expert|official|worker|student|visitor)\b/u,
  /\b(?:other|another|second|neighbour|wife|husband|brother|sister|son|daughter)\b/u,
];

/** "she said", and then "he said" with nobody named between. */
function findChangedSpeakers(lines: readonly string[]): Doubt[] {
  const doubts: Doubt[] = [];
  let speaker: string | null = null;
  let since = "";
  let sinceLine = 0;
  lines.forEach((line, index) => {
    let from = 0;
    for (const match of line.matchAll(SAYS)) {
      const who = (match[1] ?? "").toLowerCase();
      const between = `${since}\n${line.slice(from, match.index)}`;
      // A page further on somebody else may speak.
      if (
        speaker !== null &&
        speaker !== who &&
        index - sinceLine <= 2 &&
        !SOMEONE.some((pattern) => pattern.test(between))
      )
        doubts.push(makeDoubt(line, index, match.index, HE_OR_SHE));
      speaker = who;
      since = "";
      sinceLine = index;
      from = match.index + match[0].length;
    }
    since += `${line.slice(from)}\n`;
  });
  return doubts;
}

/** "TechUk" where the rest of the text has "TechUK"; a first letter and words in capitals are taste. */
function findBentNames(lines: readonly string[]): Doubt[] {
  const uses = new Map<string, Map<string, [line: number, at: number][]>>();
  lines.forEach((line, index) => {
    for (const { 0: word, index: at } of line.matchAll(
      /(?<![\p{L}\p{N}@./_-])\p{L}+\p{Ll}\p{L}*(?![\p{L}\p{N}@_])/gu,
    )) {
      if (!/\p{Lu}/u.test(word.slice(1))) continue;
      const forms = uses.get(word.toLowerCase()) ?? new Map<string, [number, number][]>();
      uses.set(word.toLowerCase(), forms);
      const form = word.slice(1);
      forms.set(form, [...(forms.get(form) ?? []), [index, at]]);
    }
  });
  return [...uses.values()].flatMap((forms) => {
    const sorted = [...forms.values()].sort((a, b) => b.length - a.length);
    return sorted
      .slice(1)
      .flatMap((places) => places.map(([index, at]) => makeDoubt(lines[index] ?? "", index, at, BENT)));
  });
}
