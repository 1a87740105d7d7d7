// What Handlebars throws -> the template, its line and words that help.

/** A fault in a template: where it is, and what is wrong. */
export class TemplateError extends Error {
  readonly template: string;
  readonly line: number | null;
  readonly column: number | null;
  constructor(template: string, cause: unknown) {
    const fault = cause as { message?: string; lineNumber?: number; column?: number };
    const message = fault.message ?? String(cause);
    super(describeFault(message), { cause });
    this.name = "TemplateError";
    this.template = template;
    // A parse error tells its line only in its text; its count is right, its column is of the excerpt.
    const line = /^Parse error on line (\d+)/.exec(message)?.[1];
    this.line = fault.lineNumber ?? (line === undefined ? null : Number(line));
    this.column = fault.lineNumber === undefined ? null : (fault.column ?? 0) + 1;
  }
}

/** Handlebars' words, on one line and without its excerpt. */
function describeFault(message: string): string {
  const missing = /^"?([^"]+)"? not defined in/.exec(message)?.[1];
  if (missing) return `Unexpected {{${missing}}}, expected a value that the document has`;
  if (/knownHelpersOnly/.test(message)) {
    const helper = /unknown helper (\S+)/.exec(message)?.[1] ?? "";
    return `Unexpected helper ${helper}, expected one of if, unless, each, with, lookup`;
  }
  const [first = "", ...rest] = message.split("\n");
  const got = /got '([^']+)'/.exec(rest.join(" "))?.[1];
  if (/^Parse error/.test(first)) {
    return `The template cannot be read here${got === "EOF" ? ": a block is never closed" : ""}; see ${rest[0]?.trim().slice(-40) ?? "the line"}`;
  }
  return first.replace(/ - \d+:\d+$/, "");
}
