/**
 * The one way in and out of columns that hold people's words and data: what a matter is about, what was given with an
 * act, messages and notes. Whoever encrypts them does it here.
 */
export function seal(value: unknown): string {
  return JSON.stringify(value);
}

export function unseal<T>(kept: string): T {
  return JSON.parse(kept) as T;
}
