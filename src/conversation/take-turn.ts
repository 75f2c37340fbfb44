import { answerQuestion } from "./answer-question.js";
import { meetDanger } from "./danger.js";
import { leaveToPeople } from "./leave-to-people.js";
import { endTurn, type Ending } from "./end-turn.js";
import { withSums } from "./finish-sum.js";
import { greet } from "./greet.js";
import { hear, type Heard } from "./hear.js";
import { continueDialog } from "./hold-dialog.js";
import { openComplaint } from "./open-complaint.js";
import { openSum } from "./open-sum.js";
import { obeyCaseCommand } from "./obey-case-command.js";
import { obeyCommand } from "./obey-command.js";
import { playQuiz } from "./play-quiz.js";
import { relayToStaff } from "./relay.js";
import { reviseSum } from "./revise-sum.js";
import { stayWithAlarm } from "./stay-with-alarm.js";
import { takeFiles } from "./take-files.js";
import type { TurnContext, TurnResult } from "./turn.js";
import { meetStrange, refuseUnreadable } from "./unusual-input.js";

/**
 * What happens when someone writes to us. The first that has an ending takes the turn.
 * The order is a decision about people: a life before a case, a person's word before the machine's,
 * a way out before any question, the question we asked before a new one, silence on law before a guess.
 */
export function takeTurn(context: TurnContext): TurnResult {
  const heard = hear(context);
  return endTurn(context, heard.times, withSums(context, decide(context, heard)));
}

function decide(context: TurnContext, heard: Heard): Ending {
  return (
    meetDanger(context, heard) ??
    relayToStaff(context) ??
    greet(context) ??
    takeFiles(context) ??
    refuseUnreadable(context, heard) ??
    obeyCaseCommand(context) ??
    playQuiz(context, heard) ??
    obeyCommand(context, heard) ??
    continueDialog(context, heard) ??
    reviseSum(context, heard) ??
    stayWithAlarm(context, heard) ??
    meetStrange(context, heard) ??
    leaveToPeople(context) ??
    openComplaint(context, heard) ??
    openSum(context, heard) ??
    answerQuestion(context, heard)
  );
}
