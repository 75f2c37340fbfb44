import type { Pause, Result, Risk } from "../../case/case.js";
import type { CaseEvent, CaseMessage, CaseNote, KeptMatter } from "../case-store.js";
import { unseal } from "./sealed.js";

/** Stands for no due time, and sorts after every other. */
export const NO_DUE = Number.MAX_SAFE_INTEGER;

export interface MatterRow extends Pick<
  KeptMatter,
  "reference" | "state" | "revision" | "openedAt" | "clockFrom" | "conversationId" | "channel"
> {
  readonly position: number;
  readonly owner: string | null;
  readonly rank: number;
  readonly dueAt: number;
  readonly pauses: string;
  readonly result: string | null;
  readonly closedAt: number | null;
  readonly about: string;
  readonly summarySha256: string | null;
  readonly escalated: number;
}

export function matterOf(row: MatterRow): KeptMatter {
  const { reference, state, revision, openedAt, clockFrom, conversationId, channel } = row;
  return {
    ...{ reference, state, revision, openedAt, clockFrom, conversationId, channel },
    about: unseal<KeptMatter["about"]>(row.about),
    risk: (3 - row.rank) as Risk,
    pauses: JSON.parse(row.pauses) as readonly Pause[],
    ...(row.owner === null ? {} : { owner: row.owner }),
    ...(row.dueAt === NO_DUE ? {} : { dueAt: row.dueAt }),
    ...(row.result === null ? {} : { result: unseal<Result>(row.result) }),
    ...(row.closedAt === null ? {} : { closedAt: row.closedAt }),
    ...(row.summarySha256 === null ? {} : { summarySha256: row.summarySha256 }),
    ...(row.escalated === 1 ? { escalated: true } : {}),
  };
}

export interface EventRow extends Pick<CaseEvent, "seq" | "at" | "kind" | "from" | "to"> {
  readonly actor: CaseEvent["mover"]["actor"];
  readonly staffId: string | null;
  readonly details: string;
}

export function eventOf({ seq, at, kind, from, to, actor, staffId, details }: EventRow): CaseEvent {
  const mover = staffId === null ? { actor } : { actor, staffId };
  return { seq, at, kind, mover, from, to, details: unseal<CaseEvent["details"]>(details) };
}

export interface MessageRow extends Omit<CaseMessage, "staffId"> {
  readonly staffId: string | null;
}

export function messageOf({ staffId, text, ...row }: MessageRow): CaseMessage {
  return { ...row, text: unseal<string>(text), ...(staffId === null ? {} : { staffId }) };
}

export function noteOf(row: CaseNote): CaseNote {
  return { ...row, text: unseal<string>(row.text) };
}
