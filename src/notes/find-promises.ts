// stub
export interface Promised {
  readonly date: string;
  readonly about: string;
  readonly sentence: string;
}
export function findPromises(_text: string, _published: string | null): Promised[] {
  return [];
}
