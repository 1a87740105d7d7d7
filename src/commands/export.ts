// roundup export: an episode -> the script for recording, in the forms asked for.

import { join } from "node:path";
import { applyLevels } from "../checks/apply-levels.ts";
import { relativePath, type Session } from "../io/session.ts";
import { addDocuments, recoverOutput } from "../io/write-documents.ts";
import { hasErrors, makeWarning, type Problem, UserError } from "../problem.ts";
import type { Document } from "../render/document.ts";
import type { MissingCharacter } from "../render/pdf-fonts.ts";
import { describeLength, makeRecording, type Recording } from "../render/recording.ts";
import type { ScriptFormat, ScriptOptions } from "../render/script-options.ts";
import type { Templates } from "../template.ts";
import { loadAsked } from "./load-episode.ts";
import { chooseOut, describeTemplateFault } from "./load-show.ts";

export interface ExportOptions extends ScriptOptions {
  readonly formats: readonly ScriptFormat[];
  /** The folder under which the episode's folder is made, null for the show's out/; `-` for standard output. */
  readonly out: string | null;
}

type ScriptDocument = Document<string | Uint8Array>;

/** Writes the script for recording. Returns 1 if the episode has an error. */
export async function exportScript(
  session: Session,
  asked: string | undefined,
  options: ExportOptions,
): Promise<number> {
  checkOutput(session, options);
  const { loaded, episode, problems: found } = await loadAsked(session, asked);
  const recording = episode.script && makeRecording(episode.script);
  const rendered = await renderScript(recording, loaded.templates, options);
  const problems = [...found, ...applyLevels(rendered.problems, loaded.show.checks)];
  session.report(problems, loaded.root);
  if (!recording || hasErrors(problems)) {
    session.say("Nothing was written: mend the errors above.");
    return 1;
  }
  if (options.out === "-") {
    for (const { content } of rendered.documents) session.print(content);
    return 0;
  }
  const out = await chooseOut(session, loaded, options.out);
  const written = await session.finish(async () => {
    await recoverOutput(out);
    return addDocuments(out, episode.slug, rendered.documents);
  });
  const paths = written.documents.map((name) => relativePath(join(written.folder, name), session.cwd));
  session.say(`${written.changed ? "Wrote" : "Nothing changed in"} ${paths.join(", ")}`);
  session.say(`${describeLength(recording)}.`);
  return 0;
}

function checkOutput(session: Session, { out, formats }: ExportOptions): void {
  if (out !== "-") return;
  if (formats.length > 1)
    throw new UserError("Standard output takes one format", "Name one, such as --format txt.", 2);
  const isBinary = formats[0] === "docx" || formats[0] === "pdf";
  if (isBinary && session.printsToTerminal)
    throw new UserError(
      "A terminal cannot show this format",
      `Send it to a file: … > script.${formats[0]}`,
      2,
    );
}

/** Renders each form in turn; what only one of them needs is loaded for it alone. */
async function renderScript(
  recording: Recording | null,
  templates: Templates,
  options: ExportOptions,
): Promise<Rendered> {
  const rendered: Rendered[] = [];
  if (!recording) return { documents: [], problems: [] };
  try {
    for (const format of options.formats)
      rendered.push(await RENDERERS[format](recording, templates, options));
  } catch (error) {
    return { documents: [], problems: [describeTemplateFault(error)] };
  }
  return {
    documents: rendered.flatMap(({ documents }) => documents),
    problems: rendered.flatMap(({ problems }) => problems),
  };
}

interface Rendered {
  readonly documents: readonly ScriptDocument[];
  readonly problems: readonly Problem[];
}

type Renderer = (recording: Recording, templates: Templates, options: ScriptOptions) => Promise<Rendered>;

const RENDERERS: Readonly<Record<ScriptFormat, Renderer>> = {
  html: async (recording, templates) => {
    const { renderPrompter } = await import("../render/script-html.ts");
    return sound(renderPrompter(recording, templates));
  },
  docx: async (recording, _, options) => {
    const { renderDocx } = await import("../render/script-docx.ts");
    return sound(await renderDocx(recording, options));
  },
  pdf: async (recording, _, options) => {
    const [{ renderPdf }, { findMissingCharacters, hasRightToLeft }, { readFonts }] = await Promise.all([
      import("../render/script-pdf.ts"),
      import("../render/pdf-fonts.ts"),
      import("../io/read-fonts.ts"),
    ]);
    const fonts = await readFonts();
    const document = await renderPdf(recording, options, fonts);
    const missing = findMissingCharacters(recording, fonts, options);
    const problems = missing.map((one) => describeMissingCharacter(one, recording));
    if (hasRightToLeft(recording, options)) problems.push(describeRightToLeft(recording));
    return { documents: [document], problems };
  },
  txt: async (recording, templates) => {
    const { renderPlainScript } = await import("../render/script-txt.ts");
    return sound(renderPlainScript(recording, templates));
  },
  ssml: async (recording) => {
    const { renderSsml } = await import("../render/script-ssml.ts");
    return sound(renderSsml(recording));
  },
  fountain: async (recording, templates) => {
    const { renderFountain } = await import("../render/script-fountain.ts");
    return sound(renderFountain(recording, templates));
  },
};

function sound(document: ScriptDocument): Rendered {
  return { documents: [document], problems: [] };
}

function describeRightToLeft({ slug }: Recording): Problem {
  const text =
    "script.pdf sets words from left to right, and some here are written from right to left: print script.docx";
  return makeWarning(`episodes/${slug}/episode.md`, null, "right-to-left", text);
}

/** A warning about a character that paper cannot show, in the file that it is most likely in. */
function describeMissingCharacter(
  { character, code, part }: MissingCharacter,
  recording: Recording,
): Problem {
  const folder = `episodes/${recording.slug}`;
  const slug = recording.parts.find(({ id }) => id === part)?.slug ?? null;
  const file =
    slug !== null
      ? `${folder}/stories/${slug}.md`
      : `${folder}/${part === null ? "episode" : "narration"}.md`;
  const text = `The fonts of script.pdf have no “${character}” (${code}), so a box stands for it: write it in other letters, or print script.docx`;
  return makeWarning(file, null, "missing-character", text);
}
