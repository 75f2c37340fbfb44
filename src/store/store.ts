import type { Activity, Reply } from "../conversation/activity.js";
import type { Conversation } from "../conversation/conversation.js";
import type { TurnOutcome } from "../conversation/outcomes.js";
import type { Effect } from "../conversation/turn.js";

/** One line of a conversation as kept. `seq` counts from 1 without gaps within its conversation. */
export interface TranscriptEntry {
  readonly seq: number;
  readonly id: string;
  readonly conversationId: string;
  readonly at: number;
  readonly from: "worker" | "bot" | "staff";
  readonly fromId: string;
  /** What was said to us; for the bot's own lines `reply` holds it whole. */
  readonly text: string;
  readonly attachments: Activity["attachments"];
  readonly reply?: Reply;
  /** The sender's id for its own line, so that a client can tell its echo. */
  readonly sourceId?: string;
  /** On the bot's lines: the id of the entry replied to. */
  readonly replyTo?: string;
}

/** The transcript line of a received message. It has the activity's id. */
export function lineOf(activity: Activity, seq: number): TranscriptEntry {
  const { id, conversationId, sourceId, from, at, text, attachments } = activity;
  return { seq, id, conversationId, at, from: from.role, fromId: from.id, text, attachments, sourceId };
}

/** Something to say, with the id it keeps for ever. Ids come from the caller, so that sending again is told apart from saying again. */
export interface Saying {
  readonly id: string;
  readonly reply: Reply;
}

/** One turn's whole effect, kept in one transaction or not at all. */
export interface TurnRecord {
  readonly activityId: string;
  /** The revision the turn was decided on; 0 for a conversation not kept yet. */
  readonly revision: number;
  readonly conversation: Conversation;
  readonly outcome: TurnOutcome;
  readonly replies: readonly Saying[];
  readonly effects: readonly Effect[];
  /** Whether the replies are to be sent; false where people fetch their transcript themselves. */
  readonly send: boolean;
  readonly at: number;
  /** Until when somebody should have taken what this turn opens; missing where no calendar can say. */
  readonly dueAt?: number;
}

/** A turn that threw. At the last try the activity is parked and the apology kept as the bot's line, in one transaction. */
export interface TurnFailure {
  readonly activityId: string;
  readonly code: string;
  readonly triesMax: number;
  readonly apology: Saying;
  readonly send: boolean;
  readonly at: number;
  readonly dueAt?: number;
}

export type Received =
  | { readonly kind: "new"; readonly id: string; readonly seq: number }
  /** `pending`: recorded earlier, its turn not taken yet. */
  | { readonly kind: "seen"; readonly id: string; readonly seq: number; readonly pending: boolean };

export type Committed =
  | { readonly kind: "committed"; readonly entries: readonly TranscriptEntry[] }
  /** The activity's turn was taken before; these are the lines kept then. Nothing was changed. */
  | { readonly kind: "done"; readonly entries: readonly TranscriptEntry[] }
  /** Someone else changed the conversation meanwhile; nothing was kept. */
  | { readonly kind: "conflict" };

export type Noted =
  { readonly kind: "noted"; readonly tries: number } | { readonly kind: "parked"; readonly entries: readonly TranscriptEntry[] };

export interface PendingActivity {
  readonly activity: Activity;
  readonly seq: number;
}

export interface OutboxItem {
  /** The entry's id: the idempotency key towards the platform. */
  readonly id: string;
  readonly conversationId: string;
  readonly channel: Activity["channel"];
  readonly entry: TranscriptEntry;
  /** Failed tries so far. */
  readonly tries: number;
}

export interface SendFailure {
  readonly id: string;
  readonly code: string;
  readonly at: number;
  /** Without it nothing is tried again: it is parked as a matter, and people see it. */
  readonly retryAt?: number;
}

/** A question we could not answer well, until an editor takes it up. */
export interface OpenQuestion {
  /** An id of our own. */
  readonly reference: string;
  readonly conversationId: string;
  readonly channel: Activity["channel"];
  readonly at: number;
  readonly about: Omit<Extract<Effect, { kind: "record-question" }>, "kind">;
}

/**
 * What is kept. Every promise that resolves after a write means: on disk.
 * Rejects with OutsideError (`store-unavailable`, `store-full`, `store-locked`) when the disk will not, within a
 * deadline. A write that rejects may yet have happened; done again with the same ids it converges.
 */
export interface Store {
  /**
   * Records an activity and its transcript line, once per (channel, conversationId, sourceId).
   * An arrival has no line of its own; its `seq` is the last line's so far, 0 when there is none.
   */
  receive(activity: Activity): Promise<Received>;
  loadConversation(id: string): Promise<{ readonly conversation: Conversation; readonly revision: number } | undefined>;
  commitTurn(turn: TurnRecord): Promise<Committed>;
  /** Received and neither done nor parked, oldest first. */
  pendingActivities(): Promise<readonly PendingActivity[]>;
  /** Counts a failed try of a turn. An activity that is not pending any more is left alone, and its lines as kept are the answer. */
  noteFailure(failure: TurnFailure): Promise<Noted>;
  /** Lines after `afterSeq`, oldest first. */
  transcript(conversationId: string, afterSeq: number, limit: number): Promise<readonly TranscriptEntry[]>;
  /** Oldest first; never a line whose conversation has an earlier one that waits for its next try. */
  outboxDue(now: number, limit: number): Promise<readonly OutboxItem[]>;
  outboxSent(id: string): Promise<void>;
  outboxFailed(failure: SendFailure): Promise<void>;
  /** Oldest first. */
  openQuestions(limit: number): Promise<readonly OpenQuestion[]>;
  /** Rejects unless a write reaches the disk now; the readiness check. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
