// roundup rate: a recording's length, or its captions -> the presenter's own rate and pauses, and their place
// in roundup.yaml. A clock is right only by the rate of the voice that reads.

import { realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { applyLevels } from "../checks/apply-levels.ts";
import { parseCaptions } from "../input/captions.ts";
import { decodeAsWritten } from "../input/decode-text.ts";
import { formatDuration, parseDuration } from "../input/duration.ts";
import { type ScalarPath, setYamlScalar } from "../input/edit-yaml.ts";
import { findShow, readInputFile } from "../io/read-files.ts";
import { relativePath, type Session } from "../io/session.ts";
import { replaceFile, writeNewFile } from "../io/write-file.ts";
import { measureCaptions, measureLength, type RecordedRate } from "../narration/measure-rate.ts";
import type { Script } from "../narration/script.ts";
import { hasErrors, UserError } from "../problem.ts";
import { type Host, parseShow } from "../show.ts";
import { PAUSE_KINDS } from "../spoken/learn-rate.ts";
import { roundTenth } from "../spoken/read-time.ts";
import { loadEpisode } from "./load-episode.ts";
import { chooseEpisodes, decodeFile, type LoadedShow, listEpisodes, loadShow } from "./load-show.ts";

/** What was typed after `roundup rate`; `words` and `time` as text. */
export interface RateOptions {
  readonly words: string | undefined;
  readonly time: string | undefined;
  readonly captions: string | undefined;
  readonly save: boolean;
  readonly json: boolean;
}

/** Prints the rate, and the pauses where captions tell them; with `save` they go into roundup.yaml. */
export async function rate(
  session: Session,
  asked: string | undefined,
  options: RateOptions,
): Promise<number> {
  const length = readOptions(options);
  // Words and a time tell a rate anywhere; all else needs the show.
  const isAnywhere = length.words !== null && asked === undefined && !options.save;
  const loaded = isAnywhere && (await isOutsideShow(session)) ? null : await loadShow(session);
  const script = loaded && (await loadScript(session, loaded, asked, length.words === null));
  if (script === "unsound") return 1;
  const cues = options.captions === undefined ? [] : await readCaptions(session, options.captions);
  if (cues === null) return 1;
  const figures =
    options.captions === undefined || script === null
      ? measureLength(length.words, length.seconds, script)
      : measureCaptions(cues, script);
  session.print(
    options.json ? `${JSON.stringify(describeJson(figures), null, 2)}\n` : formatFigures(figures),
  );
  session.say(figures.note);
  if (options.save && figures.isDoubtful) {
    const hint = `Name the episode that was recorded: ${session.command("rate 2 --captions …")}`;
    throw new UserError("Nothing was written, since these captions are hardly those of the episode", hint);
  }
  if (!options.save || !loaded) {
    if (loaded) session.say(`--save writes ${describeChanges(figures)} into roundup.yaml.`);
    return 0;
  }
  // With only a number of words the episode lends its pauses; who read is not said.
  const hosts = length.words === null || asked !== undefined ? script?.episode.note.hosts : null;
  const path = await save(session, loaded, figures, hosts ?? null, script);
  const next = asked === undefined ? "rundown" : `rundown ${figures.episode}`;
  session.say(`Wrote ${describeChanges(figures)} into ${path}. Next: ${session.command(next)}`);
  return 0;
}

async function isOutsideShow(session: Session): Promise<boolean> {
  return session.showFolder === null && (await findShow(session.cwd)) === null;
}

/** Words and seconds as typed; null where captions tell them, or the script its words. */
function readOptions({ words, time, captions }: RateOptions) {
  const usage = "Give --time, with --words or without, or --captions.";
  if (captions !== undefined) {
    if (words === undefined && time === undefined) return { words: null, seconds: 0 };
    throw new UserError("Unexpected --words or --time beside --captions, which tell both", usage, 2);
  }
  if (time === undefined) throw new UserError("There is nothing to learn the rate from", usage, 2);
  const seconds = parseDuration(time);
  if (seconds === null || seconds === 0) {
    const hint = "The time is the recording's length, such as 8:51.";
    throw new UserError(`Unexpected time "${time}", expected m:ss or h:mm:ss`, hint, 2);
  }
  if (words === undefined) return { words: null, seconds };
  if (!/^\d{1,7}$/.test(words) || Number(words) === 0) {
    const hint = "Write it without a comma or a point; roundup rundown counts the words of an episode.";
    throw new UserError(`Unexpected words "${words}", expected a whole number`, hint, 2);
  }
  return { words: Number(words), seconds };
}

/** The script that was read. Where it is only wanted, null stands for one that is not there or has an error. */
async function loadScript(
  session: Session,
  loaded: LoadedShow,
  asked: string | undefined,
  needed: boolean,
): Promise<Script | null | "unsound"> {
  const isUnsound = (problems: LoadedShow["problems"]) => {
    const levelled = applyLevels(problems, loaded.show.checks);
    session.report(levelled, loaded.root);
    return hasErrors(levelled);
  };
  const { entries } = await listEpisodes(loaded);
  const isNeeded = needed || asked !== undefined;
  if (entries.length === 0 && !isNeeded) return isUnsound(loaded.problems) ? "unsound" : null;
  const [entry] = await chooseEpisodes(session, loaded, entries, asked === undefined ? [] : [asked]);
  const { script, problems } = await loadEpisode(loaded, entry?.slug ?? "");
  if (script === null && !isNeeded) return isUnsound(loaded.problems) ? "unsound" : null;
  return isUnsound([...loaded.problems, ...problems]) || script === null ? "unsound" : script;
}

/** The cues of a file anywhere on the disk; null where it has errors. Throws a UserError where it is missing. */
async function readCaptions(session: Session, path: string) {
  const real = await realpath(resolve(session.cwd, path)).catch(() => null);
  // Its own folder is the bounds of what may be read: it is the user that names it, and not the show.
  const folder = real === null ? "" : dirname(real);
  const read = real === null ? null : await readInputFile(folder, basename(real));
  if (read === null || (read.file === null && read.problems.length === 0)) {
    throw new UserError(`There is no file ${path}`, "Name the caption file of the recording, .vtt or .srt.");
  }
  const problems = [...read.problems];
  const text = decodeFile(read.file, problems);
  const parsed = text === null || read.file === null ? null : parseCaptions(read.file.path, text);
  problems.push(...(parsed?.problems ?? []));
  session.report(problems, folder);
  return hasErrors(problems) ? null : (parsed?.cues ?? null);
}

function formatFigures(figures: RecordedRate): string {
  const { wordsPerMinute, withPauses, pause, learned, cases, cues, predicted, seconds } = figures;
  const rows: [string, string][] = [["rate", `${wordsPerMinute} words a minute`]];
  if (pause !== null) rows.push(["", `${withPauses} with the pauses in it`]);
  if (pause !== null && cases !== null) {
    for (const kind of PAUSE_KINDS) {
      const from = learned.includes(kind)
        ? `from ${cases[kind]} cues`
        : `as it was: ${cases[kind]} cues tell too little`;
      rows.push([kind, `${pause[kind]} s, ${from}`]);
    }
  }
  if (cues !== null) {
    const left = `${cues.leftOut} left out (${formatDuration(cues.secondsLeftOut)})`;
    rows.push(["cues", `${cues.used} used${cues.leftOut === 0 ? "" : `, ${left}`}`]);
  }
  if (predicted !== null)
    rows.push(["length", `${formatDuration(predicted)} by these, ${formatDuration(seconds)} recorded`]);
  return rows.map(([name, text]) => `${name.padEnd(10)}${text}\n`).join("");
}

function describeJson(figures: RecordedRate) {
  const { cues } = figures;
  return {
    episode: figures.episode,
    words: figures.words,
    seconds: roundTenth(figures.seconds),
    wordsPerMinute: figures.wordsPerMinute,
    wordsPerMinuteWithPauses: figures.withPauses,
    pause: figures.pause,
    learned: ["wordsPerMinute", ...figures.learned.map((kind) => `pause.${kind}`)],
    cases: figures.cases,
    cues: cues && { ...cues, secondsLeftOut: roundTenth(cues.secondsLeftOut) },
    predicted: figures.predicted === null ? null : roundTenth(figures.predicted),
  };
}

function describeChanges({ wordsPerMinute, learned, pause }: RecordedRate): string {
  const pauses = learned.map((kind) => `${kind} ${pause?.[kind]} s`).join(", ");
  return `${wordsPerMinute} words a minute${pauses === "" ? "" : ` and the pauses ${pauses}`}`;
}

/**
 * Writes the figures into roundup.yaml and gives its path. A first host's own rate stays the one that counts:
 * in roundup.yaml it is the one that is written; in episode.md, `hosts`, nothing is, by a UserError.
 */
async function save(
  session: Session,
  { root, show }: LoadedShow,
  figures: RecordedRate,
  hosts: readonly Host[] | null,
  script: Script | null,
): Promise<string> {
  const path = join(root, "roundup.yaml");
  const shown = relativePath(path, session.cwd);
  const own = hosts?.[0];
  if (own && own.wordsPerMinute !== null) {
    const file = relativePath(join(root, script?.episode.note.file ?? ""), session.cwd);
    throw new UserError(
      `Nothing was written: ${file} gives ${own.name} a rate of their own (${own.wordsPerMinute}), which wins over roundup.yaml`,
      `Set wordsPerMinute there to ${figures.wordsPerMinute}.`,
    );
  }
  const hostHasRate = hosts === null && (show.hosts[0]?.wordsPerMinute ?? null) !== null;
  const rateAt: ScalarPath = hostHasRate
    ? ["show", "host", 0, "wordsPerMinute"]
    : ["reading", "wordsPerMinute"];
  const changes: [ScalarPath, number][] = [
    [rateAt, figures.wordsPerMinute],
    ...figures.learned.map((kind): [ScalarPath, number] => [
      ["reading", "pause", kind],
      figures.pause?.[kind] ?? 0,
    ]),
  ];
  const { file, problems } = await readInputFile(root, "roundup.yaml");
  session.report(problems, root);
  const written = file && decodeAsWritten(file.bytes);
  const text = changes.reduce<string | null>(
    (edited, [at, value]) => (edited === null ? null : setYamlScalar(edited, at, value)),
    written ?? "",
  );
  if (problems.length > 0 || text === null || !isWritten(text, changes)) {
    const lines = changes.map(([at, value]) => `${at.join(".")}: ${value}`).join(", ");
    throw new UserError(
      `Could not write into ${shown} without changing more of it`,
      `Set by hand: ${lines}.`,
    );
  }
  await session.finish(async () => {
    if (file !== null) await replaceFile(path, text);
    else if (!(await writeNewFile(path, text)))
      throw new UserError(`There is a file ${shown} already`, "Run the command again.");
  });
  return shown;
}

/** True if the text, read as a show, gives exactly these numbers. */
function isWritten(text: string, changes: readonly (readonly [ScalarPath, number])[]): boolean {
  const { show } = parseShow(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), null);
  return (
    show !== null &&
    changes.every(([path, value]) => {
      if (path[0] === "show") return show.hosts[0]?.wordsPerMinute === value;
      const kind = PAUSE_KINDS.find((one) => one === path[2]);
      return (kind ? show.reading.pause[kind] : show.reading.wordsPerMinute) === value;
    })
  );
}
