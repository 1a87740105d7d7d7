// Pieces of text with what wraps them -> phrasing whose blanks are single and stand outside the marks.
// Dropped nodes leave blanks behind; here they are folded once for all, across every mark.

import type { PhrasingContent } from "mdast";
import type { Place } from "../problem.ts";

/** What wraps a piece of text; one object for one node, so that pieces of the same node meet again. */
export type Wrapper =
  | { readonly type: "emphasis" | "strong" }
  | { readonly type: "link"; readonly url: string; readonly key: string | null; readonly place: Place };

/** A piece of text, of code, or a hard break, with its wrappers from the outermost. */
export interface Leaf {
  readonly kind: "text" | "code" | "break";
  readonly value: string;
  readonly path: readonly Wrapper[];
}

const BLANKS = /[ \t\r\n]+/g;

/** Folds blanks to one, cuts them at both ends and around hard breaks, and joins neighbours. */
export function foldLeaves(leaves: readonly Leaf[]): Leaf[] {
  const folded: Leaf[] = [];
  let isBlankBefore = false;
  for (const leaf of trimEnds(leaves)) {
    const before = folded.at(-1);
    const isAfterText = before !== undefined && before.kind !== "break";
    if (leaf.kind === "break") {
      if (isAfterText) folded.push(leaf);
      isBlankBefore = false;
      continue;
    }
    const value = leaf.value.replace(BLANKS, " ");
    const core = value.replace(/^ | $/g, "");
    if (core === "") {
      isBlankBefore ||= value !== "";
      continue;
    }
    if (isAfterText && (isBlankBefore || value.startsWith(" ")))
      pushLeaf(folded, { kind: "text", value: " ", path: sharedPath(before.path, leaf.path) });
    pushLeaf(folded, { ...leaf, value: core });
    isBlankBefore = value.endsWith(" ");
  }
  while (folded.at(-1)?.kind === "break") folded.pop();
  return joinStress(dropStressInWords(folded));
}

/** At the ends of a paragraph a no-break space parts nothing; word processors leave them there. */
function trimEnds(leaves: readonly Leaf[]): Leaf[] {
  const trimmed = [...leaves];
  for (let first = trimmed[0]; first?.kind === "text"; first = trimmed[0]) {
    const value = first.value.trimStart();
    if (value !== "") {
      trimmed[0] = { ...first, value };
      break;
    }
    trimmed.shift();
  }
  for (let last = trimmed.at(-1); last?.kind === "text"; last = trimmed.at(-1)) {
    const value = last.value.trimEnd();
    if (value !== "") {
      trimmed[trimmed.length - 1] = { ...last, value };
      break;
    }
    trimmed.pop();
  }
  return trimmed;
}

/** Stress that has come to stand inside a word, since what stood between is dropped, could not be written again. */
function dropStressInWords(leaves: readonly Leaf[]): readonly Leaf[] {
  const ranges = new Map<Wrapper, { first: number; last: number }>();
  leaves.forEach(({ path }, index) => {
    for (const wrapper of path) {
      const range = ranges.get(wrapper);
      if (range) range.last = index;
      else if (wrapper.type !== "link") ranges.set(wrapper, { first: index, last: index });
    }
  });
  const dropped = new Set<Wrapper>();
  for (const [wrapper, { first, last }] of ranges) {
    const before = leaves[first - 1]?.value ?? "";
    const after = leaves[last + 1]?.value ?? "";
    if (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) dropped.add(wrapper);
  }
  if (dropped.size === 0) return leaves;
  return leaves.map((leaf) => ({ ...leaf, path: leaf.path.filter((wrapper) => !dropped.has(wrapper)) }));
}

/** Stress next to the same stress, since what stood between is dropped, is one: its marks would run together. */
function joinStress(leaves: readonly Leaf[]): Leaf[] {
  const joined: Leaf[] = [];
  for (const leaf of leaves) {
    const before = joined.at(-1)?.path ?? [];
    const path = [...leaf.path];
    for (let depth = 0; depth < path.length; depth += 1) {
      const outer = before[depth];
      if (
        outer === undefined ||
        (outer !== path[depth] && (outer.type === "link" || outer.type !== path[depth]?.type))
      )
        break;
      path[depth] = outer;
    }
    pushLeaf(joined, { ...leaf, path });
  }
  return joined;
}

function pushLeaf(leaves: Leaf[], leaf: Leaf): void {
  const last = leaves.at(-1);
  const isSame =
    last !== undefined &&
    last.kind === leaf.kind &&
    last.path.length === leaf.path.length &&
    last.path.every((wrapper, index) => wrapper === leaf.path[index]);
  if (last && isSame) leaves[leaves.length - 1] = { ...last, value: last.value + leaf.value };
  else leaves.push(leaf);
}

function sharedPath(a: readonly Wrapper[], b: readonly Wrapper[]): Wrapper[] {
  const end = a.findIndex((wrapper, index) => wrapper !== b[index]);
  return a.slice(0, end < 0 ? a.length : end);
}

/** Folded leaves as mdast, without positions. */
export function buildPhrasing(leaves: readonly Leaf[], depth = 0): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let index = 0; index < leaves.length; ) {
    const wrapper = leaves[index]?.path[depth];
    let end = index + 1;
    while (end < leaves.length && leaves[end]?.path[depth] === wrapper) end += 1;
    const group = leaves.slice(index, end);
    if (wrapper) nodes.push(wrap(wrapper, buildPhrasing(group, depth + 1)));
    else nodes.push(...group.map(makeNode));
    index = end;
  }
  return nodes;
}

function wrap(wrapper: Wrapper, children: PhrasingContent[]): PhrasingContent {
  return wrapper.type === "link"
    ? { type: "link", url: wrapper.url, children }
    : { type: wrapper.type, children };
}

function makeNode({ kind, value }: Leaf): PhrasingContent {
  if (kind === "break") return { type: "break" };
  return { type: kind === "code" ? "inlineCode" : "text", value };
}

/** The plain text of folded leaves. */
export function textOfLeaves(leaves: readonly Leaf[]): string {
  return leaves.map((leaf) => (leaf.kind === "break" ? " " : leaf.value)).join("");
}
