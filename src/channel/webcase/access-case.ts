import type { Request } from "express";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { peerOf } from "../../http/peer.js";
import { Refusal, tooMany } from "../../http/refusal.js";
import type { CaseStore, KeptMatter } from "../../store/case-store.js";

/** Requests from one address, and wrong codes from it: a whole site may share one, and people mistype. */
const KNOCKS = { points: 120, duration: 60 };
const WRONG = { points: 20, duration: 600 };
const CODE_CHARS_MAX = 100;

/** One answer for a code that is wrong, too short or none at all. */
const unknownCode = (): Refusal => new Refusal(404, "unknown-code", "没有查到。请对照回执，把查询码一个字一个字核对一遍。");

/** The only door to a case for whoever filed it: the receipt code, sent as `Authorization: Receipt CODE`. */
export class CaseAccess {
  readonly #knocks = new RateLimiterMemory(KNOCKS);
  readonly #wrong = new RateLimiterMemory(WRONG);

  constructor(
    private readonly store: Pick<CaseStore, "findByReceipt">,
    private readonly trustProxy: number,
  ) {}

  /** Throws a Refusal: 404 for a code that opens nothing, 429 for an address that tries too often. */
  async accessCase(request: Request): Promise<KeptMatter> {
    const peer = peerOf(request, this.trustProxy);
    await use(this.#knocks, peer);
    const wrong = await this.#wrong.get(peer);
    if (wrong !== null && wrong.consumedPoints >= WRONG.points) throw tooMany(seconds(wrong));
    const matter = await this.#find(request);
    if (matter === undefined) {
      await use(this.#wrong, peer);
      throw unknownCode();
    }
    return matter;
  }

  async #find(request: Request): Promise<KeptMatter | undefined> {
    const code = /^Receipt +(.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
    return code === "" || code.length > CODE_CHARS_MAX ? undefined : this.store.findByReceipt(code);
  }
}

async function use(limiter: RateLimiterMemory, peer: string): Promise<void> {
  try {
    await limiter.consume(peer);
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    throw tooMany(seconds(spent));
  }
}

function seconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
