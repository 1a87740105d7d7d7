// A document: what a renderer returns and what one place, io/write-documents.ts, writes.
// Renderers stay pure because a document is a value, not a file.

/** A rendered file not yet written: a plain file name and its text, written as UTF-8, or its bytes. */
export interface Document<Content extends string | Uint8Array = string> {
  readonly name: string;
  readonly content: Content;
}
