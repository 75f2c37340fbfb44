import type Database from "better-sqlite3";
import { METHODS } from "./methods.js";
import type { Operations } from "./operations.js";
import type { Outcome, Refusal, Request } from "./protocol.js";
import { refusalOf } from "./refusal.js";

/**
 * Group commit: all writes of a batch in one transaction and one fsync, each in a savepoint of its own so that one
 * that fails undoes nothing of the others. Reads come after it, outside, so that a full disk does not stop them.
 */
export function prepareBatch(db: Database.Database, operations: Operations): (requests: readonly Request[]) => Outcome[] {
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const savepoint = db.prepare("SAVEPOINT one");
  const release = db.prepare("RELEASE one");
  const undo = db.prepare("ROLLBACK TO one");

  function writeOne(request: Request): Outcome {
    savepoint.run();
    try {
      const value = call(operations, request);
      if (request.audit !== undefined) operations.noteAudit({ ...request.audit, outcome: outcomeOf(value) });
      release.run();
      return { kind: "value", value };
    } catch (error) {
      // A full or failing disk may have ended the whole transaction.
      if (!db.inTransaction) throw error;
      undo.run();
      release.run();
      return refusalOf(error);
    }
  }

  function writeAll(requests: readonly Request[]): Outcome[] {
    try {
      begin.run();
      const outcomes = requests.map(writeOne);
      commit.run();
      return outcomes;
    } catch (error) {
      if (db.inTransaction) db.exec("ROLLBACK");
      const refusal: Refusal = refusalOf(error);
      return requests.map(() => refusal);
    }
  }

  function readOne(request: Request): Outcome {
    try {
      return { kind: "value", value: call(operations, request) };
    } catch (error) {
      return refusalOf(error);
    }
  }

  return (requests) => {
    const writes = requests.filter(({ method, audit }) => METHODS[method] === "write" || audit !== undefined);
    const written = new Map(writes.length === 0 ? [] : zip(writes, writeAll(writes)));
    return requests.map((request) => written.get(request) ?? readOne(request));
  };
}

function zip(requests: readonly Request[], outcomes: readonly Outcome[]): [Request, Outcome][] {
  return requests.map((request, index) => [request, outcomes[index] ?? { kind: "fault", code: "no-outcome" }]);
}

/** Refusals of the store's are values with a `kind`. */
function outcomeOf(value: unknown): string {
  return typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string" ? value.kind : "done";
}

function call(operations: Operations, { method, args }: Request): unknown {
  // The pair is typed where it is made; TypeScript cannot follow it through the union.
  return (operations[method] as (...args: readonly unknown[]) => unknown)(...args);
}
