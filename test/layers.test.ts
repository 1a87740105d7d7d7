// Which file imports what -> the arrow of the layers, and the purity of every step before io.
// The only rule of style that a test enforces; house.md says why.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));

const STEPS =
  "problem template input show markdown spoken notes episode narration checks render io commands cli".split(
    " ",
  );

/** Files that stand in src/ itself, by the step that they belong to; a folder is the step of its name. */
const STEP_OF_FILE: Readonly<Record<string, string>> = {
  "problem.ts": "problem",
  "template.ts": "template",
  "template-error.ts": "template",
  "page-script.ts": "template",
  "compile-template.ts": "template",
  "show.ts": "show",
  "cli.ts": "cli",
  "list-commands.ts": "cli",
  "read-options.ts": "cli",
  "roundup.ts": "cli",
};

const IO = STEPS.indexOf("io");

interface SourceFile {
  readonly path: string;
  readonly step: number;
  readonly code: string;
  readonly imports: readonly string[];
}

function stepOf(path: string): number {
  return STEPS.indexOf(STEP_OF_FILE[path] ?? path.split("/")[0] ?? "");
}

/** The code without its comments, which may speak of anything. */
function stripComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<![:"'`\\/])\/\/.*$/gm, "");
}

function findImports(code: string): string[] {
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

const files: SourceFile[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map((path) => {
    const code = stripComments(readFileSync(join(src, path), "utf8"));
    return { path, step: stepOf(path), code, imports: findImports(code) };
  });

/** The path in src/ of a relative import. */
function resolveImport(from: string, specifier: string): string {
  return relative(src, join(src, dirname(from), specifier)).replaceAll("\\", "/");
}

describe("the layers", () => {
  test("every file belongs to a step", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter(({ step }) => step < 0).map(({ path }) => path)).toEqual([]);
  });

  test("a file imports only from its own step or an earlier one", () => {
    const wrong = files.flatMap(({ path, step, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => resolveImport(path, specifier))
        .filter((target) => stepOf(target) < 0 || stepOf(target) > step)
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("only the step template and commands import what the build makes of templates/", () => {
    const virtual = files.filter(({ imports }) => imports.some((name) => name.startsWith("virtual:")));
    const allowed = virtual.filter(
      ({ step }) => STEPS[step] === "template" || STEPS[step] === "commands" || STEPS[step] === "cli",
    );
    expect(virtual).toEqual(allowed);
    expect(virtual.map(({ path }) => path)).toContain("template.ts");
  });

  test("the imports are found that the other tests judge", () => {
    const show = files.find(({ path }) => path === "show.ts");
    expect(show?.imports).toContain("./input/parse-yaml.ts");
    expect(findImports('const { a } = await import("./b.ts");\nexport { c } from "./d.ts";')).toEqual([
      "./b.ts",
      "./d.ts",
    ]);
  });
});

describe("the purity of what stands before io", () => {
  const pure = files.filter(({ step }) => step < IO);

  test("no module of Node is imported, but node:crypto for the digest of a text", () => {
    const found = pure.flatMap(({ path, imports }) =>
      imports.filter((name) => name.startsWith("node:")).map((name) => `${path} imports ${name}`),
    );
    expect(found).toEqual(["narration/digest.ts imports node:crypto"]);
  });

  test.each([
    ["the process", /\bprocess\s*[.[]/],
    ["the clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b/],
    ["chance", /\bMath\.random\b|\bcrypto\.(?:randomUUID|getRandomValues)\b/],
    ["the network", /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/],
    ["the terminal", /\bconsole\s*[.[]/],
    ["the machine's locale", /\.toLocale\w*\(\s*\)|\.localeCompare\(/],
    ["a global object by another way", /\bglobalThis\b/],
  ])("nothing uses %s", (_, pattern) => {
    expect(pure.filter(({ code }) => pattern.test(code)).map(({ path }) => path)).toEqual([]);
  });
});
