// src/ and templates/ -> dist/roundup.js and the files that it loads only when wanted; also the notices of
// the packages that are bundled. Run by `npm ci` through the script `prepare`.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { collectNotices } from "./collect-notices.mjs";
import { writeTemplateModule } from "./template-modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const { precompileTemplate } = await importTypescript(join(root, "src/compile-template.ts"));

const templates = {
  name: "templates",
  setup(builder) {
    builder.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "virtual" }));
    builder.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({
      contents: writeTemplateModule(path, join(root, "templates"), precompileTemplate),
      loader: "js",
    }));
  },
};

const result = await build({
  entryPoints: { roundup: join(root, "src/roundup.ts") },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minify: true,
  keepNames: false,
  legalComments: "none",
  metafile: true,
  define: { ROUNDUP_VERSION: JSON.stringify(version), "process.env.NODE_ENV": '"production"' },
  banner: {
    js: 'import{createRequire as makeRequire}from"node:module";const require=makeRequire(import.meta.url);',
  },
  chunkNames: "[name]-[hash]",
  plugins: [templates],
  logLevel: "warning",
});
writeFileSync(join(dist, "NOTICES.txt"), collectNotices(root, Object.keys(result.metafile.inputs)));

/** Loads a TypeScript module of ours in this process; Node 20 reads none itself. */
async function importTypescript(path) {
  const file = join(dist, ".build-step.mjs");
  await build({
    entryPoints: [path],
    outfile: file,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
  const module = await import(pathToFileURL(file).href);
  rmSync(file);
  return module;
}
