// A paragraph of a note -> whether it speaks to a model, and not to a listener.

/** True for text that gives a model orders or pretends to be one: nothing may rest on it. */
export function addressesModel(_text: string): boolean {
  return false;
}
