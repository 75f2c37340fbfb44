import type { Role } from "../staff/role.js";

const STAFF: readonly Role[] = ["receptionist", "handler", "director"];

/**
 * Every right and who has it, one line each. Whose matter it is besides is the life table's affair (case/life.ts).
 * 管理员 alone reads no matter: who looks after accounts need not know who complained of whom.
 */
export const POLICY = {
  "queue.see": STAFF,
  "matter.see": STAFF,
  "matter.act": STAFF,
  "matter.reply": STAFF,
  "matter.note": STAFF,
  "matter.intake": STAFF,
  "matter.reveal": ["handler", "director"],
  "identity.open": ["director"],
  "matter.export": ["director"],
  "board.see": STAFF,
  "assist.use": STAFF,
  "answer.report": [...STAFF, "editor"],
  "template.see": [...STAFF, "editor"],
  "template.edit": ["director", "editor"],
  "duty.own": STAFF,
  "duty.see": [...STAFF, "admin"],
  "bot.switch": ["director", "admin"],
  "staff.see": [...STAFF, "admin"],
  "staff.manage": ["admin"],
  "audit.see": ["director", "admin"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof POLICY;

export const RIGHTS = Object.keys(POLICY) as readonly Right[];

/** Rights that nobody has without an authenticator of their own. */
const WITH_TOTP: ReadonlySet<Right> = new Set<Right>(["matter.export"]);

/** Roles that may do nothing before they have an authenticator. */
const ROLES_WITH_TOTP: readonly Role[] = ["admin"];

export interface Holder {
  readonly roles: readonly Role[];
  readonly hasTotp: boolean;
}

export type Verdict = "yes" | "no" | "totp-needed";

export function mustEnrol({ roles, hasTotp }: Holder): boolean {
  return !hasTotp && roles.some((role) => ROLES_WITH_TOTP.includes(role));
}

export function may(holder: Holder, right: Right): Verdict {
  const allowed: readonly Role[] = POLICY[right];
  if (!holder.roles.some((role) => allowed.includes(role))) return "no";
  return mustEnrol(holder) || (WITH_TOTP.has(right) && !holder.hasTotp) ? "totp-needed" : "yes";
}

/** For the page's buttons. */
export function rightsOf(holder: Holder): readonly Right[] {
  return RIGHTS.filter((right) => may(holder, right) === "yes");
}
