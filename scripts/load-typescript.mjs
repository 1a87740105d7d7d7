// A TypeScript module of ours -> the module, loaded in this process; Node 20 reads no TypeScript itself.
// Shared by the bundler and by the script that writes the reference.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { writeTemplateModule } from "./template-modules.mjs";

/** The top of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The version in package.json. */
export const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Bundles a module with its own files, packages left outside, and imports it. */
export async function loadTypescript(path, plugins = []) {
  const file = join(root, "node_modules", `.roundup-${process.pid}-${Date.now()}.mjs`);
  await build({
    entryPoints: [join(root, path)],
    outfile: file,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    define: { ROUNDUP_VERSION: JSON.stringify(version) },
    plugins,
    logLevel: "warning",
  });
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file);
  }
}

/** The plugin that makes the modules `virtual:…` of the folder templates/. */
export async function templatePlugin() {
  const { precompileTemplate } = await loadTypescript("src/compile-template.ts");
  return {
    name: "templates",
    setup(builder) {
      builder.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "virtual" }));
      builder.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({
        contents: writeTemplateModule(path, join(root, "templates"), precompileTemplate),
        loader: "js",
      }));
    },
  };
}
