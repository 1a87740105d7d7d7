// A person's Ctrl-C and limits of time -> one watch over a request, which ends it whatever the network does.
// A server that goes silent, and a package that does not hear an abort, must not hold a person up.

import { Interrupted, type UserError } from "../problem.ts";
import { makeFault } from "./ask-model-faults.ts";

/** The bounds of a request: seconds, tries, characters and bytes. */
export interface Limits {
  /** Seconds until the reply begins. */
  readonly firstByte: number;
  /** Seconds without a byte while it comes. */
  readonly silence: number;
  /** Seconds for all of it, further tries and waits among them. */
  readonly total: number;
  /** The longest wait, in seconds, that a server may ask for between two tries. */
  readonly wait: number;
  /** Tries after the first. */
  readonly retries: number;
  /** Characters of the model's words, and of a line of the stream. */
  readonly reply: number;
  /** Bytes of the whole stream: a few words of a reply come in hundreds of bytes of JSON. */
  readonly stream: number;
}

const MEGABYTE = 1024 * 1024;

/** What a server elsewhere is given. */
export const LIMITS: Limits = {
  firstByte: 60,
  silence: 60,
  total: 300,
  wait: 60,
  retries: 2,
  reply: MEGABYTE,
  stream: 8 * MEGABYTE,
};

/** A server on this machine has to load its model first, and stops doing so when nobody waits for it. */
export const LOCAL_LIMITS: Limits = { ...LIMITS, firstByte: 240, total: 900 };

/** A watch over a request. */
export interface Watch {
  /** Aborted when the watch stops the request. */
  readonly signal: AbortSignal;
  /** Why the watch stopped the request, or null. */
  readonly failure: () => Interrupted | UserError | null;
  /** The outcome of some work, or a rejection with the failure as soon as there is one. */
  readonly race: <T>(work: Promise<T>) => Promise<T>;
  /** From now on, at most so many seconds until the next call; null: as long as it takes. */
  readonly allow: (seconds: number | null) => void;
  /** Takes all timers and listeners away, and lets go of what may still be under way. */
  readonly end: () => void;
}

/** Starts to watch: a stop by the signal fails with Interrupted, a stop by time with a UserError on `host`. */
export function startWatch(signal: AbortSignal, totalSeconds: number, host: string): Watch {
  const controller = new AbortController();
  let failure: Interrupted | UserError | null = null;
  let silence: NodeJS.Timeout | undefined;
  let reject: (reason: Error) => void = () => undefined;
  const failed = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Nobody may be waiting when it comes.
  failed.catch(() => undefined);

  const stop = (reason: Interrupted | UserError) => {
    if (failure || controller.signal.aborted) return;
    failure = reason;
    reject(reason);
    controller.abort();
  };
  const interrupt = () => stop(new Interrupted());
  const total = setTimeout(() => {
    const message = `The model's server at ${host} was not done after ${totalSeconds} s`;
    stop(makeFault(message, "Try again, ask for fewer places with --only, or choose a faster model."));
  }, totalSeconds * 1000);
  if (signal.aborted) interrupt();
  else signal.addEventListener("abort", interrupt, { once: true });

  return {
    signal: controller.signal,
    failure: () => failure,
    race: (work) => Promise.race([failed, work]),
    allow: (seconds) => {
      clearTimeout(silence);
      if (seconds === null || failure) return;
      silence = setTimeout(() => {
        const message = `The model's server at ${host} sent nothing for ${seconds} s`;
        stop(makeFault(message, "Look whether the server is busy, and try again."));
      }, seconds * 1000);
    },
    end: () => {
      clearTimeout(total);
      clearTimeout(silence);
      signal.removeEventListener("abort", interrupt);
      controller.abort();
    },
  };
}
