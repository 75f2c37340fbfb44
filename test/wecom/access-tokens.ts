import type { Clock } from "../../src/clock.js";
import type { ApiAnswer } from "./stand-in.js";

const LIFE_MS = 7_200_000;

interface Options {
  readonly clock: Clock;
  readonly corpId: string;
  readonly secret: string;
}

/** gettoken: the same token as long as it holds; taken back it is refused with one code and then the other. */
export class AccessTokens {
  readonly #options: Options;
  #token: { readonly value: string; readonly until: number } | undefined;
  #count = 0;
  #refusals = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  give(corpId: string | null, secret: string | null): ApiAnswer {
    const { clock } = this.#options;
    if (corpId !== this.#options.corpId) return { errcode: 40013, errmsg: "invalid corpid" };
    if (secret !== this.#options.secret) return { errcode: 40001, errmsg: "invalid credential" };
    if (this.#token === undefined || clock() >= this.#token.until) {
      this.#count += 1;
      this.#token = { value: `token-${this.#count}-${"x".repeat(200)}`, until: clock() + LIFE_MS };
    }
    const seconds = Math.ceil((this.#token.until - clock()) / 1000);
    return { errcode: 0, errmsg: "ok", access_token: this.#token.value, expires_in: seconds };
  }

  /** Takes the token back before its time. */
  revoke(): void {
    this.#token = undefined;
  }

  check(given: string | null): ApiAnswer | undefined {
    if (given === null || given === "") return { errcode: 41001, errmsg: "access_token missing" };
    if (this.#token !== undefined && given === this.#token.value && this.#options.clock() < this.#token.until) return undefined;
    this.#refusals += 1;
    return this.#refusals % 2 === 1
      ? { errcode: 40014, errmsg: "invalid access_token" }
      : { errcode: 42001, errmsg: "access_token expired" };
  }
}
