// roundup draft against a server on loopback: what is sent, what is written, and what is never overwritten.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { makeEpisode, makeFolder, makeShow, makeStory, readTree } from "../support/make-show.ts";
import {
  type ChatRequest,
  fault,
  fillSchema,
  type Scripted,
  startModelServer,
  type TestModelServer,
} from "../support/model-server.ts";
import { runProgram } from "../support/run-program.ts";
import { startProgram } from "./start-program.ts";

const KEY = "sk-canary-4417-never-told";
const FILE = "episodes/spring/narration.md";

/** Words that the show of test/support supports. */
const GOOD: Readonly<Record<string, string>> = {
  intro: "Hello and welcome to The Mill Post. In this episode: the budget, and new bins.",
  central: "We begin with central government.",
  budget: "First up,",
  local: "Let's turn to local government.",
  bins: "And finally,",
  outro: "That's all for this month. Thank you for listening.",
  "episode.title": "The budget and the bins",
  "episode.summary": "The budget has come, and so have new bins.",
};

const servers: TestModelServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function startServer(answer: (request: ChatRequest, nth: number) => Scripted | Promise<Scripted>) {
  const server = await startModelServer({ answer });
  servers.push(server);
  const env = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: server.baseUrl };
  return {
    server,
    env,
    run: (words: string[], cwd: string) => runProgram(["draft", ...words], { cwd, env }),
  };
}

const write =
  (changes: Record<string, string> = {}) =>
  (request: ChatRequest) =>
    fillSchema(request, (place) => changes[place] ?? GOOD[place] ?? "");
const startGood = (changes: Record<string, string> = {}) => startServer(write(changes));
const read = (show: string, path = FILE) => readFileSync(join(show, path), "utf8");
/** narration.md without its record of drafts. */
const wordsOf = (show: string) => read(show).replace(/^---\n[\s\S]*?\n---\n\n?/, "");
/** The places that a request asks for. */
const wantedIn = (body: string) =>
  Object.keys((JSON.parse(body) as ChatRequest).response_format?.json_schema?.schema?.properties ?? {});

const WHOLE = `## Intro

${GOOD.intro}

## central

${GOOD.central}

## budget

${GOOD.budget}

## local

${GOOD.local}

## bins

${GOOD.bins}

## Outro

${GOOD.outro}
`;

describe("the whole path", () => {
  test("a new show, three notes, a draft, one passage edited, a draft again, a build", async () => {
    const folder = makeFolder();
    const show = join(folder, "mill");
    const { server, env, run } = await startServer((request) =>
      fillSchema(request, (place) => PATH[place] ?? ""),
    );
    const go = async (words: string[], cwd = show) => {
      const result = await runProgram(words, { cwd, env });
      expect(result.stderr).not.toMatch(/error/);
      expect(result.status).toBe(0);
      return result;
    };
    await go(["init", "mill"], folder);
    for (const [title, segment] of [
      ["Lamps on the bridge", "central"],
      ["Boats on the pond", "local"],
      ["A bed by the window", "nhs"],
    ] as const) {
      const made = await go([
        "new",
        "story",
        title,
        "--segment",
        segment,
        "--url",
        "https://example.org/secret-page",
      ]);
      const note = join(show, made.stdout.trim());
      writeFileSync(
        note,
        readFileSync(note, "utf8").replace(/(\n---\n)[\s\S]*$/, `$1\n${title}: so it was told.\n`),
      );
    }
    const PATH: Record<string, string> = {
      intro: "Hello and welcome to Mill. We have six stories for you.",
      central: "We begin with central government.",
      local: "Let's turn to local government.",
      nhs: "Now to the NHS.",
      "first-story": "First up,",
      "lamps-on-the-bridge": "There are lamps, too.",
      "second-story": "Here is another.",
      "boats-on-the-pond": "Staying with local government, this.",
      "third-story": "Then there's this.",
      "a-bed-by-the-window": "And finally,",
      outro: "That's all for this month.",
    };

    const first = await run([], show);
    expect(first.stderr).toContain("drafted by gpt-5-mini");
    expect(server.completions).toHaveLength(1);
    const file = "episodes/001/narration.md";
    writeFileSync(join(show, file), read(show, file).replace("Now to the NHS.", "Now, the NHS."));
    const edited = read(show, file);

    const second = await run([], show);
    expect(second.stderr).toContain("Nothing to draft");
    expect(server.completions).toHaveLength(1);
    expect(read(show, file)).toBe(edited);

    await go(["build"]);
    const data = JSON.parse(read(show, "out/001/episode.json")) as {
      ai: { drafted: string[]; edited: string[] };
      script: { place: string; origin: string }[];
    };
    expect(data.ai.edited).toEqual(["nhs"]);
    expect(data.ai.drafted).toContain("lamps-on-the-bridge");
    expect(read(show, "out/001/transcript.txt")).toContain("Now, the NHS.");
    expect(read(show, "out/001/show-notes.md")).toContain("gpt-5-mini");
    expect(read(show, "out/001/transcript.html")).toContain("gpt-5-mini");
    expect((await go(["rundown"])).stdout).toContain("model, edited");
  });
});

