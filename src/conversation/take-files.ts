import { advance, position, stepOf } from "../dialog/dialog.js";
import { reply } from "./activity.js";
import type { Ending } from "./end-turn.js";
import { PHRASES } from "./phrases.js";
import { runningDialog } from "./running-dialog.js";
import type { TurnContext } from "./turn.js";

/** Files sent where a dialog asks for files: kept as its answer, until 好了 says that these are all. */
export function takeFiles(context: TurnContext): Ending | undefined {
  const { attachments, text } = context.activity;
  const running = attachments.length === 0 ? undefined : runningDialog(context);
  if (running === undefined || text.trim() !== "") return undefined;
  const { dialog, state } = running;
  const here = position(dialog, state);
  const slot = here.at === "step" ? stepOf(dialog, here.step).slot : undefined;
  if (here.at !== "step" || slot?.type !== "files") return undefined;
  const before = state.answers.find(({ step }) => step === here.step)?.value;
  const had = Array.isArray(before) ? (before as readonly string[]) : [];
  const names = attachments.map(({ file, sha256, name }) => file ?? sha256 ?? name);
  const value = [...had, ...names].slice(0, slot.max);
  const full = had.length + names.length > slot.max;
  const next = advance(state, { step: here.step, value, from: PHRASES.fileCount(value.length), pending: "ask" });
  const said = full ? PHRASES.filesFull(slot.max) : PHRASES.filesTaken(value.length);
  return { outcome: "received", replies: [reply(said, ["好了"])], changes: { dialog: next } };
}
