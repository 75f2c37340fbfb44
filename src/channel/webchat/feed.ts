import { setTimeout as wait } from "node:timers/promises";
import { OutsideError } from "../../errors.js";
import { LIMITS } from "../../limits.js";
import type { Log } from "../../log.js";
import type { Store, TranscriptEntry } from "../../store/store.js";
import type { SentLines } from "./encode.js";
import { fillPage, type ActivityPage } from "./page.js";

const TRY_AGAIN_MS = 1_000;

export interface FeedOptions {
  readonly conversationId: string;
  /** The client has everything up to this line. */
  readonly after: number;
  readonly store: Pick<Store, "transcript">;
  readonly log: Log;
  /** Resolves when the client can take more, to false when it has gone. Never rejects. */
  readonly push: (page: ActivityPage) => Promise<boolean>;
  readonly closed: AbortSignal;
}

/** Brings one client every line of its conversation once, in order: what continues what it has is pushed, a gap is fetched. */
export class Feed {
  #after: number;
  #fetching = false;
  #again = false;
  readonly #sent: SentLines = new Map();

  constructor(private readonly options: FeedOptions) {
    this.#after = options.after;
  }

  /** Lines that are on disk, in any order. */
  offer(entries: readonly TranscriptEntry[]): void {
    this.#again = true;
    if (this.#fetching) return;
    const next = [...entries].sort((one, other) => one.seq - other.seq);
    if (next.every(({ seq }, index) => seq === this.#after + 1 + index)) void this.#push(next);
    if ((next.at(-1)?.seq ?? 0) > this.#after) void this.catchUp();
  }

  /** Fetches what the client does not have until there is no more. Never rejects. */
  async catchUp(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    const { closed, log, conversationId } = this.options;
    while (!closed.aborted) {
      this.#again = false;
      try {
        if (!(await this.#fetch()) && !this.#again) break;
      } catch (error) {
        if (closed.aborted) break;
        if (!(error instanceof OutsideError)) log.fault("feed-postponed", error, { conversationId });
        await wait(TRY_AGAIN_MS, undefined, { signal: closed }).catch(() => undefined);
      }
    }
    this.#fetching = false;
  }

  /** Resolves to whether there may be more. */
  async #fetch(): Promise<boolean> {
    const { store, conversationId } = this.options;
    const entries = await store.transcript(conversationId, this.#after, LIMITS.transcriptPageMax);
    return entries.length > 0 && this.#push(entries);
  }

  #push(entries: readonly TranscriptEntry[]): Promise<boolean> {
    const page = fillPage(entries, this.#after, this.#sent);
    this.#after = Number(page.watermark);
    return this.options.push(page);
  }
}
