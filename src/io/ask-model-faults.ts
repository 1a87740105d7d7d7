// What went wrong with a model's server -> a UserError in plain words that says what to do.
// What a server says may be hostile, or hold the key: it is blanked, cut and put on one line before it is shown.

import { APIConnectionTimeoutError, APIError } from "openai";
import { showUnseenCharacters } from "../input/characters.ts";
import { nearestWord, UserError } from "../problem.ts";
import { oneLine } from "../show.ts";
import { describeServer, isLoopback, type ModelServer, PLACEHOLDER_KEY } from "./choose-server.ts";

/** How much of what a server says is shown, in characters, and how many of its models. */
const MAX_WORDS = 300;
const MAX_MODELS = 12;

/** A fault of the server: nothing has been written when it is thrown, and the hint says so. */
export function makeFault(message: string, hint: string): UserError {
  return new UserError(message, `${hint} Nothing was changed.`.trim());
}

const ENTITIES: Readonly<Record<string, string>> = {
  '"': "quot",
  "&": "amp",
  "'": "apos",
  "<": "lt",
  ">": "gt",
};

/** A text without the key, however it is written: as it is, percent-encoded, or escaped for JSON or HTML. */
export function blankKey(text: string, key: string): string {
  if (key === "" || key === PLACEHOLDER_KEY) return text;
  const pattern = [...key]
    .map((character) => {
      const code = character.charCodeAt(0);
      const hex = code.toString(16).padStart(2, "0");
      const plain = `\\\\{0,4}${character.replace(/[^A-Za-z0-9]/, "\\$&")}`;
      const entity = `&(?:${ENTITIES[character] ?? ""}|#0{0,6}${code}|#x0{0,6}${hex});`;
      return `(?:${plain}|%${hex}|\\\\{1,4}u00${hex}|${entity})`;
    })
    .join("");
  return text.replace(new RegExp(pattern, "gi"), "[key]");
}

/**
 * The same for what is kept of a reply, but for a key that is a short word, such as "none": local servers
 * take any, so that it is no secret, and the model may say the word.
 */
export function blankKeyInReply(text: string, key: string): string {
  return /^(?:[A-Za-z]{1,11}|.{1,5})$/.test(key) ? text : blankKey(text, key);
}

