import type { Role } from "../staff/role.js";

/** Someone who may sign in at the desk. */
export interface StaffMember {
  readonly id: string;
  /** What they sign in with and what colleagues call them; unique. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** False until the enrolment code has been used. */
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly createdAt: number;
}

/** What proves who somebody is: a password's hash, and the sealed seed of their authenticator. Never leaves the server. */
export interface StaffSecrets {
  readonly member: StaffMember;
  readonly password?: string;
  readonly totp?: string;
  readonly totpProposed?: string;
}

export interface Session {
  /** Names the session to its owner and in the audit; opens nothing. */
  readonly id: string;
  readonly staffId: string;
  readonly startedAt: number;
  readonly seenAt: number;
  /** Until when the person counts as having just proved who they are. */
  readonly freshUntil: number;
  readonly peer: string;
}

/** A single-use code with which somebody sets their first or next password. Only its hash is kept. */
export interface Enrolment {
  readonly codeHash: string;
  readonly until: number;
}

export interface Newcomer {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Who did what to what, from where. Field names and reasons only: the audit outlives what was erased. */
export interface AuditEntry {
  readonly at: number;
  /** A staff id; `console` for the command line; empty before anyone is signed in. */
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly peer: string;
  readonly detail: Readonly<Record<string, string>>;
}

export interface AuditRow extends AuditEntry {
  /** Counts from 1 without gaps. */
  readonly seq: number;
  readonly outcome: string;
  /** Of the row before and of all else in this one. */
  readonly hash: string;
}

/** People, what proves who they are, and the record of what they did. Refusals are values; see Store for what rejects. */
export interface StaffStore {
  staffList(): Promise<readonly StaffMember[]>;
  staffSecrets(who: { readonly name: string } | { readonly id: string }): Promise<StaffSecrets | undefined>;
  addStaff(added: Newcomer & { readonly at: number; readonly enrolment: Enrolment }): Promise<{ readonly kind: "added" | "name-taken" }>;
  /** Ends the person's sessions. The last active 管理员 keeps the office. */
  changeStaff(change: {
    readonly id: string;
    readonly roles?: readonly Role[];
    readonly active?: boolean;
  }): Promise<{ readonly kind: "changed" | "unknown" | "last-admin" }>;
  /** Takes away password, authenticator and sessions; the code is the only way back in. */
  resetStaff(reset: { readonly id: string; readonly enrolment: Enrolment }): Promise<{ readonly kind: "reset" | "unknown" }>;
  /** The first-run code, in place of an earlier one; refused once anybody is on the list. */
  offerSetup(enrolment: Enrolment): Promise<{ readonly kind: "offered" | "staffed" }>;
  /** Uses a first-run code, once: the newcomer becomes the first on the list. */
  redeemSetup(used: {
    readonly codeHash: string;
    readonly now: number;
    readonly password: string;
    readonly newcomer: Newcomer;
  }): Promise<{ readonly kind: "done" | "refused" }>;
  /** Uses somebody's enrolment code, once. */
  redeemEnrolment(used: {
    readonly codeHash: string;
    readonly now: number;
    readonly password: string;
  }): Promise<{ readonly kind: "done"; readonly staffId: string } | { readonly kind: "refused" }>;
  /** Ends every session but `keepSession`. */
  setPassword(change: { readonly id: string; readonly password: string; readonly keepSession: string }): Promise<void>;
  proposeTotp(proposal: { readonly id: string; readonly sealed: string }): Promise<void>;
  /** Makes the proposed seed the one that counts and uses up the step that proved it; ends every session but `keepSession`. */
  adoptTotp(adoption: { readonly id: string; readonly step: number; readonly keepSession: string }): Promise<void>;
  /** A code counts once: refused when this step or a later one was used. */
  useTotpStep(use: { readonly id: string; readonly step: number }): Promise<{ readonly kind: "used" | "spent" }>;

  openSession(session: Session & { readonly tokenHash: string }): Promise<void>;
  findSession(tokenHash: string): Promise<{ readonly session: Session; readonly member: StaffMember } | undefined>;
  touchSession(touch: { readonly id: string; readonly seenAt: number }): Promise<void>;
  freshenSession(fresh: { readonly id: string; readonly freshUntil: number }): Promise<void>;
  sessionsOf(staffId: string): Promise<readonly Session[]>;
  endSession(end: { readonly id: string; readonly staffId: string }): Promise<{ readonly kind: "ended" | "unknown" }>;
  /** Whether this person has signed in from there before, in the last thirty days. */
  knowsPlace(place: { readonly staffId: string; readonly peer: string; readonly now: number }): Promise<boolean>;

  noteAudit(entry: AuditEntry & { readonly outcome: string }): Promise<void>;
  /** Newest first, below `before`. */
  auditPage(page: { readonly before: number; readonly limit: number }): Promise<readonly AuditRow[]>;
  /** Oldest first, above `after`: for verification. */
  auditAfter(after: number, limit: number): Promise<readonly AuditRow[]>;
}
