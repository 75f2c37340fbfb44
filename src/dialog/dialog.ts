import type { Dialog } from "../content/library.js";
import { END, type StepFile } from "../content/schema/dialog.js";
import { holds } from "./branch.js";
import type { Bounds, SlotValue } from "./slot-value.js";

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
  readonly bounds?: Bounds;
  /** `confirm`: read back and not confirmed yet. `ask`: asked again; kept till another takes its place. */
  readonly pending?: "confirm" | "ask";
}

/** Where a dialog stands: at a question, at the consent before it, at an answer read back, or at the summary to be checked. */
export type Position =
  | {
      readonly at: "step" | "consent" | "confirm";
      readonly step: string;
      readonly number: number;
      readonly path: readonly string[];
    }
  | { readonly at: "review"; readonly path: readonly string[] };

/** The answers as the walk looks them up. */
export type Given = ReadonlyMap<string, DialogAnswer>;

export function begin(dialog: Dialog): DialogState {
  return { dialog: dialog.id, version: dialog.version, answers: [] };
}

/** Walks the answers from the first step; the first step that wants something is where we stand. */
export function position(dialog: Dialog, state: DialogState): Position {
  const given = givenOf(state);
  const path: string[] = [];
  for (let name = dialog.first; name !== END;) {
    const step = stepOf(dialog, name);
    const at = wanted(step, name, given);
    if (at !== "passed") path.push(name);
    if (at === "step" || at === "consent" || at === "confirm") return { at, step: name, number: path.length, path };
    name = nextOf(step, given);
  }
  return { at: "review", path };
}

/** What a step wants of the person; `passed`: it is not on the path at all. */
function wanted(step: StepFile, name: string, given: Given): Position["at"] | "passed" | "answered" {
  const answer = given.get(name);
  if (step.skipWhen !== undefined && holds(step.skipWhen, given)) return "passed";
  const consent = step.consent === undefined ? true : given.get(consentOf(name))?.value;
  if (consent === false) return "passed";
  if (consent !== true) return "consent";
  if (answer === undefined) return "step";
  if (answer.pending === "ask") return "step";
  return answer.pending === "confirm" ? "confirm" : "answered";
}

function nextOf({ next }: StepFile, given: Given): string {
  return typeof next === "string" ? next : (next.find(({ when }) => when === undefined || holds(when, given))?.go ?? END);
}

export function stepOf(dialog: Dialog, name: string): StepFile {
  const step = dialog.steps[name];
  if (step === undefined) throw new Error(`dialog ${dialog.id}: no step ${name}`);
  return step;
}

export function givenOf({ answers }: DialogState): Given {
  return new Map(answers.map((answer) => [answer.step, answer]));
}

/** The name under which the consent to a step is kept; no step can have it. */
export function consentOf(step: string): string {
  return `${step}/consent`;
}

/** Keeps an answer, in place of an earlier one to the same step. */
export function advance(state: DialogState, answer: DialogAnswer): DialogState {
  const known = state.answers.some(({ step }) => step === answer.step);
  const answers = known ? state.answers.map((one) => (one.step === answer.step ? answer : one)) : [...state.answers, answer];
  return { ...state, answers };
}

/** What was read back is right. */
export function confirmAnswer(state: DialogState, step: string): DialogState {
  return { ...state, answers: state.answers.map((one) => (one.step === step ? settled(one) : one)) };
}

function settled({ pending: _, ...answer }: DialogAnswer): DialogAnswer {
  return answer;
}

/**
 * One question back: what was opened again is left as it was, else the last answer on the way here is taken back;
 * undefined when there is none.
 */
export function stepBack(dialog: Dialog, state: DialogState): DialogState | undefined {
  const here = position(dialog, state);
  const current = here.at === "review" || here.at === "consent" ? undefined : state.answers.find(({ step }) => step === here.step);
  if (current?.pending === "ask") return confirmAnswer(state, current.step);
  const before = here.at === "review" ? here.path : here.path.slice(0, -1);
  const names = new Set([
    ...before,
    ...before.map(consentOf),
    ...(current === undefined && here.at !== "review" ? [consentOf(here.step)] : []),
  ]);
  const last = current ?? state.answers.findLast(({ step }) => names.has(step));
  return last === undefined ? undefined : { ...state, answers: state.answers.filter(({ step }) => step !== last.step) };
}

/** Asks one step again; its answer stays until another takes its place. */
export function reopen(state: DialogState, step: string): DialogState {
  return { ...state, answers: state.answers.map((one) => (one.step === step ? { ...settled(one), pending: "ask" as const } : one)) };
}

/** How many questions the path has when nothing more branches away: for 第3步，共8步. */
export function stepsInAll(dialog: Dialog, state: DialogState): number {
  const given = givenOf(state);
  let count = 0;
  for (let name = dialog.first; name !== END && count <= state.answers.length + Object.keys(dialog.steps).length;) {
    const step = stepOf(dialog, name);
    if (wanted(step, name, given) !== "passed") count += 1;
    name = nextOf(step, given);
  }
  return count;
}
