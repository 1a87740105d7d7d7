// The source of a template -> its compiled form, as code. Loaded to build the program, and for a show's own
// templates, since the compiler of Handlebars is most of its weight.

import Handlebars from "handlebars";
import { TemplateError } from "./template-error.ts";

/**
 * Compiles a template to JavaScript. The ending of the document's name decides the escaping: HTML in
 * `.html.hbs`, none elsewhere, where the data comes written for its kind. No helper but Handlebars' own;
 * a value that is not there is an error. Throws a TemplateError with the line.
 */
export function precompileTemplate(name: string, source: string): string {
  try {
    return String(
      Handlebars.precompile(source, {
        strict: true,
        knownHelpersOnly: true,
        noEscape: !name.endsWith(".html.hbs"),
        preventIndent: true,
      }),
    );
  } catch (error) {
    throw new TemplateError(name, error);
  }
}

/** Compiles a show's own template, which is trusted as its configuration is. */
export function compileTemplate(name: string, source: string): object {
  return new Function(`return ${precompileTemplate(name, source)}`)() as object;
}
