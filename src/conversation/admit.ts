import { reply } from "./activity.js";
import type { Ending } from "./end-turn.js";
import { homeMenu, menuButtons } from "./greet.js";
import { PHRASES } from "./phrases.js";
import type { TurnContext } from "./turn.js";

/** Not understood, and said so: with an example, then with buttons, then with a person. Never the same sentence twice in a row. */
export function admitNotUnderstood(context: TurnContext, text: string, near: readonly string[]): Ending {
  const { misses } = context.conversation;
  const sentence = PHRASES.notUnderstood[misses] ?? PHRASES.notUnderstoodAgain(misses + 1);
  const buttons = misses === 0 ? ["转人工", "菜单"] : misses === 1 ? menuButtons(homeMenu(context)) : ["转人工", "留言", "菜单"];
  return {
    outcome: "not-understood",
    replies: [reply(sentence, buttons)],
    changes: { misses: misses + 1 },
    effects: [{ kind: "record-question", why: "not-understood", text, near }],
  };
}
