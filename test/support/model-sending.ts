// An answer as data -> bytes on a connection, in small pieces cut without regard to lines or characters.
// A reader of streams has to stand whatever the network makes of them.

import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Odd, RawAnswer, Reply } from "./model-answers.ts";
import type { SeenRequest } from "./model-server.ts";

/** Sends an answer to a request. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Reply | RawAnswer | Odd,
  seen: SeenRequest,
): Promise<void> {
  if ("odd" in answer) {
    if (answer.odd === "drop") response.destroy();
    if (answer.odd.startsWith("flood")) await sendFlood(response, seen, answer.odd);
    return;
  }
  if ("content" in answer) return sendReply(response, answer, seen);
  // What is wrong is told with the key in it, since servers do.
  const key = seen.headers.authorization ?? "";
  const echo = (name: string, value: unknown) => (name === "message" ? `${value} (${key})` : value);
  const isText = typeof answer.body === "string";
  const text = isText ? String(answer.body) : JSON.stringify(answer.body ?? "", echo);
  response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
  if (answer.isOpen) response.write(text);
  else response.end(text);
}

/** Sends a reply in small pieces, cut without regard to lines or characters. */
async function sendReply(response: ServerResponse, reply: Reply, seen: SeenRequest): Promise<void> {
  const { habit = "plain", end = "well" } = reply;
  if (habit === "one-body" || seen.json?.stream !== true) {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(makeBody(reply, seen), null, 2));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  const key = seen.headers.authorization ?? "";
  const events = makeEvents(reply, seen);
  if (end === "error") events.push(JSON.stringify({ error: { message: `Upstream failed (${key}).` } }));
  if (end === "well" && habit !== "no-done" && reply.done !== false) events.push("[DONE]");
  const comment = habit === "comments" ? ": keep-alive\n\n" : "";
  const text = events.map((event) => `${comment}data: ${event}\n\n`).join("");
  const whole = habit === "no-done" ? text.trimEnd() : text;
  const bytes = Buffer.from(habit === "crlf" ? whole.replaceAll("\n", "\r\n") : whole);
  for (let from = 0; from < bytes.length && !response.destroyed; from += 61) {
    response.write(bytes.subarray(from, from + 61));
    await nextTurn();
  }
  if (end === "silence" || habit === "stays-open") return;
  if (end === "cut") response.destroy();
  else response.end();
}

/** The events of a reply, without `data:`. */
function makeEvents(reply: Reply, seen: SeenRequest): string[] {
  const { habit, content, refusal, finish = "stop", end = "well", usage = true } = reply;
  const base = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_700_000_000,
    model: reply.model ?? seen.json?.model,
  };
  const event = (delta: unknown, reason: string | null = null) =>
    JSON.stringify({ ...base, choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }] });
  const events = [event({ role: "assistant", content: content === null ? null : "" })];
  if (habit === "reasoning") events.push(event({ reasoning_content: "Let me think. " }), event({}));
  for (const piece of (content ?? "").match(/[\s\S]{1,7}/gu) ?? []) {
    events.push(event({ content: piece }));
    if (habit === "reasoning") events.push(event({ content: "" }));
  }
  if (refusal !== undefined) events.push(event({ refusal }));
  if (finish !== null && end === "well") events.push(event({}, finish));
  if (usage && end === "well" && seen.body.includes('"include_usage":true'))
    events.push(JSON.stringify({ ...base, choices: [], usage: countTokens(reply, seen) }));
  return events;
}

function makeBody(reply: Reply, seen: SeenRequest): unknown {
  const { content, refusal = null, finish = "stop" } = reply;
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_700_000_000,
    model: reply.model ?? seen.json?.model,
    choices: [{ index: 0, message: { role: "assistant", content, refusal }, finish_reason: finish }],
    usage: reply.usage === false ? undefined : countTokens(reply, seen),
  };
}

function countTokens(reply: Reply, seen: SeenRequest) {
  const input = Math.ceil(seen.body.length / 4);
  const output = Math.ceil((reply.content ?? "").length / 4);
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}

/** Thirty megabytes, as fast as they are taken: ten could wait in the buffers of the connection. */
async function sendFlood(response: ServerResponse, seen: SeenRequest, kind: Odd["odd"]): Promise<void> {
  const inEvents = kind !== "flood in one line";
  response.writeHead(200, { "content-type": "text/event-stream" });
  const words = "word ".repeat(2000);
  const delta = kind === "flood" ? { content: words } : { content: "", reasoning_content: words };
  const choices = [{ index: 0, delta }];
  const piece = inEvents ? `data: ${JSON.stringify({ model: seen.json?.model, choices })}\n\n` : words;
  const pieces = Array.from({ length: 3000 }, () => piece);
  await pipeline(Readable.from(inEvents ? pieces : ["data: ", ...pieces]), response);
}
