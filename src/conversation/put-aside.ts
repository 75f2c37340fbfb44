import type { DialogState } from "../dialog/dialog.js";
import type { Conversation } from "./conversation.js";
import type { Changes } from "./end-turn.js";

const ASIDE_MAX = 5;

/** What `paused` becomes when one more dialog is put aside: the latest is what 继续 takes up, the others wait behind it. */
export function putAside({ paused, pausedBefore = [] }: Conversation, state: DialogState): Changes {
  const behind = [...(paused === undefined ? [] : [paused]), ...pausedBefore].filter(({ dialog }) => dialog !== state.dialog);
  return { paused: state, pausedBefore: behind.slice(0, ASIDE_MAX - 1) };
}

/** What is left aside when that dialog is taken up, handed in or given up. */
export function takenUp({ paused, pausedBefore = [] }: Conversation, id: string): Changes {
  const [next, ...behind] = [...(paused === undefined ? [] : [paused]), ...pausedBefore].filter(({ dialog }) => dialog !== id);
  return { paused: next ?? null, pausedBefore: behind };
}

/** The dialog of that id that is put aside, if any. */
export function asideOf({ paused, pausedBefore = [] }: Conversation, id: string): DialogState | undefined {
  return [...(paused === undefined ? [] : [paused]), ...pausedBefore].find(({ dialog }) => dialog === id);
}