/** A server's own words for a message: without the key, on one line, at most 300 characters. */
export function quoteServer(text: string, key: string): string {
  const line = [...showUnseenCharacters(oneLine(blankKey(text, key)))];
  return line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS - 1).join("")}…` : line.join("");
}

/** The words and the code of an error in the shapes that servers give it; "" where there are none. */
export function readServerError(body: unknown): { readonly message: string; readonly code: string } {
  const error = at(body, "error") ?? body;
  const message = [error, at(error, "message"), at(body, "detail")].find((one) => typeof one === "string");
  const code = at(error, "code");
  return { message: String(message ?? ""), code: typeof code === "string" ? code : "" };
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** True if an error says that the server has no model of that name. */
export function isMissingModel(error: unknown): boolean {
  return error instanceof APIError && (error.status === 404 || error.code === "model_not_found");
}

/** True if another try may help: the connection was reset, or the server says that it is busy or unwell. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof APIError)) return false;
  if (error.status === undefined) return findCode(error, RESET) !== "";
  if (error.code === "insufficient_quota" || error.headers?.get("x-should-retry") === "false") return false;
  return [408, 409, 429].includes(error.status) || error.status >= 500;
}

/**
 * The seconds that a server asks to wait, by `retry-after-ms` or Retry-After (RFC 9110, 10.2.3: whole
 * seconds or a date); null where it does not say.
 */
export function readRetryAfter(headers: Headers | undefined, now: number): number | null {
  const milliseconds = headers?.get("retry-after-ms") ?? "";
  if (/^\d+(?:\.\d+)?$/.test(milliseconds)) return Number(milliseconds) / 1000;
  const written = headers?.get("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(written)) return Number(written);
  const until = /[a-z]/i.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(until) ? null : Math.max(0, (until - now) / 1000);
}

/** A wait in words: `12 s`, or minutes from two on. */
export function formatWait(seconds: number): string {
  return seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

/** What is known of a request that failed. */
export interface FaultContext {
  readonly server: ModelServer;
  /** The model asked for; null where none was. */
  readonly model: string | null;
  /** How often it was tried. */
  readonly tries: number;
  /** The models that the server lists; null where it could not say. */
  readonly offered: readonly string[] | null;
  /** The seconds that the server asks to wait, beyond the wait that is allowed; or null. */
  readonly tooLong: number | null;
}

/** Says what a request failed of. Errors that are for the user already pass as they are. */
export function explainFault(error: unknown, context: FaultContext): UserError {
  if (error instanceof UserError) return error;
  if (error instanceof APIError && error.status !== undefined)
    return explainStatus(error, error.status, context);
  return explainConnection(error, context);
}

function explainStatus(error: APIError, status: number, context: FaultContext): UserError {
  const { server, tries, tooLong } = context;
  const host = describeServer(server.baseUrl);
  const words = quoteServer(readServerError(error.error).message, server.key);
  const said = words === "" ? `(${status})` : `(${status}): "${words}"`;
  const who = `The model's server at ${host}`;
  const times = tries > 1 ? `, ${tries} times` : "";
  if (status >= 300 && status < 400) return explainRedirect(error, context);
  if (isMissingModel(error)) return explainMissing(error, said, context);
  if (error.code === "insufficient_quota") {
    const hint = "Look at the plan and the billing of the account that the key belongs to.";
    return makeFault(`${who} says that the account has no credit left ${said}`, hint);
  }
  if (tooLong !== null) {
    const wait = formatWait(tooLong);
    return makeFault(
      `${who} asks to wait ${wait} ${said}`,
      `That is longer than is waited: run it again in ${wait}.`,
    );
  }
  switch (status) {
    case 401:
      return server.key === PLACEHOLDER_KEY
        ? makeFault(`${who} wants a key ${said}`, "Set OPENAI_API_KEY to a key for this server.")
        : makeFault(
            `${who} does not know the key ${said}`,
            "Look whether OPENAI_API_KEY is whole, in force and a key for this server.",
          );
    case 403:
      return makeFault(
        `${who} does not allow this ${said}`,
        "Look at what the key may use, and whether the server serves your country.",
      );
    case 408:
      return makeFault(`${who} gave up waiting${times} ${said}`, "Try again later.");
    case 429:
      return makeFault(
        `${who} has had too many requests${times} ${said}`,
        "Wait a minute and run it again, or look at the limits of your account.",
      );
  }
  if (status >= 500) return makeFault(`${who} failed${times} ${said}`, "Try again later.");
  const hint = "Mend what it names, or ask another model with --model.";
  return makeFault(`${who} did not accept the request ${said}`, hint);
}

function explainRedirect(error: APIError, { server }: FaultContext): UserError {
  const who = `The model's server at ${describeServer(server.baseUrl)}`;
  const address = readLocation(error.headers?.get("location") ?? "", server);
  return address === ""
    ? makeFault(`${who} sends to another address (${error.status})`, "Look at the address that you have set.")
    : makeFault(
        `${who} sends on to ${address} (${error.status}), where neither the key nor the request was sent`,
        `If you trust that address, set OPENAI_BASE_URL or narration.baseUrl to it.`,
      );
}

/** The base address of a redirect's target; nothing of its query, name or password. */
function readLocation(location: string, server: ModelServer): string {
  try {
    const { protocol, host, pathname } = new URL(location, `${server.baseUrl}/`);
    if (location === "" || !/^https?:$/.test(protocol)) return "";
    return quoteServer(
      `${protocol}//${host}${pathname.replace(/\/+(?:chat\/completions|models)?\/*$/, "")}`,
      server.key,
    );
  } catch {
    return "";
  }
}

function explainMissing(error: APIError, said: string, context: FaultContext): UserError {
  const { server, model, offered } = context;
  const who = `The model's server at ${describeServer(server.baseUrl)}`;
  if (model === null || (offered === null && error.code !== "model_not_found")) {
    const end = new URL(server.baseUrl).pathname.endsWith("/v1") ? "" : ", which often ends in /v1";
    return makeFault(
      `${who} has nothing at this address ${said}`,
      `Look at OPENAI_BASE_URL or narration.baseUrl${end}.`,
    );
  }
  if (offered?.includes(model)) {
    return makeFault(
      `${who} lists the model "${model}" but does not give it ${said}`,
      "Look whether the key may use it, or choose another with --model.",
    );
  }
  const pull = isLoopback(server.baseUrl) ? ` With Ollama: ollama pull ${model}.` : "";
  return makeFault(
    `${who} has no model "${model}" ${said}`,
    `${listOffered(model, offered, server.key)}Choose one with --model or narration.model in roundup.yaml.${pull}`,
  );
}

