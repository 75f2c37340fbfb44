import { countChars } from "../reading/plain-text.js";
import { readPhone } from "../reading/read-phone.js";
import { reply } from "./activity.js";
import type { Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import { PHRASES } from "./phrases.js";
import type { TurnContext } from "./turn.js";

/** Shorter words after an alarm go on about the danger; longer ones may be a question. */
const SHORT_CHARS = 5;

/** After an alarm nobody in danger is sent elsewhere or told that they are not understood: what they say goes to people. */
export function stayWithAlarm(context: TurnContext, { text, choice }: Heard): Ending | undefined {
  const { owner, turns } = context.conversation;
  if (owner.by !== "queue" || !owner.urgent || choice?.opens !== undefined) return undefined;
  if (readPhone(text).kind === "read") return { outcome: "danger", replies: [reply(PHRASES.phoneAfterAlarm)] };
  const { verdict } = context.recognizer.recognize(text);
  if (verdict === "answer" || verdict === "intent") return undefined;
  if (verdict === "clarify" && countChars(text) > SHORT_CHARS) return undefined;
  const said = PHRASES.afterAlarm[turns % PHRASES.afterAlarm.length] ?? PHRASES.afterAlarm[0];
  return { outcome: "danger", replies: [reply(said, ["留个电话", "转人工"])] };
}
