import { position } from "../dialog/dialog.js";
import { changeNamed, itemButtons } from "./change-answer.js";
import { correctAnswer } from "./correct-answer.js";
import { reply } from "./activity.js";
import type { Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import { PHRASES } from "./phrases.js";
import { dialogOf, type Running } from "./running-dialog.js";
import { SUM_PHRASES } from "./sum-phrases.js";
import type { TurnContext } from "./turn.js";

/** 改第2项, 不对，是六千: after a sum, another answer and the sum anew. */
export function reviseSum(context: TurnContext, { text, choice }: Heard): Ending | undefined {
  const running = sumTold(context);
  if (running === undefined || choice?.begins !== undefined || choice?.opens !== undefined) return undefined;
  if (/改|第\S{1,2}[项条个]/u.test(text)) {
    const changed = changeNamed(running, text);
    if (changed !== undefined) return changed;
  }
  return justTold(context) ? correctAnswer(context, running, text) : undefined;
}

/** 修改 after a sum: which item. */
export function changeSum(context: TurnContext): Ending | undefined {
  const running = sumTold(context);
  if (running === undefined) return undefined;
  const count = position(running.dialog, running.state).path.length;
  return { outcome: "explained", replies: [reply(PHRASES.askWhich(count), itemButtons(count))] };
}

function sumTold({ conversation, library }: TurnContext): Running | undefined {
  const state = conversation.dialog === undefined ? conversation.calculated : undefined;
  const dialog = state === undefined ? undefined : dialogOf(library, state);
  return state === undefined || dialog === undefined ? undefined : { dialog, state };
}

/** Only right after the sum does 不对 mean it. */
function justTold({ conversation }: TurnContext): boolean {
  return conversation.choices.some(({ say }) => say === SUM_PHRASES.again);
}
