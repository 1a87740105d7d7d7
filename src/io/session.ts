// The terminal, the clock, the signals and the working directory of one run -> what commands may use of them.

import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import pico from "picocolors";
import { showUnseenCharacters } from "../input/characters.ts";
import { type Problem, sortProblems, UserError } from "../problem.ts";

/** What one run of a command has around it. */
export interface Session {
  readonly cwd: string;
  /** The folder of `--show`, or null to look for the show upwards. */
  readonly showFolder: string | null;
  /** True if a person can be asked: input and talk are on a terminal. */
  readonly isInteractive: boolean;
  readonly colours: Colours;
  /** What was asked for, to standard output. */
  readonly print: (text: string | Uint8Array) => void;
  /** True if standard output is a terminal, which bytes would spoil. */
  readonly printsToTerminal: boolean;
  /** How wide the terminal of the talk is, in characters; 80 where it is none. */
  readonly columns: number;
  /** Talk, to standard error; silent with `--quiet`. */
  readonly say: (text: string) => void;
  /** What kept one of several from being done, to standard error, with `--quiet` too. */
  readonly complain: (about: string, error: UserError) => void;
  /** A line on a terminal that the next one takes the place of, null takes it away; silent elsewhere. */
  readonly progress: (line: string | null) => void;
  /** Problems, to standard error, sorted; paths relative to the working directory. */
  readonly report: (problems: readonly Problem[], root: string) => void;
  /** A command line to type next: these words after `roundup`, and the `--show` that this run was given. */
  readonly command: (words: string) => string;
  /** Work that changes files: a signal that comes meanwhile ends the program when it is done. */
  readonly finish: <T>(work: () => Promise<T>) => Promise<T>;
  /** Today's date in a time zone, YYYY-MM-DD. */
  readonly today: (timezone: string) => string;
}

export type Colours = ReturnType<typeof pico.createColors>;

export interface SessionOptions {
  readonly showFolder: string | null;
  readonly quiet: boolean;
  readonly color: boolean;
}

/** What is being written, which a signal does not cut in two. */
let unfinished: Promise<unknown> = Promise.resolve();

/**
 * Makes SIGINT end the program with 130 and SIGTERM with 143, once what is being written is whole; a second
 * signal ends it at once. A reader that has gone (`| head -1`) ends the talk, not the work.
 */
export function guardProcess(): void {
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => void unfinished.then(() => process.exit(status)));
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      process.exitCode = 1;
      if (stream === process.stdout)
        process.stderr.write(`roundup: Could not print: the system reported ${error.code}.\n`);
    });
  }
}

/** Opens a session on this process. Throws a UserError where the working directory is gone. */
export function openSession(options: SessionOptions): Session {
  const cwd = findWorkingDirectory();
  const colours = pico.createColors(options.color && pico.isColorSupported && process.stderr.isTTY === true);
  return {
    cwd,
    showFolder: options.showFolder,
    isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    colours,
    print: (text) => void process.stdout.write(text),
    printsToTerminal: process.stdout.isTTY === true,
    columns: process.stderr.columns ?? 80,
    say: (text) => {
      if (!options.quiet) process.stderr.write(`${text}\n`);
    },
    complain: (about, error) => {
      process.stderr.write(`${showUnseenCharacters(about)}: ${formatUserError(error)}`);
    },
    progress: (line) => {
      if (options.quiet || process.stderr.isTTY !== true) return;
      const shown = showUnseenCharacters(line ?? "").slice(0, (process.stderr.columns ?? 80) - 1);
      process.stderr.write(`\r\u001B[K${shown}`);
    },
    report: (problems, root) => {
      const lines = sortProblems(problems).map((problem) => formatProblem(problem, root, cwd, colours));
      if (lines.length > 0) process.stderr.write(`${lines.join("\n")}\n`);
    },
    command: (words) =>
      `roundup ${options.showFolder === null ? "" : `--show ${quoteWord(options.showFolder)} `}${words}`,
    finish: (work) => {
      const done = work();
      unfinished = done.catch(() => undefined);
      return done;
    },
    today: (timezone) => formatToday(new Date(), timezone),
  };
}

function findWorkingDirectory(): string {
  try {
    return realpathSync(process.cwd());
  } catch {
    throw new UserError("The folder that you are in is no longer there", "Go to another folder.");
  }
}

/** What stopped a command, as it is printed: `roundup: message.` and the hint beneath. */
export function formatUserError({ message, hint }: UserError): string {
  const lines = [`roundup: ${message.replace(/\.$/, "")}.`, ...(hint === "" ? [] : [hint])];
  return lines.map((line) => `${showUnseenCharacters(line)}\n`).join("");
}

/** A word as a shell takes it, in quotes where it holds more than letters, digits and the marks of a path. */
export function quoteWord(word: string): string {
  return /^[\p{L}\p{M}\p{N}._/:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** `path:line:column: severity: text (rule)`; without a place, `path: severity: text (rule)`. */
export function formatProblem(problem: Problem, root: string, cwd: string, colours: Colours): string {
  const path = showUnseenCharacters(relativePath(`${root}${sep}${problem.file.split("/").join(sep)}`, cwd));
  const place = problem.line === null ? "" : `:${problem.line}:${problem.column ?? 1}`;
  const paint = problem.severity === "error" ? colours.red : colours.yellow;
  const text = showUnseenCharacters(problem.text);
  return `${colours.bold(path + place)}: ${paint(problem.severity)}: ${text} ${colours.dim(`(${problem.rule})`)}`;
}

/** A path relative to the working directory, with `/`, `.` for the directory itself. */
export function relativePath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join("/") || ".";
}

/** The calendar date of an instant in a time zone, written by numbers so that no language matters. */
function formatToday(now: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
