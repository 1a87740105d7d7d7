// A page's HTML, sent to a thread of its own -> its facts, or why it is not read, sent back.
// The bundle makes a file of it; foreign HTML can keep a parser busy, and only a thread can be ended.

import { parentPort } from "node:worker_threads";
import { readPage } from "../notes/read-page.ts";
import { UserError } from "../problem.ts";
import type { PageAnswer, PageQuestion } from "./read-in-worker.ts";

parentPort?.on("message", ({ html, address, today }: PageQuestion) => {
  parentPort?.postMessage(answer(html, address, today));
});

function answer(html: string, address: string | null, today: string): PageAnswer {
  try {
    return { facts: readPage(html, address, today) };
  } catch (error) {
    if (error instanceof UserError) return { refusal: { message: error.message, hint: error.hint } };
    // A tree that exhausts the stack is the page's fault.
    if (error instanceof RangeError)
      return {
        refusal: { message: `Unexpected page that cannot be taken apart (${error.message})`, hint: "" },
      };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
