// roundup draft --review on a terminal: each new passage beside the words that stand now, and what is chosen.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { showBeside } from "../../src/commands/review.ts";
import { makeShow, readTree } from "../support/make-show.ts";
import { fillSchema, startModelServer, type TestModelServer } from "../support/model-server.ts";
import { type Running, startOnTerminal } from "./start-program.ts";

const hasScript = /util-linux/.test(spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "");
const why = hasScript ? "" : " (skipped: there is no `script` of util-linux here)";

const type = (running: Running, keys: string) => running.child.stdin?.write(keys);
const ENTER = "\r";
const DOWN = "\u001b[B";
const CTRL_C = "\u0003";
const FILE = "episodes/spring/narration.md";
const OLD = "## Intro\n\nGood morning.\n\n## bins\n\nBins next,\n";

let server: TestModelServer;
beforeAll(async () => {
  server = await startModelServer({
    answer: (request) =>
      fillSchema(request, (place) =>
        place === "intro" ? "Hello from The Mill Post." : "Let's hear of the bins.",
      ),
  });
});
afterAll(() => server.close());

function start(show: string, ...words: string[]): Running {
  return startOnTerminal(["draft", "--review", ...words], show, { OPENAI_BASE_URL: server.baseUrl });
}
const read = (show: string) => readFileSync(join(show, FILE), "utf8").replace(/^---\n[\s\S]*?\n---\n\n?/, "");

describe.skipIf(!hasScript)(`a review${why}`, () => {
  test("shows the new words beside the old, and writes those that are taken", async () => {
    const show = makeShow({ [FILE]: OLD });
    const running = start(show, "--only", "intro,bins", "--redraft", "intro,bins");
    await running.waitFor(/Good morning\. +\| Hello from The Mill Post\.[\s\S]*What shall stand at intro/);
    const from = running.said().length;
    type(running, ENTER);
    await running.waitFor(/What shall stand at bins[\s\S]*The words that stand there now/, from);
    type(running, `${DOWN}${ENTER}`);
    expect(await running.ended).toEqual({ status: 0, signal: null });
    expect(read(show)).toBe(OLD.replace("Good morning.", "Hello from The Mill Post."));
  });

  test("Ctrl-C at a question exits 130 and writes nothing", async () => {
    const show = makeShow({ [FILE]: OLD });
    const before = readTree(join(show, "episodes"));
    const running = start(show, "--redraft", "intro", "--only", "intro");
    await running.waitFor(/What shall stand at intro/);
    type(running, CTRL_C);
    expect(await running.ended).toEqual({ status: 130, signal: null });
    expect(readTree(join(show, "episodes"))).toEqual(before);
  });

  test("tells how much of the reply has come, on a line that is taken away again", async () => {
    const show = makeShow();
    const running = startOnTerminal(["draft", "--only", "intro"], show, { OPENAI_BASE_URL: server.baseUrl });
    expect((await running.ended).status).toBe(0);
    expect(running.said()).toMatch(/Asking gpt-5-mini: \d+ characters so far\r\u001b\[K/);
  });
});

describe("what a review shows", () => {
  const place = {
    place: "bins",
    kind: "segue",
    segment: "local",
    story: "bins",
    after: "local",
    opens: null,
    closes: "episode",
    maxWords: 45,
  } as const;
  const passage = {
    text: "Let's hear of the bins, and of what they hold on an ordinary day.",
    notices: [{ words: "hold", reason: "stands nowhere in the story" }],
  };

  test("two columns where there is room", () => {
    expect(showBeside(place, "Bins next,", passage, 80)).toBe(
      `
bins (segue)

NOW                                    | NEW
                                       |
Bins next,                             | Let's hear of the bins, and of what
                                       | they hold on an ordinary day.

What no program can check:
- hold: stands nowhere in the story
`,
    );
  });

  test("one under the other where there is none", () => {
    expect(showBeside(place, "", { ...passage, notices: [] }, 40)).toBe(
      `
bins (segue)

NOW

(nothing yet)

NEW

Let's hear of the bins, and of what they
hold on an ordinary day.
`,
    );
  });
});
