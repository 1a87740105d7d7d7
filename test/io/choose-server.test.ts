// Variables and settings -> the server that gets the key, or none; what cannot be is refused without a word of it.

import { describe, expect, test } from "vitest";
import { chooseServer, describeServer, isLoopback, PLACEHOLDER_KEY } from "../../src/io/choose-server.ts";
import { UserError } from "../../src/problem.ts";

const KEY = "sk-secret";

function choose(
  OPENAI_API_KEY: string | undefined,
  OPENAI_BASE_URL?: string,
  configured: string | null = null,
) {
  return chooseServer({ OPENAI_API_KEY, OPENAI_BASE_URL }, configured);
}

describe("the server", () => {
  test("is OpenAI's where only a key is set, and none where nothing is", () => {
    expect(choose(KEY)).toEqual({ server: { baseUrl: "https://api.openai.com/v1", key: KEY }, notice: null });
    for (const nothing of [undefined, ""]) {
      expect(choose(nothing, nothing)).toEqual({
        server: null,
        notice: "OPENAI_API_KEY is not set, so no model is asked",
      });
    }
  });

  test("is the environment's before the show's", () => {
    expect(choose(KEY, "https://a.example/v1", "https://b.example/v1").server?.baseUrl).toBe(
      "https://a.example/v1",
    );
    expect(choose(KEY, " ", "https://b.example/v1").server?.baseUrl).toBe("https://b.example/v1");
  });

  test("at an address that is set needs no key", () => {
    expect(choose("", "http://localhost:11434/v1")).toEqual({
      server: { baseUrl: "http://localhost:11434/v1", key: PLACEHOLDER_KEY },
      notice: null,
    });
  });

  test.each([
    ["https://a.example/v1/", "https://a.example/v1"],
    ["https://a.example/v1/chat/completions", "https://a.example/v1"],
    [" https://A.example//chat/completions// ", "https://a.example"],
    ["https://a.example/v1#part", "https://a.example/v1"],
    ["HTTP://127.0.0.1:8080", "http://127.0.0.1:8080"],
  ])("at %s is asked at %s", (written, baseUrl) => {
    expect(choose(KEY, written).server?.baseUrl).toBe(baseUrl);
  });

  test.each([
    "a.example/v1",
    "ftp://a.example",
    "file:///etc",
    "https://",
    "https:/a.example",
    "sk-secret",
    "http://a b",
  ])("is not asked at %s, and the message does not repeat it", (written) => {
    for (const [set, run] of [
      ["OPENAI_BASE_URL", () => choose(KEY, written)],
      ["narration.baseUrl", () => choose(KEY, "", written)],
    ] as const) {
      const error = catchError(run);
      expect(error.message).toBe(`${set} is not an address that begins with http:// or https://`);
      expect(error.hint).not.toContain(written);
    }
  });

  test("is not asked where its address holds a name, a password or a question mark", () => {
    for (const written of [
      "https://me:secret@a.example/v1",
      "https://secret@a.example",
      "https://@a.example",
    ]) {
      const error = catchError(() => choose(KEY, written));
      expect(error.message).toBe("OPENAI_BASE_URL holds a name or a password, expected none");
      expect(error.hint).not.toContain("secret");
    }
    const error = catchError(() => choose(KEY, "https://a.example/v1?key=secret"));
    expect(`${error.message} ${error.hint}`).not.toContain("secret");
  });
});

describe("the key", () => {
  test("is not sent in the open, unless to this machine", () => {
    const { server, notice } = choose(KEY, "http://a.example:8080/v1");
    expect(server?.key).toBe(PLACEHOLDER_KEY);
    expect(notice).toMatch(/^OPENAI_API_KEY is not sent to a.example:8080,.* expected https:\/\/$/);
    for (const own of [
      "http://localhost:1/v1",
      "http://127.1:1/v1",
      "http://[::1]:1/v1",
      "https://a.example/v1",
    ])
      expect(choose(KEY, own)).toMatchObject({ server: { key: KEY }, notice: null });
  });

  test("is sent where a show's settings say only with a word about it", () => {
    const { server, notice } = choose(KEY, "", "https://a.example/v1");
    expect(server?.key).toBe(KEY);
    expect(notice).toBe("OPENAI_API_KEY is sent to a.example, the server that roundup.yaml names");
    expect(choose(KEY, "", "https://api.openai.com/v1/").notice).toBeNull();
  });

  test.each(["sk-secret\n", "sk secret", " sk-secret", "sk-sécret", "sk-secret\u200B", "\t"])(
    "%j is refused, and not printed",
    (key) => {
      const error = catchError(() => choose(key));
      expect(error.message).toContain(
        "OPENAI_API_KEY holds a blank, a line feed or a character beyond ASCII",
      );
      expect(`${error.message} ${error.hint}`).not.toMatch(/s[eé]cret/);
    },
  );
});

test("a server is described by its host, never by a name, a password or a path", () => {
  expect(describeServer("https://me:pw@a.example:8443/v1?key=x")).toBe("a.example:8443");
  expect(describeServer("nonsense")).toBe("an unknown address");
});

test("this machine is known by its names and numbers alone", () => {
  for (const own of ["localhost", "api.localhost", "127.0.0.1", "127.9.9.9", "[::1]", "0x7f.1"])
    expect(isLoopback(`http://${own}/v1`)).toBe(true);
  for (const other of ["localhost.example", "127.example", "128.0.0.1", "10.0.0.1", "[::2]"])
    expect(isLoopback(`http://${other}/v1`)).toBe(false);
});

function catchError(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
