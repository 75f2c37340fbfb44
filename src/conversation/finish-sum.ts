import type { Dialog } from "../content/library.js";
import type { Calculator as CalculatorName } from "../content/schema/related.js";
import { position, reopen } from "../dialog/dialog.js";
import type { Result } from "../entitlement/result.js";
import { reply, type Reply, type Suggestion } from "./activity.js";
import { askAt } from "./ask-step.js";
import { calculatorOf } from "./calculator-dialog.js";
import { CALCULATOR_WORDS } from "./calculator-words.js";
import type { Ending } from "./end-turn.js";
import type { TurnOutcome } from "./outcomes.js";
import { dialogOf, type Running } from "./running-dialog.js";
import { SUM_PHRASES } from "./sum-phrases.js";
import { sourcesOf, tellBeside, tellSum } from "./tell-sum.js";
import type { TurnContext } from "./turn.js";
import { sumsOf, workOut } from "./work-out.js";

/** At the last answer of a calculator its sum is told and the dialog is over; with the summary of a complaint, what is owed. */
export function withSums(context: TurnContext, ending: Ending): Ending {
  const state = ending.changes?.dialog;
  const dialog = state ? dialogOf(context.library, state) : undefined;
  if (!state || dialog === undefined || position(dialog, state).at !== "review") return ending;
  if (dialog.outcome === "calculation") return finish(context, ending, { dialog, state });
  return ending.outcome === "summarized" ? besideSummary(ending, tellBeside(sumsOf(context, { dialog, state }))) : ending;
}

function besideSummary(ending: Ending, sums: readonly Reply[]): Ending {
  return { ...ending, replies: [...ending.replies.slice(0, -1), ...sums, ...ending.replies.slice(-1)] };
}

function finish(context: TurnContext, ending: Ending, running: Running): Ending {
  const { dialog, state } = running;
  const calculator = calculatorOf(dialog);
  if (calculator === undefined) return ending;
  const result = workOut(context, calculator, running);
  if (result.kind === "refused") return askAgain(ending, running, result);
  const told = { ...ending.changes, dialog: null, calculated: state };
  const buttons = buttonsAfter(context, dialog, calculator.name as CalculatorName);
  const said = [...ending.replies, ...tell(context, result, dialog)];
  return { ...ending, outcome: outcomeOf(result), replies: withButtons(said, buttons), changes: told };
}

function outcomeOf(result: Exclude<Result, { kind: "refused" }>): TurnOutcome {
  if (result.kind === "calculated") return "calculated";
  if (result.kind === "missing" || result.reason === "unsettled") return "explained";
  return result.reason === "no-figure" ? "withheld-no-figure" : "withheld-not-in-force";
}

function tell(context: TurnContext, result: Exclude<Result, { kind: "refused" }>, dialog: Dialog): readonly Reply[] {
  switch (result.kind) {
    case "calculated":
      return tellSum(context, result);
    case "withheld":
      return [reply(result.say, [], sourcesOf(context, result.basis))];
    case "missing":
      return [reply(SUM_PHRASES.incomplete(result.wanted.map(({ name, question }) => dialog.steps[name]?.name ?? question).join("”“")))];
  }
}

/** What does not go together is asked once more, with the reason. */
function askAgain(ending: Ending, { dialog, state }: Running, { faults }: Extract<Result, { kind: "refused" }>): Ending {
  const wrong = faults.map(({ input }) => input).filter((input) => dialog.steps[input] !== undefined);
  const opened = wrong.reduce((open, input) => reopen(open, input), state);
  const asked = askAt(dialog, opened);
  const why = faults.map(({ say }) => say).join("\n");
  return {
    ...ending,
    outcome: "retried",
    replies: [{ ...asked, text: `${why}\n${asked.text}` }],
    changes: { ...ending.changes, dialog: opened },
  };
}

function buttonsAfter({ library }: TurnContext, { id }: Dialog, name: CalculatorName): readonly Suggestion[] {
  const { complaint } = CALCULATOR_WORDS[name];
  const known = complaint !== undefined && library.dialogs.current.has(complaint);
  const plain = (label: string): Suggestion => ({ label, say: label });
  return [
    plain(SUM_PHRASES.change),
    { ...plain(SUM_PHRASES.again), begins: id },
    { ...plain(SUM_PHRASES.complain), ...(known ? { begins: complaint } : {}) },
    plain("转人工"),
  ];
}

function withButtons(replies: readonly Reply[], buttons: readonly Suggestion[]): readonly Reply[] {
  return replies.map((one, index) => ({ ...one, suggestions: index === replies.length - 1 ? buttons : [] }));
}
