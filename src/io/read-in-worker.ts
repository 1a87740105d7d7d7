// A page's HTML -> its facts, read in a thread that is ended when it takes too long or too much memory.
// Libraries that take pages apart can be kept busy for minutes by a few kilobytes; the program must not be.

import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { PageFacts } from "../notes/read-page.ts";
import { UserError } from "../problem.ts";

/** What the thread is asked. `today` is YYYY-MM-DD. */
export interface PageQuestion {
  readonly html: string;
  readonly address: string | null;
  readonly today: string;
}

/** What it answers: the facts, a reason that the user can mend, or a fault of the program. */
export type PageAnswer =
  | { readonly facts: PageFacts }
  | { readonly refusal: { readonly message: string; readonly hint: string } }
  | { readonly fault: string };

/** Milliseconds for one page, the start of the thread included. */
const TIME_LIMIT = 10_000;
const MEMORY_LIMIT_MB = 768;
const HINT = "Save the article's text in a file of its own and add that.";

/** A thread that has answered waits here for the next page, since starting one takes longer than reading. */
let idle: Worker | null = null;

/**
 * Reads a page as `readPage` does. Throws a UserError for a page that is too large, too deep, or takes over
 * `timeLimit` milliseconds. The thread does not keep the program running.
 */
export async function readPageInWorker(
  html: string,
  address: string | null,
  timeLimit: number = TIME_LIMIT,
): Promise<PageFacts> {
  const worker = idle && idle.threadId > 0 ? idle : startWorker();
  idle = null;
  worker.ref();
  const today = new Date().toISOString().slice(0, 10);
  try {
    const answer = await ask(worker, { html, address, today }, timeLimit);
    if ("refusal" in answer) throw new UserError(answer.refusal.message, answer.refusal.hint || HINT);
    if ("fault" in answer) throw new Error(`A page could not be read: ${answer.fault}`);
    return answer.facts;
  } finally {
    // By name: Node's own listeners on the thread keep its messages coming.
    for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
    worker.unref();
    if (worker.threadId < 0 || idle) void worker.terminate();
    else idle = worker;
  }
}

function startWorker(): Worker {
  const beside = new URL("./read-page-worker.js", import.meta.url);
  // Where the code runs from src/, the last bundle has the thread.
  const file = existsSync(beside) ? beside : new URL("../../dist/read-page-worker.js", import.meta.url);
  // No environment: a key has no business where foreign pages are read.
  return new Worker(file, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
}

/** One question and its answer. A thread that takes too long, or dies, is ended. */
async function ask(worker: Worker, question: PageQuestion, timeLimit: number): Promise<PageAnswer> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<PageAnswer>((resolve, reject) => {
      timer = setTimeout(() => {
        const seconds = Math.max(1, Math.round(timeLimit / 1_000));
        reject(
          new UserError(`Unexpected page that takes over ${seconds} seconds to read: it was given up`, HINT),
        );
      }, timeLimit);
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(isMemory ? new UserError("Unexpected page that takes too much memory to read", HINT) : error);
      });
      worker.once("exit", (status) => reject(new Error(`The thread that reads pages ended with ${status}`)));
      worker.postMessage(question);
    });
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
