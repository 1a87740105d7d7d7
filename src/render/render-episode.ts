// Script -> every document that build makes of it.

import type { Disclosure } from "../narration/disclosure.ts";
import type { Script } from "../narration/script.ts";
import type { Templates } from "../template.ts";
import type { Document } from "./document.ts";
import { renderEpisodeJson } from "./episode-json.ts";
import { renderNewsletter } from "./newsletter.ts";
import { renderShowNotes } from "./show-notes.ts";
import { renderSources } from "./sources.ts";
import { renderTranscript } from "./transcript.ts";

/** The documents of an episode, episode.json last. Throws a TemplateError if a template of the show is wrong. */
export function renderEpisode(script: Script, disclosure: Disclosure, templates: Templates): Document[] {
  const documents = [
    ...renderTranscript(script, disclosure, templates),
    ...renderShowNotes(script, disclosure, templates),
    ...renderSources(script, templates),
    ...renderNewsletter(script, disclosure, templates),
  ];
  return [
    ...documents,
    renderEpisodeJson(
      script,
      disclosure,
      documents.map((document) => document.name),
    ),
  ];
}
