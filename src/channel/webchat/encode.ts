import type { Suggestion } from "../../conversation/activity.js";
import type { TranscriptEntry } from "../../store/store.js";

/** A bubble as Direct Line clients read it. */
export interface DirectLineActivity {
  readonly type: "message";
  readonly id: string;
  readonly timestamp: string;
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: "user" | "bot" };
  readonly text: string;
  readonly textFormat: "plain";
  readonly attachments?: readonly { readonly contentType: string; readonly name: string }[];
  readonly suggestedActions?: { readonly actions: readonly { readonly type: "imBack"; readonly title: string; readonly value: string }[] };
  readonly channelData?: object;
  readonly replyToId?: string;
}

/** `seq` by the line's own id, of lines already sent to this client. */
export type SentLines = Map<string, number>;

const SENT_LINES_MAX = 200;

export function activityId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(7, "0")}`;
}

/**
 * Reads and fills `sent`: a reply names what it replies to only when the client has it, for the stock client holds a
 * reply back five seconds while it waits for a line it never saw.
 */
export function encode(entry: TranscriptEntry, sent: SentLines): DirectLineActivity {
  const { conversationId, seq, id, at, text, replyTo } = entry;
  const repliedTo = replyTo === undefined ? undefined : sent.get(replyTo);
  remember(sent, id, seq);
  return {
    type: "message",
    id: activityId(conversationId, seq),
    timestamp: new Date(at).toISOString(),
    conversation: { id: conversationId },
    text,
    textFormat: "plain",
    ...(entry.from === "worker" ? ownPart(entry) : ourPart(entry)),
    ...(repliedTo === undefined ? {} : { replyToId: activityId(conversationId, repliedTo) }),
  };
}

type Part = Pick<DirectLineActivity, "from" | "attachments" | "suggestedActions" | "channelData">;

function ownPart({ fromId, attachments, sourceId }: TranscriptEntry): Part {
  return {
    from: { id: fromId, role: "user" },
    ...(attachments.length === 0 ? {} : { attachments: attachments.map(({ contentType, name }) => ({ contentType, name })) }),
    ...(sourceId === undefined ? {} : { channelData: { clientActivityID: sourceId } }),
  };
}

function ourPart({ from, reply }: TranscriptEntry): Part {
  const { suggestions = [], sources = [] } = reply ?? {};
  return {
    from: from === "staff" ? { id: "staff", name: "工作人员", role: "bot" } : { id: "bot", name: "职工热线助手", role: "bot" },
    ...(suggestions.length === 0 ? {} : { suggestedActions: { actions: suggestions.map(imBack) } }),
    channelData: { sources },
  };
}

function imBack({ label, say }: Suggestion): { type: "imBack"; title: string; value: string } {
  return { type: "imBack", title: label, value: say };
}

function remember(sent: SentLines, id: string, seq: number): void {
  sent.set(id, seq);
  const [oldest] = sent.keys();
  if (sent.size > SENT_LINES_MAX && oldest !== undefined) sent.delete(oldest);
}
