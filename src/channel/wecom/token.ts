import { createHash } from "node:crypto";
import type { Clock } from "../../clock.js";
import { OutsideError } from "../../errors.js";
import type { Log } from "../../log.js";
import type { KeptToken, WecomTokenStore } from "../../store/wecom-store.js";

/** Fetches a fresh token from the platform; rejects with OutsideError. */
export type FetchToken = () => Promise<{ readonly token: string; readonly seconds: number }>;

export interface TokenOptions {
  readonly store: WecomTokenStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetchToken: FetchToken;
  /** Whose token: corp and app, or a ticket's kind. */
  readonly name: string;
}

/** A token is renewed so long before it ends, give or take, so that several processes do not do it together. */
const RENEW_MS = 300_000;
const JITTER_MS = 60_000;
/** After a refusal the platform is left alone: thousands of wrong calls an hour block the address. */
const PAUSE_MS = 60_000;

/**
 * The app's access token: one fetch at a time, shared through the store, and kept in memory so that a store that is
 * down does not turn into one fetch a call.
 */
export class Tokens {
  readonly #options: TokenOptions;
  readonly #jitter = Math.floor(Math.random() * JITTER_MS);
  #known: KeptToken | undefined;
  #fetching: Promise<KeptToken> | undefined;
  #pausedUntil = 0;

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  /** A token that holds. Rejects with OutsideError when none can be had. */
  async get(): Promise<string> {
    const now = this.#options.clock();
    if (this.#known !== undefined && this.#holds(this.#known, now)) return this.#known.token;
    this.#fetching ??= this.#obtain().finally(() => (this.#fetching = undefined));
    return (await this.#fetching).token;
  }

  /** The platform refused this token: it is forgotten unless another has taken its place meanwhile. */
  async drop(token: string): Promise<void> {
    if (this.#known?.token === token) this.#known = undefined;
    await this.#options.store.wecomDropToken(this.#options.name, token).catch(() => this.#storeDown());
  }

  async #obtain(): Promise<KeptToken> {
    const { store, clock, name } = this.#options;
    const kept = await store.wecomToken(name).catch(() => void this.#storeDown());
    if (kept !== undefined && this.#holds(kept, clock())) return (this.#known = kept);
    if (clock() < this.#pausedUntil) throw new OutsideError("channel-unavailable", true);
    const { token, seconds } = await this.#options.fetchToken().catch((error: unknown) => {
      this.#pausedUntil = clock() + PAUSE_MS;
      throw error;
    });
    this.#known = { token, obtainedAt: clock(), expiresAt: clock() + seconds * 1000 };
    await store.wecomKeepToken(name, this.#known).catch(() => this.#storeDown());
    return this.#known;
  }

  #holds({ expiresAt }: KeptToken, now: number): boolean {
    return now < expiresAt - RENEW_MS - this.#jitter;
  }

  #storeDown(): void {
    this.#options.log.warn("wecom-token-not-shared");
  }
}

/** The name a token is kept under: says which secret it belongs to without holding it. */
export function tokenName(corpId: string, secret: string): string {
  return createHash("sha256").update(`${corpId}\n${secret}`).digest("hex").slice(0, 32);
}
