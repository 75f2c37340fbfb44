import { position } from "../dialog/dialog.js";
import { slotChoices } from "../dialog/show-value.js";
import { bareWords, visible } from "../reading/plain-text.js";
import { readOrdinal } from "../reading/read-choice.js";
import type { Suggestion } from "./activity.js";
import { runningDialog } from "./running-dialog.js";
import type { TurnContext } from "./turn.js";

/** What was said, with digits and labels already turned into the choice they stand for. */
export interface Heard {
  /** What the person said or, for a digit, what the button of that number says. */
  readonly text: string;
  /** The choice taken, when the words were one of those on offer. */
  readonly choice?: Suggestion;
  /** How many times in a row the same words came, this time included. */
  readonly times: number;
}

export function hear(context: TurnContext): Heard {
  const { activity, conversation } = context;
  const said = visible(activity.text);
  const times = said !== "" && conversation.echo?.text === echoOf(said) ? conversation.echo.times + 1 : 1;
  const choice = chosen(said, context);
  return choice === undefined ? { text: said, times } : { text: choice.say, choice, times };
}

/** Long texts are compared by their beginning: the conversation keeps no second copy of them. */
export function echoOf(text: string): string {
  return text.slice(0, 100);
}

/** Where any words may be the answer a digit is one too, and at the summary it means an item: in neither a button's number. */
function digitsAreAnswers(context: TurnContext): boolean {
  const running = runningDialog(context);
  if (running === undefined) return false;
  const here = position(running.dialog, running.state);
  if (here.at !== "step") return here.at === "review";
  const slot = running.dialog.steps[here.step]?.slot;
  return slot !== undefined && slotChoices(slot).length === 0;
}

function chosen(said: string, context: TurnContext): Suggestion | undefined {
  const { choices } = context.conversation;
  const bare = bareWords(said);
  if (bare === "") return undefined;
  const named = choices.find(({ label, say }) => bareWords(label) === bare || bareWords(say) === bare);
  if (named !== undefined) return named;
  const place = readOrdinal(said, choices.length);
  return place === undefined || digitsAreAnswers(context) ? undefined : choices[place - 1];
}
