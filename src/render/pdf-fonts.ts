// Text and a look -> stretches that one font can write, with their widths, for script.pdf.
// A character that no font has is drawn as a box, and found again by who reads the text out of the file.

import PDFDocument from "pdfkit";
import type { Recording } from "./recording.ts";
import type { ScriptOptions } from "./script-options.ts";
import { makeSheet, type Sheet } from "./script-sheet.ts";

/** The bytes of four TrueType fonts: three for text, and one for characters that those lack. */
export interface Fonts {
  readonly regular: Uint8Array;
  readonly italic: Uint8Array;
  readonly bold: Uint8Array;
  readonly symbols: Uint8Array;
}

/** A font for text. */
export type Face = "regular" | "italic" | "bold";

/** A stretch that one font writes. */
export interface Stretch {
  readonly font: Face | "symbols";
  /** What is drawn. */
  readonly text: string;
  /** What is meant, where boxes are drawn for it; else null. */
  readonly meant: string | null;
  /** In ems: points for each point of the letters' size. */
  readonly width: number;
}

/** A document with its fonts, ready to measure and to be drawn in. */
export interface Typesetter {
  readonly document: PDFKit.PDFDocument;
  /** The stretches of a text without line breaks, in order. */
  readonly setText: (text: string, face: Face) => readonly Stretch[];
}

/** A character that the fonts of script.pdf lack, and the part in which it first stands. */
export interface MissingCharacter {
  readonly character: string;
  /** As `U+4E2D`. */
  readonly code: string;
  /** The part's id as in the recording; null for the title block. */
  readonly part: string | null;
}

/** What pdfkit knows of a font and does not name in its types. */
interface OpenFont {
  readonly font: { hasGlyphForCodePoint(point: number): boolean };
  widthOfString(text: string, size: number): number;
}

const BOX = "\u25A1";

// Joiners, marks of direction, variation selectors and tag letters: they shape what stands before them.
const SHAPERS = /[\u200C-\u200F]|[\uFE00-\uFE0F]|[\u{E0020}-\u{E007F}]/gu;
// A letter with its marks is one: it is written by one font.
const CLUSTER = /[^\p{M}\u200C-\u200F\u{E0020}-\u{E007F}]?[\p{M}\u200C-\u200F\u{E0020}-\u{E007F}]+|./gsu;

// The blocks in which Unicode has letters from right to left, Hebrew and Arabic among them; their digits are not.
const RIGHT_TO_LEFT =
  /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Opens the fonts in a document. Throws where the bytes are not a font. */
export function openFonts(document: PDFKit.PDFDocument, fonts: Fonts): Typesetter {
  const names = ["regular", "italic", "bold", "symbols"] as const;
  for (const name of names) document.registerFont(name, fonts[name] as PDFKit.Mixins.PDFFontSource);
  // The last font is large, and most scripts never need it.
  const opened = new Map<Stretch["font"], OpenFont>();
  const open = (name: Stretch["font"]): OpenFont => {
    const known = opened.get(name);
    if (known) return known;
    const font = (document.font(name) as unknown as { readonly _font: OpenFont })._font;
    opened.set(name, font);
    return font;
  };
  const has = (name: Stretch["font"], text: string) =>
    [...text].every((character) => open(name).font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  const known = new Map<string, readonly Stretch[]>();
  return {
    document,
    setText: (text, face) => {
      const key = `${face} ${text}`;
      const before = known.get(key);
      if (before) return before;
      const stretches = cutByFont(text, face, has).map((stretch) => ({
        ...stretch,
        width: open(stretch.font).widthOfString(stretch.text, 1),
      }));
      known.set(key, stretches);
      return stretches;
    },
  };
}

/** Each character of what is printed that no font has, once, with the part in which it first stands. */
export function findMissingCharacters(
  recording: Recording,
  fonts: Fonts,
  options: ScriptOptions,
): MissingCharacter[] {
  const { setText } = openFonts(new PDFDocument({ autoFirstPage: false, font: null as never }), fonts);
  const missing = new Map<string, MissingCharacter>();
  for (const { text, part } of listPrinted(recording, options)) {
    for (const character of new Set(text.replace(SHAPERS, ""))) {
      if (missing.has(character) || setText(character, "regular").every(({ meant }) => meant === null))
        continue;
      const point = character.codePointAt(0) ?? 0;
      missing.set(character, {
        character,
        code: `U+${point.toString(16).toUpperCase().padStart(4, "0")}`,
        part,
      });
    }
  }
  return [...missing.values()];
}

/** True if a letter that is read from right to left is printed, whose words script.pdf puts in the wrong order. */
export function hasRightToLeft(recording: Recording, options: ScriptOptions): boolean {
  return listPrinted(recording, options).some(({ text }) => RIGHT_TO_LEFT.test(text));
}

/** What is printed that an author wrote, with the part it stands in: null for the title block. */
function listPrinted(
  recording: Recording,
  options: ScriptOptions,
): { readonly text: string; readonly part: string | null }[] {
  const sheet = makeSheet(recording, options);
  return [
    ...[sheet.series, sheet.title, ...sheet.facts.map(({ value }) => value)].map((text) => ({
      text,
      part: null,
    })),
    ...sheet.parts.flatMap((part, index) =>
      listTexts(part).map((text) => ({ text, part: recording.parts[index]?.id ?? null })),
    ),
  ];
}

function listTexts(part: Sheet["parts"][number]): string[] {
  return [
    part.segment ?? "",
    part.slug,
    part.title,
    ...part.passages.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ pieces }) => pieces.map(({ text }) => text)),
    ),
    ...part.sources,
  ];
}

type Cut = Omit<Stretch, "width">;

/** Cuts a text where the font changes that can write it. */
function cutByFont(text: string, face: Face, has: (font: Stretch["font"], text: string) => boolean): Cut[] {
  const cut: Cut[] = [];
  for (const [cluster] of text.matchAll(CLUSTER)) {
    const composed = cluster.normalize("NFC");
    const forms = [composed, cluster, composed.replace(SHAPERS, "")];
    const found = ([face, "symbols"] as const)
      .flatMap((font) => forms.map((form): Cut => ({ font, text: form, meant: null })))
      .find((form) => has(form.font, form.text));
    const next = found ?? { font: "symbols", text: BOX, meant: cluster };
    const last = cut.at(-1);
    if (last && last.font === next.font && (last.meant === null) === (next.meant === null)) {
      const meant = last.meant === null ? null : last.meant + (next.meant ?? "");
      cut[cut.length - 1] = { font: last.font, text: last.text + next.text, meant };
    } else cut.push(next);
  }
  return cut;
}
