// The pages of test/pages-to-read against the table of what a careful person would take from each.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type PageFacts, readPage } from "../../src/notes/read-page.ts";
import { UserError } from "../../src/problem.ts";
import { EXPECTED, type ExpectedPage, TODAY } from "../pages-to-read/expected.ts";

const FIELDS = [
  "title",
  "authors",
  "publication",
  "published",
  "canonical",
  "language",
  "access",
  "wall",
] as const;

function loadPage(file: string): string {
  if (file === "nested-divs.html")
    return `${"<div>".repeat(3_000)}<p>deep words</p>${"</div>".repeat(3_000)}`;
  return readFileSync(fileURLToPath(new URL(`../pages-to-read/${file}`, import.meta.url)), "utf8");
}

/** What the program takes from a page; nothing where it refuses it. */
function take({ file, address }: ExpectedPage): PageFacts | null {
  try {
    return readPage(loadPage(file), address, TODAY);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function valueOfField(facts: PageFacts | null, field: (typeof FIELDS)[number]) {
  const found = facts?.[field] ?? null;
  return found === null || typeof found === "string" ? found : found.value;
}

describe("the pages to read", () => {
  test.each(EXPECTED)("$file", (page) => {
    const facts = take(page);
    const found = Object.fromEntries(FIELDS.map((field) => [field, valueOfField(facts, field)]));
    expect(found).toEqual(Object.fromEntries(FIELDS.map((field) => [field, page[field]])));
    const article = facts?.article ?? "";
    expect(page.holds.filter((words) => !article.includes(words))).toEqual([]);
    expect(page.lacks.filter((words) => article.includes(words))).toEqual([]);
  });
});
