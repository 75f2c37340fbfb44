import type { Activity, Reply } from "../../src/conversation/activity.js";
import { reply } from "../../src/conversation/activity.js";
import { newConversation } from "../../src/conversation/conversation.js";
import type { KeptMatter } from "../../src/store/case-store.js";
import type { Ports } from "../../src/store/kept.js";
import type { Store, TurnFailure, TurnRecord } from "../../src/store/store.js";

let count = 0;

/** Ids that sort in the order made. */
export function nextId(): string {
  count += 1;
  return `id-${String(count).padStart(8, "0")}`;
}

export function message(change: Partial<Activity> = {}): Activity {
  const id = nextId();
  return {
    ...{ id, channel: "wecom-kf", conversationId: "c1", sourceId: `source-${id}`, kind: "message", text: "老板拖欠工资", at: 1_000 },
    ...{ from: { role: "worker", id: "w1" }, attachments: [], ...change },
  };
}

export function turnOf(activity: Activity, change: Partial<TurnRecord> = {}): TurnRecord {
  return {
    ...{ activityId: activity.id, revision: 0, conversation: newConversation(activity.conversationId, activity.channel) },
    ...{ outcome: "answered", replies: [{ id: nextId(), reply: reply(`回：${activity.text}`) }], effects: [], send: true, at: 2_000 },
    ...change,
  };
}

export function failureOf(activity: Activity, change: Partial<TurnFailure> = {}): TurnFailure {
  return {
    activityId: activity.id,
    code: "TypeError",
    triesMax: 2,
    apology: { id: nextId(), reply: apology },
    send: true,
    at: 3_000,
    ...change,
  };
}

export const apology: Reply = reply("抱歉，刚才没有处理好。可以转人工。", ["转人工"]);

/** Receives and answers once; the conversation must not be kept yet. */
export async function answered(store: Store, activity: Activity = message()): Promise<TurnRecord> {
  await store.receive(activity);
  const turn = turnOf(activity);
  await store.commitTurn(turn);
  return turn;
}

/** What nobody has taken yet, in the queue's order. */
export async function waiting(store: Pick<Ports, "listMatters">, limit = 100): Promise<readonly KeptMatter[]> {
  return (await store.listMatters({ tab: "waiting", staffId: "s1", now: 0, limit })).matters;
}
