import type { StaffStore } from "../staff-store.js";
import type { OperationsOf } from "./operations.js";
import type { prepareAll } from "./prepare.js";
import { memberOf, sessionOf, type MemberRow, type SessionRow } from "./staff-rows.js";
import type { STAFF_SQL } from "./staff-sql.js";

const DAY_MS = 86_400_000;
/** No session is longer; what a browser left open is swept at its owner's next sign-in. */
const SESSION_MAX_MS = DAY_MS;
const PLACE_MS = 30 * DAY_MS;

type SessionMethod = "openSession" | "findSession" | "touchSession" | "freshenSession" | "sessionsOf" | "endSession" | "knowsPlace";

export function sessionOperations(
  run: ReturnType<typeof prepareAll<keyof typeof STAFF_SQL>>,
): Pick<OperationsOf<StaffStore>, SessionMethod> {
  return {
    openSession({ staffId, peer, startedAt, ...session }) {
      run.endOld.run({ staffId, before: startedAt - SESSION_MAX_MS });
      run.addSession.run({ staffId, peer, startedAt, ...session });
      run.notePlace.run({ staffId, peer, at: startedAt });
    },
    findSession(tokenHash) {
      const row = run.session.get(tokenHash) as (SessionRow & MemberRow) | undefined;
      return row && { session: sessionOf(row), member: memberOf(row) };
    },
    touchSession: (touch) => void run.touch.run(touch),
    freshenSession: (fresh) => void run.freshen.run(fresh),
    sessionsOf: (staffId) => (run.sessions.all(staffId) as SessionRow[]).map(sessionOf),
    endSession: (end) => ({ kind: run.endOne.run(end).changes === 1 ? "ended" : "unknown" }),
    knowsPlace: ({ staffId, peer, now }) => run.place.get({ staffId, peer, since: now - PLACE_MS }) !== undefined,
  };
}
