// Text -> its words, each with its place, its sentence and how it is written.
// Every reader of claims works on these, so that figures, names and quotations agree on what a word is.

/** A word, a number or initials, where it stands. */
export interface Word {
  /** As written, without a possessive ending. */
  readonly text: string;
  /** In small letters, with straight apostrophes and without a possessive ending. */
  readonly lower: string;
  /** Where it stands, in UTF-16 units of the plain text; the possessive ending counts. */
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
  /** The number of its sentence in the text, from 0. */
  readonly sentence: number;
  /** True where grammar asks for a capital letter: after a full stop, a colon, a dash, an opening quotation mark. */
  readonly opens: boolean;
  /** True for "London's" and "boroughs'". */
  readonly possessive: boolean;
}

const PLAIN: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  ʼ: "'",
  "′": "'",
  "`": "`",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "«": '"',
  "»": '"',
  "″": '"',
  "‐": "-",
  "‑": "-",
  "‒": "–",
  "−": "-",
};

/** Full stops of other scripts, and dots that pass for one. */
const NARROW: ReadonlyMap<string, string> = new Map([
  ["\u3002", "."],
  ["\uff61", "."],
  ["\u00b7", "."],
  ["\u2219", "."],
  ["\u22c5", "."],
]);

/**
 * Text in one form of quotation marks, blanks and hyphens, in the composed form of Unicode. It is as long as
 * `text.normalize("NFC")`, so that a place in the one is the same place in the other.
 */
export function makePlain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[‘’‚‛ʼ′“”„‟«»″‐‑‒−]/g, (sign) => PLAIN[sign] ?? sign)
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(
      /[\u00b7\u2024\u2219\u22c5\u3002\ufe52\uff01-\uff5e\uff61]/g,
      (sign) => NARROW.get(sign) ?? sign.normalize("NFKC"),
    );
}

const WORD =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[&'](?=\p{L})[\p{L}\p{M}\p{N}]+)*/gu;

// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof cllr st sir rev hon sgt lt col gen capt no nos vs v etc eg ie cf dept gov inc ltd plc approx".split(
    " ",
  ),
);

/** The words of a text that `makePlain` has seen. */
export function findWords(plain: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  let sentence = 0;
  for (const match of plain.matchAll(WORD)) {
    const gap = plain.slice(end, match.index);
    const before = words.at(-1);
    if (before && endsSentence(before, gap, match[0])) sentence += 1;
    const bare = match[0].replace(/\.$/, "");
    const isInitials = /^(?:\p{Lu}\.)+/u.test(match[0]);
    const text = (isInitials ? bare.replaceAll(".", "") : bare).replace(/'s$/i, "");
    end = match.index + match[0].length;
    words.push({
      text,
      lower: text.toLowerCase(),
      start: match.index,
      end,
      gap,
      sentence,
      opens: !before || before.sentence !== sentence || /[:;–—"()[\]>*\n…]|(?:^|\s)['-]/.test(gap),
      possessive: /'s$/i.test(bare) || (/s$/i.test(text) && /^'(?!\p{L})/u.test(plain.slice(end, end + 2))),
    });
  }
  return words;
}

function endsSentence(before: Word, gap: string, after: string): boolean {
  if (/\n/.test(gap)) return true;
  if (!/[.!?…]/.test(gap) || !/\s/.test(gap)) return false;
  // A question or an ellipsis within a sentence goes on in small letters.
  if (/^\p{Ll}/u.test(after) && !/\./.test(gap)) return false;
  const isAbbreviation = ABBREVIATIONS.has(before.lower) || /^\p{Lu}$/u.test(before.text);
  return !(gap.startsWith(". ") && isAbbreviation && before.text !== "I");
}

/** True where a word follows the one before with nothing but a blank or a hyphen between. */
export function isTight(word: Word | undefined): boolean {
  return word !== undefined && /^[ \t]*-?[ \t]*$/.test(word.gap);
}

/** True for a word with a capital letter anywhere, as names and initials have. */
export function hasCapital(word: Word): boolean {
  return /\p{Lu}/u.test(word.text);
}

/**
 * The rough stem of a word in small letters, the same for "job" and "jobs", "train" and "training". It serves
 * to compare words with one another and is no word itself.
 */
export function stem(lower: string): string {
  const bare = lower.replace(/(?:n't|'[a-z]{1,2}|')$/, "");
  if (bare.length <= 3) return bare;
  const cut = dropEnding(bare.replace(/(?:ies|ied)$/, "y").replace(/(s|x|z|ch|sh)es$/, "$1"))
    .replace(/([bdgmnprt])\1$/, "$1")
    .replace(/[ey]$/, "");
  return cut.length >= 2 ? cut : bare;
}

function dropEnding(word: string): string {
  for (const ending of ["ings", "ing", "ed"]) {
    const root = word.slice(0, -ending.length);
    if (word.endsWith(ending) && root.length >= 3 && /[aeiouy]/.test(root)) return root;
  }
  return /[^suia]s$/.test(word) ? word.slice(0, -1) : word;
}
