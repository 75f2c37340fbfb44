import { beijingDay } from "../../clock.js";
import type { Attachment } from "../../conversation/activity.js";
import type { Received } from "../../store/store.js";
import type { Visitor } from "./access.js";
import type { Webchat } from "./webchat.js";

export type Incoming =
  | { readonly kind: "message"; readonly text: string; readonly clientId?: string; readonly attachments?: readonly Attachment[] }
  | { readonly kind: "arrive" };

/** Resolves when it is on disk. The same client id again is the same message; who arrives is greeted once a day. */
export function receive({ delivery, clock, ids }: Webchat, visitor: Visitor, incoming: Incoming): Promise<Received> {
  const at = clock();
  const message = incoming.kind === "message" ? incoming : undefined;
  return delivery.receive({
    channel: "webchat",
    conversationId: visitor.conversationId,
    sourceId: message === undefined ? `arrive-${beijingDay(at)}` : (message.clientId ?? ids.next()),
    from: { role: "worker", id: visitor.userId },
    kind: incoming.kind,
    text: message?.text ?? "",
    attachments: message?.attachments ?? [],
    at,
  });
}
