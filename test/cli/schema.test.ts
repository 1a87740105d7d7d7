// roundup schema: each schema is a JSON Schema that knows what the program itself accepts and refuses.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { linesOf, makeFolder, makeShow } from "../support/make-show.ts";
import { projectRoot, runProgram } from "../support/run-program.ts";

const NAMES = ["story", "episode", "show", "names", "narration", "episode-json"] as const;
const schemas = new Map<string, Readonly<Record<string, unknown>>>();
const validators = new Map<string, ValidateFunction>();

beforeAll(async () => {
  const run = await runProgram(["schema"], { cwd: makeFolder() });
  expect(run).toMatchObject({ status: 0, stderr: "" });
  // Draft 7 is what ajv reads by default; strict refuses a keyword that it does not know.
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  (formats as unknown as (ajv: Ajv) => void)(ajv);
  for (const [name, schema] of Object.entries(
    JSON.parse(run.stdout) as Record<string, Record<string, unknown>>,
  )) {
    schemas.set(name, schema);
    validators.set(name, ajv.compile(schema));
  }
});

/** What a schema says is wrong with a value: nothing, where it accepts it. */
function judge(name: string, value: unknown): string[] {
  const validate = validators.get(name);
  if (!validate) throw new Error(`there is no schema ${name}`);
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const readYaml = (text: string): unknown => parse(text, { schema: "core" });
const frontmatterOf = (path: string): unknown =>
  readYaml(/^---\n([\s\S]*?)\n---\n/.exec(readFileSync(path, "utf8"))?.[1] ?? "");

test("all of them are printed by name, each valid draft 7 with a title", () => {
  expect([...schemas.keys()]).toEqual(NAMES);
  for (const schema of schemas.values()) {
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema.title).toMatch(/\w/);
  }
});

test.each(["story", "episode-json"])("roundup schema %s prints that one", async (name) => {
  const run = await runProgram(["schema", name], { cwd: makeFolder() });
  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(JSON.parse(run.stdout)).toEqual(schemas.get(name));
});

describe("the sample show", () => {
  const episodes = join(projectRoot, "episodes");
  test("is accepted: settings, names, every episode and every story", () => {
    expect(judge("show", readYaml(readFileSync(join(projectRoot, "roundup.yaml"), "utf8")))).toEqual([]);
    expect(judge("names", readYaml(readFileSync(join(projectRoot, "names.yaml"), "utf8")))).toEqual([]);
    const slugs = readdirSync(episodes);
    expect(slugs.length).toBeGreaterThan(1);
    for (const slug of slugs) {
      expect(judge("episode", frontmatterOf(join(episodes, slug, "episode.md"))), slug).toEqual([]);
      for (const name of readdirSync(join(episodes, slug, "stories"))) {
        expect(judge("story", frontmatterOf(join(episodes, slug, "stories", name))), name).toEqual([]);
      }
    }
  });
});

test("an episode.json that was built is accepted", async () => {
  const show = makeShow();
  await runProgram(["build", "--all"], { cwd: show });
  for (const slug of ["winter", "spring"]) {
    const text = readFileSync(join(show, "out", slug, "episode.json"), "utf8");
    expect(judge("episode-json", JSON.parse(text))).toEqual([]);
  }
});

const DIGEST = "a".repeat(64);
const SOUND: Readonly<Record<string, unknown>> = {
  story: { title: "A", segment: "local" },
  episode: { title: "A", date: "2026-01-06" },
  show: {},
  names: [{ name: "A" }],
  narration: {
    drafts: { intro: { model: "m", sha256: DIGEST } },
    signedOff: { by: "Ann Lee", date: "2026-10-03", sha256: DIGEST },
  },
};

describe("a schema accepts and refuses as the program does", () => {
  test.each(Object.entries(SOUND))("%s accepts the least that the format asks for", (name, value) => {
    expect(judge(name, value)).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    ["story", { title: 5 }, /\/title must be string/],
    ["story", { title: undefined }, /must have required property 'title'/],
    ["story", { order: "first" }, /\/order must be number/],
    ["story", { status: "done" }, /\/status must be equal to one of/],
    ["story", { sources: { published: "3 October" } }, /\/sources\/published must match format "date"/],
    ["story", { sources: [{ url: 5 }] }, /\/sources\/0\/url must be string/],
    ["story", { stats: "ready" }, /must NOT have additional properties/],
    ["episode", { number: "two" }, /\/number must be integer/],
    ["episode", { number: 1.5 }, /\/number must be integer/],
    ["episode", { date: "2026-02-30" }, /\/date must match format "date"/],
    ["episode", { segments: "local" }, /\/segments must be array/],
    ["episode", { target: 540 }, /\/target must be string/],
    ["show", { show: { cadence: "yearly" } }, /\/show\/cadence must be equal to one of/],
    ["show", { reading: { wordsPerMinute: "fast" } }, /\/reading\/wordsPerMinute must be number/],
    ["show", { segments: [{ id: "Local" }] }, /\/segments\/0\/id must match pattern/],
    ["show", { checks: { "no-source": "on" } }, /\/checks\/no-source must be equal to one of/],
    ["narration", { drafts: { intro: { model: "m", sha256: "x" } } }, /sha256 must match pattern/],
    ["narration", { signedOff: "Ann Lee" }, /signedOff must be object/],
    ["narration", { signedOff: { by: "Ann Lee", sha256: DIGEST } }, /required property 'date'/],
  ])("%s refuses %j", (name, wrong, said) => {
    const value = { ...(SOUND[name] as object), ...wrong };
    expect(judge(name, JSON.parse(JSON.stringify(value))).join("\n")).toMatch(said);
  });

  test("names refuses an entry without a name, and a list that is none", () => {
    expect(judge("names", [{ say: "A" }]).join()).toMatch(/required property 'name'/);
    expect(judge("names", { name: "A" }).join()).toMatch(/must be array/);
  });

  test("what later parts define is accepted already, by schema and program alike", async () => {
    const reserved = {
      story: ["brief: Short.", "tags: [a]"],
      episode: ["season: 1", "cover: c.jpg", "embargo: 2026-01-01"],
      show: ["interests: []", "newsletter: {}", "typography: {}", "license: MIT"],
    };
    for (const [name, keys] of Object.entries(reserved)) {
      const value = { ...(SOUND[name] as object), ...(readYaml(keys.join("\n")) as object) };
      expect(judge(name, value), name).toEqual([]);
    }
    const show = makeShow({
      "roundup.yaml": `${reserved.show.join("\n")}\n`,
      "episodes/winter/episode.md": `---\nnumber: 1\ntitle: F\ndate: 2026-01-06\n${reserved.episode.join("\n")}\n---\n`,
      "episodes/winter/stories/ice.md": `---\ntitle: I\nsegment: nhs\nsources: { title: T }\n${reserved.story.join("\n")}\n---\nIce.\n`,
    });
    const run = await runProgram(["build", "winter"], { cwd: show });
    expect(linesOf(run.stderr).filter((line) => /warning|error/.test(line))).toEqual([]);
    expect(run.status).toBe(0);
  });
});
