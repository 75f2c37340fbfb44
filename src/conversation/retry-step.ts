import { stepOf } from "../dialog/dialog.js";
import type { Unusable } from "../dialog/slot-reading.js";
import { reply } from "./activity.js";
import { stepChoices } from "./ask-step.js";
import type { Ending } from "./end-turn.js";
import { PHRASES } from "./phrases.js";
import type { Running } from "./running-dialog.js";
import type { TurnContext } from "./turn.js";

/** Each miss says it another way: the step's own sentences with their examples, then buttons and a person. */
export function retryStep(
  { conversation }: TurnContext,
  { dialog }: Running,
  { step: name, because }: { readonly step: string; readonly because?: Unusable | undefined },
): Ending {
  const step = stepOf(dialog, name);
  const { misses } = conversation;
  const choices = stepChoices(step);
  const changes = { misses: misses + 1 };
  const reason = because === undefined ? undefined : PHRASES.unusable[because];
  const sentence = step.retry[misses];
  if (sentence !== undefined)
    return { outcome: "retried", replies: [reply(reason === undefined ? sentence : `${reason}\n${sentence}`, choices)], changes };
  const over = misses - step.retry.length;
  const stuck = step.optional ? PHRASES.stuckSkip : PHRASES.stuck;
  const said = stuck[over] ?? PHRASES.stuckAgain(misses + 1);
  return { outcome: "retried", replies: [reply(said, [...choices, "转人工", "稍后"])], changes };
}
