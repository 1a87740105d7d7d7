// What a model's server answers -> the reply, or a message that says what to do; through the real package.

import { afterEach, describe, expect, test, vi } from "vitest";
import { blankKey, quoteServer } from "../../src/io/ask-model-faults.ts";
import { UserError } from "../../src/problem.ts";
import type { Habit } from "../support/model-answers.ts";
import { fault, fillSchema } from "../support/model-server.ts";
import { ask, KEY, REQUEST, serve } from "./asking.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const CONTENT = '{"intro":"Ŷ dŵr — 🎙️ £100m"}';

describe("a reply", () => {
  const habits: Habit[] = ["plain", "crlf", "comments", "reasoning", "no-done", "one-body", "stays-open"];
  test.each(habits)("is read whole from a server that writes it %s", async (habit) => {
    const server = await serve({ content: CONTENT, habit, model: "gpt-5-mini-2025" });
    const { reply, told } = await ask(server.baseUrl);
    expect(told).toBe("");
    expect(reply).toEqual({
      content: CONTENT,
      model: "gpt-5-mini-2025",
      tokens: { input: expect.any(Number), output: Math.ceil(CONTENT.length / 4) },
    });
  });

  test("is whole though letters of two, three and four bytes are cut in two on the way", async () => {
    const content = ["ŷ", "€", "🎙"].map((letter) => letter.repeat(400)).join("");
    expect((await ask((await serve(content)).baseUrl)).reply?.content).toBe(content);
  });

  test("has no tokens where they were not counted, and the model's name where the server gives none", async () => {
    const server = await serve({ content: CONTENT, usage: false, model: "" });
    expect((await ask(server.baseUrl)).reply).toEqual({
      content: CONTENT,
      model: "gpt-5-mini",
      tokens: null,
    });
  });

  test("is told of while it comes", async () => {
    const { progress } = await ask((await serve(CONTENT)).baseUrl);
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(CONTENT.length);
  });

  test("comes to exactly the request given, and to no header that tells of the machine", async () => {
    const server = await serve(CONTENT);
    await ask(server.baseUrl);
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request?.body).toBe(JSON.stringify(REQUEST));
    expect(`${request?.method} ${request?.path}`).toBe("POST /v1/chat/completions");
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    const names = Object.keys(request?.headers ?? {});
    expect(names.filter((name) => /stainless|openai/.test(name))).toEqual([]);
  });

  test("is the same whatever the environment tells the package, which says nothing of its own", async () => {
    vi.stubEnv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
    vi.stubEnv("OPENAI_ORG_ID", "org-of-another");
    vi.stubEnv("OPENAI_LOG", "debug");
    vi.stubEnv("OPENAI_CUSTOM_HEADERS", "Authorization: Bearer of-another\nX-Other: yes");
    const said = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
      vi.spyOn(console, level),
    );
    const server = await serve((_, nth) => (nth === 1 ? CONTENT : fault("not JSON")));
    expect((await ask(server.baseUrl)).reply?.content).toBe(CONTENT);
    await ask(server.baseUrl);
    expect(server.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}` });
    expect(JSON.stringify(server.requests)).not.toMatch(/another|x-other/i);
    for (const spy of said) expect(spy).not.toHaveBeenCalled();

    vi.stubEnv("OPENAI_CUSTOM_HEADERS", "no header: yes");
    expect((await ask(server.baseUrl)).error).toBeInstanceOf(UserError);
  });

  test("may be asked for with nothing but a model and messages", async () => {
    const server = await serve(CONTENT);
    const { model, messages } = REQUEST;
    expect((await ask(server.baseUrl, { request: { model, messages, stream: true } })).reply?.content).toBe(
      CONTENT,
    );
  });
});

const HERE = String.raw`127\.0\.0\.1:\d+`;
const WORDS = String.raw`\(Bearer \[key\]\)`;

describe("a fault of the server is told with what to do:", () => {
  test.each([
    [
      400,
      `The model's server at ${HERE} did not accept the request \\(400\\): "Unsupported value for temperature. ${WORDS}"`,
      "Mend what it names",
    ],
    [
      401,
      `does not know the key \\(401\\): "Incorrect API key provided. ${WORDS}"`,
      "OPENAI_API_KEY is whole",
    ],
    [403, `does not allow this \\(403\\): "Country, region`, "what the key may use"],
    [429, `has had too many requests, 3 times \\(429\\): "Rate limit reached. ${WORDS}"`, "Wait a minute"],
    ["insufficient quota", `the account has no credit left \\(429\\)`, "plan and the billing"],
    [500, `failed, 3 times \\(500\\): "The server had an error. ${WORDS}"`, "Try again later"],
    [503, `failed, 3 times \\(503\\)`, "Try again later"],
    ["web page with 502", `failed, 3 times \\(502\\)\n`, "Try again later"],
    ["web page", `The server at ${HERE} sent a web page, expected a model's reply`, "often ends in /v1"],
    ["connection dropped", `at ${HERE} broke off the connection, 3 times`, "Try again"],
    ["half a reply", `broke off in the middle of the reply`, "Try again"],
    ["half a reply, then [DONE]", `broke off in the middle of the reply`, "Try again"],
    ["half a reply, then dropped", `at ${HERE} broke off the connection\n`, "Try again"],
    ["error in the stream", `reported a fault: "Upstream failed ${WORDS}."`, "Try again"],
    ["error as the only body", `reported a fault: "Upstream failed. ${WORDS}"`, "Try again"],
    ["empty choices", `sent an answer without a reply in it`, "Try again"],
    ["length", `cut off at the greatest length`, "--only"],
    ["content filter", `The content filter of the model's server`, "write these passages yourself"],
    ["refusal", `The model refused: "I cannot help with that."`, "--model"],
    ["no content", `sent an empty reply`, "Try again"],
    ["not JSON", `sent what is not a reply: "{oops"`, "OpenAI-compatible"],
    ["over 10 MB", `sent more than a reply can be, and was stopped`, "--model"],
    ["over 10 MB of thoughts", `sent more than a reply can be, and was stopped`, "--model"],
    ["over 10 MB in one line", `sent more than a reply can be, and was stopped`, "--model"],
  ] as const)("%s", async (name, message, hint) => {
    const server = await serve(fault(name));
    const { error, told } = await ask(server.baseUrl);
    expect(error).toBeInstanceOf(UserError);
    expect(told).toMatch(new RegExp(message));
    expect(told.split("\n")[1]).toContain(hint);
    expect(told).toMatch(/ Nothing was changed\.$/);
    expect(told).not.toContain("sk-test");
  });

  test("a refusal in one body, and a reply that ends for a reason unheard of", async () => {
    const refused = await serve({ content: null, refusal: "No.", habit: "one-body" });
    expect((await ask(refused.baseUrl)).told).toContain('The model refused: "No."');
    const odd = await serve({ content: CONTENT, finish: "tool_calls" });
    expect((await ask(odd.baseUrl)).told).toContain('ended its reply with "tool_calls"');
  });

  test.each([
    ["of FastAPI", { detail: "No such field." }],
    ["of vLLM", { object: "error", message: "No such field." }],
    ["of Ollama", { error: "No such field." }],
    ["in plain text", "No such field."],
  ])("the words of a 400 %s are found", async (_, body) => {
    const server = await serve({ status: 400, body });
    expect((await ask(server.baseUrl)).told).toContain('(400): "No such field.');
  });

  test("long words are cut, put on one line, and shown without what nobody sees", async () => {
    const server = await serve({ status: 400, body: `One\n\n  two\u001B[31m \u202E${"x".repeat(90_000)}` });
    // A body as long as this one is not worth reading; a shorter one is shown in part.
    expect((await ask(server.baseUrl)).told).toMatch(/did not accept the request \(400\)\n/);
    const shorter = await serve({ status: 400, body: `One\n\n  two\u001B[31m \u202E${"x".repeat(900)}` });
    const { told } = await ask(shorter.baseUrl);
    const words = /\(400\): "(.*)"\n/.exec(told)?.[1] ?? "";
    expect(words).toMatch(/^One two\\u\{001B\}\[31m \\u\{202E\}x+…$/);
    expect([...words]).toHaveLength(300);
  });

  test("ten megabytes are not taken, let alone kept", async () => {
    for (const name of ["over 10 MB", "over 10 MB of thoughts", "over 10 MB in one line"] as const) {
      const server = await serve(fault(name));
      const { progress } = await ask(server.baseUrl);
      expect(await server.requests[0]?.ended).toBe("hung up");
      expect(Math.max(0, ...progress)).toBeLessThanOrEqual(1024 * 1024);
    }
  });
});

