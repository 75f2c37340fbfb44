import type Database from "better-sqlite3";
import type { Conversation, Owner } from "../../conversation/conversation.js";
import type { Said, StaffSaying, Voice } from "../desk-store.js";
import type { TranscriptEntry } from "../store.js";
import { prepareAll } from "./prepare.js";
import { entryOf, lineRow, type LineRow } from "./rows.js";
import { SQL } from "./sql.js";

type Line = Pick<StaffSaying, "conversationId" | "id" | "reply" | "send" | "at"> & { readonly staffId: string };

/** Who speaks in a conversation, and what staff say there; for whoever owns the transaction. */
export interface Voices {
  /** Changes the owner as the voice says, by compare-and-set, and says its line. */
  follow(voice: Voice): Said;
  say(saying: StaffSaying): Said;
}

export function prepareVoices(db: Database.Database): Voices {
  const { conversation, saveConversation, addLine, addToOutbox, lastSeq } = SQL;
  const lineById = `
    SELECT conversation_id AS conversationId, seq, id, at, from_role AS "from", from_id AS fromId, text, attachments, reply,
           source_id AS sourceId, reply_to AS replyTo FROM transcript WHERE id = ?`;
  const run = prepareAll(db, { conversation, saveConversation, addLine, addToOutbox, lastSeq, lineById });

  function load(id: string): { readonly conversation: Conversation; readonly revision: number } | undefined {
    const row = run.conversation.get(id) as { revision: number; state: string } | undefined;
    return row && { revision: row.revision, conversation: JSON.parse(row.state) as Conversation };
  }

  function write({ conversationId, id, reply: said, send, at, staffId }: Line): readonly TranscriptEntry[] {
    const known = run.lineById.get(id) as LineRow | undefined;
    if (known !== undefined) return [entryOf(known)];
    const seq = (run.lastSeq.get(conversationId) as { seq: number }).seq + 1;
    const entry: TranscriptEntry = {
      ...{ seq, id, conversationId, at, from: "staff", fromId: staffId, text: said.text, attachments: [], reply: said },
    };
    run.addLine.run(lineRow(entry));
    const channel = load(conversationId)?.conversation.channel;
    if (send && channel !== undefined) run.addToOutbox.run({ id, conversationId, channel, at });
    return [entry];
  }

  function follow({ conversationId, kind, by, to, held, say, send, at }: Voice): Said {
    const kept = load(conversationId);
    const owner = kept?.conversation.owner;
    if (owner?.by === "staff" && owner.staffId !== by.staffId && kind === "take") return { kind: "colleague", name: owner.name };
    const next = owner === undefined ? undefined : ownerAfter(owner, kind, { by, to, held });
    if (kept !== undefined && next !== undefined) {
      // The bot decides on a revision: what it had in flight is refused, decided again, and finds a person speaking.
      const state = JSON.stringify({ ...kept.conversation, owner: next });
      run.saveConversation.run({ id: conversationId, revision: kept.revision, state });
    }
    const line = say && { conversationId, id: say.id, reply: say.reply, send, at, staffId: by.staffId };
    return { kind: "said", entries: line === undefined ? [] : write(line) };
  }

  return {
    follow,
    say({ conversationId, by, ...line }) {
      const owner = load(conversationId)?.conversation.owner;
      if (owner?.by === "staff" && owner.staffId !== by.staffId) return { kind: "colleague", name: owner.name };
      return { kind: "said", entries: write({ ...line, conversationId, staffId: by.staffId }) };
    },
  };
}

type Parties = Pick<Voice, "by"> & { readonly to: Voice["to"]; readonly held: Voice["held"] };

function ownerAfter(owner: Owner, kind: Voice["kind"], { by, to, held }: Parties): Owner | undefined {
  const mine = owner.by === "staff" && owner.staffId === by.staffId;
  switch (kind) {
    case "take":
      return { by: "staff", ...by };
    case "hand":
      return mine && to !== undefined ? { by: "staff", ...to } : undefined;
    case "free":
      return mine || owner.by === "queue" || (owner.by === "staff" && owner.staffId === held) ? { by: "bot" } : undefined;
    case "stay":
      return undefined;
  }
}
