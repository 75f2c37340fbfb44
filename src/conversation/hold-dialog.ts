import { advance, position } from "../dialog/dialog.js";
import { isClosed, slotChoices } from "../dialog/show-value.js";
import { readSlot } from "../dialog/slot.js";
import { clip } from "../reading/plain-text.js";
import { reply } from "./activity.js";
import { sideAnswer } from "./answer-question.js";
import { askAt } from "./ask-step.js";
import { changeNamed } from "./dialog-commands.js";
import type { Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import { PHRASES } from "./phrases.js";
import { runningDialog, type Running } from "./running-dialog.js";
import { settingOf } from "./setting-of.js";
import type { TurnContext } from "./turn.js";

const FROM_CHARS_MAX = 40;

/**
 * The question we asked, against what was written. A closed slot is tried first: it knows its answers. A free-text
 * slot yields only to a question the recognizer is very sure of, and not at all where any words are the answer.
 */
export function continueDialog(context: TurnContext, heard: Heard): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const here = position(running.dialog, running.state);
  if (here.at === "review") return atReview(context, running, heard);
  const step = running.dialog.steps[here.step];
  if (step === undefined) throw new Error(`dialog ${running.dialog.id}: no step ${here.step}`);
  const { slot } = step;
  const question = !isClosed(slot) && !(slot.type === "text" && slot.takesAnything) ? aside(context, running, heard, "sure") : undefined;
  if (question !== undefined) return question;
  const reading = readSlot(slot, heard.text, settingOf(context));
  if (reading.kind === "unusable")
    return (isClosed(slot) ? aside(context, running, heard, "likely") : undefined) ?? retry(context, running, here.step);
  const state = advance(running.state, { step: here.step, value: reading.value, from: clip(heard.text, FROM_CHARS_MAX) });
  const outcome = position(running.dialog, state).at === "review" ? "summarized" : "asked";
  return { outcome, replies: [askAt(running.dialog, state)], changes: { dialog: state } };
}

function atReview(context: TurnContext, running: Running, heard: Heard): Ending {
  const changed = changeNamed(running, heard.text);
  if (changed !== undefined) return changed;
  const question = aside(context, running, heard, "likely");
  if (question !== undefined) return question;
  const { misses } = context.conversation;
  // Every fourth time the whole summary, else the same point in other words.
  const said = PHRASES.reviewAgain[misses % (PHRASES.reviewAgain.length + 1)];
  const asked = said === undefined ? askAt(running.dialog, running.state) : reply(said, ["提交", "修改", "取消"]);
  return { outcome: "retried", replies: [asked], changes: { misses: misses + 1 } };
}

/** A question of law in the middle: its answer, then back to where we were. */
function aside(context: TurnContext, running: Running, heard: Heard, sure: "sure" | "likely"): Ending | undefined {
  const answered = sideAnswer(context, heard, sure);
  if (answered === undefined) return undefined;
  const asked = askAt(running.dialog, running.state);
  const plain = answered.replies.map((one) => ({ ...one, suggestions: [] }));
  return { ...answered, replies: [...plain, { ...asked, text: `${PHRASES.backOnPath}\n${asked.text}` }] };
}

/** Each miss says it another way: the step's own sentences first, then a way out. */
function retry({ conversation }: TurnContext, { dialog }: Running, name: string): Ending {
  const step = dialog.steps[name];
  const { misses } = conversation;
  const sentence = step?.retry[misses];
  const choices = step === undefined ? [] : [...slotChoices(step.slot), ...(step.optional ? ["跳过"] : [])];
  if (sentence !== undefined) return { outcome: "retried", replies: [reply(sentence, choices)], changes: { misses: misses + 1 } };
  const stuck = step?.optional === true ? PHRASES.stuckSkip : PHRASES.stuck;
  return { outcome: "retried", replies: [reply(stuck, [...choices, "转人工", "稍后"])], changes: { misses: misses + 1 } };
}
