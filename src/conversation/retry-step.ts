import type { Dialog } from "../content/library.js";
import type { StepFile } from "../content/schema/dialog.js";
import { advance, stepOf } from "../dialog/dialog.js";
import type { Unusable } from "../dialog/slot-reading.js";
import { clip } from "../reading/plain-text.js";
import { reply } from "./activity.js";
import { stepChoices } from "./ask-step.js";
import type { Ending } from "./end-turn.js";
import { PHRASES } from "./phrases.js";
import type { Running } from "./running-dialog.js";
import { askOn } from "./take-answer.js";
import type { TurnContext } from "./turn.js";

const WORDS_CHARS_MAX = 100;

interface Missed {
  readonly step: string;
  readonly text: string;
  readonly because?: Unusable | undefined;
}

/** Each miss says it another way: the step's own sentences with their examples, then a person, then the step is left behind. */
export function retryStep({ conversation }: TurnContext, running: Running, missed: Missed): Ending {
  const step = stepOf(running.dialog, missed.step);
  const { misses } = conversation;
  const choices = stepChoices(step);
  const changes = { misses: misses + 1 };
  const reason = missed.because === undefined ? undefined : PHRASES.unusable[missed.because];
  const sentence = step.retry[misses];
  if (sentence !== undefined)
    return { outcome: "retried", replies: [reply(reason === undefined ? sentence : `${reason}\n${sentence}`, choices)], changes };
  const over = misses - step.retry.length;
  if (over > 0 && (step.optional || mayStayOpen(running.dialog, step))) return leaveBehind(running, step, missed);
  const stuck = step.optional ? PHRASES.stuckSkip : PHRASES.stuck;
  const said = stuck[over] ?? PHRASES.stuckAgain(misses + 1);
  return { outcome: "retried", replies: [reply(said, [...choices, "转人工", "稍后"])], changes };
}

/** A complaint is of use without an answer or two, for staff to ask; only how far the name may go has to be said. */
export function mayStayOpen({ outcome }: Dialog, { optional, fact }: StepFile): boolean {
  return !optional && outcome === "case" && fact !== "level";
}

/** Nobody is kept for ever at one question: the words as written go along for staff to read, or the step stays empty. */
function leaveBehind({ dialog, state }: Running, { slot }: StepFile, { step, text }: Missed): Ending {
  const words = slot.type === "employer" || slot.type === "project" || slot.type === "township" || slot.type === "name";
  const said = clip(text, WORDS_CHARS_MAX);
  const kept = words && said !== "";
  return askOn(dialog, advance(state, { step, value: kept ? said : null, from: said }), kept ? PHRASES.keptAsWritten : PHRASES.leftOpen);
}
