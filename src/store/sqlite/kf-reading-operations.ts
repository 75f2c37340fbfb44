import type { KfAccount, KfIncoming, WecomStore } from "../wecom-store.js";
import { textOf } from "./kf-raw.js";
import type { Matters } from "./matters.js";
import type { OperationsOf } from "./operations.js";
import { orUndefined } from "./nulls.js";
import type { WecomStatements } from "./wecom-operations.js";

/** A notification may come a little later than the message it is about, and clocks differ. */
const BEFORE_LIVE_MS = 120_000;
/** Older ones can be answered by telephone only. */
const ANSWERABLE_MS = 48 * 3_600_000;
/** Of five messages two are for the new answer. */
const KEPT_BACK_MAX = 3;
const PERSON = 3;

type Unanswered = Pick<KfIncoming, "conversationId" | "msgid" | "externalUserid" | "sentAt" | "raw">;
type ReadingMethod = "kfNotified" | "kfKnow" | "kfAccounts" | "kfTakeLease" | "kfKeepPage" | "kfEndReading" | "kfForgetCursor";

/** Fetching what was written to an account: cursor, lease, pages. */
export function kfReadingOperations(run: WecomStatements, matters: Matters): Pick<OperationsOf<WecomStore>, ReadingMethod> {
  function keepMessage(message: KfIncoming, { openKfid, at, liveAt }: { openKfid: string; at: number; liveAt: number }): void {
    const { conversationId, externalUserid, origin, sentAt } = message;
    const state = sentAt < liveAt - BEFORE_LIVE_MS ? "backlog" : "waiting";
    if (run.keepMessage.run({ ...message, openKfid, at, state }).changes === 0) return;
    run.meetPerson.run({ conversationId, openKfid, externalUserid });
    if (origin !== PERSON || run.heardFrom.run({ conversationId, sentAt }).changes === 0) return;
    // The person wrote, so what could not be sent may go now.
    for (const { id } of run.keptBack.all({ conversationId, most: KEPT_BACK_MAX }) as { id: string }[]) {
      run.sendAgain.run({ id, at });
      matters.endParked(id, at);
    }
  }

  /** Nobody answered before we came: people see the last words and decide. */
  function askPeople({ conversationId, msgid, externalUserid, sentAt, raw }: Unanswered, at: number): void {
    const reference = `kf-${msgid}`;
    const line = { conversationId, id: reference, at: sentAt, from: "worker", fromId: externalUserid, sourceId: msgid };
    if (run.lineBySource.get(conversationId, msgid) === undefined) run.noteLine.run({ ...line, text: textOf(raw) });
    const about = { kind: "parked", what: "turn", code: "unanswered-before-start" } as const;
    matters.park({ reference, about, risk: 0, conversationId, channel: "wecom-kf", at });
  }

  return {
    kfNotified: (notice) => void run.notified.run(notice),
    kfKnow: (openKfid, at) => void run.know.run({ openKfid, at }),
    kfAccounts: () => (run.accounts.all() as AccountRow[]).map(accountOf),
    kfTakeLease(lease) {
      if (run.takeLease.run(lease).changes === 0) return undefined;
      return accountOf(run.account.get(lease.openKfid) as AccountRow);
    },
    kfKeepPage({ openKfid, holder, nextCursor, messages, at }) {
      const account = run.holds.get({ openKfid, holder }) as { liveAt: number } | undefined;
      if (account === undefined) return false;
      for (const message of messages) keepMessage(message, { openKfid, at, liveAt: account.liveAt });
      run.moveCursor.run({ openKfid, nextCursor, at });
      return true;
    },
    kfEndReading({ openKfid, holder, at }) {
      if (run.endReading.run({ openKfid, holder, at }).changes === 0 || run.firstReading.run(openKfid).changes === 0) return;
      for (const left of run.unansweredBefore.all({ openKfid, since: at - ANSWERABLE_MS }) as Unanswered[]) askPeople(left, at);
    },
    kfForgetCursor: (openKfid) => void run.forgetCursor.run(openKfid),
  };
}

type AccountRow = { readonly [K in keyof KfAccount]: KfAccount[K] | null };

function accountOf(row: AccountRow): KfAccount {
  return orUndefined(row) as KfAccount;
}
