import { CASE_STATES } from "../case/case.js";
import { OutsideError } from "../errors.js";
import type { Log } from "../log.js";
import type { Ports } from "../store/kept.js";
import type { TranscriptEntry } from "../store/store.js";
import type { Passing } from "./desk.js";

/** Somebody who looks at the desk now. */
export interface Seat {
  readonly staffId: string;
  readonly name: string;
  readonly sessionId: string;
  /** What the page shows of a conversation, so that its new lines are told. */
  readonly watched: ReadonlySet<string>;
  readonly at: { readonly reference: string | undefined; readonly typing: "reply" | "note" | undefined };
  /** Nothing is kept for a socket that has gone or does not read. */
  push(frame: object): void;
  close(): void;
}

const PAGE = 500;
/** For what was written by doors that do not tell the desk: the complainant's page, other processes. */
const LOOK_EVERY_MS = 1_000;

/**
 * Brings everybody at the desk every event of every matter, once and in order, by its position: whoever was cut off asks
 * for what came after the last one seen. Events name matters and acts, never what was written.
 */
export class Feed {
  readonly #seats = new Set<Seat>();
  readonly #store: Pick<Ports, "caseEvents" | "lastEventPosition">;
  readonly #log: Log;
  readonly #timer: NodeJS.Timeout;
  #position = 0;
  #looking = false;
  #again = false;

  constructor({ store, log }: { readonly store: Pick<Ports, "caseEvents" | "lastEventPosition">; readonly log: Log }) {
    [this.#store, this.#log] = [store, log];
    this.#timer = setInterval(() => this.#seats.size > 0 && this.look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  get count(): number {
    return this.#seats.size;
  }

  /** Resolves when the seat has everything after `after` and is told of the rest as it comes. `undefined`: from now on. */
  async join(seat: Seat, after: number | undefined): Promise<void> {
    let position = after ?? (await this.#end());
    seat.push({ kind: "hello", position });
    for (;;) {
      const events = await this.#store.caseEvents(position, PAGE);
      for (const event of events) seat.push(frameOf(event));
      position = events.at(-1)?.position ?? position;
      // Nothing comes between this look and the seat's place among the others.
      if (events.length < PAGE && position >= this.#position) break;
    }
    this.#position = Math.max(this.#position, position);
    this.#seats.add(seat);
    this.tellPresence();
  }

  leave(seat: Seat): void {
    if (this.#seats.delete(seat)) this.tellPresence();
  }

  /** Looks for new events now. */
  look(): void {
    this.#again = true;
    if (this.#looking) return;
    this.#looking = true;
    this.#pump()
      .catch((error: unknown) => (error instanceof OutsideError ? undefined : this.#log.fault("desk-feed-postponed", error)))
      .finally(() => (this.#looking = false));
  }

  tell(passing: Passing): void {
    for (const seat of this.#seats) seat.push(passing);
  }

  tellLines(entries: readonly TranscriptEntry[]): void {
    for (const { conversationId, seq, from } of entries)
      for (const seat of this.#seats) if (seat.watched.has(conversationId)) seat.push({ kind: "line", conversationId, seq, from });
  }

  tellPresence(): void {
    const people = [...this.#seats].map(({ staffId, name, at }) => ({ staffId, name, ...at }));
    for (const seat of this.#seats) seat.push({ kind: "presence", people });
  }

  present(): ReadonlySet<string> {
    return new Set([...this.#seats].map(({ staffId }) => staffId));
  }

  drop({ staffId, keepSession }: { readonly staffId: string; readonly keepSession?: string }): void {
    for (const seat of [...this.#seats]) if (seat.staffId === staffId && seat.sessionId !== keepSession) seat.close();
  }

  closeAll(): void {
    clearInterval(this.#timer);
    for (const seat of [...this.#seats]) seat.close();
  }

  async #pump(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const events = await this.#store.caseEvents(this.#position, PAGE);
      for (const event of events) for (const seat of this.#seats) seat.push(frameOf(event));
      this.#position = events.at(-1)?.position ?? this.#position;
      if (events.length === PAGE) this.#again = true;
    }
  }

  async #end(): Promise<number> {
    return Math.max(this.#position, await this.#store.lastEventPosition());
  }
}

function frameOf({ position, reference, kind, at, mover, to, seq }: Awaited<ReturnType<Ports["caseEvents"]>>[number]): object {
  return { kind: "event", position, reference, seq, act: kind, at, state: to, stateName: CASE_STATES[to], by: mover.staffId };
}
