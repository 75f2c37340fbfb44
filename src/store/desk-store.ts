import type { MatterChange } from "../case/act.js";
import type { Reply } from "../conversation/activity.js";
import type { Changed, KeptMatter } from "./case-store.js";
import type { Saying, TranscriptEntry } from "./store.js";

/** What an act means for the conversation the matter came from. */
export interface Voice {
  readonly conversationId: string;
  /**
   * `take`: from now on only `by` speaks there, unless a colleague does already. `hand`: to `to`, if `by` had it.
   * `free`: back to the bot, if `by` or `held` had it or nobody is to have it any more. `stay`: as it is.
   */
  readonly kind: "take" | "hand" | "free" | "stay";
  readonly by: Speaker;
  readonly to?: Speaker;
  /** The staff id of who had the matter before the act: a colleague may end it or take it up anew. */
  readonly held?: string;
  /** Said to the person in the same act. */
  readonly say?: Saying;
  /** What of it staff wrote for the person: put on his own page, for who comes back by the receipt code alone. */
  readonly letter?: string;
  readonly send: boolean;
  readonly at: number;
}

export interface Speaker {
  readonly staffId: string;
  readonly name: string;
}

export type Acted =
  Exclude<Changed, { kind: "changed" }> | (Extract<Changed, { kind: "changed" }> & { readonly entries: readonly TranscriptEntry[] });

/** Two matters that belong together; which is named first does not matter. */
export interface MatterLink {
  readonly reference: string;
  readonly other: string;
  readonly staffId: string;
  readonly at: number;
}

export interface StaffSaying {
  readonly reference: string;
  readonly conversationId: string;
  readonly by: Speaker;
  readonly id: string;
  readonly reply: Reply;
  readonly send: boolean;
  readonly at: number;
}

export type Said =
  | { readonly kind: "said"; readonly entries: readonly TranscriptEntry[] }
  /** A colleague speaks there now; nothing was said. */
  | { readonly kind: "colleague"; readonly name: string };

/** What somebody has begun to write and not sent. */
export interface Draft {
  readonly staffId: string;
  readonly reference: string;
  readonly kind: "reply" | "note";
  readonly text: string;
  readonly at: number;
}

export interface Duty {
  readonly staffId: string;
  readonly onDuty: boolean;
  /** How many open matters of theirs at once are enough. */
  readonly capacity: number;
}

export interface ReplyTemplate {
  readonly id: string;
  readonly title: string;
  /** With {变量}. */
  readonly text: string;
  readonly by: string;
  readonly at: number;
}

/** A colleague says that an answer of the library is wrong: the editor's worklist. */
export interface AnswerReport {
  readonly id: string;
  readonly entry: string;
  readonly why: string;
  readonly reference: string;
  readonly by: string;
  readonly at: number;
}

/** Now, at one look. */
export interface Board {
  readonly waiting: number;
  readonly oldestWaitingSince?: number;
  readonly overdue: number;
  readonly inHand: number;
  readonly referred: number;
  readonly followUp: number;
  readonly openedToday: number;
  readonly endedToday: number;
  readonly byOwner: readonly { readonly staffId: string; readonly open: number; readonly overdue: number }[];
}

/** What the desk keeps besides people and matters. Promises and refusals as in `Store`. */
export interface DeskStore {
  /** The change, the conversation's owner, what is said and what it is linked with, in one act or not at all. */
  actOnMatter(change: MatterChange, voice?: Voice, link?: MatterLink): Promise<Acted>;
  /** Once per pair, in the history of both. `unknown`: one of them is not there. */
  linkMatters(link: MatterLink): Promise<{ readonly kind: "linked" | "known" | "unknown" }>;
  /** Newest first. */
  linkedMatters(reference: string): Promise<readonly KeptMatter[]>;
  /** Once per id. */
  sayAsStaff(saying: StaffSaying): Promise<Said>;
  /** Gives the conversation back to the bot, if `by` speaks there. */
  returnToBot(voice: Voice): Promise<Said>;
  /** The matters of this person's conversation, and those with the same phone number or employer, newest first, without itself. */
  relatedMatters(reference: string, limit: number): Promise<readonly (KeptMatter & { readonly same: "person" | "employer" })[]>;
  /** By number, name, tail of the phone, employer or words, newest first. */
  searchMatters(search: { readonly words: string; readonly before: number; readonly limit: number }): Promise<{
    readonly matters: readonly KeptMatter[];
    /** Where the next page begins; missing on the last. */
    readonly next?: number;
  }>;
  /** Ended ones too, oldest first, opened within [from, until). */
  mattersOpened(range: {
    readonly from: number;
    readonly until: number;
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly (KeptMatter & { readonly position: number })[]>;
  /** Where the live feed stands; 0 before anything has happened. */
  lastEventPosition(): Promise<number>;
  tags(reference: string): Promise<readonly string[]>;
  setTags(reference: string, tags: readonly string[]): Promise<void>;
  /** The empty text takes the draft away. */
  saveDraft(draft: Draft): Promise<void>;
  drafts(staffId: string, reference: string): Promise<readonly Draft[]>;
  duties(): Promise<readonly Duty[]>;
  setDuty(duty: Duty): Promise<void>;
  templates(): Promise<readonly ReplyTemplate[]>;
  saveTemplate(template: ReplyTemplate): Promise<void>;
  dropTemplate(id: string): Promise<{ readonly kind: "dropped" | "unknown" }>;
  reportAnswer(report: AnswerReport): Promise<void>;
  answerReports(limit: number): Promise<readonly AnswerReport[]>;
  /** Off: people alone answer. */
  botIsOn(): Promise<boolean>;
  setBot(on: boolean): Promise<void>;
  board(day: { readonly now: number; readonly dayStart: number }): Promise<Board>;
}
