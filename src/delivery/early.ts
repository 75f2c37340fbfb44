import type { Activity } from "../conversation/activity.js";
import type { Received } from "../store/store.js";
import { decide, recordOf, type Decided, type TurnRunner } from "./turn.js";

export interface OnItsWay {
  readonly receiving: Promise<Received>;
  readonly early?: Decided;
}

/**
 * Gives an activity to the store and, where the conversation is at hand, its turn with it. Asked for in one tick the two
 * are kept in one transaction and one fsync. Should only one of them be kept it is the activity: a turn whose activity
 * is not there is refused, and one that was not kept is taken in the lane.
 */
export function receiveWithTurn(runner: TurnRunner, activity: Activity): OnItsWay {
  const { store } = runner.options;
  const kept = runner.recent.get(activity.conversationId);
  const early = kept === undefined ? undefined : decide(runner, activity, kept);
  const receiving = store.receive(activity);
  if (early === undefined) return { receiving };
  const { revision, result } = early;
  if (result instanceof Promise) return { receiving, early };
  const committing = store.commitTurn(recordOf(runner, activity, { revision, result }));
  // The lane hears of it; for an activity seen before nobody asks.
  committing.catch(() => undefined);
  return { receiving, early: { ...early, committing } };
}
