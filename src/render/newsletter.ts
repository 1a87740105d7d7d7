// Script -> newsletter.html and .txt: the e-mail edition, which stands alone in a mail program.

import { toString as textOf } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { readAddress } from "../input/address.ts";
import type { Disclosure } from "../narration/disclosure.ts";
import type { Script } from "../narration/script.ts";
import { makeWarning, type Problem } from "../problem.ts";
import type { Templates } from "../template.ts";
import type { Document } from "./document.ts";
import { describeEpisode } from "./episode-facts.ts";
import { titleOf, writeByline } from "./source-list.ts";
import { describeStories } from "./story-briefs.ts";
import { wrapText } from "./wrap-text.ts";
import { mailWriter, textWriter } from "./writer.ts";

/** Mail programs fold a long paragraph as they like, or not at all. */
const COLUMNS = 78;

/** Gmail cuts a message at 102 KB; this leaves room for what a sender adds. */
const MAX_BYTES = 80 * 1024;

/** The e-mail edition in its two kinds; of what a model wrote, only title and summary are in it. */
export function renderNewsletter(
  script: Script,
  { headlineText }: Disclosure,
  templates: Templates,
): Document[] {
  const page = {
    ...describeEpisode(script, mailWriter, headlineText),
    preheader: script.episode.note.summary ?? script.episode.note.title,
    segments: describeStories(script, mailWriter),
    publicText: publicText(script),
  };
  return [
    { name: "newsletter.html", content: templates.render("newsletter.html.hbs", page) },
    {
      name: "newsletter.txt",
      content: wrapText(templates.render("newsletter.txt.hbs", describePlain(script, headlineText)), COLUMNS),
    },
  ];
}

/** A warning where the e-mail edition is too large for a mail program to show whole. */
export function checkNewsletterSize(documents: readonly Document[], file: string): Problem[] {
  const html = documents.find((document) => document.name === "newsletter.html")?.content ?? "";
  const bytes = new TextEncoder().encode(html).length;
  if (bytes <= MAX_BYTES) return [];
  const text = `newsletter.html is ${Math.ceil(bytes / 1024)} KB, expected ${MAX_BYTES / 1024} KB at the most: mail programs cut the rest, so give stories a shorter brief`;
  return [makeWarning(file, null, "newsletter-size", text)];
}

function publicText(script: Script) {
  const { children } = script.episode.note.publicText;
  return children.length === 0 ? null : mailWriter.blocks(children);
}

/** Plain text cannot hide an address behind words, so each link has a number and stands at the end. */
function describePlain(script: Script, disclosure: string | null): object {
  const links = script.sources.map((entry) => ({
    number: entry.number,
    title: titleOf(entry),
    byline: writeByline(entry, script.episode.show.language),
    url: entry.source.url,
  }));
  const numberOf = (url: string, title: string): number => {
    const key = readAddress(url)?.key;
    const known = links.find((link) => link.url !== null && readAddress(link.url)?.key === key);
    if (known) return known.number;
    links.push({ number: links.length + 1, title, byline: "", url });
    return links.length;
  };
  const tree = structuredClone(script.episode.note.publicText);
  visit(tree, "link", (link, index, parent) => {
    const words = textOf(link);
    const mark = link.url.startsWith("mailto:")
      ? `<${link.url.slice("mailto:".length)}>`
      : `[${numberOf(link.url, words)}]`;
    const value = mark === `<${words}>` ? words : `${words} ${mark}`;
    if (parent && index !== undefined) parent.children.splice(index, 1, { type: "text", value });
    return SKIP;
  });
  return {
    ...describeEpisode(script, textWriter, disclosure),
    segments: describeStories(script, textWriter),
    publicText: tree.children.length === 0 ? null : textWriter.blocks(tree.children),
    links: links.map((link) => ({
      url: link.url,
      line: wrapText(
        `[${link.number}] ${[link.title, link.byline].filter((part) => part !== "").join(", ")}`,
        COLUMNS,
        "    ",
      ),
    })),
  };
}
