// Script -> show-notes.md and .html: what is in the episode, the public text, links and sources.

import type { Disclosure } from "../narration/disclosure.ts";
import type { Script } from "../narration/script.ts";
import type { Templates } from "../template.ts";
import type { Document } from "./document.ts";
import { describeEpisode } from "./episode-facts.ts";
import { groupSources } from "./source-list.ts";
import { describeStories } from "./story-briefs.ts";
import { feedWriter, markdownWriter, type Writer } from "./writer.ts";

/** The show notes: a page in markdown, and a fragment of the tags that podcast hosts keep. */
export function renderShowNotes(script: Script, { text }: Disclosure, templates: Templates): Document[] {
  return [
    {
      name: "show-notes.md",
      content: templates.render("show-notes.md.hbs", describeNotes(script, text, markdownWriter)),
    },
    {
      name: "show-notes.html",
      content: templates.render("show-notes.html.hbs", describeNotes(script, text, feedWriter)),
    },
  ];
}

function describeNotes(script: Script, disclosure: string | null, writer: Writer): object {
  const { children } = script.episode.note.publicText;
  return {
    ...describeEpisode(script, writer, disclosure),
    segments: describeStories(script, writer),
    publicText: children.length === 0 ? null : writer.blocks(children),
    sources: groupSources(script, writer),
  };
}
