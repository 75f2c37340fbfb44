import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.js";

const VALID_MS = 30_000;
const KEPT_MAX = 1_000;

/** A ticket stands in the address of a socket, which others may log: it opens one socket, once, soon, and only beside the session's cookie. */
export class Tickets {
  readonly #kept = new Map<string, { readonly sessionId: string; readonly until: number }>();

  constructor(private readonly clock: Clock) {}

  issue(sessionId: string): string {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT_MAX && oldest !== undefined) this.#kept.delete(oldest);
    const ticket = randomBytes(18).toString("base64url");
    this.#kept.set(ticket, { sessionId, until: this.clock() + VALID_MS });
    return ticket;
  }

  use(ticket: string, sessionId: string): boolean {
    const found = this.#kept.get(ticket);
    this.#kept.delete(ticket);
    return found?.sessionId === sessionId && found.until >= this.clock();
  }
}
