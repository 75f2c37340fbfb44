import { OutsideError } from "../errors.js";
import type { TurnToTake } from "./turn.js";

interface Lane {
  /** The first is under way. */
  readonly waiting: TurnToTake[];
  /** Places promised to messages on their way to the disk. */
  reserved: number;
  running: boolean;
}

/** One turn at a time in each conversation, in the order received. */
export class Lanes {
  readonly #run: (pending: TurnToTake) => Promise<boolean>;
  readonly #depthMax: number;
  readonly #lanes = new Map<string, Lane>();
  readonly #ids = new Set<string>();
  #whenIdle: (() => void)[] = [];

  /** `run` resolves to false when it gave up and the rest of the lane must not overtake. It never rejects. */
  constructor(run: (pending: TurnToTake) => Promise<boolean>, depthMax: number) {
    this.#run = run;
    this.#depthMax = depthMax;
  }

  /** Whether nothing of the conversation is under way, waits, or is on its way to the disk. */
  isFree(conversationId: string): boolean {
    return !this.#lanes.has(conversationId);
  }

  /** Keeps a place before the message is acknowledged, so that nothing acknowledged is ever turned away. */
  reserve(conversationId: string): void {
    const lane = this.#lane(conversationId);
    if (lane.waiting.length + lane.reserved >= this.#depthMax) throw new OutsideError("overloaded", true);
    lane.reserved += 1;
  }

  release(conversationId: string): void {
    const lane = this.#lane(conversationId);
    lane.reserved -= 1;
    this.#forgetIfEmpty(conversationId, lane);
  }

  has(activityId: string): boolean {
    return this.#ids.has(activityId);
  }

  /** Takes its place by `seq`; one that is here already stays as it is. */
  add(pending: TurnToTake): void {
    if (this.#ids.has(pending.activity.id)) return;
    this.#ids.add(pending.activity.id);
    const { conversationId } = pending.activity;
    const lane = this.#lane(conversationId);
    const after = lane.waiting.findLastIndex(({ seq }) => seq <= pending.seq);
    const first = lane.running ? 1 : 0;
    lane.waiting.splice(Math.max(after + 1, first), 0, pending);
    if (!lane.running) void this.#work(conversationId, lane);
  }

  /** Resolves when no turn is under way. */
  idle(): Promise<void> {
    if (this.#ids.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  async #work(conversationId: string, lane: Lane): Promise<void> {
    lane.running = true;
    for (let next = lane.waiting[0]; next !== undefined; next = lane.waiting[0]) {
      const done = await this.#run(next);
      const left = done ? [next] : [...lane.waiting];
      lane.waiting.splice(0, left.length);
      for (const { activity } of left) this.#ids.delete(activity.id);
    }
    lane.running = false;
    this.#forgetIfEmpty(conversationId, lane);
    if (this.#ids.size === 0) for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  #lane(conversationId: string): Lane {
    const known = this.#lanes.get(conversationId);
    if (known !== undefined) return known;
    const lane: Lane = { waiting: [], reserved: 0, running: false };
    this.#lanes.set(conversationId, lane);
    return lane;
  }

  #forgetIfEmpty(conversationId: string, lane: Lane): void {
    if (!lane.running && lane.waiting.length === 0 && lane.reserved === 0) this.#lanes.delete(conversationId);
  }
}
