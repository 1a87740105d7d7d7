// Script -> transcript.txt, .md and .html: what was said, as published, without cues.

import { blocksOf } from "../markdown/write-html.ts";
import type { Disclosure } from "../narration/disclosure.ts";
import { joinRunIns, type Passage, type Script } from "../narration/script.ts";
import type { Templates } from "../template.ts";
import type { Document } from "./document.ts";
import { describeEpisode } from "./episode-facts.ts";
import { groupSources } from "./source-list.ts";
import { markdownWriter, pageWriter, type Writer } from "./writer.ts";

/** The transcript in its three kinds; the plain one holds what is spoken and nothing else. */
export function renderTranscript(script: Script, { text }: Disclosure, templates: Templates): Document[] {
  const paragraphs = joinRunIns(script.passages).map((paragraph) => paragraph.text);
  return [
    {
      name: "transcript.md",
      content: templates.render("transcript.md.hbs", describeTranscript(script, text, markdownWriter)),
    },
    {
      name: "transcript.html",
      content: templates.render("transcript.html.hbs", describeTranscript(script, text, pageWriter)),
    },
    { name: "transcript.txt", content: templates.render("transcript.txt.hbs", { paragraphs }) },
  ];
}

/** The data of a transcript: parts in order, the intro and the outro without a heading. */
function describeTranscript(script: Script, disclosure: string | null, writer: Writer): object {
  const part = (id: string, heading: string | null, passages: readonly Passage[]) => ({
    id,
    heading: heading === null ? null : writer.text(heading),
    body: writer.blocks(blocksOf(joinRunIns(passages))),
  });
  const of = (segment: string) => script.passages.filter((passage) => passage.segment === segment);
  const around = (kind: "intro" | "outro") => {
    const passages = script.passages.filter((passage) => passage.kind === kind);
    return passages.length === 0 ? [] : [part(kind, null, passages)];
  };
  return {
    ...describeEpisode(script, writer, disclosure),
    parts: [
      ...around("intro"),
      ...script.episode.segments.map((segment) =>
        part(`segment-${segment.id}`, segment.title, of(segment.id)),
      ),
      ...around("outro"),
    ],
    sources: groupSources(script, writer),
  };
}
