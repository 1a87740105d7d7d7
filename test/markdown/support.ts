// Text -> what the markdown step makes of it, for the tests beside this file.
// Every test reads through the same steps in the same order as the program.

import { type ParsedMarkdown, parseMarkdown } from "../../src/markdown/parse-markdown.ts";
import { removePrivateSections } from "../../src/markdown/private-sections.ts";
import { readPublicText } from "../../src/markdown/public-text.ts";
import { type Paragraph, speakNodes } from "../../src/markdown/speak.ts";
import { writeMarkdown } from "../../src/markdown/write-markdown.ts";
import type { Problem } from "../../src/problem.ts";

/** Parses text of `stories/a.md` and cuts its private sections. */
export function parse(text: string, line = 1): ParsedMarkdown {
  return removePrivateSections(parseMarkdown({ file: "stories/a.md", text, line }));
}

/** Speaks text; the problems are those of parsing and of speaking. */
export function speak(
  text: string,
  options: { readonly line?: number; readonly sourceIds?: readonly string[] } = {},
): {
  readonly paragraphs: readonly Paragraph[];
  readonly texts: string[];
  readonly problems: readonly Problem[];
} {
  const parsed = parse(text, options.line);
  const spoken = speakNodes(parsed, parsed.tree.children, { sourceIds: options.sourceIds ?? [] });
  return {
    paragraphs: spoken.paragraphs,
    texts: spoken.paragraphs.map((paragraph) => paragraph.text),
    problems: [...parsed.problems, ...spoken.problems],
  };
}

/** The public text of a body as markdown, with its problems. */
export function publish(text: string): { readonly markdown: string; readonly problems: readonly Problem[] } {
  const parsed = parse(text);
  const { tree, problems } = readPublicText(parsed);
  return { markdown: writeMarkdown(tree.children), problems: [...parsed.problems, ...problems] };
}

/** Problems as `line:column rule`, in order. */
export function list(problems: readonly Problem[]): string[] {
  return problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}
