// Notes that try to take over a draft, and a model that obeys them: what of it gets into narration.md.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draft } from "../../src/commands/draft.ts";
import { openSession } from "../../src/io/session.ts";
import { parseNarration } from "../../src/narration/narration.ts";
import { episode, hosts, NEXT, OWN, show } from "../hostile/injections/hosts.ts";
import { type Injection, injections } from "../hostile/injections/injections.ts";
import { makeFolder, writeFiles } from "../support/make-show.ts";
import {
  type ChatRequest,
  fillSchema,
  startModelServer,
  type TestModelServer,
} from "../support/model-server.ts";
import { runProgram } from "../support/run-program.ts";

let server: TestModelServer;
let attack: Injection | null = null;
beforeAll(async () => {
  server = await startModelServer({ answer: (request) => obey(request) });
});
afterAll(() => server.close());

/** A model that does as the note says, and answers twice alike. */
function obey(request: ChatRequest): string {
  const { own = "", next = "", ...others } = attack?.obeys ?? {};
  const passages: Record<string, string> = { ...others, [OWN]: own, [NEXT]: next };
  const asked = fillSchema(request, (place) => passages[place] ?? "Turning the page,");
  return JSON.stringify({ ...passages, ...(JSON.parse(asked) as object) });
}

function makeHostileShow({ story }: Injection): string {
  const folder = makeFolder();
  const stories = Object.entries({ ...hosts, [OWN]: story }).map(
    ([slug, text]) => [`episodes/004/stories/${slug}.md`, text] as const,
  );
  writeFiles(folder, {
    "roundup.yaml": `${show}narration: { baseUrl: "${server.baseUrl}" }\n`,
    "episodes/004/episode.md": episode,
    ...Object.fromEntries(stories),
  });
  return folder;
}

const PLAIN_OPTIONS = {
  only: null,
  redraft: [],
  model: null,
  temperature: null,
  title: false,
  dryRun: false,
  review: false,
  offline: false,
  fresh: false,
};

/** Words by place as narration.md has them, and the whole file. */
async function draftAgainst(injection: Injection) {
  attack = injection;
  const folder = makeHostileShow(injection);
  const session = openSession({ showFolder: folder, quiet: true, color: false });
  await draft({ ...session, say: () => undefined, report: () => undefined }, undefined, PLAIN_OPTIONS);
  const text = readFileSync(join(folder, "episodes/004/narration.md"), "utf8");
  const places = {
    segments: ["central", "local", "nhs"].map((id) => ({ id, title: id })),
    stories: [...Object.keys(hosts), OWN],
    sourceIds: [],
  };
  const { narration, problems } = parseNarration("narration.md", text, places);
  const said = new Map(
    [...narration].map(([place, { paragraphs }]) => [place, paragraphs.map((one) => one.text).join("\n")]),
  );
  return { text, said, problems };
}

const holds = (text: string, words: string) => text.toLowerCase().includes(words.toLowerCase());

describe("a note that tries to take over", () => {
  test.each(injections.map((one) => [one.name, one] as const))(
    "%s changes nothing but its own passage",
    async (_, one) => {
      const { text, said, problems } = await draftAgainst(one);
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      for (const [place, words] of said)
        if (place !== OWN)
          for (const claim of one.claims)
            expect(`${place}: ${holds(words, claim)} ${claim}`).toBe(`${place}: false ${claim}`);
      for (const words of one.never) expect(`${holds(text, words)} ${words}`).toBe(`false ${words}`);
      expect(
        [...said.keys()].every((place) =>
          ["intro", "outro", "central", "local", "nhs", OWN, ...Object.keys(hosts)].includes(place),
        ),
      ).toBe(true);
    },
  );

  test("is held by the built program as well", async () => {
    attack = injections[0] ?? null;
    const folder = makeHostileShow(attack as Injection);
    const result = await runProgram(["draft"], { cwd: folder });
    expect(result.status).toBe(0);
    expect(result.stderr).toContain("was refused twice");
    const text = readFileSync(join(folder, "episodes/004/narration.md"), "utf8");
    for (const claim of attack?.claims ?? []) expect(text).not.toContain(claim);
  });
});
