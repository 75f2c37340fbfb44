import { z } from "zod";
import type { Clock } from "../../../clock.js";
import { OutsideError } from "../../../errors.js";
import type { KfPerson, WecomStore } from "../../../store/wecom-store.js";
import type { WecomClient } from "../client.js";
import { nativeOwner } from "./events.js";

const StateBody = z.looseObject({ service_state: z.number().int(), servicer_userid: z.string().max(128).optional() });

export interface StateOptions {
  readonly store: WecomStore;
  readonly client: WecomClient;
  readonly clock: Clock;
}

const STAFF = 3;

/**
 * Who serves the person, as the platform says, and noted: 0 nobody yet, 1 the bot, 2 the pool, 3 staff, 4 ended.
 * Undefined when the platform will not say. Rejects with OutsideError when it cannot be reached.
 */
export async function readServiceState({ store, client, clock }: StateOptions, person: KfPerson): Promise<number | undefined> {
  const { conversationId, openKfid, externalUserid } = person;
  const answer = await client.call({ api: "kf/service_state/get", body: { open_kfid: openKfid, external_userid: externalUserid } });
  if (answer.kind === "refused") {
    if (answer.policy === "later" || answer.policy === "frequency") throw new OutsideError("channel-unavailable", true);
    return undefined;
  }
  const parsed = StateBody.safeParse(answer.body);
  if (!parsed.success) return undefined;
  const { service_state: serviceState, servicer_userid: userid } = parsed.data;
  await store.kfNoteState({ conversationId, serviceState, at: clock() });
  if (serviceState === STAFF) await store.kfSetOwner({ conversationId, owner: nativeOwner(userid ?? "unknown"), from: "any" });
  return serviceState;
}
