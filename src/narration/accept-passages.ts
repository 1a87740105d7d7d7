// What a model answered -> the passages that hold and those that are refused, with the reasons.
// The guard judges each passage by itself; here it is asked, and how passages begin is compared.

import type { Episode } from "../episode/episode.ts";
import { type DraftPlace, listDraftPlaces, makeGrounds } from "./brief.ts";
import { judgeOpenings, judgePassage, type Notice, type Objection } from "./guard.ts";
import type { Narration } from "./narration.ts";
import type { ReadReply } from "./read-reply.ts";

/** A passage that holds: plain text, an empty line between paragraphs. */
export interface AcceptedPassage {
  readonly text: string;
  /** What a person should look at, since no check of words can. */
  readonly notices: readonly Notice[];
}

/** A passage that does not hold; its text is empty where there was none. */
export interface Refusal {
  readonly place: DraftPlace;
  readonly text: string;
  readonly objections: readonly Objection[];
}

/**
 * Judges a reply. `kept` is the narration that stays, `before` what was accepted of an earlier reply: both count
 * for how passages may begin.
 */
export function acceptPassages(
  episode: Episode,
  kept: Narration,
  before: ReadonlyMap<string, AcceptedPassage>,
  wanted: readonly DraftPlace[],
  reply: ReadReply,
): { readonly accepted: ReadonlyMap<string, AcceptedPassage>; readonly refused: readonly Refusal[] } {
  const openings = compareOpenings(episode, kept, before, reply);
  const accepted = new Map<string, AcceptedPassage>();
  const refused: Refusal[] = [];
  for (const place of wanted) {
    const text = reply.passages.get(place.place);
    if (text === undefined) {
      refused.push({ place, text: "", objections: [MISSING] });
      continue;
    }
    const { objections, notices } = judgePassage(text, makeGrounds(episode, kept, place));
    const opening = openings.get(place.place);
    const all = [...objections, ...(opening ? [opening] : [])];
    if (all.length === 0) accepted.set(place.place, { text, notices });
    else refused.push({ place, text, objections: all });
  }
  return { accepted, refused };
}

const MISSING: Objection = { rule: "length", words: "", reason: "the passage is missing: write it" };

function compareOpenings(
  episode: Episode,
  kept: Narration,
  before: ReadonlyMap<string, AcceptedPassage>,
  reply: ReadReply,
): ReadonlyMap<string, Objection> {
  const passages = listDraftPlaces(episode).flatMap(({ place }) => {
    const fresh = reply.passages.get(place);
    const fixed = before.get(place)?.text ?? kept.get(place)?.paragraphs[0]?.text;
    const text = fixed ?? fresh;
    return text === undefined ? [] : [{ place, text, fixed: fixed !== undefined }];
  });
  return judgeOpenings(passages);
}
