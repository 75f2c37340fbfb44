import type Database from "better-sqlite3";
import type { MatterChange } from "../../case/act.js";
import { ENDED, type About, type Risk } from "../../case/case.js";
import { filedText } from "../../case/filed-text.js";
import type { CaseEvent, CaseMessage, Changed, KeptMatter } from "../case-store.js";
import { receiptHash, sha256 } from "../receipt-hash.js";
import { eventOf, matterOf, NO_DUE, type EventRow, type MatterRow } from "./matter-rows.js";
import { MATTER_SQL } from "./matter-sql.js";
import { prepareAll } from "./prepare.js";
import { seal } from "./sealed.js";
import { prepareSearch, type Search } from "./search.js";

/** A matter about to be opened. */
export interface NewMatter {
  readonly reference: string;
  readonly about: About;
  readonly risk: Risk;
  readonly receipt?: string;
  readonly conversationId: string;
  readonly channel: KeptMatter["channel"];
  readonly at: number;
  readonly dueAt?: number | undefined;
}

interface EventToAdd extends Omit<CaseEvent, "seq"> {
  readonly reference: string;
}

/** Opening, changing and writing the history of matters, for whoever owns the transaction. */
export interface Matters {
  readonly search: Search;
  readonly run: ReturnType<typeof prepareAll<keyof typeof MATTER_SQL>>;
  /** Throws when the number is taken, but by this same filing. */
  open(matter: NewMatter): void;
  /** Opens a matter of what could not be done, or once more when it had been thought done. */
  park(matter: NewMatter): void;
  /** What could not be done is done after all; one that somebody has taken up is theirs. */
  endParked(reference: string, at: number): void;
  find(reference: string): KeptMatter | undefined;
  change(change: MatterChange): Changed;
  /** Writes what leaves the state as it is into the history. */
  note(reference: string, event: Pick<CaseEvent, "at" | "kind" | "mover">): void;
  /** Once per message id. */
  addMessage(reference: string, message: CaseMessage): void;
}

export function prepareMatters(db: Database.Database): Matters {
  const run = prepareAll(db, MATTER_SQL);
  const search = prepareSearch(db);

  function find(reference: string): KeptMatter | undefined {
    const row = run.matter.get(reference) as MatterRow | undefined;
    return row && matterOf(row);
  }

  function addEvent({ mover, details, ...event }: EventToAdd): number {
    const row = { ...event, actor: mover.actor, staffId: mover.staffId ?? null, details: seal(details) };
    return (run.addEvent.get(row) as { seq: number }).seq;
  }

  function open({ reference, about, risk, receipt, conversationId, channel, at, dueAt = NO_DUE }: NewMatter): void {
    const hash = receipt === undefined ? null : receiptHash(receipt);
    const known = run.receiptOf.get(reference) as { receiptHash: string | null } | undefined;
    if (known !== undefined && hash !== null && known.receiptHash === hash) return;
    const { kind } = about;
    run.addMatter.run({ reference, kind, conversationId, channel, rank: 3 - risk, at, dueAt });
    const summarySha256 = "dialog" in about ? sha256(filedText({ reference, filedAt: at, dialog: about.dialog })) : null;
    run.addAbout.run({ reference, about: seal(about), receiptHash: hash, summarySha256 });
    search.add(reference, about);
    const actor = kind === "parked" ? "system" : "complainant";
    addEvent({ reference, at, kind: "filed", mover: { actor }, from: "waiting", to: "waiting", details: {} });
  }

  function endParked(reference: string, at: number): void {
    if (run.endParked.run({ reference, at }).changes === 1) note(reference, { at, kind: "message-out", mover: { actor: "system" } });
  }

  function park(matter: NewMatter): void {
    if (find(matter.reference) === undefined) open(matter);
    else run.openAgain.run(matter.reference);
  }

  function change(wanted: MatterChange): Changed {
    const { reference, revision, act, mover, details, at, from, state, owner, dueAt, clockFrom, pauses, result } = wanted;
    const { changes } = run.changeMatter.run({
      ...{ reference, revision, from, state, clockFrom },
      claims: act === "claim" ? 1 : 0,
      owner: owner ?? null,
      dueAt: dueAt ?? NO_DUE,
      pauses: JSON.stringify(pauses),
      result: result === undefined ? null : seal(result),
      closedAt: ENDED.has(state) ? at : null,
    });
    if (changes === 0) return notChanged(wanted);
    return { kind: "changed", revision: revision + 1, seq: addEvent({ reference, at, kind: act, mover, from, to: state, details }) };
  }

  /** A change asked for again because its answer got lost is told as done, once nothing has come after it. */
  function notChanged({ reference, revision, act, mover, at }: MatterChange): Changed {
    const now = find(reference);
    if (now === undefined) return { kind: "gone" };
    const row = run.lastChange.get(reference) as EventRow | undefined;
    const last = row && eventOf(row);
    const same =
      last !== undefined && last.kind === act && last.at === at && last.mover.actor === mover.actor && last.mover.staffId === mover.staffId;
    if (same && now.revision === revision + 1) return { kind: "changed", revision: now.revision, seq: last.seq };
    const { owner, state } = now;
    return { kind: "lost", state, revision: now.revision, ...(owner === undefined ? {} : { owner }) };
  }

  function note(reference: string, event: Pick<CaseEvent, "at" | "kind" | "mover">): void {
    const matter = find(reference);
    if (matter === undefined) throw new Error("no such matter");
    addEvent({ ...event, reference, from: matter.state, to: matter.state, details: {} });
  }

  function addMessage(reference: string, { staffId, text, ...message }: CaseMessage): void {
    const { changes } = run.addMessage.run({ ...message, reference, staffId: staffId ?? null, text: seal(text) });
    if (changes === 0) return;
    const { at, from } = message;
    if (from === "complainant") note(reference, { at, kind: "message-in", mover: { actor: "complainant" } });
    else note(reference, { at, kind: "message-out", mover: { actor: "handler", ...(staffId === undefined ? {} : { staffId }) } });
  }

  return { search, run, open, park, endParked, find, change, note, addMessage };
}
