// The fonts of script.pdf, as the bundle hands them on.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFonts } from "../../src/io/read-fonts.ts";
import { projectRoot } from "../support/run-program.ts";

test("the fonts that travel with the program are TrueType", async () => {
  const fonts = await readFonts();
  expect(Object.keys(fonts)).toEqual(["regular", "italic", "bold", "symbols"]);
  for (const bytes of Object.values(fonts)) {
    expect([...bytes.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
  }
});

test("the licences of the fonts travel with them", () => {
  const notices = readFileSync(join(projectRoot, "dist", "NOTICES.txt"), "utf8");
  expect(notices).toMatch(
    /atkinson-hyperlegible-next \S+ \(OFL-1\.1\)\n\nCopyright .*Atkinson Hyperlegible Next/,
  );
  expect(notices).toContain("SIL OPEN FONT LICENSE Version 1.1");
  expect(notices).toMatch(/dejavu-fonts-ttf \S+ \(.*\)\n\nFonts are \(c\) Bitstream/);
});
