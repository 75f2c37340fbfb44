import { decideAct } from "../case/act.js";
import { ENDED, type Matter } from "../case/case.js";
import { clocksOf } from "../case/clock.js";
import { papersFor } from "../case/paper.js";
import { STATE_WORDS } from "../case/words.js";
import { beijingDay } from "../clock.js";
import { reply } from "./activity.js";
import { readCaseWish, type CaseWish } from "./case-words.js";
import type { Ending } from "./end-turn.js";
import { CASE_PHRASES } from "./case-phrases.js";
import { sayEvidence } from "./say-evidence.js";
import { dialogOf } from "./running-dialog.js";
import type { TurnContext } from "./turn.js";

const SHOWN_MAX = 3;

/** 查进度, 撤回, 补充材料, a number or a receipt code: about what is filed already. Files sent later find their case by themselves. */
export function obeyCaseCommand(context: TurnContext): Ending | undefined {
  const wish = readCaseWish(context.activity.text);
  if (wish === undefined) return undefined;
  const cases = context.cases ?? [];
  switch (wish.kind) {
    case "status":
      return cases.length === 0 ? told(CASE_PHRASES.noneHere) : show(context, cases);
    case "receipt":
      return {
        ...(cases.length === 0 ? told(CASE_PHRASES.unknownCode) : show(context, cases)),
        changes: { echo: { text: "", times: 0 } },
        effects: [{ kind: "mask-words" }],
      };
    case "reference":
      return ofNumber(context, cases, wish);
    case "evidence":
      return cases.some(isOpen) ? told(CASE_PHRASES.sendFiles) : cases.length === 0 ? undefined : told(CASE_PHRASES.allEnded);
    case "papers":
      return sayPapers(context, cases);
    case "proof":
      return sayProof(context, cases);
    case "withdraw":
      return askWithdraw(cases);
    case "withdraw-surely":
      return withdraw(context, cases, wish.reference);
  }
}

function isOpen({ state }: Matter): boolean {
  return !ENDED.has(state);
}

function told(text: string, buttons: readonly string[] = ["转人工", "菜单"]): Ending {
  return { outcome: "case-shown", replies: [reply(text, buttons)] };
}

function show(context: TurnContext, cases: readonly Matter[]): Ending {
  const lines = cases.slice(0, SHOWN_MAX).map((one) => statusLine(context, one));
  return told(lines.join("\n"), cases.some(isOpen) ? ["补充材料", "撤回", "转人工"] : ["转人工", "菜单"]);
}

function statusLine({ library, region }: TurnContext, { reference, about, state, dueAt }: Matter): string {
  const title = "dialog" in about ? dialogOf(library, about.dialog)?.title : undefined;
  const promise = dueAt !== undefined && clocksOf(region).clocks?.promised === true ? CASE_PHRASES.promise(beijingDay(dueAt)) : "";
  return CASE_PHRASES.status({ reference, title: title ?? "", words: `${STATE_WORDS[state]}${promise}` });
}

/** A number is no secret: it tells only whoever filed it from here. A word of eight letters that is none is not ours to answer. */
function ofNumber(
  context: TurnContext,
  cases: readonly Matter[],
  { reference }: Extract<CaseWish, { kind: "reference" }>,
): Ending | undefined {
  const own = cases.filter((one) => one.reference === reference);
  if (own.length > 0) return show(context, own);
  return context.activity.text.includes("-") || cases.length > 0 ? told(CASE_PHRASES.numberOnly) : undefined;
}

/** Of the newest case; without any, the words are a question like others. */
function sayPapers({ library, casePage }: TurnContext, [newest]: readonly Matter[]): Ending | undefined {
  if (newest === undefined || !("dialog" in newest.about)) return undefined;
  const names = papersFor(library.papers, newest.about.dialog.dialog).map(({ button }) => button);
  return names.length === 0 ? undefined : told(CASE_PHRASES.papers({ names: names.join("、"), page: casePage }));
}

function sayProof({ library }: TurnContext, [newest]: readonly Matter[]): Ending | undefined {
  if (newest?.about.kind !== "case") return undefined;
  const said = sayEvidence(library, newest.about.dialog.dialog, newest.about.facts);
  return said && { outcome: "case-shown", replies: [{ ...said, suggestions: reply("", ["补充材料", "转人工"]).suggestions }] };
}

function askWithdraw(cases: readonly Matter[]): Ending | undefined {
  const open = cases.filter(isOpen).slice(0, SHOWN_MAX);
  if (open.length === 0) return cases.length === 0 ? undefined : told(CASE_PHRASES.allEnded);
  const buttons = open.map(({ reference }) => `确定撤回 ${reference}`);
  return told(CASE_PHRASES.sureToWithdraw, [...buttons, "不撤了"]);
}

function withdraw({ now, calendar, region }: TurnContext, cases: readonly Matter[], reference: string): Ending {
  const matter = cases.find((one) => one.reference === reference);
  if (matter === undefined) return told(CASE_PHRASES.noneHere);
  if (matter.state === "withdrawn") return told(CASE_PHRASES.withdrawn(reference));
  const day = { now, calendar, ...clocksOf(region) };
  const decided = decideAct(matter, "withdraw", { mover: { actor: "complainant" }, details: {} }, day);
  if (decided.kind === "refused") return told(CASE_PHRASES.allEnded);
  return {
    outcome: "case-withdrawn",
    replies: [reply(CASE_PHRASES.withdrawn(reference), ["菜单"])],
    effects: [{ kind: "change-case", change: decided.change }],
  };
}
