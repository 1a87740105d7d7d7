// Text -> its sentences, by rules of our own so that every machine cuts alike.

// Words that end in a full stop without ending a sentence, in lower case.
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof cllr st sir rev hon sgt lt col gen capt no nos vs v etc e.g i.e eg ie cf al c d dept gov inc ltd plc approx est fig vol p pp jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/** The sentences of a paragraph, each trimmed; together they hold every word of it. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?…]+["”’')\]]*\s+/g)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text.slice(from, match.index), match[0], text.slice(end))) continue;
    sentences.push(text.slice(from, end).trim());
    from = end;
  }
  const rest = text.slice(from).trim();
  return rest === "" ? sentences : [...sentences, rest];
}

function endsSentence(before: string, stop: string, after: string): boolean {
  if (!/^["“‘'([]*[\p{Lu}\p{Lt}\p{Lo}\p{N}£$€]/u.test(after)) return false;
  if (!stop.startsWith(".") || stop.startsWith("..")) return true;
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? "";
  const isInitial = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && word !== "I";
  return !isInitial && !ABBREVIATIONS.has(word.toLowerCase());
}

/** The first sentences of a text: two at the most, the second only while both stay under `limit` characters. */
export function firstSentences(text: string, limit = 280): string {
  const [first = "", second] = splitSentences(text);
  return second !== undefined && first.length + second.length < limit ? `${first} ${second}` : first;
}
