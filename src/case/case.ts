import type { FactName } from "../content/schema/facts.js";
import type { DialogState } from "../dialog/dialog.js";
import type { SlotValue } from "../dialog/slot-value.js";
import type { Result as Sum } from "../entitlement/result.js";
import type { HandoffReason } from "../handoff/request.js";

/** Where a matter stands, with its name at the desk. */
export const CASE_STATES = {
  waiting: "待接",
  accepted: "受理",
  working: "办理",
  "awaiting-worker": "等当事人",
  "awaiting-employer": "等单位",
  referred: "转办中",
  "follow-up": "回访",
  closed: "办结",
  declined: "退单",
  withdrawn: "撤回",
} as const;
export type CaseState = keyof typeof CASE_STATES;

/** States in which nobody owes anybody anything; each can be reopened with the same number. */
export const ENDED: ReadonlySet<CaseState> = new Set<CaseState>(["closed", "declined", "withdrawn"]);

/** What waits for people, all in one queue. `parked`: somebody was not answered, or not reached, by our fault or the platform's. */
export const MATTER_KINDS = { case: "投诉", handoff: "转人工", message: "留言", parked: "没送到" } as const;
export type MatterKind = keyof typeof MATTER_KINDS;

/** 3: a life or a child. 2: many people, or proof or time about to be lost. 0: the ordinary. */
export type Risk = 0 | 1 | 2 | 3;

/** What was agreed or found at the end. */
export const OUTCOMES = {
  paid: "单位已支付",
  agreed: "调解达成一致",
  corrected: "单位已改正",
  explained: "已解答清楚",
  inspection: "劳动监察已处理",
  arbitration: "已进入仲裁或诉讼",
  "legal-aid": "已转法律援助",
  aided: "已落实帮扶",
  "not-supported": "诉求缺少依据",
  unreachable: "联系不上当事人",
  other: "其他",
} as const;
export type OutcomeCode = keyof typeof OUTCOMES;

/** Why a matter is sent back unhandled; each is told to the person in words of its own. */
export const DECLINE_REASONS = {
  "not-ours": "不属于工会受理范围",
  duplicate: "同一件事已经登记过",
  "not-clear": "内容不清楚又联系不上",
  "not-a-worker": "与劳动用工无关",
} as const;
export type DeclineReason = keyof typeof DECLINE_REASONS;

/** The bodies a matter is handed on to. It stays ours until they answer. */
export const BODIES = {
  inspection: "劳动监察",
  arbitration: "仲裁委",
  "legal-aid": "法律援助",
  housing: "住建",
  medical: "医保",
  emergency: "应急",
  "social-insurance": "社保",
  health: "卫健",
  "upper-union": "上级工会",
} as const;
export type Body = keyof typeof BODIES;

/** Why a clock stands still. `until` is missing while it does. */
export interface Pause {
  readonly reason: "awaiting-worker" | "awaiting-employer" | "referred";
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until?: number;
}

export type Facts = Readonly<Partial<Record<FactName, SlotValue>>>;

/** What the matter is about, by kind. */
export type About =
  | { readonly kind: "case"; readonly dialog: DialogState; readonly facts: Facts; readonly calculations?: readonly Sum[] }
  | { readonly kind: "handoff"; readonly reason: HandoffReason }
  | { readonly kind: "message"; readonly dialog: DialogState }
  | { readonly kind: "parked"; readonly what: "turn" | "reply"; readonly code: string };

/** How it ended, once it has. */
export interface Result {
  readonly outcome: OutcomeCode | DeclineReason | "withdrawn";
  /** What the person got back, in fen. */
  readonly amountFen?: number;
  /** What the person was told. */
  readonly told?: string;
}

/** One thing that waits for people: a filed case, a wish for a person, a message left, a call taken down. */
export interface Matter {
  /** The short number people say on the phone. */
  readonly reference: string;
  readonly about: About;
  readonly state: CaseState;
  /** The staff id of who has it. */
  readonly owner?: string;
  /** Counts what staff and complainant did to it; a change decided on an older one is refused. */
  readonly revision: number;
  readonly risk: Risk;
  readonly openedAt: number;
  /** When the next step is due; missing while the clock stands, or where no calendar can say. */
  readonly dueAt?: number;
  /** When the running clock began: filing, taking, reopening. */
  readonly clockFrom: number;
  readonly pauses: readonly Pause[];
  readonly result?: Result;
  readonly closedAt?: number;
}
