import type { Channel } from "../channel/channel.js";
import type { Clock } from "../clock.js";
import { OutsideError } from "../errors.js";
import { LIMITS } from "../limits.js";
import type { Log } from "../log.js";
import type { OutboxItem, Store } from "../store/store.js";
import { backoffMs } from "./backoff.js";

const PAGE_MAX = 200;
const LOOK_EVERY_MS = 5_000;
const WAIT_MAX_MS = 5 * 60_000;

export interface OutboxOptions {
  readonly store: Store;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  readonly log: Log;
  readonly retryFirstMs: number;
}

/** Sends what was committed, in order within each conversation, until it is sent or people must see to it. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #channels: ReadonlyMap<string, Channel>;
  readonly #sending = new Map<string, Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #stopped = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#channels = new Map(options.channels.map((channel) => [channel.name, channel]));
  }

  /** Looks for what is due, now and from then on. */
  start(): void {
    this.#later(LOOK_EVERY_MS, () => this.start());
    this.kick();
  }

  kick(): void {
    if (this.#stopped) return;
    this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#lookAgain) this.kick();
    });
  }

  /** Sends what is due once more and stops. */
  async drain(): Promise<void> {
    this.kick();
    while (this.#looking !== undefined || this.#sending.size > 0) await Promise.all([this.#looking, ...this.#sending.values()]);
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #look(): Promise<void> {
    const { store, clock, log } = this.#options;
    this.#lookAgain = false;
    try {
      const due = await store.outboxDue(clock(), PAGE_MAX);
      for (const [conversationId, items] of byConversation(due)) {
        if (this.#sending.has(conversationId)) continue;
        const sending = this.#sendInOrder(items).then((sent) => {
          this.#sending.delete(conversationId);
          if (sent) this.kick();
        });
        this.#sending.set(conversationId, sending);
      }
    } catch (error) {
      // The next look, at most LOOK_EVERY_MS away, finds the same again.
      if (error instanceof OutsideError) log.warn("outbox-postponed", { code: error.code });
      else log.fault("outbox-postponed", error);
    }
  }

  /** Stops at the first that fails, so that a later line never overtakes it. Resolves to whether all were settled. */
  async #sendInOrder(items: readonly OutboxItem[]): Promise<boolean> {
    for (const item of items) {
      try {
        if (!(await this.#sendOne(item))) return false;
      } catch (error) {
        // The store would not note it; sent again later with the same key.
        this.#options.log.fault("outbox-postponed", error, { conversationId: item.conversationId });
        return false;
      }
    }
    return true;
  }

  /** Resolves to whether the item is out of the way: sent, or parked. */
  async #sendOne(item: OutboxItem): Promise<boolean> {
    const { store, log } = this.#options;
    try {
      const channel = this.#channels.get(item.channel);
      if (channel === undefined) throw new OutsideError("channel-unavailable", true);
      await channel.send(item);
    } catch (error) {
      return this.#noteFailure(item, error);
    }
    await store.outboxSent(item.id);
    log.info("reply-sent", { conversationId: item.conversationId, channel: item.channel, tries: item.tries + 1 });
    return true;
  }

  async #noteFailure(item: OutboxItem, error: unknown): Promise<boolean> {
    const { store, clock, log, retryFirstMs } = this.#options;
    const { id, conversationId, channel } = item;
    const tries = item.tries + 1;
    const code = error instanceof OutsideError ? error.code : "fault";
    if (!(error instanceof OutsideError)) log.fault("reply-failed", error, { conversationId, channel, tries });
    const final = tries >= LIMITS.outboxTriesMax || (error instanceof OutsideError && !error.retryable);
    const at = clock();
    if (final) {
      await store.outboxFailed({ id, code, at });
      log.warn("reply-parked", { conversationId, channel, code, tries });
      return true;
    }
    const waitMs = backoffMs(item.tries, { firstMs: retryFirstMs, maxMs: WAIT_MAX_MS });
    await store.outboxFailed({ id, code, at, retryAt: at + waitMs });
    log.warn("reply-postponed", { conversationId, channel, code, tries, ms: waitMs });
    this.#later(waitMs + 1, () => this.kick());
    return false;
  }

  #later(ms: number, act: () => void): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    timer.unref();
    this.#timers.add(timer);
  }
}

function byConversation(items: readonly OutboxItem[]): ReadonlyMap<string, readonly OutboxItem[]> {
  const groups = new Map<string, OutboxItem[]>();
  for (const item of items) {
    const group = groups.get(item.conversationId);
    if (group === undefined) groups.set(item.conversationId, [item]);
    else group.push(item);
  }
  return groups;
}
