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

/** One turn's whole effect, kept in one transaction or not at all. */
export interface TurnRecord {
  readonly activityId: string;
  /** The revision the turn was decided on; 0 for a conversation not kept yet. */
  readonly revision: number;
  readonly conversation: Conversation;
  readonly outcome: TurnOutcome;
  /** Ids are given by the caller, so that a turn taken again after a crash is told apart from a second turn. */
  readonly replies: readonly { readonly id: string; readonly reply: Reply }[];
  readonly effects: readonly Effect[];
  readonly at: number;
}

export interface OutboxItem {
  readonly id: string;
  readonly conversationId: string;
  readonly channel: Activity["channel"];
  readonly entry: TranscriptEntry;
  readonly tries: number;
}

/** What waits for a person until the desk takes it up. */
export interface InboxItem {
  readonly reference: string;
  readonly conversationId: string;
  readonly channel: Activity["channel"];
  readonly kind: "handoff" | "message" | "question" | "parked";
  readonly urgent: boolean;
  readonly at: number;
  readonly about: unknown;
}

/**
 * What is kept. Every promise that resolves after a write means: on disk.
 * Rejects with OutsideError (`store-unavailable`, `store-full`, retryable) when the disk will not.
 */
export interface Store {
  /** Records an activity and its transcript line, once per (channel, conversationId, sourceId). */
  receive(activity: Activity): Promise<{ readonly kind: "new" | "seen"; readonly id: string; readonly seq: number }>;
  loadConversation(id: string): Promise<{ readonly conversation: Conversation; readonly revision: number } | undefined>;
  /** `conflict`: someone else changed the conversation meanwhile, or the activity is already done; nothing was kept. */
  commitTurn(turn: TurnRecord): Promise<{ readonly kind: "committed"; readonly entries: readonly TranscriptEntry[] } | { readonly kind: "conflict" }>;
  /** Received and not done, oldest first. */
  pendingActivities(): Promise<readonly Activity[]>;
  /** Counts a failed try; after `triesMax` the activity is parked for people to see. Resolves to whether it was parked. */
  noteFailure(activityId: string, code: string, triesMax: number): Promise<boolean>;
  /** Lines after `afterSeq`, oldest first. */
  transcript(conversationId: string, afterSeq: number, limit: number): Promise<readonly TranscriptEntry[]>;
  outboxDue(now: number, limit: number): Promise<readonly OutboxItem[]>;
  outboxSent(id: string): Promise<void>;
  /** Tries again at `retryAt`; without it, gives up and shows it to people. */
  outboxFailed(id: string, code: string, retryAt?: number): Promise<void>;
  inbox(limit: number): Promise<readonly InboxItem[]>;
  /** Rejects unless a write reaches the disk now; the readiness check. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
