import { Activity } from "@microsoft/agents-activity";
import * as hosting from "@microsoft/agents-hosting";
import * as dialogs from "@microsoft/agents-hosting-dialogs";
import type { Contender } from "../contender.js";
import { createWaterfall } from "./waterfall.js";

class MemoryAdapter extends hosting.BaseAdapter {
  readonly sent: string[] = [];

  sendActivities(_context: unknown, activities: readonly { readonly text?: string }[]): Promise<readonly { readonly id: string }[]> {
    this.sent.push(...activities.map(({ text }) => text ?? ""));
    return Promise.resolve(activities.map(() => ({ id: "sent" })));
  }
}

export function createAgentsHosting(): Contender {
  const toActivity = (fields: object): object => Activity.fromObject(fields);
  return createWaterfall({ name: "agents-hosting-dialogs", kit: { ...hosting, ...dialogs }, adapter: new MemoryAdapter(), toActivity });
}