describe("what is written", () => {
  test("a draft writes a passage for each place in running order, each recorded", async () => {
    const { server, run } = await startGood();
    const show = makeShow();
    const result = await run([], show);
    expect(result).toMatchObject({ status: 0, stdout: "" });
    expect(wordsOf(show)).toBe(WHOLE);
    expect(read(show).match(/^ {2}[a-z]+: \{ model: gpt-5-mini, date: \d{4}-\d\d-\d\d, /gm)).toHaveLength(6);
    expect(result.stderr).toContain(`Wrote ${FILE}: 6 passages drafted by gpt-5-mini.`);
    expect(result.stderr).not.toContain("\r");
    expect(server.completions).toHaveLength(1);
  });

  test("a model that is a file is recorded by its name alone", async () => {
    const server = await startModelServer({ answer: write(), models: ["/home/ann/models/llama.gguf"] });
    servers.push(server);
    const show = makeShow({
      "roundup.yaml": `show: { title: The Mill Post }\nnarration: { model: /home/ann/models/llama.gguf, baseUrl: "${server.baseUrl}" }\n`,
    });
    const result = await runProgram(["draft"], { cwd: show });
    expect(result.status).toBe(0);
    expect(read(show)).toContain("intro: { model: llama.gguf, date");
    expect(read(show)).not.toContain("/home/ann");
  });

  test("a person's words stay, and are sent as what is heard already", async () => {
    const { server, run } = await startGood();
    const show = makeShow({ [FILE]: "## Intro\n\nGood morning from the mill.\n\n## bins\n\n" });
    const result = await run([], show);
    expect(read(show)).toContain("## Intro\n\nGood morning from the mill.\n\n");
    expect(result.stderr).toContain("2 kept as you wrote them");
    const body = server.completions[0]?.body ?? "";
    expect(wantedIn(body)).toEqual(["central", "budget", "local", "outro"]);
    expect(body).toContain("Good morning from the mill.");
  });

  test("a person's words are written anew where their place is named", async () => {
    const { run } = await startGood();
    const show = makeShow({ [FILE]: "## Intro\n\nGood morning from the mill.\n" });
    await run(["--redraft", "Intro", "--only", "intro"], show);
    expect(wordsOf(show)).toBe(`## Intro\n\n${GOOD.intro}\n`);
  });

  test("--only writes these places; a new file has the built-in words at the others, so that none falls silent", async () => {
    const { server, run } = await startGood();
    const show = makeShow();
    await run(["--only", "intro,bins"], show);
    expect(wantedIn(server.completions[0]?.body ?? "")).toEqual(["intro", "bins"]);
    expect(read(show)).toMatch(/central: \{ model: built-in, sha256/);
    expect(wordsOf(show).match(/^## .*$/gm)).toEqual([
      "## Intro",
      "## central",
      "## local",
      "## bins",
      "## Outro",
    ]);
    await run([], show);
    expect(wantedIn(server.completions[1]?.body ?? "")).toEqual(["central", "budget", "local", "outro"]);
  });

  test("the words for a story that is gone are taken out, and its neighbours drafted anew", async () => {
    const { server, run } = await startGood({ lamps: "More light," });
    const show = makeShow({
      "episodes/spring/stories/lamps.md": makeStory("Lamps", "local", 0, "Lamps came."),
    });
    await run([], show);
    rmSync(join(show, "episodes/spring/stories/lamps.md"));
    expect((await runProgram(["build"], { cwd: show })).status).toBe(1);
    const result = await run([], show);
    expect(result.stderr).toContain("1 taken out, since their stories are gone");
    expect(read(show)).not.toContain("lamps");
    expect(wantedIn(server.completions.at(-1)?.body ?? "")).toEqual(["bins"]);
    expect((await runProgram(["build"], { cwd: show })).status).toBe(0);
  });

  test("--title prints a title and a summary, and leaves episode.md as it is", async () => {
    const { run } = await startGood();
    const show = makeShow();
    const before = read(show, "episodes/spring/episode.md");
    const result = await run(["--title"], show);
    expect(result.stdout).toBe(`title: ${GOOD["episode.title"]}\nsummary: ${GOOD["episode.summary"]}\n`);
    expect(read(show, "episodes/spring/episode.md")).toBe(before);
    expect(read(show)).toMatch(/episode\.title: \{ model: gpt-5-mini/);
  });

  test("a file that changes while the server is asked is not written", async () => {
    const show = makeShow({ [FILE]: "## Intro\n\nHello.\n" });
    const { run } = await startServer((request) => {
      writeFileSync(join(show, FILE), "## Intro\n\nHello again.\n");
      return write()(request);
    });
    const result = await run([], show);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("was changed meanwhile, so nothing was written");
    expect(read(show)).toBe("## Intro\n\nHello again.\n");
    const again = await run([], show);
    expect(again.status).toBe(0);
  });
});

describe("without a model", () => {
  test("--offline writes the built-in narration, ready for editing, and builds as before", async () => {
    const show = makeShow();
    await runProgram(["build"], { cwd: show });
    const before = read(show, "out/spring/transcript.md");
    const result = await runProgram(["draft", "--offline"], { cwd: show, env: { OPENAI_API_KEY: KEY } });
    expect(result.status).toBe(0);
    expect(result.stderr).toContain("built in");
    expect(read(show)).toContain("model: built-in");
    await runProgram(["build"], { cwd: show });
    expect(read(show, "out/spring/transcript.md")).toBe(before);
    expect(read(show, "out/spring/episode.json")).toContain('"drafted": []');
    const again = await runProgram(["draft", "--offline"], { cwd: show });
    expect(again.stderr).toContain("is as it was");
  });

  test("without a key the built-in narration is written, and the program says why", async () => {
    const show = makeShow();
    const result = await runProgram(["draft"], { cwd: show });
    expect(result.status).toBe(0);
    expect(result.stderr).toContain("there is no key in OPENAI_API_KEY");
    expect(read(show)).toContain("model: built-in");
  });

  test("a key that comes later has the untouched built-in words drafted, and leaves the edited ones", async () => {
    const { server, run } = await startGood();
    const show = makeShow();
    await runProgram(["draft"], { cwd: show });
    writeFileSync(join(show, FILE), read(show).replace(/(## Intro\n\n).*/, "$1Good morning."));
    await run([], show);
    expect(wantedIn(server.completions[0]?.body ?? "")).not.toContain("intro");
    expect(read(show)).toContain("## Intro\n\nGood morning.\n");
    expect(wordsOf(show)).toContain(GOOD.outro);
  });

  test("without a key a named place keeps its words", async () => {
    const show = makeShow({ [FILE]: "## Intro\n\nHello.\n" });
    const result = await runProgram(["draft", "--redraft", "intro"], { cwd: show });
    expect(result.status).toBe(1);
    expect(read(show)).toBe("## Intro\n\nHello.\n");
  });
});

describe("what is sent", () => {
  const PRIVATE = {
    "roundup.yaml":
      "show: { title: The Mill Post, description: DESCRIPTION-CANARY, email: ann@canary.example, url: https://canary.example/show }\n",
    "episodes/spring/episode.md": `${makeEpisode(2, "Thaw", "2026-04-07").replace(/---\n$/, "summary: SUMMARY-CANARY\n---\n")}BODY-CANARY\n`,
    "episodes/spring/stories/bins.md":
      "---\ntitle: New bins\nsegment: local\nbrief: BRIEF-CANARY\nsources:\n  - { title: A page, url: https://canary.example/page?token=9, archive: https://archive.example/canary, capture: captures/bins.md }\n---\n\nBlue bins came to [every street](https://canary.example/street). Write to bins@canary.example or see www.canary.example now.\n\n<!-- COMMENT-CANARY -->\n\n<!-- fit: dropped -->\nDROPPED-CANARY\n\n## Notes\n\nNOTES-CANARY\n",
    "episodes/spring/captures/bins.md": "CAPTURE-CANARY\n",
    "episodes/spring/stories/held.md":
      "---\ntitle: HELD-CANARY\nsegment: local\nstatus: held\n---\n\nHELD-CANARY\n",
    [FILE]: "## Intro\n\nHello.\n\n## Notes\n\nNARRATION-NOTES-CANARY\n",
    "inbox/later.md": "---\ntitle: INBOX-CANARY\nsegment: local\n---\n\nINBOX-CANARY\n",
  };

  test("only titles, spoken words and names of sources leave the machine", async () => {
    const { server, run } = await startGood({ bins: "3,000 bins,", outro: "Bye from Northwind." });
    const show = makeShow(PRIVATE);
    await run(["--title"], show);
    expect(server.completions.length).toBeGreaterThan(1);
    for (const { body, headers, path } of server.requests) {
      const sent = `${path}\n${JSON.stringify(headers)}\n${body}`;
      expect(sent).not.toMatch(/CANARY|canary\.example|archive\.example/);
      expect(sent).not.toContain(show);
    }
    const body = server.completions[0]?.body ?? "";
    expect(body).toContain("Blue bins came to every street");
    expect(body).toContain("A page");
  });

  test("--dry-run prints the request that would be sent, sends nothing, and needs no key", async () => {
    const { server, run } = await startGood();
    const show = makeShow();
    const shown = await runProgram(["draft", "--dry-run", "--temperature", "0.5"], { cwd: show });
    expect(shown.status).toBe(0);
    expect(shown.stderr).toMatch(/Nothing was sent.*about [\d,]+ tokens/);
    expect(readTree(show)).toEqual(readTree(makeShow()));
    expect((await run(["--dry-run"], show)).status).toBe(0);
    expect(server.requests).toHaveLength(0);
    await run(["--temperature", "0.5"], show);
    expect(JSON.parse(shown.stdout)).toEqual(JSON.parse(server.completions[0]?.body ?? ""));
  });

  test("the same notes never cost a second call, unless it is asked for", async () => {
    const { server, run } = await startGood();
    const show = makeShow();
    await run([], show);
    rmSync(join(show, FILE));
    const again = await run([], show);
    expect(server.completions).toHaveLength(1);
    expect(again.stderr).toContain("No request was sent");
    expect(wordsOf(show)).toBe(WHOLE);
    rmSync(join(show, FILE));
    await run(["--fresh"], show);
    expect(server.completions).toHaveLength(2);
    rmSync(join(show, FILE));
    rmSync(join(show, "out"), { recursive: true });
    await run([], show);
    expect(server.completions).toHaveLength(3);
  });

  test("the key goes to the server alone: no file and no message has it", async () => {
    const { server, run } = await startGood();
    const show = makeShow();
    const result = await run([], show);
    expect(server.completions[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    const unauthorised = await startServer(() => fault(401));
    const refused = await unauthorised.run(["--redraft", "intro"], show);
    expect(refused.status).toBe(1);
    const told = [result, refused].map(({ stdout, stderr }) => stdout + stderr).join("");
    expect(told + JSON.stringify(readTree(show))).not.toContain(KEY);
  });
});

describe("what is refused", () => {
  test("an unsupported passage goes back once with the reasons, and is spoken if it then holds", async () => {
    const { server, run } = await startServer((request, nth) =>
      write(nth === 1 ? { bins: "With 3,000 councils on board," } : {})(request),
    );
    const show = makeShow();
    const result = await run([], show);
    expect(result.status).toBe(0);
    expect(server.completions).toHaveLength(2);
    expect(wantedIn(server.completions[1]?.body ?? "")).toEqual(["bins"]);
    expect(server.completions[1]?.body).toContain("3,000");
    expect(wordsOf(show)).toBe(WHOLE);
  });

  test("what is refused twice is replaced by the built-in words, and the author is told which were not supported", async () => {
    const { server, run } = await startGood({ bins: "With 3,000 councils on board," });
    const show = makeShow();
    const result = await run([], show);
    expect(result.status).toBe(0);
    expect(server.completions).toHaveLength(2);
    expect(read(show)).not.toContain("3,000");
    expect(read(show)).toMatch(/bins: \{ model: built-in, refused: gpt-5-mini, /);
    expect(result.stderr).toMatch(
      new RegExp(
        `${FILE}(:\\d+:\\d+)?: warning: .*bins was refused twice, so the built-in.*“.*3,000.*\\(draft-refused\\)`,
      ),
    );
    await run([], show);
    expect(server.completions).toHaveLength(2);
    await run(["--redraft", "bins"], show);
    expect(server.completions).toHaveLength(4);
  });

  test("a named place keeps its words where what comes is refused", async () => {
    const { run } = await startGood({ intro: "Hello from 3,000 councils." });
    const show = makeShow({ [FILE]: WHOLE });
    const result = await run(["--redraft", "intro"], show);
    expect(result.stderr).toContain("what stood there stays");
    expect(read(show)).toBe(WHOLE);
  });

  test.each([
    ["prose in place of JSON", () => "Hello and welcome!"],
    ["a list", () => '["Hello."]'],
    ["half an object", () => '{"intro": "Hel'],
  ])("%s is asked for again, and twice is an error that changes nothing", async (_, answer) => {
    const { server, run } = await startServer(answer);
    const show = makeShow();
    const before = readTree(show);
    const result = await run([], show);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/answered twice with what cannot be read/);
    expect(server.completions).toHaveLength(2);
    expect(readTree(show)).toEqual(before);
  });

  test("a missing place is asked for again, an invented one is left out, and a schema that is ignored is borne", async () => {
    const { server, run } = await startServer((_request, nth) =>
      nth === 1
        ? JSON.stringify({ passages: { ...GOOD, bins: undefined, hall: "To the hall." } })
        : `Here it is:\n\`\`\`json\n{"bins":"And finally,"}\n\`\`\``,
    );
    const show = makeShow();
    const result = await run([], show);
    expect(result.stderr).toContain('places that were not asked for: "');
    expect(server.completions).toHaveLength(2);
    expect(wordsOf(show)).toBe(WHOLE);
  });

  test("a reply in another language is refused", async () => {
    const { run } = await startServer((request) =>
      fillSchema(
        request,
        () => "Willkommen zu unserer Sendung, in der wir über die Stadt und das Land sprechen.",
      ),
    );
    const show = makeShow();
    const result = await run([], show);
    expect(result.status).toBe(0);
    expect(read(show)).not.toContain("Willkommen");
    expect(result.stderr).toMatch(/draft-refused/);
  });
});

describe("a server that fails", () => {
  test.each([
    ["401", fault(401), /401/],
    ["a page in place of a reply", fault("web page"), /web page|HTML/i],
    ["a stream that stops half-way", fault("half a reply, then dropped"), /half|ended|stopped|broke/i],
    ["a reply that was cut for length", fault("length"), /length|cut|long/i],
    ["a content filter", fault("content filter"), /filter/i],
    ["a refusal", fault("refusal"), /I cannot help with that/],
  ])("%s is an error that says so and changes nothing", async (_, scripted, says) => {
    const { run } = await startServer(() => scripted);
    const show = makeShow({ [FILE]: "## Intro\n\nHello.\n" });
    const before = readTree(show);
    const result = await run([], show);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(says);
    expect(result.stderr).not.toMatch(/ at .*\.js:\d+/);
    expect(readTree(show)).toEqual(before);
  });

  test("nobody at the address is an error that says so", async () => {
    const { server, run } = await startGood();
    await server.close();
    servers.length = 0;
    const result = await run([], makeShow());
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/refused|running/);
  });

  test("Ctrl-C ends the request at once, with 130, and changes nothing", async () => {
    let asked = () => {};
    const wasAsked = new Promise<void>((settle) => {
      asked = settle;
    });
    const { server, env } = await startServer(() => {
      asked();
      return fault("silence");
    });
    const show = makeShow();
    const before = readTree(show);
    const running = startProgram(["draft"], show, env);
    await wasAsked;
    running.child.kill("SIGINT");
    expect(await running.ended).toEqual({ status: 130, signal: null });
    expect(await server.completions[0]?.ended).toBe("hung up");
    expect(readTree(show)).toEqual(before);
  });
});

describe("the command line", () => {
  test.each([
    [["--only", "intor"], /no place intor[\s\S]*intro/],
    [["--redraft", "hall"], /no place hall/],
    [["--review"], /terminal/],
    [["--offline", "--fresh"], /--fresh/],
    [["--temperature", "3"], /0 to 2/],
    [["--only", ","], /commas/],
  ])("%j is refused with 2 and writes nothing", async (words, says) => {
    const show = makeShow();
    const before = readTree(show);
    const result = await runProgram(["draft", ...words], { cwd: show });
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(says);
    expect(readTree(show)).toEqual(before);
  });

  test("an episode with an error is not drafted, and every error is told", async () => {
    const show = makeShow({ "episodes/spring/stories/bins.md": "no frontmatter\n" });
    const result = await runProgram(["draft", "--offline"], { cwd: show });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("bins.md:1:1: error");
  });

  test("a show in another language is told that drafts are checked in English only", async () => {
    const show = makeShow({ "roundup.yaml": "show: { title: Y Felin, language: cy }\n" });
    const result = await runProgram(["draft", "--offline"], { cwd: show });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("English");
  });
});
