import { position } from "../dialog/dialog.js";
import { reply } from "./activity.js";
import { noneOfThese } from "./answer-question.js";
import { changeAnswer } from "./change-answer.js";
import { readCommand, type Command } from "./commands.js";
import type { Ending } from "./end-turn.js";
import { greeting, homeMenu, menuButtons } from "./greet.js";
import type { Heard } from "./hear.js";
import {
  beginDialog,
  cancelDialog,
  explainStep,
  pauseDialog,
  resumeDialog,
  restartDialog,
  skipStep,
  standing,
  stepBackInDialog,
} from "./dialog-commands.js";
import { PHRASES } from "./phrases.js";
import { putAside } from "./put-aside.js";
import { changeSum } from "./revise-sum.js";
import { requestStaff } from "./request-staff.js";
import { submitDialog } from "./submit-dialog.js";
import { runningDialog } from "./running-dialog.js";
import type { TurnContext } from "./turn.js";

/** Words that always work: 转人工 返回 修改 跳过 为什么 重复 取消 稍后 继续 留言 菜单. */
export function obeyCommand(context: TurnContext, { text, choice }: Heard): Ending | undefined {
  // A button that opens something means that, whatever its label says.
  if (choice?.opens !== undefined || choice?.begins !== undefined) return undefined;
  const command = readCommand(text, context.conversation.dialog !== undefined);
  // 确认 hands in at the summary; before it, it says yes to what was read back.
  if (command === "submit" && !text.includes("交") && !atSummary(context)) return undefined;
  return command === undefined ? undefined : obey(context, command);
}

function obey(context: TurnContext, command: Command): Ending | undefined {
  switch (command) {
    case "staff":
      return onwards(context, requestStaff(context, "asked"));
    case "menu":
      return goHome(context);
    case "message":
      return beginDialog(context, "leave-message");
    case "none":
      return noneOfThese(context);
    case "repeat":
      return repeat(context);
    case "resume":
      return resumeDialog(context) ?? nothingRunning(context);
    case "restart":
      return restartDialog(context) ?? goHome(context);
    case "later":
      return pauseDialog(context) ?? nothingRunning(context);
    case "cancel":
      return cancelDialog(context) ?? nothingRunning(context);
    case "back":
      return stepBackInDialog(context) ?? nothingRunning(context);
    case "change":
      return changeAnswer(context) ?? changeSum(context) ?? nothingRunning(context);
    case "skip":
      return skipStep(context) ?? nothingRunning(context);
    case "why":
      return explainStep(context);
    case "submit":
      return submitDialog(context) ?? nothingRunning(context);
  }
}

/** A form on the way is asked on under the answer: a lone 1 then means its first option, not a button about staff. */
function onwards(context: TurnContext, ending: Ending): Ending {
  const asked = standing(context);
  if (asked === undefined) return ending;
  const before = ending.replies.map((one) => ({ ...one, suggestions: [] }));
  return { ...ending, replies: [...before, { ...asked, text: `${PHRASES.meanwhile}\n${asked.text}` }] };
}

function atSummary(context: TurnContext): boolean {
  const running = runningDialog(context);
  return running !== undefined && position(running.dialog, running.state).at === "review";
}

/** The menu; a dialog on the way is kept for 继续. */
function goHome(context: TurnContext): Ending {
  const { dialog } = context.conversation;
  if (dialog === undefined) return { outcome: "greeted", replies: [greeting(context)] };
  const aside = { ...context, conversation: { ...context.conversation, paused: dialog } };
  return { outcome: "paused", replies: [greeting(aside)], changes: { ...putAside(context.conversation, dialog), dialog: null } };
}

function repeat(context: TurnContext): Ending {
  const { conversation } = context;
  const asked = standing(context);
  if (asked !== undefined) return { outcome: "repeated", replies: [asked], changes: { misses: conversation.misses } };
  const { lastReplies } = conversation;
  return {
    outcome: "repeated",
    replies: lastReplies.length > 0 ? lastReplies : [reply(PHRASES.nothingToRepeat, menuButtons(homeMenu(context)))],
  };
}

function nothingRunning(context: TurnContext): Ending {
  return { outcome: "explained", replies: [reply(PHRASES.nothingRunning, menuButtons(homeMenu(context)))] };
}
