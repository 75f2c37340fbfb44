import type { Dialog } from "../content/library.js";
import { END } from "../content/schema/dialog.js";
import type { SlotValue } from "./slot.js";
import { holds } from "./branch.js";

/** The whole state of a running dialog: what was answered. A list, because jsonb does not keep the order of keys. */
export interface DialogState {
  readonly dialog: string;
  readonly version: number;
  readonly answers: readonly DialogAnswer[];
}

export interface DialogAnswer {
  readonly step: string;
  /** `null`: skipped. */
  readonly value: SlotValue;
  /** The words it was read from. */
  readonly from: string;
}

/** Where a dialog stands: at a question, or at the summary to be checked. */
export type Position =
  | { readonly at: "step"; readonly step: string; readonly number: number; readonly path: readonly string[] }
  | { readonly at: "review"; readonly path: readonly string[] };

export function begin(dialog: Dialog): DialogState {
  return { dialog: dialog.id, version: dialog.version, answers: [] };
}

/** Walks the answers from the first step; the first step without one is where we stand. */
export function position(dialog: Dialog, state: DialogState): Position {
  const given = new Map(state.answers.map((answer) => [answer.step, answer]));
  const path: string[] = [];
  for (let name = dialog.first; name !== END;) {
    const step = dialog.steps[name];
    if (step === undefined) throw new Error(`dialog ${dialog.id}: no step ${name}`);
    if (path.includes(name)) throw new Error(`dialog ${dialog.id}: step ${name} comes twice`);
    path.push(name);
    if (!given.has(name)) return { at: "step", step: name, number: path.length, path };
    name = typeof step.next === "string" ? step.next : (step.next.find(({ when }) => when === undefined || holds(when, given))?.go ?? END);
  }
  return { at: "review", path };
}

/** Keeps an answer, in place of an earlier one to the same step. */
export function advance(state: DialogState, answer: DialogAnswer): DialogState {
  return { ...state, answers: [...state.answers.filter(({ step }) => step !== answer.step), answer] };
}

/** Takes back the last answer; undefined when there is none. */
export function stepBack(state: DialogState): DialogState | undefined {
  return state.answers.length === 0 ? undefined : { ...state, answers: state.answers.slice(0, -1) };
}

/** Asks one step again and keeps all the others. */
export function reopen(state: DialogState, step: string): DialogState {
  return { ...state, answers: state.answers.filter((answer) => answer.step !== step) };
}

/** How many questions the path has from here when nothing branches away: for 第3步，共8步. */
export function stepsInAll(dialog: Dialog, state: DialogState): number {
  let walked = state;
  for (let count = 0; count <= Object.keys(dialog.steps).length; count += 1) {
    const here = position(dialog, walked);
    if (here.at === "review") return here.path.length;
    walked = advance(walked, { step: here.step, value: null, from: "" });
  }
  return Object.keys(dialog.steps).length;
}
