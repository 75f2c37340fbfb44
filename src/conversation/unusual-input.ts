import { LIMITS } from "../limits.js";
import { countChars, tidy } from "../reading/plain-text.js";
import { isIdNumber } from "../reading/read-id-number.js";
import { readPhone } from "../reading/read-phone.js";
import { reply, type Reply } from "./activity.js";
import type { Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import type { TurnOutcome } from "./outcomes.js";
import { PHRASES } from "./phrases.js";
import type { TurnContext } from "./turn.js";

const ECHO_PATIENCE = 3;

/** What is no question yet: nothing, pictures, too much, numbers, links, another language, the same once more. */
export function meetUnusual(context: TurnContext, { text, times, choice }: Heard): Ending | undefined {
  const { activity, conversation } = context;
  if (activity.attachments.length > 0 && text === "")
    return ends("received", reply(PHRASES.attachments(activity.attachments.length)), context);
  if (activity.text === "" || text === "") return ends("refused", reply(PHRASES.empty), context);
  if (countChars(text) > LIMITS.textCharsMax) return ends("refused", reply(PHRASES.tooLong(LIMITS.textCharsMax)), context);
  if (times >= ECHO_PATIENCE && choice === undefined) return ends("repeated", echo(times), context);
  if (conversation.dialog !== undefined) return undefined;
  const strange = strangeWords(text);
  return strange === undefined ? undefined : ends("refused", strange, context);
}

function strangeWords(said: string): Reply | undefined {
  const text = tidy(said);
  if (!/[\p{L}\p{N}]/u.test(text)) return reply(/\p{Extended_Pictographic}/u.test(text) ? PHRASES.emoji : PHRASES.onlySigns);
  if (/^\S*(https?:\/\/|www\.)\S+$/i.test(text)) return reply(PHRASES.link);
  if (/^[\d\sXx-]+$/.test(text) && isIdNumber(text)) return reply(PHRASES.idNumber);
  if (/^[\d\s+()-]+$/.test(text) && readPhone(text).kind === "read") return reply(PHRASES.phoneNumber, ["留言", "转人工"]);
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
