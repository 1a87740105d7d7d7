// Script -> sources.md, .html and .json: the numbered links and sources, for readers and for reference managers.

import type { NumberedSource } from "../episode/number-sources.ts";
import type { Script } from "../narration/script.ts";
import type { Templates } from "../template.ts";
import type { Document } from "./document.ts";
import { describeEpisode } from "./episode-facts.ts";
import { groupSources, titleOf } from "./source-list.ts";
import { markdownWriter, pageWriter, type Writer } from "./writer.ts";

/** The links and sources in their three kinds. */
export function renderSources(script: Script, templates: Templates): Document[] {
  const describe = (writer: Writer) => ({
    ...describeEpisode(script, writer, null),
    sources: groupSources(script, writer),
  });
  const items = script.sources.map((entry) => describeForCsl(entry, script.episode.note.slug));
  return [
    { name: "sources.md", content: templates.render("sources.md.hbs", describe(markdownWriter)) },
    { name: "sources.html", content: templates.render("sources.html.hbs", describe(pageWriter)) },
    { name: "sources.json", content: `${JSON.stringify(items, null, 2)}\n` },
  ];
}

/**
 * A source as CSL-JSON (schema csl-data.json of the Citation Style Language, version 1.0.2): no key beyond
 * its own, dates as date-parts, names unsplit since an author may be an organisation.
 */
function describeForCsl(entry: NumberedSource, episode: string): object {
  const { source } = entry;
  return {
    id: `${episode}-${entry.number}`,
    type: chooseCslType(entry),
    title: titleOf(entry),
    ...(source.authors.length > 0 && { author: source.authors.map((literal) => ({ literal })) }),
    ...(source.publication !== null && { "container-title": source.publication }),
    ...(source.published !== null && { issued: dateParts(source.published) }),
    ...(source.accessed !== null && { accessed: dateParts(source.accessed) }),
    ...(source.url !== null && { URL: source.url }),
    ...(source.archive !== null && { archive_location: source.archive }),
  };
}

/** A dated piece with a byline in a publication is an article; another page is a page. */
function chooseCslType({ source }: NumberedSource): string {
  if (source.authors.length > 0 && source.publication !== null) return "article-newspaper";
  return source.url === null ? "document" : "webpage";
}

function dateParts(date: string): object {
  return { "date-parts": [date.split("-").map(Number)] };
}
