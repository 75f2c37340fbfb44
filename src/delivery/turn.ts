import { FETCHED_CHANNELS } from "../channel/channel.js";
import type { Activity } from "../conversation/activity.js";
import { newConversation } from "../conversation/conversation.js";
import type { TurnResult } from "../conversation/turn.js";
import { OutsideError } from "../errors.js";
import { LIMITS } from "../limits.js";
import type { PendingActivity, TranscriptEntry, TurnRecord } from "../store/store.js";
import { backoffMs, pause } from "./backoff.js";
import type { DeliveryOptions } from "./delivery.js";

/** Short, so that people are served soon after the disk is back. */
const WAIT_MAX_MS = 5_000;

/** `conflict`: at once again on what the conversation has become. `failed`: again after a while. */
type Step = "ended" | "conflict" | "failed";

export interface TurnRunner {
  readonly options: DeliveryOptions;
  readonly retryFirstMs: number;
  readonly stop: AbortSignal;
  /** Lines that are on disk now. */
  readonly said: (entries: readonly TranscriptEntry[]) => void;
}

/**
 * Takes the activity's turn until it is kept or parked; false when told to stop before that. Nothing of a turn that
 * throws is kept. While the disk will not, the turn waits: it has been acknowledged.
 */
export async function runTurn(runner: TurnRunner, { activity }: PendingActivity): Promise<boolean> {
  const { log } = runner.options;
  for (let failures = 0; ;) {
    try {
      const step = await takeOnce(runner, activity);
      if (step === "ended") return true;
      if (step === "conflict") continue;
    } catch (error) {
      const fields = { activityId: activity.id, conversationId: activity.conversationId };
      if (error instanceof OutsideError) log.warn("turn-postponed", { ...fields, code: error.code });
      else log.fault("turn-postponed", error, fields);
    }
    if (runner.stop.aborted) return false;
    await pause(backoffMs(failures, { firstMs: runner.retryFirstMs, maxMs: WAIT_MAX_MS }), runner.stop);
    failures += 1;
  }
}

async function takeOnce(runner: TurnRunner, activity: Activity): Promise<Step> {
  const { store, takeTurn, log } = runner.options;
  const { id: activityId, conversationId, channel } = activity;
  const began = performance.now();
  try {
    const kept = await store.loadConversation(conversationId);
    const result = await takeTurn(activity, kept?.conversation ?? newConversation(conversationId, channel));
    const committed = await store.commitTurn(recordOf(runner, activity, { revision: kept?.revision ?? 0, result }));
    if (committed.kind === "conflict") return "conflict";
    log.info("turn-committed", { activityId, conversationId, outcome: result.outcome, ms: Math.round(performance.now() - began) });
    runner.said(committed.entries);
    return "ended";
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    return noteFailure(runner, activity, error);
  }
}

function recordOf(runner: TurnRunner, activity: Activity, decided: { revision: number; result: TurnResult }): TurnRecord {
  const { clock, ids } = runner.options;
  const { replies, outcome, conversation, effects } = decided.result;
  return {
    activityId: activity.id,
    revision: decided.revision,
    ...{ conversation, outcome, effects },
    replies: replies.map((reply) => ({ id: ids.next(), reply })),
    send: !FETCHED_CHANNELS.has(activity.channel),
    at: clock(),
  };
}

async function noteFailure(runner: TurnRunner, activity: Activity, error: unknown): Promise<Step> {
  const { store, clock, ids, log, apology } = runner.options;
  const { id: activityId, conversationId } = activity;
  log.fault("turn-failed", error, { activityId, conversationId });
  const noted = await store.noteFailure({
    activityId,
    code: error instanceof Error ? error.name : "unknown",
    triesMax: LIMITS.turnTriesMax,
    apology: { id: ids.next(), reply: apology },
    send: !FETCHED_CHANNELS.has(activity.channel),
    at: clock(),
  });
  if (noted.kind === "noted") return "failed";
  log.warn("turn-parked", { activityId, conversationId });
  runner.said(noted.entries);
  return "ended";
}
