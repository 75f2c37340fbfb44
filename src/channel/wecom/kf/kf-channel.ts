import type { Clock } from "../../../clock.js";
import { OutsideError } from "../../../errors.js";
import type { Log } from "../../../log.js";
import type { OutboxItem } from "../../../store/store.js";
import type { KfPerson, KfSendState, WecomStore } from "../../../store/wecom-store.js";
import type { Channel } from "../../channel.js";
import type { Answer, WecomClient } from "../client.js";
import { encodeLine, fitReplies, type KfNumbered } from "./encode.js";
import { readServiceState } from "./service-state.js";

export interface KfChannelOptions {
  readonly store: WecomStore;
  readonly client: WecomClient;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long the platform's word on who serves a person is believed. */
const STATE_MS = 30_000;
const POOL = 2;
const STAFF = 3;

/** Out to the person's WeChat: within the window and the quota, each message once, never over a person's head. */
export function kfChannel(options: KfChannelOptions): Channel {
  return {
    name: "wecom-kf",
    fit: fitReplies,
    async send(item) {
      for (const numbered of encodeLine(item.entry)) await sendOne(options, item, numbered);
    },
  };
}

async function sendOne(options: KfChannelOptions, item: OutboxItem, { msgid, message }: KfNumbered): Promise<void> {
  const { store, client, clock, log } = options;
  const verdict = await store.kfBeginSend({ msgid, entryId: item.id, conversationId: item.conversationId, at: clock() });
  switch (verdict.kind) {
    case "done":
      return;
    case "late":
      return log.info("kf-greeting-late", { conversationId: item.conversationId });
    case "unknown":
    case "held":
    case "overtaken":
    case "nobody":
      throw notNow(log, item, verdict.kind);
    case "welcome": {
      const body = { code: verdict.code, msgid, ...message };
      const answer = await heard(options, msgid, () => client.call({ api: "kf/send_msg_on_event", body }));
      // A code is good once and for 20 s; nobody misses a greeting that comes too late.
      return endSend(options, msgid, answer.kind === "ok" ? "accepted" : "skipped");
    }
    case "send": {
      await requireServed(options, item, { msgid, person: verdict.person });
      const { externalUserid: touser, openKfid: open_kfid } = verdict.person;
      const answer = await heard(options, msgid, () => client.call({ api: "kf/send_msg", body: { touser, open_kfid, msgid, ...message } }));
      return settle(options, item, { msgid, answer, doubtful: verdict.doubtful });
    }
  }
}

/** A call that ended without an answer may have been heard: it is tried again under the same id. */
async function heard(options: KfChannelOptions, msgid: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    await endSend(options, msgid, "delayed");
    throw error;
  }
}

/** Asks the platform who serves the person, unless it told us just now: where staff do, the bot is silent. */
async function requireServed(
  options: KfChannelOptions,
  item: OutboxItem,
  { msgid, person }: { msgid: string; person: KfPerson },
): Promise<void> {
  const { clock, log } = options;
  if (person.stateAt !== undefined && person.stateAt > clock() - STATE_MS && (person.serviceState ?? POOL) < POOL) return;
  const state = await heardState(options, msgid, person);
  if (state !== POOL && state !== STAFF) return;
  await endSend(options, msgid, "skipped");
  throw notNow(log, item, "served-by-staff");
}

async function heardState(options: KfChannelOptions, msgid: string, person: KfPerson): Promise<number | undefined> {
  try {
    return await readServiceState(options, person);
  } catch (error) {
    await endSend(options, msgid, "delayed");
    throw error;
  }
}

interface Sent {
  readonly msgid: string;
  readonly answer: Answer;
  readonly doubtful: boolean;
}

async function settle(options: KfChannelOptions, item: OutboxItem, { msgid, answer, doubtful }: Sent): Promise<void> {
  const { store, clock, log } = options;
  if (answer.kind === "ok") {
    await endSend(options, msgid, "accepted");
    return store.kfNoteState({ conversationId: item.conversationId, serviceState: 1, at: clock() });
  }
  switch (answer.policy) {
    case "token":
    case "later":
    case "frequency":
    case "settings":
      await endSend(options, msgid, "delayed");
      throw new OutsideError("channel-unavailable", true);
    case "hold":
      await endSend(options, msgid, "held");
      throw notNow(log, item, "held");
    case "state": {
      // What we believed is wrong; the next line asks first.
      await store.kfNoteState({ conversationId: item.conversationId, serviceState: POOL, at: 0 });
      await endSend(options, msgid, "held");
      throw notNow(log, item, "state");
    }
    case "target":
    case "mistake":
      // No code is documented for an id used before, so after an attempt without answer this may mean that it arrived.
      await endSend(options, msgid, doubtful ? "unknown" : "refused");
      throw notNow(log, item, doubtful ? "unknown" : "refused");
  }
}

async function endSend({ store, clock }: KfChannelOptions, msgid: string, state: KfSendState): Promise<void> {
  await store.kfEndSend({ msgid, state, at: clock() });
}

/** Not tried again by itself; people see that it did not go out. */
function notNow(log: Log, { conversationId }: OutboxItem, code: string): OutsideError {
  log.warn("kf-not-sent", { conversationId, code });
  return new OutsideError("channel-refused", false);
}
