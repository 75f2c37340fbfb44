import type Database from "better-sqlite3";
import type { Late, NudgeStore } from "../nudge-store.js";
import type { Matters } from "./matters.js";
import type { OperationsOf } from "./operations.js";
import { prepareAll } from "./prepare.js";

const told = (stage: string): string =>
  `EXISTS (SELECT 1 FROM nudge n WHERE n.reference = m.reference AND n.due_at = m.due_at AND n.stage = '${stage}')`;
const MISSED = `(SELECT COUNT(*) FROM nudge n WHERE n.reference = m.reference AND n.stage = 'reminded')`;
const LATE = `SELECT m.reference, m.due_at AS dueAt, ${MISSED} AS missed FROM matter m WHERE m.closed_at IS NULL AND m.due_at < @now`;

const NUDGE_SQL = {
  reminded: `${LATE} AND NOT ${told("reminded")} ORDER BY m.due_at LIMIT @limit`,
  escalated: `${LATE} AND ${told("reminded")} AND NOT ${told("escalated")} ORDER BY missed >= 2 DESC, m.due_at LIMIT @limit`,
  nudge: `
    INSERT INTO nudge (reference, due_at, stage, at) SELECT reference, due_at, @stage, @at FROM matter
    WHERE reference = @reference AND due_at = @dueAt AND closed_at IS NULL ON CONFLICT DO NOTHING`,
} as const;

export function nudgeOperations(db: Database.Database, matters: Matters): OperationsOf<NudgeStore> {
  const run = prepareAll(db, NUDGE_SQL);
  return {
    mattersLate: ({ stage, now, limit }) => run[stage].all({ now, limit }) as Late[],
    nudge(nudge) {
      if (run.nudge.run(nudge).changes === 0) return { kind: "not-now" };
      matters.note(nudge.reference, { at: nudge.at, kind: nudge.stage, mover: { actor: "system" } });
      return { kind: "nudged" };
    },
  };
}
