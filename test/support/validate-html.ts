// A page or a fragment -> what html-validate has against it, by the presets that all pages are held to.

import { HtmlValidate } from "html-validate";

const PRESETS = [
  "html-validate:recommended",
  "html-validate:standard",
  "html-validate:a11y",
  "html-validate:document",
];

// A title may be as long as its author likes; 70 characters is advice for search engines.
const OF_AUTHORS = { "long-title": "off" } as const;

/** What html-validate has against a text, a line each; some rules may be off. */
export function validateHtml(html: string, rules: Readonly<Record<string, "off">> = {}): string[] {
  const reader = new HtmlValidate({
    root: true,
    extends: PRESETS,
    elements: ["html5"],
    rules: { ...OF_AUTHORS, ...rules },
  });
  const { results } = reader.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
  );
}
