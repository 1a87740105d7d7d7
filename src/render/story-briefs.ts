// Script -> for each segment its stories in a sentence or two, with their sources: notes and newsletter alike.

import type { Story } from "../episode/episode.ts";
import { groupByStory } from "../episode/number-sources.ts";
import type { Script } from "../narration/script.ts";
import { endSentence } from "../spoken/phrases.ts";
import { firstSentences } from "../spoken/sentences.ts";
import { titleOf, writeByline } from "./source-list.ts";
import type { Writer, Written } from "./writer.ts";

/** A source under a story. */
export interface BriefSource {
  readonly number: number;
  readonly link: Written;
  readonly byline: Written | null;
}

/** A story in short. */
export interface StoryBrief {
  readonly slug: string;
  readonly title: Written;
  /** Its title as a sentence, with a stop. */
  readonly headline: Written;
  /** Its brief, else its first sentences; null for a story without words. */
  readonly brief: Written | null;
  readonly sources: readonly BriefSource[];
}

/** The segments with their stories in short. */
export function describeStories(
  script: Script,
  writer: Writer,
): { readonly heading: Written; readonly stories: readonly StoryBrief[] }[] {
  const { language } = script.episode.show;
  const entries = groupByStory(script.sources);
  return script.episode.segments.map((segment) => ({
    heading: writer.text(segment.title),
    stories: segment.stories.map((story) => {
      const brief = briefOf(story);
      return {
        slug: story.slug,
        title: writer.text(story.title),
        headline: writer.text(endSentence(story.title)),
        brief: brief === "" ? null : writer.text(brief),
        sources: (entries.get(story.slug) ?? [])
          .filter((entry) => entry.listed)
          .map((entry) => {
            const byline = writeByline(entry, language);
            return {
              number: entry.number,
              link: writer.link(titleOf(entry), entry.source.url),
              byline: byline === "" ? null : writer.text(byline),
            };
          }),
      };
    }),
  }));
}

/** A story in a sentence or two: its own brief, or its first sentences. */
export function briefOf(story: Story): string {
  return story.brief ?? firstSentences(story.paragraphs[0]?.text ?? "");
}
