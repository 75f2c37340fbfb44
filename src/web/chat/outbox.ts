import type { DirectLine, Message } from "./direct-line.js";
import { drop, keep, keysFrom, recall } from "./kept.js";
import { field } from "./line.js";
import { backoffMs, Pause } from "./pause.js";
import type { PendingView } from "./pending.js";

export interface OutboxEvents {
  /** It is on the server's disk. */
  readonly posted: (seq: number) => void;
  /** Not now; it is tried again. */
  readonly held: () => void;
  readonly gone: () => void;
}

const KEY = "out.";

/** Messages on their way: kept on this device until the server has them, sent in order, each once however often it is tried. */
export class Outbox {
  #running = false;
  readonly #pause = new Pause();

  constructor(
    private readonly line: DirectLine,
    private readonly view: PendingView,
    private readonly events: OutboxEvents,
  ) {}

  /** Takes up what an earlier visit left unsent. */
  resume(): void {
    for (const key of keysFrom(KEY)) {
      const message = this.#recall(key);
      if (message !== undefined) this.view.add(message, () => this.wake());
    }
    this.wake();
  }

  send(text: string): void {
    const message = { id: newId(), text };
    keep(KEY + message.id, { text });
    this.view.add(message, () => this.wake());
    this.wake();
  }

  /** Tries now instead of after the pause. */
  wake(): void {
    this.#pause.end();
    void this.#run();
  }

  /** The server has shown it back. */
  settle(id: string): void {
    drop(KEY + id);
    this.view.remove(id);
  }

  /** Shows again what is still to be sent, and nothing else. */
  reshow(): void {
    this.view.clear();
    this.resume();
  }

  wipe(): void {
    for (const key of keysFrom(KEY)) drop(key);
    this.view.clear();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let tries = 0; ;) {
      const message = this.#next();
      if (message === undefined) break;
      const waitMs = await this.#try(message, tries);
      tries = waitMs === undefined ? 0 : tries + 1;
      if (waitMs !== undefined) await this.#pause.for(waitMs);
    }
    this.#running = false;
  }

  /** Resolves to how long to wait before the next try, undefined when this message is done with. */
  async #try(message: Message, tries: number): Promise<number | undefined> {
    const { id } = message;
    if (tries === 0) this.view.sending(id);
    const answer = await this.line.post(message);
    switch (answer.kind) {
      case "ok":
        drop(KEY + id);
        this.view.sent(id);
        this.events.posted(answer.value);
        return undefined;
      case "refused":
        drop(KEY + id);
        this.view.refused(id, answer.reason);
        return undefined;
      case "gone":
        this.events.gone();
        return backoffMs(tries);
      case "later":
        if (tries > 0 || !navigator.onLine) this.view.stuck(id);
        this.events.held();
        return answer.afterMs ?? backoffMs(tries);
    }
  }

  #next(): Message | undefined {
    const [key] = keysFrom(KEY);
    return key === undefined ? undefined : this.#recall(key);
  }

  #recall(key: string): Message | undefined {
    const text = field(recall(key), "text");
    if (typeof text === "string") return { id: key.slice(KEY.length), text };
    drop(key);
    return undefined;
  }
}

/** Sorts by when it was made. `crypto.randomUUID` is not there on plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const random = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${Date.now().toString(36).padStart(9, "0")}-${random}`;
}
