import { visible } from "../reading/plain-text.js";
import type { Reply } from "./activity.js";
import type { Conversation } from "./conversation.js";
import { echoOf } from "./hear.js";
import { PHRASES } from "./phrases.js";
import type { TurnOutcome } from "./outcomes.js";
import type { Effect, TurnContext, TurnResult } from "./turn.js";

/** How a turn ends, before the conversation's bookkeeping. */
export interface Ending {
  readonly outcome: TurnOutcome;
  readonly replies: readonly Reply[];
  /** What the turn changes in the conversation; `null` takes a thing away. */
  readonly changes?: Changes;
  readonly effects?: readonly Effect[];
}

type Removable = "dialog" | "paused" | "topic";
export type Changes = Partial<Omit<Conversation, Removable>> & { readonly [key in Removable]?: Conversation[key] | null };

/** Adds what every turn keeps: the choices on offer, what 重复 repeats, the echo count. Misses are over unless said otherwise. */
export function endTurn(context: TurnContext, times: number, ending: Ending): TurnResult {
  const { conversation, activity } = context;
  const said = visible(activity.text);
  const replies = said === "" ? ending.replies : acknowledgeFiles(activity.attachments.length, ending.replies);
  const spoke = replies.length > 0;
  const { dialog, paused, topic, ...before } = conversation;
  const { dialog: dialogNow = dialog, paused: pausedNow = paused, topic: topicNow = topic, ...rest } = ending.changes ?? {};
  const next: Conversation = {
    ...before,
    ...(dialogNow ? { dialog: dialogNow } : {}),
    ...(pausedNow ? { paused: pausedNow } : {}),
    ...(topicNow ? { topic: topicNow } : {}),
    misses: 0,
    choices: spoke ? replies.flatMap(({ suggestions }) => suggestions) : conversation.choices,
    lastReplies: spoke ? replies : conversation.lastReplies,
    turns: conversation.turns + 1,
    ...(said === "" ? {} : { echo: { text: echoOf(said), times } }),
    ...rest,
  };
  return { outcome: ending.outcome, conversation: next, replies, effects: ending.effects ?? [] };
}

/** Files that came with words are not passed over in silence. */
function acknowledgeFiles(count: number, replies: readonly Reply[]): readonly Reply[] {
  const [first, ...others] = replies;
  if (count === 0 || first === undefined) return replies;
  return [{ ...first, text: `${PHRASES.filesWithWords(count)}\n${first.text}` }, ...others];
}
