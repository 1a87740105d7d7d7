// roundup init: a new show in a folder, which builds at once.

import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { quoteWord, relativePath, type Session } from "../io/session.ts";
import { writeNewFile } from "../io/write-file.ts";
import { type StarterFile, writeStarterShow } from "../notes/starter-show.ts";
import { UserError } from "../problem.ts";
import { DEFAULT_SHOW } from "../show.ts";
import { SCHEMA_NAMES, writeSchema } from "./schema.ts";

/** Makes a show; with `templates` the built-in templates too. Never overwrites a file. */
export async function init(
  session: Session,
  folder: string | undefined,
  options: { readonly templates: boolean },
): Promise<number> {
  const root = resolve(session.cwd, folder ?? session.showFolder ?? ".");
  const shown = relativePath(root, session.cwd);
  for (const name of ["roundup.yaml", "episodes"]) {
    if (await exists(join(root, name))) {
      if (options.templates) return copyTemplates(session, root);
      const place = shown === "." ? "this folder" : shown;
      throw new UserError(
        `There is a show in ${place} already: it holds ${name}`,
        `Add to it with: roundup ${shown === "." ? "" : `--show ${quoteWord(shown)} `}new episode "A title"`,
      );
    }
  }
  const files = [
    ...writeStarterShow(titleOf(root), session.today(DEFAULT_SHOW.timezone)),
    ...SCHEMA_NAMES.map((name) => ({ path: `schemas/${name}.schema.json`, content: writeSchema(name) })),
    ...(options.templates ? await listTemplateFiles() : []),
  ];
  await session.finish(() => writeAll(session, root, files));
  session.say(
    `Made a show in ${shown === "." ? "this folder" : `${shown}/`}, with one episode and a story a segment.`,
  );
  session.say(`Next: ${shown === "." ? "" : `cd ${quoteWord(shown)} && `}roundup build`);
  return 0;
}

/** A show that is there already may still be given the templates. */
async function copyTemplates(session: Session, root: string): Promise<number> {
  const files = await listTemplateFiles();
  const made = await session.finish(() => writeAll(session, root, files));
  const folder = relativePath(join(root, "templates"), session.cwd);
  session.say(
    made === 0
      ? `Copied nothing: ${folder}/ has all built-in templates.`
      : `Copied ${made} built-in ${made === 1 ? "template" : "templates"} to ${folder}/. Keep only those that you change.`,
  );
  return 0;
}

async function listTemplateFiles(): Promise<StarterFile[]> {
  const { sources } = await import("virtual:template-sources");
  return Object.entries(sources).map(([name, content]) => ({ path: `templates/${name}`, content }));
}

/** Writes the files that are not there yet, names the others, and answers with how many it wrote. */
async function writeAll(session: Session, root: string, files: readonly StarterFile[]): Promise<number> {
  let made = 0;
  for (const file of files) {
    const path = join(root, ...file.path.split("/"));
    if (await writeNewFile(path, file.content)) made += 1;
    else session.say(`Left ${relativePath(path, session.cwd)} as it is, since it was there already.`);
  }
  return made;
}

/** "my-show" -> "My show". */
function titleOf(root: string): string {
  const words = basename(root).replace(/[-_]+/g, " ").trim();
  return words === "" ? DEFAULT_SHOW.title : words.charAt(0).toUpperCase() + words.slice(1);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
