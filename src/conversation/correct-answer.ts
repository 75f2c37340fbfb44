import type { Dialog } from "../content/library.js";
import { advance, givenOf, position, reopen, stepOf, type DialogAnswer } from "../dialog/dialog.js";
import { showValue } from "../dialog/show-value.js";
import type { SlotValue } from "../dialog/slot-value.js";
import { readSlot } from "../dialog/slot.js";
import { visible } from "../reading/plain-text.js";
import { spotYesNo } from "../reading/read-yes-no.js";
import { reply } from "./activity.js";
import { askAt } from "./ask-step.js";
import type { Ending } from "./end-turn.js";
import { namedStep } from "./fact-words.js";
import { PHRASES } from "./phrases.js";
import type { Running } from "./running-dialog.js";
import { settingOf } from "./setting-of.js";
import { answerOf, askOn } from "./take-answer.js";
import type { TurnContext } from "./turn.js";

const LEAD =
  /^(?:哎呀?|啊|哦|噢|等等|等一下|刚才|上面|前面|那个|我)*[,，、\s]*(?:不对|不是的?|错了|搞错了|弄错了|写错了|说错了|记错了|打错了|填错了|更正|纠正|改成|改为|应该是)(?:[,，。、!！:：\s]+|(?=是|应该|了)|$)/u;
const NAMED_LEAD = /(?:写错|说错|填错|打错|记错|搞错|弄错|错了|不对|改成|改为|改一下|更正|换成|应该是)/u;
const REST =
  /^[\s\S]*?(?:不对|不是|错了|写错|说错|填错|打错|记错|改一下|更正|纠正)?了?[,，。、!！:：\s]*(?:应该是|应该写|改成|改为|换成|其实是|是)[:：\s]*/u;
/** Of these any words are an answer, so only a name says which is meant. */
const OPEN = new Set(["text", "employer", "project", "name", "township"]);

/** 不对，是两万五; 公司名写错了，是…; 电话改成138…: another answer takes the place of one given. Undefined when nothing is being corrected. */
export function correctAnswer(context: TurnContext, running: Running, text: string): Ending | undefined {
  const said = visible(text);
  const { dialog, state } = running;
  // A story fills steps still to come, and they are corrected as soon as they were said back.
  const answered = state.answers.map(({ step }) => step).filter((name) => dialog.steps[name] !== undefined);
  const leads = LEAD.test(said);
  if (answered.length === 0 || (!leads && !NAMED_LEAD.test(said))) return undefined;
  const rest = said.replace(LEAD, "").replace(REST, "");
  const named = namedStep(dialog, answered, said.slice(0, said.length - rest.length) || said);
  if (named !== undefined) return replaceAnswer(context, running, { step: named, rest });
  if (!leads) return undefined;
  const just = rest === "" ? justNoted(context, running) : [];
  if (just.length > 1) return askWhichWrong(dialog, just);
  const back = [...answered].sort(
    (one, other) => state.answers.findLastIndex(({ step }) => step === other) - state.answers.findLastIndex(({ step }) => step === one),
  );
  const fitting = rest === "" ? back.slice(0, 1) : back.filter((name) => readsAs(context, running, name, rest));
  // After a sum nothing was said last: 不对，是6500 may be the pay or the hours.
  if (fitting.length > 1 && position(dialog, state).at === "review" && dialog.outcome === "calculation")
    return askWhichWrong(dialog, fitting);
  const [step] = fitting;
  return step === undefined ? undefined : replaceAnswer(context, running, { step, rest });
}

function askWhichWrong(dialog: Dialog, steps: readonly string[]): Ending {
  const buttons = steps.map((name) => `改${stepOf(dialog, name).name}`);
  return { outcome: "asked", replies: [reply(PHRASES.whichWrong, buttons)] };
}

/** What the line before the question said back, when it said several things. */
function justNoted({ conversation }: TurnContext, { dialog, state }: Running): readonly string[] {
  const line = conversation.lastReplies
    .map(({ text }) => text.split("\n")[0] ?? "")
    .find((text) => text.startsWith(PHRASES.noted("").slice(0, 4)));
  return line === undefined
    ? []
    : state.answers
        .map(({ step }) => step)
        .filter((name) => dialog.steps[name] !== undefined && line.includes(`${stepOf(dialog, name).name} `));
}

function readsAs(context: TurnContext, { dialog }: Running, name: string, rest: string): boolean {
  const { slot } = stepOf(dialog, name);
  if (OPEN.has(slot.type)) return false;
  if (slot.type === "yes-no") return spotYesNo(rest, slot).kind === "read";
  return readSlot(slot, rest, settingOf(context)).kind === "taken";
}

/** Replaced when the words tell by what, else asked again with the old answer kept till then. */
function replaceAnswer(
  context: TurnContext,
  { dialog, state }: Running,
  { step, rest }: { readonly step: string; readonly rest: string },
): Ending {
  const { slot, name } = stepOf(dialog, step);
  const reading = rest === "" ? undefined : readSlot(slot, rest, settingOf(context));
  if (reading?.kind !== "taken") {
    const opened = reopen(state, step);
    return { outcome: "asked", replies: [askAt(dialog, opened)], changes: { dialog: opened } };
  }
  const answer = added(givenOf(state).get(step), answerOf(dialog, step, { reading, text: rest }));
  const line = answer.pending === undefined ? PHRASES.corrected(name, showValue(slot, answer)) : undefined;
  return askOn(dialog, advance(state, answer), line);
}

/** 还有年休假 adds to a list; anything else takes its place. */
function added(before: DialogAnswer | undefined, answer: DialogAnswer): DialogAnswer {
  const { value } = answer;
  if (!/^(?:还有|还要|加上|再加)/u.test(answer.from) || !isList(before?.value) || !isList(value)) return answer;
  return { ...answer, value: [...new Set([...before.value, ...value])] };
}

function isList(value: SlotValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}
