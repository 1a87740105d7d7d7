// The test server itself: the real package gets a stream from it, and a request that is wrong gets a 400.
// What it lets pass, OpenAI's own server must let pass too.

import OpenAI, { APIError } from "openai";
import { describe, expect, test } from "vitest";
import { checkChatRequest } from "../support/chat-request-shape.ts";
import { fillSchema } from "../support/model-server.ts";
import { KEY, REQUEST, serve } from "./asking.ts";

const CONTENT = '{"intro":"Ŷ dŵr — 🎙️"}';

async function connect(answer: Parameters<typeof serve>[0]) {
  const server = await serve(answer);
  return {
    server,
    client: new OpenAI({ apiKey: KEY, baseURL: server.baseUrl, maxRetries: 0, logLevel: "off" }),
  };
}

describe("the real package gets from it", () => {
  test("a stream, in many pieces, with tokens where they were asked for", async () => {
    const { client } = await connect(CONTENT);
    const stream = await client.chat.completions.create({
      model: "gpt-5-mini",
      messages: [{ role: "user", content: "Write." }],
      stream: true,
      stream_options: { include_usage: true },
    });
    let content = "";
    let pieces = 0;
    let tokens = 0;
    const reasons: string[] = [];
    for await (const { choices, usage } of stream) {
      content += choices[0]?.delta.content ?? "";
      pieces += 1;
      tokens += usage?.total_tokens ?? 0;
      if (choices[0]?.finish_reason) reasons.push(choices[0].finish_reason);
    }
    expect(content).toBe(CONTENT);
    expect(pieces).toBeGreaterThan(4);
    expect(tokens).toBeGreaterThan(10);
    expect(reasons).toEqual(["stop"]);
  });

  test("one body where no stream was asked for, and the list of models", async () => {
    const { client, server } = await connect((request) =>
      fillSchema(request, (place) => place.toUpperCase()),
    );
    const { response_format } = REQUEST;
    const reply = await client.chat.completions.create({
      model: "gpt-5-mini",
      messages: [{ role: "user", content: "Write." }],
      ...(response_format && { response_format: { ...response_format } }),
    });
    expect(reply.choices[0]?.message.content).toBe('{"intro":"INTRO"}');
    expect((await client.models.list()).data.map(({ id }) => id)).toContain("gpt-5-mini");
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /v1/chat/completions",
      "GET /v1/models",
    ]);
  });

  test("an error where the request is wrong, with the key that was sent in its words", async () => {
    const { client } = await connect(CONTENT);
    const messages = [{ role: "user" as const, content: "Write." }];
    const asking = client.chat.completions.create({ model: "gpt-5-mini", messages, temperature: 9 });
    const error = await asking.catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining(KEY) });
    const unknown = client.chat.completions.create({ model: "gpt-9", messages });
    await expect(unknown).rejects.toMatchObject({ status: 404, code: "model_not_found" });
  });
});

test("no other path, no request without a key, and no other type of content is taken", async () => {
  const { server } = await connect(CONTENT);
  const post = (path: string, headers: Record<string, string>, body = JSON.stringify(REQUEST)) =>
    fetch(server.baseUrl.replace("/v1", path), { method: "POST", headers, body }).then(
      ({ status }) => status,
    );
  const json = { "content-type": "application/json" };
  const authorization = `Bearer ${KEY}`;
  expect(await post("/chat/completions", { ...json, authorization })).toBe(404);
  expect(await post("/v1/chat/completions", json)).toBe(401);
  expect(await post("/v1/chat/completions", { ...json, authorization: `Basic ${KEY}` })).toBe(401);
  expect(await post("/v1/chat/completions", { authorization })).toBe(400);
  expect(await post("/v1/chat/completions", { ...json, authorization }, "{")).toBe(400);
  expect(await post("/v1/chat/completions", { ...json, authorization })).toBe(200);
});

describe("the shape of a request", () => {
  const format = (json_schema: unknown) => ({
    ...REQUEST,
    response_format: { type: "json_schema", json_schema },
  });
  const strict = (schema: unknown) => format({ name: "narration", strict: true, schema });
  const object = { type: "object", properties: {}, required: [], additionalProperties: false };

  test("of ours is right", () => {
    expect(checkChatRequest(REQUEST)).toEqual([]);
    const passages = { ...object, properties: { passages: object }, required: ["passages"] };
    expect(checkChatRequest(strict(passages))).toEqual([]);
  });

  test.each([
    ["no model", { ...REQUEST, model: undefined }, /must have required property 'model'/],
    ["no messages", { ...REQUEST, messages: [] }, /must NOT have fewer than 1 items/],
    ["a role unheard of", { ...REQUEST, messages: [{ role: "author", content: "a" }] }, /messages\/0\/role/],
    [
      "content that is no text",
      { ...REQUEST, messages: [{ role: "user", content: null }] },
      /must be string/,
    ],
    ["a temperature over 2", { ...REQUEST, temperature: 2.1 }, /must be <= 2/],
    ["an unknown key", { ...REQUEST, seed_words: 1 }, /must NOT have additional properties.*seed_words/],
    ["stream_options without stream", { ...REQUEST, stream: false }, /only allowed when 'stream'/],
    ["a name with a blank", format({ name: "my schema" }), /must match pattern/],
    ["a name of 65 letters", format({ name: "a".repeat(65) }), /must match pattern/],
    ["a schema that is no object", strict({ type: "string" }), /the root must be of type 'object'/],
    [
      "open objects",
      strict({ ...object, additionalProperties: true }),
      /must have 'additionalProperties' false/,
    ],
    [
      "an optional property",
      strict({ ...object, properties: { a: { type: "string" } } }),
      /schema must list all of its properties in 'required'/,
    ],
    [
      "an open object within",
      strict({ ...object, properties: { a: { type: "object" } }, required: ["a"] }),
      /schema\.a must have 'additionalProperties' false/,
    ],
    [
      "a keyword that strict mode has not",
      strict({ ...object, properties: { a: { type: "string", maxLength: 9 } }, required: ["a"] }),
      /schema\.a has 'maxLength'/,
    ],
  ])("is wrong with %s", (_, body, message) => {
    expect(checkChatRequest(JSON.parse(JSON.stringify(body))).join(" ")).toMatch(message);
  });
});
