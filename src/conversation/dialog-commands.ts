import type { Dialog } from "../content/library.js";
import { advance, begin, consentOf, position, stepBack, stepOf, type DialogState } from "../dialog/dialog.js";
import { withStart } from "../dialog/count-back.js";
import { fill, toldIn } from "../dialog/fill.js";
import { spotFacts } from "../dialog/spot-facts.js";
import { toldAsStory, type ToldFacts } from "../dialog/told.js";
import { clip } from "../reading/plain-text.js";
import { reply, type Reply } from "./activity.js";
import { askAt, review, stepChoices } from "./ask-step.js";
import type { Changes, Ending } from "./end-turn.js";
import { PHRASES } from "./phrases.js";
import { mayStayOpen } from "./retry-step.js";
import { asideOf, putAside, takenUp } from "./put-aside.js";
import { dialogOf, newestDialog, runningDialog } from "./running-dialog.js";
import { settingOf } from "./setting-of.js";
import { SUM_PHRASES } from "./sum-phrases.js";
import { askOn, noted } from "./take-answer.js";
import type { TurnContext } from "./turn.js";

/** The question or summary that stands now. */
export function standing(context: TurnContext): Reply | undefined {
  const running = runningDialog(context);
  return running === undefined ? undefined : askAt(running.dialog, running.state);
}

/**
 * Begins a dialog with what was told before already filled in; one on the way is put aside, not lost. Asked for again
 * while it is open, it goes on.
 */
export function beginDialog(context: TurnContext, id: string): Ending {
  const { conversation, library } = context;
  const dialog = newestDialog(library, id);
  if (dialog === undefined) throw new Error(`content: no dialog ${id}`);
  const open = conversation.dialog?.dialog === id ? conversation.dialog : asideOf(conversation, id);
  if (open !== undefined) return resumeAt(context, open);
  const { story, facts: told } = dialog.outcome === "message" ? { story: "", facts: {} } : toldBefore(context, dialog);
  const { state, steps } = fill(dialog, begin(dialog), { facts: told, story });
  const aside = conversation.dialog === undefined ? {} : putAside(conversation, conversation.dialog);
  const prepare = dialog.prepare.length === 0 ? "" : `\n${PHRASES.prepare(dialog.prepare)}`;
  const line = noted(dialog, state, steps);
  const asked = askOn(dialog, state, line === undefined ? undefined : `${line}${PHRASES.notedFirst}`);
  return {
    ...asked,
    replies: [reply(`${dialog.opening}${prepare}`), ...asked.replies],
    // A sum leaves the story for the complaint that may follow.
    changes: { ...asked.changes, ...aside, ...(dialog.outcome === "calculation" ? {} : { story: null }) },
  };
}

/** What was told outside dialogs, this message included. */
function storyOf({ conversation, activity }: TurnContext): string {
  return [conversation.story ?? "", activity.text].filter((text) => text !== "").join("。");
}

function toldBefore(context: TurnContext, dialog: Dialog): { readonly story: string; readonly facts: ToldFacts } {
  // 再算一次 begins with nothing.
  const anew = dialog.outcome === "calculation" && context.conversation.calculated?.dialog === dialog.id;
  const story = anew ? context.activity.text : storyOf(context);
  const facts = { ...toldElsewhere(context, dialog), ...spotFacts(story, settingOf(context)), ...toldAsStory(story) };
  return { story, facts: dialog.outcome === "calculation" ? withStart(facts, settingOf(context).today) : facts };
}

function toldElsewhere({ conversation, library }: TurnContext, { id, outcome }: Dialog): ToldFacts {
  const { dialog: running, paused, calculated } = conversation;
  const told = [running ?? paused, calculated].map((open): ToldFacts => {
    const dialog = open === undefined ? undefined : dialogOf(library, open);
    if (open === undefined || dialog === undefined || dialog.outcome === "message" || dialog.id === id) return {};
    const { happenedOn, ...facts } = toldIn(dialog, open);
    // The day of one thing, an accident or an evening's work, is not the day of another.
    return happenedOn === undefined || dialog.outcome === "calculation" || outcome === "calculation" ? facts : { ...facts, happenedOn };
  });
  return { ...told[1], ...told[0] };
}

export function resumeDialog(context: TurnContext): Ending | undefined {
  const open = context.conversation.dialog ?? context.conversation.paused;
  return open === undefined ? undefined : resumeAt(context, open);
}

