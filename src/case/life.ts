import type { CaseState, MatterKind } from "./case.js";

/** Who acts on a matter. `system`: a clock or an answer that came in; `complainant`: whoever holds the receipt code. */
export type CaseActor = "reception" | "handler" | "director" | "complainant" | "system";

/** What an act cannot do without. */
export const NEEDS = {
  reason: "请写明原因",
  "decline-reason": "请选退单的理由",
  body: "请选转给哪个部门",
  answer: "请写明那个部门怎么答复的",
  outcome: "请选办理结果",
  told: "请写明告诉了当事人什么",
  to: "请选转给哪位同事",
  solved: "请写明问题解决了没有",
  into: "请选并到哪一件里",
} as const;
export type Need = keyof typeof NEEDS;

/** `same`: the state stays. `own`: only whoever has it, or a director; `other`: anyone but whoever handled it. */
export interface Transition {
  readonly label: string;
  readonly from: readonly CaseState[];
  readonly to: CaseState | "same";
  readonly by: readonly CaseActor[];
  readonly needs: readonly Need[];
  readonly ownership?: "own" | "other";
  /** Missing: every kind. */
  readonly kinds?: readonly MatterKind[];
}

const IN_HAND = ["accepted", "working", "awaiting-worker", "awaiting-employer"] as const;
const OPEN = ["waiting", ...IN_HAND, "referred", "follow-up"] as const;
const STAFF = ["reception", "handler", "director"] as const;
const SHORT: readonly MatterKind[] = ["handoff", "message", "parked"];

/**
 * The life of a matter: every act, from where to where, who may, and what it needs. What is not here cannot happen.
 * A referral ends only with the other body's answer; a case is closed only after somebody else has asked the person.
 */
export const LIFE = {
  claim: { label: "接手", from: ["waiting"], to: "accepted", by: STAFF, needs: [] },
  release: { label: "放回队列", from: [...IN_HAND, "referred"], to: "waiting", by: STAFF, needs: ["reason"], ownership: "own" },
  transfer: {
    label: "转交",
    from: [...IN_HAND, "referred", "follow-up"],
    to: "same",
    by: STAFF,
    needs: ["to", "reason"],
    ownership: "own",
  },
  begin: { label: "开始办理", from: ["accepted"], to: "working", by: STAFF, needs: [], ownership: "own" },
  "ask-worker": { label: "等当事人", from: ["accepted", "working"], to: "awaiting-worker", by: STAFF, needs: ["reason"], ownership: "own" },
  "ask-employer": {
    label: "等单位",
    from: ["accepted", "working"],
    to: "awaiting-employer",
    by: STAFF,
    needs: ["reason"],
    ownership: "own",
  },
  refer: { label: "转办", from: IN_HAND, to: "referred", by: STAFF, needs: ["body", "reason", "told"], ownership: "own" },
  resume: {
    label: "继续办理",
    from: ["awaiting-worker", "awaiting-employer"],
    to: "working",
    by: [...STAFF, "system"],
    needs: [],
    ownership: "own",
  },
  answered: { label: "部门已答复", from: ["referred"], to: "working", by: STAFF, needs: ["answer"], ownership: "own" },
  finish: {
    label: "办完待回访",
    from: ["working", "awaiting-worker", "awaiting-employer"],
    to: "follow-up",
    by: ["handler", "director"],
    needs: ["outcome", "told"],
    ownership: "own",
    kinds: ["case"],
  },
  settle: { label: "办结", from: IN_HAND, to: "closed", by: STAFF, needs: ["outcome", "told"], ownership: "own", kinds: SHORT },
  decline: { label: "退单", from: ["waiting", "accepted"], to: "declined", by: STAFF, needs: ["decline-reason", "told"], ownership: "own" },
  close: { label: "回访办结", from: ["follow-up"], to: "closed", by: STAFF, needs: ["solved"], ownership: "other", kinds: ["case"] },
  unsolved: {
    label: "没解决，继续办",
    from: ["follow-up"],
    to: "working",
    by: [...STAFF, "complainant"],
    needs: ["reason"],
    kinds: ["case"],
  },
  // Its own door at the desk: what it is merged into has to be found first.
  merge: { label: "并入另一件", from: ["waiting", ...IN_HAND, "follow-up"], to: "declined", by: STAFF, needs: ["into"], ownership: "own" },
  withdraw: { label: "撤回", from: OPEN, to: "withdrawn", by: ["complainant"], needs: [] },
  reopen: {
    label: "重新办理",
    from: ["closed", "declined", "withdrawn"],
    to: "waiting",
    by: [...STAFF, "complainant", "system"],
    needs: ["reason"],
  },
} as const satisfies Readonly<Record<string, Transition>>;

export type CaseAct = keyof typeof LIFE;

/** The acts as plain rows, for whoever asks by a name that is not known beforehand. */
export const ACTS: ReadonlyMap<CaseAct, Transition> = new Map(Object.entries(LIFE) as [CaseAct, Transition][]);
