// A scripted server and a request -> what askModel made of it: the reply or the error, the waits, the progress.
// No test waits in real time: `wait` is answered at once.

import { afterEach } from "vitest";
import { type AskOptions, askModel, type ModelReply } from "../../src/io/ask-model.ts";
import type { ModelRequest } from "../../src/narration/prompt.ts";
import { UserError } from "../../src/problem.ts";
import {
  type ModelServerOptions,
  type Scripted,
  startModelServer,
  type TestModelServer,
} from "../support/model-server.ts";

/** A key that is written otherwise in an address and in JSON than it is. */
export const KEY = 'sk-test/Zx9+"4=end';

export const REQUEST: ModelRequest = {
  model: "gpt-5-mini",
  messages: [
    { role: "system", content: "Write the passages." },
    { role: "user", content: "Dŵr — and £100m." },
  ],
  response_format: {
    type: "json_schema",
    json_schema: {
      name: "narration",
      strict: true,
      schema: {
        type: "object",
        properties: { intro: { type: "string", description: "intro" } },
        required: ["intro"],
        additionalProperties: false,
      },
    },
  },
  stream: true,
  stream_options: { include_usage: true },
};

const started: TestModelServer[] = [];

afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

/** Starts a server that ends with the test. */
export async function serve(
  answer: Scripted | ModelServerOptions["answer"],
  options: Omit<ModelServerOptions, "answer"> = {},
): Promise<TestModelServer> {
  const server = await startModelServer({
    ...options,
    answer: typeof answer === "function" ? answer : () => answer,
  });
  started.push(server);
  return server;
}

export interface Asked {
  /** Null where there was an error. */
  readonly reply: ModelReply | null;
  readonly error: Error | null;
  /** The error's message and hint, on a line each; "" without one. */
  readonly told: string;
  /** What was said before each wait, and the seconds. */
  readonly waits: readonly { readonly said: string; readonly seconds: number }[];
  readonly progress: readonly number[];
}

/** Asks, with limits so short that a server which hangs shows at once. */
export async function ask(
  baseUrl: string,
  options: Partial<AskOptions> & { readonly key?: string; readonly request?: ModelRequest } = {},
): Promise<Asked> {
  const { key = KEY, request = REQUEST, limits, ...rest } = options;
  const said: string[] = [];
  const seconds: number[] = [];
  const progress: number[] = [];
  const asking = askModel({ baseUrl, key }, request, {
    signal: new AbortController().signal,
    onProgress: (characters) => progress.push(characters),
    onWait: (message) => said.push(message),
    wait: async (time) => void seconds.push(time),
    limits: { firstByte: 5, silence: 5, total: 10, ...limits },
    ...rest,
  });
  const outcome = await asking.catch((error: unknown) => error);
  const error = outcome instanceof Error ? outcome : null;
  return {
    reply: error ? null : (outcome as ModelReply),
    error,
    told: error instanceof UserError ? `${error.message}\n${error.hint}` : (error?.message ?? ""),
    waits: said.map((message, index) => ({ said: message, seconds: seconds[index] ?? Number.NaN })),
    progress,
  };
}
