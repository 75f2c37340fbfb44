import { FETCHED_CHANNELS } from "../channel/channel.js";
import type { Activity } from "../conversation/activity.js";
import { newConversation } from "../conversation/conversation.js";
import type { TurnResult } from "../conversation/turn.js";
import { OutsideError } from "../errors.js";
import { LIMITS } from "../limits.js";
import type { Committed, TranscriptEntry, TurnRecord } from "../store/store.js";
import { backoffMs, pause } from "./backoff.js";
import type { DeliveryOptions } from "./delivery.js";
import type { Kept, Recent } from "./recent.js";

/** Short, so that people are served soon after the disk is back. */
const WAIT_MAX_MS = 5_000;

/** `conflict`: at once again on what the conversation has become. `failed`: again after a while. */
type Step = "ended" | "conflict" | "failed";

export interface TurnRunner {
  readonly options: DeliveryOptions;
  readonly retryFirstMs: number;
  readonly stop: AbortSignal;
  readonly recent: Recent;
  /** Lines that are on disk now. */
  readonly said: (entries: readonly TranscriptEntry[]) => void;
}

/** A turn decided and not kept yet; the promise of one when deciding takes its time or has failed. */
export interface Decided {
  readonly revision: number;
  readonly result: TurnResult | Promise<TurnResult>;
  /** When it was given to the store together with its activity. */
  readonly committing?: Promise<Committed>;
}

/** What waits in a lane. `early`: its first try was made before it came here. */
export interface TurnToTake {
  readonly activity: Activity;
  readonly seq: number;
  readonly early?: Decided;
}

/**
 * Takes the activity's turn until it is kept or parked; false when told to stop before that. Nothing of a turn that
 * throws is kept. While the disk will not, the turn waits: it has been acknowledged.
 */
export async function runTurn(runner: TurnRunner, { activity, early }: TurnToTake): Promise<boolean> {
  const { log } = runner.options;
  for (let failures = 0, first = early; ; first = undefined) {
    try {
      const step = await takeOnce(runner, activity, first);
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

async function takeOnce(runner: TurnRunner, activity: Activity, early: Decided | undefined): Promise<Step> {
  const { recent } = runner;
  const { store, log } = runner.options;
  const { id: activityId, conversationId, channel } = activity;
  const began = performance.now();
  try {
    const decided = early ?? decide(runner, activity, await keptOf(runner, conversationId, channel));
    const { revision } = decided;
    const result = await decided.result;
    recent.forget(conversationId);
    const committed = await (decided.committing ?? store.commitTurn(recordOf(runner, activity, { revision, result })));
    if (committed.kind === "conflict") return "conflict";
    if (committed.kind === "committed") recent.set({ conversation: result.conversation, revision: revision + 1 });
    log.info("turn-committed", { activityId, conversationId, outcome: result.outcome, ms: Math.round(performance.now() - began) });
    runner.said(committed.entries);
    return "ended";
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    return noteFailure(runner, activity, error);
  }
}

async function keptOf({ options, recent }: TurnRunner, conversationId: string, channel: Activity["channel"]): Promise<Kept> {
  const kept = recent.get(conversationId) ?? (await options.store.loadConversation(conversationId));
  return kept ?? { revision: 0, conversation: newConversation(conversationId, channel) };
}

export function decide({ options }: TurnRunner, activity: Activity, { revision, conversation }: Kept): Decided {
  try {
    return { revision, result: options.takeTurn(activity, conversation) };
  } catch (error) {
    return { revision, result: failed(error) };
  }
}

/** Whoever asks for the result learns of it; nobody may. */
function failed(error: unknown): Promise<never> {
  const result = Promise.reject(error instanceof Error ? error : new Error("a turn threw what is no error"));
  result.catch(() => undefined);
  return result;
}

export function recordOf(runner: TurnRunner, activity: Activity, decided: { revision: number; result: TurnResult }): TurnRecord {
  const { clock, ids, channels } = runner.options;
  const { outcome, conversation, effects } = decided.result;
  const channel = channels.find(({ name }) => name === activity.channel);
  const replies = channel?.fit?.(decided.result.replies) ?? decided.result.replies;
  const at = clock();
  return {
    activityId: activity.id,
    revision: decided.revision,
    ...{ conversation, outcome, effects },
    replies: replies.map((reply) => ({ id: ids.next(), reply })),
    send: !FETCHED_CHANNELS.has(activity.channel),
    at,
    ...(effects.length === 0 ? {} : takeBy(runner, at)),
  };
}

function takeBy({ options }: TurnRunner, at: number): { readonly dueAt?: number } {
  const dueAt = options.takeBy?.(at);
  return dueAt === undefined ? {} : { dueAt };
}

async function noteFailure(runner: TurnRunner, activity: Activity, error: unknown): Promise<Step> {
  const { store, clock, ids, log, apology } = runner.options;
  const { id: activityId, conversationId } = activity;
  log.fault("turn-failed", error, { activityId, conversationId });
  const at = clock();
  const noted = await store.noteFailure({
    activityId,
    code: error instanceof Error ? error.name : "unknown",
    triesMax: LIMITS.turnTriesMax,
    apology: { id: ids.next(), reply: apology },
    send: !FETCHED_CHANNELS.has(activity.channel),
    at,
    ...takeBy(runner, at),
  });
  if (noted.kind === "noted") return "failed";
  log.warn("turn-parked", { activityId, conversationId });
  runner.said(noted.entries);
  return "ended";
}
