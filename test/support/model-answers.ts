// The name of a fault, or what a test says -> what the test server answers, as data.
// Every fault of a model's server that roundup has words for stands here once, by name.

/** How a reply is written: as most servers do, or with a habit that some have. */
export type Habit =
  | "plain"
  /** Lines end in CR LF. */
  | "crlf"
  /** Comments between the events, as OpenRouter sends them. */
  | "comments"
  /** The model's thoughts come first, in a key of their own, and empty deltas among the words. */
  | "reasoning"
  /** Neither [DONE] nor an empty line at the end. */
  | "no-done"
  /** One JSON body, though a stream was asked for. */
  | "one-body"
  /** The connection stays open after [DONE]. */
  | "stays-open";

/** A reply, good or bad. */
export interface Reply {
  readonly content: string | null;
  /** Default: stop; null: none comes. */
  readonly finish?: string | null;
  readonly refusal?: string;
  readonly habit?: Habit;
  /** False: tokens are not counted, whatever was asked. */
  readonly usage?: boolean;
  /** Default: the model asked for. */
  readonly model?: string;
  /** How it ends: as it should, with the connection cut, with silence, or with an error in the stream. */
  readonly end?: "well" | "cut" | "silence" | "error";
  /** False: no [DONE] after a reply that does not finish. */
  readonly done?: boolean;
}

/** An answer that is no reply; a body that is no string is sent as JSON. */
export interface RawAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** True: the body never ends. */
  readonly isOpen?: boolean;
}

/** What the server does with a request: a string is the reply's content. */
export type Scripted = string | Reply | RawAnswer | FaultName;

/** Faults by name, as `fault(500)`. */
export type FaultName = { readonly fault: keyof typeof FAULTS };

/** A fault by its name. */
export function fault(name: keyof typeof FAULTS): FaultName {
  return { fault: name };
}

const HALF = '{"intro":"Half of wh';

const FAULTS = {
  400: () => refuse(400, "Unsupported value for temperature.", "unsupported_value"),
  401: () => refuse(401, "Incorrect API key provided.", "invalid_api_key"),
  403: () =>
    refuse(403, "Country, region or territory not supported.", "unsupported_country_region_territory"),
  404: () => refuse(404, "The model does not exist.", "model_not_found"),
  429: () => refuse(429, "Rate limit reached.", "rate_limit_exceeded"),
  500: () => refuse(500, "The server had an error.", null),
  503: () => refuse(503, "The engine is overloaded.", null),
  "insufficient quota": () => refuse(429, "You exceeded your current quota.", "insufficient_quota"),
  "web page with 502": () => ({
    status: 502,
    headers: { "content-type": "text/html" },
    body: "<html><h1>502 Bad Gateway</h1></html>",
  }),
  "web page": () => ({
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: "\n<!DOCTYPE html><title>Hello</title>",
  }),
  silence: () => ({ odd: "silence" as const }),
  "connection dropped": () => ({ odd: "drop" as const }),
  "half a reply": () => ({ content: HALF, finish: null, done: false }),
  "half a reply, then [DONE]": () => ({ content: HALF, finish: null }),
  "half a reply, then dropped": () => ({ content: HALF, end: "cut" as const }),
  "half a reply, then silence": () => ({ content: HALF, end: "silence" as const }),
  "error in the stream": () => ({ content: HALF, end: "error" as const }),
  "error as the only body": () => ({
    status: 200,
    headers: { "content-type": "application/json" },
    body: { error: { message: "Upstream failed." } },
  }),
  "empty choices": () => ({ status: 200, body: { id: "1", object: "chat.completion", choices: [] } }),
  length: () => ({ content: HALF, finish: "length" }),
  "content filter": () => ({ content: HALF, finish: "content_filter" }),
  refusal: () => ({ content: null, refusal: "I cannot help with that." }),
  "no content": () => ({ content: null }),
  "not JSON": () => ({
    status: 200,
    headers: { "content-type": "text/event-stream" },
    body: "data: {oops\n\n",
  }),
  "over 10 MB": () => ({ odd: "flood" as const }),
  "over 10 MB of thoughts": () => ({ odd: "flood of thoughts" as const }),
  "over 10 MB in one line": () => ({ odd: "flood in one line" as const }),
} satisfies Record<string, () => Reply | RawAnswer | Odd>;

/** What is no answer at all, or one without end. */
export interface Odd {
  readonly odd: "silence" | "drop" | "flood" | "flood of thoughts" | "flood in one line";
}

/** What a scripted answer comes to. */
export function readScript(scripted: Scripted): Reply | RawAnswer | Odd {
  if (typeof scripted === "string") return { content: scripted };
  return "fault" in scripted ? FAULTS[scripted.fault]() : scripted;
}

/** An error in the API's shape. */
export function refuse(
  status: number,
  message: string,
  code: string | null,
  headers: Readonly<Record<string, string>> = {},
): RawAnswer {
  const type = status >= 500 ? "server_error" : "invalid_request_error";
  return { status, headers, body: { error: { message, type, param: null, code } } };
}
