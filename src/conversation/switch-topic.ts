import { dialogIdOf } from "./calculator-dialog.js";
import { beginDialog } from "./dialog-commands.js";
import { complaintDialogs, dialogFor, wishesToComplain } from "./complaint-wish.js";
import type { Ending } from "./end-turn.js";
import { sumNamed } from "./open-sum.js";
import type { Running } from "./running-dialog.js";
import type { TurnContext } from "./turn.js";

/** 我还要投诉他们不交社保, 帮我算加班费: another dialog begins and the one on the way waits. Undefined when the words stay with this one. */
export function switchTopic(context: TurnContext, { dialog }: Running, text: string): Ending | undefined {
  const sum = sumNamed(text);
  if (sum !== undefined && dialogIdOf(sum) !== dialog.id) return beginDialog(context, dialogIdOf(sum));
  const named = complaintDialogs(context.library).find(({ title }) => title === text);
  const other = named ?? (wishesToComplain(text) ? dialogFor(context.library, context.recognizer, text) : undefined);
  return other === undefined || other.id === dialog.id ? undefined : beginDialog(context, other.id);
}
