import type { Ports } from "../kept.js";

/** What the worker runs; `close` is a message of its own. */
export type Method = Exclude<keyof Ports, "close">;

/** `write`: changes something, and shares its batch's transaction. `read`: runs after it, so that a full disk does not stop it. */
export const METHODS: Readonly<Record<Method, "read" | "write">> = {
  receive: "write",
  loadConversation: "read",
  commitTurn: "write",
  pendingActivities: "read",
  noteFailure: "write",
  transcript: "read",
  outboxDue: "read",
  outboxSent: "write",
  outboxFailed: "write",
  inbox: "read",
  ping: "write",

  staffList: "read",
  staffSecrets: "read",
  addStaff: "write",
  changeStaff: "write",
  resetStaff: "write",
  offerSetup: "write",
  redeemSetup: "write",
  redeemEnrolment: "write",
  setPassword: "write",
  proposeTotp: "write",
  adoptTotp: "write",
  useTotpStep: "write",
  openSession: "write",
  findSession: "read",
  touchSession: "write",
  freshenSession: "write",
  sessionsOf: "read",
  endSession: "write",
  knowsPlace: "read",
  noteAudit: "write",
  auditPage: "read",
  auditAfter: "read",
};
