// A passage at a place of the sample show -> the verdict it deserves, and why.
// One shape for the examples that the guard may learn from and for those that it is measured by.

import type { GuardRule } from "../../../src/narration/guard.ts";

/** One passage as a model could have written it; the episodes are those of the sample show. */
export interface GuardExample {
  readonly episode: "002" | "018";
  /** `intro`, `outro`, a segment's id or a story's slug. */
  readonly place: string;
  readonly text: string;
  /** `foreign`: something in it must be refused; `fair`: all of it must pass. */
  readonly verdict: "fair" | "foreign";
  /** The one fault of a foreign passage, or what a fair one exercises. */
  readonly kind: GuardRule | "plain";
  /** The words at fault, as they stand in the text. */
  readonly words?: string;
  readonly why: string;
}
