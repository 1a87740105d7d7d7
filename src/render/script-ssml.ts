// Recording -> script.ssml: for a read-through by a speech synthesiser, at the pauses and names of the show.
// Speech Synthesis Markup Language 1.1, W3C Recommendation of 7 September 2010.

import type { Element, ElementContent, Root } from "xast";
import { toXml } from "xast-util-to-xml";
import type { Saying } from "../spoken/sayings.ts";
import { splitSentences } from "../spoken/sentences.ts";
import type { Document } from "./document.ts";
import type { Recording, RecordingParagraph, Run } from "./recording.ts";

/** The script in SSML: a paragraph each, its sentences, and a break of the length that the clock counts. */
export function renderSsml(recording: Recording): Document {
  const children: ElementContent[] = [];
  let joined: ElementContent[] | null = null;
  for (const part of recording.parts) {
    if (part.pause > 0) children.push(makeBreak(part.pause));
    children.push(makeElement("mark", { name: part.id }, []));
    let isFirst = true;
    for (const { paragraphs, runsIn } of part.passages) {
      for (const paragraph of paragraphs) {
        const sentences = speakSentences(paragraph);
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
function speakSentences(paragraph: RecordingParagraph): Element[] {
  const { text, sayings } = paragraph;
  const sentences: Element[] = [];
  let from = 0;
  for (const sentence of splitSentences(text)) {
    const end = text.indexOf(sentence, from) + sentence.length;
    // A sentence that would end within "No. 10" goes on.
    if (sayings.some((saying) => saying.start < end && saying.end > end)) continue;
    sentences.push(makeElement("s", {}, speakWords(paragraph, from, end)));
    from = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
  }
  return sentences;
}

function speakWords(
  { text, sayings, runs }: RecordingParagraph,
  start: number,
  end: number,
): ElementContent[] {
  const children: ElementContent[] = [];
  let at = start;
  for (const saying of sayings.filter((one) => one.start >= start && one.end <= end)) {
    children.push(...stressWords(text, runs, at, saying.start), substitute(text, saying));
    at = saying.end;
  }
  return [...children, ...stressWords(text, runs, at, end)];
}

/** Words as written, with their stress. */
function stressWords(text: string, runs: readonly Run[], start: number, end: number): ElementContent[] {
  const children: ElementContent[] = [];
  let at = 0;
  for (const run of runs) {
    if (run.kind !== "words") continue;
    const [from, to] = [Math.max(start, at), Math.min(end, at + run.text.length)];
    at += run.text.length;
    if (from >= to) continue;
    const words = makeText(text.slice(from, to));
    const level = { none: null, emphasis: "moderate", strong: "strong" }[run.stress];
    children.push(level === null ? words : makeElement("emphasis", { level }, [words]));
  }
  return children;
}

/** Letters are named as letters; all else is put in other words, which every synthesiser reads alike. */
function substitute(text: string, { start, end, spoken, name }: Saying): Element {
  const written = text.slice(start, end);
  if (name?.isSpelled && /^[A-Za-z]+$/.test(written))
    return makeElement("say-as", { "interpret-as": "characters" }, [makeText(written)]);
  return makeElement("sub", { alias: respell(spoken, name !== null) }, [makeText(written)]);
}

/**
 * "SOCK-it-em" -> "sock-it-em", since capitals mark stress for a reader, but letters for a machine; and a
 * letter A that stands alone is named, or it would be taken for the article.
 */
function respell(spoken: string, isName: boolean): string {
  const named = spoken.replace(/(?<![\p{L}'’-])A(?![\p{L}-])/gu, "ay");
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
