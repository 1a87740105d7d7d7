// A question and a person at a terminal -> the answer. Loaded only when something is asked.

import { cancel, multiselect, select, text } from "@clack/prompts";
import { Interrupted } from "../problem.ts";

/** Asks for a line of text; `check` says what is wrong with an answer, or undefined. Throws Interrupted at Ctrl-C. */
export async function askText(
  message: string,
  initial: string,
  check: (answer: string) => string | undefined,
): Promise<string> {
  const answer = await text({
    message,
    initialValue: initial,
    validate: (value) => check(value ?? ""),
    output: process.stderr,
  });
  return unlessCancelled(answer);
}

/** Asks for one of several. Throws Interrupted at Ctrl-C. */
export async function askChoice(
  message: string,
  choices: readonly { readonly value: string; readonly label: string }[],
): Promise<string> {
  const answer = await select({
    message,
    options: choices.map((choice) => ({ ...choice })),
    output: process.stderr,
  });
  return unlessCancelled(answer);
}

/** Asks for any of several, none among them. Throws Interrupted at Ctrl-C. */
export async function askSeveral(
  message: string,
  choices: readonly { readonly value: string; readonly label: string }[],
): Promise<readonly string[]> {
  const answer = await multiselect({
    message,
    options: choices.map((choice) => ({ ...choice })),
    required: false,
    output: process.stderr,
  });
  return unlessCancelled(answer);
}

function unlessCancelled<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (typeof answer !== "symbol") return answer as Exclude<Answer, symbol>;
  cancel("Nothing was written.", { output: process.stderr });
  throw new Interrupted();
}
