import { advance, confirmAnswer, consentOf, position, reopen, stepOf } from "../dialog/dialog.js";
import { isClosed, namesPlainly } from "../dialog/show-value.js";
import { readSlot } from "../dialog/slot.js";
import type { SlotReading } from "../dialog/slot-reading.js";
import { bareWords, clip, countChars, isQuestion } from "../reading/plain-text.js";
import { readYesNo } from "../reading/read-yes-no.js";
import { UNREAD } from "../reading/reading.js";
import { reply } from "./activity.js";
import { sideAnswer } from "./answer-question.js";
import { askAt } from "./ask-step.js";
import { changeNamed } from "./change-answer.js";
import { correctAnswer } from "./correct-answer.js";
import { skipStep } from "./dialog-commands.js";
import type { Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import { PHRASES } from "./phrases.js";
import { questionAfter } from "./question-after.js";
import { retryStep } from "./retry-step.js";
import { runningDialog, type Running } from "./running-dialog.js";
import { settingOf } from "./setting-of.js";
import { switchTopic } from "./switch-topic.js";
import { answerOf, askOn, fillFrom, noted, takeAnswer } from "./take-answer.js";
import type { TurnContext } from "./turn.js";

const FROM_CHARS_MAX = 40;
const SHORT_CHARS = 4;
/** There is none, never signed, still there: an answer to what need not be answered. */
const NOTHING =
  /^(?:都|也|还|从来|一直|根本)?(?:没有?|无|没得|没呢)(?:签|补签|要|付|给|发|离开|走|离职|申请|投诉|约定|写|说)?(?:过|呢|的)?$|^(?:我)?(?:现在)?还在(?:干|上班|单位|职|这里|那里)?(?:呢|的|着)?$/u;
/** So short and so begun, even where any words are the answer, an earlier answer is meant. */
const MENDS = /^(?:不对|错了|写错了|说错了|改).{1,14}$/u;

/**
 * The question we asked, against what was written. A closed slot is tried first: it knows its answers. A free-text
 * slot yields only to a question the recognizer is very sure of, and not at all where any words are the answer.
 */
export function continueDialog(context: TurnContext, heard: Heard): Ending | undefined {
  const running = runningDialog(context);
  if (running === undefined || heard.choice?.begins !== undefined) return undefined;
  const here = position(running.dialog, running.state);
  switch (here.at) {
    case "review":
      return atReview(context, running, heard);
    case "consent":
      return atConsent(context, running, { step: here.step, heard });
    case "confirm":
      return atConfirm(context, running, { step: here.step, heard });
    case "step":
      return atStep(context, running, { step: here.step, heard });
  }
}

interface At {
  readonly step: string;
  readonly heard: Heard;
}

function atStep(context: TurnContext, running: Running, { step: name, heard }: At): Ending {
  const { slot } = stepOf(running.dialog, name);
  const anyWords = slot.type === "text" && slot.takesAnything;
  const closed = isClosed(slot);
  const { text } = heard;
  const corrected = anyWords && !MENDS.test(text) ? undefined : (changeNamed(running, text) ?? correctAnswer(context, running, text));
  if (corrected !== undefined) return corrected;
  const reading = readSlot(slot, text, settingOf(context));
  if (!anyWords) {
    const question = closed || (reading.kind === "taken" && namesPlainly(slot, text)) ? undefined : aside(context, running, heard, "sure");
    const elsewhere = switchTopic(context, running, text) ?? question;
    if (elsewhere !== undefined) return elsewhere;
  }
  const both = anyWords ? undefined : answerAndQuestion(context, running, { step: name, heard });
  if (both !== undefined) return both;
  if (slot.type === "files" && reading.kind === "taken" && filesSent(running, name))
    return askOn(running.dialog, confirmAnswer(running.state, name), undefined);
  if (reading.kind === "taken") return takeAnswer(context, running, answerOf(running.dialog, name, { reading, text }), text);
  if (NOTHING.test(bareWords(text)) && stepOf(running.dialog, name).optional)
    return skipStep(context) ?? askOn(running.dialog, running.state, undefined);
  const other = anyWords ? undefined : aside(context, running, heard, "likely");
  if (other !== undefined) return other;
  const retried =
    toldBeside(context, running, { step: name, heard }) ?? retryStep(context, running, { step: name, text, because: reading.because });
  return !anyWords && isQuestion(text) ? withLine(retried, PHRASES.questionLater) : retried;
}

/** 好了 after files: they are the answer already. */
function filesSent({ state }: Running, name: string): boolean {
  return state.answers.some(({ step, value }) => step === name && value !== null);
}

/** Answers to questions that were to come, and perhaps to this one: kept; when not to this one, it is asked again. */
function toldBeside(context: TurnContext, running: Running, { step, heard }: At): Ending | undefined {
  const { state, steps } = fillFrom(context, running, heard.text);
  if (steps.length === 0) return undefined;
  const told = askOn(running.dialog, state, noted(running.dialog, state, steps));
  if (steps.includes(step)) return told;
  return { ...told, outcome: "retried", changes: { ...told.changes, misses: context.conversation.misses + 1 } };
}

/** 是，那能要赔偿吗: the answer is kept, the question answered, then asked on. */
function answerAndQuestion(context: TurnContext, running: Running, { step, heard }: At): Ending | undefined {
  const parts = questionAfter(heard.text);
  if (parts === undefined) return undefined;
  const reading: SlotReading = readSlot(stepOf(running.dialog, step).slot, parts.answer, settingOf(context));
  if (reading.kind !== "taken") return undefined;
  const side = sideAnswer(context, { ...heard, text: parts.question }, "likely");
  const answer = answerOf(running.dialog, step, { reading, text: parts.answer });
  if (side === undefined) return withLine(takeAnswer(context, running, answer, parts.answer), PHRASES.questionLater);
  return beside(side, takeAnswer(context, running, answer, parts.answer));
}

function withLine(ending: Ending, line: string): Ending {
  const [first, ...others] = ending.replies;
  return first === undefined ? ending : { ...ending, replies: [{ ...first, text: `${line}\n${first.text}` }, ...others] };
}

function atConsent(context: TurnContext, running: Running, { step, heard }: At): Ending {
  const reading = /^(不同意|不愿意|拒绝)/.test(heard.text) ? readYesNo("否") : readYesNo(heard.text);
  if (reading.kind === "read") {
    const from = clip(heard.text, FROM_CHARS_MAX);
    const state = advance(running.state, { step: consentOf(step), value: reading.value, from });
    return askOn(running.dialog, state, reading.value ? undefined : PHRASES.notConsented);
  }
  return aside(context, running, heard, "likely") ?? again(context, running, PHRASES.consentAgain, ["同意", "不同意"]);
}

function atConfirm(context: TurnContext, running: Running, { step, heard }: At): Ending {
  const { dialog, state } = running;
  const { text } = heard;
  // 不对，是六千 is more than a no.
  const reading = countChars(bareWords(text)) <= SHORT_CHARS ? readYesNo(text) : UNREAD;
  if (reading.kind === "read") {
    const next = reading.value ? confirmAnswer(state, step) : reopen(state, step);
    return askOn(dialog, next, undefined);
  }
  const corrected = correctAnswer(context, running, text);
  if (corrected !== undefined) return corrected;
  const another = readSlot(stepOf(dialog, step).slot, text, settingOf(context));
  if (another.kind === "taken") return takeAnswer(context, running, answerOf(dialog, step, { reading: another, text }), text);
  return aside(context, running, heard, "likely") ?? again(context, running, PHRASES.confirmAgain, ["对", "不对", "转人工"]);
}

function atReview(context: TurnContext, running: Running, heard: Heard): Ending {
  const changed = changeNamed(running, heard.text) ?? correctAnswer(context, running, heard.text);
  if (changed !== undefined) return changed;
  const question = switchTopic(context, running, heard.text) ?? aside(context, running, heard, "likely");
  return question ?? again(context, running, PHRASES.reviewAgain, ["提交", "修改", "取消"]);
}

/** Every so many times the whole once more, else the same point in other words. */
function again(context: TurnContext, { dialog, state }: Running, sentences: readonly string[], buttons: readonly string[]): Ending {
  const { misses } = context.conversation;
  const said = sentences[misses % (sentences.length + 1)];
  return {
    outcome: "retried",
    replies: [said === undefined ? askAt(dialog, state) : reply(said, buttons)],
    changes: { misses: misses + 1 },
  };
}

/** A question of law in the middle: its answer, then back to where we were. */
function aside(context: TurnContext, running: Running, heard: Heard, sure: "sure" | "likely"): Ending | undefined {
  const answered = sideAnswer(context, heard, sure);
  return answered === undefined ? undefined : beside(answered, { outcome: "asked", replies: [askAt(running.dialog, running.state)] });
}

function beside(answered: Ending, then: Ending): Ending {
  const plain = answered.replies.map((one) => ({ ...one, suggestions: [] }));
  const [asked, ...others] = then.replies;
  const back = asked === undefined ? [] : [{ ...asked, text: `${PHRASES.backOnPath}\n${asked.text}` }];
  return { ...answered, replies: [...plain, ...back, ...others], changes: { ...answered.changes, ...then.changes } };
}
