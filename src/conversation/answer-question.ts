import { composeEvidence } from "../answer/compose-answer.js";
import type { Library } from "../content/library.js";
import type { Recognition } from "../recognizer/recognizer.js";
import { bareWords } from "../reading/plain-text.js";
import { reply, type Reply, type Suggestion } from "./activity.js";
import { admitNotUnderstood } from "./admit.js";
import { leadsTo } from "./complaint-wish.js";
import { composeForTime, timeReplied } from "./day-of-fact.js";
import { beginDialog } from "./dialog-commands.js";
import type { Ending } from "./end-turn.js";
import { homeMenu, menuButtons } from "./greet.js";
import type { Heard } from "./hear.js";
import { sharedSum, sumButton } from "./open-sum.js";
import { takeComplaint } from "./open-complaint.js";
import { PHRASES } from "./phrases.js";
import { requestStaff } from "./request-staff.js";
import type { Effect, TurnContext } from "./turn.js";

const CLARIFY_MAX = 3;
/** Above this a free-text slot yields to a question of law. */
const SURE = 0.9;
/** What was said word for word needs no saying back. */
const WORD_FOR_WORD = 0.99;
const HOW_MUCH = /多少|怎么[算赔补]|咋[算赔补]|几倍|[补赔]几个月/u;
const BARE_FACT =
  /^(大概|大约|差不多|有|就|才|都|快|已经|干了|是)?[\d零一二两三四五六七八九十百千万半几多来.]+个?(年|月|个月|天|日|号|星期|周|块|元|块钱|万|千|百|岁|级|小时|人|个人|次)?(多|左右|前|了|来的|份|半|整)*$/u;

/** A question, as far as it can be told: its answer, a choice of likely ones, a referral, or the admission not to know. */
export function answerQuestion(context: TurnContext, heard: Heard): Ending {
  const opened = openChoice(context, heard);
  if (opened !== undefined) return opened;
  const { topic } = context.conversation;
  const then = timeReplied(context, heard.text);
  if (then !== undefined) return composed(context, then.entry, { day: then.day });
  // 五个月, 四万八, 六月来的: a fact told about the matter on hand opens no other.
  if (topic !== undefined && BARE_FACT.test(bareWords(heard.text))) return askOn(context, topic, heard.text);
  const recognition = context.recognizer.recognize(heard.text, topic === undefined ? {} : { topic });
  switch (recognition.verdict) {
    case "answer":
      return giveAnswer(context, recognition);
    case "clarify":
      return clarify(context, recognition, heard.text);
    case "out-of-scope":
      return refer(context, recognition);
    case "intent":
      return followIntent(context, recognition, heard.text);
    case "not-understood":
      return admitNotUnderstood(context, heard.text, near(recognition));
  }
}

/** The answer to a question asked in the middle of a dialog; undefined when it is none, or not surely one. */
export function sideAnswer(context: TurnContext, heard: Heard, sure: "sure" | "likely"): Ending | undefined {
  const opened = openChoice(context, heard);
  if (opened !== undefined) return opened;
  const recognition = context.recognizer.recognize(heard.text);
  const [best] = recognition.candidates;
  if (recognition.verdict !== "answer" || best === undefined) return undefined;
  return sure === "likely" || best.score >= SURE ? giveAnswer(context, recognition) : undefined;
}

/** 都不是: recorded, so that an editor sees what was missing. */
export function noneOfThese(context: TurnContext): Ending {
  const { lastReplies, echo, misses } = context.conversation;
  const said = PHRASES.noneTaken[Math.min(misses, PHRASES.noneTaken.length - 1)] ?? PHRASES.noneTaken[0];
  const buttons = misses === 1 ? menuButtons(homeMenu(context)) : ["转人工", "留言", "菜单"];
  const offered = lastReplies.flatMap(({ suggestions }) => suggestions.flatMap(({ opens }) => (opens === undefined ? [] : [opens.answer])));
  const effects: Effect[] = echo === undefined ? [] : [{ kind: "record-question", why: "not-understood", text: echo.text, near: offered }];
  return { outcome: "not-understood", replies: [reply(said, buttons)], changes: { misses: misses + 1 }, effects };
}

function openChoice(context: TurnContext, { choice, text }: Heard): Ending | undefined {
  if (choice?.opens !== undefined) {
    const { answer, part, day } = choice.opens;
    return part === "evidence" ? giveEvidence(context, answer) : composed(context, answer, day === undefined ? {} : { day });
  }
  const button = homeMenu(context).buttons.find(({ label }) => bareWords(label) === bareWords(text));
  if (button === undefined || "say" in button) return undefined;
  const [only, ...others] = button.answers;
  if (only === undefined) return undefined;
  if (others.length === 0) return composed(context, only);
  return { outcome: "clarified", replies: [reply(PHRASES.clarify, [...titles(context, button.answers), PHRASES.noneOfThese])] };
}

function giveAnswer(context: TurnContext, recognition: Recognition): Ending {
  const { candidates, follow } = recognition;
  const [best] = candidates;
  if (best === undefined) throw new Error("recognizer: an answer without a candidate");
  if (follow === "evidence") return giveEvidence(context, best.entry);
  if (follow === "topic" && best.entry === context.conversation.topic) return askOn(context, best.entry, recognition.text);
  const { text } = context.activity;
  return best.score >= WORD_FOR_WORD ? composed(context, best.entry, { text }) : asUnderstood(context, best.entry);
}

