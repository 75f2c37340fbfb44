import type { Conversation } from "../../conversation/conversation.js";
import { newConversation } from "../../conversation/conversation.js";
import type { KfHandoff, KfPerson, WecomStore } from "../wecom-store.js";
import type { Matters } from "./matters.js";
import type { OperationsOf } from "./operations.js";
import { orUndefined } from "./nulls.js";
import type { WecomStatements } from "./wecom-operations.js";

type OwnerMethod = "kfSetOwner" | "kfHandoffs" | "kfHandedOver" | "kfEscalate";

/** Who speaks, where staff answer in the WeCom client. */
export function kfOwnerOperations(run: WecomStatements, matters: Matters): Pick<OperationsOf<WecomStore>, OwnerMethod> {
  return {
    kfSetOwner({ conversationId, owner, from }) {
      const kept = run.conversation.get(conversationId) as { state: string } | undefined;
      const now = kept === undefined ? newConversation(conversationId, "wecom-kf") : (JSON.parse(kept.state) as Conversation);
      if (from === "native" && !isNative(now.owner)) return;
      const state = JSON.stringify({ ...now, owner });
      if (kept === undefined) run.addConversation.run({ id: conversationId, state });
      // The revision moves on, so that a turn under way is decided again for the new owner.
      else run.saveConversation.run({ id: conversationId, state });
    },
    kfHandoffs(openKfids) {
      const rows = run.handoffs.all() as (KfPerson & { reference: string; since: number })[];
      return rows.filter(({ openKfid }) => openKfids.includes(openKfid)).map(handoffOf);
    },
    kfHandedOver: (handed) => void run.handedOver.run(handed),
    kfEscalate(before, at) {
      const rows = run.waitedLong.all(before) as { conversationId: string; reference: string }[];
      for (const { conversationId, reference } of rows) {
        const about = { kind: "parked", what: "turn", code: "nobody-took" } as const;
        matters.park({ reference: `${reference}.pool`, about, risk: 2, conversationId, channel: "wecom-kf", at });
        run.escalated.run(conversationId);
      }
      return rows.length;
    },
  };
}

function isNative(owner: Conversation["owner"]): boolean {
  return owner.by === "queue" || (owner.by === "staff" && owner.staffId.startsWith("wecom:"));
}

function handoffOf({ reference, since, ...row }: KfPerson & { reference: string; since: number }): KfHandoff {
  return { reference, since, person: orUndefined(row) as KfPerson };
}
