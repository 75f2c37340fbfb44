import type Database from "better-sqlite3";
import type { KeptToken, WecomStore } from "../wecom-store.js";
import { kfOwnerOperations } from "./kf-owner-operations.js";
import { kfReadingOperations } from "./kf-reading-operations.js";
import { kfSendingOperations } from "./kf-sending-operations.js";
import { kfTurnOperations } from "./kf-turn-operations.js";
import type { Matters } from "./matters.js";
import type { OperationsOf } from "./operations.js";
import { prepareAll } from "./prepare.js";
import { WECOM_SQL } from "./wecom-sql.js";

/** Repeats come within a minute; the margin covers restarts and clocks. */
const CALLBACKS_MS = 86_400_000;

export type WecomStatements = ReturnType<typeof prepareAll<keyof typeof WECOM_SQL>>;

/** The WeCom channel's part. */
export function wecomOperations(db: Database.Database, matters: Matters): OperationsOf<WecomStore> {
  const run: WecomStatements = prepareAll(db, WECOM_SQL);
  // One process a folder: whoever held a lease before this start is gone.
  run.endLeases.run();
  return {
    wecomToken: (name) => run.token.get(name) as KeptToken | undefined,
    wecomKeepToken: (name, token) => void run.keepToken.run({ name, ...token }),
    wecomDropToken: (name, token) => void run.dropToken.run(name, token),
    wecomFirstTime(key, at) {
      run.sweepCallbacks.run(at - CALLBACKS_MS);
      return run.noteCallback.run(key, at).changes === 1;
    },
    ...kfReadingOperations(run, matters),
    ...kfTurnOperations(run),
    ...kfSendingOperations(run, matters),
    ...kfOwnerOperations(run, matters),
  };
}
