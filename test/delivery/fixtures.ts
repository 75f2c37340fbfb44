import type { Channel } from "../../src/channel/channel.js";
import type { Activity } from "../../src/conversation/activity.js";
import { reply } from "../../src/conversation/activity.js";
import type { Delivery, DeliveryOptions, TakeTurn } from "../../src/delivery/delivery.js";
import { createDelivery } from "../../src/delivery/receive.js";
import { systemIds } from "../../src/ids.js";
import { silentLog } from "../../src/log.js";
import type { OutboxItem, Store, TranscriptEntry } from "../../src/store/store.js";

export const apology = reply("抱歉，刚才没有处理好。可以转人工。", ["转人工"]);

/** Counts turns and says back what was said. */
export const echo: TakeTurn = (activity, conversation) => ({
  outcome: "answered",
  conversation: { ...conversation, turns: conversation.turns + 1 },
  replies: [reply(`${conversation.turns + 1}：${activity.text}`)],
  effects: [],
});

/** Echoes, and files what says 登记 as a case of its own. */
export const echoAndFile: TakeTurn = async (activity, conversation) => {
  const result = await echo(activity, conversation);
  if (!activity.text.includes("登记")) return result;
  const { sourceId: from } = activity;
  const dialog = { dialog: "unpaid-wages", version: 1, answers: [{ step: "story", value: activity.text, from }] };
  return {
    ...result,
    effects: [
      { kind: "file-case", reference: referenceOf(from), receipt: receiptOf(from), dialog, facts: {}, calculations: [], urgent: false },
    ],
  };
};

export const referenceOf = (sourceId: string): string => `CASE-${sourceId}`;
export const receiptOf = (sourceId: string): string => `SECRET-RECEIPT-OF-${sourceId}`;

/** A platform that tells a line sent again by its key. */
export function recordingChannel(
  beforeAccepting: (item: OutboxItem) => Promise<void> | void = () => {},
): Channel & { readonly sent: OutboxItem[] } {
  const sent: OutboxItem[] = [];
  return {
    name: "wecom-kf",
    sent,
    async send(item) {
      await beforeAccepting(item);
      if (!sent.some(({ id }) => id === item.id)) sent.push(item);
    },
  };
}

export function deliver(store: Store, options: Partial<DeliveryOptions> = {}): Delivery {
  const clock = (): number => Date.now();
  return createDelivery({
    store,
    channels: [],
    takeTurn: echo,
    clock,
    ids: systemIds(clock),
    log: silentLog,
    apology,
    retryFirstMs: 2,
    ...options,
  });
}

export function said(text: string, change: Partial<Omit<Activity, "id">> = {}): Omit<Activity, "id"> {
  return {
    ...{ channel: "wecom-kf", conversationId: "c1", sourceId: text, kind: "message", text, at: 1 },
    ...{ from: { role: "worker", id: "w1" }, attachments: [], ...change },
  };
}

export function linesOf(store: Store, conversationId = "c1"): Promise<readonly TranscriptEntry[]> {
  return store.transcript(conversationId, 0, 100_000);
}

/** What the bot answered, without ids. */
export async function answersOf(store: Store, conversationId = "c1"): Promise<readonly string[]> {
  return (await linesOf(store, conversationId)).filter(({ from }) => from === "bot").map(({ text }) => text);
}
