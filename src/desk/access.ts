import { Refusal } from "../http/refusal.js";
import type { CaseActor } from "../case/life.js";
import type { Mover } from "../case/act.js";
import type { KeptMatter } from "../store/case-store.js";
import type { Role } from "../staff/role.js";
import type { Actor } from "./actor.js";
import type { StaffCall } from "./route.js";

const ACTORS: readonly (readonly [Role, CaseActor])[] = [
  ["director", "director"],
  ["handler", "handler"],
  ["receptionist", "reception"],
];

/** The matter the address names. Throws a Refusal 404. Who may come here at all is the route's rule. */
export async function accessMatter({ desk, params }: Pick<StaffCall, "desk" | "params">): Promise<KeptMatter> {
  const matter = await desk.store.findMatter(params["reference"] ?? "");
  if (matter === undefined) throw noMatter();
  return matter;
}

export const noMatter = (): Refusal => new Refusal(404, "not-found", "没有这个编号的事项。");

/** With the highest of their roles. */
export function moverOf({ roles, staffId }: Actor): Mover {
  const found = ACTORS.find(([role]) => roles.includes(role));
  if (found === undefined) throw new Refusal(403, "not-allowed", "您没有这项操作的权限。");
  return { actor: found[1], staffId };
}

/** Throws unless it is theirs; a 主任 may step in. */
export function requireOwn(actor: Actor, { owner }: KeptMatter): void {
  if (owner === actor.staffId || actor.roles.includes("director")) return;
  if (owner === undefined) throw new Refusal(409, "not-taken", "请先接手，再回复。");
  throw new Refusal(409, "colleague", "这件事由别的同事负责，请先转交。");
}
