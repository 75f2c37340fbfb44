import { OutsideError } from "../../errors.js";
import type { Log } from "../../log.js";

export interface RoundsOptions {
  readonly log: Log;
  readonly everyMs: number;
  /** At every round. */
  readonly often: () => Promise<void>;
  /** At the first round and at every twelfth after it. */
  readonly seldom: () => Promise<void>;
}

const SELDOM = 12;

/** Work that nobody asks for: one round after the other, whatever one of them ends in. */
export class Rounds {
  readonly #options: RoundsOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #count = 0;
  #stopped = false;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#round().finally(() => {
      if (!this.#stopped) this.#timer = setTimeout(() => this.start(), this.#options.everyMs).unref();
    });
  }

  /** The next round does the seldom work too. */
  soon(): void {
    this.#count = 0;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #round(): Promise<void> {
    const { often, seldom } = this.#options;
    const isSeldom = this.#count % SELDOM === 0;
    this.#count += 1;
    if (isSeldom) await this.#guarded(seldom);
    await this.#guarded(often);
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    const { log } = this.#options;
    try {
      await work();
    } catch (error) {
      if (error instanceof OutsideError) log.warn("wecom-round-failed", { code: error.code });
      else log.fault("wecom-round-failed", error);
    }
  }
}
