import type { Row } from "../ask/shapes.js";

/** A row as shown: `gone` once it has left the list while the pointer was on it. */
export interface ShownRow extends Row {
  readonly gone: boolean;
}

export interface Shown {
  readonly rows: readonly ShownRow[];
  /** How many new rows wait until the pointer has left. */
  readonly held: number;
}

/**
 * Nothing moves under the pointer: while it is on the list every row keeps its place, what has left is only greyed and
 * what is new only counted. Otherwise the list is as the server gave it.
 */
export function steady(shown: readonly ShownRow[], fresh: readonly Row[], pointed: boolean): Shown {
  if (!pointed || shown.length === 0) return { rows: fresh.map((row) => ({ ...row, gone: false })), held: 0 };
  const byReference = new Map(fresh.map((row) => [row.reference, row]));
  const rows = shown.map((row) => {
    const now = byReference.get(row.reference);
    return now === undefined ? { ...row, gone: true } : { ...now, gone: false };
  });
  const known = new Set(shown.map(({ reference }) => reference));
  return { rows, held: fresh.filter(({ reference }) => !known.has(reference)).length };
}
