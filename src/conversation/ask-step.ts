import type { Dialog } from "../content/library.js";
import { givenOf, position, stepsInAll, type DialogState } from "../dialog/dialog.js";
import { showValue, slotChoices } from "../dialog/show-value.js";
import { clip } from "../reading/plain-text.js";
import { reply, type Reply } from "./activity.js";
import { PHRASES } from "./phrases.js";

const SHOWN_CHARS_MAX = 60;

/** The question where a dialog stands, or its summary. */
export function askAt(dialog: Dialog, state: DialogState): Reply {
  const here = position(dialog, state);
  if (here.at === "review") return review(dialog, state);
  const step = dialog.steps[here.step];
  if (step === undefined) throw new Error(`dialog ${dialog.id}: no step ${here.step}`);
  const progress = PHRASES.progress(here.number, Math.max(here.number, stepsInAll(dialog, state)));
  return reply(`${progress}${step.ask}`, [...slotChoices(step.slot), ...(step.optional ? ["跳过"] : [])]);
}

/** What was answered, numbered, to be checked before it is handed in. */
export function review(dialog: Dialog, state: DialogState): Reply {
  const given = givenOf(state);
  const lines = position(dialog, state).path.map((name, index) => {
    const step = dialog.steps[name];
    const answer = given.get(name);
    const value = step === undefined || answer === undefined ? "" : showValue(step.slot, answer);
    return `${index + 1}. ${step?.name ?? name}：${clip(value, SHOWN_CHARS_MAX)}`;
  });
  return reply([PHRASES.review(dialog.title), ...lines, PHRASES.reviewAsk].join("\n"), ["提交", "修改", "取消"]);
}
