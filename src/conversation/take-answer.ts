import type { Dialog } from "../content/library.js";
import { advance, position, stepOf, type DialogAnswer, type DialogState } from "../dialog/dialog.js";
import { fill } from "../dialog/fill.js";
import { showValue } from "../dialog/show-value.js";
import type { SlotReading } from "../dialog/slot-reading.js";
import { spotFacts } from "../dialog/spot-facts.js";
import { clip } from "../reading/plain-text.js";
import { askAt } from "./ask-step.js";
import { withAlarm } from "./danger-told.js";
import type { Ending } from "./end-turn.js";
import { PHRASES } from "./phrases.js";
import type { Running } from "./running-dialog.js";
import { settingOf } from "./setting-of.js";
import type { TurnContext } from "./turn.js";

const FROM_CHARS_MAX = 40;
const NOTED_CHARS_MAX = 30;

type Taken = Extract<SlotReading, { kind: "taken" }>;

/** The answer as it is kept; what money or day was not said plainly waits to be confirmed. */
export function answerOf(
  dialog: Dialog,
  step: string,
  { reading, text }: { readonly reading: Taken; readonly text: string },
): DialogAnswer {
  const { value, bounds, doubtful } = reading;
  const pending = doubtful && stepOf(dialog, step).confirm !== undefined ? { pending: "confirm" as const } : {};
  return { step, value, from: clip(text, FROM_CHARS_MAX), ...(bounds === undefined ? {} : { bounds }), ...pending };
}

/** Keeps an answer and whatever else its words told, says back what was understood, and asks on. */
export function takeAnswer(context: TurnContext, { dialog, state }: Running, answer: DialogAnswer, text: string): Ending {
  const kept = advance(state, answer);
  const { state: filled, steps } = fillFrom(context, { dialog, state: kept }, text);
  const spoken = isSaidBack(dialog, answer) ? [answer.step, ...steps] : steps;
  return withAlarm(context, { dialog, answer }, askOn(dialog, filled, noted(dialog, filled, spoken)));
}

/** Fills what else a text tells. */
export function fillFrom(context: TurnContext, { dialog, state }: Running, text: string): ReturnType<typeof fill> {
  return fill(dialog, state, { facts: spotFacts(text, settingOf(context)), story: text });
}

/** Money and days are always said back, so that a wrong reading is seen at once. */
function isSaidBack(dialog: Dialog, { step, value, pending }: DialogAnswer): boolean {
  return value !== null && pending === undefined && stepOf(dialog, step).confirm !== undefined;
}

/** The next question or the summary, with a line before it where there is something to say. */
export function askOn(dialog: Dialog, state: DialogState, line: string | undefined): Ending {
  const asked = askAt(dialog, state);
  const replies = [line === undefined ? asked : { ...asked, text: `${line}\n${asked.text}` }];
  return { outcome: position(dialog, state).at === "review" ? "summarized" : "asked", replies, changes: { dialog: state } };
}

/** 我记下了：欠薪单位 某某建筑公司，一共欠多少 2万3千元。 What waits to be confirmed is asked about, not noted. */
export function noted(dialog: Dialog, state: DialogState, steps: readonly string[]): string | undefined {
  const items = state.answers
    .filter(({ step, pending }) => steps.includes(step) && pending === undefined)
    .map((answer) => {
      const { name, slot } = stepOf(dialog, answer.step);
      return `${name} ${clip(showValue(slot, answer), NOTED_CHARS_MAX)}`;
    });
  return items.length === 0 ? undefined : PHRASES.noted(items.join("，"));
}
