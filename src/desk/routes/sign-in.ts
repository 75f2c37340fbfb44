import { z } from "zod";
import { badRequest, Refusal } from "../../http/refusal.js";
import { ROLE_NAMES } from "../../staff/role.js";
import { hashCode } from "../hash-code.js";
import { passwordFault } from "../password.js";
import { checkCode, wrong } from "../prove.js";
import { route } from "../route.js";
import { forgetCookie, openSession } from "../session.js";
import { text } from "../text.js";
import { Me, me } from "./me.js";

export const Name = text("姓名", 30).transform((name) => name.normalize("NFKC"));
const Password = z.string("请输入密码。").max(1_000, "密码太长了。");
const Code = z
  .string()
  .regex(/^\s*\d{3}\s*\d{3}\s*$/, "动态验证码是6位数字。")
  .transform((code) => code.replace(/\s/g, ""));

const codeSpent = (): Refusal => new Refusal(403, "code", "这个码不对，或者已经用过、过期了。");

export const signInRoutes = [
  route("GET /setup", {
    title: "是否还没有任何人员（要用一次性设置码）",
    may: "anyone",
    answer: z.object({ open: z.boolean() }),
    handle: async ({ desk }) => ({ open: (await desk.store.staffList()).length === 0 }),
  }),

  route("POST /setup", {
    title: "第一次使用：凭启动时打印的设置码建立第一位管理员",
    may: "anyone",
    body: z.strictObject({
      code: z.string().max(100),
      name: Name,
      password: Password,
      roles: z.array(z.enum(ROLE_NAMES)).max(5).default([]),
    }),
    answer: Me,
    async handle({ desk, body, peer, request, response }) {
      const { store, guard, clock, ids, passwords } = desk;
      const fault = passwordFault(body.password, body.name);
      if (fault !== undefined) throw badRequest(fault);
      await guard.enter("", peer, () => Promise.resolve(true));
      const newcomer = { id: ids.next(), name: body.name, roles: [...new Set([...body.roles, "admin" as const])] };
      const used = { codeHash: hashCode(body.code), now: clock(), password: await passwords.hash(body.password), newcomer };
      const entry = { at: clock(), actor: newcomer.id, action: "post /setup", object: newcomer.id, peer, detail: {} };
      if ((await store.withAudit(entry).redeemSetup(used)).kind === "refused") throw codeSpent();
      await guard.passed("", peer);
      const made = await store.staffSecrets({ id: newcomer.id });
      if (made === undefined) throw codeSpent();
      return me(desk, await openSession(desk, { request, response, peer }, made.member));
    },
  }),

  route("POST /enrol", {
    title: "凭入职码设置自己的密码",
    may: "anyone",
    body: z.strictObject({ code: z.string().max(100), password: Password }),
    answer: z.object({ done: z.literal(true) }),
    async handle({ desk, body, peer }) {
      const { store, guard, clock, passwords } = desk;
      const fault = passwordFault(body.password, "\u0000");
      if (fault !== undefined) throw badRequest(fault);
      await guard.enter("", peer, () => Promise.resolve(true));
      const entry = { at: clock(), actor: "", action: "post /enrol", object: "", peer, detail: {} };
      const used = { codeHash: hashCode(body.code), now: clock(), password: await passwords.hash(body.password) };
      if ((await store.withAudit(entry).redeemEnrolment(used)).kind === "refused") throw codeSpent();
      await guard.passed("", peer);
      return { done: true as const };
    },
  }),

  route("POST /sign-in", {
    title: "登录",
    may: "anyone",
    body: z.strictObject({ name: Name, password: Password, code: Code.optional() }),
    answer: Me,
    async handle({ desk, body, peer, request, response }) {
      const { store, guard, passwords, clock } = desk;
      const found = await store.staffSecrets({ name: body.name });
      const staffId = found?.member.id ?? "";
      await guard.enter(body.name, peer, () => store.knowsPlace({ staffId, peer, now: clock() }));
      const note = (outcome: string) =>
        store.noteAudit({ at: clock(), actor: staffId, action: "post /sign-in", object: staffId, peer, detail: {}, outcome });
      const right = await passwords.matches(body.password, found?.password);
      if (!right || found?.member.active !== true) {
        await note("wrong-password");
        throw wrong();
      }
      const proved = await checkCode(desk, found, body.code);
      if (proved !== "right") {
        if (proved === "missing") await guard.passed(body.name, peer);
        else await note("wrong-code");
        throw proved === "missing"
          ? new Refusal(401, "code-needed", "请输入动态验证码。")
          : new Refusal(401, "wrong", "动态验证码不对，或者已经用过。");
      }
      await guard.passed(body.name, peer);
      await note("done");
      return me(desk, await openSession(desk, { request, response, peer }, found.member));
    },
  }),

  route("POST /sign-out", {
    title: "退出",
    may: "signed-in",
    async handle({ desk, actor, audited, request, response }) {
      await audited(actor.session.id).endSession({ id: actor.session.id, staffId: actor.staffId });
      desk.dropSockets({ staffId: actor.staffId });
      forgetCookie(request, response);
      return {};
    },
  }),
];
