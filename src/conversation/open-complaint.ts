import { reply, type Suggestion } from "./activity.js";
import { beginDialog } from "./dialog-commands.js";
import { complaintDialogs, dialogFor, wishesToComplain } from "./complaint-wish.js";
import type { Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import { PHRASES } from "./phrases.js";
import type { TurnContext } from "./turn.js";

/** A complaint offered: by the button of a dialog, or in words that say so. */
export function openComplaint(context: TurnContext, { text, choice }: Heard): Ending | undefined {
  if (choice?.begins !== undefined) return beginDialog(context, choice.begins);
  const named = complaintDialogs(context.library).find(({ title }) => title === text);
  if (named !== undefined) return beginDialog(context, named.id);
  return wishesToComplain(text) ? takeComplaint(context, text) : undefined;
}

/** Begins the dialog the story is about, or asks which; undefined where no dialog takes complaints. */
export function takeComplaint(context: TurnContext, text: string): Ending | undefined {
  const { library, recognizer } = context;
  const dialogs = complaintDialogs(library);
  if (dialogs.length === 0) return undefined;
  const fitting = dialogFor(library, recognizer, `${context.conversation.story ?? ""}。${text}`);
  if (fitting !== undefined) return beginDialog(context, fitting.id);
  const choices = dialogs.map(({ id, title }): Suggestion => ({ label: title, say: title, begins: id }));
  return { outcome: "clarified", replies: [reply(PHRASES.whichComplaint, [...choices, "转人工"])] };
}
