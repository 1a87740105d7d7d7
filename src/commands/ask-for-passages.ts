// The places to be drafted -> passages that hold, from a model that is asked once, and once more for what was refused.
// A reply is kept under its request's digest, so that the same notes never cost a second call.

import type { Episode } from "../episode/episode.ts";
import type { ModelReply } from "../io/ask-model.ts";
import type { ModelServer } from "../io/choose-server.ts";
import { findReply, keepReply } from "../io/reply-cache.ts";
import type { Session } from "../io/session.ts";
import { type AcceptedPassage, acceptPassages, type Refusal } from "../narration/accept-passages.ts";
import type { DraftPlace } from "../narration/brief.ts";
import { digestText } from "../narration/digest.ts";
import type { Narration } from "../narration/narration.ts";
import { askAgain, type ModelRequest } from "../narration/prompt.ts";
import { type ReadReply, readReply } from "../narration/read-reply.ts";
import { UserError } from "../problem.ts";
import { countOf, joinList } from "../spoken/phrases.ts";

/** How the server is asked. */
export interface Asking {
  readonly server: ModelServer;
  /** The folder of kept replies. */
  readonly cache: string;
  /** True to ask even where a reply is kept. */
  readonly isFresh: boolean;
}

/** What came of it. */
export interface Answer {
  readonly accepted: ReadonlyMap<string, AcceptedPassage>;
  /** What was refused twice. */
  readonly refused: readonly Refusal[];
  /** How many requests were sent; the others were answered by kept replies. */
  readonly sent: number;
  /** Tokens as the server counted them, where it did. */
  readonly tokens: number;
}

/**
 * Asks for passages. Throws a UserError where the server fails or answers twice with what cannot be read; then
 * nothing has been written.
 */
export async function askForPassages(
  session: Session,
  episode: Episode,
  kept: Narration,
  wanted: readonly DraftPlace[],
  first: ModelRequest,
  asking: Asking,
): Promise<Answer> {
  const accepted = new Map<string, AcceptedPassage>();
  let refused: readonly Refusal[] = wanted.map((place) => ({ place, text: "", objections: [] }));
  let request = first;
  let sent = 0;
  let tokens = 0;
  for (let round = 1; round <= 2 && refused.length > 0; round += 1) {
    const places = refused.map(({ place }) => place);
    const reply = await ask(session, request, asking);
    sent += reply.fresh ? 1 : 0;
    tokens += (reply.fresh?.tokens?.input ?? 0) + (reply.fresh?.tokens?.output ?? 0);
    const read = readReply(reply.content, places);
    if (read.fault !== null && round === 2) throw unreadable(read.fault, request.model);
    if (read.fault === null && reply.fresh) await keepReply(asking.cache, reply.digest, reply.fresh);
    sayInvented(session, read);
    const judged = acceptPassages(episode, kept, accepted, places, read);
    for (const [place, passage] of judged.accepted) accepted.set(place, passage);
    refused = judged.refused;
    request = askAgain(first, reply.content, describeRefusals(refused, read));
  }
  return { accepted, refused, sent, tokens };
}

function describeRefusals(refused: readonly Refusal[], read: ReadReply): readonly Refusal[] {
  if (read.fault === null) return refused;
  const reason = `the answer could not be read, since ${read.fault}: answer with one JSON object`;
  return refused.map((one) => ({ ...one, objections: [{ rule: "length", words: "", reason }] }));
}

function unreadable(fault: string, model: string): UserError {
  return new UserError(
    `The model ${model} answered twice with what cannot be read: ${fault}`,
    "Nothing was changed. Try another model with --model, or write the built-in narration with --offline.",
  );
}

function sayInvented(session: Session, { invented }: ReadReply): void {
  if (invented.length === 0) return;
  const names = invented.slice(0, 5).map((name) => `"${name.slice(0, 40)}"`);
  session.say(`Left out what the model wrote for places that were not asked for: ${joinList(names)}.`);
}

/** One reply: the one that is kept, or the server's, which is `fresh`. */
async function ask(
  session: Session,
  request: ModelRequest,
  { server, cache, isFresh }: Asking,
): Promise<{ readonly content: string; readonly digest: string; readonly fresh: ModelReply | null }> {
  const digest = digestText(JSON.stringify([server.baseUrl, request]));
  const known = isFresh ? null : await findReply(cache, digest);
  if (known) return { content: known.content, digest, fresh: null };
  const { askModel } = await import("../io/ask-model.ts");
  try {
    session.progress(`Asking ${request.model}…`);
    const fresh = await askModel(server, request, {
      // A person's Ctrl-C ends the program, and the request with it: nothing is being written meanwhile.
      signal: new AbortController().signal,
      onProgress: (characters) =>
        session.progress(`Asking ${request.model}: ${countOf(characters, "character")} so far`),
      onWait: (message) => {
        session.progress(null);
        session.say(message);
      },
    });
    return { content: fresh.content, digest, fresh };
  } finally {
    session.progress(null);
  }
}
