import type { Activity } from "../../conversation/activity.js";
import type { OpenQuestion, OutboxItem, PendingActivity, TranscriptEntry } from "../store.js";
import { unseal } from "./sealed.js";

export interface LineRow extends Pick<TranscriptEntry, "conversationId" | "seq" | "id" | "at" | "from" | "fromId" | "text"> {
  readonly attachments: string;
  readonly reply: string | null;
  readonly sourceId: string | null;
  readonly replyTo: string | null;
}

export function lineRow(entry: TranscriptEntry): LineRow {
  return {
    ...entry,
    attachments: JSON.stringify(entry.attachments),
    reply: entry.reply === undefined ? null : JSON.stringify(entry.reply),
    sourceId: entry.sourceId ?? null,
    replyTo: entry.replyTo ?? null,
  };
}

export function entryOf(row: LineRow): TranscriptEntry {
  const { reply, sourceId, replyTo, conversationId, seq, id, at, from, fromId, text } = row;
  return {
    ...{ seq, id, conversationId, at, from, fromId, text },
    attachments: JSON.parse(row.attachments) as TranscriptEntry["attachments"],
    ...(reply === null ? {} : { reply: JSON.parse(reply) as NonNullable<TranscriptEntry["reply"]> }),
    ...(sourceId === null ? {} : { sourceId }),
    ...(replyTo === null ? {} : { replyTo }),
  };
}

export interface PendingRow extends Pick<Activity, "id" | "channel" | "conversationId" | "sourceId" | "kind" | "at"> {
  readonly fromRole: Activity["from"]["role"];
  readonly fromId: string;
  readonly seq: number;
  readonly text: string | null;
  readonly attachments: string | null;
}

export function pendingOf({ fromRole, fromId, seq, text, attachments, ...row }: PendingRow): PendingActivity {
  const activity: Activity = {
    ...row,
    from: { role: fromRole, id: fromId },
    text: text ?? "",
    attachments: attachments === null ? [] : (JSON.parse(attachments) as Activity["attachments"]),
  };
  return { activity, seq };
}

export type OutboxRow = LineRow & Pick<OutboxItem, "channel" | "tries">;

export function outboxItemOf(row: OutboxRow): OutboxItem {
  return { id: row.id, conversationId: row.conversationId, channel: row.channel, tries: row.tries, entry: entryOf(row) };
}

export interface QuestionRow extends Omit<OpenQuestion, "about"> {
  readonly about: string;
}

export function questionOf(row: QuestionRow): OpenQuestion {
  return { ...row, about: unseal<OpenQuestion["about"]>(row.about) };
}
