// The files of a bundle -> the licences of the packages that it holds, as their licences ask.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One text with the name, version, licence and notice of each bundled package, by name. */
export function collectNotices(root, inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  const notices = [...folders].map((folder) => {
    const path = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    const file = readdirSync(path).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    const text = file && existsSync(join(path, file)) ? readFileSync(join(path, file), "utf8").trim() : "";
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `roundup holds code of these packages.\n\n${notices.sort().join(`\n${"-".repeat(72)}\n\n`)}`;
}
