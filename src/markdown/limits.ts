// Markdown text -> the reasons why it is not to be parsed, found by plain scans in linear time.
// A few kilobytes of hostile marks keep a markdown parser busy for minutes or exhaust its stack.

import { makeError, type Problem } from "../problem.ts";

/** The most of each thing that is parsed; ordinary notes stay a hundredfold below. */
export const LIMITS = {
  bytes: 256 * 1024,
  lines: 4_000,
  lineLength: 20_000,
  containerMarks: 16,
  containerMarksInText: 2_000,
  indentation: 128,
  brackets: 32,
  run: 32,
  blankLines: 100,
  depth: 16,
} as const;

/** What is counted in one paragraph (lines with no empty line between) and in one file. */
const COUNTS: readonly (readonly [marks: string, paragraph: number, file: number, name: string])[] = [
  ["*_~", 2_000, 8_000, "emphasis marks"],
  ["[", 1_000, 4_000, "square brackets"],
  ["<", 500, 4_000, "“<” marks"],
  ["`", 1_000, 20_000, "backticks"],
  ["@", 1_000, 4_000, "“@” marks"],
  ["&", 5_000, 20_000, "“&” marks"],
  ["\\", 5_000, 20_000, "backslashes"],
  ["|", 2_000, 10_000, "“|” marks"],
];

/** The parser looks to the end of a run of letters from every start of an address in it. */
const ADDRESSES = { start: /www\.|https?:\/\/|mailto:|xmpp:/gi, run: 16, file: 4_000 };

const RUN_MARKS = /[*_~[\]!<]{33}|`{33}/;
const LONE_MARKS = /^[ \t>]*([*_~[\]!<`])(?:\1|[ \t])*$/;
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const CONTAINER_MARK = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const RULE_ID = "markdown-limit";

/** Checks a text of the file against the limits; `firstLine` is the line of the file at which it begins. */
export function checkLimits(file: string, text: string, firstLine: number): Problem[] {
  const problems: Problem[] = [];
  const report = (line: number, what: string): void => {
    problems.push(makeError(file, { line, column: 1 }, RULE_ID, `${what}; the text is not read`));
  };
  if (text.length > LIMITS.bytes || new TextEncoder().encode(text).length > LIMITS.bytes) {
    report(firstLine, "The text is over 256 KiB: divide it");
    return problems;
  }
  const lines = text.split("\n");
  if (lines.length > LIMITS.lines) {
    report(firstLine + LIMITS.lines, `There are over ${LIMITS.lines} lines: divide the text`);
    return problems;
  }
  lines.forEach((line, index) => {
    const fault = findLineFault(line);
    if (fault) report(firstLine + index, fault);
  });
  if (countAddresses(text) > ADDRESSES.file)
    report(firstLine, `There are over ${ADDRESSES.file} addresses in one text: divide it`);
  checkContainers(lines, (index, what) => report(firstLine + index, what));
  checkParagraphs(lines, (index, what) => report(firstLine + index, what));
  return problems;
}

/** An error for text whose blocks stand too deep in one another. */
export function makeDepthError(file: string, line: number): Problem {
  const text = `More than ${LIMITS.depth} quotations and lists in one another: take some away; the text is not read`;
  return makeError(file, { line, column: 1 }, RULE_ID, text);
}

function findLineFault(line: string): string | null {
  if (line.length > LIMITS.lineLength) return `The line is over ${LIMITS.lineLength} characters: divide it`;
  if (line.trim() !== "" && measureIndentation(line) > LIMITS.indentation)
    return `The line is set in by more than ${LIMITS.indentation} columns: set it in by fewer`;
  if (!RULE.test(line) && countContainerMarks(line) > LIMITS.containerMarks)
    return `More than ${LIMITS.containerMarks} marks of quotations and lists begin the line: take some away`;
  if (RUN_MARKS.test(line) && !LONE_MARKS.test(line))
    return `More than ${LIMITS.run} marks stand together: take some away`;
  if (line.length > 64 && line.split(/[ \t]/).some((word) => countAddresses(word) > ADDRESSES.run))
    return `More than ${ADDRESSES.run} addresses run together: put blanks between them`;
  return null;
}

function countAddresses(text: string): number {
  return text.match(ADDRESSES.start)?.length ?? 0;
}

function measureIndentation(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === " ") columns += 1;
    else if (character === "\t") columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

function countContainerMarks(line: string): number {
  CONTAINER_MARK.lastIndex = 0;
  let count = 0;
  while (count <= LIMITS.containerMarks && CONTAINER_MARK.test(line)) count += 1;
  return count;
}

function checkContainers(lines: readonly string[], report: (index: number, what: string) => void): void {
  let marks = 0;
  const over = lines.findIndex((line) => {
    if (!RULE.test(line)) marks += countContainerMarks(line);
    return marks > LIMITS.containerMarksInText;
  });
  if (over >= 0)
    report(over, `Over ${LIMITS.containerMarksInText} marks of quotations and lists in one text: divide it`);
}

function checkParagraphs(lines: readonly string[], report: (index: number, what: string) => void): void {
  const inFile = COUNTS.map(() => 0);
  let inParagraph = COUNTS.map(() => 0);
  let depth = 0;
  let blank = 0;
  lines.forEach((line, index) => {
    blank = line.trim() === "" ? blank + 1 : 0;
    if (blank === LIMITS.blankLines + 1)
      report(index, `Over ${LIMITS.blankLines} empty lines together: take some away`);
    if (blank > 0) {
      inParagraph = COUNTS.map(() => 0);
      depth = 0;
      return;
    }
    const deepest = nestBrackets(line, depth);
    depth = deepest.after;
    if (deepest.most > LIMITS.brackets) {
      report(index, `More than ${LIMITS.brackets} square brackets in one another: take some away`);
      depth = 0;
    }
    COUNTS.forEach(([marks, paragraph, file, name], which) => {
      const found = countMarks(line, marks);
      const before = [inParagraph[which] ?? 0, inFile[which] ?? 0] as const;
      inParagraph[which] = before[0] + found;
      inFile[which] = before[1] + found;
      if (before[0] <= paragraph && before[0] + found > paragraph)
        report(index, `Over ${paragraph} ${name} in one paragraph: divide it with an empty line`);
      if (before[1] <= file && before[1] + found > file)
        report(index, `Over ${file} ${name} in one text: divide it`);
    });
  });
}

function nestBrackets(line: string, before: number): { readonly most: number; readonly after: number } {
  let depth = before;
  let most = before;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (character === "\\") index += 1;
    else if (character === "[") depth += 1;
    else if (character === "]") depth = Math.max(0, depth - 1);
    if (depth > most) most = depth;
  }
  return { most, after: depth };
}

function countMarks(line: string, marks: string): number {
  let count = 0;
  for (const mark of marks) count += line.split(mark).length - 1;
  return count;
}
