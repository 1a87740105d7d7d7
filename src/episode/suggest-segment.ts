// stub
import type { Show } from "../show.ts";
export interface Suggestion {
  readonly segment: string | null;
  readonly why: readonly string[];
  readonly isSure: boolean;
}
export function suggestSegment(
  _show: Show,
  _story: { title: string; publication: string | null; text: string },
): Suggestion {
  return { segment: null, why: [], isSure: false };
}
