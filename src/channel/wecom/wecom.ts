import type { Router } from "express";
import { z } from "zod";
import type { Clock } from "../../clock.js";
import type { Delivery } from "../../delivery/delivery.js";
import type { IdSource } from "../../ids.js";
import type { Log } from "../../log.js";
import type { WecomStore } from "../../store/wecom-store.js";
import type { WecomSettings } from "../../wecom-settings.js";
import type { Channel } from "../channel.js";
import { OutsideError } from "../../errors.js";
import { appChannel } from "./app/app-channel.js";
import { readMember } from "./app/heard.js";
import { callbackRoutes, type AppMessage } from "./callback.js";
import { createClient } from "./client.js";
import { passOn } from "./kf/handoff.js";
import { kfChannel } from "./kf/kf-channel.js";
import { KfReader } from "./kf/reader.js";
import { KfTurns } from "./kf/turns.js";
import { Rounds } from "./rounds.js";
import { childText } from "./xml.js";

export interface WecomTimes {
  /** How long a person must be quiet before what was said becomes one turn. Default 1,200. */
  readonly mergeMs?: number;
  /** How often what nobody asks for is looked after. Default 5,000; the rarer part of it every twelfth time. */
  readonly roundMs?: number;
  /** The first wait after a failure. */
  readonly retryFirstMs?: number;
}

export interface WecomOptions extends WecomTimes {
  readonly settings: WecomSettings;
  readonly store: WecomStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  /** Where files of people are kept. */
  readonly filesFolder: string;
}

export interface Wecom {
  /** To be mounted at /wecom. */
  readonly routes: Router;
  readonly channels: readonly Channel[];
  /** Begins to fetch and to answer. */
  start(delivery: Delivery): void;
  /** Fetches and takes nothing more; resolves when what is under way is kept. Before delivery drains. */
  stop(): Promise<void>;
}

const MERGE_MS = 1_200;
const ROUND_MS = 5_000;
/** Accounts nothing was heard of for so long are asked. */
const QUIET_MS = 5 * 60_000;

const AccountList = z.looseObject({
  account_list: z.array(z.looseObject({ open_kfid: z.string().max(64), manage_privilege: z.boolean().optional() })).catch([]),
});

/** 企业微信: people on WeChat through 微信客服. */
export function openWecom(options: WecomOptions): Wecom {
  const { settings, store, clock, ids, log, filesFolder, mergeMs = MERGE_MS, roundMs = ROUND_MS } = options;
  const { corpId, token, aesKey, nativeAccounts } = settings;
  const retry = options.retryFirstMs === undefined ? {} : { retryFirstMs: options.retryFirstMs };
  const client = createClient({ settings, store, clock, log });
  const reader = new KfReader({ ...{ store, client, clock, log }, ...retry, onKept: () => turns?.kick() });
  let turns: KfTurns | undefined;
  let delivery: Delivery | undefined;

  async function learnAccounts(): Promise<boolean> {
    const answer = await client.call({ api: "kf/account/list", body: { offset: 0, limit: 100 } });
    if (answer.kind === "refused") return false;
    for (const { open_kfid, manage_privilege } of AccountList.parse(answer.body).account_list) {
      if (manage_privilege !== false) await store.kfKnow(open_kfid, clock());
    }
    return true;
  }

  /** Kept before the callback is answered; the same message again is the same activity. */
  async function hearMember({ root }: AppMessage): Promise<undefined> {
    const said = readMember(root, clock());
    if (said === undefined)
      log.info("wecom-app-event", { code: (childText(root, "Event") ?? childText(root, "MsgType") ?? "").slice(0, 64) });
    else if (delivery === undefined) throw new OutsideError("overloaded", true);
    else await delivery.receive(said);
    return undefined;
  }

  const rounds = new Rounds({
    log,
    everyMs: roundMs,
    often: () => passOn({ store, client, clock, log, nativeAccounts }),
    // The platform answers again: what an outage kept back goes out.
    seldom: async () => {
      if (await learnAccounts()) await store.kfRetryDelayed(clock());
      await reader.poll(QUIET_MS);
    },
  });

  return {
    routes: callbackRoutes({
      ...{ store, clock, log },
      keys: { token, aesKey, receiveId: corpId },
      onNotice: (openKfid) => reader.kick(openKfid),
      onAccounts: () => rounds.soon(),
      onApp: hearMember,
    }),
    channels: [kfChannel({ store, client, clock, log }), appChannel({ client, agentId: settings.agentId, log })],
    start(given) {
      delivery = given;
      turns = new KfTurns({ ...{ store, delivery, client, clock, ids, log, mergeMs, folder: filesFolder }, ...retry });
      turns.kick();
      rounds.start();
    },
    async stop() {
      await rounds.stop();
      await reader.stop();
      await turns?.stop();
    },
  };
}
