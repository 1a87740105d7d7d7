import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { writeTemplateModule } from "./scripts/template-modules.mjs";
import { precompileTemplate } from "./src/compile-template.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };

export default defineConfig({
  define: { ROUNDUP_VERSION: JSON.stringify(version) },
  // As the bundle has it: scripts/bundle.mjs says why.
  resolve: { alias: { pdfkit: `${root}node_modules/pdfkit/js/pdfkit.browser.mjs` } },
  plugins: [
    {
      name: "templates",
      resolveId: (id: string) => (id.startsWith("virtual:") ? `\0${id}` : null),
      load: (id: string) =>
        id.startsWith("\0virtual:")
          ? writeTemplateModule(id.slice(1), `${root}templates`, precompileTemplate)
          : null,
    },
  ],
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/build-program.ts",
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