describe("the key", () => {
  test("comes out of no answer, in whatever form the server gives it back", async () => {
    const forms = [KEY, encodeURIComponent(KEY), JSON.stringify(KEY).slice(1, -1), KEY.toUpperCase()];
    for (const form of [...forms, KEY.replace("/", "\\/").replace("+", "\\u002B").replace('"', "&quot;")]) {
      for (const body of [form, { error: { message: `the key ${form} is bad` } }]) {
        const { told } = await ask((await serve({ status: 400, body })).baseUrl);
        expect(told).toContain("[key]");
        expect(told).not.toMatch(/Zx9/i);
      }
    }
  });

  test("comes out of no reply and no name of a model", async () => {
    const server = await serve({ content: `{"intro":"${encodeURIComponent(KEY)}"}`, model: `m-${KEY}` });
    const { reply } = await ask(server.baseUrl);
    expect(reply).toMatchObject({ content: '{"intro":"[key]"}', model: "m-[key]" });
  });

  test("that is a word, as local servers take any, does not take the word from the model", async () => {
    const content = '{"intro":"None of it is empty."}';
    for (const key of ["none", "EMPTY", "x", "1234"])
      expect((await ask((await serve(content)).baseUrl, { key })).reply?.content).toBe(content);
  });

  test("is looked for in no more time than a long answer deserves", () => {
    const text = "\\".repeat(500_000) + "&#".repeat(100_000) + "0".repeat(500_000);
    const started = performance.now();
    expect(blankKey(text, KEY)).toBe(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("comes out of no list of models and no redirect", async () => {
    const listed = await serve(CONTENT, { models: [`gpt-${KEY}`] });
    expect((await ask(listed.baseUrl)).told).toContain("It offers gpt-[key].");
    const path = encodeURIComponent(KEY);
    const moved = await serve({
      status: 308,
      headers: { location: `http://127.0.0.1:1/${path}/?k=${path}` },
    });
    expect((await ask(moved.baseUrl)).told).toContain("sends on to http://127.0.0.1:1/[key] (308)");
  });

  test("is not cut in two by the length of a message", () => {
    const told = quoteServer(`${"x".repeat(290)} ${KEY}`, KEY);
    expect(told).toMatch(/x \[key\]$/);
  });

  test("that stands for none is left where it is a word", () => {
    expect(blankKey("no-key was given", "no-key")).toBe("no-key was given");
    expect(blankKey("a.c abc", "a.c")).toBe("[key] abc");
  });
});

test("a request that is not of the API's shape is refused by the test server itself", async () => {
  const server = await serve(CONTENT);
  const { told } = await ask(server.baseUrl, { request: { ...REQUEST, temperature: 3 } });
  expect(told).toMatch(/\(400\): "\/temperature must be <= 2/);
});

test("a schema is filled for whoever asks with one", async () => {
  const server = await serve((request) => fillSchema(request, (place) => `The ${place}.`));
  expect((await ask(server.baseUrl)).reply?.content).toBe('{"intro":"The intro."}');
});
