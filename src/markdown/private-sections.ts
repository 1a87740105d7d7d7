// A parsed body -> the same without its private sections, and an error where one may begin unrecognised.
// Notes never leave the machine; no later step, message or model sees what is cut here.

import type { Heading, Nodes, Parent, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { removeUnseenCharacters } from "../input/characters.ts";
import { makeError, type Problem } from "../problem.ts";
import { collectDefinitions, type ParsedMarkdown, type PrivateLines } from "./parse-markdown.ts";
import { placeOf, sourceOf } from "./places.ts";

/**
 * Cuts every section whose heading, whatever its level, case and dress, is “Notes”: up to the next heading
 * of the same or a higher level in the same container. Text that looks like such a heading but is none is
 * an error (`private-section-unclear`), since what follows it would be published.
 */
export function removePrivateSections(parsed: ParsedMarkdown): ParsedMarkdown {
  const privateLines: PrivateLines[] = [];
  const tree = cutSections(parsed.tree, privateLines) as Root;
  return {
    ...parsed,
    tree,
    definitions: collectDefinitions(tree, parsed.tree),
    problems: [...parsed.problems, ...findUnclearSections(parsed, tree)],
    privateLines: [...parsed.privateLines, ...privateLines],
  };
}

function cutSections(node: Nodes, cut: PrivateLines[]): Nodes {
  if (!("children" in node) || !isContainer(node)) return node;
  const kept: Nodes[] = [];
  let isPrivate: Heading | null = null;
  for (const child of node.children) {
    if (child.type === "heading" && (!isPrivate || child.depth <= isPrivate.depth))
      isPrivate = isPrivateHeading(child) ? child : null;
    if (isPrivate) {
      const [from, to] = [child.position?.start.line ?? 0, child.position?.end.line ?? 0];
      cut.push({ from, to, depth: isPrivate.depth, isTopLevel: node.type === "root" });
      continue;
    }
    const remains = cutSections(child, cut);
    // A container that held nothing else goes with what it held.
    const isEmptied = isContainer(child) && child.children.length > 0 && "children" in remains;
    if (!isEmptied || remains.children.length > 0) kept.push(remains);
  }
  return { ...node, children: kept } as Nodes;
}

function isContainer(node: Nodes): node is Nodes & Parent {
  return ["root", "blockquote", "list", "listItem", "footnoteDefinition"].includes(node.type);
}

function isPrivateHeading(heading: Heading): boolean {
  return isNotes(textOf(heading, { includeHtml: false }));
}

function isNotes(text: string): boolean {
  const letters = text.normalize("NFKC").toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]/gu, "") === "notes";
}

const HASHES = /^[\s>]*#{1,6}/;
const HTML_HEADING = /^[\s>]*<h[1-6](?:\s[^>]*)?>/i;

/** Lines that a person means as a Notes heading and markdown does not: `##Notes`, a no-break space after the marks. */
function findUnclearSections(parsed: ParsedMarkdown, tree: Root): Problem[] {
  const problems: Problem[] = [];
  visit(tree, (node) => {
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "code") return;
    const lines = removeUnseenCharacters(sourceOf(parsed.text, node)).split("\n");
    lines.forEach((line, index) => {
      const dressed = line.replace(/<[^>]*>/g, "");
      const isHeading = HASHES.test(line) || HTML_HEADING.test(line) || isLastOfSetext(node, lines, index);
      if (!isHeading || !isNotes(dressed)) return;
      if (node.type === "code" && isClosed(lines)) return;
      const place =
        index === 0 ? placeOf(parsed, node) : { line: placeOf(parsed, node).line + index, column: 1 };
      problems.push(makeError(parsed.file, place, "private-section-unclear", UNCLEAR));
    });
  });
  return problems;
}

const UNCLEAR =
  "This looks like the heading of the private section and is none, so what follows would be published: put an empty line before it and write it as “## Notes”, with an ordinary space";

/** True for the last line of words of a heading that is underlined and has several: its author forgot an empty line. */
function isLastOfSetext(node: Nodes, lines: readonly string[], index: number): boolean {
  return node.type === "heading" && lines.length > 2 && index === lines.length - 2;
}

function isClosed(lines: readonly string[]): boolean {
  return lines.length > 1 && /^[\s>]*(?:`{3,}|~{3,})\s*$/.test(lines.at(-1) ?? "");
}
