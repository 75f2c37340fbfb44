import { newEnrolment } from "../desk/enrolment-code.js";
import { systemIds } from "../ids.js";
import { systemClock } from "../clock.js";
import { ROLES, roleCalled, type Role } from "../staff/role.js";
import type { Kept } from "../store/kept.js";
import type { AuditEntry, StaffMember } from "../store/staff-store.js";
import { withStore } from "./with-store.js";

/** People, from the command line: for the first one and for whoever has locked the office out. Throws with the reason. */
export async function addStaff(
  folder: string,
  { name, roles }: { readonly name: string; readonly roles: readonly string[] },
): Promise<string> {
  const wanted = roles.map(readRole);
  if (name.trim() === "" || wanted.length === 0)
    throw new Error("请写明 --name 和 --role，例如：hotline staff add --name 张某 --role 接待员");
  return withStore(place(folder), async (store) => {
    const [ids, now] = [systemIds(systemClock), systemClock()];
    const { code, ...enrolment } = newEnrolment(now);
    const id = ids.next();
    const audited = store.withAudit(entry("staff add", id));
    const added = await audited.addStaff({ id, name: name.trim().normalize("NFKC"), roles: wanted, at: now, enrolment });
    if (added.kind === "name-taken") throw new Error(`已经有叫“${name}”的人员，请加一个字区别开。`);
    return `已添加 ${name}（${wanted.map((role) => ROLES[role]).join("、")}）。请在72小时内用入职码在工作台设置密码：${code}`;
  });
}

export async function resetStaff(folder: string, name: string): Promise<string> {
  return withStore(place(folder), async (store) => {
    const { id } = await find(store, name);
    const { code, ...enrolment } = newEnrolment(systemClock());
    await store.withAudit(entry("staff reset", id)).resetStaff({ id, enrolment });
    return `已清除 ${name} 的密码和动态验证码。请在72小时内用入职码重新设置密码：${code}`;
  });
}

export async function disableStaff(folder: string, name: string): Promise<string> {
  return withStore(place(folder), async (store) => {
    const { id } = await find(store, name);
    const { kind } = await store.withAudit(entry("staff disable", id)).changeStaff({ id, active: false });
    if (kind === "last-admin") throw new Error("至少要留一位管理员，没有停用。");
    return `已停用 ${name}。`;
  });
}

export async function listStaff(folder: string): Promise<string> {
  return withStore(place(folder), async (store) => {
    const staff = await store.staffList();
    const line = ({ name, roles, active }: StaffMember): string =>
      `${name}\t${roles.map((role) => ROLES[role]).join("、")}${active ? "" : "\t已停用"}`;
    return staff.length === 0 ? "还没有人员。" : staff.map(line).join("\n");
  });
}

function readRole(word: string): Role {
  const role = roleCalled(word);
  if (role === undefined) throw new Error(`没有“${word}”这个岗位，可用的有：${Object.values(ROLES).join("、")}`);
  return role;
}

async function find(store: Kept, name: string): Promise<StaffMember> {
  const found = await store.staffSecrets({ name: name.trim().normalize("NFKC") });
  if (found === undefined) throw new Error(`没有叫“${name}”的人员。`);
  return found.member;
}

function place(folder: string): { readonly folder: string; readonly instead: string } {
  return { folder, instead: "请在工作台“人员”里操作，或先停掉服务再用这个命令。" };
}

function entry(action: string, object: string): AuditEntry {
  return { at: systemClock(), actor: "console", action, object, peer: "", detail: {} };
}
