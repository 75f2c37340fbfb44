import type { Conversation } from "../../conversation/conversation.js";
import type { KfAttempt, KfPerson, KfVerdict, KfWaiting, WecomStore } from "../wecom-store.js";
import type { Matters } from "./matters.js";
import type { OperationsOf } from "./operations.js";
import { welcomeCodeOf } from "./kf-raw.js";
import { orUndefined } from "./nulls.js";
import type { WecomStatements } from "./wecom-operations.js";

/** So many messages, and for so long, until the person writes again (kf/send_msg). */
const MESSAGES_MAX = 5;
const WINDOW_MS = 48 * 3_600_000;
/** A welcome code lives 20 s from the event; less what a call may take. */
const WELCOME_MS = 17_000;

type SendingMethod = "kfBeginSend" | "kfEndSend" | "kfSendFailed" | "kfRetryDelayed" | "kfPerson" | "kfNoteState";

interface Sending {
  readonly entryId: string;
  readonly conversationId: string;
  readonly state: string;
}

/** From the outbox to the person, within what the platform lets through. */
export function kfSendingOperations(run: WecomStatements, matters: Matters): Pick<OperationsOf<WecomStore>, SendingMethod> {
  function personOf(conversationId: string): KfPerson | undefined {
    const row = run.person.get(conversationId) as KfPerson | undefined;
    return row && (orUndefined(row) as KfPerson);
  }

  function note(attempt: KfAttempt, state: string): void {
    run.beginSending.run({ ...attempt, state });
  }

  /** In a conversation that a person owns the bot speaks of danger alone. */
  function overtaken({ conversationId, entryId }: KfAttempt, outcome: string | null | undefined): boolean {
    const kept = run.conversation.get(conversationId) as { state: string } | undefined;
    const owner = kept && (JSON.parse(kept.state) as Conversation).owner;
    const { from } = run.lineFrom.get(entryId) as { from: string };
    return owner?.by === "staff" && from === "bot" && outcome !== "danger";
  }

  function judge(attempt: KfAttempt, before: Sending | undefined): KfVerdict {
    const { conversationId, entryId, at } = attempt;
    const person = personOf(conversationId);
    if (person === undefined) return { kind: "nobody" };
    const asked = run.answeredActivity.get(entryId) as { kind: string; outcome: string | null; sourceId: string } | undefined;
    if (overtaken(attempt, asked?.outcome)) return { kind: "overtaken" };
    const doubtful = before?.state === "sending" || before?.state === "delayed";
    if (asked?.kind === "arrive") {
      const event = run.message.get(person.openKfid, asked.sourceId) as KfWaiting | undefined;
      const code = event === undefined || at - event.sentAt > WELCOME_MS ? undefined : welcomeCodeOf(event.raw);
      return code === undefined ? { kind: "late" } : { kind: "welcome", person, code, doubtful };
    }
    if (at >= person.heardAt + WINDOW_MS) return { kind: "held" };
    if (!doubtful && person.used >= MESSAGES_MAX) return { kind: "held" };
    if (!doubtful) run.countSent.run(conversationId);
    return { kind: "send", person, doubtful };
  }

  return {
    kfBeginSend(attempt) {
      const before = run.sending.get(attempt.msgid) as Sending | undefined;
      if (before?.state === "unknown") return { kind: "unknown" };
      if (before !== undefined && !["sending", "held", "delayed"].includes(before.state)) return { kind: "done" };
      const verdict = judge(attempt, before);
      const open = verdict.kind === "send" || verdict.kind === "welcome";
      note(attempt, open ? "sending" : verdict.kind === "held" ? "held" : "skipped");
      return verdict;
    },
    kfEndSend: (end) => void run.endSending.run(end),
    kfSendFailed({ msgid, failType, at }) {
      const sent = run.sending.get(msgid) as Sending | undefined;
      if (sent === undefined) return false;
      run.endSending.run({ msgid, state: "failed", at });
      const about = { kind: "parked", what: "reply", code: `wecom-fail-${failType}` } as const;
      matters.park({ reference: sent.entryId, about, risk: 0, conversationId: sent.conversationId, channel: "wecom-kf", at });
      return true;
    },
    kfRetryDelayed(at) {
      const rows = run.delayed.all() as { id: string }[];
      for (const { id } of rows) {
        run.sendAgain.run({ id, at });
        matters.endParked(id, at);
      }
      return rows.length;
    },
    kfPerson: personOf,
    kfNoteState: (state) => void run.noteState.run(state),
  };
}
