/** What a reader made of a text. `unread` is a value: a person's words are never an error. */
export type Reading<T> = { readonly kind: "read"; readonly value: T } | { readonly kind: "unread" };

export const UNREAD: { readonly kind: "unread" } = { kind: "unread" };

export function read<T>(value: T): Reading<T> {
  return { kind: "read", value };
}
