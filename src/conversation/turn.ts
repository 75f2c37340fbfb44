import type { WorkCalendar } from "../calendar.js";
import type { Library, Region } from "../content/library.js";
import type { MatterChange } from "../case/act.js";
import type { Matter } from "../case/case.js";
import type { FactName } from "../content/schema/facts.js";
import type { Topic } from "../content/schema/topic.js";
import type { DialogState } from "../dialog/dialog.js";
import type { SlotValue } from "../dialog/slot-value.js";
import type { Result } from "../entitlement/result.js";
import type { HandoffReason } from "../handoff/request.js";
import type { Recognizer } from "../recognizer/recognizer.js";
import type { Activity, Reply } from "./activity.js";
import type { Conversation } from "./conversation.js";
import type { TurnOutcome } from "./outcomes.js";

/** All that one turn may know. Clock and ids are ports; nothing here can send or store. */
export interface TurnContext {
  readonly activity: Activity;
  readonly conversation: Conversation;
  readonly library: Library;
  readonly region: Region;
  readonly recognizer: Recognizer;
  readonly calendar: WorkCalendar;
  /** What `readCaseWish` asks for: the cases filed here, or the one a receipt code opens. Missing when nothing was asked. */
  readonly cases?: readonly Matter[];
  /** Where the page of a case is: a path of this site, or its whole address where that is known. */
  readonly casePage: string;
  /** True: the office has switched the machine off, and people alone answer questions. */
  readonly botIsOff?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A short number people can read out on the phone. */
  readonly newReference: () => string;
  /** The secret that opens a filed complaint, ≥ 112 bits, grouped to be read and copied. */
  readonly newReceipt: () => string;
}

/** What should happen, as data: delivery does it in the same transaction as the turn. */
export type Effect =
  | {
      readonly kind: "request-handoff";
      readonly reference: string;
      readonly reason: HandoffReason;
      readonly urgent: boolean;
    }
  | { readonly kind: "leave-message"; readonly reference: string; readonly dialog: DialogState }
  /** A complaint handed in. `receipt` is the secret that opens it; of it only a hash is kept. */
  | {
      readonly kind: "file-case";
      readonly reference: string;
      readonly receipt: string;
      readonly dialog: DialogState;
      readonly facts: Readonly<Partial<Record<FactName, SlotValue>>>;
      /** What was worked out of the answers, as the person was shown it. */
      readonly calculations: readonly Result[];
      readonly urgent: boolean;
    }
  /** What somebody did to his own case, decided on what it was when the turn began. */
  | { readonly kind: "change-case"; readonly change: MatterChange }
  /** What was just said is a receipt code, and is not kept as it was said. */
  | { readonly kind: "mask-words" }
  /** A word to whoever handles the case. */
  | { readonly kind: "case-message"; readonly reference: string; readonly text: string }
  /** A quiz question answered: counted, without whose answer it was. */
  | { readonly kind: "quiz-result"; readonly question: string; readonly topic: Topic; readonly right: boolean }
  /** A question we could not answer well: the editor's worklist. */
  | { readonly kind: "record-question"; readonly why: TurnOutcome; readonly text: string; readonly near: readonly string[] };

export interface TurnResult {
  readonly outcome: TurnOutcome;
  readonly conversation: Conversation;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
}
