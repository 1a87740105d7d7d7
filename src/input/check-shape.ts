// Plain data and a schema -> complete typed data, or a problem with its place for each thing that is off.
// The schema is the one place where a key is described; its faults are worded here for an author.

import type { z } from "zod";
import { makeError, makeWarning, nearestWord, type Problem } from "../problem.ts";
import type { ValuePath, YamlFile } from "./parse-yaml.ts";

type Issue = z.core.$ZodIssue;

/** The data as the schema gives it, or null where there is an error. */
export interface Shape<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/**
 * Checks a file's data. An unknown key is a warning that names the nearest known one, and is left out;
 * anything else that is off is an error.
 */
export function checkShape<T>(yaml: YamlFile, schema: z.ZodType<T>): Shape<T> {
  const problems: Problem[] = [...yaml.problems];
  const data: unknown = structuredClone(yaml.value ?? {});
  for (let round = 0; round < 3; round += 1) {
    const result = schema.safeParse(data);
    if (result.success) return { value: result.data, problems };
    const issues = result.error.issues.flatMap((issue) => flattenIssue(issue, []));
    for (const issue of issues) {
      if (issue.code !== "unrecognized_keys") continue;
      for (const key of issue.keys) {
        problems.push(warnUnknownKey(yaml, schema, [...issue.path, key] as ValuePath));
        removeAt(data, [...issue.path, key] as ValuePath);
      }
    }
    const errors = issues.filter((issue) => issue.code !== "unrecognized_keys");
    if (errors.length > 0) {
      return {
        value: null,
        problems: [...problems, ...errors.map((issue) => describeIssue(yaml, issue, data))],
      };
    }
  }
  throw new Error(`the shape of ${yaml.file} does not settle`);
}

/** A union's issue -> those of the branch that the author most likely meant: the one that got deepest. */
function flattenIssue(issue: Issue, prefix: readonly PropertyKey[]): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ ...issue, path }];
  const branches = issue.errors.map((branch) => branch.flatMap((inner) => flattenIssue(inner, path)));
  const rank = (branch: Issue[]) =>
    branch.every((inner) => inner.code === "unrecognized_keys")
      ? Number.POSITIVE_INFINITY
      : Math.min(...branch.map((inner) => inner.path.length + (inner.code === "invalid_type" ? 0 : 0.5)));
  return branches.reduce((best, branch) => (rank(branch) > rank(best) ? branch : best));
}

function warnUnknownKey(yaml: YamlFile, schema: z.ZodType, path: ValuePath): Problem {
  const key = String(path.at(-1));
  const known = knownKeys(schema, path.slice(0, -1));
  const near = nearestWord(key, known);
  const advice = near ? `did you mean ${near}?` : `expected one of ${known.join(", ")}`;
  return makeWarning(
    yaml.file,
    yaml.placeOfKey(path),
    "unknown-key",
    `Unexpected key ${show(key)}: ${advice}`,
  );
}

/** The keys that a schema knows at a path, through lists, unions and wrappers. */
function knownKeys(schema: unknown, path: ValuePath): string[] {
  const definition = (schema as z.core.$ZodType | undefined)?._zod.def as
    | {
        type: string;
        shape?: object;
        element?: unknown;
        innerType?: unknown;
        options?: unknown[];
        in?: unknown;
      }
    | undefined;
  if (!definition) return [];
  if (definition.options) return definition.options.flatMap((option) => knownKeys(option, path));
  if (definition.innerType) return knownKeys(definition.innerType, path);
  if (definition.in) return knownKeys(definition.in, path);
  const [head, ...rest] = path;
  if (definition.element && typeof head === "number") return knownKeys(definition.element, rest);
  if (!definition.shape) return [];
  if (head === undefined) return Object.keys(definition.shape);
  if (!Object.hasOwn(definition.shape, String(head))) return [];
  return knownKeys((definition.shape as Record<string, unknown>)[String(head)], rest);
}

function describeIssue(yaml: YamlFile, issue: Issue, data: unknown): Problem {
  const path = issue.path as ValuePath;
  const field = fieldName(path);
  const value = valueAt(data, path);
  const expected = expectedWords(issue);
  if (path.length === 0) {
    const wanted =
      issue.code === "invalid_type" && issue.expected === "array"
        ? "a list"
        : 'keys and values, such as "title: A title"';
    const text = `Unexpected ${kindOf(value)}, expected ${wanted}`;
    return makeError(yaml.file, yaml.placeOf(path), "wrong-type", text);
  }
  if (value === undefined) {
    const text = `${field} is missing, expected ${expected}: add "${String(path.at(-1))}:" and a value`;
    return makeError(yaml.file, yaml.placeOf(path), "missing-key", text);
  }
  if (value === null || value === "") {
    const text = `${field} has no value, expected ${expected}`;
    return makeError(yaml.file, yaml.placeOfKey(path), "missing-key", text);
  }
  const isUnquoted = expected === "text" && (typeof value === "number" || typeof value === "boolean");
  const isQuoted = /number/.test(expected) && typeof value === "string" && /^[\d.]+$/.test(value);
  const advice = isUnquoted ? ": put quotes round it" : isQuoted ? ": take the quotes away" : "";
  const text = `Unexpected ${kindOf(value)} for ${field}, expected ${expected}${advice}`;
  return makeError(
    yaml.file,
    yaml.placeOf(path),
    issue.code === "invalid_type" ? "wrong-type" : "bad-value",
    text,
  );
}

/** The schema's own message where it has one ("expected …" is put before it), else its type in words. */
function expectedWords(issue: Issue): string {
  if (!/^(?:Invalid|Too) /.test(issue.message)) return issue.message;
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") {
    const words: Record<string, string> = {
      string: "text",
      number: "a number",
      int: "a whole number",
      boolean: "true or false",
      array: "a list",
      object: "keys and values",
      record: "keys and values",
    };
    return words[issue.expected] ?? issue.expected;
  }
  if (issue.code === "too_small" && issue.origin === "array") return "a list with something in it";
  if (issue.code === "too_small") return `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`;
  if (issue.code === "too_big") return `${issue.maximum} at the most`;
  return issue.message;
}

/** `["sources", 0, "url"]` as an author says it: `sources.url`. */
function fieldName(path: ValuePath): string {
  return path.filter((part) => typeof part === "string").join(".") || "an item of the list";
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (value === undefined || value === null) return "emptiness";
  if (typeof value === "object") return "keys and values";
  return show(String(value));
}

/** A value in quotes, cut to what fits a message, without a password that an address may hold. */
function show(value: string): string {
  const safe = value.replace(/\/\/[^/\s]*@/g, "//…@");
  return `"${safe.length > 60 ? `${[...safe].slice(0, 60).join("")}…` : safe}"`;
}

function valueAt(data: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string, unknown>)[part]
        : undefined,
    data,
  );
}

function removeAt(data: unknown, path: ValuePath): void {
  const parent = valueAt(data, path.slice(0, -1));
  if (parent && typeof parent === "object") delete (parent as Record<string, unknown>)[String(path.at(-1))];
}
