// The tree of a page -> the tree without what a reader of the page cannot see.
// Text hidden by size, place or colour is how instructions to machines are slipped into a capture.

import type { Element, Root } from "hast";
import { removeUnseenCharacters } from "../input/characters.ts";
import { attributeOf, closest, listElements, type PageElement, removeElements } from "./read-page-tree.ts";

/** Classes that hide text from the eye on many sites, for readers of the screen. */
const HIDING_CLASS =
  /(?:^|\s)(?:\S+-)?(?:visually-?hidden(?:-focusable)?|sr-only|screen-reader(?:-text|-only)?|screenreader(?:-text|-only)?|hidden-accessible|is-hidden|d-none|element-invisible|u-hidden|hide-text)(?:\s|$)/i;

/** Declarations that hide what they stand on; blanks are taken out before. */
const HIDING_STYLE = [
  /(?:^|;)display:none/,
  /(?:^|;)visibility:(?:hidden|collapse)/,
  /(?:^|;)opacity:0?(?:\.0+)?%?(?:;|!|$)/,
  /(?:^|;)font-size:(?:0|0?\.\d+|1)(?:\.0+)?(?:px|pt|em|rem|%|vw)?(?:;|!|$)/,
  /(?:^|;)text-indent:-\d{3,}/,
  /(?:^|;)(?:left|right|top|bottom|margin-left|margin-top):-\d{3,}/,
  /(?:^|;)clip:rect\((?:0|1px)/,
  /(?:^|;)clip-path:(?:inset\((?:50|100)%|circle\(0|polygon\(0(?:px)?0)/,
  /(?:^|;)transform:(?:scale\(0\)|translate[xy]?\(-\d{4,})/,
  /(?:^|;)color:transparent/,
];
const SMALL = /(?:^|;)(?:max-)?(width|height):(?:0|1)(?:px)?(?:;|!|$)/;
/** A font of 1 em or 100 % is none of a size that hides. */
const WHOLE_SIZE = /(?:^|;)font-size:1(?:\.0+)?(?:em|rem)(?:;|!|$)/;

/** Takes out of a tree what is hidden, in place; gives how many parts with words in them. */
export function removeHidden(tree: Root): number {
  const hiding = readStyleSheets(tree);
  let withWords = 0;
  removeElements(tree, (element) => {
    const { node } = element;
    if (KEPT.has(node.tagName) || !isHidden(element, hiding)) return false;
    // Short aids for readers of the screen are on every page; only longer hidden text is worth a word.
    if (!HIDING_CLASS.test(attributeOf(node, "className")) && countLetters(node) > 20) withWords += 1;
    return true;
  });
  for (const { node } of listElements(tree))
    for (const child of node.children)
      if (child.type === "text") {
        const clean = removeUnseenCharacters(child.value);
        if (/[\u{E0000}-\u{E007F}]/u.test(child.value) && clean !== child.value) withWords += 1;
        child.value = clean;
      }
  return withWords;
}

/** The page itself, hidden until a script has run, and what is not shown in any case. */
const KEPT = new Set(["html", "head", "body", "script", "style", "meta", "link", "title", "base"]);

function isHidden(element: PageElement, hiding: ReadonlySet<string>): boolean {
  const { node } = element;
  const { hidden } = node.properties;
  if (hidden !== undefined && hidden !== null && hidden !== false && hidden !== "until-found") return true;
  if (attributeOf(node, "ariaHidden") === "true") return true;
  const names = attributeOf(node, "className");
  if (HIDING_CLASS.test(names)) return true;
  if (names.split(" ").some((name) => hiding.has(`.${name}`))) return true;
  if (hiding.has(`#${attributeOf(node, "id")}`)) return true;
  if (node.tagName === "dialog" && !("open" in node.properties)) return true;
  const style = tight(attributeOf(node, "style"));
  return (style !== "" && hides(style)) || isInkOnItself(element);
}

function tight(style: string): string {
  return style.toLowerCase().replace(/\s+/g, "");
}

function hides(style: string): boolean {
  if (HIDING_STYLE.some((pattern) => pattern.test(style)) && !WHOLE_SIZE.test(style)) return true;
  return SMALL.test(style) && /overflow(?:-[xy])?:(?:hidden|clip)/.test(style);
}

/** Text in the colour of its paper, where both are written on the elements; paper of no colour is white. */
function isInkOnItself(element: PageElement): boolean {
  const ink =
    /(?:^|;)color:([^;!]+)/.exec(tight(attributeOf(element.node, "style")))?.[1] ??
    attributeOf(element.node, "color");
  if (ink === "") return false;
  const paper = closest(element, (node) => paperOf(node) !== "");
  if (paper) return readColour(ink) === readColour(paperOf(paper.node));
  // A class may give it another paper.
  const isStyled = closest(
    element,
    (node) => node.tagName !== "body" && attributeOf(node, "className") !== "",
  );
  return !isStyled && readColour(ink) === "ffffff";
}

function paperOf(node: Element): string {
  const style = tight(attributeOf(node, "style"));
  return (
    /(?:^|;)background(?:-color)?:([^;!]+)/.exec(style)?.[1] ?? attributeOf(node, "bgColor").toLowerCase()
  );
}

function readColour(colour: string): string {
  if (/^(?:white|#fff(?:fff)?|rgba?\(255,255,255(?:,1)?\))/.test(colour)) return "ffffff";
  if (/^(?:black|#000(?:000)?|rgba?\(0,0,0(?:,1)?\))/.test(colour)) return "000000";
  return colour.replace(/^#/, "").replace(/^([0-9a-f])([0-9a-f])([0-9a-f])$/, "$1$1$2$2$3$3");
}

/** Classes and ids that a style sheet in the page hides by a plain rule, outside of any @-rule. */
function readStyleSheets(tree: Root): Set<string> {
  const hiding = new Set<string>();
  for (const { node } of listElements(tree)) {
    if (node.tagName !== "style" || attributeOf(node, "media") === "print") continue;
    const css = node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    for (const [selectors, body] of topRules(css.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ""))) {
      if (!hides(tight(body))) continue;
      for (const selector of selectors.split(","))
        if (/^[.#][\w-]+$/.test(selector.trim())) hiding.add(selector.trim());
    }
  }
  return hiding;
}

/** The rules outside of any other; an @-rule's own selector names no class. */
function topRules(css: string): [selectors: string, body: string][] {
  const rules: [string, string][] = [];
  let depth = 0;
  let from = 0;
  let selectors = "";
  for (let index = 0; index < css.length; index += 1) {
    if (css[index] === "{") {
      if (depth === 0) selectors = css.slice(from, index).trim();
      depth += 1;
      if (depth === 1) from = index + 1;
    } else if (css[index] === "}") {
      if (depth === 1) rules.push([selectors, css.slice(from, index)]);
      depth = Math.max(0, depth - 1);
      if (depth === 0) from = index + 1;
    }
  }
  return rules;
}

function countLetters(node: Element): number {
  let count = 0;
  const walk = (one: Element["children"][number]): void => {
    if (one.type === "text") count += one.value.trim().length;
    if (one.type === "element" && one.tagName !== "script" && one.tagName !== "style")
      one.children.forEach(walk);
  };
  node.children.forEach(walk);
  return count;
}
