// Scripted answers -> a server on loopback that speaks the chat-completions protocol, faults and all.
// It refuses every request that is not of the API's published shape, and keeps what it was sent.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { checkChatRequest } from "./chat-request-shape.ts";
import { type Odd, type RawAnswer, readScript, refuse, type Scripted } from "./model-answers.ts";
import { sendAnswer } from "./model-sending.ts";

export { fault, type Scripted } from "./model-answers.ts";

/** A request as it came. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body's bytes as text. */
  readonly body: string;
  /** The body as JSON, or null. */
  readonly json: ChatRequest | null;
  /** Settles when the answer was sent whole, or when the other side hung up before. */
  readonly ended: Promise<"whole" | "hung up">;
}

/** The parts of a request that answers look at. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly json_schema?: { readonly schema?: JsonSchema } };
  readonly stream?: boolean;
}

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

export interface ModelServerOptions {
  /** What is answered to the nth request for a completion, counted from 1. */
  readonly answer: (request: ChatRequest, nth: number) => Scripted | Promise<Scripted>;
  /** The models that it has; another gets 404. Default: gpt-5-mini and two more. `null`: none, and no /models; "silence": none, and no answer to /models. */
  readonly models?: readonly string[] | "silence" | null;
  /** The only key that it takes; default: any. */
  readonly key?: string;
}

export interface TestModelServer {
  /** Ends in /v1. */
  readonly baseUrl: string;
  /** Every request, in order; those for completions alone are `completions`. */
  readonly requests: readonly SeenRequest[];
  readonly completions: readonly SeenRequest[];
  /** Ends it, and every connection. */
  readonly close: () => Promise<void>;
}

const MODELS = ["gpt-5-mini", "gpt-5-nano", "llama3.2"];

/** Starts the server on a free port of 127.0.0.1. */
export async function startModelServer(options: ModelServerOptions): Promise<TestModelServer> {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const isCompletion = (request: SeenRequest) => request.path.endsWith("/chat/completions");
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ended = new Promise<"whole" | "hung up">((settle) => {
      response.on("close", () => settle(response.writableFinished ? "whole" : "hung up"));
    });
    const seen = await readRequest(request, ended);
    requests.push(seen);
    const nth = requests.filter(isCompletion).length;
    const models = options.models === undefined ? MODELS : options.models;
    const refused = checkRequest(seen, models, options.key);
    await sendAnswer(response, refused ?? readScript(await options.answer(readJson(seen), nth)), seen);
  }

  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    get completions() {
      return requests.filter(isCompletion);
    },
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Writes a reply that fits the schema of a request: `write` gives the text of each property that is a string. */
export function fillSchema(request: ChatRequest, write: (place: string) => string): string {
  const schema = request.response_format?.json_schema?.schema;
  if (!schema) throw new Error("the request has no schema to fill");
  return JSON.stringify(fill(schema, "", write));
}

function fill(schema: JsonSchema, name: string, write: (place: string) => string): unknown {
  if (schema.type !== "object") return write(name);
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, fill(inner, key, write)]),
  );
}

async function readRequest(request: IncomingMessage, ended: SeenRequest["ended"]): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  let json: ChatRequest | null = null;
  try {
    json = JSON.parse(body) as ChatRequest;
  } catch {
    // It is judged below.
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { method: request.method ?? "", path: request.url ?? "", headers, body, json, ended };
}

function readJson(seen: SeenRequest): ChatRequest {
  if (!seen.json) throw new Error("checked before");
  return seen.json;
}

/** The answer to a request that is wrong or for the models; null for one that asks for a completion. */
function checkRequest(
  seen: SeenRequest,
  models: readonly string[] | "silence" | null,
  key: string | undefined,
): RawAnswer | Odd | null {
  const { method, path, headers, json } = seen;
  const bearer = /^Bearer ([\x21-\x7E]+)$/.exec(headers.authorization ?? "")?.[1];
  const isList = `${method} ${path}` === "GET /v1/models" && models !== null;
  const unknown = refuse(404, `Invalid URL (${method} ${path})`, null);
  if (!isList && `${method} ${path}` !== "POST /v1/chat/completions") return unknown;
  if (bearer === undefined) return refuse(401, "You didn't provide an API key.", null);
  if (key !== undefined && bearer !== key)
    return refuse(401, `Incorrect API key provided: ${bearer}.`, "invalid_api_key");
  if (isList && models === "silence") return { odd: "silence" };
  if (isList) {
    const data = [...models].map((id) => ({ id, object: "model", created: 1_700_000_000, owned_by: "test" }));
    return { status: 200, body: { object: "list", data } };
  }
  if (!/^application\/json(?:;|$)/.test(headers["content-type"] ?? ""))
    return refuse(400, "Unsupported content type, expected application/json.", null);
  const faults = json === null ? ["The body is not JSON."] : checkChatRequest(json);
  if (faults.length > 0) return refuse(400, faults.join(" "), "invalid_request");
  if (!models?.includes(readJson(seen).model))
    return refuse(404, `The model '${readJson(seen).model}' does not exist.`, "model_not_found");
  return null;
}
