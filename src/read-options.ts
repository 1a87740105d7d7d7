// The words of a command line, as typed -> values, each by a reader that says what it expected.

import { Argument, InvalidArgumentError } from "@commander-js/extra-typings";
import { nearestWord } from "./problem.ts";
import { SCRIPT_FORMATS, type ScriptFormat } from "./render/script-options.ts";

/** An argument that is one of several words. */
export function makeChoice<Usage extends string, const Word extends string>(
  usage: Usage,
  description: string,
  words: readonly Word[],
) {
  return new Argument(usage, description).choices(words).argParser((word: string) => readChoice(word, words));
}

/** One of several words. */
export function readChoice<const Word extends string>(word: string, words: readonly Word[]): Word {
  const found = words.find((one) => one === word);
  if (found === undefined)
    throw new InvalidArgumentError(`Expected one of ${words.join(", ")}.${suggest(word, words)}`);
  return found;
}

/** Formats of the script: some with commas between, each once, or all. */
export function readFormats(value: string): ScriptFormat[] {
  const words = value.split(",").map((word) => readChoice(word.trim(), [...SCRIPT_FORMATS, "all"]));
  return SCRIPT_FORMATS.filter((format) => words.includes("all") || words.includes(format));
}

/** Words with commas between, in small letters. */
export function readWords(value: string): string[] {
  const words = readText(value)
    .split(",")
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== "");
  if (words.length === 0) throw new InvalidArgumentError("Expected names with commas between.");
  return words;
}

/** A temperature of a model. */
export function readTemperature(value: string): number {
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (!(number <= 2)) throw new InvalidArgumentError("Expected a number from 0 to 2.");
  return number;
}

/** Where a story stands in its segment: any number. */
export function readOrder(value: string): number {
  if (!/^-?\d{1,9}(?:\.\d{1,9})?$/.test(value))
    throw new InvalidArgumentError("Expected a number, such as 3 or 2.5.");
  return Number(value);
}

/** A folder, or `-` for standard output. */
export function readOut(value: string): string {
  return value === "-" ? value : readText(value);
}

/** A line that names the nearest of the known words, if any is near. */
export function suggest(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known);
  return near === null ? "" : `\nDid you mean ${near}?`;
}

/** A value: never empty, and never the next option by mistake. */
export function readText(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("Expected a value, not nothing.");
  if (value.startsWith("-")) {
    throw new InvalidArgumentError(
      "Expected a value, not another option; write ./-name for a file of that name.",
    );
  }
  return value;
}
