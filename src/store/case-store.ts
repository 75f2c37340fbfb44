import type { MatterChange, Mover } from "../case/act.js";
import type { CaseState, Matter } from "../case/case.js";
import type { CaseAct } from "../case/life.js";
import type { Tab } from "../case/queue-order.js";
import type { Attachment, ChannelName } from "../conversation/activity.js";
import type { Effect } from "../conversation/turn.js";
import type { NudgeStage } from "./nudge-store.js";

/** A matter as kept: with the way back to whoever it is about. */
export interface KeptMatter extends Matter {
  readonly channel: ChannelName;
  readonly conversationId: string;
  /** Of what was filed, over the bytes of `filedText`; only of cases and left messages. */
  readonly summarySha256?: string;
  /** Its time has passed and 主任 was told. */
  readonly escalated?: true;
}

/** One thing that happened to a matter. `seq` counts from 1 without gaps within it; nothing is ever changed or taken away. */
export interface CaseEvent {
  readonly seq: number;
  readonly at: number;
  readonly kind: CaseAct | "filed" | "evidence" | "message-in" | "message-out" | NudgeStage | "linked";
  readonly mover: Mover;
  readonly from: CaseState;
  readonly to: CaseState;
  /** What was given with the act. Staff see it; of it the person sees only what an entry of `ACT_WORDS` says. */
  readonly details: MatterChange["details"];
}

/** A word between the complainant and staff, seen by both. */
export interface CaseMessage {
  readonly id: string;
  readonly at: number;
  readonly from: "complainant" | "staff";
  /** Staff only. */
  readonly staffId?: string;
  readonly text: string;
}

/** A word among staff. It has a table of its own and no way to a complainant. */
export interface CaseNote {
  readonly id: string;
  readonly at: number;
  readonly staffId: string;
  readonly text: string;
}

/** A piece of evidence. The bytes lie in the data folder under `file`, a random name. */
export interface CaseFile extends Required<Pick<Attachment, "name" | "contentType" | "bytes" | "file" | "sha256">> {
  readonly at: number;
  /** A copy without place, time and camera, under its own random name; missing until made, and for what is no picture. */
  readonly clean?: { readonly file: string; readonly bytes: number; readonly contentType: string };
}

/** Everything of one matter that staff may see, but its notes. */
export interface WholeMatter {
  readonly matter: KeptMatter;
  readonly events: readonly CaseEvent[];
  readonly messages: readonly CaseMessage[];
  readonly files: readonly CaseFile[];
}

/** A page of a list begins after `cursor`, which the page before gave. */
export interface ListRequest {
  readonly tab: Tab;
  readonly staffId: string;
  readonly now: number;
  readonly limit: number;
  readonly cursor?: string;
}

export interface MatterPage {
  readonly matters: readonly KeptMatter[];
  /** Missing on the last page. */
  readonly next?: string;
}

export type Filing = Extract<Effect, { kind: "file-case" }>;

/** A case filed at the desk, for a caller or a visitor. Filed again with the same numbers it is the same case. */
export interface FilingAtDesk {
  readonly filing: Filing;
  readonly conversationId: string;
  readonly channel: ChannelName;
  readonly at: number;
  readonly dueAt?: number;
}

export type Changed =
  | { readonly kind: "changed"; readonly revision: number; readonly seq: number }
  /** Somebody was first; nothing was changed. This is how it stands, and who has it now. */
  | { readonly kind: "lost"; readonly owner?: string; readonly state: CaseState; readonly revision: number }
  | { readonly kind: "gone" };

export interface NewFile extends Omit<CaseFile, "clean"> {
  readonly conversationId: string;
}

/** What the desk and the complainant's page keep and find. Promises and refusals as in `Store`. */
export interface CaseStore {
  fileCase(filing: FilingAtDesk): Promise<KeptMatter>;
  findMatter(reference: string): Promise<KeptMatter | undefined>;
  /** By the secret code alone; spaces, dashes and small letters do not matter. */
  findByReceipt(receipt: string): Promise<KeptMatter | undefined>;
  /** The cases filed in a conversation, newest first. */
  casesOf(conversationId: string): Promise<readonly KeptMatter[]>;
  wholeMatter(reference: string): Promise<WholeMatter | undefined>;
  /** The bytes that `summarySha256` is of, as the complainant may take them along. */
  filedText(reference: string): Promise<string | undefined>;
  listMatters(request: ListRequest): Promise<MatterPage>;
  /** How many in each tab, counted no further than `most`. */
  countMatters(request: Pick<ListRequest, "staffId" | "now"> & { readonly most: number }): Promise<Readonly<Record<Tab, number>>>;
  /** One conditional write: only if the matter still has the revision the change was decided on. */
  changeMatter(change: MatterChange): Promise<Changed>;
  /** Once per message id. */
  addCaseMessage(reference: string, message: CaseMessage): Promise<void>;
  /** Once per note id. */
  addNote(reference: string, note: CaseNote): Promise<void>;
  notes(reference: string): Promise<readonly CaseNote[]>;
  /** Puts files that are on disk already to a matter; false when there is no such matter. */
  addEvidence(reference: string, files: readonly NewFile[]): Promise<boolean>;
  /** A file of this matter and no other, whatever name is asked for. */
  evidence(reference: string, file: string): Promise<CaseFile | undefined>;
  /** Without a copy: nobody could make one, and nobody need try again. */
  keepCleanCopy(file: string, clean: CaseFile["clean"] | undefined): Promise<void>;
  /** Pictures still to be cleaned, oldest first. */
  filesToClean(limit: number): Promise<readonly CaseFile[]>;
  /** The names of all files something rests on, clean copies too, in order, after `after`. */
  fileNames(after: string, limit: number): Promise<readonly string[]>;
  /**
   * Takes the receipt codes out of the lines that told them before an instant; not of lines still to be sent. Resolves
   * to how many, 500 at most.
   */
  maskReceipts(before: number): Promise<number>;
  /** Events of all matters after a position, for a live feed; the position of each. */
  caseEvents(after: number, limit: number): Promise<readonly (CaseEvent & { readonly reference: string; readonly position: number })[]>;
}
