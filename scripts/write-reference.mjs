// Writes the generated documents: docs/commands.md, docs/keys.md and schemas/*.json.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadTypescript, root, templatePlugin } from "./load-typescript.mjs";

const { writeReference } = await loadTypescript("scripts/reference.ts", [await templatePlugin()]);
for (const [path, text] of Object.entries(writeReference())) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
