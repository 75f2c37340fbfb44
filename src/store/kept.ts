import type { CaseStore } from "./case-store.js";
import type { DeskStore } from "./desk-store.js";
import type { NudgeStore } from "./nudge-store.js";
import type { QuizStore } from "./quiz-store.js";
import type { AuditEntry, StaffStore } from "./staff-store.js";
import type { Store } from "./store.js";
import type { WecomStore } from "./wecom-store.js";

/** Every port that one opened database serves. A new port is added here, its methods in sqlite/methods.ts. */
export type Ports = Store & StaffStore & CaseStore & WecomStore & DeskStore & QuizStore & NudgeStore;

/** An opened database. */
export interface Kept extends Ports {
  /**
   * The same, each of whose calls is written to the audit in the call's own transaction, with what it came to:
   * what cannot be written down does not happen, and a read is not answered.
   */
  withAudit(entry: AuditEntry): Ports;
}
