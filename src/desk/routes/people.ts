import { z } from "zod";
import { Refusal } from "../../http/refusal.js";
import { ROLE_NAMES, type Role } from "../../staff/role.js";
import { newEnrolment } from "../enrolment-code.js";
import { readId } from "../read-id.js";
import { route } from "../route.js";
import { Instant } from "../text.js";
import { Name } from "./sign-in.js";

const Member = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLE_NAMES)),
  active: z.boolean(),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  createdAt: Instant,
});

const Roles = z.array(z.enum(ROLE_NAMES, "没有这个岗位。")).min(1, "请至少选一个岗位。").max(ROLE_NAMES.length);
const CodeGiven = z.object({ id: z.string(), code: z.string(), until: Instant });

const unknown = (): Refusal => new Refusal(404, "not-found", "没有这个人员。");

export const peopleRoutes = [
  route("GET /staff", {
    title: "人员名单",
    may: "staff.see",
    answer: z.object({ staff: z.array(Member) }),
    handle: async ({ desk }) => ({ staff: (await desk.store.staffList()).map((one) => ({ ...one, roles: [...one.roles] })) }),
  }),

  route("POST /staff", {
    title: "添加人员，得到入职码（只显示一次）",
    may: "staff.manage",
    fresh: true,
    body: z.strictObject({ name: Name, roles: Roles }),
    answer: CodeGiven,
    async handle({ desk, body, audited }) {
      const { code, ...enrolment } = newEnrolment(desk.clock());
      const added = { id: desk.ids.next(), name: body.name, roles: unique(body.roles), at: desk.clock(), enrolment };
      const { kind } = await audited(added.id, { roles: added.roles.join(",") }).addStaff(added);
      if (kind === "name-taken") throw new Refusal(409, "name-taken", "已经有叫这个名字的人员，请加一个字区别开。");
      return { id: added.id, code, until: enrolment.until };
    },
  }),

  route("POST /staff/:id/roles", {
    title: "改岗位；本人的登录全部退出",
    may: "staff.manage",
    fresh: true,
    body: z.strictObject({ roles: Roles }),
    async handle({ desk, params, body, audited }) {
      const id = readId({ params });
      const roles = unique(body.roles);
      refuse(await audited(id, { roles: roles.join(",") }).changeStaff({ id, roles }));
      desk.dropSockets({ staffId: id });
      return {};
    },
  }),

  route("POST /staff/:id/active", {
    title: "停用或恢复",
    may: "staff.manage",
    fresh: true,
    body: z.strictObject({ active: z.boolean() }),
    async handle({ desk, params, body, audited }) {
      const id = readId({ params });
      refuse(await audited(id, { active: String(body.active) }).changeStaff({ id, active: body.active }));
      desk.dropSockets({ staffId: id });
      return {};
    },
  }),

  route("POST /staff/:id/reset", {
    title: "重置密码和动态验证码，得到新的入职码",
    may: "staff.manage",
    fresh: true,
    answer: CodeGiven,
    async handle({ desk, params, audited }) {
      const id = readId({ params });
      const { code, ...enrolment } = newEnrolment(desk.clock());
      if ((await audited(id).resetStaff({ id, enrolment })).kind === "unknown") throw unknown();
      desk.dropSockets({ staffId: id });
      return { id, code, until: enrolment.until };
    },
  }),
];

function unique(roles: readonly Role[]): readonly Role[] {
  return [...new Set(roles)];
}

function refuse({ kind }: { readonly kind: "changed" | "unknown" | "last-admin" }): void {
  if (kind === "unknown") throw unknown();
  if (kind === "last-admin") throw new Refusal(409, "last-admin", "至少要留一位管理员。");
}
