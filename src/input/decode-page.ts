// The bytes of a web page and its Content-Type -> its text, and the character set that gave it.
// Servers and pages often name the wrong set, and a £5m that becomes Â£5m would be spoken so.

/** A page as text. */
export interface DecodedPage {
  readonly text: string;
  /** The character set that was used, by its name in the Encoding standard: `utf-8`, `windows-1252`. */
  readonly charset: string;
  /** How many characters are lost: they stand as U+FFFD in the text. */
  readonly lost: number;
}

/** How far into a page its own declaration is looked for, in bytes: browsers look a little further than 1,024. */
const DECLARATION_BYTES = 4096;

/**
 * Decodes a page: by its byte order mark, else by the first that fits of the header's set, the set of its XML
 * declaration or of its `<meta>`, and UTF-8; else by windows-1252. Labels are read as the WHATWG Encoding
 * standard has them (`iso-8859-1` is windows-1252); unknown ones are passed over. What says windows-1252 and
 * is UTF-8 is read as UTF-8, since bytes are not that by chance and servers say so of everything.
 * `contentType` is the header's value, "" where there was none.
 */
export function decodePage(bytes: Uint8Array, contentType: string): DecodedPage {
  const marked = findMark(bytes);
  if (marked !== null) return describe(decode(bytes, marked, false) ?? "", marked);
  const declared = [readCharset(contentType), ...readDeclarations(bytes)]
    .map(readLabel)
    .filter((name) => name !== null);
  const candidates = declared.flatMap((name) => (name === "windows-1252" ? ["utf-8", name] : [name]));
  for (const charset of [...candidates, "utf-8"]) {
    const text = decode(bytes, charset, true);
    if (text !== null) return describe(text, charset);
  }
  // A stray byte in UTF-8 costs a character; one in a page of an older set is each of its letters.
  const page = describe(decode(bytes, "utf-8", false) ?? "", "utf-8");
  const sound = countMatches(page.text, /[^\u0000-\u007F\uFFFD]/g);
  return sound >= page.lost ? page : describe(decode(bytes, "windows-1252", false) ?? "", "windows-1252");
}

function describe(text: string, charset: string): DecodedPage {
  return { text, charset, lost: countMatches(text, /\uFFFD/g) };
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}

/** The set that a byte order mark tells (Encoding standard, 6.1 "BOM sniff"). */
function findMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return null;
}

/** The label of a Content-Type's `charset`, or "". */
function readCharset(contentType: string): string {
  const match = /;\s*charset\s*=\s*(?:"([^"]*)"|'?([^\s;"']+))/i.exec(contentType);
  return match?.[1] ?? match?.[2] ?? "";
}

/** The labels that a page declares itself: in its XML declaration, and in its first `<meta>` that names one. */
function readDeclarations(bytes: Uint8Array): string[] {
  const head = new TextDecoder("latin1")
    .decode(bytes.subarray(0, DECLARATION_BYTES))
    .replace(/<!--[\s\S]*?-->/g, "");
  const xml = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)/i.exec(head)?.[1] ?? "";
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1] ?? "";
  // Who could read the declaration as ASCII was not reading UTF-16 (HTML standard, 13.2.3.2).
  return [xml, meta].map((label) => (/^utf-?16/i.test(label) ? "utf-8" : label));
}

/** The name of a set by a label of it; null where no such set is known. */
function readLabel(label: string): string | null {
  if (label === "") return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** What the bytes 80 to 9F are in windows-1252; those that it leaves free stay controls. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** The text, or null if `strict` and some bytes are none of that set. */
function decode(bytes: Uint8Array, charset: string, strict: boolean): string | null {
  let text: string;
  try {
    text = new TextDecoder(charset, { fatal: strict }).decode(bytes);
  } catch {
    return null;
  }
  if (charset !== "windows-1252") return text;
  // Node 20.20 leaves these as if the set were Latin-1.
  return text.replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}
