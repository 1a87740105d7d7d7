// The font files beside the program -> their bytes, for script.pdf.
// Renderers read no file, so the fonts are handed to them.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Fonts } from "../render/pdf-fonts.ts";

/** Reads the fonts that the bundle carries, or those of the last bundle where the code runs from src/. */
export async function readFonts(): Promise<Fonts> {
  const beside = new URL("./fonts/", import.meta.url);
  const folder = existsSync(beside) ? beside : new URL("../../dist/fonts/", import.meta.url);
  const read = (name: string) => readFile(fileURLToPath(new URL(name, folder)));
  const [regular, italic, bold, symbols] = await Promise.all([
    read("AtkinsonHyperlegibleNext_400Regular.ttf"),
    read("AtkinsonHyperlegibleNext_400Regular_Italic.ttf"),
    read("AtkinsonHyperlegibleNext_700Bold.ttf"),
    read("DejaVuSans.ttf"),
  ]);
  return { regular, italic, bold, symbols };
}
