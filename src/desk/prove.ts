import { Refusal } from "../http/refusal.js";
import type { StaffSecrets } from "../store/staff-store.js";
import type { Actor } from "./actor.js";
import type { Desk } from "./desk.js";
import { readTotp } from "./totp.js";

/** The same words whatever was wrong: an unknown name must not show. */
export const wrong = (): Refusal => new Refusal(401, "wrong", "姓名或密码不对。");

/** `right` too when the person has no authenticator. A right code is used up. */
export async function checkCode(
  { store, seal, clock }: Desk,
  { member, totp }: StaffSecrets,
  code: string | undefined,
): Promise<"right" | "missing" | "wrong"> {
  if (totp === undefined) return "right";
  if (code === undefined) return "missing";
  const step = readTotp(seal.open(totp, member.id), code, clock());
  if (step === undefined) return "wrong";
  return (await store.useTotpStep({ id: member.id, step })).kind === "used" ? "right" : "wrong";
}

/** The person proves once more who they are. Throws a Refusal; tries are counted as at sign-in. */
export async function proveAgain(
  desk: Desk,
  actor: Actor,
  given: { readonly password: string; readonly code?: string | undefined; readonly peer: string },
): Promise<void> {
  const { store, passwords, guard } = desk;
  await guard.enter(actor.name, given.peer, () => Promise.resolve(true));
  const secrets = await store.staffSecrets({ id: actor.staffId });
  if (secrets === undefined || !(await passwords.matches(given.password, secrets.password))) throw new Refusal(403, "wrong", "密码不对。");
  const proved = await checkCode(desk, secrets, given.code);
  if (proved === "missing") throw new Refusal(403, "code-needed", "请输入动态验证码。");
  if (proved === "wrong") throw new Refusal(403, "wrong", "动态验证码不对，或者已经用过。");
  await guard.passed(actor.name, given.peer);
}
