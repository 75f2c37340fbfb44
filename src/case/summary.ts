import type { Dialog } from "../content/library.js";
import { givenOf, position, type DialogState } from "../dialog/dialog.js";
import { showValue } from "../dialog/show-value.js";

export interface SummaryLine {
  readonly name: string;
  readonly value: string;
}

/** What was answered, in the dialog's own names and the order it was asked in. */
export function summaryOf(dialog: Dialog, state: DialogState): readonly SummaryLine[] {
  const given = givenOf(state);
  return position(dialog, state).path.flatMap((name) => {
    const step = dialog.steps[name];
    const answer = given.get(name);
    return step === undefined || answer === undefined ? [] : [{ name: step.name, value: showValue(step.slot, answer) }];
  });
}
