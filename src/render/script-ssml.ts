// Recording -> script.ssml: for a read-through by a speech synthesiser, at the pauses and names of the show.
// Speech Synthesis Markup Language 1.1, W3C Recommendation of 7 September 2010.

import type { Element, ElementContent, Root } from "xast";
import { toXml } from "xast-util-to-xml";
import { isEnglish } from "../input/language.ts";
import type { Saying } from "../spoken/sayings.ts";
import { splitSentences } from "../spoken/sentences.ts";
import type { Document } from "./document.ts";
import type { Recording, RecordingParagraph } from "./recording.ts";

/** The script in SSML: a paragraph each, its sentences, and a break of the length that the clock counts. */
export function renderSsml(recording: Recording): Document {
  const children: ElementContent[] = [];
  const inEnglish = isEnglish(recording.language);
  let joined: ElementContent[] | null = null;
  for (const part of recording.parts) {
    if (part.pause > 0) children.push(makeBreak(part.pause));
    children.push(makeElement("mark", { name: part.id }, []));
    let isFirst = true;
    for (const { paragraphs, runsIn } of part.passages) {
      for (const paragraph of paragraphs) {
        const sentences = speakSentences(paragraph, inEnglish);
        if (joined) joinSentences(joined, sentences);
        else {
          if (!isFirst) children.push(makeBreak(recording.paragraphPause));
          children.push(makeElement("p", {}, spread(sentences, " ")));
        }
        joined = null;
        isFirst = false;
      }
      const last = children.at(-1);
      if (runsIn && last?.type === "element" && last.name === "p") joined = last.children;
    }
  }
  const speak = makeElement(
    "speak",
    { version: "1.1", xmlns: "http://www.w3.org/2001/10/synthesis", "xml:lang": recording.language },
    [makeText("\n"), ...spread(children, "\n"), makeText("\n")],
  );
  const root: Root = {
    type: "root",
    children: [
      { type: "instruction", name: "xml", value: 'version="1.0" encoding="UTF-8"' },
      { type: "text", value: "\n" },
      speak,
    ],
  };
  // The end of a CDATA section may not stand in XML's text.
  const xml = toXml(root, { closeEmptyElements: true }).replaceAll("]]>", "]]&gt;");
  return { name: "script.ssml", content: `${xml}\n` };
}

/** A segue's last sentence that has no stop goes on into the story's first. */
function joinSentences(before: ElementContent[], sentences: Element[]): void {
  const last = before.at(-1);
  const [first, ...rest] = sentences;
  if (last?.type === "element" && first && !/[.!?…]["”’')]*$/.test(textOf(last))) {
    last.children.push(makeText(" "), ...first.children);
    before.push(...rest.flatMap((sentence) => [makeText(" "), sentence]));
  } else before.push(...sentences.flatMap((sentence) => [makeText(" "), sentence]));
}

function textOf(node: ElementContent): string {
  if (node.type === "element") return node.children.map(textOf).join("");
  return node.type === "text" ? node.value : "";
}

function spread(nodes: readonly ElementContent[], between: string): ElementContent[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [makeText(between), node]));
}

/** Sentences of a paragraph, what is said otherwise than written told to the synthesiser. */
function speakSentences(paragraph: RecordingParagraph, inEnglish: boolean): Element[] {
  const { text } = paragraph;
  const pieces = cutPieces(paragraph);
  const sentences: Element[] = [];
  let from = 0;
  let next = 0;
  for (const sentence of splitSentences(text)) {
    const end = text.indexOf(sentence, from) + sentence.length;
    const own: Piece[] = [];
    for (let piece = pieces[next]; piece && piece.start < end; piece = pieces[next]) {
      if (piece.end > end && piece.saying === null) {
        own.push({ ...piece, end });
        pieces[next] = { ...piece, start: end };
        break;
      }
      own.push(piece);
      next += 1;
    }
    from = end;
    const [first] = own;
    if (!first) continue;
    const blank = /^\s*/.exec(text.slice(first.start, end))?.[0].length ?? 0;
    own[0] = first.saying === null ? { ...first, start: first.start + blank } : first;
    sentences.push(makeElement("s", {}, stressPieces(text, own, inEnglish)));
  }
  return sentences;
}

/** A stretch of a paragraph of one stress: plain words, or what is said otherwise. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly stress: "none" | "emphasis" | "strong";
  readonly saying: Saying | null;
}

/** A paragraph in pieces, in order. A saying has the stress of the run in which it begins. */
function cutPieces({ text, sayings, runs }: RecordingParagraph): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let next = 0;
  let runStart = 0;
  for (const run of runs) {
    if (run.kind !== "words") continue;
    const runEnd = runStart + run.text.length;
    while (at < runEnd) {
      const saying = sayings[next];
      const end = Math.min(runEnd, saying?.start ?? text.length);
      if (end > at) pieces.push({ start: at, end, stress: run.stress, saying: null });
      at = Math.max(at, end);
      if (!saying || saying.start >= runEnd) break;
      pieces.push({ start: saying.start, end: saying.end, stress: run.stress, saying });
      at = saying.end;
      next += 1;
    }
    runStart = runEnd;
  }
  return pieces;
}

/** Pieces as text and elements, neighbours of one stress within one element. */
function stressPieces(text: string, pieces: readonly Piece[], inEnglish: boolean): ElementContent[] {
  const groups: { readonly stress: Piece["stress"]; readonly children: ElementContent[] }[] = [];
  for (const { start, end, stress, saying } of pieces) {
    const child = saying ? substitute(text, saying, inEnglish) : makeText(text.slice(start, end));
    const last = groups.at(-1);
    if (last?.stress === stress) last.children.push(child);
    else groups.push({ stress, children: [child] });
  }
  return groups.flatMap(({ stress, children }) => {
    const level = { none: null, emphasis: "moderate", strong: "strong" }[stress];
    return level === null ? children : [makeElement("emphasis", { level }, children)];
  });
}

/** Letters are named as letters; all else is put in other words, which every synthesiser reads alike. */
function substitute(text: string, { start, end, spoken, name }: Saying, inEnglish: boolean): Element {
  const written = text.slice(start, end);
  if (name?.isSpelled && /^[A-Za-z]+$/.test(written))
    return makeElement("say-as", { "interpret-as": "characters" }, [makeText(written)]);
  return makeElement("sub", { alias: respell(spoken, name !== null, inEnglish) }, [makeText(written)]);
}

/**
 * "SOCK-it-em" -> "sock-it-em", since capitals mark stress for a reader, but letters for a machine; and in
 * English a letter A that stands alone is named, or it would be taken for the article.
 */
function respell(spoken: string, isName: boolean, inEnglish: boolean): string {
  const named = inEnglish ? spoken.replace(/(?<![\p{L}'’-])A(?![\p{L}-])/gu, "ay") : spoken;
  return isName ? named.replace(/\p{Lu}{2,}/gu, (syllable) => syllable.toLowerCase()) : named;
}

function makeBreak(seconds: number): Element {
  return makeElement("break", { time: `${Math.round(seconds * 1000)}ms` }, []);
}

function makeElement(name: string, attributes: Record<string, string>, children: ElementContent[]): Element {
  return { type: "element", name, attributes, children };
}

function makeText(value: string): { readonly type: "text"; readonly value: string } & ElementContent {
  return { type: "text", value };
}
