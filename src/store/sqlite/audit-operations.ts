import type Database from "better-sqlite3";
import { AUDIT_START, chainHash } from "../audit-chain.js";
import type { AuditEntry } from "../staff-store.js";
import { prepareAll } from "./prepare.js";
import { auditRowOf, type StoredAudit } from "./staff-rows.js";
import { STAFF_SQL } from "./staff-sql.js";

type Statement = "auditHead" | "addAudit" | "auditBefore" | "auditAfter";

/** The record of what was done. Rows are chained in the order they are written, which only one writer can do. */
export function auditOperations(db: Database.Database) {
  const { auditHead, addAudit, auditBefore, auditAfter } = STAFF_SQL;
  const run = prepareAll<Statement>(db, { auditHead, addAudit, auditBefore, auditAfter });
  return {
    noteAudit(entry: AuditEntry & { readonly outcome: string }): void {
      const head = run.auditHead.get() as { seq: number; hash: string } | undefined;
      const row = { ...entry, seq: (head?.seq ?? 0) + 1 };
      run.addAudit.run({ ...row, detail: JSON.stringify(row.detail), hash: chainHash(head?.hash ?? AUDIT_START, row) });
    },
    auditPage: ({ before, limit }: { before: number; limit: number }) =>
      (run.auditBefore.all(before, limit) as StoredAudit[]).map(auditRowOf),
    auditAfter: (after: number, limit: number) => (run.auditAfter.all(after, limit) as StoredAudit[]).map(auditRowOf),
  };
}
