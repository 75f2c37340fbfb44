import type Database from "better-sqlite3";
import type { Role } from "../../staff/role.js";
import type { Newcomer, StaffStore } from "../staff-store.js";
import { auditOperations } from "./audit-operations.js";
import type { OperationsOf } from "./operations.js";
import { prepareAll } from "./prepare.js";
import { sessionOperations } from "./session-operations.js";
import { memberOf, secretsOf, type MemberRow, type SecretsRow } from "./staff-rows.js";
import { STAFF_SQL } from "./staff-sql.js";

type Run = ReturnType<typeof prepareAll<keyof typeof STAFF_SQL>>;

/** People and what proves who they are. */
export function staffOperations(db: Database.Database): OperationsOf<StaffStore> {
  const run = prepareAll(db, STAFF_SQL);
  return {
    ...listOperations(run),
    ...enrolmentOperations(run),
    ...secretOperations(run),
    ...sessionOperations(run),
    ...auditOperations(db),
  };
}

function insert(
  run: Run,
  { id, name, roles, password, at }: Newcomer & { readonly password: string | null; readonly at: number },
): boolean {
  return run.add.run({ id, name, roles: JSON.stringify(roles), password, at }).changes === 1;
}

function listOperations(run: Run) {
  function stays(id: string, roles: readonly Role[], active: boolean): boolean {
    return (active && roles.includes("admin")) || (run.otherAdmins.get(id) as { count: number }).count > 0;
  }
  const operations: Pick<OperationsOf<StaffStore>, "staffList" | "staffSecrets" | "addStaff" | "changeStaff" | "resetStaff"> = {
    staffList: () => (run.list.all() as MemberRow[]).map(memberOf),
    staffSecrets(who) {
      const row = "id" in who ? run.byId.get(who.id) : run.byName.get(who.name);
      return row === undefined ? undefined : secretsOf(row as SecretsRow);
    },
    addStaff({ enrolment, ...newcomer }) {
      if (!insert(run, { ...newcomer, password: null })) return { kind: "name-taken" };
      run.addEnrolment.run({ ...enrolment, staffId: newcomer.id });
      return { kind: "added" };
    },
    changeStaff({ id, roles, active }) {
      const row = run.byId.get(id) as SecretsRow | undefined;
      if (row === undefined) return { kind: "unknown" };
      const before = memberOf(row);
      const [rolesNow, activeNow] = [roles ?? before.roles, active ?? before.active];
      if (before.active && before.roles.includes("admin") && !stays(id, rolesNow, activeNow)) return { kind: "last-admin" };
      run.change.run({ id, roles: JSON.stringify(rolesNow), active: activeNow ? 1 : 0 });
      run.endOthers.run({ id, keepSession: "" });
      return { kind: "changed" };
    },
    resetStaff({ id, enrolment }) {
      if (run.forgetSecrets.run(id).changes === 0) return { kind: "unknown" };
      run.dropEnrolments.run(id);
      run.addEnrolment.run({ ...enrolment, staffId: id });
      run.endOthers.run({ id, keepSession: "" });
      return { kind: "reset" };
    },
  };
  return operations;
}

function enrolmentOperations(run: Run) {
  const staffed = (): boolean => (run.count.get() as { count: number }).count > 0;
  const operations: Pick<OperationsOf<StaffStore>, "offerSetup" | "redeemSetup" | "redeemEnrolment"> = {
    offerSetup(enrolment) {
      if (staffed()) return { kind: "staffed" };
      run.dropSetup.run();
      run.addEnrolment.run({ ...enrolment, staffId: null });
      return { kind: "offered" };
    },
    redeemSetup({ codeHash, now, password, newcomer }) {
      const found = run.enrolment.get({ codeHash, now }) as { staffId: string | null } | undefined;
      if (found?.staffId !== null || staffed()) return { kind: "refused" };
      insert(run, { ...newcomer, password, at: now });
      run.dropSetup.run();
      return { kind: "done" };
    },
    redeemEnrolment({ codeHash, now, password }) {
      const found = run.enrolment.get({ codeHash, now }) as { staffId: string | null } | undefined;
      const staffId = found?.staffId ?? undefined;
      if (staffId === undefined) return { kind: "refused" };
      run.setPassword.run({ id: staffId, password });
      run.dropEnrolments.run(staffId);
      return { kind: "done", staffId };
    },
  };
  return operations;
}

function secretOperations(run: Run) {
  const operations: Pick<OperationsOf<StaffStore>, "setPassword" | "proposeTotp" | "adoptTotp" | "useTotpStep"> = {
    setPassword({ id, password, keepSession }) {
      run.setPassword.run({ id, password });
      run.endOthers.run({ id, keepSession });
    },
    proposeTotp: (proposal) => void run.proposeTotp.run(proposal),
    adoptTotp({ id, step, keepSession }) {
      if (run.adoptTotp.run({ id, step }).changes === 0) throw new Error("no authenticator was proposed");
      run.endOthers.run({ id, keepSession });
    },
    useTotpStep: (use) => ({ kind: run.useStep.run(use).changes === 1 ? "used" : "spent" }),
  };
  return operations;
}
