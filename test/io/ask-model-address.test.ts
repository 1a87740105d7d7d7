// An address where no server is, or another than was thought -> what to look at; the key follows nowhere.

import { createServer, type Server } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { describe, expect, test } from "vitest";
import { listModels } from "../../src/io/ask-model.ts";
import { UserError } from "../../src/problem.ts";
import { makeCertificate } from "../support/make-certificate.ts";
import { fault } from "../support/model-server.ts";
import { ask, KEY, REQUEST, serve } from "./asking.ts";

const CONTENT = '{"intro":"Hello."}';

/** A port of this machine where nothing listens. */
async function findFreePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const { port } = server.address() as AddressInfo;
  await new Promise((settle) => server.close(settle));
  return port;
}

describe("where no server answers", () => {
  test("nothing listens: is it running?", async () => {
    const port = await findFreePort();
    const { told, waits } = await ask(`http://127.0.0.1:${port}/v1`);
    expect(told).toMatch(/^Nothing answers at 127.0.0.1:\d+, where the model's server should be\n/);
    expect(told).toContain("Is the server running? (Ollama: ollama serve.)");
    expect(waits).toEqual([]);
    expect((await ask(`http://localhost:${port}/v1`)).told).toContain(`Nothing answers at localhost:${port}`);
  });

  test("the name is not found", async () => {
    // A label of 64 letters is refused by this machine, without asking any other.
    const { told } = await ask(`http://${"x".repeat(64)}.example/v1`);
    expect(told).toMatch(/^The model's server x+\.example could not be found \(E[A-Z_]+\)\n.*connected/);
  });

  test("the certificate is nobody's, or the server does not speak https", async () => {
    const server: Server = createServer(makeCertificate(), (_, response) => response.end("{}"));
    await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
    const { port } = server.address() as AddressInfo;
    try {
      const { told } = await ask(`https://127.0.0.1:${port}/v1`);
      expect(told).toContain("cannot be trusted (DEPTH_ZERO_SELF_SIGNED_CERT)");
      expect(told).toContain("NODE_EXTRA_CA_CERTS");
      const crossed = await ask(`http://127.0.0.1:${port}/v1`);
      expect(crossed.told).toMatch(/broke off the connection, 3 times\n.*begins rightly with http/);
    } finally {
      server.closeAllConnections();
      server.close();
    }
    const plain = await serve(CONTENT);
    const { told } = await ask(plain.baseUrl.replace("http:", "https:"));
    expect(told).toMatch(/does not speak https as expected \([A-Z_]+\)/);
  });
});

describe("a redirect", () => {
  test.each([301, 302, 307, 308])(
    "%i is told and not followed, so that the key goes nowhere else",
    async (status) => {
      const other = await serve(CONTENT);
      const location = `${other.baseUrl}/chat/completions?token=secret`;
      const server = await serve({ status, headers: { location } });
      const { told } = await ask(server.baseUrl);
      expect(told).toContain(
        `sends on to ${other.baseUrl} (${status}), where neither the key nor the request was sent`,
      );
      expect(told).toContain("If you trust that address, set OPENAI_BASE_URL or narration.baseUrl to it.");
      expect(told).not.toContain("secret");
      expect(other.requests).toEqual([]);
    },
  );

  test("to a place beside is told whole, and one to nowhere without an address", async () => {
    const beside = await serve({ status: 308, headers: { location: "/api/v1/chat/completions" } });
    const host = new URL(beside.baseUrl).host;
    expect((await ask(beside.baseUrl)).told).toContain(`sends on to http://${host}/api/v1 (308)`);
    for (const location of ["javascript:alert(1)", "http://", ""]) {
      const nowhere = await serve({ status: 302, headers: { location } });
      expect((await ask(nowhere.baseUrl)).told).toContain("sends to another address (302)");
    }
    const withName = await serve({ status: 302, headers: { location: "http://me:pw@127.0.0.1:1/v1" } });
    expect((await ask(withName.baseUrl)).told).toContain("sends on to http://127.0.0.1:1/v1 (302)");
  });
});

describe("a model that the server does not have", () => {
  test("is told with what it offers, the nearest names first, twelve at the most", async () => {
    const models = [...Array.from({ length: 20 }, (_, index) => `a${index}`), "gpt-6-mini", "gpt5-mini"];
    const server = await serve(CONTENT, { models });
    const { told } = await ask(server.baseUrl);
    expect(told).toMatch(/has no model "gpt-5-mini" \(404\): "The model 'gpt-5-mini' does not exist/);
    expect(told).toMatch(/\nIt offers gpt-6-mini, gpt5-mini, a0, a1, a10, [^.]*, and 10 more\. Choose one/);
    expect(told).toContain("ollama pull gpt-5-mini");
  });

  test("is told where the server has none at all, or lists it and does not give it", async () => {
    const empty = await serve(CONTENT, { models: [] });
    expect((await ask(empty.baseUrl)).told).toContain("It offers none.");
    const refusing = await serve(fault(404));
    expect((await ask(refusing.baseUrl)).told).toContain('lists the model "gpt-5-mini" but does not give it');
  });

  test("is not blamed where the address is wrong", async () => {
    const server = await serve(CONTENT);
    const { told } = await ask(server.baseUrl.replace("/v1", ""));
    expect(told).toMatch(/has nothing at this address \(404\).*\n.*which often ends in \/v1\./);
    const elsewhere = await ask(server.baseUrl.replace("/v1", "/api/v1"));
    expect(elsewhere.told).not.toContain("often ends in");
  });
});

describe("the list of models", () => {
  const { signal } = new AbortController();

  test("is the server's, in its order", async () => {
    const server = await serve(CONTENT, { models: ["b", "a"] });
    expect(await listModels({ baseUrl: server.baseUrl, key: KEY }, signal)).toEqual(["b", "a"]);
    expect(server.completions).toEqual([]);
    const echoing = await serve(CONTENT, { models: [`a\n${KEY}`] });
    expect(await listModels({ baseUrl: echoing.baseUrl, key: KEY }, signal)).toEqual(["a [key]"]);
  });

  test("is a UserError where there is none", async () => {
    const server = await serve(CONTENT, { models: null });
    const listing = listModels({ baseUrl: server.baseUrl, key: KEY }, signal);
    await expect(listing).rejects.toThrow(UserError);
    const wrongKey = await serve(CONTENT, { key: "another" });
    const refused = listModels({ baseUrl: wrongKey.baseUrl, key: KEY }, signal);
    await expect(refused).rejects.toThrow(
      /does not know the key \(401\): "Incorrect API key provided: \[key\]/,
    );
  });
});

test("a server that wants a key, and was given the one that stands for none, says which variable to set", async () => {
  const server = await serve(CONTENT, { key: "real" });
  const { told } = await ask(server.baseUrl, { key: "no-key", request: REQUEST });
  expect(told).toMatch(/wants a key \(401\).*\nSet OPENAI_API_KEY to a key for this server\./);
});
