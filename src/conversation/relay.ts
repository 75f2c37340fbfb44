import type { Ending } from "./end-turn.js";
import type { TurnContext } from "./turn.js";

/** In a conversation a person owns the bot says nothing. */
export function relayToStaff({ conversation }: TurnContext): Ending | undefined {
  return conversation.owner.by === "staff" ? { outcome: "relayed-to-staff", replies: [] } : undefined;
}
