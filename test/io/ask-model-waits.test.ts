// Servers that are busy, slow or silent, and a person who will not wait -> bounded waits, and nothing left hanging.
// Limits are fractions of a second here, and the wait between two tries takes none.

import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readRetryAfter } from "../../src/io/ask-model-faults.ts";
import { Interrupted, UserError } from "../../src/problem.ts";
import { refuse } from "../support/model-answers.ts";
import { fault, type Scripted } from "../support/model-server.ts";
import { ask, serve } from "./asking.ts";

const CONTENT = '{"intro":"Hello."}';

/** A rate limit that asks to wait. */
function busy(headers: Readonly<Record<string, string>>): Scripted {
  return refuse(429, "Slow down.", "rate_limit_exceeded", headers);
}

/** From now on, the timers of five seconds and more, as ours are, that are set and not taken away. */
function followTimers(): () => unknown[] {
  const set = vi.spyOn(globalThis, "setTimeout");
  const clear = vi.spyOn(globalThis, "clearTimeout");
  return () =>
    set.mock.results
      .filter(({ value }) => !clear.mock.calls.some(([timer]) => timer === value))
      .map(({ value }) => set.mock.calls[set.mock.results.findIndex((one) => one.value === value)]?.[1] ?? 0)
      .filter((milliseconds) => milliseconds >= 5000);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("another try", () => {
  test.each([
    ["500 once", fault(500), "The server cannot answer now (500); trying again in 2 s, 1 of 2", 2],
    [
      "429 without Retry-After",
      fault(429),
      "The server cannot answer now (429); trying again in 2 s, 1 of 2",
      2,
    ],
    [
      "Retry-After",
      busy({ "retry-after": "12" }),
      "The server asks to wait 12 s (429); trying again then, 1 of 2",
      12,
    ],
    [
      "Retry-After of nothing",
      busy({ "retry-after": "0" }),
      "The server asks to wait 0 s (429); trying again then, 1 of 2",
      0,
    ],
    [
      "retry-after-ms",
      busy({ "retry-after-ms": "1500" }),
      "The server asks to wait 2 s (429); trying again then, 1 of 2",
      1.5,
    ],
    [
      "a dropped connection",
      fault("connection dropped"),
      "The connection broke off; trying again in 2 s, 1 of 2",
      2,
    ],
    ["408", refuse(408, "Slow.", null), "The server cannot answer now (408); trying again in 2 s, 1 of 2", 2],
  ])("comes after %s, and its reply counts", async (_, first, said, seconds) => {
    const server = await serve((_request, nth) => (nth === 1 ? first : CONTENT));
    const { reply, waits } = await ask(server.baseUrl);
    expect(reply?.content).toBe(CONTENT);
    expect(waits).toEqual([{ said, seconds }]);
    expect(server.completions.map(({ body }) => body)).toEqual(Array(2).fill(server.requests[0]?.body));
  });

  test("comes twice, the second after longer, and no third time", async () => {
    const server = await serve(fault(500));
    const { waits, told } = await ask(server.baseUrl);
    expect(waits.map(({ seconds }) => seconds)).toEqual([2, 8]);
    expect(server.requests).toHaveLength(3);
    expect(told).toContain("failed, 3 times (500)");
  });

  test("is not made where the server says that it is of no use, nor for what was half said", async () => {
    const useless = [
      fault("insufficient quota"),
      fault(400),
      fault(401),
      fault("half a reply, then dropped"),
      fault("half a reply"),
      refuse(500, "Never.", null, { "x-should-retry": "false" }),
    ];
    for (const answer of useless) {
      const server = await serve(answer);
      expect((await ask(server.baseUrl)).waits).toEqual([]);
      expect(server.requests).toHaveLength(1);
    }
  });

  test("is waited for without a limit of silence, which would end the wait before its time", async () => {
    const seen: unknown[] = [];
    const server = await serve(fault("connection dropped"));
    const findTimers = followTimers();
    await ask(server.baseUrl, { wait: async () => void seen.push(findTimers()) });
    // The limit for all of it goes on.
    expect(seen).toEqual([[10_000], [10_000]]);
  });

  test("is not waited for longer than the limit: the message says how long the server asked", async () => {
    const server = await serve(busy({ "retry-after": "3600" }));
    const { told, waits } = await ask(server.baseUrl);
    expect(told).toMatch(/asks to wait 60 min \(429\): "Slow down.*\n.*run it again in 60 min/);
    expect(waits).toEqual([]);
    expect((await ask(server.baseUrl, { limits: { wait: 3600 } })).waits).toHaveLength(2);
  });
});

test("a time to wait is read in seconds, in milliseconds and as a date, and nonsense is none", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  const read = (headers: Record<string, string>) => readRetryAfter(new Headers(headers), now);
  expect(read({ "retry-after": "7" })).toBe(7);
  expect(read({ "retry-after": "0.5" })).toBe(0.5);
  expect(read({ "retry-after-ms": "250", "retry-after": "7" })).toBe(0.25);
  expect(read({ "retry-after": "Sun, 22 Nov 2026 10:00:45 GMT" })).toBe(45);
  expect(read({ "retry-after": "Sun, 22 Nov 2026 09:00:00 GMT" })).toBe(0);
  for (const nonsense of ["soon", "-5", "1e9", "", "12 s"])
    expect(read({ "retry-after": nonsense })).toBeNull();
  expect(readRetryAfter(undefined, now)).toBeNull();
});

describe("a server that hangs", () => {
  test("before its reply is given up after the limit", async () => {
    const server = await serve(fault("silence"));
    const { told, error } = await ask(server.baseUrl, { limits: { firstByte: 0.1 } });
    expect(error).toBeInstanceOf(UserError);
    expect(told).toMatch(/sent nothing for 0.1 s\n.*try again. Nothing was changed.$/);
    expect(await server.requests[0]?.ended).toBe("hung up");
  });

  test("in the middle of its reply is given up after the limit", async () => {
    const server = await serve(fault("half a reply, then silence"));
    const { told } = await ask(server.baseUrl, { limits: { silence: 0.1 } });
    expect(told).toContain("sent nothing for 0.1 s");
    expect(await server.requests[0]?.ended).toBe("hung up");
  });

  test("in the middle of an error is given up, and told of by the status alone", async () => {
    const server = await serve({ status: 400, body: "Half of", isOpen: true });
    const { told } = await ask(server.baseUrl, { limits: { silence: 0.1 } });
    expect(told).toContain("sent nothing for 0.1 s");
  });

  test("that goes on and on is given up after the limit for all of it", async () => {
    const server = await serve({ content: CONTENT.repeat(3000) });
    const { told } = await ask(server.baseUrl, { limits: { total: 0.2 } });
    expect(told).toContain("was not done after 0.2 s");
    expect(await server.requests[0]?.ended).toBe("hung up");
  });

  test("with its list of models does not hide that it has not the model asked for", async () => {
    const server = await serve(CONTENT, { models: "silence" });
    const { told } = await ask(server.baseUrl, { limits: { firstByte: 0.5 } });
    expect(told).toMatch(/has no model "gpt-5-mini" \(404\).*\nChoose one with --model/);
  });
});

describe("Ctrl-C", () => {
  test("before anything is sent sends nothing", async () => {
    const server = await serve(CONTENT);
    const { error } = await ask(server.baseUrl, { signal: AbortSignal.abort() });
    expect(error).toBeInstanceOf(Interrupted);
    expect(server.requests).toEqual([]);
  });

  test("before the reply and in its middle ends at once, and the connection is closed", async () => {
    const stop = new AbortController();
    const silent = await serve(() => {
      stop.abort();
      return fault("silence");
    });
    expect((await ask(silent.baseUrl, { signal: stop.signal })).error).toBeInstanceOf(Interrupted);
    expect(await silent.requests[0]?.ended).toBe("hung up");

    const later = new AbortController();
    const half = await serve(fault("half a reply, then silence"));
    const { error } = await ask(half.baseUrl, { signal: later.signal, onProgress: () => later.abort() });
    expect(error).toBeInstanceOf(Interrupted);
    expect(await half.requests[0]?.ended).toBe("hung up");
  });

  test("at the end of a reply that came whole is heard all the same", async () => {
    for (const habit of ["plain", "one-body"] as const) {
      const stop = new AbortController();
      const server = await serve({ content: CONTENT, habit });
      const onProgress = (characters: number) => {
        if (characters === CONTENT.length) stop.abort();
      };
      const { error } = await ask(server.baseUrl, { signal: stop.signal, onProgress });
      expect(error).toBeInstanceOf(Interrupted);
    }
  });

  test("while it waits for another try ends at once, whether or not the wait hears it", async () => {
    for (const wait of [undefined, () => new Promise<void>(() => undefined)]) {
      const stop = new AbortController();
      const server = await serve(busy({ "retry-after": "50" }));
      const { error } = await ask(server.baseUrl, {
        signal: stop.signal,
        onWait: () => queueMicrotask(() => stop.abort()),
        ...(wait ? { wait } : {}),
      });
      expect(error).toBeInstanceOf(Interrupted);
      expect(server.requests).toHaveLength(1);
    }
  });

  test("leaves no listener and no timer behind, and neither does a reply or a fault", async () => {
    const { signal } = new AbortController();
    const findTimers = followTimers();
    const answers = [CONTENT, fault(400), fault("connection dropped"), fault("over 10 MB")];
    const server = await serve((_, nth) => answers[nth - 1] ?? fault("half a reply, then dropped"));
    for (let times = 0; times < answers.length; times += 1) await ask(server.baseUrl, { signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(findTimers()).toEqual([]);
  });
});
