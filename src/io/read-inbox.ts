// A show's inbox/ -> the story notes that belong to no episode yet, under the same rules of reading as an episode's.
// What comes in over the month stands there until it is moved, so it may be of anyone's making too.

import { readStoryFiles, type StoryFiles } from "./read-files.ts";

/** The folder of the inbox, relative to the show; its captures/ stand in it. */
export const INBOX = "inbox";

/** Reads inbox/*.md and lists what stands below inbox/; without the folder it is empty. */
export async function readInbox(root: string): Promise<StoryFiles> {
  return readStoryFiles(root, INBOX, INBOX, []);
}
