// The folder templates/ -> two modules of the program: the compiled templates and their texts.
// Used alike by the bundler and by the tests, so that both run the same templates.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The source of `virtual:templates` or `virtual:template-sources`, or null for another name. */
export function writeTemplateModule(name, folder, precompileTemplate) {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .sort();
  const read = (file) => readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n");
  if (name === "virtual:templates") {
    const entries = files.map((file) => `${JSON.stringify(file)}: ${precompileTemplate(file, read(file))}`);
    return `export const specs = {\n${entries.join(",\n")}\n};\n`;
  }
  if (name === "virtual:template-sources") {
    return `export const sources = ${JSON.stringify(Object.fromEntries(files.map((file) => [file, read(file)])))};\n`;
  }
  return null;
}
