// Addresses that GFM found in plain text -> nodes with positions, and none where the author escaped it.
// GFM looks for addresses a second time after escapes are resolved, and forgets where they stood.

import type { Parent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Position } from "unist";

/** Gives nodes without a position the range between their neighbours; links that stand escaped become text. */
export function mendAutolinks(tree: Root, text: string): void {
  if (tree.position) mendChildren(tree, tree.position, text);
}

function mendChildren(parent: Parent, range: Position, text: string): void {
  const { children } = parent;
  for (let index = 0; index < children.length; index += 1) {
    if (children[index]?.position) continue;
    let next = index + 1;
    while (next < children.length && !children[next]?.position) next += 1;
    const start = children[index - 1]?.position?.end ?? range.start;
    const end = children[next]?.position?.start ?? range.end;
    const source = text.slice(start.offset ?? 0, end.offset ?? 0);
    const mended = children.slice(index, next).map((child): RootContent => {
      const isEscaped = child.type === "link" && !source.includes(textOf(child));
      if (isEscaped) return { type: "text", value: textOf(child), position: { start, end } };
      return Object.assign(child, { position: { start, end } });
    });
    const joined = joinTexts(mended);
    children.splice(index, next - index, ...joined);
    index += joined.length - 1;
  }
  for (const child of children) {
    if ("children" in child && child.position) mendChildren(child, child.position, text);
  }
}

function joinTexts(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === "text" && node.type === "text") last.value += node.value;
    else joined.push(node);
  }
  return joined;
}
