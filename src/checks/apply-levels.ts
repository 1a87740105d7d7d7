// Problems and the show's `checks` -> the same problems, each as strict as the show wants.

import type { Problem } from "../problem.ts";
import type { CheckLevel } from "../show.ts";

/** Warnings are dropped or made errors as the show says; an error of the format stays one. */
export function applyLevels(
  problems: readonly Problem[],
  levels: Readonly<Record<string, CheckLevel>>,
): Problem[] {
  return problems.flatMap((problem) => {
    const level = Object.hasOwn(levels, problem.rule) ? levels[problem.rule] : undefined;
    if (problem.severity === "error" || level === undefined || level === "warn") return problem;
    return level === "off" ? [] : { ...problem, severity: "error" };
  });
}
