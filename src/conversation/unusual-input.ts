import { LIMITS } from "../limits.js";
import { bareWords, countChars, tidy } from "../reading/plain-text.js";
import { isIdNumber } from "../reading/read-id-number.js";
import { readPhone } from "../reading/read-phone.js";
import { reply, type Reply } from "./activity.js";
import type { Ending } from "./end-turn.js";
import { greeting } from "./greet.js";
import type { Heard } from "./hear.js";
import type { TurnOutcome } from "./outcomes.js";
import { PHRASES } from "./phrases.js";
import type { TurnContext } from "./turn.js";

const ECHO_PATIENCE = 3;
/** A number people were given on the phone or the screen; see ids.ts for its signs. */
const REFERENCE = /^[34679A-HJKMNP-Y]{4}-?[34679A-HJKMNP-Y]{4}$/i;

/** What cannot be read at all: nothing, pictures alone, far too much. */
export function refuseUnreadable(context: TurnContext, { text }: Heard): Ending | undefined {
  const { attachments } = context.activity;
  if (attachments.length > 0 && text === "") return ends("received", reply(PHRASES.attachments(attachments.length)), context);
  if (text === "") return ends("refused", reply(PHRASES.empty), context);
  if (countChars(text) > LIMITS.textCharsMax) return ends("refused", reply(PHRASES.tooLong(LIMITS.textCharsMax)), context);
  return undefined;
}

/** What is no question: signs, numbers, links, another language, the same words once more. */
export function meetStrange(context: TurnContext, { text, times, choice }: Heard): Ending | undefined {
  if (choice !== undefined) return undefined;
  if (times >= ECHO_PATIENCE) return ends("repeated", echo(times), context);
  if (/^(hello|hi|hey|nihao|ninhao)$/.test(bareWords(text))) return { outcome: "greeted", replies: [greeting(context)] };
  const strange = strangeNumber(tidy(text), context.conversation.choices.length) ?? strangeWords(tidy(text));
  return strange === undefined ? undefined : ends("refused", strange, context);
}

function strangeNumber(text: string, choices: number): Reply | undefined {
  const digits = text.replace(/[\s-]/g, "");
  if (/^\d{1,2}$/.test(digits)) return reply(choices > 1 ? PHRASES.onlyChoices(choices) : PHRASES.loneNumber);
  if (isIdNumber(text) || /^\d{17}[\dXx]?$/.test(digits)) return reply(PHRASES.idNumber);
  if (/^[\d\s+()-]+$/.test(text) && readPhone(text).kind === "read") return reply(PHRASES.phoneNumber, ["留言", "转人工"]);
  return REFERENCE.test(text) && /[A-Z]/i.test(text) && /\d|-/.test(text) ? reply(PHRASES.reference) : undefined;
}

function strangeWords(text: string): Reply | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return reply(/\p{Extended_Pictographic}/u.test(text) ? PHRASES.emoji : PHRASES.onlySigns);
  if (/^\S*(https?:\/\/|www\.)\S+$/i.test(text)) return reply(PHRASES.link);
  // Four letters or more and not one Chinese character: "N+1" and "996" are still questions.
  if (!/\p{Script=Han}/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= 4) return reply(PHRASES.foreign, ["转人工"]);
  return undefined;
}

function echo(times: number): Reply {
  const say = PHRASES.echoes[times % PHRASES.echoes.length] ?? PHRASES.echoes[0];
  return reply(say(times), ["转人工"]);
}

/** The question that stood before still stands, and so do its choices. */
function ends(outcome: TurnOutcome, said: Reply, { conversation }: TurnContext): Ending {
  const { misses, choices } = conversation;
  return { outcome, replies: [said], changes: said.suggestions.length > 0 ? { misses } : { misses, choices } };
}
