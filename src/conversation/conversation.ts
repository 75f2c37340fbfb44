import type { ChannelName, Reply, Suggestion } from "./activity.js";
import type { DialogState } from "../dialog/dialog.js";
import type { QuizState } from "../quiz/round.js";

/** Exactly one speaks to the worker. `queue`: a person was asked for and none has come yet; the bot goes on helping. */
export type Owner =
  | { readonly by: "bot" }
  | { readonly by: "queue"; readonly since: number; readonly reference: string; readonly urgent: boolean }
  | { readonly by: "staff"; readonly staffId: string; readonly name: string };

/** Everything a turn remembers of the turns before it; plain JSON. */
export interface Conversation {
  readonly id: string;
  readonly channel: ChannelName;
  readonly owner: Owner;
  readonly dialog?: DialogState;
  /** Put aside by 稍后, or by beginning another; 继续 takes it up. */
  readonly paused?: DialogState;
  /** Put aside before that one, the latest first. */
  readonly pausedBefore?: readonly DialogState[];
  /** What was told outside any dialog, so that a form need not ask it again; its end is kept, not all of it. */
  readonly story?: string;
  /** The number last given for something handed in: 提交 once more gives it again. */
  readonly filed?: { readonly reference: string; readonly title: string };
  /** The sum last worked out: 改第2项 works it out anew. */
  readonly calculated?: DialogState;
  /** The answer last given: what "那赔多少" is about. */
  readonly topic?: string;
  /** The quiz, where one has ever been begun. */
  readonly quiz?: QuizState;
  /** What digits and labels mean just now. */
  readonly choices: readonly Suggestion[];
  /** Turns in a row that were not understood, or answers in a row that a step could not use. */
  readonly misses: number;
  /** The last thing said to us, and how often in a row. */
  readonly echo?: { readonly text: string; readonly times: number };
  /** What 重复 says again. */
  readonly lastReplies: readonly Reply[];
  readonly turns: number;
}

export function newConversation(id: string, channel: ChannelName): Conversation {
  return { id, channel, owner: { by: "bot" }, choices: [], misses: 0, lastReplies: [], turns: 0 };
}
