// A page's HTML or a feed's text, sent to a thread of its own -> what it tells, or why it is not read, sent back.
// The bundle makes a file of it; foreign text can keep a parser busy, and only a thread can be ended.

import { parentPort } from "node:worker_threads";
import { UserError } from "../problem.ts";
import type { Answer, FeedQuestion, PageQuestion } from "./read-in-worker.ts";

parentPort?.on("message", async (question: PageQuestion | FeedQuestion) => {
  parentPort?.postMessage(await answer(question));
});

async function answer(question: PageQuestion | FeedQuestion): Promise<Answer<unknown>> {
  const what = "feed" in question ? "feed" : "page";
  try {
    return { read: await read(question) };
  } catch (error) {
    if (error instanceof UserError) return { refusal: { message: error.message, hint: error.hint } };
    // A tree that exhausts the stack is the page's fault.
    if (error instanceof RangeError)
      return {
        refusal: { message: `Unexpected ${what} that cannot be taken apart (${error.message})`, hint: "" },
      };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Each kind brings packages of its own, which the other does not load. */
async function read(question: PageQuestion | FeedQuestion): Promise<unknown> {
  if ("feed" in question) {
    const { readFeed } = await import("../notes/read-feed.ts");
    return readFeed(question.feed, question.address);
  }
  const { readPage } = await import("../notes/read-page.ts");
  return readPage(question.html, question.address, question.today);
}
