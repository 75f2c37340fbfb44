import { begin, position, reopen, stepBack, advance } from "../dialog/dialog.js";
import { bareWords, clip } from "../reading/plain-text.js";
import { readOrdinal } from "../reading/read-choice.js";
import { reply, type Reply } from "./activity.js";
import { askAt, review } from "./ask-step.js";
import type { Ending } from "./end-turn.js";
import { PHRASES } from "./phrases.js";
import { dialogOf, runningDialog, type Running } from "./running-dialog.js";
import type { DialogState } from "../dialog/dialog.js";
import type { TurnContext } from "./turn.js";

/** The question or summary that stands now. */
export function standing(context: TurnContext): Reply | undefined {
  const running = runningDialog(context);
  return running === undefined ? undefined : askAt(running.dialog, running.state);
}

/** Begins a dialog; one on the way is put aside, not lost. Asked for again while it runs, it goes on. */
export function beginDialog(context: TurnContext, id: string): Ending {
  const { conversation, library } = context;
  const dialog = library.dialogs.current.get(id);
  if (dialog === undefined) throw new Error(`content: no dialog ${id}`);
  const open = conversation.dialog ?? conversation.paused;
  if (open?.dialog === id) return resumeAt(context, open);
  const state = begin(dialog);
  const aside = conversation.dialog === undefined ? {} : { paused: conversation.dialog };
  return { outcome: "asked", replies: [reply(dialog.opening), askAt(dialog, state)], changes: { ...aside, dialog: state } };
}

export function resumeDialog(context: TurnContext): Ending | undefined {
  const open = context.conversation.dialog ?? context.conversation.paused;
  return open === undefined ? undefined : resumeAt(context, open);
}

function resumeAt({ library }: TurnContext, open: DialogState): Ending {
  const dialog = dialogOf(library, open);
  if (dialog === undefined)
    return { outcome: "cancelled", replies: [reply(PHRASES.dialogGone, ["转人工"])], changes: { dialog: null, paused: null } };
  return { outcome: "asked", replies: [reply(PHRASES.resumed), askAt(dialog, open)], changes: { dialog: open, paused: null } };
}

export function pauseDialog({ conversation }: TurnContext): Ending | undefined {
  const { dialog } = conversation;
  if (dialog === undefined) return undefined;
  return { outcome: "paused", replies: [reply(PHRASES.paused, ["继续"])], changes: { dialog: null, paused: dialog } };
}

/**
 * Ends the running dialog without anything handed in. What was filled in is put aside once, for a slip of the thumb;
 * a second 取消 does away with it.
 */
export function cancelDialog(context: TurnContext): Ending | undefined {
  const { conversation, library } = context;
  const { dialog } = conversation;
  const open = dialog ?? conversation.paused;
  if (open === undefined) return undefined;
  if (dialog !== undefined && dialog.answers.length > 0)
    return { outcome: "cancelled", replies: [reply(PHRASES.cancelledKept, ["继续", "取消"])], changes: { dialog: null, paused: dialog } };
  const said = dialogOf(library, open)?.cancelled ?? PHRASES.dialogGone;
  return {
    outcome: "cancelled",
    replies: [reply(said, ["菜单"])],
    changes: conversation.dialog === undefined ? { paused: null } : { dialog: null },
  };
}

export function stepBackInDialog(context: TurnContext): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const before = stepBack(running.dialog, running.state);
  if (before === undefined) return { outcome: "explained", replies: [reply(PHRASES.nothingBefore), askAt(running.dialog, running.state)] };
  return { outcome: "asked", replies: [askAt(running.dialog, before)], changes: { dialog: before } };
}

/** 修改: at the summary, which item; before it, the last answer once more. */
export function changeAnswer(context: TurnContext): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const here = position(running.dialog, running.state);
  if (here.at === "step") return stepBackInDialog(context);
  return {
    outcome: "asked",
    replies: [
      reply(
        PHRASES.askWhich(here.path.length),
        here.path.map((_, index) => `改第${index + 1}项`),
      ),
    ],
  };
}

/** 改第2项, 修改电话, or the item's bare number: that step is asked again and the other answers stay. */
export function changeNamed({ dialog, state }: Running, text: string): Ending | undefined {
  const here = position(dialog, state);
  if (here.at !== "review") return undefined;
  const number = itemNumber(text);
  const named = /改/.test(text) ? here.path.find((step) => text.includes(dialog.steps[step]?.name ?? text)) : undefined;
  const step = number === undefined ? named : here.path[number - 1];
  if (step === undefined) return number === undefined ? undefined : wrongItem(here.path.length);
  const opened = reopen(state, step);
  return { outcome: "asked", replies: [askAt(dialog, opened)], changes: { dialog: opened } };
}

/** 改第2项, 第二项, 3 → which item is meant. */
function itemNumber(text: string): number | undefined {
  const bare = bareWords(text).replace(/^我?要?(?:修改|改)/u, "");
  const digits = /^第?(\d{1,2})[项条个]?$/u.exec(bare)?.[1];
  return digits === undefined ? readOrdinal(bare, 9) : Number(digits);
}

function wrongItem(count: number): Ending {
  return {
    outcome: "retried",
    replies: [
      reply(
        PHRASES.onlyItems(count),
        Array.from({ length: count }, (_, index) => `改第${index + 1}项`),
      ),
    ],
  };
}

export function skipStep(context: TurnContext): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const { dialog, state } = running;
  const here = position(dialog, state);
  if (here.at === "review") return { outcome: "retried", replies: [review(dialog, state)] };
  const step = dialog.steps[here.step];
  if (step?.optional !== true) {
    const { misses } = context.conversation;
    return { outcome: "retried", replies: [reply(PHRASES.cannotSkip(step?.name ?? ""), ["转人工", "稍后", "取消"])], changes: { misses } };
  }
  const skipped = advance(state, { step: here.step, value: null, from: clip(context.activity.text, 40) });
  const asked = askAt(dialog, skipped);
  return {
    outcome: position(dialog, skipped).at === "review" ? "summarized" : "asked",
    replies: [reply(PHRASES.skipped), asked],
    changes: { dialog: skipped },
  };
}

export function explainStep(context: TurnContext): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const here = position(running.dialog, running.state);
  const asked = askAt(running.dialog, running.state);
  const why = here.at === "step" ? running.dialog.steps[here.step]?.why : undefined;
  return {
    outcome: "explained",
    replies: why === undefined ? [asked] : [reply(why), asked],
    changes: { misses: context.conversation.misses },
  };
}

/** 提交, and nothing else, hands in. */
export function submitDialog(context: TurnContext): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const { dialog, state } = running;
  if (position(dialog, state).at === "step") return { outcome: "retried", replies: [reply(PHRASES.notYet), askAt(dialog, state)] };
  const reference = context.newReference();
  return {
    outcome: "submitted",
    replies: [reply(dialog.submitted.replaceAll("{编号}", reference), ["菜单"])],
    changes: { dialog: null },
    effects: [{ kind: "leave-message", reference, dialog: state }],
  };
}
