import type { AuditRow, Session, StaffMember, StaffSecrets } from "../staff-store.js";

export interface MemberRow extends Pick<StaffMember, "id" | "name" | "createdAt"> {
  readonly roles: string;
  readonly active: number;
  readonly hasPassword: number;
  readonly hasTotp: number;
}

export function memberOf({ id, name, createdAt, roles, active, hasPassword, hasTotp }: MemberRow): StaffMember {
  return {
    ...{ id, name, createdAt },
    roles: JSON.parse(roles) as StaffMember["roles"],
    active: active === 1,
    hasPassword: hasPassword === 1,
    hasTotp: hasTotp === 1,
  };
}

export interface SecretsRow extends MemberRow {
  readonly password: string | null;
  readonly totp: string | null;
  readonly totpProposed: string | null;
}

export function secretsOf(row: SecretsRow): StaffSecrets {
  const { password, totp, totpProposed } = row;
  return {
    member: memberOf(row),
    ...(password === null ? {} : { password }),
    ...(totp === null ? {} : { totp }),
    ...(totpProposed === null ? {} : { totpProposed }),
  };
}

export interface SessionRow extends Omit<Session, "id"> {
  readonly sessionId: string;
}

export function sessionOf({ sessionId, staffId, startedAt, seenAt, freshUntil, peer }: SessionRow): Session {
  return { id: sessionId, staffId, startedAt, seenAt, freshUntil, peer };
}

export interface StoredAudit extends Omit<AuditRow, "detail"> {
  readonly detail: string;
}

export function auditRowOf(row: StoredAudit): AuditRow {
  return { ...row, detail: JSON.parse(row.detail) as AuditRow["detail"] };
}
