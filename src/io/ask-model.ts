// A request for a model -> its reply, whole, through the package openai; or a UserError that says what to do.
// A server may be slow, broken or hostile: every wait is bounded, Ctrl-C ends it at once, the key never comes out.

import { setTimeout as pause } from "node:timers/promises";
import OpenAI, { APIError } from "openai";
import type { ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import * as z from "zod";
import type { ModelRequest } from "../narration/prompt.ts";
import { Interrupted } from "../problem.ts";
import { oneLine } from "../show.ts";
import {
  blankKeyInReply,
  explainFault,
  formatWait,
  isMissingModel,
  isPassing,
  makeFault,
  readRetryAfter,
  readServerError,
} from "./ask-model-faults.ts";
import { type ModelReply, type Reading, readReply, readText } from "./ask-model-reply.ts";
import { LIMITS, type Limits, LOCAL_LIMITS, startWatch, type Watch } from "./ask-model-watch.ts";
import { describeServer, isLoopback, type ModelServer } from "./choose-server.ts";

export type { ModelReply } from "./ask-model-reply.ts";
export type { ModelServer } from "./choose-server.ts";

export interface AskOptions {
  /** A person's Ctrl-C: askModel then throws Interrupted at once, and the connection is closed. */
  readonly signal: AbortSignal;
  /** Called with the characters of the reply so far as it comes. */
  readonly onProgress: (characters: number) => void;
  /** Called with a sentence before each wait for another try. */
  readonly onWait: (message: string) => void;
  /** Bounds other than LIMITS, or LOCAL_LIMITS for a server on this machine. */
  readonly limits?: Partial<Limits>;
  /** Waits so many seconds; tests wait in their own way. */
  readonly wait?: (seconds: number, signal: AbortSignal) => Promise<unknown>;
}

/** The most of an error's body that is read, in bytes: only the beginning is ever shown. */
const MAX_ERROR = 64 * 1024;

/** The most names of models that are read. */
const MAX_MODELS = 1000;

/** Bounds for a list of models, which is asked for to help with another fault. */
const LIST_LIMITS = { firstByte: 10, silence: 10, total: 20 };

/**
 * Asks the model once, and again where a fault may pass. Throws Interrupted, or a UserError: on any fault,
 * and on a reply that is not whole.
 */
export async function askModel(
  server: ModelServer,
  request: ModelRequest,
  options: AskOptions,
): Promise<ModelReply> {
  const { baseUrl, key } = server;
  const limits = { ...(isLoopback(baseUrl) ? LOCAL_LIMITS : LIMITS), ...options.limits };
  return watched(baseUrl, options.signal, limits, async (watch) => {
    const reading = { watch, limits, host: describeServer(baseUrl), key };
    for (let tries = 1; ; tries += 1) {
      try {
        const response = await watch.race(
          makeClient(server, reading)
            .chat.completions.create(request as unknown as ChatCompletionCreateParamsStreaming)
            .asResponse(),
        );
        const { content, model, tokens } = await readReply(response, reading, options.onProgress);
        const name = oneLine(blankKeyInReply(model ?? "", key)).slice(0, 200) || request.model;
        return { content: blankKeyInReply(content, key), model: name, tokens };
      } catch (error) {
        if (watch.failure()) throw error;
        watch.allow(null);
        const canTryAgain = isPassing(error) && tries <= limits.retries;
        const asked = error instanceof APIError ? readRetryAfter(error.headers, Date.now()) : null;
        const tooLong = canTryAgain && asked !== null && asked > limits.wait ? asked : null;
        if (!canTryAgain || tooLong !== null) {
          const offered = isMissingModel(error) ? await listQuietly(server, options.signal, limits) : null;
          throw explainFault(error, { server, model: request.model, tries, offered, tooLong });
        }
        const seconds = asked ?? 2 * 4 ** (tries - 1);
        options.onWait(`${describePassing(error, asked, seconds)}, ${tries} of ${limits.retries}`);
        const wait = options.wait ?? ((time, signal) => pause(time * 1000, undefined, { signal }));
        await watch.race(wait(seconds, watch.signal));
      }
    }
  });
}

/** The names of the models that a server offers, as it orders them. Throws as askModel does. */
export async function listModels(
  server: ModelServer,
  signal: AbortSignal,
  bounds: Partial<Limits> = {},
): Promise<string[]> {
  const limits = { ...LIMITS, ...LIST_LIMITS, ...bounds };
  return watched(server.baseUrl, signal, limits, async (watch) => {
    const reading = { watch, limits, host: describeServer(server.baseUrl), key: server.key };
    try {
      const response = await watch.race(makeClient(server, reading).models.list().asResponse());
      const text = await readText(response, reading, limits.reply);
      const { data } = modelsSchema.parse(JSON.parse(text ?? ""));
      return data.slice(0, MAX_MODELS).map(({ id }) => oneLine(blankKeyInReply(id, server.key)));
    } catch (error) {
      if (watch.failure()) throw error;
      if (error instanceof SyntaxError || error instanceof z.ZodError) {
        throw makeFault(
          `The server at ${reading.host} sent no list of models`,
          "Look at OPENAI_BASE_URL or narration.baseUrl.",
        );
      }
      throw explainFault(error, { server, model: null, tries: 1, offered: null, tooLong: null });
    }
  });
}

/** ListModelsResponse of the API, as far as it is used. */
const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

async function listQuietly(
  server: ModelServer,
  signal: AbortSignal,
  limits: Limits,
): Promise<string[] | null> {
  try {
    const firstByte = Math.min(limits.firstByte, LIST_LIMITS.firstByte);
    return await listModels(server, signal, { firstByte });
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return null;
  }
}

/** Does some work under a watch; what was stopped at the last moment is no reply either. */
async function watched<T>(
  baseUrl: string,
  signal: AbortSignal,
  limits: Limits,
  work: (watch: Watch) => Promise<T>,
): Promise<T> {
  const watch = startWatch(signal, limits.total, describeServer(baseUrl));
  try {
    const done = await work(watch);
    const stopped = watch.failure();
    if (stopped) throw stopped;
    return done;
  } finally {
    watch.end();
  }
}

/**
 * The package's client, which asks once and says nothing. Every setting that it would take from the
 * environment is given, and `send` lets none of its further headers through.
 */
function makeClient({ baseUrl, key }: ModelServer, reading: Reading): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: key,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
    maxRetries: 0,
    fetch: (address, init) => send(String(address), init, key, reading),
  });
}

