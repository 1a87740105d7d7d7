// An address in frontmatter -> a warning where it holds a name or a password, which never comes out.

import { makeWarning, type Problem } from "../problem.ts";
import { readAddress } from "./address.ts";
import type { ValuePath, YamlFile } from "./parse-yaml.ts";

/** One warning if the address at a path holds credentials, else none; nothing of them is in its text. */
export function warnCredentials(yaml: YamlFile, path: ValuePath, address: string | undefined): Problem[] {
  if (address === undefined || !readAddress(address)?.hadCredentials) return [];
  const field = path.filter((part) => typeof part === "string").join(".");
  const text = `Unexpected name or password in ${field}, expected none: it is left out; delete it from the file`;
  return [makeWarning(yaml.file, yaml.placeOf(path), "address-credentials", text)];
}
