// The bytes of a server's answer -> the model's reply, if it is whole. Streams and single bodies are both read.
// Here and not by the package, whose reader takes an aborted stream for a whole one, joins bytes without a
// limit, and prints some of what it cannot parse.

import * as z from "zod";
import type { UserError } from "../problem.ts";
import { makeFault, quoteServer, readServerError } from "./ask-model-faults.ts";
import type { Limits, Watch } from "./ask-model-watch.ts";

/** What a model answered: its words, its name as the server gives it, and tokens where they were counted. */
export interface ModelReply {
  readonly content: string;
  readonly model: string;
  readonly tokens: { readonly input: number; readonly output: number } | null;
}

/** What reading an answer needs to know. */
export interface Reading {
  readonly watch: Watch;
  readonly limits: Limits;
  /** The server for a message, and the key that must not be in one. */
  readonly host: string;
  readonly key: string;
}

const count = z.number().int().nonnegative();
const part = z.object({ content: z.string().nullish(), refusal: z.string().nullish() });

/** CreateChatCompletionStreamResponse and CreateChatCompletionResponse of the API, as far as they are used. */
const answerSchema = z.object({
  model: z.string().nullish().catch(null),
  choices: z
    .array(
      z.object({
        index: z.number().nullish(),
        finish_reason: z.string().nullish(),
        delta: part.nullish(),
        message: part.nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

/** Reads an answer with status 200. Throws a UserError where it is not a whole reply, or what the watch says. */
export async function readReply(
  response: Response,
  reading: Reading,
  onProgress: (characters: number) => void,
): Promise<{
  readonly content: string;
  readonly model: string | null;
  readonly tokens: ModelReply["tokens"];
}> {
  const { host, key, limits } = reading;
  let content = "";
  let refusal = "";
  let model: string | null = null;
  let finish: string | null = null;
  let tokens: ModelReply["tokens"] = null;
  let hasChoices = false;
  for await (const message of readMessages(response, reading)) {
    const error = readServerError(message);
    if (isError(message)) throw failedWith(error.message, reading);
    const read = answerSchema.safeParse(message);
    if (!read.success) throw notAReply(JSON.stringify(message), reading);
    const { choices, usage } = read.data;
    model = model || (read.data.model ?? null);
    if (usage) tokens = { input: usage.prompt_tokens, output: usage.completion_tokens };
    const choice = choices?.find(({ index }) => (index ?? 0) === 0);
    if (!choice) continue;
    hasChoices = true;
    const said = choice.delta ?? choice.message;
    content += said?.content ?? "";
    refusal += said?.refusal ?? "";
    finish = choice.finish_reason ?? finish;
    if (content.length + refusal.length > limits.reply) throw tooLong(host);
    onProgress(content.length);
  }
  if (refusal !== "") {
    throw makeFault(
      `The model refused: "${quoteServer(refusal, key)}"`,
      "Choose another model with --model, or write these passages yourself.",
    );
  }
  if (!hasChoices)
    throw makeFault(`The model's server at ${host} sent an answer without a reply in it`, TRY_AGAIN);
  if (finish !== "stop") throw endedBadly(finish, reading);
  if (content.trim() === "") throw makeFault(`The model at ${host} sent an empty reply`, TRY_AGAIN);
  return { content, model, tokens };
}

/** Reads a body as text, at most so many bytes; null where it is longer. */
export async function readText(response: Response, reading: Reading, most: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of readChunks(response, reading)) {
    bytes += chunk.length;
    if (bytes > most) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const TRY_AGAIN = "Try again, or choose another model with --model.";

/** The JSON values of an answer: of each event of a stream up to [DONE], or of a body that is one value. */
async function* readMessages(response: Response, reading: Reading): AsyncGenerator<unknown> {
  let data: string[] = [];
  const rest: string[] = [];
  for await (const line of readLines(response, reading)) {
    if (rest.length > 0 || /^\s*[{[<]/.test(line)) {
      if (/^\s*</.test(line) && rest.length === 0) throw webPage(reading.host);
      rest.push(line);
      continue;
    }
    // Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html
    if (line === "") {
      if (data.length === 0) continue;
      yield parseJson(data.join("\n"), reading);
      data = [];
    } else if (/^data: *\[DONE\]/.test(line)) {
      return;
    } else if (line.startsWith("data:")) data.push(line.slice("data:".length));
  }
  // A last event without an empty line after it may be whole, or cut.
  const last = data.join("\n");
  if (isJson(last)) yield JSON.parse(last);
  if (rest.length > 0) yield parseJson(rest.join("\n"), reading);
}

/** Lines as they come, without their ends: LF or CR LF. */
async function* readLines(response: Response, reading: Reading): AsyncGenerator<string> {
  const { limits, host } = reading;
  const decoder = new TextDecoder();
  let line = "";
  let bytes = 0;
  for await (const chunk of readChunks(response, reading)) {
    bytes += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    line += text;
    // What has no end yet is only joined, so that a long line costs no more than its length.
    const isWhole = text.includes("\n");
    if (bytes > limits.stream || (!isWhole && line.length > limits.reply)) throw tooLong(host);
    if (!isWhole) continue;
    const lines = line.split(/\r?\n/);
    line = lines.pop() ?? "";
    yield* lines;
  }
  line += decoder.decode();
  if (line !== "") yield line;
}

/** Bytes as they come, while the watch allows; what is left is thrown away, and the connection closed. */
async function* readChunks(response: Response, { watch, limits }: Reading): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      // Until the first of them, the limit holds that began with the request.
      const { value, done } = await watch.race(reader.read());
      if (done) return;
      watch.allow(limits.silence);
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parseJson(text: string, reading: Reading): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notAReply(text, reading);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isError(message: unknown): boolean {
  if (typeof message !== "object" || message === null) return false;
  const { error, object } = message as { readonly error?: unknown; readonly object?: unknown };
  return Boolean(error) || object === "error";
}

function endedBadly(finish: string | null, { host, key }: Reading): UserError {
  switch (finish) {
    case null:
      return makeFault(`The model's server at ${host} broke off in the middle of the reply`, "Try again.");
    case "length":
      return makeFault(
        "The model's reply was cut off at the greatest length that the model or its server allows",
        "Ask for fewer places with --only, or choose another model with --model.",
      );
    case "content_filter":
      return makeFault(
        `The content filter of the model's server at ${host} stopped the reply`,
        "Choose another model with --model, or write these passages yourself.",
      );
  }
  const words = quoteServer(finish, key);
  return makeFault(`The model ended its reply with "${words}", expected the reply to stop`, TRY_AGAIN);
}

function failedWith(words: string, { host, key }: Reading): UserError {
  const said = words === "" ? "" : `: "${quoteServer(words, key)}"`;
  return makeFault(`The model's server at ${host} reported a fault${said}`, "Try again.");
}

function notAReply(text: string, { host, key }: Reading): UserError {
  return makeFault(
    `The model's server at ${host} sent what is not a reply: "${quoteServer(text, key)}"`,
    "Look whether OPENAI_BASE_URL or narration.baseUrl is the address of an OpenAI-compatible server.",
  );
}

function webPage(host: string): UserError {
  return makeFault(
    `The server at ${host} sent a web page, expected a model's reply`,
    "Look at OPENAI_BASE_URL or narration.baseUrl: the address of an OpenAI-compatible server often ends in /v1.",
  );
}

function tooLong(host: string): UserError {
  return makeFault(
    `The model's server at ${host} sent more than a reply can be, and was stopped`,
    "Look at the server, or choose another model with --model.",
  );
}
