import { position, reopen } from "../dialog/dialog.js";
import { bareWords } from "../reading/plain-text.js";
import { readOrdinal } from "../reading/read-choice.js";
import { reply } from "./activity.js";
import { stepBackInDialog } from "./dialog-commands.js";
import type { Ending } from "./end-turn.js";
import { namedStep } from "./fact-words.js";
import { PHRASES } from "./phrases.js";
import { askOn } from "./take-answer.js";
import { runningDialog, type Running } from "./running-dialog.js";
import type { TurnContext } from "./turn.js";

/** 修改: at the summary, which item; before it, the last answer once more. */
export function changeAnswer(context: TurnContext): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined) return undefined;
  const here = position(running.dialog, running.state);
  if (here.at !== "review") return stepBackInDialog(context);
  return { outcome: "asked", replies: [reply(PHRASES.askWhich(here.path.length), itemButtons(here.path.length))] };
}

/** 改第2项, 修改电话, or at the summary the item's bare number: that step is asked again and the other answers stay. */
export function changeNamed({ dialog, state }: Running, text: string): Ending | undefined {
  const here = position(dialog, state);
  const asks = /^\s*我?(?:想|要)?(?:修改|改)/u.test(text);
  if (here.at !== "review" && !/^\s*我?(?:想|要)?(?:修改|改)第?\d/u.test(text) && !asks) return undefined;
  const answered = here.path.filter((name) => state.answers.some(({ step }) => step === name));
  const given = state.answers.map(({ step }) => step).filter((name) => dialog.steps[name] !== undefined);
  const number = itemNumber(text);
  const named = asks && number === undefined ? namedStep(dialog, given, text) : undefined;
  const step = number === undefined ? named : here.path[number - 1];
  if (step === undefined || !given.includes(step)) return number === undefined ? undefined : wrongItem(answered.length);
  // 改成两万五 says already by what; see correct-answer.ts.
  if (named !== undefined && /改[成为]|换成/u.test(text)) return undefined;
  const opened = reopen(state, step);
  const next = position(dialog, opened);
  const later = next.at !== "review" && next.step !== step ? PHRASES.askedLater(dialog.steps[step]?.name ?? "") : undefined;
  return { ...askOn(dialog, opened, later), outcome: "asked" };
}

/** 改第2项, 第二项, 3 → which item is meant. */
function itemNumber(text: string): number | undefined {
  const bare = bareWords(text).replace(/^我?要?(?:修改|改)/u, "");
  const digits = /^第?(\d{1,2})[项条个]?$/u.exec(bare)?.[1];
  return digits === undefined ? readOrdinal(bare, 15) : Number(digits);
}

function wrongItem(count: number): Ending {
  return { outcome: "retried", replies: [reply(PHRASES.onlyItems(count), itemButtons(count))] };
}

export function itemButtons(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `改第${index + 1}项`);
}
