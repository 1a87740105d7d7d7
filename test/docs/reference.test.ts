import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeReference } from "../../scripts/reference.ts";
import { projectRoot } from "../support/run-program.ts";

test.each(Object.entries(writeReference()))("%s is what `npm run reference` writes today", (path, text) => {
  expect(readFileSync(join(projectRoot, path), "utf8")).toBe(text);
});
