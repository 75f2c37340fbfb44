import { z } from "zod";
import type { Owner } from "../../../conversation/conversation.js";
import type { Log } from "../../../log.js";
import type { KfWaiting, WecomStore } from "../../../store/wecom-store.js";

const Event = z.looseObject({
  fail_msgid: z.string().max(128).optional(),
  fail_type: z.number().int().catch(0),
  recall_msgid: z.string().max(128).optional(),
  change_type: z.number().int().catch(0),
  new_servicer_userid: z.string().max(128).optional(),
});

/** Staff in the WeCom client, as the rest of the house knows them. */
export function nativeOwner(userid: string): Owner {
  return { by: "staff", staffId: `wecom:${userid}`, name: "工会工作人员" };
}

/** Done by the platform or by staff in their client; kf/sync_msg tells it as an event. */
export async function meetEvent({ store, log }: { store: WecomStore; log: Log }, waiting: KfWaiting): Promise<void> {
  const { openKfid, conversationId, sentAt: at } = waiting;
  const event = Event.parse((JSON.parse(waiting.raw) as { event?: unknown }).event ?? {});
  switch (waiting.type) {
    case "event:msg_send_fail": {
      const ours = await store.kfSendFailed({ msgid: event.fail_msgid ?? "", failType: event.fail_type, at });
      return log.warn("kf-send-failed-late", { conversationId, code: String(event.fail_type), outcome: ours ? "shown" : "unknown" });
    }
    case "event:user_recall_msg":
    case "event:servicer_recall_msg":
      return store.kfRecall({ openKfid, msgid: event.recall_msgid ?? "" });
    case "event:session_status_change":
      return changeSession(store, waiting, event);
    default:
      return log.info("kf-event", { conversationId, code: waiting.type.slice(0, 64) });
  }
}

/** 1 taken from the pool, 2 passed on, 3 ended, 4 opened again by staff. */
async function changeSession(store: WecomStore, { conversationId, sentAt: at }: KfWaiting, event: z.infer<typeof Event>): Promise<void> {
  const ended = event.change_type === 3;
  await store.kfNoteState({ conversationId, serviceState: ended ? 4 : 3, at });
  if (ended) return store.kfSetOwner({ conversationId, owner: { by: "bot" }, from: "native" });
  await store.kfSetOwner({ conversationId, owner: nativeOwner(event.new_servicer_userid ?? "unknown"), from: "any" });
}
