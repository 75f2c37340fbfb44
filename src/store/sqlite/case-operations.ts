import { maskReceipt } from "../../case/mask-receipt.js";
import { filedText } from "../../case/filed-text.js";
import { riskOf } from "../../case/queue-order.js";
import type { CaseNote, CaseStore, FilingAtDesk, KeptMatter, WholeMatter } from "../case-store.js";
import { receiptHash } from "../receipt-hash.js";
import type { Files } from "./files.js";
import { countMatters, listMatters } from "./matter-list.js";
import { eventOf, matterOf, messageOf, noteOf, type EventRow, type MatterRow, type MessageRow } from "./matter-rows.js";
import type { Matters } from "./matters.js";
import type { OperationsOf } from "./operations.js";
import { seal } from "./sealed.js";

/** A case handed in, by whatever way: its row, its history's first line, the files sent before it. */
export function openCase(matters: Matters, files: Files, { filing, conversationId, channel, at, dueAt }: FilingAtDesk): void {
  const { reference, receipt, dialog, facts, calculations, urgent } = filing;
  const about = { kind: "case", dialog, facts, calculations } as const;
  matters.open({ reference, about, risk: riskOf(facts, urgent), receipt, conversationId, channel, at, dueAt });
  files.takeLoose(conversationId, reference);
}

/** The desk's and the complainant's part. */
export function caseOperations(matters: Matters, files: Files): OperationsOf<CaseStore> {
  const { run } = matters;

  function kept(reference: string): KeptMatter {
    const matter = matters.find(reference);
    if (matter === undefined) throw new Error("no such matter");
    return matter;
  }

  function wholeMatter(reference: string): WholeMatter | undefined {
    const matter = matters.find(reference);
    if (matter === undefined) return undefined;
    return {
      matter,
      events: (run.events.all(reference) as EventRow[]).map(eventOf),
      messages: (run.messages.all(reference) as MessageRow[]).map(messageOf),
      files: files.of(reference),
    };
  }

  return {
    fileCase(filing) {
      openCase(matters, files, filing);
      return kept(filing.filing.reference);
    },
    findMatter: (reference) => matters.find(reference),
    findByReceipt(receipt) {
      const row = run.matterByReceipt.get(receiptHash(receipt)) as MatterRow | undefined;
      return row && matterOf(row);
    },
    casesOf: (conversationId) => (run.mattersOfConversation.all(conversationId) as MatterRow[]).map(matterOf),
    wholeMatter,
    filedText(reference) {
      const matter = matters.find(reference);
      if (matter === undefined || !("dialog" in matter.about)) return undefined;
      return filedText({ reference, filedAt: matter.openedAt, dialog: matter.about.dialog });
    },
    listMatters: (request) => listMatters(matters, request),
    countMatters: (request) => countMatters(matters, request),
    changeMatter: (change) => matters.change(change),
    addCaseMessage: (reference, message) => matters.addMessage(reference, message),
    addNote: (reference, { text, ...rest }: CaseNote) => void run.addNote.run({ ...rest, reference, text: seal(text) }),
    notes: (reference) => (run.notes.all(reference) as CaseNote[]).map(noteOf),
    addEvidence(reference, added) {
      if (matters.find(reference) === undefined) return false;
      for (const file of added) files.add(file, reference);
      matters.note(reference, { at: added[0]?.at ?? 0, kind: "evidence", mover: { actor: "complainant" } });
      return true;
    },
    evidence: (reference, file) => files.find(reference, file),
    keepCleanCopy: (file, clean) => files.keepCleanCopy(file, clean),
    filesToClean: (limit) => files.toClean(limit),
    fileNames: (after, limit) => files.names(after, limit),
    maskReceipts(before) {
      const lines = run.shownBefore.all({ before }) as { id: string; text: string; reply: string | null }[];
      for (const { id, text, reply } of lines) {
        run.rewriteLine.run({ id, text: maskReceipt(text), reply: reply === null ? null : maskReceipt(reply) });
        run.forgetShown.run(id);
      }
      return lines.length;
    },
    caseEvents: (after, limit) =>
      (run.eventsAfter.all(after, limit) as (EventRow & { reference: string; position: number })[]).map((row) => ({
        ...eventOf(row),
        reference: row.reference,
        position: row.position,
      })),
  };
}
