import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { tooMany } from "../http/refusal.js";

/** Tries that fail, before the next must wait. */
export interface GuardLimits {
  /** Of one name from one address. */
  readonly here: { readonly points: number; readonly seconds: number };
  /** From one address, whatever the name. */
  readonly peer: { readonly points: number; readonly seconds: number };
  /** Of one name from anywhere: after that only addresses it has signed in from before are heard. */
  readonly name: { readonly points: number; readonly seconds: number };
}

export const GUARD_LIMITS: GuardLimits = {
  here: { points: 5, seconds: 120 },
  peer: { points: 30, seconds: 600 },
  name: { points: 50, seconds: 3_600 },
};

/**
 * Slows guessing down and locks nobody out: the person whose name others guess at signs in from the usual place as ever.
 * Counts in memory, by the real network address; what a header claims changes nothing.
 */
export class SignInGuard {
  readonly #here: RateLimiterMemory;
  readonly #peer: RateLimiterMemory;
  readonly #name: RateLimiterMemory;

  constructor({ here, peer, name }: GuardLimits = GUARD_LIMITS) {
    [this.#here, this.#peer, this.#name] = [limiter(here), limiter(peer), limiter(name)];
  }

  /** Throws a Refusal 429 when the next try must wait; counts this one against the limits until `passed`. */
  async enter(name: string, peer: string, isKnownPlace: () => Promise<boolean>): Promise<void> {
    await spend(this.#peer, peer);
    await spend(this.#here, key(name, peer));
    const spread = await this.#name.consume(name).catch((spent: unknown) => spent);
    if (spread instanceof RateLimiterRes && spread.remainingPoints <= 0 && !(await isKnownPlace())) throw wait(spread);
  }

  async passed(name: string, peer: string): Promise<void> {
    await Promise.all([this.#here.delete(key(name, peer)), this.#name.reward(name), this.#peer.reward(peer)]);
  }
}

function key(name: string, peer: string): string {
  return JSON.stringify([name, peer]);
}

function limiter({ points, seconds }: { readonly points: number; readonly seconds: number }): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: seconds });
}

async function spend(limit: RateLimiterMemory, of: string): Promise<void> {
  try {
    await limit.consume(of);
  } catch (spent) {
    throw spent instanceof RateLimiterRes ? wait(spent) : spent;
  }
}

function wait({ msBeforeNext }: RateLimiterRes): Error {
  return tooMany(Math.max(1, Math.ceil(msBeforeNext / 1000)), "试得太多了，请过一会儿再登录。");
}
