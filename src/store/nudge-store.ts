/** `reminded`: whoever has it was told that it is late. `escalated`: 主任 was. */
export type NudgeStage = "reminded" | "escalated";

/** A matter whose due time has passed, and nobody was told of it at this stage yet. */
export interface Late {
  readonly reference: string;
  readonly dueAt: number;
  /** How many due times of this matter were missed, this one among them once it has been reminded of. */
  readonly missed: number;
}

export interface Nudge extends Pick<Late, "reference" | "dueAt"> {
  readonly stage: NudgeStage;
  readonly at: number;
}

/** What the clock does. Promises and refusals as in `Store`. */
export interface NudgeStore {
  /** For `escalated` only what was reminded of before: twice missed first, then the longest overdue. */
  mattersLate(wanted: { readonly stage: NudgeStage; readonly now: number; readonly limit: number }): Promise<readonly Late[]>;
  /** Writes it into the history, once per matter, due time and stage; `not-now` when it was, or the matter has moved on. */
  nudge(nudge: Nudge): Promise<{ readonly kind: "nudged" | "not-now" }>;
}
