import { beijingDay, beijingMinute } from "../clock.js";
import { officeState } from "../handoff/office-hours.js";
import type { HandoffReason } from "../handoff/request.js";
import { reply, type Reply } from "./activity.js";
import type { Conversation } from "./conversation.js";
import type { Ending } from "./end-turn.js";
import { PHRASES } from "./phrases.js";
import type { TurnContext } from "./turn.js";

/** A person is wanted: the request is kept, its number told, and what can honestly be said of when. */
export function requestStaff(context: TurnContext, reason: HandoffReason): Ending {
  const { conversation, newReference, now } = context;
  const { owner, misses } = conversation;
  if (owner.by === "queue") return { outcome: "handoff-requested", replies: [already(context, owner)], changes: { misses } };
  const reference = newReference();
  return {
    outcome: "handoff-requested",
    replies: [reply(`${PHRASES.handoff(reference)}\n${whenStaffCome(context)}\n${PHRASES.handoffStay}`, ["留言"])],
    changes: { owner: { by: "queue", since: now, reference, urgent: false } },
    effects: [{ kind: "request-handoff", reference, reason, urgent: false }],
  };
}

function already(context: TurnContext, { reference, urgent }: Extract<Conversation["owner"], { by: "queue" }>): Reply {
  if (urgent) return reply(PHRASES.handoffUrgent(reference), ["留个电话"]);
  return reply(`${PHRASES.handoffAlready(reference)}\n${whenStaffCome(context)}`, ["留言"]);
}

function whenStaffCome({ region, calendar, now }: TurnContext): string {
  const day = beijingDay(now);
  const state = officeState(region.hours, { day, minute: beijingMinute(now), isWorkday: calendar.isWorkday(day) });
  return PHRASES.office[state](region.hours.say);
}
