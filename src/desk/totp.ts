import { createHmac, timingSafeEqual } from "node:crypto";

/** RFC 6238 with what every authenticator app takes for granted: SHA-1, six digits, thirty seconds. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after now that are taken: phones' clocks differ. RFC 6238, 5.2 */
const DRIFT = 1;

/** RFC 4226, 5.3 */
export function hotp(secret: Buffer, counter: number, digits = DIGITS): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const hash = createHmac("sha1", secret).update(message).digest();
  const offset = (hash.at(-1) ?? 0) & 0x0f;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

export function totpStep(now: number): number {
  return Math.floor(now / 1000 / STEP_SECONDS);
}

/** The step a code belongs to, undefined when it is of none near now. The caller sees to it that a step counts once. */
export function readTotp(secret: Buffer, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const given = Buffer.from(code);
  const here = totpStep(now);
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, index) => here - DRIFT + index);
  return steps.filter((step) => timingSafeEqual(Buffer.from(hotp(secret, step)), given)).at(-1);
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 without padding: what people type into an authenticator app. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[parseInt(five.padEnd(5, "0"), 2)] ?? "").join("");
}

/** What an authenticator app reads from a link or a code. */
export function otpauth(name: string, secret: Buffer): string {
  return `otpauth://totp/${encodeURIComponent(`职工热线:${name}`)}?secret=${base32(secret)}&issuer=${encodeURIComponent("职工热线")}`;
}
