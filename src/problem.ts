// Anything wrong with what an author wrote -> a Problem, plain data with its place.
// A UserError stops a command; anything else that is thrown is a fault of the program.

/** How bad a problem is: an error keeps an episode from being written, a warning does not. */
export type Severity = "error" | "warning";

/**
 * Something wrong in an input file.
 * `file` is relative to the show's folder, with `/`; `line` and `column` count from 1 in UTF-16 units
 * of the decoded text, or are null where the problem is the whole file's.
 * `text` is one line: what is wrong, what was expected, what to do.
 */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly severity: Severity;
  readonly rule: string;
  readonly text: string;
}

/** A place in a file, as parsers give it. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Makes an error with its place (null: the whole file). */
export function makeError(file: string, place: Place | null, rule: string, text: string): Problem {
  return { file, line: place?.line ?? null, column: place?.column ?? null, severity: "error", rule, text };
}

/** Makes a warning with its place (null: the whole file). */
export function makeWarning(file: string, place: Place | null, rule: string, text: string): Problem {
  return { ...makeError(file, place, rule, text), severity: "warning" };
}

/** True if any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** Compares two strings by code point, the same on every machine whatever its locale. */
export function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Sorts by file, line, column and rule, and drops repeats, so that every run prints the same. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(
    (a, b) =>
      compareCodePoints(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareCodePoints(a.rule, b.rule) ||
      compareCodePoints(a.text, b.text),
  );
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return !before || JSON.stringify(before) !== JSON.stringify(problem);
  });
}

/**
 * What stops a command and is the user's to mend: no such episode, no show here.
 * `hint` says what to do; `exitStatus` is 1, or 2 where the command line itself is wrong.
 */
export class UserError extends Error {
  readonly hint: string;
  readonly exitStatus: 1 | 2;
  constructor(message: string, hint = "", exitStatus: 1 | 2 = 1) {
    super(message);
    this.name = "UserError";
    this.hint = hint;
    this.exitStatus = exitStatus;
  }
}

/** A person stopped a command at its prompt; its exit status is 130. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}

/**
 * The known word nearest to a mistyped one by edit distance, or null if none is near:
 * at most a third of the longer word's letters may differ.
 */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const longer = Math.min(MAX_COMPARED, Math.max(word.length, candidate.length));
    const limit = Math.max(1, Math.floor(longer / 3));
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The letters of a word that are compared, since the work grows with their square. */
const MAX_COMPARED = 64;

/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
function editDistance(wordA: string, wordB: string): number {
  const a = wordA.slice(0, MAX_COMPARED);
  const b = wordB.slice(0, MAX_COMPARED);
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(distance);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
