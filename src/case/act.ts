import type { WorkCalendar } from "../calendar.js";
import type { Body, CaseState, DeclineReason, Matter, OutcomeCode, Pause, Result } from "./case.js";
import { ENDED } from "./case.js";
import { dueAt, type Clocks } from "./clock.js";
import { ACTS, NEEDS, type CaseAct, type CaseActor, type Need, type Transition } from "./life.js";

/** Who acts, and by which right. */
export interface Mover {
  readonly actor: CaseActor;
  /** On staff. */
  readonly staffId?: string;
}

/** What was given with an act; which of it is needed is the act's own row in `LIFE`. */
export interface ActDetails {
  readonly reason?: string;
  readonly declineReason?: DeclineReason;
  readonly body?: Body;
  readonly answer?: string;
  readonly outcome?: OutcomeCode;
  readonly amountFen?: number;
  readonly told?: string;
  /** The staff id of who takes over. */
  readonly to?: string;
  /** The reference of the matter this one is the same as. */
  readonly into?: string;
  readonly solved?: boolean;
  readonly satisfied?: boolean;
}

/** A change as decided: the store makes it in one conditional write, or not at all. */
export interface MatterChange {
  readonly reference: string;
  /** The revision it was decided on. */
  readonly revision: number;
  readonly act: CaseAct;
  readonly mover: Mover;
  readonly details: ActDetails;
  readonly at: number;
  readonly from: CaseState;
  readonly state: CaseState;
  readonly owner?: string;
  readonly dueAt?: number;
  readonly clockFrom: number;
  readonly pauses: readonly Pause[];
  readonly result?: Result;
}

export type Decided = { readonly kind: "change"; readonly change: MatterChange } | { readonly kind: "refused"; readonly why: string };

export interface OnTheDay {
  readonly now: number;
  readonly calendar: WorkCalendar;
  /** Missing: the region has set none, and nothing has a due time. */
  readonly clocks?: Clocks;
}

/** What an act makes of a matter, or in words why it may not be. */
export function decideAct(
  matter: Matter,
  act: CaseAct,
  by: { readonly mover: Mover; readonly details: ActDetails },
  day: OnTheDay,
): Decided {
  const { mover, details } = by;
  const row = ACTS.get(act);
  if (row === undefined) return refused("没有这个操作。");
  const why = whyNot(matter, row, mover) ?? missing(row, details);
  if (why !== undefined) return refused(why);
  const { now } = day;
  const state = row.to === "same" ? matter.state : row.to;
  const owner = ownerAfter(matter, act, by);
  const pauses = pausesAfter(matter.pauses, state, now);
  const clockFrom =
    act === "claim" || act === "reopen" || act === "release" || act === "finish" || act === "unsolved" ? now : matter.clockFrom;
  const running = clockFrom === matter.clockFrom ? pauses : [];
  const due = dueAfter(state, { clockFrom, pauses: running }, day);
  const result = resultAfter(matter, act, details);
  return {
    kind: "change",
    change: {
      ...{ reference: matter.reference, revision: matter.revision, act, mover, details, at: now, from: matter.state, state, clockFrom },
      pauses: running,
      ...(owner === undefined ? {} : { owner }),
      ...(due === undefined ? {} : { dueAt: due }),
      ...(result === undefined ? {} : { result }),
    },
  };
}

/** The acts open to somebody now, for the desk's buttons. */
export function actsFor(matter: Matter, mover: Mover): readonly CaseAct[] {
  return [...ACTS].filter(([, row]) => whyNot(matter, row, mover) === undefined).map(([act]) => act);
}

function whyNot(matter: Matter, row: Transition, { actor, staffId }: Mover): string | undefined {
  if (!row.by.includes(actor)) return "您没有这项操作的权限。";
  if (row.kinds !== undefined && !row.kinds.includes(matter.about.kind)) return "这类事项没有这一步。";
  if (!row.from.includes(matter.state)) return "事项的状态已经变了，请刷新后再看。";
  const onStaff = staffId !== undefined;
  const held = matter.owner !== undefined;
  if (row.ownership === "own" && onStaff && held && matter.owner !== staffId && actor !== "director")
    return "这件事由别的同事负责，请先转交。";
  if (row.ownership === "other" && onStaff && matter.owner === staffId) return "回访要由别的同事来做。";
  return undefined;
}

const GIVEN: Readonly<Record<Need, (details: ActDetails) => boolean>> = {
  reason: ({ reason }) => said(reason),
  "decline-reason": ({ declineReason }) => declineReason !== undefined,
  body: ({ body }) => body !== undefined,
  answer: ({ answer }) => said(answer),
  outcome: ({ outcome }) => outcome !== undefined,
  told: ({ told }) => said(told),
  to: ({ to }) => said(to),
  solved: ({ solved }) => solved === true,
  into: ({ into }) => said(into),
};

function said(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

function missing({ needs }: Transition, details: ActDetails): string | undefined {
  const need = needs.find((one) => !GIVEN[one](details));
  return need === undefined ? undefined : `${NEEDS[need]}。`;
}

function ownerAfter(
  matter: Matter,
  act: CaseAct,
  { mover, details }: { readonly mover: Mover; readonly details: ActDetails },
): string | undefined {
  if (act === "claim") return mover.staffId;
  if (act === "transfer") return details.to;
  if (act === "release" || act === "reopen") return undefined;
  return matter.owner;
}

function pausesAfter(pauses: readonly Pause[], state: CaseState, now: number): readonly Pause[] {
  const running = pauses.at(-1);
  const stopped = running?.until === undefined ? running?.reason : undefined;
  const reason = state === "awaiting-worker" || state === "awaiting-employer" || state === "referred" ? state : undefined;
  if (stopped === reason) return pauses;
  const ended = pauses.map((pause) => (pause.until === undefined ? { ...pause, until: now } : pause));
  return reason === undefined ? ended : [...ended, { reason, from: now }];
}

function dueAfter(
  state: CaseState,
  { clockFrom, pauses }: { readonly clockFrom: number; readonly pauses: readonly Pause[] },
  day: OnTheDay,
): number | undefined {
  const { clocks, calendar } = day;
  if (clocks === undefined || ENDED.has(state)) return undefined;
  const days = state === "waiting" ? clocks.take : state === "follow-up" ? clocks.followUp : clocks.finish;
  return dueAt(clockFrom, days, { calendar, pauses });
}

function resultAfter(matter: Matter, act: CaseAct, { outcome, declineReason, amountFen, told }: ActDetails): Result | undefined {
  if (act === "reopen" || act === "unsolved") return undefined;
  const code = ENDINGS.get(act) ?? (act === "decline" ? declineReason : outcome);
  if (code === undefined) return matter.result;
  return { outcome: code, ...(amountFen === undefined ? {} : { amountFen }), ...(told === undefined ? {} : { told }) };
}

/** Acts that say by themselves how it ended. */
const ENDINGS: ReadonlyMap<CaseAct, "withdrawn" | "duplicate"> = new Map([
  ["withdraw", "withdrawn"],
  ["merge", "duplicate"],
]);

function refused(why: string): Decided {
  return { kind: "refused", why };
}
