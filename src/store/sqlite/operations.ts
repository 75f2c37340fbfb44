import type Database from "better-sqlite3";
import type { Activity } from "../../conversation/activity.js";
import type { Conversation } from "../../conversation/conversation.js";
import type { Effect } from "../../conversation/turn.js";
import type { Ports } from "../kept.js";
import { lineOf } from "../store.js";
import type { Committed, InboxItem, Noted, Received, Saying, Store, TranscriptEntry, TurnFailure, TurnRecord } from "../store.js";
import type { Method } from "./methods.js";
import { prepareAll } from "./prepare.js";
import { entryOf, inboxItemOf, lineRow, outboxItemOf, pendingOf } from "./rows.js";
import type { InboxRow, LineRow, OutboxRow, PendingRow } from "./rows.js";
import { SQL } from "./sql.js";

/** A port's methods as plain synchronous work on one connection; whoever calls them owns the transaction. */
export type OperationsOf<Port> = {
  readonly [M in Extract<keyof Port, Method>]: (...args: Parameters<Ports[M]>) => Awaited<ReturnType<Ports[M]>>;
};
export type Operations = OperationsOf<Ports>;

interface ActivityRow {
  readonly channel: Activity["channel"];
  readonly conversationId: string;
  readonly state: "pending" | "done" | "parked";
  readonly tries: number;
}

type Place = Pick<ActivityRow, "channel" | "conversationId">;

interface Speech extends Place {
  readonly replyTo: string;
  readonly sayings: readonly Saying[];
  readonly send: boolean;
  readonly at: number;
}

/** The conversation's part: what delivery asks for. */
export function conversationOperations(db: Database.Database): OperationsOf<Store> {
  const run = prepareAll(db, SQL);

  function lastSeq(conversationId: string): number {
    return (run.lastSeq.get(conversationId) as { seq: number }).seq;
  }

  function findActivity(id: string): ActivityRow {
    const row = run.activityById.get(id) as ActivityRow | undefined;
    if (row === undefined) throw new Error("no such activity");
    return row;
  }

  function receive(activity: Activity): Received {
    const { id, channel, conversationId, sourceId, kind, from, at } = activity;
    const known = run.findActivity.get({ channel, conversationId, sourceId }) as { id: string; seq: number; state: string } | undefined;
    if (known !== undefined) return { kind: "seen", id: known.id, seq: known.seq, pending: known.state === "pending" };
    const seq = lastSeq(conversationId) + (kind === "message" ? 1 : 0);
    run.addActivity.run({ id, channel, conversationId, sourceId, kind, fromRole: from.role, fromId: from.id, at, seq });
    if (kind === "message") run.addLine.run(lineRow(lineOf(activity, seq)));
    return { kind: "new", id, seq };
  }

  function speak({ conversationId, channel, replyTo, sayings, send, at }: Speech): readonly TranscriptEntry[] {
    const first = lastSeq(conversationId) + 1;
    return sayings.map(({ id, reply }, index) => {
      const entry: TranscriptEntry = {
        ...{ seq: first + index, id, conversationId, at, from: "bot", fromId: "bot", text: reply.text, attachments: [], reply, replyTo },
      };
      run.addLine.run(lineRow(entry));
      if (send) run.addToOutbox.run({ id, conversationId, channel, at });
      return entry;
    });
  }

  function addToInbox(item: InboxItem): void {
    run.addToInbox.run({ ...item, urgent: item.urgent ? 1 : 0, about: JSON.stringify(item.about) });
  }

  function saveConversation({ revision, conversation }: TurnRecord): boolean {
    const { id, channel } = conversation;
    const state = JSON.stringify(conversation);
    const changed = revision === 0 ? run.addConversation.run({ id, channel, state }) : run.saveConversation.run({ id, revision, state });
    return changed.changes === 1;
  }

  function commitTurn(turn: TurnRecord): Committed {
    const { activityId, outcome, replies, effects, send, at } = turn;
    const { conversationId, channel, state } = findActivity(activityId);
    if (turn.conversation.id !== conversationId) throw new Error("a turn's conversation is its activity's");
    if (state !== "pending") return { kind: "done", entries: linesInReply(conversationId, activityId) };
    if (!saveConversation(turn)) return { kind: "conflict" };
    run.endActivity.run({ id: activityId, state: "done", outcome });
    const entries = speak({ conversationId, channel, replyTo: activityId, sayings: replies, send, at });
    effects.forEach((effect, index) => addToInbox({ ...inboxPart(effect, `${activityId}.${index}`), conversationId, channel, at }));
    return { kind: "committed", entries };
  }

  function linesInReply(conversationId: string, activityId: string): readonly TranscriptEntry[] {
    return (run.linesInReply.all(conversationId, activityId) as LineRow[]).map(entryOf);
  }

  function noteFailure({ activityId, code, triesMax, apology, send, at }: TurnFailure): Noted {
    const { conversationId, channel, state, tries } = findActivity(activityId);
    if (state !== "pending") return { kind: "parked", entries: linesInReply(conversationId, activityId) };
    run.countTry.run(activityId);
    if (tries + 1 < triesMax) return { kind: "noted", tries: tries + 1 };
    run.endActivity.run({ id: activityId, state: "parked", outcome: null });
    addToInbox({ reference: activityId, conversationId, channel, kind: "parked", urgent: false, at, about: { what: "turn", code } });
    return { kind: "parked", entries: speak({ conversationId, channel, replyTo: activityId, sayings: [apology], send, at }) };
  }

  return {
    receive,
    commitTurn,
    noteFailure,
    loadConversation(id) {
      const row = run.conversation.get(id) as { revision: number; state: string } | undefined;
      return row && { revision: row.revision, conversation: JSON.parse(row.state) as Conversation };
    },
    pendingActivities: () => (run.pending.all() as PendingRow[]).map(pendingOf),
    transcript: (conversationId, afterSeq, limit) => (run.lines.all(conversationId, afterSeq, limit) as LineRow[]).map(entryOf),
    outboxDue: (now, limit) => (run.outboxDue.all({ now, limit }) as OutboxRow[]).map(outboxItemOf),
    outboxSent: (id) => void run.outboxSent.run(id),
    outboxFailed({ id, code, at, retryAt }) {
      const place = run.outboxById.get(id) as Place | undefined;
      if (place === undefined) return;
      if (retryAt !== undefined) return void run.outboxLater.run({ id, retryAt });
      run.outboxPark.run(id);
      addToInbox({ ...place, reference: id, kind: "parked", urgent: false, at, about: { what: "reply", code } });
    },
    inbox: (limit) => (run.inbox.all(limit) as InboxRow[]).map(inboxItemOf),
    ping: () => void run.beat.run(),
  };
}

function inboxPart(effect: Effect, ownReference: string): Pick<InboxItem, "kind" | "reference" | "urgent" | "about"> {
  switch (effect.kind) {
    case "request-handoff":
      return { kind: "handoff", reference: effect.reference, urgent: effect.urgent, about: { reason: effect.reason } };
    case "leave-message":
      return { kind: "message", reference: effect.reference, urgent: false, about: { dialog: effect.dialog } };
    case "file-case":
      return { kind: "message", reference: effect.reference, urgent: effect.urgent, about: { dialog: effect.dialog, facts: effect.facts } };
    case "record-question":
      return { kind: "question", reference: ownReference, urgent: false, about: { why: effect.why, text: effect.text, near: effect.near } };
  }
}
