// Text -> the characters in it that nobody can see, and the text without them.
// Hidden instructions, reversed text and control codes never reach a document, a message or a model.

/** A character that is not seen, and where it stands. */
export interface UnseenCharacter {
  /** Index in UTF-16 units. */
  readonly index: number;
  /** As `U+202E`. */
  readonly code: string;
  /** What it is, in words. */
  readonly name: string;
}

// C0 and C1 controls but tab and line feed; soft hyphen; zero-width space, word joiner and invisible
// operators; directional overrides and isolates; line and paragraph separators; byte order mark inside
// the text; interlinear marks; the mark of a character that was
// lost; tag letters; non-characters. Joiners (U+200C, U+200D) and the marks
// U+200E and U+200F are part of ordinary writing and stay.
const UNSEEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u2028\u2029\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\uFFFD\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\uDB40[\uDC00-\uDC7F]/g;

// The flags of England, Scotland and Wales are spelt with tag letters after a black flag.
const FLAG = /\uD83C\uDFF4(?:\uDB40[\uDC61-\uDC7A\uDC30-\uDC39]){1,8}\uDB40\uDC7F/g;

// Those that stand for a blank when they are taken out.
const BLANK = /[\u000B\u000C\u001C-\u001F\u0085\u2028\u2029]/;

/** Every unseen character of a text, in order. */
export function findUnseenCharacters(text: string): UnseenCharacter[] {
  const flags = [...text.matchAll(FLAG)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return [...text.matchAll(UNSEEN)]
    .filter((match) => !flags.some(([start, end]) => match.index >= start && match.index < end))
    .map((match) => ({ index: match.index, ...describe(match[0]) }));
}

/** The text without its unseen characters; those that separate words become a blank. */
export function removeUnseenCharacters(text: string): string {
  const found = findUnseenCharacters(text);
  if (found.length === 0) return text;
  let clean = "";
  let from = 0;
  for (const { index } of found) {
    const character = text.codePointAt(index) ?? 0;
    clean += text.slice(from, index) + (BLANK.test(text[index] ?? "") ? " " : "");
    from = index + (character > 0xffff ? 2 : 1);
  }
  return clean + text.slice(from);
}

/** The text for a terminal: every unseen character spelt out as `\u{202E}`, line feeds and tabs too. */
export function showUnseenCharacters(text: string): string {
  return text
    .replace(UNSEEN, (character) => `\\u{${hex(character.codePointAt(0) ?? 0)}}`)
    .replace(/\n/g, "\\n")
    .replace(/\t/g, "\\t");
}

function describe(character: string): { code: string; name: string } {
  const point = character.codePointAt(0) ?? 0;
  return { code: `U+${hex(point)}`, name: nameOf(point) };
}

function hex(point: number): string {
  return point.toString(16).toUpperCase().padStart(4, "0");
}

function nameOf(point: number): string {
  if (point === 0x0b) return "a vertical tab, as word processors paste for a soft line break";
  if (point === 0xad) return "a soft hyphen";
  if (point === 0x200b || point === 0x2060 || point === 0xfeff) return "a character of no width";
  if ((point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x206f))
    return "a mark that changes the direction of writing";
  if (point === 0x2028 || point === 0x2029) return "a separator of lines or paragraphs";
  if (point >= 0xe0000 && point <= 0xe007f) return "a hidden tag letter";
  if (point === 0xfffd) return "the mark of a character that was lost";
  if (point >= 0xd800 && point <= 0xdfff) return "half of a surrogate pair";
  if (point < 0xa0) return "a control character";
  return "a character that is not seen";
}
