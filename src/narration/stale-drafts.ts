// Drafted passages that nobody edited and the episode as it is now -> those that no longer belong, and why.
// A story may change after its segue was drafted; then the segue could claim what no source holds any more.

import type { Episode } from "../episode/episode.ts";
import { makeWarning, type Place, type Problem } from "../problem.ts";
import { type DraftPlace, listDraftPlaces, makeGrounds } from "./brief.ts";
import { describeObjection, judgePassage } from "./guard.ts";
import type { Drafts, Narration } from "./narration.ts";

/** Why a drafted passage no longer belongs to its place, as a clause; null where it does, or a person wrote it. */
export function whyStale(
  episode: Episode,
  narration: Narration,
  drafts: Drafts,
  place: DraftPlace,
): string | null {
  const section = narration.get(place.place);
  if (section?.origin !== "drafted") return null;
  const after = drafts.get(place.place)?.after ?? null;
  if (after !== null && after !== place.after)
    return `they were drafted to follow ${after}, and ${place.after ?? "nothing"} comes before them now`;
  const text = section.paragraphs.map((paragraph) => paragraph.text).join("\n\n");
  const [objection, ...others] = judgePassage(text, makeGrounds(episode, narration, place)).objections;
  if (!objection) return null;
  return describeObjection(objection) + (others.length > 0 ? `, and ${others.length} more` : "");
}

/** A warning for each drafted passage that no longer belongs; `command` drafts such passages anew. */
export function warnStaleDrafts(
  episode: Episode,
  narration: Narration,
  drafts: Drafts,
  command: string,
): Problem[] {
  return listDraftPlaces(episode).flatMap((place) => {
    const why = whyStale(episode, narration, drafts, place);
    if (why === null) return [];
    const text = `The drafted words of ${place.place} no longer belong there, since ${why}: edit them, or draft them anew with ${command}`;
    const at: Place | null = narration.get(place.place)?.paragraphs[0]?.place ?? null;
    return [makeWarning(`episodes/${episode.note.slug}/narration.md`, at, "stale-draft", text)];
  });
}
