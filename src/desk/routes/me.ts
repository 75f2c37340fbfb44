import { randomBytes } from "node:crypto";
import { z } from "zod";
import { badRequest, Refusal } from "../../http/refusal.js";
import { ROLE_NAMES } from "../../staff/role.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { passwordFault } from "../password.js";
import { mustEnrol, RIGHTS, rightsOf } from "../policy.js";
import { proveAgain } from "../prove.js";
import { route } from "../route.js";
import { SESSION } from "../session.js";
import { Id, Instant } from "../text.js";
import { base32, otpauth, readTotp } from "../totp.js";

export const Me = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLE_NAMES)),
  rights: z.array(z.enum(RIGHTS)),
  hasTotp: z.boolean(),
  /** Nothing else is open before an authenticator is bound. */
  mustBindTotp: z.boolean(),
  /** Until when the password given counts for exports and other grave steps. */
  freshUntil: Instant,
  sessionId: z.string(),
  now: Instant,
});

export function me({ clock }: Desk, actor: Actor): z.input<typeof Me> {
  const { staffId, name, roles, hasTotp, session } = actor;
  return {
    ...{ id: staffId, name, roles: [...roles], rights: [...rightsOf(actor)], hasTotp, mustBindTotp: mustEnrol(actor) },
    ...{ freshUntil: session.freshUntil, sessionId: session.id, now: clock() },
  };
}

const Code = z.string().regex(/^\d{6}$/, "动态验证码是6位数字。");
const Proof = z.strictObject({ password: z.string("请输入密码。").max(1_000), code: Code.optional() });
const SEED_BYTES = 20;

export const meRoutes = [
  route("GET /me", {
    title: "我是谁、能做什么",
    may: "signed-in",
    answer: Me,
    handle: ({ desk, actor }) => Promise.resolve(me(desk, actor)),
  }),

  route("POST /me/confirm", {
    title: "再输入一次密码（五分钟内有效）",
    may: "signed-in",
    body: Proof,
    answer: z.object({ freshUntil: Instant }),
    async handle({ desk, actor, body, peer, audited }) {
      await proveAgain(desk, actor, { ...body, peer });
      const freshUntil = desk.clock() + SESSION.freshMs;
      await audited(actor.session.id).freshenSession({ id: actor.session.id, freshUntil });
      return { freshUntil };
    },
  }),

  route("POST /me/password", {
    title: "改密码；其他地方的登录都退出",
    may: "signed-in",
    body: Proof.extend({ next: z.string("请输入新密码。").max(1_000) }),
    async handle({ desk, actor, body, peer, audited }) {
      const fault = passwordFault(body.next, actor.name);
      if (fault !== undefined) throw badRequest(fault);
      await proveAgain(desk, actor, { ...body, peer });
      const password = await desk.passwords.hash(body.next);
      await audited(actor.staffId).setPassword({ id: actor.staffId, password, keepSession: actor.session.id });
      desk.dropSockets({ staffId: actor.staffId, keepSession: actor.session.id });
      return {};
    },
  }),

  route("POST /me/totp", {
    title: "开始绑定动态验证码：密钥只显示这一次",
    may: "signed-in",
    fresh: true,
    answer: z.object({ secret: z.string(), link: z.string() }),
    async handle({ desk, actor, audited }) {
      if (actor.hasTotp) throw new Refusal(409, "bound", "已经绑定过。换手机请找管理员重置。");
      const seed = randomBytes(SEED_BYTES);
      await audited(actor.staffId).proposeTotp({ id: actor.staffId, sealed: desk.seal.close(seed, actor.staffId) });
      return { secret: base32(seed), link: otpauth(actor.name, seed) };
    },
  }),

  route("POST /me/totp/confirm", {
    title: "输入验证码，完成绑定",
    may: "signed-in",
    body: z.strictObject({ code: Code }),
    async handle({ desk, actor, body, peer, audited }) {
      await desk.guard.enter(actor.name, peer, () => Promise.resolve(true));
      const secrets = await desk.store.staffSecrets({ id: actor.staffId });
      if (secrets?.totpProposed === undefined || actor.hasTotp) throw new Refusal(409, "not-begun", "请先取得密钥，再输入验证码。");
      const step = readTotp(desk.seal.open(secrets.totpProposed, actor.staffId), body.code, desk.clock());
      if (step === undefined) throw new Refusal(403, "wrong", "动态验证码不对。请看看手机的时间准不准。");
      await audited(actor.staffId).adoptTotp({ id: actor.staffId, step, keepSession: actor.session.id });
      await desk.guard.passed(actor.name, peer);
      desk.dropSockets({ staffId: actor.staffId, keepSession: actor.session.id });
      return {};
    },
  }),

  route("GET /me/sessions", {
    title: "我在哪些地方登录着",
    may: "signed-in",
    answer: z.object({ sessions: z.array(z.object({ id: Id, startedAt: Instant, seenAt: Instant, peer: z.string() })) }),
    handle: async ({ desk, actor }) => ({ sessions: [...(await desk.store.sessionsOf(actor.staffId))] }),
  }),

  route("POST /me/sessions/end", {
    title: "退出我的某一处登录",
    may: "signed-in",
    body: z.strictObject({ id: Id }),
    async handle({ desk, actor, body, audited }) {
      await audited(body.id).endSession({ id: body.id, staffId: actor.staffId });
      desk.dropSockets({ staffId: actor.staffId, keepSession: actor.session.id });
      return {};
    },
  }),
];
