// The files of a bundle -> the licences of the packages that it holds, as their licences ask.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One text with the name, version, licence and notice of each bundled package, by name. `fonts` are packages
 * of which font files are handed on: their folder, and the file and name of the licence of the fonts.
 */
export function collectNotices(root, inputs, fonts = []) {
  const folders = new Set(inputs.flatMap((input) => findPackage(root, input) ?? []));
  const notices = [...folders].map((folder) => {
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    return writeNotice(join(root, folder), file);
  });
  const ofFonts = fonts.map(({ folder, file, licence }) => writeNotice(join(root, folder), file, licence));
  const all = [...notices, ...ofFonts].sort();
  return `roundup holds code of these packages, and fonts.\n\n${all.join(`\n${"-".repeat(72)}\n\n`)}`;
}

/** The folder of the package that a file belongs to; one that is built into another has no package.json of its own. */
function findPackage(root, input) {
  const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
  if (folder === undefined || existsSync(join(root, folder, "package.json"))) return folder;
  return findPackage(root, folder.slice(0, folder.lastIndexOf("node_modules/")));
}

function writeNotice(path, file, licence) {
  const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  const text = file && existsSync(join(path, file)) ? readFileSync(join(path, file), "utf8").trim() : "";
  return `${name} ${version} (${licence ?? license})\n\n${text}\n`;
}
