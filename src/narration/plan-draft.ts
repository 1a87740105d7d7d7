// Episode, the narration there is and what was asked for -> which places are drafted, and why the others are not.
// A person's words are drafted again only by name; a machine's are, where they no longer belong.

import type { Episode } from "../episode/episode.ts";
import { type DraftPlace, listDraftPlaces } from "./brief.ts";
import type { Drafts, Narration } from "./narration.ts";
import { whyStale } from "./stale-drafts.ts";

/** Which places may be drafted; `only` null is all. */
export interface DraftWish {
  readonly only: readonly string[] | null;
  readonly redraft: readonly string[];
  /** True if the built-in narration is to be written, and no model asked. */
  readonly isBuiltIn: boolean;
}

/**
 * Why a place keeps its words: a person's, a model's that a person has edited, a model's, the built-in ones, those
 * built-in ones that stand where a model's were refused; or another place was asked for.
 */
export type KeptReason = "person" | "edited" | "drafted" | "refused" | "not asked";

/** What is drafted and what is kept, in the order heard. */
export interface DraftPlan {
  readonly ask: readonly DraftPlace[];
  readonly kept: readonly { readonly place: DraftPlace; readonly why: KeptReason }[];
}

/** Plans a draft. `drafts` is the frontmatter's record of what was drafted before. */
export function planDraft(
  episode: Episode,
  narration: Narration,
  drafts: Drafts,
  wish: DraftWish,
): DraftPlan {
  const judged = listDraftPlaces(episode).map((place) => ({
    place,
    why: whyKept(episode, narration, drafts, place, wish),
  }));
  return {
    ask: judged.flatMap(({ place, why }) => (why === null ? [place] : [])),
    kept: judged.flatMap(({ place, why }) => (why === null ? [] : [{ place, why }])),
  };
}

function whyKept(
  episode: Episode,
  narration: Narration,
  drafts: Drafts,
  place: DraftPlace,
  wish: DraftWish,
): KeptReason | null {
  if (wish.redraft.includes(place.place)) return null;
  if (wish.only && !wish.only.includes(place.place)) return "not asked";
  const section = narration.get(place.place);
  if (!section) return null;
  switch (section.origin) {
    case "person":
    case "edited":
      return section.origin;
    case "built-in":
      return drafts.get(place.place)?.refused && !wish.isBuiltIn ? "refused" : null;
    case "drafted":
      // It was a machine's, and is drafted again where it no longer belongs.
      return whyStale(episode, narration, drafts, place) === null ? "drafted" : null;
  }
}
