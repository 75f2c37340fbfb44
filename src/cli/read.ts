import { readAmount } from "../reading/read-amount.js";
import { readDate } from "../reading/read-date.js";
import { readDuration } from "../reading/read-duration.js";
import type { Reading } from "../reading/reading.js";

export const READ_KINDS = ["amount", "date", "duration"] as const;
export type ReadKind = (typeof READ_KINDS)[number];

interface ReadBack {
  readonly readBack: string;
}

const NAMES: Readonly<Record<ReadKind, string>> = { amount: "金额", date: "日期", duration: "时长" };

/** What the reader of that kind makes of a text on the Beijing day `today`. Throws a short Chinese reason when it is unread. */
export function readText(
  kind: ReadKind,
  text: string,
  today: string,
): { readonly reading: Reading<unknown>; readonly lines: readonly string[] } {
  switch (kind) {
    case "amount": {
      const reading = readAmount(text);
      return told(kind, reading, reading.kind === "read" ? reading.value : []);
    }
    case "date":
      return single(kind, readDate(text, today));
    case "duration":
      return single(kind, readDuration(text));
  }
}

function single(kind: ReadKind, reading: Reading<ReadBack>) {
  return told(kind, reading, reading.kind === "read" ? [reading.value] : []);
}

function told(kind: ReadKind, reading: Reading<unknown>, values: readonly ReadBack[]) {
  if (reading.kind === "unread") throw new Error(`没有读出${NAMES[kind]}`);
  return { reading, lines: values.map(({ readBack }) => readBack) };
}
