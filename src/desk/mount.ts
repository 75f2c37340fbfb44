import { Router, type Request, type Response } from "express";
import type { z } from "zod";
import { peerOf } from "../http/peer.js";
import { readJson } from "../http/read-json.js";
import { badRequest, Refusal } from "../http/refusal.js";
import type { Actor } from "./actor.js";
import type { Desk } from "./desk.js";
import { may } from "./policy.js";
import type { Route, StaffCall } from "./route.js";
import { refuseForeign } from "./same-site.js";
import { currentActor } from "./session.js";

/** Every route of the table behind the same steps: from here, signed in, allowed, well-formed, done, only what is declared. */
export function mountRoutes(desk: Desk, routes: readonly Route[]): Router {
  const router = Router();
  for (const route of routes) {
    router[route.method](route.path, async (request, response) => {
      if (route.method === "post") refuseForeign(request);
      const actor = route.may === "anyone" ? undefined : await admit(desk, route, request);
      const input = await readInput(route, request, response);
      const answer = await route.handle(callOf(desk, route, { request, response, actor, ...input }) as StaffCall<never, never>);
      if (route.answer !== undefined) response.json(route.answer.parse(answer));
      else if (!response.headersSent) response.json({});
    });
  }
  return router;
}

const signIn = (): Refusal => new Refusal(401, "sign-in", "请先登录。");
export const notAllowed = (): Refusal => new Refusal(403, "not-allowed", "您没有这项操作的权限。");
const totpNeeded = (): Refusal => new Refusal(403, "totp-needed", "请先在“我的账号”里绑定动态验证码。");
const confirmNeeded = (): Refusal => new Refusal(403, "confirm-needed", "这一步要再输入一次密码。");

/** The only door: who it is, and whether they may. A denial is written down. */
async function admit(desk: Desk, route: Route, request: Request): Promise<Actor> {
  const actor = await currentActor(desk, request, true);
  if (actor === undefined) throw signIn();
  const refusal = refusalFor(desk, route, actor);
  if (refusal === undefined) return actor;
  const entry = { at: desk.clock(), actor: actor.staffId, peer: peerOf(request, desk.trustProxy) };
  await desk.store.noteAudit({ ...entry, action: `${route.method} ${route.path}`, object: "", detail: {}, outcome: refusal.code });
  throw refusal;
}

function refusalFor({ clock }: Desk, { may: right, fresh }: Route, actor: Actor): Refusal | undefined {
  if (right === "anyone") return undefined;
  const verdict = right === "signed-in" ? "yes" : may(actor, right);
  if (verdict === "no") return notAllowed();
  if (verdict === "totp-needed") return totpNeeded();
  return fresh && actor.session.freshUntil < clock() ? confirmNeeded() : undefined;
}

async function readInput(route: Route, request: Request, response: Response): Promise<{ query: unknown; body: unknown }> {
  const body = route.method === "post" ? await readJson(request, response) : {};
  return { query: checked(route.query, request.query), body: checked(route.body, body ?? {}) };
}

function checked(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // Only sentences of our own schemas are Chinese; zod's own name types and keys, which help nobody here.
  const own = parsed.error.issues.find(({ message }) => /^\p{Script=Han}/u.test(message));
  throw badRequest(own?.message);
}

interface Given {
  readonly request: Request;
  readonly response: Response;
  readonly actor: Actor | undefined;
  readonly query: unknown;
  readonly body: unknown;
}

function callOf(desk: Desk, route: Route, { request, response, actor, query, body }: Given): unknown {
  const peer = peerOf(request, desk.trustProxy);
  const params = Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));
  const audited: StaffCall["audited"] = (object, detail = {}) =>
    desk.store.withAudit({ at: desk.clock(), actor: actor?.staffId ?? "", action: `${route.method} ${route.path}`, object, peer, detail });
  return { desk, query, body, params, peer, request, response, ...(actor === undefined ? {} : { actor, audited }) };
}
