// Text -> its SHA-256 digest, by which a text is known again.

import { createHash } from "node:crypto";

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function digestText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
