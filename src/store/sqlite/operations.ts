import type Database from "better-sqlite3";
import type { Activity } from "../../conversation/activity.js";
import type { Conversation } from "../../conversation/conversation.js";
import { MASKED } from "../../case/mask-receipt.js";
import { riskOf } from "../../case/queue-order.js";
import type { Ports } from "../kept.js";
import { lineOf } from "../store.js";
import type { Committed, Noted, Received, Saying, Store, TranscriptEntry, TurnFailure, TurnRecord } from "../store.js";
import { openCase } from "./case-operations.js";
import type { Files } from "./files.js";
import type { Matters } from "./matters.js";
import type { Method } from "./methods.js";
import { prepareAll } from "./prepare.js";
import type { Quiz } from "./quiz-operations.js";
import { entryOf, lineRow, outboxItemOf, pendingOf, questionOf } from "./rows.js";
import type { LineRow, OutboxRow, PendingRow, QuestionRow } from "./rows.js";
import { seal } from "./sealed.js";
import { SQL } from "./sql.js";

/** A port's methods as plain synchronous work on one connection; whoever calls them owns the transaction. */
export type OperationsOf<Port> = {
  readonly [M in Extract<keyof Port, Method>]: (...args: Parameters<Ports[M]>) => Awaited<ReturnType<Ports[M]>>;
};
export type Operations = OperationsOf<Ports>;

/** What a turn may open or change besides its conversation. */
interface Neighbours {
  readonly matters: Matters;
  readonly files: Files;
  readonly quiz: Quiz;
}

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
export function conversationOperations(db: Database.Database, { matters, files, quiz }: Neighbours): OperationsOf<Store> {
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
    const reference = activity.attachments.length === 0 ? undefined : files.receive(activity);
    if (reference !== undefined) matters.note(reference, { at, kind: "evidence", mover: { actor: "complainant" } });
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

  function saveConversation({ revision, conversation }: TurnRecord): boolean {
    const { id, channel } = conversation;
    const state = JSON.stringify(conversation);
    const changed = revision === 0 ? run.addConversation.run({ id, channel, state }) : run.saveConversation.run({ id, revision, state });
    return changed.changes === 1;
  }

  /** What a turn decided about a case that has changed since is decided anew; nothing of it stays. */
  const commitWhole = db.transaction((turn: TurnRecord) => commit(turn));

  function commitTurn(turn: TurnRecord): Committed {
    if (!turn.effects.some(({ kind }) => kind === "change-case")) return commit(turn);
    try {
      return commitWhole(turn);
    } catch (error) {
      if (error instanceof CaseMoved) return { kind: "conflict" };
      throw error;
    }
  }

  function commit(turn: TurnRecord): Committed {
    const { activityId, outcome, replies, send, at } = turn;
    const { conversationId, channel, state } = findActivity(activityId);
    if (turn.conversation.id !== conversationId) throw new Error("a turn's conversation is its activity's");
    if (state !== "pending") return { kind: "done", entries: linesInReply(conversationId, activityId) };
    if (!saveConversation(turn)) return { kind: "conflict" };
    run.endActivity.run({ id: activityId, state: "done", outcome });
    const entries = speak({ conversationId, channel, replyTo: activityId, sayings: replies, send, at });
    keepEffects(turn, { conversationId, channel });
    rememberShown(turn);
    return { kind: "committed", entries };
  }

  function rememberShown({ effects, replies, at }: TurnRecord): void {
    for (const effect of effects) {
      if (effect.kind !== "file-case") continue;
      for (const { id, reply } of replies) if (reply.text.includes(effect.receipt)) matters.run.rememberShown.run(id, at);
    }
  }

  function keepEffects({ effects, activityId, at, dueAt }: TurnRecord, place: Place): void {
    const opened = { ...place, at, dueAt };
    effects.forEach((effect, index) => {
      switch (effect.kind) {
        case "file-case":
          return openCase(matters, files, { filing: effect, ...place, at, ...(dueAt === undefined ? {} : { dueAt }) });
        case "request-handoff": {
          const { reference, reason, urgent } = effect;
          return matters.open({ ...opened, reference, about: { kind: "handoff", reason }, risk: riskOf({}, urgent) });
        }
        case "leave-message": {
          const { reference, dialog } = effect;
          return matters.open({ ...opened, reference, about: { kind: "message", dialog }, risk: riskOf({}, false) });
        }
        case "change-case":
          if (matters.change(effect.change).kind !== "changed") throw new CaseMoved();
          return;
        case "mask-words":
          return void matters.run.maskLine.run({ id: activityId, text: MASKED });
        case "case-message":
          return matters.addMessage(effect.reference, { id: `${activityId}.${index}`, at, from: "complainant", text: effect.text });
        case "quiz-result":
          return quiz.count(effect, at);
        case "record-question": {
          const { kind: _, ...about } = effect;
          return void run.addQuestion.run({ ...place, reference: `${activityId}.${index}`, at, about: seal(about) });
        }
      }
    });
  }

  function linesInReply(conversationId: string, activityId: string): readonly TranscriptEntry[] {
    return (run.linesInReply.all(conversationId, activityId) as LineRow[]).map(entryOf);
  }

  function noteFailure({ activityId, code, triesMax, apology, send, at, dueAt }: TurnFailure): Noted {
    const { conversationId, channel, state, tries } = findActivity(activityId);
    if (state !== "pending") return { kind: "parked", entries: linesInReply(conversationId, activityId) };
    run.countTry.run(activityId);
    if (tries + 1 < triesMax) return { kind: "noted", tries: tries + 1 };
    run.endActivity.run({ id: activityId, state: "parked", outcome: null });
    matters.open({ reference: activityId, about: { kind: "parked", what: "turn", code }, risk: 0, conversationId, channel, at, dueAt });
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
      matters.park({ ...place, reference: id, about: { kind: "parked", what: "reply", code }, risk: 0, at });
    },
    openQuestions: (limit) => (run.openQuestions.all(limit) as QuestionRow[]).map(questionOf),
    ping: () => void run.beat.run(),
  };
}

/** Somebody changed the case between the turn and its commit. */
class CaseMoved extends Error {}
