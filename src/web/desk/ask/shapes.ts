import type { CaseState, MatterKind } from "../../../case/case.js";
import type { CaseAct, Need } from "../../../case/life.js";
import type { Tab } from "../../../case/queue-order.js";
import type { Role } from "../../../staff/role.js";

/** What the desk's API answers; the server's own schemas are in /api/openapi.json. Times in ms, money in fen. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly rights: readonly string[];
  readonly hasTotp: boolean;
  readonly mustBindTotp: boolean;
  readonly freshUntil: number;
  readonly sessionId: string;
  readonly now: number;
}

export interface Row {
  readonly reference: string;
  readonly conversationId: string;
  readonly kind: MatterKind;
  readonly kindName: string;
  readonly title: string;
  readonly state: CaseState;
  readonly stateName: string;
  readonly risk: number;
  readonly owner?: string;
  readonly revision: number;
  readonly channel: string;
  readonly openedAt: number;
  readonly dueAt?: number;
  readonly badge: "overdue" | "today" | "soon" | "later" | "none";
  /** Long overdue: 主任 was told. */
  readonly escalated?: true;
  readonly confidential: boolean;
  readonly employer?: string;
  readonly amount?: string;
  readonly township?: string;
  readonly people?: number;
  readonly closedAt?: number;
}

export interface QueuePage {
  readonly matters: readonly Row[];
  readonly next?: string;
  readonly counts: Readonly<Partial<Record<Tab, number>>>;
}

export interface Slot {
  readonly step: string;
  readonly name: string;
  readonly fact?: string;
  readonly value?: string;
  readonly hidden: boolean;
}

export interface Happening {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly name: string;
  readonly by?: string;
  readonly actor: string;
  readonly from: string;
  readonly to: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Note {
  readonly id: string;
  readonly at: number;
  readonly staffId: string;
  readonly text: string;
}

export interface Evidence {
  readonly file: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly at: number;
  readonly clean: boolean;
}

export interface OpenAct {
  readonly act: CaseAct;
  readonly name: string;
  readonly needs: readonly Need[];
}

export interface CaseMessage {
  readonly id: string;
  readonly at: number;
  readonly from: "complainant" | "staff";
  readonly staffId?: string;
  readonly text: string;
}

export interface Card extends Row {
  readonly slots: readonly Slot[];
  readonly events: readonly Happening[];
  readonly messages: readonly CaseMessage[];
  readonly notes: readonly Note[];
  readonly files: readonly Evidence[];
  readonly tags: readonly string[];
  readonly drafts: readonly { readonly kind: Voice; readonly text: string; readonly at: number }[];
  readonly related: readonly (Row & { readonly same: "person" | "employer" })[];
  /** Linked or merged by colleagues. */
  readonly links: readonly Row[];
  /** Of a case alone: what the law makes of its facts today. */
  readonly calculation?: readonly {
    readonly name: string;
    readonly text: string;
    readonly steps: readonly string[];
    readonly basis: readonly string[];
  }[];
  readonly limitation?: { readonly lastDay?: string; readonly text: string; readonly steps: readonly string[]; readonly warn: boolean };
  readonly acts: readonly OpenAct[];
  readonly result?: { readonly outcome: string; readonly amountFen?: number; readonly told?: string };
  readonly speaker: { readonly by: "bot" | "queue" | "staff"; readonly staffId?: string; readonly name?: string };
}

/** What is written for the person, and what stays among staff. */
export type Voice = "reply" | "note";

export interface Line {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly from: "worker" | "bot" | "staff";
  readonly staffId?: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly bytes: number }[];
  readonly sources: readonly { readonly law: string; readonly title: string; readonly article: string }[];
}

export interface Colleague {
  readonly staffId: string;
  readonly name: string;
  readonly onDuty: boolean;
  readonly present: boolean;
  readonly capacity: number;
  readonly open: number;
  readonly overdue: number;
}

export interface Present {
  readonly staffId: string;
  readonly name: string;
  readonly reference?: string;
  readonly typing?: Voice;
}

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface Found {
  readonly entry: string;
  readonly title: string;
  readonly score: number;
  readonly outcome: string;
  readonly text: string;
  readonly citation: string;
}

export interface BoardNow {
  readonly now: number;
  readonly waiting: number;
  readonly oldestWaitingSince?: number;
  readonly overdue: number;
  readonly inHand: number;
  readonly referred: number;
  readonly followUp: number;
  readonly openedToday: number;
  readonly endedToday: number;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
}
