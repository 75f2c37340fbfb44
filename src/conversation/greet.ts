import type { Menu } from "../content/library.js";
import { reply, type Reply, type Suggestion } from "./activity.js";
import type { Ending } from "./end-turn.js";
import { dialogOf } from "./running-dialog.js";
import { PHRASES } from "./phrases.js";
import type { TurnContext } from "./turn.js";

/** Someone opened the conversation. */
export function greet(context: TurnContext): Ending | undefined {
  return context.activity.kind === "arrive" ? { outcome: "greeted", replies: [greeting(context)] } : undefined;
}

/** The first screen; who comes back is met where they left off. */
export function greeting(context: TurnContext): Reply {
  const { conversation, library, region } = context;
  const menu = homeMenu(context);
  const open = conversation.dialog ?? conversation.paused;
  const definition = open === undefined ? undefined : dialogOf(library, open);
  if (definition !== undefined) return reply(PHRASES.welcomeBack(definition.title), ["继续", "重新开始", ...menuButtons(menu)]);
  if (conversation.owner.by === "queue") return reply(PHRASES.welcomeBackQueue(conversation.owner.reference), menuButtons(menu));
  return reply(menu.greeting.replaceAll("{工会}", region.union).replaceAll("{县}", region.county), menuButtons(menu));
}

export function homeMenu({ library }: TurnContext): Menu {
  const menu = library.menus.get("home");
  if (menu === undefined) throw new Error("content: no home menu");
  return menu;
}

export function menuButtons(menu: Menu): readonly Suggestion[] {
  return menu.buttons.map((button) => ({ label: button.label, say: "say" in button ? button.say : button.label }));
}
