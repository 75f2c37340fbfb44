import type { Clock } from "../../../clock.js";
import { OutsideError } from "../../../errors.js";
import type { Log } from "../../../log.js";
import type { KfHandoff, WecomStore } from "../../../store/wecom-store.js";
import type { WecomClient } from "../client.js";
import { nativeOwner } from "./events.js";
import { readServiceState } from "./service-state.js";

export interface HandoffOptions {
  readonly store: WecomStore;
  readonly client: WecomClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly nativeAccounts: ReadonlySet<string>;
}

/** So long may someone wait in the platform's pool before people are told once more, urgently. */
const POOL_MAX_MS = 10 * 60_000;
const POOL = 2;
const ENDED = 4;

/**
 * Passes on to the platform's pool who asked for a person, in accounts whose staff answer in the WeCom client. By then
 * the request is on our own list and the answer to it is sent: if anything here fails somebody is still responsible.
 */
export async function passOn(options: HandoffOptions): Promise<void> {
  const { store, clock, log, nativeAccounts } = options;
  if (nativeAccounts.size === 0) return;
  for (const handoff of await store.kfHandoffs([...nativeAccounts])) {
    try {
      await passOne(options, handoff);
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      log.warn("kf-handoff-postponed", { reference: handoff.reference, code: error.code });
    }
  }
  const count = await store.kfEscalate(clock() - POOL_MAX_MS, clock());
  if (count > 0) log.warn("kf-nobody-took", { count });
}

async function passOne(options: HandoffOptions, { person, reference }: KfHandoff): Promise<void> {
  const { store, client, clock, log } = options;
  const { conversationId, openKfid: open_kfid, externalUserid: external_userid } = person;
  const state = await readServiceState(options, person);
  // Ended: there is nobody to pass on until the person writes again. Staff already: it is theirs.
  if (state === ENDED) return;
  if (state === undefined || state < POOL) {
    const body = { open_kfid, external_userid, service_state: POOL };
    const answer = await client.call({ api: "kf/service_state/trans", body });
    if (answer.kind === "refused") {
      if (answer.policy !== "state" && answer.policy !== "mistake") throw new OutsideError("channel-unavailable", true);
      log.warn("kf-handoff-refused", { reference, code: String(answer.errcode) });
      // It stays on our own list; the next look asks the platform again.
      return;
    }
    await store.kfNoteState({ conversationId, serviceState: POOL, at: clock() });
  }
  await store.kfHandedOver({ conversationId, reference, at: clock() });
  if (state === undefined || state <= POOL) await store.kfSetOwner({ conversationId, owner: nativeOwner("pool"), from: "native" });
  log.info("kf-handed-over", { reference, conversationId });
}
