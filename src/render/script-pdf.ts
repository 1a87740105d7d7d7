// Recording -> script.pdf: the script on paper, tagged for readers of every kind, its fonts embedded.
// Set by hand in pdfkit, so that no sentence stands across two pages and no byte depends on the machine.

import PDFDocument from "pdfkit";
import type { Document } from "./document.ts";
import { makeBlocks } from "./pdf-blocks.ts";
import { drawPages, MARGIN } from "./pdf-drawing.ts";
import { type Fonts, openFonts } from "./pdf-fonts.ts";
import { fillPages } from "./pdf-pages.ts";
import type { Recording } from "./recording.ts";
import type { ScriptOptions } from "./script-options.ts";
import { makeSheet, type Sheet } from "./script-sheet.ts";

// Points.
const PAPER = { a4: { width: 595.28, height: 841.89 }, letter: { width: 612, height: 792 } };

/**
 * Writes script.pdf: PDF 1.7, tagged in reading order, with language, title, bookmarks and embedded fonts; words
 * of 14 pt at 1.5 spacing, paragraphs whole on a page. The same bytes for the same recording, always.
 */
export async function renderPdf(
  recording: Recording,
  options: ScriptOptions,
  fonts: Fonts,
): Promise<Document<Uint8Array<ArrayBuffer>>> {
  const sheet = makeSheet(recording, options);
  const document = openDocument(recording, sheet);
  const content = collectBytes(document);
  const typesetter = openFonts(document, fonts);
  const paper = PAPER[options.paper];
  const blocks = makeBlocks(typesetter, sheet, options, paper.width - 2 * MARGIN.side);
  const pages = fillPages(blocks, paper.height - MARGIN.top - MARGIN.bottom);
  drawPages(typesetter, pages, paper, sheet, recording.dateText);
  document.end();
  return { name: "script.pdf", content: await content };
}

function openDocument(recording: Recording, sheet: Sheet): PDFKit.PDFDocument {
  const date = new Date(`${recording.date}T00:00:00Z`);
  const info = { Title: sheet.title, Author: sheet.series, Subject: "Script for recording" };
  const document = new PDFDocument({
    pdfVersion: "1.7",
    tagged: true,
    // A word that the types of pdfkit do not know yet.
    subset: "PDF/UA" as never,
    lang: recording.language,
    displayTitle: true,
    autoFirstPage: false,
    // No font is open until it is needed: pdfkit would take one that is not embedded.
    font: null as never,
    info: { ...info, Producer: "roundup", Creator: "roundup", CreationDate: date, ModDate: date },
  });
  // pdfkit writes these words into XML as they stand, after it has written them where they need no escaping.
  const innards = document as unknown as { endMetadata: () => void };
  const endMetadata = innards.endMetadata.bind(document);
  innards.endMetadata = () => {
    const written = Object.entries(info).map(([key, value]) => [key, escapeXml(value)]);
    Object.assign(document.info, Object.fromEntries(written));
    endMetadata();
  };
  return document;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function collectBytes(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}
