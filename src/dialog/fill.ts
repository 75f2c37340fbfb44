import type { Dialog } from "../content/library.js";
import type { StepFile } from "../content/schema/dialog.js";
import type { FactName } from "../content/schema/facts.js";
import { clip, tidy } from "../reading/plain-text.js";
import { spotYesNo } from "../reading/read-yes-no.js";
import { advance, givenOf, position, type DialogAnswer, type DialogState } from "./dialog.js";
import type { SlotValue } from "./slot-value.js";
import type { Told, ToldFacts } from "./told.js";

const FROM_CHARS_MAX = 40;
const STORY_CHARS_MIN = 8;
const VALUE_KINDS = new Map<string, "number" | "string" | "boolean">([
  ["amount", "number"],
  ["count", "number"],
  ["duration", "number"],
  ["number", "number"],
  ["date", "string"],
  ["phone", "string"],
  ["id-number", "string"],
  ["name", "string"],
  ["employer", "string"],
  ["project", "string"],
  ["township", "string"],
  ["yes-no", "boolean"],
  ["text", "string"],
]);

export interface Filled {
  readonly state: DialogState;
  /** The steps that got an answer, in the dialog's order. */
  readonly steps: readonly string[];
}

/**
 * Answers every unanswered step whose answer was told already: its fact, or its own words for yes and no and for its
 * options. A story is kept where a consent is asked
 * first, and counts when that is given; everything else of such steps waits for it. A wrong answer here is worse than a question more.
 */
export function fill(dialog: Dialog, state: DialogState, { facts, story }: { readonly facts: ToldFacts; readonly story: string }): Filled {
  let filled = state;
  const steps: string[] = [];
  const given = givenOf(state);
  for (const [name, step] of Object.entries(dialog.steps)) {
    if (given.has(name) || (step.consent !== undefined && step.fact !== "story")) continue;
    const answer = fromFact(name, step, facts) ?? fromWords(name, step, story);
    // Danger is never taken from a story: asked, the answer calls people.
    if (answer === undefined || (step.fact === "danger" && answer.value === true)) continue;
    filled = advance(filled, answer);
    if (step.consent === undefined) steps.push(name);
  }
  return { state: filled, steps };
}

function fromFact(name: string, step: StepFile, facts: ToldFacts): DialogAnswer | undefined {
  const told = step.fact === undefined ? undefined : (facts[step.fact] ?? standIn(step.fact, facts));
  if (told === undefined || typeof told.value !== VALUE_KINDS.get(step.slot.type)) return undefined;
  if (told.doubtful && step.confirm === undefined) return undefined;
  const { value, bounds, from } = told;
  const pending = told.doubtful ? { pending: "confirm" as const } : {};
  return { step: name, value, from: clip(from, FROM_CHARS_MAX), ...(bounds === undefined ? {} : { bounds }), ...pending };
}

/** Who hired, where nobody else is named: the subcontractor. */
function standIn(fact: FactName, facts: ToldFacts): Told | undefined {
  return fact === "employer" ? facts.subContractor : undefined;
}

/** Of the story no words are kept: they may tell what is never handed in. */
function fromWords(name: string, { slot }: StepFile, story: string): DialogAnswer | undefined {
  if (story.length < STORY_CHARS_MIN) return undefined;
  if (slot.type === "yes-no") {
    const reading = spotYesNo(story, slot);
    return reading.kind === "read" ? { step: name, value: reading.value, from: "" } : undefined;
  }
  if (slot.type !== "choice") return undefined;
  const plain = tidy(story);
  const [only, ...others] = slot.options.filter(({ cues }) => cues.some((cue) => plain.includes(cue)));
  return only === undefined || others.length > 0 ? undefined : { step: name, value: only.value, from: only.label };
}

/** The facts of the answers on the path, for cases, calculators, papers and other dialogs. */
export function factsOf(dialog: Dialog, state: DialogState): Partial<Record<FactName, SlotValue>> {
  const given = givenOf(state);
  const facts: Partial<Record<FactName, SlotValue>> = {};
  for (const name of position(dialog, state).path) {
    const fact = dialog.steps[name]?.fact;
    const value = given.get(name)?.value ?? null;
    if (fact !== undefined && value !== null) facts[fact] = value;
  }
  return facts;
}

/** The state without answers that lie off the path now: who chose 匿名 hands in no name told before. Consents stay. */
export function onPath(dialog: Dialog, state: DialogState): DialogState {
  const { path } = position(dialog, state);
  return { ...state, answers: state.answers.filter(({ step }) => path.includes(step) || dialog.steps[step] === undefined) };
}

/** What one dialog was told, for another that asks the same. */
export function toldIn(dialog: Dialog, state: DialogState): ToldFacts {
  const facts: ToldFacts = {};
  for (const { step, value, from, bounds, pending } of state.answers) {
    const fact = dialog.steps[step]?.fact;
    if (fact === undefined || value === null || pending !== undefined) continue;
    facts[fact] = { value, from, doubtful: false, ...(bounds === undefined ? {} : { bounds }) };
  }
  return facts;
}
