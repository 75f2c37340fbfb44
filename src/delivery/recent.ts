import type { Conversation } from "../conversation/conversation.js";

/** A conversation as a turn may be decided on it; 0 is the revision of one not kept yet. */
export interface Kept {
  readonly conversation: Conversation;
  readonly revision: number;
}

/**
 * The conversations last talked in, as they were committed, so that the next turn need not wait for the disk. They may
 * be out of date, which the revision check at the commit finds.
 */
export class Recent {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly most: number) {}

  get(conversationId: string): Kept | undefined {
    return this.#kept.get(conversationId);
  }

  set(kept: Kept): void {
    const { id } = kept.conversation;
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest);
  }

  forget(conversationId: string): void {
    this.#kept.delete(conversationId);
  }
}
