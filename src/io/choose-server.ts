// The key, and the address that the environment or the show names -> the server to ask, or none.
// A key must reach nobody but the server that it is for, so what is wrong is refused before anything is sent.

import { UserError } from "../problem.ts";

/** An OpenAI-compatible server: its address without a slash at the end, and the key sent to it. */
export interface ModelServer {
  readonly baseUrl: string;
  readonly key: string;
}

/** The variables that count; an empty one counts as missing. */
export interface ServerEnvironment {
  readonly OPENAI_API_KEY?: string | undefined;
  readonly OPENAI_BASE_URL?: string | undefined;
}

/** The server, or null where there is no key for the default one; `notice` is a sentence to say, or null. */
export interface ChosenServer {
  readonly server: ModelServer | null;
  readonly notice: string | null;
}

/** OpenAI's own server, which is asked where none is named. */
export const DEFAULT_ADDRESS = "https://api.openai.com/v1";

/** What is sent as the key to a server that is to have none: local ones want some key, any key. */
export const PLACEHOLDER_KEY = "no-key";

/**
 * Chooses the server: OPENAI_BASE_URL, else `configured` (narration.baseUrl), else OpenAI's own. Throws a
 * UserError, which never holds the key nor the address, where either cannot be used.
 */
export function chooseServer(environment: ServerEnvironment, configured: string | null): ChosenServer {
  const key = checkKey(environment.OPENAI_API_KEY ?? "");
  const fromEnvironment = environment.OPENAI_BASE_URL?.trim() ?? "";
  const source = fromEnvironment === "" ? "narration.baseUrl" : "OPENAI_BASE_URL";
  const written = fromEnvironment || (configured ?? "");
  if (written === "") {
    return key === ""
      ? { server: null, notice: "OPENAI_API_KEY is not set, so no model is asked" }
      : { server: { baseUrl: DEFAULT_ADDRESS, key }, notice: null };
  }
  const baseUrl = checkAddress(written, source);
  if (key === "") return { server: { baseUrl, key: PLACEHOLDER_KEY }, notice: null };
  const host = describeServer(baseUrl);
  if (baseUrl.startsWith("http:") && !isLoopback(baseUrl)) {
    const notice = `OPENAI_API_KEY is not sent to ${host}, since anyone on the way could read it: ${source} begins with http://, expected https://`;
    return { server: { baseUrl, key: PLACEHOLDER_KEY }, notice };
  }
  // A show may come from anyone, and with it the place that the key goes to.
  const isNews = source === "narration.baseUrl" && baseUrl !== DEFAULT_ADDRESS && !isLoopback(baseUrl);
  const notice = isNews ? `OPENAI_API_KEY is sent to ${host}, the server that roundup.yaml names` : null;
  return { server: { baseUrl, key }, notice };
}

/** The server for a message: its host, with the port where it is not the usual one. */
export function describeServer(baseUrl: string): string {
  return parseUrl(baseUrl)?.host ?? "an unknown address";
}

/** True if an address is this machine's own. */
export function isLoopback(baseUrl: string): boolean {
  const host = parseUrl(baseUrl)?.hostname ?? "";
  return host === "[::1]" || /^127(?:\.\d+){3}$/.test(host) || /^(?:.+\.)?localhost$/.test(host);
}

function checkKey(key: string): string {
  // Anything else cannot stand in a header, and the package would quote the key when it says so.
  if (/^[\x21-\x7E]*$/.test(key)) return key;
  throw new UserError(
    "OPENAI_API_KEY holds a blank, a line feed or a character beyond ASCII, expected a key as the server gave it",
    "Copy the key again, without quotes or blanks around it.",
  );
}

function checkAddress(written: string, source: string): string {
  const wanted = `Set ${source} to the address that the server's documentation gives, such as http://localhost:11434/v1.`;
  const parsed = /^https?:\/\/[^/?#\\]/i.test(written) ? parseUrl(written) : null;
  if (!parsed)
    throw new UserError(`${source} is not an address that begins with http:// or https://`, wanted);
  if (parsed.username !== "" || parsed.password !== "" || /^[a-z]+:\/\/[^/?#\\]*@/i.test(written)) {
    throw new UserError(
      `${source} holds a name or a password, expected none`,
      "Take it out; a key goes into OPENAI_API_KEY.",
    );
  }
  if (parsed.search !== "")
    throw new UserError(`${source} holds a question mark, expected an address without`, wanted);
  const path = parsed.pathname.replace(/\/+$/, "").replace(/\/+chat\/completions$/, "");
  return `${parsed.protocol}//${parsed.host}${path.replace(/\/+$/, "")}`;
}

/** Not URL.canParse: once it is hot, Node 20 and 22 answer false for letters such as ü. */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
