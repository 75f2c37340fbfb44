import type { Channel } from "../channel/channel.js";
import type { Clock } from "../clock.js";
import type { Activity, Reply } from "../conversation/activity.js";
import type { Conversation } from "../conversation/conversation.js";
import type { TurnResult } from "../conversation/turn.js";
import type { IdSource } from "../ids.js";
import type { Log } from "../log.js";
import type { Received, Store, TranscriptEntry } from "../store/store.js";

export type TakeTurn = (activity: Activity, conversation: Conversation) => TurnResult | Promise<TurnResult>;

/** Told of lines that are on disk. Lines may come out of order: push what continues what was pushed, fetch the rest. */
export type CommittedListener = (entries: readonly TranscriptEntry[]) => void;

export interface DeliveryOptions {
  readonly store: Store;
  readonly channels: readonly Channel[];
  readonly takeTurn: TakeTurn;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  /** Until when somebody should have taken what is opened at an instant; by default nothing is due. */
  readonly takeBy?: (at: number) => number | undefined;
  /** What a worker is told once, when our own fault has eaten a message. */
  readonly apology: Reply;
  /** The first wait before trying again, in milliseconds; doubles with each try. Default 200. */
  readonly retryFirstMs?: number;
}

/** In once, out at least once. The only place a turn is run. */
export interface Delivery {
  /**
   * Resolves when the activity is on disk; its turn follows by itself. Rejects with OutsideError `overloaded` when
   * the conversation has too much waiting, and with the store's own when the disk will not.
   */
  receive(activity: Omit<Activity, "id">): Promise<Received>;
  /** Takes up what an earlier run left pending; call before opening the doors. Resolves to how many. */
  resume(): Promise<number>;
  /** Takes nothing new, finishes what is under way; what cannot finish stays pending on disk. */
  drain(): Promise<void>;
  /** Lines that somebody else has committed: to be pushed and sent like the bot's. */
  said(entries: readonly TranscriptEntry[]): void;
  /** Returns the way to stop listening. */
  onCommitted(listener: CommittedListener): () => void;
}
