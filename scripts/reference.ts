// The command tree and the schemas -> the generated parts of the documentation: docs/commands.md,
// docs/keys.md and schemas/*.json. A test fails when one of them is stale; `npm run reference` writes them.

import type { Argument, Command, Option } from "commander";
import { makeProgram } from "../src/cli.ts";
import { SCHEMA_NAMES, writeSchema } from "../src/commands/schema.ts";

const MADE = "<!-- Made by `npm run reference`; edit the source, not this file. -->";

/** The generated files by path from the top of the repository. */
export function writeReference(): Record<string, string> {
  return {
    "docs/commands.md": writeCommands(makeProgram(() => undefined) as unknown as Command),
    "docs/keys.md": writeKeyTables(),
    ...Object.fromEntries(SCHEMA_NAMES.map((name) => [`schemas/${name}.schema.json`, writeSchema(name)])),
  };
}

function writeCommands(program: Command): string {
  const globals = program.options.filter((option) => option.long !== "--version");
  const sections = listLeaves(program).map(({ command, words }) => {
    const example = readExample(command);
    return [
      `## ${words}`,
      showPaths(command.description()),
      `    ${words} ${writeUsage(command)}`.trimEnd(),
      ...table(["argument", "what it is"], command.registeredArguments.map(describeArgument)),
      ...table(["option", "what it does"], command.options.map(describeOption)),
      ...(example ? ["Example:", `    ${example}`] : []),
    ].join("\n\n");
  });
  const everywhere = [
    "## Everywhere",
    ...table(["option", "what it does"], globals.map(describeOption)),
  ].join("\n\n");
  return `${MADE}\n\n# Commands\n\n${[...sections, everywhere].join("\n\n")}\n`;
}

function listLeaves(program: Command, words = program.name()): { command: Command; words: string }[] {
  return program.commands.flatMap((command) => {
    const own = `${words} ${command.name()}`;
    return command.commands.length > 0 ? listLeaves(command, own) : [{ command, words: own }];
  });
}

function writeUsage(command: Command): string {
  const args = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? "…" : "");
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [...args, ...(command.options.length > 0 ? ["[options]"] : [])].join(" ");
}

/** The line under "Example:" in a command's help. */
function readExample(command: Command): string | undefined {
  let help = "";
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  return /Example:\n\s+(.+)/.exec(help)?.[1];
}

function describeArgument(argument: Argument): [string, string] {
  const choices = argument.argChoices ? `: ${argument.argChoices.join(", ")}` : "";
  return [`\`${argument.name()}\``, argument.description + choices];
}

function describeOption(option: Option): [string, string] {
  return [`\`${option.flags}\``, showPaths(option.description)];
}

/** Paths with a part in angle brackets as code, since markdown would take the part for HTML. */
function showPaths(text: string): string {
  return text.replace(/<!--.*?-->|[^\s`]*<\w+>[^\s`]*[^\s`.,;:]|[^\s`]*<\w+>/g, "`$&`");
}

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

function writeKeyTables(): string {
  const names = SCHEMA_NAMES.filter((name) => name !== "episode-json");
  const parts = names.map((name) => {
    const schema = JSON.parse(writeSchema(name)) as Schema;
    return [
      `## ${showPaths(schema.title ?? name)}`,
      ...table(["key", "value", "what it is"], listKeys(schema, "")),
    ].join("\n\n");
  });
  return `${MADE}\n\n# Keys\n\nA key in bold is required.\n\n${parts.join("\n\n")}\n`;
}

function listKeys(schema: Schema, path: string): string[][] {
  const object = findObject(schema);
  if (!object?.properties) return [];
  return Object.entries(object.properties).flatMap(([key, field]) => {
    if (field.description === "Reserved.") return [[`\`${path}${key}\``, "", "Reserved."]];
    const name = object.required?.includes(key) ? `**\`${path}${key}\`**` : `\`${path}${key}\``;
    return [[name, describeType(field), field.description ?? ""], ...listKeys(field, `${path}${key}.`)];
  });
}

/** The object with keys in a schema: itself, a list's item, one of several forms, or a map's value. */
function findObject(schema: Schema): Schema | undefined {
  if (schema.properties) return schema;
  if (schema.items) return findObject(schema.items);
  const map =
    typeof schema.additionalProperties === "object" ? findObject(schema.additionalProperties) : undefined;
  return map ?? schema.anyOf?.map(findObject).find((found) => found !== undefined);
}

function describeType(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(", ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map(describeType))].join(" or ");
  if (schema.type === "array") return `list of ${describeType(schema.items ?? {})}`;
  if (schema.type === "object") return "keys";
  const words: Record<string, string> = {
    string: "text",
    number: "number",
    integer: "whole number",
    boolean: "true or false",
  };
  const formats: Record<string, string> = { date: "date", uri: "address" };
  return formats[schema.format ?? ""] ?? words[schema.type ?? ""] ?? "";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;
  return [[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")];
}
