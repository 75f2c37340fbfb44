import type { Dialog } from "../content/library.js";
import { stepOf, type DialogAnswer } from "../dialog/dialog.js";
import { reply } from "./activity.js";
import type { Ending } from "./end-turn.js";
import { PHRASES } from "./phrases.js";
import type { TurnContext } from "./turn.js";

interface Answered {
  readonly dialog: Dialog;
  readonly answer: DialogAnswer;
}

/** Danger told in answer to a question calls people at once: the form may never be handed in. */
export function withAlarm(context: TurnContext, { dialog, answer }: Answered, ending: Ending): Ending {
  const { owner } = context.conversation;
  const told = stepOf(dialog, answer.step).fact === "danger" && answer.value === true;
  if (!told || (owner.by === "queue" && owner.urgent)) return ending;
  const reference = context.newReference();
  return {
    outcome: "danger",
    replies: [reply(PHRASES.alarmed(reference)), ...ending.replies],
    changes: { ...ending.changes, owner: { by: "queue", since: context.now, reference, urgent: true } },
    effects: [{ kind: "request-handoff", reference, reason: "danger", urgent: true }],
  };
}
