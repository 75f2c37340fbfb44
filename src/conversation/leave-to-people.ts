import type { Ending } from "./end-turn.js";
import { requestStaff } from "./request-staff.js";
import type { TurnContext } from "./turn.js";

/** Switched off, the machine answers no question; forms and global words go on working, so that a message can be left. */
export function leaveToPeople(context: TurnContext): Ending | undefined {
  return context.botIsOff === true ? requestStaff(context, "bot-off") : undefined;
}
