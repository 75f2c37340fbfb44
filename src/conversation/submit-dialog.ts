import { papersFor } from "../case/paper.js";
import { position } from "../dialog/dialog.js";
import { factsOf, onPath } from "../dialog/fill.js";
import { reply } from "./activity.js";
import { askAt } from "./ask-step.js";
import type { Ending } from "./end-turn.js";
import { PHRASES } from "./phrases.js";
import { sayEvidence } from "./say-evidence.js";
import { takenUp } from "./put-aside.js";
import { dialogOf, runningDialog, type Running } from "./running-dialog.js";
import type { TurnContext } from "./turn.js";
import { sumsOf } from "./work-out.js";

/** 提交, and nothing else, hands in. Said again, it tells the same number. */
export function submitDialog(context: TurnContext): Ending | undefined {
  const { filed } = context.conversation;
  const running = runningDialog(context);
  if (running === undefined)
    return filed === undefined ? undefined : { outcome: "explained", replies: [reply(PHRASES.filedAlready(filed), ["菜单"])] };
  const { dialog, state } = running;
  if (dialog.outcome === "calculation") return { outcome: "retried", replies: [reply(dialog.submitted), askAt(dialog, state)] };
  if (position(dialog, state).at !== "review") return { outcome: "retried", replies: [reply(PHRASES.notYet), askAt(dialog, state)] };
  return dialog.outcome === "case" ? fileCase(context, running) : leaveMessage(context, running);
}

function leaveMessage(context: TurnContext, { dialog, state }: Running): Ending {
  const reference = context.newReference();
  return {
    outcome: "submitted",
    replies: [reply(dialog.submitted.replaceAll("{编号}", reference), buttons(context, state.dialog))],
    changes: afterwards(context, { reference, title: dialog.title, id: state.dialog }),
    effects: [{ kind: "leave-message", reference, dialog: state }],
  };
}

function fileCase(context: TurnContext, { dialog, state }: Running): Ending {
  const reference = context.newReference();
  const receipt = context.newReceipt();
  const { owner } = context.conversation;
  const urgent = owner.by === "queue" && owner.urgent;
  const calculations = sumsOf(context, { dialog, state });
  const told = reply(dialog.submitted.replaceAll("{编号}", reference));
  const facts = factsOf(dialog, state);
  const evidence = sayEvidence(context.library, dialog.id, facts);
  const proof = evidence === undefined ? [] : [evidence];
  const papers = papersFor(context.library.papers, dialog.id).slice(0, 1);
  const next = reply(PHRASES.whatNext, [...papers.map(({ button }) => `下载${button}`), ...buttons(context, state.dialog)]);
  return {
    outcome: "submitted",
    replies: [told, reply(PHRASES.receipt(receipt)), ...proof, next],
    // 重复 says everything but the secret: that is shown once.
    changes: { ...afterwards(context, { reference, title: dialog.title, id: state.dialog }), lastReplies: [told, ...proof, next] },
    effects: [{ kind: "file-case", reference, receipt, dialog: onPath(dialog, state), facts, calculations, urgent }],
  };
}

interface HandedIn {
  readonly reference: string;
  readonly title: string;
  readonly id: string;
}

function afterwards({ conversation }: TurnContext, { reference, title, id }: HandedIn): NonNullable<Ending["changes"]> {
  return { ...takenUp(conversation, id), dialog: null, story: null, filed: { reference, title } };
}

/** Another form on the way is not forgotten. */
function buttons({ conversation, library }: TurnContext, id: string): readonly string[] {
  const { paused } = takenUp(conversation, id);
  return paused && dialogOf(library, paused) !== undefined ? ["继续", "菜单"] : ["菜单"];
}
