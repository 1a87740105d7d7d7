// The scripts of templates/ -> what a page puts in as it stands, loaded only by a page that has one.

import { scripts } from "virtual:page-scripts";
import { type SafeHtml, safeHtml } from "./template.ts";

/** The built-in script of a page, to be put into its template as it stands. */
export interface PageScript {
  readonly code: SafeHtml;
  /** Its digest, as the page's security policy names it. */
  readonly hash: SafeHtml;
}

/** The script of that file name in templates/. No text of an author is in it: data reaches it by attributes. */
export function findPageScript(name: string): PageScript {
  const script = scripts[name];
  if (!script) throw new Error(`there is no script ${name}`);
  return { code: safeHtml(script.code), hash: safeHtml(script.hash) };
}
