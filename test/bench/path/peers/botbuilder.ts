import * as core from "botbuilder-core";
import * as dialogs from "botbuilder-dialogs";
import type { Contender } from "../contender.js";
import { createWaterfall } from "./waterfall.js";

class MemoryAdapter extends core.BotAdapter {
  readonly sent: string[] = [];

  sendActivities(_context: unknown, activities: readonly { readonly text?: string }[]): Promise<readonly { readonly id: string }[]> {
    this.sent.push(...activities.map(({ text }) => text ?? ""));
    return Promise.resolve(activities.map(() => ({ id: "sent" })));
  }
}

export function createBotBuilder(): Contender {
  return createWaterfall({
    name: "botbuilder-dialogs",
    kit: { ...core, ...dialogs },
    adapter: new MemoryAdapter(),
    toActivity: (fields) => fields,
  });
}
