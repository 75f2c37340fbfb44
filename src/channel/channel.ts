import type { ChannelName, Reply } from "../conversation/activity.js";
import type { OutboxItem } from "../store/store.js";

/** A door through which what was committed goes out. */
export interface Channel {
  readonly name: ChannelName;
  /**
   * Sends one line; `item.id` is the idempotency key, so a line sent again is not said twice.
   * Settles within 10 s. Rejects with OutsideError: retryable is tried again, the rest is shown to people.
   */
  send(item: OutboxItem): Promise<void>;
  /** What one turn says, in as few and as short lines as this channel lets through. */
  fit?(replies: readonly Reply[]): readonly Reply[];
}

/** Where people fetch their transcript themselves and nothing is sent. */
export const FETCHED_CHANNELS: ReadonlySet<ChannelName> = new Set<ChannelName>(["webchat", "terminal", "phone"]);
