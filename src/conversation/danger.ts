import { findDangers } from "../content/danger-match.js";
import type { Danger } from "../content/library.js";
import { advance, position } from "../dialog/dialog.js";
import { clip } from "../reading/plain-text.js";
import { reply, type Reply } from "./activity.js";
import type { Changes, Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import { PHRASES } from "./phrases.js";
import { putAside } from "./put-aside.js";
import { runningDialog } from "./running-dialog.js";
import type { TurnContext } from "./turn.js";

const BUBBLES_MAX = 2;

/** Danger comes before everything: the number to call, and people told at once. No form stands in the way. */
export function meetDanger(context: TurnContext, { text }: Heard): Ending | undefined {
  const dangers = findDangers(context.library.dangers, text);
  if (dangers.length === 0) return undefined;
  const { owner } = context.conversation;
  const aside = formAside(context, text);
  if (owner.by === "queue" && owner.urgent) return { outcome: "danger", replies: alarm(dangers, owner.reference), changes: aside };
  const reference = context.newReference();
  const effects = [{ kind: "request-handoff", reference, reason: "danger", urgent: true }] as const;
  // A person is already there: the bot stays silent and the alarm goes to the desk alone.
  if (owner.by === "staff") return { outcome: "danger", replies: [], effects };
  const queued = { by: "queue", since: context.now, reference, urgent: true } as const;
  return { outcome: "danger", replies: alarm(dangers, reference), changes: { ...aside, owner: queued }, effects };
}

function alarm(dangers: readonly Danger[], reference: string): readonly Reply[] {
  const first = dangers.slice(0, BUBBLES_MAX).map((danger) => reply(danger.reply));
  return [...first, reply(PHRASES.alarmed(reference), ["留个电话", "转人工"])];
}

/** The form waits, and where any words were its answer these are kept as one. */
function formAside(context: TurnContext, text: string): Changes {
  const running = runningDialog(context);
  if (running === undefined) return {};
  const here = position(running.dialog, running.state);
  const slot = here.at === "step" ? running.dialog.steps[here.step]?.slot : undefined;
  const open = here.at === "step" && slot?.type === "text" && slot.takesAnything;
  const state = open ? advance(running.state, { step: here.step, value: text, from: clip(text, 40) }) : running.state;
  return { ...putAside(context.conversation, state), dialog: null };
}
