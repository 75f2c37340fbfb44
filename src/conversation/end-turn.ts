import { countChars, visible } from "../reading/plain-text.js";
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

type Removable = "dialog" | "paused" | "topic" | "story";
export type Changes = Partial<Omit<Conversation, Removable>> & { readonly [key in Removable]?: Conversation[key] | null };

/** Shorter words tell no story. */
const TOLD_CHARS_MIN = 8;
const STORY_CHARS_MAX = 600;
const TELLING: ReadonlySet<TurnOutcome> = new Set(["answered", "clarified", "not-understood", "handoff-requested", "withheld-no-figure"]);

/** Adds what every turn keeps: the choices on offer, what 重复 repeats, the echo count. Misses are over unless said otherwise. */
export function endTurn(context: TurnContext, times: number, ending: Ending): TurnResult {
  const { conversation, activity } = context;
  const said = visible(activity.text);
  const replies = said === "" ? ending.replies : acknowledgeFiles(activity.attachments.length, ending.replies);
  const spoke = replies.length > 0;
  const { dialog, paused, topic, story, ...before } = conversation;
  const { dialog: dialogNow = dialog, paused: pausedNow = paused, topic: topicNow = topic, ...others } = ending.changes ?? {};
  const { story: storyNow = dialogNow ? story : tellOn(story, ending, said), ...rest } = others;
  const next: Conversation = {
    ...before,
    ...(dialogNow ? { dialog: dialogNow } : {}),
    ...(pausedNow ? { paused: pausedNow } : {}),
    ...(topicNow ? { topic: topicNow } : {}),
    ...(storyNow ? { story: storyNow } : {}),
    misses: 0,
    choices: spoke ? replies.flatMap(({ suggestions }) => suggestions) : conversation.choices,
    lastReplies: spoke ? replies : conversation.lastReplies,
    turns: conversation.turns + 1,
    ...(said === "" ? {} : { echo: { text: echoOf(said), times } }),
    ...rest,
  };
  return { outcome: ending.outcome, conversation: next, replies, effects: ending.effects ?? [] };
}

/** The story goes on with what was said outside dialogs; its end is kept. */
function tellOn(story: string | undefined, { outcome }: Ending, said: string): string | undefined {
  if (!TELLING.has(outcome) || countChars(said) < TOLD_CHARS_MIN) return story;
  return [...`${story === undefined ? "" : `${story}。`}${said}`].slice(-STORY_CHARS_MAX).join("");
}

/** Files that came with words are not passed over in silence. */
function acknowledgeFiles(count: number, replies: readonly Reply[]): readonly Reply[] {
  const [first, ...others] = replies;
  if (count === 0 || first === undefined) return replies;
  return [{ ...first, text: `${PHRASES.filesWithWords(count)}\n${first.text}` }, ...others];
}