function listOffered(model: string, offered: readonly string[] | null, key: string): string {
  if (offered === null) return "";
  const names = orderByLikeness(model, offered).map((name) => quoteServer(name, key));
  const more = names.length > MAX_MODELS ? `, and ${names.length - MAX_MODELS} more` : "";
  return names.length === 0
    ? "It offers none. "
    : `It offers ${names.slice(0, MAX_MODELS).join(", ")}${more}. `;
}

/** The nearest names first, the others by the alphabet. */
function orderByLikeness(model: string, offered: readonly string[]): string[] {
  const rest = new Set([...offered].sort());
  const near: string[] = [];
  for (;;) {
    const next = nearestWord(model, rest);
    if (next === null) return [...near, ...rest];
    near.push(next);
    rest.delete(next);
  }
}

const RESET = /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|ECONNABORTED)$/;
const TLS_CERTIFICATE = /CERT|^UNABLE_TO_|SELF_SIGNED/;
const TLS_OTHER = /^(?:EPROTO|ERR_SSL_.*|ERR_TLS_.*)$/;
const UNREACHABLE = /^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;

function explainConnection(error: unknown, { server, tries }: FaultContext): UserError {
  const host = describeServer(server.baseUrl);
  const where = "OPENAI_BASE_URL or narration.baseUrl";
  const times = tries > 1 ? `, ${tries} times` : "";
  // Of a connection that takes too long to be made, the package drops the cause.
  const isSlow = error instanceof APIConnectionTimeoutError;
  const code = isSlow ? "ETIMEDOUT" : findCode(error, /^[A-Z][A-Z0-9_]+$/);
  if (code === "ECONNREFUSED") {
    const hint = isLoopback(server.baseUrl)
      ? `Is the server running? (Ollama: ollama serve.) If it listens elsewhere, set ${where}.`
      : `Is the server running? Look at ${where}.`;
    return makeFault(`Nothing answers at ${host}, where the model's server should be`, hint);
  }
  if (/^(?:ENOTFOUND|EAI_.*)$/.test(code)) {
    return makeFault(
      `The model's server ${host} could not be found (${code})`,
      `Look whether you are connected, and at ${where}.`,
    );
  }
  if (TLS_CERTIFICATE.test(code)) {
    return makeFault(
      `The certificate of the model's server at ${host} cannot be trusted (${code})`,
      `Look at ${where}; where a network has certificates of its own, name their file in NODE_EXTRA_CA_CERTS.`,
    );
  }
  if (TLS_OTHER.test(code)) {
    return makeFault(
      `The model's server at ${host} does not speak https as expected (${code})`,
      `Look whether its address in ${where} begins with http:// or https://.`,
    );
  }
  if (UNREACHABLE.test(code)) {
    return makeFault(
      `The model's server at ${host} cannot be reached (${code})`,
      `Look whether you are connected, and at ${where}.`,
    );
  }
  if (RESET.test(code)) {
    return makeFault(
      `The model's server at ${host} broke off the connection${times}`,
      `Try again; if it goes on, look whether ${where} begins rightly with http:// or https://.`,
    );
  }
  const words = quoteServer(error instanceof Error ? error.message : String(error), server.key);
  return makeFault(`The model's server at ${host} could not be asked: ${words}`, `Look at ${where}.`);
}

/** The first code that matches in an error, in what caused it or in the errors that it gathers; or "". */
function findCode(error: unknown, pattern: RegExp, depth = 0): string {
  if (depth > 8 || typeof error !== "object" || error === null) return "";
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === "string" && pattern.test(code)) return code;
  for (const inner of [cause, ...(Array.isArray(errors) ? errors : [])]) {
    const found = findCode(inner, pattern, depth + 1);
    if (found !== "") return found;
  }
  return "";
}
