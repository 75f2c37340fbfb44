import type { Attachment, Reply } from "../../conversation/activity.js";
import type { Conversation } from "../../conversation/conversation.js";
import type { KfWaiting, WecomStore } from "../wecom-store.js";
import type { OperationsOf } from "./operations.js";
import { orUndefined } from "./nulls.js";
import { textOf } from "./kf-raw.js";
import { entryOf, type LineRow } from "./rows.js";
import type { WecomStatements } from "./wecom-operations.js";

const TAKEN_BACK = "（对方撤回了这条消息）";
/** Messages that became a file each, in the order of the line's attachments. */
const FILES: ReadonlySet<string> = new Set(["image", "voice", "video", "file", "merged_msg"]);

type TurnMethod = "kfWaiting" | "kfJoin" | "kfDone" | "kfRecall" | "kfNoteLine" | "kfChoice";

/** From kept messages to turns. */
export function kfTurnOperations(run: WecomStatements): Pick<OperationsOf<WecomStore>, TurnMethod> {
  function lineOf(id: string): LineRow | undefined {
    return run.line.get(id) as LineRow | undefined;
  }

  /** Which of its turn's files this message was. */
  function fileIndex({ openKfid, turn, position }: KfWaiting): number {
    const all = run.turnTypes.all({ openKfid, turn, position }) as { type: string }[];
    return all.filter(({ type }) => FILES.has(type)).length;
  }

  return {
    kfWaiting: (after, limit) => (run.waiting.all(after, limit) as KfWaiting[]).map((row) => orUndefined(row) as KfWaiting),
    kfJoin({ openKfid, msgids, turn }) {
      for (const msgid of msgids) run.join.run({ openKfid, msgid, turn });
    },
    kfDone({ openKfid, msgids, state }) {
      for (const msgid of msgids) run.endMessage.run({ openKfid, msgid, state });
    },
    kfRecall({ openKfid, msgid }) {
      const message = run.message.get(openKfid, msgid) as (KfWaiting & { state: string }) | undefined;
      if (message === undefined || message.state === "recalled") return;
      run.recall.run(openKfid, msgid);
      const { conversationId } = message;
      const turn = message.turn ?? msgid;
      const found = run.lineBySource.get(conversationId, turn) as { id: string } | undefined;
      const row = found && lineOf(found.id);
      if (row === undefined) return;
      const { count } = run.stillIn.get(openKfid, turn) as { count: number };
      const left = count === 0 ? { text: TAKEN_BACK, attachments: "[]" } : without(row, message, fileIndex({ ...message, turn }));
      run.hideLine.run({ id: row.id, ...left });
      if (count === 0) run.unsend.run({ conversationId, id: row.id });
    },
    kfNoteLine(line) {
      if (run.lineBySource.get(line.conversationId, line.sourceId) !== undefined) return [];
      run.noteLine.run(line);
      const row = lineOf(line.id);
      return row === undefined ? [] : [entryOf(row)];
    },
    kfChoice({ conversationId, msgid, index }) {
      const sent = run.sending.get(msgid) as { entryId: string; conversationId: string } | undefined;
      const row = sent?.conversationId === conversationId ? lineOf(sent.entryId) : undefined;
      const reply = row?.reply === undefined || row.reply === null ? undefined : (JSON.parse(row.reply) as Reply);
      const say = reply?.suggestions[index]?.label;
      if (row === undefined || say === undefined) return undefined;
      const last = run.lastReplyTo.get(conversationId) as { replyTo: string | null } | undefined;
      const kept = run.conversation.get(conversationId) as { state: string } | undefined;
      const asking = kept !== undefined && (JSON.parse(kept.state) as Conversation).dialog !== undefined;
      return { say, current: last?.replyTo === row.replyTo, asking };
    },
  };
}

/** The line of several messages less this one. */
function without({ text, attachments }: LineRow, { type, raw }: KfWaiting, index: number): { text: string; attachments: string } {
  const files = (JSON.parse(attachments) as Attachment[]).map((file, at) =>
    FILES.has(type) && at === index ? { name: TAKEN_BACK, contentType: file.contentType, bytes: 0 } : file,
  );
  const said = textOf(raw);
  return { text: said === "" ? text : text.replace(said, () => TAKEN_BACK), attachments: JSON.stringify(files) };
}
