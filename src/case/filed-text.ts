import type { DialogState } from "../dialog/dialog.js";

export interface Filed {
  readonly reference: string;
  /** Milliseconds since 1970. */
  readonly filedAt: number;
  readonly dialog: DialogState;
}

/**
 * What was handed in, as the bytes (UTF-8) the proof's sha-256 is of: JSON with its keys in this order. Another order
 * or another key is another `form`, or old proofs would not hold any more.
 */
export function filedText({ reference, filedAt, dialog }: Filed): string {
  const answers = dialog.answers.map(({ step, value, from }) => ({ step, value, from }));
  return JSON.stringify({ form: 1, reference, filedAt, dialog: dialog.dialog, version: dialog.version, answers });
}
