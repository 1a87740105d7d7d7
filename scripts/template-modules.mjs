// The folder templates/ -> three modules of the program: the compiled templates, their texts, and the scripts of pages.
// Used alike by the bundler and by the tests, so that both run the same templates.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The source of `virtual:templates`, `virtual:template-sources` or `virtual:page-scripts`, or null for another name. */
export function writeTemplateModule(name, folder, precompileTemplate) {
  const list = (ending) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(ending))
      .sort();
  const files = list(".hbs");
  const read = (file) => readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n");
  if (name === "virtual:templates") {
    const entries = files.map((file) => `${JSON.stringify(file)}: ${precompileTemplate(file, read(file))}`);
    return `export const specs = {\n${entries.join(",\n")}\n};\n`;
  }
  if (name === "virtual:page-scripts") {
    const scripts = list(".js").map((file) => [file, describeScript(file, read(file))]);
    return `export const scripts = ${JSON.stringify(Object.fromEntries(scripts))};\n`;
  }
  if (name === "virtual:template-sources") {
    return `export const sources = ${JSON.stringify(Object.fromEntries(files.map((file) => [file, read(file)])))};\n`;
  }
  return null;
}

/** The code of a page's script, and the digest by which the page's security policy allows it and no other. */
function describeScript(file, code) {
  if (/<\/script|<!--/i.test(code)) throw new Error(`templates/${file} holds what would end its element`);
  return { code, hash: `sha256-${createHash("sha256").update(code, "utf8").digest("base64")}` };
}