/** Says which question is being answered, and how to say that it was another: only so can a wrong one be seen. */
function asUnderstood(context: TurnContext, entry: string): Ending {
  const ending = composed(context, entry, { text: context.activity.text });
  const title = context.library.answers.get(entry)?.title ?? "";
  const [first, ...others] = ending.replies;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return ending;
  const notThis = { label: PHRASES.notThis, say: PHRASES.notThis };
  const replies = [
    { ...first, text: `${PHRASES.understoodAs(title)}\n${first.text}` },
    ...others.slice(0, -1),
    { ...last, suggestions: [...last.suggestions, notThis] },
  ];
  return { ...ending, replies };
}

/** Asked on about a matter whose answer has just been given: what else there is to it, not the same once more. */
function askOn(context: TurnContext, topic: string, text: string): Ending {
  // Asked just so a moment ago: the list did not help.
  if (context.conversation.lastReplies.some((one) => one.text === PHRASES.askOn)) return admitNotUnderstood(context, text, [topic]);
  const next = context.library.answers.get(topic)?.followUps ?? [];
  const choices = next.map(({ ask, open }) => ({ label: ask, say: ask, opens: { answer: open } }));
  const calculator = context.library.answers.get(topic)?.calculator;
  const sum = calculator === undefined ? [] : [sumButton(calculator)];
  return { outcome: "clarified", replies: [reply(PHRASES.askOn, [...sum, ...choices, PHRASES.noneOfThese, "转人工"])] };
}

function composed(context: TurnContext, entry: string, said: { readonly text?: string; readonly day?: string } = {}): Ending {
  const answer = composeForTime(context, entry, said);
  const replies = answer.bubbles.map((bubble) => reply(bubble.text, bubble.suggestions, bubble.sources));
  return { outcome: answer.outcome, replies: withWaysOn(replies, waysOn(context.library, entry)), changes: { topic: entry } };
}

/** From an answer on: working out the sum, having the matter taken up. */
function waysOn(library: Library, entry: string): readonly Suggestion[] {
  const calculator = library.answers.get(entry)?.calculator;
  const dialog = leadsTo(library, entry);
  const sum = calculator === undefined ? [] : [sumButton(calculator)];
  const complaint = { label: PHRASES.complainButton, say: PHRASES.complainButton };
  return dialog === undefined ? sum : [...sum, { ...complaint, begins: dialog }];
}

/** Before the person, who stays last. */
function withWaysOn(replies: readonly Reply[], buttons: readonly Suggestion[]): readonly Reply[] {
  const last = replies.at(-1);
  if (last === undefined) return replies;
  const staffLast = last.suggestions.findLastIndex(({ say }) => say === "转人工");
  const at = staffLast < 0 ? last.suggestions.length : staffLast;
  return [...replies.slice(0, -1), { ...last, suggestions: [...last.suggestions.slice(0, at), ...buttons, ...last.suggestions.slice(at)] }];
}

function giveEvidence(context: TurnContext, entry: string): Ending {
  const bubble = composeEvidence(context.library, entry);
  const said = reply(bubble?.text ?? PHRASES.noEvidenceList, bubble?.suggestions ?? ["转人工"]);
  return { outcome: "answered", replies: [said], changes: { topic: entry } };
}

function clarify(context: TurnContext, recognition: Recognition, text: string): Ending {
  const offered = near(recognition).slice(0, CLARIFY_MAX);
  // Whichever is meant, the sum is the same one.
  const shared = HOW_MUCH.test(text) ? sharedSum(context.library, offered) : undefined;
  const sum = shared === undefined ? [] : [sumButton(shared)];
  return {
    outcome: "clarified",
    replies: [reply(PHRASES.clarify, [...titles(context, offered), ...sum, PHRASES.noneOfThese])],
    // Choices that did not fit count on: 都不是 three times over is a person's matter.
    changes: { misses: context.conversation.misses },
    effects: [{ kind: "record-question", why: "clarified", text, near: offered }],
  };
}

function refer({ library, conversation }: TurnContext, { outside }: Recognition): Ending {
  const referral = outside === undefined ? undefined : library.outside.get(outside)?.referral;
  const { misses } = conversation;
  return {
    outcome: "out-of-scope",
    replies: [reply(PHRASES.outOfScope(referral ?? PHRASES.outsideUnknown), ["转人工", "菜单"])],
    changes: { misses },
  };
}

function followIntent(context: TurnContext, { intent }: Recognition, text: string): Ending {
  const said = intent === undefined ? undefined : context.library.intents.get(intent.id);
  if (said === undefined) return admitNotUnderstood(context, text, []);
  const { opens, suggest } = said;
  if ("dialog" in opens) return beginDialog(context, opens.dialog);
  if ("answer" in opens) return composed(context, opens.answer);
  if ("handoff" in opens)
    return (opens.handoff === "complaint" ? takeComplaint(context, text) : undefined) ?? requestStaff(context, opens.handoff);
  const [last = "", ...before] = [...opens.reply].reverse();
  const buttons = suggest ?? menuButtons(homeMenu(context));
  return { outcome: "small-talk", replies: [...before.reverse().map((line) => reply(line)), reply(last, buttons)] };
}

function near({ candidates }: Recognition): string[] {
  return candidates.map(({ entry }) => entry);
}

function titles({ library }: TurnContext, entries: readonly string[]): Suggestion[] {
  return entries.flatMap((entry) => {
    const title = library.answers.get(entry)?.title;
    return title === undefined ? [] : [{ label: title, say: title, opens: { answer: entry } }];
  });
}
