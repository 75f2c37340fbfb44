import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Rate, WebchatLimits } from "../../limits.js";
import { tooMany } from "../../http/refusal.js";

export type RateName = "newcomers" | "messages" | "uploads" | "uploadsPerPeer" | "reads";

/** Counts in memory: what was used up before a restart is forgiven. */
export class Rates {
  readonly #limiters: ReadonlyMap<RateName, RateLimiterMemory>;

  constructor(limits: WebchatLimits) {
    const names: readonly RateName[] = ["newcomers", "messages", "uploads", "uploadsPerPeer", "reads"];
    this.#limiters = new Map(names.map((name) => [name, limiter(limits[name])]));
  }

  /** Throws a Refusal 429 when `key` has used up its share. */
  async use(name: RateName, key: string): Promise<void> {
    try {
      await this.#limiters.get(name)?.consume(key);
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent;
      throw tooMany(Math.max(1, Math.ceil(spent.msBeforeNext / 1000)));
    }
  }
}

function limiter({ points, seconds }: Rate): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: seconds });
}
