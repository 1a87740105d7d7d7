// Modules that the build makes of the folder templates/ (scripts/template-modules.mjs).

declare module "virtual:templates" {
  /** Compiled built-in templates by file name. */
  export const specs: Readonly<Record<string, object>>;
}

declare module "virtual:page-scripts" {
  /** Scripts of pages by file name: the code, and its digest as a security policy names it. */
  export const scripts: Readonly<Record<string, { readonly code: string; readonly hash: string }>>;
}

declare module "virtual:template-sources" {
  /** The text of the built-in templates by file name. */
  export const sources: Readonly<Record<string, string>>;
}

/** The version in package.json. */
declare const ROUNDUP_VERSION: string;
