import { OutsideError } from "../../errors.js";
import type { Outcome, Request } from "./protocol.js";
import { errorOf } from "./refusal.js";

/** More would make one commit long without making it cheaper. */
const BATCH_MAX = 256;
/** Beyond this the disk is not keeping up, and saying so at once is kinder than waiting. */
const WAITING_MAX = 10_000;

interface Waiting {
  readonly request: Request;
  readonly settle: (outcome: Outcome) => void;
  settled: boolean;
}

/** Gathers what is asked while the worker is busy into the next batch; nothing waits longer than the deadline. */
export class RequestQueue {
  readonly #send: (batch: readonly Request[]) => void;
  readonly #deadlineMs: number;
  #waiting: Waiting[] = [];
  #underWay: readonly Waiting[] | undefined;
  #dispatching = false;
  #ended = false;
  #whenIdle: (() => void)[] = [];

  constructor(send: (batch: readonly Request[]) => void, deadlineMs: number) {
    this.#send = send;
    this.#deadlineMs = deadlineMs;
  }

  ask(request: Request): Promise<unknown> {
    if (this.#ended || this.#waiting.length >= WAITING_MAX) return Promise.reject(new OutsideError("store-unavailable", true));
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        request,
        settled: false,
        settle: (outcome) => {
          if (waiting.settled) return;
          waiting.settled = true;
          clearTimeout(timer);
          if (outcome.kind === "value") resolve(outcome.value);
          else reject(errorOf(outcome));
        },
      };
      const timer = setTimeout(() => waiting.settle(TOO_LATE), this.#deadlineMs);
      this.#waiting.push(waiting);
      this.#dispatchSoon();
    });
  }

  /** The worker's answer to the batch under way. */
  answer(outcomes: readonly Outcome[]): void {
    const batch = this.#underWay ?? [];
    this.#underWay = undefined;
    batch.forEach((waiting, index) => waiting.settle(outcomes[index] ?? TOO_LATE));
    this.#dispatchSoon();
  }

  /** Refuses what waits and whatever comes. */
  end(): void {
    this.#ended = true;
    for (const waiting of [...(this.#underWay ?? []), ...this.#waiting]) waiting.settle(TOO_LATE);
    this.#underWay = undefined;
    this.#waiting = [];
    this.#reportIdle();
  }

  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void> {
    if (this.#underWay === undefined && this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  /** At the end of this turn of the event loop, so that everything asked in it shares one commit. */
  #dispatchSoon(): void {
    if (this.#dispatching || this.#underWay !== undefined) return;
    this.#dispatching = true;
    setImmediate(() => {
      this.#dispatching = false;
      this.#dispatch();
    });
  }

  #dispatch(): void {
    // What has been refused as too late must not happen after all.
    const open = this.#waiting.filter(({ settled }) => !settled);
    const batch = open.slice(0, BATCH_MAX);
    this.#waiting = open.slice(BATCH_MAX);
    if (batch.length === 0) return this.#reportIdle();
    this.#underWay = batch;
    try {
      this.#send(batch.map(({ request }) => request));
    } catch {
      this.#underWay = undefined;
      refuseUnsendable(batch);
      this.#waiting = [...batch, ...this.#waiting];
      this.#dispatchSoon();
    }
  }

  #reportIdle(): void {
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }
}

/** A value that cannot cross to the worker, such as a function, is a bug of whoever asked and of nobody else in the batch. */
function refuseUnsendable(batch: readonly Waiting[]): void {
  for (const { request, settle } of batch) {
    try {
      structuredClone(request);
    } catch {
      settle({ kind: "fault", code: "cannot-be-cloned" });
    }
  }
}

const TOO_LATE: Outcome = { kind: "outside", code: "store-unavailable", retryable: true };
