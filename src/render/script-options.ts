// What a person may choose about the script for recording.

/** Choices for the forms of the script that go on paper. */
export interface ScriptOptions {
  /** True to print each story's sources, small, at its end. */
  readonly sources: boolean;
  /** True to begin each part on a page of its own, but for the story that follows its segment's own words. */
  readonly pagePerStory: boolean;
  readonly paper: "a4" | "letter";
}

/** The forms of the script, by the ending of their file. */
export const SCRIPT_FORMATS = ["html", "docx", "pdf", "txt", "ssml", "fountain"] as const;

export type ScriptFormat = (typeof SCRIPT_FORMATS)[number];
