// Plain data and a template's name -> text. Built-in templates are compiled when the program is built.
// In HTML everything is escaped but what `safeHtml` marks; in other kinds the data comes written for them.

import { specs as builtIn } from "virtual:templates";
import type HandlebarsWhole from "handlebars";
import runtime from "handlebars/runtime.js";
import { TemplateError } from "./template-error.ts";

// The runtime is the whole without its compiler; its own types leave most of it out.
const Handlebars = runtime as unknown as typeof HandlebarsWhole;

/** A compiled template, as Handlebars makes it. */
export type TemplateSpec = object;

/** Templates by file name, such as `transcript.html.hbs`. */
export interface Templates {
  /** Fills a template. Throws a TemplateError with the template's name and line. */
  readonly render: (name: string, data: object) => string;
}

/** HTML that has been made safe; templates put it in as it stands. */
export interface SafeHtml {
  toHTML(): string;
}

/** Marks HTML as safe. */
export function safeHtml(html: string): SafeHtml {
  return new Handlebars.SafeString(html);
}

/** Plain text as a template puts it into HTML. */
export function escapeHtml(text: string): string {
  return Handlebars.escapeExpression(text);
}

/** The names of the built-in templates. */
export function listTemplates(): string[] {
  return Object.keys(builtIn);
}

/** The built-in templates, each replaced by the show's own of the same name. Each is also a partial: `{{> page}}`. */
export function makeTemplates(own: ReadonlyMap<string, TemplateSpec>): Templates {
  const environment = Handlebars.create();
  const compiled = new Map<string, (data: object, options?: object) => string>();
  for (const [name, spec] of [...Object.entries(builtIn), ...own]) {
    const run = environment.template(spec as Parameters<typeof environment.template>[0]);
    compiled.set(name, (data, options) => {
      try {
        return run(data, options);
      } catch (error) {
        throw error instanceof TemplateError ? error : new TemplateError(name, error);
      }
    });
  }
  for (const [name, run] of compiled) {
    const partial = name.replace(/(\.html)?\.hbs$/, "");
    if (partial === "page") environment.registerPartial(partial, run as HandlebarsWhole.Template);
  }
  return {
    render: (name, data) => {
      const run = compiled.get(name);
      if (!run) throw new Error(`there is no template ${name}`);
      return run(data);
    },
  };
}
