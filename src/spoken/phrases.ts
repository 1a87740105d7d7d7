// Names and titles -> phrases as they are said or printed within a sentence.

/** "A", "A and B", "A, B and C". */
export function joinList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** Text as a sentence: a full stop is added where it has no stop of its own. */
export function endSentence(text: string): string {
  return /[.!?…]["”’')\]]*$/.test(text) ? text : `${text}.`;
}
