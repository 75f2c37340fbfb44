import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../clock.js";
import { LIMITS } from "../../limits.js";

/** What a token says of whoever holds it: one conversation, one user in it, until when. */
const Claims = z.strictObject({
  /** `start`: may begin the conversation. `talk`: it has begun. `stream`: opens its socket and nothing else. */
  use: z.enum(["start", "talk", "stream"]),
  conversation: z.string(),
  user: z.string(),
  /** Seconds since 1970. */
  exp: z.number(),
});
export type Claims = z.infer<typeof Claims>;

/** The form is a JWT's, for the stock web chat reads `user` out of it; header and algorithm are fixed. */
const HEADER = base64url(JSON.stringify({ alg: "HS256", typ: "JWT" }));

export class Tokens {
  constructor(
    private readonly secret: Buffer,
    private readonly clock: Clock,
  ) {}

  issue(claims: Omit<Claims, "exp">): string {
    const seconds = claims.use === "stream" ? LIMITS.ticketSeconds : LIMITS.tokenSeconds;
    const { use, conversation, user } = claims;
    const payload: Claims = { use, conversation, user, exp: Math.floor(this.clock() / 1000) + seconds };
    const body = `${HEADER}.${base64url(JSON.stringify(payload))}`;
    return `${body}.${this.#sign(body)}`;
  }

  /** The claims, or undefined when the token is not ours or has expired. */
  read(token: string): Claims | undefined {
    const end = token.lastIndexOf(".");
    const body = token.slice(0, Math.max(end, 0));
    const signature = Buffer.from(token.slice(end + 1));
    const expected = Buffer.from(this.#sign(body));
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined;
    const claims = Claims.parse(JSON.parse(Buffer.from(body.slice(HEADER.length + 1), "base64url").toString()));
    return claims.exp * 1000 > this.clock() ? claims : undefined;
  }

  #sign(body: string): string {
    return createHmac("sha256", this.secret).update(body).digest("base64url");
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString("base64url");
}
