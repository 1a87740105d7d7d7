/** The source of `virtual:templates` or `virtual:template-sources`, or null for another name. */
export function writeTemplateModule(
  name: string,
  folder: string,
  precompileTemplate: (name: string, source: string) => string,
): string | null;