function resumeAt({ library, conversation }: TurnContext, open: DialogState): Ending {
  const dialog = dialogOf(library, open);
  const left = takenUp(conversation, open.dialog);
  if (dialog === undefined)
    return { outcome: "cancelled", replies: [reply(PHRASES.dialogGone, ["转人工"])], changes: { ...left, dialog: null } };
  const running = conversation.dialog;
  const aside = running === undefined || running.dialog === open.dialog ? left : putAside({ ...conversation, ...plainly(left) }, running);
  return { outcome: "asked", replies: [reply(PHRASES.resumed), askAt(dialog, open)], changes: { ...aside, dialog: open } };
}

function plainly({ paused, pausedBefore }: Changes): { readonly paused?: DialogState; readonly pausedBefore?: readonly DialogState[] } {
  return { ...(paused ? { paused } : {}), ...(pausedBefore === undefined ? {} : { pausedBefore }) };
}

/** 重新开始: the dialog from its first question, nothing kept. */
export function restartDialog(context: TurnContext): Ending | undefined {
  const { conversation, library } = context;
  const open = conversation.dialog ?? conversation.paused;
  const dialog = open === undefined ? undefined : newestDialog(library, open.dialog);
  if (dialog === undefined) return undefined;
  const state = begin(dialog);
  return {
    outcome: "asked",
    replies: [reply(PHRASES.restarted), askAt(dialog, state)],
    changes: { ...takenUp(conversation, dialog.id), dialog: state },
  };
}

export function pauseDialog({ conversation }: TurnContext): Ending | undefined {
  const { dialog } = conversation;
  if (dialog === undefined) return undefined;
  return { outcome: "paused", replies: [reply(PHRASES.paused, ["继续"])], changes: { ...putAside(conversation, dialog), dialog: null } };
}

/**
 * Ends the running dialog without anything handed in. What was filled in is put aside once, for a slip of the thumb;
 * a second 取消 does away with it.
 */
export function cancelDialog({ conversation, library }: TurnContext): Ending | undefined {
  const { dialog } = conversation;
  const open = dialog ?? conversation.paused;
  if (open === undefined) return undefined;
  if (dialog !== undefined && dialog.answers.length > 0) {
    const changes = { ...putAside(conversation, dialog), dialog: null };
    const sum = dialogOf(library, dialog)?.outcome === "calculation";
    const kept = sum ? SUM_PHRASES.cancelledKept : PHRASES.cancelledKept;
    return { outcome: "cancelled", replies: [reply(kept, ["继续", "取消"])], changes };
  }
  const said = dialogOf(library, open)?.cancelled ?? PHRASES.dialogGone;
  const changes = { ...(dialog === undefined ? takenUp(conversation, open.dialog) : { dialog: null }), story: null };
  return { outcome: "cancelled", replies: [reply(said, ["菜单"])], changes };
}

export function stepBackInDialog(context: TurnContext): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const before = stepBack(running.dialog, running.state);
  if (before === undefined) return { outcome: "explained", replies: [reply(PHRASES.nothingBefore), askAt(running.dialog, running.state)] };
  return askOn(running.dialog, before, undefined);
}

export function skipStep(context: TurnContext): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const { dialog, state } = running;
  const here = position(dialog, state);
  if (here.at === "review") return { outcome: "retried", replies: [review(dialog, state)] };
  const from = clip(context.activity.text, 40);
  if (here.at === "consent") return askOn(dialog, advance(state, { step: consentOf(here.step), value: false, from }), PHRASES.notConsented);
  const step = stepOf(dialog, here.step);
  const { misses } = context.conversation;
  if (mayStayOpen(dialog, step) && misses === 0)
    return {
      outcome: "retried",
      replies: [reply(PHRASES.skipNeeded(step.name), [...stepChoices(step), "跳过", "转人工"])],
      changes: { misses: 1 },
    };
  if (!step.optional && !mayStayOpen(dialog, step)) {
    const sentences = dialog.outcome === "calculation" ? SUM_PHRASES.cannotSkip : PHRASES.cannotSkip;
    const said = sentences[misses] ?? sentences[sentences.length - 1] ?? sentences[0];
    return {
      outcome: "retried",
      replies: [reply(said(step.name, misses), [...stepChoices(step), "转人工", "稍后", "取消"])],
      changes: { misses: misses + 1 },
    };
  }
  const skipped = advance(state, { step: here.step, value: null, from });
  const { replies, ...ending } = askOn(dialog, skipped, undefined);
  return { ...ending, replies: [reply(PHRASES.skipped), ...replies] };
}

export function explainStep(context: TurnContext): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const here = position(running.dialog, running.state);
  const asked = askAt(running.dialog, running.state);
  const why = here.at === "review" ? undefined : stepOf(running.dialog, here.step).why;
  const replies = why === undefined ? [asked] : [reply(why), asked];
  return { outcome: "explained", replies, changes: { misses: context.conversation.misses } };
}
