// A page's HTML -> its facts, a feed's text -> its items, read in a thread that is ended when it takes too long or
// too much memory. What takes pages and feeds apart can be kept busy for minutes; the program must not be.

import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { ReadFeed } from "../notes/read-feed.ts";
import type { PageFacts } from "../notes/read-page.ts";
import { UserError } from "../problem.ts";

/** What the thread is asked. `today` is YYYY-MM-DD. */
export interface PageQuestion {
  readonly html: string;
  readonly address: string | null;
  readonly today: string;
}

/** The text of a feed, and the address that gave it. */
export interface FeedQuestion {
  readonly feed: string;
  readonly address: string;
}

/** What it answers: what was read, a reason that the user can mend, or a fault of the program. */
export type Answer<Read> =
  | { readonly read: Read }
  | { readonly refusal: { readonly message: string; readonly hint: string } }
  | { readonly fault: string };

/** Milliseconds for one page or feed, the start of the thread included. */
const TIME_LIMIT = 10_000;
const MEMORY_LIMIT_MB = 768;

/** Threads that have answered wait here for the next page, since starting one takes longer than reading. */
const idle: Worker[] = [];

/** What a thread was kept busy with, for a message. */
interface Subject {
  readonly what: string;
  readonly hint: string;
}

const PAGE: Subject = { what: "page", hint: "Save the article's text in a file of its own and add that." };
const FEED: Subject = { what: "feed", hint: "Look at it in a browser; it may not be what it was." };

/**
 * Reads a page as `readPage` does. Throws a UserError for a page that is too large, too deep, or takes over
 * `timeLimit` milliseconds. `today` is YYYY-MM-DD. The thread does not keep the program running.
 */
export function readPageInWorker(
  html: string,
  address: string | null,
  today: string,
  timeLimit: number = TIME_LIMIT,
): Promise<PageFacts> {
  return readInWorker<PageFacts>({ html, address, today }, PAGE, timeLimit);
}

/** Reads a feed as `readFeed` does. Throws a UserError for one that takes over `timeLimit` milliseconds. */
export function readFeedInWorker(
  text: string,
  address: string,
  timeLimit: number = TIME_LIMIT,
): Promise<ReadFeed> {
  return readInWorker<ReadFeed>({ feed: text, address }, FEED, timeLimit);
}

async function readInWorker<Read>(
  question: PageQuestion | FeedQuestion,
  subject: Subject,
  timeLimit: number,
): Promise<Read> {
  const worker = takeIdle() ?? startWorker();
  worker.ref();
  try {
    const answer = await ask<Read>(worker, question, subject, timeLimit);
    if ("refusal" in answer) throw new UserError(answer.refusal.message, answer.refusal.hint || subject.hint);
    if ("fault" in answer) throw new Error(`A ${subject.what} could not be read: ${answer.fault}`);
    return answer.read;
  } finally {
    // By name: Node's own listeners on the thread keep its messages coming.
    for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
    worker.unref();
    if (worker.threadId > 0) idle.push(worker);
  }
}

/** A thread that waits and has not ended meanwhile. */
function takeIdle(): Worker | undefined {
  const worker = idle.pop();
  return worker && worker.threadId < 0 ? takeIdle() : worker;
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
async function ask<Read>(
  worker: Worker,
  question: PageQuestion | FeedQuestion,
  { what, hint }: Subject,
  timeLimit: number,
): Promise<Answer<Read>> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer<Read>>((resolve, reject) => {
      timer = setTimeout(() => {
        const seconds = Math.max(1, Math.round(timeLimit / 1_000));
        reject(
          new UserError(
            `Unexpected ${what} that takes over ${seconds} seconds to read: it was given up`,
            hint,
          ),
        );
      }, timeLimit);
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(
          isMemory ? new UserError(`Unexpected ${what} that takes too much memory to read`, hint) : error,
        );
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
