import { createHash } from "node:crypto";
import type { AuditRow } from "./staff-store.js";

/** What the first row is chained to. */
export const AUDIT_START = "0".repeat(64);

/** The row's place in the chain: changes when anything in it or before it changes. */
export function chainHash(before: string, { seq, at, actor, action, object, peer, detail, outcome }: Omit<AuditRow, "hash">): string {
  const fields = Object.entries(detail).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([before, seq, at, actor, action, object, peer, fields, outcome]))
    .digest("hex");
}

export type ChainVerdict =
  | { readonly kind: "whole"; readonly rows: number; readonly head: string }
  /** `seq`: the first row that does not follow from the one before. */
  | { readonly kind: "broken"; readonly seq: number };

/** Follows the chain from its start. A tail that was cut off shows only against a head noted elsewhere. */
export async function verifyAudit(readAfter: (after: number, limit: number) => Promise<readonly AuditRow[]>): Promise<ChainVerdict> {
  let [rows, head] = [0, AUDIT_START];
  for (;;) {
    const page = await readAfter(rows, 1_000);
    if (page.length === 0) return { kind: "whole", rows, head };
    for (const row of page) {
      if (row.seq !== rows + 1 || chainHash(head, row) !== row.hash) return { kind: "broken", seq: rows + 1 };
      [rows, head] = [row.seq, row.hash];
    }
  }
}
