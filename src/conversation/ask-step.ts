import type { Dialog } from "../content/library.js";
import type { StepFile } from "../content/schema/dialog.js";
import { givenOf, position, stepOf, stepsInAll, type DialogState } from "../dialog/dialog.js";
import { showValue, slotChoices } from "../dialog/show-value.js";
import { clip } from "../reading/plain-text.js";
import { reply, type Reply } from "./activity.js";
import { PHRASES } from "./phrases.js";
import { SUM_PHRASES } from "./sum-phrases.js";

const SHOWN_CHARS_MAX = 60;

/** The question where a dialog stands, the consent before it, what was read, or the summary. */
export function askAt(dialog: Dialog, state: DialogState): Reply {
  const here = position(dialog, state);
  if (here.at === "review") return review(dialog, state);
  const step = stepOf(dialog, here.step);
  const progress = PHRASES.progress(here.number, Math.max(here.number, stepsInAll(dialog, state)));
  const answer = state.answers.find((one) => one.step === here.step);
  if (here.at === "consent") return reply(`${progress}${step.consent ?? ""}`, ["同意", "不同意"]);
  if (here.at === "confirm" && answer !== undefined) {
    const said = PHRASES.readBack(step.name, showValue(step.slot, answer));
    return reply(`${progress}${said}`, ["对", "不对"]);
  }
  const before = answer?.pending === "ask" ? `\n${PHRASES.filledBefore(clip(showValue(step.slot, answer), SHOWN_CHARS_MAX))}` : "";
  return reply(`${progress}${step.ask}${optionLines(step)}${before}`, stepChoices(step));
}

/** The buttons of a step's question. */
export function stepChoices(step: StepFile): readonly string[] {
  return [...slotChoices(step.slot), ...(step.optional && step.slot.type !== "files" ? ["跳过"] : [])];
}

/** What each option means, where that is not plain from its label. */
function optionLines({ slot }: StepFile): string {
  if (slot.type !== "choice" || slot.options.every(({ about }) => about === undefined)) return "";
  return slot.options.map(({ label, about }, index) => `\n${index + 1}. ${label}${about === undefined ? "" : `：${about}`}`).join("");
}

/** What was answered, numbered, to be checked before it is handed in. */
export function review(dialog: Dialog, state: DialogState): Reply {
  const given = givenOf(state);
  const lines = position(dialog, state).path.map((name, index) => {
    const step = stepOf(dialog, name);
    const answer = given.get(name);
    const value = answer === undefined ? "" : showValue(step.slot, answer);
    return `${index + 1}. ${step.name}：${clip(value, SHOWN_CHARS_MAX)}`;
  });
  // A sum is not handed in: its buttons come with it.
  if (dialog.outcome === "calculation") return reply([SUM_PHRASES.given, ...lines].join("\n"));
  return reply([PHRASES.review(dialog.title), ...lines, PHRASES.reviewAsk].join("\n"), ["提交", "修改", "取消"]);
}
