// src/ and templates/ -> dist/roundup.js and the files that it loads only when wanted; also the notices of
// the packages that are bundled. Run by `npm ci` through the script `prepare`. Files that are right already
// are left alone, so that a program in use is not pulled from under its user.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { collectNotices } from "./collect-notices.mjs";
import { root, templatePlugin, version } from "./load-typescript.mjs";

const dist = join(root, "dist");

const result = await build({
  entryPoints: { roundup: join(root, "src/roundup.ts") },
  absWorkingDir: root,
  outdir: dist,
  write: false,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "none",
  metafile: true,
  define: { ROUNDUP_VERSION: JSON.stringify(version), "process.env.NODE_ENV": '"production"' },
  // Packages written for require() find it here.
  banner: {
    js: 'import{createRequire as makeRequire}from"node:module";const require=makeRequire(import.meta.url);',
  },
  chunkNames: "[name]-[hash]",
  plugins: [await templatePlugin(), withoutJsYaml()],
  logLevel: "warning",
});

const files = new Map(result.outputFiles.map((file) => [basename(file.path), file.text]));
files.set("NOTICES.txt", collectNotices(root, Object.keys(result.metafile.inputs)));
mkdirSync(dist, { recursive: true });
for (const [name, text] of files) {
  const path = join(dist, name);
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}
chmodSync(join(dist, "roundup.js"), 0o755);
for (const name of readdirSync(dist)) {
  if (!files.has(name)) rmSync(join(dist, name), { recursive: true });
}

/** gray-matter brings a YAML parser that we never call: `yaml` reads what it splits. It stays out. */
function withoutJsYaml() {
  return {
    name: "without-js-yaml",
    setup(builder) {
      builder.onResolve({ filter: /^js-yaml$/ }, () => ({ path: "js-yaml", namespace: "left-out" }));
      builder.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
        contents: "exports.safeLoad = exports.safeDump = () => { throw new Error('js-yaml is left out'); };",
      }));
    },
  };
}
