// Whole folders in, whole folders out, compared both ways. UPDATE_GOLDEN=1 rewrites what is expected; read it.

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { projectRoot, runProgram } from "../support/run-program.ts";

const folder = import.meta.dirname;
const temporary = mkdtempSync(join(tmpdir(), "roundup-golden-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Scripts that are exported after the build. */
const EXPORTS: Readonly<Record<string, string[][]>> = {
  sample: [["export", "2", "--format", "all"]],
  everything: [["export", "first-of-march", "--format", "txt,ssml,fountain"]],
};

describe.each(cases)("golden %s", (name) => {
  test("builds exactly the expected folder and says the expected words", async () => {
    const show = join(temporary, name);
    copyInput(name, show);
    let messages = "";
    for (const words of [["build", "--all"], ...(EXPORTS[name] ?? [])]) {
      const result = await runProgram(words, { cwd: show });
      messages += `${result.stderr}exit status ${result.status}\n`;
    }
    const built = { ...readFolder(join(show, "out")), "messages.txt": messages };
    const expected = join(folder, name, "expected");
    if (process.env.UPDATE_GOLDEN) rewrite(expected, built);
    expect(built).toEqual(readFolder(expected));
  });
});

/** The sample's input is the show at the top of the repository, as its author keeps it. */
function copyInput(name: string, show: string): void {
  const input = join(folder, name, "input");
  if (existsSync(input)) return cpSync(input, show, { recursive: true });
  for (const part of ["roundup.yaml", "names.yaml", "episodes", "templates"]) {
    cpSync(join(projectRoot, part), join(show, part), { recursive: true });
  }
}

/** Every file below a folder, by its path with `/`; of packed ones the digest, since nobody can read them. */
function readFolder(path: string): Record<string, string> {
  if (!existsSync(path)) return {};
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((file) => {
      const name = file.slice(path.length + 1).replaceAll("\\", "/");
      if (!/\.(?:docx|pdf)$/.test(name)) return [name, readFileSync(file, "utf8")];
      return [`${name}.sha256`, `${createHash("sha256").update(readFileSync(file)).digest("hex")}\n`];
    }),
  );
}

function rewrite(path: string, files: Readonly<Record<string, string>>): void {
  rmSync(path, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
}
