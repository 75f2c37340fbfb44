import type { Dialog } from "../content/library.js";
import { advance, begin, consentOf, position, stepOf, type DialogState, type Position } from "../dialog/dialog.js";
import type { Setting } from "../dialog/setting.js";
import { readSlot } from "../dialog/slot.js";
import { readYesNo } from "../reading/read-yes-no.js";

/** What a colleague typed for a step of the form. Empty words pass a step over that may be passed over. */
export interface Typed {
  readonly step: string;
  readonly text: string;
}

export interface Intake {
  readonly state: DialogState;
  readonly position: Position;
  /** The step whose words could not be read, with what may help. */
  readonly problem?: { readonly step: string; readonly message: string };
}

/**
 * The same form that people answer in chat, filled in from a call: same steps, same readers, same checks. Walks until a
 * step has no words or unreadable ones. Nothing is read back: who types sees the reading and hears the caller.
 */
export function walkIntake(dialog: Dialog, typed: readonly Typed[], setting: Setting): Intake {
  const words = new Map(typed.map(({ step, text }) => [step, text.trim()]));
  let state = begin(dialog);
  for (;;) {
    const here = position(dialog, state);
    if (here.at === "review") return { state, position: here };
    const name = here.at === "consent" ? consentOf(here.step) : here.step;
    const text = words.get(name);
    if (text === undefined) return { state, position: here };
    const next = here.at === "consent" ? consented(state, name, text) : answered(dialog, { state, step: name, text, setting });
    if (next === undefined) return { state, position: here, problem: { step: name, message: helpFor(dialog, here.step) } };
    state = next;
  }
}

function consented(state: DialogState, step: string, text: string): DialogState | undefined {
  const reading = readYesNo(text);
  return reading.kind === "read" ? advance(state, { step, value: reading.value, from: text }) : undefined;
}

function answered(
  dialog: Dialog,
  { state, step, text, setting }: { readonly state: DialogState; readonly step: string; readonly text: string; readonly setting: Setting },
): DialogState | undefined {
  const { optional, slot } = stepOf(dialog, step);
  if (text === "") return optional ? advance(state, { step, value: null, from: "" }) : undefined;
  const reading = readSlot(slot, text, setting);
  if (reading.kind === "unusable") return undefined;
  const { value, bounds } = reading;
  return advance(state, { step, value, from: text, ...(bounds === undefined ? {} : { bounds }) });
}

function helpFor(dialog: Dialog, step: string): string {
  return stepOf(dialog, step).retry[0] ?? "没有看懂，请换个写法。";
}
