import type { Activity } from "../conversation/activity.js";
import { OutsideError } from "../errors.js";
import { LIMITS } from "../limits.js";
import { lineOf } from "../store/store.js";
import type { Received, TranscriptEntry } from "../store/store.js";
import type { CommittedListener, Delivery, DeliveryOptions } from "./delivery.js";
import { receiveWithTurn } from "./early.js";
import { Lanes } from "./lane.js";
import { Outbox } from "./outbox.js";
import { Recent } from "./recent.js";
import { runTurn, type Decided, type TurnRunner } from "./turn.js";

const LOOK_AGAIN_MS = 1_000;

/** Record, acknowledge, lane, turn, one commit, outbox. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, clock, ids, log, channels, retryFirstMs = 200 } = options;
  const listeners = new Set<CommittedListener>();
  const receiving = new Set<Promise<unknown>>();
  const stopping = new AbortController();
  const outbox = new Outbox({ store, channels, clock, log, retryFirstMs });
  const recent = new Recent(LIMITS.recentConversationsMax);
  const runner: TurnRunner = { options, retryFirstMs, stop: stopping.signal, recent, said };
  const lanes = new Lanes((pending) => runTurn(runner, pending), LIMITS.laneDepthMax);
  let lookAgain: NodeJS.Timeout | undefined;

  function tell(entries: readonly TranscriptEntry[]): void {
    if (entries.length === 0) return;
    for (const listener of listeners) {
      try {
        listener(entries);
      } catch (error) {
        log.fault("listener-failed", error);
      }
    }
  }

  function said(entries: readonly TranscriptEntry[]): void {
    tell(entries);
    if (entries.length > 0 && channels.length > 0) outbox.kick();
  }

  /** For what was recorded although its answer from the disk was lost: nobody else would take it up. */
  function takeUpLost(): void {
    if (stopping.signal.aborted) return;
    lookAgain ??= setTimeout(() => {
      lookAgain = undefined;
      takeUpPending().catch(takeUpLost);
    }, LOOK_AGAIN_MS).unref();
  }

  async function takeUpPending(): Promise<number> {
    const pending = await store.pendingActivities();
    for (const one of pending) lanes.add(one);
    return pending.length;
  }

  /** Of an activity whose answer from the disk was lost the turn may be there all the same, and then nobody takes it up. */
  async function tellLost(early: Decided | undefined): Promise<void> {
    const committed = await early?.committing?.catch(() => undefined);
    if (committed?.kind === "committed") said(committed.entries);
  }

  async function record(activity: Activity): Promise<Received> {
    const { conversationId } = activity;
    const free = lanes.isFree(conversationId);
    lanes.reserve(conversationId);
    let early: Decided | undefined;
    try {
      // Behind others its turn cannot be decided yet.
      const onItsWay = free ? receiveWithTurn(runner, activity) : { receiving: store.receive(activity) };
      early = onItsWay.early;
      const received = await onItsWay.receiving;
      if (received.kind === "new") {
        if (activity.kind === "message") tell([lineOf(activity, received.seq)]);
        lanes.add({ activity, seq: received.seq, ...(early === undefined ? {} : { early }) });
      } else if (received.pending && !lanes.has(received.id)) takeUpLost();
      return received;
    } catch (error) {
      await tellLost(early);
      takeUpLost();
      throw error;
    } finally {
      lanes.release(conversationId);
    }
  }

  return {
    async receive(incoming) {
      if (stopping.signal.aborted) throw new OutsideError("overloaded", true);
      const recording = record({ ...incoming, id: ids.next() });
      receiving.add(recording);
      return recording.finally(() => receiving.delete(recording));
    },
    async resume() {
      const count = await takeUpPending();
      outbox.start();
      return count;
    },
    async drain() {
      stopping.abort();
      clearTimeout(lookAgain);
      await Promise.allSettled(receiving);
      await lanes.idle();
      await outbox.drain();
    },
    said,
    onCommitted(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