/** Sends one request. A redirect is an answer like any other, so that no key follows it. */
async function send(
  address: string,
  init: RequestInit | undefined,
  key: string,
  reading: Reading,
): Promise<Response> {
  const { watch, limits } = reading;
  // No others: the package adds some that describe the machine, and those of OPENAI_CUSTOM_HEADERS.
  const headers = { accept: "application/json, text/event-stream", authorization: `Bearer ${key}` };
  const body = init?.body ?? null;
  watch.allow(limits.firstByte);
  const response = await watch.race(
    fetch(address, {
      method: init?.method ?? "GET",
      headers: body === null ? headers : { ...headers, "content-type": "application/json" },
      body,
      redirect: "manual",
      signal: watch.signal,
    }),
  );
  if (response.ok) return response;
  const text = await readText(response, reading, MAX_ERROR).catch(() => null);
  const { status, headers: given } = response;
  const error = status === 304 ? null : JSON.stringify({ error: parseError(text ?? "") });
  return new Response(error, { status, headers: given });
}

/** The words of an error in the one shape that the package reads; a web page has none. */
function parseError(text: string): { readonly message: string; readonly code: string } {
  try {
    return readServerError(JSON.parse(text));
  } catch {
    return { message: /^\s*</.test(text) ? "" : text, code: "" };
  }
}

function describePassing(error: unknown, asked: number | null, seconds: number): string {
  const status = error instanceof APIError ? error.status : undefined;
  if (status === undefined) return `The connection broke off; trying again in ${formatWait(seconds)}`;
  return asked === null
    ? `The server cannot answer now (${status}); trying again in ${formatWait(seconds)}`
    : `The server asks to wait ${formatWait(asked)} (${status}); trying again then`;
}
