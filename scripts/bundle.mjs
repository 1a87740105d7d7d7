// src/ and templates/ -> dist/roundup.js and the files that it loads only when wanted; also the notices of
// the packages that are bundled, and the fonts of script.pdf. Run by `npm ci` through the script `prepare`. Files that are right already
// are left alone, so that a program in use is not pulled from under its user.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { collectNotices } from "./collect-notices.mjs";
import { root, templatePlugin, version } from "./load-typescript.mjs";

const dist = join(root, "dist");

// The fonts of script.pdf, which travel with the program.
const FONTS = [
  {
    folder: "node_modules/@expo-google-fonts/atkinson-hyperlegible-next",
    files: [
      "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
      "400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf",
      "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
    ],
    file: "LICENSE_FONT",
    licence: "OFL-1.1",
  },
  {
    folder: "node_modules/dejavu-fonts-ttf",
    files: ["ttf/DejaVuSans.ttf"],
    file: "LICENSE",
    licence: "Bitstream Vera and Arev licences",
  },
];

const result = await build({
  // Pages are read in a thread, which starts from a file of its own.
  entryPoints: {
    roundup: join(root, "src/roundup.ts"),
    "read-page-worker": join(root, "src/io/read-in-worker-entry.ts"),
  },
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
  // The edition of pdfkit for browsers reads no file and compresses by itself, alike on every Node.
  alias: { pdfkit: join(root, "node_modules/pdfkit/js/pdfkit.browser.mjs") },
  plugins: [await templatePlugin(), withoutJsYaml()],
  logLevel: "warning",
});

const files = new Map(result.outputFiles.map((file) => [basename(file.path), Buffer.from(file.contents)]));
files.set("NOTICES.txt", Buffer.from(collectNotices(root, Object.keys(result.metafile.inputs), FONTS)));
for (const { folder, files: paths } of FONTS) {
  for (const path of paths) files.set(join("fonts", basename(path)), readFileSync(join(root, folder, path)));
}
mkdirSync(join(dist, "fonts"), { recursive: true });
for (const [name, content] of files) {
  const path = join(dist, name);
  if (!existsSync(path) || !readFileSync(path).equals(content)) writeFileSync(path, content);
}
chmodSync(join(dist, "roundup.js"), 0o755);
for (const name of readdirSync(dist, { recursive: true })) {
  if (name !== "fonts" && !files.has(name)) rmSync(join(dist, name), { recursive: true, force: true });
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
