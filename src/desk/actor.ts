import type { Session, StaffMember } from "../store/staff-store.js";
import type { Holder } from "./policy.js";

/** Who is signed in, and how. Comes from the session alone, never from what is sent. */
export interface Actor extends Holder {
  readonly staffId: string;
  readonly name: string;
  readonly session: Session;
}

export function actorOf({ session, member }: { readonly session: Session; readonly member: StaffMember }): Actor {
  return { staffId: member.id, name: member.name, roles: member.roles, hasTotp: member.hasTotp, session };
}
