import { randomUUID } from "node:crypto";
import type { Clock } from "../../../clock.js";
import { OutsideError } from "../../../errors.js";
import type { Log } from "../../../log.js";
import type { KfAccount, WecomStore } from "../../../store/wecom-store.js";
import type { WecomClient } from "../client.js";
import { readPage, SyncBody } from "./listed.js";

export interface ReaderOptions {
  readonly store: WecomStore;
  readonly client: WecomClient;
  readonly clock: Clock;
  readonly log: Log;
  /** Messages have been kept. */
  readonly onKept: () => void;
  /** The first wait after a failure; doubles up to a minute. Default 1,000. */
  readonly retryFirstMs?: number;
}

const PAGE_MAX = 1_000;
const LEASE_MS = 60_000;
/** A notification's token lives 10 minutes. */
const TOKEN_MS = 9.5 * 60_000;
/** Without a token the platform stops at ten calls a minute. */
const BARE_CALLS = 5;
const MINUTE_MS = 60_000;
const RETRY_MAX_MS = 60_000;
/** The platform keeps three days. */
const KEPT_BY_PLATFORM_MS = 3 * 86_400_000;

interface Reading {
  again: boolean;
  failures: number;
  timer?: NodeJS.Timeout;
}

/** Fetches what was written to our accounts: one fetch at a time for each, cursor and messages kept together. */
export class KfReader {
  readonly #options: ReaderOptions;
  readonly #holder = randomUUID();
  readonly #readings = new Map<string, Reading>();
  readonly #running = new Set<Promise<void>>();
  #bareCalls: number[] = [];
  #stopped = false;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** There is something to fetch, or may be. */
  kick(openKfid: string): void {
    if (this.#stopped) return;
    const known = this.#readings.get(openKfid);
    if (known !== undefined) return void (known.again = true);
    const reading: Reading = { again: false, failures: 0 };
    this.#readings.set(openKfid, reading);
    const running = this.#read(openKfid, reading).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Asks again wherever nothing was heard for so long: notifications may be lost. */
  async poll(quietMs: number): Promise<void> {
    const now = this.#options.clock();
    for (const { openKfid, notifiedAt, pulledAt = 0 } of await this.#options.store.kfAccounts()) {
      if (Math.max(notifiedAt, pulledAt) <= now - quietMs || notifiedAt > pulledAt) this.kick(openKfid);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { timer } of this.#readings.values()) clearTimeout(timer);
    await Promise.all(this.#running);
  }

  async #read(openKfid: string, reading: Reading): Promise<void> {
    const { log, retryFirstMs = 1_000 } = this.#options;
    try {
      do {
        reading.again = false;
        await this.#readAll(openKfid);
        reading.failures = 0;
      } while (reading.again && !this.#stopped);
      this.#readings.delete(openKfid);
    } catch (error) {
      if (error instanceof OutsideError) log.warn("kf-reading-postponed", { code: error.code });
      else log.fault("kf-reading-postponed", error);
      this.#readings.delete(openKfid);
      if (this.#stopped) return;
      const waitMs = Math.min(retryFirstMs * 2 ** reading.failures, RETRY_MAX_MS);
      const next: Reading = { again: true, failures: reading.failures + 1 };
      next.timer = setTimeout(() => {
        const running = this.#read(openKfid, next).finally(() => this.#running.delete(running));
        this.#running.add(running);
      }, waitMs);
      next.timer.unref();
      this.#readings.set(openKfid, next);
    }
  }

  async #readAll(openKfid: string): Promise<void> {
    const { store, clock, log } = this.#options;
    const lease = () => store.kfTakeLease({ openKfid, holder: this.#holder, at: clock(), until: clock() + LEASE_MS });
    const account = await lease();
    if (account === undefined) throw new OutsideError("channel-unavailable", true);
    if (account.cursorAt !== undefined && account.cursorAt < clock() - KEPT_BY_PLATFORM_MS) log.warn("kf-cursor-too-old");
    let { cursor } = account;
    for (let token = this.#tokenOf(account); !this.#stopped;) {
      const page = await this.#fetchPage({ openKfid, cursor, token });
      if (page === "token") token = undefined;
      else if (page === "cursor") cursor = "";
      else {
        const { messages, unread } = readPage(page.msg_list, openKfid);
        if (unread > 0) log.warn("kf-message-unreadable", { count: unread });
        if (!(await store.kfKeepPage({ openKfid, holder: this.#holder, nextCursor: page.next_cursor, messages, at: clock() }))) return;
        if (messages.length > 0) this.#options.onKept();
        const stuck = page.next_cursor === cursor && page.msg_list.length === 0;
        cursor = page.next_cursor;
        // A short or empty page with has_more is not the end; one that leads nowhere is asked for again after a while.
        if (page.has_more !== 1) break;
        if (stuck) throw new OutsideError("channel-unavailable", true);
        await lease();
      }
    }
    await store.kfEndReading({ openKfid, holder: this.#holder, at: clock() });
    this.#options.onKept();
  }

  async #fetchPage(ask: { openKfid: string; cursor: string; token: string | undefined }) {
    const { openKfid, cursor, token } = ask;
    if (token === undefined) this.#countBareCall();
    const body = {
      ...{ open_kfid: openKfid, limit: PAGE_MAX, voice_format: 0 },
      ...(cursor === "" ? {} : { cursor }),
      ...(token === undefined ? {} : { token }),
    };
    const answer = await this.#options.client.call({ api: "kf/sync_msg", body });
    if (answer.kind === "ok") return SyncBody.parse(answer.body);
    if (answer.errcode === 95007 && token !== undefined) return "token" as const;
    if (answer.policy === "mistake" && cursor !== "") {
      this.#options.log.warn("kf-cursor-lost", { code: String(answer.errcode) });
      await this.#options.store.kfForgetCursor(openKfid);
      return "cursor" as const;
    }
    throw new OutsideError("channel-unavailable", true);
  }

  #tokenOf({ token, tokenAt = 0 }: KfAccount): string | undefined {
    return this.#options.clock() - tokenAt < TOKEN_MS ? token : undefined;
  }

  #countBareCall(): void {
    const now = this.#options.clock();
    this.#bareCalls = this.#bareCalls.filter((at) => at > now - MINUTE_MS);
    if (this.#bareCalls.length >= BARE_CALLS) throw new OutsideError("channel-unavailable", true);
    this.#bareCalls.push(now);
  }
}
